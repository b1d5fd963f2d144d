use wirecopy_archive::Change;
use wirecopy_archive::Outcome::{Duplicate, Rejected, Stored, Unchanged, Updated};

use crate::place::{Place, add, article, document, rejected};

#[test]
fn what_came_in_is_there() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    writer.add(document("a.txt", &["Ferry sold", "Bridge closed"])).unwrap();
    // Not before it was committed.
    let ferry = article("Ferry sold", "a.txt", 1);
    assert_eq!(archive.get(&ferry.id).unwrap(), None);
    let entries = writer.commit().unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!((entries[1].record, entries[1].place.as_deref()), (2, Some("a.txt")));
    let stored = archive.get(&ferry.id).unwrap().unwrap();
    assert_eq!(stored.article, ferry);
    assert_eq!(stored.places, ["a.txt"]);
    assert_eq!((stored.seq, stored.digest.len(), stored.source_sha256.len()), (1, 32, 64));
    assert_eq!(archive.source(&ferry.id).unwrap().unwrap(), b"Ferry sold | Bridge closed");
    assert_eq!(archive.get("nobody").unwrap(), None);
    assert_eq!(archive.ids(&ferry.id[..8], 5).unwrap(), [ferry.id]);
    assert_eq!(archive.ids("", 5).unwrap().len(), 2);
}

#[test]
fn an_import_may_be_repeated() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    // The same article twice in one document, and once more in another.
    let documents = || {
        vec![
            document("a.txt", &["Ferry sold", "Ferry sold"]),
            document("b.txt", &["Ferry sold", "Bridge closed"]),
            rejected("c.txt"),
        ]
    };
    assert_eq!(add(&mut writer, documents()), [Stored, Duplicate, Duplicate, Stored, Rejected]);
    let seq = archive.changes_since(0, 9).unwrap().len();
    assert_eq!(add(&mut writer, documents()), [Unchanged, Unchanged, Unchanged, Unchanged, Rejected]);
    assert_eq!(archive.changes_since(0, 9).unwrap().len(), seq);
    let receipt = writer.receipt();
    assert_eq!((receipt.seen, receipt.stored, receipt.unchanged), (10, 2, 4));
    assert_eq!((receipt.updated, receipt.duplicate, receipt.rejected), (0, 2, 2));
    let ferry = archive.get(&article("Ferry sold", "", 1).id).unwrap().unwrap();
    assert_eq!(ferry.places, ["a.txt", "b.txt"]);
}

#[test]
fn an_update_takes_the_place_of_what_was_there() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    add(&mut writer, vec![document("a.txt", &["Ferry sold"]), document("b.txt", &["Bridge closed"])]);
    assert_eq!(add(&mut writer, vec![document("a.txt", &["Ferry sold for good"])]), [Updated]);
    assert_eq!(archive.get(&article("Ferry sold", "", 1).id).unwrap(), None);
    let changes = archive.changes_since(2, 9).unwrap();
    let [Change::Stored(new), Change::Deleted { seq: 4, id }] = changes.as_slice() else {
        panic!("{changes:?}")
    };
    assert_eq!((new.seq, new.article.headline()), (3, Some("Ferry sold for good")));
    assert_eq!(*id, article("Ferry sold", "", 1).id);
    // Back again: a new place in the order, after its removal.
    assert_eq!(add(&mut writer, vec![document("a.txt", &["Ferry sold"])]), [Updated]);
    assert_eq!(archive.get(&article("Ferry sold", "", 1).id).unwrap().unwrap().seq, 5);
}

#[test]
fn an_article_stays_as_long_as_one_place_holds_it() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    let id = article("Ferry sold", "", 1).id;
    add(&mut writer, vec![document("a.txt", &["Ferry sold"]), document("b.txt", &["Ferry sold"])]);
    assert_eq!(add(&mut writer, vec![document("a.txt", &["Bridge closed"])]), [Updated]);
    assert_eq!(archive.get(&id).unwrap().unwrap().places, ["b.txt"]);
    // The document of the place that is left speaks for it from now on.
    let mut again = document("b.txt", &["Ferry sold"]);
    again.records[0].section = Some("Harbour".to_owned());
    assert_eq!(add(&mut writer, vec![again]), [Updated]);
    assert_eq!(archive.get(&id).unwrap().unwrap().article.section.as_deref(), Some("Harbour"));
    assert_eq!(add(&mut writer, vec![document("b.txt", &["Bridge closed"])]), [Duplicate]);
    assert_eq!(archive.get(&id).unwrap(), None);
}

#[test]
fn a_document_may_lose_and_shift_its_articles() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    add(&mut writer, vec![document("a.txt", &["Ferry sold", "Bridge closed", "Mayor ill"])]);
    assert_eq!(
        add(&mut writer, vec![document("a.txt", &["Bridge closed", "Mayor ill"])]),
        [Updated, Updated]
    );
    assert_eq!(archive.ids("", 9).unwrap().len(), 2);
    assert_eq!(
        add(&mut writer, vec![document("a.txt", &["Bridge closed", "Mayor ill"])]),
        [Unchanged, Unchanged]
    );
    assert_eq!(add(&mut writer, vec![document("a.txt", &["Mayor ill"])]), [Updated]);
    assert_eq!(archive.ids("", 9).unwrap(), [article("Mayor ill", "", 1).id]);
    // What was rejected today leaves what was read yesterday.
    assert_eq!(add(&mut writer, vec![rejected("a.txt")]), [Rejected]);
    assert_eq!(archive.ids("", 9).unwrap().len(), 1);
}

#[test]
fn a_document_without_a_place_is_known_by_its_bytes() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    let nameless = |headline| {
        let mut document = document("", &[headline]);
        document.place = None;
        document
    };
    assert_eq!(add(&mut writer, vec![nameless("Ferry sold")]), [Stored]);
    assert_eq!(add(&mut writer, vec![nameless("Ferry sold")]), [Unchanged]);
    assert_eq!(add(&mut writer, vec![document("a.txt", &["Ferry sold"])]), [Duplicate]);
    assert_eq!(add(&mut writer, vec![document("a.txt", &["Bridge closed"])]), [Updated]);
    let ferry = archive.get(&article("Ferry sold", "", 1).id).unwrap().unwrap();
    assert_eq!(ferry.places, Vec::<String>::new());
    // No id either: one is made from the content.
    let mut bare = nameless("Mayor ill");
    bare.records[0].id.clear();
    writer.add(bare).unwrap();
    let id = writer.commit().unwrap()[0].id.clone().unwrap();
    assert_eq!(archive.get(&id).unwrap().unwrap().article.id, id);
}

#[test]
fn what_was_not_saved_was_never_there() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    add(&mut writer, vec![document("a.txt", &["Ferry sold"])]);
    writer.add(document("a.txt", &["Bridge closed"])).unwrap();
    drop(writer);
    assert_eq!(archive.ids("", 9).unwrap(), [article("Ferry sold", "", 1).id]);
    let mut writer = archive.writer().unwrap();
    add(&mut writer, vec![document("b.txt", &["Bridge closed"])]);
    assert_eq!(archive.get(&article("Bridge closed", "", 1).id).unwrap().unwrap().seq, 2);
}

#[test]
fn a_document_that_grows_leaves_its_articles_as_they_were() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    add(&mut writer, vec![document("a.txt", &["Ferry sold"])]);
    assert_eq!(
        add(&mut writer, vec![document("a.txt", &["Ferry sold", "Bridge closed"])]),
        [Unchanged, Stored]
    );
    // It stands as it was read, beside the bytes that it was read from.
    let id = article("Ferry sold", "", 1).id;
    assert_eq!(archive.source(&id).unwrap().unwrap(), b"Ferry sold");
}
