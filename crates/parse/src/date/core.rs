//! Reads the day itself: year, month and day in all the orders in which they are printed.

use super::atoms::phrase;
use super::calendar::{PERSIAN_YEARS, era, gregorian_year};
use super::lexer::{Kind, Lexed};
use super::months::VERY_COMMON;
use super::words::{Flag, PhraseSense};

/// What was read, before impossible days are refused and open orders settled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Day {
        year: i32,
        month: u32,
        day: u32,
    },
    /// A day of the Persian calendar.
    Persian {
        year: i32,
        month: u32,
        day: u32,
    },
    /// A numeric date with slashes or hyphens: the two first numbers are day and month, in an order not yet known.
    Open {
        first: u32,
        second: u32,
        year: i32,
    },
    Month {
        year: i32,
        month: u32,
    },
    MonthDay {
        month: u32,
        day: u32,
    },
    OpenMonthDay {
        first: u32,
        second: u32,
    },
}

/// A day found in the tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Core {
    pub(super) shape: Shape,
    /// The year was written with two digits.
    pub(super) century: bool,
    /// Counts only beside a label, a weekday or a time: too short to be sure of ("1/14", "2021-05").
    pub(super) weak: bool,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The token after it.
    pub(super) next: usize,
}

/// The day that begins at token `i`.
pub(super) fn core(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    match lexed.kind(i)? {
        Kind::Num { .. } => {
            if number_goes_on(lexed, i) {
                return None;
            }
            signs(lexed, i, i, None)
                .or_else(|| year_first(lexed, i))
                .or_else(|| numeric(lexed, i))
                .or_else(|| day_month(lexed, i))
                .or_else(|| year_month_word(lexed, i))
                .or_else(|| vietnamese(lexed, i))
                .or_else(|| numeric_short(lexed, i))
                .or_else(|| compact(lexed, i))
        }
        Kind::Word => month_day(lexed, i).or_else(|| vietnamese_month(lexed, i)),
        Kind::Mark(sign) => {
            if !matches!(sign, '令' | '平' | '昭' | '大' | '明' | '民' | '中') {
                return None;
            }
            let (len, before) = era(lexed.line.get(lexed.start(i)..)?)?;
            let mut number = i;
            while lexed.start(number) < lexed.start(i) + len {
                number += 1;
            }
            signs(lexed, i, number, Some(before))
        }
    }
}

/// Whether the number at `i` is the tail of a longer one: "1.2.2013.4", "v1.2.13", "$12", "555-12-2020".
fn number_goes_on(lexed: &Lexed<'_>, i: usize) -> bool {
    if !lexed.glued(i) {
        return false;
    }
    match lexed.kind(i - 1) {
        Some(Kind::Mark('.' | '/' | '-' | ':' | ',')) => {
            i >= 2 && lexed.glued(i - 1) && lexed.num(i - 2).is_some()
        }
        Some(Kind::Mark('$' | '€' | '£' | '¥' | '#' | '+')) => true,
        Some(Kind::Word) => lexed.text(i - 1).eq_ignore_ascii_case("v"),
        _ => false,
    }
}

fn found(lexed: &Lexed<'_>, from: usize, next: usize, shape: Shape) -> Core {
    let last = next.saturating_sub(1).max(from);
    Core { shape, century: false, weak: false, start: lexed.start(from), end: lexed.end(last), next }
}

/// Two-digit years: this century up to 69.
fn century(year: u32) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    Some(if year < 70 { 2000 + year } else { 1900 + year })
}

/// `2023年5月1日`, `5月1日`, `2023년 5월 1일`, `令和5年6月29日`, `民國109年3月`; `number` is the first number, `from` the first token.
fn signs(lexed: &Lexed<'_>, from: usize, number: usize, era: Option<i32>) -> Option<Core> {
    let sign = |at: usize, han: &[char], hangul: &str| {
        lexed.is_mark(at, han) || (lexed.kind(at) == Some(Kind::Word) && lexed.text(at).starts_with(hangul))
    };
    let mut at = number;
    let mut year = None;
    let mut two_digits = false;
    let first_year = era.is_some() && lexed.is_mark(at, &['元']);
    if (first_year || lexed.num(at).is_some()) && sign(at + 1, &['年'], "년") {
        let (value, digits) = if first_year { (1, 1) } else { lexed.num(at)? };
        year = Some(match (era, digits) {
            (Some(before), 1..=3) => before + i32::try_from(value).ok()?,
            (None, 4) => gregorian_year(value)?,
            // Newspapers of Taiwan count from 1912 and often leave the era out.
            (None, 3) if (90..=139).contains(&value) => 1911 + i32::try_from(value).ok()?,
            (None, 2) => {
                two_digits = true;
                century(value)?
            }
            _ => return None,
        });
        at += 2;
    } else if era.is_some() {
        return None;
    }
    let month = lexed.small(at, 1, 12).filter(|_| sign(at + 1, &['月'], "월"))?;
    let day = lexed.small(at + 2, 1, 31).filter(|_| sign(at + 3, &['日', '号', '號'], "일"));
    let shape = match (year, day) {
        (Some(year), Some(day)) => Shape::Day { year, month, day },
        (Some(year), None) => Shape::Month { year, month },
        (None, Some(day)) => Shape::MonthDay { month, day },
        (None, None) => return None,
    };
    let next = if day.is_some() { at + 4 } else { at + 2 };
    let mut core = Core { century: two_digits, ..found(lexed, from, next, shape) };
    if let (Some(Kind::Word), Some(sign)) = (lexed.kind(next - 1), lexed.text(next - 1).chars().next()) {
        // Korean particles hang on the sign: 1일자.
        core.end = lexed.start(next - 1) + sign.len_utf8();
    }
    Some(core)
}

/// A separator of numeric dates between token `i` and `i + 1`, blanks around it allowed.
fn separator(lexed: &Lexed<'_>, i: usize) -> Option<char> {
    lexed.mark(i).filter(|c| matches!(c, '-' | '/' | '.'))
}

/// `2018-07-14`, `2018/7/15`, `2024.03.31`, `2020. 08. 18.`, `1402/03/12`, `2021-05`.
fn year_first(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let (year, 4) = lexed.num(i)? else { return None };
    let sep = separator(lexed, i + 1)?;
    let month = lexed.small(i + 2, 1, 12)?;
    let spaced = !lexed.glued(i + 1) || !lexed.glued(i + 2);
    if separator(lexed, i + 3) == Some(sep) {
        let (day, digits) = lexed.num(i + 4)?;
        let glued = lexed.glued(i + 3) && lexed.glued(i + 4);
        if digits > 2
            || day == 0
            || day > 31
            || chain_goes_on(lexed, i + 5, sep)
            || ((spaced || !glued) && sep == '-')
        {
            return None;
        }
        let shape = if PERSIAN_YEARS.contains(&year) {
            Shape::Persian { year: i32::try_from(year).ok()?, month, day }
        } else {
            Shape::Day { year: gregorian_year(year)?, month, day }
        };
        return Some(found(lexed, i, i + 5, shape));
    }
    // Year and month alone look like a range or a score: only a label makes them a date.
    let (_, digits) = lexed.num(i + 2)?;
    if sep == '.' || spaced || digits != 2 || lexed.glued(i + 3) && lexed.kind(i + 3) != Some(Kind::Mark(','))
    {
        return None;
    }
    let shape = Shape::Month { year: gregorian_year(year)?, month };
    Some(Core { weak: true, ..found(lexed, i, i + 3, shape) })
}

/// Whether a numeric date goes on with another part, as versions and telephone numbers do.
fn chain_goes_on(lexed: &Lexed<'_>, i: usize, sep: char) -> bool {
    lexed.mark(i) == Some(sep) && lexed.glued(i) && lexed.glued(i + 1) && lexed.num(i + 1).is_some()
        || lexed.is_mark(i, &['%', '€', '$'])
}

/// `28.04.2023`, `03/04/2018`, `12-12-2017`, `21.07.25`.
fn numeric(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let (first, one) = lexed.num(i)?;
    let sep = separator(lexed, i + 1)?;
    let (second, two) = lexed.num(i + 2)?;
    if one > 2
        || two > 2
        || first == 0
        || second == 0
        || first > 31
        || second > 31
        || separator(lexed, i + 3)? != sep
    {
        return None;
    }
    let (mut year, mut digits) = lexed.num(i + 4)?;
    let glued = (i + 1..i + 5).all(|at| lexed.glued(at));
    let mut end = lexed.end(i + 4);
    if digits == 5 && lexed.end(i + 4) - lexed.start(i + 4) == 5 {
        // The next number lost its blank: "11.2.20235 min".
        (year, digits, end) = (year / 10, 4, end - 1);
    }
    let (year, two_digits) = match digits {
        4 => (gregorian_year(year)?, false),
        // Blanks, single-digit hyphens and versions ("Firmware 1.2.13") make two digits too doubtful.
        2 if glued && (sep != '-' || one == 2 && two == 2) && !after_version(lexed, i) => {
            (century(year)?, true)
        }
        _ => return None,
    };
    if !glued && sep == '-' || chain_goes_on(lexed, i + 5, sep) {
        return None;
    }
    let shape = match (first, second) {
        (1..=31, 1..=12) if sep == '.' => Shape::Day { year, month: second, day: first },
        _ if sep == '.' => return None,
        (13.., 13..) => return None,
        (13.., _) => Shape::Day { year, month: second, day: first },
        (_, 13..) => Shape::Day { year, month: first, day: second },
        _ if first == second => Shape::Day { year, month: second, day: first },
        _ => Shape::Open { first, second, year },
    };
    Some(Core { century: two_digits, end, ..found(lexed, i, i + 5, shape) })
}

fn after_version(lexed: &Lexed<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let word = lexed.text(before);
    ["version", "firmware", "release", "ios", "android", "build", "kernel", "windows", "section"]
        .iter()
        .any(|w| word.eq_ignore_ascii_case(w))
}

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
fn day_month(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let day = lexed.small(i, 1, 31)?;
    let mut at = after_day(lexed, i + 1);
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
    if let Some((year, short, end, next)) = year_behind(lexed, after, persian) {
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
        // "March 23, 20205 min. read": the blank before the reading time was lost.
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
fn month_day(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
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
fn year_month_word(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
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
fn vietnamese(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
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
fn vietnamese_month(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
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

/// `1/14 21:17`, `09-30 22:46`, `18. 7.`, `03.05. 14:20`: no year. Too short to stand alone.
fn numeric_short(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let (first, one) = lexed.num(i)?;
    let sep = separator(lexed, i + 1)?;
    let (second, two) = lexed.num(i + 2)?;
    if one > 2 || two > 2 || first == 0 || second == 0 || first > 31 || second > 31 {
        return None;
    }
    let glued = lexed.glued(i + 1) && lexed.glued(i + 2);
    if lexed.glued(i + 3) && lexed.is_mark(i + 3, &['/', '-', '%', ',', '$', '€']) {
        return None;
    }
    let mut next = i + 3;
    let shape = match sep {
        '.' => {
            let dot = lexed.mark(i + 3) == Some('.') && lexed.glued(i + 3);
            if !dot || second > 12 {
                return None;
            }
            next = i + 4;
            Shape::MonthDay { month: second, day: first }
        }
        '-' if glued && one == 2 && two == 2 && first <= 12 => Shape::MonthDay { month: first, day: second },
        '/' if glued => match (first, second) {
            (13.., 13..) => return None,
            (13.., _) => Shape::MonthDay { month: second, day: first },
            (_, 13..) => Shape::MonthDay { month: first, day: second },
            _ if first == second => Shape::MonthDay { month: first, day: second },
            _ => Shape::OpenMonthDay { first, second },
        },
        _ => return None,
    };
    Some(Core { weak: true, ..found(lexed, i, next, shape) })
}

/// `20210503`: only beside a label, for it is a serial number elsewhere.
fn compact(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let (value, 8) = lexed.num(i)? else { return None };
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    if !(1900..2100).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let shape = Shape::Day { year: i32::try_from(year).ok()?, month, day };
    Some(Core { weak: true, ..found(lexed, i, i + 1, shape) })
}
