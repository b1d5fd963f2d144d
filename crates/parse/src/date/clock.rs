//! Times of day and the zones they are told in.

use chrono::NaiveTime;
use wirecopy_model::Precision;

use super::lexer::{Kind, Lexed};
use super::marks::{OPEN_ZONES, ZONES};
use super::words::Flag;

/// A time of day found in the tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub(super) time: NaiveTime,
    pub(super) precision: Precision,
    /// Counts only beside a date or a label: "14.52" may be a price, "22 h" a duration.
    pub(super) weak: bool,
    /// A clock mark stands with it (am, Uhr, h, 分), so that it counts in running text.
    pub(super) marked: bool,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) next: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

/// The time that begins at token `i`.
pub(super) fn clock(lexed: &Lexed<'_>, i: usize) -> Option<Clock> {
    let (half, number) = half_before(lexed, i);
    if half.is_none() && lexed.num(i).is_none() {
        return None;
    }
    if lexed.glued(i) && lexed.is_mark(i - 1, &['$', '€', '£', '¥', '#', ':']) {
        return None;
    }
    // The tail of a number: "1.200:30", "3.14.15".
    let tail = i >= 2 && lexed.glued(i) && lexed.glued(i - 1) && lexed.num(i - 2).is_some();
    if tail && lexed.mark(i - 1) == Some('.') {
        return None;
    }
    let read = digits(lexed, number)?;
    finish(lexed, i, half, &read)
}

/// 上午, 下午, 오전, 오후 and SA, CH stand before the hour.
fn half_before(lexed: &Lexed<'_>, i: usize) -> (Option<Half>, usize) {
    match lexed.mark(i) {
        Some('上' | '午' | '凌' | '早' | '下' | '晚' | '中') => {
            let Some(rest) = lexed.line.get(lexed.start(i)..) else { return (None, i) };
            for (word, half) in [
                ("上午", Half::Am),
                ("午前", Half::Am),
                ("凌晨", Half::Am),
                ("早上", Half::Am),
                ("下午", Half::Pm),
                ("午後", Half::Pm),
                ("晚上", Half::Pm),
                ("中午", Half::Pm),
            ] {
                if rest.starts_with(word) {
                    return (Some(half), i + 2);
                }
            }
            (None, i)
        }
        Some(_) => (None, i),
        None => {
            let text = lexed.text(i);
            match text {
                "오전" => (Some(Half::Am), i + 1),
                "오후" => (Some(Half::Pm), i + 1),
                _ => (None, i),
            }
        }
    }
}

/// Hour, minute, second, precision, whether weak, whether marked, token after.
struct Read {
    hour: u32,
    minute: u32,
    second: u32,
    precision: Precision,
    weak: bool,
    marked: bool,
    next: usize,
}

fn digits(lexed: &Lexed<'_>, i: usize) -> Option<Read> {
    let (value, width) = lexed.num(i)?;
    let plain = |hour, minute, precision, next| Read {
        hour,
        minute,
        second: 0,
        precision,
        weak: false,
        marked: false,
        next,
    };
    if width == 4
        && zone(lexed, i + 1).is_some_and(|z| z.written_word)
        && value / 100 < 24
        && value % 100 < 60
    {
        return Some(Read { marked: true, ..plain(value / 100, value % 100, Precision::Minute, i + 1) });
    }
    if width > 2 || value > 24 {
        return None;
    }
    let two = |at: usize| lexed.num(at).filter(|(v, d)| *d == 2 && *v < 60).map(|(v, _)| v);
    let glued2 = lexed.glued(i + 1) && lexed.glued(i + 2);
    // Some papers write "20 : 12".
    if lexed.mark(i + 1) == Some(':') {
        // Bengali papers set a space behind the colon of a time; in Latin digits "on 12: 30 people" reads the same.
        let indian = width == 2 && lexed.glued(i + 1) && !lexed.text(i).is_ascii();
        if let Some(minute) = two(i + 2).filter(|_| glued2 || indian || !lexed.glued(i + 1)) {
            let mut read = plain(value, minute, Precision::Minute, i + 3);
            if lexed.mark(i + 3) == Some(':')
                && lexed.glued(i + 3)
                && let Some(second) = two(i + 4).filter(|_| lexed.glued(i + 4))
            {
                read.second = second;
                read.precision = Precision::Second;
                read.next = i + 5;
                // "…:00.790": a machine's clock; the value is said to the second.
                if lexed.is_mark(i + 5, &['.', ','])
                    && lexed.glued(i + 5)
                    && lexed.glued(i + 6)
                    && lexed.num(i + 6).is_some_and(|(_, digits)| digits <= 9)
                {
                    read.next = i + 7;
                }
            }
            return Some(read);
        }
        return None;
    }
    // 3時間 and 3시간 are three hours long.
    let long = lexed.is_mark(i + 2, &['間', '间']) || lexed.text(i + 1).starts_with("시간");
    if !long && (lexed.is_mark(i + 1, &['時', '时', '点', '點']) || lexed.text(i + 1).starts_with('시'))
    {
        let mut read = Read { marked: true, ..plain(value, 0, Precision::Hour, i + 2) };
        if let Some((minute, _)) = lexed.num(i + 2).filter(|(m, d)| *d <= 2 && *m < 60)
            && (lexed.is_mark(i + 3, &['分']) || lexed.text(i + 3).starts_with('분'))
        {
            read.minute = minute;
            read.precision = Precision::Minute;
            read.next = i + 4;
            if let Some((second, _)) = lexed.num(i + 4).filter(|(s, d)| *d <= 2 && *s < 60)
                && (lexed.is_mark(i + 5, &['秒']) || lexed.text(i + 5).starts_with('초'))
            {
                (read.second, read.precision, read.next) = (second, Precision::Second, i + 6);
            }
        }
        return Some(Read { weak: read.precision == Precision::Hour, ..read });
    }
    if lexed.glued(i + 1) && matches!(lexed.text(i + 1), "h" | "H" | "u" | "ч") {
        if let (true, Some(minute)) = (lexed.glued(i + 2), two(i + 2)) {
            let next =
                if lexed.glued(i + 3) && matches!(lexed.text(i + 3), "min" | "m") { i + 4 } else { i + 3 };
            return Some(Read { marked: true, ..plain(value, minute, Precision::Minute, next) });
        }
        return Some(Read { weak: true, ..plain(value, 0, Precision::Hour, i + 2) });
    }
    if lexed.mark(i + 1) == Some('.')
        && glued2
        && let Some(minute) = two(i + 2)
    {
        let goes_on = lexed.glued(i + 3)
            && (lexed.is_mark(i + 3, &['%', '€', '$'])
                || lexed.mark(i + 3) == Some('.') && lexed.glued(i + 4) && lexed.num(i + 4).is_some());
        return (!goes_on).then(|| Read { weak: true, ..plain(value, minute, Precision::Minute, i + 3) });
    }
    // "5 PM", "10 Uhr": the mark makes it a time.
    let (senses, _) = lexed.dotted(i + 1);
    let halves = senses.is(Flag::Am) || senses.is(Flag::Pm);
    let latin = matches!(lexed.text(i + 1).as_bytes().first(), Some(b'a' | b'p' | b'A' | b'P'));
    if halves && latin && value <= 12 && value > 0 {
        return Some(Read { marked: true, ..plain(value, 0, Precision::Hour, i + 1) });
    }
    let uhr = matches!(lexed.text(i + 1), "Uhr" | "uhr" | "uur");
    uhr.then(|| Read { marked: true, weak: true, ..plain(value, 0, Precision::Hour, i + 1) })
}

fn finish(lexed: &Lexed<'_>, from: usize, before: Option<Half>, read: &Read) -> Option<Clock> {
    let Read { mut hour, minute, second, precision, mut weak, mut marked, mut next } = *read;
    let mut half = before;
    marked |= before.is_some();
    // "3:48: Uhr", "16.03 Uhr", "22:04h", "9:25pm", "5:11 p.m.", "09:23 ص"
    let mark = if lexed.mark(next) == Some(':') && !lexed.glued(next + 1) { next + 1 } else { next };
    let (senses, after) = lexed.dotted(mark);
    let text = lexed.text(mark);
    // Danish and Dutch "am" do not occur behind a clock, but "a m" in running text does: one letter needs another script or a dot.
    if senses.is(Flag::Am) || senses.is(Flag::Pm) {
        half = Some(if senses.is(Flag::Am) { Half::Am } else { Half::Pm });
        // A dot behind a plain "pm" ends the sentence.
        let plain = after == mark + 2 && lexed.mark(mark + 1) == Some('.');
        (next, weak, marked) = (if plain { mark + 1 } else { after }, false, true);
    } else if senses.is(Flag::HourMark) && (lexed.glued(mark) || text.len() > 1) {
        (next, weak, marked) = (mark + 1, false, true);
    }
    match half {
        Some(Half::Pm) if hour < 12 => hour += 12,
        Some(Half::Am) if hour == 12 => hour = 0,
        _ => {}
    }
    if weak && kl_before(lexed, from) {
        (weak, marked) = (false, true);
    }
    if hour == 24 && minute == 0 && second == 0 {
        // Some papers close the day with 24:00; the day it names is the one written.
        hour = 0;
    }
    let time = NaiveTime::from_hms_opt(hour, minute, second)?;
    let last = next.saturating_sub(1);
    Some(Clock { time, precision, weak, marked, start: lexed.start(from), end: lexed.end(last), next })
}

/// "kl. 14.52", "klo 12.45", "alle 14.52", "ore 9.30".
fn kl_before(lexed: &Lexed<'_>, i: usize) -> bool {
    let Some(mut at) = i.checked_sub(1) else { return false };
    if lexed.mark(at) == Some('.') && at > 0 {
        at -= 1;
    }
    let text = lexed.text(at);
    [
        "kl", "klo", "klockan", "klokken", "kello", "alle", "ore", "ora", "godz", "pukul", "jam", "saat",
        "lúc", "om",
    ]
    .iter()
    .any(|w| text.eq_ignore_ascii_case(w))
}

/// A zone found in the tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Zone {
    /// The readings in minutes east of UTC: one, or several when the letters are shared.
    pub(super) minutes: &'static [i16],
    /// Minutes to add, when the zone is `GMT+8` or a bare offset.
    pub(super) shift: i16,
    /// Letters stand there, not only an offset.
    pub(super) written_word: bool,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) next: usize,
}

/// The zone that begins at token `i`, brackets included. Directly behind a time also a bare offset.
pub(super) fn zone(lexed: &Lexed<'_>, i: usize) -> Option<Zone> {
    let bracket = lexed.is_mark(i, &['(', '[']);
    let at = if bracket { i + 1 } else { i };
    let close = |mut zone: Zone| {
        if bracket && lexed.is_mark(zone.next, &[')', ']']) {
            zone.end = lexed.end(zone.next);
            zone.next += 1;
            zone.start = lexed.start(i);
        }
        zone
    };
    if lexed.kind(at) != Some(Kind::Word) {
        return None;
    }
    let text = lexed.text(at);
    if text.len() > 8
        || !text.chars().next()?.is_uppercase() && text != "мск"
        || text.chars().skip(1).any(char::is_lowercase) && text != "мск"
    {
        return None;
    }
    let minutes: &'static [i16] =
        match ZONES.iter().position(|(name, _)| *name == text || text == "мск" && *name == "МСК") {
            Some(known) => std::slice::from_ref(&ZONES.get(known)?.1),
            None => OPEN_ZONES.iter().find(|(name, _)| *name == text)?.1,
        };
    if text == "Z" && !lexed.glued(at) {
        return None;
    }
    let mut zone = Zone {
        minutes,
        shift: 0,
        written_word: true,
        start: lexed.start(at),
        end: lexed.end(at),
        next: at + 1,
    };
    if matches!(text, "GMT" | "UTC")
        && let Some((shift, next)) = signed(lexed, at + 1, true)
    {
        (zone.shift, zone.next, zone.end) = (shift, next, lexed.end(next - 1));
    }
    Some(close(zone))
}

/// A bare offset behind a time: "-0700", "+02:00".
pub(super) fn bare_offset(lexed: &Lexed<'_>, i: usize, seconds_written: bool) -> Option<Zone> {
    static ZERO: [i16; 1] = [0];
    let bracket = lexed.is_mark(i, &['(']);
    let at = if bracket { i + 1 } else { i };
    let sign = lexed.mark(at).filter(|c| matches!(c, '+' | '-'))?;
    let (shift, next) = signed(lexed, at, false)?;
    let (_, width) = lexed.num(at + 1)?;
    // "10:00-12:00" is a span of hours, "14:00 - 2019" is no offset.
    if sign == '-' && width != 4 && !seconds_written || !lexed.glued(at + 1) {
        return None;
    }
    let closed = bracket && lexed.mark(next) == Some(')');
    let next = if closed { next + 1 } else { next };
    Some(Zone {
        minutes: &ZERO,
        shift,
        written_word: false,
        start: lexed.start(i),
        end: lexed.end(next - 1),
        next,
    })
}

/// A signed number of hours, or hours and minutes, at token `i`.
fn signed(lexed: &Lexed<'_>, i: usize, hours_alone: bool) -> Option<(i16, usize)> {
    let sign = match lexed.mark(i)? {
        '+' => 1,
        '-' | '–' => -1,
        _ => return None,
    };
    let (value, width) = lexed.num(i + 1)?;
    let (hours, minutes, next) = match width {
        4 => (value / 100, value % 100, i + 2),
        1 | 2 => match (lexed.mark(i + 2), lexed.num(i + 3)) {
            (Some(':'), Some((minutes, 2))) if lexed.glued(i + 2) && lexed.glued(i + 3) => {
                (value, minutes, i + 4)
            }
            _ if hours_alone => (value, 0, i + 2),
            _ => return None,
        },
        _ => return None,
    };
    if hours > 14 || !matches!(minutes, 0 | 15 | 30 | 45) {
        return None;
    }
    // "15:59 GMT - 3 May": the hyphen of a line is no sign.
    if hours_alone && sign < 0 && !lexed.glued(i + 1) {
        return None;
    }
    Some((sign * i16::try_from(hours * 60 + minutes).ok()?, next))
}
