//! `wirecopy search`: articles of the archive that a query finds.

mod args;
mod hits;
pub(crate) mod mistake;
mod rows;

use wirecopy_archive::{Archive, Error, SearchRequest, Stored, check_query};

pub(crate) use args::SearchArgs;
use args::SearchFormat;

use crate::archive::{failed, kept};
use crate::failure::{Failure, Outcome};
use crate::interrupt;
use crate::output::{self, Sink};

/// Hits shown to a person who asked for no number.
const SHOWN: usize = 10;

/// Runs the command.
pub(crate) fn run(args: &SearchArgs) -> Result<Outcome, Failure> {
    output::set_color(args.color);
    let query = args.query.join(" ");
    // Each part by itself first, so that a mistake is shown in the words that were typed.
    if let Err(error) = check_query(&query) {
        return Ok(mistake::draw(&query, &error));
    }
    let mut whole = query.clone();
    for (name, date) in [("after", &args.after), ("before", &args.before)] {
        let Some(date) = date else { continue };
        let part = format!("{name}:\"{date}\"");
        if let Err(error) = check_query(&part) {
            return Ok(mistake::draw(&part, &error));
        }
        whole = if whole.trim().is_empty() { part } else { format!("({whole}) {part}") };
    }
    // What only the search itself can tell (the beginning of a word that stands for too many) has its place in the whole.
    let asked = whole.clone();
    let request = SearchRequest {
        sort: args.sort.into(),
        facets: args.facet.iter().map(|&field| field.into()).collect(),
        ..SearchRequest::new(whole)
    };
    let archive = args.archive.open()?;
    let terminal = std::io::IsTerminal::is_terminal(&std::io::stdout());
    let format = args.format.unwrap_or(if terminal { SearchFormat::Pretty } else { SearchFormat::Jsonl });
    let done = match format {
        SearchFormat::Pretty => pretty(&archive, request, args.limit),
        _ if !args.facet.is_empty() => {
            return Err(Failure::new("facets are shown to people only").hint("add --format pretty"));
        }
        _ => all(&archive, &request, args.limit, format),
    };
    match done {
        Err(Stop::Archive(Error::Query(error))) => Ok(mistake::draw(&asked, &error)),
        Err(Stop::Archive(error)) => Err(failed(error)),
        Err(Stop::Output(failure)) => Err(failure),
        Ok(outcome) => Ok(outcome),
    }
}

/// Why a search did not end well.
enum Stop {
    Archive(Error),
    Output(Failure),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Archive(error)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Output(failure)
    }
}

fn pretty(archive: &Archive, mut request: SearchRequest, limit: Option<usize>) -> Result<Outcome, Stop> {
    let mut wanted = limit.unwrap_or(SHOWN);
    let mut sink = Sink::stdout(true);
    let mut n_shown = 0;
    loop {
        request.limit = wanted.min(SearchRequest::MAX_LIMIT);
        let page = archive.search(&request)?;
        for hit in &page.hits {
            n_shown += 1;
            sink.write(hits::hit(hit).as_bytes())?;
        }
        wanted = wanted.saturating_sub(request.limit);
        request.cursor = page.next.clone().filter(|_| wanted > 0);
        if request.cursor.is_none() || sink.is_closed() {
            sink.write(hits::closing(&page, n_shown).as_bytes())?;
            break;
        }
    }
    sink.finish(true)?;
    Ok(Outcome::Fine)
}

fn all(
    archive: &Archive,
    request: &SearchRequest,
    limit: Option<usize>,
    format: SearchFormat,
) -> Result<Outcome, Stop> {
    let found = archive.stream(request)?;
    interrupt::watch()?;
    let mut sink = Sink::stdout(false);
    if let Some(header) = rows::header(format) {
        sink.write(header.as_bytes())?;
    }
    for stored in found.take(limit.unwrap_or(usize::MAX)) {
        if interrupt::asked() || sink.is_closed() {
            break;
        }
        sink.write(&line(&stored?, format))?;
    }
    let interrupted = interrupt::asked();
    sink.finish(true)?;
    Ok(if interrupted { Outcome::Interrupted } else { Outcome::Fine })
}

fn line(stored: &Stored, format: SearchFormat) -> Vec<u8> {
    match format {
        SearchFormat::Csv => rows::csv(stored).into_bytes(),
        SearchFormat::Tsv => rows::tsv(stored).into_bytes(),
        SearchFormat::Ids => format!("{}\n", stored.article.id).into_bytes(),
        SearchFormat::Jsonl | SearchFormat::Pretty => kept::line(stored),
    }
}
