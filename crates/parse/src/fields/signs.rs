//! Which kinds of signs stand in a stretch of text: one pass, by which most lines are turned away from most readers.

/// A set of kinds of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signs(u16);

impl Signs {
    /// `.`, `!`, `?`, `"`
    pub(super) const STOP: Self = Self(1);
    /// `:`, `=`
    pub(super) const COLON: Self = Self(1 << 1);
    /// `/`, `|`
    pub(super) const SLASH: Self = Self(1 << 2);
    /// `-`
    pub(super) const DASH: Self = Self(1 << 3);
    /// Round and square brackets.
    pub(super) const BRACKET: Self = Self(1 << 4);
    /// White space that is no plain space, and control signs.
    pub(super) const TAB: Self = Self(1 << 5);
    /// Bytes with which signs beyond ASCII begin that are no letters: dashes, quotation marks, wide brackets and stops,
    /// `©`, `·`, the stops of Arabic and Indian letters. Letters of those alphabets and kana share them.
    pub(super) const BEYOND: Self = Self(1 << 6);
    /// Figures of ASCII.
    pub(super) const FIGURE: Self = Self(1 << 7);
    /// Bytes with which figures beyond ASCII begin.
    pub(super) const OTHER_FIGURE: Self = Self(1 << 8);
    /// Bytes with which Chinese, Japanese and Korean letters begin.
    pub(super) const WIDE: Self = Self(1 << 9);
    /// Any byte beyond ASCII.
    pub(super) const HIGH: Self = Self(1 << 10);
    /// `,`
    pub(super) const COMMA: Self = Self(1 << 11);

    /// The kinds of all signs in a text.
    #[inline]
    pub(super) fn of(text: &str) -> Self {
        Self(text.bytes().fold(0, |kinds, byte| kinds | KINDS[usize::from(byte)]))
    }

    /// The kinds of both.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Is a sign of one of these kinds in the text?
    #[inline]
    pub(super) const fn any(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }
}

static KINDS: [u16; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0_u8;
    loop {
        kinds[byte as usize] = match byte {
            b'.' | b'!' | b'?' | b'"' => Signs::STOP.0,
            b':' | b'=' => Signs::COLON.0,
            b'/' | b'|' => Signs::SLASH.0,
            b'-' => Signs::DASH.0,
            b'(' | b')' | b'[' | b']' => Signs::BRACKET.0,
            b',' => Signs::COMMA.0,
            0..=0x1f | 0x7f => Signs::TAB.0,
            b'0'..=b'9' => Signs::FIGURE.0,
            0xc2 | 0xd8 | 0xe2 => Signs::BEYOND.0 | Signs::HIGH.0,
            0xd9 | 0xdb => Signs::OTHER_FIGURE.0 | Signs::HIGH.0,
            0xe0 => Signs::BEYOND.0 | Signs::OTHER_FIGURE.0 | Signs::HIGH.0,
            0xe3 => Signs::BEYOND.0 | Signs::WIDE.0 | Signs::HIGH.0,
            0xef => Signs::BEYOND.0 | Signs::OTHER_FIGURE.0 | Signs::WIDE.0 | Signs::HIGH.0,
            0xe4..=0xee => Signs::WIDE.0 | Signs::HIGH.0,
            0x80..=0xff => Signs::HIGH.0,
            _ => 0,
        };
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    kinds
};

/// Do two spaces stand side by side?
#[inline]
pub(super) fn has_double_space(text: &str) -> bool {
    let bytes = text.as_bytes();
    let behind = bytes.get(1..).unwrap_or_default();
    bytes.iter().zip(behind).fold(0, |any, (a, b)| any | u8::from(*a == b' ') & u8::from(*b == b' ')) != 0
}

#[cfg(test)]
mod tests {
    use super::{Signs, has_double_space};

    #[test]
    fn signs_are_of_their_kind() {
        let kinds = [
            (".!?\"", Signs::STOP),
            (":=", Signs::COLON),
            ("/|", Signs::SLASH),
            ("-", Signs::DASH),
            ("()[]", Signs::BRACKET),
            ("\t\n\u{b}\u{c}\r", Signs::TAB),
            ("。！？…”»؟।：＝（）【】［］〔〕©ⓒ℗·•—–―‒−／｜，、；\u{a0}\u{3000}՝", Signs::BEYOND),
            ("0123456789", Signs::FIGURE),
            ("０９٠٩۰۹०९০৯", Signs::OTHER_FIGURE),
            ("一龥ㄱ가힣アーｦ豈", Signs::WIDE),
        ];
        for (signs, kind) in kinds {
            for sign in signs.chars().filter(|sign| *sign != '՝') {
                assert!(Signs::of(sign.encode_utf8(&mut [0; 4])).any(kind), "{sign}");
            }
        }
        let loud = kinds.iter().fold(Signs::of(""), |all, (_, kind)| all.or(*kind));
        assert!(!Signs::of("Größe und Weite, \u{434}\u{430} 'x' & y").any(loud));
        assert!(has_double_space("a  b") && !has_double_space("a b c"));
    }
}
