//! The mean of tables that were learnt from the same documents under other weights of the sets.
//!
//! No one weight of a set of documents is the right one, and what a table says of rare things hangs on it. The sums of all
//! readings are linear in their tables, so the mean of tables reads like a vote of them and costs no more than one.

use std::collections::BTreeMap;

use crate::folds::{Fold, Tables};

/// The mean of each fold's tables over all runs, which have the same folds.
pub(crate) fn of(runs: &[Vec<Fold>]) -> Vec<Fold> {
    let n_folds = runs.iter().map(Vec::len).min().unwrap_or(0);
    (0..n_folds)
        .map(|fold| {
            let runs: Vec<Tables> = runs.iter().map(|folds| folds[fold].tables()).collect();
            let mean = Fold::of(&std::array::from_fn(|table| {
                mean(&runs.iter().map(|tables| tables[table].as_str()).collect::<Vec<_>>())
            }));
            // As it is kept, so that this is what is measured.
            Fold::of(&mean.tables())
        })
        .collect()
}

/// A row of a table: one number, or several with names.
type Row<'a> = Vec<(&'a str, f64)>;

/// The mean of tables, a row or a number that one of them lacks being zero there. Rows and cells keep their order.
fn mean(tables: &[&str]) -> String {
    let share = 1.0 / tables.iter().map(|_| 1.0).sum::<f64>();
    let mut order: Vec<&str> = Vec::new();
    let mut rows: BTreeMap<&str, Row<'_>> = BTreeMap::new();
    for table in tables {
        let read: Vec<(&str, Row<'_>)> = table.lines().filter_map(row).collect();
        merge(&mut order, read.iter().map(|(name, _)| *name));
        for (name, cells) in read {
            let sum = rows.entry(name).or_default();
            let mut names: Vec<&str> = sum.iter().map(|cell| cell.0).collect();
            merge(&mut names, cells.iter().map(|cell| cell.0));
            let value =
                |row: &Row<'_>, name| row.iter().find(|cell| cell.0 == name).map_or(0.0, |cell| cell.1);
            *sum =
                names.iter().map(|name| (*name, value(sum, *name) + value(&cells, *name) * share)).collect();
        }
    }
    let mut written = String::new();
    for name in order {
        let cells: Vec<String> = rows[name]
            .iter()
            .map(|(cell, value)| (cell, value.round()))
            .filter(|(cell, value)| cell.is_empty() || *value != 0.0)
            .map(
                |(cell, value)| {
                    if cell.is_empty() { format!("{value:.0}") } else { format!("{cell}={value:.0}") }
                },
            )
            .collect();
        if !cells.is_empty() {
            written.push_str(&format!("{name}\t{}\n", cells.join(" ")));
        }
    }
    written
}

/// A row's name and its numbers; a number without a name stands under the empty one.
fn row(line: &str) -> Option<(&str, Row<'_>)> {
    let (name, cells) = line.split_once('\t')?;
    let cells = cells.split(' ').filter_map(|cell| {
        let (name, value) = cell.rsplit_once('=').unwrap_or(("", cell));
        Some((name, value.parse().ok()?))
    });
    Some((name, cells.collect()))
}

/// Puts names that are not yet in a list behind those they follow.
fn merge<'a>(list: &mut Vec<&'a str>, names: impl Iterator<Item = &'a str>) {
    let mut at = 0;
    for name in names {
        if let Some(place) = list.iter().position(|known| *known == name) {
            at = place + 1;
        } else {
            list.insert(at, name);
            at += 1;
        }
    }
}
