//! Hits for people.

use std::ops::Range;

use anstyle::{AnsiColor, Style};
use wirecopy_archive::{Counts, FacetField, Hit, Page};
use wirecopy_model::Article;

use crate::terminal::{columns, escape, width, wrap};

const TITLE: Style = Style::new().bold();
const FOUND: Style = AnsiColor::Yellow.on_default().bold();
const FAINT: Style = Style::new().dimmed();

/// Digits of an id that are shown: enough to name it.
const ID: usize = 12;

/// One hit: headline, where and when, the piece of text.
pub(super) fn hit(hit: &Hit) -> String {
    let article = &hit.stored.article;
    let mut text = String::new();
    match &hit.headline {
        Some(headline) => text.push_str(&marked(&headline.text, &headline.marks, "", TITLE)),
        None => text.push_str(&format!("{FAINT}(no headline){FAINT:#}\n")),
    }
    let id: String = article.id.chars().take(ID).collect();
    let mut facts = facts(article);
    facts.push(id);
    text.push_str(&format!("  {FAINT}{}{FAINT:#}\n", escape(&facts.join(" · "))));
    if let Some(snippet) = &hit.snippet {
        let before = if snippet.cut_before { "… " } else { "" };
        let after = if snippet.cut_after { " …" } else { "" };
        let piece = format!("{before}{}{after}", snippet.highlight.text);
        let marks: Vec<Range<usize>> = snippet
            .highlight
            .marks
            .iter()
            .map(|mark| mark.start + before.len()..mark.end + before.len())
            .collect();
        text.push_str(&marked(&piece, &marks, "  ", Style::new()));
    }
    text.push('\n');
    text
}

fn facts(article: &Article) -> Vec<String> {
    let authors: Vec<&str> = article.bylines.iter().map(|byline| byline.name.as_str()).collect();
    [
        article.source.as_ref().map(|source| source.name.clone()),
        article.dated().and_then(|stamp| stamp.value).map(|value| value.to_string().replace('T', " ")),
        Some(authors.join(", ")).filter(|authors| !authors.is_empty()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A text in lines, with its marks in color.
///
/// Lines are broken first and the marks are carried over word by word, since what makes a text safe for a terminal may
/// change its length.
fn marked(text: &str, marks: &[Range<usize>], indent: &str, style: Style) -> String {
    let mut styled = String::new();
    let room = width().saturating_sub(indent.len());
    // Positions in the text without blanks: the only thing that breaking lines leaves as it was.
    let safe = escape(text);
    let exact = safe.len() == text.len();
    let mut at = 0;
    let mut on = false;
    for line in wrap(text, room) {
        styled.push_str(indent);
        styled.push_str(&style.render().to_string());
        for c in line.chars() {
            if !c.is_whitespace() {
                at += text.get(at..).map_or(0, |rest| rest.len() - rest.trim_start().len());
            }
            let inside = exact && marks.iter().any(|mark| mark.contains(&at));
            if inside != on && !c.is_whitespace() {
                let next = if inside { FOUND } else { style };
                styled.push_str(&format!("{}{}", anstyle::Reset.render(), next.render()));
                on = inside;
            }
            styled.push(c);
            if !c.is_whitespace() {
                at += c.len_utf8();
            }
        }
        styled.push_str(&format!("{}\n", anstyle::Reset.render()));
        on = false;
    }
    styled
}

/// How many there are, and what they were counted by.
pub(super) fn closing(page: &Page, n_shown: usize) -> String {
    let mut text = String::new();
    for counts in &page.facets {
        text.push_str(&facet(counts));
    }
    let found = match page.total {
        0 => "nothing found".to_owned(),
        1 => "1 article".to_owned(),
        total => format!("{total} articles"),
    };
    text.push_str(&found);
    if n_shown > 0 && (n_shown as u64) < page.total {
        text.push_str(&format!(", the first {n_shown} shown; more with --limit N"));
    }
    text.push('\n');
    text
}

fn facet(counts: &Counts) -> String {
    let name = match counts.field {
        FacetField::Source => "source",
        FacetField::Author => "author",
        FacetField::Year => "year",
        FacetField::Month => "month",
        FacetField::Language => "language",
        FacetField::Place => "place",
        FacetField::Section => "section",
        FacetField::Kind => "kind",
        _ => "values",
    };
    let mut text = format!("{TITLE}{name}{TITLE:#}\n");
    let wide = counts.values.iter().map(|(_, count)| columns(&count.to_string())).max().unwrap_or(0);
    for (value, count) in &counts.values {
        text.push_str(&format!("  {count:>wide$}  {}\n", escape(value)));
    }
    if counts.others > 0 {
        text.push_str(&format!("  {FAINT}and {} others{FAINT:#}\n", counts.others));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use anstyle::Style;

    use super::{FOUND, marked};

    #[test]
    fn marks_stay_on_their_words_when_lines_are_broken() {
        let words = "bridge ".repeat(40);
        let text = marked(&words, &[0..6, 273..279], "  ", Style::new());
        assert_eq!(text.matches(&FOUND.render().to_string()).count(), 2);
        assert!(text.lines().count() > 2);
        let plain = anstream::adapter::strip_str(&text).to_string();
        assert_eq!(plain.split_whitespace().count(), 40);
    }

    #[test]
    #[expect(clippy::single_range_in_vec_init, reason = "one place was found")]
    fn what_acts_on_a_terminal_is_shown() {
        assert!(!marked("a\x1b[2Jb", &[0..1], "", Style::new()).contains("\x1b[2J"));
    }
}
