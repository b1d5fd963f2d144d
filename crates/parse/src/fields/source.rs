//! Source lines: `Source: Agency`, `(Agency)`, `AGENCY`, `来源：…`, and the owner in a copyright line.

use std::ops::Range;

use super::agency::{is_agency, is_agency_like};
use super::outlet::is_known_paper;
use super::runs;
use super::words::{Words, has, is_han, is_hangul, longest_phrase, prefix};
use super::words_label::{OTHER_LABELS, SOURCE_LABELS};
use super::words_outlet::{OUTLET_ENDS, OUTLETS};
use super::words_role::{DESKS, ROLES};
use crate::folded::{self, is_letter, is_letter_or_number};
use crate::label::lexicon::{self, Class};
use crate::lines::is_blank_char;

/// A line longer than this names no source, in bytes.
const LONGEST_LINE: usize = 200;

/// Words that forbid to copy a text stand where its owner is named, and name nobody.
const NO_NAMES: &[&str] = &["转载", "轉載", "転載", "무단전재", "무단 전재"];

/// What was read from a source line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceRead {
    /// The name without label, brackets and address.
    pub(crate) name: Range<usize>,
    /// `Source:`, `来源：`
    pub(crate) label: Option<Range<usize>>,
}

/// Reads a line that is, or may be, a source line.
///
/// With a label any name is taken; without one the whole line is the name, so ask only of short lines.
pub(crate) fn read_source(line: &str) -> Option<SourceRead> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let body = trim(line, 0..line.len());
    let text = &line[body.clone()];
    if text.is_empty() {
        return None;
    }
    if let Some((label, value)) = labelled(text) {
        let name = name_in(line, body.start + value..body.end, true)?;
        return Some(SourceRead { name, label: Some(body.start + label.start..body.start + label.end) });
    }
    // `Editor: A B`, `Tags: bridge`, `请勿转载`: said of the text, but not whose it is.
    let label = text.find([':', '：']).map(|colon| text[..colon].trim());
    if label.is_some_and(|label| has(&OTHER_LABELS, label))
        || NO_NAMES.iter().any(|words| text.contains(words))
    {
        return None;
    }
    let name = name_in(line, body, false)?;
    Some(SourceRead { name, label: None })
}

/// Does the line name its source behind a label?
pub(crate) fn has_label(line: &str) -> bool {
    if line.len() > LONGEST_LINE {
        return false;
    }
    let body = trim(line, 0..line.len());
    let value = labelled(&line[body.clone()]).map(|(_, value)| body.start + value..body.end);
    value.is_some_and(|value| name_in(line, value, true).is_some())
}

/// The label of a source at the start, and where its value begins.
fn labelled(text: &str) -> Option<(Range<usize>, usize)> {
    let open = text.len()
        - text.trim_start_matches(|c: char| is_blank_char(c) || matches!(c, '(' | '（' | '[' | '【')).len();
    let rest = &text[open..];
    if let Some((length, phrase)) = longest_phrase(&SOURCE_LABELS, rest) {
        let tail = &rest[length..];
        let skipped = tail.len() - tail.trim_start_matches(|c: char| is_blank_char(c)).len();
        let after = &tail[skipped..];
        let dash = || {
            ["- ", "– ", "— "]
                .iter()
                .find_map(|dash| after.strip_prefix(dash))
                .filter(|_| length > 5 && skipped > 0)
        };
        if let Some(value) = after.strip_prefix([':', '：', '/', '｜', '=', '՝']).or_else(dash) {
            return Some((open..open + length, text.len() - value.len()));
        }
        // `SOURCE Lakeside Biologics`, as the press wires close their releases.
        if phrase == "source" && rest.starts_with("SOURCE") && skipped > 0 {
            return Some((open..open + length, open + length + skipped));
        }
    }
    // `Ripubblicato da: AGENCY`: a label not known before what is known.
    // `Published in The Paper, May 3rd, 2021`
    const PUBLISHED_IN: &[&str] = &[
        "originally published in ",
        "first published in ",
        "published in ",
        "erschienen in ",
        "publié dans ",
        "publicado en ",
        "publicado em ",
    ];
    let may_open = |c: char| matches!(super::words::fold(c), Some('o' | 'f' | 'p' | 'e') | None);
    if rest.starts_with(may_open)
        && let Some(length) = PUBLISHED_IN.iter().find_map(|words| prefix(rest, words))
        && rest[length..].starts_with(char::is_uppercase)
        // `Published in May 2021` names a month.
        && !rest[length..].split(',').next().is_some_and(|name| name.contains(char::is_numeric))
    {
        return Some((open..open + length - 1, open + length));
    }
    let colon = first_colon(text)?;
    let value = colon + text[colon..].chars().next().map_or(1, char::len_utf8);
    (colon < 60 && is_agency(text[value..].trim())).then_some((0..colon, value))
}

/// The first colon, wide or not.
fn first_colon(text: &str) -> Option<usize> {
    let plain = memchr::memchr(b':', text.as_bytes());
    let wide = if text.is_ascii() { None } else { folded::find(text, "：") };
    plain.into_iter().chain(wide).min()
}

/// The name within a range: brackets, dashes, addresses and what follows a bar cut off.
fn name_in(line: &str, range: Range<usize>, labelled: bool) -> Option<Range<usize>> {
    let range = trim(line, range);
    let text = &line[range.clone()];
    let mut end = text.find(['|', '｜', '\t']).filter(|at| *at > 0).unwrap_or(text.len());
    for (at, word) in words(&text[..end]) {
        if word.contains('@') || word.starts_with("http") || word.starts_with("[email") {
            end = at;
            break;
        }
    }
    // `Police, übermittelt durch the wire`; `Agency, Town`.
    if labelled && let Some(comma) = text[..end].find([',', '，', ';', '；']).filter(|at| *at > 0) {
        let mark = |c: char| matches!(c, ',' | '，' | ';' | '；');
        let tail = text[comma..end].trim_start_matches(mark).trim_start();
        let dated = tail.chars().any(char::is_numeric);
        if dated || tail.chars().next().is_none_or(char::is_lowercase) {
            end = comma;
        }
    }
    let mut name = trim(line, range.start..range.start + end);
    // `AFP/The Paper`, `News of the land - NEWS.am`: the agency of two, the second half of a tagline.
    if !labelled {
        let text = &line[name.clone()];
        if let Some(slash) = text.find('/')
            && is_agency(text[..slash].trim())
            && !is_agency(text)
        {
            name = trim(line, name.start..name.start + slash);
        } else if let Some(dash) = text.rfind(" - ")
            && let tail = text[dash + 3..].trim()
            && (is_domain(tail)
                || is_agency(tail)
                || has_press_word(tail) && !has_press_word(text[..dash].trim()))
        {
            name = trim(line, name.start + dash + 3..name.end);
        }
    }
    (!name.is_empty() && line[name.clone()].chars().any(is_letter_or_number)).then_some(name)
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(is_blank_char).map(move |word| {
        let start = at;
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        (start, word)
    })
}

/// Marks that open and close within a name.
const PAIRS: &[(char, char)] = &[('«', '»'), ('“', '”'), ('„', '“'), ('(', ')'), ('（', '）'), ('[', ']')];

/// Without blanks, dashes, bullets and one pair of brackets at both ends.
fn trim(line: &str, range: Range<usize>) -> Range<usize> {
    if super::credit_starts::has_plain_ends(&line[range.clone()]) {
        return range;
    }
    let is_edge = |c: char| {
        is_blank_char(c)
            || matches!(
                c,
                '-' | '–'
                    | '—'
                    | '*'
                    | '•'
                    | '|'
                    | '/'
                    | '('
                    | ')'
                    | '（'
                    | '）'
                    | '['
                    | ']'
                    | '【'
                    | '】'
                    | ':'
                    | '：'
                    | '"'
                    | '“'
                    | '”'
                    | '«'
                    | '»'
                    | ','
                    | '，'
                    | '。'
                    | '+'
            )
    };
    let text = &line[range.clone()];
    let start = range.start + text.len() - text.trim_start_matches(is_edge).len();
    let mut end = range.end - (text.len() - text.trim_end_matches(is_edge).len());
    // `Журнал «Окраина»`: a mark whose partner stands inside the name belongs to it.
    if let Some(close) = line[end..range.end].chars().next()
        && let Some((open, _)) = PAIRS.iter().find(|(_, c)| *c == close)
        && start < end
        && line[start..end].matches(*open).count() > line[start..end].matches(close).count()
    {
        end += close.len_utf8();
    }
    if start < end { start..end } else { range.start..range.start }
}

/// May the name be that of a paper, a station or an agency? Universities and ministries are none.
pub(crate) fn is_outlet(name: &str) -> bool {
    const BODIES: &[&str] = &[
        "universi",
        "college",
        "institut",
        "hochschule",
        "school",
        "ministr",
        "council",
        "federation",
        "foundation",
        "university",
        "université",
        "università",
        "universidad",
        "department",
        "hospital",
        "大学",
        "대학",
    ];
    let lower = name.to_lowercase();
    !BODIES.iter().any(|body| lower.contains(body))
}

/// Can a source be called so? A desk, a role, a button of the page and a row of words run together cannot.
pub(crate) fn is_name(name: &str) -> bool {
    if is_agency(name) {
        return true;
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let role = |word: &&&str| (has(&ROLES, word) || has(&DESKS, word)) && !has(&OUTLETS, word);
    let small = words.iter().filter(|w| w.chars().next().is_some_and(char::is_lowercase)).count();
    let glued =
        name.chars().zip(name.chars().skip(1)).filter(|(a, b)| a.is_lowercase() && b.is_uppercase()).count();
    let by_role = words.last().is_some_and(|last| role(&last));
    let hits = lexicon::look_up(name);
    let address =
        words.first().is_some_and(|w| matches!(*w, "Your" | "Our" | "My" | "Ihre" | "Votre" | "Tu"));
    let button =
        [Class::Nav, Class::Share, Class::Related, Class::Advert, Class::Comment, Class::Player, Class::Tags]
            .into_iter()
            .any(|class| hits.has(class));
    let page = hits.words > 0 && (button && hits.covered * 2 >= hits.words || hits.covered >= hits.words);
    let page = address || page && !has_press_word(name) && !is_of_place(name);
    // `page1`
    let numbered =
        name.strip_prefix("page").is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    let page = page || numbered;
    // `miller_72` writes in a forum.
    !by_role && !name.contains('_') && glued <= 2 && small <= 4 && words.len() <= 10 && !page
}

/// `北浜新聞`, `某市日报`: a name before the word for paper. `国际新闻` is a section.
fn is_of_place(name: &str) -> bool {
    OUTLET_ENDS.iter().filter(|end| !end.is_ascii() && end.chars().count() > 1).any(|end| {
        let head = name.strip_suffix(end).unwrap_or("");
        head.chars().count() > 1
            && head.chars().all(|c| is_han(c) || is_hangul(c))
            && lexicon::look_up(head).covered == 0
    })
}

/// Does the name say itself that it is a paper's or an agency's: `Example Daily`, `NEWS.am`?
pub(crate) fn names_paper(name: &str) -> bool {
    if is_agency_like(name) || is_known_paper(name) {
        return true;
    }
    // `Nachrichten`, `Correo` alone are parts of a page; with a town or an article they are papers.
    let mut words = name
        .split(|c: char| is_blank_char(c) || matches!(c, '-' | '\'' | '’' | '·'))
        .filter(|word| !word.is_empty());
    let several = words.clone().nth(1).is_some();
    words.any(|word| several && (has(&OUTLETS, word) || is_long_paper_word(word)))
        || name.split_whitespace().any(is_domain)
}

/// Is a word of the press in the name: `Correo`, `Example Daily`? Enough behind a label.
fn has_press_word(name: &str) -> bool {
    names_paper(name) || name.split_whitespace().any(|word| has(&OUTLETS, word))
}

/// A word that ends as names of papers do and is more than that end: `Nordbote`.
fn is_long_paper_word(word: &str) -> bool {
    const MORE: usize = 2;
    word.chars().count() > 4
        && runs::paper_end(word).is_some_and(|length| word.chars().count() >= length + MORE)
}

/// One word, or a word without spaces, that ends as names of papers do: `News24`, `Nordbote`, `northport.am`.
pub(crate) fn is_paper_word(name: &str) -> bool {
    !name.contains(' ') && (is_domain(name) || is_of_place(name) || is_long_paper_word(name))
}

/// `NEWS.am`
fn is_domain(word: &str) -> bool {
    !word.contains(' ') && word.rsplit_once('.').is_some_and(|(head, end)| head.len() > 1 && end.len() > 1)
}

/// Where the name of a paper ends that stands in quotation marks behind its kind: `Вестник „Крайбрежие“`, `газета «Порт»`.
pub(crate) fn quoted_after(line: &str, end: usize) -> Option<usize> {
    const LONGEST: usize = 60;
    let rest = line[end..].trim_start_matches([' ', '\u{a0}']);
    let open = rest.chars().next()?;
    let close: &[char] = match open {
        '„' => &['“', '”'],
        '«' => &['»'],
        '“' => &['”'],
        _ => return None,
    };
    let inner = &rest[open.len_utf8()..];
    let at = inner.find(close).filter(|at| (1..=LONGEST).contains(at))?;
    let mark = inner[at..].chars().next().map_or(0, char::len_utf8);
    Some(line.len() - rest.len() + open.len_utf8() + at + mark)
}

/// Does the line open with a mark of copyright?
pub(crate) fn is_copyright(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| is_blank_char(c) || matches!(c, '*' | '•' | '-' | '|'));
    prefix(line, "copyright").is_some() || line.starts_with(['©', 'ⓒ']) || prefix(line, "(c)").is_some()
}

/// The owner named by a copyright line: `Copyright 2017. Publisher GmbH`, `© 2020 Paper, all rights reserved`.
pub(crate) fn copyright_owner(line: &str) -> Option<Range<usize>> {
    const MARKS: &[&str] =
        &["copyright", "©", "(c)", "ⓒ", "저작권자", "版权所有", "版權所有", "авторские права", "telif hakki"];
    let line_end = line.len().min(4 * LONGEST_LINE);
    let mark = line.char_indices().take_while(|(at, _)| *at < line_end).find_map(|(at, c)| {
        if !matches!(c, 'c' | 'C' | '©' | '(' | 'ⓒ' | '저' | '版' | 'а' | 'А' | 'T' | 't') {
            return None;
        }
        // Every mark that opens with a letter of words goes on with one letter only.
        let next = line.as_bytes().get(at + 1).filter(|next| next.is_ascii()).map(u8::to_ascii_lowercase);
        let other = match c {
            'c' | 'C' => next.is_some_and(|next| next != b'o'),
            't' | 'T' => next.is_some_and(|next| next != b'e'),
            '(' => next.is_some_and(|next| next != b'c'),
            _ => false,
        };
        // `depuis l'annÃ©e`: the second byte of an accented letter read as Latin-1 is no copyright sign.
        let damaged = matches!(c, '©') && line[..at].ends_with(['Ã', 'Â', 'Ä', 'Å', 'Ð', 'Ñ', 'Î', 'Ï']);
        if other || damaged {
            return None;
        }
        MARKS.iter().find_map(|mark| prefix(&line[at..], mark)).map(|length| at + length)
    })?;
    // Marks, years and the words between them and the name.
    let mut start = mark;
    loop {
        let rest = &line[start..];
        let skipped = rest.len() - rest.trim_start_matches(|c: char| !is_letter(c) || c == 'ⓒ').len();
        let rest = &rest[skipped..];
        start += skipped;
        let step = [
            "copyright",
            "by ",
            "the copyright of ",
            "c) ",
            "(c)",
            "and ",
            "ban quyen thuoc ve ",
            "حقوق النشر ",
        ]
        .iter()
        .find_map(|w| prefix(rest, w));
        match step {
            Some(length) if length > 0 => start += length,
            _ => break,
        }
    }
    // An owner is named at once or not at all.
    let room = (start..=line.len().min(start + LONGEST_LINE)).rev().find(|at| line.is_char_boundary(*at));
    let rest = &line[start..room.unwrap_or(start)];
    let mut end = rest.len();
    const ENDS: &[&str] = &[
        "all rights",
        "tous droits",
        "alle rechte",
        "todos los",
        "todos os",
        "tutti i",
        "and affiliated",
        "a division of",
        "an ",
        "developed by",
        "privacy",
        "terms",
        "telif",
        "무단",
        "reserved",
        "wszelkie",
        "все права",
        "rights reserved",
        "licensed",
        "ltd. all",
        "riproduzione",
        "reproduction",
        "alle rettigheder",
        "alla rattigheter",
        "kaikki oikeudet",
        "vsechna prava",
        "vsetky prava",
        "minden jog",
        "toate drepturile",
        "sva prava",
        "tum hak",
        "版权所有",
        "版權所有",
        "無断",
        "جميع",
        "كل الحقوق",
    ];
    for (at, c) in rest.char_indices() {
        let tail = &rest[at..];
        let stops = matches!(c, '|' | '©' | ';' | '<' | '>' | '(' | '\t' | '·' | '•')
            || c == ','
                && tail[1..].trim_start().chars().next().is_some_and(|n| n.is_lowercase() || n.is_numeric())
            || c == '.' && tail[1..].starts_with([' ', '\u{a0}']) && !is_abbreviation(&rest[..at])
            || matches!(c, '。' | ',') && rest[..at].contains(|k: char| !k.is_ascii()) && c == '。'
            || c.is_numeric()
                && at > 0
                && tail.len() >= 4
                && tail.bytes().take(4).all(|b| b.is_ascii_digit())
                && (tail.starts_with("19") || tail.starts_with("20"))
            || (at == 0 || rest[..at].ends_with([' ', ',', '.']))
                && ENDS.iter().any(|e| prefix(tail, e).is_some());
        if stops {
            end = at;
            break;
        }
    }
    let text =
        rest[..end].trim_end_matches(|c: char| is_blank_char(c) || matches!(c, ',' | '-' | '–' | ':' | '/'));
    let text = text.strip_suffix('.').filter(|t| !is_abbreviation(t) && !t.ends_with("Ş")).unwrap_or(text);
    let end = start + text.len();
    (text.len() >= 2
        && text.len() <= 100
        && !text.contains('@')
        && text.chars().next().is_some_and(is_letter_or_number))
    .then_some(start..end)
}

/// Does the text end in a word whose dot is its own: `Inc.`, `Ltd.`, `A.Ş.`?
fn is_abbreviation(text: &str) -> bool {
    static FORMS: Words = Words::new(&["a", "cie", "co", "corp", "e", "inc", "ltd", "pvt", "s", "v"]);
    let word = text.rsplit([' ', '.']).next().unwrap_or(text);
    has(&FORMS, word) || word.chars().count() == 1
}

#[cfg(test)]
#[path = "source_habits.rs"]
mod habits;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{copyright_owner, read_source};

    fn check(line: &str, expected: &str) {
        let got = read_source(line).map_or("", |read| &line[read.name]);
        assert_eq!(got, expected, "{line}");
    }

    #[test]
    fn labels_of_many_languages() {
        check("Source:Example Agency", "Example Agency");
        check("Source: Example Agency |", "Example Agency");
        check("/ Source: EXAMPLE", "EXAMPLE");
        check("SOURCE Northport Biologics", "Northport Biologics");
        check("Sources: Example Agency", "Example Agency");
        check("来源：某某报，A版", "某某报，A版");
        check("Quelle: dpa", "dpa");
        check("Fuente: Agencia Sur", "Agencia Sur");
        check("Fonte: Agência Sul", "Agência Sul");
        check("Bron: ANP", "ANP");
        check("Kilde: NTB", "NTB");
        check("Källa: TT", "TT");
        check("Źródło: PAP", "PAP");
        check("Zdroj: ČTK", "ČTK");
        check("Izvor: Hina", "Hina");
        check("Forrás: MTI", "MTI");
        check("Kaynak: AA", "AA");
        check("Sumber: Antara", "Antara");
        check("Nguồn: TTXVN", "TTXVN");
        check("Источник: Прибрежные вести", "Прибрежные вести");
        check("Джерело: Укрпрес", "Укрпрес");
        check("Πηγή: ΑΠΕ", "ΑΠΕ");
        check("المصدر: وكالة الأفق", "وكالة الأفق");
        check("מקור: סוכנות החוף", "סוכנות החוף");
        check("स्रोत: तट समाचार", "तट समाचार");
        check("来源：临江日报", "临江日报");
        check("（来源：临江日报）", "临江日报");
        check("출처: 나루일보", "나루일보");
        check("^ИС: Прибрежные вести", "Прибрежные вести");
        check("Original-Content von: Polizei Nordhafen, übermittelt durch Presseportal", "Polizei Nordhafen");
        check("Distribution: Reuters", "Reuters");
        check("Published in The Northport Chronicle, May 3rd, 2021", "The Northport Chronicle");
        check("Published in May 2021", "Published in May 2021");
    }

    #[test]
    fn names_in_quotation_marks() {
        let check = |line: &str, head: &str, expected: &str| {
            let got = super::quoted_after(line, head.len()).map_or("", |end| &line[..end]);
            assert_eq!(got, expected, "{line}");
        };
        check("Вестник „Крайбрежие“ | 26 март", "Вестник", "Вестник „Крайбрежие“");
        check("Газета «Порт», 3 мая", "Газета", "Газета «Порт»");
        check("Chronicle | 3 May", "Chronicle", "");
        check("Газета «Порт", "Газета", "");
    }

    #[test]
    fn names_alone() {
        check("AFP", "AFP");
        check("(Xinhua)", "Xinhua");
        check("--(بترا)", "بترا");
        check("Example Daily |", "Example Daily");
        check("  * AFP", "AFP");
        check("AFP/The Example - [email protected]", "AFP");
        check("나루일보 desk@naru.example", "나루일보");
        check("News of the coast - COAST.am", "COAST.am");
        check("Editor: Quill Ashdown", "");
        check("Теги: мост, река", "");
        check("请勿轉載", "");
        check("", "");
        check("—", "");
    }

    #[test]
    fn owners() {
        let check = |line: &str, expected: &str| {
            let got = copyright_owner(line).map_or("", |span| &line[span]);
            assert_eq!(got, expected, "{line}");
        };
        check("Copyright 2017. Beispiel Verlag GmbH", "Beispiel Verlag GmbH");
        check("© 2020 Example Herald, a division of Paper Co. All rights reserved.", "Example Herald");
        check(
            "Copyright © 2016, D Example Partners, Inc. All Rights Reserved. Privacy Policy",
            "D Example Partners, Inc.",
        );
        check("© Example Co., Inc. 2020. All rights reserved.", "Example Co., Inc.");
        check("Copyright © 2019, The Northport Union", "The Northport Union");
        check("© EchoNews.example 2023, developed by Square", "EchoNews.example");
        check("<저작권자 ⓒ 나루뉴스, 무단 전재 및 재배포 금지>", "나루뉴스");
        check("<저작권자ⓒ나루일보. 무단전재-재배포 금지>", "나루일보");
        check("(c) Example Press 2020", "Example Press");
        check("RISERVATO © Copyright AGENZIA", "AGENZIA");
        check("Copyright © Example Corporation", "Example Corporation");
        check("The bridge was closed", "");
        check("Depuis cette annÃ©e le marchÃ© attend", "");
        check("Copyright", "");
        check("© 2020", "");
    }

    proptest! {
        #[test]
        fn spans_are_on_boundaries(line in "\\PC{0,60}", mark in prop::sample::select(vec!["", "©", "Source:", "copyright ", "(", "来源："])) {
            let line = format!("{mark}{line}");
            if let Some(read) = read_source(&line) {
                prop_assert!(line.get(read.name).is_some());
                prop_assert!(read.label.is_none_or(|label| line.get(label).is_some()));
            }
            prop_assert!(copyright_owner(&line).is_none_or(|owner| line.get(owner).is_some()));
        }
    }
}
