use super::{agency_at_end, agency_at_start, is_agency, is_agency_like};
use proptest::prelude::*;

#[test]
fn names_of_agencies() {
    for name in [
        "AP",
        "A.P.",
        "Reuters",
        "REUTERS",
        "reuters",
        "AFP",
        "afp",
        "dpa",
        "Xinhua",
        "新华社",
        "新華社",
        "ТАСС",
        "TASS",
        "ANSA",
        "EFE",
        "efe",
        "APA",
        "Ritzau",
        "TT",
        "NTB",
        "STT",
        "PAP",
        "ČTK",
        "čtk",
        "MTI",
        "Agerpres",
        "BTA",
        "Hina",
        "Tanjug",
        "AA",
        "İHA",
        "DHA",
        "IRNA",
        "ISNA",
        "PTI",
        "ANI",
        "IANS",
        "BSS",
        "UNB",
        "APP",
        "Antara",
        "Bernama",
        "TTXVN",
        "연합뉴스",
        "뉴시스",
        "뉴스1",
        "共同",
        "時事",
        "中央社",
        "Getty Images",
        "GETTY IMAGES",
        "imago",
        "EPA",
        "picture alliance",
        "picture-alliance",
        "Shutterstock",
        "PR Newswire",
        "PRNewswire",
        "BUSINESS WIRE",
        "GlobeNewswire",
        "GLOBE NEWSWIRE",
        "رويترز",
        "אי־פי",
        "एएनआई",
        "The Associated Press",
        "USA TODAY Sports",
    ] {
        assert!(is_agency(name), "{name}");
    }
}

#[test]
fn shared_credits() {
    for name in [
        "dpa/AFP",
        "efe-epa",
        "picture alliance / dpa",
        "picture alliance/dpa",
        "Reuters | AFP",
        "AFP via Getty Images",
    ] {
        assert!(is_agency(name), "{name}");
    }
}

#[test]
fn other_words_are_no_agencies() {
    for name in [
        "",
        " ",
        "ap",
        "tt",
        "aa",
        "Map",
        "pap",
        "Ani",
        "Photo",
        "Anna Berg",
        "Northport",
        "Reuters reporter",
        "AP/Anna Berg",
        "beta",
        "hina",
        "-",
        "/",
        "...",
        "Trend setter",
        "AFPs",
    ] {
        assert!(!is_agency(name), "{name}");
    }
}

#[test]
fn names_that_say_so() {
    for name in [
        "Island News Agency",
        "Agencia Sur",
        "وكالة الأفق",
        "خبرگزاری البرز",
        "東都通信",
        "北方通讯社",
        "한빛통신",
        "OpenLine Newswire",
    ] {
        assert!(is_agency_like(name), "{name}");
    }
    for name in ["Anna Berg", "agencia", "Newswire", "통신"] {
        assert!(!is_agency_like(name), "{name}");
    }
}

fn start(text: &str, expected: Option<&str>) {
    assert_eq!(agency_at_start(text).map(|r| &text[r]), expected, "{text}");
}

fn end(text: &str, expected: Option<&str>) {
    assert_eq!(agency_at_end(text).map(|r| &text[r]), expected, "{text}");
}

#[test]
fn at_the_start() {
    start("Reuters - Shares rose", Some("Reuters"));
    start(" AFP/Anna Berg", Some("AFP"));
    start("Getty Images/Anna Berg", Some("Getty Images"));
    start("AP Photo/Anna Berg", Some("AP Photo"));
    start("新华社北岭7月15日电", Some("新华社"));
    start("A.P. reports", Some("A.P."));
    start("(AP) more", None);
    start("Apart from that", None);
    start("AFPs Reporter", None);
    start("APs", None);
    start("", None);
}

#[test]
fn at_the_end() {
    end("Crews at work. Reuters", Some("Reuters"));
    end("Crews at work.A Berg/dpa ", Some("dpa"));
    end("Anna Berg / Getty Images", Some("Getty Images"));
    end("A bridge. 뉴시스", Some("뉴시스"));
    end("桥梁。新华社", Some("新华社"));
    end("on the MAP", Some("MAP"));
    end("on the map", None);
    end("Crews at work.", None);
    end("megap", None);
    end("", None);
}

proptest! {
    #[test]
    fn spans_are_on_boundaries(text in "\\PC{0,60}|(AP|dpa|新华社|İ|ẞ|[. /-]|Getty|Images|뉴스){0,12}") {
        for range in [agency_at_start(&text), agency_at_end(&text)].into_iter().flatten() {
            prop_assert!(!text[range].is_empty());
        }
        is_agency(&text);
        is_agency_like(&text);
    }
}
