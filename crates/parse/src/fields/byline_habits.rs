//! Habits of naming writers, in invented lines, written before the rules that read them.

use super::{PersonKind, read_byline};

/// Rows of a line and the persons it names, joined by `; `; desks and agencies are no persons.
fn check_all(rows: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (line, expected) in rows {
        let read = read_byline(line, &[]);
        let persons = read.people.iter().filter(|p| p.kind == PersonKind::Person);
        let got = persons.map(|p| &line[p.name.clone()]).collect::<Vec<_>>().join("; ");
        if got != *expected {
            wrong.push(format!("{line}: wanted {expected:?}, got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn names_of_many_peoples() {
    check_all(&[
        ("By Oluwaseun Adeyemi-Bello", "Oluwaseun Adeyemi-Bello"),
        ("By Nomvula Mthethwa", "Nomvula Mthethwa"),
        ("By Kwabena Osei-Tutu", "Kwabena Osei-Tutu"),
        ("By Ngozi Chukwuemeka and Tunde Balogun", "Ngozi Chukwuemeka; Tunde Balogun"),
        ("By R. Venkataraman", "R. Venkataraman"),
        ("By K.S. Narayanan", "K.S. Narayanan"),
        ("By S. P. Chidambaranathan", "S. P. Chidambaranathan"),
        ("By Nur Aisyah binti Rahman", "Nur Aisyah binti Rahman"),
        ("By Tan Wei Ling", "Tan Wei Ling"),
        ("By Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
        ("By Park Ji-woo", "Park Ji-woo"),
        ("By Zhao Mingyuan in Linjiang", "Zhao Mingyuan"),
        ("By Al-Hassan Yakubu", "Al-Hassan Yakubu"),
        ("By Khalid bin Saeed Al Mansoori", "Khalid bin Saeed Al Mansoori"),
        ("By Siobhán Ní Dhomhnaill", "Siobhán Ní Dhomhnaill"),
        ("By Dafydd ap Gwilym-Rees", "Dafydd ap Gwilym-Rees"),
        ("By Jörgen von der Lancken", "Jörgen von der Lancken"),
        ("Von Karl-Heinz zu Löwenstein", "Karl-Heinz zu Löwenstein"),
        ("Door Wietske de Jong-van Dijk", "Wietske de Jong-van Dijk"),
        ("Par Anne-Sophie de La Tourette", "Anne-Sophie de La Tourette"),
        ("Par Jean-Baptiste N'Guessan", "Jean-Baptiste N'Guessan"),
        ("Por Ignacio de la Vega", "Ignacio de la Vega"),
        ("Por João Pedro dos Santos", "João Pedro dos Santos"),
        ("Av Åse-Marit Øvregård", "Åse-Marit Øvregård"),
        ("Eftir Guðrúnu Jónsdóttur", "Guðrúnu Jónsdóttur"),
        ("Autor: Zdeněk Říha", "Zdeněk Říha"),
        ("Írta: Kovács-Nagy Ágnes", "Kovács-Nagy Ágnes"),
        ("Автор: Мария Петрова-Запольская", "Мария Петрова-Запольская"),
        ("Автор: Иван К. Соловейчик", "Иван К. Соловейчик"),
        ("Του Γιώργου Παπαδημητρόπουλου", "Γιώργου Παπαδημητρόπουλου"),
        ("Yazan: Gülşah Çağlayanoğlu", "Gülşah Çağlayanoğlu"),
        ("Oleh: Ni Luh Putu Sariasih", "Ni Luh Putu Sariasih"),
        ("بقلم: عبد الرحمن الشامي", "عبد الرحمن الشامي"),
        ("מאת: יעל בן-דוד", "יעל בן-דוד"),
        ("记者：欧阳明慧", "欧阳明慧"),
        ("記者 王小美", "王小美"),
        ("(記者林大同／北灣報導)", "林大同"),
        ("取材・文：三好かおる", "三好かおる"),
        ("김민서 기자", "김민서"),
        ("김민서·박도현 기자", "김민서; 박도현"),
    ]);
}

#[test]
fn what_stands_around_names() {
    check_all(&[
        ("By Quill Ashdown | Northport Chronicle", "Quill Ashdown"),
        ("By Quill Ashdown • May 3, 2021", "Quill Ashdown"),
        ("By Quill Ashdown, Northport Chronicle Staff Writer", "Quill Ashdown"),
        ("By QUILL ASHDOWN and WREN HOLLIS, Associated Press", "QUILL ASHDOWN; WREN HOLLIS"),
        ("By Quill Ashdown @quillashdown", "Quill Ashdown"),
        ("By Quill Ashdown quill@northport.example", "Quill Ashdown"),
        ("Quill Ashdown, quill@northport.example", "Quill Ashdown"),
        ("Quill Ashdown is a reporter", "Quill Ashdown"),
        ("Story by Quill Ashdown, photos by Wren Hollis", "Quill Ashdown"),
        ("By Quill Ashdown Photos by Wren Hollis", "Quill Ashdown"),
        ("By Quill Ashdown, with additional reporting by Wren Hollis", "Quill Ashdown; Wren Hollis"),
        ("Written By Quill Ashdown", "Quill Ashdown"),
        ("AUTHOR: Quill Ashdown", "Quill Ashdown"),
        ("Reporter: Quill Ashdown", "Quill Ashdown"),
        ("by Quill Ashdown Contributing Writer", "Quill Ashdown"),
        ("Opinion by Quill Ashdown", "Quill Ashdown"),
        ("Commentary by Quill Ashdown", "Quill Ashdown"),
        ("Analysis by Quill Ashdown", "Quill Ashdown"),
        ("Von Jutta Brandmoor (Text) und Falk Ostheide (Fotos)", "Jutta Brandmoor"),
        ("Von Jutta Brandmoor, dpa", "Jutta Brandmoor"),
        ("Von Jutta Brandmoor/dpa", "Jutta Brandmoor"),
        ("Von Jutta Brandmoor Landespolitische Korrespondentin", "Jutta Brandmoor"),
        ("Jutta Brandmoor, Chefredakteurin", "Jutta Brandmoor"),
        ("Par Maëlle Quintard avec AFP", "Maëlle Quintard"),
        ("Par Maëlle Quintard (avec AFP)", "Maëlle Quintard"),
        ("Par Maëlle Quintard, envoyée spéciale à Valmont", "Maëlle Quintard"),
        ("Por Iñaki Zubelzu, corresponsal en Valmont", "Iñaki Zubelzu"),
        ("Por Iñaki Zubelzu / El Faro del Sur", "Iñaki Zubelzu"),
        ("di Ottavio Brusaferri, inviato", "Ottavio Brusaferri"),
        ("Text: Ylva Kråkström Bild: Sixten Lindvall", "Ylva Kråkström"),
        ("Tekst: Torgeir Snøfugl Foto: Oda Brekkhus", "Torgeir Snøfugl"),
        ("Текст: Устина Морозко, фото: Савелий Грибоедский", "Устина Морозко"),
        ("文/陆一舟 图/贺明", "陆一舟"),
        ("本报记者 陆一舟 通讯员 贺明", "陆一舟; 贺明"),
        ("윤다혜 기자 yoon@hanbit.example", "윤다혜"),
    ]);
}

#[test]
fn desks_and_houses_write_nothing() {
    check_all(&[
        ("By Northport Chronicle Staff", ""),
        ("By Our Own Correspondent", ""),
        ("By Web Desk", ""),
        ("By Editorial Board", ""),
        ("By The Editorial Board", ""),
        ("By Associated Press", ""),
        ("By AFP", ""),
        ("By Agencies", ""),
        ("By Wire Services", ""),
        ("By Guest Contributor", ""),
        ("By Admin", ""),
        ("Par la rédaction", ""),
        ("Par La rédaction avec AFP", ""),
        ("Von der Redaktion", ""),
        ("Von unserer Redaktion", ""),
        ("Por Redacción", ""),
        ("Por Redacción El Faro", ""),
        ("Da Redação", ""),
        ("Por Agência Brasil", ""),
        ("A cura della redazione", ""),
        ("di Redazione", ""),
        ("Av Redaksjonen", ""),
        ("Door onze redactie", ""),
        ("Oleh Tim Redaksi", ""),
        ("Редакция", ""),
        ("هيئة التحرير", ""),
        ("本报评论员", ""),
        ("編集部", ""),
        ("온라인뉴스팀", ""),
    ]);
}
