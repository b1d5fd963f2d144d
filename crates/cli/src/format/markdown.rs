//! Markdown with front matter, as static site generators and note programs read it.

use wirecopy_model::{Article, BlockKind, Byline, Stamp};

use super::{credit, opening_dateline};

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
        // A heading ends with its line.
        part(format!("# {}", inline(&headline.replace('\n', " "))));
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
            BlockKind::Crosshead => format!("## {}\n", text.replace("  \n", " ")),
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
    line("authors", list(article.bylines.iter().map(|b| quoted(&b.name)).collect()));
    line("roles", beside_authors(article, |b| b.role.as_deref()));
    line("affiliations", beside_authors(article, |b| b.affiliation.as_deref()));
    line("source", article.source.as_ref().map(|s| quoted(&s.name)));
    let (value, raw) = date(article.published.as_ref());
    line("date", value);
    line("published_raw", raw);
    let (value, raw) = date(article.updated.as_ref());
    line("updated", value);
    line("updated_raw", raw);
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

/// One entry an author, in their order, empty where an author has none; nothing when no author has one.
fn beside_authors(article: &Article, of: impl Fn(&Byline) -> Option<&str>) -> Option<String> {
    let any = article.bylines.iter().any(|byline| of(byline).is_some());
    let items: Vec<String> = article.bylines.iter().map(|b| quoted(of(b).unwrap_or_default())).collect();
    any.then(|| format!("[{}]", items.join(", ")))
}

/// A date as YAML, or else the words of a date that they do not settle: `03/04/2018` in the place of a date would be read
/// as one. Quoted, so that no reader takes a year for a number or adds a time zone of its own.
fn date(stamp: Option<&Stamp>) -> (Option<String>, Option<String>) {
    match stamp.map(|stamp| (stamp.iso(), &stamp.raw)) {
        Some((Some(iso), _)) => (Some(quoted(&iso)), None),
        Some((None, raw)) => (None, Some(quoted(raw))),
        None => (None, None),
    }
}

/// A double-quoted YAML string.
///
/// JSON strings are valid YAML but for a few characters that YAML 1.1, which most readers still speak, takes for line
/// breaks (and folds to a space) or refuses.
fn quoted(text: &str) -> String {
    let mut json = Vec::new();
    super::json::append(&mut json, &text);
    let json = String::from_utf8(json).unwrap_or_default();
    let special = |c: char| matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    if !json.contains(special) {
        return json;
    }
    let escaped = |c: char| if special(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
    json.chars().map(escaped).collect()
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

/// Escapes what would make a paragraph, or a line of it, a heading, a list or a rule.
fn opening(text: &str) -> String {
    text.split('\n').map(opening_line).collect::<Vec<_>>().join("\n")
}

fn opening_line(text: &str) -> String {
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
    use wirecopy_model::{Article, Block, BlockKind, Byline, PublishedAt, Stamp};

    fn byline(name: &str, role: Option<&str>) -> Byline {
        Byline { name: name.to_owned(), role: role.map(str::to_owned), ..Byline::default() }
    }

    #[test]
    fn authors_are_names_and_roles_stand_beside_them() {
        let mut article = Article::new();
        article.bylines = vec![byline("Ana Lima", None), byline("Tom Roe", None)];
        let text = super::front_matter(&article);
        assert!(
            text.contains("\nauthors: [\"Ana Lima\", \"Tom Roe\"]\n") && !text.contains("roles"),
            "{text}"
        );
        article.bylines[1].role = Some("Science Editor".to_owned());
        let text = super::front_matter(&article);
        assert!(text.contains("\nroles: [\"\", \"Science Editor\"]\n"), "{text}");
        assert!(!text.contains("affiliations"), "{text}");
    }

    #[test]
    fn a_date_that_is_not_settled_is_no_date() {
        let mut article = Article::new();
        article.published = Some(Stamp { raw: "03/04/2018".to_owned(), ..Stamp::default() });
        let text = super::front_matter(&article);
        assert!(text.contains("\npublished_raw: \"03/04/2018\"\n") && !text.contains("\ndate:"), "{text}");
        article.published =
            Some(Stamp { raw: "2018".to_owned(), value: Some(PublishedAt::Year(2018)), ..Stamp::default() });
        let text = super::front_matter(&article);
        assert!(text.contains("\ndate: \"2018\"\n") && !text.contains("raw"), "{text}");
    }

    #[test]
    fn front_matter_is_one_line_a_value_whatever_the_value() {
        let nasty =
            "---\n: \"it's\" \\ #a, [b] {c} & *d !e %f @g `h`\t\r\u{0}\u{85}\u{2028}\u{feff}\u{7f}\u{ffff}";
        let mut article = Article::new();
        article.headline = Some(nasty.to_owned());
        article.bylines = vec![byline(nasty, Some(nasty))];
        let text = super::front_matter(&article);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!((lines.len(), lines[0], lines[6]), (7, "---", "---"), "{text}");
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text}");
        assert!(!text.contains(['\u{2028}', '\u{feff}', '\u{ffff}']), "{text}");
        let title = lines[1].strip_prefix("title: ").unwrap();
        assert_eq!(serde_json::from_str::<String>(title).unwrap(), nasty);
    }

    #[test]
    fn a_line_of_a_paragraph_stays_in_it() {
        let mut article = Article::new();
        let text = "Two lines\n--- and\n# no heading".to_owned();
        article.body = vec![Block { kind: BlockKind::Paragraph, text }];
        let text = String::from_utf8(super::records(&[article])).unwrap();
        assert!(text.ends_with("\nTwo lines  \n\\--- and  \n\\# no heading\n"), "{text}");
    }

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
