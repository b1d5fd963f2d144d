//! The article as Markdown with front matter, as static site generators and note programs read it.

use std::fmt::Write;

use wirecopy_model::{Article, BlockKind};

use super::opening_dateline;

/// The Markdown, with a line feed at its end.
pub(crate) fn render(article: &Article) -> String {
    let mut out = front_matter(article);
    let mut part = |text: String| {
        let _ = write!(out, "\n{text}\n");
    };
    if let Some(kicker) = &article.kicker {
        part(format!("*{}*", one_line(kicker)));
    }
    if let Some(headline) = &article.headline {
        part(format!("# {}", one_line(headline)));
    }
    if let Some(standfirst) = &article.standfirst {
        part(format!("**{}**", one_line(standfirst)));
    }
    for figure in &article.figures {
        let caption = figure.caption.as_deref().map(one_line).unwrap_or_default();
        let credit = figure.credit.as_ref().map(|c| format!("*{}*", one_line(&c.raw))).unwrap_or_default();
        part(format!("> {}", format!("{caption} {credit}").trim()));
    }
    let mut dateline = opening_dateline(article);
    let mut in_list = false;
    for block in &article.body {
        let item = block.kind == BlockKind::ListItem;
        let text = match block.kind {
            BlockKind::Crosshead => format!("## {}", one_line(&block.text)),
            BlockKind::ListItem => format!("- {}", inline(&block.text).replace('\n', "  \n  ")),
            BlockKind::Quote => format!("> {}", inline(&block.text).replace('\n', "  \n> ")),
            _ => paragraph(&(dateline.take().unwrap_or_default() + &block.text)),
        };
        // The items of a list stand together.
        let _ = if item && in_list { writeln!(out, "{text}") } else { write!(out, "\n{text}\n") };
        in_list = item;
    }
    for note in &article.notes {
        let _ = write!(out, "\n*{}*\n", one_line(&note.text));
    }
    out
}

fn front_matter(article: &Article) -> String {
    let mut out = "---\n".to_owned();
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(out, "{key}: {}", quoted(&value));
        }
    };
    line("title", article.headline.clone());
    line("kind", Some(article.kind.as_str().to_owned()));
    line("description", article.standfirst.clone());
    line("source", article.source.as_ref().map(|source| source.name.clone()));
    line("date", article.published.as_ref().and_then(wirecopy_model::Stamp::iso));
    line("updated", article.updated.as_ref().and_then(wirecopy_model::Stamp::iso));
    line("dateline", article.dateline.as_ref().map(|dateline| dateline.raw.clone()));
    line("section", article.section.clone());
    line("url", article.url.clone());
    line("language", article.language.clone());
    line("id", Some(article.id.clone()));
    if !article.bylines.is_empty() {
        let names: Vec<String> = article.bylines.iter().map(|byline| quoted(&byline.name)).collect();
        let _ = writeln!(out, "authors: [{}]", names.join(", "));
    }
    out.push_str("---\n");
    out
}

/// A double-quoted YAML string: one of JSON, with the few characters escaped that YAML 1.1 takes for line breaks or refuses.
fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).unwrap_or_default();
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

fn one_line(text: &str) -> String {
    inline(&text.replace(['\n', '\r'], " "))
}

/// Text in which no character means something to Markdown or HTML.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' => {
                out.push('\\');
                out.push(c);
            }
            '&' => out.push_str("&amp;"),
            '\r' => {}
            _ => out.push(c),
        }
    }
    out
}

/// A paragraph whose lines do not open a heading, a list or a rule.
fn paragraph(text: &str) -> String {
    let line = |line: &str| {
        let line = inline(line);
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 && line[digits..].starts_with(['.', ')']) {
            return format!("{}\\{}", &line[..digits], &line[digits..]);
        }
        if line.starts_with(['#', '+', '-', '=']) { format!("\\{line}") } else { line }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("  \n")
}

#[cfg(test)]
mod tests {
    use wirecopy_model::{Article, Block, BlockKind};

    #[test]
    fn nothing_of_a_text_means_anything_to_markdown() {
        let mut article = Article::new();
        article.headline = Some("<script>\n# a".to_owned());
        let block = |kind, text: &str| Block { kind, text: text.to_owned() };
        article.body = vec![
            block(BlockKind::Paragraph, "1. May\n- x <b>&"),
            block(BlockKind::ListItem, "a"),
            block(BlockKind::ListItem, "b"),
        ];
        let text = super::render(&article);
        let (_, body) = text.split_once("---\n\n").unwrap();
        assert_eq!(body, "# \\<script\\> # a\n\n1\\. May  \n\\- x \\<b\\>&amp;\n\n- a\n- b\n");
    }

    #[test]
    fn front_matter_keeps_each_value_on_its_line() {
        let mut article = Article::new();
        article.headline = Some("---\n: \"x\" \u{2028}\u{85}".to_owned());
        let text = super::render(&article);
        assert!(
            text.starts_with("---\ntitle: \"---\\n: \\\"x\\\" \\u2028\\u0085\"\nkind: \"article\"\n"),
            "{text}"
        );
    }
}
