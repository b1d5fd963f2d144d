//! The encoding that a page of HTML names in its own head.

use encoding_rs::Encoding;

/// How far into a page the name is looked for. Browsers look through 1,024 bytes; pages that were saved have more before it.
const REACH: usize = 4096;

/// The encoding that `<meta charset>`, `<meta http-equiv>` or the declaration of XML names.
pub(super) fn in_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(REACH)];
    // Only what opens like markup names its encoding so.
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace())?;
    if *first != b'<' {
        return None;
    }
    let small = head.to_ascii_lowercase();
    let in_xml = small.starts_with(b"<?xml").then(|| value(&small[..end_of_tag(&small)], b"encoding"));
    in_xml.flatten().or_else(|| {
        memchr::memmem::find_iter(&small, b"<meta").find_map(|at| {
            let tag = &small[at..];
            value(&tag[..end_of_tag(tag)], b"charset")
        })
    })
}

fn end_of_tag(tag: &[u8]) -> usize {
    memchr::memchr(b'>', tag).unwrap_or(tag.len())
}

/// The encoding behind `key=`, quoted or not.
fn value(tag: &[u8], key: &[u8]) -> Option<&'static Encoding> {
    memchr::memmem::find_iter(tag, key).find_map(|at| {
        let rest = tag[at + key.len()..].trim_ascii_start().strip_prefix(b"=")?;
        let rest = rest.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|byte| b"\"'; />".contains(byte)).unwrap_or(rest.len());
        Encoding::for_label(&rest[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::in_page;

    fn check(head: &str, expected: Option<&str>) {
        assert_eq!(in_page(head.as_bytes()).map(encoding_rs::Encoding::name), expected, "{head}");
    }

    #[test]
    fn a_page_names_its_encoding() {
        check("<html><META charset='latin1'>", Some("windows-1252"));
        check(
            "<html><meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\">",
            Some("Shift_JIS"),
        );
        check("<?xml version=\"1.0\" encoding=\"windows-1251\"?><html>", Some("windows-1251"));
        check("<html><meta charset=klingon>", None);
        check("The tag <meta charset=latin1> says so.", None);
    }
}
