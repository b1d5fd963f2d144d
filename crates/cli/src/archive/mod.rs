//! The commands over an archive, and what they share: where it lies, and what its errors mean to who types.

mod args;
mod backup;
mod changes;
mod dedupe;
mod export;
mod import;
pub(crate) mod kept;
mod known;
mod remove;
mod reparse;
mod report;
mod show;
mod stats;
mod verify;

use std::path::PathBuf;

use wirecopy_archive::{Archive, Error};

pub(crate) use args::{ArchiveArgs, ArchiveCommand, ImportArgs};
pub(crate) use import::run as import;

use crate::failure::{Failure, Outcome};
use crate::inputs::shown;

/// Runs a command over an archive.
pub(crate) fn run(command: &ArchiveCommand) -> Result<Outcome, Failure> {
    match command {
        ArchiveCommand::Import(args) => import::run(args),
        ArchiveCommand::Show(args) => show::run(args),
        ArchiveCommand::Stats(args) => stats::run(args),
        ArchiveCommand::Export(args) => export::run(args),
        ArchiveCommand::Changes(args) => changes::run(args),
        ArchiveCommand::Dedupe(args) => dedupe::run(args),
        ArchiveCommand::Remove(args) => remove::run(args),
        ArchiveCommand::Reparse(args) => reparse::run(args),
        ArchiveCommand::Verify(args) => verify::run(args),
        ArchiveCommand::Reindex(args) => verify::reindex(args),
        ArchiveCommand::Backup(args) => backup::run(args),
    }
}

impl ArchiveArgs {
    /// The archive's folder: the one named, or the one of this user.
    pub(crate) fn folder(&self) -> Result<PathBuf, Failure> {
        if let Some(folder) = &self.archive {
            return Ok(folder.clone());
        }
        user_data().map(|data| data.join("wirecopy")).ok_or_else(|| {
            Failure::new("there is no folder for the data of this user")
                .hint("name the archive's folder with --archive")
        })
    }

    /// Opens the archive.
    pub(crate) fn open(&self) -> Result<Archive, Failure> {
        Archive::open(&self.folder()?).map_err(failed)
    }
}

/// Where programs keep the data of a user.
fn user_data() -> Option<PathBuf> {
    // A path that is not absolute is to be ignored, as the specification of these folders says.
    let variable = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        variable("XDG_DATA_HOME").or_else(|| variable("HOME").map(|home| home.join(".local/share")))
    }
}

/// What an archive's error means to who types, and what to do about it.
#[expect(clippy::needless_pass_by_value, reason = "fits `map_err`")]
pub(crate) fn failed(error: Error) -> Failure {
    let hint = match &error {
        Error::NotFound { .. } => {
            "make one with: wirecopy import PATH; or name another folder with --archive".to_owned()
        }
        Error::NotAnArchive { .. } => "name another folder with --archive".to_owned(),
        Error::Locked { holder, .. } => match holder {
            Some(holder) => format!("wait until it is done, or stop it: {holder}"),
            None => "wait until it is done, or stop it".to_owned(),
        },
        Error::TooNew { .. } => "install a newer version of wirecopy".to_owned(),
        Error::NetworkFileSystem { .. } => {
            "keep the archive on a disk of this machine, and copies elsewhere with: wirecopy backup FILE".to_owned()
        }
        Error::ReadOnly { .. } => "run as a user who may write there, or name another folder with --archive".to_owned(),
        Error::Full => "make room and run the same command again: it goes on where it was".to_owned(),
        Error::Damaged { .. } => {
            "nothing was changed; wirecopy verify says what is wrong, and a backup put in place of archive.db \
             brings back what it held"
                .to_owned()
        }
        Error::Gone { .. } => "put it back, then run the same command again: it goes on where it was".to_owned(),
        Error::Unindexed { .. } => "when no other process writes: wirecopy reindex".to_owned(),
        Error::Index(_) => "build the index anew with: wirecopy reindex".to_owned(),
        Error::Query(query) => return query_failed(query),
        _ => return Failure::new(chain(&error)),
    };
    Failure::new(chain(&error)).hint(hint)
}

fn query_failed(query: &wirecopy_archive::QueryError) -> Failure {
    let failure = Failure::new(&query.message);
    match &query.help {
        Some(help) => failure.hint(help.clone()),
        None => failure,
    }
}

/// An error with its causes, each said once.
fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        let words = error.to_string();
        if !text.contains(&words) {
            text = format!("{text}: {words}");
        }
        cause = error.source();
    }
    text
}

/// The name of an archive for messages.
pub(crate) fn name(archive: &Archive) -> String {
    shown(archive.path())
}
