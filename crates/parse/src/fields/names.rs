//! How much a few words look like a person's name.

use super::agency::is_agency;
use super::outlet::is_known_paper;
use super::tokens::{Case, Kind, Token};
use super::vocabulary::Known;
use super::words::{has, is_han, is_hangul};
use super::words_cjk::{HAN_FAMILY, HANGUL_FAMILY};
use super::words_given::{GIVEN, GIVEN_OTHER};
use super::words_label::{CONJUNCTIONS, PARTICLES};
use super::words_outlet::OUTLET_ENDS;
use crate::folded::{ByLetters, is_letter};

/// A line longer than this is prose, in bytes.
const LONGEST_LINE: usize = 200;

/// Family names that open a Vietnamese name, spelt in full: without its accent `Le` opens the names of French papers.
const VIETNAMESE: &[&str] = &[
    "Bùi", "Dương", "Hoàng", "Huỳnh", "Hồ", "Lâm", "Lê", "Lý", "Mai", "Nguyễn", "Ngô", "Phan", "Phạm",
    "Trương", "Trần", "Võ", "Vũ", "Đinh", "Đặng", "Đỗ", "LÊ", "NGUYỄN", "TRẦN", "PHẠM",
];

fn is_vietnamese(word: &str) -> bool {
    static HEADS: ByLetters = ByLetters::new();
    let mut names = HEADS.among(word.chars(), VIETNAMESE.iter().map(|name| name.chars()));
    names.any(|number| VIETNAMESE[number] == word)
}

/// Most names that a bare byline lists; longer lists are casts and line-ups.
const MOST_NAMES: usize = 8;

/// How much a short text is just one name or several, from 0 to 1.
///
/// `Ana Lima` and `Ana Lima, Tom Roe and Lou Berg` are near 1, `Real Estate` and `Council closes bridge` near 0; two
/// unknown words in capitals lie between. Knows given names of many languages, and the words of sections and headings.
/// A lead word, a role or a date in the text speaks against: see [`read_byline`](super::byline::read_byline).
pub(crate) fn looks_like_name(text: &str) -> f32 {
    let text = text.trim_matches(|c: char| {
        crate::lines::is_blank_char(c) || matches!(c, '-' | '–' | '—' | '*' | '•' | ',')
    });
    if text.len() < 3 || text.len() > LONGEST_LINE || text.bytes().any(|b| NO_NAME[usize::from(b)]) {
        return 0.0;
    }
    // A name opens with a capital, or with a letter of a script that has none. Particles open few: `de Vries, Jan`.
    if text.chars().next().is_some_and(|c| !is_letter(c)) {
        return 0.0;
    }
    // Prose is told by its small words before anything is taken apart.
    if text.split_whitespace().take(20).any(|word| {
        word.chars().next().is_some_and(char::is_lowercase)
            && !word.contains(['\'', '’', '-'])
            && !is_conjunction(word)
            && !has(&PARTICLES, word)
    }) {
        return 0.0;
    }
    let tokens = super::tokens::split(text, &[]);
    let (mut lowest, mut names, mut start) = (1.0f32, 0usize, 0usize);
    for end in 0..=tokens.len() {
        let joint = match tokens.get(end) {
            None => true,
            Some(t) => match t.kind {
                Kind::Sep(',' | '&' | '/' | '·') => true,
                Kind::Word(Case::Lower | Case::Caseless) => end > start && joins(t),
                Kind::Word(_) => false,
                _ => return 0.0,
            },
        };
        if !joint {
            continue;
        }
        if end > start {
            names += 1;
            lowest = lowest.min(name_score(text, &tokens[start..end]));
        }
        start = end + 1;
    }
    match names {
        0 => 0.0,
        1 => lowest,
        2..=MOST_NAMES => (lowest + 0.1).min(1.0) * if lowest < 0.3 { 0.5 } else { 1.0 },
        _ => lowest * 0.5,
    }
}

/// Digits and marks that stand in no name.
static NO_NAME: [bool; 256] = {
    let mut table = [false; 256];
    let marks = b"0123456789?!:;\"()[]|@#%$";
    let mut at = 0;
    while at < marks.len() {
        table[marks[at] as usize] = true;
        at += 1;
    }
    table
};

/// Does the word join two names? Single letters and short words do so only in small letters.
pub(super) fn is_conjunction(word: &str) -> bool {
    word.len() <= 12 && has(&CONJUNCTIONS, word)
}

/// [`is_conjunction`] of a word that was looked up.
pub(super) fn joins(token: &Token) -> bool {
    token.end - token.start <= 12 && token.known.any(Known::CONJUNCTION)
}

/// How much a run of words is one name, from 0 to 1.
pub(super) fn name_score(line: &str, words: &[Token]) -> f32 {
    let word = |i: usize| &line[words[i].start..words[i].end];
    let words = match words.first() {
        Some(first) if words.len() > 1 && first.known.any(Known::HONORIFIC) => {
            return name_score(line, &words[1..]).max(0.6);
        }
        Some(_) => words,
        None => return 0.0,
    };
    if words.len() > 7 {
        return 0.0;
    }
    match words[0].kind {
        Kind::Word(Case::Han) => return if words.len() == 1 { han_score(word(0)) } else { 0.1 },
        Kind::Word(Case::Hangul) => return if words.len() == 1 { hangul_score(word(0)) } else { 0.1 },
        Kind::Word(Case::Caseless) => return caseless_score(words),
        _ => {}
    }
    let (mut title, mut upper, mut particles, mut initials, mut common) =
        (0usize, 0usize, 0usize, 0usize, 0usize);
    let (mut given_first, mut given_later, mut shaped) = (false, 0usize, false);
    for (i, token) in words.iter().enumerate() {
        let w = word(i);
        let Kind::Word(case) = token.kind else { return 0.0 };
        match case {
            Case::Title | Case::Upper => {}
            // `Mark SubbaRao`: a capital inside counts after a known given name.
            Case::Camel if i > 0 && given_first && w.chars().all(is_letter) => {}
            Case::Lower if i + 1 < words.len() && token.known.any(Known::PARTICLE) => {
                particles += 1;
                continue;
            }
            _ => return 0.0,
        }
        title += 1;
        upper += usize::from(case == Case::Upper);
        if w.ends_with('.') || i > 0 && w.chars().count() == 1 {
            initials += 1;
        } else if is_given_token(w, token) || i == 0 && is_vietnamese(w) {
            if i == 0 { given_first = true } else { given_later += 1 }
        } else if token.known.any(Known::COMMON) && !(i > 0 && token.known.any(Known::PARTICLE)) {
            common += 1;
        } else if token.known.any(Known::OUTLET.or(Known::ROLE).or(Known::DESK))
            || w.len() > 4 && token.known.any(Known::NOISE)
        {
            common += 2;
        }
        shaped |=
            w.contains(['\'', '’']) || case == Case::Title && w.starts_with("Mc") || i > 0 && w.contains('-');
    }
    let whole = &line[words[0].start..words[words.len() - 1].end];
    if words.len() > 1 && (is_agency(whole) || is_known_paper(whole)) {
        return 0.0;
    }
    // `Grant White`, `Carol King`: a common word may be a family name after a known given name.
    if common > usize::from(given_first && (2..=3).contains(&title)) {
        return 0.03;
    }
    let score: f32 = match (title, given_first, given_later > 0) {
        (0, ..) => 0.0,
        (1, true, _) => 0.25,
        (1, ..) => 0.08,
        (2..=4, true, _) if common > 0 => 0.6,
        (2..=4, true, _) => 0.95,
        (2..=4, _, true) => 0.75,
        (_, true, _) => 0.6,
        (2, ..) if initials > 0 => 0.75,
        (2, ..) => 0.45,
        (3, ..) if initials > 0 => 0.75,
        (3, ..) => 0.3,
        _ => 0.12,
    };
    let shape = if (shaped || particles > 0) && title > 1 { 0.15 } else { 0.0 };
    let shout = if upper == title && !given_first { 0.15 } else { 0.0 };
    (score + shape - shout).clamp(0.0, 1.0)
}

/// `Jean-Pierre`, `Anne-Sophie`, `José-María`.
fn is_double_given(word: &str) -> bool {
    word.split_once('-').is_some_and(|(a, b)| has(&GIVEN, a) && has(&GIVEN, b))
}

/// Is the first word a given name?
pub(super) fn is_given(word: &str) -> bool {
    has(&GIVEN, word) || has(&GIVEN_OTHER, word) || is_double_given(word)
}

/// [`is_given`] of a word that was looked up.
pub(super) fn is_given_token(word: &str, token: &Token) -> bool {
    token.known.any(Known::GIVEN.or(Known::GIVEN_OTHER)) || is_double_given(word)
}

fn caseless_score(words: &[Token]) -> f32 {
    if !words.iter().all(|w| w.kind == Kind::Word(Case::Caseless)) || words.len() > 4 {
        return 0.0;
    }
    let given = words.iter().position(|w| w.known.any(Known::GIVEN_OTHER));
    if words.iter().any(|w| w.known.any(Known::COMMON.or(Known::OUTLET).or(Known::ROLE).or(Known::DESK))) {
        return 0.03;
    }
    match (words.len(), given) {
        (1, Some(_)) => 0.2,
        (1, None) => 0.05,
        (_, Some(0)) => 0.9,
        (_, Some(_)) => 0.7,
        (2 | 3, None) => 0.35,
        _ => 0.1,
    }
}

/// Chinese names: a family name and one or two characters; foreign names with a dot between.
pub(super) fn han_score(word: &str) -> f32 {
    let n = word.chars().count();
    if word.contains('·') {
        return if n <= 15 { 0.8 } else { 0.0 };
    }
    if !word.chars().all(is_han) || n > 2 && has_outlet_end(word) {
        return 0.0;
    }
    match (n, has_family(word)) {
        (3, true) => 0.6,
        (2, true) => 0.45,
        (4, true) => 0.25,
        (4 | 5, false) => 0.2,
        _ => 0.05,
    }
}

/// Does the word end, as it is written, as names of papers do?
pub(super) fn has_outlet_end(word: &str) -> bool {
    static LAST: ByLetters = ByLetters::new();
    let mut ends = LAST.among(word.chars().rev(), OUTLET_ENDS.iter().map(|end| end.chars().rev()));
    ends.any(|i| word.ends_with(OUTLET_ENDS[i]))
}

/// Does the word begin with a Chinese family name and leave a given name?
pub(super) fn has_family(word: &str) -> bool {
    let n = word.chars().count();
    let head = |k: usize| word.char_indices().nth(k).map_or(word, |(at, _)| &word[..at]);
    (2..=3).contains(&n) && HAN_FAMILY.binary_search(&head(1)).is_ok()
        || (3..=4).contains(&n) && HAN_FAMILY.binary_search(&head(2)).is_ok()
}

/// Korean names: a family name of one syllable and two more.
pub(super) fn hangul_score(word: &str) -> f32 {
    let n = word.chars().count();
    let Some(first) = word.chars().next() else { return 0.0 };
    if !word.chars().all(is_hangul) || !HANGUL_FAMILY.contains(&&word[..first.len_utf8()]) {
        return 0.0;
    }
    if has_outlet_end(word) {
        return 0.05;
    }
    match n {
        3 => 0.7,
        2 | 4 => 0.2,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::looks_like_name;

    fn check(text: &str, low: f32, high: f32) {
        let score = looks_like_name(text);
        assert!((low..=high).contains(&score), "{text}: {score}");
    }

    #[test]
    fn names_in_many_scripts() {
        for name in [
            "Ana Lima",
            "ANA LIMA",
            "Ana Lima and Tom Roe",
            "Ana Lima, Tom Roe and Louise Berg",
            "Tom van der Zwaluw",
            "Karin J. Schmale",
            "Jean-Pierre Quintard",
            "María de la Hoz",
            "Ottavio Brusaferri",
            "Jutta Brandmoor und Falk Ostheide",
            "Dr. Jutta Brandmoor",
            "Савелий Петров и Ирина Морозко",
            "Морозко Ирина Павловна",
            "Ірина Морозко",
            "Γιώργος Καραμπέτσος",
            "محمد العطار",
            "سارة الرفاعي",
            "דוד גלבוע",
            "राहुल ठाकुर",
            "Nguyễn Thu Hà",
            "Lê Thu Trà",
            "Szilvia Bodnár",
            "Bambang Wiratama",
            "Mehmet Yıldırım",
        ] {
            check(name, 0.55, 1.0);
        }
        for name in ["윤다혜", "陆一舟", "Wrelda Ashdown", "三好かおる"] {
            check(name, 0.2, 0.9);
        }
    }

    #[test]
    fn labels_and_headings_are_no_names() {
        for text in [
            "Real Estate",
            "World",
            "High Praise",
            "New York",
            "Breaking News",
            "Council closes bridge",
            "Key Points",
            "Süddeutsche Zeitung",
            "Politik",
            "Sport und Kultur",
            "Politique",
            "Política",
            "Cronaca",
            "Политика",
            "Происшествия",
            "السياسة",
            "كرة القدم في مصر",
            "राजनीति",
            "ספורט",
            "The Example Herald",
            "Staff Reporter",
            "Associated Press",
            "Read More",
            "Council Tax Bill",
            "10 Ways",
            "What now?",
            "经济",
            "政治",
            "스포츠",
            "社会",
            "United Nations",
            "White House",
            "Supreme Court",
            "by",
            "",
            "a",
            "—",
        ] {
            check(text, 0.0, 0.2);
        }
    }
}
