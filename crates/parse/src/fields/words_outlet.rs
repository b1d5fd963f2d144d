//! Words that stand in the names of papers, stations, agencies and bodies, folded and sorted.

use super::words::Words;

/// A phrase with one of these words is a paper or a body, hardly a person.
#[rustfmt::skip]
pub(super) static OUTLETS: Words = Words::new(&[
    "abendblatt", "actu", "actualidad", "adevarul", "advertiser", "advocate", "ag", "agence", "agencia",
    "agencias", "agencja", "agency", "agentia", "agentur", "agentura", "agenzia", "ajansi", "allehanda",
    "allgemeine", "anzeiger", "argus", "association", "avis", "avisen", "ayuntamiento", "bank", "banner",
    "bao", "beacon", "berita", "bladet", "blatt", "blog", "bote", "broadcasting", "bulletin", "bureau", "bv",
    "canal", "casopis", "center", "centre", "channel", "chronicle", "citizen", "club", "co", "college",
    "comercio", "company", "comune", "constitution", "corp", "corporation", "correio", "correo", "corriere",
    "council", "courant", "courier", "courrier", "dagblad", "dagbladet", "daily", "democrat", "denik",
    "department", "depeche", "diari", "diario", "digital", "dispatch", "dziennik", "e.v.", "echo", "echos",
    "enterprise", "estadao", "examiner", "excelsior", "express", "faro", "federation", "feuerwehr", "figaro",
    "fm", "folha", "foundation", "g1", "gaceta", "gazeta", "gazete", "gazetesi", "gazette", "gazzetta",
    "gemeente", "gemeinde", "giornale", "glasnik", "globe", "globo", "glos", "gmbh", "gmina", "gobierno",
    "government", "governo", "group", "groupe", "grupo", "guardian", "habari", "habarlari", "haber",
    "haberleri", "harian", "hebdo", "herald", "heraldo", "hirado", "hirlap", "hirszolgalat", "hochschule",
    "hospital", "inc", "independent", "inquirer", "institute", "jornal", "journal", "jurnalul", "kanal",
    "kantor", "kommun", "kommune", "koran", "krant", "kreis", "kurier", "kuriren", "landkreis", "lap",
    "leader", "ledger", "lehti", "lidovky", "limited", "listy", "llc", "local24", "ltd", "magazine", "mail",
    "mairie", "mattino", "media", "mercurio", "mercury", "merkur", "messaggero", "ministere", "ministerio",
    "ministerium", "ministero", "ministry", "mirror", "monde", "monitor", "monitorul", "morgenpost", "mundo",
    "mwananchi", "nachrichten", "nachrichtenagentur", "nacion", "nacional", "national", "nepszava", "network",
    "news", "newspaper", "newspapers", "newsroom", "newswire", "nieuws", "nieuwsblad", "noticias", "notizie",
    "nouvelles", "noviny", "nv", "nyheder", "nyhedsbureau", "nyheter", "nyhetsbyra", "nytt", "observer",
    "office", "omroep", "online", "ouest", "ouest-france", "pais", "parisien", "partners", "patriot",
    "periodic", "periodico", "periodista", "persbureau", "plc", "police", "policja", "polisen", "politie",
    "politiet", "polizei", "post", "posta", "postasi", "posten", "prefeitura", "prensa", "press", "presse",
    "progres", "quotidiano", "quotidien", "r7", "radio", "razon", "record", "redaccion", "redaktion",
    "register", "reporter", "repubblica", "republic", "republican", "review", "rundschau", "rzeczpospolita",
    "sa", "sanomat", "sauti", "school", "secretaria", "sentinel", "service", "services", "society", "sole",
    "spa", "spiegel", "srl", "stadt", "staff", "stampa", "standard", "star", "statesman", "studio", "studios",
    "suara", "sun", "tagblatt", "tageblatt", "taifa", "telegraaf", "telegramme", "telegraph", "television",
    "telewizja", "tg", "tidende", "tidning", "tidningen", "times", "today", "tribune", "tribune-review", "tv",
    "tydenik", "tygodnik", "ujsag", "union", "union-tribune", "universidad", "universidade", "universita",
    "universitat", "universite", "universiteit", "university", "urzad", "uutiset", "vanguardia", "verein",
    "verlag", "vjesnik", "voce", "voz", "warta", "weekly", "wiadomosci", "wire", "wires", "wordpress",
    "wyborcza", "xabar", "xeber", "yle", "zeitung", "ziarul", "zpravy", "βημα", "εθνοσ", "ειδησεων",
    "εφημεριδα", "ημερησια", "νεα", "νεων", "πρακτορειο", "ραδιο", "ταχυδρομοσ", "агентство", "агенція",
    "ведомости", "вести", "вестник", "вечерний", "вечерняя", "время", "вісник", "вісті", "газета", "гласник",
    "журнал", "известия", "информ", "комсомольская", "листок", "мвд", "мид", "министерство", "министърство",
    "московские", "новини", "новости", "портал", "правда", "пресс-служба", "радио", "российская", "тв",
    "телеканал", "телерадиокомпания", "тижневик", "университет", "хроника", "хроніка", "אוניברסיטת", "אתר",
    "חדשות", "משטרת", "סוכנות", "עיריית", "עיתון", "ערוץ", "إذاعة", "تلفزيون", "جامعة", "جريدة", "خبرگزاری",
    "دانشگاه", "روزنامه", "سایت", "شبکه", "صحيفة", "قناة", "موقع", "وزارة", "وزارت", "وكالة", "پایگاه",
    "एजेंसी", "जागरण", "टाइम्स", "टीवी", "न्यूज", "न्यूज़", "भास्कर", "वार्ता", "सन्देश", "समाचार",
    "समाचारपत्र", "বার্তা", "ব্যুরো", "সংবাদ",
]);

/// Articles and the like that open the name of a paper, never that of a person.
#[rustfmt::skip]
pub(super) static ARTICLES: Words = Words::new(&[
    "a", "as", "az", "das", "der", "el", "gli", "il", "las", "les", "lo", "los", "o", "os", "the", "η", "ο",
    "το",
]);

/// Ends of compound words that name papers: `Landesspiegel`.
#[rustfmt::skip]
pub(super) static OUTLET_ENDS: &[&str] = &[
    "nieuws", "lehti", "uutiset", "blaðið", "sanomat", "hírlap", "செய்தி",
    "-redaktion", ".am", ".br", ".co.uk", ".com", ".cz", ".de", ".dk", ".es", ".fi", ".fr", ".gr", ".hu",
    ".ie", ".info", ".it", ".md", ".net", ".nl", ".no", ".org", ".pl", ".pt", ".ro", ".ru", ".se", ".tv",
    ".ua", "24", "anzeiger", "avisen", "blad", "bladet", "blatt", "bote", "bureauet", "hírszolgálat", "krant",
    "kurier", "kuriren", "merkur", "nachrichten", "news", "nieuwsblad", "nytt", "online", "posten", "presse",
    "rundschau", "spiegel", "tagblatt", "tageblatt", "tidende", "tidningen", "tygodnik", "zeitung", "информ",
    "новости", "пресс", "テレビ", "ニュース", "中文网", "之声", "之家", "传媒", "台", "周刊", "周报", "周末", "在线", "報", "头条", "客户端",
    "快讯", "报", "放送", "新聞", "新闻", "日報", "日报", "早报", "时报", "時報", "晚報", "晚报", "杂志", "消息", "电台", "电视台", "社", "網",
    "线", "网", "网站", "观察", "财经", "通信", "通信社", "通訊社", "通讯社", "電視", "頻道", "频道", "경제", "뉴스", "방송", "신문", "일보",
    "통신",
];
