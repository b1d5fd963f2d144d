//! What the chain cannot see is put right after decoding.
//!
//! The chain knows a line and its neighbours. That the lines of one wrapped paragraph are one, that numbers run on from
//! line to line, or that every item of a column of briefs is built like the first, shows only over a longer stretch.

use wirecopy_model::{LayoutKind, LineRole as R};

use super::atoms::Atom;
use super::measure::{is_bullet, is_quote};
use super::observe::Observed;
use super::remarks::{asks, is_remark, leads_away, leads_on, reserves};
use crate::assemble::{are_copies, flows};
use crate::page::Page;

/// A document and its decoded roles, to be put right.
pub(super) struct Tidy<'a> {
    pub(super) text: &'a str,
    pub(super) page: &'a Page,
    pub(super) observed: &'a Observed<'a>,
    pub(super) confidence: &'a [f32],
}

impl Tidy<'_> {
    /// Puts the roles right, in the order in which one correction prepares the next.
    pub(super) fn run(&self, roles: &mut [R]) {
        self.wrapped(roles);
        self.numbered(roles);
        self.above_headline(roles);
        self.decks(roles);
        self.briefs(roles);
        self.reviews(roles);
        self.questions(roles);
        self.credits(roles);
        self.residue(roles);
        self.closing(roles);
        self.bullets(roles);
    }

    fn line(&self, i: usize) -> &str {
        &self.text[self.page.lines[i].trimmed.range()]
    }

    /// The lines of one wrapped paragraph have one role: that which most of it has, each line counting by its length
    /// and by how sure it is. A paragraph that begins with a dateline is one to its end.
    fn wrapped(&self, roles: &mut [R]) {
        if self.observed.layout.kind != LayoutKind::HardWrapped {
            return;
        }
        let is_text = |role: R| matches!(role, R::Paragraph | R::Dateline | R::Quote | R::ListItem | R::Note);
        let mut start = 0;
        while start < roles.len() {
            let mut end = start + 1;
            while end < roles.len()
                && flows(self.text, &self.page.lines, end - 1, end, &self.observed.layout)
                // Header lines may be as full as the lines of a paragraph.
                && (is_text(roles[end]) || is_text(roles[end - 1]) && end + 1 < roles.len() && is_text(roles[end + 1]))
            {
                end += 1;
            }
            if end - start > 1 && is_text(roles[start]) {
                let role =
                    if roles[start] == R::Dateline { R::Dateline } else { self.majority(roles, start..end) };
                // A list item has its mark where it begins.
                let unmarked = role == R::ListItem && !self.is_marked(start);
                roles[start..end].fill(if unmarked { R::Paragraph } else { role });
            }
            start = end;
        }
    }

    /// Whether a line begins with a bullet, a dash or a number.
    fn is_marked(&self, i: usize) -> bool {
        const MARKS: [Atom; 4] = [Atom::StartBullet, Atom::StartDash, Atom::NumberedItem, Atom::StartDigit];
        MARKS.into_iter().any(|mark| self.observed.sets[i].has(mark))
    }

    fn majority(&self, roles: &[R], range: std::ops::Range<usize>) -> R {
        let mut sums: Vec<(R, f64)> = Vec::new();
        for i in range {
            let weight = f64::from(self.observed.measures[i].units) * f64::from(self.confidence[i]);
            match sums.iter_mut().find(|(role, _)| *role == roles[i]) {
                Some((_, sum)) => *sum += weight,
                None => sums.push((roles[i], weight)),
            }
        }
        // Of equals the first stands.
        let best = sums.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1));
        best.map_or(R::Paragraph, |(role, _)| *role)
    }

    /// Paragraphs that count on from 1, line by line, are a list.
    fn numbered(&self, roles: &mut [R]) {
        const FEWEST: u32 = 3;
        let mut i = 0;
        while i < roles.len() {
            let mut n = 0;
            while i + (n as usize) < roles.len()
                && matches!(roles[i + n as usize], R::Paragraph | R::ListItem)
                && number(self.line(i + n as usize)) == Some(n + 1)
            {
                n += 1;
            }
            if n >= FEWEST {
                roles[i..i + n as usize].fill(R::ListItem);
            }
            i += (n as usize).max(1);
        }
    }

    /// Above the first headline stands no story: a short line without an end, taken for prose, is the upper half of
    /// the headline when nothing parts them and it says that more follows, else a slug or a label.
    fn above_headline(&self, roles: &mut [R]) {
        const SHORT: u32 = 70;
        let Some(head) = roles.iter().position(|role| *role == R::Headline) else { return };
        let short = |i: usize| {
            let m = &self.observed.measures[i];
            m.units <= SHORT && !m.ends_sentence()
        };
        let prose = (0..head).filter(|&i| roles[i].is_prose());
        if !roles[head..].iter().any(|role| role.is_prose()) || !prose.clone().all(short) {
            return;
        }
        let prose: Vec<usize> = prose.collect();
        for i in prose {
            let open = matches!(self.observed.measures[i].last, ':' | ',' | '–' | '—');
            let upper = i + 1 == head && self.page.lines[head].blank_before == 0 && open;
            roles[i] = if upper { R::Headline } else { R::Furniture };
        }
    }

    /// Of two headlines set right under each other the lower is a deck, when it neither repeats the upper nor goes on
    /// with it. A blank line between them parts a page's title from the story's.
    fn decks(&self, roles: &mut [R]) {
        if self.observed.layout.kind == LayoutKind::HardWrapped {
            return;
        }
        for i in 1..roles.len() {
            let (upper, lower) = (&self.observed.measures[i - 1], &self.observed.measures[i]);
            let open = matches!(upper.last, ':' | '：' | ',' | '-' | '–' | '—') || lower.first.is_lowercase();
            let capitals = upper.small_words == 0 && lower.small_words == 0 && upper.caps_words > 1;
            let sized = lower.units * 2 >= upper.units || lower.wide > 0;
            if roles[i - 1] == R::Headline
                && roles[i] == R::Headline
                && self.page.lines[i].blank_before == 0
                && upper.pipes == 0
                && sized
                && !open
                && !capitals
                && !are_copies(self.line(i - 1), self.line(i))
            {
                roles[i] = R::Standfirst;
            }
        }
    }

    /// A column of briefs: the first item is a short line over a paragraph with a dateline, and so are most others. In
    /// an ordinary article crossheads stand over paragraphs without one.
    fn briefs(&self, roles: &mut [R]) {
        const FEWEST: usize = 3;
        let is_head = |i: usize| {
            let m = &self.observed.measures[i];
            matches!(roles[i], R::Headline | R::Crosshead | R::Paragraph | R::Kicker | R::Standfirst)
                && (8..=100).contains(&m.units)
                && !m.ends_sentence()
        };
        let opens = |i: usize| {
            roles[i].is_prose()
                && self.observed.measures[i].units > 60
                && self.observed.readings.dateline(i).is_some_and(|read| !read.alone && read.strength >= 0.2)
        };
        let items: Vec<usize> =
            (0..roles.len().saturating_sub(1)).filter(|&i| is_head(i) && opens(i + 1)).collect();
        let first_long =
            (0..roles.len()).find(|&i| roles[i].is_prose() && self.observed.measures[i].units > 60);
        let crossheads = (0..roles.len()).filter(|&i| matches!(roles[i], R::Headline | R::Crosshead)).count();
        let begins = items.first().is_some_and(|first| Some(first + 1) == first_long);
        if items.len() < FEWEST || !begins || items.len() * 2 < crossheads {
            return;
        }
        let first = items[0];
        for i in items {
            roles[i] = R::Headline;
            roles[i + 1] = R::Dateline;
        }
        // The column's own name is no part of its first item.
        if first > 0 && roles[first - 1] == R::Kicker {
            roles[first - 1] = R::Furniture;
        }
    }

    /// A question on a line of its own between two full paragraphs is what the next one answers. In an interview it is
    /// a part of the story: the answer stands in quotation marks.
    fn questions(&self, roles: &mut [R]) {
        const SHORT: std::ops::RangeInclusive<u32> = 10..=60;
        const FULL: u32 = 90;
        if self.observed.layout.kind == LayoutKind::HardWrapped {
            return;
        }
        for i in 1..roles.len().saturating_sub(1) {
            let m = &self.observed.measures[i];
            let full = |k: usize| roles[k].is_prose() && self.observed.measures[k].units > FULL;
            let asks = matches!(m.last, '?' | '？') && m.sentences <= 1 && m.quotes == 0;
            // Speech opens with a dash where it has no quotation marks.
            let told =
                matches!(m.first, '-' | '–' | '—' | '―') || is_quote(self.observed.measures[i + 1].first);
            if roles[i] == R::Paragraph
                && SHORT.contains(&m.units)
                && asks
                && !told
                && full(i - 1)
                && full(i + 1)
            {
                roles[i] = R::Crosshead;
            }
        }
    }

    /// A photographer, a slash and an agency, each on a line of its own.
    fn credits(&self, roles: &mut [R]) {
        const NAME: u32 = 40;
        for i in 1..roles.len().saturating_sub(1) {
            let named = |k: usize| {
                let m = &self.observed.measures[k];
                m.units <= NAME && m.capital_words > 0 && !m.ends_sentence()
            };
            if matches!(self.line(i), "/" | "|") && roles[i + 1] == R::Credit && named(i - 1) {
                roles[i - 1..=i].fill(R::Credit);
            }
        }
    }

    /// Nothing that is read: rules and stray signs, the names of buttons run together, and what is left of the page's
    /// markup and scripts.
    fn residue(&self, roles: &mut [R]) {
        for (i, role) in roles.iter_mut().enumerate() {
            let m = &self.observed.measures[i];
            // The slash between a photographer and an agency is a part of their credit.
            let mute = m.letters + m.digits == 0 && *role != R::Credit;
            let label = matches!(*role, R::Source | R::Kicker | R::Standfirst | R::Crosshead | R::Byline);
            let path = label && is_path(self.line(i));
            if mute || path || is_markup(self.line(i)) || is_buttons(self.line(i)) {
                *role = R::Furniture;
            }
        }
    }

    /// The mark under a message that says that it ends, and what the newsroom says of the story under it.
    fn closing(&self, roles: &mut [R]) {
        const MARKS: &[&str] =
            &["انتهای پیام", "پایان پیام", "(END)", "-ENDS-", "（完）", "（終わり）", "(끝)", "（끝）"];
        const LONGEST_REMARK: u32 = 400;
        let Some(first) = roles.iter().position(|role| role.is_prose()) else { return };
        // What the newsroom says may stand between headline and story, too.
        let from = roles[..first].iter().rposition(|role| *role == R::Headline).unwrap_or(first);
        for (i, role) in roles.iter_mut().enumerate().skip(from + 1) {
            let (line, units) = (self.line(i), self.observed.measures[i].units);
            let other =
                role.is_prose() || matches!(role, R::Crosshead | R::Furniture | R::Byline | R::Caption);
            if i <= first && !(other && units <= LONGEST_REMARK && is_remark(line)) {
                continue;
            }
            // `(`, `-` and bytes beyond ASCII.
            let opens = |byte: &u8| !byte.is_ascii() || matches!(byte, b'(' | b'-');
            let marked = units <= 20
                && line.as_bytes().first().is_some_and(opens)
                && MARKS.iter().any(|mark| line.starts_with(mark));
            if other && (marked || (units <= LONGEST_REMARK && is_remark(line))) {
                *role = R::Note;
            }
        }
    }

    /// In a row of bullets most of which are a list, all are.
    fn bullets(&self, roles: &mut [R]) {
        const FEWEST: usize = 3;
        let bullet = |i: usize| {
            let m = &self.observed.measures[i];
            (is_bullet(m.first) && m.second == ' ').then_some(m.first)
        };
        let mut start = 0;
        while start < roles.len() {
            let mark = bullet(start);
            let mut end = start + 1;
            while end < roles.len() && mark.is_some() && bullet(end) == mark {
                end += 1;
            }
            let items = roles[start..end].iter().filter(|role| **role == R::ListItem).count();
            if end - start >= FEWEST && items * 2 > end - start {
                for role in &mut roles[start..end] {
                    if matches!(role, R::Paragraph | R::Caption | R::Crosshead | R::Note | R::Quote) {
                        *role = R::ListItem;
                    }
                }
            }
            start = end;
        }
    }

    /// What leads away from the story, what the page says of its rights and what it asks. To be run when the end of the
    /// story was found: in the midst of one such lines end nothing.
    pub(super) fn elsewhere(&self, roles: &mut [R]) {
        const NEAR: u32 = 40;
        const LONGEST: u32 = 600;
        let Some(first) = roles.iter().position(|role| role.is_prose()) else { return };
        for (i, role) in roles.iter_mut().enumerate().skip(first) {
            let m = &self.observed.measures[i];
            let taken = matches!(
                role,
                R::Paragraph
                    | R::Crosshead
                    | R::Caption
                    | R::Credit
                    | R::Note
                    | R::Quote
                    | R::ListItem
                    | R::Standfirst
            );
            // A headline may call its reader in capitals, but not away from a story that has begun.
            if *role == R::Headline && i > first && m.colon_at.is_some() && leads_on(self.line(i)) {
                *role = R::Furniture;
                continue;
            }
            if !taken || m.units > LONGEST {
                continue;
            }
            let parted = m.pipes > 0 || m.colon_at.is_some_and(|at| at <= NEAR) || m.last == ':';
            let says = !matches!(role, R::Caption | R::Credit | R::Standfirst)
                && self.observed.sets[i].has(Atom::LexRights);
            let asking = m.units <= LONGEST / 2 && !matches!(role, R::Credit | R::Note);
            if parted && leads_away(self.line(i))
                || says && reserves(self.line(i))
                || asking && asks(self.line(i))
            {
                *role = R::Furniture;
            }
        }
    }

    /// A review of the press: sections parted by a line of signs, each under the name of a paper.
    fn reviews(&self, roles: &mut [R]) {
        let Some(first) = roles.iter().position(|role| role.is_prose()).and_then(|i| i.checked_sub(1)) else {
            return;
        };
        if roles[first] != R::Source {
            return;
        }
        let parted = |i: usize| !self.line(i).chars().any(char::is_alphanumeric);
        let heads: Vec<usize> = (first + 2..roles.len().saturating_sub(1))
            .filter(|&i| {
                let m = &self.observed.measures[i];
                parted(i - 1)
                    && m.units <= 40
                    && !m.ends_sentence()
                    && matches!(roles[i], R::Crosshead | R::Source | R::Kicker | R::Headline)
                    && roles[i + 1].is_prose()
            })
            .collect();
        if heads.len() >= 2 {
            heads.into_iter().for_each(|i| roles[i] = R::Source);
        }
    }
}

/// `&nbsp;`, `<div class="x">`, `&lt;br /&gt;`, `adverts.push(function() { show("top"); });`
fn is_markup(line: &str) -> bool {
    let entity = line.len() <= 10 && line.starts_with('&') && line.ends_with(';') && !line.contains(' ');
    let open = line.strip_prefix("&lt;").or_else(|| line.strip_prefix('<')).unwrap_or("");
    let tag = open.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
        && (line.ends_with('>') || line.ends_with("&gt;"));
    let script = line.ends_with([';', '}', ')', '{'])
        && (line.contains("function(") || line.contains("function ("))
        && line.contains('{');
    entity || tag || script
}

/// `Home > News > Local`: where the page stands in its site.
fn is_path(line: &str) -> bool {
    const LONGEST: usize = 40;
    line.len() <= 200
        && line.split(['>', '›', '»']).count() >= 3
        && line.split(['>', '›', '»']).all(|part| {
            let part = part.trim();
            !part.is_empty() && part.chars().count() <= LONGEST
        })
}

/// `FacebookTwitterEmail`: the names of three buttons or more without a space between them.
fn is_buttons(line: &str) -> bool {
    const NAMES: &[&str] = &[
        "Facebook",
        "Twitter",
        "WhatsApp",
        "Whatsapp",
        "LinkedIn",
        "Linkedin",
        "Telegram",
        "Pinterest",
        "Reddit",
        "Email",
        "E-mail",
        "Mail",
        "Print",
        "Save",
        "Share",
        "Copy",
        "Link",
        "Tweet",
        "Messenger",
        "Instagram",
        "YouTube",
        "Bluesky",
        "Threads",
        "Tumblr",
        "Flipboard",
        "Pocket",
        "VK",
        "X",
    ];
    if memchr::memchr(b' ', line.as_bytes()).is_some() {
        return false;
    }
    let (mut rest, mut n) = (line, 0);
    let begins =
        |rest: &str, name: &str| rest.as_bytes().first() == name.as_bytes().first() && rest.starts_with(name);
    while let Some(name) = NAMES.iter().filter(|name| begins(rest, name)).max_by_key(|name| name.len()) {
        rest = &rest[name.len()..];
        n += 1;
    }
    n >= 3 && rest.is_empty()
}

/// The number before a list item: `2. `, `2) `.
fn number(line: &str) -> Option<u32> {
    let rest = line.trim_start_matches(|c: char| c.is_numeric());
    let digits = &line[..line.len() - rest.len()];
    if digits.is_empty() || digits.chars().count() > 2 || !rest.starts_with(['.', ')', '．', '、']) {
        return None;
    }
    // `1.5 million` is no list.
    if rest.chars().nth(1).is_some_and(|c: char| c.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{is_buttons, is_markup, is_path, number};

    #[test]
    fn paths_through_a_site() {
        assert!(is_path("Home > News > Local") && is_path("Start › Sport › Rudern"));
        assert!(!is_path("Sport > Rowing") && !is_path("»Nobody« came") && !is_path("«Non»"));
    }

    #[test]
    fn markup_is_no_text() {
        assert!(is_markup("&nbsp;") && is_markup("&lt;div class=\"x\"&gt;") && is_markup("</p>"));
        assert!(is_markup("adverts.push(function() { show('top'); });"));
        assert!(!is_markup("& Sons;  a history") && !is_markup("<3 from all of us") && !is_markup("&"));
        assert!(!is_markup("The function (of the bridge) is unclear."));
    }

    #[test]
    fn buttons_run_together() {
        assert!(is_buttons("FacebookTwitterEmailPrintSave"));
        assert!(!is_buttons("FacebookTwitter") && !is_buttons("PrintSaveTheDate") && !is_buttons(""));
    }

    #[test]
    fn numbers_of_list_items() {
        assert_eq!(number("2. Boil the water"), Some(2));
        assert_eq!(number("12) Drain"), Some(12));
        assert_eq!(number("1.5 million came"), None);
        assert_eq!(number("1987. It was a cold year"), None);
        assert_eq!(number("Boil"), None);
    }
}
