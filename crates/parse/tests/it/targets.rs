//! What the fuzzer tries, each as a function of bytes: `fuzz/` feeds it without end, `fuzz_corpus` a bounded number.

use wirecopy_parse::{DateOrder, Parser, Repair, probe};

use super::invariants;

/// A target by its name.
pub(crate) type Target = fn(&[u8]);

/// Every target, by the name of its binary under `fuzz/`.
pub(crate) const ALL: &[(&str, Target)] = &[
    ("decode", decode),
    ("parse_text", parse_text),
    ("html", html),
    ("dates", dates),
    ("bylines", bylines),
    ("datelines", datelines),
    ("credits", credits),
];

/// Encodings that [`decode`] names: one of each family, and one that is unknown.
const LABELS: &[&str] =
    &["utf-8", "gbk", "shift_jis", "utf-16le", "iso-2022-jp", "windows-1251", "klingon", "big5"];

/// Bytes of any kind are refused or read, and what is read keeps every promise. The first byte chooses the encoding.
pub(crate) fn decode(bytes: &[u8]) {
    if let Ok(parsed) = Parser::new().parse_bytes(bytes) {
        invariants::check(&parsed);
    }
    let Some((choice, rest)) = bytes.split_first() else { return };
    if let Some(label) = LABELS.get(usize::from(*choice)) {
        let parser = Parser::builder().encoding(*label).build();
        if let Ok(parsed) = parser.parse_bytes(rest) {
            invariants::check(&parsed);
        }
    }
}

/// A text keeps every promise, explained or not, and is read alike both times.
pub(crate) fn parse_text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let plain = wirecopy_parse::parse(&text);
    invariants::check(&plain);
    let explaining = Parser::builder().explain(true).build();
    let explained = explaining.parse(&text);
    invariants::check(&explained);
    assert_eq!(plain.into_articles(), explained.into_articles(), "explaining changed the answer");
    let day = "2021-02-28".parse().unwrap();
    let zone = "-03:30".parse().unwrap();
    let settled = Parser::builder().date_order(DateOrder::MonthFirst).reference_date(day).assume_zone(zone);
    invariants::check(&settled.build().parse(&text));
    invariants::check(&Parser::builder().repair(Repair::Always).build().parse(&text));
}

/// Anything read as a page keeps every promise, explained or not, and is read alike both times.
pub(crate) fn html(bytes: &[u8]) {
    let page = String::from_utf8_lossy(bytes);
    let plain = Parser::new().parse_html(&page);
    invariants::check(&plain);
    let explained = Parser::builder().explain(true).build().parse_html(&page);
    invariants::check(&explained);
    assert_eq!(plain.into_articles(), explained.into_articles(), "explaining changed the answer");
}

/// Dates lie in their line, in order and apart; so does what is left beside them.
pub(crate) fn dates(bytes: &[u8]) {
    for line in lines(bytes) {
        for settled in [false, true] {
            let read = probe::dates(&line, settled);
            read.found.iter().chain(&read.labels).for_each(|range| inside(&line, range));
            apart(&line, &read.found);
            apart(&line, &read.rest);
            for rest in &read.rest {
                assert!(line.get(rest.clone()).is_some(), "{rest:?} cuts {line:?}");
                let over = |date: &std::ops::Range<usize>| date.start < rest.end && rest.start < date.end;
                assert!(!read.found.iter().any(over), "{rest:?} of {line:?} is both date and none");
            }
        }
    }
}

/// The parts of a byline lie in their line, those of a mixed line in order and apart.
pub(crate) fn bylines(bytes: &[u8]) {
    for line in lines(bytes) {
        let parts = [probe::byline(&line), probe::ending(&line)].concat();
        parts.iter().for_each(|(_, range)| inside(&line, range));
        let mixed: Vec<_> = probe::mixed(&line).into_iter().map(|(_, range)| range).collect();
        mixed.iter().for_each(|range| inside(&line, range));
        apart(&line, &mixed);
    }
}

/// A dateline opens its paragraph, holds its parts, and ends before the sentence.
pub(crate) fn datelines(bytes: &[u8]) {
    for line in lines(bytes) {
        let parts = probe::dateline(&line);
        let Some((_, raw)) = parts.first() else { continue };
        inside(&line, raw);
        for (what, range) in &parts[1..] {
            match *what {
                "sentence" => {
                    assert!(line.get(range.clone()).is_some(), "{range:?} cuts {line:?}");
                    assert!(raw.end <= range.start, "{raw:?} reaches into the sentence of {line:?}");
                }
                "reporter" => inside(&line, range),
                _ => {
                    inside(&line, range);
                    assert!(raw.start <= range.start && range.end <= raw.end, "{what} out of {line:?}");
                }
            }
        }
    }
}

/// A caption and its credit lie in their line and apart.
pub(crate) fn credits(bytes: &[u8]) {
    for line in lines(bytes) {
        probe::credit(&line).iter().for_each(|(_, range)| inside(&line, range));
        let parts = probe::caption(&line);
        parts.iter().for_each(|(_, range)| inside(&line, range));
        let first = |wanted: &str| parts.iter().find(|(what, _)| *what == wanted).map(|(_, range)| range);
        if let (Some(caption), Some(credit)) = (first("caption"), first("raw")) {
            let over = caption.start < credit.end && credit.start < caption.end;
            assert!(!over, "{caption:?} and {credit:?} of {line:?} overlap");
        }
    }
}

/// The lines of an input, as the readers of fields meet them: without blanks at their ends.
fn lines(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    text.split(['\n', '\r']).map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

fn inside(line: &str, range: &std::ops::Range<usize>) {
    let part = line.get(range.clone()).unwrap_or_else(|| panic!("{range:?} is no part of {line:?}"));
    assert!(!part.is_empty(), "{range:?} of {line:?} is empty");
}

fn apart(line: &str, ranges: &[std::ops::Range<usize>]) {
    assert!(ranges.windows(2).all(|two| two[0].end <= two[1].start), "{ranges:?} of {line:?} overlap");
}
