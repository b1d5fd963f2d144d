//! Sources around the story that were taken for something else.

use wirecopy_model::LineRole as R;

use super::{Context, View, is_page_part};
use crate::assemble::clean::key;
use crate::date;
use crate::fields::agency::is_agency;
use crate::fields::byline::{self, PersonKind};
use crate::fields::meta::{self, MetaKind};
use crate::fields::names::looks_like_name;
use crate::fields::source;
use crate::label::lexicon;
use crate::label::measure::{Signs, is_bullet};

/// Longest line that is read as the name of a paper, in bytes.
const LONGEST: usize = 100;
/// Lines over the story in which the name of a paper is the article's.
const UNDER: usize = 12;
/// A name alone is no paper's but a writer's, 0 to 1.
const WRITER: f32 = 0.75;

/// Gives bylines that were taken for sources back, then finds the source where no line names one.
pub(super) fn sources(view: &mut View<'_>) {
    for i in 0..view.roles.len() {
        if view.is_keyed(i) {
            continue;
        }
        match view.roles[i] {
            R::Source if is_writer(view.line(i)) => view.roles[i] = R::Byline,
            R::Byline if view.line(i).len() <= LONGEST && labelled(view.line(i)) => view.roles[i] = R::Source,
            _ => {}
        }
    }
    if (0..view.roles.len()).any(|i| names_source(view, i)) {
        return;
    }
    let around = view.around();
    let found = around.iter().copied().find(|&i| may_be(view, i) && labelled(view.line(i)));
    let found =
        found.or_else(|| (view.story..=view.end).find(|&i| may_be(view, i) && labelled(view.line(i))));
    let found = found.or_else(|| {
        around
            .iter()
            .copied()
            .find(|&i| may_be(view, i) && !is_of_picture(view, i) && is_agency(bare(view.line(i))))
    });
    let found = found
        .or_else(|| around.iter().copied().find(|&i| may_be(view, i) && with_address(view, view.line(i))));
    let found = found.or_else(|| beside_headline(view).find(|&i| may_be(view, i) && is_paper(view, i)));
    let found = found.or_else(|| closing(view));
    if let Some(i) = found {
        view.roles[i] = R::Source;
    }
}

/// `Max Lee, Northport Radio`: a person, perhaps with whom the person works for.
fn is_writer(line: &str) -> bool {
    if line.len() > LONGEST || source::has_label(line) {
        return false;
    }
    let read = byline::read_byline(line, &[]);
    let [person] = &read.people[..] else { return false };
    let score = looks_like_name(&line[person.name.clone()]);
    person.kind == PersonKind::Person
        && read.rest == 0
        && (score >= WRITER || person.affiliation.is_some() && line.contains(',') && score >= 0.55)
}

/// Whether a line of its role names a source.
fn names_source(view: &View<'_>, i: usize) -> bool {
    let line = view.line(i);
    match view.roles[i] {
        R::Source => {
            !source::is_copyright(line)
                && source::read_source(line).is_some_and(|read| {
                    is_trusted(view.context, i, line, &line[read.name.clone()], read.label.is_some())
                })
        }
        R::Meta | R::Date => {
            let spans = spans(line);
            (view.roles[i] == R::Meta || !spans.is_empty())
                && meta::split_meta(line, &spans).iter().any(|part| part.what == MetaKind::Source)
        }
        R::Byline => byline::read_byline(line, &spans(line))
            .people
            .iter()
            .any(|p| p.kind == PersonKind::Agency || p.affiliation.is_some()),
        _ => false,
    }
}

/// How sure the chain must be of a name that nothing else calls a paper's, 0 to 1.
const TRUSTED: f32 = 0.5;
/// The same of a name in small letters.
const SURE: f32 = 0.7;
/// Longest name that has no label, in characters.
const LONGEST_NAME: usize = 50;

/// Whether what stands in a line of its own is the name of a source: it has a label, it is known, or the chain is sure
/// and nothing speaks against it.
pub(in crate::assemble) fn is_trusted(
    context: &Context<'_>,
    i: usize,
    line: &str,
    name: &str,
    labelled: bool,
) -> bool {
    if !source::is_name(name) || is_page_part(line) {
        return false;
    }
    if labelled || is_agency(name) {
        return true;
    }
    let bulleted = line.starts_with(is_bullet);
    if bulleted
        || name.chars().count() > LONGEST_NAME
        || name.contains(['…', '?', '？', '!', '！', '「', '『', ':', '：'])
    {
        return false;
    }
    if source::names_paper(name) || source::is_paper_word(name) {
        return true;
    }
    let small = name.chars().next().is_some_and(char::is_lowercase);
    context.confidence[i] >= if small { SURE } else { TRUSTED } && !maybe_cut(context, i)
}

/// Whether a line is the last of a text that was cut: samples of crawls hold a round number of characters, and what is
/// left of their last line may be half a word.
fn maybe_cut(context: &Context<'_>, i: usize) -> bool {
    const ROUND: usize = 500;
    i + 1 == context.page.lines.len()
        && context.page.lines[i].trimmed.end as usize == context.text.len()
        && context.text.chars().count().is_multiple_of(ROUND)
}

fn spans(line: &str) -> Vec<std::ops::Range<usize>> {
    date::scan(line, &date::Context::default())
        .into_iter()
        .map(|f| f.label_span.map_or(f.span.start, |label| label.start.min(f.span.start))..f.span.end)
        .collect()
}

fn may_be(view: &View<'_>, i: usize) -> bool {
    view.line(i).len() <= LONGEST
        && !view.is_keyed(i)
        && Some(i) != view.head
        && matches!(
            view.roles[i],
            R::Furniture
                | R::Crosshead
                | R::Kicker
                | R::Caption
                | R::Credit
                | R::Paragraph
                | R::Date
                | R::Byline
                | R::Note
                | R::ListItem
        )
}

/// An agency under a picture is the picture's.
fn is_of_picture(view: &View<'_>, i: usize) -> bool {
    matches!(view.roles[i], R::Caption | R::Credit)
        || i > 0 && matches!(view.roles[i - 1], R::Caption | R::Credit) && view.roles[i] != R::Kicker
}

/// `/ Source: AGENCY`, `Bron: 112 Noordhaven`.
fn labelled(line: &str) -> bool {
    // Few lines have a label, and it is found before the name is read.
    source::has_label(line)
        && source::read_source(line).is_some_and(|read| {
            read.label.is_some_and(|label| label.len() <= 24)
                && line[read.name].split_whitespace().count() <= 6
        })
}

fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| !c.is_alphanumeric())
}

/// `北灣社 desk@northport.example`: whoever is reached there is whose text it is.
fn with_address(view: &View<'_>, line: &str) -> bool {
    let Some(at) = line.find('@') else { return false };
    let start = line[..at].rfind([' ', '\u{a0}']).unwrap_or(0);
    let name = bare(&line[..start]);
    name.chars().count() >= 2
        && looks_like_name(name) < 0.3
        && source::is_name(name)
        && name.split(' ').count() <= 4
        && (source::names_paper(name) || source::is_paper_word(name) || named_again(view, name))
}

/// Lines under the headline, and the one right over it.
fn beside_headline<'v>(view: &'v View<'_>) -> impl Iterator<Item = usize> + 'v {
    let over = view.head.and_then(|_| view.top.checked_sub(1));
    let head = view.head.map_or(view.story, |_| view.top + 1);
    // Where navigation parts headline and story, the header is what stands next to the story.
    let under = head.max(view.story.saturating_sub(UNDER))..view.header().end.max(view.story);
    under.chain(over)
}

/// A line that is the name of a paper and nothing else.
fn is_paper(view: &View<'_>, i: usize) -> bool {
    let line = bare(view.line(i));
    let m = view.measure(i);
    let hits = lexicon::look_up(line);
    matches!(view.roles[i], R::Furniture | R::Crosshead | R::Kicker | R::Date)
        && m.words <= 5
        && m.small_words <= 2
        && !is_bullet(m.first)
        && !m.first.is_numeric()
        // `Northport Bakers e.V.`
        && (!m.ends_sentence() || line.rsplit(' ').next().is_some_and(|last| last.contains('.')))
        && hits.covered < hits.words.max(1)
        && date::scan(line, &date::Context::default()).is_empty()
        && date::lone_label(line).is_none()
        && looks_like_name(line) < WRITER
        && in_company(view, i)
        // `Local News` is a section when it stands as a label, `News24` a paper.
        && if view.roles[i] == R::Kicker { source::is_paper_word(line) } else { source::names_paper(line) || source::is_paper_word(line) }
}

/// Whether a line of the header stands next to this one, in whose company a name is more than a button.
fn in_company(view: &View<'_>, i: usize) -> bool {
    (i.saturating_sub(2)..(i + 3).min(view.roles.len())).any(|k| {
        matches!(view.roles[k], R::Headline | R::Byline | R::Date | R::Meta | R::Standfirst)
            || k == view.top && view.head.is_some()
    })
}

/// Whether a line of copyright or the first line of the page names it too.
fn named_again(view: &View<'_>, name: &str) -> bool {
    let name = key(name);
    name.chars().count() >= 2
        && (0..view.roles.len()).any(|i| {
            (i == 0 || view.measure(i).signs.has(Signs::COPYRIGHT) && view.measure(i).units < 200)
                && key(view.line(i)).contains(&name)
        })
}

/// One or two words alone under the last sentence: papers sign what they print so.
fn closing(view: &View<'_>) -> Option<usize> {
    let i = view.end + 1;
    let last = view.roles.get(i).filter(|role| **role == R::Furniture).is_some() && i + 1 == view.roles.len();
    let m = last.then(|| view.measure(i))?;
    let line = bare(view.line(i));
    let hits = lexicon::look_up(line);
    (view.measure(view.end).ends_sentence()
        && (1..=2).contains(&m.words)
        && m.capital_words == m.words
        && m.digits == 0
        && m.letters > 2
        && !m.ends_sentence()
        && hits.covered == 0)
        .then_some(i)
}
