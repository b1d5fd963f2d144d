//! What an archive refuses, and in which words.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use wirecopy_archive::{Archive, Error};
use wirecopy_model::Stamp;

use crate::place::{Place, add, article, document};

fn refusal(path: &Path) -> String {
    Archive::open(path).unwrap_err().to_string()
}

#[test]
fn what_is_no_archive() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    assert_eq!(refusal(&path.join("none")), format!("no archive in {}", path.join("none").display()));
    fs::write(path.join("story.txt"), "Ferry sold").unwrap();
    assert!(refusal(path).contains("no archive in"));
    assert!(refusal(&path.join("story.txt")).contains("it is a file"));
    // Nor is one made among other people's files.
    let among = Archive::open_or_create(path).unwrap_err().to_string();
    assert!(among.contains("it holds other things (story.txt)"), "{among}");
    assert_eq!(fs::read_dir(path).unwrap().count(), 1);

    Connection::open(path.join("archive.db")).unwrap().execute_batch("create table stamp(n)").unwrap();
    assert!(refusal(path).contains("a database of another program"));
    assert!(Archive::open_or_create(path).is_err());
}

#[test]
fn a_newer_format() {
    let place = Place::new();
    drop(place.archive());
    let store = Connection::open(place.path().join("archive.db")).unwrap();
    store.pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(place.path().join("archive.db")).unwrap();
    assert!(refusal(&place.path()).contains("the archive has format 99; this version knows formats up to "));
    assert_eq!(fs::read(place.path().join("archive.db")).unwrap(), before);
}

#[test]
fn a_damaged_store_is_left_as_it_is() {
    let place = Place::new();
    let archive = place.archive();
    add(&mut archive.writer().unwrap(), vec![document("a.txt", &["Ferry sold"])]);
    drop(archive);
    let file = place.path().join("archive.db");
    let mut bytes = fs::read(&file).unwrap();
    let half = bytes.len() / 2;
    bytes[100..half].fill(0x5a);
    fs::write(&file, &bytes).unwrap();
    let said = Archive::open(&place.path()).and_then(|archive| archive.verify());
    let damaged = match said {
        Err(Error::Damaged { .. }) => true,
        Ok(found) => !found.problems.is_empty(),
        Err(other) => panic!("{other}"),
    };
    assert!(damaged);
    assert_eq!(fs::read(&file).unwrap(), bytes);
    fs::write(&file, "Ferry sold\n".repeat(500)).unwrap();
    assert!(refusal(&place.path()).contains("not a database"));
}

#[test]
fn a_second_writer() {
    let place = Place::new();
    let archive = place.archive();
    let writer = archive.writer().unwrap();
    let other = Archive::open(&place.path()).unwrap();
    let Err(Error::Locked { holder: Some(holder), .. }) = other.writer() else { panic!("two writers") };
    assert!(holder.contains(&std::process::id().to_string()), "{holder}");
    assert!(matches!(other.reindex(), Err(Error::Locked { .. })));
    // Readers go on meanwhile.
    assert_eq!(other.get("nobody").unwrap(), None);
    drop(writer);
    assert!(other.writer().is_ok());
}

#[test]
fn a_folder_that_went_away() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    writer.add(document("a.txt", &["Ferry sold"])).unwrap();
    fs::remove_dir_all(place.path()).unwrap();
    // Nothing is acknowledged that went into a file without a name.
    assert!(matches!(writer.commit(), Err(Error::Gone { .. })));
    assert!(writer.add(document("b.txt", &["Bridge closed"])).is_err());
    assert_eq!(writer.receipt().seen, 0);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_can_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let archive = place.archive();
    add(&mut archive.writer().unwrap(), vec![document("a.txt", &["Ferry sold"])]);
    drop(archive);
    let mode = |mode| {
        for entry in fs::read_dir(place.path()).unwrap().flatten().filter(|e| e.path().is_file()) {
            fs::set_permissions(entry.path(), PermissionsExt::from_mode(mode & 0o666)).unwrap();
        }
        fs::set_permissions(place.path(), PermissionsExt::from_mode(mode)).unwrap();
    };
    mode(0o555);
    let archive = Archive::open(&place.path()).unwrap();
    assert!(archive.get(&article("Ferry sold", "", 1).id).unwrap().is_some());
    // The superuser may write all the same.
    let probe = fs::write(place.path().join("probe"), "").is_ok();
    assert_eq!(matches!(archive.writer(), Err(Error::ReadOnly { .. })), !probe);
    mode(0o755);
}

#[test]
fn a_making_that_was_cut_off_is_made_good() {
    let place = Place::new();
    fs::create_dir(place.path()).unwrap();
    fs::write(place.path().join("archive.db"), "").unwrap();
    assert_eq!(place.archive().changes_since(0, 1).unwrap(), []);
}

#[test]
fn an_older_format_is_brought_up_to_date() {
    let place = Place::new();
    let archive = place.archive();
    let mut updated = document("b.txt", &["Ferry bought"]);
    updated.records[0].updated =
        Some(Stamp { raw: "2018".to_owned(), value: "2018".parse().ok(), ..Stamp::default() });
    add(&mut archive.writer().unwrap(), vec![document("a.txt", &["Ferry sold"]), updated]);
    drop(archive);
    // Before format 6 the date of an update was no date to count by. Format 1 had the tables of today but for those of the server, of copies and of what is kept beside records.
    let store = Connection::open(place.path().join("archive.db")).unwrap();
    store
        .execute_batch(
            "drop table token; drop table saved_search; drop trigger copies_gone; drop table copies;
             delete from meta where key like 'copies_%'; drop table root; drop table removed;
             drop index record_born; alter table record drop column born; drop index place_source;
             alter table place drop column stamp; alter table reject drop column stamp;
             update record set published = null; pragma user_version = 1",
        )
        .unwrap();
    drop(store);
    let archive = Archive::open(&place.path()).unwrap();
    assert!(archive.get(&article("Ferry sold", "", 1).id).unwrap().is_some());
    assert_eq!(archive.verify().unwrap().problems, Vec::<String>::new());
    let stats = archive.stats().unwrap();
    assert_eq!((stats.undated, stats.months.get("2018")), (1, Some(&1)));
    let store = Connection::open(place.path().join("archive.db")).unwrap();
    let format: u32 = store.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert!(format > 1);
}
