//! The fuzzer of the parser, for people: the gate runs the same targets over a bounded number of inputs.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use xshell::cmd;

use crate::flags::Fuzz;
use crate::run as process;
use crate::workspace::Workspace;

/// Longest input, in bytes: that of whole documents, that of single lines.
const LONGEST: [usize; 2] = [2000, 500];

/// Targets that read whole documents.
const OF_DOCUMENTS: [&str; 2] = ["decode", "parse_text"];

/// Fuzzes one target, or each in turn; `false` when one found something.
pub(crate) fn run(workspace: &Workspace, options: &Fuzz) -> Result<bool> {
    let home = workspace.root.join("crates/parse/fuzz");
    let known = targets(&home.join("fuzz_targets"))?;
    let chosen = match &options.target {
        Some(target) if known.contains(target) => vec![target.clone()],
        Some(target) => bail!("there is no target {target}, but {}", known.join(", ")),
        None => known,
    };
    let sh = workspace.shell()?;
    ensure!(
        cmd!(sh, "cargo fuzz --version").quiet().ignore_stdout().ignore_stderr().run().is_ok(),
        "cargo-fuzz is missing: `cargo install cargo-fuzz --locked`"
    );
    sh.change_dir(&home);
    // The fuzzer asks for the compiler to count branches, which is not stable yet; no sanitizer, since nothing is unsafe.
    sh.set_var("RUSTC_BOOTSTRAP", "1");
    let mut good = true;
    for target in &chosen {
        let corpus = home.join("corpus").join(target);
        fs::create_dir_all(&corpus)?;
        let small = home.join("corpus-small").join(target);
        let found = home.join("corpus-regressions");
        let seconds = (options.minutes * 60).to_string();
        let longest = LONGEST[usize::from(!OF_DOCUMENTS.contains(&target.as_str()))].to_string();
        good &= process::run(cmd!(
            sh,
            "cargo fuzz run --sanitizer none {target} {corpus} {small} {found} -- -max_total_time={seconds} -max_len={longest} -timeout=10"
        ))?;
    }
    if !good {
        println!("hint: what was found is in {}", workspace.relative(&home.join("artifacts")));
    }
    Ok(good)
}

/// Names of the targets, in order.
fn targets(folder: &std::path::Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("no targets at {}", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        // What they share is no target.
        names.extend(name.strip_suffix(".rs").filter(|name| *name != "shared").map(str::to_owned));
    }
    names.sort();
    Ok(names)
}
