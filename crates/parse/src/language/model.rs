//! The weights, and how a text is scored with them.
//!
//! `language.bin` is written by `tools/train-language`. All numbers are little endian. For each script:
//!
//! | bytes | what |
//! | --- | --- |
//! | 1 | script, as [`Script`] numbers it |
//! | 1 | classes `n` |
//! | 1 | row length `r`, `n` rounded up to a multiple of 16 |
//! | 1 | slots, as a power of two `b` |
//! | 4 | scale: what a weight of 1 is worth as a logarithm of odds (`f32`) |
//! | 4 `n` | language codes, padded with NUL |
//! | 2 * 2^b | fingerprints (`u16`) |
//! | `r` * 2^b | weights (`i8`), a row for each slot |
//!
//! An n-gram's hash names four slots in a row. The one with its fingerprint is its own; an n-gram without a
//! slot counts for nothing.

use std::sync::OnceLock;

use super::features::{self, WAYS};
use super::script::Script;

static BYTES: &[u8] = include_bytes!("language.bin");

/// Most classes a table may have.
const MAX_CLASSES: usize = 64;

/// Rows added up in `i16` before they could overflow: 127 * 256 is below 2^15.
const ROWS_AT_ONCE: usize = 256;

/// The classifier of one script.
pub(crate) struct Table {
    script: u8,
    codes: Vec<&'static str>,
    scale: f32,
    row_len: usize,
    slot_bits: u32,
    fingerprints: &'static [u8],
    weights: &'static [u8],
}

impl Table {
    /// The table for a script; `None` where the script settles the language.
    pub(crate) fn of(script: Script) -> Option<&'static Self> {
        static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
        TABLES.get_or_init(|| read_all(BYTES)).iter().find(|t| t.script == script as u8)
    }

    /// The best class's code and its probability (0 to 1) among the languages of the script.
    ///
    /// Classes that share a code add up. `None` when no n-gram of the text is known.
    pub(crate) fn classify(&self, text: &str, script: Script) -> Option<(&'static str, f32)> {
        let (sums, known) = match self.row_len {
            16 => self.score::<16>(text, script),
            48 => self.score::<48>(text, script),
            _ => self.score::<MAX_CLASSES>(text, script),
        };
        if known == 0 {
            return None;
        }
        let sums = &sums[..self.codes.len().min(MAX_CLASSES)];
        let best = (0..sums.len()).rev().max_by_key(|&i| sums[i])?;
        let (mut same, mut all) = (0.0, 0.0);
        for (code, sum) in self.codes.iter().zip(sums) {
            #[expect(clippy::cast_precision_loss, reason = "sums stay below 2^24")]
            let share = ((sum - sums[best]) as f32 * self.scale).exp();
            all += share;
            if *code == self.codes[best] {
                same += share;
            }
        }
        Some((self.codes[best], same / all))
    }

    /// Sums of the weights, class by class, and how many n-grams had any.
    fn score<const N: usize>(&self, text: &str, script: Script) -> ([i32; MAX_CLASSES], usize) {
        let mut sums = [0i32; MAX_CLASSES];
        let mut part = [0i16; N];
        let mut known = 0;
        features::each(text, script, |hash| {
            let Some(row) = self.row(hash).and_then(|row| row.first_chunk::<N>()) else { return };
            for (sum, weight) in part.iter_mut().zip(row) {
                *sum += i16::from(weight.cast_signed());
            }
            known += 1;
            if known % ROWS_AT_ONCE == 0 {
                drain(&mut part, &mut sums);
            }
        });
        drain(&mut part, &mut sums);
        (sums, known)
    }

    #[inline]
    fn row(&self, hash: u64) -> Option<&'static [u8]> {
        let first = features::bucket(hash, self.slot_bits) * WAYS;
        let bucket: &[u8; 2 * WAYS] = self.fingerprints.get(2 * first..)?.first_chunk()?;
        let wanted = features::fingerprint(hash).to_le_bytes();
        let way = bucket.as_chunks::<2>().0.iter().position(|f| *f == wanted)?;
        let at = (first + way) * self.row_len;
        self.weights.get(at..at + self.row_len)
    }
}

fn drain(part: &mut [i16], sums: &mut [i32; MAX_CLASSES]) {
    for (sum, part) in sums.iter_mut().zip(part) {
        *sum += i32::from(*part);
        *part = 0;
    }
}

/// The tables up to the first that is cut short.
fn read_all(mut bytes: &'static [u8]) -> Vec<Table> {
    let mut tables = Vec::new();
    while let Some(table) = read(&mut bytes) {
        tables.push(table);
    }
    tables
}

fn read(bytes: &mut &'static [u8]) -> Option<Table> {
    let mut take = |n: usize| {
        let (head, tail) = bytes.split_at_checked(n)?;
        *bytes = tail;
        Some(head)
    };
    let &[script, n, row_len, bits] = take(4)?.first_chunk()?;
    let scale = f32::from_le_bytes(*take(4)?.first_chunk()?);
    let codes =
        take(4 * usize::from(n))?.chunks(4).map(|c| str::from_utf8(c).ok().map(|c| c.trim_end_matches('\0')));
    let codes = codes.collect::<Option<Vec<_>>>()?;
    let fingerprints = take(2usize << bits)?;
    let weights = take(usize::from(row_len) << bits)?;
    Some(Table {
        script,
        codes,
        scale,
        row_len: row_len.into(),
        slot_bits: bits.into(),
        fingerprints,
        weights,
    })
}
