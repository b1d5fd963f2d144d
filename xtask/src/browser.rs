//! The pages of the server, driven in a real browser: tests, and pictures to look at.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::run;
use crate::workspace::Workspace;

/// Where the scripts and the list of their modules stand.
const SCRIPTS: &str = "crates/server/tests/browser";

/// The picture in the README.
const PICTURE: &str = "crates/server/docs/source-view.png";

/// Programs that may be the browser, first found first taken.
const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Runs the tests; `true` when all passed.
pub(crate) fn test(workspace: &Workspace) -> Result<bool> {
    drive(workspace, &[])
}

/// Takes pictures of every page into a folder below `target`, and the one in the README.
pub(crate) fn pictures(workspace: &Workspace) -> Result<bool> {
    let folder = workspace.target.join("pictures");
    if !drive(workspace, &["--pictures".to_owned(), folder.display().to_string()])? {
        return Ok(false);
    }
    let to = workspace.root.join(PICTURE);
    fs::create_dir_all(to.parent().context("a picture without a folder")?)?;
    fs::copy(folder.join("readme.png"), &to).with_context(|| format!("cannot write {PICTURE}"))?;
    println!("wrote {PICTURE}; the others are in {}", workspace.relative(&folder));
    Ok(true)
}

fn drive(workspace: &Workspace, more: &[String]) -> Result<bool> {
    let sh = workspace.shell()?;
    let modules = modules(workspace, &sh)?;
    let browser = browser(&sh)?;
    cmd!(sh, "cargo build --quiet --package wirecopy").quiet().run()?;
    let server = workspace.target.join("debug").join(format!("wirecopy{}", std::env::consts::EXE_SUFFIX));
    let script = workspace.root.join(SCRIPTS).join("run.mjs");
    let command = cmd!(
        sh,
        "node {script} --modules {modules} --chromium {browser} --server {server} --seeds seeds {more...}"
    );
    run::run(command)
}

/// The folder of the modules; installs them when the list of them is another than the one installed.
fn modules(workspace: &Workspace, sh: &Shell) -> Result<PathBuf> {
    let home = workspace.target.join("tools-browser");
    let scripts = workspace.root.join(SCRIPTS);
    let wanted = fs::read(scripts.join("package-lock.json"))?;
    // Written last: a half-made folder of an interrupted run has none.
    let receipt = home.join("installed.json");
    if fs::read(&receipt).is_ok_and(|installed| installed == wanted) {
        return Ok(home);
    }
    if cmd!(sh, "npm --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        bail!(
            "no `npm` on this machine: install Node.js 20 or later (on Debian: apt-get install nodejs npm)"
        );
    }
    eprintln!("installing the browser tests' modules into {}", workspace.relative(&home));
    fs::create_dir_all(&home)?;
    for name in ["package.json", "package-lock.json"] {
        fs::copy(scripts.join(name), home.join(name))?;
    }
    cmd!(sh, "npm ci --prefix {home} --no-audit --no-fund --ignore-scripts --loglevel=error")
        .quiet()
        .run()
        .with_context(|| format!("install by hand: npm ci --prefix {}", workspace.relative(&home)))?;
    fs::write(&receipt, wanted)?;
    Ok(home)
}

/// The browser of this machine; on Debian, root gets it installed.
fn browser(sh: &Shell) -> Result<PathBuf> {
    if let Some(path) = find() {
        return Ok(path);
    }
    let is_root = cmd!(sh, "id -u").quiet().ignore_stderr().read().is_ok_and(|id| id.trim() == "0");
    if is_root && Path::new("/usr/bin/apt-get").is_file() {
        eprintln!("installing chromium");
        // A new machine knows no packages before it has asked; where it cannot ask, it may know them all the same.
        let _ = cmd!(sh, "apt-get update --quiet").quiet().ignore_stdout().run();
        let installed = cmd!(sh, "apt-get install --yes --quiet --no-install-recommends chromium").quiet();
        if installed.ignore_stdout().run().is_ok()
            && let Some(path) = find()
        {
            return Ok(path);
        }
    }
    bail!("no browser on this machine: install chromium (on Debian: apt-get install chromium)")
}

fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    BROWSERS
        .iter()
        .find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()))
}
