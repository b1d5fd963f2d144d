//! Whether a text is damaged, and which of its lines.

use std::ops::Range;

use super::Repaired;
use super::map::Map;
use super::page::Page;
use super::scan::{self, Found, Hit};
use super::strength::Site;
use crate::Repair;
use crate::folded::is_letter;

/// How many pieces of damage that prove something make the whole text damaged, so that doubtful pieces are damage too.
const ESTABLISHED: usize = 3;

/// What was found of one encoding's damage.
#[derive(Debug)]
pub(crate) struct Verdict {
    /// Letters explained, less those left unexplained.
    pub(crate) score: i64,
    /// Pieces of damage that prove something.
    pub(crate) strong: usize,
    /// The first piece that is to be repaired.
    pub(crate) first: Range<usize>,
    /// Whether the text as a whole is damaged.
    pub(crate) established: bool,
    /// The lines to be repaired, by their first byte, in order.
    lines: Vec<usize>,
}

/// What one line holds.
#[derive(Debug, Clone, Default)]
struct Count {
    start: usize,
    hits: usize,
    strong: usize,
    letters_missed: usize,
    signs_missed: usize,
    first: Range<usize>,
}

impl Count {
    fn add(&mut self, other: &Self) {
        self.hits += other.hits;
        self.strong += other.strong;
        self.letters_missed += other.letters_missed;
        self.signs_missed += other.signs_missed;
    }

    /// Whether this line is damaged, by itself.
    fn is_certain(&self) -> bool {
        self.strong > 0
            && (self.letters_missed == 0 && self.signs_missed <= self.hits * 2
                || self.strong > self.letters_missed * 3)
    }
}

/// Weighs the damage of one encoding; `None` when nothing is to be repaired.
pub(crate) fn judge(text: &str, page: &Page, mode: Repair) -> Option<Verdict> {
    let mut lines: Vec<Count> = Vec::new();
    let mut all = Count::default();
    each_line(text, page, |start, hits, misses| {
        let mut count = Count { start, hits: hits.len(), ..Count::default() };
        for (k, hit) in hits.iter().enumerate() {
            let beside =
                |other: Option<&Hit>, end: usize, start: usize| other.copied().filter(|_| end == start);
            let before = k.checked_sub(1).and_then(|k| hits.get(k));
            let after = hits.get(k + 1);
            let site = Site {
                text,
                page,
                hit: *hit,
                before: beside(before, before.map_or(0, |b| b.end), hit.start),
                after: beside(after, hit.end, after.map_or(0, |a| a.start)),
            };
            count.strong += usize::from(site.is_strong());
        }
        count.letters_missed = misses.iter().filter(|c| is_letter(**c)).count();
        count.signs_missed = misses.len() - count.letters_missed;
        count.first = hits.first().map_or(0..0, |hit| hit.start..hit.end);
        all.add(&count);
        if count.hits > 0 {
            lines.push(count);
        }
    });
    let established = all.strong >= ESTABLISHED && all.hits > all.letters_missed * 2;
    let wanted = |line: &Count| match mode {
        Repair::Always => true,
        _ => line.is_certain() || established && line.hits > line.letters_missed,
    };
    lines.retain(wanted);
    let mut kept = Count::default();
    lines.iter().for_each(|line| kept.add(line));
    let first = lines.first()?.first.clone();
    let signed = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Some(Verdict {
        score: signed(kept.hits + kept.strong) - signed(kept.letters_missed),
        strong: kept.strong,
        first,
        established,
        lines: lines.into_iter().map(|line| line.start).collect(),
    })
}

/// Repairs the lines of a verdict.
pub(crate) fn apply(text: &str, page: &Page, verdict: &Verdict) -> Repaired {
    let mut repaired = Repaired {
        text: String::with_capacity(text.len()),
        map: Map::default(),
        read_as: Vec::new(),
        letters: 0,
        lost: 0,
        first: verdict.first.clone(),
    };
    let mut copied = 0;
    let mut put = |repaired: &mut Repaired, range: Range<usize>, letter: char| {
        repaired.text.push_str(text.get(copied..range.start).unwrap_or(""));
        let start = repaired.text.len();
        repaired.text.push(letter);
        repaired.map.push(start..repaired.text.len(), range.end);
        repaired.letters += 1;
        repaired.lost += usize::from(letter == '\u{fffd}');
        copied = range.end;
    };
    for &start in &verdict.lines {
        let line = line_at(text, start);
        let mut at = start;
        let mut touching = false;
        while let Some(next) = scan::next_beyond_ascii(line, at - start).map(|found| start + found) {
            touching &= next == at;
            let Some(found) = scan::read(text, next, page) else { break };
            at = match found {
                Found::Hit(hit) => {
                    put(&mut repaired, hit.start..hit.end, hit.letter);
                    touching = true;
                    hit.end
                }
                Found::Miss(c, end) => {
                    let lead = page.byte(c);
                    let lossy =
                        verdict.established.then(|| rest_of(text, next, end, lead, touching, page)).flatten();
                    match lossy {
                        Some((letter, end)) => {
                            put(&mut repaired, next..end, letter);
                            touching = true;
                            end
                        }
                        None => {
                            touching = false;
                            end
                        }
                    }
                }
            };
            if at >= start + line.len() {
                break;
            }
        }
    }
    repaired.text.push_str(text.get(copied..).unwrap_or(""));
    repaired
}

/// What a first byte was whose second one is gone, and where its damage ends.
///
/// Bytes without a letter in windows-1252 are dropped by some programs, an unbreakable space becomes a plain one, and a
/// soft hyphen nothing.
fn rest_of(
    text: &str,
    start: usize,
    end: usize,
    lead: Option<u8>,
    touching: bool,
    page: &Page,
) -> Option<(char, usize)> {
    let mut rest = text.get(end..)?.chars();
    let next = rest.next();
    let before = text.get(..start)?.chars().next_back();
    match lead? {
        0xe2 if next.and_then(|c| page.byte(c)) == Some(0x80) => Some(('\u{201d}', end + next?.len_utf8())),
        0xc2 if next == Some(' ') && !before.is_some_and(char::is_alphabetic) => Some(('\u{a0}', end + 1)),
        0xc3 if next == Some(' ') && rest.next() == Some(' ') => Some(('à', end + 1)),
        0xc3 if next.is_none_or(|c| matches!(c, ' ' | '\n' | '\r'))
            && !before.is_some_and(char::is_uppercase) =>
        {
            Some(('à', end))
        }
        // Between small letters: of the bytes that get lost, the soft hyphen's is the only one of a small letter.
        0xc3 if before.is_some_and(char::is_lowercase) && next.is_some_and(|c| c.is_alphabetic()) => {
            Some(('í', end))
        }
        0xc3 => Some(('\u{fffd}', end)),
        // In scripts of two and three bytes a letter, what is left of a letter stands among others.
        0xce..=0xdf if touching || follows_hit(text, end, page) => Some(('\u{fffd}', end)),
        0xe0..=0xef => {
            let (n, end) = scan::follow(text, end, 2, page);
            (n > 0 && (touching || follows_hit(text, end, page))).then_some(('\u{fffd}', end))
        }
        _ => None,
    }
}

fn follows_hit(text: &str, end: usize, page: &Page) -> bool {
    matches!(scan::read(text, end, page), Some(Found::Hit(hit)) if hit.lead >= 0xce)
}

/// Goes through the lines that have damage or letters beyond ASCII: where each begins, its damage, its other letters.
fn each_line(text: &str, page: &Page, mut take: impl FnMut(usize, &[Hit], &[char])) {
    let (mut hits, mut misses) = (Vec::new(), Vec::new());
    let mut at = 0;
    let (mut start, mut end) = (0, 0);
    while let Some(next) = scan::next_beyond_ascii(text, at) {
        if next >= end {
            if !(hits.is_empty() && misses.is_empty()) {
                take(start, &hits, &misses);
            }
            hits.clear();
            misses.clear();
            start = text
                .get(at..next)
                .and_then(|part| part.rfind(['\n', '\r']))
                .map_or(start.max(end), |nl| at + nl + 1);
            end = start + line_at(text, start).len();
        }
        let Some(found) = scan::read(text, next, page) else { break };
        at = match found {
            Found::Hit(hit) => {
                hits.push(hit);
                hit.end
            }
            Found::Miss(c, end) => {
                if c != '\u{fffd}' {
                    misses.push(c);
                }
                end
            }
        };
    }
    if !(hits.is_empty() && misses.is_empty()) {
        take(start, &hits, &misses);
    }
}

/// The line that begins at `start`, without its end.
fn line_at(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or("");
    let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
    rest.get(..end).unwrap_or(rest)
}
