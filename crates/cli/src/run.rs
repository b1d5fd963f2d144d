//! A run over many documents: read, render, write in order, count, and end truthfully.

use std::io::IsTerminal;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::time::Instant;

use wirecopy_parse::{DateOrder, Error, Parser, ParserBuilder, Repair};

use crate::args::{DateOrderArg, InputArgs, OutputArgs, ReadingArgs, RepairArg};
use crate::document::{Answer, Document, answer};
use crate::failure::{Failure, Outcome};
use crate::inputs::{Found, Inputs, SourceKind, shown};
use crate::interrupt;
use crate::output::{self, Sink};
use crate::pipeline::{Event, ordered};
use crate::progress::Progress;
use crate::tally::Tally;

/// Bytes of documents that may be under way at once: read, parsed, or waiting for their turn to be written. A record holds
/// the text anew with its layout and its JSON, so that a run takes several times as much memory.
pub(crate) const BYTES_IN_FLIGHT: u64 = 256 << 20;

/// What stands around and between the outputs of documents.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Frame {
    pub(crate) open: &'static str,
    pub(crate) between: &'static str,
    pub(crate) close: &'static str,
}

/// A run, ready to go.
pub(crate) struct Run<'a> {
    pub(crate) inputs: &'a InputArgs,
    pub(crate) output: &'a OutputArgs,
    pub(crate) parser: Parser,
    pub(crate) frame: Frame,
    /// Whether the output carries styles, which are taken out where they are not wanted.
    pub(crate) styled: bool,
}

impl Run<'_> {
    /// Reads every input and writes what `render` makes of it.
    pub(crate) fn go(self, render: &(dyn Fn(&Document<'_>) -> Vec<u8> + Sync)) -> Result<Outcome, Failure> {
        let target = self.output.output.as_deref().filter(|path| path.as_os_str() != "-");
        let avoid = target.and_then(|path| path.canonicalize().ok()).filter(|path| path.is_file());
        refuse_to_replace_inputs(&self.inputs.paths, avoid.as_deref())?;
        interrupt::watch()?;
        let mut sink = match target {
            Some(path) => Sink::file(path, self.output.color)?,
            None => Sink::stdout(self.styled),
        };
        let visible = !self.output.quiet && std::io::stderr().is_terminal() && !sink.is_terminal();
        let mut progress = Progress::new(visible, &self.inputs.paths);
        let begun = Instant::now();
        let mut tally = Tally::default();
        let mut failure = None;
        let mut first = true;
        let limit = self.parser.max_input() as u64;
        let found = Inputs::new(&self.inputs.paths, avoid).take_while(|_| !interrupt::asked());
        ordered(
            found,
            self.inputs.jobs(),
            (BYTES_IN_FLIGHT, |found: &Found| weight(found, limit)),
            |found| answer(found, &self.parser, render),
            |event| {
                let done = match event {
                    Event::Idle => sink.flush(),
                    Event::Done(answer) => {
                        let output = settle(answer, &mut tally, &progress);
                        if output.is_empty() {
                            Ok(())
                        } else {
                            // Nothing is opened before there is something to stand in it: a run that finds
                            // nothing leaves no bracket behind.
                            let between = if first { self.frame.open } else { self.frame.between };
                            first = false;
                            sink.write(between.as_bytes()).and_then(|()| sink.write(&output))
                        }
                    }
                };
                progress.update(&tally);
                failure = done.err();
                failure.is_none() && !sink.is_closed()
            },
        );
        progress.finish();
        if let Some(failure) = failure {
            return Err(failure);
        }
        if sink.is_closed() {
            return Ok(Outcome::Fine);
        }
        let interrupted = interrupt::asked();
        if !interrupted && tally.nothing_found() {
            // Each path that leads nowhere has been named already, with what is wrong with it.
            let named = tally.not_found > 0 && tally.skipped().is_none();
            return if named { Ok(Outcome::CouldNotRun) } else { Err(nothing_to_read(&tally)) };
        }
        if first {
            sink.write(self.frame.open.as_bytes())?;
        }
        sink.write(self.frame.close.as_bytes())?;
        let shown_above = sink.is_terminal() && std::io::stderr().is_terminal();
        let partial = sink.finish(!interrupted)?;
        if !self.output.quiet {
            // On a terminal the records stand right above: one empty line sets the summary off.
            let gap = if shown_above { "\n" } else { "" };
            output::note(&format!("{gap}{}", tally.summary(begun.elapsed(), interrupted)));
        }
        if let Some(partial) = partial {
            output::note(&format!("what was written is kept in {}\n", shown(&partial)));
        }
        Ok(match (interrupted, tally.failed) {
            (true, _) => Outcome::Interrupted,
            (false, 0) => Outcome::Fine,
            (false, _) => Outcome::Problems,
        })
    }
}

impl InputArgs {
    /// How many documents are read at the same time.
    pub(crate) fn jobs(&self) -> usize {
        let processors = || std::thread::available_parallelism().map_or(1, NonZero::get);
        self.jobs.map_or_else(processors, usize::from)
    }
}

/// The bytes that reading an input will take, before it is read.
pub(crate) fn weight(found: &Found, limit: u64) -> u64 {
    let Found::Source(source) = found else { return 0 };
    if source.kind == SourceKind::Stdin {
        return limit;
    }
    match std::fs::metadata(&source.path) {
        // What is too large is refused unread.
        Ok(meta) if meta.is_file() => Some(meta.len()).filter(|&size| size <= limit).unwrap_or(0),
        // A pipe or a device may give as much as is allowed.
        Ok(_) => limit,
        Err(_) => 0,
    }
}

/// Counts an answer, names its problem, and gives back what is to be written.
fn settle(answer: Answer, tally: &mut Tally, progress: &Progress) -> Vec<u8> {
    match answer {
        Answer::Read { output, bytes, records } => {
            tally.document(bytes, records);
            return output;
        }
        Answer::Failed(problem, _) => {
            tally.failed += 1;
            tally.not_found += u64::from(problem.not_found);
            progress.note(&problem.draw());
        }
        Answer::Skipped(kind) => tally.skip(kind),
        Answer::NotBegun => tally.not_begun += 1,
    }
    Vec::new()
}

/// The parser that the options ask for.
pub(crate) fn parser(reading: &ReadingArgs, explain: bool) -> Result<Parser, Failure> {
    let mut builder: ParserBuilder =
        Parser::builder().explain(explain).date_order(match reading.date_order {
            DateOrderArg::Document => DateOrder::Document,
            DateOrderArg::DayFirst => DateOrder::DayFirst,
            DateOrderArg::MonthFirst => DateOrder::MonthFirst,
        });
    builder = builder.repair(match reading.repair {
        RepairArg::Auto => Repair::Auto,
        RepairArg::Always => Repair::Always,
        RepairArg::Never => Repair::Never,
    });
    if let Some(day) = reading.reference_date {
        builder = builder.reference_date(day);
    }
    if let Some(zone) = reading.assume_zone {
        builder = builder.assume_zone(zone);
    }
    if let Some(label) = &reading.encoding {
        builder = builder.encoding(label.as_str());
    }
    if let Some(size) = reading.max_size {
        builder = builder.max_input(size);
    }
    let parser = builder.build();
    // A label that nobody knows is a slip of the pen, not a problem of every single document.
    match parser.parse_bytes(b"") {
        Err(error @ Error::UnknownEncoding { .. }) => Err(Failure::new(error).hint(
            "use a label of the WHATWG Encoding Standard: utf-8, windows-1252, gbk, shift_jis, koi8-r",
        )),
        _ => Ok(parser),
    }
}

/// A file that is read and replaced in one run would be lost if the run were.
fn refuse_to_replace_inputs(paths: &[PathBuf], target: Option<&Path>) -> Result<(), Failure> {
    let Some(target) = target else { return Ok(()) };
    let same = |path: &&PathBuf| path.canonicalize().is_ok_and(|real| real == target);
    match paths.iter().find(same) {
        None => Ok(()),
        Some(path) => Err(Failure::new(format!("{} would be replaced by what is read from it", shown(path)))
            .hint("name another file with --output")),
    }
}

pub(crate) fn nothing_to_read(tally: &Tally) -> Failure {
    let why = tally.skipped().unwrap_or_else(|| "the folder is empty".to_owned());
    Failure::new(format!("nothing to read; {why}")).hint(
        "in a folder *.txt, *.text and files without an extension are read; a file that is named always is",
    )
}
