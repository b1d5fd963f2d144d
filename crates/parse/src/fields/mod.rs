#[cfg_attr(not(test), expect(dead_code, reason = "called by the assembler, which comes later"))]
pub(crate) mod agency;
pub(crate) mod agency_table;
