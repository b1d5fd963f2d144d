//! From atoms to the features that carry weights: a line's own atoms, its neighbours', and pairs of shapes.

use super::atoms::{ATOMS, Atom, AtomSet};
use crate::plain::joined;

const N_ATOMS: usize = ATOMS.len();

/// Neighbours whose atoms count, in lines.
const OFFSETS: [isize; 5] = [0, -1, 1, -2, 2];
/// What the names of their features end in.
const SUFFIXES: [&str; OFFSETS.len()] = ["", "@-1", "@+1", "@-2", "@+2"];

/// What a line looks like at a glance; pairs of glances are features of their own.
const N_SHAPES: usize = 18;
/// Places relative to the run of prose, see [`place_of`].
const N_PLACES: usize = 12;

const PAIRS_BEFORE: usize = N_ATOMS * OFFSETS.len();
const PAIRS_AFTER: usize = PAIRS_BEFORE + N_SHAPES * N_SHAPES;
const PLACES: usize = PAIRS_AFTER + N_SHAPES * N_SHAPES;

/// Number of features.
pub(crate) const N_FEATURES: usize = PLACES + N_SHAPES * N_PLACES;

const SHAPE_NAMES: [&str; N_SHAPES] = [
    "edge",
    "prose",
    "talk",
    "date",
    "dated",
    "byline",
    "credit",
    "captioned",
    "datelined",
    "furniture",
    "bullet",
    "agency",
    "section",
    "sign",
    "label",
    "short",
    "line",
    "long",
];
const PLACE_NAMES: [&str; N_PLACES] = [
    "none",
    "far-before",
    "before12",
    "before6",
    "before3",
    "before2",
    "before1",
    "in",
    "first",
    "after1",
    "after5",
    "far-after",
];

fn shape_of(set: &AtomSet) -> usize {
    let has = |atom| set.has(atom);
    let prose_end =
        has(Atom::EndPeriod) || has(Atom::EndQuote) || has(Atom::EndExclaim) || has(Atom::EndQuestion);
    let long = has(Atom::Units120) || has(Atom::Units180) || has(Atom::Units300) || has(Atom::UnitsMore);
    let medium = has(Atom::Units60) || has(Atom::Units85);
    if has(Atom::DatelineStrong) || has(Atom::DatelineMid) {
        8
    } else if has(Atom::CreditOnly) {
        6
    } else if has(Atom::CreditStrong) {
        7
    } else if long && (prose_end || has(Atom::SentencesMore) || has(Atom::Sentences2) || has(Atom::Full)) {
        1
    } else if has(Atom::DateOnly) {
        3
    } else if has(Atom::DateMixed) && !long {
        4
    } else if has(Atom::BylineLead) || (has(Atom::NameHigh) && !has(Atom::LexMost)) {
        5
    } else if has(Atom::Agency) || has(Atom::SourceLabel) {
        11
    } else if has(Atom::StartBullet) {
        10
    } else if has(Atom::LexSection) && has(Atom::LexMost) {
        12
    } else if has(Atom::LexMost) || has(Atom::StartRelated) {
        9
    } else if has(Atom::NoLetters) || has(Atom::Units3) {
        13
    } else if medium && prose_end && !has(Atom::EndQuestion) {
        2
    } else if has(Atom::EndColon) {
        14
    } else if long {
        17
    } else if medium {
        16
    } else {
        15
    }
}

fn place_of(set: &AtomSet) -> usize {
    let has = |atom| set.has(atom);
    if has(Atom::NoZone) {
        0
    } else if has(Atom::ZoneFirst) {
        8
    } else if has(Atom::InZone) {
        7
    } else if has(Atom::Before1) {
        6
    } else if has(Atom::Before2) {
        5
    } else if has(Atom::Before3) {
        4
    } else if has(Atom::Before4to6) {
        3
    } else if has(Atom::Before7to12) {
        2
    } else if has(Atom::BeforeFar) {
        1
    } else if has(Atom::After1) {
        9
    } else if has(Atom::AfterFar) {
        11
    } else {
        10
    }
}

/// Shapes of all lines, computed once a document.
pub(crate) fn shapes(sets: &[AtomSet]) -> Vec<u8> {
    sets.iter().map(|set| u8::try_from(shape_of(set)).unwrap_or(0)).collect()
}

/// Calls with every feature that line `i` has.
pub(crate) fn each(sets: &[AtomSet], shapes: &[u8], i: usize, mut call: impl FnMut(usize)) {
    for (k, offset) in OFFSETS.iter().enumerate() {
        let Some(set) = i.checked_add_signed(*offset).and_then(|at| sets.get(at)) else { continue };
        set.each(|atom| call(k * N_ATOMS + atom));
    }
    pairs(sets, shapes, i).into_iter().for_each(call);
}

/// The features of line `i` that are no atoms.
pub(crate) fn pairs(sets: &[AtomSet], shapes: &[u8], i: usize) -> [usize; 3] {
    let here = usize::from(shapes[i]);
    let before = if i == 0 { 0 } else { usize::from(shapes[i - 1]) };
    let after = shapes.get(i + 1).map_or(0, |s| usize::from(*s));
    [
        PAIRS_BEFORE + before * N_SHAPES + here,
        PAIRS_AFTER + here * N_SHAPES + after,
        PLACES + here * N_PLACES + place_of(&sets[i]),
    ]
}

/// The features of a line's own atoms and of its neighbours'.
pub(crate) fn near() -> impl Iterator<Item = std::ops::Range<usize>> {
    (0..OFFSETS.len()).map(|k| k * N_ATOMS..(k + 1) * N_ATOMS)
}

/// The atoms of all lines as lists: each line's are asked for by its neighbours too.
pub(crate) struct Listed {
    atoms: Vec<u8>,
    /// Where those of each line end.
    ends: Vec<usize>,
}

impl Listed {
    pub(crate) fn of(sets: &[AtomSet]) -> Self {
        /// Atoms of a usual line.
        const USUAL: usize = 32;
        let mut atoms = Vec::with_capacity(sets.len() * USUAL);
        let list = |set: &AtomSet| {
            set.each(|atom| atoms.push(u8::try_from(atom).unwrap_or_default()));
            atoms.len()
        };
        let ends = sets.iter().map(list).collect();
        Self { atoms, ends }
    }

    /// Calls with each line that counts for line `i`: the place of its features in [`near`], and which of them it has.
    pub(crate) fn each(&self, i: usize, mut call: impl FnMut(usize, &[u8])) {
        for (k, offset) in OFFSETS.iter().enumerate() {
            let Some((at, end)) =
                i.checked_add_signed(*offset).and_then(|at| Some((at, *self.ends.get(at)?)))
            else {
                continue;
            };
            let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
            call(k, &self.atoms[from..end]);
        }
    }
}

/// Whether a feature has that name, see [`name`].
pub(crate) fn is_named(feature: usize, name: &[u8]) -> bool {
    if feature < PAIRS_BEFORE {
        return joined(name, [ATOMS[feature % N_ATOMS].0, SUFFIXES[feature / N_ATOMS], ""]);
    }
    if feature < PAIRS_AFTER {
        let pair = feature - PAIRS_BEFORE;
        return joined(name, [SHAPE_NAMES[pair / N_SHAPES], ">*", SHAPE_NAMES[pair % N_SHAPES]]);
    }
    if feature < PLACES {
        let pair = feature - PAIRS_AFTER;
        let parts = ["*", SHAPE_NAMES[pair / N_SHAPES], ">", SHAPE_NAMES[pair % N_SHAPES]];
        return joined(name, parts);
    }
    let pair = feature - PLACES;
    joined(name, [SHAPE_NAMES[pair / N_PLACES], "/", PLACE_NAMES[pair % N_PLACES]])
}

/// Name of a feature in the table of weights.
#[cfg(any(test, feature = "train"))]
pub(crate) fn name(feature: usize) -> String {
    if feature < PAIRS_BEFORE {
        return format!("{}{}", ATOMS[feature % N_ATOMS].0, SUFFIXES[feature / N_ATOMS]);
    }
    if feature < PAIRS_AFTER {
        let pair = feature - PAIRS_BEFORE;
        return format!("{}>*{}", SHAPE_NAMES[pair / N_SHAPES], SHAPE_NAMES[pair % N_SHAPES]);
    }
    if feature < PLACES {
        let pair = feature - PAIRS_AFTER;
        return format!("*{}>{}", SHAPE_NAMES[pair / N_SHAPES], SHAPE_NAMES[pair % N_SHAPES]);
    }
    let pair = feature - PLACES;
    format!("{}/{}", SHAPE_NAMES[pair / N_PLACES], PLACE_NAMES[pair % N_PLACES])
}

/// A feature in words, for explanations; `None` for those that say nothing to a reader.
pub(crate) fn words(feature: usize) -> Option<String> {
    if feature < PAIRS_BEFORE {
        let (offset, atom) = (OFFSETS[feature / N_ATOMS], ATOMS[feature % N_ATOMS]);
        if feature % N_ATOMS == Atom::Bias as usize {
            return None;
        }
        return Some(match offset {
            0 => atom.1.to_owned(),
            -1 => format!("the line before {}", atom.1),
            1 => format!("the line after {}", atom.1),
            -2 => format!("the line before the last {}", atom.1),
            _ => format!("the line after the next {}", atom.1),
        });
    }
    if feature < PAIRS_AFTER {
        let pair = feature - PAIRS_BEFORE;
        let (before, here) = (SHAPE_NAMES[pair / N_SHAPES], SHAPE_NAMES[pair % N_SHAPES]);
        return Some(format!("looks like \"{here}\" after \"{before}\""));
    }
    if feature < PLACES {
        let pair = feature - PAIRS_AFTER;
        let (here, after) = (SHAPE_NAMES[pair / N_SHAPES], SHAPE_NAMES[pair % N_SHAPES]);
        return Some(format!("looks like \"{here}\" before \"{after}\""));
    }
    let pair = feature - PLACES;
    Some(format!(
        "looks like \"{}\" at \"{}\" of the prose",
        SHAPE_NAMES[pair / N_PLACES],
        PLACE_NAMES[pair % N_PLACES]
    ))
}

#[cfg(test)]
mod tests {
    use super::{N_FEATURES, is_named, name};

    #[test]
    fn every_feature_has_its_name_and_no_other() {
        for feature in 0..N_FEATURES {
            let name = name(feature);
            assert!(is_named(feature, name.as_bytes()), "{name}");
            assert!(!is_named((feature + 1) % N_FEATURES, name.as_bytes()), "{name}");
        }
    }
}
