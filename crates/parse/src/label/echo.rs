//! Which lines say what the prose says, and which are said again.
//!
//! A headline shares its words with the story; a menu or a related headline does not. A line that is printed twice is
//! a headline, a caption or furniture.

use super::atoms::{Atom, AtomSet};
use super::measure::Measure;
use super::zone::Zone;
use crate::classes::{self, LETTER, NUMBER, PLAIN, WIDE};
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
    heard: Heard,
}

/// Hashes of the words of all lines that may echo others, one line behind the other.
pub(crate) struct Heard {
    hashes: Vec<u64>,
    /// Where those of each line end.
    ends: Vec<usize>,
    /// How many of the words of each line stand in the prose.
    known: Vec<u32>,
}

impl Heard {
    /// The words of line `i` that carry meaning; none of a line that is too short to echo another, or too long and no prose
    /// near the head of the document.
    pub(crate) fn of(&self, i: usize) -> &[u64] {
        let from = i.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.hashes[from..self.ends[i]]
    }

    /// How many of the words of line `i` stand in the prose.
    pub(crate) fn known(&self, i: usize) -> u32 {
        self.known[i]
    }
}

/// Lengths in units of the lines that may echo the prose: shorter ones say nothing, longer ones are prose.
pub(crate) const ECHOING: std::ops::RangeInclusive<u32> = 8..=300;

impl<'a> Echo<'a> {
    pub(crate) fn new(text: &'a str, lines: &'a [Line], measures: &'a [Measure], scores: &[f32]) -> Self {
        let mut words = [0; BITS / 64];
        let mut read = 0;
        let (mut full, mut heads) = (Vec::with_capacity(lines.len()), Vec::new());
        let (mut hashes, mut ends) = (Vec::new(), Vec::with_capacity(lines.len()));
        for (i, ((line, m), score)) in lines.iter().zip(measures).zip(scores).enumerate() {
            let part = &text[line.trimmed.range()];
            let prose = *score >= 0.4 && m.units >= 60 && read < PROSE_BYTES;
            let (echoing, printed) = (ECHOING.contains(&m.units), m.units <= 300 && m.letters >= 3);
            if prose || echoing || printed {
                let word = |hash| {
                    if prose {
                        set_bit(&mut words, hash);
                    }
                    if echoing || prose {
                        hashes.push(hash);
                    }
                };
                let head = |c, hash| {
                    if m.units <= 250 && is_separator(c) {
                        heads.push((hash, i));
                    }
                };
                if printed {
                    full.push((walk::<true>(part, word, head), i));
                } else {
                    walk::<false>(part, word, |_, _| {});
                }
            }
            ends.push(hashes.len());
            read += if prose { part.len() } else { 0 };
        }
        full.sort_unstable();
        heads.sort_unstable();
        Self { text, lines, measures, words, full, heads, heard: Heard { hashes, ends, known: Vec::new() } }
    }

    /// The words of the lines, for who asks later.
    pub(crate) fn heard(self) -> Heard {
        self.heard
    }

    pub(crate) fn observe(&mut self, sets: &mut [AtomSet], zone: Option<&Zone>) {
        self.repeats(sets);
        let mut heard = vec![0; sets.len()];
        let mut best = 0.45;
        let mut first_long = true;
        for (i, set) in sets.iter_mut().enumerate() {
            let m = &self.measures[i];
            let own = self.heard.of(i);
            let all = own.len();
            if all == 0 || !ECHOING.contains(&m.units) {
                continue;
            }
            let line = &self.text[self.lines[i].trimmed.range()];
            let known = own.iter().filter(|hash| has_bit(&self.words, **hash)).count();
            heard[i] = u32::try_from(known).unwrap_or(u32::MAX);
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
        self.heard.known = heard;
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
    let found = count(prose, wanted, 2);
    // Once, and with its quotation marks not: the line is no part of the prose itself.
    let apart = || wanted.len() < line.len() && count(prose, line, 1) == 0;
    set.add_if(found > 1 || (found == 1 && apart()), Atom::InProse);
}

/// How often `wanted` stands in a text, up to `most`.
///
/// Looked for by its head: setting up a search takes time by the length of what is looked for.
fn count(text: &str, wanted: &str, most: usize) -> usize {
    const HEAD: usize = 12;
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    let finder = memchr::memmem::Finder::new(&wanted[..wanted.len().min(HEAD)]);
    let (mut from, mut count) = (0, 0);
    while let Some(at) = finder.find(&text[from..]).filter(|_| count < most) {
        let here = text[from + at..].starts_with(wanted);
        count += usize::from(here);
        from += at + if here { wanted.len().max(1) } else { 1 };
    }
    count
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The words of any line that carry meaning.
pub(crate) fn words_of(line: &str) -> Vec<u64> {
    let mut words = Vec::new();
    walk::<false>(line, |hash| words.push(hash), |_, _| {});
    words
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

#[inline]
fn push(hash: u64, lower: char) -> u64 {
    (hash ^ u64::from(u32::from(lower))).wrapping_mul(0x0100_0000_01b3)
}

/// Letters and digits of the head of a line from which it may stand alone elsewhere.
const LONG_HEAD: u32 = 18;

/// Gives the hash of the letters and digits of a line. Calls `word` with a hash for each word that carries meaning (four
/// letters and more, or a pair of wide characters), and `sign` with every other character behind a long head and the
/// hash of that head (`Headline | Paper`). Not `WHOLE`, the line is heard for its words alone.
fn walk<const WHOLE: bool>(line: &str, mut word: impl FnMut(u64), mut sign: impl FnMut(char, u64)) -> u64 {
    let bytes = line.as_bytes();
    let (mut whole, mut n_whole) = (SEED, 0u32);
    let (mut hash, mut length) = (SEED, 0_u32);
    let mut previous_wide = None;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            // Most of most lines.
            let from = at;
            for byte in &bytes[from..] {
                let lower = PLAIN[usize::from(*byte)];
                if lower == 0 {
                    break;
                }
                hash = push(hash, char::from(lower));
                if WHOLE {
                    whole = push(whole, char::from(lower));
                }
                at += 1;
            }
            let read = u32::try_from(at - from).unwrap_or(u32::MAX);
            length += read;
            n_whole += read;
            previous_wide = None;
            continue;
        }
        let c = if byte.is_ascii() {
            char::from(*byte)
        } else {
            line[at..].chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
        };
        at += c.len_utf8();
        // Letters and figures of ASCII were passed.
        let (class, lower) = if byte.is_ascii() { (0, c) } else { classes::of_and_lower(c) };
        let counts = class & (LETTER | NUMBER) != 0;
        if counts && class & WIDE == 0 {
            hash = push(hash, lower);
            length += 1;
            whole = push(whole, lower);
            n_whole += 1;
            previous_wide = None;
            continue;
        }
        if length >= 4 {
            word(hash);
        }
        (hash, length) = (SEED, 0);
        if counts {
            if let Some(before) = previous_wide.replace(lower) {
                word(push(push(SEED, before), lower));
            }
            whole = push(whole, lower);
            n_whole += 3;
        } else {
            previous_wide = None;
            if n_whole >= LONG_HEAD {
                sign(c, whole);
            }
        }
    }
    if length >= 4 {
        word(hash);
    }
    whole
}

/// Marks that set a paper's name off from a headline.
fn is_separator(c: char) -> bool {
    matches!(c, '|' | '-' | '–' | '—' | '_' | '·' | ':' | '｜' | '«' | '»' | '>' | '<' | '/')
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
