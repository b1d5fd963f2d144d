//! Malay and Indonesian, told apart by words that only one of them writes.

/// Words of Malay papers, in small letters: Indonesian has another spelling or another word.
#[rustfmt::skip]
const MALAY: &[&str] = &[
    "kerana", "bahawa", "iaitu", "mahu", "sahaja", "wang", "polis", "hospital", "majlis", "kerajaan", "jabatan", "perkhidmatan",
    "syarikat", "motosikal", "basikal", "bas", "teksi", "tengkujuh", "awam", "mac", "ogos", "disember", "isnin", "khamis", "jumaat", "ahad",
    "lapan", "ringgit", "beritahu", "cukai", "bandaraya", "pelancong",
];

/// Words of Indonesian papers.
#[rustfmt::skip]
const INDONESIAN: &[&str] = &[
    "karena", "bahwa", "yaitu", "saja", "uang", "polisi", "bisa", "perusahaan", "mobil", "kantor", "sepeda", "maret", "agustus", "desember",
    "senin", "kamis", "jumat", "minggu", "delapan", "rupiah", "wib", "mengatakan", "pemerintah", "kata", "walikota", "pajak", "wisatawan",
];

/// The language of a text that was told to be one of the two; what was told where the words do not settle it.
pub(super) fn told(text: &str, code: &'static str) -> &'static str {
    let (mut malay, mut indonesian) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let is = |known: &&str| known.eq_ignore_ascii_case(word);
        malay += usize::from(MALAY.iter().any(&is));
        indonesian += usize::from(INDONESIAN.iter().any(is));
    }
    match malay.cmp(&indonesian) {
        std::cmp::Ordering::Greater => "ms",
        std::cmp::Ordering::Less => "id",
        std::cmp::Ordering::Equal => code,
    }
}
