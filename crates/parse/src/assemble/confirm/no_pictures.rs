//! Lines that were taken for a caption or a credit and are none: counters, buttons, rows of tags, files.

use wirecopy_model::LineRole as R;

use super::View;
use super::pictures::LONGEST_BARE;
use crate::date;
use crate::folded;
use crate::label::lexicon::{self, Class};

/// The role of a line that was taken for a caption and cannot be one.
pub(super) fn is_none(view: &View<'_>, i: usize) -> Option<R> {
    let line = view.line(i);
    let m = view.measure(i);
    let read = view.readings().caption(i);
    // Thai, Lao and Khmer end no sentence with a mark.
    let unmarked = line.contains(|c: char| matches!(c, '\u{e01}'..='\u{eff}' | '\u{1780}'..='\u{17ff}'));
    if read.credit.is_none() && m.units > LONGEST_BARE && (m.sentences >= 2 || unmarked) {
        return Some(R::Paragraph);
    }
    // A row of tags in capitals: `France Mali Media Military`.
    let tags =
        read.credit.is_none() && m.small_words == 0 && m.capital_words >= 5 && m.capital_words == m.words;
    (is_page_part(line) || tags || is_file_name(line)).then_some(R::Furniture)
}

/// The role of a line that was taken for a credit and names nobody: a desk's address, a label that no picture has.
pub(super) fn is_no_credit(view: &View<'_>, i: usize) -> Option<R> {
    let line = view.line(i);
    if is_page_part(line) || is_file_name(line) || line.contains('@') && !line.contains(['/', '(', '|', '©'])
    {
        return Some(R::Furniture);
    }
    // `Group: Town » Town`
    let path = line.contains(['»', '›']) && line.contains([':', '：']);
    path.then_some(R::Furniture)
}

/// `cash-and-cards.jpg`
fn is_file_name(line: &str) -> bool {
    const ENDS: &[&str] = &[".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4"];
    let line = line.trim();
    let dot = line.rfind('.').unwrap_or(line.len());
    ENDS.iter().any(|end| line[dot..].eq_ignore_ascii_case(end)) && !line.contains('/')
}

/// Counters, addresses and buttons that stand beside pictures.
pub(in crate::assemble) fn is_page_part(line: &str) -> bool {
    let words = || line.split_whitespace();
    let addresses = words().count() > 0 && words().all(|word| word.contains('@') || word.contains("://"));
    // `Image 1 of 33`, `1 / 12`
    let figures = || words().filter(|word| word.chars().all(|c| c.is_ascii_digit())).count();
    let counter = line.len() <= 96 && line.chars().count() <= 24 && words().count() <= 5 && figures() == 2;
    let sizes = line.contains("字体") || line.contains("字體") || line.contains("字号");
    let hits = lexicon::look_up(line);
    // `Facebook Twitter LinkedIn Share via Email`
    let shared = hits.has(Class::Share)
        && !line.contains([':', '/', '©', '('])
        && hits.covered * 2 >= hits.words
        && hits.words >= 3;
    let embedded = [
        "a post shared by ",
        "view this post on ",
        "una publicación compartida",
        "ver esta publicación",
        "ver essa publicação",
        "voir cette publication",
        "sieh dir diesen beitrag",
    ];
    let embedded =
        embedded.iter().any(|words| line.get(..words.len()).is_some_and(|head| folded::eq(head, words)));
    let button = shared
        || embedded
        || hits.words > 0
            && hits.covered >= hits.words
            && [Class::Nav, Class::Share, Class::Player, Class::Related, Class::Advert]
                .iter()
                .any(|c| hits.has(*c));
    const LONGEST: usize = 60;
    let short = Some(line.trim()).filter(|line| line.len() <= LONGEST);
    let gallery = matches!(
        short.map(str::to_lowercase).as_deref().unwrap_or_default(),
        "caption"
            | "hide caption"
            | "show caption"
            | "lihat foto"
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
