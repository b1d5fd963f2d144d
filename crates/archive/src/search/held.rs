use super::Records;
use crate::archive::Reader;
use crate::error::Error;
use crate::record::Stored;
use crate::store::rows;

/// The store held at one moment: what others write meanwhile is not seen.
pub(crate) struct Held {
    reader: Reader,
}

impl Held {
    pub(crate) fn new(reader: Reader) -> Result<Self, Error> {
        reader.prepare_cached("begin")?.execute([])?;
        Ok(Self { reader })
    }
}

impl Records for Held {
    fn by_born(&self, born: u64) -> Result<Option<Stored>, Error> {
        rows::by_born(&self.reader, born)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // Nothing was written; a connection that cannot end this is not taken back by the pool.
        let _ = self.reader.prepare_cached("rollback").and_then(|mut end| end.execute([]));
    }
}
