//! What is in the archive, as pictures.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use wirecopy_archive::Stats;

use super::chart::{Tick, fill, ticks};
use super::shell::{Place, Shell, respond};
use super::url::Params;
use super::words;
use crate::problem::Problem;
use crate::shelf::Shelf;

/// Rows of a table of sources or languages.
const ROWS: usize = 15;

/// Years beyond which months would be too thin to tell apart.
const MAX_YEARS_OF_MONTHS: i32 = 15;

#[derive(Template)]
#[template(path = "stats.html")]
struct StatsPage {
    shell: Shell,
    tiles: Vec<(String, &'static str)>,
    per: &'static str,
    time: Vec<TimeBar>,
    width: usize,
    ticks: Vec<Tick>,
    peak: String,
    undated: Option<String>,
    charts: Vec<Chart>,
    empty: bool,
}

struct TimeBar {
    words: String,
    address: String,
    x: usize,
    y: u64,
    height: u64,
}

/// A table whose rows are bars.
struct Chart {
    heading: &'static str,
    sub: String,
    /// Whether a bar is a share of a whole, whose rest is drawn too.
    shares: bool,
    rows: Vec<Row>,
}

struct Row {
    label: String,
    address: Option<String>,
    /// Length of the bar in thousandths.
    length: u64,
    figure: String,
}

pub(super) fn page(archive: &Shelf) -> Result<Response, Problem> {
    Ok(respond(StatusCode::OK, &draw(&archive.stats()?)))
}

fn draw(stats: &Stats) -> StatsPage {
    let (per, time, ticks, peak) = over_time(stats);
    StatsPage {
        shell: Shell::new("Stats", Place::Stats),
        tiles: tiles(stats),
        per,
        width: time.len() * 10,
        time,
        ticks,
        peak,
        undated: (stats.undated > 0)
            .then(|| words::counted(stats.undated, "article has no date", "articles have no date")),
        charts: vec![completeness(stats), sources(stats), languages(stats), kinds(stats)]
            .into_iter()
            .filter(|chart| !chart.rows.is_empty())
            .collect(),
        empty: stats.records == 0,
    }
}

fn tiles(stats: &Stats) -> Vec<(String, &'static str)> {
    let mut tiles = vec![
        (words::figure(stats.records), "records"),
        (words::figure(stats.documents), "documents"),
        (words::figure(stats.sources.len() as u64), "sources"),
        (words::figure(stats.languages.len() as u64), "languages"),
        (words::bytes(stats.source_bytes), "as they came"),
        (words::bytes(stats.store_bytes.saturating_add(stats.index_bytes)), "on disk, store and index"),
    ];
    if stats.rejects > 0 {
        tiles.push((words::figure(stats.rejects), "not taken"));
    }
    tiles
}

type OverTime = (&'static str, Vec<TimeBar>, Vec<Tick>, String);

/// Months, or years where months would be too many.
fn over_time(stats: &Stats) -> OverTime {
    let year = |month: Option<&String>| month?.split('-').next()?.parse::<i32>().ok();
    let ends = year(stats.months.keys().next()).zip(year(stats.months.keys().next_back()));
    let mut series = fill(stats.months.iter().map(|(month, count)| (month.as_str(), *count)));
    if ends.is_some_and(|(first, last)| last - first >= MAX_YEARS_OF_MONTHS) {
        let mut years: Vec<(String, u64)> = Vec::new();
        for (month, count) in &stats.months {
            let year = month.split('-').next().unwrap_or(month);
            match years.last_mut() {
                Some((last, sum)) if last == year => *sum += count,
                _ => years.push((year.to_owned(), *count)),
            }
        }
        series = fill(years.iter().map(|(year, count)| (year.as_str(), *count)));
    }
    let most = series.bars.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let bars: Vec<TimeBar> = series
        .bars
        .iter()
        .enumerate()
        .map(|(i, (label, count))| {
            let height = if *count == 0 { 0 } else { (count * 100 / most).max(2) };
            TimeBar {
                words: format!("{}: {}", words::period(label), words::counted(*count, "article", "articles")),
                address: Params::default().with("from", label.as_str()).with("to", label.as_str()).at("/"),
                x: i * 10,
                y: 100 - height,
                height,
            }
        })
        .collect();
    (series.per, bars, ticks(&series), words::figure(most))
}

/// Fields in the order of a page, with their names.
const FIELDS: [(&str, &str); 15] = [
    ("headline", "Headline"),
    ("kicker", "Kicker"),
    ("standfirst", "Standfirst"),
    ("source", "Source"),
    ("bylines", "Byline"),
    ("published", "Published"),
    ("updated", "Updated"),
    ("dateline", "Dateline"),
    ("section", "Section"),
    ("figures", "Pictures"),
    ("body", "Body"),
    ("notes", "Notes"),
    ("keywords", "Keywords"),
    ("language", "Language"),
    ("url", "Address"),
];

fn completeness(stats: &Stats) -> Chart {
    let row = |(field, name): (&str, &str)| {
        let count = *stats.fields.get(field)?;
        let percent = words::percent(count, stats.records);
        Some(Row {
            label: name.to_owned(),
            address: None,
            length: (count.saturating_mul(1000) / stats.records.max(1)).min(1000),
            figure: format!("{percent}%"),
        })
    };
    Chart {
        heading: "Completeness",
        sub: "Share of the records that have a field. An article without a byline may have been printed so."
            .to_owned(),
        shares: true,
        rows: FIELDS.into_iter().filter_map(row).collect(),
    }
}

fn sources(stats: &Stats) -> Chart {
    Chart {
        heading: "Sources",
        sub: top(stats.sources.len(), "source", "sources"),
        shares: false,
        rows: rows("source", stats.sources.iter().map(|(name, count)| (name.as_str(), *count))),
    }
}

fn languages(stats: &Stats) -> Chart {
    Chart {
        heading: "Languages",
        sub: top(stats.languages.len(), "language", "languages"),
        shares: false,
        rows: rows("language", stats.languages.iter().map(|(code, count)| (code.as_str(), *count))),
    }
}

fn kinds(stats: &Stats) -> Chart {
    let mut kinds: Vec<(&str, u64)> =
        stats.kinds.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Chart {
        heading: "Kinds",
        sub: "A stub is a teaser of a sentence or two; not every page is an article.".to_owned(),
        shares: false,
        rows: rows("kind", kinds.into_iter()),
    }
}

fn top(n: usize, one: &str, many: &str) -> String {
    if n > ROWS {
        format!("The {ROWS} most frequent of {}.", words::counted_len(n, one, many))
    } else {
        format!("{}, most frequent first.", words::counted_len(n, one, many))
    }
}

fn rows<'a>(field: &str, counts: impl Iterator<Item = (&'a str, u64)>) -> Vec<Row> {
    let counts: Vec<(&str, u64)> = counts.take(ROWS).collect();
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    counts
        .into_iter()
        .map(|(value, count)| Row {
            label: match field {
                "language" => words::language(value).to_owned(),
                "kind" => words::plain(value),
                _ => value.to_owned(),
            },
            address: Some(Params::default().with(field, value).at("/")),
            length: (count.saturating_mul(1000) / most).max(4),
            figure: words::figure(count),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use askama::Template;
    use wirecopy_archive::Stats;

    use super::draw;

    fn stats() -> Stats {
        Stats {
            records: 1200,
            months: [("2018-06".to_owned(), 1000), ("2018-09".to_owned(), 100)].into(),
            undated: 100,
            sources: vec![("<b>Ems</b>".to_owned(), 700), ("dpa".to_owned(), 1)],
            languages: vec![("de".to_owned(), 1200)],
            fields: [("headline".to_owned(), 1199), ("bylines".to_owned(), 3)].into(),
            documents: 1100,
            ..Stats::default()
        }
    }

    #[test]
    fn figures_are_drawn_and_names_are_text() {
        let html = draw(&stats()).render().unwrap();
        for words in
            ["1,200", "June 2018: 1,000 articles", "July 2018: 0 articles", "German", ">99%<", ">1%<"]
        {
            assert!(html.contains(words), "{words}: {html}");
        }
        assert!(html.contains("100 articles have no date"), "{html}");
        assert!(!html.contains("<b>Ems"), "{html}");
    }

    #[test]
    fn many_months_are_drawn_as_years() {
        let months = (1900..2020).map(|year| (format!("{year}-05"), 2)).collect();
        let page = draw(&Stats { records: 240, months, ..Stats::default() });
        assert_eq!((page.per, page.time.len()), ("year", 120));
    }

    #[test]
    fn an_empty_archive_has_a_page() {
        assert!(draw(&Stats::default()).render().unwrap().contains("The archive is empty"));
    }
}
