//! `wirecopy changes`: what came in, was replaced or went.

use serde::Serialize;
use wirecopy_archive::Change;

use super::args::ChangesArgs;
use super::failed;
use super::kept::Record;
use crate::failure::{Failure, Outcome};
use crate::format::json;
use crate::interrupt;
use crate::output::Sink;

/// Changes fetched at once.
const PAGE: u64 = 200;

#[derive(Serialize)]
struct Line<'a> {
    seq: u64,
    change: &'a str,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<Record<'a>>,
}

/// Runs the command.
pub(crate) fn run(args: &ChangesArgs) -> Result<Outcome, Failure> {
    let archive = args.archive.open()?;
    interrupt::watch()?;
    let mut sink = Sink::stdout(false);
    let (mut seq, mut left) = (args.since, args.limit.unwrap_or(u64::MAX));
    while left > 0 && !sink.is_closed() && !interrupt::asked() {
        let limit = usize::try_from(left.min(PAGE)).unwrap_or(1);
        let changes = archive.changes_since(seq, limit).map_err(failed)?;
        if changes.is_empty() {
            break;
        }
        let mut text = Vec::new();
        for change in &changes {
            let line = match change {
                Change::Stored(stored) => {
                    let article = Some(Record::from(&**stored));
                    Line { seq: stored.seq, change: "stored", id: &stored.article.id, article }
                }
                Change::Deleted { seq, id } => Line { seq: *seq, change: "deleted", id, article: None },
                // A later version of the archive may tell more apart.
                _ => continue,
            };
            json::append(&mut text, &line);
            text.push(b'\n');
            seq = line.seq;
        }
        sink.write(&text)?;
        left -= changes.len() as u64;
    }
    sink.finish(true)?;
    Ok(if interrupt::asked() { Outcome::Interrupted } else { Outcome::Fine })
}
