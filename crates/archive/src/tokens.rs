//! Tokens of a server over the archive: only their hashes are kept.

use rusqlite::params;

use crate::archive::Archive;
use crate::error::Error;
use crate::store::connect;

/// A token as the archive keeps it. What it may do is for the server to understand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// SHA-256 of the token.
    pub hash: [u8; 32],
    /// Words set apart by spaces: `read write`.
    pub scopes: String,
    /// Seconds since 1970.
    pub created: i64,
    /// From when on it is not taken any more, seconds since 1970.
    pub expires: Option<i64>,
    /// What it is for, in the words of who made it.
    pub note: String,
}

impl Archive {
    /// Every token, in the order of their making.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    ///
    /// # Examples
    ///
    /// ```
    /// # let folder = tempfile::tempdir()?;
    /// use wirecopy_archive::{Archive, Token};
    ///
    /// let archive = Archive::open_or_create(&folder.path().join("archive"))?;
    /// let scopes = "read".to_owned();
    /// let token = Token { hash: [7; 32], scopes, created: 1_531_578_842, expires: None, note: String::new() };
    /// archive.token_add(&token)?;
    /// assert_eq!(archive.tokens()?, [token]);
    /// assert!(archive.token_revoke(&[7; 32])?);
    /// assert!(archive.tokens()?.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn tokens(&self) -> Result<Vec<Token>, Error> {
        let reader = self.reader()?;
        let mut statement = reader.prepare_cached(
            "select hash, scopes, created, expires, note from token order by created, hash",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(Token {
                hash: row.get(0)?,
                scopes: row.get(1)?,
                created: row.get(2)?,
                expires: row.get(3)?,
                note: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps a token. Needs no lock: while another process imports, it waits for the end of one of its batches.
    ///
    /// # Errors
    ///
    /// When the store cannot be written, or the token is there already.
    pub fn token_add(&self, token: &Token) -> Result<(), Error> {
        self.still_there()?;
        let connection = connect::write(self.path(), false)?;
        connection.execute(
            "insert into token(hash, scopes, created, expires, note) values (?1, ?2, ?3, ?4, ?5)",
            params![token.hash, token.scopes, token.created, token.expires, token.note],
        )?;
        Ok(())
    }

    /// Forgets the token with a hash; `false` when there is none.
    ///
    /// # Errors
    ///
    /// When the store cannot be written.
    pub fn token_revoke(&self, hash: &[u8; 32]) -> Result<bool, Error> {
        self.still_there()?;
        let connection = connect::write(self.path(), false)?;
        Ok(connection.execute("delete from token where hash = ?1", params![hash])? > 0)
    }
}
