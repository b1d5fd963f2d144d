//! `wirecopy import`: documents in, records kept.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use wirecopy_archive::{Archive, Error, Incoming, Prepared, Receipt, Rejection, Writer};
use wirecopy_parse::{Format, Parser};

use super::args::ImportArgs;
use super::known::{Again, Places, Stamps};
use super::report::Report;
use super::{dedupe, failed, name};
use crate::document::{Answer, Document, answer};
use crate::failure::{Failure, Outcome, Problem};
use crate::inputs::{Found, Inputs};
use crate::interrupt;
use crate::output;
use crate::pipeline::{Event, ordered};
use crate::progress::Progress;
use crate::run::{BYTES_IN_FLIGHT, nothing_to_read, parser, weight};
use crate::tally::{Records, Tally, number, plural};

/// A batch is put on the disk when it has as many documents, as many bytes, or is as old, or when nothing comes for a moment.
/// The ids and digests of a batch lie all over their tables: whatever their number, most pages of these are written again, so
/// that many small batches write many times what they hold.
const BATCH: (usize, usize, Duration) = (1000, 16 << 20, Duration::from_secs(1));

/// Runs the command.
pub(crate) fn run(args: &ImportArgs) -> Result<Outcome, Failure> {
    let parser = parser(&args.reading, false)?;
    let folder = args.archive.folder()?;
    let archive = Archive::open_or_create(&folder).map_err(failed)?;
    let mut report = args.report.as_deref().map(Report::open).transpose()?;
    interrupt::watch()?;
    let mut writer = archive.writer().map_err(failed)?;
    let places = Places::begin(&args.inputs.paths, &mut writer).map_err(failed)?;
    let stamps = Stamps::new(&archive, &args.reading, args.reread);
    let mut keeper = Keeper::new(writer, report.as_mut());
    let visible = !args.quiet && std::io::stderr().is_terminal();
    let mut progress = Progress::new(visible, &args.inputs.paths);
    let begun = Instant::now();
    let mut tally = Tally::default();
    let mut failure = None;
    let limit = parser.max_input() as u64;
    let avoid = Some(archive.path().to_owned());
    let found = Inputs::new(&args.inputs.paths, avoid).take_while(|_| !interrupt::asked());
    ordered(
        found,
        args.inputs.jobs(),
        (BYTES_IN_FLIGHT, |found: &Found| weight(found, limit)),
        |found| read(found, &parser, &places, &stamps),
        |event| {
            let done = match event {
                Event::Idle => keeper.save(),
                Event::Done(answer) => settle(answer, &mut tally, &progress, &mut keeper, &places),
            };
            progress.update(&tally);
            failure = done.err();
            failure.is_none()
        },
    );
    let interrupted = interrupt::asked();
    // What was taken is kept, also when the run ends early.
    let failure = match (failure, keeper.finish()) {
        (Some(failure), _) | (None, Err(failure)) => Some(failure),
        (None, Ok(())) => None,
    };
    let receipt = keeper.receipt;
    progress.finish();
    if failure.is_none() && !interrupted && tally.nothing_found() {
        let named = tally.not_found > 0 && tally.skipped().is_none();
        return if named { Ok(Outcome::CouldNotRun) } else { Err(nothing_to_read(&tally)) };
    }
    if !args.quiet {
        output::note(&tally.summary(begun.elapsed(), interrupted));
        output::note(&words(&receipt, &archive));
    }
    if failure.is_none() && !interrupted {
        dedupe::when_due(&archive, args.quiet)?;
    }
    match failure {
        Some(failure) => Err(failure),
        None if interrupted => Ok(Outcome::Interrupted),
        None if tally.failed > 0 => Ok(Outcome::Problems),
        None => Ok(Outcome::Fine),
    }
}

/// `14 records: 12 stored, 0 unchanged, 1 updated, 1 duplicate, 0 rejected` and where they are now.
pub(super) fn words(receipt: &Receipt, archive: &Archive) -> String {
    format!(
        "{}: {} stored, {} unchanged, {} updated, {}, {} rejected\nin {}\n",
        plural(receipt.seen, "record seen", "records seen"),
        number(receipt.stored),
        number(receipt.unchanged),
        number(receipt.updated),
        plural(receipt.duplicate, "duplicate", "duplicates"),
        number(receipt.rejected),
        name(archive),
    )
}

/// What a worker makes of one input.
enum Taken {
    /// It was read.
    Read { prepared: Result<Prepared, Error>, bytes: usize },
    /// It is as it was.
    Same(Again),
}

fn read(found: Found, parser: &Parser, places: &Places, stamps: &Stamps<'_>) -> Answer<Taken> {
    let mut stamp = None;
    if let Found::Source(source) = &found
        && let Some(place) = places.of(source)
    {
        match stamps.look(source, &place, parser.max_input()) {
            Ok(again) => {
                return Answer::Read { output: Taken::Same(again), bytes: 0, records: Records::default() };
            }
            Err(new) => stamp = new,
        }
    }
    answer(found, parser, &|document: &Document<'_>| {
        let place = places.of(document.source);
        let mut records = document.records.to_vec();
        for record in &mut records {
            // In an archive, "as it was given" would lead nowhere from any other folder.
            if let Some(origin) = &mut record.origin {
                origin.path = place.clone();
            }
        }
        let incoming = Incoming {
            place,
            bytes: document.bytes.to_vec(),
            media_type: Some(media_type(document.parsed.format()).to_owned()),
            records,
            rejection: None,
            stamp: stamp.clone(),
        };
        Taken::Read { prepared: incoming.prepare(), bytes: document.bytes.len() }
    })
}

/// How the bytes of a format are named to whoever asks for the source.
fn media_type(format: Format) -> &'static str {
    match format {
        Format::Html => "text/html",
        _ => "text/plain",
    }
}

/// Counts an answer and keeps what it holds.
fn settle(
    answer: Answer<Taken>,
    tally: &mut Tally,
    progress: &Progress,
    keeper: &mut Keeper<'_>,
    places: &Places,
) -> Result<(), Failure> {
    match answer {
        Answer::Read { output: Taken::Read { prepared, bytes: weight }, bytes, records } => {
            tally.document(bytes, records);
            keeper.keep(prepared.map_err(failed)?, weight)
        }
        Answer::Read { output: Taken::Same(again), .. } => {
            tally.unchanged += 1;
            keeper.keep_same(&again)
        }
        Answer::Failed(problem, source) => {
            tally.failed += 1;
            tally.not_found += u64::from(problem.not_found);
            progress.note(&problem.draw());
            // A path that leads nowhere is no document.
            match source.filter(|_| !problem.not_found) {
                Some(source) => keeper.keep(rejected(&problem, places.of(&source)).map_err(failed)?, 0),
                None => Ok(()),
            }
        }
        Answer::Skipped(kind) => {
            tally.skip(kind);
            Ok(())
        }
        Answer::NotBegun => {
            tally.not_begun += 1;
            Ok(())
        }
    }
}

fn rejected(problem: &Problem, place: Option<String>) -> Result<Prepared, Error> {
    let rejection = Rejection { code: problem.code.to_owned(), detail: problem.reason.clone() };
    Incoming { place, rejection: Some(rejection), ..Incoming::default() }.prepare()
}

/// Gathers documents into batches, and names each record once it is on the disk.
pub(super) struct Keeper<'a> {
    /// There until the end.
    writer: Option<Writer>,
    report: Option<&'a mut Report>,
    /// Documents and bytes since the last save, and since when.
    documents: usize,
    bytes: usize,
    since: Instant,
    /// Of what is on the disk.
    pub(super) receipt: Receipt,
}

impl<'a> Keeper<'a> {
    pub(super) fn new(writer: Writer, report: Option<&'a mut Report>) -> Self {
        let receipt = Receipt::default();
        Self { writer: Some(writer), report, documents: 0, bytes: 0, since: Instant::now(), receipt }
    }

    /// Takes a document.
    pub(super) fn keep(&mut self, prepared: Prepared, bytes: usize) -> Result<(), Failure> {
        let Some(writer) = &mut self.writer else { return Ok(()) };
        writer.add_prepared(prepared).map_err(failed)?;
        self.count(bytes)
    }

    /// Notes a document that is as it was.
    fn keep_same(&mut self, again: &Again) -> Result<(), Failure> {
        let Some(writer) = &mut self.writer else { return Ok(()) };
        writer.add_unchanged(&again.place, again.stamp.as_deref()).map_err(failed)?;
        self.count(0)
    }

    fn count(&mut self, bytes: usize) -> Result<(), Failure> {
        if self.documents == 0 {
            self.since = Instant::now();
        }
        self.documents += 1;
        self.bytes += bytes;
        let (documents, bytes, age) = BATCH;
        if self.documents >= documents || self.bytes >= bytes || self.since.elapsed() >= age {
            self.save()?;
        }
        Ok(())
    }

    /// Puts what was taken on the disk.
    pub(super) fn save(&mut self) -> Result<(), Failure> {
        let Some(writer) = &mut self.writer else { return Ok(()) };
        if self.documents == 0 {
            return Ok(());
        }
        (self.documents, self.bytes) = (0, 0);
        let entries = writer.save().map_err(failed)?;
        self.receipt = writer.receipt();
        match &mut self.report {
            Some(report) => report.write(&entries),
            None => Ok(()),
        }
    }

    /// Puts the rest on the disk and makes all of it searchable.
    pub(super) fn finish(&mut self) -> Result<(), Failure> {
        let saved = self.save();
        match self.writer.take() {
            Some(writer) => saved.and(writer.finish().map_err(failed).map(|_| ())),
            None => saved,
        }
    }
}
