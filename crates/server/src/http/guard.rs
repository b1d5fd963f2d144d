//! What is asked of every request before it is answered: a name of this server, room, parameters that exist, time.

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::HOST;
use axum::http::{HeaderMap, Method, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::http::params::Params;
use crate::options::Options;
use crate::problem::Problem;
use crate::routes::{self, Route};
use crate::state::AppState;

/// Lets a request through, or says why not.
pub(crate) async fn guard(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let options = state.options();
    let _room = match admit(&state, &request) {
        Ok(room) => room,
        Err(problem) => return problem.into_response(),
    };
    tokio::time::timeout(options.request_timeout, next.run(request)).await.unwrap_or_else(|_| {
        Problem::new("overloaded")
            .detail(format!("no answer within {} seconds", options.request_timeout.as_secs()))
            .help("ask for less, or come again")
            .retry_after(5)
            .into_response()
    })
}

fn admit<'s>(state: &'s AppState, request: &Request) -> Result<tokio::sync::SemaphorePermit<'s>, Problem> {
    let room = state
        .room()
        .ok_or_else(|| Problem::new("overloaded").detail("too many requests are under way").retry_after(1))?;
    named(state.options(), request.headers(), request.uri())?;
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .and_then(|path| routes::find(request.method(), path.as_str()));
    if let (Some(route), Some(query)) = (route, request.uri().query()) {
        known(route, query)?;
    }
    Ok(room)
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
    let numbers = name.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok();
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
    for (at, (name, _)) in params.iter().enumerate() {
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
