//! Readers: one a format, each ending in a [`Page`](crate::page::Page).

mod database;
mod text;

pub(crate) use text::read_text;
