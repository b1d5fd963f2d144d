//! Mixed header lines: `By A B | The Paper | May 3, 2021`, `Coastal Times 2021-05-03`, `Opinion2024.03.31`.

use std::ops::Range;

use super::scan::{Scan, What};
use super::source::is_outlet;

/// What a part of a mixed line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MetaKind {
    /// A person who wrote it.
    Author,
    /// A paper or an agency.
    Source,
    /// A date, by its index.
    Date(usize),
    /// A place.
    Place,
    /// A section or a topic.
    Category,
    /// A lead word or a label.
    Lead,
    /// What the writer before it is: `Staff Writer`.
    Role,
    /// A desk or an anonymous writer.
    Desk,
    /// Addresses, counters, words of no known kind.
    Other,
}

/// A part of a mixed line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MetaPart {
    /// What it is.
    pub(crate) what: MetaKind,
    /// Bytes of the line.
    pub(crate) span: Range<usize>,
}

/// Splits a line that mixes author, source, date, place and category, with marks between them or none at all.
///
/// `dates` are the dates found in the line, in order. Parts come in the order of the line and do not overlap.
pub(crate) fn split_meta(line: &str, dates: &[Range<usize>]) -> Vec<MetaPart> {
    let scan = Scan::read(line, dates, false);
    scan.parts
        .iter()
        .map(|part| {
            let text = &line[part.span.clone()];
            let what = match part.what {
                What::Person => MetaKind::Author,
                What::Agency | What::Source => MetaKind::Source,
                What::Outlet if is_outlet(text) => MetaKind::Source,
                What::Date(index) => MetaKind::Date(index),
                // `(Coastwire) 10:21, August 24, 2022`: a name in brackets before the date is the agency's.
                What::Category | What::Place if in_brackets(line, &part.span, dates) => MetaKind::Source,
                What::Place => MetaKind::Place,
                What::Category => MetaKind::Category,
                What::Lead | What::Label => MetaKind::Lead,
                What::Role => MetaKind::Role,
                What::Desk => MetaKind::Desk,
                What::Outlet | What::Contact | What::Noise | What::Other => MetaKind::Other,
            };
            MetaPart { what, span: part.span.clone() }
        })
        .collect()
}

/// Does a name stand in brackets at the head of a line, right before its date? The opening bracket may be lost.
fn in_brackets(line: &str, span: &Range<usize>, dates: &[Range<usize>]) -> bool {
    let before = line[..span.start].trim();
    let after = line[span.end..].trim_start();
    let Some(rest) = after.strip_prefix([')', '）']) else { return false };
    let at = line.len() - rest.trim_start().len();
    (before.is_empty() || matches!(before, "(" | "（"))
        && dates.iter().any(|date| date.start.abs_diff(at) <= 2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MetaKind, split_meta};

    /// `dates` are given as text; the parts as `kind:text` joined by ` ~ `, without `Other`.
    fn check(line: &str, dates: &[&str], expected: &str) {
        let dates: Vec<_> = dates
            .iter()
            .map(|d| line.find(d).map(|at| at..at + d.len()).expect("the date stands in the line"))
            .collect();
        let got: Vec<String> = split_meta(line, &dates)
            .iter()
            .filter_map(|part| {
                let kind = match part.what {
                    MetaKind::Author => "author",
                    MetaKind::Source => "source",
                    MetaKind::Date(_) => "date",
                    MetaKind::Place => "place",
                    MetaKind::Category => "category",
                    MetaKind::Lead | MetaKind::Role | MetaKind::Desk | MetaKind::Other => return None,
                };
                Some(format!("{kind}:{}", &line[part.span.clone()]))
            })
            .collect();
        assert_eq!(got.join(" ~ "), expected, "{line}");
    }

    #[test]
    fn marks_part_the_fields() {
        check("By Ana Lima | May 3, 2021", &["May 3, 2021"], "author:Ana Lima ~ date:May 3, 2021");
        check(
            "By Ana Lima in Northport | Example Daily | Updated: 2021-05-03 07:14",
            &["2021-05-03 07:14"],
            "author:Ana Lima ~ place:Northport ~ source:Example Daily ~ date:2021-05-03 07:14",
        );
        check(
            "Ana Lima / PAPER.COM / Sep 2, 2024, 17:07 IST",
            &["Sep 2, 2024, 17:07 IST"],
            "author:Ana Lima ~ source:PAPER.COM ~ date:Sep 2, 2024, 17:07 IST",
        );
        check(
            "Ana Lima · Example Herald · Aug 8",
            &["Aug 8"],
            "author:Ana Lima ~ source:Example Herald ~ date:Aug 8",
        );
        check("Ana Lima — May 3, 2021", &["May 3, 2021"], "author:Ana Lima ~ date:May 3, 2021");
        check(
            "By Ana Lima and Tom Roe - 3 May 2021",
            &["3 May 2021"],
            "author:Ana Lima ~ author:Tom Roe ~ date:3 May 2021",
        );
        check(
            "Politics | Ana Lima | 3 May 2021",
            &["3 May 2021"],
            "category:Politics ~ author:Ana Lima ~ date:3 May 2021",
        );
        check("Ana Lima|Published", &[], "author:Ana Lima");
        check(
            "Von Jutta Brandmoor | 03.05.2021, 06:00 Uhr | Lesezeit: 2 Min.",
            &["03.05.2021, 06:00 Uhr"],
            "author:Jutta Brandmoor ~ date:03.05.2021, 06:00 Uhr",
        );
        check(
            "Por Iñaki Zubelzu | Madrid | 3 may 2021",
            &["3 may 2021"],
            "author:Iñaki Zubelzu ~ place:Madrid ~ date:3 may 2021",
        );
        check(
            "Par Maëlle Quintard, publié le 3 mai 2021",
            &["3 mai 2021"],
            "author:Maëlle Quintard ~ date:3 mai 2021",
        );
        check(
            "03/05/2021 - Fonte: Agência Sul - Foto: Caio Bragança/Estúdio",
            &["03/05/2021"],
            "date:03/05/2021 ~ source:Agência Sul",
        );
        check("윤다혜 기자 | 나루일보", &[], "author:윤다혜 ~ source:나루일보");
        check(
            "2021-05-03 08:15　来源：临江日报　作者：陆一舟",
            &["2021-05-03 08:15"],
            "date:2021-05-03 08:15 ~ source:临江日报 ~ author:陆一舟",
        );
        check("陆一舟/临江日报", &[], "author:陆一舟 ~ source:临江日报");
        check(
            "Устина Морозко | 3 мая 2021 | Источник: Прибрежные вести",
            &["3 мая 2021"],
            "author:Устина Морозко ~ date:3 мая 2021 ~ source:Прибрежные вести",
        );
        check("كتب: سامي العطار | 12 مايو 2023", &["12 مايو 2023"], "author:سامي العطار ~ date:12 مايو 2023");
        check("سامي العطار - القاهرة", &[], "author:سامي العطار ~ place:القاهرة");
    }

    #[test]
    fn nothing_parts_the_fields() {
        check(
            "Ana LimaStaff ReporterUpdated May 3, 2021",
            &["May 3, 2021"],
            "author:Ana Lima ~ date:May 3, 2021",
        );
        check("Example DailyMay 3, 2021", &["May 3, 2021"], "source:Example Daily ~ date:May 3, 2021");
        check("Opinion2024.03.31 19:59", &["2024.03.31 19:59"], "category:Opinion ~ date:2024.03.31 19:59");
        check(
            "Source:Agency Published: 2013-4-13 17:56:56",
            &["2013-4-13 17:56:56"],
            "source:Agency ~ date:2013-4-13 17:56:56",
        );
        check(
            "2020-02-19 20:29:58 来源： 报名",
            &["2020-02-19 20:29:58"],
            "date:2020-02-19 20:29:58 ~ source:报名",
        );
        check("May 06, 2022 News", &["May 06, 2022"], "date:May 06, 2022 ~ category:News");
        check(
            "Ирина Морозко Павел Грибоедский 8 января, 17:46",
            &["8 января, 17:46"],
            "author:Ирина Морозко ~ author:Павел Грибоедский ~ date:8 января, 17:46",
        );
        check(
            "(Example News) 10:21, August 24, 2022",
            &["10:21, August 24, 2022"],
            "source:Example News ~ date:10:21, August 24, 2022",
        );
        check(
            "(Coastwire) 10:21, August 24, 2022",
            &["10:21, August 24, 2022"],
            "source:Coastwire ~ date:10:21, August 24, 2022",
        );
        check(
            "Xinhua) 10:37, May 09, 2024",
            &["10:37, May 09, 2024"],
            "source:Xinhua ~ date:10:37, May 09, 2024",
        );
        check("Von dpa 30.04.2024, 18:58", &["30.04.2024, 18:58"], "source:dpa ~ date:30.04.2024, 18:58");
        check(
            "2019年11月25日 18:57 海港消息报",
            &["2019年11月25日 18:57"],
            "date:2019年11月25日 18:57 ~ source:海港消息报",
        );
    }

    #[test]
    fn emptied_and_foreign_labels_give_no_author() {
        check("By on Thu, Nov 9, 2023", &["Thu, Nov 9, 2023"], "date:Thu, Nov 9, 2023");
        check("by | 5 November 2024", &["5 November 2024"], "date:5 November 2024");
        check(
            "Tourism April 21, 2022 | 4:39 pm",
            &["April 21, 2022 | 4:39 pm"],
            "category:Tourism ~ date:April 21, 2022 | 4:39 pm",
        );
        check("Edited By: Ana Lima | 4 Jun 2024", &["4 Jun 2024"], "date:4 Jun 2024");
        check("Staff Reporter | 4 Jun 2024", &["4 Jun 2024"], "date:4 Jun 2024");
    }

    proptest! {
        #[test]
        fn parts_are_in_order(line in "\\PC{0,60}", a in 0usize..40, b in 0usize..40) {
            let dates: Vec<_> = std::iter::once(a.min(b)..a.max(b)).collect();
            let mut end = 0;
            for part in split_meta(&line, &dates) {
                prop_assert!(line.get(part.span.clone()).is_some());
                prop_assert!(part.span.start >= end);
                end = part.span.end;
            }
        }
    }
}
