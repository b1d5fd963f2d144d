use serde::{Deserialize, Serialize};

use crate::Stamp;

/// Publisher or agency that the text names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Name as written, without a label such as `Source:`.
    pub name: String,
}

/// One name of a byline.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Byline {
    /// Name as written, without the lead word and without a role.
    pub name: String,
    /// Whether the name is a person's; absent in JSON when it is.
    #[serde(default, skip_serializing_if = "BylineKind::is_person")]
    pub kind: BylineKind,
    /// Role as written: `Staff Writer`, `science editor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Paper, agency or institution that the byline gives for this name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
}

/// Who stands in a byline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BylineKind {
    /// A person.
    #[default]
    Person,
    /// A desk or an anonymous role: `Editorial Staff`, `Our correspondent`.
    Desk,
    /// An agency or publisher: `AFP`.
    Agency,
}

impl BylineKind {
    /// Whether the name is a person's.
    #[must_use]
    pub fn is_person(&self) -> bool {
        matches!(self, Self::Person)
    }
}

/// Place, date and agency that open a story.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dateline {
    /// The whole dateline as written, without the mark that closes it.
    pub raw: String,
    /// Place as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Date as written, typed as far as it can be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Stamp>,
    /// Agency as written, without brackets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
}

/// A picture or video: what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// Caption without its credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Credit line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
}

/// Credit line of a picture or video.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Credit {
    /// The credit as written, without brackets around it.
    pub raw: String,
    /// What is credited, where the credit says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<CreditKind>,
    /// Photographer or artist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Agency, paper, archive or other body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
}

/// What a credit line credits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CreditKind {
    /// A photograph.
    Photo,
    /// A drawing, painting or montage.
    Illustration,
    /// A map, chart or other graphic.
    Graphic,
    /// A video or a frame of one.
    Video,
}

/// One block of the body.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Its text, with hard-wrapped lines joined and indents removed.
    pub text: String,
}

/// What a block of the body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading inside the body.
    Crosshead,
    /// An item of a list.
    ListItem,
    /// A pull quote or block quote, or the line that attributes one.
    Quote,
}

/// A note that stands beside the story: correction, editor's note, tagline, end mark.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// What kind of note it is.
    pub kind: NoteKind,
    /// The note as written.
    pub text: String,
}

/// What kind of note a [`Note`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoteKind {
    /// Says what was wrong in an earlier version.
    Correction,
    /// From the editors: about the text, or who edited it.
    EditorNote,
    /// Who reported, contributed, or can be reached.
    Tagline,
    /// Marks the end of the copy: `(END)`, `###`.
    EndMark,
    /// Anything else set apart from the story.
    #[default]
    Other,
}
