//! Finds the pieces of dates in a line: days, times, zones, weekdays, labels, relative words.

use super::Label;
use super::clock::{self, Clock, Zone};
use super::core::{self, Core, Shape};
use super::fold::Folded;
use super::labels::{IDEOGRAPH_PHRASES, LABEL_SIGNS, VERBS_BEHIND};
use super::lexer::{Kind, Lexed};
use super::windows::SHORT_LINE;
use super::words::{self, Flag, PhraseSense};

/// A piece of a date.
#[derive(Clone, Copy, Debug)]
pub(super) enum Piece {
    Day(Core),
    Clock(Clock),
    Zone(Zone),
    /// Monday is 1; weak when the word is as likely a preposition, unless a comma or a dot follows it.
    Weekday {
        day: u8,
        weak: bool,
    },
    /// With what its language says about day and month, and whether it may stand behind the date.
    Label {
        label: Label,
        day_first: Option<bool>,
        behind: bool,
    },
    /// "today" is 0.
    DayWord(i8),
    /// So many units of so many seconds ago.
    Ago {
        count: u32,
        unit: u32,
    },
}

/// A piece and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub(super) piece: Piece,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// How many tokens away from a number a word of a long line is still looked at: "updated on Thursday, the 3rd".
const REACH: usize = 5;

/// The pieces of a line in order.
pub(super) fn atoms(lexed: &Lexed<'_>) -> Vec<Atom> {
    let mut atoms = Vec::new();
    let short = lexed.line.len() <= SHORT_LINE;
    let (mut i, mut last_number, mut next_number) = (0, None::<usize>, 0);
    while i < lexed.tokens.len() {
        if next_number <= i {
            next_number = (i..lexed.tokens.len()).find(|at| lexed.num(*at).is_some()).unwrap_or(usize::MAX);
        }
        match lexed.kind(i) {
            Some(Kind::Num { .. }) => last_number = Some(i),
            _ if !short => {
                let behind = last_number.is_some_and(|n| i - n <= REACH);
                if !behind && next_number.saturating_sub(i) > REACH {
                    if next_number == usize::MAX {
                        break;
                    }
                    i = next_number - REACH;
                    continue;
                }
            }
            _ => {}
        }
        i = piece(lexed, i, &mut atoms).max(i + 1);
    }
    atoms
}

/// Reads the piece at token `i`, if one begins there; the token to go on with.
fn piece(lexed: &Lexed<'_>, i: usize, atoms: &mut Vec<Atom>) -> usize {
    let mut push = |piece, start, end, next| {
        atoms.push(Atom { piece, start, end });
        next
    };
    match lexed.kind(i) {
        Some(Kind::Word) => {
            let senses = lexed.senses(i);
            if senses.is_empty() && is_ordinary(lexed, i) {
                return i + 1;
            }
            if senses.is(Flag::Phrase) {
                let piece = phrase(lexed, i).and_then(|(sense, next)| match sense {
                    PhraseSense::Label((_, label, day_first)) => Some((
                        Piece::Label { label, day_first, behind: VERBS_BEHIND.contains(&lexed.text(i)) },
                        next,
                    )),
                    PhraseSense::Weekday(day) => Some((Piece::Weekday { day, weak: false }, next)),
                    PhraseSense::Month(_) => None,
                });
                if let Some((piece, next)) = piece {
                    return push(piece, lexed.start(i), lexed.end(next - 1), next);
                }
            }
            // A word that says nothing by itself may open an abbreviation with inner dots; of the others one is a month's.
            let may_open = !senses.is_empty()
                || lexed.is_mark(i + 1, &['.'])
                || matches!(lexed.text(i).as_bytes().first(), Some(b't' | b'T'));
            debug_assert!(may_open || core::core(lexed, i).is_none());
            if may_open
                && let Some(core) = core::core(lexed, i)
                && !(senses.weekday != 0 && day_follows(lexed, i) && !matches!(core.shape, Shape::Day { .. }))
            {
                return push(Piece::Day(core), core.start, core.end, core.next);
            }
            if let Some(clock) = clock::clock(lexed, i) {
                return push(Piece::Clock(clock), clock.start, clock.end, clock.next);
            }
            // Before the weekdays: CET folds to a Croatian Thursday.
            if let Some(zone) = clock::zone(lexed, i) {
                return push(Piece::Zone(zone), zone.start, zone.end, zone.next);
            }
            if senses.weekday != 0 {
                let feira = lexed.is_mark(i + 1, &['-']) && lexed.text(i + 2).eq_ignore_ascii_case("feira");
                let next = if feira { i + 3 } else { i + 1 };
                let weak = senses.is(Flag::WeakDay) && !lexed.is_mark(next, &['.', ',']);
                return push(
                    Piece::Weekday { day: senses.weekday, weak },
                    lexed.start(i),
                    lexed.end(next - 1),
                    next,
                );
            }
            if let Some((day, next)) = korean_weekday(lexed, i) {
                return push(Piece::Weekday { day, weak: false }, lexed.start(i), lexed.end(i), next);
            }
            if let Some(days) = senses.day_word {
                return push(Piece::DayWord(days), lexed.start(i), lexed.end(i), i + 1);
            }
            if let Some((count, unit, next)) = ago(lexed, i) {
                return push(Piece::Ago { count, unit }, lexed.start(i), lexed.end(next - 1), next);
            }
            i + 1
        }
        Some(Kind::Num { .. }) => {
            if counts_things(lexed, i + 1) {
                return i + 1;
            }
            if is_bare(lexed, i) {
                debug_assert!(
                    core::core(lexed, i).is_none()
                        && clock::clock(lexed, i).is_none()
                        && ago(lexed, i).is_none()
                );
                return i + 1;
            }
            if let Some(core) = core::core(lexed, i) {
                return push(Piece::Day(core), core.start, core.end, core.next);
            }
            if let Some(clock) = clock::clock(lexed, i) {
                let mut next = push(Piece::Clock(clock), clock.start, clock.end, clock.next);
                let seconds = clock.precision == wirecopy_model::Precision::Second;
                if let Some(zone) = clock::bare_offset(lexed, next, seconds) {
                    atoms.push(Atom { piece: Piece::Zone(zone), start: zone.start, end: zone.end });
                    next = zone.next;
                }
                return next;
            }
            if let Some((count, unit, next)) = ago(lexed, i) {
                return push(Piece::Ago { count, unit }, lexed.start(i), lexed.end(next - 1), next);
            }
            i + 1
        }
        Some(Kind::Mark(c)) => {
            if c.is_ascii() && !matches!(c, '(' | '[') {
                return i + 1;
            }
            if let Some((label, len)) = ideograph_label(lexed, i) {
                let (start, mut next) = (lexed.start(i), i);
                while lexed.tokens.len() > next && lexed.start(next) < start + len {
                    next += 1;
                }
                let piece = Piece::Label { label, day_first: None, behind: true };
                return push(piece, start, start + len, next);
            }
            if let Some(core) = core::core(lexed, i) {
                return push(Piece::Day(core), core.start, core.end, core.next);
            }
            if let Some(clock) = clock::clock(lexed, i) {
                return push(Piece::Clock(clock), clock.start, clock.end, clock.next);
            }
            if let Some((day, start, next)) = ideograph_weekday(lexed, i) {
                return push(Piece::Weekday { day, weak: false }, start, lexed.end(next - 1), next);
            }
            if let Some((days, next)) = ideograph_day_word(lexed, i) {
                return push(Piece::DayWord(days), lexed.start(i), lexed.end(next - 1), next);
            }
            if let Some(zone) = clock::zone(lexed, i) {
                return push(Piece::Zone(zone), zone.start, zone.end, zone.next);
            }
            i + 1
        }
        None => i + 1,
    }
}

/// Whether a word that is not in the index can begin nothing else either: no zone, no Korean sign, no dotted abbreviation.
fn is_ordinary(lexed: &Lexed<'_>, i: usize) -> bool {
    let text = lexed.text(i);
    if text.is_ascii() {
        return !text.bytes().all(|b| b.is_ascii_uppercase()) || text.len() > 8;
    }
    let korean = text.chars().next().is_some_and(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c));
    !korean && text.chars().nth(3).is_some()
}

/// Whether nothing stands behind the number at `i` that makes it a part of a date: no word, and none of the signs that part the
/// numbers of days and times. Eight digits may be a day by themselves.
fn is_bare(lexed: &Lexed<'_>, i: usize) -> bool {
    let bare = match lexed.kind(i + 1) {
        None => true,
        Some(Kind::Mark(',')) => !matches!(lexed.kind(i + 2), Some(Kind::Word | Kind::Mark(',' | '\''))),
        Some(Kind::Mark(c)) => c.is_ascii() && !matches!(c, '.' | '/' | '-' | ':' | '(' | '[' | '\''),
        Some(_) => false,
    };
    bare && lexed.num(i).is_some_and(|(_, digits)| digits != 8)
}

/// Whether an ordinary word stands there, so that a number before it counts things: the common case of running text.
fn counts_things(lexed: &Lexed<'_>, i: usize) -> bool {
    let text = lexed.text(i);
    lexed.kind(i) == Some(Kind::Word)
        && text.len() > 2
        && text.bytes().all(|b| b.is_ascii_lowercase())
        && lexed.senses(i).is_empty()
        && text != "gada"
}

/// The longest phrase of the tables that begins at word `i`, and the token after it.
pub(super) fn phrase(lexed: &Lexed<'_>, i: usize) -> Option<(PhraseSense, usize)> {
    /// Words of the longest phrase in the tables, small words and marks included.
    const LONGEST: usize = 6;
    let mut folded = Folded::new();
    let mut best = None;
    for at in i..i + LONGEST {
        // "segunda-feira", "in-update": a hyphen stands for the blank.
        if at > i && lexed.is_mark(at, &['-']) {
            continue;
        }
        if lexed.kind(at) != Some(Kind::Word) {
            break;
        }
        if at > i && folded.push_byte(b' ').is_none() || folded.push_word(lexed.text(at)).is_none() {
            break;
        }
        if let Some(sense) = words::phrase(folded.as_bytes()) {
            best = Some((sense, at + 1));
        }
    }
    best
}

/// A mark for each ideograph of a text, which tells most others from them.
const fn ideographs(text: &str) -> u64 {
    let (bytes, mut marks, mut at) = (text.as_bytes(), 0, 0);
    while at + 2 < bytes.len() {
        // Three bytes are an ideograph; its last six bits are the last one's.
        marks |= 1 << (bytes[at + 2] & 63);
        at += 3;
    }
    marks
}

/// A label in ideographs at token `i`, and its length in bytes.
pub(super) fn ideograph_label(lexed: &Lexed<'_>, i: usize) -> Option<(Label, usize)> {
    let rest = lexed.line.get(lexed.start(i)..)?;
    let first = rest.chars().next()?;
    // The signs that the phrases begin with, for this is asked at every ideograph.
    const MARKS: u64 = ideographs(LABEL_SIGNS);
    if MARKS >> (u32::from(first) % 64) & 1 == 0 || !LABEL_SIGNS.contains(first) {
        return None;
    }
    IDEOGRAPH_PHRASES
        .iter()
        .find(|(words, _)| rest.starts_with(words))
        .map(|(words, label)| (*label, words.len()))
}

/// Whether a day with a month word follows the word at `i`, so that "mar, 5 mag 2021" begins with a Tuesday.
fn day_follows(lexed: &Lexed<'_>, i: usize) -> bool {
    (i + 1..i + 4)
        .find(|at| lexed.num(*at).is_some())
        .and_then(|at| core::core(lexed, at))
        .is_some_and(|c| matches!(c.shape, Shape::Day { .. } | Shape::MonthDay { .. }) && !c.weak)
}

/// "(수)" behind a Korean date.
fn korean_weekday(lexed: &Lexed<'_>, i: usize) -> Option<(u8, usize)> {
    let day = "월화수목금토일"
        .char_indices()
        .position(|(at, c)| lexed.text(i) == &"월화수목금토일"[at..at + c.len_utf8()])?;
    let bracketed = i > 0 && lexed.mark(i - 1) == Some('(') && lexed.mark(i + 1) == Some(')');
    bracketed.then_some((u8::try_from(day).ok()? + 1, i + 1))
}

/// 水曜日, （水）, 星期三, 周三, 礼拜三: the day, where it starts, the token after.
fn ideograph_weekday(lexed: &Lexed<'_>, i: usize) -> Option<(u8, usize, usize)> {
    let position =
        |days: &str, c: char| days.chars().position(|d| d == c).and_then(|n| u8::try_from(n + 1).ok());
    let first = lexed.mark(i)?;
    if first == '(' {
        let day = position("月火水木金土日", lexed.mark(i + 1)?)?;
        let closed = lexed.mark(i + 2) == Some(')') || lexed.mark(i + 2) == Some('曜');
        return closed.then_some((day, lexed.start(i + 1), i + 2));
    }
    if lexed.mark(i + 1) == Some('曜') {
        let next = if lexed.mark(i + 2) == Some('日') { i + 3 } else { i + 2 };
        return Some((position("月火水木金土日", first)?, lexed.start(i), next));
    }
    let at = match (first, lexed.mark(i + 1)) {
        ('星', Some('期')) | ('礼' | '禮', Some('拜')) => i + 2,
        ('周' | '週', _) => i + 1,
        _ => return None,
    };
    let sign = lexed.mark(at)?;
    let day = position("一二三四五六日", sign).or((sign == '天').then_some(7))?;
    Some((day, lexed.start(i), at + 1))
}

fn ideograph_day_word(lexed: &Lexed<'_>, i: usize) -> Option<(i8, usize)> {
    let days = match (lexed.mark(i)?, lexed.mark(i + 1)?) {
        ('今', '天' | '日') | ('本', '日') => 0,
        ('昨', '天' | '日') => -1,
        ('前', '天') | ('一', '昨') => -2,
        _ => return None,
    };
    Some((days, i + 2))
}

/// "6 hours ago", "vor 2 Std.", "an hour ago", "il y a 3 heures", "3小时前": count, unit in seconds, token after.
fn ago(lexed: &Lexed<'_>, i: usize) -> Option<(u32, u32, usize)> {
    let mut at = i;
    let senses = lexed.senses(i);
    let il_y_a =
        lexed.text(i).eq_ignore_ascii_case("il") && lexed.text(i + 1) == "y" && lexed.text(i + 2) == "a";
    // "for 2 timer siden" and "för 2 timmar sedan" put a word on both sides; "for 2 days" alone is a duration.
    let both = ["for", "för"].iter().any(|w| lexed.text(i).eq_ignore_ascii_case(w));
    let before = senses.is(Flag::AgoBefore) || il_y_a || both;
    if before {
        at = if il_y_a { i + 3 } else { i + 1 };
    }
    let count = match lexed.num(at) {
        Some((count, digits)) if digits <= 3 => count,
        Some(_) => return None,
        None if lexed.senses(at).is(Flag::One) => 1,
        None => return None,
    };
    if let Some(ago) = ideograph_ago(lexed, at, count) {
        return Some(ago);
    }
    let (unit, next) = unit(lexed, at + 1)?;
    if before {
        let behind = lexed.senses(next).is(Flag::AgoAfter);
        return (behind || !both).then_some((count, unit, if behind { next + 1 } else { next }));
    }
    if lexed.senses(next).is(Flag::AgoAfter) {
        // "2 jam yang lalu"
        let next = if lexed.senses(next + 1).is(Flag::AgoAfter) { next + 2 } else { next + 1 };
        return Some((count, unit, next));
    }
    // Hungarian glues "ago" into the unit ("2 órája"), Korean the unit and 전.
    let glued = ["전", "ปี", "ที่แล้ว"].iter().any(|w| lexed.text(next - 1).ends_with(w))
        || lexed.senses(next - 1).is(Flag::AgoAfter);
    glued.then_some((count, unit, next))
}

fn unit(lexed: &Lexed<'_>, i: usize) -> Option<(u32, usize)> {
    let (senses, next) = lexed.dotted(i);
    if senses.unit != 0 {
        return Some((senses.unit, next));
    }
    let text = lexed.text(i);
    if lexed.glued(i) && text.len() == 1 {
        // "5m ago", "2d ago"; h is in the table.
        let unit = match text {
            "m" => 60,
            "d" => 86_400,
            "w" => 604_800,
            "s" => 1,
            _ => return None,
        };
        return Some((unit, i + 1));
    }
    for (word, unit) in [
        ("시간", 3600),
        ("분", 60),
        ("초", 1),
        ("일", 86_400),
        ("주", 604_800),
        ("개월", 2_592_000),
        ("년", 31_536_000),
    ] {
        if text.strip_prefix(word).is_some_and(|rest| rest == "전" || rest.is_empty()) {
            return Some((unit, i + 1));
        }
    }
    None
}

/// 小时前, 分钟前, 時間前, 日前 behind a number.
fn ideograph_ago(lexed: &Lexed<'_>, at: usize, count: u32) -> Option<(u32, u32, usize)> {
    let start = lexed.start(at + 1);
    let rest = lexed.line.get(start..)?;
    for (words, unit) in [
        ("分钟前", 60),
        ("分鐘前", 60),
        ("分前", 60),
        ("小时前", 3600),
        ("小時前", 3600),
        ("個小時前", 3600),
        ("个小时前", 3600),
        ("時間前", 3600),
        ("天前", 86_400),
        ("日前", 86_400),
        ("週間前", 604_800),
        ("周前", 604_800),
        ("個月前", 2_592_000),
        ("个月前", 2_592_000),
        ("か月前", 2_592_000),
        ("ヶ月前", 2_592_000),
        ("年前", 31_536_000),
        ("秒前", 1),
    ] {
        if rest.starts_with(words) {
            let mut next = at + 1;
            while next < lexed.tokens.len() && lexed.start(next) < start + words.len() {
                next += 1;
            }
            return Some((count, unit, next));
        }
    }
    None
}
