//! A folder of its own for each test, and the command run in it.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// An invented article, long enough to be one.
pub(crate) const STORY: &str = "Council closes old bridge\n\nBy Ana Lima\n\n14 July 2018\n\n\
    LEEDS - The council voted on Monday to close the old bridge to all traffic. Work on the new one begins in May.\n\n\
    Residents of the east bank had asked for a ferry. \"We were not heard,\" said one of them after the meeting.\n\n\
    The new bridge is expected to open in four years, the council said in a statement.\n";

/// A temporary folder.
pub(crate) struct Place {
    dir: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { dir: TempDir::new().unwrap() }
    }

    /// A folder with some stories, each a little different.
    pub(crate) fn with_stories(n: usize) -> Self {
        let place = Self::new();
        for i in 0..n {
            place.write(&format!("news/{i:04}.txt"), format!("Story {i}\n\n{STORY}"));
        }
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Writes a file, with the folders above it.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Names of the files in a folder, sorted.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The command, ready to run in this folder, away from the settings of whoever runs the test.
    pub(crate) fn command<S: AsRef<OsStr>>(&self, args: &[S]) -> Command {
        let mut command = wirecopy(self.dir.path());
        command.args(args);
        command
    }

    pub(crate) fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Ran {
        Ran::from(self.command(args).output().unwrap())
    }

    pub(crate) fn run_with_stdin<S: AsRef<OsStr>>(&self, args: &[S], stdin: &[u8]) -> Ran {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(stdin).unwrap();
        Ran::from(child.wait_with_output().unwrap())
    }
}

fn wirecopy(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wirecopy"));
    command.current_dir(dir).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "TERM", "WIRECOPY_ARCHIVE"] {
        command.env_remove(name);
    }
    command
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    #[track_caller]
    pub(crate) fn ends_with(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }

    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Self {
        assert!(self.stderr.contains(words), "{words:?} not in {self:#?}");
        self
    }

    /// The records of JSON Lines.
    #[track_caller]
    pub(crate) fn records(&self) -> Vec<Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Paths of the records, in order.
    #[track_caller]
    pub(crate) fn paths(&self) -> Vec<String> {
        self.records().iter().map(|r| r["origin"]["path"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// The numbers of the summary's first line: inputs, read, failed; they have to add up.
    #[track_caller]
    pub(crate) fn counts(&self) -> (u64, u64, u64) {
        let line = self.stderr.lines().find(|line| line.contains(" read, ")).expect("a summary");
        let (inputs, rest) = line.split_once(": ").expect("inputs");
        let number = |text: &str| {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            digits.parse::<u64>().expect("a number")
        };
        let (read, rest) = rest.split_once(", ").expect("read");
        let failed = rest.split(';').next().expect("failed");
        let counts = (number(inputs), number(read), number(failed));
        assert_eq!(counts.0, counts.1 + counts.2, "{line}");
        counts
    }
}
