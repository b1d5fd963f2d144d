//! Running commands so that both a person and the gate see what they say.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result};
use xshell::Cmd;

/// How a command ended, and what it said when that was asked for.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) success: bool,
    /// Standard output and standard error, one after the other.
    pub(crate) said: String,
}

/// Runs the command with its output going straight to ours.
pub(crate) fn run(command: Cmd<'_>) -> Result<bool> {
    let shown = command.to_string();
    let status = Command::from(command)
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot start `{shown}`"))?;
    Ok(status.success())
}

/// Runs the command and keeps its output to itself.
pub(crate) fn run_quietly(command: Cmd<'_>) -> Result<Ended> {
    let shown = command.to_string();
    let output = Command::from(command)
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{shown}`"))?;
    let said =
        [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
    Ok(Ended { success: output.status.success(), said })
}

/// Runs the command, passing its output on line by line and keeping a copy.
pub(crate) fn run_and_listen(command: Cmd<'_>) -> Result<Ended> {
    let shown = command.to_string();
    let mut child = Command::from(command)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{shown}`"))?;
    let out = child.stdout.take().context("no standard output")?;
    let err = child.stderr.take().context("no standard error")?;
    // Two threads: one pipe left unread would fill up and stop the child.
    let err = thread::spawn(move || pass_on(err, std::io::stderr()));
    let mut said = pass_on(out, std::io::stdout())?;
    said.push_str(&err.join().map_err(|_| anyhow::anyhow!("the reader of standard error died"))??);
    let success = child.wait()?.success();
    Ok(Ended { success, said })
}

fn pass_on(from: impl Read, mut to: impl Write) -> Result<String> {
    let mut said = String::new();
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line)? > 0 {
        to.write_all(&line)?;
        said.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    to.flush()?;
    Ok(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::{Shell, cmd};

    #[test]
    fn both_streams_and_the_exit_code_are_kept() {
        let sh = Shell::new().unwrap();
        let ended = run_and_listen(cmd!(sh, "cargo --version")).unwrap();
        assert!(ended.success);
        assert!(ended.said.starts_with("cargo "), "{}", ended.said);
        let ended = run_and_listen(cmd!(sh, "cargo no-such-subcommand")).unwrap();
        assert!(!ended.success);
        assert!(ended.said.contains("no-such-subcommand"), "{}", ended.said);
    }
}
