use tantivy::TantivyDocument;
use tantivy::schema::Field;

use chrono::{Datelike, NaiveDate, NaiveTime};
use wirecopy_model::{Article, PublishedAt};

use super::fields::Fields;
use super::text;
use crate::request::FacetField;

/// Longest value of a facet in bytes; a longer one is a mistake of reading and no name.
const MAX_VALUE: usize = 500;

/// What the index holds of a record, but for its places in the order of changes.
#[derive(Debug)]
pub(crate) struct Document(TantivyDocument);

impl Document {
    /// Reads off an article what can be found of it.
    pub(crate) fn of(article: &Article) -> Self {
        Self(document(Fields::get(), article))
    }

    /// With its place in the order of changes, and the one at which it first came.
    pub(super) fn at(mut self, fields: &Fields, seq: u64, born: u64) -> TantivyDocument {
        self.0.add_u64(fields.seq, seq);
        self.0.add_u64(fields.born, born);
        self.0
    }
}

fn document(fields: &Fields, article: &Article) -> TantivyDocument {
    let mut doc = Doc { fields, doc: TantivyDocument::new() };
    doc.doc.add_text(fields.id, &article.id);
    doc.dates(article);
    doc.front(article);
    doc.body(article);
    doc.names(article);
    doc.facet(FacetField::Kind, article.kind.as_str());
    if let Some(language) = &article.language {
        doc.facet(FacetField::Language, language);
    }
    doc.doc
}

/// When an article was published, in seconds since 1970 of the place's own clock: a paper's Tuesday is a Tuesday wherever
/// it is read. A date known to the month or year counts as its first day.
pub(crate) fn published_seconds(published: PublishedAt) -> Option<i64> {
    let local = match published {
        PublishedAt::Moment { local, .. } => local,
        PublishedAt::Day(day) => day.and_time(NaiveTime::MIN),
        PublishedAt::Month { year, month } => {
            NaiveDate::from_ymd_opt(year, month, 1)?.and_time(NaiveTime::MIN)
        }
        PublishedAt::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1)?.and_time(NaiveTime::MIN),
    };
    Some(local.and_utc().timestamp())
}

struct Doc<'f> {
    fields: &'f Fields,
    doc: TantivyDocument,
}

impl Doc<'_> {
    fn facet(&mut self, facet: FacetField, value: &str) {
        if !value.is_empty() && value.len() <= MAX_VALUE {
            self.doc.add_text(self.fields.facet(facet), value);
        }
    }

    fn text(&mut self, field: Field, value: &str) {
        if value.is_empty() {
            return;
        }
        self.doc.add_text(field, value);
        if (field == self.fields.front || field == self.fields.body) && text::has_unspaced(value) {
            self.doc.add_text(self.fields.words, value);
        }
    }

    fn dates(&mut self, article: &Article) {
        let Some(published) = article.dated().and_then(|stamp| stamp.value) else { return };
        if let Some(seconds) = published_seconds(published) {
            self.doc.add_i64(self.fields.published, seconds);
        }
        self.facet(FacetField::Year, &format!("{:04}", published.year()));
        let month = match published {
            PublishedAt::Month { month, .. } => Some(month),
            _ => published.day().map(|day| day.month()),
        };
        if let Some(month) = month {
            self.facet(FacetField::Month, &format!("{:04}-{month:02}", published.year()));
        }
    }

    fn front(&mut self, article: &Article) {
        let front = self.fields.front;
        if let Some(headline) = &article.headline {
            self.text(self.fields.headline, headline);
            self.text(front, headline);
        }
        for text in [&article.kicker, &article.standfirst].into_iter().flatten() {
            self.text(front, text);
        }
        for byline in &article.bylines {
            self.text(front, &byline.name);
        }
        if let Some(source) = &article.source {
            self.text(front, &source.name);
        }
        for keyword in &article.keywords {
            self.text(front, keyword);
        }
    }

    fn body(&mut self, article: &Article) {
        let body = self.fields.body;
        for block in &article.body {
            self.text(body, &block.text);
        }
        for figure in &article.figures {
            if let Some(caption) = &figure.caption {
                self.text(body, caption);
            }
            if let Some(credit) = &figure.credit {
                self.text(body, &credit.raw);
            }
        }
        for note in &article.notes {
            self.text(body, &note.text);
        }
    }

    fn names(&mut self, article: &Article) {
        let fields = self.fields;
        if let Some(source) = &article.source {
            self.facet(FacetField::Source, &source.name);
            self.text(fields.source_words, &source.name);
        }
        for byline in &article.bylines {
            self.facet(FacetField::Author, &byline.name);
            self.text(fields.author_words, &byline.name);
        }
        if let Some(dateline) = &article.dateline {
            if let Some(place) = &dateline.place {
                self.facet(FacetField::Place, place);
                self.text(fields.place_words, place);
            }
            if let Some(agency) = &dateline.agency {
                self.text(fields.source_words, agency);
            }
        }
        if let Some(section) = &article.section {
            self.facet(FacetField::Section, section);
            self.text(fields.section_words, section);
        }
        for credit in article.figures.iter().filter_map(|figure| figure.credit.as_ref()) {
            self.text(fields.credit_words, &credit.raw);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::published_seconds;

    #[test]
    fn a_date_counts_by_its_own_clock() {
        for (date, seconds) in [
            ("1970-01-01T01:00", 3600),
            ("1970-01-02", 86_400),
            ("1970-02", 31 * 86_400),
            ("1971", 365 * 86_400),
            ("1969-12-31", -86_400),
        ] {
            assert_eq!(published_seconds(date.parse().unwrap()), Some(seconds), "{date}");
        }
    }
}
