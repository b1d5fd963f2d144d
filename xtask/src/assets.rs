//! What a package ships beside the program: manual pages and completions, under `target/assets`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::workspace::Workspace;

/// Shells with the file name that each looks for.
const SHELLS: [(&str, &str); 5] = [
    ("bash", "wirecopy.bash"),
    ("elvish", "wirecopy.elv"),
    ("fish", "wirecopy.fish"),
    ("powershell", "_wirecopy.ps1"),
    ("zsh", "_wirecopy"),
];

/// Writes the manual pages, one a command.
pub(crate) fn man(workspace: &Workspace) -> Result<bool> {
    let folder = workspace.target.join("assets").join("man");
    let sh = workspace.shell()?;
    cmd!(sh, "cargo run --quiet --package wirecopy -- man {folder}").quiet().run()?;
    let mut pages = sh.read_dir(&folder)?;
    pages.sort();
    anyhow::ensure!(!pages.is_empty(), "`wirecopy man` wrote no page");
    for page in pages {
        println!("wrote {}", workspace.relative(&page));
    }
    Ok(true)
}

/// Writes the completions of every shell.
pub(crate) fn completions(workspace: &Workspace) -> Result<bool> {
    for (shell, name) in SHELLS {
        let script = ask(workspace, &["completions", shell])?;
        write(workspace, &format!("completions/{name}"), &script)?;
    }
    Ok(true)
}

fn ask(workspace: &Workspace, arguments: &[&str]) -> Result<String> {
    let sh = workspace.shell()?;
    let said = cmd!(sh, "cargo run --quiet --package wirecopy --").args(arguments).quiet().read()?;
    anyhow::ensure!(!said.trim().is_empty(), "`wirecopy {}` printed nothing", arguments.join(" "));
    Ok(said + "\n")
}

fn write(workspace: &Workspace, name: &str, text: &str) -> Result<()> {
    let path: PathBuf = workspace.target.join("assets").join(name);
    fs::create_dir_all(path.parent().context("an asset without a folder")?)?;
    fs::write(&path, text)?;
    println!("wrote {}", workspace.relative(&path));
    Ok(())
}
