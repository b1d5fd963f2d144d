//! Which of the lines that could be the headline is, and what of it.
//!
//! A headline may be wrapped over two lines, printed twice (once with the site's name behind it), or preceded by the
//! title of the browser window.

use wirecopy_model::Span;

use super::clean::{are_copies, clean, key};
use crate::fields::agency::is_agency;
use crate::fields::source;
use crate::folded::rfind;
use crate::label::echo::words_of;
use crate::label::lexicon::{self, Class};
use crate::label::measure::is_wide;

/// A headline and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Headline {
    pub(crate) text: String,
    pub(crate) spans: Vec<Span>,
    /// The section that was glued before it.
    pub(crate) section: Option<Span>,
    pub(crate) reason: &'static str,
}

/// One line that was given the headline's role.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) line: usize,
    pub(crate) span: Span,
    pub(crate) confidence: f32,
    /// Whether the line is the rest of a headline wrapped on the line before.
    pub(crate) continues: bool,
}

/// Words that site names are made of, in small letters, in the languages of the press.
const SITE_WORDS: &[&str] = &[
    "news",
    "times",
    "post",
    "herald",
    "daily",
    "tribune",
    "journal",
    "gazette",
    "chronicle",
    "telegraph",
    "guardian",
    "observer",
    "press",
    "magazine",
    "review",
    "online",
    "tv",
    "radio",
    "today",
    "report",
    "wire",
    "media",
    "zeitung",
    "nachrichten",
    "anzeiger",
    "kurier",
    "presse",
    "tageblatt",
    "allgemeine",
    "blatt",
    "rundschau",
    "diario",
    "periódico",
    "noticias",
    "jornal",
    "folha",
    "correio",
    "gazeta",
    "dziennik",
    "giornale",
    "corriere",
    "quotidiano",
    "journal",
    "nouvelles",
    "actualités",
    "info",
    "krant",
    "dagblad",
    "nieuws",
    "avisen",
    "nyheter",
    "bladet",
    "новости",
    "газета",
    "вести",
    "правда",
    "известия",
    "новини",
    "haber",
    "gazetesi",
    "新闻",
    "新聞",
    "网",
    "網",
    "日报",
    "日報",
    "ニュース",
    "뉴스",
    "일보",
    "신문",
    "berita",
    "báo",
    "blog",
    "forum",
    "portal",
    "24",
];

/// Marks between a headline and a site's name.
const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", "｜", "_", " / ", " > ", "|"];

/// Forms of a headline that are compared with each other: a record has a handful, and each is held against each.
const MOST_COMPARED: usize = 32;

/// A headline of so many bytes, of letters and digits only, stands inside another line by no chance.
const TELLING: usize = 30;

/// Lines of a menu: so many between two headlines part the title of the browser's window from the printed one.
const MENU: usize = 12;

/// Words of a printed headline that is held against the title of the browser's window.
const FEWEST: usize = 4;

/// Parts of a browser window's title that may be cut away: page, section, paper, its owner.
const MOST_CUTS: usize = 4;

/// Chooses among the candidates of one article; `None` when there are none.
///
/// `named` tells whether the document gives a name elsewhere as that of its publisher.
pub(crate) fn choose(text: &str, candidates: &[Candidate], named: &dyn Fn(&str) -> bool) -> Option<Headline> {
    // The headline under which another paper had the story is that of this one only when there is no other.
    let mut own: Vec<Candidate> =
        candidates.iter().copied().filter(|c| original(text, c.span).is_none()).collect();
    if own.is_empty() {
        let bare = |c: &Candidate| Candidate { span: original(text, c.span).unwrap_or(c.span), ..*c };
        own = candidates.iter().map(bare).collect();
    }
    let groups = group(text, &own);
    let whole: Vec<Headline> = groups.iter().map(|group| joined(text, group)).collect();
    let keys: Vec<String> = whole.iter().take(MOST_COMPARED).map(|headline| key(&headline.text)).collect();
    // Two forms of which one begins or ends with the other: the shorter is the headline, the longer has the site's name.
    for (short, short_key) in whole.iter().zip(&keys).rev() {
        let extended = keys.iter().any(|long_key| {
            long_key.len() > short_key.len()
                && short_key.len() >= 8
                && (long_key.starts_with(short_key)
                    || long_key.ends_with(short_key)
                    // A crumb path before it and the site behind it.
                    || (short_key.len() >= TELLING && long_key.contains(short_key.as_str())))
        });
        if extended {
            let headline = Headline { reason: "stands again with a suffix", ..short.clone() };
            return Some(without_suffix_of(text, headline, short_key, &keys));
        }
    }
    if let Some(printed) = printed(text, &own, &whole) {
        return Some(Headline { reason: "printed under the window's title", ..printed });
    }
    // Behind a menu stands the printed one; the first is often the browser window's. Of those that stand near each
    // other and are no copies the upper one is the headline, the other rather its standfirst.
    let confidence = |group: &[Candidate]| group.iter().map(|c| c.confidence).fold(0.0, f32::max);
    let best = (0..whole.len()).rev().max_by(|a, b| {
        let alone = |i: usize| {
            i == 0
                || groups[i - 1]
                    .last()
                    .is_none_or(|c| groups[i].first().is_none_or(|d| c.line + MENU < d.line))
        };
        let score =
            |i: usize| confidence(&groups[i]) + if i + 1 == whole.len() && alone(i) { 0.15 } else { 0.0 };
        score(*a).total_cmp(&score(*b))
    })?;
    let mut headline = whole.into_iter().nth(best)?;
    if let [span] = headline.spans[..] {
        let line = span.text(text).unwrap_or("");
        let site = without_site(line, MOST_CUTS).or_else(|| without_named(line, named));
        let site = site.or_else(|| without_agency(line));
        let number = site.is_none().then(|| without_number(line)).flatten();
        let plain = site.is_none() && number.is_none();
        let section = plain.then(|| without_section(line)).flatten();
        let glued = section.as_ref().map(|rest| rest.start - 1);
        let reason = match (&site, &number) {
            (Some(_), _) => "taken without the site's name",
            (None, Some(_)) => "taken without its number",
            (None, None) => "taken without its section",
        };
        if let Some(cut) = site.or(number).or(section) {
            let start = span.start as usize;
            headline.spans = vec![Span::from_range(start + cut.start..start + cut.end)];
            headline.text = clean(headline.spans[0].text(text).unwrap_or(""));
            headline.reason = reason;
            headline.section = glued.map(|end| Span::from_range(start..start + end));
        }
    }
    Some(headline)
}

/// A headline without the site's name, where a longer form of it has that name once more: `Bridge closed – Post` beside
/// `Bridge closed – Post - Post`.
fn without_suffix_of(text: &str, mut headline: Headline, short_key: &str, keys: &[String]) -> Headline {
    let [span] = headline.spans[..] else { return headline };
    let suffixes: Vec<&str> =
        keys.iter().filter_map(|long| long.strip_prefix(short_key)).filter(|rest| !rest.is_empty()).collect();
    let named = |tail: &str| suffixes.contains(&key(tail).as_str());
    if let Some(cut) = span.text(text).and_then(|line| without_named(line, &named)) {
        let start = span.start as usize;
        headline.spans = vec![Span::from_range(start + cut.start..start + cut.end)];
        headline.text = clean(headline.spans[0].text(text).unwrap_or(""));
        headline.reason = "taken without the site's name";
    }
    headline
}

/// The printed headline, when the document opens with the title of the browser's window, which says the same in other
/// words.
fn printed(text: &str, candidates: &[Candidate], whole: &[Headline]) -> Option<Headline> {
    let (window, printed) = (whole.first()?, whole.last()?);
    let opens = candidates.first().is_some_and(|candidate| candidate.line == 0);
    let line = window.spans.first().and_then(|span| span.text(text))?;
    if !opens || whole.len() < 2 || !SEPARATORS.iter().any(|separator| line.contains(separator)) {
        return None;
    }
    let (title, words) = (words_of(&window.text), words_of(&printed.text));
    let shared = words.iter().filter(|word| title.contains(word)).count();
    (words.len() >= FEWEST && shared * 3 >= words.len() * 2).then(|| printed.clone())
}

/// Whether a line gives the headline under which another paper had the story.
pub(crate) fn is_original(line: &str) -> bool {
    original(line, Span::from_range(0..line.len())).is_some()
}

/// What stands behind `原标题：`, the original headline, perhaps in brackets.
fn original(text: &str, span: Span) -> Option<Span> {
    let line = span.text(text)?;
    let inner = line.trim_start_matches(['（', '(', '【', '[']);
    let value = ["原标题", "原標題", "原题", "原題"].iter().find_map(|label| inner.strip_prefix(label))?;
    let value = value.strip_prefix(['：', ':'])?;
    let start = span.end as usize - value.len();
    let value =
        if inner.len() < line.len() { value.trim_end_matches(['）', ')', '】', ']']) } else { value };
    let lead = value.len() - value.trim_start().len();
    (!value.trim().is_empty()).then(|| Span::from_range(start + lead..start + value.trim_end().len()))
}

/// Candidates on consecutive lines that are one headline, wrapped, or copies of it.
fn group(text: &str, candidates: &[Candidate]) -> Vec<Vec<Candidate>> {
    let mut groups: Vec<Vec<Candidate>> = Vec::new();
    for candidate in candidates {
        let belongs = |last: &Candidate| {
            last.line + 1 == candidate.line && (candidate.continues || is_copy(text, last, candidate))
        };
        match groups.last_mut().filter(|group| group.last().is_some_and(belongs)) {
            Some(group) => group.push(*candidate),
            None => groups.push(vec![*candidate]),
        }
    }
    groups
}

/// Whether one of two lines begins or ends with the other.
fn is_copy(text: &str, one: &Candidate, other: &Candidate) -> bool {
    are_copies(one.span.text(text).unwrap_or(""), other.span.text(text).unwrap_or(""))
}

fn joined(text: &str, group: &[Candidate]) -> Headline {
    let mut headline =
        Headline { text: String::new(), spans: Vec::new(), section: None, reason: "labelled as headline" };
    let mut so_far = String::new();
    for candidate in group {
        let part = clean(candidate.span.text(text).unwrap_or(""));
        let this = key(&part);
        if !so_far.is_empty() && (so_far.starts_with(&this) || so_far.ends_with(&this)) {
            // A second copy without the suffix.
            headline.text = part;
            headline.spans = vec![candidate.span];
            headline.reason = "printed twice";
            so_far = this;
            continue;
        }
        if !so_far.is_empty() && (this.starts_with(&so_far) || this.ends_with(&so_far)) {
            headline.reason = "printed twice";
            continue;
        }
        if !headline.text.is_empty() {
            headline.text.push(' ');
            headline.reason = "goes over several lines";
        }
        headline.text.push_str(&part);
        so_far.push_str(&this);
        headline.spans.push(candidate.span);
    }
    headline
}

/// The range of a headline without the site's name behind (or before) it, when a site's name stands there.
fn without_site(line: &str, cuts: usize) -> Option<std::ops::Range<usize>> {
    if cuts == 0 {
        return None;
    }
    for separator in SEPARATORS {
        let Some(at) = rfind(line, separator) else { continue };
        let (head, tail) = (&line[..at], &line[at + separator.len()..]);
        if is_site_name(tail, separator) && head.chars().nth(11).is_some() {
            // "Headline | Section | Paper": what stands between is no headline either when it is one or two words.
            let inner = if separator.trim() == "|" { without_site(head, cuts - 1) } else { None };
            let inner = inner.unwrap_or(0..at);
            return Some(inner);
        }
    }
    None
}

/// The range of a headline without a last part that the document itself names as its publisher.
fn without_named(line: &str, named: &dyn Fn(&str) -> bool) -> Option<std::ops::Range<usize>> {
    let spaced = SEPARATORS.iter().filter(|separator| separator.starts_with(' '));
    let (at, separator) = spaced.filter_map(|sep| Some((rfind(line, sep)?, sep))).max()?;
    let tail = &line[at + separator.len()..];
    let fits = tail.chars().count() <= 45 && line[..at].chars().nth(11).is_some();
    (fits && named(tail)).then_some(0..at)
}

/// The range of a headline behind its number in a digest: `4) Bridge closed`.
fn without_number(line: &str) -> Option<std::ops::Range<usize>> {
    const DIGITS: std::ops::RangeInclusive<usize> = 1..=2;
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    let behind = rest.strip_prefix(')').filter(|_| DIGITS.contains(&digits))?;
    let words = behind.trim_start();
    (words.len() < behind.len() && words.chars().nth(11).is_some())
        .then(|| line.len() - words.len()..line.len())
}

/// The range of a headline behind the agency or paper that a list of titles names first: `Agency - Bridge closed`.
fn without_agency(line: &str) -> Option<std::ops::Range<usize>> {
    const WORDS: usize = 4;
    let (head, separator) =
        [" - ", " | ", " – ", " — "].iter().find_map(|s| Some((line.split_once(s)?.0, s)))?;
    let start = head.len() + separator.len();
    let few = head.split_whitespace().count() <= WORDS;
    (few && line[start..].chars().nth(11).is_some() && (source::names_paper(head) || is_agency(head)))
        .then_some(start..line.len())
}

/// The range of a headline behind the section that was glued to it: `Business:Bakers win`. A colon that belongs to a
/// sentence has a space behind it, in the scripts that have spaces.
fn without_section(line: &str) -> Option<std::ops::Range<usize>> {
    let (section, rest) = line.split_once(':')?;
    let glued = rest.starts_with(char::is_alphabetic) && !rest.starts_with(is_wide);
    let hits = lexicon::look_up(section);
    let known = section.len() <= 30 && hits.starts_with(Class::Section) && hits.covered >= hits.words;
    (glued && known && rest.chars().nth(11).is_some()).then(|| section.len() + 1..line.len())
}

fn is_site_name(tail: &str, separator: &str) -> bool {
    let words: Vec<&str> = tail.split_whitespace().collect();
    if words.is_empty() || words.len() > 6 || tail.chars().count() > 45 {
        return false;
    }
    let lower = tail.to_lowercase();
    let domain = words.len() == 1 && lower.trim_end_matches('.').contains('.') && !lower.ends_with('.');
    let site_word = lower.split(|c: char| !c.is_alphanumeric()).any(|w| SITE_WORDS.contains(&w))
        || SITE_WORDS.iter().any(|w| !w.is_ascii() && w.chars().count() <= 4 && lower.ends_with(w));
    let strong_mark = matches!(separator.trim(), "|" | "｜" | "::" | "_" | "»" | "«");
    let capitals = words.iter().filter(|w| w.chars().next().is_some_and(char::is_uppercase)).count();
    let named = capitals * 2 >= words.len();
    domain
        || (site_word && named)
        || (site_word && !tail.is_ascii())
        || (strong_mark && named && words.len() <= 4)
}

#[cfg(test)]
mod tests {
    use super::{Candidate, choose};
    use wirecopy_model::Span;

    fn check(text: &str, expected: &str) {
        let mut at = 0;
        let candidates: Vec<Candidate> = text
            .split('\n')
            .enumerate()
            .filter_map(|(line, part)| {
                let span = Span::from_range(at..at + part.len());
                at += part.len() + 1;
                let continues = part.starts_with(char::is_lowercase);
                (!part.starts_with('~')).then_some(Candidate { line, span, confidence: 0.9, continues })
            })
            .collect();
        let named = |name: &str| name == "Elder Lantern";
        assert_eq!(choose(text, &candidates, &named).map(|h| h.text).as_deref(), Some(expected));
    }

    #[test]
    fn a_title_of_ten_thousand_bars_is_cut_a_few_times() {
        let bars = "Council closes old bridge".to_owned() + &" | World News".repeat(10_000);
        let cut = bars.strip_suffix(&" | World News".repeat(super::MOST_CUTS)).unwrap();
        check(&bars, cut);
    }

    #[test]
    fn one_line() {
        check("Council closes bridge", "Council closes bridge");
        check("Council closes old bridge | The Northport Post", "Council closes old bridge");
        check("Council closes old bridge - northport.example", "Council closes old bridge");
        check("Council closes old bridge - Elder Lantern", "Council closes old bridge");
        check("Business:Council closes old bridge", "Council closes old bridge");
        check("Business: Council closes old bridge", "Business: Council closes old bridge");
        check("Coast News Agency - Council closes old bridge", "Council closes old bridge");
        check("Talks on bridge - and what comes next", "Talks on bridge - and what comes next");
    }

    #[test]
    fn the_number_in_a_digest_is_no_part_of_it() {
        check("4) Bridge over the Elder closed", "Bridge over the Elder closed");
        check("12) Bridge over the Elder closed", "Bridge over the Elder closed");
        // Years and steps are words of a headline.
        check("2026) Bridge over the Elder closed", "2026) Bridge over the Elder closed");
        check("4)Bridge over the Elder closed", "4)Bridge over the Elder closed");
        check("10 ways over the Elder", "10 ways over the Elder");
    }

    #[test]
    fn an_original_headline_gives_way() {
        check("老桥明日起关闭通行\n~2024\n原标题：关于老桥的通知", "老桥明日起关闭通行");
        check("（原标题：关于老桥的通知）", "关于老桥的通知");
    }

    #[test]
    fn wrapped_and_twice() {
        check("Council closes\nold bridge in Northport", "Council closes old bridge in Northport");
        check("Council closes bridge - The Post\nCouncil closes bridge", "Council closes bridge");
        check("Council closes bridge | Post\n~menu\nCouncil closes bridge", "Council closes bridge");
        check(
            "Home 9 News 9 Council closes the only bridge in Northport - Post\n~menu\nCouncil closes the only bridge in Northport",
            "Council closes the only bridge in Northport",
        );
    }

    #[test]
    fn the_site_behind_both_copies() {
        check(
            "Council closes old bridge – Elder Mirror - Elder Mirror\n~menu\nCouncil closes old bridge – Elder Mirror",
            "Council closes old bridge",
        );
    }

    #[test]
    fn the_printed_form_of_a_window_title() {
        check(
            "Council in Northport closes old bridge over river - Elder News\n~menu\nCouncil closes the river bridge in Northport",
            "Council closes the river bridge in Northport",
        );
        check(
            "Council in Northport closes old bridge over river - Elder News\n~menu\nSchool on the hill opens",
            "Council in Northport closes old bridge over river",
        );
    }

    #[test]
    fn of_two_that_are_no_copies_the_lower_counts_only_behind_a_menu() {
        check("Council closes bridge\n~date\nFerry to run at night", "Council closes bridge");
        let menu = "~menu\n".repeat(20);
        check(&format!("Bridge to close soon\n{menu}Council closes bridge"), "Council closes bridge");
    }
}
