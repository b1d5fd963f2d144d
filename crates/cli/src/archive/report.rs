//! What became of each record, one line of JSON each, written once it is on the disk and not before.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use serde::Serialize;
use wirecopy_archive::{Entry, Outcome};

use crate::failure::Failure;
use crate::format::json;
use crate::output::unwritable;

/// A report, written as the run goes on. What an earlier run wrote stays: its lines are as true as ever.
pub(crate) struct Report {
    file: File,
    name: String,
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    #[serde(skip_serializing_if = "is_zero")]
    record: u32,
    outcome: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_zero(n: &u32) -> bool {
    *n == 0
}

impl Report {
    /// Opens a report for writing behind what it holds.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let file = OpenOptions::new().append(true).create(true).open(path);
        Ok(Self { file: file.map_err(|e| unwritable(&name, &e))?, name })
    }

    /// Writes what became of some records. They are on the disk already; now the report is too.
    pub(crate) fn write(&mut self, entries: &[Entry]) -> Result<(), Failure> {
        let mut text = Vec::new();
        for entry in entries {
            let rejection = entry.rejection.as_ref();
            let line = Line {
                place: entry.place.as_deref(),
                record: entry.record,
                outcome: word(entry.outcome),
                id: entry.id.as_deref(),
                code: rejection.map(|rejection| rejection.code.as_str()),
                detail: rejection.map(|rejection| rejection.detail.as_str()),
            };
            json::append(&mut text, &line);
            text.push(b'\n');
        }
        let written = self.file.write_all(&text).and_then(|()| self.synced());
        written.map_err(|e| unwritable(&self.name, &e))
    }

    /// A pipe or a terminal has nothing to be put on a disk.
    fn synced(&self) -> std::io::Result<()> {
        if self.file.metadata()?.is_file() { self.file.sync_data() } else { Ok(()) }
    }
}

/// The word for an outcome.
pub(crate) fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Stored => "stored",
        Outcome::Unchanged => "unchanged",
        Outcome::Updated => "updated",
        Outcome::Duplicate => "duplicate",
        Outcome::Rejected => "rejected",
        // A later version of the archive may tell more apart.
        _ => "other",
    }
}
