use unicode_normalization::char::is_combining_mark;

/// What a character is to the scanner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Ends a word.
    Gap,
    /// Is passed over inside of a word: soft hyphens, joiners, marks of direction.
    Ignored,
    /// Part of a word of a script with spaces, or of a number.
    Letter,
    /// Chinese characters and kana.
    Cjk,
    /// Korean: spaces there part phrases rather than words.
    Hangul,
    /// Thai, Lao, Khmer, Burmese.
    Complex,
}

/// The class of a character.
pub(crate) fn class(c: char) -> Class {
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() { Class::Letter } else { Class::Gap };
    }
    match u32::from(c) {
        0x00ad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060 | 0xfeff => Class::Ignored,
        0x0e01..=0x0e3a | 0x0e40..=0x0e4e | 0x0e81..=0x0ece | 0x0edc..=0x0edf => Class::Complex,
        0x1000..=0x103f | 0x1050..=0x108f | 0x109a..=0x109f | 0xa9e0..=0xa9ef | 0xaa60..=0xaa7f => {
            Class::Complex
        }
        0x1780..=0x17d3 | 0x17d7 | 0x17dc | 0x17dd => Class::Complex,
        0x1100..=0x11ff | 0x3131..=0x318e | 0xa960..=0xa97c | 0xac00..=0xd7fb => Class::Hangul,
        0x3005..=0x3007 | 0x3041..=0x309a | 0x309d..=0x309f | 0x30a1..=0x30fa | 0x30fc..=0x312f => Class::Cjk,
        0x31a0..=0x31bf | 0x31f0..=0x31ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff => Class::Cjk,
        0xff66..=0xff9f | 0x20000..=0x3ffff => Class::Cjk,
        _ if c.is_alphanumeric() || is_combining_mark(c) => Class::Letter,
        _ => Class::Gap,
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, class};

    #[test]
    fn scripts_are_told_apart() {
        for (text, expected) in [
            ("aÉя0٣अ्", Class::Letter),
            ("经済かカー々ｶ", Class::Cjk),
            ("경ㄱ", Class::Hangul),
            ("ก็ລខမ", Class::Complex),
            (" ,.。、-'’฿\n", Class::Gap),
            ("\u{ad}\u{200d}\u{feff}", Class::Ignored),
        ] {
            for c in text.chars() {
                assert_eq!(class(c), expected, "{c:?}");
            }
        }
    }
}
