//! A folder with an archive in it, and documents to put there.

use std::path::PathBuf;

use tempfile::TempDir;
use wirecopy_archive::{Archive, Incoming, Outcome, Rejection, Writer};
use wirecopy_model::{Article, Block, BlockKind, Origin};

/// A folder that goes when the test ends.
pub(crate) struct Place {
    folder: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("news")
    }

    pub(crate) fn archive(&self) -> Archive {
        Archive::open_or_create(&self.path()).unwrap()
    }
}

/// A record with an id made from its headline, as the parser makes it from headline and body.
pub(crate) fn article(headline: &str, place: &str, record: u32) -> Article {
    let mut article = Article::new();
    let letters: String = headline.bytes().map(|b| format!("{b:02x}")).collect();
    article.id = format!("{letters:0<32.32}");
    article.record = record;
    article.headline = Some(headline.to_owned());
    article
        .body
        .push(Block { kind: BlockKind::Paragraph, text: format!("{headline}, and nobody knows why.") });
    article.origin = Some(Origin { path: Some(place.to_owned()), ..Origin::default() });
    article
}

/// A document at a place with an article for each headline.
pub(crate) fn document(place: &str, headlines: &[&str]) -> Incoming {
    let records = headlines.iter().zip(1..).map(|(headline, n)| article(headline, place, n)).collect();
    let bytes = headlines.join(" | ").into_bytes();
    Incoming { place: Some(place.to_owned()), bytes, records, ..Incoming::default() }
}

/// A document that could not be read.
pub(crate) fn rejected(place: &str) -> Incoming {
    let rejection = Rejection { code: "not_text".to_owned(), detail: "byte 3 is NUL".to_owned() };
    Incoming { place: Some(place.to_owned()), rejection: Some(rejection), ..Incoming::default() }
}

/// Takes documents and says what became of their records.
pub(crate) fn add(writer: &mut Writer, documents: Vec<Incoming>) -> Vec<Outcome> {
    for document in documents {
        writer.add(document).unwrap();
    }
    writer.commit().unwrap().iter().map(|entry| entry.outcome).collect()
}
