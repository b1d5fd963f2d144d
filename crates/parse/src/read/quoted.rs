//! Text quoted in mail: every line opens with `>`, as programs for mail mark what they quote or hand on.
//!
//! A line without the mark may be the end of a quoted one that was broken on its way: it stays a line of the text.

use wirecopy_model::Span;

use crate::lines::{Line, is_blank_char, range_in};
use crate::page::Page;

/// Lines that make a quotation: fewer may each begin with a sign of another kind.
const FEWEST: usize = 3;
/// The part of all lines that has to be quoted, in tenths: over a quotation stands who wrote it, under it perhaps an answer.
const MOST: usize = 8;

/// Takes the marks of the quotation from the lines, which keep them in their spans. A line of nothing else is as good as
/// blank.
pub(super) fn strip(text: &str, page: &mut Page) {
    let is_quoted = |line: &&Line| text.as_bytes()[line.trimmed.start as usize] == b'>';
    let quoted = page.lines.iter().filter(is_quoted).count();
    if quoted < FEWEST || quoted * 10 < page.lines.len() * MOST {
        return;
    }
    // Of lines that hold only marks it cannot be said how many belong to the quotation.
    let depths: Vec<usize> = page
        .lines
        .iter()
        .filter(is_quoted)
        .map(|line| &text[line.trimmed.range()])
        .filter(|line| is_worded(line))
        .map(depth)
        .collect();
    let Some(level) = depths.iter().copied().min().filter(|_| depths.len() >= FEWEST) else { return };
    // `On Tuesday Tomas Berg wrote:`, in one line or two, is of who hands the text on.
    let above = page.lines.iter().position(|line| is_quoted(&line)).unwrap_or(0);
    let opens = above > 0 && text[page.lines[above - 1].trimmed.range()].ends_with([':', '：']);
    page.apart.extend(page.lines.drain(..if opens { above } else { 0 }));
    let mut blank = 0;
    let mut lines = Vec::with_capacity(page.lines.len());
    for line in std::mem::take(&mut page.lines) {
        let before = line.blank_before + std::mem::take(&mut blank);
        match bare(text, &line, level) {
            // Before the first line no blank one is counted.
            Some(line) => {
                let blank_before = if lines.is_empty() { 0 } else { before };
                lines.push(Line { blank_before, ..line });
            }
            None => {
                blank = before + 1;
                page.apart.push(line);
            }
        }
    }
    page.lines = lines;
}

fn is_mark(c: char) -> bool {
    c == '>' || is_blank_char(c)
}

/// How many marks a line opens with: 2 for `> > words` and `>> words`.
fn depth(line: &str) -> usize {
    line.chars().take_while(|c| is_mark(*c)).filter(|c| *c == '>').count()
}

/// Whether more than marks stands on a line.
fn is_worded(line: &str) -> bool {
    !line.trim_start_matches(is_mark).is_empty()
}

/// A line behind its first `level` marks, if it is quoted; none where nothing but them, or fewer, stands on it. More are a
/// line of the text, an arrow perhaps.
fn bare(text: &str, line: &Line, level: usize) -> Option<Line> {
    let whole = &text[line.trimmed.range()];
    if !is_worded(whole) && depth(whole) <= level {
        return None;
    }
    let Some((last, mark)) = whole.match_indices('>').take(level).last().filter(|_| whole.starts_with('>'))
    else {
        return Some(*line);
    };
    let rest = &whole[last + mark.len()..];
    // One blank belongs to the mark; more of them are an indent.
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    let words = Span::from_range(range_in(text, rest.trim_start_matches(is_blank_char)));
    let begins = Span::from_range(range_in(text, rest)).start;
    Some(Line { trimmed: words, quote: begins - line.span.start, ..*line })
}

#[cfg(test)]
mod tests {
    use super::super::read_text;

    fn words(text: &str) -> Vec<(u32, u32, &str)> {
        let page = read_text(text);
        let line =
            |line: &crate::lines::Line| (line.blank_before, line.indent(text), &text[line.trimmed.range()]);
        page.lines.iter().map(line).collect()
    }

    #[test]
    fn lines_without_the_marks_of_mail() {
        let text =
            ">\n> Bridge closed\n>\n> By Ana Lima\n> \n>   The council voted.\n\n> It will open in May.\n";
        assert_eq!(
            words(text),
            [
                (0, 0, "Bridge closed"),
                (1, 0, "By Ana Lima"),
                (1, 2, "The council voted."),
                (1, 0, "It will open in May.")
            ]
        );
        let page = read_text(text);
        assert_eq!(page.apart.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 3, 5]);
    }

    #[test]
    fn who_handed_it_on_is_no_part_of_it() {
        let quoted = "> Bridge closed\n> The council voted.\n> It will open in May.\n> So it said.\n> A\n> B\n> C\n> D\n";
        assert_eq!(words(&format!("On Tuesday Tomas Berg\nwrote:\n\n{quoted}"))[0], (0, 0, "Bridge closed"));
        assert_eq!(words(&format!("Northport Post\n\n{quoted}"))[0], (0, 0, "Northport Post"));
    }

    #[test]
    fn what_all_lines_share_is_the_level() {
        let lines = words(">> One\n> > Two\n>>> Three\n");
        assert_eq!(lines.iter().map(|line| line.2).collect::<Vec<_>>(), ["One", "Two", "> Three"]);
    }

    #[test]
    fn a_line_of_no_more_marks_than_the_quotation_has_is_blank() {
        let lines = words(">> One\n>\n>> Two\n>>\n>> Three\n>>>\n");
        assert_eq!(lines, [(0, 0, "One"), (1, 0, "Two"), (1, 0, "Three"), (0, 0, ">")]);
    }

    #[test]
    fn blanks_before_the_marks_are_no_indent() {
        assert_eq!(words("  > One\n  >  Two\n  > Three\n"), [(0, 0, "One"), (0, 1, "Two"), (0, 0, "Three")]);
    }

    #[test]
    fn a_mark_here_and_there_is_no_quotation() {
        for text in ["> Home\n> News\nBridge closed\nThe council voted.\n", "> One\n> Two\n", ">\n>\n>\n>\n"]
        {
            assert!(words(text).iter().any(|line| line.2.starts_with('>')), "{text}");
        }
    }
}
