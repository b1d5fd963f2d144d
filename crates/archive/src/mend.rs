//! A damaged index is built anew when a search meets the damage.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::archive::Archive;
use crate::error::Error;

/// Answers a question; when it fails as it would on a damaged index, looks whether the index is damaged, builds it anew, and
/// asks once more.
pub(crate) fn unless_damaged<T>(archive: &Archive, ask: impl Fn() -> Result<T, Error>) -> Result<T, Error> {
    // Damage is met in places where the index trusts its own files, and may end in a panic there. Nothing that outlives the
    // question is changed by asking.
    let asked = catch_unwind(AssertUnwindSafe(&ask));
    let failed = match asked {
        Ok(Err(error @ (Error::Index(_) | Error::Io { .. }))) => Ok(error),
        Ok(answer) => return answer,
        Err(panic) => Err(panic),
    };
    match (archive.mend(), failed) {
        (Ok(true), _) => ask(),
        // It is something else, or somebody else writes: the first answer stands.
        (_, Ok(error)) => Err(error),
        (_, Err(panic)) => std::panic::resume_unwind(panic),
    }
}
