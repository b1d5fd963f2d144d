//! The table of routes: the router, the access rules, the metrics and the OpenAPI document are all made from it.

mod table;

use axum::http::Method;
use axum::routing::MethodRouter;
use schemars::{Schema, SchemaGenerator};

use crate::http::guard::effective;
use crate::state::AppState;

pub(crate) use table::ROUTES;

/// One method of one path.
pub(crate) struct Route {
    pub(crate) method: Method,
    /// As axum and OpenAPI both write it: `/api/v1/articles/{id}`.
    pub(crate) path: &'static str,
    /// Chapter of the documentation.
    pub(crate) chapter: &'static str,
    /// Name of the operation, for generated clients.
    pub(crate) operation: &'static str,
    pub(crate) access: Access,
    pub(crate) summary: &'static str,
    /// In Markdown.
    pub(crate) description: &'static str,
    /// A command that asks for it, on a server that was started without options.
    pub(crate) example: &'static str,
    pub(crate) params: &'static [Param],
    pub(crate) body: Option<RequestBody>,
    pub(crate) answers: &'static [Answer],
    /// Codes of the problems that this route has beside those that every route has.
    pub(crate) problems: &'static [&'static str],
    pub(crate) handler: fn() -> MethodRouter<AppState>,
}

/// What a request needs to be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Nothing.
    Open,
    /// The scope `read`, unless everyone may read.
    Read,
    /// The scope `write`, always.
    Write,
}

/// A parameter in the query.
pub(crate) struct Param {
    pub(crate) name: &'static str,
    /// Whether it may stand several times.
    pub(crate) repeated: bool,
    pub(crate) kind: ParamKind,
    pub(crate) description: &'static str,
}

/// What a parameter holds.
pub(crate) enum ParamKind {
    Text,
    Flag,
    Number { least: u64, most: u64 },
    Words(&'static [&'static str]),
}

/// What a request carries.
pub(crate) struct RequestBody {
    /// Whether it may not be left out.
    pub(crate) required: bool,
    pub(crate) description: &'static str,
    pub(crate) media: &'static [Media],
}

/// What an answer carries.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) description: &'static str,
    pub(crate) media: &'static [Media],
}

/// A media type with the schema of what it holds; without one it is plain text or bytes.
pub(crate) struct Media {
    pub(crate) kind: &'static str,
    pub(crate) schema: Option<fn(&mut SchemaGenerator) -> Schema>,
}

/// The route of a method and the path that matched.
pub(crate) fn find(method: &Method, path: &str) -> Option<&'static Route> {
    let method = effective(method);
    ROUTES.iter().find(|route| route.path == path && route.method == *method)
}
