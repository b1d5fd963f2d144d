//! Papers, magazines and stations of many countries by name, for names that do not say themselves what they are.
//!
//! Names with a word of the press in them (`Hindustan Times`, `Radio Prague`) need no entry: `words_outlet.rs` tells them.

/// Names told safely whatever their case, spaces, dots and hyphens, where a name stands alone.
#[rustfmt::skip]
pub(super) const PAPERS: &[&str] = &[
    // International and English.
    "BBC", "BBC News", "BBC Sport", "BBC World Service", "CNN", "CNN International", "CNBC", "MSNBC", "NPR", "PBS", "PBS NewsHour",
    "CBS", "CBS News", "NBC News", "ABC News", "Fox News", "Fox Business", "C-SPAN", "Politico", "Politico Europe", "Axios", "Semafor",
    "HuffPost", "The Huffington Post", "BuzzFeed", "BuzzFeed News", "Business Insider", "Vox", "The Verge",
    "TechCrunch", "Ars Technica", "Engadget", "Gizmodo", "Mashable", "ZDNet", "CNET", "VentureBeat", "The Atlantic", "The New Yorker",
    "Newsweek", "Time Magazine", "Rolling Stone", "Vanity Fair", "The Intercept", "ProPublica", "The Hill", "Roll Call",
    "Mother Jones", "The Nation", "National Review", "The Daily Beast", "Al Jazeera", "Al Jazeera English", "Al-Monitor",
    "Middle East Eye", "Euronews", "Euractiv", "EUobserver", "France 24", "RFI", "Deutsche Welle", "Voice of America", "VOA",
    "Radio Free Europe", "RFE/RL", "Radio Free Asia", "RFA", "Vatican News", "TRT World", "NHK World", "CGTN", "Arirang",
    "The New York Times", "The Wall Street Journal", "The Washington Post", "Los Angeles Times", "Chicago Tribune", "The Boston Globe",
    "USA Today", "Newsday", "The Baltimore Sun", "The Oregonian", "OregonLive", "AZCentral", "The Arizona Republic", "Star Tribune",
    "The Philadelphia Inquirer", "The Plain Dealer", "Miami Herald", "Tampa Bay Times", "Houston Chronicle", "The Dallas Morning News",
    "Deseret News", "Honolulu Civil Beat", "MLive", "NJ.com", "AL.com", "nola.com", "WBUR", "WNYC", "KQED", "KTLA", "KPIX",
    "The Guardian", "The Independent", "The Telegraph", "The Daily Telegraph", "The Times", "The Sunday Times", "Financial Times", "The Economist",
    "Daily Mail", "MailOnline", "Mail Online", "Daily Mirror", "Daily Express", "Metro.co.uk", "Evening Standard", "The Spectator", "New Statesman",
    "ITV", "ITV News", "Sky News", "Sky Sports", "Channel 4 News", "The Scotsman", "The Herald", "Wales Online", "WalesOnline", "Press Gazette",
    "RTÉ", "RTÉ News", "The Irish Times", "Irish Independent", "TheJournal.ie", "BreakingNews.ie", "Irish Examiner",
    "CBC", "CBC News", "CTV News", "Global News", "The Globe and Mail", "National Post", "Toronto Star", "The Walrus", "Le Devoir",
    "La Presse", "Radio-Canada", "TVA Nouvelles", "Le Soleil", "The Australian", "The Age", "The Sydney Morning Herald", "SBS News", "9News",
    "news.com.au", "Crikey", "RNZ", "Stuff.co.nz", "NZ Herald", "The Conversation", "ESPN", "The Athletic", "Bleacher Report",
    "New Scientist", "Scientific American", "Live Science", "Phys.org", "Space.com", "CoinDesk", "Cointelegraph", "MarketWatch",
    "Barron's", "Seeking Alpha", "Benzinga", "Zacks", "Yahoo News", "Yahoo Finance", "Fortune Magazine", "Forbes",
    "The Hollywood Reporter", "Pitchfork", "Vice News", "Eurogamer", "Kotaku",
    // German.
    "Der Spiegel", "Spiegel Online", "Die Zeit", "ZEIT ONLINE", "Die Welt", "Welt am Sonntag", "Bild am Sonntag", "Focus Online",
    "Handelsblatt", "WirtschaftsWoche", "FAZ", "FAZ.NET", "taz", "die tageszeitung", "n-tv", "tagesschau", "tagesschau.de", "heute.de",
    "ZDFheute", "ZDF", "ARD", "NDR", "WDR", "MDR", "SWR", "RBB", "rbb24", "BR24", "hessenschau", "Deutschlandfunk", "Deutschlandfunk Kultur", "t-online",
    "Der Tagesspiegel", "Tagesspiegel", "Der Freitag", "Neues Deutschland", "nd-aktuell", "junge Welt", "heise online", "Golem.de", "kicker", "Sport1",
    "Der Standard", "Die Presse", "Kleine Zeitung", "ORF", "ORF.at", "Die Furche", "NZZ", "Neue Zürcher Zeitung", "Tages-Anzeiger",
    "20 Minuten", "SRF", "SRF News", "swissinfo", "SWI swissinfo.ch", "WOZ", "Der Bund", "Luxemburger Wort", "L'essentiel", "Tageblatt",
    // French.
    "Le Monde", "Le Figaro", "Libération", "Liberation", "L'Équipe", "Mediapart", "Les Échos", "Le Point", "L'Express", "L'Obs", "La Croix",
    "L'Humanité", "BFMTV", "BFM TV", "LCI", "CNews", "franceinfo", "France Info", "France 2", "France 3", "France Inter", "France Bleu",
    "Europe 1", "TF1", "TF1 Info", "M6", "Le Parisien", "Ouest-France", "Sud Ouest", "Nice-Matin", "Var-Matin", "Le Télégramme",
    "La Voix du Nord", "La Provence", "Midi Libre", "L'Est Républicain", "L'Alsace", "Paris Match", "Télérama", "Courrier International",
    "20 Minutes", "Le HuffPost", "Numerama", "Next INpact", "Reporterre", "Slate.fr", "Le Temps", "RTS", "RTS Info", "24 heures", "La Libre",
    "La Libre Belgique", "Le Soir", "RTBF", "L'Avenir", "7sur7", "Jeune Afrique", "Seneweb", "TelQuel", "Hespress", "Le360", "Le Matin",
    "El Watan", "Mosaïque FM", "L'Orient-Le Jour",
    // Spanish, Catalan, Basque, Galician.
    "El País", "El Mundo", "ABC.es", "La Vanguardia", "El Confidencial", "elDiario.es", "El Español", "20minutos", "Mundo Deportivo",
    "La Razón", "El Periódico", "Público.es", "RTVE", "Cadena SER", "COPE", "Onda Cero", "laSexta", "Antena 3", "Telecinco", "El Correo", "La Voz de Galicia",
    "VilaWeb", "El Punt Avui", "Faro de Vigo", "Clarín", "La Nación", "Infobae", "Página/12", "Página 12",
    "Ámbito", "El Cronista", "El Espectador", "RCN", "Blu Radio", "El Colombiano",
    "Excélsior", "La Jornada", "Animal Político", "Aristegui Noticias", "El Financiero", "Televisa",
    "El Comercio", "La República", "RPP", "El Peruano", "La Tercera", "El Mercurio", "BioBioChile", "El Mostrador",
    "Efecto Cocuyo", "El Pitazo", "El Deber", "Los Tiempos", "ABC Color", "El Observador", "Montevideo Portal",
    "El Universo", "Prensa Libre", "El Faro", "La Prensa Gráfica", "Listín Diario", "Granma",
    "Cubadebate", "14ymedio", "El Nuevo Día", "Univision", "Telemundo", "TeleSUR",
    // Portuguese.
    "Folha de S.Paulo", "Folha de São Paulo", "O Globo", "Estadão", "O Estado de S. Paulo", "G1", "UOL", "R7", "IstoÉ",
    "Valor Econômico", "CartaCapital", "Metrópoles", "Poder360", "BBC Brasil", "CNN Brasil", "Correio Braziliense", "Zero Hora", "GaúchaZH",
    "Gazeta do Povo", "Jornal de Notícias", "Diário de Notícias", "Correio da Manhã", "SIC Notícias", "RTP",
    "A Bola",
    // Italian.
    "Corriere della Sera", "La Repubblica", "La Stampa", "Il Sole 24 Ore", "Il Messaggero", "Il Fatto Quotidiano", "Il Foglio",
    "Il Post", "Il Mattino", "Libero Quotidiano", "Avvenire", "Il Manifesto", "Fanpage.it", "TGcom24", "Sky TG24", "Rai",
    "Rai News", "RaiNews24", "Tuttosport", "L'Espresso", "Internazionale", "Wired Italia", "Today.it", "Il Secolo XIX", "L'Unità",
    // Dutch, Nordic, Baltic.
    "NRC", "NRC Handelsblad", "De Telegraaf", "de Volkskrant", "Het Parool", "NOS", "NU.nl", "RTL Nieuws", "De Correspondent", "Follow the Money",
    "De Standaard", "De Morgen", "De Tijd", "HLN", "Het Laatste Nieuws", "VRT", "VRT NWS", "Omrop Fryslân", "Tubantia", "de Gelderlander",
    "Aftonbladet", "Expressen", "Dagens Nyheter", "Dagens industri", "Svenska Dagbladet", "SvD", "SVT", "SVT Nyheter", "Sveriges Radio", "TV4",
    "Sydsvenskan", "Göteborgs-Posten", "Politiken", "Berlingske", "Jyllands-Posten", "Ekstra Bladet", "B.T.", "TV 2", "TV2",
    "Børsen", "Altinget", "NRK", "VG", "Verdens Gang", "Dagbladet", "Aftenposten", "Nettavisen", "Dagens Næringsliv", "Bergens Tidende",
    "Adresseavisen", "Klassekampen", "Yle", "Helsingin Sanomat", "Ilta-Sanomat", "Iltalehti", "MTV Uutiset", "Hufvudstadsbladet", "RÚV", "mbl.is", "Vísir",
    "Kjarninn", "ERR", "Delfi", "Postimees", "Õhtuleht", "LSM", "LSM.lv", "TVNET", "15min", "15min.lt", "LRT", "Lrytas", "Verslo žinios",
    // Central and eastern Europe.
    "Gazeta Wyborcza", "Rzeczpospolita", "Onet", "Wirtualna Polska", "TVN24", "Polsat News", "TVP Info", "RMF FM", "RMF24", "Newsweek Polska",
    "OKO.press", "Super Express", "iDNES.cz", "Novinky.cz", "Aktuálně.cz", "Seznam Zprávy", "Lidovky.cz", "Hospodářské noviny",
    "ČT24", "iROZHLAS", "Deník N", "Denník N", "Aktuality.sk", "Index.hu", "Magyar Nemzet", "Népszava",
    "Digi24", "HotNews.ro", "HotNews", "G4Media", "Adevărul", "Libertatea", "ProTV", "Știrile ProTV", "Ziarul Financiar",
    "Ziarul de Gardă", "OFFNews", "24 часа", "Blic", "Vijesti", "Klix",
    "Klix.ba", "Oslobođenje", "Dnevni avaz", "Jutarnji list", "Večernji list", "Index.hr", "24sata", "RTV SLO", "24ur", "Koha Ditore", "Telegrafi",
    "Kallxo", "Kathimerini", "Η Καθημερινή", "Καθημερινή", "Το Βήμα", "Τα Νέα", "Πρώτο Θέμα", "ΣΚΑΪ", "ΕΡΤ", "In.gr", "Hürriyet", "Milliyet",
    "Sözcü", "BirGün", "Evrensel", "NTV", "CNN Türk", "Habertürk", "Bianet", "TRT Haber", "Yeni Şafak", "Duvar", "Medyascope",
    // Cyrillic.
    "Коммерсантъ", "Коммерсант", "Ведомости", "Медуза", "Meduza", "Лента.ру", "Lenta.ru", "Газета.Ru", "РБК", "Известия", "Российская газета", "Аргументы и факты",
    "Комсомольская правда", "Московский комсомолец", "Новая газета", "Фонтанка.ру", "Фонтанка", "Эхо Москвы", "Первый канал", "Россия 24", "НТВ",
    "The Insider", "Независимая газета", "Kommersant", "Русская служба Би-би-си", "Настоящее Время", "Радио Свобода", "Украинская правда",
    "Українська правда", "Суспільне", "Громадське", "Цензор.НЕТ", "Лівий берег", "Forbes Україна", "Детектор медіа", "Радіо Свобода", "Наша Ніва",
    "Белсат", "Tengrinews", "Tengrinews.kz", "Zakon.kz", "Kloop", "Клооп", "24.kg", "Kaktus.media", "Газета.uz", "Вечерње новости",
    
    // Middle East.
    "Haaretz", "Ynet", "Ynetnews", "The Jerusalem Post", "The Times of Israel", "Calcalist", "Maariv", "הארץ", "מעריב", "ידיעות אחרונות", "ישראל היום",
    "גלובס", "כלכליסט", "דה מרקר", "וואלה", "מאקו", "mako", "الجزيرة", "الجزيرة نت", "العربية", "العربية نت", "الشرق الأوسط", "الأهرام", "اليوم السابع", "المصري اليوم",
    "القدس العربي", "العربي الجديد", "عكاظ", "هسبريس", "بي بي سي عربي",
    "سكاي نيوز عربية", "القبس", "Asharq Al-Awsat", "Al Arabiya", "Al-Ahram", "Ahram Online", "The National", "Gulf News", "Khaleej Times", "Arab News",
    "بی‌بی‌سی فارسی", "بی بی سی فارسی", "ایران اینترنشنال", "رادیو فردا", "همشهری", "کیهان", "دنیای اقتصاد", "عصر ایران", "خبرآنلاین",
    "بی بی سی اردو", "ایکسپریس نیوز", "ڈان نیوز",
    // Africa.
    "Daily Nation", "Nation.Africa", "The Punch", "ThisDay", "The Cable", "TheCable", "Premium Times", "AllAfrica", "allAfrica.com", "Mail & Guardian", "News24", "IOL",
    "Daily Maverick", "SABC", "SABC News", "eNCA", "Netwerk24", "Die Burger", "TimesLIVE", "Addis Standard", "The Reporter Ethiopia", "GhanaWeb", "MyJoyOnline", "Citi Newsroom", "Mwananchi",
    "The EastAfrican", "Daily Monitor", "New Vision", "Africanews",
    // South Asia.
    "The Hindu", "Hindustan Times", "The Indian Express", "NDTV", "Scroll.in", "ThePrint", "The Print", "The Quint", "Livemint", "Moneycontrol", "Firstpost", "News18", "India TV",
    "Republic TV", "Deccan Herald", "Deccan Chronicle", "Dawn.com", "Geo News", "ARY News", "Prothom Alo", "The Daily Star", "bdnews24", "bdnews24.com",
    "Ekantipur", "Setopati", "Onlinekhabar", "Ada Derana", "Mathrubhumi", "Malayala Manorama", "Manorama Online", "Eenadu", "Dinamalar", "Dinamani", "Lokmat",
    "Loksatta", "आज तक", "अमर उजाला", "दैनिक भास्कर", "दैनिक जागरण", "प्रभात खबर", "नवभारत टाइम्स", "जनसत्ता", "लोकसत्ता", "लोकमत", "कान्तिपुर", "প্রথম আলো", "আনন্দবাজার পত্রিকা",
    "আনন্দবাজার", "যুগান্তর", "কালের কণ্ঠ", "ইত্তেফাক", "সমকাল", "বিবিসি বাংলা", "தினமணி", "தினமலர்", "தினத்தந்தி", "விகடன்", "ఈనాడు", "సాక్షి", "മാതൃഭൂമി", "മലയാള മനോരമ",
    // South-east Asia.
    "The Straits Times", "Channel NewsAsia", "TODAYonline", "The Star", "New Straits Times", "Malaysiakini", "Malay Mail", "Free Malaysia Today", "Sinar Harian", "Astro Awani", "Kompas", "Kompas.com",
    "Tempo.co", "detikcom", "detik.com", "detikNews", "Tribunnews", "Tribunnews.com", "Liputan6", "Liputan6.com", "CNN Indonesia", "Okezone", "The Jakarta Post", "Rappler",
    "GMA News", "ABS-CBN", "ABS-CBN News", "Philstar", "Philstar.com", "VnExpress", "Tuổi Trẻ", "Tuổi Trẻ Online", "Thanh Niên", "Dân trí", "VietnamNet", "Zing News", "Lao Động", "Nhân Dân", "Tiền Phong",
    "Người Lao Động", "Vietnam Plus", "VietnamPlus", "Bangkok Post", "Khaosod", "Prachatai", "ไทยรัฐ", "มติชน", "ข่าวสด", "เดลินิวส์", "ประชาไท", "ไทยพีบีเอส", "คมชัดลึก", "โพสต์ทูเดย์", "The Irrawaddy", "Mizzima",
    // East Asia.
    "South China Morning Post", "SCMP", "Global Times", "Sixth Tone", "Caixin", "人民日报", "光明日报", "经济日报", "环球时报", "环球网", "澎湃新闻", "澎湃", "界面新闻", "财新", "财新网", "第一财经", "新浪", "新浪财经", "搜狐", "网易", "腾讯", "腾讯网",
    "凤凰网", "凤凰卫视", "观察者网", "南方周末", "新京报", "北京青年报", "中国青年报", "每日经济新闻", "证券时报", "央视网", "央广网", "联合早报", "明報", "明报", "星島日報", "蘋果日報", "香港01", "端傳媒", "自由時報", "聯合報", "中國時報", "ETtoday",
    "三立新聞", "風傳媒", "公視", "天下雜誌", "鏡週刊", "德国之声", "美国之音", "自由亚洲电台", "BBC中文", "BBC 中文", "纽约时报中文网", "朝日新聞", "朝日新聞デジタル", "読売新聞", "読売新聞オンライン", "毎日新聞", "日本経済新聞", "日経", "産経新聞", "東京新聞", "中日新聞",
    "西日本新聞", "北海道新聞", "NHK", "NHKニュース", "日テレNEWS", "テレ朝news", "FNNプライムオンライン", "文春オンライン", "東洋経済オンライン", "ITmedia", "ハフポスト", "조선일보", "중앙일보", "동아일보", "한겨레", "경향신문", "한국일보", "서울신문", "국민일보", "세계일보", "문화일보",
    "매일경제", "한국경제", "머니투데이", "오마이뉴스", "프레시안", "노컷뉴스", "KBS", "MBC", "SBS", "JTBC", "YTN", "TV조선", "채널A", "MBN", "The Korea Herald", "The Korea Times", "The Chosun Ilbo", "Hankyoreh", "The Hankyoreh", "Asahi Shimbun",
    "The Asahi Shimbun", "The Mainichi", "Nikkei", "Nikkei Asia", "The Japan Times", "Focus Taiwan", "Taipei Times", "Hong Kong Free Press",
];

/// Names that are everyday words, names or abbreviations of something else in another case.
#[rustfmt::skip]
pub(super) const PAPERS_EXACT: &[&str] = &[
    "ABC", "DW", "VOX", "WELT", "ZEIT", "BILD", "Bild", "STERN", "stern", "FOCUS", "Blick", "BLICK", "Mint", "Stuff", "SBS", "CTV", "CNA", "TEMPO", "Inquirer", "Punch", "RAI", "El Faro", "SZ", "NTV", "TF1", "M6", "HS", "DR", "DV", "Marca", "MARCA", "Exame", "Quartz", "Wired", "WIRED", "Variety", "Salon", "Slate", "Mediapool", "Semana", "Milenio", "Reforma", "Expresso", "Observador", "Público", "Visão", "Sábado", "SAPO", "Danas", "N1", "RTL", "RMC", "HVG", "Dawn", "Respekt", "Globes", "Walla", "Republika", "Dnevnik", "Watson", "Delo", "Telex", "B92", "24.hu", "Fakt", "Interia", "Trouw", "RT", "НВ", "Cumhuriyet", "GQ", "VTV", "VOV", "TVI", "IGN", "MSN", "T24", "KBC", "E24", "DIE ZEIT", "EL PAÍS",
];
