use wirecopy_archive::Incoming;
use wirecopy_model::{Article, Block, BlockKind, PublishedAt, Stamp};

use crate::place::{Place, article};

const WIRE: &str = "The council closed the old bridge on Monday after engineers had found cracks in two of its piers. \
    Repairs will take until spring, the mayor said, and cost more than a new bridge would have in 1990. Residents of \
    the north bank wanted a ferry until then, but the council has no money for one.";

fn copy(name: &str, text: &str, published: Option<&str>) -> Article {
    let mut copy = article(name, name, 1);
    copy.body = vec![Block { kind: BlockKind::Paragraph, text: text.to_owned() }];
    copy.published = published.map(|date| {
        let value: PublishedAt = date.parse().unwrap();
        Stamp { raw: date.to_owned(), value: Some(value), alternatives: Vec::new(), offset: None }
    });
    copy
}

fn incoming(article: Article) -> Incoming {
    let bytes = article.body_text().into_bytes();
    let place = article.headline.clone();
    Incoming { place, bytes, records: vec![article], ..Incoming::default() }
}

#[test]
fn copies_are_found_and_kept() {
    let place = Place::new();
    let archive = place.archive();
    assert!(!archive.dedupe_due().unwrap());
    let cut = copy("Bridge shut", &WIRE[..120], None);
    let whole = copy("Cracks close bridge", WIRE, Some("2018-07-03"));
    let early = copy("Council acts", &WIRE[..200], Some("2018-07-02"));
    let other = copy("Ferry sold", "An old ferry was sold to a museum in the north on Friday.", None);
    let mut writer = archive.writer().unwrap();
    for article in [&cut, &whole, &early, &other] {
        writer.add(incoming(article.clone())).unwrap();
    }
    writer.commit().unwrap();
    drop(writer);
    assert!(archive.dedupe_due().unwrap());
    assert_eq!(archive.get(&cut.id).unwrap().unwrap().copies, None);

    let found = archive.dedupe().unwrap();
    assert_eq!((found.records, found.clusters, found.copies), (4, 1, 3));
    assert!(!archive.dedupe_due().unwrap());
    let clusters: Vec<_> = archive.duplicates().unwrap().map(Result::unwrap).collect();
    assert_eq!(clusters.len(), 1);
    // Published first, though stored last.
    assert_eq!(clusters[0].id, early.id);
    let firsts: Vec<bool> = clusters[0].copies.iter().map(|copy| copy.first).collect();
    assert_eq!(firsts, [true, false, false]);
    let copies = archive.get(&cut.id).unwrap().unwrap().copies.unwrap();
    assert_eq!((copies.cluster.as_str(), copies.size), (early.id.as_str(), 3));
    assert!(copies.similarity > 0.9, "{}", copies.similarity);
    assert_eq!(archive.get(&early.id).unwrap().unwrap().copies.unwrap().similarity, 1.0);
    assert_eq!(archive.get(&other.id).unwrap().unwrap().copies, None);

    let others = archive.copies(&cut.id).unwrap();
    assert_eq!(others.len(), 2);
    assert!(others.iter().all(|copy| copy.similarity > 0.9 && copy.id != cut.id));
    assert!(archive.copies(&other.id).unwrap().is_empty());
    assert!(archive.copies("nobody").unwrap().is_empty());
}

#[test]
fn a_record_that_goes_is_no_copy_any_more() {
    let place = Place::new();
    let archive = place.archive();
    let (whole, cut) = (copy("Cracks close bridge", WIRE, None), copy("Bridge shut", &WIRE[..120], None));
    let mut writer = archive.writer().unwrap();
    writer.add(incoming(whole.clone())).unwrap();
    writer.add(incoming(cut.clone())).unwrap();
    writer.commit().unwrap();
    drop(writer);
    assert_eq!(archive.dedupe().unwrap().copies, 2);
    let mut writer = archive.writer().unwrap();
    let mut changed = incoming(copy("Ferry sold", "An old ferry was sold to a museum.", None));
    changed.place = cut.headline.clone();
    writer.add(changed).unwrap();
    writer.commit().unwrap();
    drop(writer);
    assert_eq!(archive.get(&cut.id).unwrap(), None);
    assert_eq!(archive.get(&whole.id).unwrap().unwrap().copies, None);
    assert_eq!(archive.duplicates().unwrap().count(), 0);
    assert_eq!(archive.dedupe().unwrap().copies, 0);
}

#[test]
fn what_comes_into_a_large_archive_is_held_against_what_is_there() {
    let place = Place::new();
    let archive = place.archive();
    let mut writer = archive.writer().unwrap();
    for n in 0..2_100 {
        let text = format!("Ward {n} voted for plan {}, which costs {} a year.", n * 7919 % 613, n * 31);
        writer.add(incoming(copy(&format!("Ward {n}"), &text, None))).unwrap();
    }
    writer.commit().unwrap();
    drop(writer);
    archive.dedupe().unwrap();

    let whole = copy("Cracks close bridge", WIRE, Some("2018-07-03"));
    let cut = copy("Cracks close bridge", &WIRE[..200], Some("2018-07-04"));
    let cut = Article { id: "c".repeat(32), ..cut };
    let early = copy("Council acts", &WIRE[..220], Some("2018-07-02"));
    let mut writer = archive.writer().unwrap();
    let mut put = |article: &Article, name: &str| {
        writer.add(Incoming { place: Some(name.to_owned()), ..incoming(article.clone()) }).unwrap();
        writer.commit().unwrap();
    };
    put(&whole, "whole.txt");
    assert_eq!(archive.get(&whole.id).unwrap().unwrap().copies, None);
    put(&cut, "cut.txt");
    let copies = archive.get(&cut.id).unwrap().unwrap().copies.unwrap();
    assert_eq!((copies.cluster.as_str(), copies.size, copies.first), (whole.id.as_str(), 2, false));
    assert!(copies.difference.kept > 0.9 && copies.difference.covered < 0.8, "{copies:?}");
    assert!(!copies.difference.headline);
    // One that was published before is the first from now on.
    put(&early, "early.txt");
    assert!(!archive.dedupe_due().unwrap());
    for article in [&whole, &cut, &early] {
        let copies = archive.get(&article.id).unwrap().unwrap().copies.unwrap();
        assert_eq!((copies.cluster.as_str(), copies.size), (early.id.as_str(), 3));
        assert_eq!(copies.first, article.id == early.id);
        assert_eq!(copies.difference.headline, article.id != early.id);
    }
    // When it goes, the next takes its place.
    writer.remove(&early.id).unwrap();
    writer.commit().unwrap();
    for article in [&whole, &cut] {
        let copies = archive.get(&article.id).unwrap().unwrap().copies.unwrap();
        assert_eq!((copies.cluster.as_str(), copies.size), (whole.id.as_str(), 2));
    }
    drop(writer);
    // Looked at as a whole, it is the same.
    assert_eq!(archive.dedupe().unwrap().copies, 2);
    assert_eq!(archive.get(&cut.id).unwrap().unwrap().copies.unwrap().cluster, whole.id);
}
