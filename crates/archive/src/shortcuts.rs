//! Whole tasks in one call.

use crate::archive::Archive;
use crate::error::Error;
use crate::import::{Incoming, Receipt};
use crate::request::{Counts, FacetField, SearchRequest};

/// Documents that are put on the disk together.
const BATCH: usize = 500;

impl Archive {
    /// Takes documents, and says how many of their records are new, replaced, or there already. What was taken before an error
    /// is there, up to the last five hundred documents.
    ///
    /// For a long import a [`Writer`](crate::Writer) tells what becomes of each record as it goes.
    ///
    /// # Errors
    ///
    /// When another process writes, or the store cannot be written.
    ///
    /// ```
    /// # use wirecopy_archive::{Archive, FacetField, Incoming};
    /// # use wirecopy_model::Article;
    /// # let folder = tempfile::tempdir().expect("a folder");
    /// let archive = Archive::open_or_create(&folder.path().join("news"))?;
    /// let article = Article { headline: Some("Ferry sold".to_owned()), language: Some("en".to_owned()), ..Article::new() };
    /// let document = Incoming { bytes: b"Ferry sold".to_vec(), records: vec![article], ..Incoming::default() };
    /// assert_eq!(archive.import([document])?.stored, 1);
    /// assert_eq!(archive.facets("ferry", &[FacetField::Language], 10)?[0].values, [("en".to_owned(), 1)]);
    /// # Ok::<(), wirecopy_archive::Error>(())
    /// ```
    pub fn import(&self, documents: impl IntoIterator<Item = Incoming>) -> Result<Receipt, Error> {
        let mut writer = self.writer()?;
        for (n, document) in documents.into_iter().enumerate() {
            writer.add(document)?;
            if n % BATCH == BATCH - 1 {
                writer.save()?;
            }
        }
        writer.commit()?;
        let receipt = writer.receipt();
        writer.finish()?;
        Ok(receipt)
    }

    /// Counts what a query finds by these fields, the `limit` most frequent values of each.
    ///
    /// # Errors
    ///
    /// When the query cannot be read.
    pub fn facets(&self, query: &str, fields: &[FacetField], limit: usize) -> Result<Vec<Counts>, Error> {
        let request = SearchRequest {
            limit: 0,
            snippets: false,
            facets: fields.to_vec(),
            facet_limit: limit,
            ..SearchRequest::new(query)
        };
        Ok(self.search(&request)?.facets)
    }
}
