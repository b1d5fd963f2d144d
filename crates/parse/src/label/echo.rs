//! Which lines say what the prose says, and which are said again.
//!
//! A headline shares its words with the story; a menu or a related headline does not. A line that is printed twice is
//! a headline, a caption or furniture.

use super::atoms::{Atom, AtomSet};
use super::measure::{Measure, is_wide};
use super::zone::Zone;
use crate::folded::is_letter_or_number;
use crate::lines::Line;

/// Prose read for its words: enough for the story, bounded for speed.
const PROSE_BYTES: usize = 6000;
/// Size of the word set: at a thousand different words one in eight strangers is taken for known.
const BITS: usize = 8192;

pub(crate) struct Echo<'a> {
    text: &'a str,
    lines: &'a [Line],
    measures: &'a [Measure],
    words: [u64; BITS / 64],
    full: Vec<(u64, usize)>,
    heads: Vec<(u64, usize)>,
}

impl<'a> Echo<'a> {
    pub(crate) fn new(text: &'a str, lines: &'a [Line], measures: &'a [Measure], scores: &[f32]) -> Self {
        let mut words = [0; BITS / 64];
        let mut read = 0;
        for ((line, m), score) in lines.iter().zip(measures).zip(scores) {
            if *score >= 0.4 && m.units >= 60 && read < PROSE_BYTES {
                let part = &text[line.trimmed.range()];
                each_word(part, |hash| set_bit(&mut words, hash));
                read += part.len();
            }
        }
        let (mut full, mut heads) = (Vec::with_capacity(lines.len()), Vec::new());
        for (i, (line, m)) in lines.iter().zip(measures).enumerate() {
            if m.units > 300 || m.letters < 3 {
                continue;
            }
            full.push((fingerprint(&text[line.trimmed.range()], i, m, &mut heads), i));
        }
        full.sort_unstable();
        heads.sort_unstable();
        Self { text, lines, measures, words, full, heads }
    }

    pub(crate) fn observe(&self, sets: &mut [AtomSet], zone: Option<&Zone>) {
        self.repeats(sets);
        let mut best = 0.45;
        let mut first_long = true;
        for (i, set) in sets.iter_mut().enumerate() {
            let m = &self.measures[i];
            if m.units < 8 || m.units > 300 {
                continue;
            }
            let line = &self.text[self.lines[i].trimmed.range()];
            let (mut known, mut all) = (0u32, 0u32);
            each_word(line, |hash| {
                all += 1;
                known += u32::from(has_bit(&self.words, hash));
            });
            if all == 0 {
                continue;
            }
            #[expect(clippy::cast_precision_loss, reason = "words of one line")]
            let share = known as f32 / all as f32;
            set.add(match share {
                s if s < 0.15 => Atom::EchoNone,
                s if s < 0.4 => Atom::EchoLow,
                s if s < 0.7 => Atom::EchoMid,
                _ => Atom::EchoHigh,
            });
            set_in_prose(set, m, share, self.text, line, zone, self.lines);
            let before_prose = zone.is_some_and(|zone| i <= zone.first);
            if before_prose && all >= 3 && m.units >= 20 && share > best {
                best = share;
                set.add(Atom::EchoBest);
            }
            if before_prose && m.units >= 28 && m.words >= 4 && first_long {
                first_long = false;
                set.add(Atom::TopHead);
            }
        }
    }

    fn repeats(&self, sets: &mut [AtomSet]) {
        for pair in self.full.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
            for (k, (_, i)) in pair.iter().enumerate() {
                sets[*i].add(if k == 0 { Atom::Repeats } else { Atom::RepeatsEarlier });
                // The group is in the order of the lines, so the nearest copy is a neighbour in it: looking further
                // would take the square of the copies.
                let near =
                    |other: Option<&(u64, usize)>| other.is_some_and(|(_, other)| other.abs_diff(*i) <= 2);
                sets[*i].add_if((k > 0 && near(pair.get(k - 1))) || near(pair.get(k + 1)), Atom::Nearby);
            }
        }
        for (hash, longer) in &self.heads {
            let from = self.full.partition_point(|(h, _)| h < hash);
            for (_, shorter) in self.full[from..].iter().take_while(|(h, _)| h == hash).take(4) {
                if shorter != longer {
                    sets[*longer].add(Atom::Extends);
                    sets[*shorter].add(Atom::ExtendedBy);
                }
            }
        }
    }
}

/// A pull quote or a caption taken from the story stands in it word for word.
fn set_in_prose(
    set: &mut AtomSet,
    m: &Measure,
    share: f32,
    text: &str,
    line: &str,
    zone: Option<&Zone>,
    lines: &[Line],
) {
    let Some(zone) = zone.filter(|_| share > 0.95 && m.units >= 24) else { return };
    let prose = &text[lines[zone.first].span.start as usize..lines[zone.last].span.end as usize];
    let prose = &prose[..floor(prose, PROSE_BYTES * 2)];
    let wanted = line.trim_matches(super::measure::is_quote);
    let found = memchr::memmem::find_iter(prose.as_bytes(), wanted.as_bytes()).take(2).count();
    set.add_if(found > 1 || (found == 1 && !prose.contains(line)), Atom::InProse);
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn push(hash: u64, c: char) -> u64 {
    let lower = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
    (hash ^ u64::from(u32::from(lower))).wrapping_mul(0x0100_0000_01b3)
}

/// Calls with a hash for each word that carries meaning: four letters and more, or a pair of wide characters.
fn each_word(text: &str, mut call: impl FnMut(u64)) {
    let (mut hash, mut length) = (SEED, 0);
    let mut previous_wide = None;
    for c in text.chars() {
        if is_wide(c) {
            if length >= 4 {
                call(hash);
            }
            (hash, length) = (SEED, 0);
            if !is_letter_or_number(c) {
                previous_wide = None;
            } else if let Some(before) = previous_wide.replace(c) {
                call(push(push(SEED, before), c));
            }
            continue;
        }
        previous_wide = None;
        if is_letter_or_number(c) {
            hash = push(hash, c);
            length += 1;
        } else if length > 0 {
            if length >= 4 {
                call(hash);
            }
            (hash, length) = (SEED, 0);
        }
    }
    if length >= 4 {
        call(hash);
    }
}

/// Hash of the letters and digits of a line. Where a separator stands after enough of it (`Headline | Paper`), the
/// hash so far goes to the heads.
fn fingerprint(line: &str, i: usize, m: &Measure, heads: &mut Vec<(u64, usize)>) -> u64 {
    let mut hash = SEED;
    let mut length = 0;
    for c in line.chars() {
        if is_letter_or_number(c) {
            hash = push(hash, c);
            length += if is_wide(c) { 3 } else { 1 };
        } else if length >= 18
            && m.units <= 250
            && matches!(c, '|' | '-' | '–' | '—' | '_' | '·' | ':' | '｜' | '«' | '»' | '>' | '<' | '/')
        {
            heads.push((hash, i));
        }
    }
    hash
}

fn place(hash: u64) -> (usize, u64) {
    let mixed = hash ^ (hash >> 29);
    #[expect(clippy::cast_possible_truncation, reason = "taken modulo the size of the set")]
    let bit = (mixed % BITS as u64) as usize;
    (bit / 64, 1 << (bit % 64))
}

fn set_bit(words: &mut [u64; BITS / 64], hash: u64) {
    let (at, bit) = place(hash);
    words[at] |= bit;
}

fn has_bit(words: &[u64; BITS / 64], hash: u64) -> bool {
    let (at, bit) = place(hash);
    words[at] & bit != 0
}
