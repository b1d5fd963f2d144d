//! What can be counted in one line, in one pass over its characters.
use crate::classes::{self, LETTER, NUMBER, WIDE};
use crate::folded::{is_capital, is_letter, is_letter_or_number, is_space};

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
            let class = classes::of(c);
            if class & LETTER != 0 {
                self.letters += 1;
                word.push(class & classes::UPPER != 0, true);
                return;
            }
            if class & NUMBER != 0 {
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

/// A line being measured.
#[derive(Default)]
struct Pass {
    m: Measure,
    word: Word,
    previous: char,
    /// A sentence mark was read that counts if the next sign sets it off.
    pending_mark: bool,
    /// A full stop after a digit, told from an ordinal by the capital of the next word.
    after_digit: bool,
    last_digit: bool,
}

impl Pass {
    /// Reads the run of letters of one column or the sign at `at`; returns where the next begins.
    fn beyond_ascii(&mut self, line: &str, at: usize) -> usize {
        let c = line[at..].chars().next();
        if c.is_some_and(|c| classes::of(c) & (LETTER | WIDE) == LETTER) {
            return self.letters(line, at);
        }
        self.sign(line, at)
    }

    /// Reads the ideographs and syllables of Korean at `from`, of which each is a word's half: most of most texts that have
    /// them. Returns where they end; `None` when there are none.
    fn syllables(&mut self, line: &str, from: usize) -> Option<usize> {
        let mut chars = line[from..].chars();
        let (mut n, mut rest) = (0, chars.as_str());
        let (mut before, mut last) = (self.m.last, self.m.last);
        while let Some(c) = chars.next().filter(|c| classes::is_syllable(u32::from(*c) as usize)) {
            n += 1;
            (before, last) = (last, c);
            rest = chars.as_str();
        }
        if n == 0 {
            return None;
        }
        let m = &mut self.m;
        if m.second == '\0' {
            m.second = line[from..].chars().next().unwrap_or_default();
        }
        m.units += 2 * n;
        m.wide += n;
        m.letters += n;
        m.sentences += u32::from(self.pending_mark);
        (m.before_last, m.last) = (before, last);
        (self.pending_mark, self.after_digit, self.previous) = (false, false, last);
        Some(line.len() - rest.len())
    }

    /// Reads whole words of ASCII letters, each with the space behind it, as long as such follow: most of most texts.
    /// Returns where the next begins; `None` when there is no such word at `from`.
    #[inline]
    fn spaced_words(&mut self, bytes: &[u8], from: usize) -> Option<usize> {
        if from == 0 || self.word.length > 0 || self.after_digit {
            return None;
        }
        let (mut n_words, mut capital_words, mut caps_words, mut long_small_words) = (0, 0, 0, 0);
        let (mut begin, mut last) = (from, from..from);
        loop {
            let (mut capitals, mut at) = (0, begin);
            while let Some(class) =
                bytes.get(at).map(|byte| classes::PLAIN_CASE[usize::from(*byte)]).filter(|c| *c != 0)
            {
                capitals += u32::from(class >> 1);
                at += 1;
            }
            if at == begin || bytes.get(at) != Some(&b' ') {
                break;
            }
            let length = u32::try_from(at - begin).unwrap_or(u32::MAX);
            let capital = u32::from(bytes[begin].is_ascii_uppercase());
            n_words += 1;
            capital_words += capital;
            caps_words += u32::from(length > 1 && capitals == length);
            long_small_words += (1 - capital) & u32::from(length >= 4);
            last = begin..at;
            begin = at + 1;
        }
        if n_words == 0 {
            return None;
        }
        let m = &mut self.m;
        if m.second == '\0' {
            m.second = char::from(bytes[from]);
        }
        let read = u32::try_from(begin - from).unwrap_or(u32::MAX);
        m.units += read;
        m.letters += read - n_words;
        m.words += n_words;
        m.capital_words += capital_words;
        m.caps_words += caps_words;
        m.small_words += n_words - capital_words;
        m.long_small_words += long_small_words;
        // The letter before the last one, blanks aside.
        let mut letters =
            bytes[from..last.end].iter().rev().filter(|byte| **byte != b' ').map(|byte| char::from(*byte));
        let before = m.last;
        m.last = letters.next().unwrap_or(before);
        m.before_last = letters.next().unwrap_or(before);
        self.word.ended_length = u32::try_from(last.len()).unwrap_or(u32::MAX);
        self.pending_mark = false;
        self.previous = ' ';
        Some(begin)
    }

    /// Reads the run of letters of one column at `from`; returns where it ends.
    fn letters(&mut self, line: &str, from: usize) -> usize {
        let bytes = line.as_bytes();
        let m = &mut self.m;
        let mut at = from;
        let (mut n_letters, mut capitals) = (0, 0);
        let mut opening = '\0';
        let mut second = '\0';
        let mut last = m.last;
        let mut before_last = m.before_last;
        // ASCII alone in one step: most of most texts.
        while let Some(byte) = bytes.get(at).filter(|byte| byte.is_ascii_alphabetic()) {
            capitals += u32::from(byte.is_ascii_uppercase());
            at += 1 + bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        }
        n_letters += u32::try_from(at - from).unwrap_or(u32::MAX);
        if n_letters > 0 {
            opening = char::from(bytes[from]);
            before_last = last;
            last = char::from(bytes[at - 1]);
            if n_letters > 1 {
                second = char::from(bytes[from + 1]);
                before_last = char::from(bytes[at - 2]);
            }
        }
        while let Some(byte) = bytes.get(at).filter(|byte| !byte.is_ascii() || byte.is_ascii_alphabetic()) {
            let (c, capital) = if byte.is_ascii() {
                (char::from(*byte), byte.is_ascii_uppercase())
            } else {
                let Some(c) = line[at..].chars().next() else { break };
                let class = classes::of(c);
                if class & (LETTER | WIDE) != LETTER {
                    break;
                }
                (c, class & classes::UPPER != 0)
            };
            match n_letters {
                0 => opening = c,
                1 => second = c,
                _ => {}
            }
            n_letters += 1;
            capitals += u32::from(capital);
            (before_last, last) = (last, c);
            at += c.len_utf8();
        }
        if from == 0 {
            m.first = opening;
            m.second = second;
        } else if m.second == '\0' {
            m.second = opening;
        }
        m.units += n_letters;
        m.letters += n_letters;
        let capital = is_capital(opening);
        if self.after_digit {
            m.sentences += u32::from(capital);
            self.after_digit = false;
        }
        (m.before_last, m.last) = (before_last, last);
        self.word.push_run(n_letters, capitals, capital);
        self.pending_mark = false;
        self.previous = last;
        at
    }

    /// Reads the space at `at`.
    fn space(&mut self, at: usize) -> usize {
        let m = &mut self.m;
        if at == 0 {
            m.first = ' ';
        } else if m.second == '\0' {
            m.second = ' ';
        }
        m.units += 1;
        self.word.finish(m);
        if self.previous == ' ' {
            m.signs.0 |= Signs::DOUBLE_SPACE;
        }
        m.sentences += u32::from(self.pending_mark);
        self.pending_mark = false;
        self.previous = ' ';
        at + 1
    }

    /// Reads the character at `at`; returns where the next begins.
    fn sign(&mut self, line: &str, at: usize) -> usize {
        let Some(c) = line[at..].chars().next() else { return line.len() };
        let Self { m, word, previous, .. } = self;
        let previous = *previous;
        if at == 0 {
            m.first = c;
        } else if m.second == '\0' {
            m.second = c;
        }
        if c.is_ascii() {
            m.units += 1;
            m.ascii(c, previous, word, line, at);
        } else {
            m.other(c, word);
        }
        let space = is_space(c);
        if self.pending_mark {
            let sets_off = match c {
                '"' | ')' | ']' | '}' => true,
                _ if c.is_ascii() => space,
                _ => space || is_quote(c) || is_closing_bracket(c) || is_wide(c),
            };
            m.sentences += u32::from(sets_off);
        }
        if self.after_digit && !space {
            m.sentences += u32::from(is_capital(c));
            self.after_digit = false;
        }
        // Commas, figures and most other signs end here.
        if c.is_ascii() && !matches!(c, '.' | '!' | '?') {
            self.pending_mark = false;
            if !space {
                m.before_last = m.last;
                m.last = c;
            }
            self.previous = c;
            return at + 1;
        }
        if c == '.' && previous.is_ascii_digit() {
            // `2. Liga`: a number that opens the line is an item's.
            self.after_digit = m.words > 1 && line[at + 1..].starts_with(' ');
            self.last_digit = m.words > 1 && at + 1 == line.len();
        }
        // "3.5" and "No." are no sentence ends; a mark after a digit or a single letter does not count.
        self.pending_mark = is_sentence_mark(c)
            && (c != '.' || !(previous.is_ascii_digit() || word.ended_length <= 1 && is_letter(previous)));
        if !space {
            m.before_last = m.last;
            m.last = c;
        }
        self.previous = c;
        at + c.len_utf8()
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

    fn push_run(&mut self, letters: u32, capitals: u32, capital: bool) {
        if self.length == 0 {
            self.starts_capital = capital;
        }
        self.capitals += capitals;
        self.has_letter = true;
        self.length += letters;
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
