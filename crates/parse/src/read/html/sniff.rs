//! Whether a text is a page of HTML, by what stands in it.

/// Elements with which a piece of a page may begin.
const OPENING: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "div",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "head",
    "header",
    "link",
    "main",
    "meta",
    "nav",
    "p",
    "script",
    "section",
    "span",
    "style",
    "table",
    "title",
    "ul",
];

/// How far the opening of a page may stand from the start of what was saved: behind the head of an HTTP message, say.
const REACH: usize = 4096;

/// Whether the text is HTML: it opens as a page does, or is a piece of one with several elements opened and closed.
///
/// A text with a tag here and there is none: it is what an extractor left over.
pub(crate) fn is_html(text: &str) -> bool {
    let head = opening(text);
    if let Some(name) = tag_name(head) {
        if name.eq_ignore_ascii_case("html") || name.eq_ignore_ascii_case("!doctype") {
            return is_page(head, name);
        }
        if OPENING.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            return closes(head) >= 2;
        }
        return false;
    }
    if memchr::memchr(b'<', text.as_bytes()).is_none() {
        return false;
    }
    // Something stands before the page; then the page has to open on a line of its own, and to have a body.
    let mut end = text.len().min(REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end]
        .split_inclusive('\n')
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line))
        })
        .skip(1)
        .any(|(start, line)| {
            let line = line.trim_start();
            let opens = tag_name(line)
                .filter(|name| name.eq_ignore_ascii_case("html") || name.eq_ignore_ascii_case("!doctype"));
            opens.is_some_and(|name| is_page(line, name)) && closes(&text[start..]) >= 2
        })
}

/// A type of document is one of HTML.
fn is_page(head: &str, name: &str) -> bool {
    let rest = head[1 + name.len()..].trim_start();
    name.eq_ignore_ascii_case("html") || rest.get(..4).is_some_and(|kind| kind.eq_ignore_ascii_case("html"))
}

/// The text behind blanks, comments and instructions.
fn opening(text: &str) -> &str {
    let mut rest = text.trim_start_matches(crate::lines::is_blank_char);
    loop {
        let after = if let Some(comment) = rest.strip_prefix("<!--") {
            comment.find("-->").map(|at| &comment[at + 3..])
        } else if let Some(instruction) = rest.strip_prefix("<?") {
            instruction.find('>').map(|at| &instruction[at + 1..])
        } else {
            None
        };
        match after {
            Some(after) => rest = after.trim_start_matches(crate::lines::is_blank_char),
            None => return rest,
        }
    }
}

/// `div` of `<div class="x">`, `!doctype` of `<!DOCTYPE html>`.
fn tag_name(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('<')?;
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '!'))?;
    let name = &rest[..end];
    (!name.is_empty() && rest[end..].starts_with(['>', ' ', '\n', '\r', '\t', '/'])).then_some(name)
}

/// Closing tags in the head of a text, up to a few.
fn closes(text: &str) -> usize {
    const FAR: usize = 64 << 10;
    let bytes = &text.as_bytes()[..text.len().min(FAR)];
    memchr::memmem::find_iter(bytes, b"</")
        .filter(|at| bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic))
        .take(2)
        .count()
}

#[cfg(test)]
mod tests {
    use super::is_html;

    #[test]
    fn pages_and_pieces_of_pages() {
        assert!(is_html("<!DOCTYPE html><p>x"));
        assert!(is_html(
            "\u{feff}\n<?xml version=\"1.0\"?>\n<!-- saved -->\n<!doctype HTML PUBLIC \"-//W3C\">"
        ));
        assert!(is_html("<HTML>\n"));
        assert!(is_html("<div class=\"story\"><p>One.</p><p>Two.</p></div>"));
        assert!(is_html("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n<!DOCTYPE html>\n<body><p>One.</p></body>"));
    }

    #[test]
    fn texts_are_none() {
        assert!(!is_html(""));
        assert!(!is_html("Council closes bridge\n\nThe council voted."));
        assert!(!is_html("<p>One tag that an extractor left over."));
        assert!(!is_html("<?xml version=\"1.0\"?><rss><channel></channel></rss>"));
        assert!(!is_html("<3 from all of us </3 </3"));
        assert!(!is_html(
            "How pages begin\n\nEach opens with <html> and ends with </html>, </body> before it."
        ));
        assert!(!is_html("<!DOCTYPE nitf><nitf></nitf>"));
    }
}
