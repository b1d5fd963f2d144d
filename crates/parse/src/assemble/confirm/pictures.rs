//! Captions and credits that a reader of credits is nearly certain of, or that their words give away.

use wirecopy_model::LineRole as R;

use super::View;
use crate::assemble::clean::key;
use crate::date;
use crate::fields::agency::is_agency;
use crate::fields::credit::{may_be_labelled, read_credit, split_caption};
use crate::fields::credit_label::{folded_suffix, strip_folded};
use crate::folded::{self, ByLetters};
use crate::label::lexicon::{self, Class};
use crate::label::measure::is_bullet;

/// How certain a credit behind a sentence must be, 0 to 1.
const CERTAIN: f32 = 0.88;
/// The same for a line that was taken for a credit as a whole.
const CREDITED: f32 = 0.8;
/// The same for a label at the head of a short line.
const OPENING: f32 = 0.6;
/// Longest caption that is told by its words, in units.
const LONGEST: u32 = 420;
/// A caption without a credit is no longer than this, in units.
const LONGEST_BARE: u32 = 330;

/// Puts captions and credits right, from the header to the end of the story.
pub(super) fn captions(view: &mut View<'_>) {
    let from = view.header().start;
    let to = (view.end + 3).min(view.roles.len());
    let headlines = view.roles.iter().filter(|role| **role == R::Headline).count();
    for i in from..to {
        if view.is_keyed(i) || Some(i) == view.head && headlines < 2 {
            continue;
        }
        if let Some(role) = of_itself(view, i, from) {
            view.roles[i] = role;
        }
    }
    for i in from.max(1)..to {
        if view.roles[i] == R::Credit && over_credit(view, i - 1) {
            view.roles[i - 1] = R::Caption;
        }
    }
    for i in from..to {
        if view.roles[i] == R::Caption
            && let Some(role) = is_none(view, i)
        {
            view.roles[i] = role;
        }
    }
}

/// The role that the words of a line give it, beside its neighbours.
fn of_itself(view: &View<'_>, i: usize, from: usize) -> Option<R> {
    let role = view.roles[i];
    let m = view.measure(i);
    let line = view.line(i);
    let bare = line.trim_matches(['*', '•', ' ']);
    if matches!(role, R::Credit | R::Caption) && is_agency(bare) && after_credited(view, i) {
        // The picture has its credit: this one is the text's.
        return Some(R::Source);
    }
    if m.units > 600 || !may_be(role) {
        return None;
    }
    // A credit without a label says something of few lines only.
    let telling = match role {
        R::Credit => true,
        R::Furniture => i > 0 && view.roles[i - 1] == R::Caption,
        R::Byline => line.contains('/'),
        _ => false,
    };
    let credited = (telling || may_be_labelled(line)).then(|| split_caption(line));
    if let Some(read) = &credited
        && let Some(credit) = &read.credit
    {
        let labelled = credit.raw.start < credit.name.start;
        match &read.caption {
            None => {
                let bare = matches!(role, R::Source | R::Furniture | R::Crosshead | R::Kicker | R::Paragraph);
                // `Image: A B`: a weak label is enough where it opens a short line that the headline stands over.
                let opens =
                    line.len() <= 80 && line.contains([':', '：']) && view.head.is_some_and(|head| head < i);
                let needed = if opens { OPENING } else { CERTAIN };
                if labelled && read.strength >= needed && bare && i > from && read_credit(line).is_some() {
                    return Some(R::Credit);
                }
                let under = i > 0 && view.roles[i - 1] == R::Caption;
                if under && role == R::Furniture && read.strength >= 0.5 && !after_credited(view, i) {
                    return Some(R::Credit);
                }
                // `agency.example/Ana Lima` signs a picture, not a story.
                if role == R::Byline && credit.agency.is_some() && line.contains('/') && read.strength >= 0.6
                {
                    return Some(R::Credit);
                }
            }
            Some(caption) if role != R::Byline => {
                let words = line[caption.clone()].split_whitespace().count();
                let under_headline = role == R::Furniture && view.head.is_some_and(|head| head < i);
                let enough = words >= 3 || m.wide > 6 || under_headline;
                let needed = if role == R::Credit { CREDITED } else { CERTAIN };
                if read.strength >= needed && enough && (labelled || role == R::Credit) {
                    return Some(R::Caption);
                }
            }
            Some(_) => {}
        }
    }
    (role != R::Credit && m.units <= LONGEST && tells_picture(line, m.sentences)).then_some(R::Caption)
}

fn may_be(role: R) -> bool {
    matches!(
        role,
        R::Paragraph
            | R::Crosshead
            | R::Furniture
            | R::Standfirst
            | R::Headline
            | R::Source
            | R::Credit
            | R::Quote
            | R::ListItem
            | R::Kicker
            | R::Byline
            | R::Dateline
    )
}

/// Whether the line over this one is a caption with a credit of its own.
fn after_credited(view: &View<'_>, i: usize) -> bool {
    let over = (i.saturating_sub(2)..i).rev().find(|&k| view.roles[k] != R::Furniture);
    over.is_some_and(|k| view.roles[k] == R::Caption && split_caption(view.line(k)).credit.is_some())
}

/// `(left)`, `(kiri)`, `von links`, `File photo of …`: words that only captions have.
fn tells_picture(line: &str, sentences: u32) -> bool {
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
    let long = || text.len() > 200 && text.chars().count() > 200;
    if sentences > 3 || long() && line.contains(['„', '“', '”', '«', '"']) {
        return false;
    }
    let mut openings = OPENING.among(text.chars(), OPENINGS.iter().map(|words| words.chars()));
    if openings.any(|i| strip_folded(text, OPENINGS[i]).is_some()) {
        return true;
    }
    let ends = |words: &str| {
        folded_suffix(text, words).map(|at| &text[..at]).is_some_and(|rest| {
            !words.is_ascii() && rest.chars().count() >= 6
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
    bracketed
        && text.match_indices(['(', '（']).any(|(at, mark)| {
            let inner = &text[at + mark.len()..];
            inner.find([')', '）']).is_some_and(|end| {
                const LONGEST: usize = 80;
                let inner = inner[..end].trim();
                inner.len() <= LONGEST && IN_BRACKETS.iter().any(|words| folded::eq(words, inner))
            })
        })
}

/// Whether a line right over a credit that stands alone is its caption: no prose, or a piece of it printed twice.
fn over_credit(view: &View<'_>, i: usize) -> bool {
    let m = view.measure(i);
    let line = view.line(i);
    let near =
        view.context.page.lines[i + 1].blank_before == 0 || view.context.page.lines[i].blank_before > 0;
    let twice = i > 0 && m.units > 30 && key(line) == key(view.line(i - 1));
    let hits = lexicon::look_up(line);
    let label = hits.covered * 2 >= hits.words.max(1);
    let fits = match view.roles[i] {
        R::Furniture | R::Crosshead => (12..=LONGEST_BARE).contains(&m.units) && m.words >= 3 && !label,
        R::Paragraph | R::Standfirst => twice,
        _ => false,
    };
    // A row of tags has no small word, a button opens with an arrow.
    let tags = m.small_words == 0 && m.capital_words > 4;
    let undated = m.words > 8 || date::scan(line, &date::Context::default()).is_empty();
    fits && near
        && undated
        && !tags
        && !is_bullet(m.first)
        && !is_page_part(line)
        && i > 0
        && Some(i) != view.head
}

/// The role of a line that was taken for a caption and cannot be one.
fn is_none(view: &View<'_>, i: usize) -> Option<R> {
    let line = view.line(i);
    let m = view.measure(i);
    let read = split_caption(line);
    if read.credit.is_none() && m.units > LONGEST_BARE && m.sentences >= 2 {
        return Some(R::Paragraph);
    }
    is_page_part(line).then_some(R::Furniture)
}

/// Counters, addresses and buttons that stand beside pictures.
pub(in crate::assemble) fn is_page_part(line: &str) -> bool {
    let words = || line.split_whitespace();
    let addresses = words().count() > 0 && words().all(|word| word.contains('@') || word.contains("://"));
    // `Image 1 of 33`, `1 / 12`
    let figures = words().filter(|word| word.chars().all(|c| c.is_ascii_digit())).count();
    let counter = figures == 2 && words().count() <= 5 && line.chars().count() <= 24;
    let sizes = line.contains("字体") || line.contains("字體") || line.contains("字号");
    let hits = lexicon::look_up(line);
    let button = hits.words > 0
        && hits.covered >= hits.words
        && [Class::Nav, Class::Share, Class::Player, Class::Related, Class::Advert]
            .iter()
            .any(|c| hits.has(*c));
    let gallery = matches!(
        line.trim().to_lowercase().as_str(),
        "lihat foto"
            | "view gallery"
            | "click to enlarge"
            | "click to expand"
            | "open image in gallery"
            | "view image"
            | "bild vergrößern"
            | "ver foto"
            | "ver galería"
            | "open gallery"
            | "enlarge image"
            | "perbesar"
    );
    let rights = hits.has(Class::Rights) && line.chars().count() <= 60;
    addresses || counter || sizes || button || gallery || rights || date::lone_label(line).is_some()
}
