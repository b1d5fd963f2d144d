//! What looks like a date and is none.

use super::*;

#[test]
fn numbers_that_are_no_dates() {
    for line in [
        "The fee rose from $12.50 to $13.05",
        "Northport United won 3-2 and 10-12 people were hurt",
        "They lost 3:2",
        "Call 020-1234-5678",
        "Call 555-12-2020 or +1 555 010 0199",
        "Call 06-12-34-56-78",
        "Version 1.2.3 of the program",
        "Firmware 1.2.13 is out",
        "v1.10.21",
        "the years 2010-2015",
        "the 2010s and 1990",
        "In 2021 the bridge closed",
        "a ratio of 5/7",
        "3/4 cup of flour",
        "99.5 percent",
        "192.168.10.25",
        "12,345.67 people",
        "20210503 units",
        "ISBN 978-3-16-148410-0",
        "Route 12/13/14/15",
        "45/45/2021",
        "13/13/2021",
        "33.10.2021",
        "2021-13-01",
        "Section 4.11.21 applies",
        "$1.50, 5/7",
        "26 years old",
        "No cases for 27 days in Northport",
        "8 On Our Street",
        "1 of 12 |",
        "5 min",
        "Psalm 23:14",
        "4. Set boundaries",
        "9. Out of office",
        "chapter 4, page 12",
        "12 March for Peace members marched, may 3 of them rest".split(',').nth(1).unwrap_or_default(),
        "３０億円",
        "第三回会議",
        "一月に数回",
        "3日間の会議",
        "",
        "   ",
        "\u{200b}",
    ] {
        assert!(
            scan(line, &Context::default()).is_empty(),
            "{line:?} reads {:?}",
            summary(line, &Context::default())
        );
    }
}

#[test]
fn words_that_are_no_dates() {
    for line in [
        "We may 3 times a day",
        "They march 5 miles to the bridge",
        "You may be right",
        "The council votes on Friday on the bridge",
        "Police said on Monday that the bridge is closed",
        "Heute kommt der Rat zusammen",
        "Yesterday the council met",
        "Sun and sea",
        "Mark Mayer",
        "Julia Marz und August Maier",
        "FR",
        "to",
        "A long time ago",
        "The date of the vote",
        "Updated rules for the bridge",
        "An hour with the mayor",
        "Les lundis de Mars",
        "May Day",
    ] {
        assert!(
            scan(line, &Context::default()).is_empty(),
            "{line:?} reads {:?}",
            summary(line, &Context::default())
        );
    }
}
