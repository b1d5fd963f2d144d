//! A page as a whole: which element holds the story, where its headline stands, and what of it is said again.

use std::collections::{BTreeMap, HashMap};

use super::features::{BLOCKS, N_FEATURES, Q, degree, row};
use super::render::Shown;
use super::stated::{Field, Stated};
use super::tags::Tags;
use super::tree::{Id, NONE, ROOT, Tree};

/// Levels over a block to which its prose counts, and how much: the story's element is seldom right over its paragraphs.
const LEVELS: [f32; 3] = [1.0, 0.7, 0.4];
/// Letters of a line beyond which it counts no more: one long line is not the story.
const LONGEST: f32 = 600.0;

/// Lines of a page with what was seen of the whole.
pub(super) struct Outlook<'a> {
    tree: &'a Tree,
    lines: &'a [Shown],
    words: &'a [&'a str],
    /// How much each line looks like prose, in letters.
    prose: Vec<f32>,
    /// Prose right under each element, and the most of it.
    direct: HashMap<Id, f32>,
    most_direct: f32,
    /// Letters under each element, and those of links.
    letters: HashMap<Id, (u32, u32)>,
    /// Prose on each path of tags.
    paths: Vec<usize>,
    path_prose: Vec<f32>,
    most_path: f32,
    /// The element of the story.
    story: Id,
    in_story: Vec<Option<u32>>,
    /// First and last line of its prose.
    first: Option<usize>,
    last: Option<usize>,
    /// The line of the headline.
    pub(super) headline: Option<usize>,
    keys: Vec<String>,
    repeated: Vec<bool>,
    heads: Vec<String>,
    descriptions: Vec<String>,
    /// Whether each line stands in the text that linked data hold; `None` when they hold none.
    pub(super) in_data: Option<Vec<bool>>,
}

/// Words of a line as they are compared: letters and digits in small letters.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            key.extend(c.to_lowercase());
        } else if !key.ends_with(' ') && !key.is_empty() {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

impl<'a> Outlook<'a> {
    pub(super) fn new(tree: &'a Tree, lines: &'a [Shown], words: &'a [&'a str], stated: &Stated) -> Self {
        let keys: Vec<String> = words.iter().map(|line| key(line)).collect();
        let long = |field: Field, least: usize| -> Vec<String> {
            stated.of(field).iter().map(|one| key(&one.value)).filter(|key| key.len() > least).collect()
        };
        let mut outlook = Self {
            tree,
            lines,
            words,
            prose: lines.iter().zip(words).map(|(line, words)| prose_of(line, words)).collect(),
            direct: HashMap::new(),
            most_direct: 1.0,
            letters: HashMap::new(),
            paths: Vec::new(),
            path_prose: Vec::new(),
            most_path: 1.0,
            story: NONE,
            in_story: Vec::new(),
            first: None,
            last: None,
            headline: None,
            repeated: repeated(&keys),
            keys,
            heads: long(Field::Headline, 8),
            descriptions: long(Field::Description, 20),
            in_data: None,
        };
        outlook.weigh();
        outlook.find_story();
        outlook.headline = outlook.find_headline();
        outlook.in_data = outlook.find_data(&stated.article_body);
        outlook
    }

    /// Adds up prose, letters and links over the elements. Every line climbs to the root, which is near: depth is bounded.
    fn weigh(&mut self) {
        let mut path_ids: HashMap<Vec<&'a str>, usize> = HashMap::new();
        // Lines of one parent are on one path but for their block.
        let mut known: HashMap<(Id, &'a str), usize> = HashMap::new();
        for (line, prose) in self.lines.iter().zip(&self.prose) {
            for id in ancestors(self.tree, line.block) {
                let sums = self.letters.entry(id).or_default();
                *sums = (sums.0 + line.letters, sums.1 + line.link_letters);
            }
            let parent = self.tree.node(line.block).parent;
            if parent != NONE {
                *self.direct.entry(parent).or_default() += prose;
            }
            let block = name(self.tree, line.block);
            let path = *known.entry((parent, block)).or_insert_with(|| {
                let names: Vec<&str> =
                    ancestors(self.tree, line.block).map(|id| name(self.tree, id)).collect();
                let next = path_ids.len();
                *path_ids.entry(names).or_insert(next)
            });
            self.paths.push(path);
            self.path_prose.resize(self.path_prose.len().max(path + 1), 0.0);
            self.path_prose[path] += prose;
        }
        self.most_path = self.path_prose.iter().copied().fold(1.0, f32::max);
        self.most_direct = max_of(&self.direct).max(1.0);
    }

    fn find_story(&mut self) {
        let mut weights: BTreeMap<Id, f32> = BTreeMap::new();
        for (line, prose) in self.lines.iter().zip(&self.prose).filter(|(_, prose)| **prose > 0.0) {
            for (id, share) in ancestors(self.tree, line.block).skip(1).zip(LEVELS) {
                *weights.entry(id).or_default() += prose * share;
            }
        }
        let weight = |id: Id, sum: f32| {
            let (letters, links) = self.letters.get(&id).copied().unwrap_or_default();
            sum * (1.0 - share(links, letters))
        };
        // Of equals the first.
        let best = weights.iter().rev().max_by(|a, b| weight(*a.0, *a.1).total_cmp(&weight(*b.0, *b.1)));
        self.story = best.map_or(NONE, |(id, _)| *id);
        let story = self.story;
        self.in_story = self
            .lines
            .iter()
            .map(|line| {
                let depth = ancestors(self.tree, line.block).position(|id| id == story)?;
                u32::try_from(depth).ok()
            })
            .collect();
        let tells = |i: &usize| self.in_story[*i].is_some() && self.prose[*i] > 60.0;
        self.first = (0..self.lines.len()).find(tells);
        self.last = (0..self.lines.len()).rev().find(tells);
    }

    /// The headline: the heading that says what the page says its headline is, else a line that does, else the heading of
    /// the first rank.
    fn find_headline(&self) -> Option<usize> {
        let n = self.lines.len();
        let is_h1 = |i: &usize| self.lines[*i].tags.has(Tags::H1);
        let says = |i: &usize, least: usize| {
            let key = &self.keys[*i];
            !key.is_empty()
                && self
                    .heads
                    .iter()
                    .any(|head| head == key || (key.len() > least && head.starts_with(key.as_str())))
        };
        let first_h1 = (0..n).filter(is_h1).find(|i| says(i, 12));
        let first_line =
            || (0..n).find(|i| self.keys[*i].len() > 12 && says(i, 12) && self.lines[*i].link_letters == 0);
        let lone = || {
            let found: Vec<usize> = (0..n).filter(|i| is_h1(i) && self.lines[*i].letters > 10).collect();
            if found.len() < 3 { found.last().copied() } else { found.first().copied() }
        };
        first_h1.or_else(first_line).or_else(lone)
    }

    /// Which lines stand in the story that linked data hold.
    fn find_data(&self, body: &str) -> Option<Vec<bool>> {
        const LEAST: usize = 200;
        let body = key(body);
        if body.len() < LEAST {
            return None;
        }
        let body = format!(" {body} ");
        let mut from = 0;
        let found: Vec<bool> = self
            .keys
            .iter()
            .map(|line| {
                // The head of a line is enough to know it, and is found in one pass as the lines follow each other.
                let probe: String = line.chars().take(60).collect();
                if probe.chars().count() < 15 {
                    return false;
                }
                if let Some(at) = body.get(from..).and_then(|rest| find_near(rest, &probe)) {
                    from += at;
                    return true;
                }
                false
            })
            .collect();
        Some(found).filter(|found| found.iter().any(|found| *found))
    }

    /// The answers about a line.
    pub(super) fn features(&self, i: usize) -> Vec<u16> {
        let (line, words, key) = (&self.lines[i], self.words[i], &self.keys[i]);
        let mut rows: Vec<u16> = Vec::with_capacity(48);
        let mut ask =
            |question: Q, answer: usize| rows.push(u16::try_from(row(question, answer)).unwrap_or(0));
        let letters = line.letters;
        let links = share(line.link_letters, letters);
        let ends = usize::from(!ends_sentence(words));
        ask(Q::Bias, 0);
        ask(Q::Letters, degree(letters, &[4, 10, 20, 40, 70, 110, 170, 260, 400]));
        ask(Q::Links, degree(links, &[0.01, 0.15, 0.35, 0.6, 0.95]));
        ask(Q::Ends, ends);
        ask(Q::EndsLetters, ends * 4 + degree(letters, &[20, 70, 170]));
        let whether = [
            (Q::ShortLink, links > 0.95 && letters < 40),
            (Q::Colon, words.ends_with([':', '：'])),
            (Q::Bold, line.bold),
            (Q::Time, line.time != NONE),
            (Q::Description, self.is_description(key)),
            (Q::Title, self.heads.iter().any(|head| head == key)),
            (Q::Repeated, self.repeated[i]),
            (Q::Number, letters < 30 && words.contains(|c: char| c.is_ascii_digit())),
            (Q::Pipe, words.contains('|')),
            (Q::Copyright, words.contains('©')),
        ];
        for (question, _) in whether.into_iter().filter(|(_, holds)| *holds) {
            ask(question, 0);
        }
        let bits = |bits: u32| (0..32usize).filter(move |bit| bits & (1 << bit) != 0);
        bits(line.tags.0).for_each(|bit| ask(Q::Tag, bit));
        bits(line.own.0).for_each(|bit| ask(Q::Own, bit));
        bits(line.over.0).for_each(|bit| ask(Q::Over, bit));
        let block = name(self.tree, line.block);
        ask(Q::Block, BLOCKS.iter().position(|known| *known == block).unwrap_or(BLOCKS.len()));
        let in_story = self.in_story[i];
        ask(Q::Story, usize::from(in_story.is_some()));
        if let Some(depth) = in_story {
            ask(Q::StoryDepth, depth as usize);
            ask(Q::StoryLine, degree(letters, &[20, 70, 170]) * 3 + degree(links, &[0.35, 0.9]));
        }
        let parent = self.tree.node(line.block).parent;
        let direct = self.direct.get(&parent).copied().unwrap_or(0.0);
        const SHARES: [f32; 5] = [0.001, 0.05, 0.2, 0.5, 0.9];
        const LINKS: [f32; 5] = [0.05, 0.15, 0.3, 0.5, 0.8];
        ask(Q::Parent, degree(direct / self.most_direct, &SHARES));
        ask(Q::ParentLetters, degree(direct, &[1.0, 100.0, 300.0, 1000.0, 3000.0]));
        ask(Q::ParentLinks, degree(self.links_under(parent), &LINKS));
        let grand = if parent == NONE { NONE } else { self.tree.node(parent).parent };
        ask(Q::GrandLinks, degree(self.links_under(grand), &LINKS));
        ask(Q::Path, degree(self.path_prose[self.paths[i]] / self.most_path, &SHARES));
        ask(
            Q::Headline,
            match self.headline {
                None => 0,
                Some(head) if i < head => 1,
                Some(head) if i == head => 2,
                Some(head) => 3 + degree(i - head, &[2, 4, 8, 20, 60]),
            },
        );
        if let (Some(first), Some(last)) = (self.first, self.last) {
            if i < first {
                ask(Q::Place, 0);
            } else if i <= last {
                ask(Q::Place, 1);
                ask(Q::Between, usize::from(in_story.is_some()));
            } else {
                ask(Q::Place, 2 + degree(i - last, &[2, 4, 8, 20]));
            }
        }
        ask(Q::Commas, degree(words.matches([',', '，', '،']).count(), &[1, 2, 4]));
        if let Some(in_data) = &self.in_data {
            ask(Q::Data, usize::from(in_data[i]));
        }
        debug_assert!(rows.iter().all(|row| usize::from(*row) < N_FEATURES));
        rows
    }

    fn is_description(&self, key: &str) -> bool {
        let head = |text: &str| text.chars().take(60).collect::<String>();
        self.descriptions.iter().any(|known| {
            known == key
                || (key.len() > 30 && (known.starts_with(&*head(key)) || key.starts_with(&*head(known))))
        })
    }

    /// Whether the line says a headline that the page states.
    pub(super) fn says_headline(&self, i: usize) -> bool {
        self.heads.iter().any(|head| *head == self.keys[i])
    }

    fn links_under(&self, id: Id) -> f32 {
        let (letters, links) = self.letters.get(&id).copied().unwrap_or_default();
        share(links, letters)
    }
}

/// A probe not far behind where the last one was found.
fn find_near(text: &str, probe: &str) -> Option<usize> {
    const FAR: usize = 20_000;
    let mut end = text.len().min(FAR);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    memchr::memmem::find(&text.as_bytes()[..end], probe.as_bytes())
}

fn repeated(keys: &[String]) -> Vec<bool> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    keys.iter().map(|key| counts[key.as_str()] > 1).collect()
}

#[expect(clippy::iter_over_hash_type, reason = "the greatest of them is the same in any order")]
fn max_of(sums: &HashMap<Id, f32>) -> f32 {
    let mut most = 0.0f32;
    for sum in sums.values() {
        most = most.max(*sum);
    }
    most
}

/// An element and those over it, up to the document.
fn ancestors(tree: &Tree, id: Id) -> impl Iterator<Item = Id> {
    let next = |id: Id| Some(id).filter(|id| *id != NONE && *id != ROOT);
    std::iter::successors(next(id), move |id| next(tree.node(*id).parent))
}

fn name(tree: &Tree, id: Id) -> &str {
    tree.element(id).map_or("", |element| &**element.tag())
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^24")]
fn share(part: u32, whole: u32) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// How much a line looks like prose, in letters.
#[expect(clippy::cast_precision_loss, reason = "far below 2^24")]
fn prose_of(line: &Shown, words: &str) -> f32 {
    let own = line.letters.saturating_sub(line.link_letters);
    if own < 40 || share(line.link_letters, line.letters) > 0.4 {
        return 0.0;
    }
    let mut prose = (own as f32).min(LONGEST);
    if own < 80 && !ends_sentence(words) {
        prose *= 0.3;
    }
    if line.tags.has(Tags(Tags::NAV.0 | Tags::FOOTER.0 | Tags::ASIDE.0 | Tags::FORM.0 | Tags::BUTTON.0)) {
        prose *= 0.3;
    }
    prose
}

fn ends_sentence(words: &str) -> bool {
    words.ends_with(['.', '!', '?', '…', '。', '！', '？', '”', '"', '»', '“', ')', '’', '\'', '।', '؟'])
}
