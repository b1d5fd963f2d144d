//! `wirecopy verify` and `wirecopy reindex`.

use super::args::{ReindexArgs, VerifyArgs};
use super::{failed, name};
use crate::failure::{Failure, Outcome};
use crate::output;
use crate::tally::plural;
use crate::terminal::escape;

/// Checks the archive and says what is wrong with it.
pub(crate) fn run(args: &VerifyArgs) -> Result<Outcome, Failure> {
    let archive = args.archive.open()?;
    let found = archive.verify().map_err(failed)?;
    for problem in &found.problems {
        output::print(&format!("{}\n", escape(problem)))?;
    }
    output::note(&format!(
        "{}: {}, {}, {} of the index checked\n",
        if found.problems.is_empty() {
            "all is well".to_owned()
        } else {
            plural(found.problems.len() as u64, "problem", "problems")
        },
        plural(found.records, "record", "records"),
        plural(found.documents, "document", "documents"),
        plural(found.indexed, "entry", "entries"),
    ));
    if found.problems.is_empty() {
        return Ok(Outcome::Fine);
    }
    if found.problems.iter().all(|problem| problem.starts_with("index:")) {
        output::note("  hint: only the index is affected: wirecopy reindex\n");
    }
    Ok(Outcome::Problems)
}

/// Builds the index anew.
pub(crate) fn reindex(args: &ReindexArgs) -> Result<Outcome, Failure> {
    let archive = args.archive.open()?;
    archive.reindex().map_err(failed)?;
    let records = archive.stats().map_err(failed)?.records;
    output::note(&format!("{} indexed in {}\n", plural(records, "record", "records"), name(&archive)));
    Ok(Outcome::Fine)
}
