//! Prints a text behind a gutter: the role of each line, and how sure that is.
//!
//! `cargo run -p wirecopy-parse --example outline -- FILE`, or with the text on standard input.

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
    let layout = parsed.layout();
    println!("layout {}", layout.kind.as_str());
    for line in &layout.lines {
        let text = line.span.text(parsed.text()).unwrap_or_default();
        println!("{:>5} {:10} {:.2} | {text}", line.number, line.role.as_str(), line.confidence);
    }
    Ok(())
}
