//! What holds for every document, whatever it says.

use std::collections::BTreeSet;

use wirecopy_parse::Parsed;
use wirecopy_parse::model::{Article, Kind, LineRole, Span};

/// Asserts everything that can be said of one answer alone.
pub(crate) fn check(parsed: &Parsed<'_>) {
    lines_tile(parsed);
    records_and_roles_agree(parsed);
    for diagnostic in parsed.diagnostics().chain(parsed.articles().flat_map(|article| &article.diagnostics)) {
        if let Some(span) = diagnostic.span {
            assert!(span.text(parsed.text()).is_some(), "span of {diagnostic} cuts the text");
        }
        assert!(!diagnostic.message.is_empty());
    }
    for decision in parsed.decisions() {
        assert!(decision.span.text(parsed.text()).is_some(), "span of a decision on {} cuts", decision.field);
        assert!((1..=parsed.articles().len()).contains(&(decision.record as usize)));
    }
    for article in parsed.articles() {
        evidence_reads_back(parsed, article);
        json_keeps_it(article);
    }
}

/// Blank as the seeds' rules have it. Information separators count as white space, as they do to Unicode's
/// bidirectional algorithm and to most languages' `strip`.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{1c}'..='\u{1f}')
}

/// Number and bytes of each line that is not blank, found the slow and plain way.
fn plain_lines(text: &str) -> Vec<(u32, Span)> {
    let mut found = Vec::new();
    let (mut start, mut number) = (text.len() - text.trim_start_matches('\u{feff}').len(), 1);
    // Only one mark is a byte order mark; what follows it is text.
    start = start.min('\u{feff}'.len_utf8());
    let mut chars = text.char_indices().peekable();
    let mut close = |start: usize, end: usize, number: u32| {
        if start < end && !text[start..end].chars().all(is_blank) {
            found.push((number, Span::from_range(start..end)));
        }
    };
    while let Some((at, c)) = chars.next() {
        if c != '\n' && c != '\r' {
            continue;
        }
        let crlf = c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n');
        close(start, at, number);
        if crlf {
            chars.next();
        }
        start = at + 1 + usize::from(crlf);
        number += 1;
    }
    close(start, text.len(), number);
    found
}

fn lines_tile(parsed: &Parsed<'_>) {
    let lines: Vec<(u32, Span)> = parsed.layout().lines.iter().map(|line| (line.number, line.span)).collect();
    assert_eq!(lines, plain_lines(parsed.text()), "the lines are not those that are not blank");
    for line in &parsed.layout().lines {
        assert!((0.0..=1.0).contains(&line.confidence), "confidence {}", line.confidence);
        assert!(line.reasons.iter().all(|reason| reason.weight.is_finite() && !reason.text.is_empty()));
    }
}

fn records_and_roles_agree(parsed: &Parsed<'_>) {
    let n = u32::try_from(parsed.articles().len()).unwrap();
    assert!(n >= 1, "there is always a record");
    let numbers: Vec<u32> = parsed.articles().map(|article| article.record).collect();
    assert_eq!(numbers, (1..=n).collect::<Vec<_>>());
    let mut last = 1;
    for line in &parsed.layout().lines {
        match line.record {
            None => assert_eq!(line.role, LineRole::Furniture, "line {} is in no record", line.number),
            Some(record) => {
                assert_ne!(line.role, LineRole::Furniture, "furniture in a record, line {}", line.number);
                assert!((last..=n).contains(&record), "records out of order at line {}", line.number);
                last = record;
            }
        }
    }
    let is_article = |article: &Article| article.kind != Kind::NotArticle;
    if parsed.layout().lines.iter().all(|line| line.role == LineRole::Furniture) {
        assert_eq!(n, 1);
    }
    if !parsed.articles().all(is_article) {
        assert_eq!(n, 1, "a document that is no article has one record that says so");
        assert!(parsed.layout().lines.iter().all(|line| line.role == LineRole::Furniture));
        let article = parsed.articles().next().unwrap();
        assert!(article.evidence.is_empty() && article.body.is_empty() && article.headline.is_none());
    }
}

/// Fields that keep the words as they stand in the text.
const RAW: [&str; 4] = ["published", "updated", "dateline", "dateline.date"];

/// What a value and its evidence have in common: everything but what takes no ink.
fn ink(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

/// [`ink`] of what a reader of the text sees: without orders to terminals, single control characters and entities.
fn read_as(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let entity = ["&quot;", "&amp;", "&nbsp;", "&#160;", "&lt;", "&gt;", "&apos;", "&#39;", "&#039;"]
            .into_iter()
            .zip(["\"", "&", " ", " ", "<", ">", "'", "'", "'"])
            .find(|(name, _)| rest.starts_with(name));
        if let Some((name, is)) = entity {
            plain.push_str(is);
            rest = &rest[name.len()..];
        } else if let Some(order) = rest.strip_prefix("\u{1b}[") {
            let order = order.trim_start_matches(|c| matches!(c, ' '..='?'));
            rest = order.strip_prefix(|c| matches!(c, '@'..='~')).unwrap_or(order);
        } else {
            plain.extend(
                Some(c).filter(|c| {
                    !c.is_ascii_control() || c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(c)
                }),
            );
            rest = &rest[c.len_utf8()..];
        }
    }
    let plain = ink(&plain);
    if plain.is_empty() { ink(text) } else { plain }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every value has evidence, every evidence has a value, and the one can be read in the other: raw words in the text as
/// it was decoded, all other values in its repaired words.
fn evidence_reads_back(parsed: &Parsed<'_>, article: &Article) {
    let text = parsed.text();
    let mut left: BTreeSet<&str> = article.evidence.iter().map(|(field, _)| field).collect();
    for (field, spans) in article.evidence.iter() {
        for span in spans {
            let read = span.text(text).unwrap_or_else(|| panic!("{field}: {span:?} is no part of the text"));
            assert!(!ink(read).is_empty(), "{field}: evidence of nothing");
            assert!(!read.contains(['\n', '\r']), "{field}: evidence over a line end: {read:?}");
        }
        assert!(spans.windows(2).all(|two| two[0].end <= two[1].start), "{field}: {spans:?} out of order");
    }
    let mut read = |field: String, value: &str| {
        let spans = article.evidence.of(&field);
        assert!(!spans.is_empty(), "{field} = {value:?} has no evidence");
        let is_raw = RAW.iter().any(|end| field == *end || field.ends_with(".credit"));
        let words = |span: &Span| if is_raw { span.text(text) } else { parsed.words(*span) };
        let joined: String = spans.iter().map(|span| words(span).unwrap()).collect();
        left.remove(field.as_str());
        assert!(!ink(value).is_empty(), "{field} is empty");
        assert_eq!(value, value.trim(), "{field} has blanks at its ends");
        if field.ends_with(".credit") {
            // A credit over two lines is joined with a slash that nobody printed.
            assert!(
                letters(&read_as(&joined)).contains(&letters(value)),
                "{field}: {value:?} read from {joined:?}"
            );
        } else if spans.len() > 1 {
            // A word divided at a line's end is put together without its hyphen, in a headline as in a paragraph.
            let whole = |text: &str| read_as(text).replace('-', "");
            assert_eq!(whole(value), whole(&joined), "{field}");
            let hyphens = |text: &str| text.matches('-').count();
            let divided = spans.iter().filter(|span| words(span).unwrap().ends_with('-')).count();
            assert!(
                hyphens(&read_as(&joined)) <= hyphens(value) + divided,
                "{field}: {value:?} of {joined:?}"
            );
        } else {
            assert_eq!(ink(value), read_as(&joined), "{field}");
        }
    };
    let plain = [
        ("headline", article.headline.as_deref()),
        ("kicker", article.kicker.as_deref()),
        ("standfirst", article.standfirst.as_deref()),
        ("source", article.source.as_ref().map(|source| source.name.as_str())),
        ("published", article.published.as_ref().map(|stamp| stamp.raw.as_str())),
        ("updated", article.updated.as_ref().map(|stamp| stamp.raw.as_str())),
        ("section", article.section.as_deref()),
        ("page", article.page.as_deref()),
        ("edition", article.edition.as_deref()),
        ("url", article.url.as_deref()),
    ];
    for (field, value) in plain {
        if let Some(value) = value {
            read(field.to_owned(), value);
        }
    }
    if let Some(dateline) = &article.dateline {
        read("dateline".to_owned(), &dateline.raw);
        let date = dateline.date.as_ref().map(|stamp| &stamp.raw);
        for (part, value) in
            [("place", dateline.place.as_ref()), ("date", date), ("agency", dateline.agency.as_ref())]
        {
            if let Some(value) = value {
                read(format!("dateline.{part}"), value);
            }
        }
    }
    for (k, byline) in article.bylines.iter().enumerate() {
        read(format!("bylines[{k}].name"), &byline.name);
        for (part, value) in [("role", &byline.role), ("affiliation", &byline.affiliation)] {
            if let Some(value) = value {
                read(format!("bylines[{k}].{part}"), value);
            }
        }
    }
    for (k, figure) in article.figures.iter().enumerate() {
        assert!(figure.caption.is_some() || figure.credit.is_some(), "figures[{k}] is empty");
        if let Some(caption) = &figure.caption {
            read(format!("figures[{k}].caption"), caption);
        }
        if let Some(credit) = &figure.credit {
            read(format!("figures[{k}].credit"), &credit.raw);
        }
    }
    for (k, block) in article.body.iter().enumerate() {
        read(format!("body[{k}]"), &block.text);
    }
    for (k, note) in article.notes.iter().enumerate() {
        read(format!("notes[{k}]"), &note.text);
    }
    for (k, word) in article.keywords.iter().enumerate() {
        let field = format!("keywords[{k}]");
        // The words of a list stand in one place, between their commas.
        let span = article.evidence.of(&field).first().unwrap_or_else(|| panic!("{field} has no evidence"));
        assert!(ink(parsed.words(*span).unwrap()).contains(&ink(word)), "{field}");
        left.remove(field.as_str());
    }
    assert!(left.is_empty(), "evidence of what is not there: {left:?}");
}

fn json_keeps_it(article: &Article) {
    assert_eq!(article.schema, wirecopy_parse::model::SCHEMA);
    assert!(
        article.id.len() == 32 && article.id.bytes().all(|b| b.is_ascii_hexdigit()),
        "id {:?}",
        article.id
    );
    let json = serde_json::to_string(article).unwrap();
    let back: Article = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error} in {json}"));
    assert_eq!(&back, article);
}
