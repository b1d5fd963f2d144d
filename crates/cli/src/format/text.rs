//! The plain text of articles: what a person would read, and nothing else.

use wirecopy_model::{Article, BlockKind};

use super::{byline, credit, opening_dateline};

/// The records; a form feed on a line of its own stands between them, the sign for a new page.
pub(crate) fn records(records: &[Article]) -> Vec<u8> {
    let pages: Vec<String> = records.iter().map(record).filter(|page| !page.is_empty()).collect();
    pages.join(BETWEEN).into_bytes()
}

/// What stands between records.
pub(crate) const BETWEEN: &str = "\u{c}\n";

fn record(article: &Article) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(article.kicker.clone());
    parts.extend(article.headline.clone());
    parts.extend(article.standfirst.clone());
    if !article.bylines.is_empty() {
        let names: Vec<String> = article.bylines.iter().map(byline).collect();
        parts.push(format!("By {}", names.join(", ")));
    }
    parts.extend(article.source.as_ref().map(|source| format!("Source: {}", source.name)));
    parts.extend(article.published.as_ref().map(|date| format!("Published: {}", date.raw)));
    parts.extend(article.updated.as_ref().map(|date| format!("Updated: {}", date.raw)));
    for figure in &article.figures {
        let caption = figure.caption.clone().unwrap_or_default();
        let credit = figure.credit.as_ref().map(|c| format!("[{}]", credit(c))).unwrap_or_default();
        parts.push(format!("{caption} {credit}").trim().to_owned());
    }
    let mut in_list = false;
    let mut dateline = opening_dateline(article);
    for block in &article.body {
        let item = block.kind == BlockKind::ListItem;
        match parts.last_mut() {
            // The items of a list stand together.
            Some(list) if item && in_list => list.push_str(&format!("\n- {}", block.text)),
            _ if item => parts.push(format!("- {}", block.text)),
            _ => parts.push(dateline.take().unwrap_or_default() + &block.text),
        }
        in_list = item;
    }
    parts.extend(article.notes.iter().map(|note| note.text.clone()));
    parts.retain(|part| !part.is_empty());
    let mut page = parts.join("\n\n");
    if !page.is_empty() {
        page.push('\n');
    }
    page
}

#[cfg(test)]
mod tests {
    use wirecopy_model::{Article, Block, BlockKind, Dateline};

    #[test]
    fn a_dateline_is_printed_once() {
        let mut article = Article::new();
        article.dateline = Some(Dateline { raw: "LEEDS (AFP)".to_owned(), ..Dateline::default() });
        let paragraph = |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned() };
        article.body = vec![paragraph("The bridge is closed.")];
        assert_eq!(super::record(&article), "LEEDS (AFP) — The bridge is closed.\n");
        article.body = vec![paragraph("LEEDS (AFP) - The bridge is closed.")];
        assert_eq!(super::record(&article), "LEEDS (AFP) - The bridge is closed.\n");
    }

    #[test]
    fn lists_stand_together_and_empty_records_leave_nothing() {
        let block = |kind, text: &str| Block { kind, text: text.to_owned() };
        let mut article = Article::new();
        article.headline = Some("Council closes bridge".to_owned());
        article.body = vec![
            block(BlockKind::Paragraph, "The plan:"),
            block(BlockKind::ListItem, "a ferry"),
            block(BlockKind::ListItem, "a bus"),
            block(BlockKind::Paragraph, "Work begins in May."),
        ];
        let text = String::from_utf8(super::records(&[Article::new(), article])).unwrap();
        assert_eq!(text, "Council closes bridge\n\nThe plan:\n\n- a ferry\n- a bus\n\nWork begins in May.\n");
    }
}
