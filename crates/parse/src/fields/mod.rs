#[cfg_attr(not(test), expect(dead_code, reason = "called by the assembler, which comes later"))]
pub(crate) mod agency;
pub(crate) mod agency_table;
#[cfg_attr(not(test), expect(dead_code, reason = "called by the assembler, which comes later"))]
pub(crate) mod byline;
mod cjk;
#[cfg_attr(not(test), expect(dead_code, reason = "called by the assembler, which comes later"))]
pub(crate) mod ending;
#[cfg_attr(not(test), expect(dead_code, reason = "called by the assembler, which comes later"))]
pub(crate) mod meta;
pub(crate) mod names;
mod runs;
mod scan;
#[cfg_attr(not(test), expect(dead_code, reason = "called by the assembler, which comes later"))]
pub(crate) mod source;
mod tokens;
mod words;
mod words_cjk;
mod words_common;
mod words_given;
mod words_label;
mod words_lead;
mod words_outlet;
mod words_role;
