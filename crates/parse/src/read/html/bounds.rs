//! Tags with more attributes than anything reads: each is held against all before it, so that many in one tag would take
//! time by their square.

/// Attributes of one tag that are read; the rest of the tag is passed over.
const MOST: usize = 512;

/// The page in pieces, without the ends of overlong tags. Nearly every page is one piece.
pub(super) fn pieces(source: &str) -> Vec<&str> {
    let bytes = source.as_bytes();
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(found) = memchr::memchr(b'<', &bytes[at..]) {
        let start = at + found + 1;
        if !bytes.get(start).is_some_and(u8::is_ascii_alphabetic) {
            at = start;
            continue;
        }
        let (cut, end) = tag(bytes, start);
        if let Some(cut) = cut {
            pieces.push(&source[from..cut]);
            from = end;
        }
        at = end;
    }
    pieces.push(&source[from..]);
    pieces
}

/// Where the attributes of a tag become too many, if they do, and where the tag ends. Both are places of ASCII bytes.
fn tag(bytes: &[u8], start: usize) -> (Option<usize>, usize) {
    let (mut n, mut in_word, mut quote, mut cut) = (0, true, None, None);
    let mut last = b' ';
    for (at, &byte) in bytes.iter().enumerate().skip(start) {
        match quote {
            Some(open) => {
                if byte == open {
                    quote = None;
                }
            }
            None if byte == b'>' => return (cut, at),
            None if byte.is_ascii_whitespace() => in_word = false,
            None => {
                if matches!(byte, b'"' | b'\'') && last == b'=' {
                    quote = Some(byte);
                }
                if !in_word {
                    in_word = true;
                    n += 1;
                    if n > MOST && cut.is_none() {
                        // The blank before the word.
                        cut = Some(at - 1);
                    }
                }
            }
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
    }
    (cut, bytes.len())
}

#[cfg(test)]
mod tests {
    use super::{MOST, pieces};

    #[test]
    fn only_overlong_tags_are_cut() {
        let page = "<p class='a > b' id=x>1 < 2</p><!-- <b -->";
        assert_eq!(pieces(page), [page]);
        let long = format!("<p{}>text", " é=1".repeat(MOST + 9));
        let joined = pieces(&long).concat();
        assert!(joined.ends_with(">text") && joined.len() < long.len(), "{joined}");
        assert_eq!(joined.matches("é=").count(), MOST);
        assert_eq!(pieces("<a \"").concat(), "<a \"");
        assert_eq!(pieces(""), [""]);
    }
}
