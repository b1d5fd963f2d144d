//! The targets themselves stand with the tests, which run them too.

#[path = "../../tests/it/invariants.rs"]
pub(crate) mod invariants;
#[path = "../../tests/it/targets.rs"]
#[allow(dead_code, reason = "each binary runs one of them")]
pub(crate) mod targets;
