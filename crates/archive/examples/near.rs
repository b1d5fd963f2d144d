//! Finds the copies among texts, without an archive: lines of `{"id", "text"}` on standard input, `{"id", "cluster"}` on
//! standard output, so that it can be scored, and how long it took on standard error.
//!
//! Options are set by name, to see what each guard is worth: `spread=0 support=0`.
#![expect(clippy::print_stderr, reason = "a program, not part of the library")]

use std::io::{self, BufRead, Write};
use std::time::Instant;

use serde_json::{Value, json};
use wirecopy_archive::near::{Index, Options};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut options = Options::default();
    for argument in std::env::args().skip(1) {
        let (name, value) = argument.split_once('=').ok_or("options are name=value")?;
        match name {
            "max_stories" => options.max_stories = value.parse()?,
            "min_shingles" => options.min_shingles = value.parse()?,
            "whole" => options.whole = value.parse()?,
            "edited" => options.edited = value.parse()?,
            "spread" => options.spread = value.parse()?,
            "overlap" => options.overlap = value.parse()?,
            "support" => options.support = value.parse()?,
            _ => return Err(format!("no option is called {name}").into()),
        }
    }
    let mut index = Index::new(options);
    let mut ids = Vec::new();
    let mut spent = std::time::Duration::ZERO;
    for line in io::stdin().lock().lines() {
        let text: Value = serde_json::from_str(&line?)?;
        let begun = Instant::now();
        index.add(text["text"].as_str().unwrap_or_default());
        spent += begun.elapsed();
        ids.push(text["id"].clone());
    }
    let begun = Instant::now();
    let members = index.clusters();
    spent += begun.elapsed();
    let mut out = io::stdout().lock();
    for (id, member) in ids.iter().zip(members) {
        writeln!(out, "{}", json!({ "id": id, "cluster": member.cluster }))?;
    }
    let speed = ids.len() as f64 / spent.as_secs_f64().max(1e-9);
    eprintln!("{} texts in {:.0} ms, {speed:.0} a second", ids.len(), spent.as_secs_f64() * 1000.0);
    Ok(())
}
