//! Prints the headline of every article in a file, with its date.
//!
//! `cargo run -p wirecopy-parse --example headlines -- FILE`, or with the text on standard input.

use std::io::Read;

use wirecopy_parse::Parser;

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a program, not part of the library")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let bytes = match std::env::args_os().nth(1) {
        Some(path) => std::fs::read(path)?,
        None => {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes)?;
            bytes
        }
    };
    let parsed = Parser::new().parse_bytes(&bytes)?;
    for article in parsed.articles() {
        let headline = article.headline().unwrap_or("(no headline)");
        // What the text says and nothing more: a year alone stays a year, a date that is not settled its words.
        let stamp = article.published.as_ref().or(article.updated.as_ref());
        let date = stamp.map(|stamp| stamp.iso().unwrap_or_else(|| stamp.raw.clone()));
        println!("{}\t{}\t{headline}", article.kind.as_str(), date.as_deref().unwrap_or("-"));
    }
    Ok(())
}
