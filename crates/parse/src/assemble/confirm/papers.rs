//! Sources around the story that were taken for something else.

use wirecopy_model::LineRole as R;

use super::{Context, View, is_page_part};
use crate::assemble::clean::key;
use crate::date;
use crate::fields::agency::{is_agency, is_picture_house};
use crate::fields::byline::{self, PersonKind};
use crate::fields::meta::{self, MetaKind};
use crate::fields::names::looks_like_name;
use crate::fields::outlet::is_known_paper;
use crate::fields::source;
use crate::label::lexicon;
use crate::label::measure::{Signs, is_bullet};

/// Longest line that is read as the name of a paper, in bytes.
const LONGEST: usize = 100;
/// Lines over the story in which the name of a paper is the article's.
const UNDER: usize = 12;
/// Lines over the headline in which a paper may be named beside the date.
const OVER: usize = 5;
/// A name alone is no paper's but a writer's, 0 to 1.
const WRITER: f32 = 0.75;

/// Gives bylines that were taken for sources back, then finds the source where no line names one.
pub(super) fn sources(view: &mut View<'_>) {
    for i in 0..view.roles.len() {
        if view.is_keyed(i) {
            continue;
        }
        match view.roles[i] {
            // A house that only sells pictures signs one.
            R::Source if is_picture_house(bare(view.line(i))) => {
                view.set(i, R::Credit, "names a house that only sells pictures");
            }
            R::Source if runs_on(view.line(i)) && !is_named_elsewhere(view.context, i, view.line(i)) => {
                let deck = i > 0 && view.roles[i - 1] == R::Headline && view.measure(i).words > 2;
                let role = if deck { R::Standfirst } else { R::Furniture };
                view.set(i, role, "ends in a small letter as no paper's name does");
            }
            R::Source if is_number(view.line(i)) || is_button(view, i) => {
                view.set(i, R::Furniture, "a number or a button and no name");
            }
            R::Source if is_menu(view.line(i)) => {
                view.set(i, R::Furniture, "links of a menu run together");
            }
            R::Source if is_writer(view.line(i)) && !is_signed(view.line(i)) => {
                view.set(i, R::Byline, "names a person");
            }
            R::Source if is_name_beside_date(view, i) => {
                view.set(i, R::Byline, "beside the date stands a name that is like no paper's");
            }
            R::Dateline if is_led_agency(view.line(i)) => {
                view.set(i, R::Byline, "a lead word and an agency");
            }
            R::Byline if view.line(i).len() <= LONGEST && labelled(view.line(i)) => {
                view.set(i, R::Source, "a label of sources opens it");
            }
            _ => {}
        }
    }
    // When all writers are known.
    for i in 0..view.roles.len() {
        if view.roles[i] == R::Source && !view.is_keyed(i) && is_signed(view.line(i)) {
            if view.has(R::Byline) {
                view.set(
                    i,
                    R::Credit,
                    "a person and a house sign a picture, since another line names the writer",
                );
            } else {
                view.set(i, R::Byline, "a person and a house, parted by a slash");
            }
        }
    }
    let placed = beside_headline(view).find(|&i| may_be(view, i) && is_placed(view, i));
    if let Some(i) = placed {
        view.set(i, R::Meta, "names a paper and a place");
        return;
    }
    if (0..view.roles.len()).any(|i| names_source(view, i)) {
        return;
    }
    let around = view.around();
    let found = around.iter().copied().find(|&i| labelled(view.line(i)) && may_be(view, i));
    let found =
        found.or_else(|| (view.story..=view.end).find(|&i| labelled(view.line(i)) && may_be(view, i)));
    let found = found.or_else(|| {
        around
            .iter()
            .copied()
            .find(|&i| !is_of_picture(view, i) && is_agency(bare(view.line(i))) && may_be(view, i))
    });
    let found = found
        .or_else(|| around.iter().copied().find(|&i| with_address(view, view.line(i)) && may_be(view, i)));
    let found = found.or_else(|| beside_headline(view).find(|&i| is_paper(view, i) && may_be(view, i)));
    let found = found.or_else(|| closing(view));
    if let Some(i) = found {
        view.set(i, R::Source, "names a paper or an agency, and no other line does");
    }
}

/// `Ana Lima / AGENCY`: a person and a house, who sign a picture or, where nobody else does, the text.
fn is_signed(line: &str) -> bool {
    const LIKE_NAME: f32 = 0.45;
    let Some((one, other)) = line.split_once('/').filter(|_| line.len() <= LONGEST) else { return false };
    let house = |part: &str| is_agency(part) || is_known_paper(part);
    let person = |part: &str| looks_like_name(part) >= LIKE_NAME;
    let (one, other) = (bare(one), bare(other));
    house(one) && person(other) || person(one) && house(other)
}

/// `Par AFP`: a lead word and an agency, and nothing else.
fn is_led_agency(line: &str) -> bool {
    const SHORT: usize = 60;
    if line.len() > SHORT || !byline::may_be_named(line) {
        return false;
    }
    let read = byline::read_byline(line, &[]);
    read.lead.is_some_and(|lead| lead.start == 0)
        && read.rest == 0
        && matches!(&read.people[..], [agency] if agency.kind == PersonKind::Agency && is_agency(&line[agency.name.clone()]))
}

/// `Example Times, Northport`: a paper known by name, and behind a comma where it reports from.
fn is_placed(view: &View<'_>, i: usize) -> bool {
    const WORDS: usize = 3;
    let Some((paper, place)) = view.line(i).split_once(", ") else { return false };
    let words = || place.split_whitespace();
    is_known_paper(paper)
        && in_company(view, i)
        && words().count() <= WORDS
        && words().all(|word| word.chars().all(char::is_alphabetic) && word.starts_with(char::is_uppercase))
}

/// `News code: 7349926`: behind the label stands no name.
fn is_number(line: &str) -> bool {
    line.split_once([':', '：']).is_some_and(|(_, value)| {
        let value = value.trim();
        !value.is_empty() && value.chars().all(char::is_numeric)
    })
}

/// `Mehr`, `【字体：大 中 小】`: a part of the page. The letters of an agency may say a size of type, too.
fn is_button(view: &View<'_>, i: usize) -> bool {
    let line = view.line(i);
    let letters = line.bytes().all(|b| b.is_ascii_uppercase());
    !letters && !source::has_label(line) && !is_agency(bare(line)) && is_page_part(line)
}

/// `Northport police ask for help`: words that go on in small letters to their end are no paper's name.
fn runs_on(line: &str) -> bool {
    const LONGEST: usize = 60;
    let mut words = line.split_whitespace();
    let (Some(first), Some(last)) = (words.next(), words.next_back()) else { return false };
    let capitals: Vec<&str> =
        line.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).collect();
    let capitals = capitals.join(" ");
    line.len() <= LONGEST
        && first.starts_with(char::is_uppercase)
        && last.starts_with(char::is_lowercase)
        && !line.contains(['@', '/', ':', '.', ',', '(', '|'])
        && !line.bytes().any(|b| b.is_ascii_digit())
        && !is_known_paper(line)
        && !is_agency(line)
        && !source::names_paper(&capitals)
        && !source::is_paper_word(&capitals)
        && !source::has_label(line)
}

/// `Northport Bakers e.V.`: the form of a society or a firm closes its name.
fn has_form(line: &str) -> bool {
    const FORMS: &[&str] = &[
        "e.V.", "e. V.", "GmbH", "gGmbH", "AG", "KG", "SE", "Inc.", "Ltd.", "Ltd", "PLC", "S.A.", "S.p.A.",
        "B.V.", "AB", "A/S",
    ];
    line.rsplit_once(' ').is_some_and(|(name, form)| FORMS.contains(&form) && name.contains(' '))
}

/// A name right beside the date that is like no paper's: whoever wrote it.
fn is_name_beside_date(view: &View<'_>, i: usize) -> bool {
    const LIKE_NAME: f32 = 0.45;
    let line = bare(view.line(i));
    let beside = |k: Option<usize>| k.and_then(|k| view.roles.get(k)) == Some(&R::Date);
    (beside(i.checked_sub(1)) || beside(i.checked_add(1)))
        && (2..=4).contains(&line.split_whitespace().count())
        && !source::names_paper(line)
        && !source::is_paper_word(line)
        && !named_again(view, line)
        && looks_like_name(line) >= LIKE_NAME
}

/// `Max Lee, Northport Radio`: a person, perhaps with whom the person works for.
fn is_writer(line: &str) -> bool {
    if line.len() > LONGEST || source::has_label(line) {
        return false;
    }
    let read = byline::read_byline(line, &[]);
    let [person] = &read.people[..] else { return false };
    let score = looks_like_name(&line[person.name.clone()]);
    person.kind == PersonKind::Person
        && read.rest == 0
        && (score >= WRITER
            || person.role.is_some()
            || person.affiliation.is_some() && line.contains(',') && score >= 0.55)
}

/// Whether a line of its role names a source.
fn names_source(view: &View<'_>, i: usize) -> bool {
    let line = view.line(i);
    match view.roles[i] {
        R::Source => {
            !source::is_copyright(line)
                && source::read_source(line).is_some_and(|read| {
                    is_trusted(view.context, i, line, &line[read.name.clone()], read.label.is_some())
                })
        }
        R::Meta | R::Date => {
            let spans = view.readings().date_spans(i);
            (view.roles[i] == R::Meta || !spans.is_empty())
                && meta::split_meta(line, &spans).iter().any(|part| part.what == MetaKind::Source)
        }
        R::Byline => view.readings().dated_byline(i, &view.readings().date_spans(i)).people.iter().any(|p| {
            p.kind == PersonKind::Agency
                || p.affiliation.as_ref().is_some_and(|house| {
                    source::is_name(&line[house.clone()]) && source::is_outlet(&line[house.clone()])
                })
        }),
        _ => false,
    }
}

/// How sure the chain must be of a name that nothing else calls a paper's, 0 to 1.
const TRUSTED: f32 = 0.5;
/// The same of a name in small letters.
const SURE: f32 = 0.7;
/// The same of one word that stands nowhere else.
const CERTAIN: f32 = 0.65;
/// Longest name that has no label, in characters.
const LONGEST_NAME: usize = 50;

/// Whether what stands in a line of its own is the name of a source: it has a label, it is known, or the chain is sure
/// and nothing speaks against it.
pub(in crate::assemble) fn is_trusted(
    context: &Context<'_>,
    i: usize,
    line: &str,
    name: &str,
    labelled: bool,
) -> bool {
    // `AA` between headline and story: the letters of an agency.
    let letters = (2..=5).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase());
    let beside = |k: Option<usize>| {
        k.and_then(|k| context.roles.get(k))
            .is_some_and(|role| matches!(role, R::Date | R::Headline | R::Meta))
    };
    if letters && (beside(i.checked_sub(1)) || beside(i.checked_add(1))) && !maybe_cut(context, i) {
        return true;
    }
    if !source::is_name(name) || is_page_part(line) {
        return false;
    }
    if labelled || is_agency(name) || super::wire::signs(context, i, line) {
        return true;
    }
    let bulleted = line.starts_with(is_bullet);
    if bulleted
        || name.chars().count() > LONGEST_NAME
        || name.contains(['…', '?', '？', '!', '！', '「', '『', ':', '：'])
    {
        return false;
    }
    if source::names_paper(name) || source::is_paper_word(name) {
        return true;
    }
    // `中央社新聞APP` is what a page offers for a telephone.
    if name.ends_with("APP") || name.ends_with("App") {
        return false;
    }
    // `By` alone on the line over it.
    if i > 0 && context.line(i - 1).len() <= 12 && context.readings().byline(i - 1).emptied {
        return true;
    }
    // One word that nothing else calls a paper's is a label of the page more often: `Finances`, `The short version`.
    let small = name.chars().next().is_some_and(char::is_lowercase);
    let alone = !name.contains(' ') && name.is_ascii();
    let needed = if alone && !is_named_elsewhere(context, i, name) {
        CERTAIN
    } else if small {
        SURE
    } else {
        TRUSTED
    };
    context.confidence[i] >= needed && !maybe_cut(context, i)
}

/// Whether the first line, a line of rights or an address in the text has the name too.
pub(in crate::assemble) fn is_named_elsewhere(context: &Context<'_>, i: usize, name: &str) -> bool {
    let this = key(name);
    this.len() >= 3
        && (0..context.page.lines.len()).filter(|&k| k != i).any(|k| {
            let m = &context.observed.measures[k];
            let told = k == 0
                || m.signs.has(Signs::COPYRIGHT) && m.units < 200
                || m.words == 1 && context.line(k).contains('.');
            told && key(context.line(k)).contains(&this)
        })
}

/// Whether a line is the last of a text that was cut: samples of crawls hold a round number of characters, and what is
/// left of their last line may be half a word.
fn maybe_cut(context: &Context<'_>, i: usize) -> bool {
    const ROUND: usize = 500;
    i + 1 == context.page.lines.len()
        && context.page.lines[i].trimmed.end as usize == context.text.len()
        && context.text.chars().count().is_multiple_of(ROUND)
}

fn may_be(view: &View<'_>, i: usize) -> bool {
    view.line(i).len() <= LONGEST
        && Some(i) != view.head
        && matches!(
            view.roles[i],
            R::Furniture
                | R::Crosshead
                | R::Kicker
                | R::Caption
                | R::Credit
                | R::Paragraph
                | R::Date
                | R::Byline
                | R::Note
                | R::ListItem
        )
        && !view.is_keyed(i)
        && !is_menu(view.line(i))
}

/// An agency under a picture is the picture's.
fn is_of_picture(view: &View<'_>, i: usize) -> bool {
    matches!(view.roles[i], R::Caption | R::Credit)
        || i > 0 && matches!(view.roles[i - 1], R::Caption | R::Credit) && view.roles[i] != R::Kicker
}

/// `/ Source: AGENCY`, `Bron: 112 Noordhaven`.
fn labelled(line: &str) -> bool {
    // Few lines have a label, and it is found before the name is read.
    source::has_label(line)
        && source::read_source(line).is_some_and(|read| {
            read.label.is_some_and(|label| label.len() <= 24)
                && line[read.name].split_whitespace().count() <= 6
        })
}

fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| !c.is_alphanumeric())
}

/// `北灣社 desk@northport.example`: whoever is reached there is whose text it is.
fn with_address(view: &View<'_>, line: &str) -> bool {
    let Some(at) = line.find('@') else { return false };
    let start = line[..at].rfind([' ', '\u{a0}']).unwrap_or(0);
    let name = bare(&line[..start]);
    name.chars().count() >= 2
        && looks_like_name(name) < 0.3
        && source::is_name(name)
        && name.split(' ').count() <= 4
        && (source::names_paper(name) || source::is_paper_word(name) || named_again(view, name))
}

/// Lines under the headline, and the one right over it.
fn beside_headline<'v>(view: &'v View<'_>) -> impl Iterator<Item = usize> + 'v {
    let over = view.head.map_or(0..0, |_| view.top.saturating_sub(OVER)..view.top);
    let over = over.rev().enumerate().filter(|(far, i)| *far == 0 || is_dated(view, *i)).map(|(_, i)| i);
    let head = view.head.map_or(view.story, |_| view.top + 1);
    // Where navigation parts headline and story, the header is what stands next to the story.
    let under = head.max(view.story.saturating_sub(UNDER))..view.header().end.max(view.story);
    under.chain(over)
}

/// Whether a line with a date stands next to this one or one line farther.
fn is_dated(view: &View<'_>, i: usize) -> bool {
    (i.saturating_sub(1)..(i + 3).min(view.roles.len())).any(|k| matches!(view.roles[k], R::Date | R::Meta))
}

/// A line that is the name of a paper and nothing else.
fn is_paper(view: &View<'_>, i: usize) -> bool {
    let line = bare(view.line(i));
    let m = view.measure(i);
    let hits = || lexicon::look_up(line);
    matches!(view.roles[i], R::Furniture | R::Crosshead | R::Kicker | R::Date)
        && !runs_on(line)
        && m.words <= 5
        && m.small_words <= 2
        && in_company(view, i)
        && !is_bullet(m.first)
        && !m.first.is_numeric()
        // `Northport Bakers e.V.`
        && (!m.ends_sentence() || line.rsplit(' ').next().is_some_and(|last| last.contains('.')))
        && Some(hits()).is_some_and(|hits| hits.covered < hits.words.max(1))
        && date::scan(line, &date::Context::default()).is_empty()
        && date::lone_label(line).is_none()
        && looks_like_name(line) < WRITER
        // `Local News` is a section when it stands as a label, `News24` a paper.
        && if view.roles[i] == R::Kicker {
            source::is_paper_word(line)
        } else {
            source::names_paper(line) || source::is_paper_word(line) || has_form(view.line(i)) && i > 0 && view.roles[i - 1] == R::Byline
        }
}

/// Whether a line of the header stands next to this one, in whose company a name is more than a button.
fn in_company(view: &View<'_>, i: usize) -> bool {
    (i.saturating_sub(2)..(i + 3).min(view.roles.len())).any(|k| {
        matches!(view.roles[k], R::Headline | R::Byline | R::Date | R::Meta | R::Standfirst)
            || k == view.top && view.head.is_some()
    })
}

/// Whether a line of copyright or the first line of the page names it too.
fn named_again(view: &View<'_>, name: &str) -> bool {
    let name = key(name);
    name.chars().count() >= 2
        && (0..view.roles.len()).any(|i| {
            (i == 0 || view.measure(i).signs.has(Signs::COPYRIGHT) && view.measure(i).units < 200)
                && key(view.line(i)).contains(&name)
        })
}

/// One to three words alone under the last sentence, or under the date that stands there: papers sign what they print so.
fn closing(view: &View<'_>) -> Option<usize> {
    let dated = view.roles.get(view.end + 1) == Some(&R::Date);
    let i = view.end + if dated { 2 } else { 1 };
    let last = view.roles.get(i).filter(|role| **role == R::Furniture).is_some() && i + 1 == view.roles.len();
    let m = last.then(|| view.measure(i))?;
    let line = bare(view.line(i));
    let hits = lexicon::look_up(line);
    (view.measure(view.end).ends_sentence()
        && (1..=3).contains(&m.words)
        && m.capital_words == m.words
        && m.digits == 0
        && m.letters > 2
        && !m.ends_sentence()
        && hits.covered * 2 < hits.words)
        .then_some(i)
}

/// `Northfold Weekly About Contact`: three words or more of which the last is a link that every page has.
fn is_menu(line: &str) -> bool {
    const LINKS: &[&str] = &[
        "about",
        "contact",
        "home",
        "login",
        "search",
        "menu",
        "subscribe",
        "imprint",
        "impressum",
        "kontakt",
        "anmelden",
        "suche",
        "accueil",
        "contacto",
        "inicio",
        "contatti",
        "contato",
        "контакты",
        "поиск",
    ];
    let mut words = line.split_whitespace();
    let last = words.next_back().unwrap_or("").to_lowercase();
    words.count() >= 2 && LINKS.contains(&last.as_str())
}
