//! The example files at the top of the repository with their records.

#![expect(clippy::disallowed_methods, reason = "the rule is for the parser; its tests read examples")]

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use wirecopy_parse::{Parsed, Parser};

/// One example file.
pub(crate) struct Seed {
    /// Path below `seeds/`, with `/` between folders and without the ending.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) record: Record,
}

/// What stands beside it in TOML.
#[derive(Deserialize)]
pub(crate) struct Record {
    pub(crate) encoding: String,
    pub(crate) language: Option<String>,
    pub(crate) expect: Expect,
}

/// What a careful reader finds in it; see `seeds/README.md`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expect {
    pub(crate) kind: String,
    pub(crate) roles: Vec<String>,
    pub(crate) headline: Option<String>,
    pub(crate) source: Option<String>,
    #[serde(default)]
    pub(crate) authors: Vec<String>,
    pub(crate) published: Option<String>,
    pub(crate) updated: Option<String>,
    #[serde(default)]
    pub(crate) dateline: Dateline,
    #[serde(default)]
    pub(crate) captions: Vec<Caption>,
    pub(crate) kicker: Option<String>,
    pub(crate) standfirst: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) page: Option<String>,
    pub(crate) edition: Option<String>,
    pub(crate) paragraphs: Option<usize>,
    #[serde(default)]
    pub(crate) notes: Vec<String>,
    #[serde(default)]
    pub(crate) bylines: Vec<Byline>,
    #[serde(default)]
    pub(crate) cut: bool,
    #[serde(default)]
    pub(crate) untold: bool,
    pub(crate) records: usize,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(crate) struct Dateline {
    pub(crate) place: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) agency: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Caption {
    pub(crate) text: Option<String>,
    pub(crate) credit: Option<String>,
    pub(crate) person: Option<String>,
    pub(crate) agency: Option<String>,
}

/// A byline with a role, or one that is no person's.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Byline {
    pub(crate) name: String,
    pub(crate) role: Option<String>,
    pub(crate) kind: Option<String>,
}

impl Seed {
    /// Reads the file as whoever has it on disk would: the encoding is left to detection.
    pub(crate) fn parse(&self) -> Parsed<'_> {
        Parser::new().parse_bytes(&self.bytes).unwrap()
    }

    /// The folder, which is the seed's main difficulty; empty for a seed at the top.
    pub(crate) fn group(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(group, _)| group)
    }
}

/// Every seed, in the order of the paths.
pub(crate) fn all() -> Vec<Seed> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    let mut seeds: Vec<Seed> = paths
        .iter()
        .map(|path| {
            let parts: Vec<_> =
                path.strip_prefix(&root).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
            let record = fs::read_to_string(path.with_extension("toml"))
                .unwrap_or_else(|error| panic!("{}: no record beside it: {error}", path.display()));
            Seed {
                name: parts.join("/").trim_end_matches(".txt").trim_end_matches(".html").to_owned(),
                bytes: fs::read(path).unwrap(),
                record: toml::from_str(&record).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
            }
        })
        .collect();
    seeds.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(seeds.len() > 100, "the seeds were not found below {}", root.display());
    seeds
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "txt" || ending == "html") {
            paths.push(path);
        }
    }
}
