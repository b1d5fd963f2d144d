use proptest::prelude::*;
use wirecopy_model::LayoutKind;

use super::join;
use crate::parse;
use crate::read::read_text;

/// The lines that a text is read as, with what stands in them.
fn read_as(text: &str) -> Vec<String> {
    let page = read_text(text);
    match join(text, &page) {
        Some(joined) => joined
            .page
            .lines
            .iter()
            .map(|line| crate::assemble::clean(&joined.text[line.trimmed.range()]))
            .collect(),
        None => page.lines.iter().map(|line| text[line.trimmed.range()].to_owned()).collect(),
    }
}

const WIRE: &str = "\
HARWICK MILLS <HWM> TO CUT HOURS IN MARCH
    HARWICK, N.J., Feb 26 - Three wool mills said that they will
work a four-day week in March.
    Shr 34 cts vs 1.19 dlrs
    Net 807,000 vs 2,858,000
    NOTE: a house acting for two foreign mills was not counted in
either year.
 LODESTAR
";

#[test]
fn paragraphs_that_are_set_in() {
    assert_eq!(
        read_as(WIRE),
        [
            "HARWICK MILLS <HWM> TO CUT HOURS IN MARCH",
            "HARWICK, N.J., Feb 26 - Three wool mills said that they will work a four-day week in March.",
            "Shr 34 cts vs 1.19 dlrs",
            "Net 807,000 vs 2,858,000",
            "NOTE: a house acting for two foreign mills was not counted in either year.",
            "LODESTAR",
        ]
    );
}

#[test]
fn a_dateline_over_two_lines_is_one() {
    let text = "\
HARWICK MILLS TO CUT HOURS IN MARCH
    SOUTHWEST HARWICK, British Columbia,
Feb 26 - Three wool mills said they will
work a four-day week in March because of
slow export orders, the millowners'
association said.
    It said about 1,900 workers were hit
by the change of hours.
 LODESTAR
";
    let parsed = parse(text);
    let article = parsed.articles().next().unwrap();
    let dateline = article.dateline.as_ref().unwrap();
    assert_eq!(dateline.raw, "SOUTHWEST HARWICK, British Columbia, Feb 26");
    assert_eq!(dateline.place.as_deref(), Some("SOUTHWEST HARWICK, British Columbia"));
    let spans: Vec<_> =
        article.evidence.of("dateline").iter().map(|s| s.text(parsed.text()).unwrap()).collect();
    assert_eq!(spans, ["SOUTHWEST HARWICK, British Columbia,", "Feb 26"]);
    assert_eq!(article.source.as_ref().map(|source| source.name.as_str()), Some("LODESTAR"));
    assert_eq!(parsed.layout().kind, LayoutKind::HardWrapped);
    assert_eq!(parsed.layout().lines.len(), 9);
}

#[test]
fn divided_words_are_whole() {
    let text = "\
Der Zug hält vom 9. Juni an jeden Frei-
tag um 23.52 Uhr auf Gleis 3. Das teilt
der Verband mit. Der Früh- und der Spät-
zug fahren weiter wie bisher, sagte ein
Sprecher des Verbandes am Dienstag dazu.
";
    let joined = "Der Zug hält vom 9. Juni an jeden Freitag um 23.52 Uhr auf Gleis 3. Das teilt der Verband mit. Der \
                  Früh- und der Spätzug fahren weiter wie bisher, sagte ein Sprecher des Verbandes am Dienstag dazu.";
    assert_eq!(read_as(text), [joined]);
    assert_eq!(read_as(&text.replace('\n', "\r\n")), [joined]);
}

#[test]
fn what_nobody_broke_stays_as_it_is() {
    for text in [
        // A menu, and sentences that each fill a line.
        "News\nSport\nLocal\nOpinion\nMy account\n",
        "The mill is closed.\nThe town is quiet.\nNobody knows why it is so quiet in the town tonight.\n",
        // Verse.
        "The mill stands still,\nthe wheel is dry,\nand over the hill\nthe geese go by\nin a long white line on a cold grey sky\n",
        // Key words in small letters, one a line.
        "Tags\nwool mills of the harwick valley and others\nexport\nmarch\nworkers\nhours\n",
    ] {
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(read_as(text), lines);
    }
}

#[test]
fn lines_behind_keys_stay_alone() {
    let text = format!("Headline: Mills to cut hours\nAuthor: Ana Lima\n{WIRE}");
    assert_eq!(read_as(&text)[..2], ["Headline: Mills to cut hours", "Author: Ana Lima"]);
}

proptest! {
    /// Whatever is broken at a width is read as before it was broken, and no line and no byte of it is lost.
    #[test]
    fn broken_copy_is_read_as_the_whole(
        words in prop::collection::vec("[a-z]{2,9}", 60..160),
        width in 45_usize..78,
        crlf: bool,
    ) {
        let paragraphs: Vec<String> = words
            .chunks(30)
            .map(|words| {
                let mut text = words.join(" ");
                text[..1].make_ascii_uppercase();
                text + "."
            })
            .collect();
        let end = if crlf { "\r\n" } else { "\n" };
        let mut broken = String::new();
        for paragraph in &paragraphs {
            let mut room = width - 4;
            broken.push_str("    ");
            for (i, word) in paragraph.split(' ').enumerate() {
                if i > 0 && word.len() + 1 > room {
                    broken.push_str(end);
                    room = width;
                } else if i > 0 {
                    broken.push(' ');
                    room -= 1;
                }
                broken.push_str(word);
                room -= word.len();
            }
            broken.push_str(end);
        }
        prop_assert_eq!(read_as(&broken), paragraphs);
        let parsed = parse(&broken);
        prop_assert_eq!(parsed.layout().lines.len(), broken.lines().count());
        prop_assert_eq!(parsed.text(), broken.as_str());
    }
}
