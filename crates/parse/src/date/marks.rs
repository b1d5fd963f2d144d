//! Small words around dates: clock marks, joiners, relative words, zones.

/// Words between the parts of one date ("at", "um", "à", "kl."), folded by the index.
pub(super) static JOINERS: &str = "at on um le à a las les la los às as alle ore o om kl klo klockan klokken godz godzina в о u v ve saat pukul jam lúc ngày \
    la en el em il am den der dia dnia dne de del date time t the of from since г года год р року рік roku r god godine гг m d í óra \
    op per pe στις ώρα час ч в/у na dem ab seit kello klukkan बजे पर بتاريخ في الساعة ساعت در ב בשעה at. hora horas hrs desde th st nd rd \
    ที่ วันที่ เวลา เมื่อ พศ tarehe petsa noong alas kell tes";

/// Words between day, month and year.
pub(super) static PARTICLES: &str = "de del di of d den ng ta من ב ימים ta de' dels da ka";

/// Marks behind an hour.
pub(super) static HOUR_MARKS: &str = "uhr h uur hrs hr hod น นาฬิกา uur óra órakor u Uhr";

/// Marks of the first and second half of the day.
pub(super) static AM: &str = "am πμ ص صباحا قظ पूर्वाह्न पूर्वाह्ण পূর্বাহ্ণ sa öö";
/// See [`AM`].
pub(super) static PM: &str = "pm μμ م مساء بظ अपराह्न অপরাহ্ণ ch ös";

/// Ordinal endings of days.
pub(super) static ORDINALS: &str = "st nd rd th er ère º ª e й го dagur η ας ième ste de an én i";

/// Day words and their distance from today.
pub(super) static DAY_WORDS: &[(i8, &str)] = &[
    (
        0,
        "today heute hoy hoje aujourd'hui oggi vandaag dziś dzisiaj bugün сегодня сьогодні днес danas dnes idag tänään ma azi astăzi σήμερα avui اليوم امروز היום आज আজ วันนี้ 오늘 täna šodien šiandien vandag leo ngayon",
    ),
    (
        -1,
        "yesterday gestern ayer ontem hier ieri gisteren wczoraj dün вчера вчора jučer juče včera včeraj igår eilen tegnap χθες χτες ahir kemarin semalam أمس امس دیروز אתמול গতকাল เมื่อวาน เมื่อวานนี้ 어제 eile vakar gister jana kahapon í_gær hôm_qua",
    ),
    (-2, "vorgestern anteayer anteontem avant-hier позавчера allgestern"),
];

/// Units of relative dates with their length in seconds.
pub(super) static UNITS: &[(u32, &str)] = &[
    (
        1,
        "second seconds sec secs sekunde sekunden sek segundos segundo secondes seconde secondi seconden секунд секунды saniye detik giây sekunder",
    ),
    (
        60,
        "minute minutes min mins minuten minuto minutos minuti minuut minuty minut minutę minutu dakika dk минут минуты минуту хвилин хвилини хвилину minuta minute minutes minut minutter minuutti minuuttia perc perce percek λεπτά λεπτό minute phút menit minit دقيقة دقائق دقیقه דקות דקה मिनट মিনিট นาที 분 mín mínútum dakika",
    ),
    (
        3600,
        "hour hours hr hrs stunde stunden std hora horas heure heures ora ore uur godzin godziny godzinę godz saat часов часа час годин години годину sati sata sat hodin hodinami hodiny hodinu hod h timmar timme timer time tunti tuntia óra órája ώρες ώρα ore oră hores jam giờ ساعة ساعات ساعت שעות שעה घंटे घंटा ঘণ্টা ชั่วโมง 시간 klukkustundum saa",
    ),
    (
        86_400,
        "day days tag tage tagen día días dia dias jour jours giorno giorni dag dagen dni dzień dnia gün дней дня день днів дні dana dan dny dnem dagar dage dager päivä päivää nap napja ημέρες μέρες ημέρα zile zi dies hari ngày يوم أيام روز ימים יום दिन দিন วัน 일 dögum siku",
    ),
    (
        604_800,
        "week weeks woche wochen semana semanas semaine semaines settimana settimane weken week tygodni tygodnie tydzień hafta недель недели неделю тижнів тижні тиждень týdny týdnem veckor vecka uker uke uger uge viikko viikkoa hét hete εβδομάδες minggu tuần أسبوع أسابيع هفته שבועות שבוע सप्ताह হপ্তা สัปดาห์ 주",
    ),
    (
        2_592_000,
        "month months monat monate monaten mes meses mois mese mesi maanden maand miesięcy miesiąc miesiące ay месяцев месяца месяц місяців місяці měsíci měsícem månader månad måneder måned kuukausi kuukautta hónap hónapja μήνες luni lună bulan tháng شهر أشهر ماه חודשים חודש महीने মাস เดือน 개월",
    ),
    (
        31_536_000,
        "year years jahr jahre jahren año años ano anos ans anno anni jaar lat rok rokiem lata yıl лет года год років роки let år vuotta vuosi év éve χρόνια ani an anys tahun năm سنة سنوات سال שנים שנה साल বছর ปี 년",
    ),
];

/// "Ago" behind the number and its unit.
pub(super) static AGO_AFTER: &str = "ago fa geleden назад тому önce lalu temu siden sedan sitten ezelőtt trước पहले আগে পূর্বে قبل پیش קודם 전 ที่แล้ว gelede iliyopita nakalipas yang \
    napja órája perce";

/// "Ago" before the number.
pub(super) static AGO_BEFORE: &str =
    "vor hace há ha před pred преди prije pre πριν fyrir قبل منذ לפני fa acum před";

/// Numerals one, as words.
pub(super) static ONES: &str = "a an one einer einem eine una uno un une um uma een één jedną jedna en ett et один одну godzinę bir jedan";

/// Zones of one meaning, in minutes east of UTC. `IST` is Indian, `EST` and `MST` American, as in most newspapers that write them.
pub(super) static ZONES: &[(&str, i16)] = &[
    ("GMT", 0),
    ("UTC", 0),
    ("Z", 0),
    ("WET", 0),
    ("WEST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("MEZ", 60),
    ("MESZ", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("МСК", 180),
    ("TRT", 180),
    ("IST", 330),
    ("PKT", 300),
    ("NPT", 345),
    ("WIB", 420),
    ("WITA", 480),
    ("WIT", 540),
    ("ICT", 420),
    ("SGT", 480),
    ("HKT", 480),
    ("PHT", 480),
    ("MYT", 480),
    ("AWST", 480),
    ("JST", 540),
    ("KST", 540),
    ("ACST", 570),
    ("ACDT", 630),
    ("AEST", 600),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
    ("EDT", -240),
    ("EST", -300),
    ("CDT", -300),
    ("MDT", -360),
    ("MST", -420),
    ("PDT", -420),
    ("PST", -480),
    ("ADT", -180),
    ("AKDT", -480),
    ("AKST", -540),
    ("HST", -600),
    ("NDT", -150),
    ("BRT", -180),
    ("ART", -180),
    ("CLT", -240),
    ("COT", -300),
    ("PET", -300),
    ("EAT", 180),
    ("WAT", 60),
    ("CAT", 120),
    ("SAST", 120),
    ("UTC/GMT", 0),
];

/// Zones of more than one meaning: the readings, in minutes. British Summer Time is settled by the season.
pub(super) static OPEN_ZONES: &[(&str, &[i16])] = &[
    ("BST", &[60, 360]),
    ("CST", &[-360, 480]),
    ("AST", &[-240, 180]),
    ("GST", &[240, -120]),
    ("ET", &[-240, -300]),
    ("CT", &[-300, -360]),
    ("MT", &[-360, -420]),
    ("PT", &[-420, -480]),
    ("AMT", &[-240, 240]),
];
