//! JSON: the contract `wirecopy/1`, one record after the other.

use serde::Serialize;
use wirecopy_model::Article;

use crate::run::Frame;

/// What makes elements an array.
pub(crate) const FRAME: Frame = Frame { open: "[\n", between: ",\n", close: "\n]\n" };

/// The records, each followed by a line feed.
pub(crate) fn lines(records: &[Article]) -> Vec<u8> {
    let mut out = Vec::new();
    for record in records {
        append(&mut out, record);
        out.push(b'\n');
    }
    out
}

/// The records as elements of an array, without the brackets around it.
pub(crate) fn elements(records: &[Article]) -> Vec<u8> {
    let mut out = Vec::new();
    for (i, record) in records.iter().enumerate() {
        if i > 0 {
            out.extend_from_slice(b",\n");
        }
        append(&mut out, record);
    }
    out
}

/// Writes a value on one line.
///
/// Control characters beyond ASCII are escaped too: JSON does not ask for it, but some terminals act on them raw.
pub(crate) fn append(out: &mut Vec<u8>, value: &impl Serialize) {
    let begin = out.len();
    // Maps have string keys and writing to memory does not fail, so there is nothing to go wrong.
    if serde_json::to_writer(&mut *out, value).is_err() {
        out.truncate(begin);
        out.extend_from_slice(b"null");
    }
    if out[begin..].windows(2).any(|pair| is_c1(pair[0], pair[1])) || out[begin..].contains(&0x7f) {
        let raw = out.split_off(begin);
        escape_controls(out, &raw);
    }
}

/// U+0080 to U+009F in UTF-8.
fn is_c1(first: u8, second: u8) -> bool {
    first == 0xc2 && (0x80..=0x9f).contains(&second)
}

fn escape_controls(out: &mut Vec<u8>, raw: &[u8]) {
    let mut bytes = raw.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match bytes.peek() {
            Some(&second) if is_c1(byte, second) => {
                bytes.next();
                out.extend_from_slice(format!("\\u{second:04x}").as_bytes());
            }
            _ if byte == 0x7f => out.extend_from_slice(b"\\u007f"),
            _ => out.push(byte),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::append;

    #[test]
    fn every_control_character_is_escaped() {
        let mut out = Vec::new();
        let text = "a\x1b\u{9b}\u{7f}Â\u{a0}é";
        append(&mut out, &text);
        let json = String::from_utf8(out).unwrap();
        assert_eq!(json, "\"a\\u001b\\u009b\\u007fÂ\u{a0}é\"");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
