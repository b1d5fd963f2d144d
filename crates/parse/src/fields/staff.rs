//! Can a line name a lead word or a newsroom role at all? Asked before the whole line is read as a byline, which takes a
//! hundred times as long.
//!
//! Every lead word, role and desk of the tables begins with a run of letters, and every word that the reader looks up
//! begins where such a run does. A line none of whose runs opens an entry, with the run behind it where the entry has more
//! than one, holds none of them.

use std::sync::OnceLock;

use super::scan::PICTURE_WORDS;
use super::tokens::is_middle_dot;
use super::words::{fold, is_hangul, is_mark, is_wide};
use super::words_cjk::{HAN_AFTER, HAN_REPORTER, HANGUL_ROLES};
use super::words_lead::{LEADS, LEADS_COLON, LEADS_INNER, LEADS_WEAK};
use super::words_role::{DESKS, ROLES};
use crate::classes::{self, LETTER, LOWER, NUMBER, UPPER};
use crate::folded::Slots;

/// Lead words and titles that no table holds: the Swahili `by`, doubled lead words, letters of academic degrees.
const OTHERS: &[&str] = &[
    "na", "byby", "parpar", "vonvon", "porpor", "phd", "md", "mba", "ms", "ma", "msc", "bsc", "rn", "rd",
    "rdn", "ld", "do", "jd", "cpa", "esq",
];

/// False when no lead word, role or title can be read in the line.
pub(crate) fn may_be_named(line: &str) -> bool {
    let mut hash = SEED;
    // The run before this one.
    let mut last = SEED;
    let mut in_run = false;
    // Behind a middle dot Korean papers say what a writer is.
    let mut dotted = false;
    let mut before = 0;
    let bytes = line.as_bytes();
    let mut next = 0;
    while let Some(byte) = bytes.get(next) {
        let at = next;
        if !in_run && byte.is_ascii_alphabetic() && before & NUMBER == 0 {
            // The letters of ASCII that a run opens with, which most runs are.
            let mut small = false;
            while let Some(byte) = bytes.get(next).filter(|byte| byte.is_ascii_alphabetic()) {
                let capital = byte.is_ascii_uppercase();
                if capital && small {
                    return true;
                }
                small = !capital;
                hash = push(hash, char::from(byte.to_ascii_lowercase()));
                next += 1;
            }
            in_run = true;
            before = if small { LETTER | LOWER } else { LETTER | UPPER };
            continue;
        }
        let Some(c) = line[at..].chars().next() else { break };
        next += c.len_utf8();
        let class = classes::of(c);
        if !c.is_ascii() && is_wide(c) {
            // Far-Eastern writing has no runs: an entry may begin at every letter, and a run of others ends there.
            let next = line[at + c.len_utf8()..].chars().next();
            if in_run && opens_entry(last, hash) || opens_wide_entry(c, next) || dotted && is_hangul(c) {
                return true;
            }
            (last, hash, in_run) = (hash, SEED, false);
        } else if class & (LETTER | NUMBER) != 0 || in_run && is_mark(c) {
            // A capital inside a word may open a run (`ExampleStaff`). So may a letter behind a figure, when the figure is
            // a date's.
            let glued =
                class & UPPER != 0 && before & LOWER != 0 || class & LETTER != 0 && before & NUMBER != 0;
            if glued {
                return true;
            }
            in_run = true;
            if let Some(folded) = fold(c) {
                hash = push(hash, folded);
            }
        } else {
            if in_run && opens_entry(last, hash) {
                return true;
            }
            // `Ph.D.`, `DR.`; an address may hide the end of a name.
            if c == '@'
                || c == '.'
                    && (before & UPPER != 0
                        || before & LETTER != 0 && line[at + 1..].starts_with(char::is_alphabetic))
            {
                return true;
            }
            if in_run {
                last = hash;
            }
            dotted |= is_middle_dot(c);
            (hash, in_run) = (SEED, false);
        }
        // No letter of the far East stands in a row with others.
        before = if in_run || class & (LETTER | NUMBER) == 0 { class } else { 0 };
    }
    in_run && opens_entry(last, hash)
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

#[inline]
fn push(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
}

/// Is the last of two runs an entry of one run, or are both the head of an entry of more?
fn opens_entry(before: u64, last: u64) -> bool {
    holds(last) || holds(both(before, last))
}

#[inline]
fn both(first: u64, second: u64) -> u64 {
    (first.rotate_left(31) ^ second).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn holds(hash: u64) -> bool {
    static OPENINGS: OnceLock<(Vec<u64>, Slots)> = OnceLock::new();
    let (hashes, slots) = OPENINGS.get_or_init(|| {
        let mut hashes: Vec<u64> = entries().map(opening).collect();
        hashes.sort_unstable();
        hashes.dedup();
        let slots = Slots::of(hashes.iter().copied());
        (hashes, slots)
    });
    slots.find(hash, |entry| hashes[entry] == hash).is_some()
}

/// All that is looked for.
fn entries() -> impl Iterator<Item = &'static str> {
    let tables = [&LEADS, &LEADS_COLON, &LEADS_WEAK, &LEADS_INNER, &ROLES, &DESKS];
    let others = [OTHERS, PICTURE_WORDS, HAN_REPORTER, HAN_AFTER, HANGUL_ROLES];
    tables.into_iter().flat_map(|table| table.entries()).chain(others.into_iter().flatten()).copied()
}

/// May an entry in the letters of the far East open with these two?
fn opens_wide_entry(first: char, next: Option<char>) -> bool {
    static WIDE: OnceLock<Box<[u64; ROWS]>> = OnceLock::new();
    /// Rows of 64 marks.
    const ROWS: usize = 256;
    let place = |first: char, next: Option<char>| {
        let next = next.map_or(0, u32::from);
        let mixed = (u32::from(first).wrapping_mul(0x9e37_79b1) ^ next).wrapping_mul(0x85eb_ca6b) >> 18;
        (mixed as usize / 64, 1_u64 << (mixed % 64))
    };
    let marks = WIDE.get_or_init(|| {
        let mut marks = Box::new([0; ROWS]);
        for entry in entries() {
            let mut letters = entry.chars();
            if let Some(first) = letters.next().filter(|c| is_wide(*c)) {
                // A mark may be printed between two letters, or another for the one that the table has.
                let (row, bit) = place(first, letters.next().filter(|c| is_wide(*c)));
                marks[row] |= bit;
            }
        }
        marks
    });
    let holds = |(row, bit): (usize, u64)| marks[row] & bit != 0;
    holds(place(first, None)) || next.is_some_and(|next| holds(place(first, Some(next))) || is_mark(next))
}

/// Hash of the first run of letters of an entry, or of its first two.
fn opening(entry: &str) -> u64 {
    let is_part = |c: char| classes::of(c) & (LETTER | NUMBER) != 0 || is_mark(c);
    let mut runs = entry.split(|c| !is_part(c)).filter(|run| !run.is_empty());
    let of = |run: &str| run.chars().filter_map(fold).fold(SEED, push);
    let first = runs.next().unwrap_or_default();
    // What the far East writes has no runs.
    match runs.next().filter(|run| !run.contains(is_wide)) {
        Some(second) => both(of(first), of(second)),
        None => of(first),
    }
}

#[cfg(test)]
mod tests {
    use super::may_be_named;

    #[test]
    fn lead_words_and_roles_are_seen_wherever_they_stand() {
        for line in [
            "By Ana Lima",
            "Ana Lima, Staff Writer",
            "Ana Lima Redakteurin",
            "LimaStaff",
            "Ana Lima, Ph.D.",
            "Ana Lima MD",
            "NZZ-Redaktion",
            "Написал Савелий",
            "记者陆一舟",
            "陆一舟 文",
            "윤다혜 기자",
            "윤다혜 PD",
            "맹보라·수필가",
            "By陆一舟",
            "Ana ana@post.example",
            "Ana Lima (Photo)",
        ] {
            assert!(may_be_named(line), "{line}");
        }
        assert!(!may_be_named("Council closes bridge over the river"));
        assert!(!may_be_named("A new bridge from the east"));
        assert!(may_be_named("A report by the council"));
        assert!(!may_be_named("大桥今日关闭"));
        assert!(!may_be_named("Brücke bleibt für Monate zu"));
    }
}
