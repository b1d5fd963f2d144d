//! One line of the bench: `wrk` with one thread asks for some paths in turn.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::process::Server;

/// How one load went.
#[derive(Debug, Clone, Copy)]
pub(super) struct Load {
    requests: f64,
    /// Those that were refused, broken off or given up.
    errors: f64,
    /// Requests a second.
    pub(super) rate: f64,
    /// Latencies in milliseconds.
    pub(super) p50: f64,
    pub(super) p99: f64,
    /// Processor time of the server, in microseconds a request.
    pub(super) micros: f64,
}

impl Load {
    fn show(&self, name: &str) {
        let Self { rate, p50, p99, micros, .. } = self;
        println!("{name:38} {rate:>10.0} {p50:>10.2} {p99:>10.2} {micros:>12.1}");
    }
}

/// Loads a server.
pub(super) struct Bench<'b> {
    pub(super) server: &'b Server,
    /// Folder for the script of `wrk`.
    pub(super) home: &'b Path,
    pub(super) seconds: u32,
}

impl Bench<'_> {
    /// Asks for the paths in turn, and says how it went.
    pub(super) fn line(&self, name: &str, paths: &[String], tag: Option<&str>) -> Result<Load> {
        let load = self.load(name, paths, tag)?;
        ensure!(load.errors == 0.0, "{name}: {} of {} requests failed", load.errors, load.requests);
        load.show(name);
        Ok(load)
    }

    /// The same, of a server that is not ours: requests that it gives up are counted, and said.
    pub(super) fn yardstick(&self, name: &str, paths: &[String]) -> Result<Load> {
        let load = self.load(name, paths, None)?;
        load.show(name);
        if load.errors > 0.0 {
            println!("{:38} {:.0} of {:.0} were given up", "  of these requests", load.errors, load.requests);
        }
        Ok(load)
    }

    fn load(&self, name: &str, paths: &[String], tag: Option<&str>) -> Result<Load> {
        ensure!(!paths.is_empty(), "nothing to ask for: {name}");
        let script = self.home.join("paths.lua");
        fs::write(&script, lua(paths, tag))?;
        let before = self.server.seconds()?;
        let said = Command::new("wrk")
            .args(["-t1", "-c16", "--timeout", "30s", "-d", &format!("{}s", self.seconds), "-s"])
            .arg(&script)
            .arg(&self.server.address)
            .output()?;
        let cpu = self.server.seconds()? - before;
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let figures =
            said.lines().find_map(|line| line.strip_prefix("figures ")).context("wrk gave no figures")?;
        let figures: Vec<f64> = figures.split(' ').map(str::parse).collect::<Result<_, _>>()?;
        let [requests, micros, p50, p99, errors] = figures[..] else { bail!("wrk gave other figures") };
        ensure!(requests > 0.0, "{name}: not one request was answered");
        Ok(Load {
            requests,
            errors,
            rate: requests / (micros / 1e6),
            p50: p50 / 1e3,
            p99: p99 / 1e3,
            micros: cpu * 1e6 / requests,
        })
    }
}

fn lua(paths: &[String], tag: Option<&str>) -> String {
    let quoted: Vec<String> = paths.iter().map(|path| format!("\"{path}\"")).collect();
    let header = tag.map(|tag| format!("wrk.headers[\"If-None-Match\"] = '{tag}'\n")).unwrap_or_default();
    format!(
        "{header}local paths = {{{}}}\nlocal at = 0\nfunction request()\n  at = at % #paths + 1\n  \
         return wrk.format(nil, paths[at])\nend\nfunction done(summary, latency)\n  \
         print(string.format(\"figures %d %d %d %d %d\", summary.requests, summary.duration, \
         latency:percentile(50), latency:percentile(99), summary.errors.status + summary.errors.read + \
         summary.errors.timeout))\nend\n",
        quoted.join(", ")
    )
}
