//! Rules about the lines of our own files.

use std::path::Path;

/// A source file of this many lines holds more than one idea.
const MAX_LINES: usize = 1000;

/// Parts of a file's name, set apart by `_`, that say it holds data and may be longer.
const DATA_NAMES: [&str; 3] = ["table", "tables", "words"];

/// Pieces of text that tie the project to one machine or to one package host, with what to say instead.
///
/// Written in halves, so that this table does not complain about itself.
const STRANGE_WORDS: [(&str, &str); 12] = [
    (concat!("/", "work/"), "a path of one machine"),
    (concat!("/", "tmp/bash_", "jobs"), "a path of one machine"),
    (concat!("/", "root/"), "a path of one machine"),
    (concat!("/", "home/"), "a path of one machine"),
    (concat!("/", "Users/"), "a path of one machine"),
    (concat!("index.", "crates.io"), "a registry host: name the package only"),
    (concat!("static.", "crates.io"), "a registry host: name the package only"),
    (concat!("://", "crates.io"), "a registry host: name the package only"),
    (concat!("pypi", ".org"), "a registry host: name the package only"),
    (concat!("python", "hosted.org"), "a registry host: name the package only"),
    (concat!("npmjs", ".org"), "a registry host: name the package only"),
    (concat!("deb.debian", ".org"), "a registry host: name the package only"),
];

/// What the parser and the model must not touch: files, the environment, the clock, threads, other programs, the terminal.
const WORLD: [&str; 8] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "SystemTime::now",
    "Utc::now",
    "Local::now",
];

/// Crates that must not touch the world.
const PURE: [&str; 2] = ["crates/model/src/", "crates/parse/src/"];

const REMINDER: &str = concat!("FIX", "ME");
const TEST_MODULE: &str = "#[cfg(test)]";

/// Whether we wrote the file: seeds and snapshots hold other people's words, the lock file is cargo's.
pub(super) fn is_ours(path: &str) -> bool {
    !(path.starts_with("seeds/")
        || path.contains("/snapshots/")
        || path == "Cargo.lock"
        || path.starts_with("LICENSE"))
}

pub(super) fn check(path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for (line_no, line) in (1..).zip(text.lines()) {
        for (word, what) in STRANGE_WORDS {
            if names(line, word) {
                complaints.push(format!("{path}:{line_no}: `{word}` is {what}"));
            }
        }
    }
    if Path::new(path).extension().is_some_and(|extension| extension == "rs") {
        complaints.extend(check_rust(path, text));
    }
    complaints
}

/// Whether the line names the host or path: not as the end of a longer path, as in an address of a site.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let longer =
            line[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || "._-~}".contains(c));
        !(longer && word.starts_with('/'))
    })
}

fn check_rust(path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let n_lines = text.lines().count();
    if n_lines >= MAX_LINES && !is_data(path) {
        complaints.push(format!(
            "{path}: {n_lines} lines: split it by ideas (under {MAX_LINES}), or name a table of data `…_table.rs` or `…_words.rs`"
        ));
    }
    let pure = PURE.iter().any(|prefix| path.starts_with(prefix));
    let mut in_tests = path.contains("/tests/") || path.ends_with("/tests.rs");
    for (line_no, line) in (1..).zip(text.lines()) {
        let code = line.trim_start();
        in_tests |= code.starts_with(TEST_MODULE);
        if code.contains(REMINDER) && !in_tests {
            complaints.push(format!(
                "{path}:{line_no}: a {REMINDER} stands in the test that pins today's wrong answer, nowhere else"
            ));
        }
        if is_skipped_test(code) {
            complaints.push(format!(
                "{path}:{line_no}: an ignored test tests nothing: pin today's wrong answer with a {REMINDER} instead"
            ));
        }
        if let Some(word) =
            WORLD.iter().find(|word| pure && !in_tests && !is_comment(code) && code.contains(**word))
        {
            complaints.push(format!(
                "{path}:{line_no}: `{word}`: this crate opens no file, reads no clock or environment, starts nothing"
            ));
        }
    }
    complaints
}

fn is_data(path: &str) -> bool {
    let stem = path.rsplit('/').next().and_then(|name| name.strip_suffix(".rs")).unwrap_or_default();
    stem.split('_').any(|part| DATA_NAMES.contains(&part))
}

fn is_comment(code: &str) -> bool {
    code.starts_with("//")
}

/// `#[ignore]` in any form, and examples in the documentation that are marked so.
fn is_skipped_test(code: &str) -> bool {
    let doc = code.strip_prefix("///").or_else(|| code.strip_prefix("//!"));
    code.starts_with("#[ignore")
        || (code.starts_with("#[cfg_attr(") && (code.contains(", ignore") || code.contains(",ignore")))
        || doc.is_some_and(|doc| {
            doc.trim_start().strip_prefix("```").is_some_and(|fence| fence.contains("ignore"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(path: &str, text: &str, expected: &str) {
        let complaints = check(path, text);
        assert_eq!(complaints.len(), 1, "{complaints:?}");
        assert!(complaints[0].contains(expected), "{complaints:?}");
    }

    fn none(path: &str, text: &str) {
        assert_eq!(check(path, text), Vec::<String>::new());
    }

    #[test]
    fn paths_of_one_machine_are_caught_but_not_addresses() {
        one("a.md", concat!("see `", "/", "work/notes.md`"), "a.md:1: `/");
        one("a.sh", concat!("\ncd ", "/", "home/ana/src"), "a.sh:2");
        none("a.md", concat!("https://news.example/at", "/", "work/today"));
        none("a.md", concat!("https://news.example", "/", "home/today"));
    }

    #[test]
    fn registry_hosts_are_caught() {
        one(
            "crates/shop/README.md",
            concat!("get it from https://", "crates.io/crates/shop"),
            "a registry host",
        );
        one(".ci/run", concat!("pip install -i https://", "pypi", ".org/simple x"), "a registry host");
    }

    #[test]
    fn long_files_are_caught_unless_they_are_data() {
        let text = "//! x\n".repeat(MAX_LINES);
        one("crates/shop/src/bill.rs", &text, "1000 lines");
        none("crates/shop/src/month_table.rs", &text);
        none("crates/shop/src/words_common.rs", &text);
        one("crates/shop/src/swords.rs", &text, "1000 lines");
        none("crates/shop/src/bill.rs", &"//! x\n".repeat(MAX_LINES - 1));
    }

    #[test]
    fn a_fixme_belongs_to_a_test() {
        let fixme = format!("fn a() {{}}\n// {REMINDER}: later\n");
        one("crates/shop/src/bill.rs", &fixme, "bill.rs:2: a FIX");
        none(
            "crates/shop/src/bill.rs",
            &format!("{TEST_MODULE}\nmod tests {{\n    // {REMINDER}: wrong\n}}\n"),
        );
        none("crates/shop/tests/it/main.rs", &fixme);
    }

    #[test]
    fn ignored_tests_are_caught() {
        one("crates/shop/tests/it.rs", concat!("#[test]\n#[", "ignore = \"slow\"]\nfn a() {}"), "it.rs:2");
        one("crates/shop/src/lib.rs", concat!("/// ```rust,", "ignore\n/// a\n/// ```"), "lib.rs:1");
        none("crates/shop/src/lib.rs", "/// Blank lines are ignored.\nfn a() {}");
    }

    #[test]
    fn the_parser_stays_out_of_the_world() {
        one("crates/parse/src/read.rs", "use std::fs;\n", "`std::fs`");
        one("crates/model/src/stamp.rs", "    let today = Utc::now();\n", "`Utc::now`");
        none("crates/parse/src/read.rs", "// Not std::fs: the caller reads.\n");
        none("crates/cli/src/read.rs", "use std::fs;\n");
    }

    #[test]
    fn other_peoples_words_are_left_alone() {
        assert!(!is_ours("seeds/layout/one-line.txt"));
        assert!(!is_ours("crates/parse/tests/snapshots/seeds__a.snap"));
        assert!(is_ours("crates/parse/README.md"));
    }
}
