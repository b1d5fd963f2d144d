//! The parser's answers on the seeds against what a careful reader finds there.
//!
//! Where they differ today is listed in `known_deviations.txt`. The list may shrink and not grow unseen: a deviation
//! that is not listed fails, and so does a listed one that is gone. To take over a new list, read the table that the
//! failure prints, then copy the file that it names.

#![expect(clippy::disallowed_methods, reason = "the rule is for the parser; its tests write what to copy")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;
use wirecopy_parse::Parser;
use wirecopy_parse::model::{Article, Figure, Kind, Stamp};

use crate::seed::{self, Expect, Seed};
use crate::{fields, signs};

const KNOWN: &str = include_str!("known_deviations.txt");

const HEADER: &str = "\
# Where the parser's answer on a seed is not the one of its record: `path: field`.
# Kept by the test `expectations`, which fails when this list and the answers differ, and prints why.
";

/// The fields of a seed that are known to be wrong today.
pub(crate) fn known(seed: &str) -> Vec<&'static str> {
    KNOWN.lines().filter_map(|line| line.strip_prefix(seed)?.strip_prefix(": ")).collect()
}

/// One field of one seed that differs.
struct Deviation {
    key: String,
    expected: String,
    got: String,
}

#[test]
fn answers_deviate_only_where_it_is_known() {
    let found: Vec<Deviation> = seed::all().iter().flat_map(deviations).collect();
    let known: BTreeSet<&str> =
        KNOWN.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let now: BTreeSet<&str> = found.iter().map(|deviation| deviation.key.as_str()).collect();
    if known == now {
        return;
    }
    let mut said = String::new();
    let mut list = HEADER.to_owned();
    for deviation in &found {
        let mark = if known.contains(deviation.key.as_str()) { ' ' } else { '+' };
        writeln!(
            said,
            "{mark} {}\n    reader {}\n    parser {}",
            deviation.key, deviation.expected, deviation.got
        )
        .unwrap();
    }
    for gone in known.difference(&now) {
        writeln!(said, "- {gone}\n    listed, but deviates no more").unwrap();
    }
    for key in &now {
        writeln!(list, "{key}").unwrap();
    }
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("known_deviations.txt");
    std::fs::write(&copy, &list).unwrap();
    panic!(
        "{said}\n{} deviations are new (+), {} are gone (-), {} in all.\nTo take them over: cp {} \
         crates/parse/tests/it/known_deviations.txt",
        now.difference(&known).count(),
        known.difference(&now).count(),
        now.len(),
        copy.display()
    );
}

/// Compares one seed field by field, with the tolerance of the seeds' rules: letters and digits, not signs and case.
fn deviations(seed: &Seed) -> Vec<Deviation> {
    let parsed = seed.parse();
    let expect = &seed.record.expect;
    let mut found = Vec::new();
    let mut differ = |field: &str, expected: String, got: String| {
        found.push(Deviation { key: format!("{}: {field}", seed.name), expected, got });
    };
    let articles: Vec<&Article> = parsed.articles().collect();
    let article = articles[0];
    if article.kind.as_str() != expect.kind {
        differ("kind", expect.kind.clone(), article.kind.as_str().to_owned());
    }
    let n = articles.iter().filter(|article| article.kind != Kind::NotArticle).count();
    if n != expect.records {
        differ("records", expect.records.to_string(), n.to_string());
    }
    let lines: Vec<(&str, &str)> = parsed
        .layout()
        .lines
        .iter()
        .map(|line| (line.role.as_str(), line.span.text(parsed.text()).unwrap()))
        .collect();
    if let Some((expected, got)) = roles(&expect.roles, &lines) {
        differ("roles", expected, got);
    }
    if letters(expect.headline.as_deref()) != letters(article.headline()) {
        differ("headline", show(expect.headline.as_deref()), show(article.headline()));
    }
    let source = article.source.as_ref().map(|source| source.name.as_str());
    if name(expect.source.as_deref()) != name(source) {
        differ("source", show(expect.source.as_deref()), show(source));
    }
    let authors: Vec<&str> =
        article.bylines.iter().filter(|line| line.kind.is_person()).map(|line| line.name.as_str()).collect();
    let set = |names: Vec<&str>| names.into_iter().map(|one| letters(Some(one))).collect::<BTreeSet<_>>();
    if set(expect.authors.iter().map(String::as_str).collect()) != set(authors.clone()) {
        differ("authors", format!("{:?}", expect.authors), format!("{authors:?}"));
    }
    for (field, expected, got) in
        [("published", &expect.published, &article.published), ("updated", &expect.updated, &article.updated)]
    {
        let iso = got.as_ref().and_then(Stamp::iso);
        if moment(expected.as_deref()) != moment(iso.as_deref()) {
            let raw = got.as_ref().map_or("", |stamp| stamp.raw.as_str());
            differ(field, show(expected.as_deref()), format!("{} ({raw:?})", show(iso.as_deref())));
        }
    }
    if let Some((expected, got)) = dateline(expect, article) {
        differ("dateline", expected, got);
    }
    if let Some((expected, got)) = captions(expect, article) {
        differ("captions", expected, got);
    }
    fields::compare(seed, article, &mut differ);
    signs::compare(expect, article, &mut differ);
    found
}

/// The lines whose roles differ; at most a handful is worth reading.
fn roles(expected: &[String], lines: &[(&str, &str)]) -> Option<(String, String)> {
    const SHOWN: usize = 8;
    if expected.len() != lines.len() {
        return Some((format!("{} lines", expected.len()), format!("{} lines", lines.len())));
    }
    let wrong: Vec<usize> = (0..lines.len()).filter(|&i| expected[i] != lines[i].0).collect();
    if wrong.is_empty() {
        return None;
    }
    let mut got = String::new();
    for &i in wrong.iter().take(SHOWN) {
        let start: String = lines[i].1.trim().chars().take(50).collect();
        write!(got, "\n      {:>3}. {} not {}: {start:?}", i + 1, lines[i].0, expected[i]).unwrap();
    }
    if wrong.len() > SHOWN {
        write!(got, "\n      and {} more", wrong.len() - SHOWN).unwrap();
    }
    Some((format!("{} lines", lines.len()), format!("{} of them otherwise:{got}", wrong.len())))
}

fn dateline(expect: &Expect, article: &Article) -> Option<(String, String)> {
    let expected = &expect.dateline;
    let got = article.dateline.as_ref();
    let place = got.and_then(|line| line.place.as_deref());
    let date = got.and_then(|line| line.date.as_ref()).map(|stamp| stamp.raw.as_str());
    let agency = got.and_then(|line| line.agency.as_deref());
    let same = letters(expected.place.as_deref()) == letters(place)
        && letters(expected.date.as_deref()) == letters(date)
        && name(expected.agency.as_deref()) == name(agency);
    let draw = |place: Option<&str>, date: Option<&str>, agency: Option<&str>| {
        format!("place {}, date {}, agency {}", show(place), show(date), show(agency))
    };
    (!same).then(|| {
        (
            draw(expected.place.as_deref(), expected.date.as_deref(), expected.agency.as_deref()),
            draw(place, date, agency),
        )
    })
}

fn captions(expect: &Expect, article: &Article) -> Option<(String, String)> {
    let credit_of = |figure: &Figure| figure.credit.as_ref().map(|credit| credit.raw.clone());
    let expected: Vec<(Option<&str>, Option<String>)> =
        expect.captions.iter().map(|caption| (caption.text.as_deref(), caption.credit.clone())).collect();
    let got: Vec<(Option<&str>, Option<String>)> =
        article.figures.iter().map(|figure| (figure.caption.as_deref(), credit_of(figure))).collect();
    let key = |captions: &[(Option<&str>, Option<String>)]| {
        let mut keys: Vec<_> =
            captions.iter().map(|(text, by)| (letters(*text), credit(by.as_deref()))).collect();
        keys.sort();
        keys
    };
    let draw = |captions: &[(Option<&str>, Option<String>)]| {
        let each: Vec<String> = captions
            .iter()
            .map(|(text, by)| {
                let text = text.map_or_else(|| "none".to_owned(), |text| format!("{:?}", ends_of(text)));
                format!("{text} by {}", show(by.as_deref()))
            })
            .collect();
        if each.is_empty() { "none".to_owned() } else { each.join("; ") }
    };
    (key(&expected) != key(&got)).then(|| (draw(&expected), draw(&got)))
}

/// A long caption by its two ends: where it is cut wrongly is at one of them.
fn ends_of(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= 60 {
        return text.to_owned();
    }
    chars[..25].iter().chain(&['…']).chain(&chars[chars.len() - 30..]).collect()
}

pub(crate) fn show(value: Option<&str>) -> String {
    value.map_or_else(|| "none".to_owned(), |value| format!("{value:?}"))
}

/// Letters and digits in one case and one form.
pub(crate) fn letters(value: Option<&str>) -> String {
    let folded: String = value.unwrap_or("").nfkc().flat_map(char::to_lowercase).collect();
    folded.replace('ß', "ss").replace('ς', "σ").chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A paper is the same with and without its article.
pub(crate) fn name(value: Option<&str>) -> String {
    let key = letters(value);
    match key.strip_prefix("the") {
        Some(rest) if key.len() > 6 => rest.to_owned(),
        _ => key,
    }
}

/// What is said of a deviation: the field, what the reader found, what the parser found.
pub(crate) type Differ<'a> = dyn FnMut(&str, String, String) + 'a;

/// A credit without brackets and without the words that only say that it is one: `Photo: Copyright …`, `… 撮影`.
fn credit(value: Option<&str>) -> String {
    const LABELS: &[&str] = &[
        "tous droits réservés",
        "copyright",
        "pictures",
        "picture",
        "crédits",
        "credits",
        "photos",
        "crédit",
        "credit",
        "images",
        "photo",
        "fotos",
        "image",
        "foto",
        "bild",
        "(c)",
        "撮影",
        "사진",
        "©",
    ];
    let blank = |c: char| c.is_whitespace() || matches!(c, ':' | '/' | '=');
    let mut rest =
        value.unwrap_or("").trim_matches(|c: char| c.is_whitespace() || "()[]（）【】".contains(c));
    for _ in 0..2 {
        let lower = rest.to_lowercase();
        let Some(label) = LABELS.iter().find(|label| lower.starts_with(**label)) else { break };
        let Some(after) = rest.get(label.len()..) else { break };
        let after = after.trim_start_matches(blank);
        let after = match after.get(..2) {
            Some(by) if by.eq_ignore_ascii_case("by") => after[2..].trim_start_matches(blank),
            _ => after,
        };
        if after.is_empty() {
            break;
        }
        rest = after;
    }
    // A label in any language ends at its colon.
    if let Some((label, after)) =
        rest.split_once([':', '：']).filter(|(label, _)| label.chars().count() <= 20)
    {
        rest = if letters(Some(label)).is_empty() || letters(Some(after)).is_empty() { rest } else { after };
    }
    let key = letters(Some(rest));
    ["撮影", "摄", "攝"].iter().find_map(|mark| key.strip_suffix(mark)).unwrap_or(&key).to_owned()
}

/// A date in one spelling: a whole minute is the same with and without its seconds, `Z` is `+00:00`.
fn moment(iso: Option<&str>) -> Option<(String, String, String)> {
    let iso = iso?.replace('Z', "+00:00");
    let Some((day, time)) = iso.split_once('T') else { return Some((iso, String::new(), String::new())) };
    let at = time.find(['+', '-']).unwrap_or(time.len());
    let (clock, offset) = time.split_at(at);
    let clock = clock.split('.').next().unwrap_or(clock);
    let clock = clock.strip_suffix(":00").filter(|short| short.len() == 5).unwrap_or(clock);
    Some((day.to_owned(), clock.to_owned(), offset.to_owned()))
}

#[test]
fn what_counts_as_the_same() {
    assert_eq!(letters(Some("Straße – №１")), letters(Some("STRASSE no1")));
    assert_eq!(name(Some("The Northport Post")), name(Some("Northport Post")));
    assert_eq!(credit(Some("(Photo by A. Lima/HP)")), credit(Some("A. Lima / HP")));
    assert_eq!(credit(Some("Foto: © dvb")), credit(Some("dvb")));
    assert_ne!(credit(Some("A. Lima")), credit(Some("A. Roe")));
    assert_eq!(moment(Some("2018-07-14T14:54:00Z")), moment(Some("2018-07-14T14:54+00:00")));
    assert_ne!(moment(Some("2018-07-14T14:54:02")), moment(Some("2018-07-14T14:54")));
    assert_ne!(moment(Some("2018-07")), moment(None));
}

/// Encodings that differ in signs which the text does not use are equally right.
#[test]
fn a_seed_is_decoded_as_its_record_says() {
    for seed in seed::all() {
        let parser = Parser::builder().encoding(&seed.record.encoding).build();
        assert_eq!(seed.parse().text(), parser.parse_bytes(&seed.bytes).unwrap().text(), "{}", seed.name);
    }
}
