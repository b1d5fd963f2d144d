use serde_json::Value;

use crate::place::{Place, STORY};

#[test]
fn a_pipe_gets_json_lines_with_their_origin() {
    let place = Place::new();
    place.write("a.txt", STORY);
    let ran = place.run(&["parse", "a.txt"]);
    ran.ends_with(0);
    let records = ran.records();
    assert_eq!(records.len(), 1);
    assert_eq!(records[0]["schema"], "wirecopy/1");
    let origin = &records[0]["origin"];
    assert_eq!(origin["path"], "a.txt");
    assert_eq!(origin["format"], "text");
    let digest = origin["sha256"].as_str().unwrap();
    assert_eq!(digest.len(), 64);
    assert!(digest.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
}

#[test]
fn json_is_one_array_of_the_same_records() {
    let place = Place::with_stories(5);
    let array: Vec<Value> =
        serde_json::from_str(&place.run(&["parse", "news", "--format", "json"]).ends_with(0).stdout).unwrap();
    assert_eq!(array, place.run(&["parse", "news", "--format", "jsonl"]).ends_with(0).records());
    assert_eq!(array.len(), 5);
}

#[test]
fn json_of_nothing_that_could_be_read_is_an_empty_array() {
    let place = Place::new();
    place.write("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\xff\xfe");
    let ran = place.run(&["parse", "picture.txt", "--format", "json"]);
    let array: Vec<Value> = serde_json::from_str(&ran.ends_with(1).stdout).unwrap();
    assert!(array.is_empty());
}

#[test]
fn output_is_the_same_at_any_number_of_jobs() {
    let place = Place::with_stories(60);
    place.write("news/0007.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff");
    place.write("news/0031.txt", STORY.repeat(60));
    for format in ["jsonl", "json", "text", "markdown", "pretty"] {
        let run = |jobs: &str| place.run(&["parse", "news", "-f", format, "-j", jobs, "-q"]);
        let one = run("1");
        one.ends_with(1).says("news/0007.txt");
        for jobs in ["2", "8"] {
            let many = run(jobs);
            assert!(one.stdout == many.stdout, "{format} differs at {jobs} jobs");
            assert_eq!(one.stderr, many.stderr);
        }
    }
}

#[test]
fn records_come_in_the_order_of_the_inputs() {
    let place = Place::with_stories(30);
    place.write("z.txt", STORY);
    let ran = place.run(&["parse", "z.txt", "news", "z.txt", "-j", "4"]);
    let mut expected = vec!["z.txt".to_owned()];
    expected.extend((0..30).map(|i| format!("news/{i:04}.txt")));
    expected.push("z.txt".to_owned());
    let mut paths = ran.ends_with(0).paths();
    paths.dedup();
    assert_eq!(paths, expected);
}

#[test]
fn markdown_opens_with_front_matter() {
    let place = Place::new();
    place.write("a.txt", STORY);
    let ran = place.run(&["parse", "a.txt", "--format", "markdown"]);
    assert!(ran.ends_with(0).stdout.starts_with("---\n"));
    assert!(ran.stdout.contains("path: \"a.txt\"\n"));
}

#[test]
fn text_and_markdown_in_a_pipe_carry_no_styles() {
    let place = Place::new();
    place.write("a.txt", STORY);
    for format in ["text", "markdown", "pretty"] {
        let ran = place.run(&["parse", "a.txt", "--format", format]);
        assert!(!ran.ends_with(0).stdout.contains('\x1b'), "{format}");
        assert!(!ran.stderr.contains('\x1b'), "{format}");
    }
}
