//! Both are asked the same, and what each answer costs is written down.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;

use rusqlite::{Connection, params_from_iter};
use wirecopy_archive::Archive;

use crate::clock;
use crate::fts5;
use crate::kinds::{Question, kinds};

/// Times that each question is asked, after once that is not counted.
const ROUNDS: usize = 5;

/// Builds the database and asks.
pub(crate) fn run(archive: &Archive, database: &Path) -> Result<(), Box<dyn Error>> {
    let beside = fts5::build(archive, database)?;
    let kinds = kinds(archive, &beside)?;
    println!();
    println!(
        "{:32} {:>18} {:>18} {:>16}",
        "CPU ms of one thread, 10 hits", "wirecopy p50 / p99", "FTS5 p50 / p99", "FTS5 : wirecopy"
    );
    let mut slower = Vec::new();
    for (kind, questions) in &kinds {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        let mut found = (0, 0);
        for round in 0..=ROUNDS {
            for question in questions {
                let before = clock::thread();
                let page = black_box(archive.search(&question.request)?);
                let between = clock::thread();
                let rows = black_box(ask(&beside, question)?);
                if round > 0 {
                    ours.push((between - before) * 1e3);
                    theirs.push((clock::thread() - between) * 1e3);
                }
                found = (found.0 + page.hits.len(), found.1 + rows);
            }
        }
        if found.0 == 0 || found.1 == 0 {
            return Err(format!("{kind}: nothing was found ({found:?})").into());
        }
        let (ours, theirs) = (Spread::of(ours), Spread::of(theirs));
        let ratio = (theirs.p50 / ours.p50, theirs.p99 / ours.p99);
        println!(
            "{kind:32} {:>9.2} / {:>6.2} {:>9.2} / {:>6.2} {:>8.1} / {:>5.1}",
            ours.p50, ours.p99, theirs.p50, theirs.p99, ratio.0, ratio.1
        );
        if ratio.0 < 1.0 || ratio.1 < 1.0 || ours.p50 >= 2.5 {
            slower.push(*kind);
        }
    }
    if slower.is_empty() {
        println!("never slower, and every median below 2.5 ms");
    } else {
        println!("slower, or with a median of 2.5 ms or more: {}", slower.join(", "));
    }
    Ok(())
}

/// The median, and what 99 of 100 answers stay below.
struct Spread {
    p50: f64,
    p99: f64,
}

impl Spread {
    fn of(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self { p50: times[times.len() / 2], p99: times[(times.len() * 99 / 100).min(times.len() - 1)] }
    }
}

/// Asks FTS5: the ten best with snippets, and what else is wanted. Gives how many rows came.
fn ask(beside: &Connection, question: &Question) -> Result<usize, rusqlite::Error> {
    let mut values: Vec<String> = Vec::new();
    let mut conditions = Vec::new();
    if !question.fts.is_empty() {
        conditions.push("fts match ?".to_owned());
        values.push(question.fts.clone());
    }
    if let Some((from, to)) = &question.dates {
        conditions.push("article.published >= ? and article.published < ?".to_owned());
        values.extend([from.clone(), to.clone()]);
    }
    let conditions = conditions.join(" and ");
    let join = "fts join article on article.key = fts.rowid";
    let (what, tables, order) = match (question.fts.is_empty(), &question.dates) {
        (true, _) => {
            ("article.id, article.headline, substr(fts.body, 1, 240)", join, "article.published desc")
        }
        (false, Some(_)) => {
            ("article.id, article.headline, snippet(fts, 1, '[', ']', '…', 40)", join, "fts.rank")
        }
        (false, None) => ("fts.rowid, fts.headline, snippet(fts, 1, '[', ']', '…', 40)", "fts", "rank"),
    };
    let mut n = rows(
        beside,
        &format!("select {what} from {tables} where {conditions} order by {order} limit 10"),
        &values,
    )?;
    if question.facets {
        let tables = if question.fts.is_empty() { "article" } else { join };
        n += rows(
            beside,
            &format!(
                "with found as materialized (select article.source, article.month from {tables} where {conditions}) \
                 select 0, source, count(*) from found group by source \
                 union all select 1, month, count(*) from found group by month"
            ),
            &values,
        )?;
    } else if question.count {
        n += rows(beside, &format!("select count(*) from {tables} where {conditions}"), &values)?;
    }
    Ok(n)
}

fn rows(beside: &Connection, sql: &str, values: &[String]) -> Result<usize, rusqlite::Error> {
    let mut statement = beside.prepare_cached(sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut n = 0;
    while let Some(row) = rows.next()? {
        black_box(row.get_ref(1).is_ok());
        n += 1;
    }
    Ok(n)
}
