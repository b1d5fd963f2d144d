//! Lines of the body to blocks: wrapped lines are joined into paragraphs.

use wirecopy_model::{Block, BlockKind, LayoutKind, LineRole, Span};

use super::clean::push_clean;
use crate::classes::{self, LETTER, NUMBER, PLAIN, WIDE};
use crate::divided::{Divided, Join};
use crate::layout::{Inferred, breaks_off, columns};
use crate::lines::Line;

/// What is asked of a line of the body.
pub(crate) struct Told<'a> {
    /// The part of the line that is the story's; what stands before it was read as other fields. None for a line of which
    /// nothing is left.
    pub(crate) story: &'a dyn Fn(usize) -> Option<Span>,
    /// Whether the line is a dateline and nothing else, with its paragraph on the next.
    pub(crate) alone: &'a dyn Fn(usize) -> bool,
    /// Whether a dateline can be read at its head.
    pub(crate) opens: &'a dyn Fn(usize) -> bool,
}

/// Joins the lines `members` (indices, in order) of the body into blocks, each with its spans.
pub(crate) fn build(
    text: &str,
    lines: &[Line],
    roles: &[LineRole],
    members: &[usize],
    layout: &Inferred,
    told: &Told<'_>,
) -> Vec<(Block, Vec<Span>)> {
    let mut blocks: Vec<(Block, Vec<Span>)> = Vec::new();
    let mut previous: Option<usize> = None;
    let words = if layout.kind == LayoutKind::HardWrapped { Divided::of(text) } else { Divided::default() };
    for &i in members {
        let kind = match roles[i] {
            LineRole::Paragraph | LineRole::Dateline => BlockKind::Paragraph,
            LineRole::Crosshead => BlockKind::Crosshead,
            LineRole::ListItem => BlockKind::ListItem,
            LineRole::Quote => BlockKind::Quote,
            _ => continue,
        };
        let Some(span) = (told.story)(i) else {
            previous = None;
            continue;
        };
        let part = &text[span.range()];
        let part = match kind {
            BlockKind::ListItem => without_bullet(part, true),
            BlockKind::Crosshead => without_bullet(part, false),
            _ => part,
        };
        let span = Span::from_range(span.end as usize - part.len()..span.end as usize);
        let joins = previous.is_some_and(|before| {
            before + 1 == i
                && (continues(text, lines, roles, before, i, layout)
                    // Lines of one dateline paragraph, however the text is set; each paragraph opens with a dateline of its own.
                    || (roles[before] == LineRole::Dateline
                        && roles[i] == LineRole::Dateline
                        && lines[i].blank_before == 0
                        && lines[i].indent(text) <= lines[before].indent(text)
                        && !(told.opens)(i))
                    // A sentence that was begun goes on in small letters.
                    || (roles[before] == LineRole::Dateline
                        && kind == BlockKind::Paragraph
                        && lines[i].blank_before == 0
                        && lines[i].indent(text) <= lines[before].indent(text)
                        && part.starts_with(char::is_lowercase)
                        && breaks_off(&text[lines[before].trimmed.range()]))
                    // A place alone on its line belongs to the paragraph that follows.
                    || (roles[before] == LineRole::Dateline && (told.alone)(before) && kind == BlockKind::Paragraph))
        });
        match blocks.last_mut().filter(|(block, _)| joins && block.kind == kind) {
            Some((block, spans)) => {
                match words.join(&block.text, part) {
                    Join::Whole => drop(block.text.pop()),
                    Join::Nothing => {}
                    Join::Blank => block.text.push(' '),
                }
                push_clean(&mut block.text, part);
                spans.push(span);
            }
            None => {
                let mut block = Block { kind, text: String::with_capacity(part.len()) };
                push_clean(&mut block.text, part);
                blocks.push((block, vec![span]));
            }
        }
        previous = Some(i);
    }
    blocks
}

/// Whether line `i` goes on with the paragraph of the line before it.
pub(crate) fn continues(
    text: &str,
    lines: &[Line],
    roles: &[LineRole],
    before: usize,
    i: usize,
    layout: &Inferred,
) -> bool {
    let same =
        roles[before] == roles[i] || (roles[before] == LineRole::Dateline && roles[i] == LineRole::Paragraph);
    same && flows(text, lines, before, i, layout)
}

/// Whether line `i` goes on with the paragraph of the line before it, by how the two are set.
pub(crate) fn flows(text: &str, lines: &[Line], before: usize, i: usize, layout: &Inferred) -> bool {
    let LayoutKind::HardWrapped = layout.kind else { return false };
    let Some(wrap) = layout.wrap else { return false };
    if lines[i].blank_before > 0 {
        return false;
    }
    // An indent opens a paragraph; a line that leaves room for the next word closed one.
    if lines[i].indent(text) > lines[before].indent(text) {
        return false;
    }
    let width = |line: &Line| columns(&text[line.trimmed.range()]).saturating_add(line.indent(text));
    let next_word = text[lines[i].trimmed.range()].split_whitespace().next().map_or(0, |w| w.chars().count());
    let room = wrap.saturating_sub(width(&lines[before]));
    let next_word = u32::try_from(next_word).unwrap_or(u32::MAX);
    let last = text[lines[before].trimmed.range()].chars().next_back();
    let closed = last
        .is_some_and(|c| crate::label::measure::is_sentence_mark(c) || crate::label::measure::is_quote(c));
    !(closed && room > next_word.saturating_add(2)) && room < wrap / 2
}

/// A list item or a crosshead without the bullet, dash or ornament that opens it.
fn without_bullet(item: &str, dashes: bool) -> &str {
    let mut chars = item.chars();
    match chars.next() {
        Some(c)
            if crate::label::measure::is_bullet(c)
                || super::clean::is_ornament(c)
                || dashes && matches!(c, '-' | '–' | '—') =>
        {
            let rest = chars.as_str().trim_start_matches(crate::lines::is_blank_char);
            if rest.is_empty() { item } else { rest }
        }
        _ => item,
    }
}

/// Words of a text in ASCII: its runs of letters and figures, less one for each run of apostrophes and hyphens that joins two.
fn count_plain_words(text: &[u8]) -> u32 {
    let is_part = |byte: u8| (byte | 0x20).wrapping_sub(b'a') < 26 || byte.wrapping_sub(b'0') < 10;
    // Where runs begin, counted in bytes, of which a register holds many.
    const FEW: usize = 255;
    let first = u32::from(text.first().is_some_and(|byte| is_part(*byte)));
    let begins = |(before, here): (&[u8], &[u8])| {
        let pairs = before.iter().zip(here);
        u32::from(pairs.fold(0_u8, |n, (before, here)| n + u8::from(is_part(*here) & !is_part(*before))))
    };
    let behind = text.get(1..).unwrap_or_default();
    let runs = first + text.chunks(FEW).zip(behind.chunks(FEW)).map(begins).sum::<u32>();
    let is_joint = |byte: &u8| matches!(byte, b'\'' | b'-');
    let joined = memchr::memchr2_iter(b'\'', b'-', text).filter(|at| {
        let opens = at.checked_sub(1).is_some_and(|before| is_part(text[before]));
        opens && text[*at..].iter().find(|byte| !is_joint(byte)).is_some_and(|byte| is_part(*byte))
    });
    runs - u32::try_from(joined.count()).unwrap_or(0)
}

/// Words of the blocks; scripts without spaces count characters.
pub(crate) fn count_words(blocks: &[(Block, Vec<Span>)]) -> u32 {
    let mut words = 0u32;
    for (block, _) in blocks {
        let mut in_word = false;
        let text = block.text.as_str();
        if text.is_ascii() {
            words = words.saturating_add(count_plain_words(text.as_bytes()));
            continue;
        }
        let mut at = 0;
        while let Some(byte) = text.as_bytes().get(at) {
            if byte.is_ascii() {
                let plain =
                    text.as_bytes()[at..].iter().take_while(|byte| PLAIN[usize::from(**byte)] != 0).count();
                words += u32::from(plain > 0 && !in_word);
                in_word = plain > 0 || in_word && matches!(byte, b'\'' | b'-');
                at += plain.max(1);
                continue;
            }
            let Some(c) = text[at..].chars().next() else { break };
            at += c.len_utf8();
            let class = classes::of(c);
            let counts = class & (LETTER | NUMBER) != 0;
            let own_word = class & WIDE != 0 && counts && !matches!(c, '\u{ac00}'..='\u{d7a3}')
                || matches!(c, '\u{e01}'..='\u{e2f}' | '\u{1000}'..='\u{102a}');
            let in_any = counts || (in_word && c == '’');
            if own_word || (in_any && !in_word) {
                words = words.saturating_add(1);
            }
            in_word = in_any && !own_word;
        }
    }
    words
}
