//! More documents out of few: the same article as other hands would have stored it.
//!
//! A variant keeps its document's publisher, so that no fold learns from a page that it is measured on.

use wirecopy_parse::lab;
use wirecopy_parse::model::LineRole;

use crate::documents::Document;

/// The variants of a document; none for what is not an article.
pub(crate) fn of(document: &Document, weight: f32) -> Vec<Document> {
    let lines = lab::lines(&document.text);
    if lines.len() != document.roles.len() {
        return Vec::new();
    }
    if !document.is_article {
        return of_other(document, &lines, weight);
    }
    let role = |i: usize| document.roles[i].first().copied().unwrap_or(LineRole::Furniture);
    let all: Vec<usize> = (0..lines.len()).collect();
    let kept: Vec<usize> = all.iter().copied().filter(|i| role(*i) != LineRole::Furniture).collect();
    let mut variants = Vec::new();
    let mut push = |name: &str, members: &[usize], gap: Option<u32>| {
        if members.is_empty() {
            return;
        }
        let mut text = String::new();
        for (k, &i) in members.iter().enumerate() {
            let (blank, line) = &lines[i];
            if k > 0 {
                let breaks = 1 + gap.unwrap_or((*blank).min(2));
                text.extend(std::iter::repeat_n('\n', breaks as usize));
            }
            text.push_str(line);
        }
        variants.push(Document {
            id: format!("{}.{name}", document.id),
            publisher: document.publisher.clone(),
            text,
            roles: members.iter().map(|i| document.roles[*i].clone()).collect(),
            is_article: true,
            weight,
            kind_weight: weight * document.kind_weight / document.weight,
            derived: false,
        });
    };
    // As an extractor of main text leaves it: no furniture, every block on a line.
    if kept.len() < lines.len() {
        push("bare", &kept, Some(0));
    } else {
        let blanks = lines.iter().filter(|(blank, _)| *blank > 0).count();
        push("respaced", &all, Some(u32::from(blanks * 2 < lines.len())));
    }
    // Cut after the first paragraphs, as a crawl sample is.
    let prose: Vec<usize> = kept.iter().copied().filter(|i| role(*i).is_prose()).collect();
    if prose.len() > 4 {
        let last = prose[1 + document.text.len() % 3];
        let head: Vec<usize> = all.iter().copied().filter(|i| *i <= last).collect();
        push("cut", &head, None);
    }
    // Without its headline, as many a store keeps it.
    if document.text.len().is_multiple_of(3) {
        let untitled: Vec<usize> = kept.iter().copied().filter(|i| role(*i) != LineRole::Headline).collect();
        push("untitled", &untitled, None);
    }
    variants
}

/// Variants of what is no article: cut after a part of its lines, and spaced in another way.
fn of_other(document: &Document, lines: &[(u32, String)], weight: f32) -> Vec<Document> {
    let made = |name: &str, n: usize, gap: &str| {
        let kept: Vec<&str> = lines[..n].iter().map(|(_, line)| line.as_str()).collect();
        Document {
            id: format!("{}.{name}", document.id),
            publisher: document.publisher.clone(),
            text: kept.join(gap),
            roles: document.roles[..n].to_vec(),
            is_article: false,
            weight,
            kind_weight: weight * document.kind_weight / document.weight,
            derived: false,
        }
    };
    let blanks = lines.iter().filter(|(blank, _)| *blank > 0).count();
    let gap = if blanks * 2 < lines.len() { "\n\n" } else { "\n" };
    let mut variants = vec![made("respaced", lines.len(), gap)];
    if lines.len() > 8 {
        variants.push(made("cut", lines.len() / 2, "\n"));
    }
    variants
}
