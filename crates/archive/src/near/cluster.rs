//! Clusters of copies.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Options;
use super::compare::{Common, MIN_PRINTS, compare};
use super::shingles::{Sketch, Sketcher};

/// Texts that a text is compared with at most: those with which it has most in common.
const CANDIDATES: usize = 12;

/// Marks a print that stands in too many stories.
const STOCK: u32 = u32::MAX;
/// Marks, in a posting, that the rest is the number of a list.
const LIST: u32 = 1 << 31;

/// Texts to find copies among.
///
/// Keeps about a kilobyte of each text, however long it is.
///
/// ```
/// use wirecopy_archive::near::{Index, Options};
///
/// let wire = "The council closed the bridge on Monday after engineers had found cracks in two of its piers. \
///     Repairs will take until spring, the mayor said, and cost more than a new bridge would have in 1990.";
/// let mut index = Index::new(Options::default());
/// index.add("An old ferry was sold to a museum in the north, which wants to show it from next summer on.");
/// index.add(wire);
/// index.add(&wire[..100]);
/// let members = index.clusters();
/// assert_eq!(members[2].cluster, 1);
/// assert_eq!(members[0].cluster, 0);
/// ```
#[derive(Debug)]
pub struct Index {
    options: Options,
    sketcher: Sketcher,
    sketches: Vec<Sketch>,
    /// Prints of stock phrases.
    stock: Prints<()>,
}

/// A text's place among its copies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Member {
    /// The cluster: number of its fullest text. A text without copies is alone in its own.
    pub cluster: u32,
    /// The text of the cluster that it is most like, of those it was compared with; itself for the fullest.
    pub nearest: u32,
    /// Share of the shorter of the two that stands in both, 0 to 1.
    pub similarity: f32,
}

impl Index {
    /// Without texts.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self::with_stock(options, [])
    }

    /// Without texts, but with what is known to be [stock](Self::stock) from others.
    #[must_use]
    pub fn with_stock(options: Options, stock: impl IntoIterator<Item = u32>) -> Self {
        let stock = stock.into_iter().map(|print| (print, ())).collect();
        Self { options, sketcher: Sketcher::default(), sketches: Vec::new(), stock }
    }

    /// Takes a text; the first gets the number 0, the next 1, and so on.
    pub fn add(&mut self, text: &str) {
        let mut sketch = self.sketcher.sketch(text);
        if !self.stock.is_empty() {
            self.sketcher.retain(&mut sketch, |hash| !self.stock.contains_key(&hash));
        }
        self.sketches.push(sketch);
    }

    /// Prints of the phrases that stand in too many stories, sorted: those that were known, and those that
    /// [`clusters`](Self::clusters) has met.
    #[must_use]
    pub fn stock(&self) -> Vec<u32> {
        let mut stock: Vec<u32> = self.stock.keys().copied().collect();
        stock.sort_unstable();
        stock
    }

    /// How much of the shorter of two texts stands in the other, 0 to 1; `None` when there are not so many.
    #[must_use]
    pub fn similarity(&self, one: usize, other: usize) -> Option<f32> {
        Some(compare(self.sketches.get(one)?, self.sketches.get(other)?).share)
    }

    /// How much of each of two texts stands in the other, 0 to 1; `None` when there are not so many.
    #[must_use]
    pub fn shares(&self, one: usize, other: usize) -> Option<(f32, f32)> {
        Some(compare(self.sketches.get(one)?, self.sketches.get(other)?).shares)
    }

    /// The clusters: one member for each text, in the order taken. What stands in too many stories is forgotten by this.
    ///
    /// Everything is read twice. What a stock phrase is shows only after some stories, and by then those before it would
    /// have been taken for copies of each other.
    pub fn clusters(&mut self) -> Vec<Member> {
        let stock = self.pass(HashMap::default()).postings;
        let stock: Prints<()> =
            stock.into_iter().filter(|(_, posting)| *posting == STOCK).map(|(hash, _)| (hash, ())).collect();
        for sketch in &mut self.sketches {
            self.sketcher.retain(sketch, |hash| !stock.contains_key(&hash));
        }
        self.stock.extend(stock);
        self.pass(HashMap::default()).members
    }

    fn pass(&self, postings: Prints<u32>) -> Pass<'_> {
        let mut order: Vec<usize> = (0..self.sketches.len()).collect();
        // The fullest first: whatever was cut or edited from it finds it there.
        order.sort_by_key(|&text| Reverse(self.sketches.get(text).map_or(0, |sketch| sketch.words)));
        let alone = Member { cluster: 0, nearest: 0, similarity: 1.0 };
        let mut pass = Pass {
            options: &self.options,
            sketches: &self.sketches,
            members: vec![alone; self.sketches.len()],
            postings,
            lists: Vec::new(),
            regions: HashMap::default(),
        };
        let mut counts = Prints::default();
        for text in order {
            pass.place(text, &mut counts);
        }
        pass
    }
}

/// One reading of all texts.
struct Pass<'i> {
    options: &'i Options,
    sketches: &'i [Sketch],
    members: Vec<Member>,
    /// Texts in which a print stands, one of each cluster: a text, the number of a list, or [`STOCK`].
    postings: Prints<u32>,
    lists: Vec<Vec<u32>>,
    /// By cluster: where in its fullest text the others lie.
    regions: Prints<u16>,
}

impl Pass<'_> {
    /// Puts a text into the cluster where it belongs, or into one of its own.
    fn place(&mut self, text: usize, counts: &mut Prints<u32>) {
        let Some(sketch) = self.sketches.get(text) else { return };
        self.count(sketch, counts);
        let mut candidates: Vec<(u32, u32)> = counts
            .drain()
            .filter(|&(_, count)| count as usize >= MIN_PRINTS)
            .map(|(other, count)| (count, other))
            .collect();
        candidates.sort_unstable_by_key(|&(count, other)| (Reverse(count), other));
        candidates.truncate(CANDIDATES);
        let member = self.join(sketch, &candidates);
        let number = u32::try_from(text).unwrap_or(STOCK);
        let member = member.unwrap_or(Member { cluster: number, nearest: number, similarity: 1.0 });
        if let Some(place) = self.members.get_mut(text) {
            *place = member;
        }
        self.post(sketch, number);
    }

    /// Counts with which texts it has how many prints in common.
    fn count(&self, sketch: &Sketch, counts: &mut Prints<u32>) {
        for print in &sketch.prints {
            match self.postings.get(&print.hash) {
                None | Some(&STOCK) => {}
                Some(&list) if list & LIST != 0 => {
                    for &other in self.lists.get((list ^ LIST) as usize).into_iter().flatten() {
                        *counts.entry(other).or_default() += 1;
                    }
                }
                Some(&other) => *counts.entry(other).or_default() += 1,
            }
        }
    }

    /// The cluster that takes a text.
    fn join(&mut self, sketch: &Sketch, candidates: &[(u32, u32)]) -> Option<Member> {
        let mut tried: Vec<u32> = Vec::new();
        let mut best: Option<(Member, Common)> = None;
        for &(_, candidate) in candidates {
            let cluster = self.members.get(candidate as usize)?.cluster;
            if tried.contains(&cluster) {
                continue;
            }
            tried.push(cluster);
            let found = self.supported(sketch, cluster, candidates);
            best = match (best, found) {
                (Some(best), Some(found)) if found.0.similarity <= best.0.similarity => Some(best),
                (best, found) => found.or(best),
            };
        }
        let (member, with_fullest) = best?;
        *self.regions.entry(member.cluster).or_default() |= with_fullest.region;
        Some(member)
    }

    /// Whether a cluster takes a text: its fullest text does, or enough of the members that the text is like.
    fn supported(
        &mut self,
        sketch: &Sketch,
        cluster: u32,
        candidates: &[(u32, u32)],
    ) -> Option<(Member, Common)> {
        let fullest = compare(sketch, self.sketches.get(cluster as usize)?);
        let by_fullest = fullest.are_copies(self.options);
        let mut nearest = (cluster, fullest.share);
        let (mut asked, mut copies) = (1_u32, u32::from(by_fullest));
        for &(_, other) in candidates {
            if other == cluster || self.members.get(other as usize)?.cluster != cluster {
                continue;
            }
            let common = compare(sketch, self.sketches.get(other as usize)?);
            asked += 1;
            if common.are_copies(self.options) {
                copies += 1;
                if common.share > nearest.1 {
                    nearest = (other, common.share);
                }
            }
        }
        let enough = copies as f32 >= self.options.support * asked as f32;
        // An edited copy may hold a paragraph of another story: what is like that alone has nothing of the fullest.
        let by_others = copies > 0 && enough && fullest.prints >= MIN_PRINTS;
        if !(by_fullest || by_others) || (self.options.overlap && !self.overlaps(cluster, &fullest)) {
            return None;
        }
        Some((Member { cluster, nearest: nearest.0, similarity: nearest.1 }, fullest))
    }

    /// Whether a text lies in the fullest text of a cluster where others lie too.
    fn overlaps(&self, cluster: u32, fullest: &Common) -> bool {
        let Some(others) = self.regions.get(&cluster) else { return true };
        2 * (others & fullest.region).count_ones() >= others.count_ones().min(fullest.region.count_ones())
    }

    /// Notes the prints of a text.
    fn post(&mut self, sketch: &Sketch, text: u32) {
        let Some(cluster) = self.members.get(text as usize).map(|member| member.cluster) else { return };
        for print in &sketch.prints {
            let posting = self.postings.entry(print.hash).or_insert(text);
            if *posting == text || *posting == STOCK {
                continue;
            }
            if *posting & LIST == 0 {
                let number = u32::try_from(self.lists.len()).unwrap_or(STOCK) | LIST;
                self.lists.push(vec![*posting]);
                *posting = number;
            }
            let Some(list) = self.lists.get_mut((*posting ^ LIST) as usize) else { continue };
            let told = list
                .iter()
                .any(|&other| self.members.get(other as usize).is_some_and(|m| m.cluster == cluster));
            if told {
                continue;
            }
            list.push(text);
            if list.len() > self.options.max_stories {
                *list = Vec::new();
                *posting = STOCK;
            }
        }
    }
}

/// A table by print or by number of a text. Prints are hashes already.
type Prints<V> = HashMap<u32, V, BuildHasherDefault<Spread>>;

/// Spreads a number over 64 bits.
#[derive(Debug, Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
