//! `wirecopy stats`: what is in the archive, in figures.

use std::collections::BTreeMap;

use anstyle::{AnsiColor, Style};
use serde_json::json;
use wirecopy_archive::Stats;

use super::args::{StatsArgs, StatsFormat};
use super::{failed, name};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Sink};
use crate::tally::{number, plural, size};
use crate::terminal::{columns, cut, escape, width};

const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();
const BAR: Style = AnsiColor::Cyan.on_default();

/// More months than this are shown as years.
const MONTHS: usize = 36;
/// Rows of a list.
const ROWS: usize = 12;
/// Columns of a name, and of a bar at most.
const NAME: usize = 24;
const LONGEST: usize = 50;

/// Runs the command.
pub(crate) fn run(args: &StatsArgs) -> Result<Outcome, Failure> {
    output::set_color(args.color);
    let archive = args.archive.open()?;
    let stats = archive.stats().map_err(failed)?;
    let mut sink = Sink::stdout(args.format == StatsFormat::Pretty);
    match args.format {
        StatsFormat::Json => sink.write(object(&stats).as_bytes())?,
        StatsFormat::Pretty => sink.write(draw(&name(&archive), &stats, width()).as_bytes())?,
    }
    sink.finish(true)?;
    Ok(Outcome::Fine)
}

fn object(stats: &Stats) -> String {
    let pairs = |list: &[(String, u64)]| -> Vec<serde_json::Value> {
        list.iter().map(|(value, count)| json!({ "value": value, "count": count })).collect()
    };
    let object = json!({
        "records": stats.records,
        "kinds": stats.kinds,
        "months": stats.months,
        "undated": stats.undated,
        "sources": pairs(&stats.sources),
        "languages": pairs(&stats.languages),
        "fields": stats.fields,
        "documents": stats.documents,
        "source_bytes": stats.source_bytes,
        "store_bytes": stats.store_bytes,
        "index_bytes": stats.index_bytes,
        "rejects": stats.rejects,
        "seq": stats.seq,
    });
    format!("{object}\n")
}

fn draw(name: &str, stats: &Stats, width: usize) -> String {
    let mut page = String::new();
    page.push_str(&format!("{BOLD}{}{BOLD:#}\n", escape(name)));
    page.push_str(&format!(
        "{} from {}, {} of text; {} rejected\n",
        plural(stats.records, "record", "records"),
        plural(stats.documents, "document", "documents"),
        size(stats.source_bytes),
        plural(stats.rejects, "document", "documents"),
    ));
    let disk = stats.store_bytes + stats.index_bytes;
    page.push_str(&format!(
        "{} on disk: {} of records and documents, {} of index\n",
        size(disk),
        size(stats.store_bytes),
        size(stats.index_bytes),
    ));
    if stats.records == 0 {
        return page;
    }
    let kinds: Vec<(String, u64)> = stats.kinds.iter().map(|(kind, &n)| (kind.clone(), n)).collect();
    list(&mut page, "Kinds", &kinds, stats.records, width);
    let (title, mut times) = times(&stats.months);
    if stats.undated > 0 {
        times.push(("no date".to_owned(), stats.undated));
    }
    bars(&mut page, title, &times, width);
    list(&mut page, "Sources", &stats.sources, stats.records, width);
    list(&mut page, "Languages", &stats.languages, stats.records, width);
    let mut fields: Vec<(String, u64)> =
        stats.fields.iter().filter(|&(_, &n)| n > 0).map(|(field, &n)| (field.clone(), n)).collect();
    fields.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
    list(&mut page, "Fields", &fields, stats.records, width);
    page
}

/// By month, or by year where there are many.
fn times(months: &BTreeMap<String, u64>) -> (&'static str, Vec<(String, u64)>) {
    if months.len() <= MONTHS {
        return ("By month", months.iter().map(|(month, &n)| (month.clone(), n)).collect());
    }
    let mut years: BTreeMap<String, u64> = BTreeMap::new();
    for (month, n) in months {
        // The year is all before the last hyphen but one that opens it: `-0044-03` is a month too.
        let year =
            month.rsplit_once('-').filter(|(year, _)| !year.is_empty()).map_or(month.as_str(), |(y, _)| y);
        *years.entry(year.to_owned()).or_default() += n;
    }
    ("By year", years.into_iter().collect())
}

/// Values with their counts, and the share of all.
fn list(page: &mut String, title: &str, values: &[(String, u64)], all: u64, width: usize) {
    if values.is_empty() {
        return;
    }
    page.push_str(&format!("\n{BOLD}{title}{BOLD:#}\n"));
    let shown = if title == "Fields" { values.len() } else { ROWS };
    for (value, n) in values.iter().take(shown) {
        let share = n.saturating_mul(100) / all.max(1);
        page.push_str(&format!(
            "{}{:>11}  {DIM}{share:>3} %{DIM:#}\n",
            padded(value, NAME.min(width)),
            number(*n)
        ));
    }
    if values.len() > shown {
        let others = (values.len() - shown) as u64;
        page.push_str(&format!("  {DIM}and {}{DIM:#}\n", plural(others, "other", "others")));
    }
}

/// Counts as bars, the longest as long as there is room.
fn bars(page: &mut String, title: &str, values: &[(String, u64)], width: usize) {
    let Some(most) = values.iter().map(|&(_, n)| n).max().filter(|&most| most > 0) else { return };
    page.push_str(&format!("\n{BOLD}{title}{BOLD:#}\n"));
    let label = values.iter().map(|(value, _)| columns(value)).max().unwrap_or(0) + 2;
    let room = width.saturating_sub(label + 13).clamp(8, LONGEST);
    for (value, n) in values {
        let eighths = n.saturating_mul(room as u64 * 8) / most;
        page.push_str(&format!("{}{:>11}  {BAR}{}{BAR:#}\n", padded(value, label), number(*n), bar(eighths)));
    }
}

/// A bar in eighths of a column; what is there at all can be seen.
fn bar(eighths: u64) -> String {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = usize::try_from(eighths).unwrap_or(0).max(1);
    format!("{}{}", "█".repeat(eighths / 8), PARTS[eighths % 8])
}

fn padded(text: &str, width: usize) -> String {
    let text = escape(text).into_owned();
    let text = cut(&text, width.saturating_sub(2));
    let gap = width.saturating_sub(2 + columns(&text));
    format!("  {text}{}", " ".repeat(gap))
}

#[cfg(test)]
mod tests {
    use anstream::adapter::strip_str;
    use wirecopy_archive::Stats;

    #[test]
    fn figures_are_drawn() {
        let mut stats = Stats { records: 12, documents: 10, undated: 4, ..Stats::default() };
        stats.kinds.insert("article".to_owned(), 12);
        stats.months.insert("2018-07".to_owned(), 8);
        stats.sources = vec![("Hafenbote".to_owned(), 3)];
        stats.fields.insert("headline".to_owned(), 12);
        stats.fields.insert("kicker".to_owned(), 0);
        let drawn = strip_str(&super::draw("/news", &stats, 60)).to_string();
        assert!(drawn.contains("  2018-07          8  ████████"), "{drawn}");
        assert!(drawn.contains("  no date          4  ████"), "{drawn}");
        assert!(drawn.contains("  Hafenbote                       3   25 %"), "{drawn}");
        assert!(drawn.contains("headline") && !drawn.contains("kicker"), "{drawn}");
        let json: serde_json::Value = serde_json::from_str(&super::object(&stats)).unwrap();
        assert_eq!(json["sources"][0]["count"], 3);
    }

    #[test]
    fn many_months_become_years() {
        let months = (0..60).map(|n| (format!("{}-{:02}", 2010 + n / 12, n % 12 + 1), 2)).collect();
        let (title, times) = super::times(&months);
        assert_eq!((title, times.len(), times[0].clone()), ("By year", 5, ("2010".to_owned(), 24)));
    }
}
