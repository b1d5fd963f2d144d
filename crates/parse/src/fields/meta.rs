//! Mixed header lines: `By A B | The Paper | May 3, 2021`, `Coastal Times 2021-05-03`, `Opinion2024.03.31`.

use std::ops::Range;

use super::scan::{Scan, What};
use super::source::is_outlet;

/// What a part of a mixed line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MetaKind {
    /// A person who wrote it.
    Author,
    /// A paper or an agency.
    Source,
    /// A date, by its index.
    Date(usize),
    /// A place.
    Place,
    /// A section or a topic.
    Category,
    /// A lead word or a label.
    Lead,
    /// Roles, addresses, counters, words of no known kind.
    Other,
}

/// A part of a mixed line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MetaPart {
    /// What it is.
    pub(crate) what: MetaKind,
    /// Bytes of the line.
    pub(crate) span: Range<usize>,
}

/// Splits a line that mixes author, source, date, place and category, with marks between them or none at all.
///
/// `dates` are the dates found in the line, in order. Parts come in the order of the line and do not overlap.
pub(crate) fn split_meta(line: &str, dates: &[Range<usize>]) -> Vec<MetaPart> {
    let scan = Scan::read(line, dates, false);
    scan.parts
        .iter()
        .map(|part| {
            let text = &line[part.span.clone()];
            let what = match part.what {
                What::Person => MetaKind::Author,
                What::Agency | What::Source => MetaKind::Source,
                What::Outlet if is_outlet(text) => MetaKind::Source,
                What::Date(index) => MetaKind::Date(index),
                What::Place => MetaKind::Place,
                What::Category => MetaKind::Category,
                What::Lead | What::Label => MetaKind::Lead,
                What::Outlet | What::Desk | What::Role | What::Contact | What::Noise | What::Other => {
                    MetaKind::Other
                }
            };
            MetaPart { what, span: part.span.clone() }
        })
        .collect()
}
