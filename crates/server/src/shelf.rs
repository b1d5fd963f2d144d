//! The archive as readers see it: whole, but for what paths of files would tell of the machine that they lie on.

use wirecopy_archive::{Archive, Change, Copy, Error, Page, SearchRequest, Stats, Stored};

/// The archive, to be read from. Everything that is shown comes through here.
#[derive(Debug, Clone)]
pub(crate) struct Shelf {
    archive: Archive,
}

impl Shelf {
    pub(crate) fn new(archive: Archive) -> Self {
        Self { archive }
    }

    /// The record with an id.
    pub(crate) fn get(&self, id: &str) -> Result<Option<Stored>, Error> {
        Ok(self.archive.get(id)?.map(shown))
    }

    /// The bytes that a record was read from.
    pub(crate) fn source(&self, id: &str) -> Result<Option<Vec<u8>>, Error> {
        self.archive.source(id)
    }

    /// A page of what a request finds.
    pub(crate) fn search(&self, request: &SearchRequest) -> Result<Page, Error> {
        let mut page = self.archive.search(request)?;
        page.hits.iter_mut().for_each(|hit| hide(&mut hit.stored));
        Ok(page)
    }

    /// All that a request finds.
    pub(crate) fn stream(
        &self,
        request: &SearchRequest,
    ) -> Result<impl Iterator<Item = Result<Stored, Error>> + Send + use<>, Error> {
        Ok(self.archive.stream(request)?.map(|stored| stored.map(shown)))
    }

    /// Changes after a place in their order.
    pub(crate) fn changes_since(&self, seq: u64, limit: usize) -> Result<Vec<Change>, Error> {
        let mut changes = self.archive.changes_since(seq, limit)?;
        for change in &mut changes {
            if let Change::Stored(stored) = change {
                hide(stored);
            }
        }
        Ok(changes)
    }

    /// The other copies of a record.
    pub(crate) fn copies(&self, id: &str) -> Result<Vec<Copy>, Error> {
        let mut copies = self.archive.copies(id)?;
        copies.iter_mut().for_each(|copy| hide(&mut copy.stored));
        Ok(copies)
    }

    /// What is in it, in figures.
    pub(crate) fn stats(&self) -> Result<Stats, Error> {
        self.archive.stats()
    }
}

fn shown(mut stored: Stored) -> Stored {
    hide(&mut stored);
    stored
}

/// Cuts from paths of files what lies above the folder that was imported. Where that is not known, the name of the file is
/// left. Addresses and names that an import gave itself stay.
fn hide(stored: &mut Stored) {
    let path = stored.article.origin.as_mut().and_then(|origin| origin.path.as_mut());
    if let Some(path) = path.filter(|path| is_absolute(path)) {
        *path = file_name(path).to_owned();
    }
    if !stored.places.iter().any(|place| is_absolute(place)) {
        return;
    }
    // The record says its path from the folder that was imported; in front of that stands where the folder lies.
    let path = stored.article.origin.as_ref().and_then(|origin| origin.path.as_deref());
    let root = path.and_then(|path| {
        let roots = stored.places.iter().filter_map(|place| place.strip_suffix(path));
        roots.filter(|root| root.ends_with('/')).map(str::to_owned).next()
    });
    let mut places: Vec<String> = Vec::with_capacity(stored.places.len());
    for place in &stored.places {
        let below = root.as_deref().and_then(|root| place.strip_prefix(root));
        let place = if is_absolute(place) { below.unwrap_or_else(|| file_name(place)) } else { place };
        if !places.iter().any(|known| known == place) {
            places.push(place.to_owned());
        }
    }
    stored.places = places;
}

/// Whether a place is the whole path of a file, on any system: `/a/b`, `C:/a/b`, `\\host\a`, `file:///a/b`.
fn is_absolute(place: &str) -> bool {
    let bytes = place.as_bytes();
    let drive = bytes.len() > 2
        && bytes[0].is_ascii_alphabetic()
        && bytes[1] == b':'
        && matches!(bytes[2], b'/' | b'\\');
    place.starts_with(['/', '\\'])
        || drive
        || place.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("file:"))
}

fn file_name(path: &str) -> &str {
    let path = path.trim_end_matches(['/', '\\']);
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use wirecopy_model::{Article, Origin};

    use super::*;

    fn places(path: &str, places: &[&str]) -> (Vec<String>, String) {
        let origin = Origin { path: Some(path.to_owned()), ..Origin::default() };
        let stored = Stored {
            seq: 1,
            stored_at: 0,
            digest: String::new(),
            source_sha256: String::new(),
            places: places.iter().map(|place| (*place).to_owned()).collect(),
            copies: None,
            article: Article { origin: Some(origin), ..Article::new() },
        };
        let stored = shown(stored);
        (stored.places, stored.article.origin.unwrap().path.unwrap())
    }

    #[test]
    fn what_lies_above_the_imported_folder_is_not_told() {
        let (told, path) =
            places("news/a/b.txt", &["/data/ana/news/a/b.txt", "/data/ana/news/c.txt", "/srv/x/b.txt"]);
        assert_eq!(
            (told, path.as_str()),
            (vec!["news/a/b.txt".to_owned(), "news/c.txt".to_owned(), "b.txt".to_owned()], "news/a/b.txt")
        );
    }

    #[test]
    fn where_the_folder_is_not_known_the_name_is_left() {
        for whole in [
            "/data/ana/b.txt",
            "C:/texts/ana/b.txt",
            "c:\\texts\\ana\\b.txt",
            "\\\\host\\ana\\b.txt",
            "file:///data/ana/b.txt",
        ] {
            assert_eq!(places(whole, &[whole]), (vec!["b.txt".to_owned()], "b.txt".to_owned()), "{whole}");
        }
        // Not the end of a name, but a path of its own.
        assert_eq!(places("b.txt", &["/data/ana/ab.txt"]).0, ["ab.txt"]);
        assert_eq!(places("b.txt", &["/data/ana/b.txt", "/data/ana/c/b.txt"]).0, ["b.txt", "c/b.txt"]);
    }

    #[test]
    fn what_is_no_path_of_a_file_stays() {
        let given = ["https://news.test/a/b", "wire/7", "a.txt", "C: the musical"];
        assert_eq!(places("wire/7", &given).0, given);
    }
}
