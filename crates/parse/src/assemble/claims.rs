//! What a format states outright, weighed against what was read in the text.
//!
//! A statement that the text bears out, or a value that a statement bears out, is as sure as can be. Where they differ it
//! depends on the field: what is printed is the headline, and a day that is stated for programs is the day.

use wirecopy_model::{Article, Byline, BylineKind, PublishedAt, Source, Span, Stamp};

use super::Context;
use super::clean::{are_copies, clean, key, trimmed};
use crate::date;
use crate::fields::byline::{self, PersonKind};
use crate::fields::names::looks_like_name;
use crate::page::Claim;

/// Trust from which a statement on a date goes before a date of the text.
const SURE: u8 = 50;

/// One candidate that was weighed, for whoever asked why.
pub(super) struct Weighed {
    pub(super) field: String,
    pub(super) value: String,
    pub(super) span: Span,
    pub(super) chosen: bool,
    pub(super) reason: String,
}

/// Weighs the claims of a page and writes what wins into its record.
pub(super) fn weigh(context: &Context<'_>, settings: &date::Context, article: &mut Article) -> Vec<Weighed> {
    let mut claims: Vec<Stated<'_>> =
        context.page.claims.iter().filter_map(|claim| Stated::new(context, claim)).collect();
    claims.sort_by_key(|one| std::cmp::Reverse(one.claim.trust));
    let mut scale = Scale { context, settings, article, claims: &claims, weighed: Vec::new() };
    scale.plain();
    if context.page.claims.iter().any(|claim| claim.trust > 0) {
        scale.headline();
        scale.source();
        scale.date("published");
        scale.date("updated");
        scale.authors();
    }
    scale.weighed
}

/// A claim with its words.
struct Stated<'a> {
    claim: &'a Claim,
    span: Span,
    value: String,
}

impl<'a> Stated<'a> {
    fn new(context: &Context<'_>, claim: &'a Claim) -> Option<Self> {
        let span = trimmed(context.text, claim.span);
        let value = clean(span.text(context.text).unwrap_or(""));
        (!value.is_empty()).then_some(Self { claim, span, value })
    }
}

struct Scale<'a> {
    context: &'a Context<'a>,
    settings: &'a date::Context,
    article: &'a mut Article,
    claims: &'a [Stated<'a>],
    weighed: Vec<Weighed>,
}

impl<'a> Scale<'a> {
    fn of(&self, field: &'a str) -> impl Iterator<Item = &'a Stated<'a>> + use<'a> {
        self.claims.iter().filter(move |one| one.claim.field == field)
    }

    fn say(&mut self, field: &str, value: &str, span: Span, chosen: bool, reason: &str) {
        if self.context.options.explain {
            let (field, value, reason) = (field.to_owned(), value.to_owned(), reason.to_owned());
            self.weighed.push(Weighed { field, value, span, chosen, reason });
        }
    }

    /// Fields that the text itself seldom names.
    fn plain(&mut self) {
        if let Some(one) = self.of("keywords").next() {
            let mut known = Vec::new();
            for word in one.value.split([';', ',', '、', '،']).map(str::trim).filter(|word| !word.is_empty())
            {
                if known.contains(&word) {
                    continue;
                }
                let field = format!("keywords[{}]", self.article.keywords.len());
                known.push(word);
                self.article.keywords.push(word.to_owned());
                self.article.evidence.add(field, one.span);
            }
        }
        for field in ["section", "page", "edition", "url"] {
            for one in self.of(field) {
                let is_address = one.value.contains("://") || one.claim.trust == 0;
                let slot = match field {
                    "section" => &mut self.article.section,
                    "page" => &mut self.article.page,
                    "edition" => &mut self.article.edition,
                    _ if !is_address => continue,
                    _ => &mut self.article.url,
                };
                if slot.is_none() {
                    *slot = Some(one.value.clone());
                    self.article.evidence.add(field, one.span);
                    self.say(field, &one.value, one.span, true, one.claim.reason);
                } else {
                    self.say(field, &one.value, one.span, false, "another statement goes before it");
                }
            }
        }
        // Whoever stored the text dated it; only the precision written.
        let stored = self.of("published").find(|one| one.claim.trust == 0);
        if let (Some(one), None) = (stored, &self.article.published)
            && let Ok(day) = one.value.parse()
        {
            let raw = one.value.clone();
            self.article.published = Some(Stamp { raw, value: Some(day), ..Default::default() });
            self.article.evidence.add("published", one.span);
            self.say("published", &one.value, one.span, true, "stands before the first line");
        }
    }

    /// The headline is what is printed. A page without one that can be told takes the stated one, and so does a page whose
    /// statements agree on one that shares hardly a word with what was taken for it.
    fn headline(&mut self) {
        let claims: Vec<&Stated<'_>> = self.of("headline").collect();
        if let Some(printed) = self.article.headline.clone()
            && !self.is_alien(&printed, &claims)
        {
            for one in claims {
                let same = are_copies(&one.value, &printed) || key(&one.value) == key(&printed);
                let reason = if same { "says what is printed" } else { "another headline is printed" };
                self.say("headline", &one.value, one.span, false, reason);
            }
            return;
        }
        let Some(one) = claims.first() else { return };
        let span = self.without_site(one);
        let value = clean(span.text(self.context.text).unwrap_or(""));
        if value.is_empty() {
            return;
        }
        self.say("headline", &value, span, true, one.claim.reason);
        self.article.evidence.remove("headline");
        self.article.evidence.add("headline", span);
        self.article.headline = Some(value);
        self.article.diagnostics.retain(|note| note.code != wirecopy_model::Code::NO_HEADLINE);
    }

    /// Whether two statements agree, and the line that was taken for the headline shares hardly a word with any.
    fn is_alien(&self, printed: &str, claims: &[&Stated<'_>]) -> bool {
        /// Share of the words of the shorter from which two headlines say the same.
        const SHARED: f32 = 0.34;
        let own = words(printed);
        let agree = claims.iter().enumerate().any(|(k, one)| {
            claims[..k]
                .iter()
                .any(|other| other.claim.by != one.claim.by && are_copies(&one.value, &other.value))
        });
        agree
            && claims.iter().all(|one| {
                let stated = words(&one.value);
                let shared = own.iter().filter(|word| stated.contains(word)).count();
                let shorter = own.len().min(stated.len()).max(1);
                #[expect(clippy::cast_precision_loss, reason = "a headline has few words")]
                let share = shared as f32 / shorter as f32;
                share < SHARED
            })
    }

    /// A title without the site's name at its end.
    fn without_site(&self, one: &Stated<'_>) -> Span {
        const BARS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " · ", " • "];
        let words = one.span.text(self.context.text).unwrap_or("");
        let sites: Vec<String> = self.of("source").map(|site| key(&site.value)).collect();
        let cut = BARS.iter().filter_map(|bar| words.rfind(bar).map(|at| (at, bar.len()))).max();
        match cut {
            Some((at, bar)) if at >= 10 => {
                let rest = key(&words[at + bar..]);
                let names_site =
                    sites.iter().any(|site| rest.contains(site.as_str()) || site.contains(&rest));
                if names_site || rest.len() <= 24 && rest.len() * 2 < at {
                    return Span::from_range(one.span.start as usize..one.span.start as usize + at);
                }
                one.span
            }
            _ => one.span,
        }
    }

    /// The house whose page it is, when the text names no source.
    fn source(&mut self) {
        let named = self.article.source.as_ref().map(|source| key(&source.name));
        for one in self.of("source") {
            let is_address = one.value.contains("://");
            match &named {
                Some(named) => {
                    let reason = if *named == key(&one.value) {
                        "says what is printed"
                    } else {
                        "the text names its source"
                    };
                    self.say("source", &one.value, one.span, false, reason);
                }
                None if self.article.source.is_none() && !is_address => {
                    self.say("source", &one.value, one.span, true, one.claim.reason);
                    self.article.evidence.add("source", one.span);
                    self.article.source = Some(Source { name: one.value.clone() });
                }
                None => self.say("source", &one.value, one.span, false, "another statement goes before it"),
            }
        }
    }

    /// A stated date with its reading.
    fn read(&self, one: &Stated<'_>) -> Option<(Stamp, Span)> {
        let words = one.span.text(self.context.text)?;
        let found = date::scan(words, self.settings).into_iter().find(|found| found.value.is_some())?;
        found.value.and_then(PublishedAt::day)?;
        let span = super::clean::within(one.span, &found.span);
        let raw = clean(span.text(self.context.text).unwrap_or(""));
        Some((Stamp { raw, value: found.value, offset: found.offset, alternatives: Vec::new() }, span))
    }

    /// A day: the stated one when it is surely of the article, with the time and the offset that print leaves out.
    fn date(&mut self, field: &'static str) {
        let day = |stamp: &Stamp| stamp.value.and_then(PublishedAt::day);
        let read: Vec<(&Stated<'_>, Stamp, Span)> = self
            .of(field)
            .filter(|one| one.claim.trust > 0)
            .filter_map(|one| self.read(one).map(|(stamp, span)| (one, stamp, span)))
            .collect();
        let printed =
            if field == "published" { self.article.published.clone() } else { self.article.updated.clone() };
        let printed_day = printed.as_ref().and_then(day);
        let agrees = |stamp: &Stamp| printed_day.is_some() && day(stamp) == printed_day;
        let is_fine = |stamp: &Stamp| matches!(stamp.value, Some(PublishedAt::Moment { .. }));
        // What the text bears out, with a time if there is one; else what is surely the article's; else, when the text has
        // no day, the first that is stated at all.
        let borne = read.iter().find(|(_, stamp, _)| agrees(stamp) && is_fine(stamp));
        let sure = read.first().filter(|(one, ..)| one.claim.trust >= SURE);
        let any = read.first().filter(|_| printed_day.is_none() && field == "published");
        let printed_is_fine = printed.as_ref().is_some_and(|stamp| is_fine(stamp) && stamp.offset.is_some());
        let chosen = match (borne, sure) {
            (Some(_), Some(sure)) if agrees(&sure.1) && is_fine(&sure.1) => Some(sure),
            (Some(borne), None) => Some(borne),
            (_, Some(sure)) => Some(sure),
            (None, None) => any,
        };
        let chosen = chosen.filter(|(_, stamp, _)| !(agrees(stamp) && (printed_is_fine || !is_fine(stamp))));
        let chosen = chosen.map(|(one, stamp, span)| (one.claim.reason, stamp.clone(), *span));
        for (one, stamp, span) in &read {
            let is_chosen = chosen.as_ref().is_some_and(|(.., chosen)| chosen == span);
            let reason = match (is_chosen, agrees(stamp)) {
                (true, true) => "the text bears it out, with less precision",
                (true, false) => one.claim.reason,
                (false, true) => "says what is printed",
                (false, false) => "another date goes before it",
            };
            let value = stamp.iso().unwrap_or_else(|| stamp.raw.clone());
            self.say(field, &value, *span, is_chosen, reason);
        }
        let Some((_, stamp, span)) = chosen else { return };
        if field == "updated" {
            // The day of publication said again is no change.
            let published = self.article.published.as_ref();
            let same = published.is_some_and(|published| published.value == stamp.value);
            let earlier = published
                .and_then(day)
                .zip(day(&stamp))
                .is_some_and(|(published, updated)| updated < published);
            if same || earlier {
                return;
            }
        }
        self.article.evidence.remove(field);
        self.article.evidence.add(field, span);
        *(if field == "published" { &mut self.article.published } else { &mut self.article.updated }) =
            Some(stamp);
    }

    /// Names of writers: those that text and statement share, in the fuller of the two lists. Houses and desks stand for
    /// the writer only where nobody is named.
    fn authors(&mut self) {
        let is_person = |name: &Named| name.kind == BylineKind::Person;
        let mut lists: Vec<(&Stated<'_>, Vec<Named>)> = Vec::new();
        for one in self.of("bylines") {
            let names = self.names(one);
            match lists.iter_mut().find(|(first, _)| first.claim.by == one.claim.by) {
                Some((_, list)) => list.extend(names),
                None => lists.push((one, names)),
            }
        }
        let with_person = lists.iter().position(|(_, names)| names.iter().any(is_person));
        let Some(at) = with_person.or_else(|| lists.iter().position(|(_, names)| !names.is_empty())) else {
            return;
        };
        let (first, stated) = lists.swap_remove(at);
        let printed: Vec<String> = self.article.bylines.iter().map(|byline| key(&byline.name)).collect();
        let shared = stated.iter().filter(|one| printed.contains(&key(&one.name))).count();
        let persons = self.article.bylines.iter().filter(|byline| byline.kind == BylineKind::Person).count();
        let n_stated = stated.iter().filter(|one| is_person(one)).count();
        let takes = if n_stated == 0 {
            printed.is_empty()
        } else if shared > 0 {
            n_stated > persons
        } else {
            persons == 0 || self.is_printed(&stated)
        };
        for one in &stated {
            let reason = match (takes, shared > 0) {
                (true, true) => "the text bears it out, and names fewer",
                (true, false) => first.claim.reason,
                (false, true) => "says what is printed",
                (false, false) => "other writers are printed",
            };
            self.say("bylines", &one.name, one.span, takes, reason);
        }
        if !takes {
            return;
        }
        let old = std::mem::take(&mut self.article.bylines);
        for k in 0..old.len() {
            for part in ["name", "role", "affiliation"] {
                self.article.evidence.remove(&format!("bylines[{k}].{part}"));
            }
        }
        let mut known: Vec<String> = Vec::new();
        for one in stated {
            if known.contains(&key(&one.name)) {
                continue;
            }
            known.push(key(&one.name));
            let field = format!("bylines[{}].name", self.article.bylines.len());
            self.article.evidence.add(field, one.span);
            self.article.bylines.push(Byline { name: one.name, kind: one.kind, ..Byline::default() });
        }
    }

    /// Whether one of the names is printed on a line of its own, or behind a lead word.
    fn is_printed(&self, names: &[Named]) -> bool {
        const LONGEST: usize = 120;
        names.iter().any(|one| {
            let name = key(&one.name);
            name.len() >= 5
                && (0..self.context.page.lines.len()).any(|i| {
                    let line = self.context.line(i);
                    line.len() <= LONGEST && key(line).contains(&name)
                })
        })
    }

    /// The people and houses named in one statement.
    fn names(&self, one: &Stated<'_>) -> Vec<Named> {
        const LONGEST: usize = 300;
        let words = one.span.text(self.context.text).unwrap_or("");
        if words.contains("://") || words.contains('@') || words.len() > LONGEST {
            return Vec::new();
        }
        let whole = clean(words);
        if matches!(
            key(&whole).as_str(),
            "" | "admin" | "administrator" | "editor" | "staff" | "author" | "unknown"
        ) {
            return Vec::new();
        }
        let sites: Vec<String> = self.of("source").map(|site| key(&site.value)).collect();
        let named = |name: String, span: Span, kind: BylineKind| Named { name, span, kind };
        let read = byline::read_byline(words, &[]);
        // One name, as linked data give it: nothing of it is a role or a place.
        let is_one = (2..=4).contains(&whole.split(' ').count())
            && whole.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '\'' | '’'))
            && read.lead.is_none()
            && read.people.len() == 1
            && !whole.split(' ').any(|word| JOINING.contains(&word))
            && read.people.iter().all(|person| {
                person.kind == PersonKind::Person && person.role.is_none() && person.affiliation.is_none()
            });
        // A page of one's own is named after its writer.
        let is_house = sites.contains(&key(&whole)) && looks_like_name(&whole) < 0.75;
        if is_house {
            return vec![named(whole, one.span, BylineKind::Agency)];
        }
        if is_one {
            return vec![named(whole, one.span, BylineKind::Person)];
        }
        if read.people.is_empty() {
            let unbroken =
                !whole.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | '/' | '|' | ':'));
            let kind = if looks_like_name(&whole) > 0.3 { BylineKind::Person } else { BylineKind::Desk };
            return if unbroken && whole.split(' ').count() <= 4 {
                vec![named(whole, one.span, kind)]
            } else {
                Vec::new()
            };
        }
        let people = read.people.iter().map(|person| {
            let kind = match person.kind {
                PersonKind::Person => BylineKind::Person,
                PersonKind::Desk => BylineKind::Desk,
                PersonKind::Agency => BylineKind::Agency,
            };
            let span = super::clean::within(one.span, &person.name);
            named(clean(&words[person.name.clone()]), span, kind)
        });
        people.filter(|one| !one.name.is_empty()).collect()
    }
}

/// A name that a page states.
struct Named {
    name: String,
    span: Span,
    kind: BylineKind,
}

/// Words that stand between two names, or before one.
const JOINING: &[&str] = &["and", "und", "et", "y", "e", "og", "och", "en", "by", "for"];

/// The words of a headline as they are compared.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).map(key).filter(|word| !word.is_empty()).collect();
    // Without spaces between words, letters are what is shared.
    if words.len() <= 2 && text.chars().any(|c| ('\u{3040}'..='\u{9fff}').contains(&c)) {
        words = text.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_string()).collect();
    }
    words
}
