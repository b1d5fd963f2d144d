pub(crate) mod agency;
pub(crate) mod agency_table;
#[cfg_attr(not(test), expect(dead_code, reason = "called by the assembler, which comes later"))]
pub(crate) mod credit;
pub(crate) mod credit_assess;
pub(crate) mod credit_label;
pub(crate) mod credit_names;
pub(crate) mod credit_words;
#[cfg_attr(not(test), expect(dead_code, reason = "called by the assembler, which comes later"))]
pub(crate) mod dateline;
pub(crate) mod dateline_date;
pub(crate) mod dateline_east;
pub(crate) mod dateline_months;
pub(crate) mod dateline_place;
pub(crate) mod dateline_places;
pub(crate) mod dateline_strength;
pub(crate) mod dateline_west;
