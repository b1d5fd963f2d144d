//! Chinese, Japanese and Korean writers: `记者 王某`, `王某 文/图`, `김하나 기자`, `著者：山田太郎`.

use super::names::{han_score, hangul_score, has_family, has_outlet_end};
use super::scan::{Mode, Scan, What};
use super::tokens::{Case, Kind, Token};
use super::words_cjk::{HAN_AFTER, HAN_REPORTER, HANGUL_ROLES};
use super::words_label::OTHER_LABELS;
use crate::folded::ByLetters;

/// Reads the word `at`, and the ones that belong to it; returns where to go on.
pub(super) fn read(scan: &mut Scan<'_>, words: &[Token], at: usize, last: bool) -> usize {
    let token = words[at];
    let text = scan.text(&token);
    if token.kind == Kind::Word(Case::Hangul) {
        return hangul(scan, words, at, last);
    }
    han(scan, token.start, text);
    at + 1
}

/// One word of ideographs at `start`.
fn han(scan: &mut Scan<'_>, start: usize, text: &str) {
    let end = start + text.len();
    if matches!(text, "图" | "圖" | "摄" | "攝") {
        // `王某 文/图` says what one person did.
        if scan.before == '/'
            && let Some(role) = scan.parts.last_mut().filter(|part| part.what == What::Role)
        {
            role.span.end = end;
            return;
        }
        return scan.push(What::Other, start..end);
    }
    if OTHER_LABELS.lists(text) {
        // `文|王某 编辑|李某`
        scan.mode = Mode::Skip;
        return scan.push(What::Label, start..end);
    }
    // `本报记者王某`, `某报记者 王某`: what stands before the word for reporter is the paper.
    if let Some((head, word)) = reporter_in(text) {
        if scan.people > 0 && head.is_empty() && word.len() == text.len() {
            // `王某 文/图`
            return scan.push(What::Role, start..end);
        }
        let lead = head.len() + word.len();
        let lead_from = start + if HAN_REPORTER.contains(&&text[..lead]) { 0 } else { head.len() };
        if lead_from > start {
            scan.push(What::Outlet, start..lead_from);
        }
        scan.push(What::Lead, lead_from..start + lead);
        scan.mode = Mode::Author;
        scan.led = true;
        if lead < text.len() {
            han(scan, start + lead, &text[lead..]);
        }
        return;
    }
    if let Some(after) = HAN_AFTER.iter().filter(|w| text.ends_with(**w)).max_by_key(|w| w.len()) {
        let name = &text[..text.len() - after.len()];
        if name.is_empty() || scan.people > 0 && after.chars().count() > 1 && !has_family(name) {
            // `王某／某地報導`
            return scan.push(What::Role, start..end);
        }
        if has_family(name)
            || scan.mode == Mode::Author
                && (2..=5).contains(&name.chars().count())
                && after.chars().count() > 1
        {
            scan.push(What::Person, start..start + name.len());
            return scan.push(What::Role, start + name.len()..end);
        }
    }
    let n = text.chars().count();
    let outlet = n > 2 && has_outlet_end(text);
    let person = !outlet
        && match scan.mode {
            Mode::Author => {
                let room = if scan.led { 2..=6 } else { 2..=5 };
                room.contains(&n) || text.contains('·')
            }
            Mode::Free => scan.people == 0 && han_score(text) >= 0.4,
            Mode::Tail | Mode::Source | Mode::Skip => false,
        };
    let what = if person {
        What::Person
    } else if outlet {
        What::Outlet
    } else if scan.people > 0 {
        What::Place
    } else {
        What::Category
    };
    scan.push(what, start..end);
}

/// Splits at the word for reporter: what stands before it, and the word.
fn reporter_in(text: &str) -> Option<(&str, &'static str)> {
    static HEADS: ByLetters = ByLetters::new();
    let named = text.char_indices().find_map(|(at, _)| {
        let words = HEADS.among(text[at..].chars(), HAN_REPORTER.iter().map(|w| w.chars()));
        let words = words.map(|number| HAN_REPORTER[number]);
        // Words of one letter are 3 bytes long.
        let words = words.filter(|word| word.len() > 3 && text[at..].starts_with(word));
        words.max_by_key(|word| word.len()).map(|word| (at, word))
    });
    let (at, word) = named.or_else(|| ["文", "글"].into_iter().find(|w| text == *w).map(|w| (0, w)))?;
    // `王某记者`: the word follows the name.
    (at == 0 || at + word.len() < text.len() || has_outlet_end(&text[..at])).then(|| (&text[..at], word))
}

fn hangul(scan: &mut Scan<'_>, words: &[Token], at: usize, last: bool) -> usize {
    let token = words[at];
    let text = scan.text(&token);
    if HANGUL_ROLES.contains(&text) {
        let what = if scan.people > 0 { What::Role } else { What::Desk };
        scan.push(what, token.start..token.end);
        return at + 1;
    }
    if matches!(text, "글" | "글쓴이") {
        scan.push(What::Lead, token.start..token.end);
        scan.mode = Mode::Author;
        scan.led = true;
        return at + 1;
    }
    let next_role = words.get(at + 1).is_some_and(|w| HANGUL_ROLES.contains(&scan.text(w)));
    let glued =
        HANGUL_ROLES.iter().filter(|r| text.len() > r.len() && text.ends_with(**r)).max_by_key(|r| r.len());
    let name = glued.map_or(text, |role| &text[..text.len() - role.len()]);
    let n = name.chars().count();
    let outlet = n > 2 && has_outlet_end(text);
    let person = (next_role || glued.is_some()) && (2..=4).contains(&n) && !(outlet && n > 3)
        || !outlet
            && (words.len() == 1 || scan.led)
            && hangul_score(name) >= if scan.mode == Mode::Author { 0.2 } else { 0.5 }
            && last_or_author(scan, last);
    // `맹보라·수필가`: what a columnist is stands behind the middle dot.
    let office = scan.before == '·'
        && scan.parts.last().is_some_and(|part| part.what == What::Person)
        && n > 1
        && name.ends_with(OFFICES);
    let what = if person {
        What::Person
    } else if outlet {
        What::Outlet
    } else if office {
        What::Role
    } else if scan.people > 0 {
        What::Place
    } else {
        What::Category
    };
    scan.push(what, token.start..token.start + name.len());
    if let Some(role) = glued {
        scan.push(What::Role, token.end - role.len()..token.end);
    }
    at + 1
}

/// Syllables on which names of professions and offices end: `수필가`, `시인`, `변호사`.
const OFFICES: [char; 9] = ['가', '인', '수', '원', '사', '장', '자', '관', '표'];

fn last_or_author(scan: &Scan<'_>, last: bool) -> bool {
    scan.mode == Mode::Author || scan.people == 0 && last
}
