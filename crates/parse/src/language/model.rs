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
//! | 4 | scale: what a weight of 1 is worth as a logarithm of odds, in a word without a capital (`f32`) |
//! | 4 `n` | language codes, padded with NUL |
//! | 2 * 2^b | fingerprints (`u16`) |
//! | `r` * 2^b | weights (`i8`), a row for each slot |
//!
//! An n-gram's hash names four slots in a row. The one with its fingerprint is its own; an n-gram without a
//! slot counts for nothing.

use std::sync::OnceLock;

use super::features::{self, Reader, WAYS};
use super::script::Script;

static BYTES: &[u8] = include_bytes!("language.bin");

/// Most classes a table may have.
const MAX_CLASSES: usize = 64;

/// Known n-grams after which the sums are looked at for the first time: some twelve words.
const FIRST_LOOK: usize = 192;
const LOOK_EVERY: usize = 96;
/// Lead over the second language, as a logarithm of odds, at which no more is read.
const SURE_LEAD: f32 = 20.0;

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
            let share = ((sum - sums[best]) as f32 * self.scale / 2.0).exp();
            all += share;
            if *code == self.codes[best] {
                same += share;
            }
        }
        Some((self.codes[best], same / all))
    }

    /// Sums of the weights, class by class, and how many n-grams had any.
    ///
    /// A capitalised word counts half: it may well be a foreign name.
    fn score<const N: usize>(&self, text: &str, script: Script) -> ([i32; MAX_CLASSES], usize) {
        let mut scored = Scored::<N> {
            table: self,
            batches: [Batch::new(2), Batch::new(1)],
            sums: [0; MAX_CLASSES],
            next_look: FIRST_LOOK,
        };
        features::each(text, script, &mut scored);
        scored.drain();
        (scored.sums, scored.known())
    }

    /// Whether the best language is so far ahead of all others that no page turns it round.
    fn is_sure(&self, sums: &[i32; MAX_CLASSES]) -> bool {
        let best = (0..self.codes.len()).max_by_key(|&i| sums[i]).unwrap_or(0);
        let others = self.codes.iter().zip(sums).filter(|(code, _)| **code != self.codes[best]);
        let second = others.map(|(_, sum)| *sum).max().unwrap_or(i32::MIN / 2);
        #[expect(clippy::cast_precision_loss, reason = "sums stay below 2^24")]
        let lead = (sums[best] - second) as f32 * self.scale / 2.0;
        lead > SURE_LEAD
    }

    #[inline]
    fn slot(&self, hash: u64) -> Option<usize> {
        const ONES: u64 = 0x0001_0001_0001_0001;
        let first = features::bucket(hash, self.slot_bits) * WAYS;
        let bucket = u64::from_le_bytes(*self.fingerprints.get(2 * first..)?.first_chunk()?);
        // All four fingerprints compared at once: the lowest lane that is zero now is the one that matches.
        let lanes = bucket ^ (ONES * u64::from(features::fingerprint(hash)));
        let zero = lanes.wrapping_sub(ONES) & !lanes & (ONES << 15);
        (zero != 0).then(|| first + zero.trailing_zeros() as usize / 16)
    }
}

/// A text being scored.
struct Scored<'t, const N: usize> {
    table: &'t Table,
    /// Words in small letters, and those with a capital.
    batches: [Batch<N>; 2],
    sums: [i32; MAX_CLASSES],
    next_look: usize,
}

impl<const N: usize> Scored<'_, N> {
    fn known(&self) -> usize {
        self.batches.iter().map(|batch| batch.known).sum()
    }

    fn drain(&mut self) {
        self.batches.iter_mut().for_each(|batch| batch.drain(self.table.weights, &mut self.sums));
    }
}

impl<const N: usize> Reader for Scored<'_, N> {
    #[inline]
    fn see(&mut self, hash: u64, capital: bool) {
        if let Some(slot) = self.table.slot(hash) {
            self.batches[usize::from(capital)].push(slot);
        }
    }

    fn enough(&mut self) -> bool {
        if self.known() < self.next_look {
            return false;
        }
        self.next_look += LOOK_EVERY;
        self.drain();
        self.table.is_sure(&self.sums)
    }
}

/// Rows of `N` weights to add up, kept back until there are many, so that the sums stay in registers.
struct Batch<const N: usize> {
    slots: Vec<usize>,
    known: usize,
    /// How often each weight counts.
    times: i32,
}

impl<const N: usize> Batch<N> {
    fn new(times: i32) -> Self {
        Self { slots: Vec::with_capacity(ROWS_AT_ONCE), known: 0, times }
    }

    #[inline]
    fn push(&mut self, slot: usize) {
        self.slots.push(slot);
        self.known += 1;
    }

    fn drain(&mut self, weights: &[u8], sums: &mut [i32; MAX_CLASSES]) {
        let rows = weights.as_chunks::<N>().0;
        for slots in self.slots.chunks(ROWS_AT_ONCE) {
            let mut part = [0i16; N];
            for row in slots.iter().filter_map(|&slot| rows.get(slot)) {
                for (sum, weight) in part.iter_mut().zip(row) {
                    *sum += i16::from(weight.cast_signed());
                }
            }
            for (sum, part) in sums.iter_mut().zip(part) {
                *sum += self.times * i32::from(part);
            }
        }
        self.slots.clear();
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
