use super::{CreditSigns, find, read_credit, split_caption};
use proptest::prelude::*;
use wirecopy_model::CreditKind;

/// `expected`: caption, credit without its label.
fn check(line: &str, caption: &str, credit: &str) {
    let read = split_caption(line);
    let got = read.caption.map_or("", |r| &line[r]);
    let name = read.credit.map_or("", |c| &line[c.name]);
    assert_eq!((got, name), (caption, credit), "{line}");
}

#[test]
fn english_captions() {
    check("Crews at work, May 3. [Photo/Agency]", "Crews at work, May 3.", "Agency");
    check("Crews at work. (AP Photo/Ana Berg)", "Crews at work.", "AP Photo/Ana Berg");
    check("Crews at work. (AP Photo/Ana Berg, File)", "Crews at work.", "AP Photo/Ana Berg, File");
    check("Crews at work [Ana Berg/Agency]", "Crews at work", "Ana Berg/Agency");
    check("Crews at work. [Reuters] |", "Crews at work.", "Reuters");
    check("Crews at work. Photo: Ana Berg", "Crews at work.", "Ana Berg");
    check("Crews at work. Photo : BSS", "Crews at work.", "BSS");
    check("Crews at work / Photo: Valley Archive", "Crews at work", "Valley Archive");
    check("Crews at work — Photo by AFP/File", "Crews at work", "AFP/File");
    check("Crews at work. Credit...Ana Berg", "Crews at work.", "Ana Berg");
    check("Crews at work.Photo by Ana Berg/Valley Post", "Crews at work.", "Ana Berg/Valley Post");
    check("Crews at work. (Photo by Ana Berg/Getty Images)", "Crews at work.", "Ana Berg/Getty Images");
    check(
        "Crews at work. Photograph: Ana Berg/The Valley Post",
        "Crews at work.",
        "Ana Berg/The Valley Post",
    );
    check("Crews at work. (Valley Post file photo)", "Crews at work.", "Valley Post file photo");
    check("Crews at work. Picture: Ana Berg.", "Crews at work.", "Ana Berg");
    check("Crews at work. Image: PA", "Crews at work.", "PA");
    check("Crews at work. | Ana Berg/AP Photo", "Crews at work.", "Ana Berg/AP Photo");
    check("Crews at work. Ana Berg for The Valley Post", "Crews at work.", "Ana Berg for The Valley Post");
    check("Crews at work. Ana Berg via Getty Images", "Crews at work.", "Ana Berg via Getty Images");
    check("Crews at work. Courtesy of Ana Berg", "Crews at work.", "Courtesy of Ana Berg");
    check("Crews at work. LUO XIN/CHINA NEWS SERVICE", "Crews at work.", "LUO XIN/CHINA NEWS SERVICE");
    check("Crews at work. IMAGO/A B", "Crews at work.", "IMAGO/A B");
    check("Crews at work on Saturday REUTERS/Ana Berg", "Crews at work on Saturday", "REUTERS/Ana Berg");
    check("Crews at work. ANA BERG / VALLEY POST", "Crews at work.", "ANA BERG / VALLEY POST");
    check(
        "Crews at work on the bridge in 2020 Getty Images",
        "Crews at work on the bridge in 2020",
        "Getty Images",
    );
    check("Crews at work. (Image credit: Ana Berg)", "Crews at work.", "Ana Berg");
    check("Crews at work. Illustration: Ana Berg", "Crews at work.", "Ana Berg");
    check("Crews at work. Screenshot via YouTube", "Crews at work.", "YouTube");
}

#[test]
fn german_and_nordic_captions() {
    check("Die Brücke am Montag. Foto: Ana Berg/dpa", "Die Brücke am Montag.", "Ana Berg/dpa");
    check("Die Brücke am Montag.A B/dpa", "Die Brücke am Montag.", "A B/dpa");
    check("Die Brücke am Montag. © dpa", "Die Brücke am Montag.", "dpa");
    check("Die Brücke am Montag. © Foto: Ana Berg", "Die Brücke am Montag.", "Ana Berg");
    check("Die Brücke am Montag ...Archivfoto: Ana Berg", "Die Brücke am Montag ...", "Ana Berg");
    check("Die Brücke. Bild: Ana Berg, dpa", "Die Brücke.", "Ana Berg, dpa");
    check("Die Brücke. Bildrechte: MDX/Ana Berg", "Die Brücke.", "MDX/Ana Berg");
    check("Die Brücke. Quelle: dpa", "Die Brücke.", "dpa");
    check(
        "Die Brücke. (Symbolfoto: picture alliance/dpa | Ana Berg)",
        "Die Brücke.",
        "picture alliance/dpa | Ana Berg",
    );
    check("Die Brücke. (Archivbild)", "Die Brücke. (Archivbild)", "");
    check("Die Brücke. SRX", "Die Brücke.", "SRX");
    check("Die Brücke. Keystone-SDA/Ana Berg", "Die Brücke.", "Keystone-SDA/Ana Berg");
    check("Broen mandag. Foto: Ana Berg / NTB", "Broen mandag.", "Ana Berg / NTB");
    check("Bron i måndags. Bild: Ana Berg/TT", "Bron i måndags.", "Ana Berg/TT");
    check("Silta maanantaina. Kuva: Ana Berg / Lehtikuva", "Silta maanantaina.", "Ana Berg / Lehtikuva");
    check("De brug. © ANP / Ana Berg", "De brug.", "ANP / Ana Berg");
    check("Brúin í gær. Ljósmynd/Ana Berg", "Brúin í gær.", "Ana Berg");
}

#[test]
fn romance_captions() {
    check("Le pont lundi. © Ana Berg / Courrier", "Le pont lundi.", "Ana Berg / Courrier");
    check("Le pont lundi. (Crédit photo : Ana Berg)", "Le pont lundi.", "Ana Berg");
    check("Le pont lundi. — Ana Berg/AP", "Le pont lundi.", "Ana Berg/AP");
    check("Le pont lundi. Photo CV /Ana BERG", "Le pont lundi.", "CV /Ana BERG");
    check("Le pont lundi. PHOTO ANA BERG, LE COURRIER", "Le pont lundi.", "ANA BERG, LE COURRIER");
    check("Le pont est-il fermé ? REUTERS/Ana Berg", "Le pont est-il fermé ?", "REUTERS/Ana Berg");
    check(
        "El puente, el lunes (Foto: Ana Berg/Pool via REUTERS).",
        "El puente, el lunes",
        "Ana Berg/Pool via REUTERS",
    );
    check("El puente, el lunes. EFE/Ana Berg", "El puente, el lunes.", "EFE/Ana Berg");
    check("El puente, el lunes. / ANA BERG", "El puente, el lunes.", "ANA BERG");
    check("El puente, el lunes. Crédito: Ana Berg", "El puente, el lunes.", "Ana Berg");
    check("El puente, el lunes. Archivo/La Voz", "El puente, el lunes.", "Archivo/La Voz");
    check("El puente, el lunes. Europa Press", "El puente, el lunes.", "Europa Press");
    check("A ponte — Foto: Ana Berg/Folhapress", "A ponte", "Ana Berg/Folhapress");
    check("A ponte na segunda — Foto: Reprodução", "A ponte na segunda", "Reprodução");
    check("Il ponte (Ansa)", "Il ponte", "Ansa");
    check("Il ponte lunedì (foto Ana Berg)", "Il ponte lunedì", "Ana Berg");
    check("Podul, luni. FOTO: Ana Berg / Inquam Photos", "Podul, luni.", "Ana Berg / Inquam Photos");
    check("Das Boot in Ejemplo / Ana Berg", "Das Boot in Ejemplo", "Ana Berg");
}

#[test]
fn slavic_and_other_european_captions() {
    check("Most w poniedziałek. Fot. Ana Berg / PAP", "Most w poniedziałek.", "Ana Berg / PAP");
    check("Most / autor: Pixabay, Twitter", "Most", "Pixabay, Twitter");
    check("Most w poniedziałek. Ana Berg / Forum", "Most w poniedziałek.", "Ana Berg / Forum");
    check("Most v pondělí. | Foto: ČTK", "Most v pondělí.", "ČTK");
    check("Starý most, foto: Archiv města", "Starý most", "Archiv města");
    check("A híd hétfőn Fotó: Ana Berg / MTI", "A híd hétfőn", "Ana Berg / MTI");
    check("Мост в понедельник. Фото: Ана Берг / ТАСС", "Мост в понедельник.", "Ана Берг / ТАСС");
    check("Мост в понедельник © РИА Новости / Ана Берг", "Мост в понедельник", "РИА Новости / Ана Берг");
    check("Мостът. Снимка: БГНЕС", "Мостът.", "БГНЕС");
    check("Köprü (Fotoğraf: AA)", "Köprü", "AA");
}

#[test]
fn captions_of_asia_and_the_middle_east() {
    check("新桥（视频截图）", "新桥", "视频截图");
    check("財政部今公佈新制。（資料照）", "財政部今公佈新制。", "資料照");
    check("다리에 오르는 시민들 [가온시 제공. 재판매 및 DB 금지]", "다리에 오르는 시민들", "가온시 제공");
    check("Crews at work. By VALLEY POLICE DEPARTMENT", "Crews at work.", "VALLEY POLICE DEPARTMENT");
    check("الجسر - في المدينة", "الجسر - في المدينة", "");
    check("图为新桥。（刘通摄）", "图为新桥。", "刘通");
    check("资料图：市民出行。中新社记者 贾明 摄", "资料图：市民出行。", "中新社记者 贾明");
    check("新桥。视觉中国 供图", "新桥。", "视觉中国");
    check("圖為新橋。中央社記者張小新攝 112年2月16日", "圖為新橋。", "中央社記者張小新");
    check("新橋。（圖／記者王小明攝）", "新橋。", "記者王小明");
    check("新桥。图片来源：视觉中国", "新桥。", "视觉中国");
    check(
        "橋を見る市長（左）＝２９日、架空市（佐藤花子撮影）",
        "橋を見る市長（左）＝２９日、架空市",
        "佐藤花子",
    );
    check("橋が閉じた＝青浜市で2024年2月、佐原健撮影", "橋が閉じた＝青浜市で2024年2月", "佐原健");
    check("다리 앞에 서 있다. 박도현 기자", "다리 앞에 서 있다.", "박도현 기자");
    check("다리 모습. 뉴시스", "다리 모습.", "뉴시스");
    check("다리 모습. 한빛뉴스 자료사진", "다리 모습.", "한빛뉴스 자료사진");
    check("경기가 열렸다. 잠실=박도현 기자 dh@hanbit.kr /2020.08.20/", "경기가 열렸다.", "박도현 기자");
    check("다리 모습. [사진=뉴시스]", "다리 모습.", "뉴시스");
    check("다리 모습. /사진=한빛시 제공", "다리 모습.", "한빛시 제공");
    check("다리 모습. ⓒ 연합뉴스", "다리 모습.", "연합뉴스");
    check(
        "Jembatan, Rabu (1/11/2023).(ANTARA FOTO/Ana Berg)",
        "Jembatan, Rabu (1/11/2023).",
        "ANTARA FOTO/Ana Berg",
    );
    check("Cây cầu hôm thứ hai. Ảnh: Nguyễn Văn Mẫu", "Cây cầu hôm thứ hai.", "Nguyễn Văn Mẫu");
    check("हरितपुर का पुल। - नवप्रभात", "हरितपुर का पुल।", "नवप्रभात");
    check("पुल। फोटो: एएनआई", "पुल।", "एएनआई");
    check("הגשר החדש, אתמול. צילום: אורי דגן", "הגשר החדש, אתמול.", "אורי דגן");
    check("الجسر الجديد (رويترز)", "الجسر الجديد", "رويترز");
    check("الجسر الجديد. تصوير: آنا برغ", "الجسر الجديد.", "آنا برغ");
}

#[test]
fn captions_without_credit() {
    for line in [
        "Crews at work on the bridge.",
        "Author at a meeting in 2020",
        "The mayor (left) and the engineer (right)",
        "The mayor speaks to Reuters",
        "The old bridge, as seen from the town hall",
        "COLLISION COURSE: The player at home in December 2013.",
        "Legende: Die Brücke am Montag.",
        "裏面はフラットに仕上がっています。上が新型です",
        "「架空」の操作画面",
        "الجسر الجديد في المدينة",
        "The town’s bridge: closed since May",
        "The Party of the Valley (PV) in session",
    ] {
        check(line, line, "");
    }
}

/// `expected`: credit without its label, person, agency.
fn only(line: &str, name: &str, person: &str, agency: &str) {
    let Some(read) = read_credit(line) else { panic!("no credit: {line}") };
    let part = |r: &Option<std::ops::Range<usize>>| r.clone().map_or("", |r| &line[r]);
    assert_eq!(
        (&line[read.name.clone()], part(&read.person), part(&read.agency)),
        (name, person, agency),
        "{line}"
    );
}

#[test]
fn credit_lines() {
    only("Getty Images", "Getty Images", "", "Getty Images");
    only("© Ana Berg/imago", "Ana Berg/imago", "Ana Berg", "imago");
    only("Photo by Ana Berg / AFP", "Ana Berg / AFP", "Ana Berg", "AFP");
    only("(Foto: Ana Berg/Rathaus)", "Ana Berg/Rathaus", "Ana Berg", "Rathaus");
    only("Image: Town Hall / Facebook", "Town Hall / Facebook", "Town Hall", "Facebook");
    only(
        "Bildrechte: picture alliance/dpa | Ana Berg",
        "picture alliance/dpa | Ana Berg",
        "Ana Berg",
        "picture alliance",
    );
    only("Ana Berg / AFP / Getty Images", "Ana Berg / AFP / Getty Images", "Ana Berg", "AFP");
    only("Illustration by Ana Berg", "Ana Berg", "Ana Berg", "");
    only("Photo by Ana Berg on Unsplash", "Ana Berg on Unsplash", "Ana Berg", "Unsplash");
    only("Снимка: Getty Images/Пример", "Getty Images/Пример", "", "Getty Images");
    only("коллаж: Ана Берг", "Ана Берг", "Ана Берг", "");
    only("Valley Mexican Bar & Kitchen", "Valley Mexican Bar & Kitchen", "", "Valley Mexican Bar & Kitchen");
    only("PAPER FILE PHOTO", "PAPER FILE PHOTO", "", "PAPER FILE PHOTO");
    only("新华社记者 王某 摄", "新华社记者 王某", "王某", "新华社");
}

#[test]
fn kinds() {
    let kind = |line: &str| read_credit(line).and_then(|c| c.kind);
    assert_eq!(kind("Illustration: Ana Berg"), Some(CreditKind::Illustration));
    assert_eq!(kind("Grafik: dpa"), Some(CreditKind::Graphic));
    assert_eq!(kind("Video: AFP"), Some(CreditKind::Video));
    assert_eq!(kind("Foto: Ana Berg"), Some(CreditKind::Photo));
    assert_eq!(kind("Getty Images"), None);
}

#[test]
fn strength_as_a_feature() {
    for line in [
        "Foto: Ana Berg/dpa",
        "Getty Images",
        "Crews at work. (AP Photo/Ana Berg)",
        "© imago",
        "桥。（刘通摄）",
        "사진=뉴시스",
    ] {
        assert!(signs_of(line).strength >= 0.5, "{line}: {}", signs_of(line).strength);
    }
    for line in [
        "The council voted on Monday to close the bridge.",
        "He told Reuters that the bridge was closed.",
        "The note read: The bridge is closed.",
        "\"It was cold,\" she said.",
        "© 2024 Valley Post. All rights reserved.",
        "Residents (and their dogs) waited.",
        "Council closes bridge",
        "She took a photo: the bridge was closed and nobody could go anywhere that day.",
        "Politics",
        "wrongly decoded Ã© text goes on and on",
        "",
    ] {
        assert!(signs_of(line).strength < 0.5, "{line}: {}", signs_of(line).strength);
    }
}

proptest! {
    #[test]
    fn spans_are_in_bounds_and_on_boundaries(
        line in "\\PC{0,80}|(Foto|Photo by |: |Ana Berg|/|AP|\\. |\\(|\\)|（|）|摄|撮影|기자|©|İ| \\| |—| |=|、){0,14}"
    ) {
        signs_of(&line);
        let caption = split_caption(&line);
        let mut all: Vec<_> = caption.caption.into_iter().collect();
        for read in caption.credit.into_iter().chain(read_credit(&line)) {
            all.extend([read.raw, read.name]);
            all.extend(read.person.into_iter().chain(read.agency));
        }
        for range in all {
            prop_assert!(line.get(range).is_some());
        }
    }
}

fn signs_of(line: &str) -> CreditSigns {
    let found = find(line);
    super::credit_signs(line, || found.as_ref())
}
