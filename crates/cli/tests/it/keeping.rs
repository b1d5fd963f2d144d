//! Files that come again, articles that go, copies that are told as they come.

use std::fs::File;
use std::time::{Duration, SystemTime};

use serde_json::Value;

use crate::place::{Place, Ran, STORY};

const ARCHIVE: [&str; 2] = ["--archive", "archive"];

fn run(place: &Place, command: &str, args: &[&str]) -> Ran {
    place.run(&[&[command], ARCHIVE.as_slice(), args].concat())
}

/// A folder with stories that were written a while ago.
fn stories(place: &Place) {
    for name in ["bridge", "ferry", "tunnel"] {
        let path = format!("news/{name}.txt");
        place.write(&path, STORY.replace("bridge", name));
        written(place, &path, Duration::from_secs(3600));
    }
}

fn written(place: &Place, path: &str, ago: Duration) {
    let file = File::options().write(true).open(place.path(path)).unwrap();
    file.set_modified(SystemTime::now() - ago).unwrap();
}

#[test]
fn a_file_that_is_as_it_was_is_not_read_again() {
    let place = Place::new();
    stories(&place);
    assert!(run(&place, "import", &["news"]).stderr.contains("3 inputs: 3 read, 0 failed"));
    let again = run(&place, "import", &["news"]);
    assert!(again.stderr.contains("3 inputs: 0 read, 3 as before, 0 failed"), "{}", again.stderr);
    assert!(again.stderr.contains("3 records seen: 0 stored, 3 unchanged"), "{}", again.stderr);
    // One with another time and the same bytes, one with the same size and other words, one that is new.
    written(&place, "news/bridge.txt", Duration::from_secs(60));
    place.write("news/ferry.txt", STORY.replace("bridge", "ferry").replace("four", "nine"));
    written(&place, "news/ferry.txt", Duration::from_secs(60));
    place.write("news/new.txt", STORY.replace("bridge", "viaduct"));
    let third = run(&place, "import", &["news"]);
    assert!(third.stderr.contains("4 inputs: 2 read, 2 as before, 0 failed"), "{}", third.stderr);
    assert!(third.stderr.contains("1 stored, 2 unchanged, 1 updated"), "{}", third.stderr);
    // Read otherwise it may give other records, and whoever asks for it has everything read.
    let zone = run(&place, "import", &["--reference-date", "2020-01-01", "news"]);
    assert!(zone.stderr.contains("4 inputs: 4 read, 0 failed"), "{}", zone.stderr);
    let all = run(&place, "import", &["--reread", "news"]);
    assert!(all.stderr.contains("4 inputs: 4 read, 0 failed"), "{}", all.stderr);
    assert_eq!(run(&place, "verify", &[]).code, Some(0));
}

#[test]
fn what_is_removed_stays_away_until_it_is_let_in() {
    let place = Place::new();
    stories(&place);
    run(&place, "import", &["news"]);
    let id = run(&place, "search", &["headline:ferry", "--format", "ids"]).stdout.trim().to_owned();
    let dry = run(&place, "remove", &["--dry-run", "headline:(ferry OR tunnel)"]);
    assert!(dry.stderr.contains("2 articles would be removed; nothing was changed"), "{}", dry.stderr);
    let many = run(&place, "remove", &["headline:(ferry OR tunnel)"]);
    assert!(many.code == Some(2) && many.stderr.contains("--yes"), "{}", many.stderr);
    let none = run(&place, "remove", &["lighthouse"]);
    assert!(none.code == Some(2) && none.stderr.contains("nothing in"), "{}", none.stderr);
    assert_eq!(run(&place, "search", &["", "--format", "ids"]).stdout.lines().count(), 3);

    let gone = run(&place, "remove", &[&id[..8]]);
    assert_eq!(gone.code, Some(0), "{}", gone.stderr);
    assert!(gone.stderr.contains("1 article removed; 1 document went with them"), "{}", gone.stderr);
    assert_eq!(run(&place, "search", &["headline:ferry"]).stdout, "");
    assert_eq!(run(&place, "show", &[&id]).code, Some(2));
    assert!(run(&place, "changes", &["--since", "3"]).stdout.contains("deleted"));

    let again = run(&place, "import", &["news"]);
    assert!(
        again.stderr.contains("0 stored, 2 unchanged, 0 updated, 0 duplicates, 1 rejected"),
        "{}",
        again.stderr
    );
    assert_eq!(run(&place, "remove", &["--undo", &id]).code, Some(0));
    assert_eq!(run(&place, "remove", &["--undo", &id]).code, Some(2));
    assert!(run(&place, "import", &["news"]).stderr.contains("1 stored, 2 unchanged"));
    assert_eq!(
        run(&place, "remove", &["--yes", "--quiet", "headline:(ferry OR tunnel)"]).stdout.lines().count(),
        2
    );
    assert_eq!(run(&place, "verify", &[]).code, Some(0));
}

#[test]
fn a_copy_is_told_with_what_it_has_different() {
    let place = Place::new();
    place.write("wire/bridge.txt", STORY);
    let cut: Vec<&str> = STORY.split_inclusive("\n\n").collect();
    let cut = cut[..cut.len() - 1].concat().replacen("Council closes old bridge", "Old bridge is shut", 1);
    place.write("paper/shut.txt", cut);
    run(&place, "import", &["wire"]);
    run(&place, "import", &["paper"]);
    let found: Vec<Value> =
        run(&place, "export", &[]).stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(found.len(), 2);
    let copies: Vec<&Value> = found.iter().map(|record| &record["archive"]["copies"]).collect();
    assert!(copies.iter().all(|copies| copies["size"] == 2), "{copies:?}");
    let later = copies.iter().find(|copies| copies["first"] == false).unwrap();
    assert_eq!(later["difference"]["headline"], true, "{later}");
    let (kept, covered) = (&later["difference"]["kept"], &later["difference"]["covered"]);
    assert!(kept.as_f64().unwrap() > 0.9 && covered.as_f64().unwrap() < 0.95, "{later}");
    assert_eq!(found[0]["archive"]["places"], serde_json::json!(["wire/bridge.txt"]));
}
