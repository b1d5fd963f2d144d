//! The owner in a line of copyright.

use std::ops::Range;

use super::source::LONGEST_LINE;
use super::words::{Words, has, prefix};
use crate::folded::{is_letter, is_letter_or_number};
use crate::lines::is_blank_char;

/// Does the line open with a mark of copyright?
pub(crate) fn is_copyright(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| is_blank_char(c) || matches!(c, '*' | '•' | '-' | '|'));
    prefix(line, "copyright").is_some() || line.starts_with(['©', 'ⓒ']) || prefix(line, "(c)").is_some()
}

/// The owner named by a copyright line: `Copyright 2017. Publisher GmbH`, `© 2020 Paper, all rights reserved`.
pub(crate) fn copyright_owner(line: &str) -> Option<Range<usize>> {
    const MARKS: &[&str] =
        &["copyright", "©", "(c)", "ⓒ", "저작권자", "版权所有", "版權所有", "авторские права", "telif hakki"];
    let line_end = line.len().min(4 * LONGEST_LINE);
    let mark = line.char_indices().take_while(|(at, _)| *at < line_end).find_map(|(at, c)| {
        if !matches!(c, 'c' | 'C' | '©' | '(' | 'ⓒ' | '저' | '版' | 'а' | 'А' | 'T' | 't') {
            return None;
        }
        // Every mark that opens with a letter of words goes on with one letter only.
        let next = line.as_bytes().get(at + 1).filter(|next| next.is_ascii()).map(u8::to_ascii_lowercase);
        let other = match c {
            'c' | 'C' => next.is_some_and(|next| next != b'o'),
            't' | 'T' => next.is_some_and(|next| next != b'e'),
            '(' => next.is_some_and(|next| next != b'c'),
            _ => false,
        };
        // `depuis l'annÃ©e`: the second byte of an accented letter read as Latin-1 is no copyright sign.
        let damaged = matches!(c, '©') && line[..at].ends_with(['Ã', 'Â', 'Ä', 'Å', 'Ð', 'Ñ', 'Î', 'Ï']);
        if other || damaged {
            return None;
        }
        MARKS.iter().find_map(|mark| prefix(&line[at..], mark)).map(|length| at + length)
    })?;
    // Marks, years and the words between them and the name.
    let mut start = mark;
    loop {
        let rest = &line[start..];
        let skipped = rest.len() - rest.trim_start_matches(|c: char| !is_letter(c) || c == 'ⓒ').len();
        let rest = &rest[skipped..];
        start += skipped;
        let step = [
            "copyright",
            "by ",
            "the copyright of ",
            "c) ",
            "(c)",
            "and ",
            "ban quyen thuoc ve ",
            "حقوق النشر ",
        ]
        .iter()
        .find_map(|w| prefix(rest, w));
        match step {
            Some(length) if length > 0 => start += length,
            _ => break,
        }
    }
    // An owner is named at once or not at all.
    let room = (start..=line.len().min(start + LONGEST_LINE)).rev().find(|at| line.is_char_boundary(*at));
    let rest = &line[start..room.unwrap_or(start)];
    let mut end = rest.len();
    const ENDS: &[&str] = &[
        "all rights",
        "tous droits",
        "alle rechte",
        "todos los",
        "todos os",
        "tutti i",
        "and affiliated",
        "a division of",
        "an ",
        "developed by",
        "privacy",
        "terms",
        "telif",
        "무단",
        "reserved",
        "wszelkie",
        "все права",
        "rights reserved",
        "licensed",
        "ltd. all",
        "riproduzione",
        "reproduction",
        "alle rettigheder",
        "alla rattigheter",
        "kaikki oikeudet",
        "vsechna prava",
        "vsetky prava",
        "minden jog",
        "toate drepturile",
        "sva prava",
        "tum hak",
        "版权所有",
        "版權所有",
        "無断",
        "جميع",
        "كل الحقوق",
    ];
    for (at, c) in rest.char_indices() {
        let tail = &rest[at..];
        let stops = matches!(c, '|' | '©' | ';' | '<' | '>' | '(' | '\t' | '·' | '•')
            || c == ','
                && tail[1..].trim_start().chars().next().is_some_and(|n| n.is_lowercase() || n.is_numeric())
            || c == '.' && tail[1..].starts_with([' ', '\u{a0}']) && !is_abbreviation(&rest[..at])
            || matches!(c, '。' | ',') && rest[..at].contains(|k: char| !k.is_ascii()) && c == '。'
            || c.is_numeric()
                && at > 0
                && tail.len() >= 4
                && tail.bytes().take(4).all(|b| b.is_ascii_digit())
                && (tail.starts_with("19") || tail.starts_with("20"))
            || (at == 0 || rest[..at].ends_with([' ', ',', '.']))
                && ENDS.iter().any(|e| prefix(tail, e).is_some());
        if stops {
            end = at;
            break;
        }
    }
    let text =
        rest[..end].trim_end_matches(|c: char| is_blank_char(c) || matches!(c, ',' | '-' | '–' | ':' | '/'));
    let text = text.strip_suffix('.').filter(|t| !is_abbreviation(t) && !t.ends_with("Ş")).unwrap_or(text);
    let end = start + text.len();
    (text.len() >= 2
        && text.len() <= 100
        && !text.contains('@')
        && text.chars().next().is_some_and(is_letter_or_number))
    .then_some(start..end)
}

/// Does the text end in a word whose dot is its own: `Inc.`, `Ltd.`, `A.Ş.`?
fn is_abbreviation(text: &str) -> bool {
    static FORMS: Words = Words::new(&["a", "cie", "co", "corp", "e", "inc", "ltd", "pvt", "s", "v"]);
    let word = text.rsplit([' ', '.']).next().unwrap_or(text);
    has(&FORMS, word) || word.chars().count() == 1
}
