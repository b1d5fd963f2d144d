//! One document on its way in: its records, told where they came from.

use std::collections::HashSet;

use sha2::{Digest, Sha256};
use wirecopy_model::{Article, Origin};
use wirecopy_parse::Parsed;

/// For a document that came without a name.
pub(crate) const NO_PLACE: Option<&str> = None;

/// The records of a document, complete: each with its origin, the first with the doubts about the document as a whole.
pub(crate) fn records(parsed: &Parsed<'_>, place: Option<&str>, bytes: &[u8]) -> Vec<Article> {
    let origin = Origin {
        path: place.map(str::to_owned),
        format: parsed.format().as_str().to_owned(),
        encoding: parsed.encoding().map(str::to_owned),
        sha256: Some(hex(&Sha256::digest(bytes))),
    };
    let mut records: Vec<Article> = parsed.articles().cloned().collect();
    for record in &mut records {
        record.origin = Some(origin.clone());
    }
    if let Some(first) = records.first_mut() {
        let known: HashSet<_> = first.diagnostics.iter().collect();
        let new: Vec<_> = parsed.diagnostics().filter(|d| !known.contains(d)).cloned().collect();
        first.diagnostics.splice(0..0, new);
    }
    records
}

/// Bytes in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let nibbles = bytes.iter().flat_map(|b| [b >> 4, b & 15]);
    nibbles.map(|nibble| char::from(DIGITS[usize::from(nibble)])).collect()
}
