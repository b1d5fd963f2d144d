//! The text of a page as a browser shows it, line by line, each line with what the tags over it say.

use html5ever::tendril::StrTendril;

use super::tags::{self, Display, Tags};
use super::tree::{Content, Element, Id, NONE, ROOT, Tree};
use super::words::{self, Words};
use crate::lines::is_blank_char;

/// One line of the rendered text.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// The block that it stands in.
    pub(super) block: Id,
    /// Elements over it.
    pub(super) tags: Tags,
    /// Names of its block and of what stands in the line, and of the two elements over the block.
    pub(super) own: Words,
    /// Names of all elements over it.
    pub(super) over: Words,
    /// Letters and digits of its links, and of all of it.
    pub(super) link_letters: u32,
    pub(super) letters: u32,
    /// Where the first link in it leads.
    pub(super) link: Id,
    /// A `time` element in it.
    pub(super) time: Id,
    /// An element in it or right over it with `itemprop`.
    pub(super) item: Id,
    /// Whether all of it is set bold.
    pub(super) bold: bool,
}

/// A page as text.
#[derive(Debug, Default)]
pub(super) struct Rendered {
    pub(super) text: String,
    /// One entry for each line that is not blank.
    pub(super) lines: Vec<Shown>,
    /// Letters that a browser does not show although they are text.
    pub(super) hidden: u32,
}

/// What holds for everything in an element.
#[derive(Debug, Clone, Copy)]
struct Scope {
    tags: Tags,
    /// Names of the element, of the one over it, and of the one over that.
    near: [Words; 3],
    over: Words,
    block: Id,
    link: Id,
    item: Id,
    is_pre: bool,
    is_heading: bool,
    /// Running text: parts of words may be set apart in it.
    is_phrase: bool,
    bold: bool,
}

/// Renders the page behind `text`, which stays in front of it; what the page itself hides is shown when `reveals`.
pub(super) fn render(tree: &Tree, text: String, reveals: bool) -> Rendered {
    let mut writer = Writer::new(text);
    let top = Scope {
        tags: Tags::default(),
        near: [Words::default(); 3],
        over: Words::default(),
        block: ROOT,
        link: NONE,
        item: NONE,
        is_pre: false,
        is_heading: false,
        is_phrase: false,
        bold: false,
    };
    let joined = joined_rows(tree);
    // Elements that were entered, each with the scope around it.
    let mut open: Vec<(Id, Scope, Display)> = Vec::new();
    let mut scope = top;
    let mut at = tree.node(ROOT).first;
    loop {
        if at == NONE {
            let Some((id, around, display)) = open.pop() else { break };
            writer.leave(tree, id, display, &scope);
            scope = around;
            at = tree.node(id).after;
            continue;
        }
        match &tree.node(at).content {
            Content::Text(text) => writer.text(text, &scope),
            Content::Element(element) => {
                let is_cell = matches!(&**element.tag(), "td" | "th");
                let in_row = is_cell && joined.get(tree.node(at).parent as usize) == Some(&true);
                if let Some((display, inner)) = enter(element, at, &scope, in_row, reveals) {
                    writer.enter(element, display, &scope);
                    if in_row && tree.node(at).before != NONE {
                        writer.tab();
                    }
                    open.push((at, scope, display));
                    scope = inner;
                    at = tree.node(at).first;
                    continue;
                }
                writer.hidden += hidden_letters(tree, at, element);
            }
            Content::Fragment | Content::Mute => {}
        }
        at = tree.node(at).after;
    }
    writer.end_line();
    Rendered { text: writer.text, lines: writer.lines, hidden: writer.hidden }
}

/// What holds in an element; `None` when it shows nothing.
fn enter(element: &Element, id: Id, around: &Scope, in_row: bool, reveals: bool) -> Option<(Display, Scope)> {
    let is_html = element.is_html();
    if !is_html && &**element.namespace() == "http://www.w3.org/2000/svg" {
        return None;
    }
    let (mut display, tags) =
        if is_html { tags::of(element.tag()) } else { (Display::Inline, Tags::default()) };
    if display == Display::Hidden || (!reveals && is_hidden(element)) {
        return None;
    }
    if in_row {
        display = Display::Inline;
    }
    let mut own = Words::default();
    let mut item = around.item;
    let mut role = Tags::default();
    for attr in &element.attrs {
        match &*attr.name.local {
            "class" | "id" | "data-component" | "data-testid" => own = own.with(words::of(&attr.value)),
            "itemprop" => {
                own = own.with(words::of(&attr.value));
                item = id;
                if attr.value.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("articlebody")) {
                    role = role.with(Tags::PROSE_ITEM);
                }
            }
            "role" => match &*attr.value {
                "navigation" | "menu" | "menubar" | "search" => role = role.with(Tags::NAV),
                "main" => role = role.with(Tags::MAIN),
                "article" => role = role.with(Tags::ARTICLE),
                "contentinfo" => role = role.with(Tags::FOOTER),
                "complementary" => role = role.with(Tags::ASIDE),
                "button" | "tab" => role = role.with(Tags::BUTTON),
                _ => {}
            },
            "rel" if attr.value.contains("author") => own = own.with(Words::AUTHOR),
            "rel" if attr.value.contains("tag") => own = own.with(Words::TAGS),
            _ => {}
        }
    }
    // The whole page may be called anything: its names say what kind of page it is, not what part.
    if matches!(&**element.tag(), "body" | "html") {
        own = Words::default();
    }
    let is_block = display != Display::Inline;
    let tag = &**element.tag();
    let near = [own, around.near[0], around.near[1]];
    let scope = Scope {
        tags: around.tags.with(tags).with(role),
        near,
        over: around.over.with(own),
        block: if is_block { id } else { around.block },
        link: if tag == "a" { id } else { around.link },
        item,
        is_pre: around.is_pre || tags.has(Tags::PRE),
        is_heading: around.is_heading || tags.has(Tags::ANY_HEADING),
        is_phrase: (around.is_phrase && !is_block)
            || tags
                .has(Tags(Tags::P.0 | Tags::ITEM.0 | Tags::ANY_HEADING.0 | Tags::PRE.0 | Tags::FIGCAPTION.0)),
        bold: around.bold || matches!(tag, "b" | "strong"),
    };
    Some((display, scope))
}

/// Whether the element itself says that it is not shown.
fn is_hidden(element: &Element) -> bool {
    element.attrs.iter().any(|attr| match &*attr.name.local {
        "hidden" => !attr.value.eq_ignore_ascii_case("until-found"),
        "style" => hides(&attr.value),
        _ => false,
    }) || (&**element.tag() == "dialog" && element.attr("open").is_none())
}

fn hides(style: &str) -> bool {
    style.split(';').any(|rule| {
        rule.split_once(':').is_some_and(|(name, value)| {
            let value = value.split('!').next().unwrap_or("").trim();
            (name.trim().eq_ignore_ascii_case("display") && value.eq_ignore_ascii_case("none"))
                || (name.trim().eq_ignore_ascii_case("visibility") && value.eq_ignore_ascii_case("hidden"))
        })
    })
}

/// Letters of text that is there and not shown. What programs read is no text.
fn hidden_letters(tree: &Tree, id: Id, element: &Element) -> u32 {
    if tags::of(element.tag()).0 == Display::Hidden {
        return 0;
    }
    let mut letters = 0;
    let mut mute = NONE;
    for id in tree.descendants(id) {
        // What stands in a script is passed over with it.
        let parent = tree.node(id).parent;
        match &tree.node(id).content {
            Content::Element(element) if tags::of(element.tag()).0 == Display::Hidden => mute = id,
            Content::Text(text) if parent != mute => {
                letters += u32::try_from(text.chars().filter(|c| c.is_alphanumeric()).count()).unwrap_or(0);
            }
            _ => {}
        }
    }
    letters
}

/// Rows of tables whose cells stand beside each other on one line: those of data. A cell with blocks in it is a part of
/// the page's layout, as pages were laid out before there were style sheets. Empty when there is no table.
fn joined_rows(tree: &Tree) -> Vec<bool> {
    /// Longest cell of data, in bytes.
    const LONGEST: usize = 160;
    let is_row = |id: Id| tree.element(id).is_some_and(|element| &**element.tag() == "tr");
    let order: Vec<Id> = tree.descendants(ROOT).collect();
    if !order.iter().any(|id| is_row(*id)) {
        return Vec::new();
    }
    let mut joined = vec![false; tree.nodes.len()];
    let mut has_block = vec![false; tree.nodes.len()];
    let mut sizes = vec![0usize; tree.nodes.len()];
    // From the leaves up: every node is visited after all nodes under it.
    for &id in order.iter().rev() {
        let (node, at) = (tree.node(id), id as usize);
        let mut is_block = false;
        match &node.content {
            Content::Text(text) => sizes[at] = text.len(),
            Content::Element(element) => {
                let tag = element.tag();
                let display = tags::of(tag).0;
                let is_cell = matches!(&**tag, "td" | "th");
                is_block = !is_cell && matches!(display, Display::Block | Display::Spaced) || &**tag == "br";
                if &**tag == "tr" {
                    let mut cells = tree.children(id).filter(|id| tree.element(*id).is_some());
                    joined[at] =
                        cells.all(|cell| !has_block[cell as usize] && sizes[cell as usize] <= LONGEST);
                }
            }
            Content::Fragment | Content::Mute => {}
        }
        if node.parent != NONE {
            let parent = node.parent as usize;
            sizes[parent] = sizes[parent].saturating_add(sizes[at]);
            has_block[parent] |= is_block || has_block[at];
        }
    }
    joined
}

/// Writes lines.
struct Writer {
    text: String,
    lines: Vec<Shown>,
    hidden: u32,
    /// Where the line that is being written begins.
    start: usize,
    /// White space was seen since the last letter.
    space: bool,
    /// An inline element was left since the last letter, outside running text.
    seam: bool,
    /// A blank line is due before the next line.
    gap: bool,
    line: Option<Shown>,
    /// Whether the line holds letters that are not bold.
    plain: bool,
}

impl Writer {
    fn new(text: String) -> Self {
        let start = text.len();
        let gap = !text.is_empty();
        Self {
            text,
            lines: Vec::new(),
            hidden: 0,
            start,
            space: false,
            seam: false,
            gap,
            line: None,
            plain: false,
        }
    }

    fn enter(&mut self, element: &Element, display: Display, around: &Scope) {
        match display {
            Display::Inline => match &**element.tag() {
                "br" if around.is_heading => self.space = true,
                "br" => self.line_break(),
                "wbr" => {}
                // Two elements that touch are two words on the screen, unless they are parts of running text.
                _ if self.seam && (!around.is_phrase || around.is_heading) => self.space = true,
                _ => {}
            },
            Display::Block => self.end_line(),
            Display::Spaced => {
                self.end_line();
                self.gap = true;
            }
            Display::Hidden => {}
        }
    }

    fn leave(&mut self, tree: &Tree, id: Id, display: Display, scope: &Scope) {
        match display {
            Display::Inline => {
                // A label is often set over a headline inside it.
                self.seam = !scope.is_phrase || scope.is_heading;
                if let (Some(line), Some(element)) = (&mut self.line, tree.element(id))
                    && &**element.tag() == "time"
                {
                    line.time = id;
                }
            }
            Display::Block => self.end_line(),
            Display::Spaced => {
                self.end_line();
                self.gap = true;
            }
            Display::Hidden => {}
        }
    }

    /// A cell beside the one before it.
    fn tab(&mut self) {
        if self.text.len() > self.start {
            self.text.push('\t');
            self.space = false;
        }
    }

    /// The end of a line that the writer of the page wanted; two of them part paragraphs.
    fn line_break(&mut self) {
        if self.text.len() == self.start {
            self.gap = true;
        }
        self.end_line();
    }

    fn text(&mut self, text: &StrTendril, scope: &Scope) {
        let mut rest: &str = text;
        while !rest.is_empty() {
            let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '\u{b}').unwrap_or(rest.len());
            if end > 0 {
                self.word(&rest[..end], scope);
                rest = &rest[end..];
                continue;
            }
            if scope.is_pre && rest.starts_with('\n') {
                self.line_break();
            } else {
                self.space = true;
            }
            rest = &rest[1..];
        }
    }

    fn word(&mut self, word: &str, scope: &Scope) {
        // A byte order mark that begins the text would belong to no line.
        let word = if self.text.is_empty() { word.trim_start_matches('\u{feff}') } else { word };
        if self.text.len() == self.start {
            if self.gap && !self.text.is_empty() {
                self.text.push('\n');
                self.start = self.text.len();
            }
            self.gap = false;
        } else if self.space {
            self.text.push(' ');
        }
        (self.space, self.seam) = (false, false);
        self.text.push_str(word);
        let letters = u32::try_from(word.chars().filter(|c| c.is_alphanumeric()).count()).unwrap_or(0);
        let line = self.line.get_or_insert_with(|| Shown {
            block: scope.block,
            tags: scope.tags,
            own: Words::default(),
            over: Words::default(),
            link_letters: 0,
            letters: 0,
            link: NONE,
            time: NONE,
            item: NONE,
            bold: false,
        });
        line.tags = line.tags.with(scope.tags);
        line.own = line.own.with(scope.near[0]).with(scope.near[1]).with(scope.near[2]);
        line.over = line.over.with(scope.over);
        line.letters += letters;
        if scope.link != NONE {
            line.link_letters += letters;
            if line.link == NONE {
                line.link = scope.link;
            }
        }
        if line.item == NONE {
            line.item = scope.item;
        }
        self.plain |= !scope.bold && letters > 0;
    }

    /// Ends the line, if there is one with ink on it.
    fn end_line(&mut self) {
        (self.space, self.seam) = (false, false);
        let written = &self.text[self.start..];
        if written.chars().all(is_blank_char) {
            // A line of unbreakable spaces parts what stands over and under it.
            self.gap |= !written.is_empty();
            self.text.truncate(self.start);
            self.line = None;
        } else if let Some(mut line) = self.line.take() {
            line.bold = !self.plain;
            self.lines.push(line);
            self.text.push('\n');
            self.start = self.text.len();
        }
        self.plain = false;
    }
}
