//! The fuzzer's targets over a bounded number of inputs: what it once found, the seeds, and mutations of both.

#![expect(clippy::disallowed_methods, reason = "the rule is for the parser; its tests read examples")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::targets::{ALL, Target};

/// Mutations of each target.
const MUTATIONS: usize = 400;
/// Longest input that is mutated: long ones are slow and show nothing more.
const LONGEST: usize = 1500;
/// Most lines of one input that are tried for the readers of single lines.
const MOST_BYTES: usize = 4096;

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.unwrap().path()).filter(|p| p.is_file()).collect();
    paths.sort();
    paths
}

/// Numbers without end, the same in every run (Knuth's constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }
}

/// What a fuzzer does to an input: cut, repeat, overwrite, and join with another at any byte.
fn mutate(bytes: &mut Vec<u8>, other: &[u8], numbers: &mut Numbers) {
    const NASTY: &[&[u8]] = &[
        b"\xff",
        b"\0",
        b"\r",
        b"\n\n",
        b"\xe2\x80\x8b",
        b"\xc2\xa0",
        b"(",
        b"\xe3\x80\x90",
        b": ",
        b"/",
        b" - ",
        b"12",
        b"0",
        b"\xcc\x81",
        b"\xc3\x83\xc2\xa9",
        b"\xef\xbb\xbf",
        b"By ",
        b"AM",
        b"\xe5\xb9\xb4",
        b"\xd9\xa1",
        b"\"",
        b",",
    ];
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(bytes.len() + 1);
        let end = at + numbers.below((bytes.len() - at).min(40) + 1);
        match numbers.below(5) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            2 => drop(bytes.splice(at..at, NASTY[numbers.below(NASTY.len())].iter().copied())),
            3 => {
                let from = numbers.below(other.len() + 1);
                let to = from + numbers.below((other.len() - from).min(80) + 1);
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(numbers.below(256)).unwrap();
                }
            }
        }
    }
}

/// Runs one target over everything.
fn run(name: &str) {
    let target: Target = ALL.iter().find(|(known, _)| *known == name).unwrap().1;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let mut inputs = Vec::new();
    for path in files(&root.join("corpus-regressions"))
        .into_iter()
        .chain(files(&root.join("corpus-small").join(name)))
    {
        let bytes = fs::read(&path).unwrap();
        target(&bytes);
        inputs.push(bytes);
    }
    for seed in crate::seed::all() {
        if seed.bytes.len() <= MOST_BYTES {
            target(&seed.bytes);
            inputs.push(seed.bytes);
        }
    }
    inputs.retain(|bytes| bytes.len() <= LONGEST);
    let mut numbers = Numbers(name.bytes().map(u64::from).sum());
    for _ in 0..MUTATIONS {
        let mut bytes = inputs[numbers.below(inputs.len())].clone();
        let other = numbers.below(inputs.len());
        mutate(&mut bytes, &inputs[other], &mut numbers);
        target(&bytes);
    }
}

#[test]
fn bytes_are_refused_or_read() {
    run("decode");
}

#[test]
fn texts_keep_the_promises() {
    run("parse_text");
}

#[test]
fn dates_lie_in_their_lines() {
    run("dates");
}

#[test]
fn bylines_lie_in_their_lines() {
    run("bylines");
}

#[test]
fn datelines_hold_their_parts() {
    run("datelines");
}

#[test]
fn credits_stand_apart_from_captions() {
    run("credits");
}
