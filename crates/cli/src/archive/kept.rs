//! What the archive knows of a record, in JSON and in words.

use chrono::DateTime;
use serde::Serialize;
use wirecopy_archive::{Copies, Stored};
use wirecopy_model::Article;

use crate::format::json;

/// Share from which on a text counts as whole: a word or two differ in every paper.
const WHOLE: f32 = 0.98;

/// Digits of an id that are shown: enough to tell it from others, and to ask for it.
pub(super) const DIGITS: usize = 8;

/// A record with what the archive knows of it, under the same names as the server's.
#[derive(Serialize)]
pub(crate) struct Record<'a> {
    #[serde(flatten)]
    article: &'a Article,
    archive: Kept<'a>,
}

#[derive(Serialize)]
struct Kept<'a> {
    seq: u64,
    stored_at: String,
    digest: &'a str,
    source_sha256: &'a str,
    places: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    copies: Option<Cluster<'a>>,
}

#[derive(Serialize)]
struct Cluster<'a> {
    cluster: &'a str,
    size: u32,
    first: bool,
    similarity: f32,
    difference: Differs,
}

/// What a copy has different from the first.
#[derive(Serialize)]
pub(super) struct Differs {
    kept: f32,
    covered: f32,
    headline: bool,
}

impl Differs {
    pub(super) fn of(copies: &Copies) -> Self {
        let difference = copies.difference;
        Self {
            kept: rounded(difference.kept),
            covered: rounded(difference.covered),
            headline: difference.headline,
        }
    }
}

impl<'a> From<&'a Stored> for Record<'a> {
    fn from(stored: &'a Stored) -> Self {
        let at = DateTime::from_timestamp(stored.stored_at, 0);
        let copies = stored.copies.as_ref().map(|copies| Cluster {
            cluster: &copies.cluster,
            size: copies.size,
            first: copies.first,
            similarity: rounded(copies.similarity),
            difference: Differs::of(copies),
        });
        let archive = Kept {
            seq: stored.seq,
            stored_at: at.map_or_else(String::new, |at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string()),
            digest: &stored.digest,
            source_sha256: &stored.source_sha256,
            places: &stored.places,
            copies,
        };
        Self { article: &stored.article, archive }
    }
}

/// The record on one line.
pub(crate) fn line(stored: &Stored) -> Vec<u8> {
    let mut out = Vec::new();
    json::append(&mut out, &Record::from(stored));
    out.push(b'\n');
    out
}

/// Three digits are more than can be told.
pub(super) fn rounded(share: f32) -> f32 {
    (share * 1000.0).round() / 1000.0
}

/// `one of 3 copies; the first is 1dd4fdfe; cut to 52 % of it, another headline`.
pub(super) fn words(copies: &Copies) -> String {
    if copies.first {
        return format!("the first of {} copies", copies.size);
    }
    let first: String = copies.cluster.chars().take(DIGITS).collect();
    format!("one of {} copies; the first is {first}; {}", copies.size, differs(copies))
}

/// `cut to 52 % of it, another headline`.
pub(super) fn differs(copies: &Copies) -> String {
    let difference = copies.difference;
    let percent = |share: f32| format!("{:.0} %", share * 100.0);
    let mut said = Vec::new();
    if difference.covered < WHOLE {
        said.push(format!("{} of it", percent(difference.covered)));
    }
    if difference.kept < WHOLE {
        said.push(format!("{} text of its own", percent(1.0 - difference.kept)));
    }
    if said.is_empty() {
        said.push("the same text".to_owned());
    }
    if difference.headline {
        said.push("another headline".to_owned());
    }
    said.join(", ")
}

#[cfg(test)]
mod tests {
    use wirecopy_archive::{Copies, Difference};

    use super::words;

    #[test]
    fn what_differs_is_said() {
        let of = |kept, covered, headline| {
            let difference = Difference { kept, covered, headline };
            let (cluster, size) = ("1dd4fdfe2bd15b76".to_owned(), 3);
            words(&Copies { cluster, size, similarity: 0.9, first: false, difference })
        };
        assert_eq!(
            of(1.0, 0.52, true),
            "one of 3 copies; the first is 1dd4fdfe; 52 % of it, another headline"
        );
        assert_eq!(of(0.75, 1.0, false), "one of 3 copies; the first is 1dd4fdfe; 25 % text of its own");
        assert_eq!(of(0.99, 1.0, false), "one of 3 copies; the first is 1dd4fdfe; the same text");
    }
}
