//! `wirecopy explain`: a document, what each of its lines was taken for, and why.

mod doubts;
mod fields;
mod gutter;
mod place;

use std::collections::{BTreeMap, HashSet};

use anstyle::{AnsiColor, Style};
use serde::Serialize;
use wirecopy_model::{Article, LineRole};
use wirecopy_parse::Decision;

use crate::args::{ExplainArgs, ExplainFormat};
use crate::document::Document;
use crate::explain::place::Places;
use crate::failure::{Failure, Outcome};
use crate::format::json;
use crate::output;
use crate::run::{Frame, Run, parser};
use crate::tally::plural;
use crate::terminal::{columns, escape, width};

const PATH: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Runs the command.
pub(crate) fn run(args: &ExplainArgs) -> Result<Outcome, Failure> {
    output::set_color(args.output.color);
    let format = args.format;
    let frame = match format {
        ExplainFormat::Pretty => Frame { between: "\n", ..Frame::default() },
        ExplainFormat::Json => json::FRAME,
        ExplainFormat::Jsonl => Frame::default(),
    };
    let parser = parser(&args.reading, true)?;
    let (width, why) = (width(), args.why);
    let styled = format == ExplainFormat::Pretty;
    let run = Run { inputs: &args.inputs, output: &args.output, parser, frame, styled };
    run.go(&move |document: &Document<'_>| match format {
        ExplainFormat::Pretty => draw(document, width, why),
        ExplainFormat::Json => object(document),
        ExplainFormat::Jsonl => {
            let mut line = object(document);
            line.push(b'\n');
            line
        }
    })
}

/// The readable form.
fn draw(document: &Document<'_>, width: usize, why: bool) -> Vec<u8> {
    let mut out = head(document, width);
    gutter::draw(&mut out, document.parsed, width, why);
    let places = Places::new(document.parsed.layout(), document.parsed.text());
    // Grouped once: an export may hold thousands of records.
    let mut decisions = BTreeMap::<u32, Vec<&Decision>>::new();
    for decision in document.parsed.decisions() {
        decisions.entry(decision.record).or_default().push(decision);
    }
    for record in document.records {
        out.push('\n');
        let decisions = decisions.get(&record.record).map_or(&[][..], Vec::as_slice);
        fields::draw(&mut out, record, decisions, &places, width);
    }
    let mut drawn = HashSet::new();
    for record in document.records {
        for doubt in &record.diagnostics {
            // Two records of one document may share a doubt; it is drawn once.
            if drawn.insert(doubt) {
                out.push('\n');
                doubts::draw(&mut out, doubt, document, &places, width);
            }
        }
    }
    out.into_bytes()
}

/// The name of the document and how it is laid out, on two lines where one is too short.
fn head(document: &Document<'_>, width: usize) -> String {
    let layout = document.parsed.layout();
    let mut words = vec![
        format!("layout {}", layout.kind.as_str()),
        plural(layout.lines.len() as u64, "line", "lines"),
        plural(document.records.len() as u64, "record", "records"),
    ];
    words.extend(document.parsed.encoding().map(ToOwned::to_owned));
    let (name, words) = (escape(document.name), words.join(" · "));
    let gap = if columns(&name) + columns(&words) + 3 > width { "\n" } else { " · " };
    format!("{PATH}{name}{PATH:#}{DIM}{gap}{words}{DIM:#}\n\n")
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

fn object(document: &Document<'_>) -> Vec<u8> {
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
    out
}
