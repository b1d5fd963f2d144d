//! `wirecopy show`: one article of the archive.

use wirecopy_archive::{Archive, Stored};

use super::args::{ShowArgs, ShowFormat};
use super::{failed, kept};
use crate::failure::{Failure, Outcome};
use crate::format::{markdown, pretty, text};
use crate::output::{self, Sink};
use crate::terminal::{escape_lines, width};

/// Ids named where a prefix leaves the choice.
const CHOICES: usize = 10;

/// Fewer digits name an article by accident.
const SHORTEST: usize = 4;

/// Runs the command.
pub(crate) fn run(args: &ShowArgs) -> Result<Outcome, Failure> {
    output::set_color(args.color);
    let archive = args.archive.open()?;
    let stored = find(&archive, &args.id)?;
    let terminal = std::io::IsTerminal::is_terminal(&std::io::stdout());
    let format = args.format.unwrap_or(if terminal { ShowFormat::Pretty } else { ShowFormat::Json });
    let mut sink = Sink::stdout(format == ShowFormat::Pretty && !args.source);
    if args.source {
        let bytes = archive.source(&stored.article.id).map_err(failed)?;
        let bytes = bytes.ok_or_else(|| Failure::new("the article went away while it was looked at"))?;
        // Not what acts on a terminal; into a file or a pipe byte for byte.
        let text = terminal.then(|| escape_lines(&String::from_utf8_lossy(&bytes)).into_bytes());
        sink.write(text.as_deref().unwrap_or(&bytes))?;
    } else {
        sink.write(&set(&stored, format, terminal))?;
    }
    sink.finish(true)?;
    Ok(Outcome::Fine)
}

fn set(stored: &Stored, format: ShowFormat, terminal: bool) -> Vec<u8> {
    let records = std::slice::from_ref(&stored.article);
    let plain = |text: Vec<u8>| {
        if terminal { escape_lines(&String::from_utf8_lossy(&text)).into_bytes() } else { text }
    };
    match format {
        ShowFormat::Json => kept::line(stored),
        ShowFormat::Text => plain(text::records(records)),
        ShowFormat::Markdown => plain(markdown::records(records)),
        ShowFormat::Pretty => {
            let place = stored.places.first().map_or(stored.article.id.as_str(), String::as_str);
            let mut page = pretty::records(place, records, width());
            if let Some(copies) = &stored.copies {
                page.extend_from_slice(format!("\n{}\n", kept::words(copies)).as_bytes());
            }
            page
        }
    }
}

/// The record with an id, or the only one whose id begins so.
pub(crate) fn find(archive: &Archive, id: &str) -> Result<Stored, Failure> {
    let id = id.trim().to_ascii_lowercase();
    if let Some(stored) = archive.get(&id).map_err(failed)? {
        return Ok(stored);
    }
    if id.chars().count() < SHORTEST {
        return Err(Failure::new(format!("\"{id}\" is too short for an id"))
            .hint(format!("give at least its first {SHORTEST} digits")));
    }
    let ids = archive.ids(&id, CHOICES + 1).map_err(failed)?;
    match ids.as_slice() {
        [] => Err(Failure::new(format!("there is no article {id} in {}", super::name(archive)))
            .hint("wirecopy search lists articles with their ids")),
        [only] => {
            let stored = archive.get(only).map_err(failed)?;
            stored.ok_or_else(|| Failure::new("the article went away while it was looked for"))
        }
        several => {
            let more = if several.len() > CHOICES { ", ..." } else { "" };
            let named: Vec<&str> = several.iter().take(CHOICES).map(String::as_str).collect();
            Err(Failure::new(format!("several articles begin with {id}: {}{more}", named.join(", ")))
                .hint("give more digits"))
        }
    }
}
