//! Every line gets a role, decided over the whole sequence of lines.

mod atoms;
pub(crate) mod chain;
mod echo;
mod features;
pub(crate) mod kind;
pub(crate) mod lexicon;
mod lexicon_words;
pub(crate) mod measure;
#[cfg(feature = "train")]
pub(crate) mod model;
pub(crate) mod observe;
mod states;
mod tidy;
#[cfg(feature = "train")]
pub(crate) mod train;
mod voice;
mod zone;

use wirecopy_model::{Kind, LineRole};

use crate::page::Page;
use crate::parsed::Reason;
use chain::{Chain, Shares, Weights};
use kind::KindModel;

use observe::Observed;
use states::{N_STATES, STATES};

/// A page whose lines have their roles.
pub(crate) struct Labelled {
    pub(crate) observed: Observed,
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

/// Labels every line of a page.
pub(crate) fn label(text: &str, page: &Page, model: &Chain, kinds: &KindModel, explain: bool) -> Labelled {
    let observed = observe::observe(text, page);
    let emissions = emissions(page, model, &observed);
    let course = model.best(&emissions);
    let marginals = model.marginals(&emissions);
    let mut roles = roles_of(&course);
    let sure = |roles: &[LineRole]| -> Vec<f32> {
        marginals.iter().zip(roles).map(|(row, role)| probability_of(row, *role)).collect()
    };
    let decoded = sure(&roles);
    tidy::Tidy { text, page, observed: &observed, confidence: &decoded }.run(&mut roles);
    let mut confidence = sure(&roles);
    let score = kinds.score(&observed, &course);
    let mut kind = Kind::Article;
    // A date or a name alone tells nothing.
    let tells = |role: &LineRole| {
        role.is_body() || matches!(role, LineRole::Headline | LineRole::Standfirst | LineRole::Caption)
    };
    if !roles.iter().any(tells) || score < 0.0 {
        kind = Kind::NotArticle;
        // What is not an article has nothing but furniture; how sure that is is how sure the kind is.
        let sure = 1.0 / (1.0 + score.exp());
        confidence.iter_mut().for_each(|c| *c = sure);
        roles.iter_mut().for_each(|role| *role = LineRole::Furniture);
    } else if is_stub(&observed, &roles) {
        kind = Kind::Stub;
    }
    let kind_reason = if explain { kinds.reasons(&observed, &course) } else { String::new() };
    let reasons = if explain { reasons(model, &observed, &roles, &marginals) } else { Vec::new() };
    Labelled { observed, roles, confidence, kind, kind_reason, reasons }
}

/// How well each state fits each line, keys of the format included.
pub(crate) fn emissions(page: &Page, model: &Chain, observed: &Observed) -> Vec<Weights> {
    let mut emissions = model.emit(&observed.sets);
    for hint in &page.hints {
        for (s, state) in STATES.iter().enumerate().filter(|(_, state)| state.1 == hint.role) {
            debug_assert_eq!(state.1, hint.role);
            emissions[hint.line][s] = emissions[hint.line][s].saturating_add(HINT);
        }
    }
    emissions
}

/// The roles of a course of states.
pub(crate) fn roles_of(course: &[usize]) -> Vec<LineRole> {
    course.iter().map(|state| STATES[*state].1).collect()
}

fn probability_of(row: &Shares, role: LineRole) -> f32 {
    let sum: f32 = (0..N_STATES).filter(|s| STATES[*s].1 == role).map(|s| row[s]).sum();
    sum.clamp(0.0, 1.0)
}

/// A teaser: no more than two sentences of prose in all.
fn is_stub(observed: &Observed, roles: &[LineRole]) -> bool {
    let is_text = |role: LineRole| role.is_prose() || role == LineRole::Standfirst;
    let prose = || observed.measures.iter().zip(roles).filter(|(_, role)| is_text(**role)).map(|(m, _)| m);
    let text = |role: &LineRole| matches!(role, LineRole::ListItem | LineRole::Quote | LineRole::Crosshead);
    let sentences: u32 = prose().map(|m| m.sentences.max(1)).sum();
    let words: u32 = prose().map(|m| m.words).sum();
    sentences <= 2 && words <= 80 && !roles.iter().any(text)
}

/// Why each line has its role: the features that weigh most for it against the next best role.
fn reasons(model: &Chain, observed: &Observed, roles: &[LineRole], marginals: &[Shares]) -> Vec<Vec<Reason>> {
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
                let weight = model.weight(f, own) - model.weight(f, rival);
                if let Some(text) = features::words(f).filter(|_| weight.abs() > 0.1) {
                    weighed.push(Reason { text, weight });
                }
            });
            weighed.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
            weighed.truncate(MOST);
            weighed
        })
        .collect()
}
