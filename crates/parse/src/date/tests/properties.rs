use proptest::prelude::*;

use super::*;

/// Shreds of dates, so that chance puts together what looks like one.
const SHREDS: &[&str] = &[
    "2021",
    "05",
    "3",
    "31",
    "-",
    "/",
    ".",
    ":",
    " ",
    ", ",
    "May",
    "mai",
    "mayo",
    "de",
    "年",
    "月",
    "日",
    "時",
    "분",
    "월",
    "th",
    "st",
    "GMT",
    "+",
    "(",
    ")",
    "Z",
    "T",
    "pm",
    "p.m.",
    "Monday",
    "水",
    "Updated",
    "更新",
    "vor",
    "ago",
    "hours",
    "il y a",
    "٣",
    "۱۴۰۲",
    "خرداد",
    "令和",
    "元",
    "二十",
    "令",
    "Ğ",
    "İ",
    "\u{200f}",
    "\u{301}",
    "é",
    "'",
    "tháng",
    "–",
    "|",
    "999999999999",
    "ม.ค.",
    "ß",
    "전",
];

fn holds(line: &str) -> Result<(), TestCaseError> {
    let context = Context { reference: NaiveDate::from_ymd_opt(2021, 5, 4), ..Context::default() };
    let found = scan(line, &context);
    let mut end = 0;
    for date in &found {
        prop_assert!(date.span.start >= end && date.span.start < date.span.end, "{:?} in {:?}", date, line);
        prop_assert!(line.get(date.span.clone()).is_some(), "{:?} in {:?}", date, line);
        if let Some(label) = &date.label_span {
            prop_assert!(line.get(label.clone()).is_some(), "{:?} in {:?}", date, line);
        }
        end = date.span.end;
    }
    let left = residue(line, &found);
    for stretch in &left.stretches {
        prop_assert!(line.get(stretch.clone()).is_some(), "{:?} in {:?}", stretch, line);
    }
    let _ = (lone_label(line), order_evidence(line));
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(line in ".{0,80}") {
        holds(&line)?;
    }

    #[test]
    fn shreds_of_dates_are_read_without_panic(shreds in prop::collection::vec(prop::sample::select(SHREDS), 0..24)) {
        holds(&shreds.concat())?;
    }

    #[test]
    fn every_iso_day_is_read_back(days in 0u64..80_000) {
        let day = NaiveDate::from_ymd_opt(1901, 1, 1).and_then(|d| d.checked_add_days(chrono::Days::new(days)));
        let day = day.unwrap();
        let expected = Some(PublishedAt::Day(day));
        for line in [day.to_string(), day.format("%A, %B %-d, %Y").to_string(), day.format("%d.%m.%Y").to_string(), day.format("%Y年%-m月%-d日").to_string()] {
            let found = scan(&line, &Context::default());
            prop_assert_eq!(found.len(), 1, "{}", line);
            prop_assert_eq!(found[0].value, expected, "{}", line);
            prop_assert!(found[0].doubts.is_empty(), "{}", line);
        }
    }
}
