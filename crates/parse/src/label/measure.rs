//! What can be counted in one line, in one pass over its characters.
use crate::folded::{is_letter, is_letter_or_number};

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
pub(crate) fn is_wide(c: char) -> bool {
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
        let mut m = Self::default();
        let mut word = Word::default();
        let mut previous = '\0';
        let mut pending_mark = false;
        // A full stop after a digit, told from an ordinal by the capital of the next word.
        let mut after_digit = false;
        let mut last_digit = false;
        for (i, c) in line.char_indices() {
            if i == 0 {
                m.first = c;
            } else if m.second == '\0' {
                m.second = c;
            }
            if c.is_ascii() {
                m.units += 1;
                m.ascii(c, previous, &mut word, line, i);
            } else {
                m.other(c, &mut word);
            }
            if pending_mark && (c.is_whitespace() || is_quote(c) || is_closing_bracket(c) || is_wide(c)) {
                m.sentences += 1;
            }
            if after_digit && !c.is_whitespace() {
                m.sentences += u32::from(c.is_uppercase());
                after_digit = false;
            }
            if c == '.' && previous.is_ascii_digit() {
                // `2. Liga`: a number that opens the line is an item's.
                after_digit = m.words > 1 && line[i + 1..].starts_with(' ');
                last_digit = m.words > 1 && i + 1 == line.len();
            }
            // "3.5" and "No." are no sentence ends; a mark after a digit or a single letter does not count.
            pending_mark = is_sentence_mark(c)
                && (c != '.'
                    || !(previous.is_ascii_digit() || word.ended_length <= 1 && is_letter(previous)));
            if !c.is_whitespace() {
                m.before_last = m.last;
                m.last = c;
            }
            previous = c;
        }
        m.sentences += u32::from(pending_mark || last_digit);
        word.finish(&mut m);
        m.words += m.wide / 2;
        m
    }

    fn ascii(&mut self, c: char, previous: char, word: &mut Word, line: &str, at: usize) {
        match c {
            'a'..='z' | 'A'..='Z' => {
                self.letters += 1;
                word.push(c.is_ascii_uppercase(), true);
                return;
            }
            '0'..='9' => {
                self.digits += 1;
                word.push(false, false);
                return;
            }
            '\'' if is_letter_or_number(previous) => return,
            _ => word.finish(self),
        }
        let sign = match c {
            '@' => Signs::AT,
            '#' => Signs::HASH,
            '>' => Signs::GREATER,
            '/' => Signs::SLASH,
            '$' => Signs::CURRENCY,
            '%' => Signs::PERCENT,
            '{' | '}' | '<' => Signs::BRACE,
            '_' => Signs::UNDERSCORE,
            '[' => Signs::SQUARE,
            '(' => Signs::ROUND,
            '=' => Signs::EQUALS,
            '-' if previous == ' ' && line[at + 1..].starts_with([' ', '-']) => Signs::SPACED_DASH,
            ' ' if previous == ' ' => Signs::DOUBLE_SPACE,
            '|' => {
                self.pipes += 1;
                0
            }
            ',' | ';' => {
                self.commas += 1;
                0
            }
            ':' => {
                if self.colon_at.is_none() {
                    self.colon_at = Some(self.units);
                }
                if line[at..].starts_with("://") { Signs::URL } else { 0 }
            }
            '"' => {
                self.quotes += 1;
                0
            }
            '.' if line[..at].ends_with("www") => Signs::URL,
            _ => 0,
        };
        self.signs.0 |= sign;
    }

    fn other(&mut self, c: char, word: &mut Word) {
        if is_wide(c) {
            self.units += 2;
            word.finish(self);
            if is_letter_or_number(c) {
                self.wide += 1;
                self.letters += 1;
            }
        } else {
            self.units += u32::from(!crate::lines::is_zero_width(c));
            if is_letter(c) {
                self.letters += 1;
                word.push(c.is_uppercase(), true);
                return;
            }
            if c.is_numeric() {
                self.digits += 1;
                word.push(false, false);
                return;
            }
            // Combining vowels of Indic scripts stand inside words; the right quote is an apostrophe there.
            if matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e30}'..='\u{e4f}' | '\u{200c}' | '\u{200d}')
                || (c == '’' && word.length > 0)
            {
                return;
            }
            word.finish(self);
        }
        match c {
            '，' | '、' | '；' | '،' | '؛' => self.commas += 1,
            '：' => self.colon_at = self.colon_at.or(Some(self.units)),
            '｜' | '│' | '┃' | '¦' => self.pipes += 1,
            '·' | '•' | '∙' | '・' => self.signs.0 |= Signs::MIDDOT,
            '›' | '»' | '→' | '＞' => self.signs.0 |= Signs::GREATER,
            '€' | '£' | '¥' | '￥' | '₹' | '₽' | '₩' => self.signs.0 |= Signs::CURRENCY,
            '–' | '—' | '－' => self.signs.0 |= Signs::SPACED_DASH,
            '【' | '［' => self.signs.0 |= Signs::SQUARE,
            '（' => self.signs.0 |= Signs::ROUND,
            '©' | 'ⓒ' | '®' => self.signs.0 |= Signs::COPYRIGHT,
            '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{e000}'..='\u{f8ff}' => {
                self.signs.0 |= Signs::PICTOGRAM;
            }
            _ => {}
        }
        if is_quote(c) {
            self.quotes += 1;
        }
    }

    /// Whether the line closes like a sentence: with its mark, or with a quote or bracket right after one.
    pub(crate) fn ends_sentence(&self) -> bool {
        is_sentence_mark(self.last)
            || ((is_quote(self.last) || is_closing_bracket(self.last)) && is_sentence_mark(self.before_last))
    }
}

/// The word being read.
#[derive(Default)]
struct Word {
    length: u32,
    capitals: u32,
    starts_capital: bool,
    has_letter: bool,
    ended_length: u32,
}

impl Word {
    fn push(&mut self, capital: bool, letter: bool) {
        if self.length == 0 {
            self.starts_capital = capital;
        }
        self.capitals += u32::from(capital);
        self.has_letter |= letter;
        self.length += 1;
        self.ended_length = self.length;
    }

    fn finish(&mut self, m: &mut Measure) {
        if self.length == 0 {
            return;
        }
        m.words += 1;
        if self.has_letter {
            if self.starts_capital {
                m.capital_words += 1;
                m.caps_words += u32::from(self.length > 1 && self.capitals == self.length);
            } else {
                m.small_words += 1;
                m.long_small_words += u32::from(self.length >= 4);
            }
        }
        *self = Self { ended_length: self.length, ..Self::default() };
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
