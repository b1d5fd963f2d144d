//! The server killed in the middle of imports: what it acknowledged is there.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use wirecopy_archive::Archive;

use crate::client::{TOKEN, add_token, story};

/// Times that the server is killed.
const TIMES: u64 = 4;

fn start(folder: &std::path::Path) -> (Child, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_wirecopy-server"))
        .args(["--listen", "127.0.0.1:0", "--archive"])
        .arg(folder)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap()).lines();
    let line = said.find_map(|line| line.ok().filter(|line| line.contains("http://"))).unwrap();
    let address = line.split("http://").nth(1).unwrap().trim_end_matches('/').to_owned();
    (child, address)
}

/// Sends one article; its id when that was acknowledged.
fn import(address: &str, headline: &str) -> Option<String> {
    let body = serde_json::json!({"text": story(headline), "place": format!("{headline}.txt")}).to_string();
    let mut stream = TcpStream::connect(address).ok()?;
    let head = format!(
        "POST /api/v1/articles HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {TOKEN}\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok().filter(|read| *read > 0)?;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    let (_, json) = answer.split_once("\r\n\r\n")?;
    let json: serde_json::Value = serde_json::from_str(json).ok()?;
    json["entries"][0]["id"].as_str().map(str::to_owned)
}

#[test]
fn acknowledged_means_there() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("archive");
    add_token(&Archive::open_or_create(&folder).unwrap(), TOKEN, "write", None);
    let mut all = Vec::new();
    for time in 0..TIMES {
        let (mut server, address) = start(&folder);
        let (send, acknowledged) = mpsc::channel();
        let clients: Vec<_> = (0..4)
            .map(|client| {
                let (send, address) = (send.clone(), address.clone());
                std::thread::spawn(move || {
                    for n in 0.. {
                        let headline = format!("Bridge {time} {client} {n} closes again");
                        let Some(id) = import(&address, &headline) else { return };
                        send.send(id).unwrap();
                    }
                })
            })
            .collect();
        // Some are there before, and some are under way when it happens.
        for _ in 0..3 {
            all.push(acknowledged.recv_timeout(Duration::from_secs(60)).unwrap());
        }
        std::thread::sleep(Duration::from_millis(37 * time));
        server.kill().unwrap();
        server.wait().unwrap();
        clients.into_iter().for_each(|client| client.join().unwrap());
        drop(send);
        all.extend(acknowledged.iter());
        let archive = Archive::open(&folder).unwrap();
        for id in &all {
            assert!(archive.get(id).unwrap().is_some(), "{id} was acknowledged and is gone");
        }
    }
    assert!(all.len() >= 12, "{}", all.len());
}
