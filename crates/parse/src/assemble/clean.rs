//! Text as it stands in a record: white space made plain, nothing else changed.

use wirecopy_model::Span;

use crate::classes::PLAIN;
use crate::folded::{is_letter_or_number, lower};
use crate::lines::is_blank_char;

/// Characters that carry nothing in a record: soft hyphens, zero-width spaces, byte order marks, direction marks.
/// Joiners (U+200C, U+200D) stay: they make letters in Persian and Indic scripts.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Signs that printers set before crossheads and captions, and that are no part of their words: `■`, `◇`, `▲`.
pub(crate) fn is_ornament(c: char) -> bool {
    matches!(
        c,
        '■' | '□'
            | '▪'
            | '▫'
            | '◆'
            | '◇'
            | '●'
            | '○'
            | '◎'
            | '★'
            | '☆'
            | '▲'
            | '△'
            | '▼'
            | '▽'
            | '▶'
            | '▷'
            | '◀'
            | '◁'
            | '►'
            | '◄'
    )
}

/// What programs left in a text that reads it as no text: its length, and what it stands for.
///
/// Entities of markup (`&quot;`), orders to a terminal (`ESC[1m`), and single control characters.
fn residue(text: &str) -> Option<(usize, &'static str)> {
    const ENTITIES: &[(&str, &str)] = &[
        ("&quot;", "\""),
        ("&amp;", "&"),
        ("&nbsp;", " "),
        ("&#160;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&#039;", "'"),
    ];
    let first = *text.as_bytes().first()?;
    match first {
        b'&' => ENTITIES.iter().find(|(name, _)| text.starts_with(name)).map(|(name, is)| (name.len(), *is)),
        0x1b if text[1..].starts_with('[') => {
            let order = text.bytes().skip(2).take_while(|b| (0x20..0x40).contains(b)).count();
            let end = text.as_bytes().get(2 + order).is_some_and(|b| (0x40..0x7f).contains(b));
            Some((2 + order + usize::from(end), ""))
        }
        0..=8 | 0x0e..=0x1b | 0x7f => Some((1, "")),
        _ => None,
    }
}

/// One line of text: runs of white space become one space (the ideographic space stays), ends are trimmed, invisible
/// characters and what programs left behind dropped.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_clean(&mut out, text);
    out
}

/// Appends cleaned text.
pub(crate) fn push_clean(out: &mut String, text: &str) {
    let trimmed = text.trim_matches(is_blank_char);
    let bytes = trimmed.as_bytes();
    // What is kept is copied in runs.
    let (mut run, mut at) = (0, 0);
    let mut space = false;
    let begin = out.len();
    while let Some(byte) = bytes.get(at) {
        if !LOOKED_AT[usize::from(*byte)] {
            at += 1;
            continue;
        }
        // Most spaces stand between words, and stay.
        if *byte == b' ' && at > run && bytes.get(at + 1).is_some_and(|b| !LOOKED_AT[usize::from(*b)]) {
            at += 2;
            continue;
        }
        if let Some((length, is)) = residue(&trimmed[at..]) {
            let blank = is == " ";
            for part in [&trimmed[run..at], if blank { "" } else { is }].into_iter().filter(|p| !p.is_empty())
            {
                if std::mem::take(&mut space) && out.len() > begin {
                    out.push(' ');
                }
                out.push_str(part);
            }
            space |= blank;
            at += length;
            run = at;
            continue;
        }
        let Some(c) = trimmed[at..].chars().next() else { break };
        let end = at + c.len_utf8();
        // An ideographic space inside a line parts the halves of a headline: it is printed, not laid out.
        let blank = c.is_whitespace() && c != '\u{3000}' || matches!(c, '\u{1c}'..='\u{1f}');
        if blank || is_dropped(c) && !(c == '\u{ad}' && is_half(trimmed, at)) {
            if run < at {
                if std::mem::take(&mut space) && out.len() > begin {
                    out.push(' ');
                }
                out.push_str(&trimmed[run..at]);
            }
            space |= blank;
            run = end;
        }
        at = end;
    }
    if run < trimmed.len() {
        if space && out.len() > begin {
            out.push(' ');
        }
        out.push_str(&trimmed[run..]);
    }
    // At the ends it may stand once residue is dropped.
    let kept = out[begin..].trim_end_matches('\u{3000}').len();
    out.truncate(begin + kept);
    let laid_out = kept - out[begin..].trim_start_matches('\u{3000}').len();
    out.replace_range(begin..begin + laid_out, "");
    // Nothing but residue is at least that.
    if out.len() == begin {
        out.push_str(trimmed);
    }
}

/// Whether a soft hyphen stands between other signs of Latin-1: half of a letter in text that was decoded wrongly.
fn is_half(text: &str, at: usize) -> bool {
    let is_other = |c: char| matches!(c, '\u{a1}'..='\u{ff}') && c != '\u{ad}';
    text[..at].chars().next_back().is_some_and(is_other) && text[at..].chars().nth(1).is_some_and(is_other)
}

/// Bytes that white space or a dropped character may begin with.
static LOOKED_AT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte <= b' ' {
        table[byte as usize] = true;
        byte += 1;
    }
    table[b'&' as usize] = true;
    table[0x7f] = true;
    table[0xc2] = true;
    table[0xe1] = true;
    table[0xe2] = true;
    table[0xef] = true;
    table
};

/// Letters and digits only, in small letters: for comparing two forms of one headline.
pub(crate) fn key(text: &str) -> String {
    if text.is_ascii() {
        let mut kept = Vec::with_capacity(text.len());
        kept.extend(text.bytes().map(|b| PLAIN[usize::from(b)]).filter(|b| *b != 0));
        return String::from_utf8(kept).unwrap_or_default();
    }
    let mut key = String::with_capacity(text.len());
    for c in text.chars().filter(|c| is_letter_or_number(*c)) {
        if c == 'İ' {
            key.extend(c.to_lowercase());
        } else {
            key.push(lower(c));
        }
    }
    key
}

/// Whether one of two headlines begins or ends with the other.
pub(crate) fn are_copies(one: &str, other: &str) -> bool {
    // No headline is as long as a page, and one line may be held against many.
    const LONGEST: usize = 2000;
    if one.len().max(other.len()) > LONGEST {
        return false;
    }
    // Nearly all pairs are told apart by their first and last letters.
    let counts = |c: &char| is_letter_or_number(*c);
    let ends =
        |text: &str| (text.chars().find(counts).map(lower), text.chars().rev().find(counts).map(lower));
    let ((first, last), (other_first, other_last)) = (ends(one), ends(other));
    // The Turkish capital is two letters in lower case, of which the second is in no other key: it takes two to agree.
    if first != other_first && last != other_last {
        return false;
    }
    let are = are_keys_copies(one, other);
    debug_assert_eq!(are, {
        let (one, other) = (key(one), key(other));
        let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
        short.len() >= 8 && (long.starts_with(short.as_str()) || long.ends_with(short.as_str()))
    });
    are
}

/// Whether the [`key`] of one of two headlines begins or ends with the other's, of eight bytes at least.
fn are_keys_copies(one: &str, other: &str) -> bool {
    fn plain(text: &str) -> impl DoubleEndedIterator<Item = char> {
        text.bytes().map(|b| PLAIN[usize::from(b)]).filter(|b| *b != 0).map(char::from)
    }
    fn letters(text: &str) -> impl DoubleEndedIterator<Item = char> {
        text.chars().filter(|c| is_letter_or_number(*c)).flat_map(small)
    }
    if one.is_ascii() && other.is_ascii() {
        return holds(plain(one), plain(other)) || holds(plain(one).rev(), plain(other).rev());
    }
    holds(letters(one), letters(other)) || holds(letters(one).rev(), letters(other).rev())
}

/// A letter in lower case: two of the Turkish capital.
fn small(c: char) -> impl DoubleEndedIterator<Item = char> {
    let dot = (c == 'İ').then_some('\u{307}');
    std::iter::once(lower(c)).chain(dot)
}

/// Does the longer of two runs of letters open with the shorter, which has eight bytes at least?
fn holds(mut one: impl Iterator<Item = char>, mut other: impl Iterator<Item = char>) -> bool {
    let mut len = 0;
    loop {
        match (one.next(), other.next()) {
            (Some(a), Some(b)) if a == b => len += a.len_utf8(),
            (Some(_), Some(_)) => return false,
            _ => return len >= 8,
        }
    }
}

/// A range inside a line as a span of the document.
pub(crate) fn within(line: Span, range: &std::ops::Range<usize>) -> Span {
    let start = line.start as usize;
    Span::from_range(start + range.start..start + range.end)
}

/// A span without blank characters at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let part = span.text(text).unwrap_or("");
    let inner = part.trim_matches(is_blank_char);
    let lead = part.len() - part.trim_start_matches(is_blank_char).len();
    Span::from_range(span.start as usize + lead..span.start as usize + lead + inner.len())
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn white_space_is_made_plain() {
        assert_eq!(clean("\u{3000}\u{a0}A \t B\u{ad}C\u{200b} "), "A BC");
        assert_eq!(clean("老桥关闭\u{3000}居民绕行"), "老桥关闭\u{3000}居民绕行");
        assert_eq!(clean("“A”  B – \u{2009}C\u{200e} \u{feff}D\x1cE"), "“A” B – C DE".replace("DE", "D E"));
        assert_eq!(
            clean("&quot;Fish &amp; chips,&quot;&nbsp;he said &unknown; it"),
            "\"Fish & chips,\" he said &unknown; it"
        );
        assert_eq!(clean("\u{1}\u{1b}[1mThe night ferry\u{1b}[0m \u{7}sails\u{2}"), "The night ferry sails");
        assert_eq!(clean("\u{1b}[0m\u{3000}老桥\u{3000}关闭\u{3000}\u{1b}[0m"), "老桥\u{3000}关闭");
        assert_eq!(clean("&nbsp;The ferry&nbsp;"), "The ferry");
        assert_eq!(clean("&nbsp;"), "&nbsp;");
        assert_eq!(clean("Schiff\u{ad}fahrt ÑÒ\u{ad}°"), "Schifffahrt ÑÒ\u{ad}°");
        assert_eq!(clean("می\u{200c}رود"), "می\u{200c}رود");
    }
}
