//! What the server may be told, and its limits.

use std::time::Duration;

/// Who may read without a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Everyone who reaches the server.
    Open,
    /// Only who has a token with the scope `read`.
    Token,
}

/// Limits and rules of a server. [`Options::default`] is fit for a server on loopback.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// Who may read.
    pub reading: Reading,
    /// Names that a request's `Host` may have beside `localhost` and addresses of numbers; `None` takes any. A page of
    /// another site that makes its own name point here (DNS rebinding) is refused by it.
    pub hosts: Option<Vec<String>>,
    /// Whether `X-Forwarded-For` is believed: its last address is then the peer.
    pub trusted_proxy: bool,
    /// Requests a second for each token or peer; 0 is no limit. Peers on loopback are not limited, unless they are a
    /// trusted proxy.
    pub rate: u32,
    /// Largest body of a request, packed or unpacked, in bytes.
    pub max_body: usize,
    /// Time for the header of a request, and for the wait between two requests of a connection.
    pub header_timeout: Duration,
    /// Time for the body of a request to come.
    pub body_timeout: Duration,
    /// Time for an answer to begin.
    pub request_timeout: Duration,
    /// Time that a connection may stand still while something is to be sent.
    pub write_timeout: Duration,
    /// Connections at one time; more wait to be accepted.
    pub max_connections: usize,
    /// Requests at one time; more are told to come again.
    pub max_requests: usize,
    /// Threads that parse and search at one time.
    pub workers: usize,
    /// Exports at one time: each holds a thread until its reader has it all.
    pub max_exports: usize,
    /// Bytes of rendered articles that are kept ready.
    pub cache_bytes: usize,
    /// Time to finish what was begun when the server is asked to stop.
    pub grace: Duration,
}

impl Default for Options {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            reading: Reading::Open,
            hosts: None,
            trusted_proxy: false,
            rate: 50,
            max_body: 16 << 20,
            header_timeout: Duration::from_secs(10),
            body_timeout: Duration::from_secs(30),
            request_timeout: Duration::from_secs(30),
            write_timeout: Duration::from_secs(30),
            max_connections: 1024,
            max_requests: 512,
            workers: cores.max(2),
            max_exports: 4,
            cache_bytes: 8 << 20,
            grace: Duration::from_secs(10),
        }
    }
}
