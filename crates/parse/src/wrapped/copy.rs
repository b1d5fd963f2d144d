//! The joined text, and where its places are in the document.

use std::ops::Range;

use wirecopy_model::Span;

use super::Joined;
use crate::divided::{Divided, Join};
use crate::lines::Line;
use crate::page::{Claim, Hint, Lean, Page};

/// What stood between two lines that were joined: blanks and a line's end, and the hyphen of a divided word.
#[derive(Debug)]
struct Gap {
    old: Range<usize>,
    /// One blank, or nothing.
    new: Range<usize>,
}

/// The places where lines were joined, in order.
#[derive(Debug, Default)]
pub(super) struct Gaps(Vec<Gap>);

impl Gaps {
    fn new_of(&self, old: u32) -> u32 {
        let old = old as usize;
        let before = self.0.partition_point(|gap| gap.old.end <= old);
        let new = before.checked_sub(1).map_or(old, |k| self.0[k].new.end + (old - self.0[k].old.end));
        u32::try_from(new).unwrap_or(u32::MAX)
    }

    fn new_span(&self, old: Span) -> Span {
        Span::new(self.new_of(old.start), self.new_of(old.end))
    }

    /// A span of the joined text as one of the document.
    pub(super) fn old_span(&self, new: Span) -> Span {
        let (start, end) = (new.start as usize, new.end as usize);
        // What opens behind a gap opens on the line below; what ends before one ends on the line above.
        let before = self.0.partition_point(|gap| gap.new.end <= start);
        let from = before.checked_sub(1).map_or(start, |k| self.0[k].old.end + (start - self.0[k].new.end));
        let before = self.0.partition_point(|gap| gap.new.end < end);
        let to = before.checked_sub(1).map_or(end, |k| self.0[k].old.end + (end - self.0[k].new.end));
        let within = self.0.get(before).filter(|gap| gap.new.start < end).map(|gap| gap.old.end);
        Span::from_range(from..within.unwrap_or(to).max(from))
    }

    /// Whether words were put together in a span of the document: its cleaned text is then not that of the copy.
    pub(super) fn put_together(&self, old: Span) -> bool {
        let from = self.0.partition_point(|gap| gap.old.end <= old.start as usize);
        let inside = self.0[from..].iter().take_while(|gap| gap.old.start < old.end as usize);
        inside.into_iter().any(|gap| gap.new.is_empty())
    }
}

/// Makes the copy in which the lines of each group are one.
pub(super) fn make(text: &str, page: &Page, members: Vec<Range<usize>>) -> Joined {
    let words = Divided::of(text);
    let mut copy = String::with_capacity(text.len());
    let mut gaps = Gaps::default();
    let mut written = 0;
    for pair in members.iter().flat_map(|group| page.lines[group.clone()].windows(2)) {
        let (mut end, start) = (pair[0].trimmed.end as usize, pair[1].trimmed.start as usize);
        let join = words.join(&text[pair[0].trimmed.range()], &text[pair[1].trimmed.range()]);
        if join == Join::Whole {
            end -= "-".len();
        }
        copy.push_str(&text[written..end]);
        let from = copy.len();
        if join == Join::Blank {
            copy.push(' ');
        }
        gaps.0.push(Gap { old: end..start, new: from..copy.len() });
        written = start;
    }
    copy.push_str(&text[written..]);
    let page = joined(page, &members, &gaps);
    Joined { text: copy, page, members, gaps }
}

fn joined(page: &Page, members: &[Range<usize>], gaps: &Gaps) -> Page {
    let group_of: Vec<usize> =
        members.iter().enumerate().flat_map(|(g, group)| std::iter::repeat_n(g, group.len())).collect();
    let moved = |first: &Line, last: &Line| Line {
        span: gaps.new_span(Span::new(first.span.start, last.span.end)),
        trimmed: gaps.new_span(Span::new(first.trimmed.start, last.trimmed.end)),
        ..*first
    };
    let of_group = |group: &Range<usize>| moved(&page.lines[group.start], &page.lines[group.end - 1]);
    let of_hint =
        |hint: &Hint| Hint { line: group_of[hint.line], value: gaps.new_span(hint.value), role: hint.role };
    let of_claim = |claim: &Claim| Claim { span: gaps.new_span(claim.span), ..claim.clone() };
    Page {
        format: page.format,
        lines: members.iter().map(of_group).collect(),
        hints: page.hints.iter().map(of_hint).collect(),
        claims: page.claims.iter().map(of_claim).collect(),
        leans: page.leans.iter().map(|lean| Lean { line: group_of[lean.line], ..*lean }).collect(),
        article: page.article,
        apart: page.apart.iter().map(|line| moved(line, line)).collect(),
    }
}
