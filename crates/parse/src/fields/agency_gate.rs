//! May a text open, or close, with a name of a table? Four letters tell most that do not.
//!
//! A name is held by its first four letters that count, a shorter one by all that it has; a shorter one ends where a word
//! ends, so what goes on behind it is none. A text is asked for as long as it takes to see four letters.

use super::agency_key::{folding, is_loose, is_loose_ascii};
use crate::classes::PLAIN;

/// Marks of the heads of names, 65,536 of them.
pub(super) struct Gate {
    marks: Box<[u64; ROWS]>,
    /// Marks of the first two letters, for those that are read one by one.
    pairs: Box<[u64; PAIRS]>,
    /// A name of one letter is among them.
    lone: bool,
}

const ROWS: usize = 1024;
const PAIRS: usize = 128;

/// Letters by which a name is held.
const MOST: u32 = 4;

impl Gate {
    /// A gate for names without the marks that they are printed with and without.
    pub(super) fn of<'k>(names: impl Iterator<Item = &'k str>) -> Self {
        Self::of_letters(names.map(|name| name.chars().filter_map(|c| folding(c, true))))
    }

    /// A gate for names whose letters are given, folded as those that it is asked about will be.
    pub(super) fn of_letters(names: impl Iterator<Item: Iterator<Item = char>>) -> Self {
        let mut gate = Self { marks: Box::new([0; ROWS]), pairs: Box::new([0; PAIRS]), lone: false };
        for letters in names {
            let (mixed, n) = head(letters);
            let (row, bit) = place(mixed, n);
            gate.marks[row] |= bit;
            let (row, bit) = pair(mixed);
            gate.pairs[row] |= bit;
            gate.lone |= n == 1;
        }
        gate
    }

    /// May the letters be one of the names, and nothing else?
    pub(super) fn may_be(&self, letters: impl Iterator<Item = char>) -> bool {
        let (mixed, n) = head(letters);
        self.holds(mixed, n)
    }

    /// May the text open with one of the names?
    #[inline]
    pub(super) fn may_open(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        if let Some(letters) = bytes.first_chunk().and_then(plain) {
            return self.holds(u32::from_le_bytes(letters), MOST);
        }
        self.may_open_slowly(text)
    }

    fn may_open_slowly(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let (mut mixed, mut n, mut at) = (0, 0, 0);
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            if !byte.is_ascii() {
                return self.may_spell(text.chars());
            }
            if is_loose_ascii(byte) {
                continue;
            }
            (mixed, n) = (mix(mixed, n, char::from(byte.to_ascii_lowercase())), n + 1);
            if n == MOST || bytes.get(at).is_none_or(|next| !next.is_ascii_alphanumeric()) {
                let found = self.holds(mixed, n);
                if found || n == MOST {
                    return found;
                }
            }
        }
        false
    }

    /// May the text close with one of the names, which were given backwards?
    #[inline]
    pub(super) fn may_close(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        if let Some(letters) = bytes.last_chunk().and_then(plain) {
            return self.holds(u32::from_be_bytes(letters), MOST);
        }
        self.may_close_slowly(text)
    }

    fn may_close_slowly(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let (mut mixed, mut n, mut at) = (0, 0, bytes.len());
        while at > 0 {
            at -= 1;
            let byte = bytes[at];
            if !byte.is_ascii() {
                return self.may_spell(text.chars().rev());
            }
            if is_loose_ascii(byte) {
                continue;
            }
            (mixed, n) = (mix(mixed, n, char::from(byte.to_ascii_lowercase())), n + 1);
            if n == MOST || at == 0 || !bytes[at - 1].is_ascii_alphanumeric() {
                let found = self.holds(mixed, n);
                if found || n == MOST {
                    return found;
                }
            }
        }
        false
    }

    fn may_spell(&self, letters: impl Iterator<Item = char>) -> bool {
        let (mut mixed, mut n) = (0, 0);
        for letter in letters.filter(|c| !is_loose(*c)).filter_map(|c| folding(c, true)).take(MOST as usize) {
            (mixed, n) = (mix(mixed, n, letter), n + 1);
            if n == 2 && !self.lone {
                let (row, bit) = pair(mixed);
                if self.pairs[row] & bit == 0 {
                    return false;
                }
            }
            if (n > 1 || self.lone) && self.holds(mixed, n) {
                return true;
            }
        }
        false
    }

    #[inline]
    fn holds(&self, mixed: u32, n: u32) -> bool {
        let (row, bit) = place(mixed, n);
        self.marks[row] & bit != 0
    }
}

/// The letters that a name is marked by, and how many they are.
fn head(letters: impl Iterator<Item = char>) -> (u32, u32) {
    let (mut mixed, mut n) = (0, 0);
    for letter in letters.take(MOST as usize) {
        (mixed, n) = (mix(mixed, n, letter), n + 1);
    }
    (mixed, n)
}

/// Where the first two letters are marked.
#[inline]
fn pair(mixed: u32) -> (usize, u64) {
    let place = (mixed & 0xffff).wrapping_mul(0x9e37_79b1) >> 19;
    (place as usize / 64, 1 << (place % 64))
}

/// Four letters and figures of ASCII in small letters: what most texts open and close with.
#[inline]
fn plain(four: &[u8; 4]) -> Option<[u8; 4]> {
    let letters = four.map(|byte| PLAIN[usize::from(byte)]);
    letters.iter().all(|letter| *letter != 0).then_some(letters)
}

/// With the `n`th letter: a byte of each.
#[inline]
fn mix(mixed: u32, n: u32, letter: char) -> u32 {
    let code = u32::from(letter);
    mixed | ((code ^ code >> 8) & 0xff) << (8 * n)
}

#[inline]
fn place(mixed: u32, n: u32) -> (usize, u64) {
    let place = (mixed ^ n << 13).wrapping_mul(0x9e37_79b1) >> 16;
    (place as usize / 64, 1 << (place % 64))
}

#[cfg(test)]
mod tests {
    use super::Gate;

    #[test]
    fn names_pass_however_they_are_printed() {
        let gate = Gate::of(["ap", "reuters", "新华社", "iha", "efe"].into_iter());
        for text in [
            "AP",
            "A.P.",
            "ap/Reuters",
            "REUTERS",
            "Reu-ters said",
            "新华社",
            "新华社北京",
            "İHA",
            "EFE-EPA",
            "A P x",
        ] {
            assert!(gate.may_open(text), "{text}");
        }
        for text in ["", "Apart", "World", "Reunion", "新年", "-"] {
            assert!(!gate.may_open(text), "{text}");
        }
        let gate = Gate::of(["pa", "sretuer", "社华新"].into_iter());
        for text in ["told the AP", "A.P.", "told REUTERS", "北京新华社"] {
            assert!(gate.may_close(text), "{text}");
        }
        for text in ["", "a map", "told us"] {
            assert!(!gate.may_close(text), "{text}");
        }
    }
}
