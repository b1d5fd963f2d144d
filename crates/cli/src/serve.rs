//! `wirecopy serve`: an archive as pages and as an API.

use std::path::PathBuf;

use tempfile::TempDir;
use wirecopy_archive::Archive;
use wirecopy_server::{AppState, Refusal};

use crate::archive::{ArchiveArgs, ImportArgs, failed, import};
use crate::args::{InputArgs, ServeArgs};
use crate::failure::{Failure, Outcome};
use crate::output;

/// Runs the command.
pub(crate) fn run(args: ServeArgs) -> Result<Outcome, Failure> {
    let ServeArgs { paths, flags, reading } = args;
    // Kept to the end: the folder goes with it.
    let (folder, _thrown_away) = folder(flags.archive.clone(), paths.is_empty())?;
    if !paths.is_empty() {
        let outcome = import(&ImportArgs {
            reread: false,
            inputs: InputArgs { paths, jobs: None },
            archive: ArchiveArgs { archive: Some(folder.clone()) },
            report: None,
            quiet: false,
            reading,
        })?;
        // Inputs with problems were named; the others are there to be read.
        if matches!(outcome, Outcome::CouldNotRun | Outcome::Interrupted) {
            return Ok(outcome);
        }
    }
    let archive = Archive::open(&folder).map_err(failed)?;
    let has_tokens = !archive.tokens().map_err(failed)?.is_empty();
    let options = flags.options(has_tokens).map_err(|refusal| Failure::new(refusal).hint(Refusal::HINT))?;
    wirecopy_server::start_log(flags.log.as_str());
    let state = AppState::new(Some(archive), options);
    let served = wirecopy_server::run(flags.listen, state, |address| {
        output::note(&format!("serving on http://{address}/ (Ctrl-C stops)\n"));
    });
    served.map_err(|e| {
        Failure::caused(format!("cannot serve on {}", flags.listen), e)
            .hint("another program may have the port: choose one with --port PORT")
    })?;
    Ok(Outcome::Fine)
}

/// The folder of the archive: the one named, that of this user, or one that is thrown away at the end.
fn folder(named: Option<PathBuf>, nothing_to_read: bool) -> Result<(PathBuf, Option<TempDir>), Failure> {
    if named.is_some() || nothing_to_read {
        return Ok((ArchiveArgs { archive: named }.folder()?, None));
    }
    let made = tempfile::Builder::new().prefix("wirecopy-").tempdir();
    let made = made.map_err(|e| Failure::caused("no folder could be made for the archive", e))?;
    Ok((made.path().join("archive"), Some(made)))
}
