//! `wirecopy explain`: a document, what each of its lines was taken for, and why.

mod doubts;
mod fields;
mod gutter;
mod place;

use anstyle::{AnsiColor, Style};
use serde::Serialize;
use wirecopy_model::{Article, LineRole};

use crate::args::{ExplainArgs, ExplainFormat};
use crate::document::Document;
use crate::explain::place::Places;
use crate::failure::{Failure, Outcome};
use crate::format::json;
use crate::output;
use crate::run::{Frame, Run, parser};
use crate::tally::plural;
use crate::terminal::{escape, width};

const PATH: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Runs the command.
pub(crate) fn run(args: &ExplainArgs) -> Result<Outcome, Failure> {
    output::set_color(args.output.color);
    let pretty = args.format == ExplainFormat::Pretty;
    let frame = if pretty { Frame { between: "\n", ..Frame::default() } } else { Frame::default() };
    let parser = parser(&args.reading, true)?;
    let (width, why) = (width(), args.why);
    let run = Run { inputs: &args.inputs, output: &args.output, parser, frame, styled: pretty };
    run.go(&move |document: &Document<'_>| if pretty { draw(document, width, why) } else { line(document) })
}

/// The readable form.
fn draw(document: &Document<'_>, width: usize, why: bool) -> Vec<u8> {
    let mut out = head(document);
    gutter::draw(&mut out, document.parsed, width, why);
    let places = Places::new(document.parsed.layout(), document.parsed.text());
    for record in document.records {
        out.push('\n');
        fields::draw(&mut out, record, document, &places, width);
    }
    let mut drawn = Vec::new();
    for record in document.records {
        for doubt in &record.diagnostics {
            // Two records of one document may share a doubt; it is drawn once.
            if !drawn.contains(&doubt) {
                out.push('\n');
                doubts::draw(&mut out, doubt, document, &places, width);
                drawn.push(doubt);
            }
        }
    }
    out.into_bytes()
}

fn head(document: &Document<'_>) -> String {
    let layout = document.parsed.layout();
    let mut words = vec![
        format!("layout {}", layout.kind.as_str()),
        plural(layout.lines.len() as u64, "line", "lines"),
        plural(document.records.len() as u64, "record", "records"),
    ];
    words.extend(document.parsed.encoding().map(ToOwned::to_owned));
    format!("{PATH}{}{PATH:#} {DIM}· {}{DIM:#}\n\n", escape(document.name), words.join(" · "))
}

/// The colour of a role, on the line and in the gutter.
fn role_style(role: LineRole) -> Style {
    match role {
        LineRole::Headline => AnsiColor::Yellow.on_default().bold(),
        LineRole::Kicker | LineRole::Standfirst => AnsiColor::Yellow.on_default(),
        LineRole::Source | LineRole::Byline | LineRole::Date | LineRole::Meta => AnsiColor::Cyan.on_default(),
        LineRole::Dateline => AnsiColor::Blue.on_default(),
        LineRole::Crosshead => Style::new().bold(),
        LineRole::Caption | LineRole::Credit => AnsiColor::Green.on_default(),
        LineRole::Quote | LineRole::Note => AnsiColor::Magenta.on_default(),
        LineRole::Furniture => DIM,
        _ => Style::new(),
    }
}

/// One document in the form for programs.
#[derive(Serialize)]
struct Explained<'a> {
    path: &'a str,
    layout: &'static str,
    lines: Vec<ExplainedLine>,
    articles: &'a [Article],
}

#[derive(Serialize)]
struct ExplainedLine {
    n: u32,
    role: &'static str,
    confidence: f32,
}

fn line(document: &Document<'_>) -> Vec<u8> {
    let layout = document.parsed.layout();
    let lines = layout.lines.iter().map(|line| ExplainedLine {
        n: line.number,
        role: line.role.as_str(),
        // Three decimals: more would promise more than a score can keep.
        confidence: (line.confidence * 1000.0).round() / 1000.0,
    });
    let explained = Explained {
        path: document.name,
        layout: layout.kind.as_str(),
        lines: lines.collect(),
        articles: document.records,
    };
    let mut out = Vec::new();
    json::append(&mut out, &explained);
    out.push(b'\n');
    out
}
