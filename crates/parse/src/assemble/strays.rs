//! Names in lines of their own that are no writer and no paper of this article: parts of a menu, buttons, contacts, whom the
//! story tells of.

use wirecopy_model::LineRole;

use super::Context;
use super::clean::key;
use crate::label::lexicon;

/// Whether the lines right over this one are those of a menu.
pub(super) fn in_menu(context: &Context<'_>, i: usize) -> bool {
    const LINES: usize = 4;
    i >= LINES
        && (i - LINES..i).all(|k| {
            let m = &context.observed.measures[k];
            context.roles[k] == LineRole::Furniture && m.units <= 40 && m.digits == 0
        })
}

/// Words that stand where a name may and are none: the end mark of a Persian agency, `compiled` behind a reporter's name.
pub(super) fn is_noise(name: &str) -> bool {
    // `C W`: letters of a wire's header.
    if name.is_ascii() && name.split_whitespace().all(|word| word.trim_end_matches('.').len() < 2) {
        return true;
    }
    let hits = lexicon::look_up(name);
    if hits.words > 0 && hits.covered >= hits.words {
        return true;
    }
    matches!(name.trim(), "انتهای پیام" | "整合" | "综合" | "編譯" | "编译" | "整理" | "پایان پیام")
}

/// `Media Contact:`
pub(super) fn is_contact(line: &str) -> bool {
    line.len() <= 60 && line.to_lowercase().contains("contact")
}

/// Whether the headline says a name that a line right under it repeats, as captions and talks do.
pub(super) fn told_of(context: &Context<'_>, members: &[usize], line: usize, name: &str) -> bool {
    const NEAR: usize = 3;
    let this = key(name);
    // Of many bylines each looks right over itself only.
    let over = members.partition_point(|&i| i + NEAR < line)..members.partition_point(|&i| i < line);
    this.len() >= 6
        && members[over].iter().any(|&i| {
            context.roles[i] == LineRole::Headline
                && key(context.line(i)).contains(&this)
                // `Ana Lima: In praise of the bench` is headed by its writer.
                && !key(context.line(i)).starts_with(&this)
        })
}

/// Whether the story itself gives a name in full: who is told of, or speaks. Writers are named under it at most.
pub(super) fn in_story(context: &Context<'_>, members: &[usize], name: &str) -> bool {
    const LAST: usize = 2;
    let this = key(name);
    if this.len() < 8 || !name.contains(' ') {
        return false;
    }
    let prose = members.iter().copied().filter(|&i| context.roles[i].is_prose());
    let first: Vec<usize> = prose.take(REACH + LAST).collect();
    let told = &first[..first.len().saturating_sub(LAST)];
    told.iter().any(|&i| key(context.line(i)).contains(&this))
}

/// Paragraphs in which a name is looked for.
const REACH: usize = 40;

/// Whether the line under this one is an address.
pub(super) fn mailed(context: &Context<'_>, i: usize) -> bool {
    const SHORT: usize = 60;
    context.page.lines.get(i + 1).is_some_and(|_| {
        let next = context.line(i + 1);
        next.len() <= SHORT && next.contains('@') && !next.contains(' ')
    })
}

/// Whether lines of the page stand between two lines.
pub(super) fn furniture_between(context: &Context<'_>, from: usize, to: usize) -> bool {
    (from + 1..to).filter(|&i| context.roles[i] == LineRole::Furniture).count() > 1
}
