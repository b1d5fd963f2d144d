//! What a tester would try: every case ends, says what is wrong, and the rest is read.

use crate::place::{Place, STORY};

#[test]
fn utf16_is_read_with_and_without_its_mark() {
    let place = Place::new();
    let little: Vec<u8> = STORY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = STORY.encode_utf16().flat_map(u16::to_be_bytes).collect();
    place.write("wire/be", &big);
    place.write("wire/be-mark", [b"\xfe\xff".as_slice(), &big].concat());
    place.write("wire/le", &little);
    place.write("wire/le-mark", [b"\xff\xfe".as_slice(), &little].concat());
    let ran = place.run(&["parse", "wire"]);
    let headlines: Vec<String> =
        ran.ends_with(0).records().iter().map(|r| r["headline"].as_str().unwrap_or("").to_owned()).collect();
    assert_eq!(headlines, ["Council closes old bridge"; 4]);
}

#[test]
fn invalid_bytes_in_the_middle_cost_no_story() {
    let place = Place::new();
    let (before, after) = STORY.as_bytes().split_at(100);
    place.write("a.txt", [before, b"\xff\xfe\x80", after].concat());
    let ran = place.run(&["parse", "a.txt"]);
    let record = &ran.ends_with(0).records()[0];
    assert_eq!(record["headline"], "Council closes old bridge");
    assert!(!record["diagnostics"].as_array().unwrap().is_empty());
}

#[test]
fn many_large_documents_are_all_read() {
    let place = Place::new();
    // Blank lines cost little to read: what counts here is that the room for bytes never runs dry.
    for i in 0..6 {
        place.write(&format!("news/{i}.txt"), format!("{STORY}{}", "\n".repeat(3 << 20)));
    }
    let ran = place.run(&["parse", "news", "--jobs", "4"]);
    assert_eq!(ran.ends_with(0).counts(), (6, 6, 0));
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::PermissionsExt;
    use std::process::Stdio;

    use crate::place::{Place, STORY};

    #[test]
    fn an_endless_device_is_too_large() {
        let place = Place::new();
        place.write("a.txt", STORY);
        let ran = place.run(&["parse", "/dev/zero", "a.txt", "--max-size", "1M"]);
        ran.ends_with(1).says("error: /dev/zero: larger than the limit of 1M\n  hint: ");
        assert_eq!(ran.paths(), ["a.txt"]);
    }

    #[test]
    fn a_name_that_is_not_utf8_is_a_name() {
        let place = Place::new();
        let name = OsStr::from_bytes(b"menu\xe9.txt");
        // Some file systems refuse such names; then there is nothing to read.
        if std::fs::write(place.path(".").join(name), STORY).is_ok() {
            let ran = place.run(&[OsStr::new("parse"), name]);
            assert_eq!(ran.ends_with(0).paths(), ["menu\u{fffd}.txt"]);
            assert_eq!(place.run(&["parse", "."]).ends_with(0).paths(), ["./menu\u{fffd}.txt"]);
        }
    }

    #[test]
    fn a_folder_without_permission_is_named() {
        let place = Place::new();
        place.write("news/a.txt", STORY);
        place.write("news/locked/b.txt", STORY);
        let locked = place.path("news/locked");
        std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o000)).unwrap();
        // The superuser may look everywhere; then there is nothing to refuse.
        let may_read = std::fs::read_dir(&locked).is_ok();
        let ran = place.run(&["parse", "news"]);
        std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o755)).unwrap();
        if may_read {
            assert_eq!(ran.ends_with(0).counts(), (2, 2, 0));
        } else {
            ran.ends_with(1).says("error: news/locked: no permission to read it\n  hint: ");
            assert_eq!(ran.paths(), ["news/a.txt"]);
        }
    }

    #[test]
    fn two_runs_that_write_one_file_leave_one_whole() {
        let place = Place::with_stories(40);
        let start = || {
            let mut command = place.command(&["parse", "news", "-o", "out.jsonl", "-q"]);
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        };
        let mut runs = [start(), start()];
        for run in &mut runs {
            assert_eq!(run.wait().unwrap().code(), Some(0));
        }
        assert_eq!(place.names("."), ["news", "out.jsonl"]);
        assert_eq!(place.read("out.jsonl").lines().count(), 40);
    }
}
