//! `wirecopy parse`: documents in, records out.

use crate::args::{ParseArgs, ParseFormat};
use crate::document::Document;
use crate::failure::{Failure, Outcome};
use crate::format::{json, markdown, pretty, text};
use crate::output;
use crate::run::{Frame, Run, parser};
use crate::terminal::{escape_lines, width};

/// Runs the command.
pub(crate) fn run(args: &ParseArgs) -> Result<Outcome, Failure> {
    output::set_color(args.output.color);
    let terminal = args.output.to_terminal();
    let format = args.format.unwrap_or(if terminal { ParseFormat::Pretty } else { ParseFormat::Jsonl });
    let parser = parser(&args.reading, false)?;
    let frame = match format {
        ParseFormat::Json => json::FRAME,
        ParseFormat::Jsonl => Frame::default(),
        ParseFormat::Text => Frame { between: text::BETWEEN, ..Frame::default() },
        ParseFormat::Markdown | ParseFormat::Pretty => Frame { between: "\n", ..Frame::default() },
    };
    let width = width();
    let run = Run {
        inputs: &args.inputs,
        output: &args.output,
        parser,
        frame,
        styled: format == ParseFormat::Pretty,
    };
    run.go(&move |document: &Document<'_>| {
        let records = document.records;
        match format {
            ParseFormat::Json => json::elements(records),
            ParseFormat::Jsonl => json::lines(records),
            ParseFormat::Pretty => pretty::records(document.name, records, width),
            ParseFormat::Text => raw(text::records(records), terminal),
            ParseFormat::Markdown => raw(markdown::records(records), terminal),
        }
    })
}

/// Text as it is in a file or a pipe; on a terminal without the escape sequences that a document may hold.
fn raw(text: Vec<u8>, terminal: bool) -> Vec<u8> {
    if !terminal {
        return text;
    }
    escape_lines(&String::from_utf8_lossy(&text)).into_bytes()
}
