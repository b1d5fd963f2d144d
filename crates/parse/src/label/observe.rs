//! From lines to atoms: what the model sees of a document.

use wirecopy_model::LayoutKind;

use super::atoms::{Atom, AtomSet};
use super::echo::{Echo, Heard};
use super::lexicon::{self, Class, Hits};
use super::measure::{Measure, Signs, is_bullet, is_closing_bracket, is_quote, is_sentence_mark};
use super::readings::Readings;
use super::voice::{self, Voice};
use super::wire::Wire;
use super::zone::{self, Zone};
use crate::date;
use crate::fields::{agency, byline, credit, dateline, ending, names, source};
use crate::folded::{is_letter, is_letter_or_number};
use crate::layout::{self, Inferred};
use crate::lines::Line;
use crate::page::Page;

/// What was seen of a whole document.
pub(crate) struct Observed<'t> {
    pub(crate) measures: Vec<Measure>,
    pub(crate) sets: Vec<AtomSet>,
    pub(crate) layout: Inferred,
    pub(crate) zone: Option<Zone>,
    pub(crate) voice: Voice,
    /// The words that lines may have in common.
    pub(crate) heard: Heard,
    /// What was read in the lines.
    pub(crate) readings: Readings<'t>,
    /// How it opens, if as copy of a wire.
    pub(crate) wire: Option<Wire>,
}

/// Lines longer than this (in units) are prose or junk whatever fields they might hold: their inside is not searched.
const LONGEST_HEADER: u32 = 220;

/// Lines longer than this (in units) are read like paragraphs when their words are looked up.
const PROSE_LINE: u32 = 100;

/// Observes every line of a page.
pub(crate) fn observe<'t>(text: &'t str, page: &Page) -> Observed<'t> {
    let lines = &page.lines;
    let measures: Vec<Measure> = lines.iter().map(|line| Measure::of(&text[line.trimmed.range()])).collect();
    let units: Vec<u32> = measures.iter().map(|m| m.units).collect();
    let layout = layout::infer(text, lines, &units);
    let hits: Vec<Hits> = lines
        .iter()
        .zip(&measures)
        .map(|(line, m)| {
            let hits = lexicon::look_up(&text[line.trimmed.range()]);
            if m.units > PROSE_LINE { hits.of_prose() } else { hits }
        })
        .collect();
    let wrapped = layout.kind == LayoutKind::HardWrapped;
    let in_capitals = is_in_capitals(&measures);
    let scores: Vec<f32> = measures
        .iter()
        .zip(&hits)
        .map(|(m, hits)| zone::prose_score(m, hits, wrapped, in_capitals))
        .collect();
    let zone = zone::find(&scores);
    let mut sets = vec![AtomSet::default(); lines.len()];
    let readings = Readings::of(lines.iter().map(|line| &text[line.trimmed.range()]).zip(&measures));
    for (i, set) in sets.iter_mut().enumerate() {
        let line = &text[lines[i].trimmed.range()];
        set.add(Atom::Bias);
        place(set, i, lines, zone.as_ref(), &scores);
        spacing(set, i, lines, &layout, text);
        shape(set, &measures[i]);
        signs(set, &measures[i], line);
        words(set, &hits[i]);
        if measures[i].units <= LONGEST_HEADER {
            fields(set, line, &measures[i], &readings, i);
        }
        long_line(set, line, &readings, i);
        set.add_if(wrapped && layout.wrap.is_some_and(|wrap| measures[i].units * 5 >= wrap * 4), Atom::Full);
    }
    if in_capitals {
        sets.iter_mut().zip(&measures).for_each(|(set, m)| without_case(set, m));
    }
    for hint in &page.hints {
        sets[hint.line].add(Atom::Hint);
    }
    runs(&mut sets, &measures);
    if let (Some(set), Some(m)) = (sets.last_mut(), measures.last()) {
        set.add_if(!m.ends_sentence() && m.units > 60 && is_letter_or_number(m.last), Atom::CutEnd);
    }
    let mut echo = Echo::new(text, lines, &measures, &scores);
    echo.observe(&mut sets, zone.as_ref());
    let heard = echo.heard();
    let voice = voice::listen(text, lines, &measures);
    let wire = Wire::find(lines, &measures, &readings);
    Observed { measures, sets, layout, zone, voice, heard, readings, wire }
}

/// Whether a document is in capitals throughout, as teleprinters sent it.
fn is_in_capitals(measures: &[Measure]) -> bool {
    const FEWEST: u32 = 30;
    let sum = |of: fn(&Measure) -> u32| measures.iter().map(of).sum::<u32>();
    let capitals = sum(|m| m.caps_words);
    capitals >= FEWEST && sum(|m| m.small_words) * 20 <= capitals
}

/// Where all is in capitals they say as little as in a script that has none.
fn without_case(set: &mut AtomSet, m: &Measure) {
    const SENTENCE: u32 = 8;
    set.remove(Atom::AllCaps);
    if m.words >= SENTENCE {
        set.add(Atom::SentenceCase);
        return;
    }
    set.remove(Atom::StartCapital);
    set.add_if(m.letters > 0, Atom::NoCase);
}

fn place(set: &mut AtomSet, i: usize, lines: &[Line], zone: Option<&Zone>, scores: &[f32]) {
    let n = lines.len();
    set.add(match i {
        0 => Atom::First,
        1 => Atom::Second,
        2..=4 => Atom::Near,
        5..=11 => Atom::Upper,
        12..=39 => Atom::Middle,
        _ => Atom::Far,
    });
    set.add_if(i + 1 == n, Atom::Last);
    set.add_if(i + 4 >= n, Atom::NearLast);
    set.add_if(n <= 6, Atom::FewLines);
    set.add_if((7..=20).contains(&n), Atom::SomeLines);
    set.add_if(n > 60, Atom::ManyLines);
    set.add_if(scores.get(i + 1).is_some_and(|score| *score >= 0.5), Atom::NextProse);
    let Some(zone) = zone else {
        set.add(Atom::NoZone);
        return;
    };
    set.add_if(zone.weight < 2.5, Atom::ThinZone);
    if i < zone.first {
        set.add(match zone.first - i {
            1 => Atom::Before1,
            2 => Atom::Before2,
            3 => Atom::Before3,
            4..=6 => Atom::Before4to6,
            7..=12 => Atom::Before7to12,
            _ => Atom::BeforeFar,
        });
    } else if i > zone.last {
        set.add(match i - zone.last {
            1 => Atom::After1,
            2 => Atom::After2,
            3..=5 => Atom::After3to5,
            _ => Atom::AfterFar,
        });
    } else {
        set.add(Atom::InZone);
        set.add_if(i == zone.first, Atom::ZoneFirst);
        set.add_if(i == zone.last, Atom::ZoneLast);
        set.add_if(i > 0 && scores[i] < 0.0 && scores[i - 1] >= 0.5, Atom::Hole1);
    }
}

fn spacing(set: &mut AtomSet, i: usize, lines: &[Line], layout: &Inferred, text: &str) {
    set.add(match layout.kind {
        LayoutKind::BlankLine => Atom::LayoutBlank,
        LayoutKind::Indented => Atom::LayoutIndent,
        LayoutKind::HardWrapped => Atom::LayoutWrapped,
        LayoutKind::OneLine => Atom::LayoutOneLine,
        _ => Atom::LayoutSingle,
    });
    set.add(match lines[i].blank_before {
        0 => Atom::Blank0,
        1 => Atom::Blank1,
        _ => Atom::Blank2,
    });
    if let Some(next) = lines.get(i + 1) {
        set.add(match next.blank_before {
            0 => Atom::BlankNext0,
            1 => Atom::BlankNext1,
            _ => Atom::BlankNext2,
        });
    }
    let indent = lines[i].indent(text);
    set.add_if(indent > 0, Atom::Indented);
    set.add_if(indent == layout.body_indent, Atom::BodyIndent);
    set.add_if(indent > layout.body_indent, Atom::DeeperIndent);
    set.add_if(indent < layout.body_indent, Atom::Shallower);
    set.add_if(lines[i].opens_ideographic(text), Atom::IdeographicIndent);
}

fn shape(set: &mut AtomSet, m: &Measure) {
    set.add(match m.units {
        0..=3 => Atom::Units3,
        4..=8 => Atom::Units8,
        9..=15 => Atom::Units15,
        16..=25 => Atom::Units25,
        26..=40 => Atom::Units40,
        41..=60 => Atom::Units60,
        61..=85 => Atom::Units85,
        86..=120 => Atom::Units120,
        121..=180 => Atom::Units180,
        181..=300 => Atom::Units300,
        _ => Atom::UnitsMore,
    });
    set.add(match m.words {
        0..=1 => Atom::Words1,
        2 => Atom::Words2,
        3..=4 => Atom::Words4,
        5..=7 => Atom::Words7,
        8..=12 => Atom::Words12,
        13..=20 => Atom::Words20,
        21..=40 => Atom::Words40,
        _ => Atom::WordsMore,
    });
    set.add(match m.sentences {
        0 => Atom::Sentences0,
        1 => Atom::Sentences1,
        2 => Atom::Sentences2,
        _ => Atom::SentencesMore,
    });
    let cased = m.capital_words + m.small_words;
    if cased == 0 {
        set.add_if(m.letters > 0, Atom::NoCase);
    } else {
        let all_caps = m.caps_words > 0 && m.small_words == 0 && m.caps_words * 2 >= m.capital_words;
        let title_case = !all_caps && m.capital_words >= 2 && m.long_small_words * 4 <= m.capital_words;
        set.add_if(all_caps, Atom::AllCaps);
        set.add_if(title_case, Atom::TitleCase);
        set.add_if(!all_caps && !title_case && m.small_words > 0, Atom::SentenceCase);
        set.add_if(!all_caps && m.caps_words > 0, Atom::SomeCaps);
    }
    set.add_if(m.letters == 0, Atom::NoLetters);
    set.add_if(m.digits > 0, Atom::HasDigit);
    set.add_if(m.digits > m.letters, Atom::MostlyDigits);
}

/// Whether every `>` of a line closes what a `<` opened.
fn is_bracketed(line: &str) -> bool {
    let mut open = false;
    line.chars().all(|c| {
        let was_open = open;
        open = c == '<' || was_open && c != '>';
        match c {
            '>' => was_open,
            '›' | '»' | '→' | '＞' => false,
            _ => true,
        }
    })
}

fn signs(set: &mut AtomSet, m: &Measure, line: &str) {
    let has = |sign| m.signs.has(sign);
    let pairs = [
        (Signs::URL, Atom::HasUrl),
        (Signs::HASH, Atom::HasHandle),
        (Signs::MIDDOT, Atom::HasMiddot),
        (Signs::SLASH, Atom::HasSlash),
        (Signs::CURRENCY, Atom::HasCurrency),
        (Signs::PERCENT, Atom::HasPercent),
        (Signs::BRACE, Atom::HasMarkup),
        (Signs::PICTOGRAM, Atom::HasPictogram),
        (Signs::SPACED_DASH, Atom::HasDash),
        (Signs::ROUND, Atom::HasBrackets),
        (Signs::SQUARE, Atom::HasSquare),
        (Signs::COPYRIGHT, Atom::HasCopyright),
        (Signs::DOUBLE_SPACE, Atom::HasDoubleSpace),
    ];
    for (sign, atom) in pairs {
        set.add_if(has(sign), atom);
    }
    // `<TICK>`, the sign of a share, is in brackets and no step of a path.
    set.add_if(has(Signs::GREATER) && !is_bracketed(line), Atom::HasCrumb);
    if has(Signs::AT) {
        let is_email = line.split('@').nth(1).is_some_and(|rest| {
            rest.chars().take_while(|c| is_letter_or_number(*c) || matches!(c, '.' | '-')).any(|c| c == '.')
        });
        set.add(if is_email { Atom::HasEmail } else { Atom::HasHandle });
    }
    set.add_if(m.pipes > 0, Atom::HasPipe);
    set.add_if(m.pipes > 2, Atom::ManyPipes);
    set.add_if(m.quotes > 0, Atom::HasQuotes);
    set.add_if(m.commas > 2, Atom::ManyCommas);
    if let Some(at) = m.colon_at {
        set.add(Atom::HasColon);
        set.add_if(at <= 20 && at + 2 < m.units, Atom::EarlyColon);
    }
    ends(set, m);
    starts(set, m, line);
}

fn ends(set: &mut AtomSet, m: &Measure) {
    set.add(match m.last {
        '.' if m.before_last == '.' => Atom::EndEllipsis,
        '…' => Atom::EndEllipsis,
        '?' | '？' | '؟' => Atom::EndQuestion,
        '!' | '！' => Atom::EndExclaim,
        ':' | '：' => Atom::EndColon,
        ',' | ';' | '，' | '、' | '،' => Atom::EndComma,
        '|' => Atom::EndPipe,
        '-' | '–' | '—' => Atom::EndDash,
        c if is_quote(c) => Atom::EndQuote,
        c if is_closing_bracket(c) => Atom::EndBracket,
        c if is_sentence_mark(c) => Atom::EndPeriod,
        c if c.is_numeric() => Atom::EndDigit,
        _ => Atom::EndLetter,
    });
}

fn starts(set: &mut AtomSet, m: &Measure, line: &str) {
    let atom = match m.first {
        c if c.is_lowercase() => Atom::StartSmall,
        c if c.is_uppercase() => Atom::StartCapital,
        c if c.is_numeric() => {
            let rest = line.trim_start_matches(|c: char| c.is_numeric());
            let numbered = line.len() - rest.len() <= 3 && rest.starts_with(['.', ')', '、', '．']);
            set.add_if(numbered, Atom::NumberedItem);
            Atom::StartDigit
        }
        c if is_quote(c) && c != '»' => Atom::StartQuote,
        c if is_bullet(c) => Atom::StartBullet,
        '-' if m.second == ' ' || m.second == '\t' => Atom::StartBullet,
        '-' | '–' | '—' | '―' | '−' => Atom::StartDash,
        '(' | '[' | '（' | '【' | '［' | '〔' | '<' | '《' | '〈' => Atom::StartBracket,
        '|' | '｜' => Atom::StartPipe,
        '#' | '@' => Atom::StartHash,
        c if is_letter(c) => return,
        _ => Atom::StartOther,
    };
    set.add(atom);
}

fn words(set: &mut AtomSet, hits: &Hits) {
    const CLASSES: [(Class, Atom, Option<Atom>); lexicon::N_CLASSES] = [
        (Class::Nav, Atom::LexNav, Some(Atom::StartNav)),
        (Class::Share, Atom::LexShare, Some(Atom::StartShare)),
        (Class::Related, Atom::LexRelated, Some(Atom::StartRelated)),
        (Class::Advert, Atom::LexAdvert, Some(Atom::StartAdvert)),
        (Class::Comment, Atom::LexComment, Some(Atom::StartComment)),
        (Class::Rights, Atom::LexRights, Some(Atom::StartRights)),
        (Class::Paywall, Atom::LexPaywall, Some(Atom::StartPaywall)),
        (Class::Letter, Atom::LexLetter, Some(Atom::StartLetter)),
        (Class::Section, Atom::LexSection, Some(Atom::StartSection)),
        (Class::Note, Atom::LexNote, Some(Atom::StartNote)),
        (Class::Photo, Atom::LexPhoto, Some(Atom::StartPhoto)),
        (Class::Role, Atom::LexRole, Some(Atom::StartRole)),
        (Class::Tags, Atom::LexTags, Some(Atom::StartTags)),
        (Class::Shop, Atom::LexShop, None),
        (Class::Forum, Atom::LexForum, None),
        (Class::Docs, Atom::LexDocs, None),
        (Class::ReadTime, Atom::LexReadTime, None),
        (Class::Player, Atom::LexPlayer, Some(Atom::StartPlayer)),
        (Class::Points, Atom::LexPoints, None),
        (Class::AuthorBox, Atom::LexAuthorBox, None),
    ];
    if hits.any != 0 {
        for (class, anywhere, at_start) in CLASSES {
            if hits.has(class) {
                set.add(anywhere);
                if let Some(atom) = at_start.filter(|_| hits.starts_with(class)) {
                    set.add(atom);
                }
            }
        }
    }
    set.add_if(hits.words > 0 && hits.covered >= hits.words, Atom::LexAll);
    set.add_if(hits.covered * 2 >= hits.words && hits.covered > 0, Atom::LexMost);
}

fn fields(set: &mut AtomSet, line: &str, m: &Measure, readings: &Readings<'_>, i: usize) {
    let found = readings.dates(i);
    if found.is_empty() {
        set.add_if(m.words <= 8 && readings.lone_label(i).is_some(), Atom::DateLoneLabel);
    } else {
        let only = date::residue(line, found).is_empty();
        set.add(if only { Atom::DateOnly } else { Atom::DateMixed });
        set.add_if(found.len() > 1, Atom::DateTwo);
        let before = found[0].label_span.as_ref().map_or(found[0].span.start, |label| label.start);
        set.add_if(!only && before == 0, Atom::DateStart);
        let after = line.len() - found.last().map_or(0, |date| date.span.end);
        set.add_if(!only && after <= 1, Atom::DateEnd);
        for date in found {
            set.add_if(date.label.is_some(), Atom::DateLabelled);
            set.add_if(date.value.is_some_and(|value| value.day().is_some()), Atom::DateDay);
            match date.form {
                date::Form::Relative => set.add(Atom::DateRelative),
                date::Form::Time => set.add(Atom::DateTimeOnly),
                date::Form::MonthDay => set.add(Atom::DateNoYear),
                date::Form::Absolute => {}
            }
        }
    }
    if m.units <= 120 {
        people(set, line, m, readings, i);
        set.add_if(source::has_label(line), Atom::SourceLabel);
        set.add_if(agency::is_agency(line), Atom::Agency);
    }
    set.add_if(agency::agency_at_start(line).is_some(), Atom::AgencyAtStart);
    set.add_if(agency::agency_at_end(line).is_some(), Atom::AgencyAtEnd);
}

fn people(set: &mut AtomSet, line: &str, m: &Measure, readings: &Readings<'_>, i: usize) {
    let lead = byline::has_lead(line).is_some();
    set.add_if(lead, Atom::BylineLead);
    if lead || (m.words <= 12 && m.units <= 90) {
        let told = || {
            let read = readings.byline(i);
            (read.emptied, read.rest == 0 && read.people.iter().any(|p| p.role.is_some()))
        };
        let (emptied, role) = if lead || byline::may_be_named(line) {
            told()
        } else {
            debug_assert_eq!(told(), (false, false), "{line}");
            (false, false)
        };
        set.add_if(emptied, Atom::EmptiedByline);
        set.add_if(role, Atom::RoleWord);
    }
    // What tells of a writer has a verb, which is no capital's.
    let told = m.small_words > 0 || m.letters > 0 && !line.is_ascii();
    debug_assert!(told || ending::biography(line).is_none(), "{line}");
    set.add_if(told && ending::biography(line).is_some(), Atom::Biography);
    // One word alone in letters that have capitals is hardly a name.
    let lone = m.words == 1 && m.capital_words + m.small_words == 1 && m.wide == 0;
    debug_assert!(!lone || names::looks_like_name(line) < 0.4, "{line}");
    if m.words <= 10 && !lone {
        let name = names::looks_like_name(line);
        set.add_if(name >= 0.75, Atom::NameHigh);
        set.add_if((0.4..0.75).contains(&name), Atom::NameMid);
    }
    set.add_if(dateline::strength_alone(line, readings.dateline(i)) >= 0.5, Atom::DatelineAlone);
}

fn long_line(set: &mut AtomSet, line: &str, readings: &Readings<'_>, i: usize) {
    let strength = readings.dateline(i).map_or(0.0, |read| read.strength);
    set.add_if(strength >= 0.8, Atom::DatelineStrong);
    set.add_if((0.5..0.8).contains(&strength), Atom::DatelineMid);
    set.add_if(strength > 0.0 && strength < 0.5, Atom::DatelineWeak);
    let credit::CreditSigns { strength, only } = readings.credit_signs(i);
    set.add_if(strength >= 0.8, Atom::CreditStrong);
    set.add_if((0.5..0.8).contains(&strength), Atom::CreditMid);
    set.add_if(strength > 0.0 && strength < 0.5, Atom::CreditWeak);
    set.add_if(only, Atom::CreditOnly);
    set.add_if(ending::end_credit(line).is_some(), Atom::EndCredit);
}

/// Runs of short lines that are no sentences: menus, tag lists, lists of headlines.
fn runs(sets: &mut [AtomSet], measures: &[Measure]) {
    let is_short = |m: &Measure| m.units < 70 && !m.ends_sentence();
    let mut i = 0;
    while i < measures.len() {
        if !is_short(&measures[i]) {
            i += 1;
            continue;
        }
        let end = measures[i..].iter().position(|m| !is_short(m)).map_or(measures.len(), |n| i + n);
        let atom = match end - i {
            1 => Atom::ShortRun1,
            2..=3 => Atom::ShortRun3,
            4..=8 => Atom::ShortRun8,
            9..=20 => Atom::ShortRun20,
            _ => Atom::ShortRunMore,
        };
        for set in &mut sets[i..end] {
            set.add(atom);
        }
        sets[i].add(Atom::RunStart);
        sets[end - 1].add(Atom::RunEnd);
        i = end;
    }
    for i in 1..sets.len() {
        if sets[i].has(Atom::StartBullet) && sets[i - 1].has(Atom::StartBullet) {
            sets[i].add(Atom::BulletRun);
            sets[i - 1].add(Atom::BulletRun);
        }
    }
}
