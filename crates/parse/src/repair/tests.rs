use encoding_rs::{Encoding, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};

use super::repair;
use crate::Repair;

/// What becomes of a text when its UTF-8 is read in another encoding.
fn damaged(text: &str, encoding: &'static Encoding) -> String {
    encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

/// The same for Latin-1, which has control characters where others have letters.
fn as_latin1(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

fn repaired(text: &str) -> String {
    repair(text, Repair::Auto).map_or_else(|| text.to_owned(), |repaired| repaired.text)
}

const TEXTS: &[&str] = &[
    "Caffè chiuso",
    "Óscar Peñasol y Ángel Zúñiga",
    "The mayor’s office said “no”.",
    "Die Brücke über den Fluss – größer als früher – ist gesperrt.",
    "Österreich",
    "À la mairie, c’est déjà fermé à midi",
    "Мост закрыт до весны, сообщил совет.",
    "Η γέφυρα κλείνει τον Μάιο",
    "市政府宣布关闭老桥",
    "المجلس يغلق الجسر القديم",
    "Rada uzavřela most přes řeku",
    "Köprü yarın kapanıyor, diğeri açılıyor",
    "Hội đồng đóng cửa cây cầu cũ",
    "Price: 20 €, 5 °C",
];

#[test]
fn damage_is_undone() {
    for text in TEXTS {
        for damage in [
            damaged(text, WINDOWS_1252),
            as_latin1(text),
            damaged(text, WINDOWS_1250),
            damaged(&damaged(text, WINDOWS_1252), WINDOWS_1252),
            as_latin1(&as_latin1(text)),
        ] {
            assert_eq!(repaired(&damage), *text, "from {damage:?}");
        }
    }
    for text in &TEXTS[..4] {
        assert_eq!(repaired(&damaged(text, WINDOWS_1251)), *text);
    }
}

#[test]
fn clean_text_is_left_alone() {
    for text in TEXTS {
        assert!(repair(text, Repair::Auto).is_none(), "{text}");
    }
    for text in [
        "“É AMANHÃ\u{201d}, diz o jornal",
        "«\u{a0}la liberté\u{a0}»",
        "L’été, c’est l’été\u{a0}»",
        "„Spaߓ und „Ä“",
        "В ОДИН РІК ЗА ВСІ, ВІН ТУТ",
        "MŮŽE ÚŽASNÝ Úžas",
        "KOŚCIÓŁ",
        "10 Å² and 20 Å³",
        "IKEÄ® opens",
        "Ă”",
    ] {
        assert!(repair(text, Repair::Auto).is_none(), "{text}: {:?}", repaired(text));
    }
}

#[test]
fn damaged_lines_among_clean_ones() {
    let text = "Größe und Maß\n\nDie BrÃ¼cke ist gesperrt\n\nÜber alles";
    assert_eq!(repaired(text), "Größe und Maß\n\nDie Brücke ist gesperrt\n\nÜber alles");
}

#[test]
fn lost_bytes() {
    // The closing quotation mark and the capitals lose a byte in windows-1252.
    let text = "“Mañana sí”, dijo. «Está así», añadió él. “Aquí”. À la fin.";
    let damage = damaged(text, WINDOWS_1252);
    assert_eq!(repaired(&damage.replace('\u{9d}', "\u{fffd}")), text);
    assert_eq!(repaired(&damage.replace('\u{9d}', "")), text);
    assert_eq!(repaired(&damage.replace('\u{ad}', "")), text);
    let damage = damaged("Él está en Ávila, según él.", WINDOWS_1252).replace('\u{81}', "\u{fffd}");
    assert_eq!(repaired(&damage), "Él está en \u{fffd}vila, según él.");
}

#[test]
fn asked_for_or_not() {
    assert!(repair("“É AMANHÃ\u{201d}", Repair::Always).is_some());
    assert!(repair("CaffÃ¨", Repair::Never).is_none());
}

#[test]
fn places_lead_back() {
    let text = "Der Rat schließt die Brücke";
    let damage = damaged(&damaged(text, WINDOWS_1252), WINDOWS_1252);
    let repaired = repair(&damage, Repair::Auto).unwrap();
    for (new, c) in text.char_indices() {
        let old = repaired.map.old(new);
        assert_eq!(repaired.map.new_of(old), new);
        if c.is_ascii() {
            assert!(damage[old..].starts_with(c));
        }
    }
    assert_eq!(repaired.map.old(text.len()), damage.len());
}
