//! Towns that datelines name most, and words in capitals that open a line and are no town.

use std::sync::OnceLock;

use super::agency_gate::Gate;
use super::agency_key::FoldedKey;
use crate::folded::{Slots, WordSet, hash};

/// Is this a town (or a country printed in its stead) that datelines name often?
///
/// A help to the form, not a gazetteer: the smaller the town, the surer its paper prints the mark behind it.
pub(super) fn is_known_place(name: &str) -> bool {
    static KEYS: OnceLock<(Vec<Box<str>>, Slots, Gate)> = OnceLock::new();
    let (keys, slots, gate) = KEYS.get_or_init(|| {
        let keys: Vec<Box<str>> =
            PLACES.iter().filter_map(|p| FoldedKey::of(p)).map(|k| k.as_str().into()).collect();
        let slots = Slots::of(keys.iter().map(|key| hash(key.chars())));
        let gate = Gate::of(keys.iter().map(|key| &**key));
        (keys, slots, gate)
    });
    // Most words are turned away by their first letters.
    if !gate.may_open(name) {
        return false;
    }
    FoldedKey::of(name).is_some_and(|key| {
        slots.find(hash(key.as_str().chars()), |entry| *keys[entry] == *key.as_str()).is_some()
    })
}

/// Frequent places in the letters and languages that print them.
#[rustfmt::skip]
static PLACES: &[&str] = &[
    "Abidjan", "Abu Dhabi", "Abuja", "Accra", "Addis Ababa", "Aden", "Adelaide", "Ahmedabad", "Aleppo", "Algiers", "Alger",
    "Algier", "Almaty", "Amman", "Amsterdam", "Ankara", "Antananarivo", "Antwerpen", "Asunción", "Astana", "Atlanta", "Athen",
    "Athens", "Athènes", "Atene", "Atenas", "Auckland", "Augsburg", "Austin", "Baghdad", "Bagdad", "Baku", "Bakı", "Baltimore",
    "Bamako", "Bangalore", "Bengaluru", "Bangkok", "Barcelona", "Barcelone", "Bari", "Basel", "Bagdá", "Beijing", "Peking",
    "Pékin", "Pequim", "Pekín", "Pechino", "Pekin", "Beirut", "Beyrouth", "Beograd", "Belgrade", "Belgrad", "Belfast",
    "Bengasi", "Benghazi", "Berlin", "Berlín", "Berlino", "Berlim", "Bern", "Berne", "Bhopal", "Bhubaneswar", "Bilbao",
    "Birmingham", "Bishkek", "Bogotá", "Bogota", "Bologna", "Bombay", "Bonn", "Bordeaux", "Boston", "Brasília", "Brasilia",
    "Bratislava", "Bremen", "Brisbane", "Bruxelles", "Brussels", "Brüssel", "Brussel", "Bruselas", "Bruxelas", "Brno",
    "Bucharest", "București", "Bukarest", "Bucarest", "Budapest", "Buenos Aires", "Bujumbura", "Burgas", "Cairo", "Kairo",
    "Le Caire", "El Cairo", "Il Cairo", "Calcutta", "Cali", "Canberra", "Cape Town", "Caracas", "Cardiff", "Casablanca",
    "Catania", "Chandigarh", "Charkiw", "Kharkiv", "Chemnitz", "Chennai", "Chicago", "Chișinău", "Chisinau", "Christchurch",
    "Cleveland", "Cluj", "Colombo", "Conakry", "Copenhagen", "København", "Kopenhagen", "Copenhague", "Copenaghen", "Cotonou",
    "Dakar", "Dallas", "Damascus", "Damas", "Damaskus", "Dar es Salaam", "Darwin", "Davos", "Debrecen", "Dehradun", "Delhi",
    "Denver", "Detroit", "Dhaka", "Doha", "Dortmund", "Dresden", "Dubai", "Dubaï", "Dublin", "Durban", "Dushanbe", "Düsseldorf",
    "Edinburgh", "Erbil", "Erfurt", "Eschborn", "Essen", "Faisalabad", "Firenze", "Frankfurt", "Frankfurt am Main",
    "Frankfurt/Main", "Francfort", "Freetown", "Gaborone", "Gaza", "Gaza City", "Gdańsk", "Geneva", "Genève", "Genf", "Ginevra",
    "Genova", "Gaza-Stadt", "Glasgow", "Göteborg", "Gothenburg", "Graz", "Guadalajara", "Guatemala", "Guayaquil", "Guwahati",
    "Hague", "The Hague", "Den Haag", "La Haye", "La Haya", "Halle", "Hamburg", "Hannover", "Hà Nội", "Hanoi", "Harare",
    "Havana", "La Habana", "La Havane", "Havanna", "Helsinki", "Ho Chi Minh City", "TP HCM", "TP.HCM", "Hong Kong", "Hongkong",
    "Honolulu", "Houston", "Hyderabad", "Innsbruck", "Islamabad", "Istanbul", "İstanbul", "Izmir", "İzmir", "Jaipur",
    "Jakarta", "Jammu", "Jeddah", "Jena", "Jerusalem", "Jérusalem", "Jerusalén", "Gerusalemme", "Johannesburg", "Juba", "Kabul",
    "Kaboul", "Kampala", "Karachi", "Karlsruhe", "Kassel", "Kathmandu", "Katowice", "Khartoum", "Kiel", "Kiev", "Kiew", "Kyiv",
    "Kyjiw", "Kijów", "Kigali", "Kingston", "Kinshasa", "Klagenfurt", "Kochi", "Köln", "Cologne", "Kolkata", "Košice", "Kraków",
    "Krakow", "Kuala Lumpur", "Kuwait", "Kuwait City", "La Paz", "Lagos", "Lahore", "Las Vegas", "Lausanne", "Leipzig", "Libreville",
    "Lille", "Lilongwe", "Lima", "Linz", "Lisboa", "Lisbon", "Lisbonne", "Lissabon", "Liverpool", "Ljubljana", "Lomé", "London",
    "Londres", "Londra", "Londyn", "Los Angeles", "Luanda", "Lucknow", "Lusaka", "Luxembourg", "Luxemburg", "Lviv", "Lwiw", "Lyon",
    "Madrid", "Madrid", "Magdeburg", "Mailand", "Mainz", "Malé", "Malaga", "Málaga", "Managua", "Manama", "Manchester", "Manila",
    "Mannheim", "Maputo", "Marseille", "Mecca", "Medan", "Medellín", "Melbourne", "Mexico City", "México", "Ciudad de México",
    "Mexiko-Stadt", "Miami", "Milan", "Milano", "Minneapolis", "Minsk", "Mogadishu", "Monaco", "Monrovia", "Monterrey",
    "Montevideo", "Montpellier", "Montréal", "Montreal", "Moscow", "Moskau", "Moscou", "Moscú", "Mosca", "Moskwa", "Moskva",
    "Mosul", "Mumbai", "Munich", "München", "Münster", "Multan", "Muscat", "Nagpur", "Nairobi", "Nantes", "Naples", "Napoli",
    "Nashville", "Nassau", "Naypyidaw", "N'Djamena", "New Delhi", "New Orleans", "New York", "New York City", "Niamey", "Nice",
    "Nicosia", "Lefkoşa", "Nouakchott", "Novosibirsk", "Nueva York", "Nürnberg", "Oaxaca", "Odesa", "Odessa", "Orlando", "Osaka",
    "Oslo", "Ottawa", "Ouagadougou", "Oxford", "Palermo", "Panama City", "Panamá", "Paris", "Parigi", "París", "Paryż", "Paříž",
    "Patna", "Perth", "Peshawar", "Philadelphia", "Phnom Penh", "Phoenix", "Pittsburgh", "Podgorica", "Port-au-Prince",
    "Port Louis", "Port Moresby", "Portland", "Porto", "Porto Alegre", "Potsdam", "Poznań", "Prague", "Praha", "Prag", "Praga",
    "Pretoria", "Priština", "Prishtina", "Pristina", "Pune", "Pyongyang", "Quetta", "Quito", "Québec", "Quebec City", "Rabat",
    "Raipur", "Ramallah", "Ranchi", "Rangoon", "Yangon", "Rawalpindi", "Recife", "Regensburg", "Rennes", "Reykjavik", "Reykjavík",
    "Riad", "Riga", "Rīga", "Rio de Janeiro", "Riyadh", "Rom", "Roma", "Rome", "Rostock", "Rotterdam", "Saarbrücken", "Sacramento",
    "Salvador", "Salzburg", "San Antonio", "San Diego", "San Francisco", "San José", "San Juan", "San Salvador", "Sanaa",
    "Santiago", "Santo Domingo", "São Paulo", "Sao Paulo", "Sarajevo", "Schwerin", "Seattle", "Seoul", "Séoul", "Seúl", "Sevilla",
    "Shanghai", "Shenzhen", "Shimla", "Singapore", "Singapur", "Singapour", "Sivas", "Skopje", "Skopje", "Sofia", "Split",
    "Srinagar", "St. Louis", "St Petersburg", "Stockholm", "Strasbourg", "Straßburg", "Stuttgart", "Surabaya", "Suva", "Sydney",
    "Taipei", "Tallinn", "Tampa", "Tashkent", "Tbilisi", "Tegucigalpa", "Teheran", "Tehran", "Téhéran", "Teherán", "Tel Aviv",
    "Tel-Aviv", "Thessaloniki", "Tijuana", "Timișoara", "Tirana", "Tiranë", "Tokio", "Tokyo", "Torino", "Toronto", "Toulouse",
    "Tripoli", "Tripolis", "Tunis", "Turin", "Ulaanbaatar", "United Nations", "Utrecht", "Valencia", "Valletta", "Vancouver",
    "Varanasi", "Varna", "Varsovie", "Varsovia", "Warschau", "Warsaw", "Warszawa", "Vatican City", "Vaticano", "Venezia", "Vienna",
    "Vienne", "Viena", "Wien", "Vientiane", "Vilnius", "Vladivostok", "Washington", "Washington D.C.", "Washington DC", "Wellington",
    "Wiesbaden", "Windhoek", "Winnipeg", "Wrocław", "Yaoundé", "Yaounde", "Yerevan", "Zagreb", "Zürich", "Zurich",
    // Cyrillic, Greek
    "Москва", "Санкт-Петербург", "Киев", "Київ", "Минск", "Астана", "Алматы", "София", "Београд", "Нур-Султан", "Вашингтон", "Лондон",
    "Париж", "Берлин", "Пекин", "Нью-Йорк", "Брюссель", "Женева", "Баку", "Ереван", "Тбилиси", "Ташкент", "Бишкек", "Душанбе",
    "Львів", "Одеса", "Харків", "Скопје", "Сараево", "Αθήνα", "Θεσσαλονίκη", "Λευκωσία", "Лондон", "Новосибирск", "Казань",
    // Arabic, Persian, Urdu, Hebrew
    "القاهرة", "بيروت", "دمشق", "بغداد", "عمان", "عمّان", "الرياض", "جدة", "مكة المكرمة", "دبي", "أبوظبي", "أبو ظبي", "الدوحة", "الكويت",
    "المنامة", "مسقط", "صنعاء", "عدن", "الخرطوم", "طرابلس", "تونس", "الجزائر", "الرباط", "نواكشوط", "القدس", "القدس المحتلة", "غزة",
    "رام الله", "واشنطن", "نيويورك", "لندن", "باريس", "موسكو", "برلين", "طهران", "أنقرة", "إسطنبول", "جنيف", "بروكسل", "تهران",
    "اسلام آباد", "لاہور", "کراچی", "پشاور", "کوئٹہ", "نئی دہلی", "کابل", "تل أبيب",
    // India
    "नई दिल्ली", "मुंबई", "लखनऊ", "पटना", "भोपाल", "जयपुर", "रांची", "कोलकाता", "चेन्नई", "देहरादून", "वाराणसी", "ঢাকা", "কলকাতা",
    "চট্টগ্রাম", "நியூயார்க்", "சென்னை", "புதுடெல்லி", "புதுதில்லி", "மதுரை", "काठमाडौं", "काठमांडू",
    // East Asia
    "北京", "上海", "广州", "深圳", "重庆", "天津", "成都", "武汉", "杭州", "南京", "西安", "香港", "台北", "高雄", "台中", "台南", "新北",
    "桃園", "澳门", "澳門", "东京", "東京", "华盛顿", "華盛頓", "纽约", "紐約", "伦敦", "倫敦", "巴黎", "柏林", "莫斯科", "首尔", "首爾", "平壤",
    "布鲁塞尔", "日内瓦", "联合国", "ワシントン", "ニューヨーク", "ロンドン", "パリ", "ベルリン", "モスクワ", "ソウル", "ジュネーブ", "大阪", "名古屋",
    "福岡", "札幌", "仙台", "サンフランシスコ", "ロサンゼルス", "バンコク", "서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "수원", "창원",
    "제주", "춘천", "전주", "청주", "워싱턴", "뉴욕", "도쿄", "베이징", "런던", "파리", "베를린", "모스크바", "강릉", "포항",
];

/// First words before a colon or dash that are labels, show names or announcements, never towns.
#[rustfmt::skip]
pub(super) static NO_PLACES: WordSet = WordSet::new(&[
    "note", "more", "also", "read", "related", "watch", "listen", "live", "breaking", "exclusive", "update", "updated", "correction",
    "clarification", "editor", "editors", "editor's", "opinion", "analysis", "explainer", "factbox", "timeline", "review", "preview",
    "photo", "photos", "video", "videos", "audio", "podcast", "gallery", "image", "picture", "pictured", "file", "graphic", "map",
    "source", "sources", "by", "from", "with", "and", "but", "the", "a", "an", "i", "we", "you", "he", "she", "it", "they", "this",
    "that", "these", "those", "what", "why", "how", "who", "when", "where", "if", "in", "on", "at", "for", "to", "of", "no", "yes",
    "q", "question", "answer", "host", "narrator", "reporter", "caller", "warning", "alert", "advertisement", "sponsored", "advert",
    "tip", "tips", "step", "part", "chapter", "section", "key", "features", "about", "contact", "contacts", "media", "investor",
    "price", "cost", "date", "time", "place", "location", "venue", "tickets", "phone", "tel", "email", "e-mail", "website", "twitter",
    "facebook", "instagram", "faq", "summary", "background", "context", "conclusion", "result", "results", "score", "scores",
    "halftime", "goals", "goal", "scorers", "referee", "attendance", "standings", "weather", "sport", "sports", "business",
    "politics", "world", "news", "culture", "health", "science", "tech", "technology", "travel", "food", "today", "tomorrow",
    "yesterday", "monday", "tonight", "spoiler", "trigger", "copyright", "tags", "topics", "subscribe", "share", "download",
    "meanwhile", "however", "therefore", "finally", "first", "second", "third", "now", "then", "here", "there", "so", "or", "not",
    "man", "woman", "police", "government", "president", "minister", "disclaimer", "fact", "myth", "pros", "cons",
    "dear", "hi", "hello", "thanks", "thank", "notes", "vs", "dateline", "byline", "published", "posted", "covid-19", "covid",
    "foto", "fotos", "bild", "bilder", "video", "lesen", "hinweis", "anzeige", "werbung", "mehr", "auch", "lies", "frage",
    "antwort", "fazit", "hintergrund", "info", "infos", "tipp", "quelle", "von", "der", "die", "das", "ein", "eine", "und", "aber",
    "wir", "ich", "es", "er", "sie", "was", "wie", "warum", "wer", "wo", "für", "nicht", "termin", "ort", "eintritt", "stand",
    "interview", "kommentar", "korrektur", "nachricht", "meldung", "polizei", "heute", "morgen", "gestern", "ergebnis", "tore",
    "lire", "voir", "photo", "vidéo", "aussi", "le", "la", "les", "un", "une", "et", "mais", "pour", "avec", "selon", "question",
    "réponse", "note", "rappel", "attention", "publicité", "exclusif", "direct", "analyse", "entretien",
    "leia", "veja", "assista", "lea", "vea", "mira", "leer", "el", "los", "las", "una", "y", "pero", "para", "con", "según",
    "pregunta", "respuesta", "nota", "foto", "vídeo", "vídeos", "más", "mas", "o", "os", "as", "um", "uma", "e", "em", "por",
    "il", "lo", "gli", "uno", "ma", "per", "leggi", "guarda", "anche", "domanda", "risposta", "fonte", "fuente", "redacción",
    "czytaj", "zobacz", "oglądaj", "źródło", "wideo", "zdjęcie", "čtěte", "zdroj", "více", "les", "læs", "lue", "läs", "kilde", "källa",
    "lees", "bron", "bekijk", "baca", "lihat", "simak", "sumber", "oku", "kaynak", "izle", "haber", "читайте", "смотрите", "фото",
    "видео", "источник", "справка", "вопрос", "ответ", "на", "в", "и", "по", "но", "как", "что", "это", "он", "она", "они", "мы", "я",
    "фотографије", "снимка", "още", "и", "διαβάστε", "φωτογραφία", "πηγή", "xem", "ảnh", "nguồn", "theo",
]);
