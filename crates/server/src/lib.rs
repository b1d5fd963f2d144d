#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod access;
mod api;
mod app;
mod cache;
mod document;
mod flags;
mod http;
mod imports;
mod listen;
mod log;
mod metrics;
mod options;
mod pages;
mod problem;
mod render;
mod routes;
mod shelf;
mod state;

pub use access::{Scope, TOKEN_PREFIX, new_token, token_hash};
pub use app::app;
pub use flags::{Flags, Level, Refusal};
pub use listen::{run, serve, stop_signal};
pub use log::start as start_log;
pub use options::{Options, Reading};
pub use problem::{CODES, PROBLEM_JSON, Place, Problem};
pub use state::AppState;
