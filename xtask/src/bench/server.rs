//! How many requests the server answers, and what each costs it: `wrk` on loopback, one thread, one run.
//!
//! Time on the wall depends on what else the machine does; the processor time of the server is what to compare.

mod articles;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use xshell::cmd;

use super::timed::ticks;
use crate::flags::BenchServer;
use crate::workspace::Workspace;

/// Queries that are asked in turn: words of the middle, neither in every article nor in one.
const WORDS: [&str; 12] = [
    "bridge", "council", "minister", "river", "school", "market", "energy", "harbour", "election",
    "hospital", "railway", "festival",
];

pub(super) fn run(workspace: &Workspace, options: &BenchServer) -> Result<bool> {
    let sh = workspace.shell()?;
    if cmd!(sh, "wrk --version").quiet().ignore_status().ignore_stderr().read().is_err() {
        bail!("wrk is missing: `apt-get install wrk`");
    }
    cmd!(sh, "cargo build --quiet --release --package wirecopy").run().context("wirecopy does not build")?;
    let program = workspace.target.join("release").join(format!("wirecopy{}", std::env::consts::EXE_SUFFIX));
    let home = workspace.target.join("bench").join("server");
    let archive = imported(workspace, &program, &home, options.articles)?;

    let server = Server::start(&program, &archive)?;
    println!(
        "{} articles, {} seconds each, wrk with one thread and 16 connections",
        options.articles, options.seconds
    );
    println!("resident memory at rest: {:.1} MB", server.resident_mb()?);
    let answer = server.json("/api/v1/changes?limit=1000&fields=id")?;
    let stored = answer["changes"].as_array().into_iter().flatten();
    let ids: Vec<&str> = stored.filter_map(|change| change["record"]["id"].as_str()).collect();
    let id = ids.first().context("the archive is empty")?;
    let article = format!("/api/v1/articles/{id}");
    let tag = server.tag(&article)?;

    println!("{:34} {:>10} {:>10} {:>10} {:>12}", "", "requests/s", "p50 ms", "p99 ms", "us of CPU");
    let bench = Bench { server: &server, home: &home, seconds: options.seconds };
    bench.line("article, JSON, cached", std::slice::from_ref(&article), None)?;
    bench.line("article, 304", &[article], Some(&tag))?;
    let all: Vec<String> = ids.iter().map(|id| format!("/api/v1/articles/{id}?format=jsonld")).collect();
    bench.line("1,000 articles, JSON-LD, in turn", &all, None)?;
    bench.line("search, 10 hits with snippets", &queries("&limit=10"), None)?;
    bench.line("search, frequent word", &["/api/v1/articles?q=the&limit=10".to_owned()], None)?;
    bench.line(
        "search, 2 facets, timeline",
        &queries("&limit=10&facet=source&facet=year&timeline=month"),
        None,
    )?;
    bench.line("feed, 50 entries", &["/feed.atom?q=council".to_owned()], None)?;
    println!("resident memory after it all: {:.1} MB", server.resident_mb()?);
    Ok(true)
}

fn queries(more: &str) -> Vec<String> {
    WORDS.iter().map(|word| format!("/api/v1/articles?q={word}{more}")).collect()
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
    articles::write(workspace, &texts, n_articles, &WORDS)?;
    let sh = workspace.shell()?;
    cmd!(sh, "{program} import --quiet --archive {archive} {texts}")
        .quiet()
        .run()
        .context("nothing was imported")?;
    fs::remove_dir_all(&texts)?;
    fs::write(&done, "")?;
    Ok(archive)
}

/// A server of its own, stopped at the end.
struct Server {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    address: String,
}

impl Server {
    fn start(program: &Path, archive: &Path) -> Result<Self> {
        let mut child = Command::new(program)
            .args(["serve", "--listen", "127.0.0.1:0", "--archive"])
            .arg(archive)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .context("the server cannot be started")?;
        let said = child.stderr.take().context("no standard error")?;
        let mut said = BufReader::new(said);
        let mut line = String::new();
        while said.read_line(&mut line)? > 0 && !line.contains("http://") {
            line.clear();
        }
        let address = line.split_whitespace().find(|word| word.starts_with("http://"));
        let Some(address) = address.map(|address| address.trim_end_matches('/').to_owned()) else {
            let _ = child.kill();
            bail!("the server did not say where it is");
        };
        Ok(Self { child, address })
    }

    fn json(&self, path: &str) -> Result<Value> {
        let url = format!("{}{path}", self.address);
        let said = Command::new("curl")
            .args(["-sf", "--max-time", "60", &url])
            .output()
            .context("curl is missing")?;
        ensure!(said.status.success(), "{url} was not answered");
        Ok(serde_json::from_slice(&said.stdout)?)
    }

    fn tag(&self, path: &str) -> Result<String> {
        let url = format!("{}{path}", self.address);
        let said = Command::new("curl").args(["-sfI", &url]).output().context("curl is missing")?;
        let head = String::from_utf8_lossy(&said.stdout).into_owned();
        let tag = head.lines().find_map(|line| line.strip_prefix("etag: "));
        Ok(tag.context("no entity tag")?.trim().to_owned())
    }

    fn resident_mb(&self) -> Result<f64> {
        let status =
            fs::read_to_string(format!("/proc/{}/status", self.child.id())).context("needs /proc")?;
        let kib = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        Ok(kib.trim().trim_end_matches(" kB").trim().parse::<f64>()? / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Bench<'b> {
    server: &'b Server,
    home: &'b Path,
    seconds: u32,
}

impl Bench<'_> {
    /// Asks for the paths in turn, and says how it went.
    fn line(&self, name: &str, paths: &[String], tag: Option<&str>) -> Result<()> {
        ensure!(!paths.is_empty(), "nothing to ask for: {name}");
        let script = self.home.join("paths.lua");
        let quoted: Vec<String> = paths.iter().map(|path| format!("\"{path}\"")).collect();
        let header = tag.map(|tag| format!("wrk.headers[\"If-None-Match\"] = '{tag}'\n")).unwrap_or_default();
        fs::write(
            &script,
            format!(
                "{header}local paths = {{{}}}\nlocal at = 0\nfunction request()\n  at = at % #paths + 1\n  \
                 return wrk.format(nil, paths[at])\nend\nfunction done(summary, latency)\n  \
                 print(string.format(\"figures %d %d %d %d %d\", summary.requests, summary.duration, \
                 latency:percentile(50), latency:percentile(99), summary.errors.status + summary.errors.read + \
                 summary.errors.timeout))\nend\n",
                quoted.join(", ")
            ),
        )?;
        let before = ticks(self.server.child.id())?;
        let seconds = format!("{}s", self.seconds);
        let said = Command::new("wrk")
            .args(["-t1", "-c16", "-d", &seconds, "-s"])
            .arg(&script)
            .arg(&self.server.address)
            .output()?;
        let cpu = ticks(self.server.child.id())? - before;
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let figures =
            said.lines().find_map(|line| line.strip_prefix("figures ")).context("wrk gave no figures")?;
        let figures: Vec<f64> = figures.split(' ').map(str::parse).collect::<Result<_, _>>()?;
        let [requests, micros, p50, p99, errors] = figures[..] else { bail!("wrk gave other figures") };
        ensure!(requests > 0.0 && errors == 0.0, "{name}: {errors} of {requests} requests failed");
        let rate = requests / (micros / 1e6);
        println!(
            "{name:34} {rate:>10.0} {:>10.2} {:>10.2} {:>12.1}",
            p50 / 1e3,
            p99 / 1e3,
            cpu * 1e6 / requests
        );
        Ok(())
    }
}
