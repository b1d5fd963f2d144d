//! The files that are timed: the seeds and what else was given, again and again in changing order.

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::files;
use crate::workspace::Workspace;

/// Files in one folder: more would time the file system.
const IN_FOLDER: usize = 1000;

/// What is timed.
#[derive(Debug)]
pub(super) struct Corpus {
    /// Folder of the documents, one a file.
    pub(super) folder: PathBuf,
    /// All of them in one file, for `wc`.
    pub(super) whole: PathBuf,
    pub(super) n_documents: usize,
    pub(super) n_bytes: usize,
    /// Documents that differ from each other.
    pub(super) n_sources: usize,
}

impl Corpus {
    /// Writes at least so many megabytes under `target/bench`, anew each time: what is there may be of other seeds.
    pub(super) fn build(workspace: &Workspace, given: Option<&Path>, megabytes: usize) -> Result<Self> {
        let mut sources = Vec::new();
        for folder in [Some(workspace.root.join("seeds").as_path()), given].into_iter().flatten() {
            read_sources(folder, &mut sources)?;
        }
        sources.sort();
        sources.dedup();
        ensure!(sources.len() > 2, "too few documents to put them in different orders");

        let home = workspace.target.join("bench");
        let folder = home.join("text");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let whole = home.join("text.all");
        let mut all = BufWriter::new(fs::File::create(&whole)?);
        let (mut n_documents, mut n_bytes) = (0, 0);
        for at in order(sources.len()) {
            if n_bytes >= megabytes * 1_000_000 {
                break;
            }
            let inside = folder.join(format!("{:04}", n_documents / IN_FOLDER));
            if n_documents % IN_FOLDER == 0 {
                fs::create_dir_all(&inside)?;
            }
            fs::write(inside.join(format!("{n_documents:07}.txt")), &sources[at])?;
            all.write_all(&sources[at])?;
            n_documents += 1;
            n_bytes += sources[at].len();
        }
        all.flush()?;
        Ok(Self { folder, whole, n_documents, n_bytes, n_sources: sources.len() })
    }
}

/// All `.txt` files and the texts of all `.jsonl` files below a folder; empty ones are passed over.
fn read_sources(folder: &Path, sources: &mut Vec<Vec<u8>>) -> Result<()> {
    for path in files(folder, &["txt", "jsonl"])? {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        if path.extension().is_some_and(|extension| extension == "txt") {
            sources.push(bytes);
        } else {
            for line in bytes.split(|b| *b == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
                let document: Value = serde_json::from_slice(line)
                    .with_context(|| format!("a line of {} is not JSON", path.display()))?;
                sources.extend(document["text"].as_str().map(|text| text.as_bytes().to_vec()));
            }
        }
    }
    sources.retain(|source| !source.is_empty());
    Ok(())
}

/// Numbers below `n`, pass after pass without end, each pass in another order, never the same number twice in a row.
fn order(n: usize) -> impl Iterator<Item = usize> {
    let steps: Vec<usize> = (1..n).filter(|step| gcd(*step, n) == 1).collect();
    let mut last = usize::MAX;
    (0..).flat_map(move |pass: usize| {
        let step = steps[pass * 7 % steps.len()];
        let mut start = pass * 31 % n;
        if start == last {
            start = (start + 1) % n;
        }
        last = (start + (n - 1) * step) % n;
        (0..n).map(move |i| (start + i * step) % n)
    })
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn every_pass_has_all_and_no_two_alike_follow_each_other() {
        for n in [3, 4, 7, 12, 142] {
            let numbers: Vec<usize> = order(n).take(n * 50).collect();
            assert!(numbers.windows(2).all(|pair| pair[0] != pair[1]), "{n}");
            for pass in numbers.chunks(n) {
                let mut sorted = pass.to_vec();
                sorted.sort_unstable();
                assert!(sorted.into_iter().eq(0..n), "{n}: {pass:?}");
            }
        }
        let first_two: Vec<usize> = order(142).take(284).collect();
        assert_ne!(first_two[..142], first_two[142..]);
    }
}
