use super::read_dateline;
use proptest::prelude::*;

/// `expected`: place, date, agency, first words of the sentence.
fn check(text: &str, expected: (&str, &str, &str, &str)) {
    let Some(read) = read_dateline(text) else { panic!("no dateline: {text}") };
    let part = |r: &Option<std::ops::Range<usize>>| r.clone().map_or("", |r| &text[r]);
    let got = (part(&read.place), part(&read.date), part(&read.agency));
    assert_eq!(got, (expected.0, expected.1, expected.2), "{text}");
    assert!(text[read.end..].starts_with(expected.3), "{text}: {}", &text[read.end..]);
    assert_eq!(read.alone, expected.3.is_empty(), "{text}");
}

fn sure(text: &str, expected: (&str, &str, &str, &str)) {
    check(text, expected);
    let strength = read_dateline(text).map_or(0.0, |r| r.strength);
    assert!(strength >= 0.5, "{strength}: {text}");
}

fn weak(text: &str) {
    let strength = read_dateline(text).map_or(0.0, |r| r.strength);
    assert!(strength < 0.5, "{strength}: {text}");
}

#[test]
fn english_shapes() {
    sure("NORTHPORT, July 15 (Agency) -- The harbour closed.", ("NORTHPORT", "July 15", "Agency", "The"));
    sure("NORTHPORT (AP) — The mayor spoke.", ("NORTHPORT", "", "AP", "The"));
    sure("NORTHPORT, Ohio (AP) — The mayor spoke.", ("NORTHPORT, Ohio", "", "AP", "The"));
    sure("Northport AFP — The mayor spoke.", ("Northport", "", "AFP", "The"));
    sure("NORTHPORT — The mayor spoke.", ("NORTHPORT", "", "", "The"));
    sure("NORTHPORT -- The mayor spoke.", ("NORTHPORT", "", "", "The"));
    sure("NORTHPORT —The mayor spoke.", ("NORTHPORT", "", "", "The"));
    sure("NORTHPORT, Nov 22 — The mayor spoke.", ("NORTHPORT", "Nov 22", "", "The"));
    sure("NORTHPORT: The mayor spoke to the council.", ("NORTHPORT", "", "", "The"));
    sure(
        "SOUTH WEST-HAVEN, FLA. (WXYZ) - A crash closed a road.",
        ("SOUTH WEST-HAVEN, FLA.", "", "WXYZ", "A crash"),
    );
    sure("LONDON, Sept 18 European shares fell.", ("LONDON", "Sept 18", "", "European"));
    sure("ST. MARTIN, Jamaica — A man was held.", ("ST. MARTIN, Jamaica", "", "", "A man"));
    sure("(CNN) — A storm came.", ("", "", "CNN", "A storm"));
    sure("(Reuters) - Shares rose.", ("", "", "Reuters", "Shares"));
    sure("London, Jun 11 (efe-epa).- The pandemic passed.", ("London", "Jun 11", "efe-epa", "The"));
    sure("DATELINE: NORTHPORT, May 3 2013", ("NORTHPORT", "May 3 2013", "", ""));
    sure("Washington/ New Delhi: The talks ended.", ("Washington/ New Delhi", "", "", "The talks"));
    sure("McALPINE, Texas -- The fair opened.", ("McALPINE, Texas", "", "", "The fair"));
    sure("Updated: 2008-10-28 23:12 NORTHPORT -- The mayor spoke.", ("NORTHPORT", "", "", "The"));
    sure("Reuters - Shares rose.", ("", "", "Reuters", "Shares"));
}

#[test]
fn press_releases() {
    sure(
        "LAKE TOWN, Minn., May 14, 2024 /PRNewswire/ -- Lakeside said",
        ("LAKE TOWN, Minn.", "May 14, 2024", "PRNewswire", "Lakeside"),
    );
    sure(
        "LAKE TOWN, Minn., May 9, 2023 (GLOBE NEWSWIRE) -- Lakeside (NASDAQ: LAKE) said",
        ("LAKE TOWN, Minn.", "May 9, 2023", "GLOBE NEWSWIRE", "Lakeside"),
    );
    sure(
        "LAKE TOWN, MN / ACCESSWIRE / November 8, 2023 / Lakeside said",
        ("LAKE TOWN, MN", "November 8, 2023", "ACCESSWIRE", "Lakeside"),
    );
    sure("LAKE TOWN, MN--(BUSINESS WIRE)--Lakeside said", ("LAKE TOWN, MN", "", "BUSINESS WIRE", "Lakeside"));
    sure("May 14, 2024 /OpenLine Wire/ — Lakeside said", ("", "May 14, 2024", "OpenLine Wire", "Lakeside"));
    sure("Rheinstadt (ots)", ("Rheinstadt", "", "ots", ""));
    sure("RheinstadtRheinstadt (ots)", ("Rheinstadt", "", "ots", ""));
}

#[test]
fn romance_languages() {
    sure("San Ejemplo, 21 Abr (Agencia).- Con la lluvia", ("San Ejemplo", "21 Abr", "Agencia", "Con"));
    sure("Roma, 25 giu. (Adnkronos) - La giunta", ("Roma", "25 giu", "Adnkronos", "La"));
    sure("(ANSA) - ROMA, 28 LUG - La giunta", ("ROMA", "28 LUG", "ANSA", "La"));
    sure("BRASÍLIA, DF (FOLHAPRESS) - O governo", ("BRASÍLIA, DF", "", "FOLHAPRESS", "O"));
    sure("Madrid, 5 de mayo (EFE).- El Gobierno", ("Madrid", "5 de mayo", "EFE", "El"));
    sure("VALDORO, España (AP) — El equipo", ("VALDORO, España", "", "AP", "El"));
    sure("Paris, 3 mars 2021 (AFP) – Le maire", ("Paris", "3 mars 2021", "AFP", "Le"));
    sure("22 mai 2012. - Le maire a ouvert", ("", "22 mai 2012", "", "Le"));
    sure("Lisboa, 12 jan 2022 (Lusa) -- O governo", ("Lisboa", "12 jan 2022", "Lusa", "O"));
    sure("São Paulo – O prefeito", ("São Paulo", "", "", "O"));
    sure("Londres - Le club", ("Londres", "", "", "Le"));
    sure("București, 3 mai /Agerpres/ - Guvernul", ("București", "3 mai", "Agerpres", "Guvernul"));
    check("Madrid-", ("Madrid", "", "", ""));
}

#[test]
fn germanic_and_nordic_languages() {
    sure("Neustadt (dpa) - Die Stadt baut.", ("Neustadt", "", "dpa", "Die"));
    sure("Neustadt (dpa/lnw) - Die Stadt baut.", ("Neustadt", "", "dpa/lnw", "Die"));
    sure("NEUSTADT – Am Samstag brannte es.", ("NEUSTADT", "", "", "Am"));
    sure("München/London – Die Zweifel wachsen.", ("München/London", "", "", "Die"));
    sure("Frankfurt/Main (dpa) - Die Bank", ("Frankfurt/Main", "", "dpa", "Die"));
    check("Neustadt. Die Stadt baut eine Brücke.", ("Neustadt", "", "", "Die"));
    check("Neustadt - Die Stadt baut eine Brücke.", ("Neustadt", "", "", "Die"));
    sure("Wien (APA) - Der Rat", ("Wien", "", "APA", "Der"));
    sure("STOCKHOLM (TT) – Regeringen", ("STOCKHOLM", "", "TT", "Regeringen"));
    sure("OSLO (NTB): Regjeringen", ("OSLO", "", "NTB", "Regjeringen"));
    sure("06.11.23 - Die Stadt wählt.", ("", "06.11.23", "", "Die"));
    sure("Den Haag (ANP) - Het kabinet", ("Den Haag", "", "ANP", "Het"));
}

#[test]
fn slavic_and_other_european_languages() {
    sure("МОСКВА, 29 июня. /ТАСС/. Дорога открыта.", ("МОСКВА", "29 июня", "ТАСС", "Дорога"));
    sure("НОВОГРАД. КАЗИНФОРМ – Завод построят.", ("НОВОГРАД", "", "КАЗИНФОРМ", "Завод"));
    sure("МОСКВА, 5 мая — РИА Новости. Дорога", ("МОСКВА", "5 мая", "РИА Новости", "Дорога"));
    sure("Warszawa, 5 maja (PAP) - Rząd", ("Warszawa", "5 maja", "PAP", "Rząd"));
    sure("Praha 5. května (ČTK) - Vláda", ("Praha", "5. května", "ČTK", "Vláda"));
    sure("BEOGRAD - Vlada je", ("BEOGRAD", "", "", "Vlada"));
    sure("Zagreb, 3. svibnja (Hina) - Vlada", ("Zagreb", "3. svibnja", "Hina", "Vlada"));
    sure("Ankara (AA) - Bakan", ("Ankara", "", "AA", "Bakan"));
    sure(
        "Budapest, 2021. május 5. (MTI) - A kormány".replace("2021. május 5.", "május 5.").as_str(),
        ("Budapest", "május 5", "MTI", "A"),
    );
    sure("ΑΘΗΝΑ, 5 Μαΐου (ΑΠΕ-ΜΠΕ) - Η κυβέρνηση", ("ΑΘΗΝΑ", "5 Μαΐου", "ΑΠΕ-ΜΠΕ", "Η"));
}

#[test]
fn asia_in_spaced_letters() {
    sure("JAKARTA, KORAN.com - Menteri", ("JAKARTA", "", "KORAN.com", "Menteri"));
    sure("Jakarta (ANTARA) - Menteri", ("Jakarta", "", "ANTARA", "Menteri"));
    sure("Jakarta -", ("Jakarta", "", "", ""));
    sure("AN KHÊ – Từ 0h ngày 20/3", ("AN KHÊ", "", "", "Từ"));
    sure("Hà Nội (TTXVN) - Thủ tướng", ("Hà Nội", "", "TTXVN", "Thủ"));
    sure("KUALA LUMPUR: Kerajaan akan", ("KUALA LUMPUR", "", "", "Kerajaan"));
    sure("संवाद सूत्र, हरितपुर। शनिवार रात आंधी आई।", ("हरितपुर", "", "", "शनिवार"));
    sure("नई दिल्ली, एएनआई। मंत्री ने कहा", ("नई दिल्ली", "", "एएनआई", "मंत्री"));
    sure("नई दिल्ली, 5 मई (भाषा) मंत्री ने कहा", ("नई दिल्ली", "5 मई", "भाषा", "मंत्री"));
    sure("ঢাকা, ৫ মে (বাসস) : সরকার", ("ঢাকা", "৫ মে", "বাসস", "সরকার"));
}

#[test]
fn arabic_letters() {
    sure(
        "القاهرة في 4 سبتمبر / وكالة الأفق / افتتحت المدينة",
        ("القاهرة", "4 سبتمبر", "وكالة الأفق", "افتتحت"),
    );
    sure("دبي (رويترز) - قال", ("دبي", "", "رويترز", "قال"));
    sure("بيروت 5 مايو (رويترز) - قال", ("بيروت", "5 مايو", "رويترز", "قال"));
    sure("خبرگزاری البرز - رییس سازمان اعلام کرد", ("", "", "خبرگزاری البرز", "رییس"));
    sure("القاهرة - رويترز - قال", ("القاهرة", "", "رويترز", "قال"));
    sure("دمشق -- قال الوزير", ("دمشق", "", "", "قال"));
}

#[test]
fn chinese() {
    sure("新华社北岭7月15日电（记者周明、何静）随着", ("北岭", "7月15日", "新华社", "随着"));
    sure("东湖社青岭3月12日电　东湖省", ("青岭", "3月12日", "东湖社", "东湖省"));
    sure("中新社北京1月1日电 题：新年", ("北京", "1月1日", "中新社", "题"));
    sure("本报北京5月3日电 （记者王某）今天", ("北京", "5月3日", "本报", "今天"));
    sure("本报讯 昨日", ("", "", "本报", "昨日"));
    sure("本报讯（记者 王小山）昨日", ("", "", "本报", "昨日"));
    sure("某某网9月30日消息 据外媒", ("", "9月30日", "某某网", "据"));
    sure("清泉晚报快讯（记者 裴小飞）今日", ("", "", "清泉晚报", "今日"));
    sure("（中央社記者溫小香台北21日電）行政院", ("台北", "21日", "中央社", "行政院"));
    sure("〔記者王小明／花蓮報導〕花蓮縣", ("花蓮", "", "", "花蓮縣"));
    sure("【新華社某市10月25日】某市", ("某市", "10月25日", "新華社", "某市"));
    let text = "〔記者王小明、李大同／花蓮報導〕花蓮縣";
    let read = read_dateline(text).map(|r| r.reporters.into_iter().map(|n| &text[n]).collect::<Vec<_>>());
    assert_eq!(read, Some(vec!["王小明", "李大同"]));
}

#[test]
fn japanese_and_korean() {
    sure("【架空市２９日東都通信】架空市議会は", ("架空市", "２９日", "東都通信", "架空市議会"));
    sure("【６月１８日 AFP】架空市で", ("", "６月１８日", "AFP", "架空市"));
    sure("［某市 １３日 ロイター］ - 某市は", ("某市", "１３日", "ロイター", "某市"));
    sure("【ワシントン時事】米政府は", ("ワシントン", "", "時事", "米政府"));
    sure("【青浜＝佐原健】青浜市は", ("青浜", "", "", "青浜市"));
    sure("(가온=한빛통신) 김서윤 기자 = 가온시는", ("가온", "", "한빛통신", "가온시"));
    sure("[부산=한빛신문 이도윤 기자] 시는", ("부산", "", "한빛신문", "시는"));
    sure("[서울=뉴시스] 김서윤 이도윤 기자 = 시는", ("서울", "", "뉴시스", "시는"));
    sure("[한빛뉴스 이도윤 기자] 시는", ("", "", "한빛뉴스", "시는"));
    let text = "[서울=뉴시스] 김서윤 이도윤 기자 = 시는";
    let read = read_dateline(text).map(|r| r.reporters.into_iter().map(|n| &text[n]).collect::<Vec<_>>());
    assert_eq!(read, Some(vec!["김서윤", "이도윤"]));
}

#[test]
fn houses_and_reporters_in_front() {
    sure("KORAN.CO.ID, JAKARTA -- Menteri", ("JAKARTA", "", "KORAN.CO.ID", "Menteri"));
    sure("Koran6.com, Jakarta - Menteri", ("Jakarta", "", "Koran6.com", "Menteri"));
    sure("KORAN.com - Menteri", ("", "", "KORAN.com", "Menteri"));
    sure("koran.id, JAKARTA - Menteri", ("JAKARTA", "", "koran.id", "Menteri"));
    sure("EFE/Villa Ejemplo, 3 may.- El puente", ("Villa Ejemplo", "3 may", "EFE", "El"));
    sure("(NORTHPORT, May 3) – The mayor", ("NORTHPORT", "May 3", "", "The"));
    check("（CNN） 架空市で", ("", "", "CNN", "架空市"));
    sure("29 июня, НОВОГРАД – Дорога", ("НОВОГРАД", "29 июня", "", "Дорога"));
    sure("НОВОГРАД. 5 мая. КАЗИНФОРМ. Завод построят", ("НОВОГРАД", "5 мая", "КАЗИНФОРМ", "Завод"));
    sure("КИЇВ, 5 травня, Островпрес – Міст", ("КИЇВ", "5 травня", "Островпрес", "Міст"));
    sure("دمشق-سانا", ("دمشق", "", "سانا", ""));
    sure("تهران- ایرنا- رییس سازمان", ("تهران", "", "ایرنا", "رییس"));
    sure("خبرگزاری البرز - سروستان: رییس سازمان", ("سروستان", "", "خبرگزاری البرز", "رییس"));
    sure("الوادي نيوز :- بلغت حصيلة", ("", "", "الوادي نيوز", "بلغت"));
    sure("हरितपुर, केएनएन। शनिवार रात आंधी आई।", ("हरितपुर", "", "केएनएन", "शनिवार"));
    sure(
        "NORTHPORT (Valley News / Agency - 29th April, 2020) It is",
        ("NORTHPORT", "29th April, 2020", "Valley News / Agency", "It"),
    );
    let text = "Ali ÖRNEK/ÇAYKÖY, (DHA)- Köprü açıldı.";
    sure(text, ("ÇAYKÖY", "", "DHA", "Köprü"));
    assert_eq!(read_dateline(text).map(|r| r.reporters.len()), Some(1));
    sure("date 2021-05-03 NORTHPORT (AP) — The mayor", ("NORTHPORT", "", "AP", "The"));
    sure("date 2021-05 NORTHPORT, May 3 (AP) — The mayor", ("NORTHPORT", "May 3", "AP", "The"));
    sure("May 3, 2021 NORTHPORT — The mayor", ("NORTHPORT", "", "", "The"));
    check("Lagos—The mayor spoke.", ("Lagos", "", "", "The"));
    sure("Villa Ejemplo, Jal.- El gobierno", ("Villa Ejemplo, Jal", "", "", "El"));
    sure("NORTHPORT, Ohio — May 3, 2023 — Lakeside said", ("NORTHPORT, Ohio", "May 3, 2023", "", "Lakeside"));
}

#[test]
fn more_of_the_far_east() {
    sure("【AFP＝時事】架空市で", ("", "", "AFP＝時事", "架空市"));
    sure("[OSEN=잠실, 김서윤 기자] 경기는", ("잠실", "", "OSEN", "경기"));
    sure("[한빛경제=김서윤 기자] 시는", ("", "", "한빛경제", "시는"));
    sure("[워싱턴=AP/뉴시스] 김서윤 기자 = 미국은", ("워싱턴", "", "AP/뉴시스", "미국"));
    sure("据新华社北岭5月3日电　北岭", ("北岭", "5月3日", "新华社", "北岭"));
    sure("［記者王小明花蓮報導］花蓮縣", ("花蓮", "", "", "花蓮"));
    sure("〔即時新聞／綜合報導〕花蓮縣", ("", "", "", "花蓮"));
    sure("央视网消息：昨日", ("", "", "央视网", "昨日"));
}

#[test]
fn lookalikes() {
    for text in [
        "NOTE: The office is closed.",
        "MORE: The story of the bridge",
        "ALSO READ: The story of the bridge",
        "Key Features: The bridge has two lanes.",
        "Connecticut: While the rest waits",
        "SMITH, HOST: Welcome back.",
        "By Ana Lima: The story of the bridge",
        "REBECCA Lima is a nurse.",
        "IN the heart of the town",
        "ONE hundred and three people",
        "Anna Berg (XYZ) – Die Kandidatin sprach.",
        "The council - The body that decides - met.",
        "Monday – The council meets.",
        "Montag – Der Rat tagt.",
        "Tor: 1:0 Berg (12.)",
        "In Paris, May 3 was a holiday.",
        "Smith: I never said that.",
        "Yes. The council agreed.",
        "It rained on May 3 - The river rose.",
        "WATCH: The storm arrives",
        "Foto: Anna Berg/dpa",
        "- Touchscreen – Phones have no keys.",
        "3 May 2021 - 14:05",
        "Version 2.1 (beta)",
        "11.04 Uhr: Der Rat tagt",
        "Ana Berg / AFP / Getty Images",
        "Meditation & Presence – Encourages calm",
        "【速報】架空市で火事",
        "（写真）架空市で火事",
        "[단독] 가온시는 오늘",
        "据新华社消息，某市",
        "这条消息让人高兴。",
        "",
        " ",
        "-",
        "()",
        "(AP",
        "/",
    ] {
        weak(text);
    }
}

#[test]
fn alone_on_the_line() {
    let alone = |line: &str| super::strength_alone(line, read_dateline(line).as_ref());
    assert!(alone("NORTHPORT —") > 0.8);
    assert!(alone("Ankara") > 0.5);
    assert!(alone("NORTHPORT, May 3 (AP) --") > 0.9);
    assert!(alone("Council closes bridge") < 0.2);
    assert!(alone("Politics") < 0.2);
    assert!(alone("NORTHPORT — The council met on Monday.") < 0.01);
}

proptest! {
    #[test]
    fn spans_are_in_bounds_and_on_boundaries(
        text in "\\PC{0,80}|(NORTHPORT|, |May 3|\\(AP\\)| — |: |/|【|】|新华社|3月12日|电|（记者|）|=|기자| |İ|\\.){0,14}"
    ) {
        if let Some(read) = read_dateline(&text) {
            let mut all = vec![read.raw.clone(), read.end..text.len()];
            all.extend([read.place, read.date, read.agency].into_iter().flatten());
            all.extend(read.reporters);
            for range in all {
                prop_assert!(text.get(range).is_some());
            }
            prop_assert!((0.0..=1.0).contains(&read.strength));
        }
    }
}
