//! Text on a terminal: how wide it is, what may not reach it raw, where a line is broken or cut.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Width where there is no terminal to ask.
const DEFAULT_WIDTH: usize = 80;
/// Narrower than this nothing can be set.
const MIN_WIDTH: usize = 20;

/// Columns of the terminal on standard output; 80 when the output goes elsewhere and `COLUMNS` does not say.
pub(crate) fn width() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = || terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
    asked.or_else(seen).filter(|&width| width > 0).unwrap_or(DEFAULT_WIDTH).max(MIN_WIDTH)
}

/// Whether a character does something to a terminal rather than stand on it.
///
/// Besides control characters: Unicode line separators, and the marks that force a writing direction upon all that
/// follows, gutters included.
fn is_active(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202d}' | '\u{202e}')
}

/// The text with a visible escape (`\x1b`) for every character that would act on a terminal; a tab becomes spaces.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(is_active) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\t' => safe.push_str("    "),
            c if c.is_control() => safe.push_str(&format!("\\x{:02x}", u32::from(c))),
            c if is_active(c) => safe.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// The same with its line feeds left in place.
pub(crate) fn escape_lines(text: &str) -> String {
    text.split('\n').map(escape).collect::<Vec<_>>().join("\n")
}

/// Columns that a text takes.
pub(crate) fn columns(text: &str) -> usize {
    text.width()
}

/// The text cut to a number of columns, with `…` where something is missing.
///
/// Looks at no more of the text than is shown: a line may be megabytes long.
pub(crate) fn cut(text: &str, width: usize) -> Cow<'_, str> {
    let mut used = 0;
    let mut keep = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > width {
            return Cow::Owned(format!("{}…", text[..keep].trim_end()));
        }
        if used < width {
            keep = at + c.len_utf8();
        }
    }
    Cow::Borrowed(text)
}

/// The first characters of a text that can fill a line: what is escaped and cut need not be longer.
pub(crate) fn head(text: &str, width: usize) -> &str {
    // Marks that take no room stand beside letters; four characters a column leaves room for all that is written.
    text.char_indices().nth(width.saturating_mul(4)).map_or(text, |(end, _)| &text[..end])
}

/// Breaks a text into lines of at most `width` columns: at spaces, and between characters of scripts without spaces.
///
/// Line feeds stay breaks. A word longer than a line is broken where the line ends.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(&escape(paragraph), width.max(2), &mut lines);
    }
    lines
}

fn wrap_paragraph(text: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let mut gap = usize::from(!line.is_empty());
        for piece in pieces(word) {
            let wide = columns(piece);
            if used + gap + wide > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0;
                gap = 0;
            }
            if gap == 1 {
                line.push(' ');
                used += 1;
                gap = 0;
            }
            if wide <= width {
                line.push_str(piece);
                used += wide;
                continue;
            }
            for c in piece.chars() {
                let wide = c.width().unwrap_or(0);
                if used + wide > width {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push(c);
                used += wide;
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
}

/// A word in pieces between which a line may be broken: each wide character is one, with the marks that may not stand
/// at the beginning of a line.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let mut chars = rest.char_indices();
        let (_, first) = chars.next()?;
        let opens = |c: char| matches!(c, '（' | '「' | '『' | '【' | '《' | '〈' | '“' | '‘' | '(');
        let wide = |c: char| c.width() == Some(2);
        let closes = |c: char| "，。、；：？！）」』】》〉”’),.;:?!%％ーァィゥェォッャュョ々".contains(c);
        let mut last = first;
        let end = chars
            .find(|&(_, c)| {
                let keep = c.width() == Some(0) || opens(last) || closes(c) || (!wide(last) && !wide(c));
                if keep {
                    last = c;
                }
                !keep
            })
            .map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::{columns, cut, escape, wrap};

    #[test]
    fn nothing_that_acts_reaches_the_terminal() {
        assert_eq!(escape("plain – text"), "plain – text");
        assert_eq!(escape("a\x1b[31mred\u{9b}2J\x07"), "a\\x1b[31mred\\x9b2J\\x07");
        assert_eq!(escape("a\tb\u{2028}c\u{202e}"), "a    b\\u{2028}c\\u{202e}");
    }

    #[test]
    fn lines_are_broken_at_spaces() {
        assert_eq!(wrap("the council voted  on Monday", 12), ["the council", "voted on", "Monday"]);
        assert_eq!(wrap("one\ntwo", 12), ["one", "two"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert!(wrap("", 10).is_empty());
    }

    #[test]
    fn scripts_without_spaces_are_broken_anywhere_but_before_a_stop() {
        assert_eq!(wrap("市议会周一投票。关闭", 12), ["市议会周一投", "票。关闭"]);
        assert_eq!(wrap("市议会周一投票。", 14), ["市议会周一投", "票。"]);
        assert_eq!(wrap("他说「关闭」了", 6), ["他说", "「关", "闭」了"]);
        for line in wrap(&"市议会voted。".repeat(20), 10) {
            assert!(columns(&line) <= 10, "{line}");
        }
    }

    #[test]
    fn a_cut_is_marked_and_fits() {
        assert_eq!(cut("council", 7), "council");
        assert_eq!(cut("council votes", 8), "council…");
        assert_eq!(cut("市议会周一", 5), "市议…");
        assert_eq!(cut("", 5), "");
    }
}
