//! The gate, snapshots, schema, scores, benches and releases of wirecopy: `cargo xtask help`.
//!
//! Depends on no product crate and drives everything through `cargo`, so that a broken product still has a working gate.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line for people")]

mod assets;
mod bench;
mod browser;
mod ci;
mod counts;
mod crash;
mod dedup;
mod diagnostics;
mod flags;
mod fuzz;
mod hammer;
mod language;
mod predict;
mod release;
mod repair;
mod run;
mod schema;
mod score;
mod score_html;
mod snap;
mod steps;
mod tidy;
mod tools;
mod train;
mod workspace;
mod wrap;

use std::process::ExitCode;

use clap::Parser;

use crate::flags::{Command, Flags};
use crate::workspace::Workspace;

fn main() -> ExitCode {
    let flags = Flags::parse();
    match dispatch(flags.command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Runs one command; `false` means that it ran and found something wrong.
fn dispatch(command: Command) -> anyhow::Result<bool> {
    let workspace = Workspace::load()?;
    match command {
        Command::Ci { list: true, .. } => {
            ci::list();
            Ok(true)
        }
        Command::Ci { only, list: false } => ci::run(&workspace, &only),
        Command::Tidy => tidy::run(&workspace),
        Command::Snap { accept, unused } => snap::run(&workspace, accept, unused),
        Command::Schema { check } => schema::run(&workspace, check),
        Command::Diagnostics { check } => diagnostics::run(&workspace, check),
        Command::Man => assets::man(&workspace),
        Command::Completions => assets::completions(&workspace),
        Command::Pictures => browser::pictures(&workspace),
        Command::Train(options) => train::run(&workspace, &options),
        Command::Score { what } => score::run(&workspace, &what),
        Command::Hammer(options) => hammer::run(&workspace, &options),
        Command::Fuzz(options) => fuzz::run(&workspace, &options),
        Command::Crash(options) => crash::run(&workspace, &options),
        Command::Bench { what: Some(what), .. } => bench::run(&workspace, &what),
        Command::Bench { what: None, .. } => bench::check(&workspace),
        Command::Release { what } => release::run(&workspace, what.unwrap_or(flags::Release::Plan)),
    }
}
