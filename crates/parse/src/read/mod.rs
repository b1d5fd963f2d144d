//! Readers: one a format, each ending in a [`Page`](crate::page::Page).

mod database;
#[cfg(feature = "html")]
mod html;
mod markdown;
mod quoted;
mod text;

#[cfg(feature = "html")]
#[cfg(all(feature = "html", feature = "train"))]
pub use html::page_lines;
#[cfg(feature = "html")]
pub(crate) use html::{Html, is_html, read_html};
pub(crate) use text::read_text;
