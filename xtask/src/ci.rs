//! The gate: every step is run and timed, and what fails says how to repeat it.

use std::time::{Duration, Instant};

use anyhow::Result;
use clap::ValueEnum;
use xshell::{Cmd, Shell};

use crate::counts::Counts;
use crate::run;
use crate::snap::Verdict;
use crate::steps;
use crate::workspace::Workspace;

/// One step of the gate, in the order in which they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StepName {
    /// Formatting.
    Fmt,
    /// House rules: see `cargo xtask tidy`.
    Tidy,
    /// Spelling of code and prose.
    Spelling,
    /// Lints of every target with all features; a warning fails.
    Clippy,
    /// Unit and integration tests with all features.
    Tests,
    /// Snapshots: none orphaned, none pending.
    Snapshots,
    /// The pages of the server in a real browser.
    Browser,
    /// Examples in the documentation.
    Doctests,
    /// The documentation builds without a warning.
    Docs,
    /// Every crate builds with no feature, with each alone and with all.
    Features,
    /// The committed JSON Schema is the one that the model gives.
    Schema,
    /// Licences, bans and sources of dependencies.
    Licences,
    /// Dependencies that nothing uses.
    Unused,
}

impl StepName {
    fn word(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    fn help(self) -> String {
        self.to_possible_value()
            .and_then(|value| value.get_help().map(ToString::to_string))
            .unwrap_or_default()
    }

    fn body(self) -> fn(&mut Gate<'_>) -> Result<bool> {
        match self {
            Self::Fmt => steps::fmt,
            Self::Tidy => steps::tidy,
            Self::Spelling => steps::spelling,
            Self::Clippy => steps::clippy,
            Self::Tests => steps::tests,
            Self::Snapshots => steps::snapshots,
            Self::Browser => steps::browser,
            Self::Doctests => steps::doctests,
            Self::Docs => steps::docs,
            Self::Features => steps::features,
            Self::Schema => steps::schema,
            Self::Licences => steps::licences,
            Self::Unused => steps::unused,
        }
    }

    fn counts_tests(self) -> bool {
        matches!(self, Self::Tests | Self::Snapshots | Self::Doctests)
    }
}

/// What the steps share while the gate runs.
pub(crate) struct Gate<'w> {
    pub(crate) workspace: &'w Workspace,
    pub(crate) sh: Shell,
    /// Tests so far, over all runners.
    pub(crate) counts: Counts,
    /// What the test run said about snapshots, so that the tests need not run again for it.
    pub(crate) verdict: Option<Verdict>,
    /// Commands that repeat what failed in this step.
    repeat: Vec<String>,
}

impl<'w> Gate<'w> {
    pub(crate) fn new(workspace: &'w Workspace) -> Result<Self> {
        let sh = workspace.shell()?;
        Ok(Self { workspace, sh, counts: Counts::default(), verdict: None, repeat: Vec::new() })
    }

    /// Runs a command; when it fails, the command itself is what repeats it.
    pub(crate) fn run(&mut self, command: Cmd<'_>) -> Result<bool> {
        let shown = command.to_string();
        self.run_as(command, &shown)
    }

    /// Runs a command that is repeated by another line, one with environment variables for example.
    pub(crate) fn run_as(&mut self, command: Cmd<'_>, repeat: &str) -> Result<bool> {
        let good = run::run(command)?;
        if !good {
            self.repeat(repeat);
        }
        Ok(good)
    }

    /// Notes a command that repeats a failure.
    pub(crate) fn repeat(&mut self, command: impl Into<String>) {
        self.repeat.push(command.into());
    }
}

/// How one step went.
struct Line {
    step: StepName,
    good: bool,
    took: Duration,
    repeat: Vec<String>,
}

/// Prints the steps with what each is for.
pub(crate) fn list() {
    for step in StepName::value_variants() {
        println!("{:<10} {}", step.word(), step.help());
    }
}

/// Runs the steps asked for, or all of them; `false` when one failed.
pub(crate) fn run(workspace: &Workspace, only: &[StepName]) -> Result<bool> {
    let mut gate = Gate::new(workspace)?;
    let mut lines = Vec::new();
    for &step in StepName::value_variants() {
        if !only.is_empty() && !only.contains(&step) {
            continue;
        }
        println!("==> {}: {}", step.word(), step.help());
        let started = Instant::now();
        // A step that could not run at all has failed, and the others still have something to say.
        let good = step.body()(&mut gate).unwrap_or_else(|error| {
            println!("error: {error:#}");
            false
        });
        let mut repeat = std::mem::take(&mut gate.repeat);
        if !good && repeat.is_empty() {
            repeat.push(format!("cargo xtask ci --only {}", step.word()));
        }
        for command in &repeat {
            println!("repeat with: {command}");
        }
        lines.push(Line { step, good, took: started.elapsed(), repeat });
    }
    print!("{}", summary(&lines));
    // The last line is for machines: it tells whether any test ran.
    if lines.iter().any(|line| line.step.counts_tests()) {
        println!("{} passed, {} failed", gate.counts.passed, gate.counts.failed);
    }
    Ok(lines.iter().all(|line| line.good))
}

fn summary(lines: &[Line]) -> String {
    let mut table = String::from("\n");
    for line in lines {
        let verdict = if line.good { "ok" } else { "FAILED" };
        table.push_str(&format!(
            "{:<10} {verdict:<6} {:>7.1} s\n",
            line.step.word(),
            line.took.as_secs_f64()
        ));
        for command in &line.repeat {
            table.push_str(&format!("           repeat with: {command}\n"));
        }
    }
    let total: Duration = lines.iter().map(|line| line.took).sum();
    let failed = lines.iter().filter(|line| !line.good).count();
    let verdict = if failed == 0 { "the gate is open".to_owned() } else { format!("{failed} steps failed") };
    table.push_str(&format!("{verdict}, {:.1} s in all\n", total.as_secs_f64()));
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_says_how_to_repeat_it() {
        let took = Duration::from_millis(1500);
        let lines = [
            Line { step: StepName::Fmt, good: true, took, repeat: Vec::new() },
            Line { step: StepName::Docs, good: false, took, repeat: vec!["cargo doc".to_owned()] },
        ];
        assert_eq!(
            summary(&lines),
            "\nfmt        ok         1.5 s\ndocs       FAILED     1.5 s\n           repeat with: cargo doc\n\
             1 steps failed, 3.0 s in all\n"
        );
    }

    #[test]
    fn every_step_is_named_and_explained() {
        for step in StepName::value_variants() {
            assert!(!step.word().is_empty() && !step.help().is_empty(), "{step:?}");
        }
    }
}
