//! Places of a repaired text and of the text before.

use std::ops::Range;

/// From places in one text to places in another that differs in single letters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Map {
    /// Behind each letter that was put right: its place in the new text, its place in the old one, its length in the
    /// new one. Between them both texts are the same.
    marks: Vec<Mark>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    new: usize,
    old: usize,
    len: usize,
}

impl Map {
    /// Notes a letter that was put right. Letters come in the order of the text.
    pub(crate) fn push(&mut self, new: Range<usize>, old_end: usize) {
        self.marks.push(Mark { new: new.end, old: old_end, len: new.len() });
    }

    /// Where a place of the new text is in the old one.
    pub(crate) fn old(&self, new: usize) -> usize {
        let before = self.marks.partition_point(|mark| mark.new <= new);
        let Some(mark) = before.checked_sub(1).and_then(|at| self.marks.get(at)) else { return new };
        mark.old + (new - mark.new)
    }

    /// Where a place of the old text is in the new one. A place inside the damage of one letter is that of the letter.
    pub(crate) fn new_of(&self, old: usize) -> usize {
        let before = self.marks.partition_point(|mark| mark.old <= old);
        let last = before.checked_sub(1).and_then(|at| self.marks.get(at));
        let new = last.map_or(old, |mark| mark.new + (old - mark.old));
        // What follows the last letter put right is the same up to the next one.
        self.marks.get(before).map_or(new, |next| new.min(next.new - next.len))
    }

    /// Whether the old text under a span of it differs from the new one.
    pub(crate) fn touches(&self, old: Range<usize>) -> bool {
        let first = self.marks.partition_point(|mark| mark.old <= old.start);
        self.marks.get(first).is_some_and(|mark| self.old(mark.new - mark.len) < old.end)
    }

    /// This map and then another, which leads on from its new text.
    pub(crate) fn then(&self, next: &Self) -> Self {
        let mut marks = Vec::with_capacity(self.marks.len() + next.marks.len());
        let mut earlier = self.marks.iter().peekable();
        for mark in &next.marks {
            let start = next.old(mark.new - mark.len);
            // A letter of the first round that the second did not touch stays put right; one that it made a part of
            // another letter is inside that one's damage.
            while let Some(first) = earlier.next_if(|first| first.new <= mark.old) {
                if first.new <= start {
                    marks.push(Mark { new: next.new_of(first.new), ..*first });
                }
            }
            marks.push(Mark { new: mark.new, old: self.old(mark.old), len: mark.len });
        }
        marks.extend(earlier.map(|first| Mark { new: next.new_of(first.new), ..*first }));
        Self { marks }
    }
}

#[cfg(test)]
mod tests {
    use super::Map;

    #[test]
    fn places_lead_there_and_back() {
        // "caf" + four bytes that became two + " x"
        let mut map = Map::default();
        map.push(3..5, 7);
        for (new, old) in [(0, 0), (3, 3), (5, 7), (6, 8), (7, 9)] {
            assert_eq!((map.old(new), map.new_of(old)), (old, new));
        }
        assert_eq!(map.new_of(5), 3, "inside the damage");
        assert!(map.touches(0..4) && map.touches(3..7) && !map.touches(0..3) && !map.touches(7..9));
    }

    #[test]
    fn two_rounds_are_one_map() {
        // Eight bytes became four, then two; another letter was damaged once only.
        let mut first = Map::default();
        first.push(1..3, 5);
        first.push(3..5, 9);
        first.push(6..8, 14);
        let mut second = Map::default();
        second.push(1..3, 5);
        let both = first.then(&second);
        for (new, old) in [(0, 0), (1, 1), (3, 9), (4, 10), (6, 14), (7, 15)] {
            assert_eq!((both.old(new), both.new_of(old)), (old, new), "{both:?}");
        }
    }
}
