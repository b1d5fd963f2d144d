//! English and numeric formats.

use super::{all, check};

#[test]
fn english_days() {
    all(
        "2021-05-03",
        &[
            "May 3, 2021",
            "May 3rd, 2021",
            "May 3 2021",
            "MAY 3, 2021",
            "Monday, May 3, 2021",
            "Mon., May 3, 2021",
            "Mon May 3 2021",
            "3 May 2021",
            "3rd May 2021",
            "3rd May, 2021",
            "3rd of May 2021",
            "Monday 3 May 2021",
            "May 03, 2021",
            "3-May-2021",
            "03/May/2021",
            "2021 May 3",
            "May 3, 2021 Monday",
            "(Example Wire May 3, 2021)",
            "Example DailyMay 3, 2021",
            "May 3, 20215 min. read",
            "As the council met, on May 3, 2021, the bridge was closed for good.",
        ],
    );
    all(
        "2020-09-24",
        &["Sept. 24, 2020", "Sep 24, 2020", "24 Sept 2020", "24 September, 2020", "Thu, 24th Sep 2020"],
    );
    all("2021-05", &["May 2021", "The work began in May 2021 and went on.", "May, 2021"]);
    all("--07-15", &["July 15", "NORTHPORT, July 15 (Agency) -- The", "15 July", "Thursday, July 15"]);
}

#[test]
fn english_times() {
    all(
        "2021-05-03T17:11",
        &[
            "May 3, 2021 5:11 PM",
            "May 3, 2021 | 5:11 PM",
            "May 3, 2021 at 5:11 p.m.",
            "May 3, 2021, 5:11pm",
            "5:11 pm, May 3, 2021",
            "17:11, 3 May 2021",
            "17:11 May 3, 2021",
            "May 3, 2021 17:11",
            "Northport 17:11 May 3, 2021",
            "3 May 2021 • 17:11",
            "May 3, 2021 / 5:11 P.M.",
            "3 May 2021 17.11",
            "May 3, 2021 5.11pm",
        ],
    );
    check("May 3, 2021 12:49 AM", "2021-05-03T00:49");
    check("May 3, 2021 12:30 pm", "2021-05-03T12:30");
    check("May 3, 2021 5 PM", "2021-05-03T17:00");
    check("May 3, 2021 12:36 PM and 14:36", "2021-05-03T12:36");
    check("3 May 2021 24:00", "2021-05-03T00:00");
    check("6:14 a.m.", "time");
    check("16:30", "time");
    check("Updated: 8.35pm", "updated time");
}

#[test]
fn iso_and_numeric() {
    check("2018-07-14 14:54:02", "2018-07-14T14:54:02");
    check("2013-4-13 17:56:56", "2013-04-13T17:56:56");
    check("2018/7/15 21:58:40", "2018-07-15T21:58:40");
    check("2024.03.31 19:59", "2024-03-31T19:59");
    check("Opinion2024.03.31 19:59", "2024-03-31T19:59");
    check("2013-12-30T14:42:01-0700", "2013-12-30T14:42:01-07:00");
    check("2013-12-30T14:42Z", "2013-12-30T14:42+00:00");
    check("2021-03-17 16:24:05.042917+02:00", "2021-03-17T16:24:05+02:00");
    check("26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01");
    check("5-6 May 2021", "2021-05-05");
    check("5.–6. Mai 2021", "2021-05-05");
    check("5 de maig de 2021 a les 12:40", "2021-05-05T12:40");
    check("প্রকাশ: ০৬ ডিসেম্বর ২০২২, ২১: ০৫", "published 2022-12-06T21:05");
    check("26-FEB-87", "1987-02-26 century");
    check("Sat, 11/11/2017 - 02:48", "2017-11-11T02:48");
    check("15:59 | 03.05.2021", "2021-05-03T15:59");
    check("28.04.2023 17:23 Uhr", "2023-04-28T17:23");
    check("21.07.25", "2025-07-21 century");
    check("21.07.1925", "1925-07-21");
    check("4.4.18", "2018-04-04 century");
    check("20/1/2026 18:30", "2026-01-20T18:30");
    check("1/20/2026 6:30 PM", "2026-01-20T18:30");
    check("1/14 21:17", "--01-14");
    check("Posted 09-3022:46", "published --09-30");
    check("05.03.202109:46", "2021-03-05T09:46");
    check(" date 2021-05-03 Council closes bridge", "published 2021-05-03");
    check(" date 2021-05 Council closes bridge", "published 2021-05");
    check("Date: 20210503", "published 2021-05-03");
    check("03. 05. 2021, 14:59 Uhr", "2021-05-03T14:59");
    check("１２．０５．２０２１", "2021-05-12");
}

#[test]
fn labels() {
    check("Updated: 2021-05-03 17:11", "updated 2021-05-03T17:11");
    check("Published: Tuesday | May 4, 2021 | 9:52 PM", "published 2021-05-04T21:52");
    check("Posted: Mar 3, 2015 6:07 PM", "published 2015-03-03T18:07");
    check("Last modified on 3 May 2021", "updated 2021-05-03");
    check("J. Doe StaffUpdated May 3, 2021", "updated 2021-05-03");
    check("Source:Agency Published: 2013-4-13 17:56:56", "published 2013-04-13T17:56:56");
    check(
        "Published May 3, 2021 • Last updated 1 hour ago • 4 minute read",
        "published 2021-05-03; updated relative",
    );
    check(
        "Written: 2023-10-09 14:06:20 / Updated: 2023-10-09 14:41:35",
        "published 2023-10-09T14:06:20; updated 2023-10-09T14:41:35",
    );
    check("Agency | July 9, 2020 | Updated 08:24 IST", "2020-07-09; updated 2020-07-09T08:24+05:30");
    check("By A B in Town | PAPER | Updated: 2025-10-06 07:14", "updated 2025-10-06T07:14");
    check("A B / PAPER.COM / Sep 2, 2024, 17:07 IST", "2024-09-02T17:07+05:30");
    check("2020-02-19 20:29:58 来源： 报名", "2020-02-19T20:29:58");
    check("Agency) 10:37, May 09, 2024", "2024-05-09T10:37");
    check("Published in Paper, May 3rd, 2021", "2021-05-03");
}

#[test]
fn zones() {
    check("May 3, 2021 at 5:11 p.m. EDT", "2021-05-03T17:11-04:00");
    check("Friday 22 November 2024 08:49 GMT", "2024-11-22T08:49+00:00");
    check("17:41 JST, October 13, 2024", "2024-10-13T17:41+09:00");
    check("17:23 UTC+8, 2024-05-09", "2024-05-09T17:23+08:00");
    check("13:34, 04 August 2017 | GMT +6", "2017-08-04T13:34+06:00");
    check("3 May 2021 12:30 (GMT+0400)", "2021-05-03T12:30+04:00");
    check("14 March 2013 Thursday 11:21 AM GMT", "2013-03-14T11:21+00:00");
    check("17 Feb 2020, 21:22 GMT+10", "2020-02-17T21:22+10:00");
    check("3 May 2021 12:30 UTC+5:30", "2021-05-03T12:30+05:30");
    check("Wed 12 May 2021 07:26 CET", "2021-05-12T07:26+01:00");
    check("28 Apr 2020 CEST", "2020-04-28");
    check("06 Jul 2024 07:25 AM (IST)", "2024-07-06T07:25+05:30");
    check("3 May 2021 2:15 PM KST", "2021-05-03T14:15+09:00");
    check("3 May 2021, 12:30 MSK", "2021-05-03T12:30+03:00");
    check("3 May 2021 14:15 BST", "2021-05-03T14:15+01:00");
    check("3 December 2021 14:15 BST", "2021-12-03T14:15 which-zone");
    check("May 3, 2021 2:15 PM CST", "2021-05-03T14:15 which-zone");
    check("May 3, 2021 2:15 PM ET", "2021-05-03T14:15 which-zone");
    check("1530 GMT, 3 May 2021", "2021-05-03T15:30+00:00");
    check("May 3, 2021 10:00-12:00", "2021-05-03T10:00; time");
}

#[test]
fn doubts() {
    check("31 February 2021", "out-of-range");
    check("29.02.2021", "out-of-range");
    check("2021-02-30", "out-of-range");
    check("30 February", "out-of-range");
    check("Wednesday, May 3, 2021", "2021-05-03 wrong-weekday");
    check("03/04/2018", "2018-04-03|2018-03-04 ambiguous");
    check("03-12-2009 08:10", "2009-12-03T08:10|2009-03-12T08:10 ambiguous");
    check("Tuesday, 03/04/2018", "2018-04-03");
    check("Sunday, 03/04/2018", "2018-03-04");
    check("5/5/2018", "2018-05-05");
    check("05/06/70", "1970-06-05|1970-05-06 century ambiguous");
}
