//! An article set for reading.

use wirecopy_model::{Article, Block, BlockKind, Byline, BylineKind, CreditKind, Figure, NoteKind};

use super::url::Params;
use super::words;

/// What the reading view shows, in its order.
pub(super) struct Reading<'a> {
    pub(super) article: &'a Article,
    pub(super) lang: &'a str,
    pub(super) dir: &'static str,
    pub(super) people: Vec<Person<'a>>,
    /// The dateline, where the body does not open with it anyway.
    pub(super) dateline: Option<&'a str>,
    pub(super) figures: Vec<Picture<'a>>,
    pub(super) blocks: Vec<Piece<'a>>,
    pub(super) notes: Vec<(&'static str, &'static str, &'a str)>,
    pub(super) dates: Vec<(&'static str, String, &'a str, Option<String>)>,
    pub(super) keywords: Vec<(String, &'a str)>,
    pub(super) source_search: Option<String>,
}

/// Somebody of the byline.
pub(super) struct Person<'a> {
    pub(super) name: &'a str,
    pub(super) sub: String,
    pub(super) search: String,
}

/// A picture's words: the picture itself is not in the archive.
pub(super) struct Picture<'a> {
    pub(super) caption: Option<&'a str>,
    pub(super) credit: Option<&'a str>,
    pub(super) kind: &'static str,
}

/// A part of the body.
pub(super) enum Piece<'a> {
    Paragraph { number: usize, text: &'a str },
    Crosshead(&'a str),
    Quote(&'a str),
    List(Vec<&'a str>),
}

impl<'a> Reading<'a> {
    pub(super) fn new(article: &'a Article) -> Self {
        let language = article.language.as_deref();
        let dateline = article.dateline.as_ref().map(|dateline| dateline.raw.as_str());
        let opens = |raw: &&str| !article.body.iter().any(|block| block.text.starts_with(*raw));
        let dates = [("Published", &article.published), ("Updated", &article.updated)]
            .into_iter()
            .filter_map(|(name, stamp)| {
                let stamp = stamp.as_ref()?;
                Some((name, words::stamp(stamp), stamp.raw.as_str(), stamp.iso()))
            })
            .collect();
        Self {
            lang: language.unwrap_or_default(),
            dir: words::direction(language),
            people: article.bylines.iter().map(person).collect(),
            dateline: dateline.filter(opens),
            figures: article.figures.iter().map(picture).collect(),
            blocks: pieces(&article.body),
            notes: article.notes.iter().map(|note| note_words(note.kind, &note.text)).collect(),
            dates,
            keywords: article
                .keywords
                .iter()
                .map(|word| (search(&quoted("", word)), word.as_str()))
                .collect(),
            source_search: article
                .source
                .as_ref()
                .map(|source| Params::default().with("source", source.name.as_str()).at("/")),
            article,
        }
    }
}

fn search(query: &str) -> String {
    Params::default().with("q", query).at("/")
}

/// A value of the query language, whole; marks that would end it are left out.
fn quoted(field: &str, value: &str) -> String {
    format!("{field}\"{}\"", value.replace(['"', '\\'], " "))
}

fn person(byline: &Byline) -> Person<'_> {
    let parts = [byline.role.as_deref(), byline.affiliation.as_deref()];
    let mut sub: Vec<&str> = parts.into_iter().flatten().collect();
    match byline.kind {
        BylineKind::Desk => sub.push("desk"),
        BylineKind::Agency => sub.push("agency"),
        _ => {}
    }
    Person {
        name: &byline.name,
        sub: sub.join(", "),
        search: Params::default().with("author", byline.name.as_str()).at("/"),
    }
}

fn picture(figure: &Figure) -> Picture<'_> {
    let kind = match figure.credit.as_ref().and_then(|credit| credit.kind) {
        Some(CreditKind::Illustration) => "Illustration",
        Some(CreditKind::Graphic) => "Graphic",
        Some(CreditKind::Video) => "Video",
        _ => "Picture",
    };
    Picture {
        caption: figure.caption.as_deref(),
        credit: figure.credit.as_ref().map(|credit| credit.raw.as_str()),
        kind,
    }
}

fn note_words(kind: NoteKind, text: &str) -> (&'static str, &'static str, &str) {
    match kind {
        NoteKind::Correction => ("correction", "Correction", text),
        NoteKind::EditorNote => ("editor", "Editor's note", text),
        NoteKind::Tagline => ("tagline", "About the author", text),
        NoteKind::EndMark => ("end", "End mark", text),
        _ => ("other", "Note", text),
    }
}

/// The blocks with list items that follow each other in one list.
fn pieces(body: &[Block]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::with_capacity(body.len());
    for (i, block) in body.iter().enumerate() {
        let text = block.text.as_str();
        match block.kind {
            BlockKind::Crosshead => pieces.push(Piece::Crosshead(text)),
            BlockKind::Quote => pieces.push(Piece::Quote(text)),
            BlockKind::ListItem => match pieces.last_mut() {
                Some(Piece::List(items)) => items.push(text),
                _ => pieces.push(Piece::List(vec![text])),
            },
            _ => pieces.push(Piece::Paragraph { number: i + 1, text }),
        }
    }
    pieces
}

/// When an article came out, in words; nothing when that is not known.
pub(super) fn when(article: &Article) -> String {
    let stamp = article.dated().or(article.published.as_ref()).or(article.updated.as_ref());
    stamp.map_or_else(String::new, words::stamp)
}

#[cfg(test)]
mod tests {
    use wirecopy_model::{Article, Block, BlockKind, Dateline};

    use super::{Piece, Reading};

    fn block(kind: BlockKind, text: &str) -> Block {
        Block { kind, text: text.to_owned() }
    }

    #[test]
    fn items_that_follow_each_other_are_one_list() {
        let body = vec![
            block(BlockKind::Paragraph, "a"),
            block(BlockKind::ListItem, "b"),
            block(BlockKind::ListItem, "c"),
            block(BlockKind::Paragraph, "d"),
        ];
        let article = Article { body, ..Article::new() };
        let reading = Reading::new(&article);
        let numbers: Vec<_> = reading
            .blocks
            .iter()
            .map(|piece| match piece {
                Piece::Paragraph { number, .. } => *number,
                Piece::List(items) => items.len() * 100,
                _ => 0,
            })
            .collect();
        assert_eq!(numbers, [1, 200, 4]);
    }

    #[test]
    fn a_dateline_that_the_body_opens_with_is_not_shown_twice() {
        let dateline = Some(Dateline { raw: "LEER, July 14".to_owned(), ..Dateline::default() });
        let with = |text: &str| Article {
            dateline: dateline.clone(),
            body: vec![block(BlockKind::Paragraph, text)],
            ..Article::new()
        };
        assert_eq!(Reading::new(&with("LEER, July 14 - The ferry")).dateline, None);
        assert_eq!(Reading::new(&with("The ferry")).dateline, Some("LEER, July 14"));
    }
}
