//! An answer about a text that was made of another, moved to that other: the text was repaired, or its lines were joined.

use wirecopy_model::{Article, Diagnostic, Evidence, Span, Stamp};

/// Moves what is said of places.
pub(crate) fn notes(notes: &mut [Diagnostic], place: impl Fn(Span) -> Span) {
    for span in notes.iter_mut().filter_map(|note| note.span.as_mut()) {
        *span = place(*span);
    }
}

/// Moves a record to another text. Raw words are its own, as `words` tells them; where it reads as the other did, which
/// `touched` denies, they stand.
pub(crate) fn article(
    article: &mut Article,
    words: impl Fn(Span) -> Option<String>,
    place: impl Fn(Span) -> Span,
    touched: impl Fn(Span) -> bool,
) {
    article.evidence = evidence(&article.evidence, |span| [place(span)]);
    notes(&mut article.diagnostics, place);
    raw_words(article, words, touched);
}

/// The same evidence with other spans in the place of each.
pub(crate) fn evidence<S: IntoIterator<Item = Span>>(
    evidence: &Evidence,
    spans: impl Fn(Span) -> S,
) -> Evidence {
    let mut moved = Evidence::default();
    for (field, old) in evidence.iter() {
        old.iter().flat_map(|span| spans(*span)).for_each(|span| moved.add(field, span));
    }
    moved
}

fn raw_words(article: &mut Article, words: impl Fn(Span) -> Option<String>, touched: impl Fn(Span) -> bool) {
    let Article { published, updated, dateline, figures, evidence, .. } = article;
    let restore = |raw: &mut String, field: &str, joint: &str| {
        let spans = evidence.of(field);
        if spans.iter().any(|span| touched(*span)) {
            *raw = spans.iter().filter_map(|span| words(*span)).collect::<Vec<_>>().join(joint);
        }
    };
    let stamp = |stamp: &mut Option<Stamp>, field: &str| {
        if let Some(stamp) = stamp {
            restore(&mut stamp.raw, field, " ");
        }
    };
    stamp(published, "published");
    stamp(updated, "updated");
    if let Some(dateline) = dateline {
        restore(&mut dateline.raw, "dateline", " ");
        stamp(&mut dateline.date, "dateline.date");
    }
    for (k, figure) in figures.iter_mut().enumerate() {
        if let Some(credit) = &mut figure.credit {
            // As a credit over several lines is joined.
            restore(&mut credit.raw, &format!("figures[{k}].credit"), "/");
        }
    }
}
