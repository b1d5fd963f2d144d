//! The server as its clients meet it, without a socket unless the test is about sockets.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod access;
mod articles;
mod client;
mod crash;
mod hostile;
mod import;
mod load;
mod logs;
mod pages;
mod parse;
mod process;
mod routes;
mod rules;
mod search;
mod sockets;
