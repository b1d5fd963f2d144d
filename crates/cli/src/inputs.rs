//! What a command line names: files, folders, patterns and standard input, one at a time and in order.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use crate::failure::Problem;
use crate::tally::SkipKind;
use crate::walk;

/// One document to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// Where it is; `-` for standard input.
    pub(crate) path: PathBuf,
    /// How it came to be read.
    pub(crate) kind: SourceKind,
}

/// How a document came to be read, which decides how strictly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourceKind {
    /// Standard input.
    Stdin,
    /// Named on the command line: read whatever it is.
    Named,
    /// Met in a folder.
    Walked {
        /// Whether it has to look like text first.
        sniff: bool,
    },
}

impl Source {
    /// The name for messages and for the record, with `/` between folders.
    pub(crate) fn name(&self) -> String {
        shown(&self.path)
    }
}

/// What was found behind a path.
#[derive(Debug)]
pub(crate) enum Found {
    /// A document.
    Source(Source),
    /// Something that cannot be read.
    Problem(Problem),
    /// Something in a folder that is no news text.
    Skipped(SkipKind),
}

/// The documents behind the paths of a command line. Folders are walked as the iterator goes.
pub(crate) struct Inputs {
    paths: VecDeque<PathBuf>,
    inside: Option<Box<dyn Iterator<Item = Found> + Send>>,
    avoid: Option<PathBuf>,
    stdin_taken: bool,
}

impl Inputs {
    /// The documents behind `paths`; `avoid` is the file being written, which is never one of them.
    pub(crate) fn new(paths: &[PathBuf], avoid: Option<PathBuf>) -> Self {
        Self { paths: paths.iter().cloned().collect(), inside: None, avoid, stdin_taken: false }
    }

    fn open(&mut self, path: PathBuf) -> Option<Found> {
        if path.as_os_str() == "-" {
            if self.stdin_taken {
                return Some(Found::Problem(Problem::new("-", "standard input can be read only once")));
            }
            self.stdin_taken = true;
            return Some(Found::Source(Source { path, kind: SourceKind::Stdin }));
        }
        match std::fs::metadata(&path) {
            Ok(meta) if meta.is_dir() => {
                self.inside = Some(Box::new(walk::walk(&path, self.avoid.clone())));
                None
            }
            Ok(_) => Some(Found::Source(Source { path, kind: SourceKind::Named })),
            // A file whose name holds a bracket is a file first, a pattern only when there is none.
            Err(_) if is_pattern(&path) => self.expand(&path),
            Err(error) => Some(Found::Problem(walk::missing(&path, &error))),
        }
    }

    fn expand(&mut self, pattern: &Path) -> Option<Found> {
        // As in a shell, a star does not match the dot of a hidden file.
        let options = glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::new() };
        let name = shown(pattern);
        let matches = match glob::glob_with(&pattern.to_string_lossy(), options) {
            Ok(matches) => matches,
            Err(error) => {
                return Some(Found::Problem(
                    Problem::new(name, format!("no such file, and not a pattern: {}", error.msg))
                        .not_found()
                        .hint("write * for any letters, ** for any folders, [ab] for one letter of several"),
                ));
            }
        };
        let mut matches = matches.peekable();
        if matches.peek().is_none() {
            return Some(Found::Problem(Problem::new(name, "no file matches this pattern").not_found()));
        }
        let avoid = self.avoid.clone();
        self.inside =
            Some(Box::new(matches.flat_map(move |found| -> Box<dyn Iterator<Item = Found> + Send> {
                match found {
                    Ok(path) if path.is_dir() => Box::new(walk::walk(&path, avoid.clone())),
                    Ok(path) => {
                        Box::new(std::iter::once(Found::Source(Source { path, kind: SourceKind::Named })))
                    }
                    Err(error) => {
                        let problem = Problem::from_io(shown(error.path()), error.error());
                        Box::new(std::iter::once(Found::Problem(problem)))
                    }
                }
            })));
        None
    }
}

impl Iterator for Inputs {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(found) = self.inside.as_mut().and_then(Iterator::next) {
                return Some(found);
            }
            self.inside = None;
            let path = self.paths.pop_front()?;
            if let Some(found) = self.open(path) {
                return Some(found);
            }
        }
    }
}

/// A path as it is shown and recorded: `/` between folders on every system.
pub(crate) fn shown(path: &Path) -> String {
    let name = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        name.into_owned()
    } else {
        name.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}
