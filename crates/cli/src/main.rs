//! The command line of wirecopy.
//!
//! The only crate that walks folders, draws, prints and picks exit codes. What an article is and how it is read is
//! decided elsewhere; here bytes are fetched, records are written, and a run says truthfully what became of every input.

#![forbid(unsafe_code)]

mod args;
mod document;
mod explain;
mod failure;
mod format;
mod generate;
mod inputs;
mod interrupt;
mod output;
mod parse;
mod pipeline;
mod progress;
mod run;
mod screen;
mod tally;
mod terminal;
mod values;
mod walk;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::args::{Cli, Command};
use crate::failure::{Failure, Outcome};

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        None => short_help(),
        Some(Command::Parse(args)) => parse::run(&args),
        Some(Command::Explain(args)) => explain::run(&args),
        Some(Command::Schema(args)) => generate::schema(&args),
        Some(Command::Completions(args)) => generate::completions(&args),
        Some(Command::Man(args)) => generate::man(&args),
    };
    match outcome {
        Ok(outcome) => outcome.exit_code(),
        Err(failure) => {
            failure.report();
            Outcome::CouldNotRun.exit_code()
        }
    }
}

/// What `wirecopy` alone prints.
fn short_help() -> Result<Outcome, Failure> {
    let help = Cli::command().render_help();
    output::print(&help.ansi().to_string())?;
    Ok(Outcome::Fine)
}
