//! One record out of its lines.

use wirecopy_model::{Article, Byline, Code, Diagnostic, Kind, LineRole, Note, NoteKind, Source, Span};

use super::clean::{clean, key};
use super::headline::Candidate;
use super::{Context, blocks, claims, dates, figures, headline, notes, one_line, owners, people};
use crate::date;
use crate::fields::credit_label::strip_folded;
use crate::label::lexicon::{self, Class};
use crate::label::measure::Signs;
use crate::parsed::Decision;

/// Builds one record; decisions are kept when they were asked for.
pub(crate) fn build(
    context: &Context<'_>,
    members: &[usize],
    number: u32,
    settings: &date::Context,
) -> (Article, Vec<Decision>) {
    let mut builder = Builder {
        context,
        members,
        number,
        article: Article::new(),
        decisions: Vec::new(),
        story_start: None,
    };
    builder.article.record = number;
    builder.article.kind = context.kind;
    if context.kind != Kind::NotArticle {
        builder.headline();
        builder.labels();
        builder.dates(settings);
        let dateline_agency = builder.dateline(settings);
        builder.people(settings, dateline_agency);
        builder.one_line(settings);
        builder.figures();
        owners::settle(&mut builder.article);
        builder.body();
        builder.notes();
        builder.claims(settings);
        builder.cut_end();
    }
    builder.finish();
    (builder.article, builder.decisions)
}

struct Builder<'a> {
    context: &'a Context<'a>,
    members: &'a [usize],
    number: u32,
    article: Article,
    decisions: Vec<Decision>,
    /// Where the story begins in a document of one line, behind its header.
    story_start: Option<u32>,
}

/// Longest dateline that stands alone on its line, and longest line that is a place without any of its marks, in bytes.
const ALONE: usize = 120;
const PLACE: usize = 60;
const PLACE_WORDS: usize = 6;

impl Builder<'_> {
    fn decide(&mut self, field: &str, value: &str, span: Span, chosen: bool, reason: &str) {
        if self.context.options.explain {
            self.decisions.push(Decision {
                record: self.number,
                field: field.to_owned(),
                value: value.to_owned(),
                span,
                chosen,
                reason: reason.to_owned(),
            });
        }
    }

    fn of_role(&self, role: LineRole) -> impl Iterator<Item = usize> {
        self.members.iter().copied().filter(move |&i| self.context.roles[i] == role)
    }

    fn span(&self, i: usize) -> Span {
        self.context.page.lines[i].trimmed
    }

    fn headline(&mut self) {
        let text = self.context.text;
        let candidates: Vec<Candidate> = self
            .of_role(LineRole::Headline)
            .map(|i| Candidate {
                line: i,
                span: without_bullet(text, self.context.value_of(i, LineRole::Headline)),
                confidence: self.context.confidence[i],
                continues: i > 0 && self.context.headline_goes_on(i - 1, i),
            })
            .collect();
        let Some(chosen) = headline::choose(text, &candidates, &|name| self.names_publisher(name)) else {
            let message = "no line of the text reads like a headline";
            self.article.diagnostics.push(Diagnostic::new(Code::NO_HEADLINE, None, message));
            return;
        };
        for candidate in &candidates {
            // The spans are in the order of the text.
            let next = chosen.spans.partition_point(|span| span.start < candidate.span.start);
            if chosen.spans.get(next).is_none_or(|span| span.end > candidate.span.end) {
                let value = clean(candidate.span.text(text).unwrap_or(""));
                self.decide(
                    "headline",
                    &value,
                    candidate.span,
                    false,
                    "another copy stands nearer to the story or is more likely",
                );
            }
        }
        self.decide("headline", &chosen.text, chosen.spans[0], true, chosen.reason);
        for span in chosen.spans {
            self.article.evidence.add("headline", span);
        }
        if let Some(span) = chosen.section {
            let section = clean(span.text(text).unwrap_or(""));
            self.decide("section", &section, span, true, "glued to the headline, with a colon");
            self.article.evidence.add("section", span);
            self.article.section = Some(section);
        }
        self.article.headline = Some(chosen.text);
    }

    /// Whether a name stands alone in a line of the document, in one of its lines on rights, or in several of its menus.
    fn names_publisher(&self, name: &str) -> bool {
        const LONGEST: u32 = 120;
        let name = key(name);
        if name.chars().count() < 4 {
            return false;
        }
        // A name in two lines of the page's furniture is the site's.
        let mut n_lines = 0;
        (0..self.context.page.lines.len()).any(|i| {
            let m = &self.context.observed.measures[i];
            let role = self.context.roles[i];
            let may =
                matches!(role, LineRole::Source | LineRole::Furniture | LineRole::Note | LineRole::Meta);
            if !may || m.units > LONGEST {
                return false;
            }
            let line = key(self.context.line(i));
            n_lines += usize::from(role == LineRole::Furniture && line.contains(&name));
            line == name
                || n_lines > 1
                || ((m.signs.has(Signs::COPYRIGHT) || matches!(role, LineRole::Source | LineRole::Meta))
                    && line.contains(&name))
        })
    }

    /// Kicker and standfirst.
    fn labels(&mut self) {
        let head = self.of_role(LineRole::Headline).last();
        let kicker = self.of_role(LineRole::Kicker).min_by_key(|&i| head.map_or(i, |h| h.abs_diff(i)));
        if let Some(i) = kicker {
            let span = self.context.value_of(i, LineRole::Kicker);
            let value = clean(span.text(self.context.text).unwrap_or(""));
            self.decide("kicker", &value, span, true, "the label nearest to the headline");
            self.article.evidence.add("kicker", span);
            self.article.kicker = Some(value);
        }
        let decks: Vec<usize> = self.of_role(LineRole::Standfirst).collect();
        let mut text = String::new();
        for (k, &i) in decks.iter().enumerate() {
            let span = self.span(i);
            let part = clean(self.context.line(i));
            if k > 0 {
                text.push(if self.context.continues(decks[k - 1], i) { ' ' } else { '\n' });
            }
            text.push_str(&part);
            self.article.evidence.add("standfirst", span);
            self.decide("standfirst", &part, span, true, "stands between headline and story");
        }
        self.article.standfirst = Some(text).filter(|t| !t.is_empty());
    }

    fn dates(&mut self, settings: &date::Context) {
        let dates = dates::read(self.context, self.members, settings);
        for (field, value, span, reason) in dates.rivals {
            self.decide(field, &value, span, false, &reason);
        }
        for (field, stamp) in [("published", dates.published), ("updated", dates.updated)] {
            let Some((stamp, spans)) = stamp else { continue };
            let value = stamp.iso().unwrap_or_else(|| stamp.raw.clone());
            for span in spans {
                self.decide(field, &value, span, true, "its label and place");
                self.article.evidence.add(field, span);
            }
            match field {
                "published" => self.article.published = Some(stamp),
                _ => self.article.updated = Some(stamp),
            }
        }
        self.article.diagnostics.extend(dates.diagnostics);
    }

    /// Reads the dateline and gives its agency, which supports the source.
    fn dateline(&mut self, settings: &date::Context) -> Option<(String, Span)> {
        let i = self.of_role(LineRole::Dateline).next()?;
        let span = self.context.value_of(i, LineRole::Dateline);
        let line = span.text(self.context.text).unwrap_or("");
        let text = |range: &std::ops::Range<usize>| clean(&line[range.clone()]);
        let Some(read) = self.context.dateline(i, line) else {
            // A place alone on its line, and no line of a wrapped paragraph.
            let wrapped = self.context.roles.get(i + 1) == Some(&LineRole::Dateline);
            let words = line.split_whitespace().count();
            let opens = line.starts_with(|c: char| !c.is_lowercase());
            if line.len() <= PLACE && words <= PLACE_WORDS && opens && !wrapped {
                let place = line.trim_end_matches([' ', '-', '–', '—', '.', ':', ',']);
                if !place.contains(char::is_alphanumeric) {
                    return None;
                }
                let place_span = Span::from_range(span.start as usize..span.start as usize + place.len());
                let raw = clean(place);
                self.decide("dateline", &raw, place_span, true, "stands alone before the story");
                self.article.evidence.add("dateline", place_span);
                self.article.evidence.add("dateline.place", place_span);
                self.article.dateline =
                    Some(wirecopy_model::Dateline { place: Some(raw.clone()), raw, ..Default::default() });
            }
            return None;
        };
        let within = |range: &std::ops::Range<usize>| super::clean::within(span, range);
        self.article.evidence.add("dateline", within(&read.raw));
        for (field, range) in [
            ("dateline.place", &read.place),
            ("dateline.date", &read.date),
            ("dateline.agency", &read.agency),
        ] {
            if let Some(range) = range {
                self.article.evidence.add(field, within(range));
            }
        }
        let raw = text(&read.raw);
        self.decide("dateline", &raw, within(&read.raw), true, "opens the story");
        let date = read.date.as_ref().map(|range| self.dateline_date(&text(range), settings));
        let agency = read.agency.as_ref().map(text);
        self.article.dateline = Some(wirecopy_model::Dateline {
            raw,
            place: read.place.as_ref().map(text),
            date,
            agency: agency.clone(),
        });
        agency.zip(read.agency.as_ref().map(within))
    }

    /// A dateline's date, with the year of the publication when it names none.
    fn dateline_date(&self, raw: &str, settings: &date::Context) -> wirecopy_model::Stamp {
        let mut stamp = wirecopy_model::Stamp { raw: raw.to_owned(), ..Default::default() };
        let published = self.article.published.as_ref().or(self.article.updated.as_ref());
        let near = published.and_then(|s| s.value).and_then(|v| v.day());
        let Some(found) = date::scan(raw, settings).into_iter().next() else {
            let day = day_of_month(raw).zip(near).and_then(|(day, near)| near.day_of_dateline(day));
            stamp.value = day.map(wirecopy_model::PublishedAt::Day);
            return stamp;
        };
        stamp.value = found.value;
        stamp.alternatives = found.alternatives;
        if let (None, Some((month, day)), Some(near)) = (stamp.value, found.month_day, near) {
            // A dateline is written on the day of publication or shortly before: 30 December may belong to last year.
            let year = near.year_of_dateline(month, day);
            stamp.value = year.map(wirecopy_model::PublishedAt::Day);
        }
        stamp
    }

    fn people(&mut self, settings: &date::Context, dateline_agency: Option<(String, Span)>) {
        let mut found = people::read(self.context, self.members, settings);
        for (k, byline) in found.bylines.iter().enumerate() {
            self.decide(&format!("bylines[{k}]"), &byline.byline.name, byline.name, true, byline.reason);
            self.article.evidence.add(format!("bylines[{k}].name"), byline.name);
            if let Some(span) = byline.role {
                self.article.evidence.add(format!("bylines[{k}].role"), span);
            }
            if let Some(span) = byline.affiliation {
                self.article.evidence.add(format!("bylines[{k}].affiliation"), span);
            }
        }
        self.article.bylines = found.bylines.into_iter().map(|f| f.byline).collect();
        if let Some((name, span)) = dateline_agency {
            found.sources.push((name, span, "agency of the dateline"));
        }
        found.sources.append(&mut found.last_sources);
        let mut sources = found.sources.into_iter().filter(|s| !s.0.is_empty());
        if let Some((name, span, reason)) = sources.next() {
            self.decide("source", &name, span, true, reason);
            for (rival, span, reason) in sources {
                if rival != name {
                    self.decide("source", &rival, span, false, reason);
                }
            }
            self.article.evidence.add("source", span);
            self.article.source = Some(Source { name });
        }
        if let Some((section, span)) = found.section.filter(|_| self.article.section.is_none()) {
            self.decide("section", &section, span, true, "category in the line of author and date");
            self.article.evidence.add("section", span);
            self.article.section = Some(section);
        }
    }

    /// Fields in front of a story that was stored with its header on one line.
    fn one_line(&mut self, settings: &date::Context) {
        const REASON: &str = "stands before the story on its line";
        let [i] = *self.members else { return };
        if self.article.headline.is_some() || !self.context.roles[i].is_prose() {
            return;
        }
        let line = self.context.line(i);
        let Some(read) = one_line::header(line, settings) else { return };
        let span = self.span(i);
        let here = |range: &std::ops::Range<usize>| super::clean::within(span, range);
        self.story_start = Some(span.start + u32::try_from(read.story).unwrap_or(0));
        let headline = clean(&line[read.headline.clone()]);
        self.decide("headline", &headline, here(&read.headline), true, REASON);
        self.article.evidence.add("headline", here(&read.headline));
        self.article.headline = Some(headline);
        self.article.diagnostics.retain(|note| note.code != Code::NO_HEADLINE);
        if let (None, Some(range)) = (&self.article.source, &read.source) {
            let name = clean(&line[range.clone()]);
            self.decide("source", &name, here(range), true, REASON);
            self.article.evidence.add("source", here(range));
            self.article.source = Some(Source { name });
        }
        if self.article.bylines.is_empty() {
            for (k, range) in read.authors.iter().enumerate() {
                let name = clean(&line[range.clone()]);
                self.decide(&format!("bylines[{k}]"), &name, here(range), true, REASON);
                self.article.evidence.add(format!("bylines[{k}].name"), here(range));
                self.article.bylines.push(Byline { name, ..Byline::default() });
            }
        }
        if let (None, Some((date, range))) = (&self.article.published, read.date) {
            let raw = clean(&line[range.clone()]);
            self.decide("published", &raw, here(&range), true, REASON);
            self.article.evidence.add("published", here(&range));
            self.article.published = Some(wirecopy_model::Stamp {
                raw,
                value: date.value,
                offset: date.offset,
                alternatives: date.alternatives,
            });
        }
    }

    fn figures(&mut self) {
        for (k, found) in figures::read(self.context, self.members).into_iter().enumerate() {
            for span in &found.caption {
                self.article.evidence.add(format!("figures[{k}].caption"), *span);
            }
            for span in &found.credit {
                self.article.evidence.add(format!("figures[{k}].credit"), *span);
            }
            self.article.figures.push(found.figure);
        }
    }

    fn body(&mut self) {
        let context = self.context;
        let is_dateline = |i: usize| context.roles.get(i) == Some(&LineRole::Dateline);
        let alone = |i: usize| {
            // The last line of a wrapped dateline paragraph is read as none.
            let within = i.checked_sub(1).is_some_and(is_dateline) || is_dateline(i + 1);
            let line = context.line(i);
            let read = context.readings().dateline(i);
            !within && line.len() <= ALONE && read.map_or(line.len() <= PLACE, |read| read.alone)
        };
        let opens = |i: usize| context.readings().dateline(i).is_some();
        let story = |i: usize| self.story_of(i);
        let built = blocks::build(
            context.text,
            &context.page.lines,
            context.roles,
            self.members,
            &context.observed.layout,
            &blocks::Told { story: &story, alone: &alone, opens: &opens },
        );
        self.article.word_count = blocks::count_words(&built);
        for (k, (block, spans)) in built.into_iter().enumerate() {
            for span in spans {
                self.article.evidence.add(format!("body[{k}]"), span);
            }
            self.article.body.push(block);
        }
    }

    /// The part of line `i` that is the story's: without the header that one line held, without a date line run into the
    /// dateline, and nothing of a line that is all dateline.
    fn story_of(&self, i: usize) -> Option<Span> {
        let text = self.context.text;
        let line = self.context.value_of(i, self.context.roles[i]);
        let from = |start: u32| super::clean::trimmed(text, Span { start, end: line.end });
        if let Some(start) = self.story_start {
            return Some(from(start)).filter(|rest| rest.start < rest.end);
        }
        let of = |field: &str| {
            let within = |span: &&Span| span.start >= line.start && span.end <= line.end;
            self.article.evidence.of(field).iter().find(within).copied()
        };
        let Some(read) = of("dateline").filter(|_| self.context.roles[i] == LineRole::Dateline) else {
            return Some(line);
        };
        let holds = |start: u32, end: u32| {
            text.get(start as usize..end as usize).is_some_and(|part| part.contains(char::is_alphanumeric))
        };
        let dated =
            ["published", "updated"].iter().any(|field| of(field).is_some_and(|d| d.end <= read.start));
        let before = holds(line.start, read.start) && !dated;
        match (before, holds(read.end, line.end)) {
            (false, false) => None,
            (false, true) if dated => Some(from(read.start)),
            _ => Some(line),
        }
    }

    fn notes(&mut self) {
        let lines: Vec<usize> = self.of_role(LineRole::Note).collect();
        for i in lines {
            let text = clean(self.context.line(i));
            let k = self.article.notes.len();
            self.article.evidence.add(format!("notes[{k}]"), self.span(i));
            let mut kind = notes::kind_of(&text);
            // `Ana Lima's second book …`: on the writer.
            let of_writer = |b: &Byline| b.kind.is_person() && strip_folded(&text, &b.name).is_some();
            if kind == NoteKind::Other && self.article.bylines.iter().any(of_writer) {
                kind = NoteKind::Tagline;
            }
            self.article.notes.push(Note { kind, text });
        }
    }

    /// Values that the format states outright. They belong to the first record, in whose header they stand.
    fn claims(&mut self, settings: &date::Context) {
        if self.number != 1 {
            return;
        }
        for one in claims::weigh(self.context, settings, &mut self.article) {
            self.decide(&one.field, &one.value, one.span, one.chosen, &one.reason);
        }
    }

    /// Says that the text breaks off, when its very last line is prose without an end, or the line before an offer to pay
    /// for the rest.
    fn cut_end(&mut self) {
        const OFFERS: usize = 3;
        let Some(last) = self.members.last().copied() else { return };
        let m = &self.context.observed.measures[last];
        if !self.context.roles[last].is_prose()
            || m.ends_sentence()
            || m.units <= 60
            || !m.last.is_alphanumeric()
        {
            return;
        }
        let mut under = last + 1..self.context.roles.len();
        let whole = under.is_empty();
        let offers = |i| lexicon::look_up(self.context.line(i)).has(Class::Paywall);
        // `（編輯：某某）1100503`: wires of the far East close with a code behind a bracket.
        let line = self.context.line(last).trim_end_matches(|c: char| c.is_ascii_digit());
        let coded = line.ends_with([')', '）', ']', '】']);
        if !coded && (whole || under.by_ref().take(OFFERS).any(offers)) {
            let message = "the text breaks off in the middle of a sentence";
            let place = last_word(self.context.line(last), self.span(last));
            self.article.diagnostics.push(Diagnostic::new(Code::TRUNCATED, Some(place), message));
        }
    }

    fn finish(&mut self) {
        let language = self.context.language();
        self.article.language = language.map(str::to_owned);
        // In one piece, which is hashed many blocks at a time.
        let mut bytes = Vec::with_capacity(self.context.text.len());
        bytes.extend_from_slice(self.article.headline().unwrap_or("").as_bytes());
        for block in &self.article.body {
            bytes.push(b'\n');
            bytes.extend_from_slice(block.text.as_bytes());
        }
        if self.context.kind == Kind::NotArticle {
            // Nothing was read from it; its own lines are what tells it from others, however they end.
            for i in 0..self.context.page.lines.len() {
                bytes.push(b'\0');
                bytes.extend_from_slice(self.context.line(i).as_bytes());
            }
        }
        let digest = blake3::hash(&bytes).to_hex();
        self.article.id = digest.as_str()[..32].to_owned();
    }
}

/// A line without the bullet that a text browser sets before it. A dash stays: speech opens with one.
fn without_bullet(text: &str, span: Span) -> Span {
    let line = span.text(text).unwrap_or("");
    let rest = line.trim_start_matches(['*', '•', '▪', '·', '+']).trim_start();
    let bullet = line.len() - rest.len();
    if rest.is_empty() || !line[..bullet].contains(' ') {
        return span;
    }
    Span::from_range(span.start as usize + bullet..span.end as usize)
}

/// The last word of a line; of a script without spaces, its last letters.
fn last_word(line: &str, span: Span) -> Span {
    const LONGEST: usize = 40;
    let word = line.rsplit(char::is_whitespace).next().unwrap_or(line);
    let from = line.len() - word.len().min(LONGEST);
    let start = (from..line.len()).find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    Span::from_range(span.start as usize + start..span.end as usize)
}

/// The day nearest before (or at most a day after) a publication that falls on a month and day.
trait YearOfDateline {
    fn year_of_dateline(self, month: u32, day: u32) -> Option<chrono::NaiveDate>;

    /// The same for a day of which even the month is left out.
    fn day_of_dateline(self, day: u32) -> Option<chrono::NaiveDate>;
}

/// `２１日`, `21일`: a day of the month alone, as papers of the far East date their reports.
fn day_of_month(raw: &str) -> Option<u32> {
    let figures = raw.trim().strip_suffix(['日', '일'])?;
    let digit = |c: char| match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    };
    let day = figures.chars().try_fold(0, |day: u32, c| Some(day.checked_mul(10)? + digit(c)?))?;
    (1..=31).contains(&day).then_some(day)
}

impl YearOfDateline for chrono::NaiveDate {
    fn year_of_dateline(self, month: u32, day: u32) -> Option<chrono::NaiveDate> {
        use chrono::Datelike;
        [self.year() + 1, self.year(), self.year() - 1]
            .into_iter()
            .filter_map(|year| chrono::NaiveDate::from_ymd_opt(year, month, day))
            .find(|candidate| (*candidate - self).num_days() <= 1)
    }

    fn day_of_dateline(self, day: u32) -> Option<chrono::NaiveDate> {
        use chrono::Datelike;
        /// A report is printed within days.
        const DAYS: i64 = 10;
        let last_month = self.with_day(1).and_then(|first| first.pred_opt());
        [Some(self), last_month]
            .into_iter()
            .flatten()
            .filter_map(|month| chrono::NaiveDate::from_ymd_opt(month.year(), month.month(), day))
            .find(|candidate| (-1..=DAYS).contains(&(self - *candidate).num_days()))
    }
}
