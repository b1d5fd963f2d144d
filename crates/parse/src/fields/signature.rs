//! Writers who are named without a byline: in the deck, before the headline's colon, behind the last sentence, or in
//! the note that describes them.

use std::ops::Range;

use super::agency::{is_agency, is_unspaced};
use super::byline::{PersonKind, read_byline};
use super::dateline::floor_boundary;
use super::ending::biography;
use super::names::looks_like_name;
use super::words::{ends_word, has, prefix};
use super::words_role::ROLES;
use crate::folded::find;
use crate::lines::is_blank_char;

/// How sure a name must be that no word introduces, 0 to 1.
const SURE: f32 = 0.85;

/// `…, writes Ana Lima`: the deck names the columnist.
pub(crate) fn in_deck(deck: &str) -> Option<Range<usize>> {
    const VERBS: &[&str] = &[
        "writes",
        "argues",
        "reports",
        "schreibt",
        "meint",
        "kommentiert",
        "berichtet",
        "écrit",
        "raconte",
        "explique",
        "escribe",
        "opina",
        "escreve",
        "scrive",
        "schrijft",
        "skriver",
        "pisze",
        "píše",
        "piše",
        "пишет",
        "пише",
        "yazdı",
    ];
    let text = deck.trim_end_matches(|c: char| is_blank_char(c) || matches!(c, '.' | '…'));
    let window = (text.len().saturating_sub(90)..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let (at, length) = text[window..].char_indices().rev().find_map(|(k, _)| {
        let at = window + k;
        let opens = at == 0 || text[..at].ends_with([' ', '\u{a0}']);
        let verb = opens.then(|| VERBS.iter().find(|verb| text[at..].starts_with(**verb))).flatten()?;
        ends_word(&text[at..], verb.len()).then_some((at, verb.len()))
    })?;
    // A comma or a dash sets the verb off: `what she writes Ana Lima` is no signature.
    if !text[..at].trim_end().ends_with([',', '–', '—', '-', '.', '”', '"', '»']) {
        return None;
    }
    one_person(deck, at + length..text.len(), 0.4)
}

/// `Ana Lima: In praise of the bench`: the column is headed by its writer. Whether it is one is the caller's question:
/// those who are quoted stand there as well.
pub(crate) fn in_headline(headline: &str) -> Option<Range<usize>> {
    let colon = headline.find([':', '|', '｜'])?;
    let name = headline[..colon].trim_matches(is_blank_char);
    let start = headline[..colon].len() - headline[..colon].trim_start_matches(is_blank_char).len();
    one_person(headline, start..start + name.len(), 0.4)
}

/// `Nobody came. Ana Lima`: the name run on behind the last sentence.
pub(crate) fn behind_story(paragraph: &str) -> Option<Range<usize>> {
    let text = paragraph.trim_end_matches(is_blank_char);
    let window = (text.len().saturating_sub(60)..=text.len()).find(|at| text.is_char_boundary(*at))?;
    // The mark of the last sentence, not that of an initial.
    let stop = text[window..].char_indices().rev().map(|(k, c)| (window + k, c)).find(|(at, c)| {
        let word = text[..*at].rsplit([' ', '\u{a0}']).next().unwrap_or("");
        matches!(c, '.' | '!' | '?' | '…' | '”' | '»') && (*c != '.' || word.chars().count() > 3)
    })?;
    let from = stop.0 + stop.1.len_utf8();
    let spaced = text[from..].starts_with([' ', '\u{a0}']);
    let name = text[from..].trim_start_matches([' ', '\u{a0}', '—', '–', '-']);
    (spaced && text.len() > 40).then_some(())?;
    one_person(paragraph, text.len() - name.len()..text.len(), SURE)
}

/// `… 2022年12月6日 5時00分　真壁 灯`: a family and a given name at the end, set apart by one blank.
pub(crate) fn behind_date(line: &str, date: usize) -> Option<Range<usize>> {
    let rest = line.get(date..)?;
    if rest.is_ascii() {
        return None;
    }
    let text = rest.trim_matches(is_blank_char);
    let start = date + rest.len() - rest.trim_start_matches(is_blank_char).len();
    let words = text.split(is_blank_char);
    let part = |word: &str| (1..=3).contains(&word.chars().count()) && word.chars().all(is_unspaced);
    (words.clone().count() == 2 && words.clone().all(part) && text.chars().count() <= 6)
        .then(|| start..start + text.len())
}

/// `Ana Lima reports.`, alone on its line.
pub(crate) fn reporting(line: &str) -> Option<Range<usize>> {
    const VERBS: &[&str] =
        &["reports", "has more", "has the story", "berichtet", "nous en dit plus", "informa"];
    let text = line.trim_matches(|c: char| is_blank_char(c) || c == '.');
    let start = line.len() - line.trim_start_matches(|c: char| is_blank_char(c) || c == '.').len();
    let verb = VERBS.iter().find(|verb| text.ends_with(**verb))?;
    let name = text[..text.len() - verb.len()].trim_end_matches([' ', '\u{a0}']);
    (name.len() + verb.len() < text.len()).then_some(())?;
    one_person(line, start..start + name.len(), 0.45)
}

/// The writer whom a closing note describes, when the note says that it is a writer's: by a word of the trade, an
/// address, or where to find more of the work.
pub(crate) fn in_biography(note: &str) -> Option<Range<usize>> {
    const SIGNS: &[&str] = &[
        "joined the",
        "writes",
        "freelance",
        "staff",
        "newsroom",
        "more of",
        "e-mail",
        "email",
        "follow him",
        "follow her",
        "follow them",
        "twitter",
        "covers",
        "schreibt",
        "newspaper",
        "blog",
        "author of",
    ];
    let name = biography(note).or_else(|| joined(note))?;
    let rest = &note[name.end..];
    let lower = rest.to_lowercase();
    let trade = rest.split(|c: char| !c.is_alphanumeric() && c != '-').take(40).any(|word| {
        !word.is_empty() && has(&ROLES, word) && !matches!(word, "president" | "director" | "staff")
    });
    let signed = rest.contains('@') || SIGNS.iter().any(|sign| lower.contains(sign));
    (trade || signed).then_some(name)
}

/// `Ana Lima fell down the rabbit hole of politics at the age of twelve`: any sentence of a note that opens with a
/// full name, which the caller has to know from elsewhere.
pub(crate) fn opens_note(note: &str) -> Option<Range<usize>> {
    let start = note.len() - note.trim_start_matches(is_blank_char).len();
    let (mut end, mut at) = (start, start);
    for word in note[start..].split(' ').take(4) {
        let stop = at + word.len();
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        end = stop;
        at = stop + 1;
    }
    one_person(note, start..end, 0.4)
}

/// `Ana Lima joined the Northport staff in 2022.`
fn joined(note: &str) -> Option<Range<usize>> {
    /// Bytes of a name and the verb behind it.
    const HEAD: usize = 80;
    let head = &note[..floor_boundary(note, HEAD)];
    let verbs = [" joined ", " is an ", " is a ", " is the "];
    let at = verbs.iter().filter_map(|verb| find(head, verb)).min()?;
    let name = note.get(..at).filter(|name| name.len() <= 60)?;
    let start = name.len() - name.trim_start_matches(is_blank_char).len();
    one_person(note, start..at, 0.4)
}

/// The one person that a range of a text names and nothing else.
fn one_person(text: &str, range: Range<usize>, least: f32) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    if part.len() < 5 || part.len() > 60 || is_agency(part.trim()) {
        return None;
    }
    let read = read_byline(part, &[]);
    let [person] = &read.people[..] else { return None };
    let name = &part[person.name.clone()];
    let whole = read.rest == 0 && read.lead.is_none() && name.contains([' ', '\u{a0}']);
    let score = looks_like_name(name);
    (whole && person.kind == PersonKind::Person && score >= least && prefix(name, "the ").is_none())
        .then(|| range.start + person.name.start..range.start + person.name.end)
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::behind_date;
    use super::{behind_story, in_biography, in_deck, in_headline, reporting};

    fn check(read: fn(&str) -> Option<Range<usize>>, text: &str, expected: &str) {
        assert_eq!(read(text).map_or("", |range| &text[range]), expected, "{text}");
    }

    #[test]
    fn behind_the_day() {
        let name = |line: &str, date: &str| {
            let end = line.find(date).map_or(0, |at| at + date.len());
            behind_date(line, end).map(|range| line[range].to_owned())
        };
        assert_eq!(name("港都新報　2022年12月6日 5時00分　真壁 灯", "5時00分").as_deref(), Some("真壁 灯"));
        assert_eq!(name("港都新報　2022年12月6日", "6日"), None);
        assert_eq!(name("港都新報　2022年12月6日　有料記事 会員限定", "6日"), None);
        assert_eq!(name("May 3, 2021 Ana Lima", "2021"), None);
    }

    #[test]
    fn decks_name_their_columnists() {
        check(in_deck, "The letters of a sister are worth more than her novels, writes Ana Lima", "Ana Lima");
        check(in_deck, "The bridge was old, writes PROFESSOR ANA LIMA.", "ANA LIMA");
        check(in_deck, "Die Brücke war alt, schreibt Jutta Brandmoor.", "Jutta Brandmoor");
        check(in_deck, "She reads what she writes in Northport", "");
        check(in_deck, "The bridge was old, writes the council", "");
    }

    #[test]
    fn columns_headed_by_their_writers() {
        check(in_headline, "Ana Lima: In praise of the bench", "Ana Lima");
        check(in_headline, "Council: bridge to close", "");
    }

    #[test]
    fn names_behind_the_last_sentence() {
        let story = "The council met for six hours on Monday and decided nothing, as it had the week before.";
        check(behind_story, &format!("{story} Ana Lima"), "Ana Lima");
        check(behind_story, &format!("{story} Real Madrid"), "");
        check(behind_story, story, "");
    }

    #[test]
    fn reporters_named_in_a_sentence() {
        check(reporting, "Ana Lima reports.", "Ana Lima");
        check(reporting, "Our correspondent reports.", "");
        check(reporting, "Ana Lima", "");
    }

    #[test]
    fn notes_on_writers() {
        check(
            in_biography,
            "Ana Lima joined the News 3 staff in 2019. She grew up in Northport.",
            "Ana Lima",
        );
        check(in_biography, "Ana Lima is a reporter who covers the courts.", "Ana Lima");
        check(in_biography, "Ana Lima is a baker. Write to her: ana@bakery.example", "Ana Lima");
        check(in_biography, "Ana Lima is a baker in Northport.", "");
        check(in_biography, "The bridge is a landmark.", "");
    }
}
