use axum::Router;
use axum::extract::Request;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::decompression::RequestDecompressionLayer;

use crate::http::guard::guard;
use crate::http::observe::observe;
use crate::problem::Problem;
use crate::routes::ROUTES;
use crate::state::AppState;
use crate::{http, pages};

/// The whole server as a service: routes, pages and everything around them. Bound to no socket.
///
/// # Examples
///
/// ```
/// use wirecopy_server::{AppState, Options, app};
///
/// // Without an archive, documents are read and nothing is kept.
/// let router: axum::Router = app(AppState::new(None, Options::default()));
/// ```
pub fn app(state: AppState) -> Router {
    let mut router = Router::new();
    let mut paths: Vec<(&str, MethodRouter<AppState>)> = Vec::new();
    for route in ROUTES {
        match paths.iter_mut().find(|(path, _)| *path == route.path) {
            Some((_, methods)) => *methods = std::mem::take(methods).merge((route.handler)()),
            None => paths.push((route.path, (route.handler)())),
        }
    }
    for (path, methods) in paths {
        router = router.route(path, methods);
    }
    router
        .merge(pages::routes())
        .fallback(nowhere)
        .layer(RequestDecompressionLayer::new())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(state.clone(), guard))
        .layer(CompressionLayer::new())
        .layer(from_fn(http::tag::variants))
        .layer(from_fn_with_state(state.clone(), observe))
        .with_state(state)
}

async fn nowhere(request: Request) -> Problem {
    let path: String = request.uri().path().chars().take(80).collect();
    Problem::new("not-found")
        .detail(format!("nothing at {path:?}"))
        .help("what there is: /docs, /openapi.json")
}

/// A panic is a fault of the server: it is logged where it happens, and the client is told no more than that.
fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    Problem::new("internal").detail("the request broke off").into_response()
}
