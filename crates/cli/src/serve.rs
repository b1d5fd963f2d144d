//! `wirecopy serve`: an archive as pages and as an API.

use wirecopy_archive::Archive;
use wirecopy_server::{AppState, Refusal};

use crate::args::ServeArgs;
use crate::failure::{Failure, Outcome};
use crate::output;

/// Runs the command.
pub(crate) fn run(args: &ServeArgs) -> Result<Outcome, Failure> {
    let flags = &args.flags;
    let archive = match &flags.archive {
        None => None,
        Some(folder) => {
            let opened = Archive::open(folder);
            Some(opened.map_err(|e| Failure::caused("the archive cannot be served", e))?)
        }
    };
    let options = flags.options(false).map_err(|refusal| Failure::new(refusal).hint(Refusal::HINT))?;
    wirecopy_server::start_log(flags.log.as_str());
    let state = AppState::new(archive, options);
    let served = wirecopy_server::run(flags.listen, state, |address| {
        output::note(&format!("serving on http://{address}/ (Ctrl-C stops)\n"));
    });
    served.map_err(|e| {
        Failure::caused(format!("cannot serve on {}", flags.listen), e)
            .hint("another program may have the port: choose one with --listen 127.0.0.1:PORT")
    })?;
    Ok(Outcome::Fine)
}
