//! The parser's answers on the seeds, drawn: an outline and the record of each.
//!
//! A group is one test, but each seed reports on its own: one that changed does not hide the next.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

use wirecopy_parse::Parsed;
use wirecopy_parse::model::Diagnostic;

use crate::{expectations, seed};

/// Longest part of a line that an outline shows, in characters.
const WIDTH: usize = 100;
/// Lines of a long document that an outline shows at its start and at its end.
const HEAD: usize = 60;
const TAIL: usize = 10;

macro_rules! groups {
    ($($test:ident $group:literal)*) => {
        $(#[test]
        fn $test() {
            snapshots($group);
        })*

        #[test]
        fn no_group_is_left_out() {
            let tested = [$($group),*];
            let missing: Vec<String> = seed::all()
                .into_iter()
                .filter(|seed| !tested.contains(&seed.group()))
                .map(|seed| seed.name)
                .collect();
            assert!(missing.is_empty(), "name their folders in the list of groups: {missing:?}");
        }
    };
}

groups! {
    top ""
    body "body"
    captions "captions"
    datelines "datelines"
    dates "dates"
    encoding "encoding"
    furniture "furniture"
    header "header"
    hostile "hostile"
    html "html"
    kinds "kinds"
    languages "languages"
    layout "layout"
}

fn snapshots(group: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut changed = Vec::new();
    for seed in seed::all().iter().filter(|seed| seed.group() == group) {
        let parsed = seed.parse();
        let path = seed.name.replace('/', "__");
        let wrong = expectations::known(&seed.name);
        for (what, drawn) in [("outline", outline(&parsed)), ("record", record(&parsed))] {
            let name = format!("{path}.{what}");
            // Drawn all the same, so that a change shows; but nobody shall take it for what a reader would say.
            let drawn = if wrong.is_empty() {
                drawn
            } else {
                format!("KNOWN TO BE WRONG: {}\n\n{drawn}", wrong.join(", "))
            };
            let compare = || settings.bind(|| insta::assert_snapshot!(name.clone(), drawn));
            if catch_unwind(AssertUnwindSafe(compare)).is_err() {
                changed.push(name);
            }
        }
    }
    assert!(changed.is_empty(), "{} snapshots differ: {}", changed.len(), changed.join(", "));
}

/// Every line behind a gutter with its role; blank lines keep their place.
fn outline(parsed: &Parsed<'_>) -> String {
    let layout = parsed.layout();
    let mut drawn = format!("layout: {}\n", layout.kind.as_str());
    let n = layout.lines.len();
    let shown = |i: usize| n <= HEAD + TAIL + 1 || i < HEAD || i + TAIL >= n;
    let mut before = 0;
    let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
    for (i, line) in layout.lines.iter().enumerate() {
        let blank = line.number - before - 1;
        before = line.number;
        if !shown(i) {
            *left_out.entry(line.role.as_str()).or_default() += 1;
            continue;
        }
        if !left_out.is_empty() {
            let counts: Vec<_> = left_out.iter().map(|(role, n)| format!("{n} {role}")).collect();
            writeln!(drawn, "           … {}", counts.join(", ")).unwrap();
            left_out.clear();
        }
        match blank {
            0 => {}
            1 => drawn.push_str("           |\n"),
            _ => writeln!(drawn, "           | ({blank} blank lines)").unwrap(),
        }
        let text = visible(line.span.text(parsed.text()).unwrap());
        writeln!(drawn, "{:>10} | {text}", line.role.as_str()).unwrap();
    }
    drawn
}

/// A line on which nothing hides, cut where it gets long.
fn visible(line: &str) -> String {
    let mut drawn = String::new();
    for c in line.chars().take(WIDTH) {
        let hidden = c.is_control()
            || (c.is_whitespace() && c != ' ')
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}');
        if hidden {
            write!(drawn, "⟨{:04X}⟩", u32::from(c)).unwrap();
        } else {
            drawn.push(c);
        }
    }
    let rest = line.chars().count().saturating_sub(WIDTH);
    if rest > 0 {
        write!(drawn, "… (+{rest})").unwrap();
    }
    // A blank at the end is content that an editor would strip from the snapshot.
    match drawn.strip_suffix(' ') {
        Some(inner) => format!("{inner}⟨0020⟩"),
        None => drawn,
    }
}

/// The records as JSON, then what was doubtful, one line each.
fn record(parsed: &Parsed<'_>) -> String {
    let mut drawn = String::new();
    for article in parsed.articles() {
        drawn.push_str(&serde_json::to_string_pretty(article).unwrap());
        drawn.push('\n');
    }
    let mut draw = |whose: &str, diagnostic: &Diagnostic| {
        let place = diagnostic.span.map_or_else(String::new, |span| {
            let (line, column) = span.line_column(parsed.text());
            format!(" at {line}:{column}")
        });
        writeln!(drawn, "{whose}{place}: {diagnostic}").unwrap();
        if let Some(help) = &diagnostic.help {
            writeln!(drawn, "  help: {help}").unwrap();
        }
    };
    for diagnostic in parsed.diagnostics() {
        draw("document", diagnostic);
    }
    for article in parsed.articles() {
        for diagnostic in &article.diagnostics {
            draw(&format!("record {}", article.record), diagnostic);
        }
    }
    drawn
}

#[test]
fn an_outline_shows_what_hides_and_cuts_what_is_long() {
    let text = format!("\u{feff}a\u{200b}b\tc \n\n\n\n{}\n", "x".repeat(130));
    let parsed = wirecopy_parse::parse(&text);
    let lines: Vec<String> = outline(&parsed).lines().skip(1).map(|line| line[10..].to_owned()).collect();
    assert!(lines[0].ends_with("a⟨200B⟩b⟨0009⟩c⟨0020⟩"), "{lines:?}");
    assert_eq!(lines[1], " | (3 blank lines)");
    assert!(lines[2].ends_with("x… (+30)"), "{lines:?}");
}
