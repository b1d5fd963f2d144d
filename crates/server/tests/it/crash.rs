//! The server stopped in the middle of imports, with and without warning: what it acknowledged is there.

use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread::JoinHandle;
use std::time::Duration;

use wirecopy_archive::Archive;

use crate::client::{TOKEN, add_token, story};
use crate::process::{Running, ask};

/// Times that the server is killed.
const TIMES: u64 = 4;

/// Clients that import at one time.
const CLIENTS: usize = 4;

/// Sends articles, several in one request; their ids when that was acknowledged.
fn import(address: &str, headlines: &[String]) -> Option<Vec<String>> {
    let documents: Vec<_> = headlines
        .iter()
        .map(|headline| serde_json::json!({"text": story(headline), "place": format!("{headline}.txt")}))
        .collect();
    let body = serde_json::json!({ "documents": documents }).to_string();
    let head = format!(
        "POST /api/v1/articles HTTP/1.1\r\nauthorization: Bearer {TOKEN}\r\ncontent-type: application/json\r\n"
    );
    let answer = ask(address, &head, body.as_bytes())?;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    let (_, json) = answer.split_once("\r\n\r\n")?;
    let json: serde_json::Value = serde_json::from_str(json).ok()?;
    let entries = json["entries"].as_array()?;
    assert_eq!(entries.len(), headlines.len(), "{json}");
    entries.iter().map(|entry| entry["id"].as_str().map(str::to_owned)).collect()
}

/// Clients that import one request after the other until there is no answer.
fn clients(address: &str, time: u64) -> (Vec<JoinHandle<()>>, Receiver<Vec<String>>) {
    let (send, acknowledged) = mpsc::channel();
    let clients = (0..CLIENTS).map(|client| {
        let (send, address) = (send.clone(), address.to_owned());
        std::thread::spawn(move || {
            for n in 0.. {
                // One article, then two, then three: a request is there as a whole.
                let headlines: Vec<String> = (0..=n % 3)
                    .map(|part| format!("Bridge {time} {client} {n} {part} closes again"))
                    .collect();
                let Some(ids) = import(&address, &headlines) else { return };
                send.send(ids).unwrap();
            }
        })
    });
    (clients.collect(), acknowledged)
}

fn place(home: &Path) -> std::path::PathBuf {
    let folder = home.join("archive");
    add_token(&Archive::open_or_create(&folder).unwrap(), TOKEN, "write", None);
    folder
}

fn all_there(folder: &Path, ids: &[String]) {
    let archive = Archive::open(folder).unwrap();
    for id in ids {
        assert!(archive.get(id).unwrap().is_some(), "{id} was acknowledged and is gone");
    }
    let checked = archive.verify().unwrap();
    assert!(checked.problems.is_empty(), "{checked:?}");
}

#[test]
fn acknowledged_means_there() {
    let home = tempfile::tempdir().unwrap();
    let folder = place(home.path());
    let mut all = Vec::new();
    for time in 0..TIMES {
        let mut server = Running::start(&folder, &[]);
        let (clients, acknowledged) = clients(&server.address, time);
        // Some are there before, and some are under way when it happens.
        for _ in 0..3 {
            all.extend(acknowledged.recv_timeout(Duration::from_secs(60)).unwrap());
        }
        std::thread::sleep(Duration::from_millis(37 * time));
        server.kill();
        clients.into_iter().for_each(|client| client.join().unwrap());
        all.extend(acknowledged.iter().flatten());
        all_there(&folder, &all);
    }
    assert!(all.len() >= 12, "{}", all.len());
}

#[cfg(unix)]
#[test]
fn a_server_that_is_asked_to_stop_finishes_its_imports() {
    let home = tempfile::tempdir().unwrap();
    let folder = place(home.path());
    let mut server = Running::start(&folder, &[]);
    let (clients, acknowledged) = clients(&server.address, 0);
    let mut all = acknowledged.recv_timeout(Duration::from_secs(60)).unwrap();
    server.terminate();
    // A client is answered, or finds that nobody takes its connection: `import` fails on anything else.
    clients.into_iter().for_each(|client| client.join().unwrap());
    assert!(server.wait(), "it did not end well: {}", server.log());
    all.extend(acknowledged.iter().flatten());
    all_there(&folder, &all);
}
