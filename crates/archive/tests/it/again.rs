//! Documents that come again: known without being read, and by the same name wherever they are.

use wirecopy_archive::Outcome::{Rejected, Stored, Unchanged, Updated};
use wirecopy_archive::{SearchRequest, Sort};

use crate::place::{Place, add, article, document, rejected};

#[test]
fn a_document_is_known_by_its_stamp() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    let mut stamped = document("a.txt", &["Ferry sold", "Bridge closed"]);
    stamped.stamp = Some("25-7f".to_owned());
    add(&mut writer, vec![stamped, rejected("b.txt")]);
    let known = archive.known("a.txt").unwrap().unwrap();
    assert_eq!(known.stamp.as_deref(), Some("25-7f"));
    assert_eq!(known.sha256, archive.get(&article("Ferry sold", "", 1).id).unwrap().unwrap().source_sha256);
    assert_eq!(archive.known("c.txt").unwrap(), None);

    assert!(writer.add_unchanged("a.txt", Some("25-80")).unwrap());
    assert!(writer.add_unchanged("b.txt", None).unwrap());
    assert!(!writer.add_unchanged("c.txt", None).unwrap());
    let entries = writer.commit().unwrap();
    let outcomes: Vec<_> = entries.iter().map(|entry| (entry.record, entry.outcome)).collect();
    assert_eq!(outcomes, [(1, Unchanged), (2, Unchanged), (0, Rejected)]);
    assert_eq!(entries[2].rejection.as_ref().unwrap().code, "not_text");
    assert_eq!(archive.known("a.txt").unwrap().unwrap().stamp.as_deref(), Some("25-80"));
    // One without a stamp takes it away: whatever it is, it is not known by that.
    add(&mut writer, vec![document("a.txt", &["Ferry sold"])]);
    assert_eq!(archive.known("a.txt").unwrap().unwrap().stamp, None);
}

#[test]
fn folders_have_names_of_their_own() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    // As an earlier version kept it.
    assert_eq!(add(&mut writer, vec![document("/srv/press/a.txt", &["Ferry sold"])]), [Stored]);
    let roots = writer.roots(&["/srv/press", "/srv/press/2018", "/mnt/press", "/"]).unwrap();
    // The folder above all was named first, so that the others lie in it.
    assert_eq!(roots.place("/srv/press/a.txt"), "root/srv/press/a.txt");
    drop(writer);

    let mut writer = archive.writer().unwrap();
    let roots = writer.roots(&["/srv/press/2018", "/srv/press"]).unwrap();
    assert_eq!(roots.place("/srv/press/a.txt"), "press/a.txt");
    assert_eq!(roots.place("/srv/press/2018/b.txt"), "press/2018/b.txt");
    assert_eq!(roots.place("/srv/pressed/b.txt"), "/srv/pressed/b.txt");
    assert_eq!(writer.roots(&["/mnt/press/"]).unwrap().place("/mnt/press/a.txt"), "press-2/a.txt");
    assert_eq!(add(&mut writer, vec![document("press/a.txt", &["Ferry sold"])]), [Unchanged]);
    let ferry = archive.get(&article("Ferry sold", "", 1).id).unwrap().unwrap();
    assert_eq!(ferry.places, ["press/a.txt"]);
    drop(writer);
    // They are kept.
    let roots = archive.writer().unwrap().roots(&["/srv/press"]).unwrap();
    assert_eq!(roots.place("/mnt/press/a.txt"), "press-2/a.txt");
}

#[test]
fn a_walk_meets_once_what_is_replaced_meanwhile() {
    for sort in [Sort::Added, Sort::Newest, Sort::Relevance] {
        let place = Place::new();
        let archive = place.archive();
        let mut writer = archive.writer().unwrap();
        let documents = |word: &str| {
            (0..30)
                .map(|n| document(&format!("{n}.txt"), &[&format!("Story {n} {word}")]))
                .collect::<Vec<_>>()
        };
        add(&mut writer, documents("sold"));
        let mut request = SearchRequest { sort, limit: 4, ..SearchRequest::new("story") };
        let mut met = Vec::new();
        loop {
            let page = archive.search(&request).unwrap();
            assert_eq!(page.total, 30);
            met.extend(page.hits.iter().map(|hit| hit.stored.places[0].clone()));
            request.cursor = page.next;
            if request.cursor.is_none() {
                break;
            }
            if met.len() == 8 {
                // Every document is another now, and new ones come in.
                assert_eq!(add(&mut writer, documents("kept")), vec![Updated; 30]);
                add(&mut writer, vec![document("new.txt", &["Story of the day"])]);
            }
        }
        met.sort();
        met.dedup();
        assert_eq!(met.len(), 30, "{sort:?}");
    }
}
