//! How fast it reads: `wc -w` as the yardstick, the library alone, the program end to end; and a count of instructions
//! that does not depend on what else the machine is doing.

mod archive;
mod corpus;
mod instructions;
pub(crate) mod server;
mod timed;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::flags::{Bench, BenchText};
use crate::workspace::Workspace;
use corpus::Corpus;
use timed::{Timed, median, timed};

pub(crate) fn run(workspace: &Workspace, what: &Bench) -> Result<bool> {
    match what {
        Bench::Text(options) if options.record => instructions::run(workspace, &throughput(workspace)?, true),
        Bench::Text(options) if options.check => check(workspace),
        Bench::Text(options) => text(workspace, options),
        Bench::Archive(options) => archive::run(workspace, options),
        Bench::Server(options) => server::run(workspace, options),
    }
}

/// Counts the instructions that reading the seeds takes, and compares them with those that were written down.
pub(crate) fn check(workspace: &Workspace) -> Result<bool> {
    instructions::run(workspace, &throughput(workspace)?, false)
}

fn text(workspace: &Workspace, options: &BenchText) -> Result<bool> {
    ensure!(options.rounds > 0, "--rounds must be at least 1");
    let library = throughput(workspace)?;
    let sh = workspace.shell()?;
    cmd!(sh, "cargo build --quiet --release --package wirecopy").run().context("wirecopy does not build")?;
    let program = workspace.target.join("release").join(format!("wirecopy{}", std::env::consts::EXE_SUFFIX));
    let corpus = Corpus::build(workspace, options.corpus.as_deref(), options.megabytes)?;
    println!(
        "{} documents, {:.1} MB, of {} different ones, in {}",
        corpus.n_documents,
        corpus.n_bytes as f64 / 1e6,
        corpus.n_sources,
        workspace.relative(&corpus.folder)
    );
    println!(
        "{} {:>10} {:>10} {:>12} {:>8} {:>10}",
        pad("", 16),
        "seconds",
        "MB/s",
        "articles/s",
        "of wc",
        "peak MB"
    );

    let wc = runs(options.rounds, || {
        let mut wc = Command::new("wc");
        wc.arg("-w").arg(&corpus.whole);
        timed(&mut wc)
    })?;
    let report = Report { corpus: &corpus, wc_seconds: wc.seconds };
    report.line("wc -w", &wc, None);

    // One process for all rounds, so that files are read once; it says itself how long the median round took.
    let mut command = Command::new(&library);
    command.arg("--rounds").arg(options.rounds.to_string()).arg(&corpus.folder);
    let said = timed(&mut command)?;
    let n_articles = said.value("articles")?;
    let alone = Timed { seconds: said.value("seconds")?, ..said };
    report.line("library", &alone, Some(n_articles));

    for jobs in [1_u32, 2] {
        let taken = runs(options.rounds, || {
            let mut command = Command::new(&program);
            command.args(["parse", "--format", "jsonl", "--no-summary", "--jobs"]).arg(jobs.to_string());
            timed(command.arg(&corpus.folder))
        })?;
        report.line(
            &format!("program, {jobs} {}", if jobs == 1 { "job" } else { "jobs" }),
            &taken,
            Some(n_articles),
        );
    }
    println!("peak memory of the library counts all documents, which it holds before the clock starts");
    Ok(true)
}

/// Builds the program that reads everything into memory and times the library alone.
fn throughput(workspace: &Workspace) -> Result<PathBuf> {
    let sh = workspace.shell()?;
    cmd!(sh, "cargo build --quiet --release --package wirecopy-parse --example throughput")
        .run()
        .context("the throughput example does not build")?;
    let name = format!("throughput{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace.target.join("release").join("examples").join(name))
}

/// The run of median length; the peak is the highest of all.
fn runs(rounds: usize, mut one: impl FnMut() -> Result<Timed>) -> Result<Timed> {
    let all = (0..rounds).map(|_| one()).collect::<Result<Vec<_>>>()?;
    let peak = all.iter().filter_map(|run| run.peak_kib).max();
    Ok(Timed { peak_kib: peak, ..median(all).context("no rounds")? })
}

struct Report<'c> {
    corpus: &'c Corpus,
    wc_seconds: f64,
}

impl Report<'_> {
    fn line(&self, name: &str, run: &Timed, n_articles: Option<f64>) {
        let articles = n_articles.map_or("-".to_owned(), |n| format!("{:.0}", n / run.seconds));
        let peak = run.peak_kib.map_or("-".to_owned(), |kib| format!("{:.0}", kib as f64 / 1024.0));
        println!(
            "{} {:>10.3} {:>10.1} {articles:>12} {:>8.3} {peak:>10}",
            pad(name, 16),
            run.seconds,
            self.corpus.n_bytes as f64 / 1e6 / run.seconds,
            self.wc_seconds / run.seconds,
        );
    }
}

fn pad(text: &str, width: usize) -> String {
    format!("{text:width$}")
}

/// Files with one of the endings below a folder, in the order of their names.
fn files(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut inside = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    inside.sort();
    for path in inside {
        if path.is_dir() {
            found.extend(files(&path, endings)?);
        } else if path.extension().is_some_and(|e| endings.iter().any(|ending| e == *ending)) {
            found.push(path);
        }
    }
    Ok(found)
}
