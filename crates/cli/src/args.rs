//! The words of the command line: every command, option and help text.

use std::path::PathBuf;

use chrono::{FixedOffset, NaiveDate};
use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::archive::{ArchiveArgs, ArchiveCommand};
use crate::search::SearchArgs;
use crate::values;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// Raw news text in, typed articles out, and nothing lost on the way.
#[derive(Debug, Parser)]
#[command(name = "wirecopy", version, styles = STYLES, max_term_width = 100, after_help = TOP_EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

const TOP_EXAMPLES: &str = "\
Examples:
  wirecopy parse article.txt              read one file, show the article
  wirecopy parse news/ -o articles.jsonl  read a folder, one JSON record a line
  wirecopy explain article.txt            show what each line was taken for, and why
  wirecopy import news/                   keep what is in a folder, searchable at once

Exit codes: 0 fine, 1 some inputs had problems, 2 could not run.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read news texts and write the articles found in them
    #[command(long_about = PARSE_ABOUT, after_long_help = PARSE_EXAMPLES)]
    Parse(ParseArgs),
    /// Show each line of a document with its role, and why each field was read as it was
    #[command(long_about = EXPLAIN_ABOUT, after_long_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
    /// Find articles of the archive by words, fields and dates
    #[command(after_long_help = SEARCH_HELP)]
    Search(SearchArgs),
    #[command(flatten)]
    Archive(ArchiveCommand),
    /// Serve an archive: pages to search and read, and an API for programs
    #[command(long_about = SERVE_ABOUT, after_long_help = SERVE_EXAMPLES)]
    Serve(ServeArgs),
    /// Make, list and take back the tokens that a server asks for
    #[command(subcommand, long_about = TOKEN_ABOUT, after_long_help = TOKEN_EXAMPLES)]
    Token(TokenCommand),
    /// Print the JSON Schema of the record
    Schema(SchemaArgs),
    /// Print a completion script for a shell
    #[command(after_long_help = COMPLETIONS_EXAMPLES)]
    Completions(CompletionsArgs),
    /// Print the manual page, or write all of them to a folder
    Man(ManArgs),
}

const SEARCH_HELP: &str = wirecopy_archive::QUERY_HELP;

const PARSE_ABOUT: &str = "\
Read news texts and write the articles found in them.

Each document gives one record or several: headline, kicker, standfirst, bylines, dates, dateline, figures with \
their credits, body and notes, each with the bytes that it was read from. A document that is no article gives a \
record that says so. On a terminal the articles are set for reading; in a pipe or a file they are JSON Lines. \
Records come in the order of the inputs, whatever --jobs says.

In a folder, *.txt, *.text, files without an extension and files of an unknown kind that hold text are read, in the \
order of their names; hidden files and kinds known not to be news text (*.toml, *.md, *.json, *.css, pictures, \
archives) are skipped and counted. A file that is named is always read.";

const PARSE_EXAMPLES: &str = "\
Examples:
  wirecopy parse article.txt
      Show the article, set to the width of the terminal.
  wirecopy parse news/ -o articles.jsonl
      One record a line. The file appears under its name only when it is whole.
  wirecopy parse 'news/2018-*.txt' --format markdown > articles.md
      Quoted patterns are expanded too: as many files as you like.
  curl -s https://example.org/story.txt | wirecopy parse -
      Read standard input.
  wirecopy parse wire/ --date-order day-first --assume-zone +08:00
      Read 03/04/2018 as 3 April; times without a zone are marked as assumed +08:00.

Exit codes: 0 fine, 1 some inputs had problems, 2 could not run, 130 interrupted.";

const EXPLAIN_ABOUT: &str = "\
Show each line of a document with its role, and why each field was read as it was.

First the document itself, every line behind a gutter that holds its role and how sure that is (from 0 to 1). Then, \
for each record, the fields with the place they were read from and the candidates that lost. Then what was doubtful, \
drawn at its place.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  wirecopy explain article.txt | less -R
  wirecopy explain article.txt --why
      Give the reasons for every line, not only for the doubtful ones.
  wirecopy explain news/ --format jsonl > roles.jsonl
      One line a document: {\"path\", \"layout\", \"lines\": [{\"n\", \"role\", \"confidence\"}], \"articles\": [...]}

Exit codes: 0 fine, 1 some inputs had problems, 2 could not run, 130 interrupted.";

const SERVE_ABOUT: &str = "\
Serve an archive: pages to search and read, and an API for programs.

Without paths, the archive of this user or the one named with --archive is served. With paths, what is read from them \
is served from an archive that is thrown away at the end; with --archive too, it is added to that archive first. On this machine everyone may read. Writing needs a token \
with the scope `write`; an address that other machines reach needs a token for reading too, or --public-read.";

const SERVE_EXAMPLES: &str = "\
Examples:
  wirecopy serve news/
      Read the folder, then search and read it at http://127.0.0.1:8077/
  wirecopy serve --archive /var/lib/wirecopy --listen 0.0.0.0:80 --public-read
  curl -s --data-binary @article.txt -H 'Content-Type: text/plain' http://127.0.0.1:8077/api/v1/parse

Exit codes: 0 stopped by Ctrl-C or a request to terminate, 2 could not run.";

const TOKEN_ABOUT: &str = "\
Make, list and take back the tokens that a server asks for.

A token is shown once, when it is made; the archive keeps only its hash. With the scope `read` it searches and reads \
where that is not open to everyone, with the scope `write` it imports.";

const TOKEN_EXAMPLES: &str = "\
Examples:
  wirecopy token add --scope write --note 'wire import' > token
  curl --data-binary @article.txt -H 'Content-Type: text/plain' -H \"Authorization: Bearer $(cat token)\" \\
      http://127.0.0.1:8077/api/v1/articles
  wirecopy token list
  wirecopy token revoke 0f3a";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  wirecopy completions bash > ~/.local/share/bash-completion/completions/wirecopy
  wirecopy completions zsh > \"${fpath[1]}/_wirecopy\"
  wirecopy completions fish > ~/.config/fish/completions/wirecopy.fish";

/// Arguments of `wirecopy parse`.
#[derive(Debug, Args)]
pub(crate) struct ParseArgs {
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
    /// Form of the output [default: pretty on a terminal, jsonl elsewhere]
    #[arg(short, long, value_enum, value_name = "FORMAT", help_heading = "Output")]
    pub(crate) format: Option<ParseFormat>,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

/// Arguments of `wirecopy explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
    /// Form of the output
    #[arg(short, long, value_enum, value_name = "FORMAT", default_value_t = ExplainFormat::Pretty,
          help_heading = "Output")]
    pub(crate) format: ExplainFormat,
    /// Give the reasons for every line, not only for those with a confidence under 0.6
    #[arg(long, help_heading = "Output")]
    pub(crate) why: bool,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

/// What to read, and how many at a time.
#[derive(Debug, Args)]
pub(crate) struct InputArgs {
    /// Files, folders, patterns (`news/*.txt`), or `-` for standard input
    #[arg(required = true, value_name = "PATH", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// Documents read at the same time [default: one for each processor]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
}

/// Where the output goes, and what is said beside it.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// Write to FILE instead of standard output; it is replaced only when the run is complete
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    /// Colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = ColorWhen::Auto)]
    pub(crate) color: ColorWhen,
    /// No progress bar and no closing summary; problems are still named
    #[arg(short, long, visible_alias = "no-summary")]
    pub(crate) quiet: bool,
}

/// How documents are read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct ReadingArgs {
    /// Encoding of the bytes (`utf-8`, `gbk`, `windows-1251`) [default: detected for each document]
    #[arg(long, value_name = "LABEL")]
    pub(crate) encoding: Option<String>,
    /// Whether to put right text whose UTF-8 was decoded wrongly before it came here
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = RepairArg::Auto)]
    pub(crate) repair: RepairArg,
    /// How to read a date such as 03/04/2018
    #[arg(long, value_enum, value_name = "ORDER", default_value_t = DateOrderArg::Document)]
    pub(crate) date_order: DateOrderArg,
    /// The day on which the texts were read, for "on Friday" and "6 hours ago"
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub(crate) reference_date: Option<NaiveDate>,
    /// Zone of times that state none: `+08:00`, `-0330`, `UTC`; marked as assumed in the record
    #[arg(long, value_name = "ZONE", value_parser = values::zone, allow_hyphen_values = true)]
    pub(crate) assume_zone: Option<FixedOffset>,
    /// Largest document to read: bytes, or with K, M, G (powers of 1024) [default: 64M]
    #[arg(long, value_name = "SIZE", value_parser = values::size)]
    pub(crate) max_size: Option<usize>,
}

/// What to do with tokens.
#[derive(Debug, Subcommand)]
pub(crate) enum TokenCommand {
    /// Make a token and print it
    Add(TokenAdd),
    /// List the tokens: their names, scopes, days and notes
    List(TokenList),
    /// Take a token back; servers refuse it within a second
    Revoke(TokenRevoke),
}

/// Arguments of `wirecopy token add`.
#[derive(Debug, Args)]
pub(crate) struct TokenAdd {
    /// What it may do; may be given several times
    #[arg(long, value_enum, value_name = "SCOPE", required = true)]
    pub(crate) scope: Vec<ScopeArg>,
    /// What it is for
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    /// Days after which it is not taken any more [default: never]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) days: Option<u16>,
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
}

/// Arguments of `wirecopy token list`.
#[derive(Debug, Args)]
pub(crate) struct TokenList {
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
}

/// Arguments of `wirecopy token revoke`.
#[derive(Debug, Args)]
pub(crate) struct TokenRevoke {
    /// Its name in the list, or the first digits of it
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
}

/// What a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScopeArg {
    /// Search and read
    Read,
    /// Import
    Write,
}

impl From<ScopeArg> for wirecopy_server::Scope {
    fn from(scope: ScopeArg) -> Self {
        match scope {
            ScopeArg::Read => Self::Read,
            ScopeArg::Write => Self::Write,
        }
    }
}

/// Arguments of `wirecopy serve`.
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// Files, folders and patterns to read first
    #[arg(value_name = "PATH", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) flags: wirecopy_server::Flags,
    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

/// Arguments of `wirecopy schema`.
#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Write to FILE instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `wirecopy completions`.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell to complete in
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// Arguments of `wirecopy man`.
#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// Folder to write one page for each command to; it is made when missing
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub(crate) dir: Option<PathBuf>,
}

/// Form of `wirecopy parse`'s output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ParseFormat {
    /// Set for reading on a terminal
    Pretty,
    /// One JSON array
    Json,
    /// One JSON record a line
    Jsonl,
    /// The text of the articles; records are separated by a form feed
    Text,
    /// Markdown with front matter
    Markdown,
}

/// Form of `wirecopy explain`'s output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExplainFormat {
    /// Set for reading on a terminal
    Pretty,
    /// One JSON array, one object a document
    Json,
    /// One JSON object a document, one a line
    Jsonl,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// When to repair text that was decoded wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RepairArg {
    /// Where the damage is certain
    Auto,
    /// Wherever letters have the form of damage
    Always,
    /// Not at all; doubtful text is said
    Never,
}

/// How to read `03/04/2018`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DateOrderArg {
    /// As the document settles it; what stays open is said to be ambiguous
    Document,
    /// 3 April
    DayFirst,
    /// March 4
    MonthFirst,
}

impl OutputArgs {
    /// Whether the output lands on a terminal.
    pub(crate) fn to_terminal(&self) -> bool {
        let named = self.output.as_ref().is_some_and(|path| path.as_os_str() != "-");
        !named && std::io::IsTerminal::is_terminal(&std::io::stdout())
    }
}
