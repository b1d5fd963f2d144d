//! Running a program with a clock beside it.

use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How one run went.
#[derive(Debug, Clone)]
pub(super) struct Timed {
    pub(super) seconds: f64,
    /// Processor time of all its threads, user and system; 0 where the system does not tell.
    pub(super) cpu_seconds: f64,
    /// The most memory it held, in KiB; where the system tells.
    pub(super) peak_kib: Option<u64>,
    /// The head of its standard output.
    pub(super) said: String,
}

impl Timed {
    /// The number behind a name, of a program that prints `name value` lines.
    pub(super) fn value(&self, name: &str) -> Result<f64> {
        let line = self.said.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.and_then(|value| value.trim().parse().ok())
            .with_context(|| format!("the run did not say `{name}`"))
    }
}

/// Processor time that a running process has taken so far, in seconds.
pub(super) fn ticks(process: u32) -> Result<f64> {
    // User and system time are the eleventh and twelfth number behind the state.
    stat(&process.to_string(), [10, 11])
}

/// Processor time of all programs that this one has run to their ends, in seconds.
fn children() -> Result<f64> {
    stat("self", [12, 13])
}

/// Sums numbers of what the system says of a process, in seconds.
fn stat(process: &str, places: [usize; 2]) -> Result<f64> {
    /// What Linux counts in, on every platform that it runs on today.
    const A_SECOND: f64 = 100.0;
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).context("needs /proc")?;
    // The name in brackets may hold anything; the numbers begin behind it. The state is a letter and left out.
    let numbers = stat.rsplit_once(") ").context("an unknown form of /proc")?.1;
    let numbers: Vec<f64> = numbers.split(' ').filter_map(|word| word.parse().ok()).collect();
    let sum = places.iter().map(|&place| numbers.get(place).copied()).sum::<Option<f64>>();
    Ok(sum.context("an unknown form of /proc")? / A_SECOND)
}

/// Bytes of output that are kept; the rest is read and dropped, as `/dev/null` would.
const KEPT: usize = 1 << 16;

/// Runs a program to its end. Exit code 1, "some inputs had problems", is an end like another.
pub(super) fn timed(command: &mut Command) -> Result<Timed> {
    let shown = command.get_program().to_string_lossy().into_owned();
    let start = Instant::now();
    let cpu_before = children().unwrap_or_default();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("cannot start `{shown}`"))?;
    let mut out = child.stdout.take().context("no standard output")?;
    let reader = thread::spawn(move || {
        let (mut said, mut block) = (Vec::new(), vec![0; KEPT]);
        while let Ok(n @ 1..) = out.read(&mut block) {
            said.extend_from_slice(&block[..n.min(KEPT - said.len().min(KEPT))]);
        }
        String::from_utf8_lossy(&said).into_owned()
    });
    let mut peak_kib = None;
    let status = loop {
        // The mark only rises, and is gone with the process: the last look before its end is the answer.
        peak_kib = high_water(child.id()).or(peak_kib);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_millis(5));
    };
    let seconds = start.elapsed().as_secs_f64();
    let cpu_seconds = children().unwrap_or_default() - cpu_before;
    let said = reader.join().map_err(|_| anyhow::anyhow!("the reader of standard output died"))?;
    if !matches!(status.code(), Some(0 | 1)) {
        bail!("`{shown}` failed: {status}");
    }
    Ok(Timed { seconds, cpu_seconds, peak_kib, said })
}

/// The most memory a running process has held, in KiB.
fn high_water(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The run of median length.
pub(super) fn median(mut runs: Vec<Timed>) -> Option<Timed> {
    runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let middle = runs.len() / 2;
    runs.into_iter().nth(middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_timed_and_heard() {
        let run = timed(Command::new("cargo").arg("--version")).unwrap();
        assert!(run.seconds > 0.0);
        assert!(run.said.starts_with("cargo "), "{}", run.said);
        assert!(timed(&mut Command::new("no-such-program")).is_err());
        assert!(timed(Command::new("cargo").arg("no-such-subcommand")).is_err());
    }

    #[test]
    fn the_median_is_a_run_and_names_have_values() {
        let run = |seconds, said: &str| Timed {
            seconds,
            cpu_seconds: seconds,
            peak_kib: None,
            said: said.to_owned(),
        };
        let middle = median(vec![run(3.0, ""), run(1.0, ""), run(2.0, "bytes 12\narticles 7\n")]).unwrap();
        assert!((middle.seconds - 2.0).abs() < 1e-9);
        assert!((middle.value("articles").unwrap() - 7.0).abs() < 1e-9);
        assert!(middle.value("article").is_err());
        assert!(median(Vec::new()).is_none());
    }
}
