//! Names of papers, stations and agencies that say themselves what they are, and names that no source can have.

use super::agency::{is_agency, is_agency_like};
use super::outlet::is_known_paper;
use super::runs;
use super::words::{has, is_han, is_hangul};
use super::words_outlet::{OUTLET_ENDS, OUTLETS};
use super::words_role::{DESKS, ROLES};
use crate::label::lexicon::{self, Class};
use crate::lines::is_blank_char;

/// May the name be that of a paper, a station or an agency? Universities and ministries are none.
pub(crate) fn is_outlet(name: &str) -> bool {
    const BODIES: &[&str] = &[
        "universi",
        "college",
        "institut",
        "hochschule",
        "school",
        "ministr",
        "council",
        "federation",
        "foundation",
        "university",
        "université",
        "università",
        "universidad",
        "department",
        "hospital",
        "大学",
        "대학",
    ];
    let lower = name.to_lowercase();
    !BODIES.iter().any(|body| lower.contains(body))
}

/// Can a source be called so? A desk, a role, a button of the page and a row of words run together cannot.
pub(crate) fn is_name(name: &str) -> bool {
    if is_agency(name) {
        return true;
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let role = |word: &&&str| (has(&ROLES, word) || has(&DESKS, word)) && !has(&OUTLETS, word);
    let small = words.iter().filter(|w| w.chars().next().is_some_and(char::is_lowercase)).count();
    let glued =
        name.chars().zip(name.chars().skip(1)).filter(|(a, b)| a.is_lowercase() && b.is_uppercase()).count();
    let by_role = words.last().is_some_and(|last| role(&last));
    let hits = lexicon::look_up(name);
    let address =
        words.first().is_some_and(|w| matches!(*w, "Your" | "Our" | "My" | "Ihre" | "Votre" | "Tu"));
    let button =
        [Class::Nav, Class::Share, Class::Related, Class::Advert, Class::Comment, Class::Player, Class::Tags]
            .into_iter()
            .any(|class| hits.has(class));
    let page = hits.words > 0 && (button && hits.covered * 2 >= hits.words || hits.covered >= hits.words);
    let page = address || page && !has_press_word(name) && !is_of_place(name);
    // `page1`
    let numbered =
        name.strip_prefix("page").is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    let page = page || numbered;
    // `miller_72` writes in a forum.
    !by_role && !name.contains('_') && glued <= 2 && small <= 4 && words.len() <= 10 && !page
}

/// `北浜新聞`, `某市日报`: a name before the word for paper. `国际新闻` is a section.
fn is_of_place(name: &str) -> bool {
    OUTLET_ENDS.iter().filter(|end| !end.is_ascii() && end.chars().count() > 1).any(|end| {
        let head = name.strip_suffix(end).unwrap_or("");
        head.chars().count() > 1
            && head.chars().all(|c| is_han(c) || is_hangul(c))
            && lexicon::look_up(head).covered == 0
    })
}

/// Does the name say itself that it is a paper's or an agency's: `Example Daily`, `NEWS.am`?
pub(crate) fn names_paper(name: &str) -> bool {
    if is_agency_like(name) || is_known_paper(name) {
        return true;
    }
    // `Nachrichten`, `Correo` alone are parts of a page; with a town or an article they are papers.
    let mut words = name
        .split(|c: char| is_blank_char(c) || matches!(c, '-' | '\'' | '’' | '·'))
        .filter(|word| !word.is_empty());
    let several = words.clone().nth(1).is_some();
    words.any(|word| several && (has(&OUTLETS, word) || is_long_paper_word(word)))
        || name.split_whitespace().any(is_domain)
}

/// Is a word of the press in the name: `Correo`, `Example Daily`? Enough behind a label.
pub(super) fn has_press_word(name: &str) -> bool {
    names_paper(name) || name.split_whitespace().any(|word| has(&OUTLETS, word))
}

/// A word that ends as names of papers do and is more than that end: `Nordbote`.
fn is_long_paper_word(word: &str) -> bool {
    const MORE: usize = 2;
    word.chars().count() > 4
        && runs::paper_end(word).is_some_and(|length| word.chars().count() >= length + MORE)
}

/// One word, or a word without spaces, that ends as names of papers do: `News24`, `Nordbote`, `northport.am`.
pub(crate) fn is_paper_word(name: &str) -> bool {
    !name.contains(' ') && (is_domain(name) || is_of_place(name) || is_long_paper_word(name))
}

/// `NEWS.am`
pub(super) fn is_domain(word: &str) -> bool {
    !word.contains(' ') && word.rsplit_once('.').is_some_and(|(head, end)| head.len() > 1 && end.len() > 1)
}
