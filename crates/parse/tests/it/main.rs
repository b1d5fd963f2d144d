//! What the parser promises, tried from outside.
//!
//! `invariants` says what holds for every document, `properties` looks for one where it does not, `linear` for one that
//! takes too long; `seeds` draws the answers on the project's own examples, `expectations` compares them with what a
//! careful reader finds there, and `api` keeps the promises of the documentation. With the feature `probe`, `fuzz_corpus`
//! runs the fuzzer's targets over a bounded number of inputs.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod api;
mod expectations;
mod fields;
mod fragments;
#[cfg(feature = "probe")]
mod fuzz_corpus;
mod invariants;
mod linear;
mod properties;
mod seed;
mod seeds;
mod signs;
#[cfg(feature = "probe")]
mod targets;
