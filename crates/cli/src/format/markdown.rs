//! Markdown with front matter, as static site generators and note programs read it.

use wirecopy_model::{Article, BlockKind, Stamp};

use super::{byline, credit, opening_dateline};

/// The records, one after the other; each opens with its front matter.
pub(crate) fn records(records: &[Article]) -> Vec<u8> {
    records.iter().map(record).collect::<Vec<_>>().join("\n").into_bytes()
}

fn record(article: &Article) -> String {
    let mut out = front_matter(article);
    let mut part = |text: String| {
        out.push('\n');
        out.push_str(&text);
        out.push('\n');
    };
    if let Some(kicker) = &article.kicker {
        part(format!("*{}*", inline(kicker)));
    }
    if let Some(headline) = &article.headline {
        part(format!("# {}", inline(headline)));
    }
    if let Some(standfirst) = &article.standfirst {
        part(format!("**{}**", inline(standfirst)));
    }
    for figure in &article.figures {
        let caption = figure.caption.as_deref().map(inline).unwrap_or_default();
        let credit = figure.credit.as_ref().map(|c| format!("*{}*", inline(credit(c)))).unwrap_or_default();
        part(format!("> {}", format!("{caption} {credit}").trim()));
    }
    let mut in_list = false;
    let mut dateline = opening_dateline(article);
    for block in &article.body {
        let text = inline(&block.text);
        let item = block.kind == BlockKind::ListItem;
        if item && in_list {
            out.push_str(&format!("- {text}\n"));
            continue;
        }
        in_list = item;
        out.push('\n');
        out.push_str(&match block.kind {
            BlockKind::Crosshead => format!("## {text}\n"),
            BlockKind::ListItem => format!("- {text}\n"),
            BlockKind::Quote => format!("> {text}\n"),
            _ => match dateline.take() {
                Some(dateline) => format!("{}{text}\n", opening(&inline(&dateline))),
                None => format!("{}\n", opening(&text)),
            },
        });
    }
    for note in &article.notes {
        out.push_str(&format!("\n*{}*\n", inline(&note.text)));
    }
    out
}

fn front_matter(article: &Article) -> String {
    let mut out = "---\n".to_owned();
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            out.push_str(&format!("{key}: {value}\n"));
        }
    };
    let list = |items: Vec<String>| (!items.is_empty()).then(|| format!("[{}]", items.join(", ")));
    line("title", article.headline.as_deref().map(quoted));
    line("kind", Some(article.kind.as_str().to_owned()));
    line("kicker", article.kicker.as_deref().map(quoted));
    line("description", article.standfirst.as_deref().map(quoted));
    line("authors", list(article.bylines.iter().map(|b| quoted(&byline(b))).collect()));
    line("source", article.source.as_ref().map(|s| quoted(&s.name)));
    line("date", article.published.as_ref().map(date));
    line("updated", article.updated.as_ref().map(date));
    line("dateline", article.dateline.as_ref().map(|d| quoted(&d.raw)));
    line("section", article.section.as_deref().map(quoted));
    line("url", article.url.as_deref().map(quoted));
    line("keywords", list(article.keywords.iter().map(|k| quoted(k)).collect()));
    line("language", article.language.as_deref().map(quoted));
    line("words", Some(article.word_count.to_string()));
    line("path", article.origin.as_ref().and_then(|o| o.path.as_deref()).map(quoted));
    line("id", (!article.id.is_empty()).then(|| quoted(&article.id)));
    out.push_str("---\n");
    out
}

/// A date as YAML: quoted, so that no reader takes a year for a number or adds a time zone of its own.
fn date(stamp: &Stamp) -> String {
    quoted(&stamp.iso().unwrap_or_else(|| stamp.raw.clone()))
}

/// A double-quoted YAML string: JSON strings are valid YAML.
fn quoted(text: &str) -> String {
    let mut out = Vec::new();
    super::json::append(&mut out, &text);
    String::from_utf8(out).unwrap_or_default()
}

/// Text in which no character means something to Markdown.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' => {
                out.push('\\');
                out.push(c);
            }
            '&' => out.push_str("&amp;"),
            // A line feed inside a value is a line break, not a new block.
            '\n' => out.push_str("  \n"),
            _ => out.push(c),
        }
    }
    out
}

/// Escapes what would make a paragraph a heading, a list or a rule.
fn opening(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text.as_bytes().get(digits);
    if digits > 0 && matches!(after, Some(b'.' | b')')) {
        let (number, rest) = text.split_at(digits);
        return format!("{number}\\{rest}");
    }
    if text.starts_with(['#', '+', '-', '=']) { format!("\\{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use wirecopy_model::{Article, Block, BlockKind};

    #[test]
    fn words_stay_words() {
        let mut article = Article::new();
        article.headline = Some("Council: \"no\" to *stars*".to_owned());
        let paragraph = |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned() };
        article.body = vec![paragraph("1. May was dry"), paragraph("# of cases"), paragraph("R&D <b>")];
        let text = String::from_utf8(super::records(&[article])).unwrap();
        assert_eq!(
            text,
            "---\ntitle: \"Council: \\\"no\\\" to *stars*\"\nkind: article\nwords: 0\n---\n\n\
             # Council: \"no\" to \\*stars\\*\n\n1\\. May was dry\n\n\\# of cases\n\nR&amp;D \\<b\\>\n"
        );
    }
}
