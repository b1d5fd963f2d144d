//! What can be counted in one line, in one pass over its characters.

use super::measure_pass::Pass;
use crate::classes::{self, WIDE};

/// Counts over one line, ends trimmed.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Measure {
    /// Length as a reader sees it: one for a letter, two for an ideograph, kana or hangul syllable.
    pub(crate) units: u32,
    /// Words; for scripts without spaces, two characters count as one.
    pub(crate) words: u32,
    /// Words that begin with a capital.
    pub(crate) capital_words: u32,
    /// Words of capitals only, with more than one letter.
    pub(crate) caps_words: u32,
    /// Words that begin with a small letter.
    pub(crate) small_words: u32,
    /// Small words of four letters and more: what is left in small letters in a headline in title case is short.
    pub(crate) long_small_words: u32,
    /// Sentence marks followed by a space, a quote or the end.
    pub(crate) sentences: u32,
    pub(crate) letters: u32,
    pub(crate) digits: u32,
    pub(crate) wide: u32,
    /// Commas, inner colons and semicolons.
    pub(crate) commas: u32,
    pub(crate) pipes: u32,
    pub(crate) quotes: u32,
    pub(crate) colon_at: Option<u32>,
    pub(crate) first: char,
    pub(crate) second: char,
    pub(crate) last: char,
    pub(crate) before_last: char,
    pub(crate) signs: Signs,
}

/// Signs whose presence alone matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Signs(pub(crate) u32);

impl Signs {
    pub(crate) const AT: u32 = 1;
    pub(crate) const HASH: u32 = 1 << 1;
    pub(crate) const MIDDOT: u32 = 1 << 2;
    pub(crate) const GREATER: u32 = 1 << 3;
    pub(crate) const SLASH: u32 = 1 << 4;
    pub(crate) const CURRENCY: u32 = 1 << 5;
    pub(crate) const PERCENT: u32 = 1 << 6;
    pub(crate) const BRACE: u32 = 1 << 7;
    pub(crate) const UNDERSCORE: u32 = 1 << 8;
    pub(crate) const PICTOGRAM: u32 = 1 << 9;
    pub(crate) const SPACED_DASH: u32 = 1 << 10;
    pub(crate) const DOUBLE_SPACE: u32 = 1 << 11;
    pub(crate) const SQUARE: u32 = 1 << 12;
    pub(crate) const ROUND: u32 = 1 << 13;
    pub(crate) const URL: u32 = 1 << 14;
    pub(crate) const COPYRIGHT: u32 = 1 << 15;
    pub(crate) const EQUALS: u32 = 1 << 16;

    pub(crate) fn has(self, sign: u32) -> bool {
        self.0 & sign != 0
    }
}

/// A character that takes two columns: ideographs, kana, hangul, full-width forms.
#[inline]
pub(crate) fn is_wide(c: char) -> bool {
    classes::of(c) & WIDE != 0
}

/// What [`is_wide`] looks up.
pub(crate) fn asked_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3fffd}')
}

/// Marks that end a sentence, in the scripts of the news.
pub(crate) fn is_sentence_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '．' | '।' | '؟' | '۔' | '։' | '။' | '｡' | '॥')
}

/// Quotation marks, opening or closing.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‘'
            | '’'
            | '‚'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}

/// Brackets that close.
pub(crate) fn is_closing_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '）' | '］' | '】' | '〕' | '》' | '〉' | '}')
}

/// Bullets as they are printed or drawn by text extractors.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '*'
            | '▪'
            | '▫'
            | '■'
            | '□'
            | '●'
            | '○'
            | '◦'
            | '‣'
            | '·'
            | '►'
            | '▶'
            | '➤'
            | '→'
            | '»'
            | '◆'
            | '◇'
            | '★'
            | '☆'
            | '✓'
            | '✔'
            | '❯'
            | '▸'
            | '・'
    )
}

impl Measure {
    /// Measures a trimmed line.
    pub(crate) fn of(line: &str) -> Self {
        let bytes = line.as_bytes();
        let mut pass = Pass::default();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            // Most of most texts, which changes nothing but counts.
            at = match byte {
                b'a'..=b'z' | b'A'..=b'Z' => match pass.spaced_words(bytes, at) {
                    Some(end) => end,
                    None => pass.letters(line, at),
                },
                b' ' => pass.space(at),
                0xe3..=0xed if at > 0 && pass.word.length == 0 => match pass.syllables(line, at) {
                    Some(end) => end,
                    None => pass.beyond_ascii(line, at),
                },
                0x80.. => pass.beyond_ascii(line, at),
                _ => pass.sign(line, at),
            };
        }
        let Pass { mut m, mut word, pending_mark, last_digit, .. } = pass;
        m.sentences += u32::from(pending_mark || last_digit);
        word.finish(&mut m);
        m.words += m.wide / 2;
        m
    }

    /// May a figure of any script stand in the line, or an ideograph beside which ideographs are figures?
    pub(crate) fn may_have_figures(&self) -> bool {
        self.digits > 0 || self.wide > 0
    }

    /// Whether the line closes like a sentence: with its mark, or with a quote or bracket right after one.
    pub(crate) fn ends_sentence(&self) -> bool {
        is_sentence_mark(self.last)
            || ((is_quote(self.last) || is_closing_bracket(self.last)) && is_sentence_mark(self.before_last))
    }
}

#[cfg(test)]
mod tests {
    use super::Measure;

    #[test]
    fn counts_what_a_reader_counts() {
        let m = Measure::of("Council closes BRIDGE, says Dr. Roe. \"When?\" asked 12 people.");
        assert_eq!((m.words, m.capital_words, m.caps_words), (10, 5, 1));
        assert_eq!(m.sentences, 4, "an abbreviation counts, for want of a dictionary");
        assert!(m.ends_sentence());
        let m = Measure::of("本市昨日宣布，关闭老桥。");
        assert_eq!((m.units, m.wide, m.sentences), (24, 10, 1));
        assert_eq!(Measure::of("").units, 0);
    }

    #[test]
    fn an_initial_ends_no_sentence() {
        assert_eq!(Measure::of("By J. Doe").sentences, 0);
        assert_eq!(Measure::of("Growth was 3.5 percent").sentences, 0);
    }

    #[test]
    fn a_year_may_end_a_sentence() {
        assert_eq!(Measure::of("It closed in 1988. Nobody came. It burnt in 1990.").sentences, 3);
        assert_eq!(Measure::of("It opens on 3. or 4. of May").sentences, 0);
    }
}
