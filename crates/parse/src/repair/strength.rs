//! How much one piece of damage proves.
//!
//! Print has a capital with a tilde before a quotation mark (`“AMANHÃ”`), and an accent between a letter and a closing
//! mark with its space (`liberté »`): by their bytes these are letters too. Damage proves something only in a place
//! where no language puts such a row of letters.

use super::page::Page;
use super::scan::Hit;

/// Damage and what stands around it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Site<'a> {
    pub(crate) text: &'a str,
    pub(crate) page: &'a Page,
    pub(crate) hit: Hit,
    /// The damage that ends where this one begins.
    pub(crate) before: Option<Hit>,
    /// The damage that begins where this one ends.
    pub(crate) after: Option<Hit>,
}

/// Marks that print puts behind a word: quotation marks of all kinds, dashes, dots, unbreakable and invisible spaces.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{82}' | '\u{84}' | '\u{85}' | '\u{8b}' | '\u{91}'
            ..='\u{97}'
                | '\u{9b}'
                | '‚'
                | '„'
                | '…'
                | '‹'
                | '‘'
                | '’'
                | '“'
                | '”'
                | '•'
                | '–'
                | '—'
                | '›'
                | '\u{a0}'
                | '«'
                | '\u{ad}'
                | '·'
                | '»'
                | '\u{fffd}'
    )
}

/// Signs that print may put behind a letter as well: raised figures and letters, rights, degrees, money.
fn is_sign(c: char) -> bool {
    is_mark(c) || matches!(c, '²' | '³' | '¹' | 'ª' | 'º' | '®' | '©' | '™' | '€' | '£')
}

/// Signs of a row that may follow a word's last letter.
fn is_closing(c: char) -> bool {
    is_sign(c) || c == '°'
}

/// Control characters stand in no text; Latin-1 has them where windows-1252 has letters and marks.
fn is_control(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}')
}

/// Marks that open, before a letter; some languages close with them, but not before a letter.
fn is_quote(c: char) -> bool {
    matches!(
        c,
        '‚' | '„'
            | '‹'
            | '‘'
            | '“'
            | '”'
            | '«'
            | '»'
            | '›'
            | '\u{82}'
            | '\u{84}'
            | '\u{91}'
            | '\u{93}'
            | '\u{94}'
    )
}

impl Site<'_> {
    /// Whether this piece alone shows that the text is damaged.
    pub(crate) fn is_strong(&self) -> bool {
        let Hit { lead, signs, n_signs, letter, .. } = self.hit;
        let signs = &signs[..n_signs];
        if letter == '\u{fffd}' {
            return false;
        }
        if self.page.cyrillic {
            return self.is_strong_in_cyrillic();
        }
        // A control character that no mark of windows-1252 stands behind.
        if signs.iter().any(|c| is_control(*c) && !is_mark(*c)) {
            return true;
        }
        let all = |test: fn(char) -> bool| signs.iter().all(|c| test(*c));
        match lead {
            0xc2 => self.is_strong_sign(),
            0xc3 => self.is_strong_latin(is_mark),
            0xc4..=0xc9 | 0xcc..=0xcd => self.is_strong_latin(is_sign),
            0xca..=0xcb => false,
            0xce..=0xdf => self.is_in_word(),
            // Marks of print: `â€` is written in no language.
            0xe2 if matches!(letter, '\u{2010}'..='\u{2044}') => true,
            // Behind a small letter with an accent, two signs that end no word.
            0xe0..=0xf0 => !all(is_closing) || n_signs > 1 && self.is_in_word(),
            _ => false,
        }
    }

    fn previous(&self) -> Option<char> {
        self.text.get(..self.hit.start)?.chars().next_back()
    }

    fn next(&self) -> Option<char> {
        self.text.get(self.hit.end..)?.chars().next()
    }

    /// `Â°`, `Â»`: a circumflex that begins a word, and a sign after it.
    fn is_strong_sign(&self) -> bool {
        let sign = self.hit.signs[0];
        if is_control(sign) {
            return false;
        }
        match self.previous() {
            None => true,
            Some(c) if c.is_uppercase() => false,
            // The letter itself, quoted.
            Some(c) if is_mark(c) || matches!(c, '"' | '\'' | '(') => !is_mark(sign),
            Some(_) => true,
        }
    }

    /// A capital with a sign after it: in the middle of a small word, or where no word could end.
    fn is_strong_latin(&self, doubtful: fn(char) -> bool) -> bool {
        let Hit { lead, signs: [sign, ..], start, .. } = self.hit;
        let first = self.text.get(start..).and_then(|rest| rest.chars().next());
        if self.previous().is_some_and(char::is_lowercase) && first.is_some_and(char::is_uppercase) {
            return true;
        }
        if self.touches_same() {
            return true;
        }
        // Letters that the encoding has at these bytes: western ones are Š, Œ, Ž, which no language puts after Å.
        let own = sign.is_alphabetic() && !matches!(sign, 'ª' | 'º' | 'ƒ');
        let western = matches!(sign, 'Š' | 'Œ' | 'Ž' | 'š' | 'œ' | 'ž' | 'Ÿ');
        let next_is_small = self.next().is_some_and(char::is_lowercase);
        if own {
            return match first {
                Some('Ã' | 'Å') => true,
                Some('Ä') if western && self.page.is_western() => true,
                // Romanian has Ă before Ş, and no other letter of these.
                Some('Ă') => !matches!(sign, 'Ş' | 'ş'),
                // Slovak has these in the middle of words (`DĹŽKA`, `PÄŤ`).
                Some('Ä' | 'Ĺ') => sign.is_lowercase() || next_is_small,
                _ => false,
            };
        }
        if !doubtful(sign) || lead == 0xc3 && next_is_small && !matches!(sign, '’' | '\u{92}') {
            return true;
        }
        let next_is_letter = self.next().is_some_and(char::is_alphabetic);
        if is_quote(sign) && next_is_letter {
            return true;
        }
        // A capital with a tilde is no word, though it may be quoted as a letter.
        lead == 0xc3 && !is_quote(sign) && !self.previous().is_some_and(char::is_alphabetic)
    }

    /// A letter of another script: it has another one beside it, and no Latin one.
    fn is_in_word(&self) -> bool {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        self.touches_same() && !latin(self.previous()) && !latin(self.next())
    }

    fn touches_same(&self) -> bool {
        let same = |other: Option<Hit>| other.is_some_and(|o| block(o.lead) == block(self.hit.lead));
        same(self.before) || same(self.after)
    }

    /// Among Cyrillic letters these bytes are letters of Ukrainian and Serbian words (`ВІН`): a row of them is asked for,
    /// or Latin letters around.
    fn is_strong_in_cyrillic(&self) -> bool {
        let Hit { signs, n_signs, .. } = self.hit;
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        if latin(self.previous()) || latin(self.next()) {
            return matches!(self.hit.lead, 0xc3..=0xc9 | 0xe2);
        }
        let own = |c: &char| {
            matches!(
                c,
                'І' | 'і'
                    | 'Ї'
                    | 'ї'
                    | 'Є'
                    | 'є'
                    | 'Ґ'
                    | 'ґ'
                    | 'Ё'
                    | 'ё'
                    | 'Ў'
                    | 'ў'
                    | 'Ј'
                    | 'ј'
                    | 'Њ'
                    | 'њ'
                    | 'Љ'
                    | 'љ'
            )
        };
        n_signs > 1 && (self.hit.lead == 0xe2 || self.touches_same())
            || self.touches_same() && !signs[..n_signs].iter().any(|c| own(c) || is_mark(*c))
    }
}

/// First bytes of one script, roughly.
fn block(lead: u8) -> u8 {
    match lead {
        0xc2..=0xc9 => 0,
        0xca..=0xcd => 1,
        0xce..=0xcf => 2,
        0xd0..=0xd3 => 3,
        0xd4..=0xd6 => 4,
        0xd7 => 5,
        0xd8..=0xdb => 6,
        0xdc..=0xdf => 7,
        0xe0 => 8,
        0xe1 => 9,
        0xe2 => 10,
        0xe3..=0xef => 11,
        _ => 12,
    }
}
