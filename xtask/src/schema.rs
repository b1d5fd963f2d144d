//! The JSON Schema of the record, kept beside the model that it is made from.

use std::fs;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::workspace::Workspace;

/// The committed schema, below the root of the workspace.
const COMMITTED: &str = "crates/model/schema/wirecopy-1.schema.json";

/// Writes the schema, or says whether the committed one is current.
pub(crate) fn run(workspace: &Workspace, check: bool) -> Result<bool> {
    let sh = workspace.shell()?;
    let mut made = cmd!(sh, "cargo run --quiet --package wirecopy -- schema")
        .quiet()
        .read()
        .context("no schema was made")?;
    serde_json::from_str::<serde_json::Value>(&made).context("`wirecopy schema` printed no JSON")?;
    // Reading strips the last line feed; a text file ends with one.
    made.push('\n');
    let path = workspace.root.join(COMMITTED);
    if !check {
        let folder = path.parent().context("the schema has no folder")?;
        fs::create_dir_all(folder)?;
        fs::write(&path, made)?;
        println!("wrote {COMMITTED}");
        return Ok(true);
    }
    let Ok(found) = fs::read_to_string(&path) else { bail!("{COMMITTED} is missing: `cargo xtask schema`") };
    match first_difference(&found, &made) {
        None => Ok(true),
        Some((line, found, made)) => {
            println!("error: {COMMITTED} is out of date from line {line}: `cargo xtask schema`");
            println!("  committed: {found}\n  model:     {made}");
            Ok(false)
        }
    }
}

/// The first line in which two texts differ, counted from 1, with both its forms.
pub(crate) fn first_difference<'t>(found: &'t str, made: &'t str) -> Option<(usize, &'t str, &'t str)> {
    // A checkout may have turned line feeds into CRLF; `lines` takes both.
    let (mut left, mut right) = (found.lines(), made.lines());
    for line in 1.. {
        match (left.next(), right.next()) {
            (None, None) => return None,
            (a, b) if a == b => {}
            (a, b) => return Some((line, a.unwrap_or("(end)"), b.unwrap_or("(end)"))),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_is_shown() {
        assert_eq!(first_difference("a\r\nb\r\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some((2, "b", "c")));
        assert_eq!(first_difference("a\n", "a\nb\n"), Some((2, "(end)", "b")));
    }
}
