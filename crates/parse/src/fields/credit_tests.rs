use super::{credit_strength, read_credit, split_caption};
use proptest::prelude::*;

/// `expected`: caption, credit without its label.
fn check(line: &str, caption: &str, credit: &str) {
    let read = split_caption(line);
    let got = read.caption.map_or("", |r| &line[r]);
    let name = read.credit.map_or("", |c| &line[c.name]);
    assert_eq!((got, name), (caption, credit), "{line}");
}
