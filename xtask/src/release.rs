//! Releases by hand: say what is missing, package everything, publish in order.

use std::fs;

use anyhow::Result;
use xshell::cmd;

use crate::flags::Release;
use crate::run as process;
use crate::workspace::{Package, Workspace};

pub(crate) fn run(workspace: &Workspace, what: Release) -> Result<bool> {
    let order = order(&workspace.packages);
    match what {
        Release::Plan => plan(workspace, &order),
        Release::Prepare => Ok(plan(workspace, &order)? && prepare(workspace, &order)?),
        Release::Publish { yes: false } => {
            println!("nothing published: a published version cannot be taken back; add --yes to mean it");
            Ok(false)
        }
        Release::Publish { yes: true } => {
            Ok(plan(workspace, &order)? && prepare(workspace, &order)? && publish(workspace, &order)?)
        }
    }
}

/// Crates to publish, each after those it depends on; by name where that leaves a choice.
fn order(packages: &[Package]) -> Vec<&Package> {
    let mut waiting: Vec<&Package> = packages.iter().filter(|package| package.publish).collect();
    let mut order = Vec::new();
    while !waiting.is_empty() {
        let ready = |package: &&Package| !waiting.iter().any(|other| package.arrows.contains(&other.name));
        // Cargo refuses circles, so that one is always ready; stopping is better than hanging all the same.
        let Some(at) = waiting.iter().position(ready) else { break };
        order.push(waiting.remove(at));
    }
    order
}

/// Prints crates in order with their version and whether the changelog knows it; `false` when something is missing.
fn plan(workspace: &Workspace, order: &[&Package]) -> Result<bool> {
    let mut good = true;
    for (n, package) in (1..).zip(order) {
        let changelog = fs::read_to_string(package.dir.join("CHANGELOG.md")).unwrap_or_default();
        let known = has_section(&changelog, &package.version);
        good &= known;
        let said = if known { "changelog ok".to_owned() } else { missing(&changelog, &package.version) };
        println!("{n}. {} {}: {said}", package.name, package.version);
        println!("   cargo package --package {}", package.name);
    }
    let sh = workspace.shell()?;
    let changed = cmd!(sh, "git status --porcelain").quiet().read()?;
    if !changed.is_empty() {
        good = false;
        println!("the work tree has {} uncommitted changes", changed.lines().count());
    }
    Ok(good)
}

fn missing(changelog: &str, version: &str) -> String {
    if changelog.is_empty() {
        "no CHANGELOG.md".to_owned()
    } else {
        format!("CHANGELOG.md has no section `## {version}`")
    }
}

/// Whether the changelog has a heading for this version: `## 0.2.0`, `## [0.2.0] - 2026-01-31`.
fn has_section(changelog: &str, version: &str) -> bool {
    changelog
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .filter_map(|heading| heading.split_whitespace().next())
        .any(|word| word.trim_matches(['[', ']']) == version)
}

/// All packages in one call: cargo then builds each from the packages of the others, published or not.
fn prepare(workspace: &Workspace, order: &[&Package]) -> Result<bool> {
    let sh = workspace.shell()?;
    let names = order.iter().flat_map(|package| ["--package", package.name.as_str()]);
    process::run(cmd!(sh, "cargo package --locked").args(names))
}

fn publish(workspace: &Workspace, order: &[&Package]) -> Result<bool> {
    let sh = workspace.shell()?;
    for package in order {
        let name = &package.name;
        // Later crates need this one, so the first that fails ends it.
        if !process::run(cmd!(sh, "cargo publish --locked --package {name}"))? {
            println!("stopped at {name}: what stands before it in the plan is published");
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, publish: bool, arrows: &[&str]) -> Package {
        Package {
            name: name.to_owned(),
            version: "0.1.0".to_owned(),
            dir: std::path::PathBuf::new(),
            publish,
            features: Vec::new(),
            arrows: arrows.iter().map(|arrow| (*arrow).to_owned()).collect(),
        }
    }

    #[test]
    fn a_crate_comes_after_what_it_needs() {
        let packages = [
            package("app", true, &["parse", "model"]),
            package("model", true, &[]),
            package("parse", true, &["model"]),
            package("tasks", false, &[]),
        ];
        let names: Vec<&str> = order(&packages).iter().map(|package| package.name.as_str()).collect();
        assert_eq!(names, ["model", "parse", "app"]);
    }

    #[test]
    fn a_changelog_knows_its_version() {
        assert!(has_section("# Changelog\n\n## [0.2.0] - 2026-01-31\n", "0.2.0"));
        assert!(has_section("## 0.2.0\n", "0.2.0"));
        assert!(!has_section("## 0.2.0-rc.1\n## Unreleased\n", "0.2.0"));
        assert!(!has_section("", "0.2.0"));
    }
}
