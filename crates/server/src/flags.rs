use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::options::{Options, Reading};

/// The words of the command line.
#[derive(Debug, Clone, Args)]
#[non_exhaustive]
pub struct Flags {
    /// Folder of the archive
    #[arg(long, value_name = "DIR", env = "WIRECOPY_ARCHIVE", value_hint = clap::ValueHint::DirPath)]
    pub archive: Option<PathBuf>,
    /// Address and port to listen on; a port alone is one of this machine, and port 0 any that is free
    #[arg(long, visible_alias = "port", value_name = "ADDRESS", default_value = "127.0.0.1:8077", value_parser = address)]
    pub listen: SocketAddr,
    /// Let everyone who reaches the server read, also from other machines
    #[arg(long)]
    pub public_read: bool,
    /// Stand behind a proxy of your own: the last address of X-Forwarded-For is the client
    #[arg(long)]
    pub trusted_proxy: bool,
    /// A name of this server beside `localhost`; may be given several times
    #[arg(long, value_name = "NAME")]
    pub allow_host: Vec<String>,
    /// Requests a second for each token or client address; 0 is no limit. Clients on this machine are not limited
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub rate: u32,
    /// Largest body of a request, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 16, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub max_body: u16,
    /// What to write to the log on standard error; `info` tells every request
    #[arg(long, value_enum, value_name = "LEVEL", env = "WIRECOPY_LOG", default_value_t = Level::Warn)]
    pub log: Level,
}

/// `127.0.0.1:8077`, `[::]:80`, or `8077` for a port that only this machine reaches.
fn address(text: &str) -> Result<SocketAddr, String> {
    if let Ok(port) = text.parse::<u16>() {
        return Ok(SocketAddr::from(([127, 0, 0, 1], port)));
    }
    text.parse().map_err(|_| "write address and port, as in 127.0.0.1:8077, or a port alone".to_owned())
}

/// How much is logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum Level {
    /// Faults of the server
    Error,
    /// And what may become one
    Warn,
    /// And every request
    Info,
    /// And every connection
    Debug,
}

impl Level {
    /// The word for the log's filter.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
        }
    }
}

/// Why the server does not start: others could reach it, and nobody said that they may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    address: SocketAddr,
    proxied: bool,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.proxied {
            f.write_str("behind a proxy the archive could be read by others, and there is no token")
        } else {
            write!(
                f,
                "on {} the archive could be read from other machines, and there is no token",
                self.address
            )
        }
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    /// What to do.
    pub const HINT: &'static str =
        "make a token with `wirecopy token add`, or say --public-read if everyone may read it";
}

impl Flags {
    /// The options of a server started so.
    ///
    /// # Errors
    ///
    /// When others could reach it, there is no token and `--public-read` was not said.
    pub fn options(&self, has_tokens: bool) -> Result<Options, Refusal> {
        // Behind a proxy on the same machine, loopback is where everyone comes from.
        let private = self.listen.ip().is_loopback() && !self.trusted_proxy;
        if !private && !self.public_read && !has_tokens {
            return Err(Refusal { address: self.listen, proxied: self.trusted_proxy });
        }
        Ok(Options {
            reading: if private || self.public_read { Reading::Open } else { Reading::Token },
            hosts: (private || !self.allow_host.is_empty()).then(|| self.allow_host.clone()),
            trusted_proxy: self.trusted_proxy,
            rate: self.rate,
            max_body: usize::from(self.max_body) << 20,
            ..Options::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Debug, Parser)]
    struct Program {
        #[command(flatten)]
        flags: Flags,
    }

    fn flags(words: &[&str]) -> Flags {
        Program::parse_from(std::iter::once("server").chain(words.iter().copied())).flags
    }

    #[test]
    fn others_are_let_in_only_when_it_was_said() {
        assert_eq!(flags(&[]).options(false).unwrap().reading, Reading::Open);
        let outside = ["--listen", "0.0.0.0:80"];
        assert_eq!(flags(&outside).options(false).unwrap_err().address, "0.0.0.0:80".parse().unwrap());
        assert_eq!(flags(&outside).options(true).unwrap().reading, Reading::Token);
        let public = [&outside[..], &["--public-read"]].concat();
        assert_eq!(flags(&public).options(false).unwrap().reading, Reading::Open);
        assert!(flags(&["--trusted-proxy"]).options(false).is_err());
    }

    #[test]
    fn a_port_alone_is_one_of_this_machine() {
        for words in [["--port", "9000"], ["--listen", "9000"], ["--listen", "127.0.0.1:9000"]] {
            assert_eq!(flags(&words).listen, "127.0.0.1:9000".parse().unwrap());
        }
        let refused = Program::try_parse_from(["server", "--listen", "localhost"]).unwrap_err();
        assert!(refused.to_string().contains("or a port alone"), "{refused}");
    }

    #[test]
    fn on_loopback_strange_names_are_refused() {
        assert_eq!(flags(&[]).options(false).unwrap().hosts, Some(Vec::new()));
        assert_eq!(flags(&["--listen", "[::]:80", "--public-read"]).options(false).unwrap().hosts, None);
    }
}
