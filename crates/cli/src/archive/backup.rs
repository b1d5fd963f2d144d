//! `wirecopy backup`: a copy of the archive in one file.

use wirecopy_archive::Error;

use super::args::BackupArgs;
use super::failed;
use crate::failure::{Failure, Outcome};
use crate::output;
use crate::tally::size;

/// Runs the command.
pub(crate) fn run(args: &BackupArgs) -> Result<Outcome, Failure> {
    let archive = args.archive.open()?;
    archive.backup(&args.file).map_err(|error| match error {
        Error::Io { what, source } if source.kind() == std::io::ErrorKind::AlreadyExists => {
            Failure::new(format!("{what}: it is there already"))
                .hint("name a new file, or remove the old one first")
        }
        Error::Full => Failure::new("the disk is full").hint("make room, or name a file on another disk"),
        other => failed(other),
    })?;
    let bytes = std::fs::metadata(&args.file).map_or(0, |meta| meta.len());
    output::note(&format!("{} in {}\n", size(bytes), args.file.display()));
    Ok(Outcome::Fine)
}
