//! Encodings of one byte a letter, from letters back to bytes.

use std::sync::OnceLock;

use encoding_rs::{Encoding, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254};

/// Letters below this one have their byte in a table; the few above it are searched.
const TABLE: usize = 0x500;

/// An encoding, backwards.
#[derive(Debug)]
pub(crate) struct Page {
    /// As people call it.
    pub(crate) name: &'static str,
    /// Whether its own letters are Cyrillic, so that a clean text in it has hardly any others.
    pub(crate) cyrillic: bool,
    low: Box<[u8; TABLE]>,
    high: Vec<(char, u8)>,
}

impl Page {
    /// The encodings that text in UTF-8 is mistaken for, the usual ones first. Latin-1 is the first too: it differs
    /// from windows-1252 in control characters, which every page takes.
    pub(crate) fn all() -> &'static [Self] {
        static PAGES: OnceLock<Vec<Page>> = OnceLock::new();
        PAGES.get_or_init(|| {
            vec![
                Self::new("windows-1252 or Latin-1", WINDOWS_1252),
                Self::new("windows-1250", WINDOWS_1250),
                Self::new("windows-1251", WINDOWS_1251),
                Self::new("windows-1254", WINDOWS_1254),
            ]
        })
    }

    fn new(name: &'static str, encoding: &'static Encoding) -> Self {
        let mut page =
            Self { name, cyrillic: encoding == WINDOWS_1251, low: Box::new([0; TABLE]), high: Vec::new() };
        // Control characters of Latin-1; also what the Encoding Standard makes of bytes without a letter.
        for byte in 0x80..=0x9f_u8 {
            page.low[usize::from(byte)] = byte;
        }
        for byte in 0x80..=0xff_u8 {
            let (decoded, _) = encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
            let Some(c) = decoded.chars().next().filter(|c| *c != '\u{fffd}') else { continue };
            match page.low.get_mut(c as usize) {
                Some(slot) => *slot = byte,
                None => page.high.push((c, byte)),
            }
        }
        page.high.sort_unstable();
        page
    }

    /// Whether this is the page of western Europe.
    pub(crate) fn is_western(&self) -> bool {
        self.byte('Ã') == Some(0xc3)
    }

    /// The byte that is read as `c`; `None` for ASCII and for letters that the encoding does not have.
    pub(crate) fn byte(&self, c: char) -> Option<u8> {
        match self.low.get(c as usize) {
            Some(byte) => Some(*byte).filter(|byte| *byte != 0),
            None => {
                let at = self.high.binary_search_by_key(&c, |(c, _)| *c).ok()?;
                self.high.get(at).map(|(_, byte)| *byte)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn letters_have_their_bytes() {
        let [western, central, cyrillic, turkish] = Page::all() else { panic!("four pages") };
        assert_eq!(western.byte('Ã'), Some(0xc3));
        assert_eq!(western.byte('€'), Some(0x80));
        assert_eq!(western.byte('\u{9d}'), Some(0x9d));
        assert_eq!(western.byte('a'), None);
        assert_eq!(western.byte('ł'), None);
        assert_eq!(central.byte('Ă'), Some(0xc3));
        assert_eq!(cyrillic.byte('Р'), Some(0xd0));
        assert_eq!(turkish.byte('Ğ'), Some(0xd0));
    }
}
