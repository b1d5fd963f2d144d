//! Words that only captions have.

use crate::fields::credit_label::{folded_suffix, strip_folded};
use crate::folded::{self, ByLetters, Pairs};

/// `(left)`, `(kiri)`, `von links`, `File photo of …`: words that only captions have.
pub(super) fn tells_picture(line: &str, sentences: u32) -> bool {
    const IN_BRACKETS: &[&str] = &[
        "l",
        "r",
        "l.",
        "r.",
        "li.",
        "re.",
        "g",
        "d",
        "left",
        "right",
        "center",
        "centre",
        "l-r",
        "pictured",
        "v.l.",
        "v.l.n.r.",
        "von links",
        "links",
        "rechts",
        "mitte",
        "m.",
        "von li nach re",
        "von li. nach re.",
        "li nach re",
        "à gauche",
        "à droite",
        "gauche",
        "droite",
        "izquierda",
        "derecha",
        "izq.",
        "der.",
        "a la izquierda",
        "a la derecha",
        "esquerda",
        "direita",
        "à esquerda",
        "à direita",
        "a l’esquerra",
        "a l'esquerra",
        "a la dreta",
        "a sinistra",
        "a destra",
        "sinistra",
        "destra",
        "kiri",
        "kanan",
        "tengah",
        "trái",
        "phải",
        "слева",
        "справа",
        "в центре",
        "ліворуч",
        "праворуч",
        "od lewej",
        "vlevo",
        "vpravo",
        "solda",
        "sağda",
        "t.v.",
        "t.h.",
        "til venstre",
        "til højre",
        "till vänster",
        "till höger",
        "vas.",
        "oik.",
        "左",
        "右",
        "中",
        "从左至右",
        "왼쪽",
        "오른쪽",
        "يمين",
        "يسار",
        "file photo",
        "file",
        "archive photo",
        "archivbild",
        "archivfoto",
        "symbolbild",
        "symbolfoto",
        "archives",
        "archivo",
        "imagen de archivo",
        "foto de archivo",
        "foto d'archivio",
        "archiefbeeld",
        "arkivfoto",
        "arkivbild",
        "archivní foto",
        "ilustrační foto",
        "zdjęcie ilustracyjne",
        "архивное фото",
        "资料图",
        "資料照",
    ];
    const OPENINGS: &[&str] = &[
        "file photo of",
        "file photo:",
        "file image of",
        "file picture of",
        "from left,",
        "from left:",
        "from left;",
        "from left to right",
        "left to right",
        "von links:",
        "v.l.n.r.",
        "de gauche à droite",
        "de izquierda a derecha",
        "da sinistra",
        "da esquerda para a direita",
        "od lewej",
        "слева направо",
        "archivbild",
        "archivfoto",
        "symbolbild",
        "symbolfoto",
        "imagen de archivo",
        "foto de archivo",
        "foto d'archivio",
        "image d'illustration",
        "photo d'illustration",
        "photo d’illustration",
        "图为",
        "資料圖片",
        "资料图",
    ];
    const ENDINGS: &[&str] = &[
        "file photo",
        "file image",
        "file picture",
        "file pic",
        "archivbild",
        "archivfoto",
        "symbolbild",
        "symbolfoto",
        "imagen de archivo",
        "foto de archivo",
        "imagem de arquivo",
        "foto de arquivo",
        "immagine d'archivio",
        "foto d'archivio",
        "archives",
        "截图",
        "截圖",
        "资料图",
        "資料圖",
        "示意图",
        "자료사진",
        "資料写真",
    ];
    static OPENING: ByLetters = ByLetters::new();
    static ENDING: ByLetters = ByLetters::new();
    let text = line.trim_start_matches(['*', '•', ' ']).trim_end_matches(['.', '。', ' ', ')', ']', '）']);
    // The bytes that the quotation marks open with tell most lines.
    let quoted = |marks: &[char]| {
        memchr::memchr3(b'"', 0xc2, 0xe2, line.as_bytes()).is_some_and(|at| line[at..].contains(marks))
    };
    let long = || text.len() > 200 && text.chars().count() > 200;
    if sentences > 3 || long() && quoted(&['„', '“', '”', '«', '"']) {
        return false;
    }
    let mut openings = OPENING.among(text.chars(), OPENINGS.iter().map(|words| words.chars()));
    if openings.any(|i| strip_folded(text, OPENINGS[i]).is_some()) {
        return true;
    }
    let ends = |words: &str| {
        folded_suffix(text, words).map(|at| &text[..at]).is_some_and(|rest| {
            !words.is_ascii() && rest.chars().count() >= 4
                || rest.ends_with(['.', ',', '(', '[', '|', '/', '-', '–', ':'])
                || rest.ends_with(". ")
                || rest.ends_with(") ")
        })
    };
    let mut endings = ENDING.among(text.chars().rev(), ENDINGS.iter().map(|words| words.chars().rev()));
    if sentences <= 2 && endings.any(|i| ends(ENDINGS[i])) {
        return true;
    }
    let bracketed = memchr::memchr2(b'(', 0xef, text.as_bytes()).is_some();
    let placed = bracketed
        && text.match_indices(['(', '（']).any(|(at, mark)| {
            let inner = &text[at + mark.len()..];
            inner.find([')', '）']).is_some_and(|end| {
                const LONGEST: usize = 80;
                let inner = inner[..end].trim();
                inner.len() <= LONGEST && IN_BRACKETS.iter().any(|words| folded::eq(words, inner))
            })
        });
    // `Ana Lima, left, and Tom Roe`: said of places in a picture, between commas or at the end.
    const BESIDE: &[&str] = &[
        "left,",
        "right,",
        "center,",
        "centre,",
        "second left",
        "second right",
        "from left",
        "from right",
        "second from left",
        "second from right",
        "third from left",
        "far left,",
        "far right,",
        "pictured",
        "photographed in ",
        "photographed at ",
        "photographed by ",
        "à gauche,",
        "à droite,",
        "izquierda,",
        "derecha,",
        "a sinistra,",
        "a destra,",
        "links,",
        "rechts,",
    ];
    const LAST: &[&str] = &[
        "left",
        "right",
        "center",
        "centre",
        "à gauche",
        "à droite",
        "izquierda",
        "derecha",
        "a sinistra",
        "a destra",
        "links",
        "rechts",
    ];
    const SIDES: Pairs = Pairs::of(BESIDE).and(LAST);
    // In a longer line more than one of them is.
    let needed = if text.len() <= 300 && sentences <= 2 { 1 } else { 2 };
    let sided = memchr::memchr(b',', text.as_bytes()).is_some()
        && !quoted(&['“', '"', '„', '«'])
        && memchr::memchr_iter(b',', text.as_bytes())
            .filter(|at| {
                let Some(rest) = text[at + 1..].strip_prefix(' ') else { return false };
                SIDES.may_open(rest)
                    && (BESIDE.iter().any(|words| strip_folded(rest, words).is_some())
                        || LAST.iter().any(|words| folded::eq(words, rest)))
            })
            .nth(needed - 1)
            .is_some();
    placed || sided
}
