//! Labels and small words of header lines, folded and sorted.

use super::words::Words;

/// Labels of a source, before a colon.
#[rustfmt::skip]
pub(super) static SOURCE_LABELS: Words = Words::new(&[
    "^ис", "agence", "agencia", "agency", "agentur", "agenzia", "allikas", "article source", "avots", "bron",
    "bronvermelding", "burimi", "chanzo", "font", "fonte", "fonti", "forras", "fuente", "fuentes", "heimild",
    "iturria", "izvor", "kalla", "kallor", "kaynagi", "kaynak", "kilde", "kilder", "lahde", "manba", "mənbə",
    "news source", "nguon", "original content by", "original-content von", "originally published by",
    "originally published in", "pinagmulan", "published in", "publisher", "quelle",
    "quelle der polizeimeldung", "quellen", "saltinis", "source", "source de", "source of", "sources",
    "sumber", "sursa", "theo", "via", "vir", "zdroj", "zrodlo", "πηγη", "дереккөз", "джерело", "извор",
    "източник", "источник", "источник информации", "источники", "крыніца", "աղբյուր", "מקור", "المصدر",
    "ماخذ", "مصدر", "منبع", "स्रोत", "সূত্র", "ஆதாரம்", "మూలం", "ที่มา", "แหล่งข่าว", "ແຫຼ່ງ", "წყარო", "來源",
    "信息来源", "出典", "情報源", "提供", "文章来源", "新闻来源", "来源", "消息来源", "稿源", "资料来源", "轉自", "轉載自", "转自", "转载自", "配信",
    "자료", "자료제공", "출처",
]);

/// Labels of what is neither author nor source: pictures, editors, tags.
#[rustfmt::skip]
pub(super) static OTHER_LABELS: Words = Words::new(&[
    "a editar", "actualizado", "aggiornato", "aktualisiert", "anh", "atualizado", "bearbeitet von",
    "bijgewerkt", "bild", "bilder", "categories", "category", "comentarios", "commentaires", "comments",
    "created", "created on", "credit", "credits", "data", "date", "date de publication", "datum",
    "diterbitkan", "e-mail", "editado por", "edited by", "editing by", "editor", "editor:", "editors",
    "email", "erstellt", "erstveroffentlichung", "fax", "fecha", "filed to", "filed under", "foto",
    "foto de", "foto di", "fotografie", "fotos", "geandert", "gepubliceerd", "grafik", "hora", "hrsg",
    "illustration", "image", "images", "in", "kategorie", "keywords", "kommentare", "kuva", "kuvat",
    "last updated", "leestijd", "lesezeit", "location", "mail", "modifie", "montage", "news date",
    "opdateret", "oppdatert", "ort", "phone", "photo", "photographie", "photos", "picture", "pictures",
    "place", "posted", "posted in", "produced by", "producer", "produzione", "pubblicato", "publicado",
    "publie", "publisert", "publish date", "published", "published at", "published in", "published on",
    "publiziert", "read time", "reading time", "reads", "redigering", "redigert av", "ressort", "rubrik",
    "section", "stand", "standfoto", "submitted to", "tag", "tags", "tel", "telefon", "tempo di lettura",
    "temps de lecture", "tiempo de lectura", "time", "topics", "traduccion", "traduction", "translated by",
    "ubermittelt durch", "ubersetzt von", "ubersetzung", "updated", "updated on", "uppdaterad", "url",
    "valokuva", "video", "views", "web", "web editor", "website", "zdjecie", "φωτο", "φωτογραφια",
    "обновлено", "опубликовано", "раздел", "редактор", "рубрика", "снимка", "сюжет", "теги", "фото",
    "фотографія", "עכס", "צילום", "צילומים", "آخر تحديث", "تاريخ النشر", "تاریخ", "تصوير", "صورة", "عکس",
    "نشر في", "फोटो", "ภาพ", "入力", "写真", "发布时间", "图源", "图片", "审核", "摄", "摄影", "撮影", "日期", "时间", "時間",
    "更新时间", "校对", "监制", "編輯", "編集", "编辑", "責任編輯", "责任编辑", "责编", "등록", "사진", "수정", "승인", "입력", "편집",
]);

/// Words at which a name is over: `Ana Lima Share`, `A B Published on`.
#[rustfmt::skip]
pub(super) static NOISE: Words = Words::new(&[
    "about", "actualizada", "actualizado", "aggiornato", "ago", "aktualisiert", "aktualizacja", "all",
    "also", "archive", "are", "article", "artikel", "atualizada", "atualizado", "berichtet", "bijgewerkt",
    "bio", "click", "comment", "commentaires", "comments", "comments:", "compartilhe", "compartir",
    "condividi", "contact", "contributed", "copyright", "covers", "created", "day", "days", "dela", "delen",
    "dibaca", "drucken", "e-mail", "email", "facebook", "folgen", "follow", "gepubliceerd", "godzin",
    "guncelleme", "ha", "hace", "hour", "hours", "image", "instagram", "is", "joined", "julkaistu",
    "kommentar", "kommentare", "kompas", "last", "lecture", "leer", "leggi", "lesezeit", "linkedin", "lire",
    "listen", "log", "mehr", "merken", "min", "mins", "minute", "minutes", "mis", "modifie", "modified",
    "more", "offentliggjort", "opdateret", "oppdatert", "opublikowano", "paivitetty", "partager", "photo",
    "photograph", "photos", "posted", "posts", "pre", "prije", "print", "profile", "pubblicato",
    "publicada", "publicado", "publicerad", "publie", "publikovano", "publisert", "publish", "published",
    "read", "reading", "reads", "register", "reported", "reports", "save", "says", "schreibt", "see",
    "seguir", "send", "share", "sign", "stand", "stories", "subscribe", "suivre", "teilen", "temps", "temu",
    "today", "tweet", "twitter", "uhr", "update", "updated", "uppdaterad", "veroffentlicht", "via", "video",
    "view", "views", "vor", "was", "watch", "writes", "yayinlanma", "yesterday", "вчера", "назад",
    "обновлено", "опубликовано", "поделиться", "сегодня", "сюжет", "עודכן", "פורסם", "קריאה", "تحديث",
    "منذ", "نشر",
]);

/// Words that join two names.
#[rustfmt::skip]
pub(super) static CONJUNCTIONS: Words = Words::new(&[
    "&", "+", "a", "ac", "agus", "and", "at", "avec", "com", "con", "dan", "e", "en", "es", "et", "eta",
    "i", "ir", "ja", "jeung", "med", "met", "mit", "na", "ning", "och", "og", "plus", "s", "samt", "si",
    "sowie", "un", "und", "und/oder", "und:", "va", "ve", "with", "with:", "y", "z", "και", "и", "с", "та",
    "также", "і", "ו", "و", "और", "এবং", "ഒപ്പം", "และ",
]);

/// Small words inside a family name: `van der`, `de la`, `al`.
#[rustfmt::skip]
pub(super) static PARTICLES: Words = Words::new(&[
    "'t", "abd", "abu", "af", "al", "ap", "av", "ben", "bin", "bint", "binte", "binti", "d'", "da", "dal",
    "dalla", "das", "de", "degli", "dei", "del", "della", "dello", "den", "der", "des", "di", "do", "dos",
    "du", "e'", "el", "het", "ibn", "l'", "la", "le", "les", "lo", "mac", "mc", "o'", "saint", "san", "st",
    "te", "ten", "ter", "ul", "ur", "van", "vom", "von", "zu", "zum", "zur",
]);

/// Titles before a name, not part of it.
#[rustfmt::skip]
pub(super) static HONORIFICS: Words = Words::new(&[
    "bc.", "dame", "dipl.-ing", "dipl.-ing.", "doc.", "dott.", "dott.ssa", "dr", "dr.", "dra", "dra.",
    "drs", "drs.", "frau", "h.c.", "herr", "hr.", "ing.", "ir.", "judr.", "lic", "lic.", "mag.", "med.",
    "mgr", "mgr.", "mlle", "mme", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "phdr.", "prof", "prof.",
    "professor", "rev", "rev.", "rndr.", "sir", "sr.", "sra.", "д-р", "проф", "проф.", "профессор", "أ.",
    "د.",
]);

/// What follows a name as part of it: `Jr.`, `III`.
#[rustfmt::skip]
pub(super) static SUFFIXES: Words = Words::new(&[
    "ii", "iii", "iv", "jr", "jr.", "sr", "sr.",
]);

/// Prepositions before a place or an outlet in a byline: `A B in Town`, `A B for The Paper`.
#[rustfmt::skip]
pub(super) static PLACE_BEFORE: Words = Words::new(&[
    "a", "at", "au", "aus", "da", "dalla", "dari", "depuis", "desde", "din", "em", "en", "fra", "fran",
    "from", "i", "im", "in", "iz", "te", "uit", "vanuit", "w", "z", "ze", "в", "из", "ใน",
]);

/// Prepositions before the paper or body that a writer stands for.
#[rustfmt::skip]
pub(super) static OUTLET_BEFORE: Words = Words::new(&[
    "@", "dla", "for", "for:", "fur", "icin", "of", "para", "per", "pour", "untuk", "voor", "για", "для",
]);
