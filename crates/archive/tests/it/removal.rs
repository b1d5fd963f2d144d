//! What is removed is gone, and stays away.

use wirecopy_archive::Outcome::{Rejected, Stored, Unchanged};
use wirecopy_archive::{Change, Removed, SearchRequest};

use crate::place::{Place, add, article, document};

#[test]
fn an_article_goes_from_everywhere() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    add(
        &mut writer,
        vec![document("a.txt", &["Ferry sold"]), document("b.txt", &["Bridge closed", "Mayor ill"])],
    );
    let (ferry, bridge) = (article("Ferry sold", "", 1), article("Bridge closed", "", 1));
    assert_eq!(writer.remove(&ferry.id).unwrap(), Some(Removed { document: true }));
    // Another article was read from this document.
    assert_eq!(writer.remove(&bridge.id).unwrap(), Some(Removed { document: false }));
    assert_eq!(writer.remove("nobody").unwrap(), None);
    writer.commit().unwrap();
    for id in [&ferry.id, &bridge.id] {
        assert_eq!(archive.get(id).unwrap(), None);
        assert_eq!(archive.source(id).unwrap(), None);
    }
    assert_eq!(archive.search(&SearchRequest::new("")).unwrap().total, 1);
    let gone: Vec<_> = archive
        .changes_since(3, 9)
        .unwrap()
        .into_iter()
        .filter_map(|change| if let Change::Deleted { id, .. } = change { Some(id) } else { None })
        .collect();
    assert_eq!(gone, [ferry.id.clone(), bridge.id.clone()]);
    assert_eq!(archive.verify().unwrap().problems, Vec::<String>::new());
    // The document whose first article went is still walked.
    let kept: Vec<_> = archive.documents().unwrap().map(|kept| kept.unwrap().place.unwrap()).collect();
    assert_eq!(kept, ["b.txt"]);
    assert_eq!(archive.stats().unwrap().documents, 1);

    // Nothing of it is left in the file.
    drop(writer);
    archive.writer().unwrap().finish().unwrap();
    let bytes = std::fs::read(place.path().join("archive.db")).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("Bridge closed | Mayor ill") && !holds("Ferry sold"));
}

#[test]
fn what_was_removed_does_not_come_in_again() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    let documents =
        || vec![document("a.txt", &["Ferry sold"]), document("b.txt", &["Bridge closed", "Mayor ill"])];
    add(&mut writer, documents());
    let ferry = article("Ferry sold", "", 1);
    let bridge = article("Bridge closed", "", 1);
    writer.remove(&ferry.id).unwrap();
    writer.remove(&bridge.id).unwrap();
    writer.commit().unwrap();
    for _ in 0..2 {
        assert_eq!(add(&mut writer, documents()), [Rejected, Rejected, Unchanged]);
        assert_eq!(archive.verify().unwrap().problems, Vec::<String>::new());
        assert_eq!(archive.stats().unwrap().documents, 1);
    }
    assert!(writer.readmit(&ferry.id).unwrap());
    assert!(!writer.readmit("nobody").unwrap());
    assert_eq!(add(&mut writer, documents()), [Stored, Rejected, Unchanged]);
    assert_eq!(archive.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn what_is_removed_and_not_saved_is_there() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    add(&mut writer, vec![document("a.txt", &["Ferry sold"])]);
    let ferry = article("Ferry sold", "", 1);
    writer.remove(&ferry.id).unwrap();
    drop(writer);
    assert!(archive.get(&ferry.id).unwrap().is_some());
    assert_eq!(archive.verify().unwrap().problems, Vec::<String>::new());
}
