//! What is asked of every request before it is answered: a name of this server, room, parameters that exist, time.

use std::net::IpAddr;
use std::sync::atomic::Ordering::Relaxed;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::HOST;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::access;
use crate::http::params::Params;
use crate::http::peer::{self, Peer};
use crate::http::rate;
use crate::options::{Options, Reading};
use crate::problem::Problem;
use crate::routes::{self, Access, ParamKind, Route};
use crate::state::AppState;

/// Lets a request through, or says why not.
pub(crate) async fn guard(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let options = state.options();
    let Some(_room) = state.room() else {
        let problem = Problem::new("overloaded").detail("too many requests are under way").retry_after(1);
        return problem.into_response();
    };
    let (parts, body) = request.into_parts();
    if let Err(problem) = Asked::of(&parts, options).admit(&state, &parts).await {
        return problem.into_response();
    }
    let request = Request::from_parts(parts, body);
    tokio::time::timeout(options.request_timeout, next.run(request)).await.unwrap_or_else(|_| {
        Problem::new("overloaded")
            .detail(format!("no answer within {} seconds", options.request_timeout.as_secs()))
            .help("ask for less, or come again")
            .retry_after(5)
            .into_response()
    })
}

/// What is asked for, and by whom.
struct Asked {
    route: Option<&'static Route>,
    access: Access,
    client: Option<IpAddr>,
}

impl Asked {
    fn of(request: &Parts, options: &Options) -> Self {
        let path = request.extensions.get::<MatchedPath>();
        let route = path.and_then(|path| routes::find(&request.method, path.as_str()));
        // Pages, and whatever else is not in the table, show what is in the archive.
        let access = route.map_or(Access::Read, |route| route.access);
        let peer = request.extensions.get::<Peer>().copied();
        Self { route, access, client: peer::client(peer, &request.headers, options.trusted_proxy) }
    }

    async fn admit(&self, state: &AppState, request: &Parts) -> Result<(), Problem> {
        let options = state.options();
        named(options, &request.headers, &request.uri)?;
        let caller = self.authorize(state, &request.headers).await?;
        self.limit(state, caller)?;
        if let (Some(route), Some(query)) = (self.route, request.uri.query()) {
            known(route, query)?;
        }
        Ok(())
    }

    /// Looks whether the request may be made; the hash of its token, if it has a right one.
    async fn authorize(&self, state: &AppState, headers: &HeaderMap) -> Result<Option<[u8; 32]>, Problem> {
        let needed = match self.access {
            Access::Open => return Ok(None),
            Access::Read => state.options().reading == Reading::Token,
            Access::Write => true,
        };
        let Some(token) = access::bearer(headers)? else {
            return if needed { Err(access::unauthorized("this needs a bearer token")) } else { Ok(None) };
        };
        // Who has tried too many wrong tokens is not told whether the next is right.
        let guesser = self.client.map_or(0, peer::bucket);
        let guesses = state.guesses();
        guesses.look(guesser).map_err(|wait| {
            Problem::new("too-many-requests")
                .detail("too many wrong tokens came from this address")
                .retry_after(rate::seconds(wait))
        })?;
        let tokens = state.tokens().await?;
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let now = now.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX));
        let Some(found) = access::find(&tokens, token, now) else {
            let _ = guesses.take(guesser);
            state.metrics().refused_tokens.fetch_add(1, Relaxed);
            return Err(access::unauthorized("the token is not known, or has expired"));
        };
        // Where everyone may read, a token for writing does no harm.
        if needed {
            access::allow(found, self.access)?;
        }
        Ok(Some(found.hash))
    }

    /// Counts the request against the rate of its token or its client.
    fn limit(&self, state: &AppState, token: Option<[u8; 32]>) -> Result<(), Problem> {
        if state.options().rate == 0 {
            return Ok(());
        }
        // Who is on this machine could stop the server in other ways.
        let local = self.client.is_some_and(|client| client.is_loopback()) && !state.options().trusted_proxy;
        let key = match (token, self.client) {
            _ if local => return Ok(()),
            (Some(hash), _) => Caller::Token(hash),
            (None, Some(client)) => Caller::Client(peer::bucket(client)),
            (None, None) => return Ok(()),
        };
        state.callers().take(key).map_err(|wait| {
            state.metrics().limited.fetch_add(1, Relaxed);
            Problem::new("too-many-requests")
                .detail(format!("more than {} requests a second", state.options().rate))
                .retry_after(rate::seconds(wait))
        })
    }
}

/// The one whose requests are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Caller {
    Token([u8; 32]),
    Client(u128),
}

/// Refuses a `Host` that is no name of this server: a page of another site could make its own name point at this machine
/// and read what a browser here may read. An address of numbers cannot be made to point elsewhere.
fn named(options: &Options, headers: &HeaderMap, uri: &Uri) -> Result<(), Problem> {
    let Some(names) = &options.hosts else { return Ok(()) };
    let Some(host) = uri.authority().map(|a| a.as_str()).or(headers.get(HOST).and_then(|h| h.to_str().ok()))
    else {
        // HTTP/1.1 asks for the header, and every browser sends it.
        return Ok(());
    };
    let name = without_port(host);
    let numbers = name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok();
    if numbers || name.eq_ignore_ascii_case("localhost") || names.iter().any(|n| n.eq_ignore_ascii_case(name))
    {
        return Ok(());
    }
    Err(Problem::new("misdirected")
        .detail(format!("{name:?} is not a name of this server"))
        .help("use its address, or start it with --allow-host NAME"))
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) && !name.ends_with(':') => name,
        _ => host,
    }
}

/// Refuses parameters that the route does not have: a misspelt filter would otherwise find too much and not say so.
fn known(route: &Route, query: &str) -> Result<(), Problem> {
    let params = Params::parse(query);
    for (at, (name, value)) in params.iter().enumerate() {
        let Some(param) = route.params.iter().find(|param| param.name == name) else {
            let names: Vec<String> = route.params.iter().map(|param| format!("`{}`", param.name)).collect();
            let help = if names.is_empty() {
                "this path takes no parameters".to_owned()
            } else {
                format!("known here: {}", names.join(", "))
            };
            let name: String = name.chars().take(80).collect();
            return Err(Problem::new("invalid-parameter")
                .detail(format!("no parameter {name:?}"))
                .help(help));
        };
        // Of a number or a word nothing is none of those that are known; a text may be empty, and a flag stands for itself.
        if value.is_empty() && matches!(param.kind, ParamKind::Number { .. } | ParamKind::Words(_)) {
            return Err(Problem::new("invalid-parameter")
                .detail(format!("`{name}` is empty"))
                .help("give a value, or leave it out"));
        }
        if !param.repeated && params.iter().take(at).any(|(other, _)| other == name) {
            return Err(Problem::new("invalid-parameter").detail(format!("`{name}` stands twice")));
        }
    }
    Ok(())
}

/// The method under which a route is found: a `HEAD` is a `GET` whose body stays away.
pub(crate) fn effective(method: &Method) -> &Method {
    if method == Method::HEAD { &Method::GET } else { method }
}

#[cfg(test)]
mod tests {
    use super::without_port;

    #[test]
    fn a_host_loses_its_port_only() {
        let hosts = [("localhost:8080", "localhost"), ("[::1]:80", "[::1]"), ("[::1]", "[::1]"), ("a", "a")];
        for (host, name) in hosts {
            assert_eq!(without_port(host), name);
        }
    }
}
