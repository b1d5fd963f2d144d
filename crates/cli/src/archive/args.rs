//! The words of the commands over an archive.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::args::{ColorWhen, InputArgs, OutputArgs, ReadingArgs};

/// The commands over an archive.
#[derive(Debug, Subcommand)]
pub(crate) enum ArchiveCommand {
    /// Read news texts and keep the articles found in them in an archive
    #[command(long_about = IMPORT_ABOUT, after_long_help = IMPORT_EXAMPLES)]
    Import(ImportArgs),
    /// Show an article of the archive, or the document that it was read from
    #[command(after_long_help = SHOW_EXAMPLES)]
    Show(ShowArgs),
    /// Show what is in the archive: articles by month, sources, languages, fields, storage
    Stats(StatsArgs),
    /// Write every article of the archive, or all that a query finds, as JSON Lines
    #[command(after_long_help = EXPORT_EXAMPLES)]
    Export(ExportArgs),
    /// List what came in, was replaced or went since a place in the order of changes
    #[command(after_long_help = CHANGES_EXAMPLES)]
    Changes(ChangesArgs),
    /// Find the copies of one story: syndicated, cut, edited; nothing is deleted
    #[command(long_about = DEDUPE_ABOUT, after_long_help = DEDUPE_EXAMPLES)]
    Dedupe(DedupeArgs),
    /// Remove articles, and the documents that they alone were read from
    #[command(long_about = REMOVE_ABOUT, after_long_help = REMOVE_EXAMPLES)]
    Remove(RemoveArgs),
    /// Read every document of the archive again with this version, from the bytes kept in it
    Reparse(ReparseArgs),
    /// Check the archive: the database, every digest, the index against the records
    Verify(VerifyArgs),
    /// Build the index of the archive anew
    Reindex(ReindexArgs),
    /// Write a copy of the archive to a file, also while it is in use
    #[command(after_long_help = BACKUP_EXAMPLES)]
    Backup(BackupArgs),
}

const IMPORT_ABOUT: &str = "\
Read news texts and keep the articles found in them in an archive.

The archive keeps each document byte for byte and beside it the records that were read from it. A document is known by \
its place, the folder named here and the way from there: when it is imported again and was changed, what was read from \
it earlier is replaced; when its size and time are as they were, it is not even read. The same article at another place is \
kept once, with both places. So an import that was interrupted is simply run again, and goes on where it stopped.

The summary counts every record: seen = stored + unchanged + updated + duplicate + rejected. What it counts is on the \
disk, also when the run was interrupted. With --report, each record is named with what became of it, once it is on \
the disk.";

const IMPORT_EXAMPLES: &str = "\
Examples:
  wirecopy import news/
      Into the archive of this user.
  wirecopy import news/ --archive /srv/news --report import.jsonl
      Into an archive of its own; one line of JSON for each record:
      {\"place\", \"record\", \"outcome\", \"id\"}, for a rejected document {\"place\", \"outcome\", \"code\", \"detail\"}

Exit codes: 0 fine, 1 some inputs had problems, 2 could not run, 130 interrupted.";

const SHOW_EXAMPLES: &str = "\
Examples:
  wirecopy show 1dd4fdfe
      The first digits of an id are enough where they tell it from all others.
  wirecopy show 1dd4fdfe --format markdown > article.md
  wirecopy show 1dd4fdfe --source > article.txt
      The bytes as they came in.";

const EXPORT_EXAMPLES: &str = "\
Examples:
  wirecopy export -o articles.jsonl
  wirecopy export 'ferry source:Reuters published:2018' | wc -l
      Exactly what the search counts, none left out.";

const CHANGES_EXAMPLES: &str = "\
Examples:
  wirecopy changes --since 1200
      {\"seq\": 1201, \"change\": \"stored\", \"id\": ..., \"article\": {...}} or {\"seq\", \"change\": \"deleted\", \"id\"}
      To follow an archive, begin with 0 and remember the last seq.";

const DEDUPE_ABOUT: &str = "\
Find the copies of one story: syndicated, cut, edited; nothing is deleted.

Compares the bodies of all articles: two are copies when most of the shorter one stands in the other, or a good part of \
it, spread over the whole. An article that only quotes the same statement is no copy. The first copy of a story is the \
one published first; without dates, the one stored first. What was found is kept with the articles, with what each copy \
has different from the first.

An import holds what is new against what is there by itself, and looks at the whole again when a sixteenth of it is new. \
This command always looks at the whole.";

const DEDUPE_EXAMPLES: &str = "\
Examples:
  wirecopy dedupe
  wirecopy dedupe --format jsonl | jq -r '.copies[1:][].id'
      Every copy but the first of its story. One line for each story:
      {\"cluster\", \"size\", \"copies\": [{\"id\", \"similarity\", \"first\", \"difference\", \"published\", \"source\",
      \"headline\", \"places\"}]}; difference, from the first copy: {\"kept\": share of its own text, \"covered\": share of the first's,
      \"headline\": whether it is another}";

const REMOVE_ABOUT: &str = "\
Remove articles, and the documents that they alone were read from.

What is named is either the id of an article, or its first digits, or a query in the language of `wirecopy search`. The \
article goes from the store, the index and its copies; the document goes too, unless other articles were read from it. \
`wirecopy changes` lists what went. It does not come in again: an import rejects it as removed, until --undo lets it in. \
Backups made earlier still have it.

More than one article is removed only with --yes.";

const REMOVE_EXAMPLES: &str = "\
Examples:
  wirecopy remove 1dd4fdfe
  wirecopy remove 'source:\"Harbour Post\" before:2010' --dry-run
      Says what would go.
  wirecopy remove 'source:\"Harbour Post\" before:2010' --yes
  wirecopy remove --undo 1dd4fdfe2bd15b769660896cf59bc0e5
      Lets the next import of its document take it in again. The whole id is needed.";

const BACKUP_EXAMPLES: &str = "\
Examples:
  wirecopy backup /mnt/backup/news.db
      To restore it: put the file as archive.db into a folder of its own and name that with --archive.";

/// Which archive.
#[derive(Debug, Args)]
pub(crate) struct ArchiveArgs {
    /// Folder of the archive [default: wirecopy in the data folder of this user, ~/.local/share on Linux]
    #[arg(long, value_name = "DIR", env = "WIRECOPY_ARCHIVE", hide_env_values = true,
          value_hint = clap::ValueHint::DirPath)]
    pub(crate) archive: Option<PathBuf>,
}

/// Arguments of `wirecopy import`.
#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
    /// Append a line of JSON for each record to FILE once it is on the disk
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(crate) report: Option<PathBuf>,
    /// Read every file, also one that is as it was
    #[arg(long)]
    pub(crate) reread: bool,
    /// No progress bar and no closing summary; problems are still named
    #[arg(short, long, visible_alias = "no-summary")]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

/// Arguments of `wirecopy show`.
#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    /// Id of the article, or its first digits
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
    /// Form of the output [default: pretty on a terminal, json elsewhere]
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<ShowFormat>,
    /// Write the document that it was read from, byte for byte
    #[arg(long, conflicts_with = "format")]
    pub(crate) source: bool,
    /// Colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = ColorWhen::Auto)]
    pub(crate) color: ColorWhen,
}

/// Form of `wirecopy show`'s output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// Set for reading on a terminal
    Pretty,
    /// The JSON record
    Json,
    /// The text of the article
    Text,
    /// Markdown with front matter
    Markdown,
}

/// Arguments of `wirecopy stats`.
#[derive(Debug, Args)]
pub(crate) struct StatsArgs {
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
    /// Form of the output
    #[arg(short, long, value_enum, value_name = "FORMAT", default_value_t = StatsFormat::Pretty)]
    pub(crate) format: StatsFormat,
    /// Colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = ColorWhen::Auto)]
    pub(crate) color: ColorWhen,
}

/// Form of `wirecopy stats`' output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatsFormat {
    /// Set for reading on a terminal
    Pretty,
    /// One JSON object
    Json,
}

/// Arguments of `wirecopy export`.
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// What to find, in the language of `wirecopy search` [default: everything]
    #[arg(value_name = "QUERY", default_value = "", hide_default_value = true)]
    pub(crate) query: String,
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// Arguments of `wirecopy changes`.
#[derive(Debug, Args)]
pub(crate) struct ChangesArgs {
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
    /// Place in the order of changes to begin after
    #[arg(long, value_name = "SEQ", default_value_t = 0)]
    pub(crate) since: u64,
    /// Most changes to list [default: all]
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<u64>,
}

/// Arguments of `wirecopy dedupe`.
#[derive(Debug, Args)]
pub(crate) struct DedupeArgs {
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
    /// Form of the output [default: pretty on a terminal, jsonl elsewhere]
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<DedupeFormat>,
    /// List what was found the last time, without looking again
    #[arg(long)]
    pub(crate) list: bool,
    /// No closing summary
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = ColorWhen::Auto)]
    pub(crate) color: ColorWhen,
}

/// Form of `wirecopy dedupe`'s output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DedupeFormat {
    /// Set for reading on a terminal
    Pretty,
    /// A line of JSON for each story
    Jsonl,
}

/// Arguments of `wirecopy remove`.
#[derive(Debug, Args)]
pub(crate) struct RemoveArgs {
    /// Id of an article, its first digits, or a query
    #[arg(value_name = "ID|QUERY", required = true)]
    pub(crate) what: Vec<String>,
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
    /// Say what would be removed, and remove nothing
    #[arg(short = 'n', long)]
    pub(crate) dry_run: bool,
    /// Remove more than one article
    #[arg(short, long)]
    pub(crate) yes: bool,
    /// Let an article that was removed come in again
    #[arg(long, conflicts_with_all = ["dry_run", "yes"])]
    pub(crate) undo: bool,
    /// Only the ids, one a line, and no closing summary
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// Arguments of `wirecopy reparse`.
#[derive(Debug, Args)]
pub(crate) struct ReparseArgs {
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
    /// Documents read at the same time [default: one for each processor]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
    /// Say what would change, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// No progress bar
    #[arg(short, long)]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

/// Arguments of `wirecopy verify`.
#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
}

/// Arguments of `wirecopy reindex`.
#[derive(Debug, Args)]
pub(crate) struct ReindexArgs {
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
}

/// Arguments of `wirecopy backup`.
#[derive(Debug, Args)]
pub(crate) struct BackupArgs {
    /// File to write; it must not be there yet
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
}
