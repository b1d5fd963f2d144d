//! Every seed has its record, says how it is encoded, and stands there once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Keys that a record must have; each is a string with something in it. Only what is no article may be of no language.
const KEYS: [&str; 5] = ["origin", "licence", "encoding", "language", "hard"];

/// Encodings a record may name beside UTF-8 and UTF-16, as the WHATWG Encoding Standard spells them.
///
/// Only the names are looked at: decoding them takes tables that the parser has and the gate does not.
const OTHER_ENCODINGS: [&str; 35] = [
    "Big5",
    "EUC-JP",
    "EUC-KR",
    "GBK",
    "IBM866",
    "ISO-2022-JP",
    "ISO-8859-10",
    "ISO-8859-13",
    "ISO-8859-14",
    "ISO-8859-15",
    "ISO-8859-16",
    "ISO-8859-2",
    "ISO-8859-3",
    "ISO-8859-4",
    "ISO-8859-5",
    "ISO-8859-6",
    "ISO-8859-7",
    "ISO-8859-8",
    "ISO-8859-8-I",
    "KOI8-R",
    "KOI8-U",
    "Shift_JIS",
    "gb18030",
    "macintosh",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "windows-874",
    "x-mac-cyrillic",
];

/// One stem under `seeds/` with what stands there.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Seed {
    /// Path of the document, and its bytes; `None` for a record without one.
    document: Option<(String, Vec<u8>)>,
    /// Path of the record, and its text; `None` for a document without one.
    record: Option<(String, String)>,
}

/// Reads everything under `seeds/`; prose about the seeds (`.md`) and dot-files are none of them.
pub(super) fn read(root: &Path, files: &[String]) -> Result<Vec<Seed>> {
    let mut seeds: BTreeMap<&str, Seed> = BTreeMap::new();
    for path in files.iter().filter(|path| is_seed(path)) {
        let bytes = fs::read(root.join(path)).with_context(|| format!("cannot read {path}"))?;
        if let Some(stem) = path.strip_suffix(".toml") {
            let text = String::from_utf8(bytes).with_context(|| format!("{path} is not UTF-8"))?;
            seeds.entry(stem).or_default().record = Some((path.clone(), text));
        } else {
            let stem = path.rsplit_once('.').map_or(path.as_str(), |(stem, _)| stem);
            let seed = seeds.entry(stem).or_default();
            if let Some((other, _)) = &seed.document {
                anyhow::bail!("{other} and {path} share one record: give one of them another name");
            }
            seed.document = Some((path.clone(), bytes));
        }
    }
    Ok(seeds.into_values().collect())
}

fn is_seed(path: &str) -> bool {
    path.starts_with("seeds/") && !path.ends_with(".md") && !path.contains("/.")
}

pub(super) fn check(seeds: &[Seed]) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut seen: BTreeMap<&[u8], &str> = BTreeMap::new();
    for seed in seeds {
        if let Some((path, bytes)) = &seed.document
            && let Some(other) = seen.insert(bytes, path)
        {
            complaints.push(format!("{path}: holds the same bytes as {other}"));
        }
        match (&seed.document, &seed.record) {
            (Some((path, bytes)), Some((record_path, record))) => {
                complaints.extend(check_pair(path, bytes, record_path, record));
            }
            (Some((path, _)), None) => complaints.push(format!(
                "{path}: has no record: write a `.toml` of the same name with {}",
                KEYS.join(", ")
            )),
            (None, Some((path, _))) => complaints.push(format!("{path}: is the record of no seed")),
            (None, None) => {}
        }
    }
    complaints
}

fn check_pair(path: &str, bytes: &[u8], record_path: &str, record: &str) -> Vec<String> {
    let record: toml::Table = match record.parse() {
        Ok(record) => record,
        Err(error) => return vec![format!("{record_path}: is not TOML: {}", error.message())],
    };
    let mut complaints = Vec::new();
    let text = |key: &str| record.get(key).and_then(toml::Value::as_str).unwrap_or_default().trim();
    let no_article = record
        .get("expect")
        .and_then(|expect| expect.get("kind"))
        .is_some_and(|kind| kind.as_str() == Some("not_article"));
    for key in KEYS {
        if text(key).is_empty() && !(key == "language" && no_article) {
            complaints.push(format!("{record_path}: says no `{key}`"));
        }
    }
    // Hostile seeds may be broken on purpose; their record says so.
    let damaged = record.get("damaged").and_then(toml::Value::as_bool).unwrap_or(false);
    match decode(bytes, text("encoding")) {
        // An empty name is complained about above.
        _ if text("encoding").is_empty() => {}
        Decoded::Unknown => complaints.push(format!(
            "{record_path}: `{}` is no encoding of the WHATWG Encoding Standard (mind the spelling)",
            text("encoding")
        )),
        Decoded::BadAt(at) if !damaged => complaints.push(format!(
            "{path}: byte {at} is not {}: name the right encoding, or say `damaged = true` if that is the point",
            text("encoding")
        )),
        Decoded::Good if damaged => {
            complaints.push(format!("{record_path}: says `damaged = true`, but nothing is"));
        }
        Decoded::BadAt(_) | Decoded::Good | Decoded::NotLookedAt => {}
    }
    complaints
}

#[derive(Debug, PartialEq, Eq)]
enum Decoded {
    Good,
    /// Offset of the first byte that does not fit.
    BadAt(usize),
    /// The name is known, the bytes were not looked at.
    NotLookedAt,
    /// Nobody knows this name.
    Unknown,
}

fn decode(bytes: &[u8], encoding: &str) -> Decoded {
    match encoding {
        "UTF-8" => match std::str::from_utf8(bytes) {
            Ok(_) => Decoded::Good,
            Err(error) => Decoded::BadAt(error.valid_up_to()),
        },
        "UTF-16LE" => decode_utf16(bytes, u16::from_le_bytes),
        "UTF-16BE" => decode_utf16(bytes, u16::from_be_bytes),
        other if OTHER_ENCODINGS.contains(&other) => Decoded::NotLookedAt,
        _ => Decoded::Unknown,
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let pairs = bytes.chunks_exact(2);
    let half = !pairs.remainder().is_empty();
    let units = pairs.filter_map(|pair| <[u8; 2]>::try_from(pair).ok()).map(unit);
    let mut at = 0;
    for decoded in char::decode_utf16(units) {
        match decoded {
            Ok(c) => at += 2 * c.len_utf16(),
            Err(_) => return Decoded::BadAt(at),
        }
    }
    if half { Decoded::BadAt(at) } else { Decoded::Good }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = "origin = \"invented\"\nlicence = \"MIT\"\nencoding = \"UTF-8\"\nlanguage = \"en\"\nhard = \"no title\"\n";

    fn seed(stem: &str, bytes: &[u8], record: &str) -> Seed {
        Seed {
            document: Some((format!("seeds/{stem}.txt"), bytes.to_vec())),
            record: Some((format!("seeds/{stem}.toml"), record.to_owned())),
        }
    }

    fn complaint(seeds: &[Seed], expected: &str) {
        let complaints = check(seeds);
        assert_eq!(complaints.len(), 1, "{complaints:?}");
        assert!(complaints[0].contains(expected), "{complaints:?}");
    }

    #[test]
    fn a_full_record_is_fine() {
        assert_eq!(check(&[seed("a", b"Ferry sinks", RECORD)]), Vec::<String>::new());
    }

    #[test]
    fn documents_and_records_come_in_pairs() {
        let mut lonely = seed("a", b"x", RECORD);
        lonely.record = None;
        complaint(&[lonely], "seeds/a.txt: has no record");
        let mut orphan = seed("a", b"x", RECORD);
        orphan.document = None;
        complaint(&[orphan], "seeds/a.toml: is the record of no seed");
    }

    #[test]
    fn missing_and_empty_keys_are_caught() {
        complaint(
            &[seed("a", b"x", &RECORD.replace("hard = \"no title\"", "hard = \" \""))],
            "says no `hard`",
        );
        complaint(&[seed("a", b"x", &RECORD.replace("licence", "license"))], "says no `licence`");
        complaint(&[seed("a", b"x", "origin = ")], "is not TOML");
    }

    #[test]
    fn only_what_is_no_article_may_be_of_no_language() {
        let silent = RECORD.replace("language = \"en\"\n", "");
        complaint(
            &[seed("a", b"***", &format!("{silent}[expect]\nkind = \"article\"\n"))],
            "says no `language`",
        );
        assert!(
            check(&[seed("a", b"***", &format!("{silent}[expect]\nkind = \"not_article\"\n"))]).is_empty()
        );
    }

    #[test]
    fn prose_and_dot_files_are_no_seeds() {
        assert!(is_seed("seeds/layout/one-line.txt"));
        assert!(!is_seed("seeds/README.md"));
        assert!(!is_seed("seeds/.gitattributes"));
        assert!(!is_seed("crates/shop/a.txt"));
    }

    #[test]
    fn the_same_bytes_twice_are_caught() {
        complaint(
            &[seed("a", b"x", RECORD), seed("b", b"x", RECORD)],
            "seeds/b.txt: holds the same bytes as seeds/a.txt",
        );
    }

    #[test]
    fn the_bytes_fit_the_encoding() {
        complaint(&[seed("a", b"No\xebl", RECORD)], "byte 2 is not UTF-8");
        complaint(&[seed("a", b"x", &RECORD.replace("UTF-8", "latin one"))], "`latin one` is no encoding");
        assert!(check(&[seed("a", b"No\xebl", &RECORD.replace("UTF-8", "windows-1252"))]).is_empty());
        assert!(check(&[seed("a", b"No\xebl", &format!("{RECORD}damaged = true\n"))]).is_empty());
        complaint(&[seed("a", b"Noel", &format!("{RECORD}damaged = true\n"))], "but nothing is");
    }

    #[test]
    fn utf_16_is_decoded() {
        let wide: Vec<u8> = "é😀".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide, "UTF-16LE"), Decoded::Good);
        assert_eq!(decode(&wide[..4], "UTF-16LE"), Decoded::BadAt(2));
        assert_eq!(decode(&wide[..3], "UTF-16LE"), Decoded::BadAt(2));
        assert_eq!(decode(b"\xd8\x3d\xde\x00", "UTF-16BE"), Decoded::Good);
    }
}
