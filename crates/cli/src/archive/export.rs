//! `wirecopy export`: every article, or all that a query finds, as JSON Lines.

use std::path::Path;

use wirecopy_archive::{Error, SearchRequest, Stored};

use super::args::ExportArgs;
use super::{failed, kept};
use crate::failure::{Failure, Outcome};
use crate::interrupt;
use crate::output::{self, Sink};
use crate::tally::plural;

/// Runs the command.
pub(crate) fn run(args: &ExportArgs) -> Result<Outcome, Failure> {
    output::set_color(args.output.color);
    let archive = args.archive.open()?;
    let records: Box<dyn Iterator<Item = Result<Stored, Error>>> = if args.query.trim().is_empty() {
        Box::new(archive.records().map_err(failed)?)
    } else {
        archive.stream(&SearchRequest::new(args.query.as_str())).map_err(failed)?
    };
    interrupt::watch()?;
    let target = args.output.output.as_deref().filter(|path| path.as_os_str() != "-");
    let mut sink = match target {
        Some(path) => Sink::file(path, args.output.color)?,
        None => Sink::stdout(false),
    };
    let mut n = 0;
    for stored in records {
        if interrupt::asked() || sink.is_closed() {
            break;
        }
        sink.write(&kept::line(&stored.map_err(failed)?))?;
        n += 1;
    }
    if sink.is_closed() {
        return Ok(Outcome::Fine);
    }
    let interrupted = interrupt::asked();
    let partial = sink.finish(!interrupted)?;
    if !args.output.quiet && (target.is_some() || interrupted) {
        output::note(&closing(n, interrupted, partial.as_deref()));
    }
    Ok(if interrupted { Outcome::Interrupted } else { Outcome::Fine })
}

fn closing(n: u64, interrupted: bool, partial: Option<&Path>) -> String {
    let mut text = plural(n, "record", "records");
    if interrupted {
        text = format!("interrupted after {text}");
    }
    if let Some(partial) = partial {
        text.push_str(&format!("; what was written is kept in {}", partial.display()));
    }
    text + "\n"
}
