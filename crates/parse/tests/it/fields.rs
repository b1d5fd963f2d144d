//! What a record says of a seed beside roles, headline, people, dates and captions: labels, kinds and counts.

use wirecopy_parse::model::{Article, BlockKind, Code, Kind, Note};

use crate::expectations::{Differ, letters, name, show};
use crate::seed::Seed;

/// Compares the fields that are absent from a record because the text has no such thing.
pub(crate) fn compare(seed: &Seed, article: &Article, differ: &mut Differ<'_>) {
    let expect = &seed.record.expect;
    let language = seed.record.language.as_deref().filter(|_| !expect.untold);
    if language != article.language.as_deref() {
        differ("language", show(language), show(article.language.as_deref()));
    }
    for (field, expected, got) in [
        ("kicker", &expect.kicker, &article.kicker),
        ("standfirst", &expect.standfirst, &article.standfirst),
        ("section", &expect.section, &article.section),
        ("page", &expect.page, &article.page),
        ("edition", &expect.edition, &article.edition),
    ] {
        if letters(expected.as_deref()) != letters(got.as_deref()) {
            differ(field, show(expected.as_deref()), show(got.as_deref()));
        }
    }
    if article.kind != Kind::NotArticle && expect.kind != Kind::NotArticle.as_str() {
        let n = article.body.iter().filter(|block| block.kind == BlockKind::Paragraph).count();
        if expect.paragraphs != Some(n) {
            differ("paragraphs", format!("{:?}", expect.paragraphs), n.to_string());
        }
    }
    let notes: Vec<String> = article.notes.iter().map(kind_of).collect();
    if expect.notes != notes {
        differ("notes", format!("{:?}", expect.notes), format!("{notes:?}"));
    }
    bylines(seed, article, differ);
    owners(seed, article, differ);
    let cut = article.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::TRUNCATED);
    if expect.cut != cut {
        differ("cut", expect.cut.to_string(), cut.to_string());
    }
}

/// The word that JSON has for the kind of a note.
fn kind_of(note: &Note) -> String {
    serde_json::to_value(note.kind).unwrap().as_str().unwrap().to_owned()
}

/// Bylines with a role, and those that are no person's.
fn bylines(seed: &Seed, article: &Article, differ: &mut Differ<'_>) {
    type Told = (String, String, String);
    let person = || "person".to_owned();
    let mut expected: Vec<Told> = seed
        .record
        .expect
        .bylines
        .iter()
        .map(|one| {
            (letters(Some(&one.name)), letters(one.role.as_deref()), one.kind.clone().unwrap_or_else(person))
        })
        .collect();
    let mut got: Vec<Told> = article
        .bylines
        .iter()
        .filter(|one| one.role.is_some() || !one.kind.is_person())
        .map(|one| {
            let kind = serde_json::to_value(one.kind).unwrap().as_str().unwrap().to_owned();
            (letters(Some(&one.name)), letters(one.role.as_deref()), kind)
        })
        .collect();
    expected.sort();
    got.sort();
    if expected != got {
        differ("bylines", format!("{expected:?}"), format!("{got:?}"));
    }
}

/// Photographer and house of each picture with a credit.
fn owners(seed: &Seed, article: &Article, differ: &mut Differ<'_>) {
    let expect = &seed.record.expect;
    let mut expected: Vec<(String, String)> = expect
        .captions
        .iter()
        .filter(|caption| caption.credit.is_some())
        .map(|caption| (letters(caption.person.as_deref()), name(caption.agency.as_deref())))
        .collect();
    let mut got: Vec<(String, String)> = article
        .figures
        .iter()
        .filter_map(|figure| figure.credit.as_ref())
        .map(|credit| (letters(credit.person.as_deref()), name(credit.agency.as_deref())))
        .collect();
    expected.sort();
    got.sort();
    if expected != got {
        differ("owners", format!("{expected:?}"), format!("{got:?}"));
    }
}
