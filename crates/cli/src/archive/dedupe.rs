//! `wirecopy dedupe`: the copies of one story.

use serde::Serialize;
use wirecopy_archive::{Archive, Cluster, Copy, Deduped};

use super::args::{DedupeArgs, DedupeFormat};
use super::failed;
use super::kept::{DIGITS, Differs, differs, rounded};
use crate::failure::{Failure, Outcome};
use crate::format::json;
use crate::interrupt;
use crate::output::{self, Sink};
use crate::tally::{number, plural};
use crate::terminal::escape;

#[derive(Serialize)]
struct Line<'a> {
    cluster: &'a str,
    size: usize,
    copies: Vec<CopyLine<'a>>,
}

#[derive(Serialize)]
struct CopyLine<'a> {
    id: &'a str,
    similarity: f32,
    first: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<Differs>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    places: &'a [String],
}

/// Runs the command.
pub(crate) fn run(args: &DedupeArgs) -> Result<Outcome, Failure> {
    output::set_color(args.color);
    let archive = args.archive.open()?;
    interrupt::watch()?;
    let found = if args.list { None } else { Some(archive.dedupe().map_err(failed)?) };
    let terminal = std::io::IsTerminal::is_terminal(&std::io::stdout());
    let format = args.format.unwrap_or(if terminal { DedupeFormat::Pretty } else { DedupeFormat::Jsonl });
    let mut sink = Sink::stdout(format == DedupeFormat::Pretty);
    for cluster in archive.duplicates().map_err(failed)? {
        if sink.is_closed() || interrupt::asked() {
            break;
        }
        let cluster = cluster.map_err(failed)?;
        sink.write(&match format {
            DedupeFormat::Pretty => pretty(&cluster).into_bytes(),
            DedupeFormat::Jsonl => line(&cluster),
        })?;
    }
    sink.finish(true)?;
    if let Some(found) = found.filter(|_| !args.quiet) {
        output::note(&words(&found));
    }
    Ok(if interrupt::asked() { Outcome::Interrupted } else { Outcome::Fine })
}

/// Finds the copies again when enough is new, after an import.
pub(super) fn when_due(archive: &Archive, quiet: bool) -> Result<(), Failure> {
    if !archive.dedupe_due().map_err(failed)? {
        return Ok(());
    }
    let found = archive.dedupe().map_err(failed)?;
    if !quiet && found.clusters > 0 {
        output::note(&words(&found));
    }
    Ok(())
}

/// `12 of 340 records are copies of 5 stories`.
fn words(found: &Deduped) -> String {
    format!(
        "{} of {} are copies of {}\n",
        number(found.copies),
        plural(found.records, "record", "records"),
        plural(found.clusters, "story", "stories"),
    )
}

fn line(cluster: &Cluster) -> Vec<u8> {
    let copies = cluster.copies.iter().map(|copy| CopyLine {
        id: &copy.id,
        similarity: rounded(copy.similarity),
        first: copy.first,
        difference: copy.stored.copies.as_ref().filter(|_| !copy.first).map(Differs::of),
        published: published(copy),
        source: source(copy),
        headline: copy.stored.article.headline.as_deref(),
        places: &copy.stored.places,
    });
    let mut out = Vec::new();
    json::append(
        &mut out,
        &Line { cluster: &cluster.id, size: cluster.copies.len(), copies: copies.collect() },
    );
    out.push(b'\n');
    out
}

/// The first copy with its headline, below it the others: how much of the shorter stands in both, when, where.
fn pretty(cluster: &Cluster) -> String {
    let mut text = String::new();
    for copy in &cluster.copies {
        let share =
            if copy.first { "first".to_owned() } else { format!("{:>4.0}%", copy.similarity * 100.0) };
        let id: String = copy.id.chars().take(DIGITS).collect();
        let date = published(copy).unwrap_or_default();
        let differs = copy.stored.copies.as_ref().filter(|_| !copy.first).map(differs).unwrap_or_default();
        let facts = [date.as_str(), source(copy).unwrap_or_default(), headline(copy), &differs];
        let facts: Vec<String> =
            facts.iter().filter(|fact| !fact.is_empty()).map(|fact| escape(fact).into()).collect();
        text.push_str(&format!("{share}  {id}  {}\n", facts.join("  ")));
    }
    text + "\n"
}

fn headline(copy: &Copy) -> &str {
    let place = copy.stored.places.first().map(String::as_str);
    copy.stored.article.headline.as_deref().or(place).unwrap_or("(without a headline)")
}

fn published(copy: &Copy) -> Option<String> {
    let article = &copy.stored.article;
    let stamp = article.dated().or(article.published.as_ref())?;
    Some(stamp.value.map_or_else(|| stamp.raw.clone(), |value| value.to_string()))
}

fn source(copy: &Copy) -> Option<&str> {
    copy.stored.article.source.as_ref().map(|source| source.name.as_str())
}
