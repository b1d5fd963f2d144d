//! Readers of single fields, one line of text at a time. Each works on the line alone: what it cannot know from there
//! (whether the line is a byline at all) is the caller's question.

pub(crate) mod agency;
mod agency_table;
pub(crate) mod byline;
mod cjk;
pub(crate) mod credit;
mod credit_assess;
pub(crate) mod credit_label;
mod credit_names;
mod credit_words;
pub(crate) mod dateline;
mod dateline_date;
mod dateline_east;
mod dateline_months;
mod dateline_place;
mod dateline_places;
mod dateline_strength;
mod dateline_west;
pub(crate) mod ending;
pub(crate) mod meta;
pub(crate) mod names;
pub(crate) mod outlet;
mod outlet_table;
mod runs;
mod scan;
pub(crate) mod signature;
pub(crate) mod source;
mod staff;
mod tokens;
mod words;
mod words_cjk;
mod words_common;
mod words_given;
mod words_label;
mod words_lead;
mod words_outlet;
mod words_role;
