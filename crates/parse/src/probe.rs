//! The readers of single lines, for fuzzing. Not part of the stable interface.
//!
//! Each gives the parts that it found, named, as ranges of bytes; what must hold of them is said in `tests/it/targets.rs`.

use std::ops::Range;

use crate::fields::{byline, credit, dateline, ending, meta, source};
use crate::{DateOrder, date};

/// A part of a line and what it was taken for.
pub type Part = (&'static str, Range<usize>);

/// The dates of a line and what stands beside them.
#[derive(Debug)]
pub struct Dates {
    /// Each date without its label, in order.
    pub found: Vec<Range<usize>>,
    /// Their labels.
    pub labels: Vec<Range<usize>>,
    /// What is no date.
    pub rest: Vec<Range<usize>>,
}

/// Reads the dates of a line, with every question that a caller can settle left open or settled.
#[must_use]
pub fn dates(line: &str, settled: bool) -> Dates {
    let mut context = date::Context::default();
    if settled {
        context.order = DateOrder::DayFirst;
        context.reference = chrono::NaiveDate::from_ymd_opt(2021, 2, 28);
        context.assume_zone = chrono::FixedOffset::east_opt(-12_600);
    }
    let found = date::scan(line, &context);
    let _ = (date::order_evidence(line), date::lone_label(line));
    let rest = date::residue(line, &found).stretches;
    let labels = found.iter().filter_map(|date| date.label_span.clone()).collect();
    Dates { found: found.into_iter().map(|date| date.span).collect(), labels, rest }
}

/// Reads a line as a byline: names in the order printed, then what else was found.
#[must_use]
pub fn byline(line: &str) -> Vec<Part> {
    let read = byline::read_byline(line, &dates(line, false).found);
    let mut parts: Vec<Part> = read.people.iter().map(|person| ("name", person.name.clone())).collect();
    let mut add = |what, range: Option<Range<usize>>| parts.extend(range.map(|range| (what, range)));
    for person in read.people {
        add("role", person.role);
        add("affiliation", person.affiliation);
    }
    add("lead", read.lead);
    add("email", read.email);
    add("place", read.place);
    add("lead", byline::has_lead(line));
    parts
}

/// Cuts a mixed line of author, source and date into its parts, in order.
#[must_use]
pub fn mixed(line: &str) -> Vec<Part> {
    let parts = meta::split_meta(line, &dates(line, false).found);
    parts.into_iter().map(|part| ("part", part.span)).collect()
}

/// Reads the dateline of a paragraph: first the whole, then its parts, then the sentence after it.
#[must_use]
pub fn dateline(paragraph: &str) -> Vec<Part> {
    let Some(read) = dateline::read_dateline(paragraph) else { return Vec::new() };
    let _ = dateline::strength_alone(paragraph, Some(&read));
    let mut parts: Vec<Part> = vec![("raw", read.raw), ("sentence", read.end..paragraph.len())];
    for (what, range) in [("place", read.place), ("date", read.date), ("agency", read.agency)] {
        parts.extend(range.map(|range| (what, range)));
    }
    parts.extend(read.reporters.into_iter().map(|range| ("reporter", range)));
    parts
}

/// Reads a line as a caption with its credit.
#[must_use]
pub fn caption(line: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let read = credit::split_caption(line);
    parts.extend(read.caption.map(|range| ("caption", range)));
    parts.extend(read.credit.into_iter().flat_map(credited));
    parts
}

/// Reads a line as a credit.
#[must_use]
pub fn credit(line: &str) -> Vec<Part> {
    credit::read_credit(line).into_iter().flat_map(credited).collect()
}

fn credited(read: credit::CreditRead) -> Vec<Part> {
    let mut parts: Vec<Part> = vec![("raw", read.raw), ("credited", read.name)];
    parts.extend(read.person.map(|range| ("person", range)));
    parts.extend(read.agency.map(|range| ("agency", range)));
    parts
}

/// Reads a line as the end of a story, as a source and as a line on rights.
#[must_use]
pub fn ending(line: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(read) = ending::end_credit(line) {
        parts.push(("end", read.span));
        parts.extend(read.authors.into_iter().map(|range| ("author", range)));
    }
    if let Some(read) = source::read_source(line) {
        parts.push(("source", read.name));
        parts.extend(read.label.map(|range| ("label", range)));
    }
    parts.extend(source::copyright_owner(line).map(|range| ("owner", range)));
    parts.extend(ending::biography(line).map(|range| ("biography", range)));
    parts.extend(ending::opening_reporters(line).into_iter().map(|range| ("reporter", range)));
    parts
}

/// The text repaired, when it is certainly damaged.
#[cfg(feature = "encoding")]
#[must_use]
pub fn repaired(text: &str) -> Option<String> {
    crate::repair::repair(text, crate::Repair::Auto).map(|repaired| repaired.text)
}
