//! What other programs want to know of this one: the record's schema, completion scripts, manual pages.

use std::fs;

use clap::CommandFactory;
use clap_mangen::Man;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use wirecopy_model::{Article, SCHEMA};

use crate::args::{Cli, CompletionsArgs, ManArgs, SchemaArgs};
use crate::failure::{Failure, Outcome};
use crate::output;

/// Prints the JSON Schema of the record.
pub(crate) fn schema(args: &SchemaArgs) -> Result<Outcome, Failure> {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Article>();
    schema.insert("$id".to_owned(), format!("urn:{}", SCHEMA.replace('/', ":")).into());
    schema.insert("title".to_owned(), format!("{SCHEMA} record").into());
    RecursiveTransform(plain_description).transform(&mut schema);
    let mut text =
        serde_json::to_string_pretty(&schema).map_err(|e| Failure::caused("cannot write the schema", e))?;
    text.push('\n');
    output::write(&text, args.output.as_deref())?;
    Ok(Outcome::Fine)
}

/// Descriptions are doc comments, wrapped and linked for Rust's readers: here they become plain sentences.
fn plain_description(schema: &mut Schema) {
    let Some(description) = schema.get("description").and_then(|text| text.as_str()) else { return };
    let paragraphs: Vec<String> =
        description.split("\n\n").map(|p| unlinked(&p.replace('\n', " "))).collect();
    schema.insert("description".to_owned(), paragraphs.join("\n\n").into());
}

/// The text with ``[`field`](Self::field)`` and ``[`Type`]`` as ``` `field` ``` and ``` `Type` ```.
fn unlinked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("[`") {
        out.push_str(before);
        let Some((name, after)) = link.split_once("`]") else {
            rest = &rest[before.len()..];
            break;
        };
        out.push_str(&format!("`{name}`"));
        let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
        rest = target.map_or(after, |(_, after)| after);
    }
    out + rest
}

/// Prints a completion script.
pub(crate) fn completions(args: &CompletionsArgs) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "wirecopy", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Fine)
}

/// Prints the manual page, or writes one page a command to a folder.
pub(crate) fn man(args: &ManArgs) -> Result<Outcome, Failure> {
    let mut command = Cli::command();
    // Gives the pages of the commands their full names, `wirecopy-parse`.
    command.build();
    let Some(dir) = &args.dir else {
        output::print(&page(command)?)?;
        return Ok(Outcome::Fine);
    };
    let failed = |e: std::io::Error| Failure::caused(format!("cannot write to {}", dir.display()), e);
    fs::create_dir_all(dir).map_err(failed)?;
    let commands: Vec<clap::Command> =
        command.get_subcommands().filter(|c| c.get_name() != "help").cloned().collect();
    for command in std::iter::once(command).chain(commands) {
        let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
        output::write(&page(command)?, Some(&dir.join(format!("{name}.1"))))?;
    }
    Ok(Outcome::Fine)
}

fn page(command: clap::Command) -> Result<String, Failure> {
    let mut roff = Vec::new();
    let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
    let rendered = Man::new(command).title(name.to_uppercase()).render(&mut roff);
    rendered.map_err(|e| Failure::caused("cannot write the manual page", e))?;
    Ok(String::from_utf8_lossy(&roff).into_owned())
}

#[cfg(test)]
mod tests {
    use super::unlinked;

    #[test]
    fn links_become_their_words() {
        assert_eq!(unlinked("see [`origin`](Self::origin) and [`Kind`]."), "see `origin` and `Kind`.");
        assert_eq!(unlinked("an open [`link"), "an open [`link");
        assert_eq!(unlinked("none [here]"), "none [here]");
    }
}
