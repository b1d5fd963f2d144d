//! The command line of wirecopy.
//!
//! The only crate that walks folders, draws, prints and picks exit codes. What an article is and how it is read is
//! decided elsewhere; here bytes are fetched, records are written, and a run says truthfully what became of every input.

#![forbid(unsafe_code)]

mod advice;
mod archive;
mod args;
mod budget;
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
mod search;
mod serve;
mod tally;
mod terminal;
mod token;
mod values;
mod walk;

use std::path::Path;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use crate::args::{Cli, Command};
use crate::failure::{Failure, Outcome};

fn main() -> ExitCode {
    let cli = Cli::try_parse().unwrap_or_else(|error| usage(&error));
    let outcome = match cli.command {
        None => short_help(),
        Some(Command::Parse(args)) => parse::run(&args),
        Some(Command::Explain(args)) => explain::run(&args),
        Some(Command::Archive(command)) => archive::run(&command),
        Some(Command::Search(args)) => search::run(&args),
        Some(Command::Serve(args)) => serve::run(args),
        Some(Command::Token(command)) => token::run(&command),
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

/// Ends the process over a command line that makes no sense, with a hint where a path stands in place of a command.
fn usage(error: &clap::Error) -> ! {
    let mut words = std::env::args_os().skip(1);
    let mut word = words.next().unwrap_or_default();
    if word == "--" {
        word = words.next().unwrap_or_default();
    }
    if error.kind() == ErrorKind::InvalidSubcommand && (word == "-" || Path::new(&word).exists()) {
        let name = word.to_string_lossy();
        let name = if name.contains([' ', '\'', '"', '(', '&', ';']) {
            format!("'{}'", name.replace('\'', "'\\''"))
        } else {
            name.into_owned()
        };
        let failure = Failure::new(format!("{name} is a path, not a command"));
        let name = if name.len() > 1 && name.starts_with('-') { format!("-- {name}") } else { name };
        failure.hint(format!("to read it: wirecopy parse {name}")).report();
        std::process::exit(2)
    }
    error.exit()
}

/// What `wirecopy` alone prints.
fn short_help() -> Result<Outcome, Failure> {
    let help = Cli::command().render_help();
    output::print(&help.ansi().to_string())?;
    Ok(Outcome::Fine)
}
