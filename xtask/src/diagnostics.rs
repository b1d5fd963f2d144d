//! The table of diagnostic codes, made from the one place that declares them.

use std::fs;

use anyhow::{Context, Result};

use crate::schema::first_difference;
use crate::workspace::Workspace;

/// Where the codes are declared.
const SOURCE: &str = "crates/model/src/diagnostic.rs";

/// Where they are documented.
const TABLE: &str = "crates/parse/DIAGNOSTICS.md";

const INTRODUCTION: &str = "# Diagnostics\n\n\
    Every doubt that reading a document can raise. Codes are stable; a message may change its words.\n\n\
    | code | severity | meaning |\n| --- | --- | --- |\n";

/// One declared code.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    code: String,
    severity: String,
    meaning: String,
}

/// Writes the table, or says whether the committed one is current.
pub(crate) fn run(workspace: &Workspace, check: bool) -> Result<bool> {
    if check {
        let complaint = complaint(workspace)?;
        if let Some(complaint) = &complaint {
            println!("error: {complaint}");
        }
        return Ok(complaint.is_none());
    }
    fs::write(workspace.root.join(TABLE), made(workspace)?)?;
    println!("wrote {TABLE}");
    Ok(true)
}

/// What is wrong with the committed table, if anything.
pub(crate) fn complaint(workspace: &Workspace) -> Result<Option<String>> {
    let made = made(workspace)?;
    let found = fs::read_to_string(workspace.root.join(TABLE)).unwrap_or_default();
    Ok(first_difference(&found, &made).map(|(line, found, made)| {
        format!(
            "{TABLE}:{line}: is not what {SOURCE} declares: found `{found}`, expected `{made}`: \
             `cargo xtask diagnostics`"
        )
    }))
}

fn made(workspace: &Workspace) -> Result<String> {
    let source =
        fs::read_to_string(workspace.root.join(SOURCE)).with_context(|| format!("cannot read {SOURCE}"))?;
    Ok(table(&rows(&source)?))
}

/// Reads the lines `NAME "code" Severity "Meaning."` between `codes! {` and its closing brace.
fn rows(source: &str) -> Result<Vec<Row>> {
    let (_, block) = source.split_once("\ncodes! {").with_context(|| format!("no `codes!` in {SOURCE}"))?;
    let (block, _) =
        block.split_once("\n}").with_context(|| format!("`codes!` is not closed in {SOURCE}"))?;
    // What comments quote is no code.
    let code: Vec<&str> = block.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    // Split at quotes, not at lines: the formatter leaves macros alone, and a meaning may stand on a line of its own.
    let mut parts = code.split('"').map(str::trim);
    let mut rows = Vec::new();
    while let (Some(_name), Some(code), Some(severity), Some(meaning)) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    {
        rows.push(Row { code: code.to_owned(), severity: severity.to_owned(), meaning: meaning.to_owned() });
    }
    anyhow::ensure!(!rows.is_empty(), "no code between the braces of `codes!` in {SOURCE}");
    Ok(rows)
}

fn table(rows: &[Row]) -> String {
    let mut text = INTRODUCTION.to_owned();
    for Row { code, severity, meaning } in rows {
        text.push_str(&format!(
            "| `{code}` | {} | {} |\n",
            severity.to_lowercase(),
            meaning.replace('|', "\\|")
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_rows() {
        let source = "macro_rules! codes {\n    () => {};\n}\n\ncodes! {\n    // What \"torn\" means:\n    TORN_PAGE \"torn-page\" Warning \"A page is torn.\"\n    \
                      WET_INK \"wet-ink\" Info\n        \"The ink is wet | wet.\"\n}\n";
        let rows = rows(source).unwrap();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[1].severity, "Info");
        let table = table(&rows);
        assert!(table.ends_with(
            "| `torn-page` | warning | A page is torn. |\n| `wet-ink` | info | The ink is wet \\| wet. |\n"
        ));
    }

    #[test]
    fn a_source_without_codes_is_an_error() {
        assert!(rows("fn main() {}").is_err());
        assert!(rows("\ncodes! {\n}\n").is_err());
    }
}
