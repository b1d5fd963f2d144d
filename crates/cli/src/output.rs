//! Where records go: standard output, or a file that appears only when it is whole.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anstream::{AutoStream, ColorChoice};

use crate::args::ColorWhen;
use crate::failure::{Failure, reason};

/// Bytes gathered before the system is asked to write them.
const BUFFER: usize = 64 << 10;

/// How long a temporary file of a process that is no more is left alone.
const ABANDONED: Duration = Duration::from_secs(600);

/// Writes a note to standard error. A closed standard error is nobody's loss.
pub(crate) fn note(text: &str) {
    let mut stderr = anstream::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

/// Writes a short text to standard output. A reader that went away is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(unwritable("standard output", &error)),
        _ => Ok(()),
    }
}

/// Writes a text to a file that appears only when it is whole, or to standard output.
pub(crate) fn write(text: &str, file: Option<&Path>) -> Result<(), Failure> {
    let Some(file) = file.filter(|file| file.as_os_str() != "-") else {
        return print(text);
    };
    let mut sink = Sink::file(file, ColorWhen::Never)?;
    sink.write(text.as_bytes())?;
    sink.finish(true).map(|_| ())
}

/// Decides about colour once, for both streams.
pub(crate) fn set_color(when: ColorWhen) {
    match when {
        ColorWhen::Auto => ColorChoice::Auto,
        ColorWhen::Always => ColorChoice::Always,
        ColorWhen::Never => ColorChoice::Never,
    }
    .write_global();
}

/// Where the records of a run go.
pub(crate) struct Sink {
    stream: Box<dyn Write>,
    place: Place,
    /// The reader of a pipe went away: the run is over, and that is not worth a word.
    closed: bool,
}

enum Place {
    Stdout,
    /// A device or a pipe, written to directly.
    Direct(String),
    File {
        part: PathBuf,
        target: PathBuf,
    },
}

impl Sink {
    /// Standard output. `styled` output loses its colours where they are not wanted; other output is left as it is,
    /// the escape sequences of a document included.
    pub(crate) fn stdout(styled: bool) -> Self {
        let stdout = BufWriter::with_capacity(BUFFER, Stdout);
        let stream: Box<dyn Write> = if styled {
            let choice = AutoStream::choice(&io::stdout());
            Box::new(AutoStream::new(Box::new(stdout) as Box<dyn Write>, choice))
        } else {
            Box::new(stdout)
        };
        Self { stream, place: Place::Stdout, closed: false }
    }

    /// A file. A regular file is written beside its place, under another name, until it is whole.
    pub(crate) fn file(path: &Path, color: ColorWhen) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let choice = if color == ColorWhen::Always { ColorChoice::AlwaysAnsi } else { ColorChoice::Never };
        let existing = std::fs::metadata(path).ok();
        if existing.as_ref().is_some_and(std::fs::Metadata::is_dir) {
            return Err(Failure::new(format!("cannot write {name}: is a folder"))
                .hint("name a file in it, such as articles.jsonl"));
        }
        if existing.as_ref().is_some_and(|meta| !meta.is_file()) {
            let file = OpenOptions::new().write(true).open(path).map_err(|e| unwritable(&name, &e))?;
            let stream = colored(file, choice);
            return Ok(Self { stream, place: Place::Direct(name), closed: false });
        }
        // A link is followed: what it points to is replaced, not the link.
        let target = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let part = beside(&target);
        sweep(&target);
        let file = File::create(&part).map_err(|e| {
            let failure = unwritable(&name, &e);
            if e.kind() == io::ErrorKind::NotFound { failure.hint("make its folder first") } else { failure }
        })?;
        if let Some(meta) = existing {
            // The new file may be read by whom the old one was; where that cannot be set, the default is kept.
            let _ = file.set_permissions(meta.permissions());
        }
        Ok(Self { stream: colored(file, choice), place: Place::File { part, target }, closed: false })
    }

    /// Whether the output lands on a terminal.
    pub(crate) fn is_terminal(&self) -> bool {
        matches!(self.place, Place::Stdout) && io::stdout().is_terminal()
    }

    /// Whether the reader went away.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Writes bytes. A reader that went away is no failure: see [`is_closed`](Self::is_closed).
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let result = self.stream.write_all(bytes);
        self.check(result)
    }

    /// Hands on what was gathered.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        let result = self.stream.flush();
        self.check(result)
    }

    fn check(&mut self, result: io::Result<()>) -> Result<(), Failure> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            Err(error) => Err(unwritable(&self.name(), &error)),
            Ok(()) => Ok(()),
        }
    }

    fn name(&self) -> String {
        match &self.place {
            Place::Stdout => "standard output".to_owned(),
            Place::Direct(name) => name.clone(),
            Place::File { target, .. } => target.display().to_string(),
        }
    }

    /// Ends the output. A whole file takes its name; what an interrupted run wrote is kept under another name, which
    /// is given back.
    pub(crate) fn finish(mut self, whole: bool) -> Result<Option<PathBuf>, Failure> {
        if !self.closed {
            self.flush()?;
        }
        let Place::File { part, target } = &self.place else { return Ok(None) };
        let place = if whole { target.clone() } else { with_suffix(target, ".partial") };
        std::fs::rename(part, &place).map_err(|e| unwritable(&place.display().to_string(), &e))?;
        Ok((!whole).then_some(place))
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        if let Place::File { part, .. } = &self.place {
            // After `finish` the file has its name and this finds nothing; after a failure nothing half is left.
            let _ = std::fs::remove_file(part);
        }
    }
}

/// Standard output, locked a write at a time: a `StdoutLock` could not be moved into the box with its buffer.
struct Stdout;

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        io::stdout().lock().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().lock().flush()
    }
}

fn colored(file: File, choice: ColorChoice) -> Box<dyn Write> {
    let file: Box<dyn Write> = Box::new(BufWriter::with_capacity(BUFFER, file));
    Box::new(AutoStream::new(file, choice))
}

/// `.articles.jsonl.1234.tmp`: hidden, so that a walk of the folder passes it by; the process in its name, so that two
/// runs do not write into one file.
fn beside(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}

/// Removes what runs for this target left behind that were killed: files of processes that are no more, untouched for a
/// while. The while is for a run on another machine that shares the folder and whose processes are not seen from here.
///
/// Only where the system shows which processes there are; elsewhere such a file stays.
fn sweep(target: &Path) {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    if !Path::new("/proc/self").exists() {
        return;
    }
    for entry in entries.flatten() {
        let file = entry.file_name();
        let file = file.to_string_lossy();
        let pid = file
            .strip_prefix('.')
            .and_then(|rest| rest.strip_prefix(name.as_ref()))
            .and_then(|rest| rest.strip_prefix('.'))
            .and_then(|rest| rest.strip_suffix(".tmp"))
            .filter(|pid| !pid.is_empty() && pid.bytes().all(|b| b.is_ascii_digit()));
        let gone = pid.is_some_and(|pid| !Path::new("/proc").join(pid).exists());
        let untouched = || entry.metadata().and_then(|meta| meta.modified()).ok()?.elapsed().ok();
        if gone && untouched().is_some_and(|since| since > ABANDONED) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

fn with_suffix(target: &Path, suffix: &str) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(suffix);
    target.with_file_name(name)
}

/// A failure to write to a place.
pub(crate) fn unwritable(name: &str, error: &io::Error) -> Failure {
    let failure =
        Failure::new(format!("cannot write {name}: {}", reason(error).replace("read it", "write there")));
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            failure.hint("make room, or write to another disk with --output")
        }
        _ => failure,
    }
}
