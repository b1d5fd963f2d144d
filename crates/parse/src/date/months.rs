//! Month names of the languages that newspapers are written in.

/// One row a language: twelve months separated by bars, the forms of a month by spaces.
///
/// Written as printed; the index folds them (see [`super::fold`]), so forms that differ by accent or case only stand once.
/// Where two languages disagree about a word the earlier row wins.
pub(super) static MONTHS: &[(&str, &str)] = &[
    (
        "en",
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
    ),
    (
        "es",
        "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago agt|septiembre setiembre set|octubre|noviembre|diciembre dic",
    ),
    (
        "pt",
        "janeiro|fevereiro fev|março|abril|maio mai|junho|julho|agosto|setembro|outubro out|novembro|dezembro dez",
    ),
    (
        "fr",
        "janvier janv|février févr fév|mars|avril avr|mai|juin|juillet juil juill|août aoû|septembre|octobre|novembre|décembre déc",
    ),
    (
        "de",
        "januar jänner jän|februar feber|märz mrz mär|april|mai|juni|juli|august|september|oktober okt|november|dezember dez",
    ),
    (
        "it",
        "gennaio gen genn|febbraio febbr|marzo|aprile|maggio mag magg|giugno giu|luglio lug|agosto|settembre|ottobre ott|novembre|dicembre",
    ),
    ("nl", "januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december"),
    (
        "pl",
        "stycznia styczeń sty|lutego luty lut|marca marzec|kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze|lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|października październik paź|listopada listopad lis|grudnia grudzień gru",
    ),
    (
        "tr",
        "ocak oca|şubat şub|mart|nisan nis|mayıs|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas|aralık ara",
    ),
    (
        "ru",
        "января январь янв|февраля февраль фев февр|марта март мар|апреля апрель апр|мая май|июня июнь июн|июля июль июл|августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя нояб|декабря декабрь дек",
    ),
    (
        "uk",
        "січня січень січ|лютого лютий лют|березня березень бер|квітня квітень кві|травня травень тра|червня червень чер|липня липень лип|серпня серпень сер|вересня вересень вер|жовтня жовтень жов|листопада листопад лис|грудня грудень гру",
    ),
    (
        "be",
        "студзеня студзень|лютага люты|сакавіка сакавік|красавіка красавік|траўня|чэрвеня чэрвень|ліпеня ліпень|жніўня жнівень|верасня верасень|кастрычніка кастрычнік|лістапада лістапад|снежня снежань",
    ),
    ("bg", "януари яну|февруари|март|април|май|юни|юли|август|септември септ|октомври|ноември|декември"),
    (
        "sr",
        "јануар јан|фебруар феб|март|април|мај|јун јуни|јул јули|август|септембар|октобар|новембар|децембар",
    ),
    ("sr-gen", "јануара|фебруара|марта|априла|маја|јуна|јула|августа|септембра|октобра|новембра|децембра"),
    (
        "bs",
        "januara|februara|marta|aprila|maja|juna jun|jula jul|augusta avgusta avgust avg|septembra septembar|oktobra oktobar|novembra novembar|decembra decembar",
    ),
    (
        "hr",
        "siječnja siječanj|veljače veljača|ožujka ožujak|travnja travanj|svibnja svibanj|lipnja lipanj|srpnja srpanj|kolovoza kolovoz|rujna rujan|-|studenoga studenog studeni|prosinca prosinac",
    ),
    ("sl", "januarja|februarja|marca|aprila|maja|junija|julija|avgusta|septembra|oktobra|novembra|decembra"),
    (
        "cs",
        "ledna leden led|února únor úno|března březen bře|dubna duben dub|května květen kvě|června červen čvn|července červenec čvc|srpna srpen srp|září zář|října říjen říj|listopadu|prosince prosinec pro",
    ),
    (
        "sk",
        "januára január|februára február|marca marec|apríla apríl|mája máj|júna jún|júla júl|augusta|septembra|októbra október|novembra|decembra",
    ),
    ("sv", "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"),
    ("no", "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember des"),
    ("da", "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"),
    ("is", "janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst ágú|september|október|nóvember|desember"),
    (
        "fi",
        "tammikuuta tammikuu tammi|helmikuuta helmikuu helmi|maaliskuuta maaliskuu maalis|huhtikuuta huhtikuu huhti|toukokuuta toukokuu touko|kesäkuuta kesäkuu kesä|heinäkuuta heinäkuu heinä|elokuuta elokuu elo|syyskuuta syyskuu syys|lokakuuta lokakuu loka|marraskuuta marraskuu marras|joulukuuta joulukuu joulu",
    ),
    (
        "et",
        "jaanuar jaan|veebruar veebr|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember dets",
    ),
    (
        "lv",
        "janvāris janvāra|februāris februāra|marts marta|aprīlis aprīļa|maijs maija|jūnijs jūnija|jūlijs jūlija|augusts augusta|septembris septembra|oktobris oktobra|novembris novembra|decembris decembra",
    ),
    (
        "lt",
        "sausio sausis|vasario vasaris|kovo kovas|balandžio balandis|gegužės gegužė|birželio birželis|liepos liepa|rugpjūčio rugpjūtis|rugsėjo rugsėjis|spalio spalis|lapkričio lapkritis|gruodžio gruodis",
    ),
    (
        "hu",
        "január|február febr|március márc|április ápr|május máj|június jún|július júl|augusztus|szeptember szept|október|november|december",
    ),
    (
        "ro",
        "ianuarie ian|februarie|martie|aprilie|mai|iunie iun|iulie iul|august|septembrie|octombrie|noiembrie noi|decembrie",
    ),
    (
        "el",
        "ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ|απριλίου απρίλιος απρ|μαΐου μάιος μάι μαϊ|ιουνίου ιούνιος ιουν|ιουλίου ιούλιος ιουλ|αυγούστου αύγουστος αυγ|σεπτεμβρίου σεπτέμβριος σεπ σεπτ|οκτωβρίου οκτώβριος οκτ|νοεμβρίου νοέμβριος νοε|δεκεμβρίου δεκέμβριος δεκ",
    ),
    ("ca", "gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre"),
    ("gl", "xaneiro|febreiro|marzo|abril|maio|xuño|xullo|agosto|setembro|outubro|novembro|decembro"),
    ("sq", "janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor"),
    (
        "id",
        "januari|februari|maret|april|mei|juni|juli|agustus agu agt|september|oktober|november nop|desember",
    ),
    ("ms", "januari|februari|mac|april|mei|jun|julai|ogos|september|oktober|november|disember dis"),
    ("tl", "enero|pebrero|marso|abril|mayo|hunyo|hulyo|agosto|setyembre|oktubre|nobyembre|disyembre"),
    ("sw", "januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba"),
    ("af", "januarie|februarie|maart|april|mei|junie|julie|augustus|september|oktober|november|desember"),
    ("zu", "januwari|februwari|mashi|ephreli|meyi|juni|julayi|agasti|septhemba|okthoba|novemba|disemba"),
    ("az", "yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr"),
    (
        "ar",
        "يناير جانفي|فبراير فيفري|مارس|أبريل أفريل|مايو ماي|يونيو يونيه جوان|يوليو يوليه جويلية|أغسطس غشت أوت|سبتمبر شتنبر|أكتوبر|نوفمبر نونبر|ديسمبر دجنبر",
    ),
    ("ar-levant", "-|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|-|-|-"),
    ("fa", "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر"),
    ("ur", "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر"),
    ("he", "ינואר|פברואר|מרץ מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר"),
    ("he-in", "בינואר|בפברואר|במרץ במרס|באפריל|במאי|ביוני|ביולי|באוגוסט|בספטמבר|באוקטובר|בנובמבר|בדצמבר"),
    ("hi", "जनवरी|फरवरी फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर"),
    ("mr", "जानेवारी|फेब्रुवारी|मार्च|एप्रिल|मे|जून|जुलै|ऑगस्ट|सप्टेंबर|ऑक्टोबर|नोव्हेंबर|डिसेंबर"),
    ("bn", "জানুয়ারি জানুয়ারি জানুয়ারী|ফেব্রুয়ারি ফেব্রুয়ারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট আগষ্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর"),
    ("ta", "ஜனவரி|பிப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட்|செப்டம்பர்|அக்டோபர்|நவம்பர்|டிசம்பர்"),
    ("te", "జనవరి|ఫిబ్రవరి|మార్చి|ఏప్రిల్|మే|జూన్|జూలై|ఆగస్టు|సెప్టెంబర్|అక్టోబర్|నవంబర్|డిసెంబర్"),
    (
        "th",
        "มกราคม มค|กุมภาพันธ์ กพ|มีนาคม มีค|เมษายน เมย|พฤษภาคม พค|มิถุนายน มิย|กรกฎาคม กค|สิงหาคม สค|กันยายน กย|ตุลาคม ตค|พฤศจิกายน พย|ธันวาคม ธค",
    ),
];

/// Months of the Persian solar calendar, with the Arabic and Persian forms of yeh that keyboards give.
pub(super) static PERSIAN_MONTHS: &str =
    "فروردین|اردیبهشت|خرداد|تیر|مرداد امرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند";

/// Month words that are common words too. In lower case they count only beside a day and a year.
pub(super) static ALSO_WORDS: &str = "may march mar sep set out mars maj mai mei jun ago dec dic led pro nov ara elo des dis mac gen mag lis lip sie lut sty ma tem kas haz oca eki gru cze jan jul kovo";

/// Months of the Levant in two words.
pub(super) static MONTH_PHRASES: &[(&str, u8)] =
    &[("كانون الثاني", 1), ("تشرين الأول", 10), ("تشرين الثاني", 11), ("كانون الأول", 12), ("تشرين الاول", 10)];

/// Month names that are common words of another language, and no month without a year or the dot of an abbreviation.
pub(super) static VERY_COMMON: &[&str] = &[
    "set", "out", "ago", "dis", "pro", "led", "mac", "gen", "mag", "lis", "lip", "sie", "lut", "sty", "ma",
    "tem", "kas", "haz", "oca", "gru", "cze", "kovo", "ara", "elo", "noi", "ian", "des", "per", "ott", "lug",
    "giu", "avg",
];
