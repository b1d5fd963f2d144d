//! Month and weekday words for dates inside datelines, lower case, without the dot.

use crate::folded::WordSet;

/// Months in full, as a date inflects them, and short.
#[rustfmt::skip]
pub(super) static MONTHS: WordSet = WordSet::new(&[
    // English
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    // German
    "januar", "jänner", "februar", "feber", "märz", "mai", "juni", "juli", "oktober", "dezember", "jän", "mär", "okt", "dez",
    // French
    "janvier", "février", "fevrier", "mars", "avril", "juin", "juillet", "août", "aout", "septembre", "octobre", "novembre",
    "décembre", "decembre", "janv", "févr", "fév", "avr", "juil", "déc",
    // Spanish, Catalan, Galician
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre",
    "noviembre", "diciembre", "ene", "abr", "ago", "set", "dic", "gener", "febrer", "març", "maig", "juny", "juliol", "agost",
    "setembre", "desembre", "xaneiro", "febreiro", "maio", "xuño", "xullo", "outubro", "decembro",
    // Portuguese
    "janeiro", "fevereiro", "março", "junho", "julho", "setembro", "novembro", "dezembro", "fev", "mai", "out",
    // Italian
    "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre", "gen", "mag", "giu",
    "lug", "sett", "ott",
    // Romanian
    "ianuarie", "februarie", "martie", "aprilie", "iunie", "iulie", "septembrie", "octombrie", "noiembrie", "decembrie", "ian",
    "iun", "iul", "noi",
    // Dutch, Afrikaans
    "januari", "februari", "maart", "mei", "augustus", "mrt", "januarie", "februarie", "junie", "julie", "desember",
    // Danish, Norwegian, Swedish, Icelandic
    "marts", "maj", "desember", "augusti", "des", "janúar", "febrúar", "apríl", "maí", "júní", "júlí", "ágúst", "október",
    "nóvember",
    // Finnish, Estonian
    "tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta", "elokuuta", "syyskuuta",
    "lokakuuta", "marraskuuta", "joulukuuta", "jaanuar", "veebruar", "märts", "aprill", "juuni", "juuli", "oktoober", "detsember",
    // Latvian, Lithuanian
    "janvāris", "februāris", "aprīlis", "maijs", "jūnijs", "jūlijs", "augusts", "septembris", "oktobris", "novembris", "decembris",
    "sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio", "rugsėjo", "spalio", "lapkričio",
    "gruodžio",
    // Polish
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada",
    "grudnia", "sty", "lut", "kwi", "cze", "lip", "sie", "wrz", "paź", "lis", "gru",
    // Czech, Slovak
    "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu", "prosince",
    "januára", "februára", "apríla", "mája", "júna", "júla", "augusta", "septembra", "októbra", "novembra", "decembra",
    // Hungarian
    "január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember", "október", "november",
    // Slovene, Croatian, Serbian, Bosnian, Macedonian, Bulgarian
    "januarja", "februarja", "aprila", "junija", "julija", "avgusta", "oktobra", "siječnja", "veljače", "ožujka", "travnja",
    "svibnja", "lipnja", "srpnja", "kolovoza", "rujna", "studenog", "studenoga", "prosinca", "januara", "februara", "marta",
    "juna", "jula", "јануара", "фебруара", "марта", "априла", "маја", "јуна", "јула", "августа", "септембра", "октобра",
    "новембра", "децембра", "јануари", "февруари", "март", "април", "мај", "јуни", "јули", "август", "септември", "октомври",
    "ноември", "декември", "януари", "май", "юни", "юли",
    // Russian, Ukrainian, Belarusian
    "января", "февраля", "апреля", "мая", "июня", "июля", "сентября", "октября", "ноября", "декабря", "янв", "фев", "мар", "апр",
    "июн", "июл", "авг", "сен", "сент", "окт", "ноя", "дек", "січня", "лютого", "березня", "квітня", "травня", "червня",
    "липня", "серпня", "вересня", "жовтня", "листопада", "грудня", "студзеня", "лютага", "сакавіка", "красавіка", "мая",
    "чэрвеня", "ліпеня", "жніўня", "верасня", "кастрычніка", "лістапада", "снежня",
    // Greek
    "ιανουαρίου", "φεβρουαρίου", "μαρτίου", "απριλίου", "μαΐου", "μαίου", "ιουνίου", "ιουλίου", "αυγούστου", "σεπτεμβρίου",
    "οκτωβρίου", "νοεμβρίου", "δεκεμβρίου",
    // Turkish, Azerbaijani
    "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık", "yanvar",
    "fevral", "aprel", "iyun", "iyul", "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr",
    // Indonesian, Malay, Swahili, Filipino
    "februari", "maret", "agustus", "juli", "mac", "ogos", "julai", "disember", "januari", "machi", "aprili", "juni", "agosti",
    "septemba", "oktoba", "novemba", "desemba", "enero", "pebrero", "marso", "hunyo", "hulyo", "setyembre", "oktubre",
    // Albanian
    "janar", "shkurt", "prill", "qershor", "korrik", "gusht", "shtator", "tetor", "nëntor", "dhjetor",
    // Arabic
    "يناير", "فبراير", "مارس", "أبريل", "ابريل", "إبريل", "مايو", "يونيو", "يونيه", "يوليو", "يوليه", "أغسطس", "اغسطس",
    "سبتمبر", "أكتوبر", "اكتوبر", "نوفمبر", "ديسمبر", "شباط", "آذار", "اذار", "نيسان", "أيار", "ايار", "حزيران", "تموز", "آب",
    "أيلول", "ايلول", "جانفي", "فيفري", "أفريل", "جوان", "جويلية", "أوت",
    // Persian, Urdu
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند", "جنوری", "فروری", "مارچ",
    "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
    // Hebrew
    "בינואר", "בפברואר", "במרץ", "באפריל", "במאי", "ביוני", "ביולי", "באוגוסט", "בספטמבר", "באוקטובר", "בנובמבר", "בדצמבר",
    // Hindi, Bengali, Tamil
    "जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "सितम्बर", "अक्टूबर", "अक्तूबर", "नवंबर", "नवम्बर",
    "दिसंबर", "दिसम्बर", "জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর",
    "ডিসেম্বর", "ஜனவரி", "பிப்ரவரி", "மார்ச்", "ஏப்ரல்", "மே", "ஜூன்", "ஜூலை", "ஆகஸ்ட்", "செப்டம்பர்", "அக்டோபர்", "நவம்பர்", "டிசம்பர்",
]);

/// Weekdays that open a date, or stand for one.
#[rustfmt::skip]
pub(super) static WEEKDAYS: WordSet = WordSet::new(&[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs",
    "fri", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "lundi", "mardi",
    "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado",
    "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "segunda", "terça", "quarta",
    "quinta", "sexta", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "poniedziałek", "wtorek",
    "środa", "czwartek", "piątek", "sobota", "niedziela", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
    "mandag", "tirsdag", "lørdag", "søndag", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu",
    "minggu", "ahad", "isnin", "khamis", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت",
]);

/// Little words between day and month.
pub(super) static LINKS: &[&str] = &["de ", "d'", "d’", "di ", "tháng ", "ta' ", "ta’ "];

/// Little words behind the year.
pub(super) static YEAR_WORDS: WordSet = WordSet::new(&["г", "года", "р", "року", "god", "года"]);
