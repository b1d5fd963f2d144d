//! A server in a process of its own: started, asked, weighed, stopped.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::bench::timed::ticks;

/// The server, stopped when this is dropped.
pub(crate) struct Server {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    pub(crate) address: String,
}

impl Server {
    /// Starts a program that says on standard error where it serves.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let shown = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("`{shown}` cannot be started"))?;
        let said = child.stderr.take().context("no standard error")?;
        let mut said = BufReader::new(said);
        let mut line = String::new();
        let mut all = String::new();
        while said.read_line(&mut line)? > 0 && !line.contains("http://") {
            all.push_str(&line);
            line.clear();
        }
        let address = line.split_whitespace().find(|word| word.starts_with("http://"));
        let Some(address) = address.map(|address| address.trim_end_matches('/').to_owned()) else {
            let _ = child.kill();
            let _ = child.wait();
            bail!("`{shown}` did not say where it serves:\n{all}");
        };
        // What it says from now on is read and dropped: a full pipe would stop it.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Ok(Self { child, address })
    }

    /// What a path answers.
    pub(crate) fn text(&self, path: &str) -> Result<String> {
        let url = format!("{}{path}", self.address);
        let said = Command::new("curl")
            .args(["-sf", "--max-time", "60", &url])
            .output()
            .context("curl is missing: `apt-get install curl`")?;
        ensure!(said.status.success(), "{url} was not answered");
        String::from_utf8(said.stdout).with_context(|| format!("{url} gave no text"))
    }

    /// What a path answers, as JSON.
    pub(crate) fn json(&self, path: &str) -> Result<Value> {
        serde_json::from_str(&self.text(path)?).with_context(|| format!("{path} gave no JSON"))
    }

    /// A header of what a path answers.
    pub(crate) fn header(&self, path: &str, name: &str) -> Result<String> {
        let url = format!("{}{path}", self.address);
        let said = Command::new("curl").args(["-sfI", "--max-time", "60", &url]).output()?;
        let head = String::from_utf8_lossy(&said.stdout).into_owned();
        let value = head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        Ok(value.with_context(|| format!("{url} has no {name}"))?.trim().to_owned())
    }

    /// Memory that it holds now, in MB of 1,000,000 bytes, with the pages of files that it looks into.
    pub(crate) fn resident_mb(&self) -> Result<f64> {
        self.memory_mb("VmRSS")
    }

    /// Memory of its own: what the system cannot take back by reading files again.
    pub(crate) fn own_mb(&self) -> Result<f64> {
        self.memory_mb("RssAnon")
    }

    fn memory_mb(&self, name: &str) -> Result<f64> {
        let status =
            fs::read_to_string(format!("/proc/{}/status", self.child.id())).context("needs /proc")?;
        let kib = status
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
            .with_context(|| format!("no {name}"))?;
        Ok(kib.trim().trim_end_matches(" kB").trim().parse::<f64>()? * 1024.0 / 1e6)
    }

    /// Processor time that it has taken so far, in seconds.
    pub(crate) fn seconds(&self) -> Result<f64> {
        ticks(self.child.id())
    }

    /// Whether it still runs.
    pub(crate) fn lives(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
