//! Instructions that reading the seeds takes, group by group, against what was committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::workspace::Workspace;

/// A rise of more than this fails, in hundredths.
const MOST_RISE: u64 = 3;

const HEADER: &str = "\
# Instructions that reading each group of seeds once takes, tables set up at first use included.
# Compare with `cargo xtask bench text --check`, write anew with `cargo xtask bench text --record`.
# Another compiler gives other counts: record them again, in a commit of its own, when it changes.
";

/// Counts and compares, or counts and records.
pub(super) fn run(workspace: &Workspace, program: &Path, record: bool) -> Result<bool> {
    ensure!(
        Command::new("valgrind")
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok(),
        "valgrind is missing; it counts the instructions (on Debian: apt-get install valgrind)"
    );
    let counts = groups(workspace)?
        .into_iter()
        .map(|(name, paths)| Ok((name, count(program, &paths)?)))
        .collect::<Result<Vec<_>>>()?;
    let home = workspace.root.join("crates").join("parse").join("benches").join("instructions.txt");
    if record {
        fs::create_dir_all(home.parent().context("no folder around the counts")?)?;
        fs::write(&home, written(&counts)).context("cannot write the counts")?;
        println!("{} groups recorded in {}", counts.len(), workspace.relative(&home));
        return Ok(true);
    }
    let before = fs::read_to_string(&home)
        .context("no counts to compare with: record them with `cargo xtask bench text --record`")?;
    let compared = compare(&read(&before)?, &counts);
    compared.lines.iter().for_each(|line| println!("{line}"));
    Ok(compared.good)
}

/// The seeds by their folder; those that stand in none are `seeds`.
fn groups(workspace: &Workspace) -> Result<Vec<(String, Vec<PathBuf>)>> {
    let seeds = workspace.root.join("seeds");
    let mut groups: Vec<(String, Vec<PathBuf>)> = Vec::new();
    for path in super::files(&seeds, &["txt"])? {
        let below = workspace.relative(&path);
        let name = match below.split('/').collect::<Vec<_>>()[..] {
            [_, folder, _, ..] => folder.to_owned(),
            _ => "seeds".to_owned(),
        };
        match groups.iter_mut().find(|group| group.0 == name) {
            Some(group) => group.1.push(path),
            None => groups.push((name, vec![path])),
        }
    }
    groups.sort();
    Ok(groups)
}

fn count(program: &Path, paths: &[PathBuf]) -> Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["--rounds", "1"])
        .args(paths)
        .stdin(Stdio::null())
        .output()
        .context("cannot start valgrind")?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        bail!("the counted run failed: {said}");
    }
    collected(&said).with_context(|| format!("valgrind named no count: {said}"))
}

/// The number in `==1== Collected : 123456`.
fn collected(said: &str) -> Option<u64> {
    let (_, number) = said.lines().find_map(|line| line.split_once("Collected :"))?;
    number.split_whitespace().next()?.parse().ok()
}

fn written(counts: &[(String, u64)]) -> String {
    let lines = counts.iter().map(|(name, count)| format!("{name} {count}\n"));
    HEADER.to_owned() + &lines.collect::<String>()
}

fn read(text: &str) -> Result<Vec<(String, u64)>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| {
            let (name, count) = line.split_once(' ').with_context(|| format!("no count in `{line}`"))?;
            Ok((name.to_owned(), count.trim().parse().with_context(|| format!("no count in `{line}`"))?))
        })
        .collect()
}

#[derive(Debug)]
struct Compared {
    lines: Vec<String>,
    good: bool,
}

fn compare(before: &[(String, u64)], now: &[(String, u64)]) -> Compared {
    let mut compared = Compared { lines: Vec::new(), good: true };
    for (name, count) in now {
        let Some((_, old)) = before.iter().find(|(before, _)| before == name) else {
            compared.good = false;
            compared.lines.push(format!("{name:16} {count:>14}  not recorded yet"));
            continue;
        };
        let rose = count * 100 > old * (100 + MOST_RISE);
        compared.good &= !rose;
        let change = (*count as f64 / (*old).max(1) as f64 - 1.0) * 100.0;
        let verdict = if rose { "  too much" } else { "" };
        compared.lines.push(format!("{name:16} {count:>14}  {change:+.2} %{verdict}"));
    }
    for (name, _) in before.iter().filter(|(name, _)| !now.iter().any(|(now, _)| now == name)) {
        compared.good = false;
        compared.lines.push(format!("{name:16} is recorded and there no more"));
    }
    compared
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(of: &[(&str, u64)]) -> Vec<(String, u64)> {
        of.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
    }

    #[test]
    fn counts_are_read_as_they_were_written() {
        let known = counts(&[("body", 12_000), ("seeds", 7)]);
        assert_eq!(read(&written(&known)).unwrap(), known);
        assert!(read("body many").is_err());
        assert_eq!(collected("==12== \n==12== Collected : 123456\n"), Some(123_456));
        assert_eq!(collected("==12== nothing"), None);
    }

    #[test]
    fn a_small_rise_passes_and_a_larger_one_does_not() {
        let before = counts(&[("body", 1000)]);
        assert!(compare(&before, &counts(&[("body", 1030)])).good);
        assert!(compare(&before, &counts(&[("body", 500)])).good);
        let worse = compare(&before, &counts(&[("body", 1031)]));
        assert!(!worse.good && worse.lines[0].ends_with("too much"), "{worse:?}");
        assert!(!compare(&before, &counts(&[("body", 1000), ("dates", 5)])).good);
        assert!(!compare(&before, &[]).good);
    }
}
