//! Every line gets a role, decided over the whole sequence of lines.

mod atoms;
pub(crate) mod chain;
mod chain_table;
pub(crate) mod echo;
mod features;
pub(crate) mod kind;
mod kind_seen;
mod kind_story;
pub(crate) mod lexicon;
mod lexicon_words;
pub(crate) mod measure;
mod measure_pass;
mod measure_word;
#[cfg(feature = "train")]
pub(crate) mod model;
pub(crate) mod observe;
pub(crate) mod over;
pub(crate) mod rank;
pub(crate) mod rank_seen;
pub(crate) mod readings;
pub(crate) mod remarks;
pub(crate) mod second;
mod second_answers;
mod second_blocks;
pub(crate) mod second_found;
mod second_story;
mod states;
mod tail;
mod tidy;
mod tidy_words;
mod titles;
#[cfg(feature = "train")]
pub(crate) mod train;
#[cfg(feature = "train")]
pub(crate) mod train_rank;
#[cfg(feature = "train")]
pub(crate) mod train_second;
mod voice;
mod voice_words;
mod wire;
mod zone;

use wirecopy_model::{Kind, LineRole};

use crate::page::Page;
use crate::parsed::Reason;
use chain::{Chain, Shares as Row, Weights};
use kind::KindModel;
use measure::Measure;
use observe::Observed;
use rank::Rank;
use rank_seen::Reading;
use second::Second;
use second_found::{Found, Shares};
use states::{N_STATES, STATES};

/// A page whose lines have their roles.
pub(crate) struct Labelled<'t> {
    pub(crate) observed: Observed<'t>,
    pub(crate) roles: Vec<LineRole>,
    pub(crate) confidence: Vec<f32>,
    pub(crate) kind: Kind,
    /// Why it is of this kind, in words; empty unless reasons were asked for.
    pub(crate) kind_reason: String,
    /// One list a line when reasons were asked for, else empty.
    pub(crate) reasons: Vec<Vec<Reason>>,
}

/// How much a key that names the role of its line weighs, in hundredths.
const HINT: i16 = 1200;

/// What is learnt: the chain of the first reading, the weights of the second, those of headlines, and the model of kinds.
#[derive(Clone, Copy)]
pub(crate) struct Models<'a> {
    pub(crate) chain: &'a Chain,
    pub(crate) second: &'a Second,
    pub(crate) rank: &'a Rank,
    pub(crate) kinds: &'a KindModel,
}

impl Models<'static> {
    /// Those of the crate.
    pub(crate) fn shipped() -> Self {
        Self {
            chain: Chain::shipped(),
            second: Second::shipped(),
            rank: Rank::shipped(),
            kinds: KindModel::shipped(),
        }
    }
}

/// Labels every line of a page.
pub(crate) fn label<'t>(text: &'t str, page: &Page, models: Models<'_>, explain: bool) -> Labelled<'t> {
    let observed = observe::observe(text, page);
    let (marginals, first) = first_reading(page, models.chain, &observed);
    let found = Found::new(text, &page.lines, &observed, &first);
    let mut shares = models.second.revise(&found, &first);
    let read = second::likeliest(&shares);
    let opening = observed.wire.map_or_else(|| kind::teaser(&read), |_| wire::ARTICLE);
    let score = models.kinds.score(&observed, &read, &shares) + page.article + opening;
    let kind_reason =
        if explain { kind_reason(models.kinds, &observed, &read, &shares) } else { String::new() };
    let reading = Reading { text, lines: &page.lines, observed: &observed, shares: &shares, roles: &read };
    let choice = models.rank.choose(&reading);
    choice.settle(&mut shares);
    let mut roles = choice.roles.clone();
    let sure = |roles: &[LineRole]| -> Vec<f32> {
        shares.iter().zip(roles).map(|(row, role)| row[*role as usize].clamp(0.0, 1.0)).collect()
    };
    let decoded = sure(&roles);
    let tidy = tidy::Tidy { text, page, observed: &observed, confidence: &decoded };
    tidy.run(&mut roles);
    titles::Titles { text, lines: &page.lines, measures: &observed.measures }.run(&mut roles);
    over::run(text, &page.lines, &observed.measures, &mut roles);
    tail::run(page, &observed.measures, &mut roles);
    tidy.elsewhere(&mut roles);
    let mut confidence = sure(&roles);
    let mut kind = Kind::Article;
    // A date or a name alone tells nothing.
    let tells = |role: &LineRole| {
        role.is_body() || matches!(role, LineRole::Headline | LineRole::Standfirst | LineRole::Caption)
    };
    let mut reasons =
        if explain { reasons(models, &observed, &found, &roles, &marginals) } else { Vec::new() };
    for (i, of_line) in reasons.iter_mut().enumerate() {
        if let Some((text, weight)) = choice.reason(i, read[i]) {
            of_line.insert(0, Reason { text: text.to_owned(), weight });
        }
    }
    // Nor do lines without a word in them: brackets, rules, marks that stand on nothing.
    let worded = |(role, m): (&LineRole, &Measure)| tells(role) && m.letters > 1;
    if !roles.iter().zip(&observed.measures).any(worded) || score < 0.0 {
        kind = Kind::NotArticle;
        // What is not an article has nothing but furniture; how sure that is is how sure the kind is.
        let sure = 1.0 / (1.0 + score.exp());
        confidence.iter_mut().for_each(|c| *c = sure);
        roles.iter_mut().for_each(|role| *role = LineRole::Furniture);
    } else if is_stub(&observed, &roles) && !observed.wire.is_some_and(|wire| wire.is_whole(page.lines.len()))
    {
        kind = Kind::Stub;
    }
    Labelled { observed, roles, confidence, kind, kind_reason, reasons }
}

/// What speaks most for the kind, in words.
fn kind_reason(kinds: &KindModel, observed: &Observed<'_>, read: &[LineRole], shares: &[Shares]) -> String {
    let reasons = kinds.reasons(observed, read, shares);
    if observed.wire.is_some() { format!("{}; {reasons}", wire::WORDS) } else { reasons }
}

/// Probabilities of states and of roles by the chain alone.
pub(crate) fn first_reading(page: &Page, chain: &Chain, observed: &Observed<'_>) -> (Vec<Row>, Vec<Shares>) {
    let marginals = chain.marginals(&emissions(page, chain, observed));
    let shares = second::shares(&marginals);
    (marginals, shares)
}

/// Probabilities of roles after both readings, before anything is put right.
#[cfg(feature = "train")]
pub(crate) fn both_readings(
    text: &str,
    page: &Page,
    observed: &Observed<'_>,
    chain: &Chain,
    second: &Second,
) -> Vec<Shares> {
    let (_, first) = first_reading(page, chain, observed);
    second.revise(&Found::new(text, &page.lines, observed, &first), &first)
}

/// How well each state fits each line, keys of the format included.
pub(crate) fn emissions(page: &Page, model: &Chain, observed: &Observed<'_>) -> Vec<Weights> {
    let mut emissions = model.emit(&observed.sets);
    for hint in &page.hints {
        for (s, state) in STATES.iter().enumerate().filter(|(_, state)| state.1 == hint.role) {
            debug_assert_eq!(state.1, hint.role);
            emissions[hint.line][s] = emissions[hint.line][s].saturating_add(HINT);
        }
    }
    for (line, state) in observed.wire.iter().flat_map(|wire| wire.states()) {
        emissions[line][state] = emissions[line][state].saturating_add(wire::ROLE);
    }
    for lean in &page.leans {
        for (s, _) in STATES.iter().enumerate().filter(|(_, state)| state.1 == lean.role) {
            emissions[lean.line][s] = emissions[lean.line][s].saturating_add(lean.weight);
        }
    }
    emissions
}

/// A teaser: no more than two sentences of prose in all.
fn is_stub(observed: &Observed<'_>, roles: &[LineRole]) -> bool {
    let is_text = |role: LineRole| role.is_prose() || role == LineRole::Standfirst;
    let prose = || observed.measures.iter().zip(roles).filter(|(_, role)| is_text(**role)).map(|(m, _)| m);
    let text = |role: &LineRole| matches!(role, LineRole::ListItem | LineRole::Quote | LineRole::Crosshead);
    let sentences: u32 = prose().map(|m| m.sentences.max(1)).sum();
    let words: u32 = prose().map(|m| m.words).sum();
    sentences <= 2 && words <= 80 && !roles.iter().any(text)
}

/// Why each line has its role: what weighs most for it against the next best role, in either reading.
fn reasons(
    models: Models<'_>,
    observed: &Observed<'_>,
    found: &Found<'_>,
    roles: &[LineRole],
    marginals: &[Row],
) -> Vec<Vec<Reason>> {
    const MOST: usize = 4;
    let shapes = features::shapes(&observed.sets);
    (0..roles.len())
        .map(|i| {
            let best_state = |wanted: &dyn Fn(LineRole) -> bool| {
                (0..N_STATES)
                    .filter(|s| wanted(STATES[*s].1))
                    .max_by(|a, b| marginals[i][*a].total_cmp(&marginals[i][*b]))
                    .unwrap_or(0)
            };
            let (own, rival) = (best_state(&|r| r == roles[i]), best_state(&|r| r != roles[i]));
            let mut weighed: Vec<Reason> = Vec::new();
            features::each(&observed.sets, &shapes, i, |f| {
                let weight = models.chain.weight(f, own) - models.chain.weight(f, rival);
                if let Some(text) = features::words(f).filter(|_| weight.abs() > 0.1) {
                    weighed.push(Reason { text, weight });
                }
            });
            let (own, rival) = (STATES[own].1 as usize, STATES[rival].1 as usize);
            found.each(i, |f| {
                let weight = models.second.weights[f][own] - models.second.weights[f][rival];
                if weight.abs() > 0.1 {
                    weighed.push(Reason { text: second_blocks::words(f), weight });
                }
            });
            weighed.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
            weighed.truncate(MOST);
            weighed
        })
        .collect()
}
