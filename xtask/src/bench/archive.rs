//! What an archive of a hundred thousand articles costs and gives, beside SQLite's own full-text index over the same rows.
//!
//! Processor time is what to compare: the machine may do other things meanwhile.

mod articles;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use xshell::cmd;

use super::timed::{Timed, timed};
use crate::flags::BenchArchive;
use crate::workspace::Workspace;
use articles::Paragraphs;

/// Articles with which the shares of parser and archive are measured.
const PART: usize = 20_000;

/// Articles that an interrupted import finds more, as a share of those that are there already.
const MORE: usize = 10;

pub(super) fn run(workspace: &Workspace, options: &BenchArchive) -> Result<bool> {
    let n = options.articles;
    ensure!(n >= 1000, "--articles must be at least 1000");
    let paragraphs = paragraphs(workspace, options)?;
    let programs = Programs::build(workspace)?;
    let home = workspace.target.join("bench").join("archive");
    let texts = texts(&home, &paragraphs, n)?;
    let bytes = folder_bytes(&texts.join("first"))?;
    println!("{n} articles of {} paragraphs, {:.1} MB as files", paragraphs.len(), mega(bytes));

    let archive = home.join("archive");
    remove(&archive)?;
    import(&programs, &texts.join("first"), &archive, n)?;
    sizes(&programs, &archive)?;
    let beside = home.join("fts5.db");
    remove_file(&beside)?;
    said(&mut programs.beside("queries", &archive, &beside))?;
    remove_file(&beside)?;
    restart(&programs, &texts.join("more"), &archive)?;
    if !options.keep {
        remove(&archive)?;
        remove(&texts)?;
    }
    Ok(true)
}

fn paragraphs(workspace: &Workspace, options: &BenchArchive) -> Result<Paragraphs> {
    let folder = match &options.corpus {
        Some(folder) => folder.clone(),
        None => {
            let beside = workspace.root.parent().context("the workspace has no folder around it")?;
            beside.join("shared").join("corpora")
        }
    };
    ensure!(
        folder.is_dir(),
        "articles are made of the paragraphs of real ones, which are no part of this project: a folder of `.txt` files, \
         or of `.jsonl` files with a `text` in each line, should be at {}, or be named with --corpus",
        folder.display()
    );
    Paragraphs::read(&folder)
}

/// The programs that are measured.
struct Programs {
    wirecopy: PathBuf,
    beside: PathBuf,
}

impl Programs {
    fn build(workspace: &Workspace) -> Result<Self> {
        let sh = workspace.shell()?;
        cmd!(sh, "cargo build --quiet --release --package wirecopy")
            .run()
            .context("wirecopy does not build")?;
        cmd!(sh, "cargo build --quiet --release --package wirecopy-archive --example beside_fts5")
            .run()
            .context("the example beside_fts5 does not build")?;
        let release = workspace.target.join("release");
        let name = |name: &str| format!("{name}{}", std::env::consts::EXE_SUFFIX);
        Ok(Self {
            wirecopy: release.join(name("wirecopy")),
            beside: release.join("examples").join(name("beside_fts5")),
        })
    }

    fn beside(&self, what: &str, archive: &Path, other: &Path) -> Command {
        let mut command = Command::new(&self.beside);
        command.arg(what).arg(archive).arg(other);
        command
    }
}

/// The articles as files: in `first` as many as are asked for, in `more` some that come later. Kept for the next run.
fn texts(home: &Path, paragraphs: &Paragraphs, n: usize) -> Result<PathBuf> {
    let texts = home.join(format!("texts-{n}"));
    let whole = texts.join("whole");
    if !whole.exists() {
        remove(&texts)?;
        articles::write(paragraphs, &texts.join("first"), 0..n)?;
        articles::write(paragraphs, &texts.join("more"), n..n + n / MORE)?;
        fs::write(&whole, "")?;
    }
    Ok(texts)
}

/// From files to searchable and durable; of that the parser's share, and the archive's.
fn import(programs: &Programs, texts: &Path, archive: &Path, n: usize) -> Result<()> {
    // A part tells the share of either as well as the whole.
    let (part, n_part) = (part(texts)?, PART.min(n));
    let parsed =
        timed(Command::new(&programs.wirecopy).args(["parse", "--format", "jsonl", "-q"]).args(&part))?;
    let whole =
        timed(Command::new(&programs.wirecopy).args(["import", "-q", "--archive"]).arg(archive).arg(texts))?;
    let again =
        timed(Command::new(&programs.wirecopy).args(["import", "-q", "--archive"]).arg(archive).arg(texts))?;
    let alone = archive.with_extension("alone");
    remove(&alone)?;
    let kept = timed(&mut programs.beside("import", archive, &alone))?;
    remove(&alone)?;
    println!("\nimport {:38} {:>10} {:>16} {:>8}", "", "CPU s", "articles/CPU s", "peak MB");
    let line = |name: &str, run: &Timed, n: f64, seconds: f64| {
        let peak = run.peak_kib.map_or_else(String::new, |kib| format!("{:.0}", kib as f64 / 1024.0));
        println!("  {name:42} {seconds:>10.2} {:>16.0} {peak:>8}", n / seconds.max(1e-9));
    };
    line("files to durable and searchable", &whole, n as f64, whole.cpu_seconds);
    line("  the parser alone (to JSON Lines), a part", &parsed, n_part as f64, parsed.cpu_seconds);
    line(
        "  the archive alone (no parser), a part",
        &kept,
        kept.value("records")?,
        kept.value("import_cpu_seconds")?,
    );
    line("the same files again", &again, n as f64, again.cpu_seconds);
    Ok(())
}

/// The folders that hold the first articles.
fn part(texts: &Path) -> Result<Vec<PathBuf>> {
    let mut folders = fs::read_dir(texts)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    folders.sort();
    folders.truncate(PART / articles::IN_FOLDER);
    Ok(folders)
}

fn sizes(programs: &Programs, archive: &Path) -> Result<()> {
    let sizes = timed(&mut programs.beside("sizes", archive, archive))?;
    let text = sizes.value("text_bytes")?;
    println!("\nsize {:40} {:>10} {:>16}", "", "MB", "share of text");
    for (name, key) in [
        ("text of the articles", "text_bytes"),
        ("store, with the bytes that came in", "store_bytes"),
        ("  of that the bytes that came in", "source_bytes"),
        ("  of that the records", "record_bytes"),
        ("index", "index_bytes"),
        ("archive without the bytes that came in", "without_source_bytes"),
        ("archive with them", "with_source_bytes"),
    ] {
        let bytes = sizes.value(key)?;
        println!("  {name:42} {:>10.1} {:>16.2}", bytes / 1e6, bytes / text);
    }
    Ok(())
}

/// An import that is killed in the middle, and what opening the archive costs after it.
fn restart(programs: &Programs, more: &Path, archive: &Path) -> Result<()> {
    let open = || {
        timed(
            Command::new(&programs.wirecopy)
                .args(["changes", "--since", "1000000000000", "--archive"])
                .arg(archive),
        )
    };
    println!("\nopening {:37} {:>10}", "", "CPU s");
    println!("  {:42} {:>10.2}", "in order", open()?.cpu_seconds);
    let report = archive.with_extension("report.jsonl");
    let mut worst: f64 = 0.0;
    for round in 0..5_u32 {
        remove_file(&report)?;
        let mut child = Command::new(&programs.wirecopy)
            .args(["import", "-q", "--archive"])
            .arg(archive)
            .arg("--report")
            .arg(&report)
            .arg(more)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let begun = Instant::now();
        while !report.metadata().is_ok_and(|meta| meta.len() > 0) && child.try_wait()?.is_none() {
            if begun.elapsed() > Duration::from_secs(60) {
                child.kill()?;
                bail!("the import acknowledges nothing");
            }
            sleep(Duration::from_millis(5));
        }
        sleep(Duration::from_millis(u64::from(round) * 300));
        child.kill()?;
        child.wait()?;
        worst = worst.max(open()?.cpu_seconds);
    }
    remove_file(&report)?;
    println!("  {:42} {worst:>10.2}", "after kill -9 of an import, worst of 5");
    Ok(())
}

/// Runs a program whose table is for the reader.
fn said(command: &mut Command) -> Result<()> {
    let run = timed(command)?;
    println!("\n{}", run.said.trim_end());
    Ok(())
}

fn folder_bytes(folder: &Path) -> Result<u64> {
    Ok(super::files(folder, &["txt"])?
        .iter()
        .filter_map(|path| path.metadata().ok())
        .map(|meta| meta.len())
        .sum())
}

fn mega(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

fn remove_file(file: &Path) -> Result<()> {
    if file.exists() {
        fs::remove_file(file).with_context(|| format!("cannot remove {}", file.display()))?;
    }
    Ok(())
}
