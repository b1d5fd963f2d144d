//! Snapshots: run, list what waits for review, accept, refuse those that no test names.

use std::ffi::OsString;
use std::path::Path;

use anyhow::Result;
use xshell::{Cmd, Shell, cmd};

use crate::run::{self, Ended};
use crate::tools;
use crate::workspace::Workspace;

/// What a run of the tests said about the snapshots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Every snapshot was asked for and fits.
    Clean,
    /// Some snapshot is named by no test.
    Orphans,
    /// A test failed, so it is not known which snapshots it would have asked for.
    Unknown,
}

impl Verdict {
    /// Reads what cargo-insta said, given whether every test passed.
    pub(crate) fn read(tests_passed: bool, ended: &Ended) -> Self {
        if tests_passed && ended.success {
            Self::Clean
        } else if tests_passed && ended.said.contains("aborting because of unreferenced snapshots") {
            Self::Orphans
        } else {
            Self::Unknown
        }
    }
}

/// The tests of the workspace, run by nextest under cargo-insta.
pub(crate) fn command<'s>(sh: &'s Shell, bin: &Path, flags: &[&str]) -> Result<Cmd<'s>> {
    let insta = bin.join("cargo-insta");
    // cargo-insta asks cargo for nextest, and cargo looks for it on the path.
    let mut path = OsString::from(bin);
    if let Some(rest) = std::env::var_os("PATH") {
        path = std::env::join_paths(std::iter::once(bin.to_path_buf()).chain(std::env::split_paths(&rest)))?;
    }
    Ok(cmd!(sh, "{insta} test --workspace --all-features --test-runner nextest --disable-nextest-doctest")
        .args(flags)
        .env("PATH", path))
}

/// Runs the tests, lists or accepts what changed; `false` when something waits or is orphaned.
pub(crate) fn run(workspace: &Workspace, accept: bool, unused: bool) -> Result<bool> {
    let bin = tools::bin_dir(workspace)?;
    let sh = workspace.shell()?;
    let orphans = if unused { "--unreferenced=delete" } else { "--unreferenced=reject" };
    let mut flags = vec![orphans];
    if accept {
        flags.push("--accept");
    }
    // New snapshots are written beside the old ones even where the environment asks insta to only check.
    let good = run::run(command(&sh, &bin, &flags)?.env("INSTA_UPDATE", "new"))?;
    let pending = pending(workspace)?;
    for path in &pending {
        println!("pending: {path}");
    }
    if !pending.is_empty() {
        println!("{} pending; read them, then `cargo xtask snap --accept`", pending.len());
    }
    Ok(good && pending.is_empty())
}

/// Snapshot files that wait for review, sorted.
pub(crate) fn pending(workspace: &Workspace) -> Result<Vec<String>> {
    let sh = workspace.shell()?;
    // They are ignored by git, and only there: asking git for ignored files finds them in every folder.
    let listed =
        cmd!(sh, "git ls-files --others --ignored --exclude-standard -- crates xtask").quiet().read()?;
    let mut pending: Vec<String> =
        listed.lines().filter(|path| is_pending(path)).map(str::to_owned).collect();
    pending.sort();
    Ok(pending)
}

fn is_pending(path: &str) -> bool {
    path.ends_with(".snap.new") || path.ends_with(".pending-snap")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(success: bool, said: &str) -> Ended {
        Ended { success, said: said.to_owned() }
    }

    #[test]
    fn the_verdict_tells_orphans_from_failures() {
        let orphans = ended(false, "error: aborting because of unreferenced snapshots\n");
        assert_eq!(Verdict::read(true, &ended(true, "")), Verdict::Clean);
        assert_eq!(Verdict::read(true, &orphans), Verdict::Orphans);
        assert_eq!(Verdict::read(false, &ended(false, "error: test run failed")), Verdict::Unknown);
        assert_eq!(Verdict::read(true, &ended(false, "error: something else")), Verdict::Unknown);
    }

    #[test]
    fn pending_files_are_known_by_their_ending() {
        assert!(is_pending("crates/shop/tests/snapshots/it__bill.snap.new"));
        assert!(is_pending("crates/shop/src/.bill.rs.pending-snap"));
        assert!(!is_pending("crates/shop/tests/snapshots/it__bill.snap"));
    }
}
