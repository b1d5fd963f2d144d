use crate::place::Place;

/// The help as drawn at 100 columns, whatever the terminal of whoever runs the test.
fn help(args: &[&str]) -> String {
    let output = Place::new().command(args).env("COLUMNS", "100").output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn help_texts() {
    insta::assert_snapshot!("no_arguments", help(&[]));
    insta::assert_snapshot!("parse", help(&["parse", "--help"]));
    insta::assert_snapshot!("explain", help(&["explain", "--help"]));
}

#[test]
fn help_alone_is_the_short_help() {
    assert_eq!(help(&[]), help(&["-h"]));
}
