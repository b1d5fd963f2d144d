//! What each step of the gate does.

use anyhow::Result;
use xshell::cmd;

use crate::ci::Gate;
use crate::counts::Counts;
use crate::snap::{self, Verdict};
use crate::workspace::Package;
use crate::{browser as pages, run, schema as record_schema, tidy as rules, tools};

pub(crate) fn fmt(gate: &mut Gate<'_>) -> Result<bool> {
    let sh = gate.sh.clone();
    let good = run::run(cmd!(sh, "cargo fmt --all --check"))?;
    if !good {
        gate.repeat("cargo fmt --all");
    }
    Ok(good)
}

pub(crate) fn tidy(gate: &mut Gate<'_>) -> Result<bool> {
    let good = rules::run(gate.workspace)?;
    if !good {
        gate.repeat("cargo xtask tidy");
    }
    Ok(good)
}

pub(crate) fn spelling(gate: &mut Gate<'_>) -> Result<bool> {
    let typos = tools::tool(gate.workspace, "typos")?;
    let sh = gate.sh.clone();
    let ours = gate.run(cmd!(sh, "{typos} --config .typos.toml"))?;
    // The parser speaks many languages, in its string literals only.
    let parser = gate.run(cmd!(sh, "{typos} --config .config/typos-parser.toml crates/parse"))?;
    Ok(ours && parser)
}

pub(crate) fn clippy(gate: &mut Gate<'_>) -> Result<bool> {
    let sh = gate.sh.clone();
    gate.run(cmd!(sh, "cargo clippy --quiet --workspace --all-targets --all-features -- -D warnings"))
}

/// Runs every test once, through cargo-insta where it can be had: it also sees which snapshots nobody asked for.
pub(crate) fn tests(gate: &mut Gate<'_>) -> Result<bool> {
    let sh = gate.sh.clone();
    // A workspace in which no test ran is not a tested one.
    sh.set_var("NEXTEST_NO_TESTS", "fail");
    let with_insta = tools::bin_dir(gate.workspace);
    let command = match &with_insta {
        Ok(bin) => snap::command(&sh, bin, &["--check", "--unreferenced=reject"])?,
        Err(error) => {
            println!("without cargo-insta: {error:#}");
            if cmd!(sh, "cargo nextest --version").quiet().ignore_stdout().ignore_stderr().run().is_ok() {
                cmd!(sh, "cargo nextest run --workspace --all-features")
            } else {
                cmd!(sh, "cargo test --workspace --all-features --all-targets --no-fail-fast")
            }
        }
    };
    let ended = run::run_and_listen(command)?;
    let counts = Counts::read(&ended.said);
    gate.counts += counts.unwrap_or_default();
    let passed = counts.is_some_and(|counts| counts.failed == 0 && counts.passed > 0);
    if with_insta.is_ok() {
        gate.verdict = Some(Verdict::read(passed, &ended));
    }
    // With every test passed, what is left is a snapshot that nobody asked for: the next step's business.
    let good = passed && (ended.success || gate.verdict == Some(Verdict::Orphans));
    if !good {
        gate.repeat("cargo nextest run --workspace --all-features");
    }
    Ok(good)
}

pub(crate) fn snapshots(gate: &mut Gate<'_>) -> Result<bool> {
    if gate.verdict.is_none() {
        tests(gate)?;
    }
    let pending = snap::pending(gate.workspace)?;
    for path in &pending {
        println!("error: {path} waits for review: `cargo xtask snap --accept`, or delete it");
    }
    let good = match gate.verdict {
        Some(Verdict::Clean) => pending.is_empty(),
        Some(Verdict::Orphans) => {
            println!(
                "error: snapshots that no test names any more (listed above): `cargo xtask snap --unused`"
            );
            false
        }
        Some(Verdict::Unknown) => {
            println!("error: tests failed, so nobody knows which snapshots are still in use");
            false
        }
        None => {
            println!("error: cargo-insta is needed to judge snapshots");
            false
        }
    };
    if !good {
        gate.repeat("cargo xtask snap");
    }
    Ok(good)
}

pub(crate) fn browser(gate: &mut Gate<'_>) -> Result<bool> {
    pages::test(gate.workspace)
}

pub(crate) fn doctests(gate: &mut Gate<'_>) -> Result<bool> {
    let sh = gate.sh.clone();
    let command = cmd!(sh, "cargo test --quiet --doc --workspace --all-features --no-fail-fast");
    let shown = command.to_string();
    let ended = run::run_and_listen(command)?;
    gate.counts += Counts::read(&ended.said).unwrap_or_default();
    if !ended.success {
        gate.repeat(shown);
    }
    Ok(ended.success)
}

pub(crate) fn docs(gate: &mut Gate<'_>) -> Result<bool> {
    let sh = gate.sh.clone();
    let command = cmd!(sh, "cargo doc --quiet --workspace --no-deps --all-features");
    let repeat = format!("RUSTDOCFLAGS=-Dwarnings {command}");
    gate.run_as(command.env("RUSTDOCFLAGS", "-D warnings"), &repeat)
}

/// Each crate by itself: in a build of the whole workspace one crate can live on the features that another turns on.
pub(crate) fn features(gate: &mut Gate<'_>) -> Result<bool> {
    let sh = gate.sh.clone();
    let mut good = true;
    let workspace = gate.workspace;
    for package in &workspace.packages {
        let name = &package.name;
        for set in feature_sets(package) {
            println!("    {name} [{set}]");
            let mut command = cmd!(sh, "cargo check --quiet --package {name} --no-default-features");
            if !set.is_empty() {
                command = command.args(["--features", set.as_str()]);
            }
            good &= gate.run(command)?;
        }
    }
    Ok(good)
}

/// None, each alone, all; each set once, as cargo wants it written.
fn feature_sets(package: &Package) -> Vec<String> {
    let mut sets = vec![String::new()];
    sets.extend(package.features.iter().cloned());
    if package.features.len() > 1 {
        sets.push(package.features.join(","));
    }
    sets
}

pub(crate) fn schema(gate: &mut Gate<'_>) -> Result<bool> {
    let good = record_schema::run(gate.workspace, true)?;
    if !good {
        gate.repeat("cargo xtask schema");
    }
    Ok(good)
}

pub(crate) fn licences(gate: &mut Gate<'_>) -> Result<bool> {
    let deny = tools::tool(gate.workspace, "cargo-deny")?;
    let sh = gate.sh.clone();
    // cargo-deny looks at every platform, so crates of the others must be here too; after that it needs no network.
    if !gate.run(cmd!(sh, "cargo fetch --quiet --locked"))? {
        return Ok(false);
    }
    gate.run(cmd!(sh, "{deny} --offline --all-features --config xtask/deny.toml check bans licenses sources"))
}

pub(crate) fn unused(gate: &mut Gate<'_>) -> Result<bool> {
    let shear = tools::tool(gate.workspace, "cargo-shear")?;
    let sh = gate.sh.clone();
    gate.run(cmd!(sh, "{shear} --offline"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn with_features(features: &[&str]) -> Package {
        Package {
            name: "shop".to_owned(),
            version: "0.1.0".to_owned(),
            dir: PathBuf::new(),
            publish: true,
            features: features.iter().map(|feature| (*feature).to_owned()).collect(),
            arrows: Vec::new(),
        }
    }

    #[test]
    fn feature_sets_are_none_each_and_all() {
        assert_eq!(feature_sets(&with_features(&[])), [""]);
        assert_eq!(feature_sets(&with_features(&["tls"])), ["", "tls"]);
        assert_eq!(
            feature_sets(&with_features(&["default", "tls", "zip"])),
            ["", "default", "tls", "zip", "default,tls,zip"]
        );
    }
}
