use crate::place::{Place, STORY};

#[test]
fn a_file_appears_whole_and_alone() {
    let place = Place::with_stories(3);
    std::fs::create_dir(place.path("out")).unwrap();
    place.write("out/articles.jsonl", "an older run\n");
    let ran = place.run(&["parse", "news", "-o", "out/articles.jsonl"]);
    assert!(ran.ends_with(0).stdout.is_empty());
    assert_eq!(place.names("out"), ["articles.jsonl"]);
    assert_eq!(place.read("out/articles.jsonl"), place.run(&["parse", "news"]).stdout);
}

#[test]
fn a_run_that_could_not_read_anything_leaves_the_old_file() {
    let place = Place::new();
    place.write("out.jsonl", "an older run\n");
    place.run(&["parse", "gone.txt", "-o", "out.jsonl"]).ends_with(2);
    assert_eq!(place.names("."), ["out.jsonl"]);
    assert_eq!(place.read("out.jsonl"), "an older run\n");
}

#[test]
fn the_output_is_never_its_own_input() {
    let place = Place::with_stories(2);
    place.write("news/all.txt", "an older run\n");
    let ran = place.run(&["parse", "news", "-f", "text", "-o", "news/all.txt"]);
    ran.ends_with(0).says("the output file");
    assert_eq!(ran.counts(), (2, 2, 0));
    let before = place.read("news/0000.txt");
    place.run(&["parse", "news/0000.txt", "-o", "news/0000.txt"]).ends_with(2).says("would be replaced");
    assert_eq!(place.read("news/0000.txt"), before);
}

#[test]
fn a_place_that_cannot_be_written_is_said_first() {
    let place = Place::new();
    place.write("a.txt", STORY);
    place.run(&["parse", "a.txt", "-o", "no/such/folder.jsonl"]).ends_with(2).says("make its folder first");
    place.run(&["parse", "a.txt", "-o", "."]).ends_with(2).says("is a folder");
}

#[test]
fn quiet_says_nothing_but_problems() {
    let place = Place::new();
    place.write("a.txt", STORY);
    assert_eq!(place.run(&["parse", "a.txt", "-q"]).ends_with(0).stderr, "");
    assert_eq!(place.run(&["parse", "a.txt", "--no-summary"]).ends_with(0).stderr, "");
    place.run(&["parse", "a.txt", "gone.txt", "-q"]).ends_with(1).says("gone.txt");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_called_by_its_name() {
    let place = Place::with_stories(3);
    place
        .run(&["parse", "news", "-o", "/dev/full"])
        .ends_with(2)
        .says("the disk is full")
        .says("hint: make room");
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = place.command(&["parse", "news"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("cannot write standard output: the disk is full")
    );
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_killed_run_left_is_cleared_away() {
    let place = Place::with_stories(1);
    let hour = std::time::Duration::from_secs(3600);
    // No process has so high a number; the numbers of Linux end at 4194304.
    let names = [".out.jsonl.4194305.tmp", ".out.jsonl.4194306.tmp", ".out.jsonl.1.tmp", ".out.jsonl.x.tmp"];
    for name in names {
        place.write(name, "half");
        if name != names[1] {
            let file = std::fs::File::options().write(true).open(place.path(name)).unwrap();
            file.set_modified(std::time::SystemTime::now() - hour).unwrap();
        }
    }
    place.run(&["parse", "news", "-o", "out.jsonl"]).ends_with(0);
    // Of a dead process and old: gone. Still young, of a living process, or of somebody else: kept.
    let mut kept = vec![names[2], names[1], names[3], "news", "out.jsonl"];
    kept.sort_unstable();
    assert_eq!(place.names("."), kept);
}

#[cfg(unix)]
#[test]
fn a_link_is_written_through_and_keeps_its_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let place = Place::with_stories(1);
    place.write("far/real.jsonl", "");
    std::fs::set_permissions(place.path("far/real.jsonl"), std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink(place.path("far/real.jsonl"), place.path("link.jsonl")).unwrap();
    place.run(&["parse", "news", "-o", "link.jsonl"]).ends_with(0);
    assert!(place.path("link.jsonl").is_symlink());
    assert!(!place.read("far/real.jsonl").is_empty());
    let mode = std::fs::metadata(place.path("far/real.jsonl")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}
