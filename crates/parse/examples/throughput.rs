//! How fast the library reads, apart from files and output: every file is in memory before the clock starts.
//!
//! `cargo run --release -p wirecopy-parse --example throughput -- [--rounds N] PATH...`, where a folder stands for all
//! `.txt` files below it. Prints the median of the rounds, one `name value` a line.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{fs, io};

use wirecopy_parse::Parser;

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a program, not part of the library")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut rounds = 3_usize;
    let mut paths = Vec::new();
    let mut words = std::env::args_os().skip(1);
    while let Some(word) = words.next() {
        if word == "--rounds" {
            let count = words.next().ok_or("--rounds wants a number")?;
            rounds = count.to_string_lossy().parse::<usize>()?.max(1);
        } else {
            collect(Path::new(&word), &mut paths)?;
        }
    }
    let documents = paths.iter().map(fs::read).collect::<io::Result<Vec<_>>>()?;
    let n_bytes: usize = documents.iter().map(Vec::len).sum();
    let parser = Parser::new();
    let mut n_articles = 0;
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            // What is no text is refused, and that is part of the work.
            let read = documents.iter().filter_map(|bytes| parser.parse_bytes(bytes).ok());
            n_articles = read.map(|parsed| black_box(parsed).articles().len()).sum();
            start.elapsed()
        })
        .collect();
    times.sort();
    let seconds = times[rounds / 2].as_secs_f64();
    // Counts of bytes and articles are far below 2^52, where a float is exact.
    let per_second = |count: usize| count as f64 / seconds;
    println!("documents {}", documents.len());
    println!("bytes {n_bytes}");
    println!("articles {n_articles}");
    println!("seconds {seconds:.4}");
    println!("mb_per_second {:.2}", per_second(n_bytes) / 1e6);
    println!("articles_per_second {:.0}", per_second(n_articles));
    Ok(())
}

/// Adds a file, or the `.txt` files below a folder in the order of their names.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
fn collect(path: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        found.push(path.to_path_buf());
        return Ok(());
    }
    let mut inside = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    inside.sort();
    for path in inside {
        if path.is_dir() || path.extension().is_some_and(|extension| extension == "txt") {
            collect(&path, found)?;
        }
    }
    Ok(())
}
