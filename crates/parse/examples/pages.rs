//! Pages of HTML as JSON Lines: of each file the records that are read from it, or with `--lines` what is seen of its
//! lines, from which the prior of pages is learnt.
//!
//! ```sh
//! cargo run --release -p wirecopy-parse --features train --example pages -- [--lines] FOLDER > pages.jsonl
//! ```
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a program for people"
)]

use std::path::PathBuf;
use std::process::ExitCode;

use wirecopy_parse::{Parser, lab};

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let lines = arguments.first().is_some_and(|first| first == "--lines");
    if lines {
        arguments.remove(0);
    }
    let [folder] = arguments.as_slice() else {
        eprintln!("usage: pages [--lines] FOLDER");
        return ExitCode::from(2);
    };
    match run(folder, lines) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(folder: &str, lines: bool) -> Result<(), Box<dyn std::error::Error>> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.sort();
    let parser = Parser::new();
    for path in paths {
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or("").to_owned();
        let bytes = std::fs::read(&path)?;
        let mut answer = if lines {
            lab::page_lines(&String::from_utf8_lossy(&bytes))
        } else {
            let parsed = parser.parse_bytes(&bytes)?;
            let articles: Vec<_> = parsed.articles().collect();
            serde_json::json!({ "articles": articles })
        };
        answer["id"] = name.into();
        println!("{answer}");
    }
    Ok(())
}
