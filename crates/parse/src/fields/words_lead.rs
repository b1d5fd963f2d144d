//! Words that open a byline, folded and sorted.

use super::words::Words;

/// Lead words and phrases. Whether one needs a colon is told by [`LEADS_COLON`].
#[rustfmt::skip]
pub(super) static LEADS: Words = Words::new(&[
    "^ав", "a cura di", "a report by", "af", "analysis by", "article by", "article de", "articolo di",
    "as told to", "aus der redaktion", "auteur", "auteure", "auteurs", "author", "author name",
    "authored by", "authors", "autor", "autor(in)", "autora", "autore", "autoren", "autores", "autori",
    "autorica", "autorin", "autorius", "autors", "av", "avtor", "avtorica", "bai", "bai va anh", "by",
    "by our", "byline", "column by", "commentary by", "compiled by", "contact", "contributed by",
    "de catre", "deur", "di", "ditulis oleh", "door", "ecrit par", "een artikel van", "eftir",
    "ein bericht von", "ein gastbeitrag von", "ein kommentar von", "eine analyse von", "eine kolumne von",
    "elaborado por", "escrito por", "essay by", "forfattare", "forfatter", "from our correspondent",
    "geschreven door", "geschrieben von", "giornalista", "guest post by", "haber", "hofundur",
    "interview by", "interview von", "intervista di", "irta", "journalist", "journaliste", "kirjoittaja",
    "kirjoittanut", "kommentar von", "kontributor", "mit material von", "muəllif", "napisal", "napisala",
    "napisao", "napsal", "napsala", "nga", "oleh", "opinion by", "par", "penulis", "periodista", "pise",
    "pisu", "por", "por nuestro", "post by", "postado por", "posted by", "propos recueillis par", "przez",
    "pubblicato da", "publicado por", "publie par", "recueilli par", "redacao de", "redactado por",
    "redaktor", "redige par", "report by", "reportage de", "reported by", "reporter", "reporter:",
    "reporters", "reporting by", "review by", "scris de", "scritto da", "servizio di", "shkruar nga",
    "skrev", "skrevet af", "skrevet av", "skribent", "skribenter", "skriven av", "skriver",
    "story and photos by", "story by", "submitted by", "szerzo", "tac gia", "tekija", "tekst", "tekst af",
    "tekst av", "tekst door", "tekst i foto", "tekstas", "teksti", "testo", "testo di", "text",
    "text and photos by", "text av", "text by", "text von", "texte", "texte de", "texto", "texto de",
    "texts", "un articol de", "un reportaje de", "una entrevista de", "verfasst von", "veroffentlicht von",
    "viet boi", "von", "words and pictures by", "words by", "writer", "written by", "yazan", "απο την",
    "απο τον", "γραφει η", "γραφει ο", "γραφουν οι", "επιμελεια", "κειμενο", "ρεπορταζ", "συντακτησ", "τησ",
    "του", "автор", "автор статьи", "автори", "авторы", "аутор", "аутори", "материал подготовил",
    "материал подготовила", "написал", "написала", "пише", "пишет", "подготовил", "подготовила",
    "подготовили", "текст", "հեղինակ", "כתב", "כתבה", "כתבו", "מאת", "إعداد", "بقلم", "به قلم", "تأليف",
    "تحرير", "تحریر", "كتابة", "كتب", "كتبت", "نوشته", "نویسنده", "گزارش", "द्वारा", "रिपोर्ट", "लेखक",
    "লেখক", "ผู้เขียน", "เขียนโดย", "เรื่อง", "โดย", "ავტორი", "作者", "取材", "執筆", "执笔", "撰文", "撰稿", "文",
    "筆者", "著者", "記者", "记者", "通讯员", "采写", "글", "글쓴이", "기자", "취재",
]);

/// Lead words that are ordinary nouns (`Text`, `Autor`) and count only before a colon or at the end of the line.
#[rustfmt::skip]
pub(super) static LEADS_COLON: Words = Words::new(&[
    "^ав", "auteur", "auteure", "auteurs", "author", "author name", "authors", "autor", "autor(in)",
    "autora", "autore", "autoren", "autores", "autori", "autorica", "autorin", "autorius", "autors",
    "avtor", "avtorica", "bai", "bai va anh", "byline", "forfattare", "forfatter", "giornalista", "haber",
    "hofundur", "interview", "journalist", "journaliste", "kirjoittaja", "kontributor", "muəllif",
    "penulis", "periodista", "pise", "pisu", "redaktor", "reporter", "reporters", "skrev", "skribent",
    "skribenter", "skriver", "szerzo", "tac gia", "tekija", "tekst", "tekst i foto", "tekstas", "teksti",
    "testo", "text", "texte", "texto", "texts", "writer", "επιμελεια", "κειμενο", "ρεπορταζ", "συντακτησ",
    "автор", "автор статьи", "автори", "авторы", "аутор", "аутори", "текст", "հեղինակ", "כתבה", "إعداد",
    "تأليف", "تحرير", "تحریر", "كتابة", "نوشته", "نویسنده", "گزارش", "द्वारा", "रिपोर्ट", "लेखक", "লেখক",
    "ผู้เขียน", "เรื่อง", "ავტორი", "作者", "取材", "執筆", "實習記者", "执笔", "撰文", "撰稿", "文", "本報記者", "本报记者", "特派员",
    "筆者", "著者", "記者", "记者", "通讯员", "采写", "글", "글쓴이", "기자", "취재",
]);

/// Short words that open a byline in one language and are everyday words in another: a name has to follow.
#[rustfmt::skip]
pub(super) static LEADS_WEAK: Words = Words::new(&[
    "af", "av", "da", "de", "deur", "di", "door", "eftir", "nga", "oleh", "par", "por", "przez", "von",
    "τησ", "του", "пише", "пишет", "הכתב", "כתב", "כתבו", "מאת", "كتب", "كتبت",
]);

/// Phrases that may stand inside a line before the name: `This post was written by Ana Lima`.
#[rustfmt::skip]
pub(super) static LEADS_INNER: Words = Words::new(&[
    "a cura di", "auteur", "author", "authored by", "autor", "by", "escrito por", "geschreven door",
    "geschrieben von", "posted by", "publicado por", "publie par", "recueilli par", "recueillis par",
    "reported by", "scritto da", "skrevet af", "skrevet av", "story by", "submitted by", "verfasst von",
    "written by",
]);
