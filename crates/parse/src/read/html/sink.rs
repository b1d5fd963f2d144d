//! What html5ever builds the tree with, and the bounds within which it may.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, ExpandedName, LocalName, QualName, TokenizerResult};

use super::bounds;
use super::tree::{Content, Element, Id, NONE, ROOT, Tree};

/// Elements that may stand in one another. Deeper ones are passed over, their text stays: whether a tag may stand where it
/// stands is looked up through all that are open, so that depth costs time at every tag.
pub(super) const MOST_DEPTH: u32 = 256;

/// Nodes for each byte of the page, beside [`SPARE_NODES`]. Tags that were left open are opened again in every paragraph, so
/// that few bytes can ask for many nodes; what a person writes has a node for every ten bytes.
const NODES_A_BYTE: usize = 1;
const SPARE_NODES: usize = 1000;

/// What was read of a page.
pub(super) struct Built {
    pub(super) tree: Tree,
    /// Tags that were passed over because they stood too deep.
    pub(super) too_deep: usize,
    /// Whether the rest was left because the page asked for too many nodes.
    pub(super) too_many: bool,
}

/// Reads a page into a tree.
pub(super) fn build(source: &str) -> Built {
    let most = SPARE_NODES + source.len() * NODES_A_BYTE;
    let sink = Sink { tree: RefCell::new(Tree::new()), open_depth: Cell::new(0) };
    // Without scripting, what stands in `noscript` is read as tags and not as text.
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let bounded = Bounded {
        builder: TreeBuilder::new(sink, options),
        dropped: RefCell::new(Vec::new()),
        too_deep: Cell::new(0),
        too_many: Cell::new(false),
        most,
    };
    let tokenizer = Tokenizer::new(bounded, TokenizerOpts::default());
    let input = BufferQueue::default();
    for part in bounds::pieces(source).into_iter().flat_map(parts) {
        input.push_back(StrTendril::from_slice(part));
        // Scripts are not run, and the encoding is settled: the tokenizer only says where it met one.
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        if tokenizer.sink.too_many.get() {
            break;
        }
    }
    tokenizer.end();
    let Bounded { builder, too_deep, too_many, .. } = tokenizer.sink;
    Built { tree: builder.sink.tree.into_inner(), too_deep: too_deep.get(), too_many: too_many.get() }
}

/// The page in pieces, so that reading can stop between them.
fn parts(source: &str) -> impl Iterator<Item = &str> {
    const SIZE: usize = 64 << 10;
    let mut rest = source;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = rest.len().min(SIZE);
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

/// The builder of the tree behind a guard.
struct Bounded {
    builder: TreeBuilder<Handle, Sink>,
    /// Names of open tags that were passed over.
    dropped: RefCell<Vec<LocalName>>,
    too_deep: Cell<usize>,
    too_many: Cell<bool>,
    most: usize,
}

impl Bounded {
    /// Whether a tag is kept from the builder.
    fn drops(&self, tag: &Tag) -> bool {
        let mut dropped = self.dropped.borrow_mut();
        match tag.kind {
            TagKind::EndTag => {
                if dropped.last() == Some(&tag.name) {
                    dropped.pop();
                    return true;
                }
                false
            }
            TagKind::StartTag => {
                let deep = self.builder.sink.open_depth.get() >= MOST_DEPTH;
                if deep && !is_void(&tag.name) {
                    self.too_deep.set(self.too_deep.get() + 1);
                    if dropped.len() < MOST_DEPTH as usize {
                        dropped.push(tag.name.clone());
                    }
                }
                deep
            }
        }
    }
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "wbr"
    )
}

impl TokenSink for Bounded {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if self.too_many.get() && !matches!(token, Token::EOFToken) {
            return TokenSinkResult::Continue;
        }
        match &token {
            Token::TagToken(tag) if self.drops(tag) => return TokenSinkResult::Continue,
            // Errors of the page are not reported, and comments are not kept.
            Token::ParseError(_) | Token::CommentToken(_) => return TokenSinkResult::Continue,
            _ => {}
        }
        let result = self.builder.process_token(token, line);
        if self.builder.sink.tree.borrow().nodes.len() > self.most {
            self.too_many.set(true);
        }
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// A node with its name, which the builder asks for at every tag.
#[derive(Debug, Clone)]
struct Handle {
    id: Id,
    name: Option<QualName>,
}

impl Handle {
    fn mute(id: Id) -> Self {
        Self { id, name: None }
    }
}

/// The name of an element, as the builder asks for it.
#[derive(Debug)]
struct Name<'a>(&'a QualName);

impl ElemName for Name<'_> {
    fn ns(&self) -> &html5ever::Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }

    fn expanded(&self) -> ExpandedName<'_> {
        self.0.expanded()
    }
}

struct Sink {
    tree: RefCell<Tree>,
    /// Depth at which the last node was put.
    open_depth: Cell<u32>,
}

impl Sink {
    fn put(&self, parent: Id, child: NodeOrText<Handle>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(node) => {
                tree.append(parent, node.id);
                self.open_depth.set(tree.node(node.id).depth);
            }
            NodeOrText::AppendText(text) => tree.append_text(parent, &text),
        }
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = ();
    type ElemName<'a> = Name<'a>;

    fn finish(self) {}

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle::mute(ROOT)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> Name<'a> {
        Name(target.name.as_ref().expect("only elements are asked for their names"))
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        let mut tree = self.tree.borrow_mut();
        let template = if flags.template { tree.add(Content::Fragment) } else { NONE };
        let id = tree.add(Content::Element(Element {
            name: name.clone(),
            attrs,
            template,
            is_integration_point: flags.mathml_annotation_xml_integration_point,
        }));
        Handle { id, name: Some(name) }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle::mute(self.tree.borrow_mut().add(Content::Mute))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        Handle::mute(self.tree.borrow_mut().add(Content::Mute))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(parent.id, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let stands = self.tree.borrow().node(element.id).parent != NONE;
        if stands {
            self.append_before_sibling(element, child);
        } else {
            self.put(previous.id, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &Handle) {
        self.open_depth.set(self.tree.borrow().node(node.id).depth.saturating_sub(1));
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        let mut tree = self.tree.borrow_mut();
        let template = tree.element(target.id).map_or(NONE, |element| element.template);
        if template == NONE {
            return Handle::mute(target.id);
        }
        // Templates in templates are as deep as any other elements.
        tree.node_mut(template).depth = tree.node(target.id).depth;
        Handle::mute(template)
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, node: NodeOrText<Handle>) {
        let mut tree = self.tree.borrow_mut();
        match node {
            NodeOrText::AppendNode(node) => tree.insert_before(sibling.id, node.id),
            NodeOrText::AppendText(text) => tree.insert_text_before(sibling.id, &text),
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        if let Content::Element(element) = &mut tree.node_mut(target.id).content {
            for attr in attrs {
                if !element.attrs.iter().any(|known| known.name == attr.name) {
                    element.attrs.push(attr);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.tree.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut tree = self.tree.borrow_mut();
        loop {
            let child = tree.node(node.id).first;
            if child == NONE {
                break;
            }
            tree.append(new_parent.id, child);
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &Handle) -> bool {
        self.tree.borrow().element(handle.id).is_some_and(|element| element.is_integration_point)
    }
}
