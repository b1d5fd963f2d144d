//! What the document or the caller knows beside the line, and the functions beside `scan`.

use chrono::{FixedOffset, NaiveDate};

use super::*;

fn tuesday() -> Context {
    Context { reference: NaiveDate::from_ymd_opt(2021, 5, 4), ..Context::default() }
}

#[test]
fn order_is_settled_by_the_caller_then_the_weekday_then_the_document() {
    let line = "03/04/2018";
    let hint = |day_first| Context { day_first_hint: Some(day_first), ..Context::default() };
    let caller = |order| Context { order, ..Context::default() };
    assert_eq!(summary(line, &hint(true)), "2018-04-03");
    assert_eq!(summary(line, &hint(false)), "2018-03-04");
    assert_eq!(summary(line, &caller(DateOrder::MonthFirst)), "2018-03-04");
    assert_eq!(summary(line, &caller(DateOrder::DayFirst)), "2018-04-03");
    assert_eq!(summary("Tuesday, 03/04/2018", &hint(false)), "2018-04-03");
    assert_eq!(summary("03.04.2018", &caller(DateOrder::MonthFirst)), "2018-04-03");
    assert_eq!(summary("10/04 18:27", &hint(false)), "--10-04");
    assert_eq!(summary("10/04 18:27", &Context::default()), "ambiguous");
}

#[test]
fn relative_dates_need_a_day_to_be_told_from() {
    let today = tuesday();
    for (line, read) in [
        ("6 hours ago", "2021-05-04"),
        ("3 days ago", "2021-05-01"),
        ("2 weeks ago", "2021-04-20"),
        ("a month ago", "2021-04"),
        ("2 years ago", "2019"),
        ("Yesterday", "2021-05-03"),
        ("heute, 06:48 Uhr", "2021-05-04T06:48"),
        ("gestern, 07.57 Uhr", "2021-05-03T07:57"),
        ("on Friday", "2021-04-30"),
        ("Tuesday", "2021-05-04"),
        ("vor 2 Std.", "2021-05-04"),
        ("vor 3 Tagen", "2021-05-01"),
        ("il y a 2 jours", "2021-05-02"),
        ("hace 3 días", "2021-05-01"),
        ("há 2 dias", "2021-05-02"),
        ("2 giorni fa", "2021-05-02"),
        ("2 dagen geleden", "2021-05-02"),
        ("2 dni temu", "2021-05-02"),
        ("2 gün önce", "2021-05-02"),
        ("2 дня назад", "2021-05-02"),
        ("2 дні тому", "2021-05-02"),
        ("för 2 dagar sedan", "2021-05-02"),
        ("for 2 dager siden", "2021-05-02"),
        ("2 päivää sitten", "2021-05-02"),
        ("před 2 dny", "2021-05-02"),
        ("prije 2 dana", "2021-05-02"),
        ("πριν 2 ημέρες", "2021-05-02"),
        ("acum 2 zile", "2021-05-02"),
        ("fa 2 dies", "2021-05-02"),
        ("2 hari lalu", "2021-05-02"),
        ("2 ngày trước", "2021-05-02"),
        ("2 दिन पहले", "2021-05-02"),
        ("قبل 2 أيام", "2021-05-02"),
        ("לפני 2 ימים", "2021-05-02"),
        ("2天前", "2021-05-02"),
        ("2日前", "2021-05-02"),
        ("2일 전", "2021-05-02"),
        ("сегодня в 19:26", "2021-05-04T19:26"),
        ("Updated 25 minutes ago", "updated 2021-05-04"),
        ("A B | 16 hours ago", "2021-05-04"),
    ] {
        assert_eq!(summary(line, &today), read, "in {line:?}");
    }
    check("6 hours ago", "relative");
    assert_eq!(scan("6 hours ago", &Context::default())[0].doubts, [Doubt::RelativeUnresolved]);
}

#[test]
fn an_assumed_zone_is_marked_and_never_beats_a_written_one() {
    let context = Context { assume_zone: FixedOffset::east_opt(8 * 3600), ..Context::default() };
    assert_eq!(summary("2021-05-03 14:52", &context), "2021-05-03T14:52+08:00");
    assert_eq!(summary("2021-05-03 14:52 GMT", &context), "2021-05-03T14:52+00:00");
    assert_eq!(summary("2021-05-03 14:52 CST", &context), "2021-05-03T14:52+08:00");
    assert_eq!(summary("2021-05-03", &context), "2021-05-03");
    let basis = |line| scan(line, &context)[0].offset.clone().map(|o| (o.basis, o.zone));
    assert_eq!(basis("2021-05-03 14:52"), Some((wirecopy_model::OffsetBasis::Assumed, None)));
    assert_eq!(
        basis("14:52 (GMT+8), 3 May 2021"),
        Some((wirecopy_model::OffsetBasis::Stated, Some("GMT+8".to_owned())))
    );
}

#[test]
fn spans_hold_the_date_without_its_label() {
    let spans = |line: &'static str| -> Vec<(&str, Option<&str>)> {
        scan(line, &Context::default())
            .into_iter()
            .map(|d| (&line[d.span], d.label_span.map(|l| &line[l])))
            .collect()
    };
    assert_eq!(
        spans("Updated: Monday, May 3, 2021 at 5:11 p.m. EDT | News"),
        [("Monday, May 3, 2021 at 5:11 p.m. EDT", Some("Updated"))]
    );
    assert_eq!(spans("Publié le 3 mai 2021 à 14h52"), [("3 mai 2021 à 14h52", Some("Publié le"))]);
    assert_eq!(spans("3 May 2021 (15:04 CEST), x"), [("3 May 2021 (15:04 CEST)", None)]);
    assert_eq!(spans("The 3 May 2021. vote"), [("3 May 2021", None)]);
    assert_eq!(spans("from June 11 to June 17"), [("June 11", None), ("June 17", None)]);
    assert_eq!(spans("(2月17日 03時51分更新)"), [("2月17日 03時51分", Some("更新"))]);
}

#[test]
fn order_evidence_is_what_can_be_read_one_way_only() {
    assert_eq!(order_evidence("23/04/2018"), Some(true));
    assert_eq!(order_evidence("04/23/2018 5 PM"), Some(false));
    assert_eq!(order_evidence("Tuesday, 03/04/2018"), Some(true));
    assert_eq!(order_evidence("Sunday, 03/04/2018"), Some(false));
    for silent in ["03/04/2018", "23.04.2018", "2018-04-23", "April 23, 2018", "no date here", "5/5/2018"] {
        assert_eq!(order_evidence(silent), None, "{silent}");
    }
}

#[test]
fn labels_whose_dates_were_lost() {
    for line in [
        "Published",
        "PUBLISHED: | UPDATED:",
        "Publié , mis à jour",
        "Publicado:",
        "Posted on",
        "Offentliggjort",
        "公開日：　更新日：",
        "Publié le, mis à jour le",
        "Posted: / Updated:",
        "Publiziert",
        "Date:",
    ] {
        assert_eq!(lone_label(line), Some(Label::Published), "{line}");
    }
    for line in [
        "Updated:",
        "Actualizado",
        "Stand:",
        "• Aktualisiert am:",
        "Sist oppdatert",
        "Son Güncelleme:",
        "Last updated",
        "更新时间：",
        "수정",
    ] {
        assert_eq!(lone_label(line), Some(Label::Updated), "{line}");
    }
    for line in [
        "Update",
        "Date",
        "Published May 3",
        "Ana Lima|Published",
        "Published by Example",
        "Stand",
        "发布",
        "",
        "By",
        "The updated plan",
    ] {
        assert_eq!(lone_label(line), None, "{line}");
    }
}

#[test]
fn residue_tells_a_date_line_from_a_mixed_one() {
    let rest = |line: &'static str| -> Vec<&str> {
        residue(line, &scan(line, &Context::default())).stretches.into_iter().map(|s| &line[s]).collect()
    };
    for line in [
        "May 3, 2021",
        "Publié le 3 mai 2021 à 14h52, modifié le 4 mai 2021 à 9h",
        "| Stand: 28. April 2023, 05:00 Uhr |",
        "» 2019年03月12日 16時45分 公開",
        "3 мая 2021 г., 14:52",
        "12 May, 2021 CET. Updated: Wed 12 May 2021 07:26 CET",
        "Published May 3, 2021 | Updated:",
    ] {
        assert!(rest(line).is_empty(), "{line}: {:?}", rest(line));
    }
    assert_eq!(rest("By A B | PAPER | Updated: 2025-10-06 07:14"), ["By A B | PAPER"]);
    assert_eq!(rest("Crime 3 May 2021 Northport"), ["Crime", "Northport"]);
    let line = "Crime 3 May 2021 Northport";
    let left: Residue = residue(line, &scan(line, &Context::default()));
    assert_eq!((left.letters, left.words, left.is_empty()), (14, 2, false));
}
