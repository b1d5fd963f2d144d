//! What a news article is.
//!
//! Plain, serializable types for everything that wirecopy finds in a document: the words of the newsroom (headline,
//! byline, dateline, caption, credit line) as Rust types, and at the same time the JSON contract `wirecopy/1`.
//! JSON is `snake_case`; what is not known is absent rather than `null`; unknown fields are tolerated on reading.
//!
//! ```
//! use wirecopy_model::{Article, Block, BlockKind};
//!
//! let mut article = Article::new();
//! article.headline = Some("Council closes bridge".to_owned());
//! article.body.push(Block { kind: BlockKind::Paragraph, text: "The council voted on Monday.".to_owned() });
//!
//! let json = serde_json::to_string(&article)?;
//! assert!(json.starts_with(r#"{"schema":"wirecopy/1""#));
//! assert_eq!(serde_json::from_str::<Article>(&json)?, article);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! | type | holds |
//! | --- | --- |
//! | [`Article`] | the record |
//! | [`Stamp`], [`PublishedAt`], [`Offset`] | a date as written and as understood |
//! | [`Byline`], [`Dateline`], [`Figure`], [`Credit`], [`Block`], [`Note`] | the parts of an article |
//! | [`Span`], [`Evidence`] | which bytes a value was read from |
//! | [`LineRole`], [`LayoutKind`] | what a line of a document is, how a document is laid out |
//! | [`Diagnostic`], [`Code`] | what was doubtful, with stable codes |
//!
//! Feature `schema` adds [`schemars`](https://docs.rs/schemars) descriptions of every type. The crate reads nothing,
//! parses nothing and knows no other part of wirecopy.

#![forbid(unsafe_code)]

mod article;
mod diagnostic;
mod parts;
mod role;
mod span;
mod stamp;

pub use article::{Article, Kind, Origin, SCHEMA};
pub use diagnostic::{Code, Diagnostic, Severity};
pub use parts::{
    Block, BlockKind, Byline, BylineKind, Credit, CreditKind, Dateline, Figure, Note, NoteKind, Source,
};
pub use role::{LayoutKind, LineRole};
pub use span::{Evidence, Span};
pub use stamp::{Offset, OffsetBasis, Precision, PublishedAt, Stamp};
