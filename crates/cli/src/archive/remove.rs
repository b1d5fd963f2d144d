//! `wirecopy remove`: articles that are to go, and to stay away.

use wirecopy_archive::{Archive, Error, SearchRequest, Stored, check_query};

use super::args::RemoveArgs;
use super::{failed, name};
use crate::failure::{Failure, Outcome};
use crate::interrupt;
use crate::output::{self, Sink};
use crate::search::mistake;
use crate::tally::{number, plural};
use crate::terminal::escape;

/// Articles removed in one step: what is interrupted has removed whole steps.
const BATCH: usize = 500;

/// Digits that an id has; fewer may be the first of one.
const ID: std::ops::RangeInclusive<usize> = 4..=32;

/// Digits of an id that are shown.
const DIGITS: usize = 8;

/// Runs the command.
pub(crate) fn run(args: &RemoveArgs) -> Result<Outcome, Failure> {
    let archive = args.archive.open()?;
    let what = args.what.join(" ");
    if args.undo {
        return undo(&archive, what.trim());
    }
    let found = match find(&archive, &what) {
        Ok(found) => found,
        Err(Error::Query(error)) => return Ok(mistake::draw(&what, &error)),
        Err(error) => return Err(failed(error)),
    };
    if found.is_empty() {
        return Err(Failure::new(format!("nothing in {} is found by {what:?}", name(&archive)))
            .hint("wirecopy search lists articles with their ids"));
    }
    if found.len() > 1 && !args.yes && !args.dry_run {
        let n = plural(found.len() as u64, "article", "articles");
        return Err(Failure::new(format!("this would remove {n}"))
            .hint("look at them with --dry-run, then remove them with --yes"));
    }
    interrupt::watch()?;
    let mut sink = Sink::stdout(false);
    let mut removed = (0, 0);
    if args.dry_run {
        for stored in &found {
            sink.write(line(stored, args.quiet).as_bytes())?;
        }
        removed.0 = found.len() as u64;
    } else {
        let mut writer = archive.writer().map_err(failed)?;
        for batch in found.chunks(BATCH) {
            if interrupt::asked() {
                break;
            }
            let mut gone = Vec::new();
            for stored in batch {
                if let Some(went) = writer.remove(&stored.article.id).map_err(failed)? {
                    removed.1 += u64::from(went.document);
                    gone.push(stored);
                }
            }
            writer.save().map_err(failed)?;
            removed.0 += gone.len() as u64;
            for stored in gone {
                sink.write(line(stored, args.quiet).as_bytes())?;
            }
        }
        writer.finish().map_err(failed)?;
    }
    sink.finish(true)?;
    if !args.quiet {
        output::note(&words(removed, args.dry_run, interrupt::asked()));
    }
    Ok(if interrupt::asked() { Outcome::Interrupted } else { Outcome::Fine })
}

fn undo(archive: &Archive, id: &str) -> Result<Outcome, Failure> {
    let mut writer = archive.writer().map_err(failed)?;
    let readmitted = writer.readmit(&id.to_ascii_lowercase()).map_err(failed)?;
    writer.finish().map_err(failed)?;
    if !readmitted {
        return Err(Failure::new(format!("no article {id} was removed from {}", name(archive)))
            .hint("give the whole id, as wirecopy changes lists it"));
    }
    output::note("the next import of its document takes it in again\n");
    Ok(Outcome::Fine)
}

/// The article with an id or with its first digits, or all that a query finds.
fn find(archive: &Archive, what: &str) -> Result<Vec<Stored>, Error> {
    let id = what.trim().to_ascii_lowercase();
    if ID.contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        let mut found = Vec::new();
        for id in archive.ids(&id, 100)? {
            found.extend(archive.get(&id)?);
        }
        // A word may look like the first digits of an id.
        if !found.is_empty() {
            return Ok(found);
        }
    }
    check_query(what)?;
    // An empty query finds everything, which nobody means to remove.
    if what.trim().is_empty() {
        return Ok(Vec::new());
    }
    archive.stream(&SearchRequest::new(what))?.collect()
}

fn line(stored: &Stored, quiet: bool) -> String {
    let article = &stored.article;
    if quiet {
        return format!("{}\n", article.id);
    }
    let id: String = article.id.chars().take(DIGITS).collect();
    let place = stored.places.first().map(String::as_str);
    let headline = article.headline.as_deref().or(place).unwrap_or("(without a headline)");
    format!("{id}  {}\n", escape(headline))
}

fn words((articles, documents): (u64, u64), dry_run: bool, interrupted: bool) -> String {
    let begin = if interrupted { "interrupted: " } else { "" };
    let articles = plural(articles, "article", "articles");
    if dry_run {
        format!("{begin}{articles} would be removed; nothing was changed\n")
    } else {
        let documents = match documents {
            1 => "1 document went with them".to_owned(),
            n => format!("{} documents went with them", number(n)),
        };
        format!("{begin}{articles} removed; {documents}\n")
    }
}
