//! Words of what people do at a newspaper, folded and sorted.

use super::words::Words;

/// Nouns that name a role: `Staff Reporter`, `Redakteurin`, `correspondent`.
#[rustfmt::skip]
pub(super) static ROLES: Words = Words::new(&[
    "abteilung", "adviser", "advisor", "analyst", "anchor", "anchors", "attorney", "author", "autor",
    "autorin", "becario", "bladamadur", "blogger", "bureau", "caporedattore", "ceo", "cfo", "chair",
    "chairman", "chairwoman", "chef", "chefredakteur", "chefredakteurin", "chefreporter", "chroniqueur",
    "chroniqueuse", "co-founder", "cofounder", "colaborador", "colaboradora", "collaboratore", "columnist",
    "columnista", "columniste", "columnists", "colunista", "comentarista", "commentator", "consultant",
    "contributor", "contributors", "coo", "correspondant", "correspondante", "correspondent",
    "correspondente", "correspondents", "corresponsal", "corresponsales", "corrispondente", "critic",
    "cronista", "cto", "director", "directora", "dopisnica", "dopisnik", "dziennikarka", "dziennikarz",
    "economist", "editor", "editora", "editores", "editorialista", "editorialiste", "editors", "editoru",
    "enviada", "enviado", "enviados", "envoye", "envoyee", "especialista", "estagiaria", "estagiario",
    "executive", "fellow", "foszerkeszto", "fotograf", "founder", "freelancejournalist", "freelancer",
    "frettamadur", "frilans", "gastautor", "gastautorin", "gazeteci", "giornalista", "giornalisti",
    "grand-reporter", "host", "intern", "inviata", "inviato", "jefa", "jefe", "jornalista", "jornalistas",
    "journalist", "journaliste", "journalisten", "journalister", "journalistes", "journalistik",
    "journalistin", "journalists", "jurnalis", "jurnalist", "jurnalista", "kirjeenvaihtaja", "kolumnist",
    "kolumnistin", "kommentator", "kontributor", "koresponden", "korespondent", "korespondentka",
    "korrespondant", "korrespondent", "korrespondenten", "korrespondenter", "korrespondentin", "kronikor",
    "lawyer", "lecturer", "leiter", "leiterin", "lokalredakteur", "manager", "meteorologist", "mitarbeiter",
    "mitarbeiterin", "muhabir", "muhabiri", "munkatars", "newsreader", "novinar", "novinarja", "novinarka",
    "nyhedschef", "officer", "paatoimittaja", "partner", "penulis", "periodista", "periodistas",
    "phong-vien", "photographer", "photographers", "photojournalist", "pigiste", "politiek-verslaggever",
    "politikredakteurin", "praktikant", "presenter", "president", "pressesprecher", "pressesprecherin",
    "pressestelle", "principal", "producer", "producers", "professor", "publicysta", "publicystka",
    "publisher", "redacteur", "redacteuren", "redacteurs", "redactor", "redactor-sef", "redactora",
    "redactores", "redactrice", "redakteur", "redakteure", "redakteurin", "redaktionschef", "redaktor",
    "redaktorin", "redaktorka", "redattore", "redattrice", "reporteiro", "reporter", "reportere",
    "reporterin", "reporterka", "reporters", "researcher", "ressortleiter", "ressortleiterin", "ritstjori",
    "senior-reporter", "skribent", "specialist", "sportredakteur", "sprecher", "sprecherin", "staff",
    "staffer", "stagiaire", "strategist", "stringer", "student", "stv", "subdirector", "szerkeszto",
    "toimittaja", "toimittajat", "tudosito", "ujsagiro", "urednica", "urednik", "verslaggeefster",
    "verslaggever", "volontar", "volontarin", "vp", "wartawan", "wartawati", "wirtschaftsredakteur",
    "writer", "writers", "yazar", "zpravodaj", "ανταποκριτησ", "αρθρογραφοσ", "δημοσιογραφοσ", "συντακτησ",
    "автор", "главред", "дописник", "журналист", "журналистка", "журналіст", "журналістка", "колумнист",
    "кореспондент", "кореспонденти", "кореспондентка", "корреспондент", "корреспондентка", "новинар",
    "новинарка", "обозреватель", "обозревательница", "оглядач", "редактор", "репортер", "репортерка",
    "репортёр", "собкор", "спецкор", "уредник", "фотокорреспондент", "шеф-редактор", "כתב", "כתבנו", "כתבת",
    "עורך", "עורכת", "עיתונאי", "פרשן", "خبرنگار", "سردبیر", "صحافي", "صحافية", "صحفي", "صحفية", "كاتب",
    "كاتبة", "محرر", "محررة", "مراسل", "مراسلة", "مراسلنا", "نامہ-نگار", "पत्रकार", "ब्यूरो", "रिपोर्टर",
    "संपादक", "संवाद", "संवाददाता", "ডেস্ক", "প্রতিনিধি", "প্রতিবেদক", "সাংবাদিক", "นักข่าว", "บรรณาธิการ",
    "ผู้สื่อข่าว",
]);

/// Words that stand before a role and belong to it: `Senior Court Reporter`.
#[rustfmt::skip]
pub(super) static MODIFIERS: Words = Words::new(&[
    "a", "affairs", "africa", "agricultural", "agriculture", "an", "art", "arts", "asia", "assignment",
    "assistant", "associate", "au", "audience", "auto", "automotive", "aviation", "award-winning",
    "baseball", "basketball", "breaking", "broadcast", "business", "capitol", "caporedattore", "chief",
    "city", "climate", "co", "commodities", "community", "congressional", "consumer", "content",
    "contributing", "copy", "county", "court", "courts", "crime", "culture", "da", "das", "data", "de",
    "defence", "defense", "deportes", "deputy", "der", "die", "digital", "diplomatic", "do", "east",
    "economia", "economics", "economy", "editorial", "education", "em", "en", "energy", "engagement",
    "entertainment", "environment", "especial", "estate", "europe", "european", "executive", "fashion",
    "feature", "features", "film", "finance", "financial", "food", "football", "foreign", "former",
    "freelance", "freie", "freier", "fuer", "fur", "general", "global", "grand", "grande", "guest", "head",
    "health", "house", "housing", "im", "in", "independent", "industrial", "industry", "international",
    "investigation", "investigations", "investigative", "jefe", "junior", "justice", "la", "labor",
    "labour", "le", "lead", "legal", "leitende", "leitender", "leitung", "lifestyle", "local", "managing",
    "market", "markets", "media", "medical", "metro", "middle", "military", "multimedia", "music",
    "national", "news", "newsroom", "night", "online", "opinion", "opinions", "our", "outdoors",
    "parliamentary", "permanent", "permanente", "personal", "photo", "picture", "police", "policy",
    "politica", "political", "politics", "politik", "politische", "politischer", "print", "property",
    "public", "radio", "real", "regional", "religion", "ressort", "retired", "royal", "rural", "science",
    "sector", "security", "senior", "soccer", "social", "space", "special", "speciale", "sport", "sports",
    "staff", "state", "stellvertretende", "stellvertretender", "sunday", "syndicated", "tech", "technology",
    "television", "the", "trade", "trainee", "transport", "travel", "tv", "uk", "us", "veteran", "vice",
    "video", "war", "washington", "web", "weekend", "white", "wildlife", "wirtschaft", "wissenschaftliche",
    "world", "главный", "политический", "собственный", "специальный", "спорт", "старший",
]);

/// Words that make a byline a desk or an anonymous writer: `Editorial Staff`, `Redaktion`, `Web Desk`.
#[rustfmt::skip]
pub(super) static DESKS: Words = Words::new(&[
    "admin", "administrator", "agences", "agencias", "agencies", "agenturen", "agentury", "agenzie",
    "anonymous", "bureau", "contributor", "contributors", "correspondent", "correspondents", "desk",
    "editor", "editorial", "editors", "guest", "info", "lokalredaktion", "nachrichtenredaktion", "newsdesk",
    "newsroom", "newsteam", "nyhetsdesken", "nyhetsredaksjonen", "online-redaktion", "onlineredaktion",
    "presse", "pressemitteilung", "pressestelle", "red", "redacao", "redaccion", "redactia", "redactie",
    "redaction", "redakce", "redakcia", "redakcija", "redakcja", "redaksi", "redaktie", "redaktion",
    "redaktionell", "redaktionen", "redaktionsnetzwerk", "redaktionsteam", "redazione", "redazione-web",
    "report", "reporters", "ritstjorn", "staff", "staff-writer", "szerkesztoseg", "team", "tim", "toimitus",
    "urednistvo", "user", "webdesk", "webmaster", "webredaktion", "wire", "wires", "ομαδα", "συντακτικη",
    "συντακτων", "агентства", "отдел", "пресс-служба", "редакции", "редакция", "редакцията", "редакција",
    "редакція", "מערכת", "التحرير", "تحرير", "تحریریه", "مراسلنا", "وكالات", "डेस्क", "ब्यूरो", "संवाददाता",
    "ডেস্ক",
]);
