//! Pages out of stories: what stands around one page's story is set around another's.
//!
//! Whether a page is an article must not hang on the menus around it, so the model of kinds learns from stories amid menus, and
//! from what is none amid the same. The readings of lines got worse by them. A story keeps its publisher, and its frame is of the
//! same fold, so that no fold learns from a page that it is measured on.

use std::collections::BTreeMap;

use wirecopy_parse::lab;
use wirecopy_parse::model::LineRole;

use crate::documents::Document;
use crate::folds;

/// Lines of a frame above and below its story, and the fewest above of a page that gives one.
const ABOVE: usize = 40;
const BELOW: usize = 30;
const FEWEST: usize = 15;
/// A document with more furniture than this, in percent, has a frame of its own.
const FURNITURE: usize = 40;

/// What stands above and below a story, each line with the blank lines before it.
#[derive(Default)]
struct Frame {
    above: Vec<(u32, String)>,
    below: Vec<(u32, String)>,
}

/// Framed copies of the documents that have no frame.
pub(crate) fn around(documents: &[Document], weight: f32) -> Vec<Document> {
    let mut frames: BTreeMap<usize, Vec<Frame>> = BTreeMap::new();
    for document in documents {
        if let Some(frame) = Frame::of(document) {
            frames.entry(folds::of(document)).or_default().push(frame);
        }
    }
    let framed = |document: &Document| {
        let frames = frames.get(&folds::of(document))?;
        let number =
            document.id.bytes().fold(7_usize, |n, byte| n.wrapping_mul(31).wrapping_add(usize::from(byte)));
        frames[number % frames.len()].set_around(document, weight)
    };
    // Pages labelled by hand are there with their own frames, too.
    documents.iter().filter(|d| !d.id.ends_with(".hand")).filter_map(framed).collect()
}

fn is_furniture(roles: &[LineRole]) -> bool {
    roles.first().is_none_or(|role| *role == LineRole::Furniture)
}

impl Frame {
    /// The frame of a page whose story stands amid menus.
    fn of(document: &Document) -> Option<Self> {
        let lines = lab::lines(&document.text);
        if !document.is_article || lines.len() != document.roles.len() {
            return None;
        }
        let first = document.roles.iter().position(|roles| !is_furniture(roles))?;
        let last = document.roles.iter().rposition(|roles| !is_furniture(roles))?;
        if first < FEWEST {
            return None;
        }
        Some(Self {
            above: lines[first.saturating_sub(ABOVE)..first].to_vec(),
            below: lines[last + 1..].iter().take(BELOW).cloned().collect(),
        })
    }

    /// A document with this frame around it; none when it has one.
    fn set_around(&self, document: &Document, weight: f32) -> Option<Document> {
        let lines = lab::lines(&document.text);
        if lines.len() != document.roles.len() || lines.is_empty() {
            return None;
        }
        let furniture = document.roles.iter().filter(|roles| is_furniture(roles)).count();
        let framed =
            if document.is_article { furniture * 100 > lines.len() * FURNITURE } else { lines.len() > ABOVE };
        if framed {
            return None;
        }
        let mut text = String::new();
        let mut roles = Vec::new();
        let around = vec![LineRole::Furniture];
        let whole = self
            .above
            .iter()
            .map(|line| (line, &around))
            .chain(lines.iter().zip(&document.roles))
            .chain(self.below.iter().map(|line| (line, &around)));
        for ((blank, line), of_line) in whole {
            if !text.is_empty() {
                text.extend(std::iter::repeat_n('\n', 1 + (*blank).min(2) as usize));
            }
            text.push_str(line);
            roles.push(of_line.clone());
        }
        Some(Document {
            id: format!("{}.framed", document.id),
            publisher: document.publisher.clone(),
            text,
            roles,
            is_article: document.is_article,
            weight: weight * document.weight,
            kind_weight: weight * document.kind_weight,
            derived: false,
        })
    }
}
