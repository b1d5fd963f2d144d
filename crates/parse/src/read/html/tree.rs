//! The tree of a page: nodes in one vector, linked by their numbers.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName, ns};

/// Number of a node.
pub(super) type Id = u32;

/// No node.
pub(super) const NONE: Id = Id::MAX;

/// The document itself.
pub(super) const ROOT: Id = 0;

#[derive(Debug)]
pub(super) enum Content {
    /// The document, or what a template holds: shown nowhere.
    Fragment,
    Element(Element),
    Text(StrTendril),
    /// Comments and instructions to programs.
    Mute,
}

#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: QualName,
    pub(super) attrs: Vec<Attribute>,
    /// Where the content of a template is kept.
    pub(super) template: Id,
    pub(super) is_integration_point: bool,
}

#[derive(Debug)]
pub(super) struct Node {
    pub(super) content: Content,
    pub(super) parent: Id,
    pub(super) first: Id,
    pub(super) last: Id,
    pub(super) before: Id,
    pub(super) after: Id,
    /// Elements over it.
    pub(super) depth: u32,
}

#[derive(Debug)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

impl Element {
    pub(super) fn is_html(&self) -> bool {
        self.name.ns == ns!(html)
    }

    pub(super) fn tag(&self) -> &LocalName {
        &self.name.local
    }

    pub(super) fn namespace(&self) -> &Namespace {
        &self.name.ns
    }

    /// Value of an attribute, by its name in small letters.
    pub(super) fn attr(&self, name: &str) -> Option<&str> {
        self.attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| &*attr.value)
    }
}

impl Tree {
    pub(super) fn new() -> Self {
        let mut tree = Self { nodes: Vec::new() };
        tree.add(Content::Fragment);
        tree
    }

    /// Adds a node that stands nowhere yet.
    pub(super) fn add(&mut self, content: Content) -> Id {
        let id = Id::try_from(self.nodes.len()).unwrap_or(NONE);
        let node =
            Node { content, parent: NONE, first: NONE, last: NONE, before: NONE, after: NONE, depth: 0 };
        self.nodes.push(node);
        id
    }

    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id as usize]
    }

    pub(super) fn node_mut(&mut self, id: Id) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    pub(super) fn element(&self, id: Id) -> Option<&Element> {
        match &self.nodes.get(id as usize)?.content {
            Content::Element(element) => Some(element),
            _ => None,
        }
    }

    pub(super) fn children(&self, id: Id) -> Children<'_> {
        Children { tree: self, next: self.node(id).first }
    }

    /// All nodes under `root` in the order of the document, `root` first. Content of templates is not among them.
    pub(super) fn descendants(&self, root: Id) -> Descendants<'_> {
        Descendants { tree: self, root, next: root }
    }

    /// Takes a node out of its place.
    pub(super) fn detach(&mut self, id: Id) {
        let Node { parent, before, after, .. } = *self.node(id);
        if parent == NONE {
            return;
        }
        match before {
            NONE => self.node_mut(parent).first = after,
            before => self.node_mut(before).after = after,
        }
        match after {
            NONE => self.node_mut(parent).last = before,
            after => self.node_mut(after).before = before,
        }
        let node = self.node_mut(id);
        (node.parent, node.before, node.after) = (NONE, NONE, NONE);
    }

    /// Makes a node the last child of another.
    pub(super) fn append(&mut self, parent: Id, child: Id) {
        self.detach(child);
        let last = self.node(parent).last;
        let depth = self.node(parent).depth + 1;
        let node = self.node_mut(child);
        (node.parent, node.before, node.depth) = (parent, last, depth);
        match last {
            NONE => self.node_mut(parent).first = child,
            last => self.node_mut(last).after = child,
        }
        self.node_mut(parent).last = child;
    }

    /// Puts a node before another that stands somewhere.
    pub(super) fn insert_before(&mut self, sibling: Id, child: Id) {
        self.detach(child);
        let Node { parent, before, depth, .. } = *self.node(sibling);
        if parent == NONE {
            return;
        }
        let node = self.node_mut(child);
        (node.parent, node.before, node.after, node.depth) = (parent, before, sibling, depth);
        match before {
            NONE => self.node_mut(parent).first = child,
            before => self.node_mut(before).after = child,
        }
        self.node_mut(sibling).before = child;
    }

    /// Appends text, to the text that stands there already where there is one.
    pub(super) fn append_text(&mut self, parent: Id, text: &StrTendril) {
        let last = self.node(parent).last;
        if !self.extend(last, text) {
            let id = self.add(Content::Text(text.clone()));
            self.append(parent, id);
        }
    }

    pub(super) fn insert_text_before(&mut self, sibling: Id, text: &StrTendril) {
        let before = self.node(sibling).before;
        if !self.extend(before, text) {
            let id = self.add(Content::Text(text.clone()));
            self.insert_before(sibling, id);
        }
    }

    fn extend(&mut self, id: Id, text: &StrTendril) -> bool {
        match self.nodes.get_mut(id as usize).map(|node| &mut node.content) {
            Some(Content::Text(before)) => {
                before.push_tendril(text);
                true
            }
            _ => false,
        }
    }

    /// All text under a node, as it stands.
    pub(super) fn text_of(&self, id: Id) -> String {
        let mut text = String::new();
        for id in self.descendants(id) {
            if let Content::Text(part) = &self.node(id).content {
                text.push_str(part);
            }
        }
        text
    }
}

pub(super) struct Children<'t> {
    tree: &'t Tree,
    next: Id,
}

impl Iterator for Children<'_> {
    type Item = Id;

    fn next(&mut self) -> Option<Id> {
        let id = self.next;
        if id == NONE {
            return None;
        }
        self.next = self.tree.node(id).after;
        Some(id)
    }
}

pub(super) struct Descendants<'t> {
    tree: &'t Tree,
    root: Id,
    next: Id,
}

impl Iterator for Descendants<'_> {
    type Item = Id;

    fn next(&mut self) -> Option<Id> {
        let id = self.next;
        if id == NONE {
            return None;
        }
        let mut at = self.tree.node(id);
        if at.first != NONE {
            self.next = at.first;
            return Some(id);
        }
        let mut up = id;
        loop {
            if up == self.root {
                self.next = NONE;
                break;
            }
            if at.after != NONE {
                self.next = at.after;
                break;
            }
            up = at.parent;
            if up == NONE {
                self.next = NONE;
                break;
            }
            at = self.tree.node(up);
        }
        Some(id)
    }
}
