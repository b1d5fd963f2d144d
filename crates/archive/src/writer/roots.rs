//! The folders that imports begin in, and the names of documents below them.
//!
//! A document is known by where it lies. That has to be whole, so that files of the same name in different folders are not
//! taken for one another, and it is shown to readers, whom the folders of the machine do not concern. So each folder that an
//! import begins in has a name of its own in the archive, and a document is known by that and its way from there.

use rusqlite::{Connection, params};

use super::Writer;
use crate::error::Error;

/// The folders that imports began in, with their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roots {
    /// Path and name, the longest path first.
    known: Vec<(String, String)>,
}

impl Roots {
    pub(crate) fn read(connection: &Connection) -> Result<Self, Error> {
        let mut statement =
            connection.prepare_cached("select path, label from root order by length(path) desc, path")?;
        let known = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self { known: known.collect::<Result<_, _>>()? })
    }

    /// The place of a document with a whole path, `/` between folders: the name of the folder that an import began in, and
    /// the way from there. A path that lies in none of them is its own place.
    ///
    /// ```
    /// # let folder = tempfile::tempdir().expect("a folder");
    /// # let archive = wirecopy_archive::Archive::open_or_create(&folder.path().join("news"))?;
    /// let mut writer = archive.writer()?;
    /// let roots = writer.roots(&["/srv/press"])?;
    /// assert_eq!(roots.place("/srv/press/2018/july.txt"), "press/2018/july.txt");
    /// assert_eq!(roots.place("/tmp/other.txt"), "/tmp/other.txt");
    /// # Ok::<(), wirecopy_archive::Error>(())
    /// ```
    #[must_use]
    pub fn place(&self, path: &str) -> String {
        let below = |root: &str| path.strip_prefix(root.trim_end_matches('/'))?.strip_prefix('/');
        let found = self.known.iter().find_map(|(root, label)| Some((label, below(root)?)));
        found.map_or_else(|| path.to_owned(), |(label, rest)| format!("{label}/{rest}"))
    }

    fn covers(&self, folder: &str) -> bool {
        let folder = folder.trim_end_matches('/');
        self.known.iter().any(|(root, _)| {
            let rest = folder.strip_prefix(root.trim_end_matches('/'));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }
}

impl Writer {
    /// Gives the folders that an import begins in their names, where they have none yet, and tells the names of all. A folder
    /// inside of another that has a name needs none. Names are the last part of the path, with a number where another
    /// folder has that already. What was known by its whole path before is known by its name from now on.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add).
    pub fn roots(&mut self, folders: &[&str]) -> Result<Roots, Error> {
        let named = self.begin().and_then(|()| self.name_roots(folders));
        named.inspect_err(|_| self.give_up())
    }

    fn name_roots(&mut self, folders: &[&str]) -> Result<Roots, Error> {
        let mut roots = Roots::read(&self.connection)?;
        // A folder before those inside of it.
        let mut folders = folders.to_vec();
        folders.sort_unstable_by_key(|folder| (folder.len(), *folder));
        for folder in folders {
            if roots.covers(folder) {
                continue;
            }
            let label = self.free_label(folder)?;
            self.connection
                .execute("insert into root(path, label) values (?1, ?2)", params![folder, label])?;
            let prefix = format!("{}/", folder.trim_end_matches('/'));
            // `0` follows `/`.
            let beyond = format!("{}0", folder.trim_end_matches('/'));
            for (table, column) in [("place", "name"), ("reject", "place")] {
                let sql = format!(
                    "update {table} set {column} = ?1 || substr({column}, ?2) where {column} >= ?3 and {column} < ?4"
                );
                let from = prefix.chars().count();
                self.connection.execute(&sql, params![label, from, prefix, beyond])?;
            }
            roots = Roots::read(&self.connection)?;
        }
        Ok(roots)
    }

    /// A name that no folder has, and with which no place begins.
    fn free_label(&self, folder: &str) -> Result<String, Error> {
        let last = folder.trim_end_matches('/').rsplit('/').next().filter(|last| !last.is_empty());
        let last = last.unwrap_or("root");
        let mut statement = self.connection.prepare(
            "select exists(select 1 from root where label = ?1) \
             or exists(select 1 from place where name >= ?1 || '/' and name < ?1 || '0') \
             or exists(select 1 from reject where place >= ?1 || '/' and place < ?1 || '0')",
        )?;
        let mut label = last.to_owned();
        let mut number = 1;
        while statement.query_row([&label], |row| row.get(0))? {
            number += 1;
            label = format!("{last}-{number}");
        }
        Ok(label)
    }
}
