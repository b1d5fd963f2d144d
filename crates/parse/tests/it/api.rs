//! The documented interface, as a caller meets it.

use wirecopy_parse::model::{Code, Kind, OffsetBasis, Stamp};
use wirecopy_parse::{DateOrder, Error, Parsed, Parser, ParserBuilder};

const STORY: &str = "Council closes bridge\n\nBy Ana Lima\n\n03/04/2018 10:15\n\nThe council voted on Monday to close the old bridge \
    over the river. Work on the new one begins in May.\n\nResidents had asked for a ferry, but none will come before the winter, \
    officials said after the meeting.\n\nThe council meets again in June to vote on the money for the work.\n";

fn published(parser: &Parser, text: &str) -> Stamp {
    parser.parse(text).into_articles().remove(0).published.unwrap()
}

fn codes(parsed: &Parsed<'_>) -> Vec<Code> {
    let of_articles = parsed.articles().flat_map(|article| &article.diagnostics);
    parsed.diagnostics().chain(of_articles).map(|diagnostic| diagnostic.code.clone()).collect()
}

#[test]
fn a_story_is_read() {
    let parsed = wirecopy_parse::parse(STORY);
    let article = parsed.articles().next().unwrap();
    assert_eq!(article.kind, Kind::Article);
    assert_eq!(article.headline(), Some("Council closes bridge"));
    assert_eq!(article.bylines[0].name, "Ana Lima");
    assert_eq!(article.body.len(), 3);
    assert_eq!(parsed.provenance("headline").unwrap().text(parsed.text()), article.headline());
    assert_eq!(parsed.encoding(), None);
    assert_eq!(parsed.text(), STORY);
}

#[test]
fn the_date_order_settles_what_is_ambiguous() {
    let with = |order| Parser::builder().date_order(order).build();
    let open = published(&Parser::new(), STORY);
    assert_eq!((open.iso(), open.alternatives.len()), (None, 2));
    assert!(codes(&wirecopy_parse::parse(STORY)).contains(&Code::AMBIGUOUS_DATE));
    let day_first = published(&with(DateOrder::DayFirst), STORY);
    assert_eq!(day_first.iso().as_deref(), Some("2018-04-03T10:15"));
    assert!(day_first.alternatives.is_empty());
    assert_eq!(published(&with(DateOrder::MonthFirst), STORY).iso().as_deref(), Some("2018-03-04T10:15"));
}

#[test]
fn the_reference_date_settles_what_is_relative() {
    let text = STORY.replace("03/04/2018 10:15", "Published 2 days ago");
    assert_eq!(published(&Parser::new(), &text).iso(), None);
    assert!(codes(&wirecopy_parse::parse(&text)).contains(&Code::RELATIVE_DATE));
    let today = "2021-05-03".parse().unwrap();
    let dated = published(&Parser::builder().reference_date(today).build(), &text);
    assert_eq!(dated.iso().as_deref(), Some("2021-05-01"));
    assert_eq!(dated.raw, "2 days ago");
}

#[test]
fn an_assumed_zone_is_marked() {
    let zone = "+02:00".parse().unwrap();
    let parser = Parser::builder().date_order(DateOrder::DayFirst).assume_zone(zone).build();
    let stamp = published(&parser, STORY);
    assert_eq!(stamp.iso().as_deref(), Some("2018-04-03T10:15+02:00"));
    assert_eq!(stamp.offset.unwrap().basis, OffsetBasis::Assumed);
    assert!(codes(&parser.parse(STORY)).contains(&Code::ZONE_ASSUMED));
    // What is written goes before what is assumed, and a day alone has no zone.
    let stated = published(&parser, &STORY.replace("10:15", "10:15 GMT")).offset.unwrap();
    assert_eq!((stated.seconds, stated.basis), (0, OffsetBasis::Stated));
    assert_eq!(published(&parser, &STORY.replace(" 10:15", "")).offset, None);
}

#[test]
fn strict_tells_worse_from_worth_knowing() {
    let errors = wirecopy_parse::parse(STORY).strict().unwrap_err();
    assert!(errors.iter().any(|diagnostic| diagnostic.code == Code::AMBIGUOUS_DATE));
    let settled = Parser::builder().date_order(DateOrder::DayFirst).build();
    assert_eq!(settled.parse(STORY).strict().unwrap().len(), 1);
    assert!(wirecopy_parse::parse(" \n").strict().is_err(), "an empty document is no answer");
}

#[test]
fn reasons_are_kept_only_when_asked_for() {
    let plain = wirecopy_parse::parse(STORY);
    assert!(plain.decisions().is_empty());
    assert!(plain.layout().lines.iter().all(|line| line.reasons.is_empty()));
    let explained = Parser::builder().explain(true).build().parse(STORY);
    assert!(explained.layout().lines.iter().all(|line| !line.reasons.is_empty()));
    let headline = explained.decisions().iter().find(|decision| decision.field == "headline").unwrap();
    assert!(headline.chosen && !headline.reason.is_empty());
    assert_eq!((headline.record, headline.value.as_str()), (1, "Council closes bridge"));
    assert_eq!(explained.into_articles(), plain.into_articles());
}

#[cfg(feature = "encoding")]
mod bytes {
    use super::*;

    #[test]
    fn the_limit_is_on_bytes() {
        let parser = Parser::builder().max_input(STORY.len()).build();
        assert!(parser.parse_bytes(STORY.as_bytes()).is_ok());
        let parser = Parser::builder().max_input(STORY.len() - 1).build();
        let error = parser.parse_bytes(STORY.as_bytes()).unwrap_err();
        assert_eq!(error, Error::TooLarge { size: STORY.len(), limit: STORY.len() - 1 });
        assert!(error.to_string().contains("over the limit"), "{error}");
        // A text is the caller's own memory already.
        assert_eq!(parser.parse(STORY).articles().len(), 1);
        assert_eq!(Parser::new().max_input(), Parser::DEFAULT_MAX_INPUT);
        assert_eq!(Parser::builder().max_input(usize::MAX).build().max_input(), u32::MAX as usize);
    }

    #[test]
    fn what_is_not_text_is_refused_with_a_name() {
        let error = Parser::new().parse_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj").unwrap_err();
        assert_eq!(error.to_string(), "not text: a PDF document");
        assert!(matches!(Parser::new().parse_bytes(&[0; 64]), Err(Error::NotText { .. })));
    }

    #[test]
    fn an_encoding_goes_before_detection_and_behind_a_mark() {
        let bytes = b"Rat schlie\xdft Br\xfccke";
        let western = Parser::builder().encoding("latin1").build().parse_bytes(bytes).unwrap();
        assert_eq!((western.text(), western.encoding()), ("Rat schließt Brücke", Some("windows-1252")));
        let cyrillic = Parser::builder().encoding("windows-1251").build();
        assert_eq!(cyrillic.parse_bytes(bytes).unwrap().encoding(), Some("windows-1251"));
        let marked = "\u{feff}Rat schließt Brücke".as_bytes();
        let parsed = cyrillic.parse_bytes(marked).unwrap();
        assert_eq!((parsed.text(), parsed.encoding()), ("Rat schließt Brücke", Some("UTF-8")));
        let error = Parser::builder().encoding("klingon").build().parse_bytes(bytes).unwrap_err();
        assert_eq!(error, Error::UnknownEncoding { label: "klingon".to_owned() });
        assert_eq!(error.to_string(), "unknown encoding \"klingon\"");
    }

    #[test]
    fn a_guess_and_damage_are_said() {
        let guessed = Parser::new();
        let guessed = guessed
            .parse_bytes(b"Der Rat schlie\xdft die Br\xfccke \xfcber die Ems f\xfcr zwei Jahre.")
            .unwrap();
        assert!(codes(&guessed).contains(&Code::ENCODING_GUESSED));
        let parser = Parser::builder().encoding("utf-8").build();
        let damaged = parser.parse_bytes(b"The council voted\xff on Monday.").unwrap();
        assert_eq!(damaged.text(), "The council voted\u{fffd} on Monday.");
        assert!(codes(&damaged).contains(&Code::MALFORMED_BYTES));
    }

    #[test]
    fn good_utf8_is_borrowed() {
        let parsed = Parser::new();
        let parsed = parsed.parse_bytes(STORY.as_bytes()).unwrap();
        assert_eq!(parsed.text().as_ptr(), STORY.as_ptr(), "no copy is made");
    }
}

#[test]
fn what_is_shared_can_be_shared() {
    fn shareable<T: Send + Sync>() {}
    fn copyable<T: Clone + std::fmt::Debug>() {}
    shareable::<Parser>();
    shareable::<ParserBuilder>();
    shareable::<Parsed<'static>>();
    shareable::<Error>();
    copyable::<Parser>();
    copyable::<ParserBuilder>();
    copyable::<Parsed<'static>>();
    copyable::<Error>();
}
