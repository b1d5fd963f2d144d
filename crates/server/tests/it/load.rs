//! Many clients at once, most of them ill-behaved: the server stays up, its memory stays flat, the others are served.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use wirecopy_archive::Archive;

use crate::client::{TOKEN, add_token, story};
use crate::process::Running;

/// Connections that ask as fast as they are answered.
const BUSY: usize = 256;
/// Connections that send a byte now and then.
const SLOW: usize = 64;
/// Connections that send half a request and shut their side.
const HALF: usize = 64;

/// Requests of the busy ones, all together.
const REQUESTS: u64 = 10_000;

/// What the server may hold more after it than before, in bytes: the cache is 8 MB, a body 16.
const GROWTH: u64 = 64 << 20;

/// Longest that a well-behaved client may wait meanwhile. Generous: the machine does other things as well.
const PATIENCE: Duration = Duration::from_secs(10);

/// Requests that each are wrong in another way, and a few that are right.
fn requests() -> Vec<Vec<u8>> {
    let get = |path: &str| format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n").into_bytes();
    let post = |path: &str, headers: &str, body: &[u8]| {
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: localhost\r\n{headers}content-length: {}\r\n\r\n",
            body.len()
        );
        [head.as_bytes(), body].concat()
    };
    let write = format!("authorization: Bearer {TOKEN}\r\n");
    vec![
        get("/api/v1/articles?q=bridge&facet=source&facet=year"),
        get("/?q=bridge"),
        get("/healthz"),
        get("/api/v1/articles?q=%28%28%28%28%22"),
        get("/api/v1/articles?limit=99999999999999999999"),
        get("/api/v1/articles?q=a*+b*+c*"),
        get("/api/v1/articles?cursor=a.0.0.0.0.0.0"),
        get(&format!("/api/v1/articles?q={}", "bridge+OR+".repeat(400))),
        get("/api/v1/articles/..%2f..%2fetc%2fpasswd"),
        get("/api/v1/changes?since=18446744073709551615"),
        get("/api/v1/nowhere"),
        get("/%ff%fe%00"),
        get("/stats?x=1"),
        post("/api/v1/parse", "content-type: application/json\r\n", b"{\"text\": \"\\ud800\"}"),
        post("/api/v1/parse", "content-type: text/plain; charset=klingon\r\n", b"bridge"),
        post("/api/v1/parse?explain=maybe", "", b"bridge"),
        post("/api/v1/parse", "content-encoding: gzip\r\n", b"\x1f\x8b\x08not really"),
        post("/api/v1/articles", "", b"no token"),
        post("/api/v1/articles", &write, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        post("/api/v1/articles", &format!("{write}content-type: application/json\r\n"), b"[[[[[[[["),
        post("/try", "content-type: multipart/form-data; boundary=x\r\n", b"--x\r\n\r\n--x"),
        b"DELETE /api/v1/articles HTTP/1.1\r\nhost: localhost\r\n\r\n".to_vec(),
        b"BREW /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n".to_vec(),
    ]
}

/// Reads one answer off a connection; its status, `None` when the connection ended.
fn answer(stream: &mut TcpStream) -> Option<u16> {
    let mut all = Vec::new();
    let mut piece = [0; 16 << 10];
    loop {
        if let Some(end) = all.windows(4).position(|w| w == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&all[..end]).into_owned();
            let status = head.split(' ').nth(1)?.parse().ok()?;
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            let wanted = end + 4 + length.map_or(0, |length| length.parse::<usize>().unwrap());
            while all.len() < wanted {
                match stream.read(&mut piece) {
                    Ok(n @ 1..) => all.extend_from_slice(&piece[..n]),
                    _ => return None,
                }
            }
            return Some(status);
        }
        match stream.read(&mut piece) {
            Ok(n @ 1..) => all.extend_from_slice(&piece[..n]),
            _ => return None,
        }
    }
}

fn connect(address: &str) -> Option<TcpStream> {
    let stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    Some(stream)
}

/// What all clients share.
struct Shared {
    address: String,
    requests: Vec<Vec<u8>>,
    sent: AtomicU64,
    faults: AtomicU64,
    over: AtomicBool,
}

impl Shared {
    /// Asks until all requests are made; on a new connection when the server has ended the old one.
    fn busy(&self) {
        let mut stream = connect(&self.address);
        loop {
            let n = self.sent.fetch_add(1, Ordering::Relaxed);
            if n >= REQUESTS {
                return;
            }
            let request = &self.requests[usize::try_from(n).unwrap() % self.requests.len()];
            let status = stream.as_mut().and_then(|stream| {
                stream.write_all(request).ok()?;
                answer(stream)
            });
            match status {
                Some(500) => _ = self.faults.fetch_add(1, Ordering::Relaxed),
                Some(_) => {}
                None => stream = connect(&self.address),
            }
        }
    }

    fn slow(&self) {
        let Some(mut stream) = connect(&self.address) else { return };
        for byte in b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nx: ".iter().chain([&b'a'; 10_000]) {
            if self.over.load(Ordering::Relaxed) || stream.write_all(&[*byte]).is_err() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn half(&self) {
        while !self.over.load(Ordering::Relaxed) {
            let Some(mut stream) = connect(&self.address) else { return };
            let _ = stream.write_all(
                b"POST /api/v1/parse HTTP/1.1\r\nhost: localhost\r\ncontent-length: 99\r\n\r\nbri",
            );
            let _ = stream.shutdown(Shutdown::Write);
            let _ = stream.read_to_end(&mut Vec::new());
        }
    }
}

#[test]
fn many_bad_clients_do_no_harm_to_the_others() {
    let home = tempfile::tempdir().unwrap();
    let archive = Archive::open_or_create(home.path()).unwrap();
    add_token(&archive, TOKEN, "read write", None);
    let mut server = Running::start(home.path(), &[]);
    let head = format!("POST /api/v1/articles HTTP/1.1\r\nauthorization: Bearer {TOKEN}\r\n");
    let imported = server.ask(&head, story("Council closes bridge").as_bytes()).unwrap();
    assert!(imported.starts_with("HTTP/1.1 200"), "{imported}");
    let before = server.resident();

    let shared = Arc::new(Shared {
        address: server.address.clone(),
        requests: requests(),
        sent: AtomicU64::new(0),
        faults: AtomicU64::new(0),
        over: AtomicBool::new(false),
    });
    let spawn = |n: usize, client: fn(&Shared)| -> Vec<_> {
        let one = |_| {
            let shared = Arc::clone(&shared);
            std::thread::spawn(move || client(&shared))
        };
        (0..n).map(one).collect()
    };
    let mut idle = spawn(SLOW, Shared::slow);
    idle.extend(spawn(HALF, Shared::half));
    let busy = spawn(BUSY, Shared::busy);
    // One who behaves asks all the while, on connections of his own.
    let mut worst = Duration::ZERO;
    while busy.iter().any(|client| !client.is_finished()) {
        let begun = Instant::now();
        let answer = server.get("/api/v1/articles?q=bridge&limit=1");
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\"total\":1"), "{answer}");
        worst = worst.max(begun.elapsed());
        std::thread::sleep(Duration::from_millis(20));
    }
    shared.over.store(true, Ordering::Relaxed);
    busy.into_iter().chain(idle).for_each(|client| client.join().unwrap());
    assert!(server.lives(), "{}", server.log());
    assert!(worst < PATIENCE, "who behaved waited {worst:?}");
    assert_eq!(shared.faults.load(Ordering::Relaxed), 0, "{}", server.log());
    if let (Some(before), Some(after)) = (before, server.resident()) {
        assert!(after < before + GROWTH, "{before} bytes before it, {after} after");
    }
}

#[test]
fn bombs_are_not_unpacked() {
    let home = tempfile::tempdir().unwrap();
    add_token(&Archive::open_or_create(home.path()).unwrap(), TOKEN, "write", None);
    let mut server = Running::start(home.path(), &[]);
    // A quarter of a gigabyte of nothing in a quarter of a megabyte.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; 1 << 20];
    (0..256).for_each(|_| encoder.write_all(&zeros).unwrap());
    let bomb = encoder.finish().unwrap();
    assert!(bomb.len() < 1 << 19, "{}", bomb.len());
    let before = server.resident();
    let mut most = 0;
    for path in ["/api/v1/parse", "/api/v1/articles", "/try"].repeat(3) {
        let head = format!(
            "POST {path} HTTP/1.1\r\ncontent-encoding: gzip\r\ncontent-type: text/plain\r\n\
             authorization: Bearer {TOKEN}\r\n"
        );
        let answer = server.ask(&head, &bomb).unwrap();
        assert!(answer.starts_with("HTTP/1.1 413 "), "{path}: {answer}");
        most = most.max(server.resident().unwrap_or_default());
    }
    // Packed in a pack: only the outer is known, and what is in it is no text.
    let head = "POST /api/v1/parse HTTP/1.1\r\ncontent-encoding: gzip, gzip\r\n";
    assert!(server.ask(head, &bomb).unwrap().starts_with("HTTP/1.1 415 "));
    assert!(server.lives());
    if let Some(before) = before {
        assert!(most < before + GROWTH, "{before} bytes before it, {most} at most");
    }
}
