//! Folding of words, so that one table entry stands for a word in any case and with or without its accents.

use crate::folded::lower;

/// Longest folded word or phrase that is looked up, in bytes. Longer words are no date words in any language of the tables.
pub(super) const MAX_FOLDED: usize = 72;

/// A folded word on the stack.
#[derive(Clone, Copy)]
pub(super) struct Folded {
    bytes: [u8; MAX_FOLDED],
    len: usize,
}

impl Folded {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; MAX_FOLDED], len: 0 }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    /// Adds a word; `None` when it does not fit.
    pub(super) fn push_word(&mut self, word: &str) -> Option<()> {
        for c in word.chars() {
            if c.is_ascii() {
                self.push_byte(c.to_ascii_lowercase() as u8)?;
                continue;
            }
            // The dot that the Turkish capital leaves in lower case folds to nothing.
            self.push_folded(lower(c))?;
        }
        Some(())
    }

    pub(super) fn push_byte(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(self.len)? = byte;
        self.len += 1;
        Some(())
    }

    fn push_folded(&mut self, c: char) -> Option<()> {
        let base = match c {
            '\u{300}'..='\u{36f}'
            | '\u{64b}'..='\u{652}'
            | '\u{640}'
            | '\u{591}'..='\u{5c7}'
            | '\u{200b}'..='\u{200f}'
            | '\u{ad}' => {
                return Some(());
            }
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ả' | 'ạ' | 'ấ' | 'ầ' | 'ẩ' | 'ẫ' | 'ậ'
            | 'ắ' | 'ằ' | 'ặ' | 'ẳ' | 'ẵ' => 'a',
            'ç' | 'ć' | 'č' | 'ĉ' => 'c',
            'ď' | 'đ' => 'd',
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẻ' | 'ẽ' | 'ẹ' | 'ế' | 'ề' | 'ể' | 'ễ'
            | 'ệ' => 'e',
            'ģ' | 'ğ' => 'g',
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' | 'ỉ' | 'ị' | 'ĩ' => 'i',
            'ķ' => 'k',
            'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
            'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' | 'ơ' | 'ỏ' | 'ọ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ'
            | 'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ' => 'o',
            'ŕ' | 'ř' => 'r',
            'ś' | 'ş' | 'š' | 'ș' => 's',
            'ţ' | 'ť' | 'ț' => 't',
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ư' | 'ủ' | 'ụ' | 'ũ' | 'ứ' | 'ừ' | 'ử' | 'ữ'
            | 'ự' => 'u',
            'ý' | 'ÿ' | 'ỳ' | 'ỷ' | 'ỵ' | 'ỹ' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            'ё' => 'е',
            'ά' => 'α',
            'έ' => 'ε',
            'ή' => 'η',
            'ί' | 'ϊ' | 'ΐ' => 'ι',
            'ό' => 'ο',
            'ύ' | 'ϋ' | 'ΰ' => 'υ',
            'ώ' => 'ω',
            'ς' => 'σ',
            'أ' | 'إ' | 'آ' => 'ا',
            'ى' | 'ي' => 'ی',
            'ك' => 'ک',
            'ة' => 'ه',
            other => other,
        };
        if base == 'ß' {
            self.push_byte(b's')?;
            return self.push_byte(b's');
        }
        let mut utf8 = [0; 4];
        for byte in base.encode_utf8(&mut utf8).bytes() {
            self.push_byte(byte)?;
        }
        Some(())
    }
}
