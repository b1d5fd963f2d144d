//! How many requests the server answers, and what each costs it: `wrk` on loopback, one thread, one run; and the same rows
//! asked of Datasette in the same run.
//!
//! Time on the wall depends on what else the machine does; the processor time of the server, and what stands side by side
//! in one run, are what to compare.

mod articles;
mod datasette;
mod load;
pub(crate) mod process;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use xshell::cmd;

use crate::flags::BenchServer;
use crate::workspace::Workspace;
use articles::name;
use datasette::Datasette;
use load::{Bench, Load};
use process::Server;

/// Spellings in which each search is asked for, so that none is the same as one of the second before: for so long the server
/// keeps answers.
const VARIED: usize = 200;

/// Ranks of the names that are asked for: how often a word stands in the articles.
const FREQUENT: std::ops::Range<usize> = 0..8;
const MIDDLE: std::ops::Range<usize> = 60..124;
const RARE: std::ops::Range<usize> = 1500..1564;

pub(super) fn run(workspace: &Workspace, options: &BenchServer) -> Result<bool> {
    let sh = workspace.shell()?;
    if cmd!(sh, "wrk --version").quiet().ignore_status().ignore_stdout().ignore_stderr().run().is_err() {
        bail!("wrk is missing: `apt-get install wrk`");
    }
    cmd!(sh, "cargo build --quiet --release --package wirecopy").run().context("wirecopy does not build")?;
    let program = workspace.target.join("release").join(format!("wirecopy{}", std::env::consts::EXE_SUFFIX));
    let home = workspace.target.join("bench").join("server");
    let archive = imported(workspace, &program, &home, options.articles)?;

    let server = start(&program, &archive)?;
    println!(
        "{} articles, {} seconds each, wrk with one thread and 16 connections",
        options.articles, options.seconds
    );
    println!("resident memory at rest: {:.1} MB", server.resident_mb()?);
    println!("{:38} {:>10} {:>10} {:>10} {:>12}", "", "requests/s", "p50 ms", "p99 ms", "us of CPU");
    let bench = Bench { server: &server, home: &home, seconds: options.seconds };
    let ours = ours(&bench)?;
    println!(
        "resident memory after it all: {:.1} MB, of it {:.1} MB that are no pages of files",
        server.resident_mb()?,
        server.own_mb()?
    );
    if options.alone {
        return Ok(true);
    }
    let datasette = Datasette::prepare(workspace, &home, &server, options.articles)?;
    drop(server);
    beside(&datasette, &ours, &home, options.seconds)?;
    Ok(true)
}

/// What is held against Datasette.
struct Ours {
    id: String,
    article: Load,
    middle: Load,
    frequent: Load,
    facets: Load,
}

fn ours(bench: &Bench<'_>) -> Result<Ours> {
    let answer = bench.server.json("/api/v1/changes?limit=1000&fields=id")?;
    let stored = answer["changes"].as_array().into_iter().flatten();
    let ids: Vec<String> =
        stored.filter_map(|change| change["record"]["id"].as_str()).map(str::to_owned).collect();
    let id = ids.first().context("the archive is empty")?.clone();
    let path = format!("/api/v1/articles/{id}");
    let tag = bench.server.header(&path, "etag")?;
    let article = bench.line("article, JSON, cached", std::slice::from_ref(&path), None)?;
    bench.line("article, 304", &[path], Some(&tag))?;
    let all: Vec<String> = ids.iter().map(|id| format!("/api/v1/articles/{id}?format=jsonld")).collect();
    bench.line("1,000 articles, JSON-LD, in turn", &all, None)?;
    bench.line("search, rare word", &words(RARE, "&limit=10"), None)?;
    let middle = bench.line("search, word of the middle", &words(MIDDLE, "&limit=10"), None)?;
    bench.line("  the same 64 searches over and over", &repeated(MIDDLE, "&limit=10"), None)?;
    let frequent = bench.line("search, frequent word", &words(FREQUENT, "&limit=10"), None)?;
    let pairs: Vec<String> = MIDDLE.map(|at| search(&format!("{}+{}", name(at), name(at % 9)), "")).collect();
    bench.line("search, two words", &varied(&pairs), None)?;
    let phrases: Vec<String> = MIDDLE.map(|at| search(&format!("%22from+{}%22", name(at)), "")).collect();
    bench.line("search, phrase", &varied(&phrases), None)?;
    let facets = bench.line(
        "search, word of the middle, 2 facets",
        &words(MIDDLE, "&limit=10&facet=source&facet=year"),
        None,
    )?;
    bench.line(
        "search, frequent word, 2 facets",
        &words(FREQUENT, "&limit=10&facet=source&facet=year"),
        None,
    )?;
    let years: Vec<String> = (2010..2020)
        .map(|year| search(&format!("published%3A{year}"), "&facet=source&facet=place&timeline=month"))
        .collect();
    bench.line("browse a year, 2 facets, timeline", &varied(&years), None)?;
    let pages: Vec<String> = MIDDLE.map(|at| format!("/?q={}", name(at))).collect();
    bench.line("search page, HTML, all its facets", &pages, None)?;
    bench.line("feed, 50 entries", &["/feed.atom?q=council".to_owned()], None)?;
    Ok(Ours { id, article, middle, frequent, facets })
}

/// The same questions to Datasette, and how many times as much was answered here.
fn beside(datasette: &Datasette, ours: &Ours, home: &Path, seconds: u32) -> Result<()> {
    let server = datasette.start()?;
    let table = datasette.table()?;
    println!("\nthe same rows in Datasette: resident at rest {:.1} MB", server.resident_mb()?);
    let bench = Bench { server: &server, home, seconds };
    let columns = "_col=id&_col=headline&_col=source&_col=published";
    let find = |ranks: std::ops::Range<usize>, more: &str| -> Vec<String> {
        ranks.map(|at| format!("{table}.json?_search={}&_size=10&{columns}{more}", name(at))).collect()
    };
    let lines = [
        ("article, JSON", vec![format!("{table}/{}.json", ours.id)], ours.article),
        ("search, word of the middle", find(MIDDLE, ""), ours.middle),
        ("search, frequent word", find(FREQUENT, ""), ours.frequent),
        ("search, word of the middle, 2 facets", find(MIDDLE, "&_facet=source&_facet=year"), ours.facets),
    ];
    for (name, paths, ours) in lines {
        let theirs = bench.yardstick(name, &paths)?;
        println!(
            "{:38} {:>9.1}x requests, 1/{:.0} of the processor time",
            "  here",
            ours.rate / theirs.rate,
            theirs.micros / ours.micros
        );
    }
    println!("Datasette after it all: {:.1} MB", server.resident_mb()?);
    Ok(())
}

fn words(ranks: std::ops::Range<usize>, more: &str) -> Vec<String> {
    varied(&repeated(ranks, more))
}

fn repeated(ranks: std::ops::Range<usize>, more: &str) -> Vec<String> {
    ranks.map(|at| search(&name(at), more)).collect()
}

/// The same searches in many spellings that mean the same: with more and more space before the words.
fn varied(paths: &[String]) -> Vec<String> {
    let spaces = (0..VARIED).map(|n| format!("?q={}", "+".repeat(n)));
    spaces.flat_map(|lead| paths.iter().map(move |path| path.replacen("?q=", &lead, 1))).collect()
}

fn search(query: &str, more: &str) -> String {
    let limit = if more.contains("limit=") { "" } else { "&limit=10" };
    format!("/api/v1/articles?q={query}{limit}{more}")
}

fn start(program: &Path, archive: &Path) -> Result<Server> {
    let mut command = Command::new(program);
    Server::start(command.args(["serve", "--listen", "127.0.0.1:0", "--archive"]).arg(archive))
}

/// An archive of so many invented articles, kept for the next run.
fn imported(workspace: &Workspace, program: &Path, home: &Path, n_articles: usize) -> Result<PathBuf> {
    let archive = home.join(format!("archive-{n_articles}"));
    let done = home.join(format!("archive-{n_articles}.done"));
    if done.exists() {
        return Ok(archive);
    }
    let texts = home.join("texts");
    for folder in [&archive, &texts] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
    }
    articles::write(workspace, &texts, n_articles)?;
    let status = Command::new(program).args(["import", "--archive"]).arg(&archive).arg(&texts).status()?;
    ensure!(status.success(), "the articles were not imported");
    fs::remove_dir_all(&texts)?;
    fs::write(&done, "")?;
    Ok(archive)
}
