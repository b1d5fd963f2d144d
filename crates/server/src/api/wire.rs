//! What the archive knows, in the form that programs get.

use std::collections::BTreeMap;

use chrono::DateTime;
use schemars::JsonSchema;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use wirecopy_archive as archive;
use wirecopy_model::Article;

use crate::api::search::facet_name;

/// What the archive knows of a record beside what stands in it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Kept {
    /// Place in the order of changes; an update gets a new one.
    seq: u64,
    /// When it came in, ISO 8601 in UTC.
    stored_at: String,
    /// Changes whenever anything of the record does.
    digest: String,
    /// SHA-256 of the bytes it was read from.
    source_sha256: String,
    /// Every place it was found at.
    places: Vec<String>,
    /// Its place among its copies, when there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    copies: Option<Cluster>,
}

/// A record's place among its copies.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Cluster {
    /// Id of the first copy.
    cluster: String,
    /// How many there are.
    size: u32,
    /// Share of the shorter text that it has in common with the nearest earlier copy.
    similarity: f32,
    /// Whether it is the first copy: published first, else stored first.
    first: bool,
    /// What it has different from the first copy.
    difference: Difference,
}

/// What a copy has different from the first.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Difference {
    /// Share of its own text that stands in the first copy too, from 0 to 1.
    kept: f32,
    /// Share of the first copy's text that stands in it, from 0 to 1.
    covered: f32,
    /// Whether its headline is another.
    headline: bool,
}

impl From<&archive::Stored> for Kept {
    fn from(stored: &archive::Stored) -> Self {
        Self {
            seq: stored.seq,
            stored_at: instant(stored.stored_at),
            digest: stored.digest.clone(),
            source_sha256: stored.source_sha256.clone(),
            places: stored.places.clone(),
            copies: stored.copies.as_ref().map(|copies| Cluster {
                cluster: copies.cluster.clone(),
                size: copies.size,
                similarity: copies.similarity,
                first: copies.first,
                difference: Difference {
                    kept: copies.difference.kept,
                    covered: copies.difference.covered,
                    headline: copies.difference.headline,
                },
            }),
        }
    }
}

/// Seconds since 1970 as ISO 8601 in UTC.
pub(crate) fn instant(seconds: i64) -> String {
    DateTime::from_timestamp(seconds, 0)
        .map_or_else(String::new, |at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// A record of the archive: the fields of `wirecopy/1`, and what the archive knows of it under `archive`.
#[derive(Debug, JsonSchema)]
#[schemars(rename = "Record")]
pub(crate) struct RecordSchema {
    #[serde(flatten)]
    #[expect(dead_code, reason = "describes what `Record` writes")]
    article: Article,
    #[expect(dead_code, reason = "describes what `Record` writes")]
    archive: Kept,
}

/// Names of a record's fields, in the order in which they are written.
pub(crate) const FIELDS: [&str; 26] = [
    "schema",
    "id",
    "kind",
    "record",
    "headline",
    "kicker",
    "standfirst",
    "source",
    "bylines",
    "published",
    "updated",
    "dateline",
    "section",
    "page",
    "edition",
    "url",
    "figures",
    "body",
    "notes",
    "keywords",
    "language",
    "word_count",
    "evidence",
    "diagnostics",
    "origin",
    "archive",
];

/// Fields that lists leave out unless asked for: they are most of a record and little of a list.
const HEAVY: [&str; 4] = ["body", "evidence", "diagnostics", "figures"];

/// Which fields of a record are written: one bit each, in the order of [`FIELDS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fields(u32);

impl Fields {
    /// Every field.
    pub(crate) const ALL: Self = Self(u32::MAX);

    /// What a list shows.
    pub(crate) fn light() -> Self {
        Self::of(FIELDS.iter().copied().filter(|name| !HEAVY.contains(name)))
    }

    /// The fields with these names; other names are passed over.
    pub(crate) fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let bits = names.filter_map(|name| FIELDS.iter().position(|field| *field == name));
        Self(bits.fold(0, |bits, at| bits | 1 << at))
    }

    fn has(self, at: usize) -> bool {
        self.0 >> at & 1 == 1
    }
}

/// A record on its way out: the fields asked for, absent rather than null.
pub(crate) struct Record<'s> {
    pub(crate) stored: &'s archive::Stored,
    pub(crate) fields: Fields,
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let article = &self.stored.article;
        let mut map = serializer.serialize_map(None)?;
        for (_, name) in FIELDS.iter().enumerate().filter(|(at, _)| self.fields.has(*at)) {
            match *name {
                "schema" => map.serialize_entry(name, &article.schema)?,
                "id" => map.serialize_entry(name, &article.id)?,
                "kind" => map.serialize_entry(name, &article.kind)?,
                "record" => map.serialize_entry(name, &article.record)?,
                "headline" => some(&mut map, name, article.headline.as_ref())?,
                "kicker" => some(&mut map, name, article.kicker.as_ref())?,
                "standfirst" => some(&mut map, name, article.standfirst.as_ref())?,
                "source" => some(&mut map, name, article.source.as_ref())?,
                "bylines" => filled(&mut map, name, &article.bylines)?,
                "published" => some(&mut map, name, article.published.as_ref())?,
                "updated" => some(&mut map, name, article.updated.as_ref())?,
                "dateline" => some(&mut map, name, article.dateline.as_ref())?,
                "section" => some(&mut map, name, article.section.as_ref())?,
                "page" => some(&mut map, name, article.page.as_ref())?,
                "edition" => some(&mut map, name, article.edition.as_ref())?,
                "url" => some(&mut map, name, article.url.as_ref())?,
                "figures" => filled(&mut map, name, &article.figures)?,
                "body" => filled(&mut map, name, &article.body)?,
                "notes" => filled(&mut map, name, &article.notes)?,
                "keywords" => filled(&mut map, name, &article.keywords)?,
                "language" => some(&mut map, name, article.language.as_ref())?,
                "word_count" => map.serialize_entry(name, &article.word_count)?,
                "evidence" if !article.evidence.is_empty() => map.serialize_entry(name, &article.evidence)?,
                "diagnostics" => filled(&mut map, name, &article.diagnostics)?,
                "origin" => some(&mut map, name, article.origin.as_ref())?,
                "archive" => map.serialize_entry(name, &Kept::from(self.stored))?,
                _ => {}
            }
        }
        map.end()
    }
}

fn some<M: SerializeMap, T: Serialize>(map: &mut M, name: &str, value: Option<&T>) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(name, value))
}

fn filled<M: SerializeMap, T: Serialize>(map: &mut M, name: &str, values: &[T]) -> Result<(), M::Error> {
    if values.is_empty() { Ok(()) } else { map.serialize_entry(name, values) }
}

/// A text and the places in it that the query found.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Marked {
    text: String,
    /// The places as pairs of first byte and byte after the last, in bytes of UTF-8, in order.
    marks: Vec<(usize, usize)>,
}

impl From<archive::Highlight> for Marked {
    fn from(highlight: archive::Highlight) -> Self {
        Self { text: highlight.text, marks: highlight.marks.into_iter().map(|m| (m.start, m.end)).collect() }
    }
}

/// A piece of the body with what was found in it.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Snippet {
    #[serde(flatten)]
    text: Marked,
    /// Whether text was left out before it.
    cut_before: bool,
    /// Whether text was left out after it.
    cut_after: bool,
}

impl From<archive::Snippet> for Snippet {
    fn from(snippet: archive::Snippet) -> Self {
        Self { text: snippet.highlight.into(), cut_before: snippet.cut_before, cut_after: snippet.cut_after }
    }
}

/// One value of a facet.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct FacetValue {
    value: String,
    count: u64,
}

/// Counts of one facet, most frequent first.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Facet {
    values: Vec<FacetValue>,
    /// Values left out because of the limit.
    others: u64,
}

/// One bar of a count by time.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Bar {
    /// `2018`, `2018-07` or `2018-07-14`.
    label: String,
    count: u64,
}

pub(crate) fn facets(counts: Vec<archive::Counts>) -> BTreeMap<&'static str, Facet> {
    let facet = |counts: archive::Counts| {
        let values = counts.values.into_iter().map(|(value, count)| FacetValue { value, count });
        (facet_name(counts.field), Facet { values: values.collect(), others: counts.others })
    };
    counts.into_iter().map(facet).collect()
}

pub(crate) fn bars(buckets: Vec<archive::Bucket>) -> Vec<Bar> {
    buckets.into_iter().map(|bucket| Bar { label: bucket.label, count: bucket.count }).collect()
}

#[cfg(test)]
mod tests {
    use wirecopy_archive::Stored;
    use wirecopy_model::{Block, BlockKind, Byline, Span};

    use super::*;

    pub(crate) fn stored() -> Stored {
        let mut article = Article::new();
        article.id = "0123".to_owned();
        article.headline = Some("Council closes bridge".to_owned());
        article.bylines = vec![Byline { name: "Ana Lima".to_owned(), ..Byline::default() }];
        article.body = vec![Block { kind: BlockKind::Paragraph, text: "It is closed.".to_owned() }];
        article.evidence.add("headline", Span::new(0, 21));
        Stored {
            seq: 7,
            stored_at: 1_531_578_842,
            digest: "d".to_owned(),
            source_sha256: "s".to_owned(),
            places: vec!["a.txt".to_owned()],
            copies: None,
            article,
        }
    }

    #[test]
    fn all_fields_are_the_record_and_its_archive() {
        let stored = stored();
        let mut all = serde_json::to_value(Record { stored: &stored, fields: Fields::ALL }).unwrap();
        let kept = all.as_object_mut().unwrap().remove("archive").unwrap();
        assert_eq!(all, serde_json::to_value(&stored.article).unwrap());
        assert_eq!(kept["stored_at"], "2018-07-14T14:34:02Z");
        assert!(kept.get("copies").is_none());
    }

    #[test]
    fn a_list_leaves_the_body_out_and_takes_what_is_asked_for() {
        let stored = stored();
        let light = serde_json::to_value(Record { stored: &stored, fields: Fields::light() }).unwrap();
        assert!(light.get("body").is_none() && light["headline"].is_string() && light["archive"].is_object());
        let fields = Fields::of(["headline", "body", "nonsense"].into_iter());
        let asked = serde_json::to_value(Record { stored: &stored, fields }).unwrap();
        assert_eq!(asked.as_object().unwrap().len(), 2);
    }
}
