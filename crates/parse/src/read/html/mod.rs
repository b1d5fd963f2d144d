//! HTML: what a browser would show, line by line, and what the page states of itself.
//!
//! | file | does |
//! | --- | --- |
//! | `sniff.rs` | whether a text is HTML at all |
//! | `sink.rs`, `tree.rs`, `bounds.rs` | source to tree, within bounds |
//! | `render.rs`, `tags.rs`, `words.rs` | tree to lines, each with the tags and names over it |
//! | `stated/` | what the page states for programs: title, `<meta>`, linked data, microdata |
//! | `outlook.rs`, `features.rs` | where the story and its headline stand; what is asked of each line |
//! | `prior.rs` | how likely each line is a part of the story |
//! | `hints.rs` | what of this the labelling is told |

mod bounds;
mod features;
mod hints;
mod outlook;
mod prior;
mod render;
#[cfg(feature = "train")]
mod seen;
mod sink;
mod sniff;
mod stated;
mod tags;
mod tree;
mod words;

use wirecopy_model::{Code, Diagnostic};

use crate::lines::{self, Line};
use crate::page::Page;
use crate::parsed::Format;
use outlook::Outlook;
use prior::Prior;
use render::Shown;
use stated::Stated;
use tree::Tree;

#[cfg(feature = "train")]
pub use seen::page_lines;
pub(crate) use sniff::is_html;

/// A page as text, and what was read of it.
pub(crate) struct Html {
    /// The rendered text, into which all spans point.
    pub(crate) text: String,
    pub(crate) page: Page,
    /// What was doubtful.
    pub(crate) notes: Vec<Diagnostic>,
}

/// A page before anything of it is weighed.
struct Seen {
    tree: Tree,
    stated: Stated,
    text: String,
    /// Lines of statements, and those of the page.
    head: Vec<Line>,
    lines: Vec<Line>,
    /// One entry for each line of the page.
    shown: Vec<Shown>,
    notes: Vec<Diagnostic>,
}

impl Seen {
    fn words(&self) -> Vec<&str> {
        self.lines.iter().map(|line| &self.text[line.trimmed.range()]).collect()
    }
}

/// Renders a page.
fn see(source: &str) -> Seen {
    let built = sink::build(source);
    let mut stated = stated::collect(&built.tree);
    let head = stated.written();
    let n_head = stated.statements.len();
    let mut rendered = render::render(&built.tree, head.clone(), false);
    // Pages that are put together by scripts hold their text hidden until these have run.
    let letters: u32 = rendered.lines.iter().map(|line| line.letters - line.link_letters).sum();
    if rendered.hidden > letters {
        rendered = render::render(&built.tree, head, true);
    }
    let all = lines::split(&rendered.text);
    debug_assert_eq!(all.len(), n_head + rendered.lines.len(), "every line has its entry");
    let (head, lines) = all.split_at(n_head.min(all.len()));
    let mut notes = Vec::new();
    if built.too_many || built.too_deep > 0 {
        let message = if built.too_many {
            "the page asks for more elements than it has letters; its end was not read".to_owned()
        } else {
            format!(
                "{} tag(s) stand deeper than {} elements; their text was read without them",
                built.too_deep,
                sink::MOST_DEPTH
            )
        };
        notes.push(Diagnostic::new(Code::PAGE_BOUNDS, None, message));
    }
    let (head, mut lines) = (head.to_vec(), lines.to_vec());
    if let Some(first) = lines.first_mut() {
        first.blank_before = 0;
    }
    Seen { tree: built.tree, stated, text: rendered.text, head, lines, shown: rendered.lines, notes }
}

/// Reads a page.
pub(crate) fn read_html(source: &str) -> Html {
    let seen = see(source);
    let words = seen.words();
    let outlook = Outlook::new(&seen.tree, &seen.shown, &words, &seen.stated);
    let weights = Prior::shipped().weigh(&outlook, words.len());
    let mut page = Page { format: Format::Html, apart: seen.head.clone(), ..Page::default() };
    let hints = hints::Hints {
        outlook: &outlook,
        shown: &seen.shown,
        lines: &seen.lines,
        words: &words,
        weights: &weights,
        stated: &seen.stated,
    };
    hints.give(&mut page);
    page.claims = seen.stated.claims();
    Html { text: seen.text, page, notes: seen.notes }
}
