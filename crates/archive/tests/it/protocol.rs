//! Store first, index second: what the index lacks is given to it, whatever happened to it.

use std::fs;

use wirecopy_archive::{Archive, Error};

use crate::place::{Place, add, article, document};

fn sound(archive: &Archive, records: u64) {
    let found = archive.verify().unwrap();
    assert_eq!(found.problems, Vec::<String>::new());
    assert_eq!((found.records, found.indexed), (records, records));
}

/// An archive with three records, the first of which was replaced.
fn filled(place: &Place) -> Archive {
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    let documents = [document("a.txt", &["Ferry sold", "Bridge closed"]), document("b.txt", &["Mayor ill"])];
    add(&mut writer, documents.into());
    add(&mut writer, vec![document("a.txt", &["Ferry kept", "Bridge closed"])]);
    archive
}

#[test]
fn what_was_saved_and_not_indexed_is_indexed_by_the_next() {
    let place = Place::new();
    let archive = filled(&place);
    let mut writer = archive.writer().unwrap();
    writer.add(document("c.txt", &["Market moved"])).unwrap();
    writer.add(document("b.txt", &["Mayor well"])).unwrap();
    assert_eq!(writer.save().unwrap().len(), 2);
    drop(writer);
    let again = Archive::open(&place.path()).unwrap();
    sound(&again, 4);
    // As does a writer, and nothing is left for it to do.
    drop(again.writer().unwrap());
    sound(&again, 4);
}

#[test]
fn an_index_that_is_gone_damaged_or_foreign_is_built_anew() {
    let place = Place::new();
    drop(filled(&place));
    let index = place.path().join("index");
    fs::remove_dir_all(&index).unwrap();
    sound(&Archive::open(&place.path()).unwrap(), 3);

    fs::write(index.join("meta.json"), "{}").unwrap();
    sound(&Archive::open(&place.path()).unwrap(), 3);

    // That of another archive, with as many changes.
    let other = Place::new();
    let archive = other.archive();
    let mut writer = archive.writer().unwrap();
    add(&mut writer, (0..4).map(|n| document(&format!("{n}.txt"), &[&format!("Story {n}")])).collect());
    drop(writer);
    fs::remove_dir_all(&index).unwrap();
    fs::rename(other.path().join("index"), &index).unwrap();
    sound(&Archive::open(&place.path()).unwrap(), 3);

    // What an interrupted building left behind goes.
    fs::create_dir(place.path().join("index.new")).unwrap();
    fs::remove_dir_all(&index).unwrap();
    sound(&Archive::open(&place.path()).unwrap(), 3);
    assert!(!place.path().join("index.new").exists());
}

#[test]
fn verify_tells_damage_from_soundness() {
    let place = Place::new();
    let archive = filled(&place);
    sound(&archive, 3);
    let store = rusqlite::Connection::open(place.path().join("archive.db")).unwrap();
    store.execute("update record set digest = zeroblob(16) where seq = 2", []).unwrap();
    store.execute("update source set body = x'00', codec = 0, length = 1 where key = 2", []).unwrap();
    store.execute("delete from place where name = 'b.txt'", []).unwrap();
    let problems = archive.verify().unwrap().problems.join("\n");
    assert!(problems.contains("its content is not what was stored"), "{problems}");
    assert!(problems.contains("its bytes are not those that came in"), "{problems}");
    assert!(problems.contains("has no place"), "{problems}");
}

#[test]
fn verify_holds_the_index_against_the_store_both_ways() {
    let place = Place::new();
    let archive = filled(&place);
    let store = rusqlite::Connection::open(place.path().join("archive.db")).unwrap();
    // As if the index had lost one record and kept one that is gone.
    store.execute("update record set seq = 100 where id = ?1", [article("Mayor ill", "", 1).id]).unwrap();
    store.execute("update meta set value = 100 where key = 'seq'", []).unwrap();
    let problems = archive.verify().unwrap().problems;
    assert_eq!(problems, ["index: 95 changes behind the store"]);
    archive.reindex().unwrap();
    sound(&archive, 3);
}

#[test]
fn a_backup_is_an_archive() {
    let place = Place::new();
    let archive = filled(&place);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("archive.db");
    // While somebody writes.
    let mut writer = archive.writer().unwrap();
    writer.add(document("c.txt", &["Market moved"])).unwrap();
    archive.backup(&file).unwrap();
    writer.commit().unwrap();
    let restored = Archive::open(folder.path()).unwrap();
    sound(&restored, 3);
    assert_eq!(restored.changes_since(0, 9).unwrap(), archive.changes_since(0, 4).unwrap());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "database, index and lock");
    let Err(Error::Io { source, .. }) = archive.backup(&file) else { panic!("a backup was overwritten") };
    assert_eq!(source.kind(), std::io::ErrorKind::AlreadyExists);

    // An older state put back in place of a newer one: the index beside it is of a future that is none any more.
    drop((archive, writer));
    fs::remove_file(place.path().join("archive.db")).unwrap();
    let _ = fs::remove_file(place.path().join("archive.db-wal"));
    let _ = fs::remove_file(place.path().join("archive.db-shm"));
    fs::copy(&file, place.path().join("archive.db")).unwrap();
    sound(&Archive::open(&place.path()).unwrap(), 3);
}

#[test]
fn walks_see_one_moment() {
    let place = Place::new();
    let archive = filled(&place);
    let records = archive.records().unwrap();
    let documents = archive.documents().unwrap();
    let mut writer = archive.writer().unwrap();
    add(&mut writer, vec![document("b.txt", &["Mayor well"]), document("c.txt", &["Market moved"])]);
    let headlines: Vec<String> = records.map(|r| r.unwrap().article.headline.unwrap()).collect();
    assert_eq!(headlines, ["Bridge closed", "Mayor ill", "Ferry kept"]);
    let kept: Vec<_> = documents.map(Result::unwrap).collect();
    assert_eq!(
        kept.iter().map(|kept| kept.place.as_deref()).collect::<Vec<_>>(),
        [Some("a.txt"), Some("b.txt")]
    );
    assert_eq!((kept[0].records.len(), kept[1].bytes.as_slice()), (2, b"Mayor ill".as_slice()));
    assert_eq!(archive.records().unwrap().count(), 4);
}

#[test]
fn figures_are_those_of_the_records() {
    let place = Place::new();
    let archive = filled(&place);
    let stats = archive.stats().unwrap();
    assert_eq!((stats.records, stats.documents, stats.undated, stats.seq), (3, 3, 3, 5));
    assert_eq!((stats.kinds["article"], stats.fields["headline"], stats.fields["kicker"]), (3, 3, 0));
    assert!(stats.store_bytes > 0 && stats.index_bytes > 0 && stats.source_bytes > 0);
}

#[test]
fn an_index_whose_files_are_damaged_is_built_anew_when_a_search_meets_that() {
    let place = Place::new();
    let archive = filled(&place);
    archive.reindex().unwrap();
    drop(archive);
    for ending in ["term", "idx", "fast"] {
        let files = fs::read_dir(place.path().join("index")).unwrap().flatten().map(|file| file.path());
        for file in files.filter(|file| file.extension().is_some_and(|found| found == ending)) {
            let mut bytes = fs::read(&file).unwrap();
            // The footer with the checksum stands, what it is of does not.
            let end = bytes.len().saturating_sub(120);
            bytes[..end].fill(0xff);
            fs::write(&file, &bytes).unwrap();
        }
        let archive = Archive::open(&place.path()).unwrap();
        let page = archive.search(&wirecopy_archive::SearchRequest::new("bridge closed")).unwrap();
        assert_eq!(page.total, 1, "{ending}");
        drop(archive);
        sound(&Archive::open(&place.path()).unwrap(), 3);
    }
}
