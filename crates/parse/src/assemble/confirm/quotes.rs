//! Pieces of a story that are set apart and printed twice, with the name of who said them; and posts that are shown in it.

use wirecopy_model::LineRole as R;

use super::View;
use crate::assemble::clean::key;
use crate::fields::names::looks_like_name;

/// Units of what is set apart, and the longest line that says who said it.
const SAID: std::ops::RangeInclusive<u32> = 40..=400;
const WHO: u32 = 80;
/// A name, 0 to 1.
const NAME: f32 = 0.5;
/// Lines of a story in which a piece is looked for, and pieces that are looked for.
const REACH: usize = 120;
const MOST: usize = 6;

/// Gives quotations that are set apart their role.
pub(super) fn pulled(view: &mut View<'_>) {
    let Some(last) = view.roles.iter().rposition(|role| role.is_prose()) else { return };
    let mut left = MOST;
    for i in view.story + 1..last {
        if posted(view, i) {
            view.set(i, R::Quote, "whose post it is");
            if matches!(
                view.roles[i - 1],
                R::Furniture | R::Paragraph | R::Crosshead | R::Caption | R::ListItem
            ) {
                view.set(i - 1, R::Quote, "a post that the story shows");
            }
            continue;
        }
        let apart =
            matches!(view.roles[i], R::Paragraph | R::Furniture | R::Crosshead | R::Standfirst | R::Caption);
        if left == 0 || !apart || !SAID.contains(&view.measure(i).units) || !says_who(view, i + 1) {
            continue;
        }
        left -= 1;
        if said_again(view, i) || in_marks(view.line(i)) && plain_name(view.line(i + 1)) {
            view.set(i, R::Quote, "a piece of the story, set apart");
            view.set(i + 1, R::Quote, "who said what is set apart");
            let role = i + 2 < last
                && matches!(view.roles[i + 2], R::Crosshead | R::Furniture | R::Caption)
                && view.measure(i + 2).units <= WHO / 2
                && !view.measure(i + 2).ends_sentence()
                && view.roles[i + 3].is_prose();
            if role && view.roles[i + 2] == R::Crosshead {
                view.set(i + 2, R::Quote, "what the one is who said it");
            }
        }
    }
}

/// `Ana Lima`, `Ana Lima, mayor`, `— Ana Lima`: a short line with a name and no end.
fn says_who(view: &View<'_>, i: usize) -> bool {
    let m = view.measure(i);
    let short =
        (4..=WHO).contains(&m.units) && !m.ends_sentence() && !matches!(m.last, ':' | ',' | ';' | '…');
    let may = matches!(
        view.roles[i],
        R::Crosshead | R::Furniture | R::Caption | R::Byline | R::Quote | R::Source | R::Credit
    );
    if !short || !may || m.capital_words < 2 {
        return false;
    }
    let name = name_in(view.line(i));
    name.contains(' ') && (looks_like_name(name) >= NAME || ends_in_name(name))
}

/// `Ana Lima` of `— Ana Lima, mayor`
fn name_in(line: &str) -> &str {
    let bare = line.trim_start_matches(['—', '–', '-', ' ']);
    bare.split([',', '(']).next().unwrap_or("").trim()
}

/// `Northport coach Mick Lowell`
fn ends_in_name(words: &str) -> bool {
    let mut last = words.rsplitn(3, ' ');
    let (Some(b), Some(a), Some(_)) = (last.next(), last.next(), last.next()) else { return false };
    looks_like_name(&format!("{a} {b}")) >= NAME
}

/// A name and nothing that a heading would say beside it.
fn plain_name(line: &str) -> bool {
    let name = name_in(line);
    (2..=5).contains(&name.split(' ').count())
        && (looks_like_name(name) >= 0.6 || ends_in_name(name) && name.split(' ').count() <= 4)
}

/// `“I told them to enjoy it.”`: one quotation and no word beside it.
fn in_marks(line: &str) -> bool {
    const MARKS: [char; 8] = ['"', '“', '”', '„', '«', '»', '‘', '’'];
    let Some(inner) = line.strip_prefix(MARKS).and_then(|rest| rest.strip_suffix(MARKS)) else {
        return false;
    };
    !inner.contains(['"', '“', '”', '„', '«', '»'])
}

/// Whether a paragraph of the story holds these words too.
fn said_again(view: &View<'_>, i: usize) -> bool {
    let this = key(view.line(i));
    let (from, to) = (i.saturating_sub(REACH).max(view.story), (i + REACH).min(view.roles.len() - 1));
    (from..=to).any(|k| {
        k != i
            && view.roles[k].is_prose()
            && view.line(k).len() > view.line(i).len()
            && key(view.line(k)).contains(&this)
    })
}

/// `— Northport FC (@northportfc) May 3, 2021`
fn posted(view: &View<'_>, i: usize) -> bool {
    let line = view.line(i);
    line.len() <= 160
        && line.starts_with(['—', '–'])
        && line.find("(@").is_some_and(|at| line[at..].contains(')'))
        && !matches!(view.roles[i], R::Paragraph | R::Headline)
}
