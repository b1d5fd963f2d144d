//! Clients at the other end of real connections: slow, silent, half gone.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use wirecopy_server::{AppState, Options, serve};

struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    done: tokio::task::JoinHandle<std::io::Result<()>>,
}

async fn start(change: impl FnOnce(&mut Options)) -> Running {
    let mut options = Options::default();
    change(&mut options);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let stopped = async {
        let _ = stopped.await;
    };
    let done = tokio::spawn(serve(listener, AppState::new(None, options), stopped));
    Running { address, stop, done }
}

async fn talk(address: SocketAddr, words: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(words.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

const ALIVE: &str = "GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";

#[tokio::test]
async fn who_does_not_say_what_he_wants_is_cut_off_and_others_are_served() {
    let running = start(|options| options.header_timeout = Duration::from_millis(300)).await;
    let mut slow = Vec::new();
    for _ in 0..100 {
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        stream.write_all(b"GET /healthz HTTP/1.1\r\nx: ").await.unwrap();
        slow.push(stream);
    }
    assert!(talk(running.address, ALIVE).await.starts_with("HTTP/1.1 200 OK\r\n"));
    let begun = Instant::now();
    for mut stream in slow {
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest).await;
    }
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn an_idle_connection_ends_too() {
    let running = start(|options| options.header_timeout = Duration::from_millis(300)).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    let mut all = Vec::new();
    let ended = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut all)).await;
    assert!(ended.is_ok(), "still open");
    assert!(all.starts_with(b"HTTP/1.1 200 OK\r\n"));
}

#[tokio::test]
async fn a_body_that_does_not_come_is_given_up() {
    let running = start(|options| options.body_timeout = Duration::from_millis(300)).await;
    let words = "POST /api/v1/parse HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\nconnection: close\r\n\r\nabc";
    let answer = talk(running.address, words).await;
    assert!(answer.starts_with("HTTP/1.1 408 Request Timeout\r\n"), "{answer}");
    assert!(answer.contains("\"code\":\"timeout\""), "{answer}");
}

#[tokio::test]
async fn a_client_that_has_shut_its_side_is_answered_or_dropped_but_not_kept() {
    let running = start(|_| ()).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream.write_all(b"GET /hea").await.unwrap();
    stream.shutdown().await.unwrap();
    let mut rest = Vec::new();
    let ended = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut rest)).await;
    assert!(ended.is_ok());
}

#[tokio::test]
async fn who_does_not_take_his_answer_is_cut_off() {
    let running = start(|options| {
        options.write_timeout = Duration::from_millis(500);
        options.max_connections = 1;
    })
    .await;
    let text = "Council closes bridge again and again.\n\n".repeat(20_000);
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    let head = format!(
        "POST /api/v1/parse?explain HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n\r\n",
        text.len()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    // The only connection there is becomes free, though this one never reads.
    let next = tokio::time::timeout(Duration::from_secs(60), talk(running.address, ALIVE)).await.unwrap();
    assert!(next.starts_with("HTTP/1.1 200 OK\r\n"), "{next}");
    drop(stream);
}

#[tokio::test]
async fn what_is_no_http_is_refused() {
    let running = start(|_| ()).await;
    let long = format!("GET / HTTP/1.1\r\nx: {}\r\n\r\n", "a".repeat(100_000));
    let cases = [
        ("\0\0\0\0\r\n\r\n", ""),
        ("GET / HTTP/1.1\r\nbad header\r\n\r\n", "HTTP/1.1 400"),
        (long.as_str(), "HTTP/1.1 431"),
        (
            "GET /healthz HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n",
            "HTTP/1.1 400",
        ),
        (ALIVE, "HTTP/1.1 200"),
    ];
    for (words, expected) in cases {
        let answer = talk(running.address, words).await;
        assert!(answer.starts_with(expected), "{words:.60}: {answer}");
    }
}

#[tokio::test]
async fn a_server_that_stops_answers_what_was_begun() {
    let running = start(|_| ()).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    let head = "POST /api/v1/parse HTTP/1.1\r\nhost: localhost\r\ncontent-length: 21\r\n\r\nCouncil ";
    stream.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    running.stop.send(()).unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(TcpStream::connect(running.address).await.is_err(), "new connections are still taken");
    stream.write_all(b"closes bridge").await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n"), "{}", String::from_utf8_lossy(&answer));
    tokio::time::timeout(Duration::from_secs(5), running.done).await.unwrap().unwrap().unwrap();
}

#[tokio::test]
async fn each_client_behind_the_proxy_has_a_rate_and_who_comes_without_one_cannot_forge_an_address() {
    let ask = |forwarded: &str| {
        format!(
            "GET /api/v1/stats HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: {forwarded}\r\nconnection: close\r\n\r\n"
        )
    };
    let behind = start(|options| {
        options.trusted_proxy = true;
        options.rate = 2;
    })
    .await;
    let mut limited = 0;
    for n in 0..12 {
        // What stands before the last address is made up by the client, and changes nothing.
        let answer = talk(behind.address, &ask(&format!("198.51.100.{n}, 192.0.2.7"))).await;
        if answer.starts_with("HTTP/1.1 429 ") {
            assert!(answer.contains("\r\nretry-after: 1\r\n"), "{answer}");
            limited += 1;
        }
    }
    assert!((6..=9).contains(&limited), "{limited}");
    let other = talk(behind.address, &ask("192.0.2.8")).await;
    assert!(other.starts_with("HTTP/1.1 503 "), "the other client has an allowance of its own: {other}");
    // Without a proxy the header is nobody's address: this machine is not limited.
    let open = start(|options| options.rate = 2).await;
    for _ in 0..12 {
        assert!(talk(open.address, &ask("192.0.2.7")).await.starts_with("HTTP/1.1 503 "));
    }
}
