//! The header of a document that was stored on one line: `Headline - Paper - By A B - May 3, 2021 - The story …`.

use std::ops::Range;

use crate::date::{self, FoundDate};
use crate::fields::byline::{self, PersonKind};
use crate::fields::{names, source};

/// Marks between the parts; one of them parts all.
const MARKS: &[&str] = &[" - ", " | ", " – ", " — ", " · ", " / "];
/// The header is looked for in this many bytes, and a part of it is no longer than that.
const REACH: usize = 480;
const LONGEST: usize = 160;

/// What the header of a line says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct OneLine {
    pub(super) headline: Range<usize>,
    pub(super) source: Option<Range<usize>>,
    pub(super) authors: Vec<Range<usize>>,
    pub(super) date: Option<(FoundDate, Range<usize>)>,
    /// Where the story begins.
    pub(super) story: usize,
}

/// Reads the header in front of a story on the same line. A headline alone is none: a date or a byline has to follow.
pub(super) fn header(line: &str, settings: &date::Context) -> Option<OneLine> {
    let end = (0..=line.len().min(REACH)).rev().find(|at| line.is_char_boundary(*at))?;
    let head = &line[..end];
    MARKS.iter().find_map(|mark| parted(head, mark, settings))
}

fn parted(head: &str, mark: &str, settings: &date::Context) -> Option<OneLine> {
    let mut read = OneLine::default();
    let mut at = 0;
    for (k, part) in head.split(mark).enumerate() {
        let span = at..at + part.len();
        read.story = at;
        at = span.end + mark.len();
        // The last part is the story, and so is what is as long as it.
        if at > head.len() || part.len() > LONGEST {
            break;
        }
        if k == 0 {
            if part.chars().count() < 12 || part.ends_with('.') {
                return None;
            }
            read.headline = span;
            continue;
        }
        let found = date::scan(part, settings);
        let dated = found.iter().find(|f| f.value.is_some_and(|v| v.day().is_some()));
        if let Some(date) = dated.filter(|_| read.date.is_none() && date::residue(part, &found).is_empty()) {
            read.date = Some((date.clone(), span.start + date.span.start..span.start + date.span.end));
            continue;
        }
        let byline = byline::read_byline(part, &[]);
        let persons = byline.people.iter().filter(|p| p.kind == PersonKind::Person);
        let persons: Vec<Range<usize>> =
            persons.map(|p| span.start + p.name.start..span.start + p.name.end).collect();
        let named = byline.lead.is_some() || names::looks_like_name(part) >= 0.85;
        if !persons.is_empty() && named && byline.rest == 0 && read.authors.is_empty() {
            read.authors = persons;
            continue;
        }
        let words = part.split_whitespace().count();
        let capital =
            part.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_lowercase() && c.is_alphabetic());
        if read.source.is_none() && words <= 5 && capital && source::is_name(part.trim()) {
            read.source = Some(span);
            continue;
        }
        break;
    }
    (!read.headline.is_empty() && (read.date.is_some() || !read.authors.is_empty())).then_some(read)
}

#[cfg(test)]
mod tests {
    use super::header;
    use crate::date;

    #[test]
    fn a_header_before_its_story() {
        let line = "Council votes to close old bridge - Northport Chronicle - By Ana Lima - May 3, 2021 - The council \
                    voted on Monday to close the bridge - for now.";
        let read = header(line, &date::Context::default()).unwrap();
        assert!(line[read.story..].starts_with("The council voted on Monday"));
        assert_eq!(&line[read.headline], "Council votes to close old bridge");
        assert_eq!(&line[read.source.unwrap()], "Northport Chronicle");
        assert_eq!(&line[read.authors[0].clone()], "Ana Lima");
        assert_eq!(&line[read.date.unwrap().1], "May 3, 2021");
    }

    #[test]
    fn a_sentence_with_dashes_is_none() {
        let line = "The council voted on Monday - as it had before - to close the bridge for two years.";
        assert_eq!(header(line, &date::Context::default()), None);
        assert_eq!(header("", &date::Context::default()), None);
    }
}
