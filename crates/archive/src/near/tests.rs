use super::{Index, Options};

/// An invented story: as many sentences of eleven words, no two with a run of words in common.
fn story(number: u32, sentences: u32) -> Vec<String> {
    const SYLLABLES: [&str; 16] =
        ["be", "co", "di", "fu", "ga", "he", "ki", "lo", "mi", "nu", "pa", "re", "so", "ta", "vi", "zu"];
    let mut seed = 0x2545_f491_u32.wrapping_mul(number + 1);
    let mut syllable = || {
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        SYLLABLES[(seed >> 8) as usize % SYLLABLES.len()]
    };
    let mut word = || [syllable(), syllable(), syllable()].concat();
    (0..sentences)
        .map(|_| {
            let words: Vec<String> = (0..11).map(|_| word()).collect();
            words.join(" ") + "."
        })
        .collect()
}

fn clusters(texts: &[String]) -> Vec<u32> {
    clusters_with(Options::default(), texts)
}

fn clusters_with(options: Options, texts: &[String]) -> Vec<u32> {
    let mut index = Index::new(options);
    texts.iter().for_each(|text| index.add(text));
    index.clusters().iter().map(|member| member.cluster).collect()
}

#[test]
fn a_cut_copy_belongs_to_its_story() {
    let wire = story(1, 20);
    assert_eq!(clusters(&[wire[..5].join(" "), story(2, 20).join(" "), wire.join(" ")]), [2, 1, 2]);
}

#[test]
fn the_first_lines_of_a_long_read_belong_to_it() {
    let wire = story(1, 200);
    assert_eq!(clusters(&[wire.join(" "), wire[..12].join(" ")]), [0, 0]);
}

#[test]
fn an_edited_copy_belongs_to_its_story() {
    let wire = story(1, 20);
    // Every third sentence another one, every sixth word another word.
    let other = story(2, 20);
    let edited: Vec<String> = wire
        .iter()
        .zip(&other)
        .enumerate()
        .map(|(n, (own, other))| {
            if n % 3 == 1 {
                return other.clone();
            }
            let words = own.split(' ').zip(other.split(' ')).enumerate();
            words.map(|(n, (own, other))| if n % 6 == 5 { other } else { own }).collect::<Vec<_>>().join(" ")
        })
        .collect();
    assert_eq!(clusters(&[wire.join(" "), edited.join(" ")]), [0, 0]);
    // Only because what is common is spread over all of it.
    let strict = Options { edited: 1.0, ..Options::default() };
    assert_eq!(clusters_with(strict, &[wire.join(" "), edited.join(" ")]), [0, 1]);
}

#[test]
fn a_quotation_makes_no_copy() {
    let wire = story(1, 20);
    let mut other = story(2, 8);
    other.splice(3..3, wire[6..10].iter().cloned());
    let texts = [wire.join(" "), other.join(" ")];
    assert_eq!(clusters(&texts), [0, 1]);
    let anywhere = Options { spread: 0.0, ..Options::default() };
    assert_eq!(clusters_with(anywhere, &texts), [0, 0]);
}

#[test]
fn a_statement_that_both_quote_is_too_little_for_short_texts() {
    let statement = story(1, 1).join(" ");
    let texts = [format!("{statement} So she said."), format!("He heard this: {statement}")];
    assert_eq!(clusters(&texts), [0, 0]);
    let statement = statement.split(' ').take(8).collect::<Vec<_>>().join(" ");
    let texts = [format!("{statement} So she said."), format!("He heard this: {statement}")];
    assert_eq!(clusters(&texts), [0, 1]);
}

#[test]
fn lines_of_a_site_make_no_copies() {
    let legal = story(99, 4).join(" ");
    let texts: Vec<String> = (0..30).map(|n| format!("{} {legal}", story(n, 6).join(" "))).collect();
    assert_eq!(clusters(&texts), (0..30).collect::<Vec<u32>>());
}

#[test]
fn a_story_in_many_papers_is_no_stock_phrase() {
    let wire = story(1, 12);
    let texts: Vec<String> =
        (0..60).map(|n| format!("{} {}", wire.join(" "), story(n + 2, 2).join(" "))).collect();
    assert!(clusters(&texts).iter().all(|&cluster| cluster == 0));
}

#[test]
fn items_of_a_roundup_are_not_copies_of_each_other() {
    let (one, other) = (story(1, 8), story(2, 8));
    let roundup = format!("{} {}", one.join(" "), other.join(" "));
    let texts = [roundup, one.join(" "), other.join(" "), other[..6].join(" ")];
    let found = clusters(&texts);
    assert_ne!(found[1], found[2]);
    assert_eq!(found[2], found[3]);
    let side_by_side = Options { overlap: false, ..Options::default() };
    assert_eq!(clusters_with(side_by_side, &texts), [0, 0, 0, 0]);
}

#[test]
fn scripts_without_spaces_have_copies_too() {
    let wire = "市议会周二决定关闭河上的旧桥，因为工程师在两个桥墩上发现了裂缝。市长说，修理工作将持续到明年春天。\
                居民希望在此期间有一条渡船，但市政府表示没有资金。";
    let cut: String = wire.chars().take(45).collect();
    let other =
        "气象部门预计周末沿海地区将有大雨，学校和商店可能提前关门，渔民被要求留在港口等候进一步通知。";
    assert_eq!(clusters(&[wire.to_owned(), other.to_owned(), cut]), [0, 1, 0]);
}

#[test]
fn nothing_is_like_nothing() {
    assert!(clusters(&[]).is_empty());
    assert_eq!(clusters(&[String::new(), String::new(), "Two words".to_owned()]), [0, 1, 2]);
}
