//! The server as its clients meet it, without a socket unless the test is about sockets.

mod client;
mod parse;
mod rules;
