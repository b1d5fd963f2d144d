//! The list of commands, with their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::ci::StepName;

/// The gate, snapshots, schema, scores and releases of wirecopy.
///
/// Exit codes: 0 fine, 1 something was found wrong, 2 could not run.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_version_flag = true)]
pub(crate) struct Flags {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// The gate: every step is run and timed, the last line counts the tests.
    Ci {
        /// Only this step; may be given several times.
        #[arg(long, value_name = "STEP")]
        only: Vec<StepName>,
        /// List the steps and stop.
        #[arg(long)]
        list: bool,
    },
    /// House rules as code: crate arrows, seed records, documented diagnostics, sizes, places.
    Tidy,
    /// Run the snapshot tests and list what changed.
    Snap {
        /// Take every changed snapshot as the new truth; look at `git diff` afterwards.
        #[arg(long)]
        accept: bool,
        /// Delete snapshots that no test names any more, instead of refusing them.
        #[arg(long)]
        unused: bool,
    },
    /// Write the JSON Schema of the record.
    Schema {
        /// Write nothing; fail when the committed schema differs.
        #[arg(long)]
        check: bool,
    },
    /// Write the table of diagnostic codes.
    Diagnostics {
        /// Write nothing; fail when the committed table differs.
        #[arg(long)]
        check: bool,
    },
    /// Write the manual pages under target/assets.
    Man,
    /// Write completions for every shell under target/assets.
    Completions,
    /// Take pictures of the server's pages under target/pictures, and the one in the README
    Pictures,
    /// Learn the parser's tables of weights anew from labelled documents
    Train(Train),
    /// Measure accuracy on labelled documents.
    Score {
        #[command(subcommand)]
        what: Score,
    },
    /// Look for input that breaks a promise of the parser; asks for cargo-fuzz
    Fuzz(Fuzz),
    /// Kill imports at random moments and look for what is lost; the gate does so ten times.
    Crash(Crash),
    /// Ask the server what a generator makes of its OpenAPI document; asks for Python
    Hammer(Hammer),
    /// Measure speed; not part of the gate.
    #[command(arg_required_else_help = true, args_conflicts_with_subcommands = true)]
    Bench {
        #[command(subcommand)]
        what: Option<Bench>,
        /// The same as `bench text --check`.
        #[arg(long)]
        check: bool,
    },
    /// Releases, by hand and in order; `plan` when nothing else is said.
    Release {
        #[command(subcommand)]
        what: Option<Release>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Score {
    /// Roles and fields of plain-text news.
    Text(ScoreText),
    /// Repair of text that was decoded wrongly before it came here.
    Repair(ScoreRepair),
    /// Copies of one story, as an archive finds them.
    Dedup(ScoreDedup),
    /// Articles in pages of HTML.
    Html(ScoreHtml),
    /// Languages of sentences and of snippets of six words, and how fast they are told.
    Language(ScoreLanguage),
}

#[derive(Debug, Args)]
pub(crate) struct ScoreLanguage {
    /// Folder of `*.jsonl` with a `lang` and a `text` in each line; without it `../shared/corpora/language` beside the workspace.
    #[arg(long, value_name = "DIR")]
    pub(crate) corpus: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct ScoreHtml {
    /// Folder of pages with what is known of them; without it `../shared/corpora/html` beside the workspace.
    #[arg(long, value_name = "DIR")]
    pub(crate) corpus: Option<PathBuf>,
    /// Run other extractors on the same pages, and score them beside ours.
    #[arg(long)]
    pub(crate) peers: bool,
    /// Leave out the third of the pages that is held back.
    #[arg(long)]
    pub(crate) open_only: bool,
    /// Name the N pages whose bodies come out worst, of those that may be looked at.
    #[arg(long, value_name = "N")]
    pub(crate) worst: Option<u32>,
    /// Keep pages and answers under target/score/html.
    #[arg(long)]
    pub(crate) keep: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ScoreDedup {
    /// Folder with labelled copies; without it `../shared/corpora/dedup` beside the workspace.
    #[arg(long, value_name = "DIR")]
    pub(crate) corpus: Option<PathBuf>,
    /// Keep the archives and predictions that were written under target/score/dedup.
    #[arg(long)]
    pub(crate) keep: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ScoreRepair {
    /// Folder with `text` and `language`; without it `../shared/corpora` beside the workspace.
    #[arg(long, value_name = "DIR")]
    pub(crate) corpora: Option<PathBuf>,
    /// Show the first N wrong answers of each kind.
    #[arg(long, value_name = "N")]
    pub(crate) errors: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct Crash {
    /// How often.
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub(crate) times: u32,
    /// Kill the optimised program.
    #[arg(long)]
    pub(crate) release: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Fuzz {
    /// A target; without it all of them, one after the other.
    pub(crate) target: Option<String>,
    /// How long, for each target.
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub(crate) minutes: u32,
}

#[derive(Debug, Args)]
pub(crate) struct Hammer {
    /// Requests, at least: rounds are repeated until they are reached.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    pub(crate) requests: u64,
    /// Requests for each operation in a round, at most.
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub(crate) examples: u32,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct ScoreText {
    /// Folder of the labelled documents; without it `../shared/corpora/text` beside the workspace.
    #[arg(long, value_name = "DIR")]
    pub(crate) corpus: Option<PathBuf>,
    /// Also score each group of documents.
    #[arg(long, value_name = "GROUP")]
    pub(crate) by: Option<Group>,
    /// Show the first N wrong values.
    #[arg(long, value_name = "N")]
    pub(crate) errors: Option<u32>,
    /// Score this file of predictions instead of building and running wirecopy.
    #[arg(long, value_name = "FILE")]
    pub(crate) predictions: Option<PathBuf>,
    /// Keep the documents and predictions that were written under target/score.
    #[arg(long)]
    pub(crate) keep: bool,
    /// Score models that saw no page of a document's publisher, learnt for the purpose: the honest figure. Takes
    /// many minutes.
    #[arg(long, conflicts_with = "predictions")]
    pub(crate) cross_validate: bool,
    /// Cross-validate without the pages rendered from HTML: some minutes, a little lower.
    #[arg(long, requires = "cross_validate")]
    pub(crate) quick: bool,
    /// Break the lines of the documents at so many columns first, as mail and wires do.
    #[arg(long, value_name = "COLUMNS", conflicts_with = "predictions")]
    pub(crate) wrap: Option<usize>,
    /// Keep the tables that were learnt for each part in this folder.
    #[arg(long, value_name = "DIR", requires = "cross_validate", conflicts_with = "wrap")]
    pub(crate) keep_folds: Option<PathBuf>,
    /// Learn nothing and read with the tables that `--keep-folds` kept: seconds, for changes of what is not learnt.
    #[arg(long, value_name = "DIR", requires = "cross_validate", conflicts_with_all = ["keep_folds", "quick"])]
    pub(crate) use_folds: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Train {
    /// Folder with `text` and `html`; without it `../shared/corpora` beside the workspace.
    #[arg(long, value_name = "DIR")]
    pub(crate) corpora: Option<PathBuf>,
    /// Without the pages rendered from HTML.
    #[arg(long)]
    pub(crate) quick: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Bench {
    /// Reading plain-text news, against `wc -w` on the same bytes.
    Text(BenchText),
    /// Importing and searching invented articles, beside SQLite's own full-text index over the same rows.
    Archive(BenchArchive),
    /// Answering requests over an archive of invented articles, beside Datasette; needs `wrk`, `curl` and Python.
    Server(BenchServer),
}

#[derive(Debug, Args)]
pub(crate) struct BenchArchive {
    /// Folder of news texts whose paragraphs the articles are made of: `.txt` files, and `.jsonl` files with a `text` in
    /// each line; without it `../shared/corpora` beside the workspace.
    #[arg(long, value_name = "DIR")]
    pub(crate) corpus: Option<PathBuf>,
    /// Articles.
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    pub(crate) articles: usize,
    /// Keep the articles and the archive under target/bench/archive.
    #[arg(long)]
    pub(crate) keep: bool,
}

#[derive(Debug, Args)]
pub(crate) struct BenchServer {
    /// Articles in the archive, which is kept for the next run.
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    pub(crate) articles: usize,
    /// Seconds for each kind of request.
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    pub(crate) seconds: u32,
    /// Without the same rows in Datasette.
    #[arg(long)]
    pub(crate) alone: bool,
}

#[derive(Debug, Args)]
pub(crate) struct BenchText {
    /// Folder of more documents beside the seeds: `.txt` files, and `.jsonl` files with a `text` in each line.
    #[arg(long, value_name = "DIR")]
    pub(crate) corpus: Option<PathBuf>,
    /// Least size of what is timed; documents are repeated in changing order until it is reached.
    #[arg(long, value_name = "MB", default_value_t = 200)]
    pub(crate) megabytes: usize,
    /// Runs of each; the median is reported.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) rounds: usize,
    /// Time nothing; count the instructions that reading the seeds takes, and fail on a rise of more than 3 %.
    #[arg(long, conflicts_with_all = ["corpus", "record"])]
    pub(crate) check: bool,
    /// Count as `--check` does, and write the counts down.
    #[arg(long, conflicts_with = "corpus")]
    pub(crate) record: bool,
}

/// How documents are grouped in a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Group {
    Language,
    Renderer,
    Pattern,
}

impl Group {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Renderer => "renderer",
            Self::Pattern => "pattern",
        }
    }
}

#[derive(Debug, Clone, Copy, Subcommand)]
pub(crate) enum Release {
    /// Say what would be released, and what is missing; changes nothing.
    Plan,
    /// Package every crate and build it from its package.
    Prepare,
    /// Publish every crate, in order.
    Publish {
        /// Really do it: a published version cannot be taken back.
        #[arg(long)]
        yes: bool,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn commands_and_flags_fit_together() {
        Flags::command().debug_assert();
    }

    #[test]
    fn a_step_is_named_on_the_command_line() {
        let flags =
            Flags::try_parse_from(["cargo xtask", "ci", "--only", "clippy", "--only", "tests"]).unwrap();
        let Command::Ci { only, list } = flags.command else { panic!("not ci: {flags:?}") };
        assert_eq!(only, [StepName::Clippy, StepName::Tests]);
        assert!(!list);
    }
}
