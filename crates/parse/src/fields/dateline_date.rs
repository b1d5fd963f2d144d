//! The short dates that stand inside datelines: `Mar 3`, `3 mars`, `25 giu.`, `7月15日`, `29日`, `12.05.`, `ngày 5/4`.

use super::dateline_months::{LINKS, MONTHS, WEEKDAYS, YEAR_WORDS};
use crate::folded::{self, is_letter, is_letter_or_number, lower};

/// Length of the date that the text opens with.
///
/// Only what datelines print: a day with its month, a bare day in the far East, an all-figure date, a weekday before
/// any of them. A bare month or year is no dateline date.
pub(super) fn date_len(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if digit(first).is_some() {
        return from_number(text);
    }
    if !is_letter(first) {
        return None;
    }
    let word = word_at(text);
    if WEEKDAYS.has(word) {
        let after = text[word.len()..].trim_start_matches(['.', ',']).trim_start();
        let skipped = text.len() - after.len();
        return match date_len_plain(after) {
            Some(len) => Some(skipped + len),
            None => Some(word.len()),
        };
    }
    after_word(text, word)
}

fn date_len_plain(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if digit(first).is_some() {
        return from_number(text);
    }
    after_word(text, word_at(text))
}

/// Length of a date that opens with a word.
fn after_word(text: &str, word: &str) -> Option<usize> {
    if word.is_empty() {
        return None;
    }
    let mut at = Cursor { text, at: word.len() };
    if folded::eq(word, "ngày") {
        at.spaces();
        return from_number(at.rest()).map(|len| at.at + len);
    }
    at.eat('.');
    at.spaces();
    let (day, _) = at.number(2)?;
    if !(1..=31).contains(&day) || !MONTHS.has(word) {
        return None;
    }
    at.ordinal();
    if at.rest().starts_with([':', '%']) || at.rest().starts_with(|c: char| is_letter_or_number(c)) {
        return None;
    }
    at.year();
    Some(at.at)
}

fn from_number(text: &str) -> Option<usize> {
    let mut at = Cursor { text, at: 0 };
    let (first, digits) = at.number(4)?;
    if digits == 4 {
        return from_year(&mut at);
    }
    if digits > 2 || first > 31 || first == 0 {
        return None;
    }
    // 7月15日, 29日, 7월 15일.
    if at.eat('日') || at.eat('일') {
        return Some(at.at);
    }
    if at.eat('月') || at.eat('월') {
        return at.day_after_month();
    }
    // 12.05., 12.5.2024, 5/4, 26-02-1987.
    for mark in ['.', '/', '-'] {
        let mut tail = Cursor { text, at: at.at };
        if !tail.eat(mark) {
            continue;
        }
        let Some((month, _)) = tail.number(2).filter(|(n, _)| (1..=31).contains(n)) else { continue };
        if first > 12 && month > 12 {
            return None;
        }
        let closed = tail.eat(mark);
        let year = closed && tail.number(4).is_some();
        // `2.1` is a version; a day says more: `2.1.`, `02.01`, `2.1.24`.
        if mark == '.' && !closed && !year && tail.at < 5 {
            return None;
        }
        return (!tail.rest().starts_with(|c: char| is_letter_or_number(c) || c == '%')).then_some(tail.at);
    }
    at.ordinal();
    at.eat('.');
    at.eat('-');
    at.spaces();
    for link in LINKS {
        if at.word_folded(link) {
            at.spaces();
            break;
        }
    }
    let word = word_at(at.rest());
    if word.is_empty() || !MONTHS.has(word) {
        return None;
    }
    at.at += word.len();
    // `25 giu.` keeps its dot, `29 июня.` ends a sentence; both read the same without harm.
    if word.chars().count() <= 5 && !at.rest().starts_with(".-") {
        at.eat('.');
    }
    // Arabic papers of the Levant print both names of a month: `28 آب/اغسطس`.
    let mut second = Cursor { text, at: at.at };
    if second.eat('/') {
        let word = word_at(second.rest());
        if MONTHS.has(word) {
            at.at = second.at + word.len();
        }
    }
    at.year();
    Some(at.at)
}

fn from_year(at: &mut Cursor<'_>) -> Option<usize> {
    if at.eat('年') || at.eat('년') {
        at.spaces();
        at.number(2)?;
        return if at.eat('月') || at.eat('월') { at.day_after_month() } else { None };
    }
    let mark = at.rest().chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    at.eat(mark);
    let (month, _) = at.number(2)?;
    let again = at.eat(mark);
    let (day, _) = at.number(2)?;
    (again && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some(at.at)
}

/// The value of a figure in any of the digits that news prints.
pub(super) fn digit(c: char) -> Option<u32> {
    let base = match c {
        '0'..='9' => '0',
        '０'..='９' => '０',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        '০'..='৯' => '০',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(base))
}

/// Letters and the vowel signs that belong to them.
#[inline]
pub(super) fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    is_letter(c)
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
        || matches!(c, '\u{981}'..='\u{983}' | '\u{9bc}'..='\u{9cd}' | '\u{b82}'..='\u{bcd}' | '\u{200c}' | '\u{200d}')
        || matches!(c, '\u{ad}' | '\u{e31}'..='\u{e4e}')
}

/// The word that the text opens with; empty when it opens with none.
pub(super) fn word_at(text: &str) -> &str {
    let plain = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if text.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        return &text[..plain];
    }
    let end = text.find(|c: char| !is_word_char(c)).unwrap_or(text.len());
    &text[..end]
}

/// Is the word the name of a month or a weekday?
pub(super) fn is_calendar_word(word: &str) -> bool {
    WEEKDAYS.has(word) || MONTHS.has(word)
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{3000}']).len();
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.rest().starts_with(c);
        if found {
            self.at += c.len_utf8();
        }
        found
    }

    /// A number of at most so many digits; a longer one is none.
    fn number(&mut self, most: usize) -> Option<(u32, usize)> {
        let (mut value, mut count, mut len) = (0, 0, 0);
        for c in self.rest().chars() {
            let Some(d) = digit(c) else { break };
            if count == most {
                return None;
            }
            value = value * 10 + d;
            count += 1;
            len += c.len_utf8();
        }
        self.at += len;
        (count > 0).then_some((value, count))
    }

    fn word_folded(&mut self, word: &str) -> bool {
        let mut letters = self.rest().char_indices();
        for w in word.chars() {
            match letters.next() {
                Some((_, c)) if c == w || lower(c) == lower(w) && c != 'İ' && w != 'İ' => {}
                _ => return false,
            }
        }
        self.at += letters.next().map_or(self.rest().len(), |(at, _)| at);
        true
    }

    fn ordinal(&mut self) {
        for mark in ["st", "nd", "rd", "th", "er", "º", "°"] {
            let rest = self.rest();
            if rest.starts_with(mark) && !rest[mark.len()..].starts_with(is_word_char) {
                self.at += mark.len();
                return;
            }
        }
    }

    fn day_after_month(&mut self) -> Option<usize> {
        self.spaces();
        let (day, _) = self.number(2)?;
        ((1..=31).contains(&day) && (self.eat('日') || self.eat('号') || self.eat('일'))).then_some(self.at)
    }

    /// The year behind day and month, with its little words: `, 2023`, `de 2023`, `2023 г.`
    fn year(&mut self) {
        let mut tail = Cursor { text: self.text, at: self.at };
        tail.eat(',');
        tail.spaces();
        for word in ["de ", "del ", "d'", "al "] {
            if tail.word_folded(word) {
                break;
            }
        }
        let Some((year, 4)) = tail.number(4) else { return };
        if !(1800..=2999).contains(&year) || tail.rest().starts_with(|c: char| is_letter_or_number(c)) {
            return;
        }
        self.at = tail.at;
        tail.spaces();
        let word = word_at(tail.rest());
        if YEAR_WORDS.has(word) {
            self.at = tail.at + word.len();
            if word.chars().count() == 1 {
                self.eat('.');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::date_len;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(date_len(text).map(|len| &text[..len]), expected, "{text}");
    }

    #[test]
    fn day_and_month_in_many_languages() {
        for date in [
            "Mar 3",
            "March 3",
            "Sept. 18",
            "May 9, 2023",
            "July 15",
            "MAY 3 2013",
            "October 25th",
            "Aug 1st, 2020",
            "3 May",
            "25 giu.",
            "28 LUG",
            "21 Abr",
            "3 de mayo",
            "3 de maio de 2021",
            "1er mars",
            "14 août 2023",
            "12. Mai",
            "12.Mai 2020",
            "7. března",
            "29 июня",
            "5 травня",
            "3 maja",
            "12 Ocak",
            "4 سبتمبر",
            "28 آب/اغسطس 2013",
            "٤ مايو",
            "5 मई",
            "৫ মে",
            "ngày 5/4",
            "6 Mei",
            "22 Δεκεμβρίου",
            "3. toukokuuta",
            "3 maj",
            "12 martie",
            "15 kolovoza",
            "11 sierpnia",
        ] {
            check(date, Some(date));
        }
    }

    #[test]
    fn figures_and_the_far_east() {
        for date in [
            "7月15日",
            "１２月３日",
            "29日",
            "２９日",
            "2024年5月3日",
            "7월 15일",
            "3일",
            "06.11.23",
            "12.05.",
            "2021-05-03",
            "5/4",
            "26-02-1987",
        ] {
            check(date, Some(date));
        }
    }

    #[test]
    fn what_follows_is_left() {
        check("Sept 18 European shares", Some("Sept 18"));
        check("May 3 2013", Some("May 3 2013"));
        check("Monday, May 3 -", Some("Monday, May 3"));
        check("lundi - ", Some("lundi"));
        check("7月15日电", Some("7月15日"));
        check("29 июня. /", Some("29 июня."));
        check("11 (agency)", None);
    }

    #[test]
    fn no_dates() {
        for text in [
            "",
            "May",
            "May Lee",
            "May 2023",
            "March on 3",
            "2023",
            "32 May",
            "Mar 45",
            "1911",
            "12 eggs",
            "99.99.99",
            "3:30",
            "Decibel 3",
        ] {
            check(text, None);
        }
    }
}
