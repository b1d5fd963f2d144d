//! What counts of a name in a table: its letters, without case, spaces, dots and hyphens.

use super::agency::LONGEST;
use crate::folded::{is_space, lower};

/// What [`is_loose`] says of an ASCII character.
#[inline]
pub(super) fn is_loose_ascii(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | b'.' | b'-')
}

/// Marks that the same name is printed with and without.
pub(super) fn is_loose(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '\t'..='\r' | ' ' | '.' | '-');
    }
    is_space(c) || matches!(c, '‑' | '–' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{feff}')
}

/// Lower case where asked; the dotted capital I of Turkish folds like the plain one, and its dot is no letter.
#[inline]
pub(super) fn folding(c: char, fold: bool) -> Option<char> {
    if !fold {
        return Some(c);
    }
    Some(lower(c)).filter(|l| *l != '\u{307}')
}

/// A name without case, spaces, dots and hyphens, on the stack: for looking up in tables that are folded alike.
pub(super) struct FoldedKey(Folded);

impl FoldedKey {
    /// None when the name is empty or longer than any table entry.
    pub(super) fn of(name: &str) -> Option<Self> {
        let mut folded = Folded::new();
        (name.chars().all(|c| folded.push(c, true)) && folded.len > 0).then_some(Self(folded))
    }

    pub(super) fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// A folded name on the stack.
pub(super) struct Folded {
    pub(super) bytes: [u8; LONGEST],
    pub(super) len: usize,
}

impl Folded {
    pub(super) fn new() -> Self {
        Self { bytes: [0; LONGEST], len: 0 }
    }

    /// False when the name is too long to be in a table.
    pub(super) fn push(&mut self, c: char, fold: bool) -> bool {
        if c.is_ascii() {
            if is_loose(c) {
                return true;
            }
            let Some(room) = self.bytes.get_mut(self.len) else { return false };
            // Checked to be ASCII, which is its own byte.
            let byte = u32::from(c).to_le_bytes()[0];
            *room = if fold { byte.to_ascii_lowercase() } else { byte };
            self.len += 1;
            return true;
        }
        if is_loose(c) {
            return true;
        }
        if let Some(c) = folding(c, fold) {
            let Some(room) = self.bytes.get_mut(self.len..self.len + c.len_utf8()) else { return false };
            c.encode_utf8(room);
            self.len += c.len_utf8();
        }
        true
    }

    fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}
