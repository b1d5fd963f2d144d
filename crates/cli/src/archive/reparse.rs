//! `wirecopy reparse`: every document read again with this version, from the bytes that came in.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use serde_json::Value;
use wirecopy_archive::{Error, Incoming, Kept, Prepared, Writer};
use wirecopy_model::{Article, Origin};
use wirecopy_parse::Parser;

use super::args::ReparseArgs;
use super::failed;
use super::import::words;
use crate::document::complete;
use crate::failure::{Failure, Outcome, Problem};
use crate::interrupt;
use crate::output;
use crate::pipeline::{Event, ordered};
use crate::run::{BYTES_IN_FLIGHT, parser};
use crate::tally::{number, plural};

/// Documents written at once.
const BATCH: usize = 200;

/// How often the count on a terminal is drawn anew.
const EVERY: Duration = Duration::from_millis(200);

/// What became of the records, and of which of their fields.
#[derive(Default)]
struct Changed {
    documents: u64,
    failed: u64,
    fields: BTreeMap<String, u64>,
}

/// A document read again.
struct Again {
    prepared: Prepared,
    /// Fields that differ, one for each record that has it.
    fields: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(args: &ReparseArgs) -> Result<Outcome, Failure> {
    let parser = parser(&args.reading, false)?;
    let archive = args.archive.open()?;
    interrupt::watch()?;
    let mut writer = archive.writer().map_err(failed)?;
    let kept = archive.documents().map_err(failed)?.take_while(|_| !interrupt::asked());
    let jobs =
        args.jobs.map_or_else(|| std::thread::available_parallelism().map_or(1, NonZero::get), usize::from);
    let mut changed = Changed::default();
    let mut would = wirecopy_archive::Receipt::default();
    let mut failure = None;
    let mut waiting = 0;
    let mut bar = Bar::new(!args.quiet && std::io::stderr().is_terminal());
    ordered(
        kept,
        jobs,
        (BYTES_IN_FLIGHT, |kept: &Result<Kept, Error>| {
            kept.as_ref().map_or(0, |kept| kept.bytes.len() as u64)
        }),
        |kept| kept.map_err(failed).and_then(|kept| again(kept, &parser)),
        |event| {
            let Event::Done(done) = event else { return true };
            let step = settle(done, &mut writer, &mut changed, &bar).and_then(|()| {
                waiting += 1;
                if waiting < BATCH {
                    return Ok(());
                }
                waiting = 0;
                put(&mut writer, args.dry_run, &mut would)
            });
            bar.update(changed.documents);
            failure = step.err();
            failure.is_none()
        },
    );
    bar.finish();
    if let Some(failure) = failure {
        return Err(failure);
    }
    put(&mut writer, args.dry_run, &mut would)?;
    let receipt = if args.dry_run { would } else { writer.receipt() };
    if !args.dry_run {
        writer.finish().map_err(failed)?;
    }
    let mut text = String::new();
    if interrupt::asked() {
        text.push_str("interrupted: what follows is what was done until then\n");
    }
    text.push_str(&format!("{} read again", plural(changed.documents, "document", "documents")));
    if changed.failed > 0 {
        text.push_str(&format!(", {} left as they were", number(changed.failed)));
    }
    text.push_str(if args.dry_run { "; nothing was changed\n" } else { "\n" });
    text.push_str(&words(&receipt, &archive));
    if !changed.fields.is_empty() {
        let mut fields: Vec<(&String, &u64)> = changed.fields.iter().collect();
        fields.sort_by_key(|&(field, n)| (std::cmp::Reverse(*n), field));
        let fields: Vec<String> =
            fields.iter().map(|(field, n)| format!("{field} {}", number(**n))).collect();
        text.push_str(&format!("fields that differ, with records: {}\n", fields.join(", ")));
    }
    output::note(&text);
    Ok(match (interrupt::asked(), changed.failed) {
        (true, _) => Outcome::Interrupted,
        (false, 0) => Outcome::Fine,
        (false, _) => Outcome::Problems,
    })
}

fn put(writer: &mut Writer, dry_run: bool, would: &mut wirecopy_archive::Receipt) -> Result<(), Failure> {
    if dry_run {
        for entry in writer.discard() {
            would.count(entry.outcome);
        }
        return Ok(());
    }
    writer.save().map_err(failed).map(|_| ())
}

fn settle(
    done: Result<Result<Again, Problem>, Failure>,
    writer: &mut Writer,
    changed: &mut Changed,
    bar: &Bar,
) -> Result<(), Failure> {
    match done? {
        Ok(again) => {
            changed.documents += 1;
            for field in again.fields {
                *changed.fields.entry(field).or_default() += 1;
            }
            writer.add_prepared(again.prepared).map_err(failed)
        }
        // What was read earlier stays.
        Err(problem) => {
            changed.failed += 1;
            bar.note(&problem.draw());
            Ok(())
        }
    }
}

/// Reads a document again. A failure stops the run, a problem concerns this document alone.
fn again(kept: Kept, parser: &Parser) -> Result<Result<Again, Problem>, Failure> {
    let name = kept.place.clone().unwrap_or_else(|| "a document without a place".to_owned());
    let read = catch_unwind(AssertUnwindSafe(|| {
        let parsed = parser.parse_bytes(&kept.bytes)?;
        let mut origin = kept.records.first().and_then(|record| record.origin.clone()).unwrap_or_else(|| {
            Origin { path: kept.place.clone(), format: "text".to_owned(), ..Origin::default() }
        });
        if kept.place.is_some() {
            // The record that stands for it may be the reading of another place.
            origin.path.clone_from(&kept.place);
        }
        parsed.format().as_str().clone_into(&mut origin.format);
        origin.encoding = parsed.encoding().map(ToOwned::to_owned);
        Ok::<_, wirecopy_parse::Error>(complete(&parsed, &origin))
    }));
    let records = match read {
        Ok(Ok(records)) => records,
        Ok(Err(error)) => return Ok(Err(Problem::new(name, error.to_string()))),
        Err(_) => return Ok(Err(Problem::new(name, "the parser broke off on this document").code("fault"))),
    };
    let fields = differences(&kept.records, &records);
    let incoming = Incoming {
        place: kept.place,
        bytes: kept.bytes,
        media_type: kept.media_type,
        records,
        ..Incoming::default()
    };
    let prepared = incoming.prepare().map_err(failed)?;
    Ok(Ok(Again { prepared, fields }))
}

/// Names of the fields in which the records of a document differ. The id follows from others, and the origin is the same.
fn differences(old: &[Article], new: &[Article]) -> Vec<String> {
    let mut fields = Vec::new();
    for (old, new) in old.iter().zip(new) {
        let (Ok(Value::Object(old)), Ok(Value::Object(new))) =
            (serde_json::to_value(old), serde_json::to_value(new))
        else {
            continue;
        };
        let names: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let differs = |name: &&&String| old.get(name.as_str()) != new.get(name.as_str());
        let told = |name: &&&String| !["id", "origin", "schema"].contains(&name.as_str());
        fields.extend(names.iter().filter(told).filter(differs).map(|name| (**name).clone()));
    }
    if old.len() != new.len() {
        fields.push("number of records".to_owned());
    }
    fields
}

/// How many documents were read again, on a terminal.
struct Bar {
    bar: Option<indicatif::ProgressBar>,
    drawn: Instant,
}

impl Bar {
    fn new(visible: bool) -> Self {
        let bar = visible.then(|| {
            let screen = indicatif::ProgressDrawTarget::term_like(Box::new(crate::screen::Screen));
            indicatif::ProgressBar::with_draw_target(None, screen)
        });
        Self { bar, drawn: Instant::now() }
    }

    fn update(&mut self, documents: u64) {
        if let Some(bar) = self.bar.as_ref().filter(|_| self.drawn.elapsed() >= EVERY) {
            self.drawn = Instant::now();
            bar.set_position(documents);
        }
    }

    fn note(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| output::note(text)),
            None => output::note(text),
        }
    }

    fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use wirecopy_model::Article;

    #[test]
    fn fields_that_differ_are_named() {
        let mut old = Article::new();
        old.headline = Some("Ferry sold".to_owned());
        let mut new = old.clone();
        new.id = "1".to_owned();
        new.section = Some("Harbour".to_owned());
        new.headline = None;
        let names = super::differences(std::slice::from_ref(&old), &[new, old.clone()]);
        assert_eq!(names, ["headline", "section", "number of records"]);
        assert!(super::differences(&[old.clone()], &[old]).is_empty());
    }
}
