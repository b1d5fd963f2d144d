//! The server of wirecopy, alone.

#![expect(clippy::print_stderr, reason = "a command line for people")]

use std::process::ExitCode;

use anyhow::Context;
use clap::Parser;
use wirecopy_archive::Archive;
use wirecopy_server::{AppState, Flags, Refusal, run, start_log};

/// Serves an archive of news articles: an HTTP API and pages to search and read.
#[derive(Debug, Parser)]
#[command(name = "wirecopy-server", version, max_term_width = 100)]
struct Program {
    #[command(flatten)]
    flags: Flags,
}

fn main() -> ExitCode {
    match serve(&Program::parse().flags) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            if error.is::<Refusal>() {
                eprintln!("  hint: {}", Refusal::HINT);
            }
            ExitCode::from(2)
        }
    }
}

fn serve(flags: &Flags) -> anyhow::Result<()> {
    let folder = flags.archive.as_deref().context("no archive named: give --archive DIR")?;
    let archive = Archive::open(folder)?;
    let options = flags.options(!archive.tokens()?.is_empty())?;
    start_log(flags.log.as_str());
    let state = AppState::new(Some(archive), options);
    run(flags.listen, state, |address| eprintln!("serving {} on http://{address}/", folder.display()))
        .with_context(|| format!("cannot serve on {}", flags.listen))
}
