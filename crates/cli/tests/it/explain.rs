use serde_json::Value;

use crate::place::{Place, STORY};

/// Lines that are not blank, counted as the record form counts them.
fn not_blank(text: &str) -> usize {
    text.lines().filter(|line| !line.trim().is_empty()).count()
}

#[test]
fn one_object_a_document_one_entry_a_line_that_is_not_blank() {
    let place = Place::new();
    let spaced = STORY.replace("\n\n", "\n\n\u{3000}\n \n");
    place.write("news/a.txt", STORY);
    place.write("news/b.txt", &spaced);
    let ran = place.run(&["explain", "news", "--format", "jsonl"]);
    let documents: Vec<Value> = ran.ends_with(0).records();
    assert_eq!(documents.len(), 2);
    for (document, text) in documents.iter().zip([STORY, &spaced]) {
        let keys: Vec<&String> = document.as_object().unwrap().keys().collect();
        assert_eq!(keys.len(), 4, "{keys:?}");
        let lines = document["lines"].as_array().unwrap();
        assert_eq!(lines.len(), not_blank(text));
        let numbers: Vec<u64> = lines.iter().map(|line| line["n"].as_u64().unwrap()).collect();
        let expected: Vec<u64> =
            text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()).map(|(_, n)| n).collect();
        assert_eq!(numbers, expected);
        for line in lines {
            assert_eq!(line.as_object().unwrap().len(), 3);
            assert!(line["role"].is_string());
            assert!((0.0..=1.0).contains(&line["confidence"].as_f64().unwrap()));
        }
        assert!(document["layout"].is_string());
        assert!(!document["articles"].as_array().unwrap().is_empty());
        assert_eq!(document["articles"][0]["origin"]["path"], document["path"]);
    }
}

#[test]
fn json_is_one_array_of_the_same_objects() {
    let place = Place::with_stories(3);
    let ran = place.run(&["explain", "news", "--format", "json"]);
    let array: Vec<Value> = serde_json::from_str(&ran.ends_with(0).stdout).unwrap();
    assert_eq!(array, place.run(&["explain", "news", "--format", "jsonl"]).ends_with(0).records());
    assert_eq!(array.len(), 3);
}

#[test]
fn each_field_stands_once_with_its_reason_behind_it() {
    let place = Place::new();
    place.write("a.txt", STORY);
    let ran = place.run(&["explain", "a.txt"]);
    let fields: Vec<&str> =
        ran.ends_with(0).stdout.lines().skip_while(|line| !line.starts_with("record 1")).collect();
    let of = |name: &str| fields.iter().filter(|line| line.trim_start().starts_with(name)).count();
    assert_eq!((of("bylines[0]"), of("dateline"), of("published")), (1, 1, 1), "{fields:#?}");
    let headline = fields.iter().find(|line| line.starts_with("  headline ")).unwrap();
    assert!(
        headline.contains("\"Council closes old bridge\" (") && headline.ends_with(")  1:1"),
        "{headline}"
    );
}

#[test]
fn doubts_name_the_options_that_settle_them() {
    let place = Place::new();
    place.write("a.txt", STORY.replace("14 July 2018", "03/04/2018"));
    for args in [["explain", "a.txt", "-f", "pretty"], ["parse", "a.txt", "-f", "pretty"]] {
        let ran = place.run(&args);
        assert!(ran.ends_with(0).stdout.contains("--date-order day-first"), "{}", ran.stdout);
    }
}

#[test]
fn the_document_stands_behind_its_gutter_blank_lines_included() {
    let place = Place::new();
    place.write("a.txt", STORY);
    let ran = place.run(&["explain", "a.txt"]);
    let gutter: Vec<&str> =
        ran.ends_with(0).stdout.lines().filter(|line| line.get(15..17) == Some(" |")).collect();
    assert!(ran.stdout.starts_with("a.txt · layout "), "{}", ran.stdout);
    let lines: Vec<&str> =
        gutter.iter().filter(|line| !line.contains("|   ")).map(|line| line[17..].trim()).collect();
    let expected: Vec<&str> = STORY.lines().collect();
    assert_eq!(lines.len(), expected.len(), "{gutter:#?}");
    for (drawn, text) in lines.iter().zip(expected) {
        let kept = drawn.trim_end_matches('…');
        assert!(text.starts_with(kept), "{drawn:?} is not {text:?}");
    }
}

#[test]
fn every_line_fits_the_width() {
    let place = Place::new();
    place.write("a.txt", format!("{STORY}\n{}\n", "市议会周一投票关闭旧桥".repeat(40)));
    for columns in ["60", "80", "120"] {
        let output = place.command(&["explain", "a.txt", "--why"]).env("COLUMNS", columns).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let width: usize = columns.parse().unwrap();
        for line in text.lines().filter(|line| line.contains(" | ")) {
            let wide = line.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum::<usize>();
            assert!(wide <= width, "{wide} columns of {columns}: {line}");
        }
    }
}

#[test]
fn escapes_of_a_document_are_shown_not_obeyed() {
    let place = Place::new();
    place.write("a.txt", format!("Bad\x1b[2J\x07 news\u{9b}31m\n\n{STORY}"));
    for args in [&["explain", "a.txt", "--color", "always"] as &[&str], &["explain", "a.txt"]] {
        let ran = place.run(args);
        assert!(ran.ends_with(0).stdout.contains("Bad\\x1b[2J\\x07 news\\x9b31m"), "{}", ran.stdout);
        assert!(!ran.stdout.contains(['\x07', '\u{9b}']) && !ran.stdout.contains("\x1b[2J"));
    }
    let json = place.run(&["explain", "a.txt", "--format", "jsonl"]);
    assert!(!json.ends_with(0).stdout.contains(['\x1b', '\u{9b}']));
}

#[test]
fn a_line_of_megabytes_is_cut() {
    let place = Place::new();
    place.write("long.txt", "word ".repeat(400_000));
    let ran = place.run(&["explain", "long.txt"]);
    assert!(ran.ends_with(0).stdout.len() < 10_000, "{}", ran.stdout.len());
}
