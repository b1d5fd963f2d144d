use proptest::prelude::*;

use super::{copyright_owner, read_source};

fn check(line: &str, expected: &str) {
    let got = read_source(line).map_or("", |read| &line[read.name]);
    assert_eq!(got, expected, "{line}");
}

#[test]
fn labels_of_many_languages() {
    check("Source:Example Agency", "Example Agency");
    check("Source: Example Agency |", "Example Agency");
    check("/ Source: EXAMPLE", "EXAMPLE");
    check("SOURCE Northport Biologics", "Northport Biologics");
    check("Sources: Example Agency", "Example Agency");
    check("来源：某某报，A版", "某某报，A版");
    check("Quelle: dpa", "dpa");
    check("Fuente: Agencia Sur", "Agencia Sur");
    check("Fonte: Agência Sul", "Agência Sul");
    check("Bron: ANP", "ANP");
    check("Kilde: NTB", "NTB");
    check("Källa: TT", "TT");
    check("Źródło: PAP", "PAP");
    check("Zdroj: ČTK", "ČTK");
    check("Izvor: Hina", "Hina");
    check("Forrás: MTI", "MTI");
    check("Kaynak: AA", "AA");
    check("Sumber: Antara", "Antara");
    check("Nguồn: TTXVN", "TTXVN");
    check("Источник: Прибрежные вести", "Прибрежные вести");
    check("Джерело: Укрпрес", "Укрпрес");
    check("Πηγή: ΑΠΕ", "ΑΠΕ");
    check("المصدر: وكالة الأفق", "وكالة الأفق");
    check("מקור: סוכנות החוף", "סוכנות החוף");
    check("स्रोत: तट समाचार", "तट समाचार");
    check("来源：临江日报", "临江日报");
    check("（来源：临江日报）", "临江日报");
    check("출처: 나루일보", "나루일보");
    check("^ИС: Прибрежные вести", "Прибрежные вести");
    check("Original-Content von: Polizei Nordhafen, übermittelt durch Presseportal", "Polizei Nordhafen");
    check("Distribution: Reuters", "Reuters");
    check("Published in The Northport Chronicle, May 3rd, 2021", "The Northport Chronicle");
    check("Published in May 2021", "Published in May 2021");
}

#[test]
fn names_in_quotation_marks() {
    let check = |line: &str, head: &str, expected: &str| {
        let got = super::quoted_after(line, head.len()).map_or("", |end| &line[..end]);
        assert_eq!(got, expected, "{line}");
    };
    check("Вестник „Крайбрежие“ | 26 март", "Вестник", "Вестник „Крайбрежие“");
    check("Газета «Порт», 3 мая", "Газета", "Газета «Порт»");
    check("Chronicle | 3 May", "Chronicle", "");
    check("Газета «Порт", "Газета", "");
}

#[test]
fn names_alone() {
    check("AFP", "AFP");
    check("(Xinhua)", "Xinhua");
    check("--(بترا)", "بترا");
    check("Example Daily |", "Example Daily");
    check("  * AFP", "AFP");
    check("AFP/The Example - [email protected]", "AFP");
    check("나루일보 desk@naru.example", "나루일보");
    check("News of the coast - COAST.am", "COAST.am");
    check("Editor: Quill Ashdown", "");
    check("Теги: мост, река", "");
    check("请勿轉載", "");
    check("", "");
    check("—", "");
}

#[test]
fn owners() {
    let check = |line: &str, expected: &str| {
        let got = copyright_owner(line).map_or("", |span| &line[span]);
        assert_eq!(got, expected, "{line}");
    };
    check("Copyright 2017. Beispiel Verlag GmbH", "Beispiel Verlag GmbH");
    check("© 2020 Example Herald, a division of Paper Co. All rights reserved.", "Example Herald");
    check(
        "Copyright © 2016, D Example Partners, Inc. All Rights Reserved. Privacy Policy",
        "D Example Partners, Inc.",
    );
    check("© Example Co., Inc. 2020. All rights reserved.", "Example Co., Inc.");
    check("Copyright © 2019, The Northport Union", "The Northport Union");
    check("© EchoNews.example 2023, developed by Square", "EchoNews.example");
    check("<저작권자 ⓒ 나루뉴스, 무단 전재 및 재배포 금지>", "나루뉴스");
    check("<저작권자ⓒ나루일보. 무단전재-재배포 금지>", "나루일보");
    check("(c) Example Press 2020", "Example Press");
    check("RISERVATO © Copyright AGENZIA", "AGENZIA");
    check("Copyright © Example Corporation", "Example Corporation");
    check("The bridge was closed", "");
    check("Depuis cette annÃ©e le marchÃ© attend", "");
    check("Copyright", "");
    check("© 2020", "");
}

proptest! {
    #[test]
    fn spans_are_on_boundaries(line in "\\PC{0,60}", mark in prop::sample::select(vec!["", "©", "Source:", "copyright ", "(", "来源："])) {
        let line = format!("{mark}{line}");
        if let Some(read) = read_source(&line) {
            prop_assert!(line.get(read.name).is_some());
            prop_assert!(read.label.is_none_or(|label| line.get(label).is_some()));
        }
        prop_assert!(copyright_owner(&line).is_none_or(|owner| line.get(owner).is_some()));
    }
}
