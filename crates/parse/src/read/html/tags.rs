//! What the tags of a page say of what stands in them.

use html5ever::LocalName;

/// Kinds of element over a line, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tags(pub(super) u32);

macro_rules! tags {
    ($($name:ident $bit:literal $word:literal)*) => {
        impl Tags {
            $(pub(super) const $name: Tags = Tags(1 << $bit);)*

            /// Every kind with its name in the table of the prior.
            pub(super) const ALL: &[(Tags, &'static str)] = &[$((Tags::$name, $word)),*];
        }
    };
}

tags! {
    ARTICLE 0 "article"
    MAIN 1 "main"
    NAV 2 "nav"
    HEADER 3 "header"
    FOOTER 4 "footer"
    ASIDE 5 "aside"
    FIGURE 6 "figure"
    FIGCAPTION 7 "figcaption"
    BLOCKQUOTE 8 "blockquote"
    ITEM 9 "li"
    LIST 10 "list"
    H1 11 "h1"
    H2 12 "h2"
    H3 13 "h3"
    HEADING 14 "h4"
    TABLE 15 "table"
    FORM 16 "form"
    BUTTON 17 "button"
    TIME 18 "time"
    ADDRESS 19 "address"
    P 20 "p"
    PRE 21 "pre"
    DETAILS 22 "details"
    LINK 23 "link"
    STRONG 24 "strong"
    SECTION 25 "section"
    PROSE_ITEM 26 "articlebody"
    CELL 27 "cell"
    DATA 28 "data"
}

impl Tags {
    pub(super) const ANY_HEADING: Tags = Tags(Tags::H1.0 | Tags::H2.0 | Tags::H3.0 | Tags::HEADING.0);

    pub(super) fn has(self, other: Tags) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn with(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }
}

/// What an element is to the text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    /// Stands in a line of text.
    Inline,
    /// Begins a line and ends one.
    Block,
    /// A block with room over and under it.
    Spaced,
    /// Shows no text, or none that is the page's.
    Hidden,
}

/// How an element is shown, and what it says of its text.
pub(super) fn of(tag: &LocalName) -> (Display, Tags) {
    use Display::{Block, Hidden, Inline, Spaced};
    let tags = Tags::default();
    match &**tag {
        "a" => (Inline, Tags::LINK),
        "abbr" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data" | "dfn" | "em" | "font" | "i"
        | "ins" | "kbd" | "label" | "mark" | "q" | "s" | "samp" | "small" | "span" | "strike" | "sub"
        | "sup" | "tt" | "u" | "var" | "nobr" | "ruby" | "rb" | "acronym" => (Inline, tags),
        "strong" => (Inline, Tags::STRONG),
        "time" => (Inline, Tags::TIME),
        "button" | "summary" => (Block, Tags::BUTTON),
        "p" => (Spaced, Tags::P),
        "div" | "body" | "html" | "center" | "fieldset" | "hgroup" | "tbody" | "thead" | "tfoot" | "tr"
        | "caption" | "legend" | "dir" | "search" | "slot" => (Block, tags),
        "article" => (Spaced, Tags::ARTICLE),
        "main" => (Spaced, Tags::MAIN),
        "section" => (Spaced, Tags::SECTION),
        "nav" => (Spaced, Tags::NAV),
        "menu" => (Spaced, Tags::NAV),
        "header" => (Spaced, Tags::HEADER),
        "footer" => (Spaced, Tags::FOOTER),
        "aside" => (Spaced, Tags::ASIDE),
        "figure" => (Spaced, Tags::FIGURE),
        "figcaption" => (Block, Tags::FIGCAPTION),
        "blockquote" => (Spaced, Tags::BLOCKQUOTE),
        "ul" | "ol" | "dl" => (Spaced, Tags::LIST),
        "li" | "dd" | "dt" => (Block, Tags::ITEM),
        "h1" => (Spaced, Tags::H1),
        "h2" => (Spaced, Tags::H2),
        "h3" => (Spaced, Tags::H3),
        "h4" | "h5" | "h6" => (Spaced, Tags::HEADING),
        "table" => (Spaced, Tags::TABLE),
        "td" | "th" => (Block, Tags::CELL),
        "form" => (Spaced, Tags::FORM),
        "address" => (Block, Tags::ADDRESS),
        "pre" | "listing" | "xmp" | "plaintext" => (Spaced, Tags::PRE),
        "details" => (Block, Tags::DETAILS),
        "hr" => (Spaced, tags),
        "script" | "style" | "noscript" | "template" | "head" | "title" | "meta" | "link" | "base"
        | "svg" | "iframe" | "object" | "embed" | "applet" | "audio" | "video" | "canvas" | "select"
        | "option" | "optgroup" | "datalist" | "textarea" | "input" | "img" | "map" | "area" | "frameset"
        | "frame" | "noframes" | "noembed" | "rp" | "rt" | "progress" | "meter" | "param" | "source"
        | "track" | "del" => (Hidden, tags),
        _ => (Inline, tags),
    }
}
