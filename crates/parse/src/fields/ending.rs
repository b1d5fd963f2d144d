//! Credits at the end of a text: `(Reporting by A B; editing by C D)`, `-- By A B`, `（记者 王某）`, `(abc)`.

use std::ops::Range;

use super::agency::is_agency;
use super::byline::{PersonKind, read_byline};
use super::names::{han_score, has_family, looks_like_name};
use super::scan::{Scan, What};
use super::words::longest_phrase;
use super::words::{fold, is_han, is_hangul, prefix};
use super::words_cjk::{HAN_REPORTER, HANGUL_ROLES};
use super::words_label::OTHER_LABELS;
use crate::folded::{ByLetters, is_letter};
use crate::lines::is_blank_char;

/// What an ending is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EndKind {
    /// Names of writers.
    Authors,
    /// Initials: `(abc)`, `erb/ots`. They name nobody.
    Initials,
    /// Editors, translators and the like only: `(Web editor: A B)`.
    Staff,
}

/// A credit at the end of a line or paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EndCredit {
    /// The credit with its brackets and dashes.
    pub(crate) span: Range<usize>,
    /// Names of those who wrote; not of editors.
    pub(crate) authors: Vec<Range<usize>>,
    /// What it is.
    pub(crate) kind: EndKind,
}

/// Longest credit, in bytes.
const LONGEST: usize = 400;

/// The credit that closes a line or a paragraph.
pub(crate) fn end_credit(text: &str) -> Option<EndCredit> {
    let trimmed =
        text.trim_end_matches(|c: char| is_blank_char(c) || matches!(c, '+' | '■' | '◆' | '□' | '*' | '/'));
    let last = trimmed.chars().next_back()?;
    if let Some(open) = match last {
        ')' => Some('('),
        '）' => Some('（'),
        ']' => Some('['),
        '】' => Some('【'),
        '〕' => Some('〔'),
        '］' => Some('［'),
        _ => None,
    } {
        let start = trimmed.rfind(open)?;
        let inner = start + open.len_utf8()..trimmed.len() - last.len_utf8();
        if inner.start > inner.end || inner.len() > LONGEST {
            return None;
        }
        return bracketed(text, start..trimmed.len(), inner);
    }
    reporting(text, trimmed).or_else(|| dashed(text, trimmed))
}

/// A credit in brackets.
fn bracketed(text: &str, span: Range<usize>, inner: Range<usize>) -> Option<EndCredit> {
    let words = &text[inner.clone()];
    let alone = text[..span.start].trim_matches(is_blank_char).is_empty();
    let credit = |authors: Vec<Range<usize>>, kind| Some(EndCredit { span: span.clone(), authors, kind });
    let staff = longest_phrase(&OTHER_LABELS, words).is_some_and(|(length, _)| {
        words[length..].trim_start().starts_with([':', '：']) || words[..length].ends_with(" by")
    });
    if staff {
        return credit(Vec::new(), EndKind::Staff);
    }
    if words.chars().any(|c| is_han(c) || is_hangul(c)) {
        let authors = wide_names(words, inner.start, alone);
        return if authors.is_empty() { None } else { credit(authors, EndKind::Authors) };
    }
    if let Some(authors) = after_lead(text, inner.clone()) {
        return credit(authors, EndKind::Authors);
    }
    if is_initials(words) {
        return credit(Vec::new(), EndKind::Initials);
    }
    // `(Ana Lima)` closes a text; `(Real Madrid)` within one does not: a known given name is asked for.
    if !is_agency(words) && looks_like_name(words) > 0.85 {
        let read = read_byline(words, &[]);
        let authors: Vec<_> = people(&read).map(|r| inner.start + r.start..inner.start + r.end).collect();
        if !authors.is_empty() {
            return credit(authors, EndKind::Authors);
        }
    }
    None
}

fn people(read: &super::byline::BylineRead) -> impl Iterator<Item = Range<usize>> {
    read.people.iter().filter(|p| p.kind == PersonKind::Person).map(|p| p.name.clone())
}

/// `Reporting by A B in Town and C D; Editing by E F`: the reporters.
fn after_lead(text: &str, range: Range<usize>) -> Option<Vec<Range<usize>>> {
    const LEADS: &[&str] = &[
        "additional reporting by",
        "by",
        "compiled by",
        "con información de",
        "écrit par",
        "mit",
        "par",
        "por",
        "reporting and writing by",
        "reporting by",
        "reported by",
        "text von",
        "text:",
        "von",
        "with reporting by",
        "writing by",
        "written by",
        "with inputs from",
        "avec",
        "di",
        "av",
        "af",
        "door",
        "napisał",
        "автор:",
        "подготовил",
        "подготовила",
        "редакция",
        "oleh",
        "a cura di",
        "texto:",
        "texte :",
        "rédaction :",
        "story by",
        "autor:",
        "bericht:",
        "(reporting by",
    ];
    let words = &text[range.clone()];
    let length = LEADS.iter().filter_map(|lead| prefix(words, lead)).max()?;
    let stop = words[length..].find([';', '；']).map_or(words.len(), |at| length + at);
    let mut authors = reporters(&words[length..stop], range.start + length);
    // `Reporting by A B; Additional reporting by C D; Editing by E F`
    let mut at = stop;
    while let Some(rest) = words[at..].strip_prefix([';', '；']) {
        let segment = rest.split([';', '；']).next().unwrap_or("");
        let from = words.len() - rest.len();
        let lead = segment.len() - segment.trim_start().len();
        let Some(length) = ["additional reporting by", "additional reporting from"]
            .iter()
            .find_map(|words| prefix(&segment[lead..], words))
        else {
            break;
        };
        authors.extend(reporters(&segment[lead + length..], range.start + from + lead + length));
        at = from + segment.len();
    }
    (!authors.is_empty()).then_some(authors)
}

/// The persons named before the first label; `offset` is where the words begin.
fn reporters(words: &str, offset: usize) -> Vec<Range<usize>> {
    let scan = Scan::read(words, &[], true);
    scan.parts
        .iter()
        .take_while(|p| !matches!(p.what, What::Label | What::Noise))
        .filter(|p| p.what == What::Person)
        .map(|p| offset + p.span.start..offset + p.span.end)
        .collect()
}

/// A line, or the last sentence, that opens with `Reporting by`.
fn reporting(text: &str, trimmed: &str) -> Option<EndCredit> {
    const OPENERS: &[&str] = &[
        "Reporting by",
        "Reporting and writing by",
        "Additional reporting by",
        "Reported by",
        "Written by",
        "Story by",
    ];
    let tail = (trimmed.len().saturating_sub(LONGEST)..).find(|at| trimmed.is_char_boundary(*at))?;
    // All openers end alike, and few lines hold that. Of each opener the last copy counts.
    let bytes = &trimmed.as_bytes()[tail..];
    let mut last = [None; OPENERS.len()];
    for at in memchr::memchr_iter(b'y', bytes).filter(|at| bytes[..*at].ends_with(b" b")) {
        for (slot, opener) in last.iter_mut().zip(OPENERS) {
            if bytes[..=at].ends_with(opener.as_bytes()) {
                *slot = Some(tail + at + 1 - opener.len());
            }
        }
    }
    let start = last
        .into_iter()
        .flatten()
        .filter(|at| {
            let before = trimmed[..*at].trim_end();
            before.is_empty() || before.ends_with(['.', '!', '?', '”', '"', ')', '-', '—', '–'])
        })
        .min()?;
    let authors = after_lead(text, start..trimmed.len())?;
    Some(EndCredit { span: start..text.len(), authors, kind: EndKind::Authors })
}

/// `-- By A B`, `— A B`, after the last sentence or alone on the line.
fn dashed(text: &str, trimmed: &str) -> Option<EndCredit> {
    let window = trimmed.len().saturating_sub(120);
    let window = (window..=trimmed.len()).find(|at| trimmed.is_char_boundary(*at))?;
    let bytes = &trimmed.as_bytes()[window..];
    let long = memchr::memchr(0xe2, bytes).and_then(|_| trimmed[window..].rfind(['—', '–', '―']));
    let double =
        || memchr::memrchr_iter(b'-', bytes).find(|at| bytes[..*at].ends_with(b"-")).map(|at| at - 1);
    let dash = long.or_else(double)? + window;
    let mut start = dash;
    while trimmed[..start].ends_with(['-', '—', '–']) {
        start -= trimmed[..start].chars().next_back().map_or(1, char::len_utf8);
    }
    let rest = trimmed[dash..].trim_start_matches(['-', '—', '–', '―', ' ', '\u{a0}']);
    let from = trimmed.len() - rest.len();
    let before = trimmed[..start].trim_end();
    if !(before.trim_matches(is_blank_char).is_empty()
        || before.ends_with(['.', '!', '?', '”', '"', '»', '“', '。']))
    {
        return None;
    }
    let authors = match after_lead(text, from..trimmed.len()) {
        Some(authors) => authors,
        None if looks_like_name(rest) > 0.7 && !is_agency(rest) => {
            people(&read_byline(rest, &[])).map(|r| from + r.start..from + r.end).collect()
        }
        None => return None,
    };
    (!authors.is_empty()).then_some(EndCredit { span: start..trimmed.len(), authors, kind: EndKind::Authors })
}

/// `(abc)`, `(ab/cd)`, `(AB)`: two to four letters.
fn is_initials(words: &str) -> bool {
    words.len() <= 24
        && !is_agency(words)
        && words.split(['/', ',', ' ', '-', ';', '.']).filter(|part| !part.is_empty()).all(|part| {
            (1..=4).contains(&part.chars().count())
                && part.chars().all(is_letter)
                && (part.chars().all(char::is_lowercase) || part.chars().all(char::is_uppercase))
        })
        && words.chars().any(is_letter)
}

/// `山田 太郎`: Japanese papers print a space between the names of the family and the person, and set nothing else so.
fn is_set_apart(name: &str) -> bool {
    let mut parts = name.split([' ', '\u{3000}']);
    let is_part = |part: &str| (1..=3).contains(&part.chars().count()) && part.chars().all(is_han);
    let both = parts.next().is_some_and(is_part) && parts.next().is_some_and(is_part);
    both && parts.next().is_none()
}

/// Names in a Chinese, Japanese or Korean bracket: `记者 王某、李某`, `王某`, `都市名・氏名`, `某某报道`.
fn wide_names(words: &str, offset: usize, alone: bool) -> Vec<Range<usize>> {
    let led = HAN_REPORTER.iter().any(|lead| lead.chars().count() > 1 && words.contains(lead))
        || words.starts_with('文') && words.contains(['/', '／', '：', ' '])
        || HANGUL_ROLES.iter().any(|role| words.contains(role));
    if !led {
        // A name alone, or after a town: short, and nothing else.
        let last = words.rsplit(['・', '／', '/', '，', '＝']).next().unwrap_or(words);
        let n = last.chars().count();
        let fits = !alone && is_set_apart(last)
            || !alone
                && last.len() == words.len()
                && (has_family(last) && han_score(last) > 0.4
                    || (4..=4).contains(&n) && last.chars().all(is_han) && han_score(last) > 0.15)
            || last.len() < words.len()
                && (2..=5).contains(&n)
                && last.chars().all(is_han)
                && han_score(last) > 0.0;
        let start = offset + words.len() - last.len();
        return if fits { one(start..start + last.len()) } else { Vec::new() };
    }
    let scan = Scan::read(words, &[], false);
    scan.parts
        .iter()
        .filter(|p| p.what == What::Person)
        .map(|p| offset + p.span.start..offset + p.span.end)
        .collect()
}

/// The writer whom a closing note describes: `Ana Lima is a senior reporter at …`, `Tom Roe writes about …`.
pub(crate) fn biography(text: &str) -> Option<Range<usize>> {
    const VERBS: &[&str] = &[
        "is a",
        "is an",
        "is the",
        "is based",
        "is our",
        "writes",
        "covers",
        "reports",
        "joined",
        "has been",
        "has covered",
        "has written",
        "was a",
        "lives",
        "ist",
        "schreibt",
        "arbeitet",
        "est",
        "écrit",
        "es",
        "é",
        "è",
        "è nato",
        "jest",
        "to dziennikarz",
        "works",
        "teaches",
        "studied",
        "serves",
        "contributed",
    ];
    let start = text.len() - text.trim_start_matches(is_blank_char).len();
    let text_from = &text[start..];
    // The first word in small letters, particles of names apart, is the verb: most lines are told by it.
    static VERB: ByLetters = ByLetters::new();
    let may_be_verb = |word: &str| {
        let letters = word.chars().filter_map(fold);
        let mut verbs = VERB.among(letters, VERBS.iter().map(|verb| verb.chars())).map(|i| VERBS[i]);
        verbs.any(|verb| prefix(word, verb.split(' ').next().unwrap_or(verb)).is_some())
    };
    let small = |word: &&str| word.bytes().next().is_some_and(|b| !b.is_ascii() || b.is_ascii_lowercase());
    let plain = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase());
    let head = &text_from[..floor(text_from, 240)];
    // Every verb has a word in small letters before which a space stands.
    let opens =
        |pair: &[u8]| !pair[0].is_ascii_graphic() && (pair[1].is_ascii_lowercase() || !pair[1].is_ascii());
    if !head.as_bytes().windows(2).any(opens) {
        return None;
    }
    let mut words = head.split_whitespace().skip(1).filter(small);
    let told = words.find_map(|word| match may_be_verb(word) {
        true => Some(true),
        false => (plain(word) && !super::words::has(&super::words_label::PARTICLES, word)).then_some(false),
    });
    if told != Some(true) {
        return None;
    }
    let of_name = |t: &super::tokens::Token| {
        matches!(t.kind, super::tokens::Kind::Word(c) if c != super::tokens::Case::Lower)
            || super::words::has(&super::words_label::PARTICLES, &text_from[t.start..t.end])
    };
    let tokens = super::tokens::split_while(&text_from[..floor(text_from, 160)], &[], of_name);
    let words: Vec<_> = tokens.into_iter().take_while(of_name).collect();
    if words.len() < 2 {
        return None;
    }
    let end = words.last()?.end;
    let after = text_from[end..].trim_start();
    let verb =
        VERBS.iter().any(|v| prefix(after, v).is_some_and(|length| super::words::ends_word(after, length)));
    (verb && super::names::name_score(text_from, &words) >= 0.4)
        .then_some(start + words[0].start..start + end)
}

/// Largest char boundary not over `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

/// Writers named in the bracket that opens a Chinese, Japanese or Korean story: `某社某地3月12日电（记者 王某、李某）`,
/// `〔記者王某／某地報導〕`, `(某市=某通信) 김하나 기자 =`, `【某市＝氏名】`.
pub(crate) fn opening_reporters(text: &str) -> Vec<Range<usize>> {
    let text = &text[..floor(text, 300)];
    let none = Vec::new();
    if !text.chars().take(80).any(|c| is_han(c) || is_hangul(c)) {
        return none;
    }
    if let Some(equals) =
        text.find(" = ").or_else(|| text.find("기자=").map(|at| at + "기자".len())).filter(|at| *at < 120)
    {
        let head = &text[..equals];
        let from = head.rfind(')').map_or(0, |at| at + 1);
        let names = names_in(text, from..equals);
        if !names.is_empty() {
            return names;
        }
    }
    let Some(open) = text
        .char_indices()
        .take(60)
        .find(|(_, c)| matches!(c, '（' | '(' | '〔' | '【' | '［'))
        .map(|(at, c)| at + c.len_utf8())
    else {
        return none;
    };
    let Some(close) = text[open..].find(['）', ')', '〕', '】', '］']).map(|at| open + at) else {
        return none;
    };
    let inner = &text[open..close];
    if HAN_REPORTER.iter().any(|w| w.chars().count() > 1 && inner.contains(w)) {
        return names_in(text, open..close);
    }
    if let Some(mark) = inner.find(['＝', '=']) {
        let from = open + mark + inner[mark..].chars().next().map_or(1, char::len_utf8);
        let name = &text[from..close];
        if (2..=5).contains(&name.chars().count()) && name.chars().all(is_han) && han_score(name) > 0.0 {
            return one(from..close);
        }
    }
    none
}

fn one(range: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(range).collect()
}

fn names_in(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let words = &text[range.clone()];
    let scan = Scan::read(words, &[], false);
    let mut names = Vec::new();
    for part in scan.parts.iter().filter(|p| p.what == What::Person) {
        names.push(range.start + part.span.start..range.start + part.span.end);
    }
    if names.is_empty()
        && let Some((at, word)) = ["記者", "记者"].iter().find_map(|w| words.find(w).map(|at| (at, *w)))
    {
        // `中央社記者王某某某地21日電`: name and town run on; Chinese names have two or three characters.
        let from = at + word.len();
        let run = words[from..].chars().take_while(|c| is_han(*c)).count();
        let take = if run >= 5 {
            3
        } else if run == 4 {
            2
        } else {
            run
        };
        let end = words[from..].char_indices().nth(take).map_or(words.len(), |(k, _)| from + k);
        if end > from && has_family(&words[from..end]) {
            names.push(range.start + from..range.start + end);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{EndKind, biography, end_credit, opening_reporters};

    /// Names joined by `; `; `initials`, `staff` or `none` where there are none.
    fn check(text: &str, expected: &str) {
        let got = match end_credit(text) {
            None => "none".to_owned(),
            Some(end) if end.kind == EndKind::Initials => "initials".to_owned(),
            Some(end) if end.kind == EndKind::Staff => "staff".to_owned(),
            Some(end) => end.authors.iter().map(|a| &text[a.clone()]).collect::<Vec<_>>().join("; "),
        };
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn reporters_not_editors() {
        check("(Reporting by Ana Lima; Editing by Tom Roe)", "Ana Lima");
        check(
            "(Reporting by Ana Lima, Lou Berg and Tom Roe; editing by Max Hill)",
            "Ana Lima; Lou Berg; Tom Roe",
        );
        check(
            "(Reporting by Ana Lima in Northport and Tom Roe in Lakeside; Editing by Max Hill)",
            "Ana Lima; Tom Roe",
        );
        check("Reporting by Ana Lima; Editing by Tom Roe", "Ana Lima");
        check("The vote is due on Monday. (Reporting by Ana Lima)", "Ana Lima");
        check("Additional reporting by Ana Lima", "Ana Lima");
        check(
            "Reporting by Ana Lima; Additional reporting by Tom Roe; Editing by Max Hill",
            "Ana Lima; Tom Roe",
        );
        check("(Web editor: Ana Lima, Tom Roe)", "staff");
        check("(Editing by Ana Lima)", "staff");
        check("（责任编辑：陆一舟）", "staff");
    }

    #[test]
    fn signatures() {
        check("-- By Ana Lima", "Ana Lima");
        check("The bridge stays closed. — Ana Lima", "Ana Lima");
        check("The bridge stays closed – for now, said Lima", "none");
        check("Die Brücke bleibt zu. (Jutta Brandmoor) +++", "Jutta Brandmoor");
        check("Die Brücke bleibt zu. (dmk)", "initials");
        check("(ab/cd)", "initials");
        check("erwartet. (dpa)", "none");
        check("The team won (Real Madrid)", "none");
        check("活动于周一举行。（陆一舟）", "陆一舟");
        check("活动于周一举行。（记者 陆一舟）", "陆一舟");
        check("活动于周一举行。（記者陸一舟）", "陸一舟");
        check("橋は閉鎖された。（山田太郎）", "山田太郎");
        check("橋は閉鎖された。（山田 太郎）", "山田 太郎");
        check("橋は閉鎖された。【北浜・山田　太郎】", "山田　太郎");
        check("橋は閉鎖された。（山田 太郎 次郎）", "none");
        check("橋は閉鎖された。【青浜支局・三好学】", "三好学");
        check("活动于周一举行。（完）", "none");
        check("活动于周一举行。（图片来自网络）", "none");
        check("", "none");
        check(")", "none");
    }

    #[test]
    fn lives_in_a_sentence() {
        let name = |text: &str| biography(text).map(|span| text[span].to_owned());
        assert_eq!(name("Ana Lima is a senior reporter at The Example Herald.").as_deref(), Some("Ana Lima"));
        assert_eq!(name("Tom R. Roe writes about bridges.").as_deref(), Some("Tom R. Roe"));
        assert_eq!(name("Jutta Brandmoor ist Redakteurin.").as_deref(), Some("Jutta Brandmoor"));
        assert_eq!(name("The council is a body of nine."), None);
        assert_eq!(name("Ana Lima voted against."), None);
    }

    #[test]
    fn reporters_before_the_story() {
        let names = |text: &str| {
            opening_reporters(text).into_iter().map(|r| text[r].to_owned()).collect::<Vec<_>>().join("; ")
        };
        for (text, expected) in [
            ("东湖社青岭3月12日电（记者 陆一舟、贺明）青岭市启动", "陆一舟; 贺明"),
            ("〔記者陸一舟／青岭報導〕財政部今天", "陸一舟"),
            ("（東海社記者陸一舟青嶺21日電）院長今天", "陸一舟"),
            ("(가온=한빛통신) 윤다혜 기자 = 가온시는", "윤다혜"),
            ("【青浜＝三好学】青浜市は", "三好学"),
            ("The council (which voted) = closed", ""),
        ] {
            let got = names(text);
            assert_eq!(got, expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_are_on_boundaries(text in "\\PC{0,80}", open in prop::sample::select(vec!["(", "（记者", "Reporting by ", "-- ", "("]), close in prop::sample::select(vec![")", "）", ""])) {
            let text = format!("{text}{open}{text}{close}");
            if let Some(end) = end_credit(&text) {
                prop_assert!(text.get(end.span).is_some());
                for author in end.authors {
                    prop_assert!(text.get(author).is_some());
                }
            }
            prop_assert!(biography(&text).is_none_or(|name| text.get(name).is_some()));
            for name in opening_reporters(&text) {
                prop_assert!(text.get(name).is_some());
            }
        }
    }
}
