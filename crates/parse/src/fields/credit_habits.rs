//! Habits of signing pictures, in invented lines: each habit in several languages, written before the rules that read them.

use super::{read_credit, split_caption};

/// Rows of a line, its caption and its credit without a label.
fn check_all(rows: &[(&str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (line, caption, credit) in rows {
        let read = split_caption(line);
        let got = (
            read.caption.map_or("", |r| &line[r]),
            read.credit.as_ref().map_or("", |c| &line[c.name.clone()]),
        );
        if got != (*caption, *credit) {
            wrong.push(format!("{line}\n    wanted {:?}\n    got    {got:?}", (caption, credit)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn a_label_before_the_name_in_many_languages() {
    check_all(&[
        ("Die Schleuse am Abend. Foto: Jutta Brandmoor", "Die Schleuse am Abend.", "Jutta Brandmoor"),
        ("Die Schleuse am Abend. Fotograf: Jutta Brandmoor", "Die Schleuse am Abend.", "Jutta Brandmoor"),
        (
            "Die Schleuse am Abend. Fotos: Brandmoor, Ostheide",
            "Die Schleuse am Abend.",
            "Brandmoor, Ostheide",
        ),
        ("Die Schleuse am Abend. Bildquelle: Wasseramt", "Die Schleuse am Abend.", "Wasseramt"),
        ("Die Schleuse am Abend (Foto: Wasseramt)", "Die Schleuse am Abend", "Wasseramt"),
        ("Die Schleuse am Abend - Foto: Jutta Brandmoor", "Die Schleuse am Abend", "Jutta Brandmoor"),
        ("Die Schleuse am Abend | Bild: Jutta Brandmoor", "Die Schleuse am Abend", "Jutta Brandmoor"),
        ("De sluis bij avond. Foto: Sjoukje Wiersma", "De sluis bij avond.", "Sjoukje Wiersma"),
        ("De sluis bij avond. Beeld: Sjoukje Wiersma", "De sluis bij avond.", "Sjoukje Wiersma"),
        ("De sluis bij avond. Beeld Sjoukje Wiersma / ANP", "De sluis bij avond.", "Sjoukje Wiersma / ANP"),
        ("L'écluse, le soir. Photo : Maëlle Quintard", "L'écluse, le soir.", "Maëlle Quintard"),
        ("L'écluse, le soir. Crédit : Maëlle Quintard", "L'écluse, le soir.", "Maëlle Quintard"),
        (
            "L'écluse, le soir. Photo Maëlle Quintard / Le Courrier",
            "L'écluse, le soir.",
            "Maëlle Quintard / Le Courrier",
        ),
        ("L'écluse, le soir. (Photo Maëlle Quintard)", "L'écluse, le soir.", "Maëlle Quintard"),
        ("La esclusa, de noche. Foto: Iñaki Zubelzu", "La esclusa, de noche.", "Iñaki Zubelzu"),
        ("La esclusa, de noche. Imagen: Iñaki Zubelzu", "La esclusa, de noche.", "Iñaki Zubelzu"),
        ("La esclusa, de noche. / Foto: Iñaki Zubelzu", "La esclusa, de noche.", "Iñaki Zubelzu"),
        ("La esclusa, de noche (Iñaki Zubelzu / El Faro)", "La esclusa, de noche", "Iñaki Zubelzu / El Faro"),
        ("A eclusa à noite. Foto: Caio Bragança/Divulgação", "A eclusa à noite.", "Caio Bragança/Divulgação"),
        ("A eclusa à noite. Crédito: Caio Bragança", "A eclusa à noite.", "Caio Bragança"),
        ("A eclusa à noite Imagem: Caio Bragança", "A eclusa à noite", "Caio Bragança"),
        ("La chiusa di sera. Foto di Ottavio Brusaferri", "La chiusa di sera.", "Ottavio Brusaferri"),
        ("La chiusa di sera. Fotografia: Ottavio Brusaferri", "La chiusa di sera.", "Ottavio Brusaferri"),
        ("Ecluza, seara. Foto: Ilie Brânzei", "Ecluza, seara.", "Ilie Brânzei"),
        ("Ecluza, seara. Sursa foto: Ilie Brânzei", "Ecluza, seara.", "Ilie Brânzei"),
        (
            "Slusen om aftenen. Foto: Signe Vestermark/Ritzau Scanpix",
            "Slusen om aftenen.",
            "Signe Vestermark/Ritzau Scanpix",
        ),
        ("Slussen på kvällen. Foto: Ylva Kråkström/TT", "Slussen på kvällen.", "Ylva Kråkström/TT"),
        ("Slusene om kvelden. Foto: Torgeir Snøfugl", "Slusene om kvelden.", "Torgeir Snøfugl"),
        ("Sulku illalla. Kuva: Aino Järvikoski", "Sulku illalla.", "Aino Järvikoski"),
        ("Lüüs õhtul. Foto: Liina Metsamaa", "Lüüs õhtul.", "Liina Metsamaa"),
        ("Slūžas vakarā. Foto: Ilze Kalnroze", "Slūžas vakarā.", "Ilze Kalnroze"),
        ("Šliuzas vakare. Nuotr. Rasa Eglinaitė", "Šliuzas vakare.", "Rasa Eglinaitė"),
        ("Šliuzas vakare. Rasos Eglinaitės nuotr.", "Šliuzas vakare.", "Rasos Eglinaitės nuotr"),
        ("Śluza wieczorem. Fot. Danuta Lipka", "Śluza wieczorem.", "Danuta Lipka"),
        ("Śluza wieczorem. Foto: Danuta Lipka / PAP", "Śluza wieczorem.", "Danuta Lipka / PAP"),
        ("Śluza wieczorem / Źródło: PAP", "Śluza wieczorem", "PAP"),
        ("Zdymadlo večer. Foto: Květa Dlouhá", "Zdymadlo večer.", "Květa Dlouhá"),
        ("Zdymadlo večer. Zdroj: ČTK", "Zdymadlo večer.", "ČTK"),
        ("Plavebná komora. FOTO: TASR - Milan Hrebenár", "Plavebná komora.", "TASR - Milan Hrebenár"),
        ("A zsilip este. Fotó: Bodnár Szilvia", "A zsilip este.", "Bodnár Szilvia"),
        ("A zsilip este. Forrás: MTI", "A zsilip este.", "MTI"),
        ("Ustava navečer. Foto: Hrvoje Babić / PIXSELL", "Ustava navečer.", "Hrvoje Babić / PIXSELL"),
        ("Zapornica zvečer. Foto: Borut Grintal", "Zapornica zvečer.", "Borut Grintal"),
        ("Шлюз вечером. Фото: Устина Морозко", "Шлюз вечером.", "Устина Морозко"),
        ("Шлюз вечером. Источник: РИА Новости", "Шлюз вечером.", "РИА Новости"),
        ("Шлюз увечері. Фото: Остап Вербицький", "Шлюз увечері.", "Остап Вербицький"),
        ("Шлюзът вечерта. Снимка: Добри Камбуров", "Шлюзът вечерта.", "Добри Камбуров"),
        ("Брана увече. Фото: Танјуг", "Брана увече.", "Танјуг"),
        ("Η πύλη το βράδυ. Φωτογραφία: Θεόφιλος Καραμπέτσος", "Η πύλη το βράδυ.", "Θεόφιλος Καραμπέτσος"),
        ("Akşam saatlerinde köprü. Fotoğraf: Emre Taşkıran", "Akşam saatlerinde köprü.", "Emre Taşkıran"),
        ("Akşam saatlerinde köprü (Foto: İHA)", "Akşam saatlerinde köprü", "İHA"),
        ("הסכר בערב. צילום: ציפורה גלבוע", "הסכר בערב.", "ציפורה גלבוע"),
        ("السد مساء. تصوير: سلوى الرفاعي", "السد مساء.", "سلوى الرفاعي"),
        ("السد مساء (أ ف ب)", "السد مساء", "أ ف ب"),
        ("سد در شب. عکس: مهر", "سد در شب.", "مهر"),
        ("बांध शाम को। फोटो: वैभव ठाकुर", "बांध शाम को।", "वैभव ठाकुर"),
        ("সন্ধ্যায় বাঁধ। ছবি: রয়টার্স", "সন্ধ্যায় বাঁধ।", "রয়টার্স"),
        ("மாலையில் அணை. படம்: ராய்ட்டர்ஸ்", "மாலையில் அணை.", "ராய்ட்டர்ஸ்"),
        ("เขื่อนยามเย็น ภาพ: รอยเตอร์", "เขื่อนยามเย็น", "รอยเตอร์"),
        ("Đập nước buổi tối. Ảnh: Phạm Thu Hà", "Đập nước buổi tối.", "Phạm Thu Hà"),
        ("Đập nước buổi tối - Ảnh: PHẠM THU HÀ", "Đập nước buổi tối", "PHẠM THU HÀ"),
        ("Bendungan sore hari. Foto: Wiratama Kusno", "Bendungan sore hari.", "Wiratama Kusno"),
        (
            "Bendungan sore hari. (Foto: Wiratama Kusno/detikPantai)",
            "Bendungan sore hari.",
            "Wiratama Kusno/detikPantai",
        ),
        ("Empangan pada waktu petang. Gambar: Bernama", "Empangan pada waktu petang.", "Bernama"),
        ("Bwawa jioni. Picha: Zuhura Mbwana", "Bwawa jioni.", "Zuhura Mbwana"),
        ("Bwawa jioni. PICHA | MAKTABA", "Bwawa jioni.", "MAKTABA"),
        ("水闸夜景。摄影：陆一舟", "水闸夜景。", "陆一舟"),
        ("水闸夜景。图/视觉中国", "水闸夜景。", "视觉中国"),
        ("水闸夜景 图源：视觉中国", "水闸夜景", "视觉中国"),
        ("水闸夜景。陆一舟摄", "水闸夜景。", "陆一舟"),
        ("水閘夜景。（圖／翻攝自臉書）", "水閘夜景。", "翻攝自臉書"),
        ("水閘夜景。記者賀明／攝影", "水閘夜景。", "記者賀明"),
        ("夜の水門＝三好学撮影", "夜の水門", "三好学"),
        ("夜の水門（写真：三好学）", "夜の水門", "三好学"),
        ("夜の水門。写真提供：青浜市", "夜の水門。", "青浜市"),
        ("夜の水門（共同）", "夜の水門", "共同"),
        ("밤의 수문. 사진=윤다혜 기자", "밤의 수문.", "윤다혜 기자"),
        ("밤의 수문 /사진제공=가온시", "밤의 수문", "가온시"),
        ("밤의 수문. (사진: 가온시 제공)", "밤의 수문.", "가온시 제공"),
    ]);
}

#[test]
fn english_papers_sign_in_many_ways() {
    check_all(&[
        ("The lock at dusk. Photo credit: Quill Ashdown", "The lock at dusk.", "Quill Ashdown"),
        ("The lock at dusk. Photo courtesy of Lock Museum", "The lock at dusk.", "Lock Museum"),
        ("The lock at dusk. (Courtesy of Lock Museum)", "The lock at dusk.", "Courtesy of Lock Museum"),
        ("The lock at dusk. Courtesy Quill Ashdown", "The lock at dusk.", "Courtesy Quill Ashdown"),
        (
            "The lock at dusk. (Quill Ashdown/Northport Chronicle)",
            "The lock at dusk.",
            "Quill Ashdown/Northport Chronicle",
        ),
        (
            "The lock at dusk. (Quill Ashdown/Northport Chronicle/TNS)",
            "The lock at dusk.",
            "Quill Ashdown/Northport Chronicle/TNS",
        ),
        (
            "The lock at dusk. (Quill Ashdown, Northport Chronicle)",
            "The lock at dusk.",
            "Quill Ashdown, Northport Chronicle",
        ),
        (
            "The lock at dusk. (Quill Ashdown | Northport Chronicle)",
            "The lock at dusk.",
            "Quill Ashdown | Northport Chronicle",
        ),
        (
            "The lock at dusk. Quill Ashdown / Northport Chronicle",
            "The lock at dusk.",
            "Quill Ashdown / Northport Chronicle",
        ),
        (
            "The lock at dusk. Quill Ashdown/Northport Chronicle via AP",
            "The lock at dusk.",
            "Quill Ashdown/Northport Chronicle via AP",
        ),
        ("The lock at dusk. QUILL ASHDOWN/GETTY IMAGES", "The lock at dusk.", "QUILL ASHDOWN/GETTY IMAGES"),
        ("The lock at dusk Quill Ashdown/Getty Images", "The lock at dusk", "Quill Ashdown/Getty Images"),
        ("The lock at dusk on Monday. Reuters", "The lock at dusk on Monday.", "Reuters"),
        ("The lock at dusk. Handout via REUTERS", "The lock at dusk.", "Handout via REUTERS"),
        (
            "The lock at dusk. REUTERS/Quill Ashdown/File Photo",
            "The lock at dusk.",
            "REUTERS/Quill Ashdown/File Photo",
        ),
        ("The lock at dusk. (Pool photo by Quill Ashdown)", "The lock at dusk.", "Quill Ashdown"),
        ("The lock at dusk. (Pool via AP)", "The lock at dusk.", "Pool via AP"),
        ("The lock at dusk. (File photo)", "The lock at dusk. (File photo)", ""),
        ("The lock at dusk. (Getty Images/iStockphoto)", "The lock at dusk.", "Getty Images/iStockphoto"),
        ("The lock at dusk. (iStock)", "The lock at dusk.", "iStock"),
        ("The lock at dusk. (Facebook)", "The lock at dusk.", "Facebook"),
        ("The lock at dusk. Credit: Quill Ashdown/PA", "The lock at dusk.", "Quill Ashdown/PA"),
        ("The lock at dusk. CREDIT: QUILL ASHDOWN", "The lock at dusk.", "QUILL ASHDOWN"),
        (
            "The lock at dusk. Credit Quill Ashdown for Northport Chronicle",
            "The lock at dusk.",
            "Quill Ashdown for Northport Chronicle",
        ),
        ("The lock at dusk. © Quill Ashdown", "The lock at dusk.", "Quill Ashdown"),
        ("The lock at dusk. Image © Quill Ashdown", "The lock at dusk.", "Quill Ashdown"),
        ("The lock at dusk. Copyright: Quill Ashdown", "The lock at dusk.", "Quill Ashdown"),
        ("The lock at dusk. — AFP photo", "The lock at dusk.", "AFP photo"),
        ("The lock at dusk. — Bernama pic", "The lock at dusk.", "Bernama pic"),
        ("The lock at dusk. | Photo Credit: QUILL ASHDOWN", "The lock at dusk.", "QUILL ASHDOWN"),
        ("The lock at dusk. | File photo: Quill Ashdown", "The lock at dusk.", "Quill Ashdown"),
        (
            "The lock at dusk. [Quill Ashdown / Northport Chronicle]",
            "The lock at dusk.",
            "Quill Ashdown / Northport Chronicle",
        ),
        ("The lock at dusk. [QUILL ASHDOWN / CHRONICLE]", "The lock at dusk.", "QUILL ASHDOWN / CHRONICLE"),
        ("The lock at dusk. PHOTO BY QUILL ASHDOWN", "The lock at dusk.", "QUILL ASHDOWN"),
        ("The lock at dusk. PHOTO: QUILL ASHDOWN/CHRONICLE", "The lock at dusk.", "QUILL ASHDOWN/CHRONICLE"),
        ("The lock at dusk. Photo / Quill Ashdown", "The lock at dusk.", "Quill Ashdown"),
        ("The lock at dusk. Photo | Quill Ashdown", "The lock at dusk.", "Quill Ashdown"),
        ("The lock at dusk. Source: Getty Images", "The lock at dusk.", "Getty Images"),
        ("The lock at dusk. Screengrab: YouTube/Lock Museum", "The lock at dusk.", "YouTube/Lock Museum"),
        ("The lock at dusk. (Supplied)", "The lock at dusk.", "Supplied"),
        ("The lock at dusk. (Supplied by Lock Museum)", "The lock at dusk.", "Supplied by Lock Museum"),
        ("The lock at dusk. (NASA)", "The lock at dusk.", "NASA"),
        (
            "The lock at dusk. (Northport Police Department)",
            "The lock at dusk.",
            "Northport Police Department",
        ),
        ("The lock at dusk.(AP Photo/Quill Ashdown)", "The lock at dusk.", "AP Photo/Quill Ashdown"),
    ]);
}

#[test]
fn nothing_is_signed_in_sentences() {
    for line in [
        "The lock keeper, Ana Lima, with her dog",
        "Ana Lima and Tom Roe at the lock",
        "The lock (centre) and the old mill",
        "Members of the Northport Rowing Club (NRC)",
        "Voters at a school: turnout was high",
        "Le maire de Valmont, Loïc Perrache",
        "Der Bürgermeister: Falk Ostheide",
        "President of the council Ana Lima",
        "Una imagen: el puente de noche",
        "Fans of Northport United",
        "The choir of St. Mary",
        "People walk past a bank in Northport, Sept. 3",
        "Workers load boxes at the port of Northport in June 2020",
        "Лодочник Савелий Грибоедский",
        "陆一舟在船上",
        "水門の前に立つ三好学さん",
        "윤다혜 시장이 다리 앞에 서 있다",
    ] {
        let read = split_caption(line);
        assert!(read.credit.is_none(), "{line}: {:?}", read.credit.map(|c| line[c.name].to_owned()));
    }
}

#[test]
fn credits_alone_in_many_languages() {
    let mut wrong = Vec::new();
    for (line, name) in [
        ("Foto: Jutta Brandmoor", "Jutta Brandmoor"),
        ("Foto : Jutta Brandmoor", "Jutta Brandmoor"),
        ("FOTO: JUTTA BRANDMOOR", "JUTTA BRANDMOOR"),
        ("Fotocredit: Jutta Brandmoor", "Jutta Brandmoor"),
        ("Bild: © Jutta Brandmoor", "Jutta Brandmoor"),
        ("© Jutta Brandmoor", "Jutta Brandmoor"),
        ("(c) Jutta Brandmoor", "Jutta Brandmoor"),
        ("Photo : Maëlle Quintard", "Maëlle Quintard"),
        ("Crédit photo : Maëlle Quintard", "Maëlle Quintard"),
        ("Crédits : Maëlle Quintard / AFP", "Maëlle Quintard / AFP"),
        ("Fot. Danuta Lipka", "Danuta Lipka"),
        ("Фото: Устина Морозко", "Устина Морозко"),
        ("Ảnh: Phạm Thu Hà", "Phạm Thu Hà"),
        ("写真：三好学", "三好学"),
        ("撮影：三好学", "三好学"),
        ("撮影 三好学", "三好学"),
        ("摄影：陆一舟", "陆一舟"),
        ("图/陆一舟", "陆一舟"),
        ("사진=윤다혜 기자", "윤다혜 기자"),
        ("צילום: ציפורה גלבוע", "ציפורה גלבוע"),
        ("Quill Ashdown/Getty Images", "Quill Ashdown/Getty Images"),
        ("Quill Ashdown | Northport Chronicle", "Quill Ashdown | Northport Chronicle"),
        ("AP Photo/Quill Ashdown", "AP Photo/Quill Ashdown"),
        ("PHOTO BY QUILL ASHDOWN", "QUILL ASHDOWN"),
        ("Photograph: Quill Ashdown/The Northport Chronicle", "Quill Ashdown/The Northport Chronicle"),
        ("Image source, Getty Images", "Getty Images"),
    ] {
        let got = read_credit(line).map_or("", |c| &line[c.name]);
        if got != name {
            wrong.push(format!("{line}: {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
