//! Roles and fields to records: what wins becomes the value, where it stood its evidence, its rivals stay visible.

mod blocks;
mod builder;
mod claims;
mod clean;
mod confirm;
mod dates;
mod figures;
mod headline;
mod houses;
mod mixed;
mod named;
mod notes;
mod one_line;
mod owners;
mod people;
mod record;
mod strays;
mod writers;

pub(crate) use blocks::flows;
pub(crate) use clean::are_copies;
pub(crate) use clean::clean;
pub(crate) use headline::is_original;

use std::ops::Range;

use wirecopy_model::{Article, Diagnostic, Kind, LineRole, Span};

use crate::date;
use crate::fields::byline::{BylineRead, read_byline};
use crate::fields::credit::{CaptionRead, split_caption};
use crate::fields::dateline::{DatelineRead, read_dateline};
use crate::label::observe::Observed;
use crate::label::readings::Readings;
#[cfg(feature = "language")]
use crate::language;
use crate::lines::Line;
use crate::options::ParserBuilder;
use crate::page::Page;
use crate::parsed::Decision;

/// Text from which the language is told, in bytes.
#[cfg(feature = "language")]
const LANGUAGE_SAMPLE: usize = 800;

/// A labelled document, ready to be read.
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) page: &'a Page,
    pub(crate) observed: &'a Observed<'a>,
    pub(crate) roles: &'a [LineRole],
    pub(crate) confidence: &'a [f32],
    pub(crate) kind: Kind,
    pub(crate) options: &'a ParserBuilder,
    #[cfg(feature = "language")]
    pub(crate) language: std::cell::OnceCell<Option<&'static str>>,
}

impl Context<'_> {
    /// Line `i` without blanks at its ends.
    pub(crate) fn line(&self, i: usize) -> &str {
        &self.text[self.page.lines[i].trimmed.range()]
    }

    /// What was read in the lines.
    pub(crate) fn readings(&self) -> &Readings<'_> {
        &self.observed.readings
    }

    /// A line, or the value behind its key, as a byline.
    pub(crate) fn byline(&self, i: usize, value: &str, dates: &[Range<usize>]) -> BylineRead {
        if value.len() == self.line(i).len() {
            return self.readings().dated_byline(i, dates);
        }
        read_byline(value, dates)
    }

    /// The dateline that a line, or the value behind its key, opens with.
    pub(crate) fn dateline(&self, i: usize, value: &str) -> Option<DatelineRead> {
        if value.len() == self.line(i).len() {
            self.readings().dateline(i).cloned()
        } else {
            read_dateline(value)
        }
    }

    /// A line, or the value behind its key, as a caption.
    pub(crate) fn caption(&self, i: usize, value: &str) -> CaptionRead {
        if value.len() == self.line(i).len() {
            self.readings().caption(i).clone()
        } else {
            split_caption(value)
        }
    }

    /// The dates of a line, or of the value behind its key, read as the document's are.
    pub(crate) fn dates(&self, i: usize, value: &str, settings: &date::Context) -> Vec<date::FoundDate> {
        // Whether there are any does not hang on how they are to be read.
        let none = value.len() == self.line(i).len() && self.readings().dates(i).is_empty();
        debug_assert!(!none || date::scan(value, settings).is_empty(), "{value}");
        if none { Vec::new() } else { date::scan(value, settings) }
    }

    /// Where the value of line `i` stands: behind its key, when the line has one that names this role.
    pub(crate) fn value_of(&self, i: usize, role: LineRole) -> Span {
        let hint = self.page.hints.iter().find(|hint| hint.line == i && hint.role == role);
        hint.map_or(self.page.lines[i].trimmed, |hint| hint.value)
    }

    /// Language of the document, by its prose, else by all its lines. Found once.
    #[cfg(feature = "language")]
    pub(crate) fn language(&self) -> Option<&'static str> {
        *self.language.get_or_init(|| {
            let part = |wanted: &dyn Fn(LineRole) -> bool| {
                let mut sample = String::new();
                for (i, role) in self.roles.iter().enumerate().filter(|(_, role)| wanted(**role)) {
                    debug_assert!(wanted(*role));
                    if sample.len() > LANGUAGE_SAMPLE {
                        break;
                    }
                    let line = self.line(i);
                    let most = line.len().min(LANGUAGE_SAMPLE);
                    let end = (0..=most).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
                    sample.push_str(&line[..end]);
                    sample.push('\n');
                }
                language::told(&sample)
            };
            let prose =
                part(&|role| role.is_body() || matches!(role, LineRole::Headline | LineRole::Standfirst));
            prose.or_else(|| part(&|_| true)).map(|found| found.code)
        })
    }

    /// Unknown without the feature.
    #[cfg(not(feature = "language"))]
    pub(crate) fn language(&self) -> Option<&'static str> {
        None
    }

    /// Whether a name in line `i` is that of a known agency or paper, or stands in the first line, in a line of rights or in an
    /// address too.
    pub(crate) fn is_said_again(&self, i: usize, name: &str) -> bool {
        crate::fields::agency::is_agency(name)
            || crate::fields::outlet::is_known_paper(name)
            || confirm::is_named_elsewhere(self, i, name)
    }

    /// Whether line `i` is the rest of a headline that was wrapped on the line before it.
    pub(crate) fn headline_goes_on(&self, before: usize, i: usize) -> bool {
        self.roles[before] == LineRole::Headline
            && headline_goes_on(self.observed, &self.page.lines, before, i)
    }

    /// Whether line `i` is the rest of a wrapped line `before`.
    pub(crate) fn continues(&self, before: usize, i: usize) -> bool {
        before + 1 == i
            && blocks::continues(self.text, &self.page.lines, self.roles, before, i, &self.observed.layout)
    }
}

/// Whether line `i` is the rest of what was wrapped on the line before it, which reads like a headline: in copy that is
/// wrapped throughout, in capitals on both lines, or where the rest goes on in small letters.
pub(crate) fn headline_goes_on(observed: &Observed<'_>, lines: &[Line], before: usize, i: usize) -> bool {
    let (first, second) = (&observed.measures[before], &observed.measures[i]);
    let caps = |m: &crate::label::measure::Measure| m.caps_words > 1 && m.small_words == 0;
    lines[i].blank_before == 0
        && !first.ends_sentence()
        && (observed.layout.kind == wirecopy_model::LayoutKind::HardWrapped
            || (caps(first) && caps(second))
            || second.first.is_lowercase()
            // Two short lines with no other line of their kind near: set over two lines.
            || (first.units >= 20 && first.units <= 60 && second.units < first.units
                && matches!(first.last, ',' | '-' | '–' | '—'))
            // What a colon announces follows it.
            || (first.units <= 90 && matches!(first.last, ':' | '：')))
}

/// The records of a document.
pub(crate) struct Assembled {
    pub(crate) articles: Vec<Article>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Number of the record of each line.
    pub(crate) record_of: Vec<Option<u32>>,
    pub(crate) decisions: Vec<Decision>,
    /// The roles of the lines after the second look.
    pub(crate) roles: Vec<LineRole>,
    /// What the second look corrected; kept when reasons were asked for.
    pub(crate) corrections: Vec<confirm::Correction>,
}

/// Reads all records of a document.
pub(crate) fn assemble(labelled: &Context<'_>) -> Assembled {
    let (roles, corrections) = confirm::roles(labelled);
    let context = &Context {
        roles: &roles,
        #[cfg(feature = "language")]
        language: std::cell::OnceCell::new(),
        ..*labelled
    };
    let blanks: Vec<u32> = context.page.lines.iter().map(|line| line.blank_before).collect();
    let records = record::split(context.roles, &blanks, &|one, other| {
        are_copies(context.line(one), context.line(other))
    });
    let mut record_of = vec![None; context.roles.len()];
    let mut assembled = Assembled {
        articles: Vec::new(),
        diagnostics: Vec::new(),
        record_of: Vec::new(),
        decisions: Vec::new(),
        roles: Vec::new(),
        corrections,
    };
    // Of what is no article no date is read.
    let settings =
        if context.kind == Kind::NotArticle { date::Context::default() } else { date_settings(context) };
    for (k, members) in records.iter().enumerate() {
        let number = u32::try_from(k + 1).unwrap_or(u32::MAX);
        for &i in members {
            record_of[i] = Some(number);
        }
        let (article, decisions) = builder::build(context, members, number, &settings);
        assembled.articles.push(article);
        assembled.decisions.extend(decisions);
    }
    assembled.record_of = record_of;
    assembled.roles = roles;
    assembled
}

/// How dates are read in this document: the caller's order, else what its own dates say, else its language.
fn date_settings(context: &Context<'_>) -> date::Context {
    let lines = &context.page.lines;
    let evidence = (0..lines.len())
        .filter(|&i| {
            let m = &context.observed.measures[i];
            let may = m.may_have_figures();
            debug_assert!(may || date::order_evidence(context.line(i)).is_none());
            may && m.units <= 200
        })
        .find_map(|i| date::order_evidence(context.line(i)));
    let by_language = || match context.language()? {
        // English is read in both orders; so is what is written in it.
        "en" | "tl" => None,
        // Where the year comes first, a short form may take either order.
        "zh" | "ja" | "ko" | "hu" | "lt" | "mn" => None,
        _ => Some(true),
    };
    date::Context {
        order: context.options.date_order,
        day_first_hint: evidence.or_else(by_language),
        reference: context.options.reference_date,
        assume_zone: context.options.assume_zone,
    }
}
