//! The forms in which records are written.

pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod pretty;
pub(crate) mod text;

use wirecopy_model::{Article, Byline, Credit, Stamp};

/// A date in words that a person reads: the value where one is known, otherwise the words of the text.
pub(crate) fn stamp(stamp: &Stamp) -> String {
    let Some(value) = stamp.value else { return format!("“{}”", stamp.raw) };
    let mut text = value.to_string().replace('T', " ");
    if let Some(offset) = &stamp.offset {
        text.push_str(&format!(" {offset}"));
        if offset.basis == wirecopy_model::OffsetBasis::Assumed {
            text.push_str(" (assumed)");
        }
    }
    text
}

/// A byline in words: name, role, affiliation.
pub(crate) fn byline(byline: &Byline) -> String {
    let details = [byline.role.as_deref(), byline.affiliation.as_deref()];
    let details: Vec<&str> = details.into_iter().flatten().collect();
    if details.is_empty() { byline.name.clone() } else { format!("{} ({})", byline.name, details.join(", ")) }
}

/// The dateline as it opens the story, with its dash, when the body does not hold it already.
pub(crate) fn opening_dateline(article: &Article) -> Option<String> {
    let raw = article.dateline.as_ref().map(|dateline| dateline.raw.trim()).filter(|raw| !raw.is_empty())?;
    // Raw words are as the text came; where it was repaired, the story opens with the repaired place.
    let place = article.dateline.as_ref().and_then(|dateline| dateline.place.as_deref()).unwrap_or(raw);
    let opens = |words: &str| article.body.iter().any(|block| block.text.trim_start().starts_with(words));
    let printed = opens(raw) || (!raw.contains(place) && opens(place));
    (!printed).then(|| format!("{raw} — "))
}

/// A credit line as it was printed.
pub(crate) fn credit(credit: &Credit) -> &str {
    &credit.raw
}
