//! The command as its users meet it: the built binary, real files, real exit codes.
//!
//! What the parser makes of a text is tested with the parser. Here only what holds whatever it makes of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod archive;
mod crash;
mod explain;
mod formats;
mod generators;
mod help;
mod hostile;
mod inputs;
mod keeping;
mod output;
mod place;
mod problems;
mod signals;
mod terminal;
