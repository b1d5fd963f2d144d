//! Is a piece of a line a credit, and how surely?

use std::sync::OnceLock;

use wirecopy_model::CreditKind;

use super::agency::is_unspaced;
use super::credit::{CreditRead, Found};
use super::credit_label::{folded_suffix, label_before, strip_folded};
use super::credit_names::{Names, may_name_house, names, split_owner};
use super::credit_starts::{has_plain_ends, is_line_edge};
use super::credit_words::{ENDINGS, KEPT_OPENINGS, LABELS, OPENINGS, SIGNED, WHOLE};
use super::dateline_date::digit;
use super::signs::Signs;
use crate::folded::{ByLetters, find, is_letter, is_letter_or_number, lower};
use crate::label::lexicon;
use crate::lines::range_in;

/// Where a run of names stands, which says how much it takes to make a credit of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Whole,
    Bracket,
    /// Behind a full stop.
    Sentence,
    /// Behind a dash, slash or bar.
    Mark,
}

/// Is the whole piece a credit, and how surely?
pub(super) fn assess<'t>(line: &'t str, piece: &'t str, place: Place) -> Option<Found> {
    let piece = trim_edges(piece);
    // Korean agencies forbid resale inside the credit's bracket.
    let piece =
        if piece.is_ascii() { piece } else { &piece[..find(piece, "재판매").unwrap_or(piece.len())] };
    let piece = piece.trim_end_matches(['.', ',', ' ']);
    if piece.is_empty() || piece.len() > 120 && piece.chars().count() > 120 {
        return None;
    }
    let found = |raw: &'t str, name: &'t str, kind, strength| {
        Some(Found { cut: range_in(line, piece).start, credit: credit(line, raw, name, kind), strength })
    };
    static ALONE: ByLetters = ByLetters::new();
    let mut alone = ALONE.among(piece.chars(), WHOLE.iter().map(|w| w.chars()));
    if place != Place::Whole && alone.any(|i| folded_suffix(piece, WHOLE[i]) == Some(0)) {
        return found(piece, piece, Some(CreditKind::Photo), 0.8);
    }
    // A label in front: `Photo: …` inside brackets, `Photo by …` anywhere.
    if let Some(colon) = piece.find([':', '：', '=', '＝'])
        && let Some((0, kind, weight)) = label_before(piece, colon)
        // `Source: Agency` alone on its line is whose the text is.
        && (place != Place::Whole || strip_folded(piece, "source").is_none_or(|rest| rest.starts_with(" photo")))
    {
        let sign = piece[colon..].chars().next().map_or(1, char::len_utf8);
        let name = trim_name(&piece[colon + sign..]);
        if !name.is_empty() && could_be_names(name) {
            return found(piece, name, kind, weight.max(0.9));
        }
    }
    let words = Words::at_ends(piece);
    for (opening, kind) in words.opening.then(|| openings(piece)).into_iter().flatten() {
        // `By A B` alone on its line is a byline, `Credit Suisse` a bank.
        if matches!(*opening, "by " | "credit ") && matches!(place, Place::Whole | Place::Bracket) {
            continue;
        }
        if let Some(rest) = strip_folded(piece, opening) {
            let name = trim_name(rest);
            // `Foto de la playa` is a caption: behind `de` only names.
            let sure = opening.ends_with(" by ") || opening.ends_with(" of ");
            let read = names(name);
            if !name.is_empty()
                && (read.is_some() || sure && could_be_names(name))
                && !(opening.len() < 8 && read.is_some_and(|n| n.words > 8))
            {
                return found(piece, name, *kind, 0.92);
            }
        }
    }
    // `Photo VM /A B`, `Foto A B`: the label and a name, nothing between; `Ljósmynd/A B`, `圖／記者某某攝`.
    for (label, kind) in words.label.then(|| labels(piece)).into_iter().flatten() {
        let Some(rest) = strip_folded(piece, label) else { continue };
        if let Some(name) = rest.trim_start().strip_prefix(['/', '／', '|', '｜']) {
            let name = name.trim();
            if could_be_names(name) && !name.is_empty() {
                let name = signed(name).map_or(name, |(who, _)| who);
                return found(piece, name, *kind, 0.92);
            }
        }
        let name = rest.trim_start();
        if name.len() < rest.len()
            && label.chars().count() > 3
            && (place != Place::Whole || name.contains('/'))
            && let Some(read) = names(name).filter(|n| n.person || n.slash || n.agency)
        {
            let strength = if read.slash || read.agency { 0.85 } else { 0.55 };
            return found(piece, name, *kind, strength);
        }
    }
    if let Some((name, strength)) = signed(piece) {
        return found(piece, name, Some(CreditKind::Photo), strength);
    }
    if words.kept && opens_with_kept(piece) && could_be_names(piece) && piece.chars().count() <= 80 {
        return found(piece, piece, None, 0.75);
    }
    let ending = words.ending.then(|| ending(piece)).flatten().filter(|at| {
        *at > 0
            && (piece[..*at].ends_with([' ', '/', '-', '\u{a0}'])
                || piece
                    .chars()
                    .next_back()
                    .is_some_and(|c| is_unspaced(c) || matches!(c, '\u{ac00}'..='\u{d7a3}')))
    });
    // `Bernama pic`, `Rasos E. nuotr.`: what follows the names is in small letters.
    let read = names(piece).or_else(|| {
        let at = ending.filter(|at| piece[*at..].starts_with(char::is_lowercase))?;
        names(piece[..at].trim_end()).filter(|read| read.agency || read.person || read.slash)
    });
    let Some(read) = read else {
        // `Captura de pantalla del canal de Ejemplo`: only a bracket says what it is.
        let loose = place == Place::Bracket
            && could_be_names(piece)
            && piece.chars().next().is_some_and(char::is_uppercase)
            && piece.split_whitespace().count() >= 3;
        return if loose { found(piece, piece, None, 0.25) } else { None };
    };
    if ending.is_some() && read.words <= 8 {
        let strength = if place == Place::Whole && !read.slash && !read.agency { 0.6 } else { 0.85 };
        return found(piece, piece, None, strength);
    }
    // `… sind wir da.MEHR`: a button run into the text.
    if read.words == 1 && !read.agency && lexicon::look_up(piece).covered > 0 {
        return None;
    }
    let strength = bare_strength(&read, place);
    if strength <= 0.0 { None } else { found(piece, piece, None, strength) }
}

/// May [`assess`] take a whole piece for a likely credit? By a label, by a word that opens or closes it, by how the far
/// East signs, by a mark between its names, or by a house among them. `signs` are all that stand in it, or more.
pub(super) fn may_be_whole(piece: &str, signs: Signs) -> bool {
    let piece = trim_edges(piece).trim_end_matches(['.', ',', ' ']);
    let words = Words::at_ends(piece);
    signs.any(Signs::WIDE.or(Signs::SLASH))
        || signs.any(Signs::COLON)
            && piece
                .find([':', '='])
                .and_then(|colon| label_before(piece, colon))
                .is_some_and(|(at, ..)| at == 0)
        || words.opening && openings(piece).any(|(opening, _)| strip_folded(piece, opening).is_some())
        || words.kept && opens_with_kept(piece)
        || words.ending && ending(piece).is_some()
        || may_name_house(piece)
}

/// Which words may stand at the ends of a piece, by two letters at each: most pieces have none.
#[derive(Debug, Clone, Copy)]
struct Words {
    opening: bool,
    label: bool,
    kept: bool,
    ending: bool,
}

impl Words {
    fn at_ends(piece: &str) -> Self {
        const OPENING: u8 = 1;
        const LABEL: u8 = 1 << 1;
        const KEPT: u8 = 1 << 2;
        const ENDING: u8 = 1 << 3;
        /// Pairs of letters by their low five bits, which are the same in both cases of most.
        const PAIRS: usize = 1 << 10;
        static PAIR: OnceLock<Box<[u8; PAIRS]>> = OnceLock::new();
        let place = |mut letters: std::str::Chars<'_>, back: bool| {
            let mut slot = || {
                let letter = if back { letters.next_back() } else { letters.next() };
                letter.map_or(0, |letter| u32::from(lower(letter)) as usize % 32)
            };
            slot() * 32 + slot()
        };
        let pairs = PAIR.get_or_init(|| {
            let mut pairs = Box::new([0; PAIRS]);
            OPENINGS.iter().for_each(|(word, _)| pairs[place(word.chars(), false)] |= OPENING);
            LABELS.iter().for_each(|(word, _)| pairs[place(word.chars(), false)] |= LABEL);
            // A label of one letter stands before any other.
            for (word, _) in LABELS.iter().filter(|(word, _)| word.chars().count() == 1) {
                let first = place(word.chars(), false);
                pairs[first..first + 32].iter_mut().for_each(|pair| *pair |= LABEL);
            }
            KEPT_OPENINGS.iter().for_each(|word| pairs[place(word.chars(), false)] |= KEPT);
            ENDINGS.iter().for_each(|word| pairs[place(word.chars(), true)] |= ENDING);
            pairs
        });
        let head = pairs[place(piece.chars(), false)];
        let tail = pairs[place(piece.chars(), true)];
        Self {
            opening: head & OPENING != 0,
            label: head & LABEL != 0,
            kept: head & KEPT != 0,
            ending: tail & ENDING != 0,
        }
    }
}

/// Does a word open the piece that is part of the credit itself?
fn opens_with_kept(piece: &str) -> bool {
    static KEPT: ByLetters = ByLetters::new();
    KEPT.among(piece.chars(), KEPT_OPENINGS.iter().map(|o| o.chars()))
        .any(|i| strip_folded(piece, KEPT_OPENINGS[i]).is_some())
}

/// Where a word begins that closes a credit.
fn ending(piece: &str) -> Option<usize> {
    static ENDING: ByLetters = ByLetters::new();
    let mut endings = ENDING.among(piece.chars().rev(), ENDINGS.iter().map(|e| e.chars().rev()));
    endings.find_map(|i| folded_suffix(piece, ENDINGS[i]))
}

/// A word or more before a name, and what it says the picture is.
type Label = (&'static str, Option<CreditKind>);

/// Openings that may open a piece.
fn openings(piece: &str) -> impl Iterator<Item = &'static Label> {
    static OPENING: ByLetters = ByLetters::new();
    OPENING.among(piece.chars(), OPENINGS.iter().map(|o| o.0.chars())).map(|i| &OPENINGS[i])
}

/// Labels of one word for a kind of picture that may open a piece.
fn labels(piece: &str) -> impl Iterator<Item = &'static Label> {
    static LABEL: ByLetters = ByLetters::new();
    let labels = LABEL.among(piece.chars(), LABELS.iter().map(|l| l.0.chars())).map(|i| &LABELS[i]);
    labels.filter(|(label, kind)| kind.is_some() && !label.contains(' '))
}

/// Does a label open the piece that needs no colon?
pub(super) fn opens_with_label(piece: &str) -> bool {
    let piece = trim_edges(piece);
    let words = Words::at_ends(piece);
    (words.opening || words.label)
        && openings(piece).chain(labels(piece)).any(|(label, _)| strip_folded(piece, label).is_some())
}

fn trim_edges(piece: &str) -> &str {
    if has_plain_ends(piece) {
        return piece;
    }
    piece.trim_matches(is_line_edge).trim_start_matches(['/', '-', '–', '—', ' '])
}

/// How sure a run of names without any label is.
fn bare_strength(read: &Names, place: Place) -> f32 {
    match place {
        Place::Bracket if read.agency => 0.95,
        Place::Bracket if read.slash => 0.85,
        Place::Bracket if read.person => 0.4,
        Place::Bracket if read.words == 1 && !read.caps => 0.05,
        Place::Bracket => 0.1,
        Place::Sentence if read.agency => 0.92,
        Place::Sentence if read.slash => 0.85,
        Place::Sentence if read.caps && read.words <= 5 => 0.6,
        Place::Sentence if read.person => 0.45,
        Place::Sentence if read.words == 1 => 0.25,
        Place::Sentence => 0.15,
        Place::Mark if read.agency => 0.9,
        Place::Mark if read.slash => 0.75,
        Place::Mark if read.person => 0.45,
        Place::Mark if read.words == 1 => 0.35,
        Place::Mark => 0.2,
        Place::Whole if read.agency => 0.85,
        Place::Whole if read.slash && read.person => 0.65,
        Place::Whole if read.slash => 0.4,
        Place::Whole => 0.1,
    }
}

/// `某社记者 某某 摄`, `氏名撮影`, `박도현 기자 mail@example.kr /2020.08.20/`: the name before what it signs with.
pub(super) fn signed(piece: &str) -> Option<(&str, f32)> {
    if !Signs::of(piece).any(Signs::WIDE) {
        return None;
    }
    // A day, an address behind the name.
    let mut core = piece;
    for _ in 0..3 {
        let cut = core.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | '-' | '|'));
        let word = cut.rfind(char::is_whitespace).map_or(cut, |at| cut[at..].trim_start());
        let figures = word.chars().any(|c| digit(c).is_some())
            && word.chars().all(|c| digit(c).is_some() || matches!(c, '/' | '.' | '-' | '年' | '月' | '日'));
        if !(figures || word.contains('@')) || word.len() == cut.len() {
            core = cut;
            break;
        }
        core = &cut[..cut.len() - word.len()];
    }
    let core = core.trim();
    if !core.chars().any(|c| is_unspaced(c) || matches!(c, '\u{ac00}'..='\u{d7a3}'))
        || core.chars().count() > 30
        || core.contains(". ")
    {
        return None;
    }
    if let Some(sign) = SIGNED.iter().find(|s| core.ends_with(**s)) {
        let name = core[..core.len() - sign.len()].trim_end_matches([' ', '\u{3000}', '\u{a0}', '／', '/']);
        let name = name.trim_start();
        let letters = name.chars().count();
        let sentence = name.contains(['，', '。', 'の', 'を']);
        return ((2..=20).contains(&letters) && !sentence).then_some((name, 0.93));
    }
    // Korean papers sign with the title: `박도현 기자`, `잠실=박도현 기자`.
    let name = core.rsplit_once('=').map_or(core, |(_, n)| n.trim());
    let title = ["사진기자", "선임기자", "기자", "작가", "특파원"].iter().find(|t| name.ends_with(**t))?;
    let who = name[..name.len() - title.len()].trim_end();
    (who.chars().count() >= 2 && who.split_whitespace().count() <= 3).then_some((name, 0.85))
}

/// A credit whose owners are not yet told apart, see [`with_owners`].
pub(super) fn credit(line: &str, raw: &str, name: &str, kind: Option<CreditKind>) -> CreditRead {
    CreditRead { raw: range_in(line, raw), name: range_in(line, name), kind, person: None, agency: None }
}

/// The credit with its photographer and house: asked of the one that is taken, not of every candidate.
pub(super) fn with_owners(line: &str, read: CreditRead) -> CreditRead {
    let (person, agency) = split_owner(&line[read.name.clone()]);
    CreditRead {
        person: person.map(|p| range_in(line, p)),
        agency: agency.map(|a| range_in(line, a)),
        ..read
    }
}

/// Behind a label anything short goes that does not read like a sentence.
pub(super) fn could_be_names(name: &str) -> bool {
    if name.chars().count() > 100 {
        return false;
    }
    let mut small = 0;
    let mut words = 0;
    for word in name.split_whitespace() {
        words += 1;
        let first = word.chars().find(|c| is_letter_or_number(*c));
        if first.is_some_and(char::is_lowercase) && word.chars().count() > 3 && !word.contains(['.', '/']) {
            small += 1;
        }
    }
    words <= 12 && small <= 3.min(1 + words / 2) && !name.contains(['。', '?', '？', '!'])
}

pub(super) fn trim_name(name: &str) -> &str {
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '•' | '\u{200b}' | ','));
    let name = name.trim_start_matches(['©', ' ', '\u{a0}', ':']);
    // The full stop of the line, not of an initial.
    match name.strip_suffix('.') {
        Some(cut) if cut.chars().rev().take_while(|c| is_letter(*c)).count() > 2 => cut,
        _ => name,
    }
}
