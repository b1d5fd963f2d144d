//! Datelines of Chinese, Japanese and Korean papers: `某社某市7月15日电`, `【某市２９日通信】`, `(가온=통신) 김 기자 =`.

use std::ops::Range;

use super::agency::{agency_at_end, agency_at_start, is_agency, is_unspaced};
use super::dateline::{DatelineRead, is_town};
use super::dateline_date::date_len;
use super::dateline_places::is_known_place;
use crate::folded::{find, is_letter};
use crate::lines::range_in;

/// Parts as slices of the paragraph.
#[derive(Debug, Default)]
struct Parts<'t> {
    place: Option<&'t str>,
    date: Option<&'t str>,
    agency: Option<&'t str>,
    reporters: Vec<&'t str>,
    strength: f32,
}

pub(super) fn read(text: &str) -> Option<DatelineRead> {
    let first = text.chars().next()?;
    let close = match first {
        '【' => '】',
        '［' => '］',
        '[' => ']',
        '（' => '）',
        '(' => ')',
        '〔' => '〕',
        '〈' => '〉',
        '＜' => '＞',
        _ if is_unspaced(first) || is_letter(first) => return opening(text),
        _ => return None,
    };
    bracketed(text, first, close)
}

fn is_east(c: char) -> bool {
    is_unspaced(c) || is_hangul(c)
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Everything in one bracket before the sentence.
fn bracketed(text: &str, open: char, close: char) -> Option<DatelineRead> {
    let from = open.len_utf8();
    let end = text[from..].find(close)? + from;
    let inner = text[from..end].trim();
    if inner.chars().count() > 40 || !inner.chars().any(is_east) {
        return None;
    }
    let mut parts = inside(inner)?;
    let mut raw_end = end + close.len_utf8();
    let mut sentence = raw_end;
    // `(가온=통신) 김서윤 기자 = `: the reporter stands behind the bracket, the sentence behind an equals sign.
    if let Some((names, length)) = reporters_behind(&text[raw_end..]) {
        parts.reporters = names;
        sentence = raw_end + length;
        raw_end =
            text[..sentence].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '＝')).len();
    }
    Some(build(text, raw_end, sentence, &parts))
}

fn build(text: &str, raw_end: usize, sentence: usize, parts: &Parts<'_>) -> DatelineRead {
    let behind = &text[sentence..];
    let marks = |c: char| {
        c.is_whitespace() || matches!(c, '-' | '–' | '—' | '―' | '=' | '＝' | '：' | ':' | '\u{3000}' | '】')
    };
    let end = text.len() - behind.trim_start_matches(marks).len();
    let range = |part: Option<&str>| part.filter(|p| !p.is_empty()).map(|p| range_in(text, p));
    DatelineRead {
        raw: 0..raw_end,
        end,
        place: range(parts.place),
        date: range(parts.date),
        agency: range(parts.agency),
        reporters: parts.reporters.iter().map(|r| range_in(text, r)).collect(),
        alone: text[end..].trim().is_empty(),
        strength: parts.strength,
    }
}

fn inside(inner: &str) -> Option<Parts<'_>> {
    // `本报讯`: this paper, as it calls itself.
    if let Some(own) = inner.strip_suffix(['讯', '訊']).filter(|o| is_own(o)) {
        return Some(Parts { agency: Some(own), strength: 0.8, ..Parts::default() });
    }
    if is_agency(inner) {
        return Some(Parts { agency: Some(inner), strength: 0.75, ..Parts::default() });
    }
    if let Some(parts) = equals(inner) {
        return Some(parts);
    }
    if let Some(parts) = filed_by(inner) {
        return Some(parts);
    }
    if let Some((before, date, after)) = around_date(inner) {
        let mut parts = Parts { date: Some(date), ..agency_place(before) };
        let after = strip_filing(after);
        if parts.agency.is_none() && !after.is_empty() {
            // `某市２９日都市通信`: the agency may carry its reporter: `２９日通信＝氏名`.
            let (agency, names) = after.split_once(['＝', '=']).unwrap_or((after, ""));
            parts.agency = Some(agency.trim());
            parts.reporters.extend(split_names(names));
        }
        let parts_known = usize::from(parts.place.is_some()) + usize::from(parts.agency.is_some());
        parts.strength = match parts_known {
            0 => 0.45,
            1 => 0.85,
            _ => 0.97,
        };
        return Some(parts);
    }
    // `【ワシントン時事】`, `【ニューヨーク共同】`.
    if let Some(range) = agency_at_end(inner).filter(|r| r.start > 0) {
        let place = inner[..range.start].trim_end();
        if place.chars().count() <= 10 && place.chars().all(is_place_char) {
            let strength = if is_town(place) { 0.97 } else { 0.85 };
            return Some(Parts {
                place: Some(place),
                agency: Some(&inner[range]),
                strength,
                ..Parts::default()
            });
        }
    }
    // `[한빛통신 김서윤 기자]`, `[서울 김서윤 기자]`.
    let (names, rest) = titled_reporter(inner)?;
    let rest = rest.trim();
    let mut parts = Parts { reporters: vec![names], strength: 0.9, ..Parts::default() };
    if is_known_place(rest) {
        parts.place = Some(rest);
    } else if !rest.is_empty() {
        parts.agency = Some(rest);
    }
    Some(parts)
}

/// `서울=연합뉴스`, `부산=한빛통신 김서윤 기자`, `青浜＝佐原健`.
fn equals(inner: &str) -> Option<Parts<'_>> {
    let (left, right) = inner.split_once(['=', '＝'])?;
    let (left, right) = (left.trim(), right.trim());
    if left.is_empty() || right.is_empty() || left.chars().count() > 16 {
        return None;
    }
    let mut parts = Parts { strength: 0.95, ..Parts::default() };
    let mut behind = right;
    if let Some((names, rest)) = titled_reporter(right) {
        parts.reporters.push(names);
        behind = rest.trim();
    } else if !right.chars().any(is_hangul) && !is_agency(right) && agency_at_end(right).is_none() {
        // Japanese papers set the reporter behind the sign, agencies end in a word for it.
        if !right.ends_with("通信") && !right.ends_with('社') && right.chars().count() <= 14 {
            parts.reporters.extend(split_names(right));
            behind = "";
        }
    }
    if !behind.is_empty() {
        parts.agency = Some(behind);
    }
    if let Some((before, date, after)) = around_date(left) {
        parts.date = Some(date);
        parts.place = Some(if before.is_empty() { after } else { before }).filter(|p| !p.is_empty());
    } else if is_agency(left)
        || is_house(left)
        || left.is_ascii() && !behind.is_empty() && !parts.reporters.is_empty()
    {
        // `[OSEN=잠실, 김서윤 기자]`: the paper first, the ground behind the sign.
        parts.place = parts.agency.take().map(|a| a.trim_end_matches([',', ' '])).filter(|p| !p.is_empty());
        parts.agency = Some(left);
    } else {
        parts.place = Some(left);
    }
    Some(parts)
}

/// Korean papers and sites by the last syllables of their names.
fn is_house(name: &str) -> bool {
    ["뉴스", "일보", "신문", "경제", "통신", "데일리", "투데이", "타임스", "닷컴", "신보", "매일", "TV"]
        .iter()
        .any(|w| name.ends_with(w))
}

/// A name with its title at the end: the name, and what stands before it.
fn titled_reporter(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end();
    let title =
        ["선임기자", "객원기자", "전문기자", "인턴기자", "기자", "특파원", "통신원", "記者", "특별취재팀"]
            .iter()
            .find(|t| text.ends_with(**t))?;
    let named = text[..text.len() - title.len()].trim_end();
    let at = named.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let at = (at..named.len()).find(|i| named.is_char_boundary(*i)).unwrap_or(named.len());
    let name = &named[at..];
    let letters = name.chars().filter(|c| is_east(*c)).count();
    (letters >= 2
        && name.chars().count() <= 9
        && name.chars().all(|c| is_east(c) || matches!(c, '·' | ',' | '，')))
    .then_some((name, &named[..at]))
}

/// Reporters between the bracket and an equals sign; also the length up to the sentence.
fn reporters_behind(text: &str) -> Option<(Vec<&str>, usize)> {
    let end = text.find(['=', '＝']).filter(|at| *at <= 80)?;
    let filed = text[..end].trim();
    if filed.contains(['.', '。', '"', '“']) {
        return None;
    }
    let (last, before) = titled_reporter(filed)?;
    let mut names: Vec<&str> = Vec::new();
    for word in before.split([' ', ',', '·']) {
        let word = word.trim();
        if (2..=4).contains(&word.chars().count()) && word.chars().all(is_hangul) && !is_title(word) {
            names.push(word);
        }
    }
    names.extend(last.split(['·', ',', '，']).filter(|name| !name.is_empty()));
    Some((names, end + 1))
}

fn is_title(word: &str) -> bool {
    matches!(word, "기자" | "특파원" | "통신원" | "인턴" | "선임기자")
}

/// `記者王某／某地報導`, `中央社記者王某某地21日電` without its date goes elsewhere.
fn filed_by(inner: &str) -> Option<Parts<'_>> {
    let filed =
        ["報導", "报道", "報道", "特稿", "攝影報導", "專題報導"].iter().find(|w| inner.ends_with(**w))?;
    let body = inner[..inner.len() - filed.len()].trim_end();
    let (who, place) = match body.split_once(['／', '/', '∕']) {
        Some(found) => found,
        // `記者王小明花蓮報導`: name and town run together.
        None => {
            let (_, named) = body.split_once("記者").or_else(|| body.split_once("记者"))?;
            let (_, town) = split_name_town(named.trim());
            (&body[..body.len() - town.len()], town)
        }
    };
    let Some((house, names)) = who.split_once("記者").or_else(|| who.split_once("记者")) else {
        // `即時新聞／綜合報導`: a desk, nobody's name.
        return Some(Parts { strength: 0.7, ..Parts::default() });
    };
    let mut parts = Parts { strength: 0.97, reporters: split_names(names), ..Parts::default() };
    if !house.trim().is_empty() {
        parts.agency = Some(house.trim());
    }
    let place = place.trim();
    // Gathered from several towns.
    if !matches!(place, "綜合" | "综合" | "連線" | "即時" | "整理") && !place.is_empty() {
        parts.place = Some(place);
    }
    Some(parts)
}

fn split_names(names: &str) -> Vec<&str> {
    names
        .split(['、', '，', ',', '·', '；', ' ', '\u{3000}', '/', '／'])
        .map(str::trim)
        .filter(|n| n.chars().count() >= 2 && n.chars().all(|c| is_east(c) || is_letter(c) || c == '・'))
        .collect()
}

/// The day inside a short dateline, and what stands on both sides.
fn around_date(text: &str) -> Option<(&str, &str, &str)> {
    for (at, c) in text.char_indices() {
        if super::dateline_date::digit(c).is_none() {
            continue;
        }
        let Some(len) = date_len(&text[at..]) else { continue };
        let date = &text[at..at + len];
        if date.ends_with(['日', '일', '号']) {
            return Some((text[..at].trim(), date, text[at + len..].trim()));
        }
    }
    None
}

fn strip_filing(text: &str) -> &str {
    text.trim_end_matches(['電', '电', '讯', '訊', '発', '發', '专']).trim()
}

fn is_place_char(c: char) -> bool {
    is_east(c) || matches!(c, '・' | '·' | '、' | 'ー' | '／' | '/') || is_letter(c)
}

/// `某社某市`, `中央社記者王小明台北`, `某市`: agency, reporter and town written as one.
fn agency_place(text: &str) -> Parts<'_> {
    let text = text.trim();
    let mut parts = Parts::default();
    let mut rest = text;
    if let Some(range) = agency_at_start(text) {
        parts.agency = Some(&text[range.clone()]);
        rest = &text[range.end..];
    } else if let Some(end) = house_end(text) {
        parts.agency = Some(&text[..end]);
        rest = &text[end..];
    }
    if let Some(named) = rest.strip_prefix("記者").or_else(|| rest.strip_prefix("记者")) {
        let (name, town) = split_name_town(named);
        parts.reporters.extend(split_names(name));
        rest = town;
    }
    let town = rest.trim().trim_end_matches(['，', ',', '、', '/', '／']);
    if !town.is_empty() && town.chars().count() <= 12 && town.chars().all(is_place_char) {
        parts.place = Some(town);
    }
    parts
}

/// End of the first word that names a news house by its last sign: 社, 报, 网, 台.
fn house_end(text: &str) -> Option<usize> {
    text.char_indices()
        .take(9)
        .filter(|(at, _)| *at > 0)
        .find(|(at, c)| {
            matches!(c, '社' | '报' | '報' | '网' | '網')
                || ["之家", "日报", "晚报", "电视台", "電視台", "新闻", "新聞", "财经", "在线", "科技"]
                    .iter()
                    .any(|w| text[..at + c.len_utf8()].ends_with(w))
        })
        .map(|(at, c)| at + c.len_utf8())
}

/// Name and town run together: a town that is known decides, else three signs are the usual name.
fn split_name_town(text: &str) -> (&str, &str) {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    for at in starts.iter().skip(2).take(4) {
        if is_known_place(&text[*at..]) {
            return text.split_at(*at);
        }
    }
    let name = match starts.len() {
        0..=3 => starts.len(),
        4 => 2,
        _ => 3,
    };
    text.split_at(starts.get(name).copied().unwrap_or(text.len()))
}

/// What a paper calls itself.
fn is_own(name: &str) -> bool {
    matches!(name, "本报" | "本報" | "本刊" | "本网" | "本網" | "本台" | "本社")
}

/// Words that a filed report says of itself.
static FILINGS: &[&str] = &["专电", "專電", "快讯", "快訊", "消息", "电", "電", "讯", "訊", "报道", "报导"];

/// `东湖社青岭3月12日电（记者 …）`, `某报讯`, `某网9月30日消息`.
fn opening(text: &str) -> Option<DatelineRead> {
    // In UTF-8 ideographs and kana open with these bytes; most texts have none.
    let opening = &text.as_bytes()[..text.len().min(4 * 36)];
    if opening.iter().fold(0, |most, byte| most.max(*byte)) < 0xe3 {
        return None;
    }
    let reach = text.char_indices().nth(36).map_or(text.len(), |(at, _)| at);
    let head = &text[..reach];
    let stop = head.find(['，', '。', '！', '？', '“', '「', '；', '\n', '：', ':']).unwrap_or(head.len());
    let head = &head[..stop];
    if !head.chars().any(is_unspaced) {
        return None;
    }
    // `（记者 …）` may stand before the word; nothing is looked for behind it.
    let open = head.find(['（', '(']).unwrap_or(head.len());
    let (at, filing) = FILINGS
        .iter()
        .filter_map(|w| find(&head[..open], w).map(|at| (at, *w)))
        .min_by_key(|(at, w)| (*at, usize::MAX - w.len()))?;
    // `据某社某市5月3日电`: taken over from an agency, the day shows that it is no sentence.
    let taken = head.starts_with(['据', '據'])
        && around_date(&text[..at]).is_some_and(|(_, _, rest)| rest.is_empty());
    let lead = if taken { '据'.len_utf8() } else { 0 };
    let before = &text[lead..at];
    let mut after = at + filing.len();
    if before.starts_with(['据', '據', '從', '从', '记', '對', '对']) {
        return None;
    }
    let mut parts = match around_date(before) {
        Some((front, date, rest)) if rest.is_empty() || rest == "专" => {
            let parts = Parts { date: Some(date), ..agency_place(front) };
            let strength = if parts.agency.is_some() || front.starts_with('本') { 0.97 } else { 0.5 };
            Parts { strength, ..parts }
        }
        Some(_) => return None,
        None => {
            let house = before.trim();
            let own = is_own(house);
            let next = text[after..].chars().next();
            let set_off =
                next.is_none_or(|c| c.is_whitespace() || matches!(c, '（' | '(' | '：' | ':' | '，'));
            let named = !own
                && (is_agency(house)
                    || house_end(house) == Some(house.len())
                    || house.ends_with(['台', '报', '網', '网']));
            if !set_off || !(own || named) || house.chars().count() > 10 {
                return None;
            }
            Parts { agency: Some(house), strength: if own { 0.85 } else { 0.75 }, ..Parts::default() }
        }
    };
    if parts.place.is_none() && parts.agency.is_none() && parts.strength < 0.6 {
        return None;
    }
    let mut raw_end = after;
    if let Some((names, range)) = reporter_bracket(&text[after..]) {
        parts.reporters.extend(names);
        parts.strength = parts.strength.max(0.95);
        after += range.end;
        raw_end = after;
    }
    Some(build(text, raw_end, after, &parts))
}

/// `（记者 陈某、刘某）` right behind the filing word.
fn reporter_bracket(text: &str) -> Option<(Vec<&str>, Range<usize>)> {
    let trimmed = text.trim_start();
    let lead = text.len() - trimmed.len();
    let open = trimmed.chars().next().filter(|c| matches!(c, '（' | '('))?;
    let close = if open == '（' { '）' } else { ')' };
    let end = trimmed.find(close)?;
    let inner = &trimmed[open.len_utf8()..end];
    if inner.chars().count() > 60 {
        return None;
    }
    let at = inner.find("记者").or_else(|| inner.find("記者")).or_else(|| inner.find("通讯员"))?;
    let mut names = Vec::new();
    for part in inner[at..].split(['、', ' ', '\u{3000}', '，', ',', '；', '\u{a0}', '：', ':']) {
        let name = ["见习记者", "实习生", "通讯员", "记者", "記者", "特约"]
            .iter()
            .fold(part.trim(), |n, t| n.strip_prefix(t).unwrap_or(n));
        if (2..=12).contains(&name.chars().count()) && name.chars().all(|c| is_unspaced(c) || c == '·') {
            names.push(name);
        }
    }
    Some((names, 0..lead + end + close.len_utf8()))
}
