//! Documents of all kinds, made up, for each of which the promises hold.

use proptest::prelude::*;
use wirecopy_parse::model::{Article, Code, LayoutKind, LineRole, Severity, Span};
use wirecopy_parse::{Parsed, Parser};

use crate::fragments::{LINE_ENDS, document, line, lines, nasty};
use crate::invariants::{check, is_blank};

type Essence = (LayoutKind, Vec<LineRole>, Vec<Article>);

/// What an answer says apart from where it stands: kind of layout, role of each line, the records.
fn essence(parsed: &Parsed<'_>) -> Essence {
    let roles = parsed.layout().lines.iter().map(|line| line.role).collect();
    let articles = parsed
        .articles()
        .cloned()
        .map(|mut article| {
            article.evidence = wirecopy_parse::model::Evidence::default();
            for diagnostic in &mut article.diagnostics {
                diagnostic.span = None;
            }
            article
        })
        .collect();
    (parsed.layout().kind, roles, articles)
}

#[test]
fn nasty_documents_keep_the_promises() {
    let explaining = Parser::builder().explain(true).build();
    for text in nasty() {
        for end in LINE_ENDS {
            check(&explaining.parse(&text.replace('\n', end)));
        }
    }
}

#[test]
fn seeds_keep_the_promises() {
    for seed in crate::seed::all() {
        check(&seed.parse());
    }
}

#[test]
fn nasty_documents_are_read_alike_in_other_clothes() {
    for text in nasty().iter().filter(|text| !text.contains('\r')).step_by(2) {
        clothes(text);
    }
}

#[test]
fn seeds_are_read_alike_in_other_clothes() {
    // The long ones are long by repetition.
    for seed in crate::seed::all().iter().filter(|seed| seed.bytes.len() < 1200) {
        let text = seed.parse().text().replace("\r\n", "\n").replace('\r', "\n");
        clothes(&text);
    }
}

#[test]
fn seeds_are_read_alike_when_quoted_in_mail() {
    for seed in crate::seed::all().iter().filter(|seed| seed.bytes.len() < 4000) {
        let text = seed.parse().text().replace("\r\n", "\n").replace('\r', "\n");
        let is_worded = |line: &&str| line.contains(char::is_alphanumeric);
        // What says of itself that it is quoted, or is too little to be a quotation, is another text.
        if text.contains("\n>") || text.lines().filter(is_worded).count() < 3 {
            continue;
        }
        let quoted: String = text
            .lines()
            .map(|line| if line.chars().all(is_blank) { ">\n".to_owned() } else { format!("> {line}\n") })
            .collect();
        let (layout, _, articles) = essence(&wirecopy_parse::parse(&text));
        let (layout_quoted, _, articles_quoted) = essence(&wirecopy_parse::parse(&quoted));
        assert_eq!((layout, articles), (layout_quoted, articles_quoted), "{}: {quoted}", seed.name);
    }
}

/// A text with LF line ends, changed in ways that no reader sees.
fn clothes(text: &str) {
    let expected = essence(&wirecopy_parse::parse(text));
    let same = |other: &str| {
        let got = essence(&wirecopy_parse::parse(other));
        assert_eq!(expected, got, "{text:?}\nis not read like\n{other:?}");
    };
    for end in &LINE_ENDS[1..] {
        same(&text.replace('\n', end));
    }
    same(&text.replace('\n', " \t\n"));
    same(&format!("\n \n{text}\n\n\t\n"));
    if !text.starts_with('\u{feff}') {
        same(&format!("\u{feff}{text}"));
        encodings(text, &expected);
    }
}

/// The same text in the three encodings that hold all of Unicode, with a mark and without.
fn encodings(text: &str, expected: &Essence) {
    let parser = Parser::new();
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for bytes in
        [marked(b"\xef\xbb\xbf", text.as_bytes()), marked(b"\xff\xfe", &little), marked(b"\xfe\xff", &big)]
    {
        let parsed = parser.parse_bytes(&bytes).unwrap();
        assert_eq!(parsed.text(), text);
        assert_eq!(&essence(&parsed), expected);
    }
    for (label, bytes) in [("utf-16le", &little), ("utf-16be", &big)] {
        let parsed = Parser::builder().encoding(label).build().parse_bytes(bytes).map(|p| essence(&p));
        assert_eq!(&parsed.unwrap(), expected, "{label} of {text:?}");
    }
}

/// A text as it stands after its UTF-8 was read as Latin-1.
fn damaged(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

/// What a record says in repaired words, apart from places.
fn values(parsed: &Parsed<'_>) -> Vec<Article> {
    let (.., mut articles) = essence(parsed);
    for article in &mut articles {
        article.diagnostics.clear();
        for stamp in [&mut article.published, &mut article.updated].into_iter().flatten() {
            stamp.raw.clear();
        }
        if let Some(dateline) = &mut article.dateline {
            dateline.raw.clear();
            dateline.date.iter_mut().for_each(|stamp| stamp.raw.clear());
        }
        article
            .figures
            .iter_mut()
            .flat_map(|figure| &mut figure.credit)
            .for_each(|credit| credit.raw.clear());
    }
    articles
}

/// Damaged once or twice, a text gives the same records as before.
fn repaired(text: &str) {
    let clean = wirecopy_parse::parse(text);
    for damaged in [damaged(text), damaged(&damaged(text))] {
        let parsed = wirecopy_parse::parse(&damaged);
        check(&parsed);
        assert_eq!(parsed.text(), damaged);
        let whole = Span::from_range(0..damaged.len());
        // A text with hardly a letter that proves the damage stays as it is.
        if parsed.words(whole) == Some(text) {
            assert_eq!(values(&parsed), values(&clean), "{text:?}");
            let said = parsed.diagnostics().any(|diagnostic| diagnostic.code == Code::MOJIBAKE_REPAIRED);
            assert_eq!(said, !text.is_ascii(), "{text:?}");
        }
    }
}

#[test]
fn damaged_seeds_are_repaired() {
    let mut n_repaired = 0;
    for seed in crate::seed::all().iter().filter(|seed| seed.bytes.len() < 2500 && seed.group() != "encoding")
    {
        let text = seed.parse().text().to_owned();
        repaired(&text);
        let whole = Span::from_range(0..damaged(&text).len());
        n_repaired += usize::from(wirecopy_parse::parse(&damaged(&text)).words(whole) == Some(text.as_str()));
    }
    assert!(n_repaired > 50, "{n_repaired}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(parsed) = Parser::new().parse_bytes(&bytes) {
            check(&parsed);
        }
    }

    #[test]
    fn bytes_of_damaged_text_are_read_or_refused(
        text in document(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        label in prop::sample::select(&[None, Some("gbk"), Some("shift_jis"), Some("utf-16le"), Some("windows-1251")][..]),
    ) {
        let mut bytes = text.into_bytes();
        for (at, byte) in damage {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        let builder = Parser::builder().explain(true);
        let parser = label.map_or(builder.clone(), |label| builder.encoding(label)).build();
        if let Ok(parsed) = parser.parse_bytes(&bytes) {
            check(&parsed);
        }
    }

    #[test]
    fn any_text_keeps_the_promises(text in "\\PC{0,200}|(?s).{0,120}|([\\PC\n]{0,60}\n){0,8}") {
        check(&wirecopy_parse::parse(&text));
    }

    #[test]
    fn news_keeps_the_promises(text in document()) {
        check(&Parser::builder().explain(true).build().parse(&text));
    }

    #[test]
    fn a_story_with_one_strange_line_keeps_the_promises(strange in line(), at in 0usize..6) {
        let mut story = vec![
            "Council closes bridge", "By Ana Lima", "3 May 2021",
            "NORTHPORT, May 3 (HW) - The council voted on Monday to close the old bridge. Work on the new one begins in May.",
            "Residents had asked for a ferry over the river, but none will come before the winter, officials said on Monday.",
            "The council meets again in June to vote on the money for the work, which is to last for two years at least.",
        ];
        story.insert(at, &strange);
        check(&wirecopy_parse::parse(&story.join("\n\n")));
    }

    #[test]
    fn damage_is_repaired_or_left(text in document()) {
        repaired(&text);
    }

    #[test]
    fn what_no_reader_sees_changes_nothing(lines in lines()) {
        clothes(&lines.join("\n"));
    }

    #[test]
    fn the_same_text_has_the_same_answer(text in document()) {
        let parser = Parser::builder().explain(true).build();
        let first = parser.parse(&text);
        for again in [parser.parse(&text), parser.clone().parse(&text)] {
            prop_assert_eq!(format!("{:?}", first), format!("{again:?}"));
        }
        // Explaining is looking on: it changes no value.
        let plain = Parser::new().parse(&text);
        prop_assert_eq!(first.into_articles(), plain.into_articles());
    }

    #[test]
    fn ways_out_of_an_answer_agree(text in document()) {
        let parsed = wirecopy_parse::parse(&text);
        let articles: Vec<Article> = parsed.articles().cloned().collect();
        for (field, spans) in articles[0].evidence.iter() {
            prop_assert_eq!(parsed.provenance(field), spans.first().copied());
        }
        prop_assert_eq!(parsed.provenance("no.such.field"), None);
        let doubts: Vec<_> =
            parsed.diagnostics().chain(articles.iter().flat_map(|article| &article.diagnostics)).cloned().collect();
        let doubtful = doubts.iter().any(|diagnostic| diagnostic.severity >= Severity::Warning);
        match parsed.clone().strict() {
            Ok(strict) => {
                prop_assert!(!doubtful);
                prop_assert_eq!(&strict, &articles);
            }
            Err(said) => {
                prop_assert!(doubtful);
                prop_assert_eq!(said, doubts);
            }
        }
        prop_assert_eq!(parsed.into_articles(), articles);
    }
}
