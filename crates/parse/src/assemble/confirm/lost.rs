//! Lines at the head of a story that stand among buttons and were taken for one of them.

use wirecopy_model::LineRole as R;

use super::View;
use crate::assemble::clean::key;
use crate::fields::source::copyright_owner;
use crate::lines::Line;

/// Units and sentences of what is told by nothing but its length.
const UNITS: u32 = 90;
const SENTENCES: u32 = 2;
/// Lines of a player or of buttons between it and the rest of the story.
const NEAR: usize = 6;
/// Letters of a name that says enough.
const LETTERS: usize = 6;

/// Sentences right under the header, with the buttons of a player between them and the rest of the story.
pub(super) fn first_paragraph(view: &mut View<'_>) {
    let Some(head) = view.head else { return };
    let header = |role: R| {
        matches!(
            role,
            R::Headline | R::Standfirst | R::Byline | R::Date | R::Meta | R::Source | R::Caption | R::Credit
        )
    };
    let found = (head + 1..view.story).find(|&i| {
        let m = view.measure(i);
        view.roles[i] == R::Furniture
            && header(view.roles[i - 1])
            && m.units >= UNITS
            && m.sentences >= SENTENCES
            && m.ends_sentence()
            && i + NEAR > view.story
            && !view.is_keyed(i)
    });
    if let Some(i) = found {
        view.set(i, R::Paragraph, "sentences right under the header");
        view.find();
    }
}

/// A kicker that is the name of the page's owner is the page's, not the story's.
pub(super) fn masthead(view: &mut View<'_>) {
    let head = view.head.unwrap_or(view.story);
    for i in head.saturating_sub(NEAR)..head {
        if view.roles[i] != R::Kicker {
            continue;
        }
        let name = key(view.line(i));
        let (text, page) = (view.context.text, view.context.page);
        let owns = |line: &Line| {
            let line = &text[line.trimmed.range()];
            copyright_owner(line).is_some_and(|range| key(&line[range]) == name)
        };
        if name.len() >= LETTERS && !view.is_keyed(i) && page.lines.iter().chain(&page.apart).any(owns) {
            view.set(i, R::Furniture, "the name of the page, whose rights are reserved under it");
        }
    }
}
