//! Requests made from the OpenAPI document, most of them wrong, against a running server: none may be a fault of the server,
//! none may be answered otherwise than the document says, memory stays flat, and others are served meanwhile.
//!
//! The requests are made by Schemathesis (<https://schemathesis.io>), pinned.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::bench::server::process::Server;
use crate::flags::Hammer;
use crate::run;
use crate::tools::Python;
use crate::workspace::Workspace;

const PINS: Python = Python { folder: "tools-requests", pins: &["schemathesis==4.32.5"] };

/// What is looked at in every answer. Left out are `positive_data_acceptance`, which knows nothing of the languages in which
/// a query or a cursor is written, and what belongs to APIs with another life of their resources.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,\
    response_schema_conformance,negative_data_rejection,unsupported_method,allow_header_conformance,\
    missing_required_header,ignored_auth";

/// Memory that the server may hold more at the end than after the first round, in MB: requests that are right import
/// articles, so the archive grows.
const GROWTH: f64 = 48.0;

/// Longest that another client may wait for an answer meanwhile. Generous: the machine does other things as well.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) fn run(workspace: &Workspace, options: &Hammer) -> Result<bool> {
    let schemathesis = PINS.program(workspace, "schemathesis")?;
    let sh = workspace.shell()?;
    cmd!(sh, "cargo build --quiet --package wirecopy").quiet().run()?;
    let program = workspace.target.join("debug").join(format!("wirecopy{}", std::env::consts::EXE_SUFFIX));
    let home = workspace.target.join("hammer");
    if home.exists() {
        std::fs::remove_dir_all(&home)?;
    }
    let (archive, token) = archive(workspace, &program, &home)?;
    let mut serve = Command::new(&program);
    serve.args(["serve", "--listen", "127.0.0.1:0", "--archive"]).arg(&archive);
    let mut server = Server::start(&mut serve)?;
    let watch = Watch::start(&server.address);
    let mut good = true;
    let mut first = None;
    let mut round = 0;
    let begun = Instant::now();
    while good && answered(&server)?.total < options.requests {
        round += 1;
        good &= one_round(workspace, &schemathesis, &server, &token, round, options.examples)?;
        ensure!(server.lives(), "the server is gone");
        let resident = server.resident_mb()?;
        first.get_or_insert(resident);
        println!(
            "round {round}: {} requests so far, {resident:.1} MB, others waited {:.0} ms at most",
            answered(&server)?.total,
            watch.worst().as_secs_f64() * 1e3
        );
    }
    let told = answered(&server)?;
    let (first, last) = (first.unwrap_or_default(), server.resident_mb()?);
    println!(
        "{} requests in {:.0} s: {} answered, {} unchanged, {} refused, {} faults; {first:.1} MB after the first round, {last:.1} MB at the end",
        told.total,
        begun.elapsed().as_secs_f64(),
        told.fine,
        told.unchanged,
        told.refused,
        told.faults
    );
    let (worst, asked, failed) = watch.end();
    println!("another client asked {asked} times, {failed} times in vain, and waited {worst:.0?} at most");
    good &= told.faults == 0 && failed == 0 && worst < PATIENCE && last < first + GROWTH;
    Ok(good)
}

/// An archive of the seeds, with a token that may read and write.
fn archive(workspace: &Workspace, program: &Path, home: &Path) -> Result<(PathBuf, String)> {
    let sh = workspace.shell()?;
    let archive = home.join("archive");
    // Some seeds are no text, and are told as such with exit code 1.
    cmd!(sh, "{program} import --quiet seeds --archive {archive}")
        .quiet()
        .ignore_status()
        .ignore_stderr()
        .run()?;
    let token = cmd!(sh, "{program} token add --scope read --scope write --archive {archive}");
    let token = token.quiet().ignore_stderr().read().context("no token could be made")?;
    Ok((archive, token.trim().to_owned()))
}

fn one_round(
    workspace: &Workspace,
    schemathesis: &Path,
    server: &Server,
    token: &str,
    round: u32,
    examples: u32,
) -> Result<bool> {
    let sh = workspace.shell()?;
    let (base, url) = (&server.address, format!("{}/openapi.json", server.address));
    let (round, examples) = (round.to_string(), examples.to_string());
    // What a later round would make of the document's edges, the first has made.
    let phases = if round == "1" { "examples,coverage,fuzzing" } else { "fuzzing" };
    let header = format!("Authorization: Bearer {token}");
    let command = cmd!(
        sh,
        "{schemathesis} run {url} --url {base} --header {header} --checks {CHECKS} --phases {phases} --seed {round}
            --max-examples {examples} --workers 1 --warnings off --generation-database none --request-timeout 60
            --suppress-health-check all --continue-on-failure --no-color"
    );
    let ended = run::run_quietly(command)?;
    if !ended.success {
        println!("{}", ended.said.replace(token, "TOKEN"));
    }
    Ok(ended.success)
}

/// Answers by their class, as the server counts them.
struct Answered {
    total: u64,
    fine: u64,
    unchanged: u64,
    refused: u64,
    faults: u64,
}

fn answered(server: &Server) -> Result<Answered> {
    let text = server.text("/metrics")?;
    let sum = |class: &str| -> u64 {
        let label = format!("status=\"{class}\"}}");
        let lines = text.lines().filter(|line| line.starts_with("wirecopy_http_requests_total{"));
        // The questions of the client that looks whether others are served are none of those that were made.
        let lines = lines.filter(|line| !line.contains("route=\"/healthz\""));
        lines.filter_map(|line| line.split_once(&label)?.1.trim().parse::<u64>().ok()).sum()
    };
    let (fine, unchanged, refused, faults) = (sum("2xx"), sum("3xx"), sum("4xx"), sum("5xx"));
    Ok(Answered { total: fine + unchanged + refused + faults, fine, unchanged, refused, faults })
}

/// Another client, who asks a few times a second whether the server lives.
struct Watch {
    shared: Arc<Shared>,
    thread: std::thread::JoinHandle<()>,
}

#[derive(Default)]
struct Shared {
    over: AtomicBool,
    asked: AtomicU64,
    failed: AtomicU64,
    worst_micros: AtomicU64,
}

impl Watch {
    fn start(address: &str) -> Self {
        let shared = Arc::new(Shared::default());
        let (host, seen) = (address.trim_start_matches("http://").to_owned(), Arc::clone(&shared));
        let thread = std::thread::spawn(move || {
            while !seen.over.load(Relaxed) {
                let begun = Instant::now();
                seen.asked.fetch_add(1, Relaxed);
                if !alive(&host).unwrap_or(false) {
                    seen.failed.fetch_add(1, Relaxed);
                }
                let micros = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
                seen.worst_micros.fetch_max(micros, Relaxed);
                std::thread::sleep(Duration::from_millis(100));
            }
        });
        Self { shared, thread }
    }

    fn worst(&self) -> Duration {
        Duration::from_micros(self.shared.worst_micros.load(Relaxed))
    }

    /// Longest wait, questions asked, questions without an answer.
    fn end(self) -> (Duration, u64, u64) {
        self.shared.over.store(true, Relaxed);
        let worst = self.worst();
        let _ = self.thread.join();
        (worst, self.shared.asked.load(Relaxed), self.shared.failed.load(Relaxed))
    }
}

fn alive(host: &str) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    stream.write_all(
        format!("GET /healthz HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").as_bytes(),
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer.starts_with(b"HTTP/1.1 200 "))
}
