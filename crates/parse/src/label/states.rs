//! Hidden states of the sequence model: a role, and where in the course of an article it stands.
//!
//! A date before the headline, under it and after the body is the same role, but what may follow it differs. Splitting
//! the role by phase lets a chain that only sees neighbours know whether the headline has been read already.

use wirecopy_model::LineRole as R;

/// Where in the course of an article a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Before any headline.
    Top,
    /// After the headline, before the body.
    Head,
    /// From the first to the last line of the body.
    Body,
    /// After the body.
    Tail,
}

/// Every state: name, role, phase (`None` where the role stands in one place only).
pub(crate) const STATES: &[(&str, R, Option<Phase>)] = &[
    ("headline", R::Headline, None),
    ("kicker.top", R::Kicker, Some(Phase::Top)),
    ("kicker.head", R::Kicker, Some(Phase::Head)),
    ("standfirst.top", R::Standfirst, Some(Phase::Top)),
    ("standfirst.head", R::Standfirst, Some(Phase::Head)),
    ("source.top", R::Source, Some(Phase::Top)),
    ("source.head", R::Source, Some(Phase::Head)),
    ("source.tail", R::Source, Some(Phase::Tail)),
    ("byline.top", R::Byline, Some(Phase::Top)),
    ("byline.head", R::Byline, Some(Phase::Head)),
    ("byline.tail", R::Byline, Some(Phase::Tail)),
    ("date.top", R::Date, Some(Phase::Top)),
    ("date.head", R::Date, Some(Phase::Head)),
    ("date.tail", R::Date, Some(Phase::Tail)),
    ("meta.top", R::Meta, Some(Phase::Top)),
    ("meta.head", R::Meta, Some(Phase::Head)),
    ("meta.tail", R::Meta, Some(Phase::Tail)),
    ("dateline", R::Dateline, None),
    ("paragraph", R::Paragraph, None),
    ("crosshead", R::Crosshead, None),
    ("caption.top", R::Caption, Some(Phase::Top)),
    ("caption.head", R::Caption, Some(Phase::Head)),
    ("caption.body", R::Caption, Some(Phase::Body)),
    ("credit.head", R::Credit, Some(Phase::Head)),
    ("credit.body", R::Credit, Some(Phase::Body)),
    ("list_item.head", R::ListItem, Some(Phase::Head)),
    ("list_item.body", R::ListItem, Some(Phase::Body)),
    ("quote", R::Quote, None),
    ("note.head", R::Note, Some(Phase::Head)),
    ("note.tail", R::Note, Some(Phase::Tail)),
    ("furniture.top", R::Furniture, Some(Phase::Top)),
    ("furniture.head", R::Furniture, Some(Phase::Head)),
    ("furniture.body", R::Furniture, Some(Phase::Body)),
    ("furniture.tail", R::Furniture, Some(Phase::Tail)),
];

/// Number of states.
pub(crate) const N_STATES: usize = STATES.len();

/// The state of a role in a phase: the exact one, else the nearest that the role has.
#[cfg(feature = "train")]
pub(crate) fn state_of(role: R, phase: Phase) -> usize {
    let fits =
        |wanted: Phase| STATES.iter().position(|(_, r, p)| *r == role && p.is_none_or(|p| p == wanted));
    let order = match phase {
        Phase::Top => [Phase::Top, Phase::Head, Phase::Body, Phase::Tail],
        Phase::Head => [Phase::Head, Phase::Top, Phase::Body, Phase::Tail],
        Phase::Body => [Phase::Body, Phase::Head, Phase::Tail, Phase::Top],
        Phase::Tail => [Phase::Tail, Phase::Body, Phase::Head, Phase::Top],
    };
    order.into_iter().find_map(fits).unwrap_or(N_STATES - 1)
}

/// The course of states behind a labelled document.
#[cfg(feature = "train")]
pub(crate) fn states_of(roles: &[R]) -> Vec<usize> {
    let is_body = |role: R| matches!(role, R::Paragraph | R::Dateline);
    let mut phase = Phase::Top;
    let mut states = Vec::with_capacity(roles.len());
    for (i, &role) in roles.iter().enumerate() {
        if role == R::Headline && phase != Phase::Head {
            phase = Phase::Head;
        } else if is_body(role) {
            phase = Phase::Body;
        } else if phase == Phase::Body {
            // The body ends with its last block before the next headline.
            let rest = roles[i..].iter().take_while(|r| **r != R::Headline);
            let more = rest
                .filter(|r| matches!(r, R::Paragraph | R::Dateline | R::Crosshead | R::ListItem | R::Quote));
            if more.count() == 0 {
                phase = Phase::Tail;
            }
        }
        states.push(state_of(role, phase));
    }
    states
}
