//! Names of agencies, wires and picture agencies, as they print them.

/// Names told safely whatever their case, spaces, dots and hyphens.
#[rustfmt::skip]
pub(super) const NAMES: &[&str] = &[
    // World wires.
    "Agence France-Presse", "Agence France Presse", "AFP", "AFP via Getty Images", "AFP Photo", "AFPTV",
    "AFP Forum", "Associated Press", "The Associated Press", "AP Photo", "AP Foto", "AP Images", "AP Video",
    "AP News", "Reuters", "Thomson Reuters", "Thomson Reuters Foundation", "Reuters Photo",
    "Reuters Pictures", "Reuters TV", "United Press International", "UPI", "Bloomberg", "Bloomberg News",
    "Dow Jones Newswires", "Dow Jones", "Deutsche Presse-Agentur", "dpa", "dpa-AFX", "dpa-infocom",
    "dpa-tmn", "picture alliance", "picture-alliance", "Xinhua", "Xinhua News Agency", "China News Service",
    "ECNS", "KCNA", "Inter Press Service", "TASS", "ITAR-TASS", "RIA Novosti", "Interfax",
    "Interfax-Ukraine", "Regnum", "Rosbalt", "Sputniknews",
    // Europe.
    "Austria Presse Agentur", "APA-OTS", "Keystone-SDA", "Keystone-ATS", "Keystone SDA ATS", "dapd", "AFX",
    "Sport-Informations-Dienst", "Evangelischer Pressedienst", "Katholische Nachrichten-Agentur", "epd-bild",
    "Press Association", "PA Media", "PA Wire", "PA Images", "PA News Agency", "Belga", "Belga News Agency",
    "ANP", "Algemeen Nederlands Persbureau", "Hollandse Hoogte", "Ritzau", "Ritzau Bureau", "Ritzaus Bureau",
    "Ritzau Scanpix", "Scanpix", "NTB Scanpix", "NTB Kommunikasjon", "Norsk Telegrambyrå", "TT Nyhetsbyrån",
    "TT News Agency", "TT-AFP", "Tidningarnas Telegrambyrå", "Lehtikuva", "Suomen Tietotoimisto", "BNS",
    "ELTA", "Baltic News Service", "ANSA", "Adnkronos", "LaPresse", "Italpress", "askanews", "9Colonne",
    "Agenzia Dire", "Agenzia Nova", "Radiocor", "Ansa Foto", "Europa Press", "EuropaPress", "Servimedia",
    "Colpisa", "Agencia EFE", "Agencias", "Lusa", "Agência Lusa", "Agencia Reforma", "Prensa Latina",
    "Notimex", "Télam", "Telam", "Noticias Argentinas", "Cuartoscuro", "Agencia Andina", "Agência Brasil",
    "Agencia Brasil", "Estadão Conteúdo", "Folhapress", "FolhaPress", "Polska Agencja Prasowa",
    "Agencja Gazeta", "Agencja Wyborcza", "Agencja Wyborcza.pl", "East News", "ČTK", "Profimedia", "TASR",
    "SITA", "Agerpres", "Mediafax", "Inquam Photos", "Rador", "Tanjug", "Tanjug News", "FoNet", "SRNA",
    "FENA", "Pixsell", "Cropix", "Makfax", "ANA-MPA", "AMNA", "Eurokinissi", "Intime News", "Ukrinform",
    "UNIAN", "BelTA", "Moldpres", "Infotag", "Armenpress", "Azertac", "Azərtac", "Interpressnews",
    "Kazinform", "KazTAG", "AKIpress", "UzA", "Khovar",
    // Middle East and Africa.
    "Anadolu", "Anadolu Agency", "Anadolu Ajansı", "Anadolu Images", "İhlas Haber Ajansı",
    "Demirören Haber Ajansı", "ANKA Haber Ajansı", "IRNA", "ISNA", "ILNA", "IQNA", "Fars News",
    "Fars News Agency", "Mehr News", "Mehr News Agency", "Tasnim", "Tasnim News", "Tasnim News Agency",
    "SANA", "WAFA", "KUNA", "Saudi Press Agency", "Emirates News Agency", "Flash90", "Panapress",
    "APO Group", "African News Agency", "SAPA", "Zawya", "Ghana News Agency", "News Agency of Nigeria",
    "Maghreb Arabe Presse", "Algérie Presse Service",
    // Asia and the Pacific.
    "Press Trust of India", "PTI", "IANS", "Asian News International", "United News of India", "PTI Photo",
    "ANI Photo", "United News of Bangladesh", "Bangladesh Sangbad Sangstha", "Associated Press of Pakistan",
    "Antara", "Antara Foto", "Antara News", "LKBN Antara", "Bernama", "TTXVN", "Vietnam News Agency",
    "VNA Photo", "Thông tấn xã Việt Nam", "Philippine News Agency", "Thai News Agency", "Yonhap",
    "Yonhap News", "Yonhap News Agency", "Newsis", "News1", "Kyodo", "Kyodo News", "Jiji", "Jiji Press",
    "AFP-JIJI", "AFPBB News", "Central News Agency", "Montsame", "Australian Associated Press", "AAPIMAGE",
    "AAP Image", "NZPA", "The Canadian Press", "Canadian Press", "La Presse Canadienne", "Presse canadienne",
    "States News Service", "Tribune News Service",
    // Picture agencies.
    "Getty", "Getty Images", "Getty Images via AFP", "GettyImages", "iStock", "iStockphoto",
    "iStock by Getty Images", "IMAGO", "imago images", "Shutterstock", "Alamy", "Alamy Stock Photo",
    "Alamy Live News", "Depositphotos", "Dreamstime", "Adobe Stock", "AdobeStock", "Stock.adobe.com",
    "Fotolia", "123RF", "Unsplash", "Pixabay", "Pexels", "Freepik", "European Pressphoto Agency", "EPA-EFE",
    "EPA Images", "ddp images", "ddp", "ZUMA Press", "ZumaPress", "Zuma Wire", "Sipa Press", "SIPA USA",
    "Abaca", "Abacapress", "AbacaPress", "Bestimage", "Hans Lucas", "MAXPPP", "Magnum Photos", "Icon Sport",
    "Icon Sportswire", "Panoramic", "Presse Sports", "DPPI", "WENN", "Rex Features", "REX Shutterstock",
    "SWNS", "BNPS", "WireImage", "FilmMagic", "Splash News", "Backgrid", "NurPhoto", "Pacific Press",
    "Cover Images", "USA TODAY Sports", "USA Today Network", "Imagn", "Imagn Images", "Action Images",
    "Action Press", "Insidefoto", "Fotogramma", "Newspix", "Global Look Press", "Everett Collection",
    "Contour by Getty Images", "Corbis", "Bridgeman Images", "akg-images", "ullstein bild", "Keystone",
    "Laif", "Eibner", "Eibner-Pressefoto", "Sven Simon", "Visual China", "Visual China Group", "VCG",
    "IC Photo", "ImagineChina", "Wikimedia Commons", "Polaris", "Sputnik", "Bettmann",
    "Anadolu via Getty Images",
    // Press release wires.
    "PR Newswire", "PRNewswire", "PRNewswire-PRWeb", "PRNewswire-FirstCall", "PRNewswire-Asia", "PRWeb",
    "Business Wire", "BusinessWire", "GlobeNewswire", "Globe Newswire", "Accesswire", "Access Newswire",
    "EIN Presswire", "EINPresswire", "EINPresswire.com", "EIN News", "Newsfile", "Newsfile Corp",
    "TMX Newsfile", "CNW", "CNW Group", "CNW Telbec", "Canada NewsWire", "Marketwired", "Marketwire",
    "Market Wire", "NewMediaWire", "InvestorWire", "Investorideas.com", "openPR", "news aktuell",
    "Presseportal", "Cision", "Media OutReach", "Media OutReach Newswire", "JCN Newswire", "ACN Newswire",
    "AsiaNet", "Medianet", "Kyodo JBN", "MENAFN", "AETOSWire", "ME NewsWire", "DGAP", "DGAP-News",
    "EQS-News", "EQS Newswire", "EQS Group", "Send2Press", "Send2Press Newswire", "Comunicae", "PRLog",
    "Issuewire", "24-7 Press Release", "PRNewswire-USNewswire", "Newswire.ca", "Newswise", "EurekAlert",
    "US Newswire", "M2 Presswire",
    // Cyrillic and Greek.
    "ТАСС", "ИТАР-ТАСС", "РИА Новости", "Интерфакс", "Рейтер", "Ройтерс", "БелТА", "Белта", "Казинформ",
    "Казтаг", "Укринформ", "Укрінформ", "УНІАН", "УНИАН", "Регнум", "Росбалт", "Танјуг", "Фонет", "Срна",
    "АФП", "ДПА", "Монцамэ", "Агентство Москва", "АГН Москва", "Синьхуа", "Прайм", "БГНЕС",
    "Интерфакс-Украина", "ΑΠΕ-ΜΠΕ", "ΑΜΠΕ", "Ρόιτερς",
    // Chinese and Japanese.
    "新华社", "新華社", "新华网", "新華網", "中新社", "中新网", "中国新闻社", "中国新闻网", "中央社", "中通社", "塔斯社", "路透社", "路透", "美联社",
    "美聯社", "法新社", "法新", "德新社", "埃菲社", "安莎社", "韩联社", "韓聯社", "共同社", "时事社", "時事社", "朝中社", "彭博社", "彭博", "视觉中国",
    "視覺中國", "东方IC", "人民视觉", "人民网", "新华社客户端", "中央通訊社", "央视新闻", "合众国际社", "俄新社", "国际文传电讯社", "共同", "共同通信",
    "共同通信社", "時事", "時事通信", "時事通信社", "ロイター", "ロイター通信", "AFP通信", "AP通信", "AFP時事", "AFP=時事", "ロイター=共同", "AP=共同",
    "タス通信", "ゲッティ", "ゲッティイメージズ", "ゲッティ＝共同", "新華社通信", "聯合ニュース", "時事通信フォト", "アフロ",
    // Korean.
    "연합뉴스", "연합뉴스TV", "뉴시스", "뉴스1", "로이터", "로이터통신", "로이터 통신", "AP통신", "AFP통신", "신화통신", "신화사", "교도통신", "지지통신",
    "타스통신", "조선중앙통신", "게티이미지", "게티이미지뱅크", "게티이미지코리아", "셔터스톡", "AP연합뉴스", "AFP연합뉴스", "로이터연합뉴스", "EPA연합뉴스",
    "AP뉴시스", "게티이미지/뉴시스",
    // Arabic, Persian, Hebrew, Urdu.
    "رويترز", "رویترز", "فرانس برس", "أ ف ب", "أ.ف.ب", "ا ف ب", "وكالة الأناضول", "الأناضول", "د ب أ",
    "د.ب.أ", "أ ش أ", "أ ب", "أسوشيتد برس", "سبوتنيك", "شينخوا", "وكالات", "الوكالات", "بترا",
    "خبرگزاری فارس", "خبرگزاری مهر", "خبرگزاری تسنیم", "ایرنا", "ایسنا", "ایلنا", "خبرگزاری صدا و سیما",
    "سونا", "רויטרס", "סוכנויות הידיעות", "פלאש 90", "פלאש90", "אי־פי", "اے ایف پی", "اے پی پی",
    // Indian, Thai, Georgian, Armenian.
    "पीटीआई", "एएनआई", "आईएएनएस", "रॉयटर्स", "रायटर", "एएफपी", "यूनीवार्ता", "পিটিআই", "এএনআই", "রয়টার্স",
    "এএফপি", "বাসস", "ইউএনবি", "ராய்ட்டர்ஸ்", "รอยเตอร์", "เอเอฟพี", "ซินหัว", "საინფორმაციო სააგენტო",
    "Արմենպրես",
];

/// Short forms that are a word, a name or an abbreviation of something else in another case.
#[rustfmt::skip]
pub(super) const EXACT: &[&str] = &[
    "AP", "APA", "apa", "TT", "AA", "PA", "ANI", "BTA", "STT", "NTB", "PAP", "MTI", "Hina", "HINA", "EFE",
    "Efe", "efe", "APP", "UNB", "BSS", "EPA", "epa", "KNA", "epd", "SID", "ots", "OTS", "CP", "AGI", "awp",
    "AWP", "INA", "NNA", "SPA", "WAM", "QNA", "BNA", "ONA", "MENA", "MAP", "APS", "TAP", "LANA", "SUNA",
    "NAN", "GNA", "ATS", "ats", "sda", "SDA", "LETA", "FNB", "SPK", "STA", "Beta", "BETA", "MIA", "MINA",
    "ATA", "CNA", "ACN", "ABI", "AVN", "CMC", "VNA", "TNA", "PNA", "UNI", "İHA", "IHA", "DHA", "ANKA", "CTK",
    "AAP", "CFP", "IPS", "Jiji", "JIJI", "Cihan", "Trend", "APTN", "Fars", "Mehr", "Petra", "PETRA", "REX",
    "Rex", "Forum", "FORUM", "Zuma", "ZUMA", "Sipa", "SIPA", "Abaca", "AFPBB", "Magnum", "MAGNUM", "ANA",
    "QMI", "TNS", "Aflo", "AFLO", "РБК", "АП", "БТА", "МИА", "РИА", "АПА", "LUSA", "DyN", "KEYSTONE", "연합",
    "EQS", "CCTV", "IPA", "ΑΠΕ", "भाषा", "वार्ता", "واس", "وام", "كونا", "قنا", "سانا", "واج", "معا", "وفا",
    "مهر", "فارس", "تسنیم",
];

/// Kinds of body in the name of an agency that no list holds: `Island News Agency`, `Agencia Sur`.
#[rustfmt::skip]
pub(super) const TYPE_WORDS_LAST: &[&str] = &[
    "news agency", "press agency", "news service", "newswire", "presswire", "wire service", "newswires",
    "news wire", "pressedienst", "nachrichtenagentur", "presse-agentur", "presseagentur", "telegrambyrå",
    "nyhetsbyrå", "haber ajansı", "通信社", "通讯社", "通訊社", "新闻社", "新聞社", "通信", "통신", "통신사", "뉴스통신", "نيوز",
];

/// The same, where the kind comes first.
#[rustfmt::skip]
pub(super) const TYPE_WORDS_FIRST: &[&str] = &[
    "agence ", "agencia ", "agência ", "agenzia ", "agencja ", "agentura ", "agenția ", "agenția de presă ",
    "агентство ", "агенция ", "агенција ", "وكالة ", "خبرگزاری ", "خبرگزاري ", "thông tấn xã ", "agensi ",
    "kantor berita ",
];

/// Houses that sell pictures and write nothing: a line of their name is a credit, never whose the text is.
#[rustfmt::skip]
pub(super) const PICTURES: &[&str] = &[
    "Getty", "Getty Images", "GettyImages", "iStock", "iStockphoto", "iStock by Getty Images", "Getty Images/iStockphoto", "IMAGO", "imago images",
    "Shutterstock", "Alamy", "Alamy Stock Photo", "Depositphotos", "Dreamstime", "Adobe Stock", "AdobeStock", "Stock.adobe.com", "Fotolia", "123RF",
    "Unsplash", "Pixabay", "Pexels", "Freepik", "EPA-EFE", "epd-bild", "picture alliance", "picture-alliance", "AFP via Getty Images", "AP Photo",
    "Reuters Photo", "PTI Photo", "Scanpix", "Ritzau Scanpix", "NTB Scanpix", "Lehtikuva", "Hollandse Hoogte", "Profimedia", "East News", "Pixsell",
    "Cropix", "Inquam Photos", "Eurokinissi", "Flash90", "Antara Foto", "Wikimedia Commons", "Visual China", "Visual China Group", "VCG", "视觉中国", "東方IC",
    "ゲッティイメージズ", "アフロ", "게티이미지", "게티이미지뱅크", "셔터스톡", "WireImage", "FilmMagic", "NurPhoto", "MAXPPP", "Abacapress", "Bestimage",
    "ZUMA Press", "Sipa Press", "SIPA USA", "Icon Sportswire", "USA TODAY Sports", "Imagn", "Imagn Images", "Everett Collection", "akg-images", "ullstein bild",
    "Bridgeman Images", "Global Look Press", "Newspix", "Rex Features", "WENN", "Cuartoscuro", "Folhapress",
];
