use crate::place::{Place, Ran, STORY};

#[test]
fn a_folder_gives_its_texts_and_says_what_was_skipped() {
    let place = Place::new();
    place.write("news/b.txt", STORY);
    place.write("news/a.TEXT", STORY);
    place.write("news/sub/plain", STORY);
    place.write("news/sub/wire.ans", STORY);
    place.write("news/a.toml", "origin = \"invented\"");
    place.write("news/README", "about");
    place.write("news/page.css", "p {}");
    place.write("news/.hidden.txt", STORY);
    place.write("news/.git/x.txt", STORY);
    place.write("news/program", b"\x7fELF\x02\x01\x01\0\0\0");
    let ran = place.run(&["parse", "news"]);
    ran.ends_with(0).says(
        "; skipped: 1 .css, 1 .toml, 1 project file (README, LICENSE, ...), 1 hidden file, 1 hidden folder, \
         1 that is not text\n",
    );
    assert_eq!(ran.paths(), ["news/a.TEXT", "news/b.txt", "news/sub/plain", "news/sub/wire.ans"]);
    assert_eq!(ran.counts(), (4, 4, 0));
}

#[test]
fn a_file_that_is_named_is_read_whatever_its_name() {
    let place = Place::new();
    place.write(".hidden.toml", STORY);
    let ran = place.run(&["parse", ".hidden.toml"]);
    assert_eq!(ran.ends_with(0).paths(), [".hidden.toml"]);
}

#[test]
fn patterns_that_the_shell_left_are_expanded() {
    let place = Place::with_stories(12);
    place.write("news/.0000.txt", STORY);
    let ran = place.run(&["parse", "news/000*.txt"]);
    assert_eq!(ran.ends_with(0).paths().len(), 10);
    place.run(&["parse", "**/*.txt"]).ends_with(0);
    // A file of that very name goes before the pattern.
    place.write("[a].txt", STORY);
    place.write("a.txt", STORY);
    assert_eq!(place.run(&["parse", "[a].txt"]).ends_with(0).paths(), ["[a].txt"]);
}

#[test]
fn standard_input_has_no_path() {
    let place = Place::new();
    let ran = place.run_with_stdin(&["parse", "-"], STORY.as_bytes());
    let records = ran.ends_with(0).records();
    assert!(records[0]["origin"].get("path").is_none());
    let ran = place.run_with_stdin(&["parse", "-", "-"], STORY.as_bytes());
    ran.ends_with(1).says("only once");
}

#[test]
fn a_standard_input_without_a_byte_is_no_document() {
    let place = Place::new();
    let ran = place.run_with_stdin(&["parse", "-"], b"");
    ran.ends_with(1).says("closed or empty");
    assert!(ran.records().is_empty());
}

#[test]
fn text_decoded_wrongly_is_repaired_unless_it_must_not_be() {
    let place = Place::new();
    let damaged: String = STORY.replace("14 July 2018", "14 février 2018").bytes().map(char::from).collect();
    place.write("a.txt", &damaged);
    let codes = |ran: &Ran| ran.records()[0]["diagnostics"].to_string();
    let ran = place.run(&["parse", "a.txt"]);
    assert!(codes(ran.ends_with(0)).contains("mojibake-repaired"), "{}", ran.stdout);
    let ran = place.run(&["parse", "a.txt", "--repair", "never"]);
    assert!(!codes(ran.ends_with(0)).contains("mojibake-repaired"), "{}", ran.stdout);
}

#[test]
fn nothing_to_read_means_could_not_run() {
    let place = Place::new();
    std::fs::create_dir(place.path("empty")).unwrap();
    place.write("side/a.toml", "");
    place.run(&["parse", "empty"]).ends_with(2).says("hint:");
    place.run(&["parse", "side"]).ends_with(2).says("nothing to read; skipped: 1 .toml\n");
    place.run(&["parse", "gone.txt"]).ends_with(2).says("error: gone.txt: no such file or folder");
    place.run(&["parse", "*.nothing"]).ends_with(2).says("no file matches");
    place.run(&["parse", "[a"]).ends_with(2).says("not a pattern");
}

#[test]
fn a_path_that_leads_nowhere_is_one_message() {
    let place = Place::new();
    for format in ["jsonl", "json", "pretty"] {
        let ran = place.run(&["parse", "gone.txt", "--format", format]);
        assert_eq!(ran.ends_with(2).stderr.matches("error: ").count(), 1, "{ran:?}");
        assert_eq!(ran.stdout, "");
    }
}

#[test]
fn a_path_in_place_of_a_command_gets_a_hint() {
    let place = Place::new();
    place.write("a story's end.txt", STORY);
    place.write("news/a.txt", STORY);
    let ran = place.run(&["a story's end.txt"]);
    ran.ends_with(2).says("hint: to read it: wirecopy parse 'a story'\\''s end.txt'\n");
    place.run(&["news", "--format", "json"]).ends_with(2).says("wirecopy parse news\n");
    place.write("-x.txt", STORY);
    place.run(&["--", "-x.txt"]).ends_with(2).says("wirecopy parse -- -x.txt\n");
    assert_eq!(place.run(&["parse", "--", "-x.txt"]).ends_with(0).paths(), ["-x.txt"]);
    place.run(&["gone.txt"]).ends_with(2).says("unrecognized subcommand");
}

#[test]
fn small_documents_of_every_kind_are_answered() {
    let place = Place::new();
    place.write("empty.txt", "");
    place.write("blank.txt", " \n\t\n\u{3000}\n");
    place.write("one.txt", "x");
    place.write("ends.txt", "\r\n\r\r\n");
    let ran = place.run(&["parse", "empty.txt", "blank.txt", "one.txt", "ends.txt"]);
    // Either a record that says so or a message: nothing is passed over in silence.
    assert_eq!(ran.counts().0, 4);
    let (_, read, failed) = ran.counts();
    assert_eq!(read, ran.paths().len() as u64);
    assert_eq!(ran.code, Some(i32::from(failed > 0)));
}

#[test]
fn usage_is_checked_before_anything_is_read() {
    let place = Place::new();
    place.write("a.txt", STORY);
    for wrong in [
        &["parse"] as &[&str],
        &["parse", "a.txt", "--format", "xml"],
        &["parse", "a.txt", "--assume-zone", "EST5"],
        &["parse", "a.txt", "--reference-date", "2018-02-30"],
        &["parse", "a.txt", "--max-size", "5T"],
        &["parse", "a.txt", "--jobs", "0"],
        &["explain", "a.txt", "--format", "text"],
        &["nonsense"],
    ] {
        let ran = place.run(wrong);
        ran.ends_with(2).says("error: ");
        assert!(ran.stdout.is_empty(), "{wrong:?}");
    }
    place.run(&["parse", "a.txt", "--assume-zone", "-03:30", "--date-order", "day-first"]).ends_with(0);
    place.run(&["parse", "a.txt", "--reference-date", "2018-07-14", "--max-size", "1M"]).ends_with(0);
}
