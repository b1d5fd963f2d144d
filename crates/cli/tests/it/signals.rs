#![cfg(unix)]

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::place::{Place, STORY};

fn send(signal: &str, child: &Child) {
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
}

/// A run that has read one document and waits for the next on standard input.
fn waiting(place: &Place, more: &[&str]) -> Child {
    place.write("a.txt", STORY);
    let mut args = vec!["parse", "a.txt", "-", "a.txt"];
    args.extend(more);
    let mut command = place.command(&args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

fn wait(child: &mut Child) -> i32 {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code().expect("an exit code, not a signal");
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "still running");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn an_interrupted_run_keeps_what_it_has_and_says_so() {
    let place = Place::new();
    let mut child = waiting(&place, &["--jobs", "1"]);
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    // The first record is handed on while the run waits for the second.
    stdout.read_line(&mut first).unwrap();
    assert!(serde_json::from_str::<serde_json::Value>(&first).is_ok());
    send("-INT", &child);
    assert_eq!(wait(&mut child), 130);
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(said.contains("interrupted") && said.contains("1 input: 1 read, 0 failed"), "{said}");
}

#[test]
fn a_request_to_terminate_is_an_interrupt_and_a_hang_up_is_the_shells() {
    let place = Place::new();
    let mut child = waiting(&place, &["--jobs", "1"]);
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut String::new()).unwrap();
    send("-TERM", &child);
    assert_eq!(wait(&mut child), 143);
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(said.contains("interrupted"), "{said}");

    // As under `nohup`: the shell starts the command with hang-ups ignored.
    let mut under = Command::new("sh");
    under.args(["-c", "trap '' HUP; exec \"$0\" parse a.txt -"]).arg(env!("CARGO_BIN_EXE_wirecopy"));
    under.current_dir(place.path(".")).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut ignoring = under.spawn().unwrap();
    let mut stdout = BufReader::new(ignoring.stdout.take().unwrap());
    stdout.read_line(&mut String::new()).unwrap();
    send("-HUP", &ignoring);
    ignoring.stdin.take().unwrap().write_all(STORY.as_bytes()).unwrap();
    std::io::copy(&mut stdout, &mut std::io::sink()).unwrap();
    assert_eq!(wait(&mut ignoring), 0);
}

#[test]
fn an_interrupted_run_leaves_no_half_file_under_the_name() {
    let place = Place::new();
    let mut child = waiting(&place, &["-o", "out.jsonl", "--jobs", "1"]);
    // There is a temporary file once the run has begun.
    let begun = Instant::now();
    while place.names(".").len() < 2 && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(10));
    }
    std::thread::sleep(Duration::from_millis(200));
    send("-INT", &child);
    assert_eq!(wait(&mut child), 130);
    assert_eq!(place.names("."), ["a.txt", "out.jsonl.partial"]);
    let kept = place.read("out.jsonl.partial");
    assert!(kept.ends_with("}\n"), "{kept}");
}

#[test]
fn a_reader_that_leaves_is_no_problem() {
    let place = Place::with_stories(400);
    for command in [&["parse", "news"] as &[&str], &["explain", "news"], &["schema"]] {
        let mut child = place.command(command).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        assert_eq!(wait(&mut child), 0);
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(said, "");
    }
}

#[test]
fn standard_input_may_come_slowly() {
    let place = Place::new();
    let mut child = waiting(&place, &["-q"]);
    let mut stdin = child.stdin.take().unwrap();
    for part in STORY.as_bytes().chunks(100) {
        stdin.write_all(part).unwrap();
        std::thread::sleep(Duration::from_millis(5));
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 3);
}
