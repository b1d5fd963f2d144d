#![cfg(unix)]

//! Killed at any moment: what was acknowledged is there, and the index is as the store.
//!
//! Ten times on each run; `cargo xtask crash --times 200` asks for more.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::place::{Place, STORY};

const STORIES: usize = 400;
/// Rounds after which another archive is begun: its making is to be cut off too.
const ROUNDS_OF_ONE: usize = 9;
/// Longest time that opening takes after a crash: far more than it does, for a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(20);

/// The documents of one round, other ones for each: all of them are new to the archive.
fn write_stories(place: &Place, round: usize) -> String {
    for n in 0..STORIES {
        let story =
            format!("Bridge {n} of round {round} is closed\n\n{STORY}").replace("four", &format!("{n}"));
        place.write(&format!("news{round}/{n:04}.txt"), story);
    }
    format!("news{round}")
}

/// Ids that a report says are on the disk. A line that was cut off acknowledges nothing.
fn acknowledged(place: &Place) -> BTreeSet<String> {
    let report = std::fs::read_to_string(place.path("report.jsonl")).unwrap_or_default();
    let whole = report.split_inclusive('\n').filter(|line| line.ends_with('\n'));
    let lines = whole.filter_map(|line| serde_json::from_str::<Value>(line).ok());
    lines.filter_map(|line| line["id"].as_str().map(str::to_owned)).collect()
}

fn kept(place: &Place) -> BTreeSet<String> {
    let export = place.run(&["export", "--archive", "archive"]);
    assert_eq!(export.code, Some(0), "{}", export.stderr);
    let lines = export.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.map(|line| line["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "whoever asked for many rounds wants to know how many there were")]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let rounds: usize = std::env::var("WIRECOPY_CRASHES").ok().and_then(|n| n.parse().ok()).unwrap_or(10);
    let place = Place::new();
    let mut killed = 0;
    for round in 0..rounds {
        let folder = write_stories(&place, round);
        let args = ["import", "--archive", "archive", "--report", "report.jsonl", "-q", folder.as_str()];
        let begun = Instant::now();
        let before = acknowledged(&place).len();
        let mut child = place.command(&args).spawn().unwrap();
        // From the first moments of the process, when the archive is made, until after its last acknowledgement.
        let moment = Duration::from_millis((round as u64 * 7919) % 97 * 5);
        if round % 3 > 0 {
            while acknowledged(&place).len() == before && child.try_wait().unwrap().is_none() {
                std::thread::sleep(Duration::from_millis(2));
                assert!(begun.elapsed() < PATIENCE * 3, "nothing is acknowledged");
            }
        }
        std::thread::sleep(moment);
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().code().is_none());
        let promised = acknowledged(&place);
        if promised.is_empty() {
            continue;
        }
        // The first to open it puts the index in order.
        let opening = Instant::now();
        assert_eq!(place.run(&["changes", "--archive", "archive", "--since", "1000000000"]).code, Some(0));
        assert!(opening.elapsed() < PATIENCE, "{:?}", opening.elapsed());
        let verified = place.run(&["verify", "--archive", "archive"]);
        assert_eq!(verified.code, Some(0), "round {round}: {}{}", verified.stdout, verified.stderr);
        let kept = kept(&place);
        let lost: Vec<&String> = promised.difference(&kept).collect();
        assert!(lost.is_empty(), "round {round}: lost {lost:?}");
        std::fs::remove_dir_all(place.path(&folder)).unwrap();
        if round % ROUNDS_OF_ONE == ROUNDS_OF_ONE - 1 {
            std::fs::remove_dir_all(place.path("archive")).unwrap();
            std::fs::remove_file(place.path("report.jsonl")).unwrap();
        }
    }
    assert!(killed > 0, "every run ended before it was killed");
    println!("{rounds} rounds, {killed} killed before they ended, none lost");
}
