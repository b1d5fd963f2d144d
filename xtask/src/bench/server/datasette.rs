//! The same rows in Datasette, as a yardstick: <https://datasette.io>, pinned, with its own limits and defaults, but for
//! what a program that asks for JSON does not need (suggested facets), and with a database that it knows not to change.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::process::Server;
use crate::tools::{self, Python};
use crate::workspace::Workspace;

const PINS: Python = Python { folder: "tools-datasette", pins: &["datasette==0.65.5"] };

/// Datasette over the rows of a server of ours.
pub(super) struct Datasette {
    program: PathBuf,
    database: PathBuf,
}

impl Datasette {
    /// Installs it, and gives it the rows; both are kept for the next run.
    pub(super) fn prepare(
        workspace: &Workspace,
        home: &Path,
        ours: &Server,
        n_articles: usize,
    ) -> Result<Self> {
        let program = PINS.program(workspace, "datasette")?;
        let database = home.join(format!("rows-{n_articles}.db"));
        if !database.exists() {
            let half = database.with_extension("half");
            let _ = fs::remove_file(&half);
            let lines = home.join("rows.ndjson");
            let url = format!("{}/api/v1/export.ndjson", ours.address);
            let got = Command::new("curl").args(["-sf", "-o"]).arg(&lines).arg(&url).status()?;
            ensure!(got.success(), "the rows could not be exported");
            let made = Command::new(tools::python())
                .arg(workspace.root.join("xtask/src/bench/server/rows.py"))
                .arg(&half)
                .stdin(File::open(&lines)?)
                .stderr(Stdio::inherit())
                .output()
                .context("no Python")?;
            ensure!(made.status.success(), "the database of rows could not be made");
            fs::remove_file(&lines)?;
            fs::rename(&half, &database)?;
        }
        Ok(Self { program, database })
    }

    pub(super) fn start(&self) -> Result<Server> {
        let mut command = Command::new(&self.program);
        command.args(["serve", "--port", "0", "--setting", "suggest_facets", "off", "--immutable"]);
        Server::start(command.arg(&self.database))
    }

    /// Where its table stands.
    pub(super) fn table(&self) -> Result<String> {
        let name = self.database.file_stem().context("a database without a name")?;
        Ok(format!("/{}/articles", name.to_string_lossy()))
    }
}
