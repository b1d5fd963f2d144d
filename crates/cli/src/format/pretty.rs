//! Articles set for reading on a terminal.

use anstyle::{AnsiColor, Style};
use wirecopy_model::{Article, BlockKind, Kind, Severity};

use super::{byline, credit, opening_dateline, stamp};
use crate::advice;
use crate::tally::plural;
use crate::terminal::{escape, wrap};

const DIM: Style = Style::new().dimmed();
const KICKER: Style = AnsiColor::Magenta.on_default();
const HEADLINE: Style = Style::new().bold();
const STANDFIRST: Style = Style::new().italic();
const BYLINE: Style = AnsiColor::Cyan.on_default();
const CROSSHEAD: Style = Style::new().bold();
const CAPTION: Style = AnsiColor::Green.on_default();
const PLAIN: Style = Style::new();

/// Lines longer than this tire the eye, however wide the terminal is.
const MEASURE: usize = 110;

/// The records of a document, `width` columns wide.
pub(crate) fn records(name: &str, records: &[Article], width: usize) -> Vec<u8> {
    let mut page = Page { out: String::new(), width: width.min(MEASURE) };
    for (i, article) in records.iter().enumerate() {
        if i > 0 {
            page.out.push('\n');
        }
        page.record(name, article, records.len());
    }
    page.out.into_bytes()
}

struct Page {
    out: String,
    width: usize,
}

impl Page {
    fn record(&mut self, name: &str, article: &Article, of: usize) {
        self.label(name, article, of);
        if let Some(kicker) = &article.kicker {
            self.gap();
            self.set(KICKER, "", "", kicker);
        }
        if let Some(headline) = &article.headline {
            if article.kicker.is_none() {
                self.gap();
            }
            self.set(HEADLINE, "", "", headline);
        }
        if let Some(standfirst) = &article.standfirst {
            self.set(STANDFIRST, "", "", standfirst);
        }
        self.credits(article);
        for figure in &article.figures {
            self.gap();
            if let Some(caption) = &figure.caption {
                self.set(CAPTION, "  ▫ ", "    ", caption);
            }
            if let Some(line) = &figure.credit {
                let first = if figure.caption.is_some() { "    " } else { "  ▫ " };
                self.set(DIM, first, "    ", credit(line));
            }
        }
        self.body(article);
        for (i, note) in article.notes.iter().enumerate() {
            if i == 0 {
                self.gap();
            }
            self.set(DIM, "  ", "  ", &note.text);
        }
        let doubts = article.diagnostics.iter().filter(|d| d.severity >= Severity::Warning);
        for (i, doubt) in doubts.enumerate() {
            if i == 0 {
                self.gap();
            }
            let color = if doubt.severity == Severity::Error { AnsiColor::Red } else { AnsiColor::Yellow };
            self.set(color.on_default(), "", "  ", &doubt.to_string());
            if let Some(help) = advice::help(doubt) {
                self.set(DIM, "  help: ", "        ", &help);
            }
        }
    }

    /// The line over a record: where it comes from, and what it is.
    fn label(&mut self, name: &str, article: &Article, of: usize) {
        let mut words = vec![escape(name).into_owned()];
        if of > 1 {
            words.push(format!("{} of {of}", article.record));
        }
        match article.kind {
            Kind::NotArticle => words.push("not an article".to_owned()),
            kind => words.push(kind.as_str().to_owned()),
        }
        words.extend(article.language.as_deref().map(|language| escape(language).into_owned()));
        if article.word_count > 0 {
            words.push(plural(article.word_count.into(), "word", "words"));
        }
        let text = words.join(" · ");
        self.set(DIM, "── ", "   ", &text);
    }

    /// Who, from where, when. Names have no lead word: "By" over a German text would be no word of that text.
    fn credits(&mut self, article: &Article) {
        let mut words: Vec<String> = article.bylines.iter().map(byline).collect();
        words.extend(article.source.as_ref().map(|source| source.name.clone()));
        words.extend(article.published.as_ref().map(|date| format!("published {}", stamp(date))));
        words.extend(article.updated.as_ref().map(|date| format!("updated {}", stamp(date))));
        // Where the story opens with its dateline, as most do, it is read there.
        if opening_dateline(article).is_some() {
            words.extend(article.dateline.as_ref().map(|dateline| dateline.raw.clone()));
        }
        words.extend(article.section.as_ref().map(|section| format!("section {section}")));
        words.extend(article.page.as_ref().map(|page| format!("page {page}")));
        words.extend(article.edition.clone());
        if !words.is_empty() {
            self.gap();
            self.set(BYLINE, "", "", &words.join(" · "));
        }
        if let Some(url) = &article.url {
            self.set(DIM, "", "", url);
        }
    }

    fn body(&mut self, article: &Article) {
        let mut in_list = false;
        for block in &article.body {
            let item = block.kind == BlockKind::ListItem;
            if !(item && in_list) {
                self.gap();
            }
            in_list = item;
            match block.kind {
                BlockKind::Crosshead => self.set(CROSSHEAD, "", "", &block.text),
                BlockKind::ListItem => self.set(PLAIN, "  • ", "    ", &block.text),
                BlockKind::Quote => self.set(STANDFIRST, "  │ ", "  │ ", &block.text),
                _ => self.set(PLAIN, "", "", &block.text),
            }
        }
    }

    fn gap(&mut self) {
        self.out.push('\n');
    }

    /// Sets a text: wrapped, escaped, `first` before its first line and `next` before the others.
    fn set(&mut self, style: Style, first: &str, next: &str, text: &str) {
        let room = self.width.saturating_sub(first.chars().count().max(next.chars().count()));
        for (i, line) in wrap(text, room).iter().enumerate() {
            let lead = if i == 0 { first } else { next };
            // A style for each line: pagers forget it at a line's end.
            self.out.push_str(&format!("{DIM}{lead}{DIM:#}{style}{line}{style:#}\n"));
        }
    }
}

#[cfg(test)]
mod tests {
    use anstream::adapter::strip_bytes;
    use wirecopy_model::{Article, Block, BlockKind, Byline, Dateline};

    #[test]
    fn names_have_no_lead_word_and_a_dateline_stands_once() {
        let mut article = Article::new();
        article.bylines = ["Anna Weiß", "Jörg Ott"]
            .map(|name| Byline { name: name.to_owned(), ..Byline::default() })
            .into();
        article.dateline = Some(Dateline { raw: "BONN (dpa)".to_owned(), ..Dateline::default() });
        let mut drawn = |opening: &str| {
            let text = format!("{opening}Die Brücke bleibt zu.");
            article.body = vec![Block { kind: BlockKind::Paragraph, text }];
            let drawn = super::records("a.txt", std::slice::from_ref(&article), 80);
            String::from_utf8(strip_bytes(&drawn).into_vec()).unwrap()
        };
        assert_eq!(
            drawn("BONN (dpa) - "),
            "── a.txt · article\n\nAnna Weiß · Jörg Ott\n\nBONN (dpa) - Die Brücke bleibt zu.\n"
        );
        assert_eq!(
            drawn(""),
            "── a.txt · article\n\nAnna Weiß · Jörg Ott · BONN (dpa)\n\nDie Brücke bleibt zu.\n"
        );
    }

    #[test]
    fn text_is_wrapped_and_escaped() {
        let mut article = Article::new();
        article.headline = Some("Council \x1b[31mcloses bridge".to_owned());
        article.body =
            vec![Block { kind: BlockKind::ListItem, text: "a ferry for all who work there".to_owned() }];
        let drawn = super::records("a.txt", &[article], 24);
        let text = String::from_utf8(strip_bytes(&drawn).into_vec()).unwrap();
        assert_eq!(
            text,
            "── a.txt · article\n\nCouncil \\x1b[31mcloses\nbridge\n\n  • a ferry for all who\n    work there\n"
        );
    }
}
