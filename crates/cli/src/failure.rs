//! How a run ends: the exit codes, what could not be done, and what was wrong with single inputs.

use std::fmt;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};

use crate::output;
use crate::terminal::escape;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default().bold();

/// How a command ended that could run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything asked for was done.
    Fine,
    /// Some inputs had problems; the others were read.
    Problems,
    /// Nothing could be done.
    CouldNotRun,
    /// Stopped by the user.
    Interrupted,
}

impl Outcome {
    /// The exit code of the process.
    pub(crate) fn exit_code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Fine => 0,
            Self::Problems => 1,
            Self::CouldNotRun => 2,
            Self::Interrupted => crate::interrupt::exit_code(),
        })
    }
}

/// Why a command could not run, or could not go on.
#[derive(Debug)]
pub(crate) struct Failure {
    what: anyhow::Error,
    hint: Option<String>,
}

impl Failure {
    /// A failure in one sentence, lower case, without a full stop.
    pub(crate) fn new(what: impl fmt::Display) -> Self {
        Self { what: anyhow::anyhow!("{what}"), hint: None }
    }

    /// A failure that has a cause.
    pub(crate) fn caused(what: impl fmt::Display, cause: impl Into<anyhow::Error>) -> Self {
        Self { what: cause.into().context(what.to_string()), hint: None }
    }

    /// The same with what to do about it.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says it on standard error.
    pub(crate) fn report(&self) {
        output::note(&draw(&format!("{:#}", self.what), self.hint.as_deref()));
    }
}

/// What was wrong with one input. The run goes on without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The input as the user knows it.
    pub(crate) path: String,
    /// What was wrong.
    pub(crate) reason: String,
    /// The same as a stable word for programs.
    pub(crate) code: &'static str,
    /// What to do about it.
    pub(crate) hint: Option<String>,
    /// Whether there was nothing at all behind the path.
    pub(crate) not_found: bool,
}

impl Problem {
    /// A problem with an input.
    pub(crate) fn new(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { path: path.into(), reason: reason.into(), code: "unreadable", hint: None, not_found: false }
    }

    /// The same with what to do about it.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same with a word for programs.
    pub(crate) fn code(mut self, code: &'static str) -> Self {
        self.code = code;
        self
    }

    /// The same, for a path with nothing behind it.
    pub(crate) fn not_found(mut self) -> Self {
        self.not_found = true;
        self
    }

    /// A file that the system did not let us read.
    pub(crate) fn from_io(path: impl Into<String>, error: &std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        let problem = Self::new(path, reason(error));
        match error.kind() {
            Kind::NotFound | Kind::NotADirectory => {
                problem.hint("check the spelling and the folder you are in").not_found()
            }
            Kind::PermissionDenied => problem.hint("make it readable, or run as a user who may read it"),
            _ => problem,
        }
    }

    /// `error: PATH: reason` and the hint on its own line.
    pub(crate) fn draw(&self) -> String {
        draw(&format!("{}: {}", self.path, self.reason), self.hint.as_deref())
    }
}

/// What an I/O error means, in the words of this program: the system's own differ from machine to machine.
pub(crate) fn reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "no such file or folder".to_owned(),
        Kind::PermissionDenied => "no permission to read it".to_owned(),
        Kind::StorageFull => "the disk is full".to_owned(),
        Kind::QuotaExceeded => "the disk quota is used up".to_owned(),
        Kind::ReadOnlyFilesystem => "the file system is read-only".to_owned(),
        Kind::IsADirectory => "is a folder".to_owned(),
        Kind::NotADirectory => "a part of the path is not a folder".to_owned(),
        _ => error.to_string(),
    }
}

fn draw(message: &str, hint: Option<&str>) -> String {
    let mut text = format!("{ERROR}error:{ERROR:#} {}\n", escape(message));
    if let Some(hint) = hint {
        text.push_str(&format!("  {HINT}hint:{HINT:#} {}\n", escape(hint)));
    }
    text
}
