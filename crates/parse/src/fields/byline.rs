//! Bylines: who wrote it.

use std::ops::Range;

use super::names::looks_like_name;
use super::scan::{Part, Scan, What, lead_phrase};
pub(crate) use super::staff::may_be_named;
use super::words::has;
use super::words::{is_wide, prefix};
use super::words_cjk::{HAN_REPORTER, HANGUL_ROLES};
use super::words_lead::LEADS_COLON;
use super::words_role::{DESKS, ROLES};
use crate::folded::{ByLetters, is_letter};
use crate::lines::is_blank_char;

/// Who stands in a byline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PersonKind {
    /// A person.
    Person,
    /// A desk or an anonymous role: `Redaktion`, `Staff Reporter`.
    Desk,
    /// An agency or a paper: `Von dpa`.
    Agency,
}

/// One writer. All ranges are bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    /// The name as written, without lead word, title and role.
    pub(crate) name: Range<usize>,
    /// Whether it is a person's.
    pub(crate) kind: PersonKind,
    /// `Staff Writer`
    pub(crate) role: Option<Range<usize>>,
    /// Paper, agency or institution.
    pub(crate) affiliation: Option<Range<usize>>,
}

/// What was read from a byline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct BylineRead {
    /// The lead word: `By`, `Von`, `Text:`.
    pub(crate) lead: Option<Range<usize>>,
    /// The writers, in the order printed.
    pub(crate) people: Vec<Person>,
    /// An e-mail address or a handle.
    pub(crate) email: Option<Range<usize>>,
    /// Where the writer is: `By A B in Town`.
    pub(crate) place: Option<Range<usize>>,
    /// A lead word whose name was lost: `By`, `By and`, `Article by`.
    pub(crate) emptied: bool,
    /// Bytes of words that nothing explains.
    pub(crate) rest: usize,
}

/// Reads a line that is, or may be, a byline. `dates` are the dates found in it, in order.
///
/// A short line of two unknown words is a name here; whether it is a byline at all is the caller's question, to which
/// [`looks_like_name`] and [`has_lead`] answer.
pub(crate) fn read_byline(line: &str, dates: &[Range<usize>]) -> BylineRead {
    let scan = Scan::read(line, dates, true);
    let mut read = BylineRead::default();
    let mut dated = false;
    for part in &scan.parts {
        match part.what {
            What::Lead => {
                read.lead.get_or_insert(part.span.clone());
            }
            What::Person if is_desk_of_han(&line[part.span.clone()]) => {
                read.people.push(person(part, PersonKind::Desk));
            }
            What::Person => read.people.push(person(part, PersonKind::Person)),
            What::Desk => read.people.push(person(part, PersonKind::Desk)),
            What::Agency => read.people.push(person(part, PersonKind::Agency)),
            What::Role => for_open(&mut read.people, |p| &mut p.role, &part.span),
            What::Outlet | What::Source => {
                if read.people.is_empty() {
                    // Before the name, as Korean papers print it: `한빛통신=김하나 기자`.
                    continue;
                }
                for_open(&mut read.people, |p| &mut p.affiliation, &part.span);
            }
            What::Place => {
                read.place.get_or_insert(part.span.clone());
            }
            What::Contact => {
                read.email.get_or_insert(part.span.clone());
            }
            What::Date(_) => dated = true,
            What::Label | What::Noise => {}
            What::Category | What::Other => read.rest += part.span.len(),
        }
    }
    let desk = read.people.iter().any(|p| p.kind == PersonKind::Desk);
    if read.people.is_empty()
        && let Some(outlet) = scan.parts.iter().find(|p| matches!(p.what, What::Outlet | What::Source))
    {
        read.people.push(person(outlet, PersonKind::Agency));
    } else if let Some(outlet) = scan.parts.first().filter(|p| p.what == What::Outlet) {
        for_open(&mut read.people, |p| &mut p.affiliation, &outlet.span);
    }
    if read.people.iter().any(|p| p.kind == PersonKind::Person) {
        read.people.retain(|p| p.kind != PersonKind::Desk);
    } else if desk {
        // `public sector CTO, UiPath`: a second line of roles names no writer, nor does the firm.
        read.people.retain(|p| p.kind == PersonKind::Desk);
    }
    read.emptied = read.lead.is_some() && read.people.is_empty() && (read.rest == 0 || dated);
    read
}

/// The role that a line names and nothing else, as it stands under a name: `Staff Writer`, `Journalist`.
pub(crate) fn role_alone(line: &str) -> Option<Range<usize>> {
    const LONGEST: usize = 60;
    if line.len() > LONGEST || !may_be_named(line) {
        return None;
    }
    let read = read_byline(line, &[]);
    let [Person { name, kind: PersonKind::Desk, affiliation: None, .. }] = &read.people[..] else {
        return None;
    };
    let is_role = line[name.clone()].split_whitespace().next_back().is_some_and(|last| has(&ROLES, last));
    (is_role && read.lead.is_none() && read.rest == 0).then(|| name.clone())
}

/// Whether the last word of a name says that it is a desk's: `Coast desk`, `Online-Redaktion`.
pub(crate) fn ends_as_desk(name: &str) -> bool {
    const ELSEWHERE: &[&str] =
        &["wire", "wires", "info", "user", "report", "presse", "admin", "editorial", "guest", "tim", "red"];
    let last = name.split_whitespace().next_back().unwrap_or("");
    has(&DESKS, last) && !ELSEWHERE.iter().any(|word| word.eq_ignore_ascii_case(last))
}

/// What the writer of a name is, where papers of the far East put it beside the name: `记者 某某`, `某某 기자`.
pub(crate) fn role_beside(line: &str, name: &Range<usize>) -> Option<Range<usize>> {
    const BEFORE: &[&str] =
        &["本报记者", "本報記者", "特约记者", "见习记者", "实习记者", "記者", "记者", "通讯员", "特派員"];
    let (before, after) = (line.get(..name.start)?, line.get(name.end..)?);
    if before.is_ascii() && after.is_ascii() {
        return None;
    }
    let gap = |c: char| is_blank_char(c) || matches!(c, ':' | '：');
    let head = before.trim_end_matches(gap);
    if let Some(word) = BEFORE.iter().find(|word| head.ends_with(**word)) {
        return Some(head.len() - word.len()..head.len());
    }
    let tail = after.trim_start_matches(is_blank_char);
    let start = line.len() - tail.len();
    let word = HANGUL_ROLES
        .iter()
        .chain(&["記者", "记者"])
        .filter(|word| tail.starts_with(**word))
        .max_by_key(|word| word.len())?;
    let word = word.trim_end_matches('=');
    let ends = !tail[word.len()..].starts_with(|c: char| is_wide(c));
    ends.then(|| start..start + word.len())
}

fn person(part: &Part, kind: PersonKind) -> Person {
    Person { name: part.span.clone(), kind, role: None, affiliation: None }
}

/// A role or a paper goes to all the writers before it who have none yet: `A B and C D, Staff Writers`.
fn for_open(people: &mut [Person], field: fn(&mut Person) -> &mut Option<Range<usize>>, span: &Range<usize>) {
    for person in people.iter_mut().rev() {
        let slot = field(person);
        if slot.is_some() {
            break;
        }
        *slot = Some(span.clone());
    }
}

/// The lead word at the start of a line, in any of the languages known: `By`, `Von`, `Text:`, `记者`, `Автор:`.
///
/// Words that are everyday words elsewhere (`di`, `av`, `par`) count only before what looks like a name.
pub(crate) fn has_lead(line: &str) -> Option<Range<usize>> {
    let start = line.len()
        - line
            .trim_start_matches(|c: char| {
                is_blank_char(c) || matches!(c, '-' | '–' | '—' | '*' | '•' | '|' | '□' | '■' | '(' | '[')
            })
            .len();
    let text = &line[start..];
    if let Some(length) = lead_phrase(text, false) {
        let phrase = &text[..length];
        let rest = text[length..].trim_start_matches(|c: char| is_blank_char(c) || matches!(c, ':' | '：'));
        let colon = text[length..].trim_start().starts_with([':', '：']) || has(&LEADS_COLON, phrase);
        return (colon || rest.len() < 2 || opens_name(rest)).then_some(start..start + length);
    }
    // `ByNina Pineda`, `记者王某`.
    for lead in ["By", "Von", "Por", "Par"] {
        if let Some(rest) = text.strip_prefix(lead)
            && rest.starts_with(char::is_uppercase)
            && rest.contains(' ')
            && looks_like_name(rest) > 0.7
        {
            return Some(start..start + lead.len());
        }
    }
    if !text.starts_with(is_wide) || text.len() > 90 {
        return None;
    }
    static HEADS: ByLetters = ByLetters::new();
    HEADS
        .among(text.chars(), HAN_REPORTER.iter().map(|lead| lead.chars()))
        .map(|number| HAN_REPORTER[number])
        .filter(|lead| lead.chars().count() > 1)
        .filter_map(|lead| prefix(text, lead))
        .max()
        .map(|length| start..start + length)
}

/// Small words after which a byline may still go on: `By and Ana Lima`, `By published`, `Door van der Berg`.
const OPENERS: &[&str] = &["and", "und", "et", "y", "e", "published", "de", "van", "von", "da", "di", "al"];

/// May a name, an agency or a desk follow a lead word here?
fn opens_name(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_some_and(|c| is_letter(c) && !c.is_lowercase() || matches!(c, '@' | '|' | '-' | ','))
        || rest.chars().next().is_some_and(char::is_numeric)
        || rest.split_whitespace().next().is_some_and(|word| {
            super::agency::is_agency(word)
                || OPENERS.contains(&word)
                || matches!(word, "the" | "our")
                    && rest[word.len()..].trim_start().starts_with(char::is_uppercase)
        })
}

/// `本报评论员`, `編集部`: many who write under one name.
fn is_desk_of_han(name: &str) -> bool {
    const ENDS: &[&str] = &[
        "评论员",
        "評論員",
        "編集部",
        "编辑部",
        "編輯部",
        "采访组",
        "採訪組",
        "报道组",
        "取材班",
        "編集委員会",
        "记者团",
    ];
    !name.is_ascii() && ENDS.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
#[path = "byline_habits.rs"]
mod habits;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PersonKind, has_lead, read_byline};

    /// Writers as `Name (role) <paper>`, `desk: …`, `agency: …`, joined by `; `; then ` @place` and ` -` for an emptied line.
    fn check(line: &str, expected: &str) {
        let read = read_byline(line, &[]);
        let text = |span: &std::ops::Range<usize>| line[span.clone()].to_owned();
        let mut got: Vec<String> = Vec::new();
        for person in &read.people {
            let kind = match person.kind {
                PersonKind::Person => "",
                PersonKind::Desk => "desk: ",
                PersonKind::Agency => "agency: ",
            };
            let role = person.role.as_ref().map_or(String::new(), |r| format!(" ({})", text(r)));
            let paper = person.affiliation.as_ref().map_or(String::new(), |a| format!(" <{}>", text(a)));
            got.push(format!("{kind}{}{role}{paper}", text(&person.name)));
        }
        let place = read.place.as_ref().map_or(String::new(), |p| format!(" @{}", text(p)));
        let emptied = if read.emptied { " -" } else { "" };
        assert_eq!(format!("{}{place}{emptied}", got.join("; ")).trim(), expected, "{line}");
    }

    #[test]
    fn lead_words_of_many_languages() {
        check("By Ana Lima", "Ana Lima");
        check("BY ANA LIMA", "ANA LIMA");
        check("by: Ana Lima", "Ana Lima");
        check("Written by Oda Brekkhus", "Oda Brekkhus");
        check("Story by Quill Ashdown", "Quill Ashdown");
        check("Words by Quill Ashdown", "Quill Ashdown");
        check("Author: Wren Hollis", "Wren Hollis");
        check("Von Jutta Brandmoor", "Jutta Brandmoor");
        check("Von: Jutta Brandmoor", "Jutta Brandmoor");
        check("Ein Kommentar von Jutta Brandmoor", "Jutta Brandmoor");
        check("Text: Jutta Brandmoor", "Jutta Brandmoor");
        check("Par Maëlle Quintard", "Maëlle Quintard");
        check("Propos recueillis par Maëlle Quintard", "Maëlle Quintard");
        check("Por Iñaki Zubelzu", "Iñaki Zubelzu");
        check("Escrito por: Iñaki Zubelzu", "Iñaki Zubelzu");
        check("di Ottavio Brusaferri", "Ottavio Brusaferri");
        check("a cura di Ottavio Brusaferri", "Ottavio Brusaferri");
        check("Por Thaynara Couto", "Thaynara Couto");
        check("Af Signe Vestermark", "Signe Vestermark");
        check("Av Torgeir Snøfugl", "Torgeir Snøfugl");
        check("Text: Ylva Kråkström", "Ylva Kråkström");
        check("Door Sjoukje Wiersma", "Sjoukje Wiersma");
        check("Autor: Bogumił Wrzosek", "Bogumił Wrzosek");
        check("Autor: Květa Dlouhá", "Květa Dlouhá");
        check("Piše: Hrvoje Babić", "Hrvoje Babić");
        check("Írta: Szilvia Bodnár", "Szilvia Bodnár");
        check("Oleh Wiratama Kusno", "Wiratama Kusno");
        check("Na Zuhura Mbwana, Sauti ya Pwani", "Zuhura Mbwana <Sauti ya Pwani>");
        check("Na Li", "Na Li");
        check("Автор: Савелий Грибоедский", "Савелий Грибоедский");
        check("Текст: Устина Морозко", "Устина Морозко");
        check("Του Θεόφιλου Καραμπέτσου", "Θεόφιλου Καραμπέτσου");
        check("بقلم: سلوى الرفاعي", "سلوى الرفاعي");
        check("كتبت سلوى الرفاعي", "سلوى الرفاعي");
        check("מאת: ציפורה גלבוע", "ציפורה גלבוע");
        check("लेखक: वैभव ठाकुर", "वैभव ठाकुर");
        check("Tác giả: Phạm Thu Hà", "Phạm Thu Hà");
        check("作者：陆一舟", "陆一舟");
        check("著者：三好かおる", "三好かおる");
    }

    #[test]
    fn several_writers() {
        check("By Ana Lima and Tom Roe", "Ana Lima; Tom Roe");
        check("By Ana Lima, Tom Roe and Lou Berg", "Ana Lima; Tom Roe; Lou Berg");
        check("By Ana Lima, Tom Roe, and Lou Berg", "Ana Lima; Tom Roe; Lou Berg");
        check("ANA LIMA AND TOM ROE", "ANA LIMA; TOM ROE");
        check("By Ana Lima & Tom Roe", "Ana Lima; Tom Roe");
        check("By Ana Lima with Tom Roe", "Ana Lima; Tom Roe");
        check("Von Jutta Brandmoor und Falk Ostheide", "Jutta Brandmoor; Falk Ostheide");
        check("Par Maëlle Quintard et Loïc Perrache", "Maëlle Quintard; Loïc Perrache");
        check("Por Iñaki Zubelzu y Marta Rocafort", "Iñaki Zubelzu; Marta Rocafort");
        check("Por Thaynara Couto e Caio Bragança", "Thaynara Couto; Caio Bragança");
        check("di Ottavio Brusaferri e Gemma Locatelli", "Ottavio Brusaferri; Gemma Locatelli");
        check("Signe Vestermark og Palle Holmegård", "Signe Vestermark; Palle Holmegård");
        check("Ylva Kråkström och Sixten Lindvall", "Ylva Kråkström; Sixten Lindvall");
        check("Door Sjoukje Wiersma en Teun van der Meulen", "Sjoukje Wiersma; Teun van der Meulen");
        check("Bogumił Wrzosek i Danuta Lipka", "Bogumił Wrzosek; Danuta Lipka");
        check("Устина Морозко и Савелий Грибоедский", "Устина Морозко; Савелий Грибоедский");
        check("Текст: Устина Морозко, Савелий Грибоедский", "Устина Морозко; Савелий Грибоедский");
        check("Peter Example Anna Placeholder", "Peter Example; Anna Placeholder");
        check("记者 陆一舟、贺明", "陆一舟; 贺明");
    }

    #[test]
    fn names_keep_their_parts() {
        check("By Bram van der Zwaluw", "Bram van der Zwaluw");
        check("Por Clara de la Hoz", "Clara de la Hoz");
        check("By Faris al-Nuaimi", "Faris al-Nuaimi");
        check("By Sinead O’Gallchoir", "Sinead O’Gallchoir");
        check("By Fergus McAllardyce", "Fergus McAllardyce");
        check("By J. P. Thornquist", "J. P. Thornquist");
        check("By Marlon T. Thornquist Jr.", "Marlon T. Thornquist Jr.");
        check("By Marlon Thornquist, Jr.", "Marlon Thornquist, Jr.");
        check("By Anne-Lise Thornquist-Moe", "Anne-Lise Thornquist-Moe");
        check("Von Dr. Jutta Brandmoor", "Jutta Brandmoor");
        check("Von Prof. Dr. Jutta Brandmoor", "Jutta Brandmoor");
        check("Par Maëlle QUINTARD", "Maëlle QUINTARD");
        check("By Emily Post", "Emily Post");
        check("By Carol White", "Carol White");
        check("Par HÃ©lÃ¨ne ModÃ¨le", "HÃ©lÃ¨ne ModÃ¨le");
        check("Lê Thu Trà", "Lê Thu Trà");
    }

    #[test]
    fn roles_papers_and_places() {
        check("By Ana Lima, Staff Writer", "Ana Lima (Staff Writer)");
        check("By Ana Lima and Tom Roe, Staff Writers", "Ana Lima (Staff Writers); Tom Roe (Staff Writers)");
        check("Quill Ashdown Senior Court Reporter", "Quill Ashdown (Senior Court Reporter)");
        check(
            "Quill Ashdown, Health Editor, The Example Herald",
            "Quill Ashdown (Health Editor) <The Example Herald>",
        );
        check("By Ana Lima, The Associated Press", "Ana Lima <The Associated Press>");
        check("By Ana LimaThe Associated Press", "Ana Lima <The Associated Press>");
        check("Ana LimaStaff Writer", "Ana Lima (Staff Writer)");
        check("By Ana Lima, Reuters", "Ana Lima <Reuters>");
        check("By Ana Lima in Northport", "Ana Lima @Northport");
        check("Von Jutta Brandmoor, Nairobi", "Jutta Brandmoor @Nairobi");
        check("Von Jutta Brandmoor aus Nairobi", "Jutta Brandmoor @Nairobi");
        check("Par Maëlle Quintard à Lyon", "Maëlle Quintard @Lyon");
        check("By Ana Lima for The Example Herald", "Ana Lima <The Example Herald>");
        check("Ana Lima, University of Northport", "Ana Lima <University of Northport>");
        check("Устина Морозко, корреспондент", "Устина Морозко (корреспондент)");
        check("Iñaki Zubelzu Redactor jefe", "Iñaki Zubelzu (Redactor jefe)");
        check("By Tomi Lindqvist, Harju Consulting Partners", "Tomi Lindqvist <Harju Consulting Partners>");
        check("Tomi Lindqvist BBC News", "Tomi Lindqvist <BBC News>");
        check("By Ana Lima, Ph.D.", "Ana Lima (Ph.D.)");
        check("Text: Ylva Kråkström Foto: Sixten Lindvall", "Ylva Kråkström");
        check("Von unserem Korrespondenten Falk Ostheide", "Falk Ostheide");
        check("Ana Lima/Reuters", "Ana Lima <Reuters>");
        check(
            "Ana Lima / Tomás Arce | The Example Herald",
            "Ana Lima <The Example Herald>; Tomás Arce <The Example Herald>",
        );
        check("Kalina Wrzosek, Tygodnik Polny", "Kalina Wrzosek <Tygodnik Polny>");
        check("By Ana Lima, 7 News WXYZ", "Ana Lima <7 News WXYZ>");
        check("文 | 陆一舟", "陆一舟");
        check("记者陆一舟／某地報導", "陆一舟 (某地報導)");
        check("글 윤다혜", "윤다혜");
        check("By Mark SubbaRao", "Mark SubbaRao");
        check("By Lou BergCNN", "Lou Berg <CNN>");
        check("Byby Ana Lima", "Ana Lima");
        check("Maëlle Quintard, journaliste", "Maëlle Quintard (journaliste)");
        check("Jutta Brandmoor, Redakteurin", "Jutta Brandmoor (Redakteurin)");
        check("Quill Ashdown reports.", "Quill Ashdown");
        check("By Ana Lima @analima Reporter", "Ana Lima (Reporter)");
        check("By Ana Lima Published 3 hours ago", "Ana Lima");
        check("Ana Lima 4 minutes read", "Ana Lima");
        check("윤다혜 기자", "윤다혜 (기자)");
        check("가온통신=윤다혜 기자", "윤다혜 (기자) <가온통신>");
        check("윤다혜 특파원", "윤다혜 (특파원)");
        check("本报记者 陆一舟", "陆一舟");
        check("陆一舟 文/图", "陆一舟 (文/图)");
        check("□记者 陆一舟 文/图", "陆一舟 (文/图)");
        check("맹보라·수필가", "맹보라 (수필가)");
        check("김하나·이두리 기자", "김하나 (기자); 이두리 (기자)");
        check("三好かおる記者", "三好かおる (記者)");
    }

    #[test]
    fn roles_beside_and_below() {
        let beside = |line: &str, name: &str| {
            let start = line.find(name).unwrap_or(0);
            super::role_beside(line, &(start..start + name.len())).map(|role| line[role].to_owned())
        };
        assert_eq!(beside("（记者 陆一舟）", "陆一舟").as_deref(), Some("记者"));
        assert_eq!(beside("〔記者沈若蘭／某地報導〕", "沈若蘭").as_deref(), Some("記者"));
        assert_eq!(beside("남궁다솜 기자 = 솔내", "남궁다솜").as_deref(), Some("기자"));
        assert_eq!(beside("陆一舟说", "陆一舟"), None);
        assert_eq!(beside("By Ana Lima", "Ana Lima"), None);
        let alone = |line: &str| super::role_alone(line).map(|role| line[role].to_owned());
        assert_eq!(alone("Staff Writer").as_deref(), Some("Staff Writer"));
        assert_eq!(alone("Journalist").as_deref(), Some("Journalist"));
        assert_eq!(alone("Ana Lima, Staff Writer"), None);
        assert_eq!(alone("Redaktion"), None);
    }

    #[test]
    fn nobody_in_particular() {
        check("By Staff Reporter", "desk: Staff Reporter");
        check("ABZ-Redaktion", "desk: Redaktion <ABZ>");
        check("Coast Consortium Staff", "desk: Coast Consortium Staff");
        check("Online-Redaktion", "desk: Online-Redaktion");
        check("Editorial Staff", "desk: Editorial Staff");
        check("By News Desk", "desk: News Desk");
        check("Redaktion", "desk: Redaktion");
        check("Von Redaktion", "desk: Redaktion");
        check("Redacción", "desk: Redacción");
        check("La Rédaction", "desk: La Rédaction");
        check("Our Correspondent", "desk: Our Correspondent");
        check("संवाददाता", "desk: संवाददाता");
        check("Von dpa", "agency: dpa");
        check("Par AFP", "agency: AFP");
        check("Af Ritzau", "agency: Ritzau");
        check("By Reuters", "agency: Reuters");
        check("By The Example Herald", "agency: The Example Herald");
        check("By", "-");
        check("di", "-");
        check("By and", "-");
        check("Article by", "-");
        check("By:", "-");
        check("By published", "-");
        check("(abc)", "");
        check("ana.lima@paper.example", "");
    }

    #[test]
    fn lead_is_found_only_before_a_name() {
        let lead = |line: &str| has_lead(line).map(|span| line[span].to_owned());
        assert_eq!(lead("By Ana Lima").as_deref(), Some("By"));
        assert_eq!(lead("ByAna Lima").as_deref(), Some("By"));
        assert_eq!(lead("— Von Jutta Brandmoor").as_deref(), Some("Von"));
        assert_eq!(lead("记者 陆一舟").as_deref(), Some("记者"));
        assert_eq!(lead("Автор: Устина Морозко").as_deref(), Some("Автор"));
        assert_eq!(lead("By"), Some("By".to_owned()));
        assert_eq!(lead("By the end of the week the bridge was closed"), None);
        assert_eq!(lead("di nuovo in piazza"), None);
        assert_eq!(lead("Bystanders saw it"), None);
        assert_eq!(lead("Text messages show the plan"), None);
        assert_eq!(lead("Author of three books"), None);
    }

    proptest! {
        #[test]
        fn spans_are_in_order_of_nothing_but_the_line(line in "\\PC{0,60}", a in 0usize..30, b in 0usize..30) {
            let dates: Vec<_> = std::iter::once(a.min(b)..a.max(b)).collect();
            let read = read_byline(&line, &dates);
            for person in &read.people {
                prop_assert!(line.get(person.name.clone()).is_some_and(|name| !name.is_empty()));
                for span in person.role.iter().chain(&person.affiliation) {
                    prop_assert!(line.get(span.clone()).is_some());
                }
            }
            if let Some(lead) = has_lead(&line) {
                prop_assert!(line.get(lead).is_some());
            }
        }

        #[test]
        fn words_of_bylines_in_any_order(words in prop::collection::vec(prop::sample::select(vec![
            "By", "Von", "Ana", "Lima", "and", ",", "|", "-", "(", ")", "记者", "陆一舟", "기자", "윤다혜", "Source", ":", "7", "News",
            "Staff", "Reporter", "in", "for", "a@b.example", "@ana", "AFP", "É", "Ã©", "ß", "Jr.", "\u{a0}", "\u{200b}", "ByBy", "LimaStaff",
        ]), 0..14), glue in any::<bool>()) {
            let line = words.join(if glue { "" } else { " " });
            for byline in [true, false] {
                let scan = crate::fields::scan::Scan::read(&line, &[], byline);
                let mut end = 0;
                for part in &scan.parts {
                    prop_assert!(line.get(part.span.clone()).is_some());
                    prop_assert!(part.span.start >= end, "{line}: {:?}", scan.parts);
                    end = part.span.end;
                }
            }
        }
    }
}
