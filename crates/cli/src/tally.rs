//! What became of every input: the counts of the closing summary.

use std::collections::BTreeMap;
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use wirecopy_model::Kind;

const BAD: Style = AnsiColor::Red.on_default();
const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();

/// Kinds of skipped files that are told apart in the summary: a folder of a programmer holds dozens.
const SKIPS_NAMED: usize = 8;

/// Below these a rate tells how long the program took to start, not how fast it reads.
const RATE_FROM: (Duration, u64) = (Duration::from_millis(200), 1_000_000);

/// Why something in a folder was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SkipKind {
    /// Its extension is known not to be that of news text.
    Extension(&'static str),
    /// A file without an extension that every project has: a licence, a makefile.
    Project,
    /// What an editor left behind.
    Backup,
    /// Its name begins with a dot.
    HiddenFile,
    /// A folder, with all that is in it, whose name begins with a dot.
    HiddenFolder,
    /// Of an unknown kind, and its first bytes are not text.
    NotText,
    /// A pipe, socket or device.
    Special,
    /// The file that is being written.
    Output,
    /// The folder of the archive that is being written.
    Archive,
}

impl SkipKind {
    /// `142 .toml`, `1 hidden file`.
    fn counted(self, n: u64) -> String {
        let (one, many) = match self {
            Self::Extension(extension) => return format!("{} .{extension}", number(n)),
            // There is but one.
            Self::Output => return "the output file".to_owned(),
            Self::Archive => return "the archive itself".to_owned(),
            Self::Project => ("project file (README, LICENSE, ...)", "project files (README, LICENSE, ...)"),
            Self::Backup => ("backup file", "backup files"),
            Self::HiddenFile => ("hidden file", "hidden files"),
            Self::HiddenFolder => ("hidden folder", "hidden folders"),
            Self::NotText => ("that is not text", "that are not text"),
            Self::Special => ("pipe, socket or device", "pipes, sockets or devices"),
        };
        plural(n, one, many)
    }
}

/// The records of one document, by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Records {
    pub(crate) articles: u64,
    pub(crate) stubs: u64,
    pub(crate) not_articles: u64,
}

impl Records {
    /// Counts one record.
    pub(crate) fn count(&mut self, kind: Kind) {
        match kind {
            Kind::Stub => self.stubs += 1,
            Kind::NotArticle => self.not_articles += 1,
            // A kind of a later version is an article until this crate learns its name.
            _ => self.articles += 1,
        }
    }

    pub(crate) fn all(self) -> u64 {
        self.articles + self.stubs + self.not_articles
    }
}

/// What became of every input. `found = read + unchanged + failed`; what was skipped was never an input.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    /// Documents that were read.
    pub(crate) read: u64,
    /// Documents of an archive that are as they were, and were not read again.
    pub(crate) unchanged: u64,
    /// Inputs that could not be read.
    pub(crate) failed: u64,
    /// Of those, paths that led to nothing at all.
    pub(crate) not_found: u64,
    /// Documents that were found and not begun because the run was interrupted.
    pub(crate) not_begun: u64,
    /// Bytes of the documents read.
    pub(crate) bytes: u64,
    /// Records found in them.
    pub(crate) records: Records,
    skipped: BTreeMap<SkipKind, u64>,
}

impl Tally {
    /// Counts a document that was read.
    pub(crate) fn document(&mut self, bytes: u64, records: Records) {
        self.read += 1;
        self.bytes += bytes;
        self.records.articles += records.articles;
        self.records.stubs += records.stubs;
        self.records.not_articles += records.not_articles;
    }

    /// Counts something that was skipped.
    pub(crate) fn skip(&mut self, kind: SkipKind) {
        *self.skipped.entry(kind).or_default() += 1;
    }

    /// Whether nothing was there to read.
    pub(crate) fn nothing_found(&self) -> bool {
        self.read + self.unchanged == 0 && self.failed == self.not_found && self.not_begun == 0
    }

    /// `skipped: 142 .toml, 1 hidden file`, when something was.
    pub(crate) fn skipped(&self) -> Option<String> {
        let mut kinds: Vec<(SkipKind, u64)> = self.skipped.iter().map(|(&kind, &n)| (kind, n)).collect();
        // What is most first; the kinds stand in their own order where there are as many of one as of another.
        kinds.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
        let mut reasons: Vec<String> =
            kinds.iter().take(SKIPS_NAMED).map(|&(kind, n)| kind.counted(n)).collect();
        let others: u64 = kinds.iter().skip(SKIPS_NAMED).map(|&(_, n)| n).sum();
        if others > 0 {
            reasons.push(format!("{} of other kinds", number(others)));
        }
        (!reasons.is_empty()).then(|| format!("skipped: {}", reasons.join(", ")))
    }

    /// The closing summary: inputs, records, speed; before them whether the run was interrupted.
    pub(crate) fn summary(&self, elapsed: Duration, interrupted: bool) -> String {
        let mut text = String::new();
        if interrupted {
            text.push_str(&format!("{BOLD}interrupted{BOLD:#}: what follows is what was done until then"));
            if self.not_begun > 0 {
                text.push_str(&format!(
                    "; {} found and not begun",
                    plural(self.not_begun, "document", "documents")
                ));
            }
            text.push('\n');
        }
        let inputs = self.read + self.unchanged + self.failed;
        text.push_str(&format!("{}: {} read", plural(inputs, "input", "inputs"), number(self.read)));
        if self.unchanged > 0 {
            text.push_str(&format!(", {} as before", number(self.unchanged)));
        }
        if self.failed > 0 {
            text.push_str(&format!(", {BAD}{} failed{BAD:#}", number(self.failed)));
        } else {
            text.push_str(", 0 failed");
        }
        if let Some(skipped) = self.skipped() {
            text.push_str(&format!("; {skipped}"));
        }
        let records = self.records;
        text.push_str(&format!(
            "\n{}: {}, {}, {}\n",
            plural(records.all(), "record", "records"),
            plural(records.articles, "article", "articles"),
            plural(records.stubs, "stub", "stubs"),
            plural(records.not_articles, "non-article", "non-articles"),
        ));
        let seconds = elapsed.as_secs_f64();
        text.push_str(&format!("{DIM}{} in {}", size(self.bytes), time(seconds)));
        if elapsed >= RATE_FROM.0 && self.bytes >= RATE_FROM.1 {
            text.push_str(&format!(", {}/s", size_of_rate(self.bytes, seconds)));
        }
        text.push_str(&format!("{DIM:#}\n"));
        text
    }
}

/// `1,234,567`.
pub(crate) fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `1 record`, `2 records`.
pub(crate) fn plural(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// Bytes in the unit that reads best: decimal, as file managers count.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => plural(bytes, "byte", "bytes"),
        1_000..1_000_000 => decimal(bytes, 1_000, "kB"),
        1_000_000..1_000_000_000 => decimal(bytes, 1_000_000, "MB"),
        _ => decimal(bytes, 1_000_000_000, "GB"),
    }
}

fn decimal(bytes: u64, unit: u64, name: &str) -> String {
    let tenths = bytes.saturating_mul(10) / unit;
    format!("{}.{} {name}", number(tenths / 10), tenths % 10)
}

#[expect(clippy::cast_precision_loss, reason = "a rate is shown with one decimal")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` holds at the ends of u64")]
fn size_of_rate(bytes: u64, seconds: f64) -> String {
    size((bytes as f64 / seconds) as u64)
}

fn time(seconds: f64) -> String {
    if seconds < 1.0 {
        format!("{:.0} ms", seconds * 1000.0)
    } else if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        let minutes = (seconds / 60.0).floor();
        format!("{minutes:.0} min {:.0} s", seconds - minutes * 60.0)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Records, SkipKind, Tally, number, size};

    #[test]
    fn counts_add_up() {
        let mut tally = Tally::default();
        tally.document(1_500_000, Records { articles: 2, stubs: 1, not_articles: 0 });
        tally.failed = 1;
        tally.skip(SkipKind::HiddenFile);
        tally.skip(SkipKind::Extension("toml"));
        tally.skip(SkipKind::Extension("toml"));
        let text =
            anstream::adapter::strip_str(&tally.summary(Duration::from_millis(500), false)).to_string();
        assert_eq!(
            text,
            "2 inputs: 1 read, 1 failed; skipped: 2 .toml, 1 hidden file\n\
             3 records: 2 articles, 1 stub, 0 non-articles\n1.5 MB in 500 ms, 3.0 MB/s\n"
        );
    }

    #[test]
    fn a_rate_is_given_where_it_means_something() {
        let mut tally = Tally::default();
        tally.document(999_999, Records::default());
        assert!(!tally.summary(Duration::from_secs(9), false).contains("/s"));
        tally.document(1, Records::default());
        assert!(tally.summary(Duration::from_secs(9), false).contains("/s"));
        assert!(!tally.summary(Duration::from_millis(150), false).contains("/s"));
    }

    #[test]
    fn many_kinds_of_skipped_files_are_summed_up() {
        let mut tally = Tally::default();
        for extension in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] {
            tally.skip(SkipKind::Extension(extension));
        }
        tally.skip(SkipKind::Output);
        tally.skip(SkipKind::Extension("j"));
        let text = tally.skipped().unwrap_or_default();
        assert_eq!(text, "skipped: 2 .j, 1 .a, 1 .b, 1 .c, 1 .d, 1 .e, 1 .f, 1 .g, 3 of other kinds");
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(1_234_567), "1,234,567");
        assert_eq!(size(1), "1 byte");
        assert_eq!(size(1_999_999), "1.9 MB");
    }
}
