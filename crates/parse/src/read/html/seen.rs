//! What is seen of the lines of a page, written down for those who learn the prior.

use serde_json::{Value, json};

use super::features;

/// The lines of a page in order: words, letters, and the rows of the prior's table that hold; then what the page states.
#[must_use]
pub fn page_lines(source: &str) -> Value {
    let seen = super::see(source);
    let words = seen.words();
    let outlook = super::outlook::Outlook::new(&seen.tree, &seen.shown, &words, &seen.stated);
    let lines: Vec<Value> = words
        .iter()
        .enumerate()
        .map(|(i, words)| {
            let names: Vec<String> =
                outlook.features(i).iter().map(|row| features::name(usize::from(*row))).collect();
            json!({"text": words, "letters": seen.shown[i].letters, "features": names})
        })
        .collect();
    let stated: Vec<Value> = seen
        .stated
        .statements
        .iter()
        .map(|one| json!([one.field.path(), one.key, one.value, one.trust]))
        .collect();
    json!({"lines": lines, "stated": stated})
}
