//! The article as plain text: its parts in reading order, an empty line between them.

use wirecopy_model::{Article, BlockKind};

use super::{authors, date, opening_dateline};

/// The text, with a line feed at its end.
pub(crate) fn render(article: &Article) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend([&article.kicker, &article.headline, &article.standfirst].into_iter().flatten().cloned());
    let line = [
        article.source.as_ref().map(|source| source.name.clone()),
        authors(article),
        article.published.as_ref().or(article.updated.as_ref()).map(date),
    ];
    let line: Vec<String> = line.into_iter().flatten().collect();
    parts.push(line.join(" · "));
    for figure in &article.figures {
        let credit = figure.credit.as_ref().map(|credit| format!("({})", credit.raw));
        let caption: Vec<String> = figure.caption.iter().cloned().chain(credit).collect();
        parts.push(caption.join(" "));
    }
    let mut dateline = opening_dateline(article);
    let mut in_list = false;
    for block in &article.body {
        let item = block.kind == BlockKind::ListItem;
        match parts.last_mut() {
            Some(list) if item && in_list => list.push_str(&format!("\n- {}", block.text)),
            _ if item => parts.push(format!("- {}", block.text)),
            _ if block.kind == BlockKind::Paragraph => {
                parts.push(dateline.take().unwrap_or_default() + &block.text);
            }
            _ => parts.push(block.text.clone()),
        }
        in_list = item;
    }
    parts.extend(article.notes.iter().map(|note| note.text.clone()));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}
