use crate::place::{Place, STORY};

#[test]
fn colour_comes_when_asked_for_and_stays_away_when_not() {
    let place = Place::new();
    place.write("a.txt", STORY);
    let styled = |args: &[&str], env: &[(&str, &str)]| {
        let mut command = place.command(args);
        command.envs(env.iter().copied());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        output.stdout.contains(&0x1b)
    };
    let explain = ["explain", "a.txt"];
    assert!(!styled(&explain, &[]));
    assert!(styled(&["explain", "a.txt", "--color", "always"], &[]));
    assert!(styled(&explain, &[("CLICOLOR_FORCE", "1")]));
    assert!(!styled(&explain, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!styled(&["explain", "a.txt", "--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!styled(&["explain", "a.txt", "-f", "jsonl", "--color", "always"], &[]));
}

#[test]
fn pretty_text_fits_the_width() {
    let place = Place::new();
    place.write("a.txt", STORY);
    for columns in [40, 80] {
        let mut command = place.command(&["parse", "a.txt", "-f", "pretty"]);
        let output = command.env("COLUMNS", columns.to_string()).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.lines().all(|line| line.chars().count() <= columns), "{text}");
        assert!(text.starts_with("── a.txt"), "{text}");
    }
}
