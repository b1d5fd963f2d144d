//! One document: its bytes fetched, parsed, and its records told where they came from.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::time::Duration;

use sha2::{Digest, Sha256};
use wirecopy_model::{Article, Origin};
use wirecopy_parse::{Error, Parsed, Parser};

use crate::failure::Problem;
use crate::inputs::{Found, Source, SourceKind};
use crate::interrupt;
use crate::tally::{Records, SkipKind};
use crate::values;
use crate::walk::missing;

/// Bytes looked at to tell text from anything else.
const HEAD: usize = 8 << 10;

/// How often a wait for a pipe looks whether the user gave up.
const POLL: Duration = Duration::from_millis(50);

/// A document that was read, as the renderers get it.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    /// The path as given, with `/`; `-` for standard input.
    pub(crate) name: &'a str,
    /// How it came to be read, and from where.
    pub(crate) source: &'a Source,
    /// The bytes as they came.
    pub(crate) bytes: &'a [u8],
    /// What the parser found, the decoded text included.
    pub(crate) parsed: &'a Parsed<'a>,
    /// The records, with their origin and with the diagnostics of the document.
    pub(crate) records: &'a [Article],
}

/// What became of one input.
#[derive(Debug)]
pub(crate) enum Answer<T = Vec<u8>> {
    /// Read and rendered.
    Read {
        /// What was made of the records.
        output: T,
        /// Size of the document.
        bytes: u64,
        /// Its records by kind.
        records: Records,
    },
    /// Could not be read.
    Failed(Problem, Option<Source>),
    /// Is no news text.
    Skipped(SkipKind),
    /// Was not begun: the user asked to stop.
    NotBegun,
}

/// Reads one input and renders it.
pub(crate) fn answer<T>(
    found: Found,
    parser: &Parser,
    render: &(dyn Fn(&Document<'_>) -> T + Sync),
) -> Answer<T> {
    let source = match found {
        Found::Source(source) => source,
        Found::Problem(problem) => return Answer::Failed(problem, None),
        Found::Skipped(kind) => return Answer::Skipped(kind),
    };
    if interrupt::asked() {
        return Answer::NotBegun;
    }
    let name = source.name();
    let bytes = match fetch(&source, parser.max_input()) {
        Ok(bytes) => bytes,
        Err(Unread::Failed(problem)) => return Answer::Failed(problem, Some(source)),
        Err(Unread::Skipped(kind)) => return Answer::Skipped(kind),
        Err(Unread::Interrupted) => return Answer::NotBegun,
    };
    // One document that trips the parser must not take a night's run with it.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let parsed = parser.parse_bytes(&bytes)?;
        let records = records(&parsed, &source, &bytes);
        let mut counts = Records::default();
        records.iter().for_each(|record| counts.count(record.kind));
        let (name, source, bytes) = (&name, &source, &bytes);
        let output = render(&Document { name, source, bytes, parsed: &parsed, records: &records });
        Ok::<_, Error>((output, counts))
    }));
    match read {
        Ok(Ok((output, records))) => Answer::Read { output, bytes: bytes.len() as u64, records },
        Ok(Err(Error::NotText { .. })) if matches!(source.kind, SourceKind::Walked { sniff: true }) => {
            Answer::Skipped(SkipKind::NotText)
        }
        Ok(Err(error)) => Answer::Failed(unreadable(name, &error), Some(source)),
        Err(_) => {
            let problem = Problem::new(name, "the parser broke off on this document")
                .code("fault")
                .hint("this is a fault of wirecopy: please report it, with the document if you may");
            Answer::Failed(problem, Some(source))
        }
    }
}

/// The records of a document, complete: each with its origin, the first with the doubts about the document as a whole.
fn records(parsed: &Parsed<'_>, source: &Source, bytes: &[u8]) -> Vec<Article> {
    let origin = Origin {
        path: (source.kind != SourceKind::Stdin).then(|| source.name()),
        format: parsed.format().as_str().to_owned(),
        encoding: parsed.encoding().map(ToOwned::to_owned),
        sha256: Some(hex(&Sha256::digest(bytes))),
    };
    complete(parsed, &origin)
}

/// The records of a document with what the parser cannot know: each with its origin, the first with the doubts about the
/// document as a whole.
pub(crate) fn complete(parsed: &Parsed<'_>, origin: &Origin) -> Vec<Article> {
    let mut records: Vec<Article> = parsed.articles().cloned().collect();
    for record in &mut records {
        record.origin = Some(origin.clone());
    }
    if let Some(first) = records.first_mut() {
        // What is doubtful about the bytes (a guessed encoding, say) would otherwise be lost in JSON.
        let known: HashSet<_> = first.diagnostics.iter().collect();
        let new: Vec<_> = parsed.diagnostics().filter(|d| !known.contains(d)).cloned().collect();
        first.diagnostics.splice(0..0, new);
    }
    records
}

fn unreadable(name: String, error: &Error) -> Problem {
    match error {
        Error::TooLarge { size, limit } => too_large(name, Some(*size as u64), *limit),
        Error::NotText { .. } => Problem::new(name, error.to_string()).code("not_text").hint(
            "wirecopy reads plain text and HTML; if this is text in a rare encoding, name it with --encoding",
        ),
        _ => Problem::new(name, error.to_string()),
    }
}

fn too_large(name: String, size: Option<u64>, limit: usize) -> Problem {
    let reason = format!("larger than the limit of {}", values::size_words(limit));
    let problem = Problem::new(name, reason).code("too_large");
    match size.map(|size| size.div_ceil(1 << 20)) {
        Some(4096..) => problem.hint("a document has to be smaller than 4G: split it"),
        Some(mebibytes) => problem.hint(format!("raise the limit with --max-size {mebibytes}M")),
        None => problem.hint("raise the limit with --max-size"),
    }
}

enum Unread {
    Failed(Problem),
    Skipped(SkipKind),
    Interrupted,
}

/// The bytes of a document, never more than the limit and one byte.
fn fetch(source: &Source, limit: usize) -> Result<Vec<u8>, Unread> {
    let name = source.name();
    let read = match source.kind {
        SourceKind::Stdin => patiently(limit, || Ok(io::stdin()))?,
        SourceKind::Named | SourceKind::Walked { .. } => {
            let meta = std::fs::metadata(&source.path);
            let meta = meta.map_err(|e| Unread::Failed(vanished(source, &e)))?;
            if !meta.is_file() && !meta.is_dir() {
                // A pipe or a device gives its bytes in its own time, and a pipe without a writer not even itself.
                let path = source.path.clone();
                patiently(limit, move || File::open(path))?
            } else if meta.len() > limit as u64 {
                return Err(Unread::Failed(too_large(name, Some(meta.len()), limit)));
            } else {
                let sniff = matches!(source.kind, SourceKind::Walked { sniff: true });
                let size = usize::try_from(meta.len()).unwrap_or(limit);
                File::open(&source.path).and_then(|file| read_file(file, size, limit, sniff))
            }
        }
    };
    match read {
        // A closed standard input reads like one without a byte. Nobody sends that as a document.
        Ok(Some(bytes)) if bytes.is_empty() && source.kind == SourceKind::Stdin => {
            let problem = Problem::new(name, "nothing came from standard input: it is closed or empty");
            Err(Unread::Failed(problem.hint("pipe a text in, or name a file")))
        }
        Ok(Some(bytes)) if bytes.len() > limit => Err(Unread::Failed(too_large(name, None, limit))),
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(Unread::Skipped(SkipKind::NotText)),
        Err(error) => Err(Unread::Failed(vanished(source, &error))),
    }
}

/// Reads a file; `None` when it was to be sniffed and is not text.
fn read_file(file: File, size: usize, limit: usize, sniff: bool) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::with_capacity(size.saturating_add(1));
    if sniff {
        (&file).take(HEAD as u64).read_to_end(&mut bytes)?;
        if looks_binary(&bytes) {
            return Ok(None);
        }
    }
    // One byte over the limit is enough to know that a file grew beyond it while it was read.
    let rest = (limit as u64).saturating_add(1).saturating_sub(bytes.len() as u64);
    file.take(rest).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// NUL bytes stand in no text but UTF-16 and UTF-32, which open with their byte order mark, or else show by the places of
/// their NUL bytes what they are. What passes here is looked at again when it is decoded.
fn looks_binary(head: &[u8]) -> bool {
    let marked =
        head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) || head.starts_with(&[0, 0, 0xfe]);
    let nuls = |from: usize| head.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    // In UTF-16 of a Latin script nearly every second byte is NUL, always on the same side.
    let utf16 = even.min(odd) == 0 && even.max(odd) * 4 >= head.len();
    !marked && !utf16 && even + odd > 0
}

/// Reads what may block for ever, in a thread of its own, so that Ctrl-C is heard meanwhile.
fn patiently<R: Read>(
    limit: usize,
    open: impl FnOnce() -> io::Result<R> + Send + 'static,
) -> Result<io::Result<Option<Vec<u8>>>, Unread> {
    let (send, receive) = sync_channel(1);
    std::thread::spawn(move || {
        let read = open().and_then(|reader| {
            let mut bytes = Vec::new();
            reader.take((limit as u64).saturating_add(1)).read_to_end(&mut bytes)?;
            Ok(Some(bytes))
        });
        // Nobody listens when the run was given up meanwhile.
        let _ = send.send(read);
    });
    loop {
        match receive.recv_timeout(POLL) {
            Ok(read) => return Ok(read),
            Err(RecvTimeoutError::Disconnected) => return Err(Unread::Interrupted),
            Err(RecvTimeoutError::Timeout) if interrupt::asked() => return Err(Unread::Interrupted),
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// What a failed read means: a file that a folder listed and that is gone now has vanished.
fn vanished(source: &Source, error: &io::Error) -> Problem {
    let walked = matches!(source.kind, SourceKind::Walked { .. });
    if walked && error.kind() == io::ErrorKind::NotFound && !source.path.is_symlink() {
        return Problem::new(source.name(), "vanished before it could be read");
    }
    missing(&source.path, error)
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let nibbles = bytes.iter().flat_map(|b| [b >> 4, b & 15]);
    nibbles.map(|nibble| char::from(DIGITS[usize::from(nibble)])).collect()
}

#[cfg(test)]
mod tests {
    use super::{hex, looks_binary};

    #[test]
    fn digests_are_lower_case_hexadecimal() {
        assert_eq!(hex(&[0, 0x1f, 0xab]), "001fab");
    }

    #[test]
    fn utf16_is_not_binary() {
        assert!(!looks_binary(b"\xff\xfeN\0e\0w\0s\0"));
        assert!(!looks_binary("Ratsbeschluß".as_bytes()));
        assert!(!looks_binary(b"N\0e\0w\0s\0") && !looks_binary(b"\0N\0e\0w\0s"));
        assert!(!looks_binary(b""));
        assert!(looks_binary(b"\x7fELF\x02\x01\x01\0"));
    }
}
