//! Bytes to text: byte order mark, declared encoding, UTF-8, else detection.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1254};
use wirecopy_model::{Code, Diagnostic, Span};

use crate::Error;

#[cfg(feature = "html")]
mod declared;
mod utf32;

/// Text and what was learnt on the way to it.
pub(crate) struct Decoded<'b> {
    pub(crate) text: Cow<'b, str>,
    pub(crate) encoding: &'static str,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Share of control characters (other than white space and escape) from which bytes are called binary.
///
/// Wire copy of the teleprinter age carries a few (`^V`, `^^`, end of medium); a compiled file has a fifth and more.
const BINARY_SHARE: usize = 10;

/// How many bytes are looked at to tell binary from text.
const SNIFF_BYTES: usize = 8192;

/// Valid multi-byte sequences needed for each invalid one to read damaged bytes as UTF-8 rather than as a legacy encoding.
///
/// A text in a legacy encoding hardly ever forms valid UTF-8 by chance; one cut in the middle of a character has one
/// bad sequence among many good ones.
const UTF8_GOOD_PER_BAD: usize = 4;

/// Decodes bytes. The declared label goes before detection, not before a byte order mark.
pub(crate) fn decode<'b>(bytes: &'b [u8], declared: Option<&str>) -> Result<Decoded<'b>, Error> {
    if let Some(decoded) = utf32::decode(bytes) {
        return Ok(decoded);
    }
    if let Some((encoding, bom_length)) = Encoding::for_bom(bytes) {
        return Ok(with(encoding, &bytes[bom_length..], None));
    }
    if let Some(label) = declared {
        let encoding = Encoding::for_label(label.as_bytes())
            .ok_or_else(|| Error::UnknownEncoding { label: label.to_owned() })?;
        if encoding.is_ascii_compatible() {
            refuse_binary(bytes)?;
        }
        return Ok(with(encoding, bytes, None));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(with(encoding, bytes, Some(Code::ENCODING_GUESSED)));
    }
    refuse_binary(bytes)?;
    let in_page = named_in_page(bytes);
    if let Some(encoding) = in_page.filter(|encoding| switches(encoding, bytes)) {
        return Ok(with(encoding, bytes, None));
    }
    // What is valid UTF-8 is UTF-8, whatever a page says of itself: pages are stored in other encodings than they name.
    match str::from_utf8(bytes) {
        Ok(text) => {
            let mut decoded =
                Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), diagnostics: Vec::new() };
            decoded.look_for_nul();
            Ok(decoded)
        }
        Err(_) if is_damaged_utf8(bytes) => Ok(with(UTF_8, bytes, None)),
        Err(_) if in_page.is_some_and(|encoding| encoding != UTF_8 && encoding.is_ascii_compatible()) => {
            Ok(with(in_page.unwrap_or(UTF_8), bytes, None))
        }
        Err(_) => match detect(bytes) {
            Some(encoding) => Ok(with(encoding, bytes, Some(Code::ENCODING_GUESSED))),
            None => Ok(with(UTF_8, bytes, None)),
        },
    }
}

/// The encoding that a page of HTML names itself.
#[cfg(feature = "html")]
fn named_in_page(bytes: &[u8]) -> Option<&'static Encoding> {
    declared::in_page(bytes)
}

#[cfg(not(feature = "html"))]
fn named_in_page(_: &[u8]) -> Option<&'static Encoding> {
    None
}

/// Whether an encoding writes its letters as ASCII behind escapes, and the bytes have such.
fn switches(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    encoding == encoding_rs::ISO_2022_JP && memchr::memmem::find(bytes, b"\x1b$").is_some()
}

fn with<'b>(encoding: &'static Encoding, bytes: &'b [u8], guessed: Option<Code>) -> Decoded<'b> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let mut diagnostics = Vec::new();
    if let Some(code) = guessed {
        let message = format!("no encoding was named; the bytes read best as {}", encoding.name());
        diagnostics.push(Diagnostic::new(code, None, message).with_help("name it with the encoding option"));
    }
    if had_errors {
        diagnostics.push(malformed(&text, encoding.name()));
    }
    let mut decoded = Decoded { text, encoding: encoding.name(), diagnostics };
    decoded.look_for_nul();
    decoded
}

fn malformed(text: &str, encoding: &str) -> Diagnostic {
    let first = text.find('\u{fffd}').map(|at| Span::from_range(at..at + '\u{fffd}'.len_utf8()));
    let count = text.matches('\u{fffd}').count();
    let message = format!("{count} malformed sequence(s) of {encoding} replaced by U+FFFD");
    Diagnostic::new(Code::MALFORMED_BYTES, first, message)
}

impl Decoded<'_> {
    fn look_for_nul(&mut self) {
        if let Some(at) = memchr::memchr(0, self.text.as_bytes()) {
            let message = "the text holds NUL characters; they are kept as they are";
            self.diagnostics.push(Diagnostic::new(
                Code::NUL_BYTES,
                Some(Span::from_range(at..at + 1)),
                message,
            ));
        }
    }
}

/// Share of bytes beyond ASCII up to which they tell nothing of the language: one in a hundred. Of the languages that
/// have letters of their own none has so few.
const TELLING_SHARE: usize = 100;

/// The encoding that the bytes read best as; `None` when it is ASCII with a few bytes that are no text in any.
fn detect(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
    let beyond = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if beyond > 0 && beyond * TELLING_SHARE < bytes.len() && guess.is_single_byte() {
        return reads_as_western(bytes).then_some(WINDOWS_1252);
    }
    // The Turkish encoding differs from the western one in six letters.
    let turkish = |byte: &u8| matches!(byte, 0xd0 | 0xdd | 0xde | 0xf0 | 0xfd | 0xfe);
    if guess == WINDOWS_1254 && !bytes.iter().any(turkish) {
        return Some(WINDOWS_1252);
    }
    Some(guess)
}

/// Whether the few bytes beyond ASCII are marks of print, or letters inside words, in windows-1252.
fn reads_as_western(bytes: &[u8]) -> bool {
    bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()).all(|(at, byte)| {
        let beside = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
        match byte {
            // Without a letter, or with signs and letters that hardly a text has: what strays in stands here.
            0x81 | 0x8d | 0x8f | 0x90 | 0x9d | 0x83 | 0x88 | 0x98 | 0x9f | 0xa4 | 0xa6 | 0xac | 0xd7
            | 0xf7 | 0xff | 0xd0 | 0xde | 0xf0 | 0xfe => false,
            0x8a | 0x8c | 0x8e | 0x9a | 0x9c | 0x9e | 0xc0.. => {
                beside(at.checked_sub(1)) || beside(Some(at + 1)) || matches!(byte, 0xc0 | 0xe0 | 0xc9)
            }
            _ => true,
        }
    })
}

/// UTF-16 without a mark shows as a NUL in every second byte wherever the text is Latin.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(SNIFF_BYTES) & !1];
    if head.len() < 4 || !bytes.len().is_multiple_of(2) || memchr::memchr(0, head).is_none() {
        return None;
    }
    let (mut even, mut odd) = (0, 0);
    for pair in head.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    // Letters outside Latin have no NUL at all, but line ends and spaces between them do.
    let pairs = head.len() / 2;
    let (encoding, hits, misses) = if odd > even { (UTF_16LE, odd, even) } else { (UTF_16BE, even, odd) };
    if misses * 20 > hits || hits * 20 < pairs {
        return None;
    }
    let (text, had_errors) = encoding.decode_without_bom_handling(head);
    let strange = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    (!had_errors && strange * 50 <= pairs).then_some(encoding)
}

/// Whether invalid UTF-8 is UTF-8 all the same, damaged at a few places or cut at its end.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad * UTF8_GOOD_PER_BAD
}

const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\0", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"\x7fELF", "an ELF program"),
    (b"MZ", "a Windows program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"RIFF", "a RIFF media file"),
    (b"OggS", "an Ogg media file"),
    (b"ID3", "an MP3 file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
];

/// Is it a control character other than white space and escape? In comparisons that are made of many bytes at once.
#[inline]
fn is_strange(byte: u8) -> bool {
    (byte < 32) & !matches!(byte, 9..=13 | 27) | (byte == 127)
}

fn refuse_binary(bytes: &[u8]) -> Result<(), Error> {
    let head = &bytes[..bytes.len().min(SNIFF_BYTES)];
    // Counted in bytes, of which a register holds many.
    let few = |part: &[u8]| part.iter().fold(0_u8, |n, byte| n + u8::from(is_strange(*byte)));
    let strange: usize = head.chunks(255).map(|part| usize::from(few(part))).sum();
    let signature = SIGNATURES.iter().find(|(magic, _)| head.starts_with(magic));
    if let Some((magic, what)) = signature {
        // Some signatures are plain letters with which a text may begin; a binary file shows elsewhere too.
        if strange > 0 || !magic.is_ascii() || *magic == b"%PDF-" {
            return Err(Error::NotText { what });
        }
    }
    if strange * BINARY_SHARE > head.len() && strange > 1 {
        return Err(Error::NotText { what: "binary data (control characters throughout)" });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::Error;

    fn check(bytes: &[u8], text: &str, encoding: &str, codes: &[&str]) {
        let decoded = decode(bytes, None).unwrap();
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.encoding, encoding);
        let got: Vec<_> = decoded.diagnostics.iter().map(|d| d.code.as_str()).collect();
        assert_eq!(got, codes);
    }

    fn utf16le(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn marks_and_utf8() {
        check("Rat schließt Brücke".as_bytes(), "Rat schließt Brücke", "UTF-8", &[]);
        check(b"\xef\xbb\xbfCouncil", "Council", "UTF-8", &[]);
        check(b"\xff\xfeC\0o\0", "Co", "UTF-16LE", &[]);
        check(b"\xfe\xff\0C\0o", "Co", "UTF-16BE", &[]);
        check(b"", "", "UTF-8", &[]);
        check(b"x", "x", "UTF-8", &[]);
    }

    #[test]
    fn utf16_without_a_mark_is_guessed() {
        let text = "Council closes bridge\n\nThe council voted on Monday.\n";
        check(&utf16le(text), text, "UTF-16LE", &["encoding-guessed"]);
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&big, text, "UTF-16BE", &["encoding-guessed"]);
    }

    #[test]
    fn damage_in_the_middle_of_utf8_is_replaced_and_said() {
        check(
            b"Br\xc3\xbccke \xc3\xa4 \xc3\xb6 \xc3\x9f \xff Stra\xc3\x9fe",
            "Brücke ä ö ß \u{fffd} Straße",
            "UTF-8",
            &["malformed-bytes"],
        );
    }

    #[test]
    fn legacy_encodings_are_guessed() {
        let bytes = b"Der Rat schlie\xdft die Br\xfccke \xfcber die Ems f\xfcr zwei Jahre.";
        check(
            bytes,
            "Der Rat schließt die Brücke über die Ems für zwei Jahre.",
            "windows-1252",
            &["encoding-guessed"],
        );
    }

    #[test]
    fn utf32_with_a_mark_is_read() {
        let units = |text: &str, bytes: fn(u32) -> [u8; 4]| {
            text.chars().flat_map(|c| bytes(u32::from(c))).collect::<Vec<u8>>()
        };
        check(&units("\u{feff}Rat schließt", u32::to_le_bytes), "Rat schließt", "UTF-32LE", &[]);
        check(&units("\u{feff}Rat schließt", u32::to_be_bytes), "Rat schließt", "UTF-32BE", &[]);
        let mut cut = units("\u{feff}Rat schließt", u32::to_le_bytes);
        cut.extend([0, 0xd8, 0, 0, b'x', 0]);
        check(&cut, "Rat schließt\u{fffd}\u{fffd}", "UTF-32LE", &["malformed-bytes"]);
        // UTF-16 whose first letter is NUL is no UTF-32.
        check(b"\xff\xfe\0\0C\0o\0", "\0Co", "UTF-16LE", &["nul-bytes"]);
    }

    #[test]
    fn few_bytes_beyond_ascii_are_western_or_damage() {
        let ascii = "The council voted on Monday to close the old bridge. ".repeat(8);
        let with = |bytes: &[u8]| [ascii.as_bytes(), bytes].concat();
        check(
            &with(b"It\x92s a caf\xe9."),
            &format!("{ascii}It’s a café."),
            "windows-1252",
            &["encoding-guessed"],
        );
        check(
            &with(b"It\xff is\xfe so\x81."),
            &format!("{ascii}It\u{fffd} is\u{fffd} so\u{fffd}."),
            "UTF-8",
            &["malformed-bytes"],
        );
    }

    #[test]
    fn binary_is_refused_with_a_name() {
        let refused = |bytes: &[u8]| match decode(bytes, None) {
            Err(Error::NotText { what }) => what,
            other => panic!("{:?}", other.map(|d| d.text.into_owned())),
        };
        assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), "a PNG image");
        assert_eq!(refused(&[0; 4000]), "binary data (control characters throughout)");
    }

    #[test]
    fn a_few_nul_bytes_are_kept_and_said() {
        check(b"The council\0 voted on Monday.", "The council\0 voted on Monday.", "UTF-8", &["nul-bytes"]);
    }

    #[test]
    fn letters_of_a_signature_may_open_a_text() {
        check(b"MZ Newspaper, Monday", "MZ Newspaper, Monday", "UTF-8", &[]);
    }

    #[test]
    fn an_unknown_label_is_an_error() {
        assert!(matches!(decode(b"x", Some("klingon")), Err(Error::UnknownEncoding { .. })));
        assert_eq!(decode(b"\xe4", Some("latin1")).unwrap().text, "ä");
    }
}
