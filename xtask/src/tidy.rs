//! House rules as code. Each rule is a function from what it looks at to the complaints it has.

mod arrows;
mod places;
mod seeds;
mod sources;

use std::fs;

use anyhow::Result;
use xshell::cmd;

use crate::diagnostics;
use crate::workspace::Workspace;

/// Looks at everything that git knows or would take in; `false` when a rule is broken.
pub(crate) fn run(workspace: &Workspace) -> Result<bool> {
    let files = files(workspace)?;
    let mut complaints = arrows::check(&workspace.packages);
    complaints.extend(places::check(&files));
    for path in files.iter().filter(|path| sources::is_ours(path)) {
        // A file that is not text has no lines to look at.
        if let Ok(text) = fs::read_to_string(workspace.root.join(path)) {
            complaints.extend(sources::check(path, &text));
        }
    }
    complaints.extend(seeds::check(&seeds::read(&workspace.root, &files)?));
    complaints.extend(diagnostics::complaint(workspace)?);
    complaints.extend(stale_lock(workspace)?);
    for complaint in &complaints {
        println!("error: {complaint}");
    }
    println!("{} files, {} complaints", files.len(), complaints.len());
    Ok(complaints.is_empty())
}

/// Paths below the root with `/` between folders, sorted: tracked ones and new ones that are not ignored.
fn files(workspace: &Workspace) -> Result<Vec<String>> {
    let sh = workspace.shell()?;
    // -z, because git quotes unusual names otherwise.
    let listed = cmd!(sh, "git ls-files -z --cached --others --exclude-standard").quiet().read()?;
    let mut files: Vec<String> =
        listed.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect();
    files.retain(|path| workspace.root.join(path).is_file());
    files.sort();
    files.dedup();
    Ok(files)
}

/// In a fresh clone cargo has just written down what the manifests asked for; that it had to means that the commit forgot.
fn stale_lock(workspace: &Workspace) -> Result<Option<String>> {
    if std::env::var_os("CI").is_none() {
        return Ok(None);
    }
    let sh = workspace.shell()?;
    let changed = cmd!(sh, "git status --porcelain -- Cargo.lock").quiet().read()?;
    Ok((!changed.is_empty())
        .then(|| "Cargo.lock: is not what the manifests ask for: build once and commit it".to_owned()))
}
