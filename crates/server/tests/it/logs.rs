//! What the server writes down: requests, and never a secret.

use std::time::{Duration, Instant};

use wirecopy_archive::Archive;

use crate::client::{TOKEN, add_token, story};
use crate::process::Running;

const WRONG: &str = "wirecopy_00000000000000000000000000000000000000000000000000000000deadbeef";

#[test]
fn requests_are_told_and_tokens_and_queries_are_not() {
    let home = tempfile::tempdir().unwrap();
    add_token(&Archive::open_or_create(home.path()).unwrap(), TOKEN, "read write", None);
    let server = Running::start(home.path(), &["--log", "debug"]);
    let post = |token: &str, path: &str| {
        let head = format!(
            "POST {path} HTTP/1.1\r\nauthorization: Bearer {token}\r\nx-request-id: from-a-test\r\n\
             content-type: text/plain\r\n"
        );
        server.ask(&head, story("Council closes bridge").as_bytes()).unwrap()
    };
    assert!(post(TOKEN, "/api/v1/articles").starts_with("HTTP/1.1 200"));
    assert!(post(WRONG, "/api/v1/articles").starts_with("HTTP/1.1 401"));
    // Where no token belongs, somebody will put one.
    let misplaced = post("", &format!("/api/v1/articles?access_token={TOKEN}"));
    assert!(misplaced.starts_with("HTTP/1.1 401"), "{misplaced}");
    assert!(server.get(&format!("/api/v1/articles?q={TOKEN}")).starts_with("HTTP/1.1 200"));
    let basic = server.ask(&format!("GET /metrics HTTP/1.1\r\nauthorization: Basic {TOKEN}\r\n"), b"");
    assert!(basic.unwrap().starts_with("HTTP/1.1 401"));
    // An answer may be here before the line about it.
    let told = |log: &str| log.matches("\"message\":\"request\"").count() >= 5;
    let begun = Instant::now();
    while !told(&server.log()) && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let log = server.log();
    let lines: Vec<serde_json::Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}")))
        .collect();
    let requests = lines.iter().filter(|line| line["message"] == "request");
    assert_eq!(requests.count(), 5, "{log}");
    assert!(lines.iter().any(|line| line["request_id"] == "from-a-test" && line["status"] == 200), "{log}");
    for secret in [&TOKEN["wirecopy_".len()..], "deadbeef", "access_token"] {
        assert!(!log.contains(secret), "{secret} stands in the log: {log}");
    }
}

#[test]
fn no_answer_repeats_a_token() {
    let home = tempfile::tempdir().unwrap();
    add_token(&Archive::open_or_create(home.path()).unwrap(), TOKEN, "read", None);
    let server = Running::start(home.path(), &[]);
    for path in ["/api/v1/articles", "/api/v1/stats", "/metrics", "/nowhere", "/", "/feed.atom"] {
        let answer =
            server.ask(&format!("GET {path} HTTP/1.1\r\nauthorization: Bearer {TOKEN}\r\n"), b"").unwrap();
        assert!(!answer.contains(TOKEN), "{path}: {answer}");
        let answer =
            server.ask(&format!("GET {path} HTTP/1.1\r\nauthorization: Basic {WRONG}\r\n"), b"").unwrap();
        assert!(!answer.contains(WRONG), "{path}: {answer}");
    }
}
