//! Days whose month is written as a word.

use super::atoms::phrase;
use super::calendar::gregorian_year;
use super::core::{Core, Shape, century, found};
use super::lexer::{Kind, Lexed};
use super::months::VERY_COMMON;
use super::words::{Flag, PhraseSense};

/// A month word at `i`: its number, whether it is Persian, whether it is a common word too, and the token after it and its dot.
fn month_word(lexed: &Lexed<'_>, i: usize) -> Option<(u32, bool, bool, usize)> {
    let (senses, next) = lexed.dotted(i);
    if senses.is(Flag::Phrase)
        && let Some((PhraseSense::Month(month), next)) = phrase(lexed, i)
    {
        return Some((u32::from(month), false, false, twin(lexed, next, month).unwrap_or(next)));
    }
    if senses.month != 0 {
        let shouted = lexed.text(i).chars().next().is_some_and(char::is_uppercase);
        let next = twin(lexed, next, senses.month).unwrap_or(next);
        return Some((u32::from(senses.month), false, senses.is(Flag::AlsoWord) && !shouted, next));
    }
    (senses.persian != 0).then_some((u32::from(senses.persian), true, false, next))
}

/// `آب/أغسطس`: Arab newspapers write a month in its Levantine and its western name.
fn twin(lexed: &Lexed<'_>, slash: usize, month: u8) -> Option<usize> {
    let open = lexed.is_mark(slash, &['/', '-', '(']);
    let (mut senses, mut next) = lexed.dotted(slash + 1);
    if let (true, Some((PhraseSense::Month(named), after))) = (open, phrase(lexed, slash + 1)) {
        (senses.month, next) = (named, after);
    }
    if !open || senses.month != month {
        return None;
    }
    let closed = lexed.mark(slash) == Some('(') && lexed.mark(next) == Some(')');
    Some(if closed { next + 1 } else { next })
}

/// Skips an ordinal ending or a dot behind a day.
fn after_day(lexed: &Lexed<'_>, i: usize) -> usize {
    if lexed.is_mark(i, &['.', 'º', 'ª', '°']) && lexed.glued(i) {
        return i + 1;
    }
    if lexed.glued(i) && lexed.senses(i).is(Flag::Ordinal) {
        return i + 1;
    }
    if lexed.is_mark(i, &['-', '\''])
        && lexed.glued(i)
        && lexed.glued(i + 1)
        && lexed.senses(i + 1).is(Flag::Ordinal)
    {
        return i + 2;
    }
    i
}

/// Skips up to two particles ("de", "del", "di", "d'") and a comma.
fn particles(lexed: &Lexed<'_>, mut i: usize) -> usize {
    for _ in 0..3 {
        if lexed.senses(i).is(Flag::Particle) || lexed.is_mark(i, &['\'', ',']) {
            i += 1;
        }
    }
    i
}

/// `30 de agosto de 2023`, `3rd May, 2021`, `26-FEB-1987`, `1er mai`, `28. April 2023`.
pub(super) fn day_month(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let day = lexed.small(i, 1, 31)?;
    let mut at = after_day(lexed, i + 1);
    // "5-6 May 2021": a double issue bears its first day.
    if lexed.is_mark(at, &['-', '–']) && lexed.small(at + 1, 1, 31).is_some_and(|last| last > day) {
        at = after_day(lexed, at + 2);
    }
    let dotted = lexed.mark(i + 1) == Some('.') && at > i + 1;
    let sep = lexed.mark(at).filter(|c| matches!(c, '-' | '/' | ' '));
    at = if sep.is_some() { at + 1 } else { particles(lexed, at) };
    let (mut month, persian, _, next) = month_word(lexed, at)?;
    if dotted && lexed.text(at).eq_ignore_ascii_case("listopada") {
        // October in Croatian, which puts a dot behind the day; November in Polish, which does not.
        month = 10;
    }
    if let Some(sep) = sep {
        // With a separator all three parts belong together: 26-FEB-1987, 3/May/21.
        if lexed.mark(next) != Some(sep) {
            return None;
        }
        let (year, digits) = lexed.num(next + 1)?;
        let (year, short) = match digits {
            4 => (gregorian_year(year)?, false),
            2 => (century(year)?, true),
            _ => return None,
        };
        return Some(Core { century: short, ..found(lexed, i, next + 2, Shape::Day { year, month, day }) });
    }
    let after = next;
    if let Some((mut year, short, end, next)) = year_behind(lexed, after, persian) {
        if short && lexed.text(at).chars().any(|c| ('\u{e00}'..='\u{e7f}').contains(&c)) {
            // Thai newspapers shorten the Buddhist year: 64 is 2564.
            year = year.rem_euclid(100) + 2500 - 543;
        }
        let shape =
            if persian { Shape::Persian { year, month, day } } else { Shape::Day { year, month, day } };
        return Some(Core { century: short, end, ..found(lexed, i, next, shape) });
    }
    let english = matches!(lexed.text(at), "may" | "march" | "mar") && !dotted;
    if english || persian || very_common(lexed, at) {
        return None;
    }
    Some(without_dot(lexed, found(lexed, i, after, Shape::MonthDay { month, day })))
}

/// Leaves a dot at the very end out of the span: it ends the sentence more often than the abbreviation.
fn without_dot(lexed: &Lexed<'_>, mut core: Core) -> Core {
    if let Some(last) = core.next.checked_sub(1)
        && lexed.mark(last) == Some('.')
        && last > 0
    {
        core.end = lexed.end(last - 1);
    }
    core
}

/// The year behind day and month: the year, whether it has two digits, its end, and the token after it.
fn year_behind(lexed: &Lexed<'_>, i: usize, persian: bool) -> Option<(i32, bool, usize, usize)> {
    let mut at = particles(lexed, i);
    let apostrophe = at > i && lexed.mark(at - 1) == Some('\'');
    if lexed.is_mark(at, &['/', '-']) && lexed.num(at + 1).is_some_and(|(_, d)| d == 4) {
        at += 1;
    }
    if lexed.text(at) == "ปี" || lexed.text(at) == "พ" || lexed.text(at) == "năm" {
        at += 1;
        while lexed.is_mark(at, &['.']) || lexed.text(at) == "ศ" {
            at += 1;
        }
    }
    let (value, digits) = lexed.num(at)?;
    let end = lexed.end(at);
    // A number that a clock or a decimal mark follows is no year: "May 3 14:20".
    let goes_on = lexed.glued(at + 1)
        && (lexed.mark(at + 1) == Some(':')
            || lexed.glued(at + 2) && lexed.is_mark(at + 1, &['.', ',']) && lexed.num(at + 2).is_some());
    match digits {
        4 if persian => {
            i32::try_from(value).ok().filter(|y| (1200..=1500).contains(y)).map(|y| (y, false, end, at + 1))
        }
        4 if goes_on && lexed.mark(at + 1) == Some(':') => None,
        4 => gregorian_year(value).map(|y| (y, false, end, at + 1)),
        // "May 3, 20215 min. read": the blank before the reading time was lost.
        5 if end - lexed.start(at) == 5 && (1900..2100).contains(&(value / 10)) => {
            gregorian_year(value / 10).map(|y| (y, false, end - 1, at + 1))
        }
        6 if end - lexed.start(at) == 6 && (1900..2100).contains(&(value / 100)) => {
            gregorian_year(value / 100).map(|y| (y, false, end - 2, at + 1))
        }
        2 if goes_on => None,
        2 if apostrophe => century(value).map(|y| (y, true, end, at + 1)),
        2 if at == i => {
            // "3 May 21" only where the line ends or a sign follows; "3 May 21 people" is no year.
            let closed = lexed.kind(at + 1).is_none()
                || lexed.is_mark(at + 1, &['|', ')', ',', '-', '–', '•', '·']) && !lexed.glued(at + 2);
            closed.then(|| century(value)).flatten().map(|y| (y, true, end, at + 1))
        }
        _ => None,
    }
}

/// `Mar 26, 2015`, `May 6th, 2022`, `May 2021`, `July 15`, `March, 14 2013`.
pub(super) fn month_day(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let (month, persian, common, next) = month_word(lexed, i)?;
    let mut at = next;
    if lexed.is_mark(at, &[',', '-', '/']) {
        at += 1;
    }
    if let Some(day) = lexed.small(at, 1, 31) {
        let clock = lexed.mark(at + 1) == Some(':') && lexed.glued(at + 1);
        let after = after_day(lexed, at + 1);
        if let (false, Some((year, short, end, next))) = (clock || persian, year_behind(lexed, after, false))
        {
            return Some(Core {
                century: short,
                end,
                ..found(lexed, i, next, Shape::Day { year, month, day })
            });
        }
        // "March 5" at the head of a sentence is a date; "march 5 miles" is not.
        let goes_on = lexed.glued(at + 1)
            && lexed.is_mark(at + 1, &['.', ',', ':', '%', '-', '/'])
            && lexed.glued(at + 2)
            && lexed.num(at + 2).is_some();
        if common || persian || goes_on || at != next || very_common(lexed, i) {
            return None;
        }
        return Some(without_dot(lexed, found(lexed, i, after, Shape::MonthDay { month, day })));
    }
    if persian {
        return None;
    }
    let (year, short, end, next) = year_behind(lexed, next, false)?;
    // "may 2021 bring": a word of English in lower case is none of its months.
    if short || common && !spelled_small(lexed, i) {
        return None;
    }
    Some(Core { end, ..found(lexed, i, next, Shape::Month { year, month }) })
}

/// "mai 2021", "mars 2021", "maj 2021" stand in lower case by the spelling of their languages; "may" and "march" do not.
fn spelled_small(lexed: &Lexed<'_>, i: usize) -> bool {
    !["may", "march", "mar", "dec", "sun", "out", "set", "ago"].contains(&lexed.text(i))
}

/// Short month names that head lines of other languages ("4. Set boundaries"): without a year they need the dot of an abbreviation.
fn very_common(lexed: &Lexed<'_>, i: usize) -> bool {
    let dot = lexed.is_mark(i + 1, &['.']) && lexed.glued(i + 1);
    !dot && lexed.text(i).len() <= 4 && VERY_COMMON.iter().any(|w| lexed.text(i).eq_ignore_ascii_case(w))
}

/// `2020. augusztus 18.`, `2020 May 3`, `2020. gada 18. augusts`, `2020-May-03`.
pub(super) fn year_month_word(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let (year, 4) = lexed.num(i)? else { return None };
    let mut at = i + 1;
    while at < i + 4
        && (lexed.is_mark(at, &['.', '-', '/']) || matches!(lexed.text(at), "m" | "gada" | "m." | "г"))
    {
        at += 1;
    }
    if let Some((month, false, false, mut next)) = month_word(lexed, at) {
        if lexed.is_mark(next, &['-', '/']) {
            next += 1;
        }
        let day = lexed.small(next, 1, 31)?;
        if lexed.mark(next + 1) == Some(':') {
            return None;
        }
        return Some(found(lexed, i, next + 1, Shape::Day { year: gregorian_year(year)?, month, day }));
    }
    if lexed.text(i + 2) == "gada" {
        let day = lexed.small(at, 1, 31)?;
        let (month, false, _, next) = month_word(lexed, after_day(lexed, at + 1))? else { return None };
        return Some(found(lexed, i, next, Shape::Day { year: gregorian_year(year)?, month, day }));
    }
    None
}

/// `22 tháng 10 năm 2025`.
pub(super) fn vietnamese(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let day = lexed.small(i, 1, 31)?;
    is_word(lexed, i + 1, "tháng").then_some(())?;
    let month = lexed.small(i + 2, 1, 12)?;
    let at =
        if is_word(lexed, i + 3, "năm") || lexed.is_mark(i + 3, &[',', '/', '-']) { i + 4 } else { i + 3 };
    match lexed.num(at) {
        Some((year, 4)) => {
            Some(found(lexed, i, at + 1, Shape::Day { year: gregorian_year(year)?, month, day }))
        }
        _ => Some(found(lexed, i, i + 3, Shape::MonthDay { month, day })),
    }
}

/// `tháng 5 năm 2021`, `tháng 5/2021`.
pub(super) fn vietnamese_month(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    is_word(lexed, i, "tháng").then_some(())?;
    let month = lexed.small(i + 1, 1, 12)?;
    let at =
        if is_word(lexed, i + 2, "năm") || lexed.is_mark(i + 2, &['/', '-']) { i + 3 } else { return None };
    let (year, 4) = lexed.num(at)? else { return None };
    Some(found(lexed, i, at + 1, Shape::Month { year: gregorian_year(year)?, month }))
}

fn is_word(lexed: &Lexed<'_>, i: usize, word: &str) -> bool {
    lexed.kind(i) == Some(Kind::Word) && lexed.text(i).chars().flat_map(char::to_lowercase).eq(word.chars())
}
