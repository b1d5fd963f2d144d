//! Kills imports at random moments, as often as is asked for; the gate does so ten times.

use anyhow::Result;
use xshell::cmd;

use crate::flags::Crash;
use crate::run as process;
use crate::workspace::Workspace;

/// The test that does it, in the tests of the command line.
const TEST: &str = "what_was_acknowledged_survives_a_kill_at_any_moment";

/// Runs the test with so many rounds.
pub(crate) fn run(workspace: &Workspace, options: &Crash) -> Result<bool> {
    let sh = workspace.shell()?;
    let times = options.times.to_string();
    let release = options.release.then_some("--release");
    let command = cmd!(sh, "cargo test {release...} --package wirecopy --test it -- {TEST} --nocapture");
    process::run(command.env("WIRECOPY_CRASHES", times))
}
