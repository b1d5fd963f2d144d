//! The store: one SQLite database, the truth. What is searched beside it is made from it.

pub(crate) mod codec;
pub(crate) mod columns;
pub(crate) mod connect;
pub(crate) mod rows;
pub(crate) mod schema;
pub(crate) mod walk;

/// Name of the database in an archive's folder.
pub(crate) const FILE: &str = "archive.db";

/// Seconds since 1970. Before that, and where the clock is not set, 0.
pub(crate) fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let nibbles = bytes.iter().flat_map(|b| [b >> 4, b & 15]);
    nibbles.map(|nibble| char::from(DIGITS[usize::from(nibble)])).collect()
}
