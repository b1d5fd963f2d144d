//! Looking words up in sorted tables without copying them.
//!
//! Table entries are folded: lower case, Latin and Greek letters without accents, straight apostrophes. A word of the
//! text is folded letter by letter while it is compared, so a look costs no memory.

use std::sync::OnceLock;

use unicode_normalization::char::decompose_canonical;

use crate::folded::{ByLetters, Lengths, Slots, is_letter_or_number, lower};

/// Longest entry worth a look, in bytes of the text.
const LONGEST: usize = 64;

/// One letter as tables spell it; `None` for a combining accent, which is passed over.
pub(super) fn fold(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    let c = lower(c);
    Some(match c {
        '\u{300}'..='\u{36f}' => return None,
        'ø' | 'œ' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ß' => 's',
        'æ' => 'a',
        'ı' => 'i',
        '’' | 'ʼ' | '‘' => '\'',
        'ς' => 'σ',
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{370}'..='\u{3ff}' => {
            let mut base = None;
            decompose_canonical(c, |part| {
                base.get_or_insert(part);
            });
            base.unwrap_or(c)
        }
        other => other,
    })
}

/// A word as tables spell it, on the stack.
struct Spelt {
    bytes: [u8; 2 * LONGEST],
    len: usize,
}

impl Spelt {
    /// None for a word that is longer than any entry. A folded letter is never twice as long as it was.
    fn of(word: &str) -> Option<Self> {
        if word.len() > LONGEST {
            return None;
        }
        let mut spelt = Self { bytes: [0; 2 * LONGEST], len: 0 };
        for c in word.chars().filter_map(fold) {
            spelt.len += c.encode_utf8(spelt.bytes.get_mut(spelt.len..spelt.len + c.len_utf8())?).len();
        }
        Some(spelt)
    }
}

/// What `f` says of a word as tables spell it; none for a word that is longer than any entry, or has no letters.
pub(super) fn spelt<T>(word: &str, f: impl FnOnce(&str) -> T) -> Option<T> {
    let spelt = Spelt::of(word).filter(|spelt| spelt.len > 0)?;
    str::from_utf8(&spelt.bytes[..spelt.len]).ok().map(f)
}

/// A sorted table of words and phrases, with an index for whole words that is made at first use.
pub(super) struct Words {
    sorted: &'static [&'static str],
    index: OnceLock<Index>,
    heads: ByLetters,
    openers: OnceLock<Openers>,
}

/// Words that phrases of a table open with, where they are ASCII: most texts open with none of them.
struct Openers {
    slots: Slots,
    lengths: Lengths,
    words: Vec<&'static str>,
    /// First signs of the entries that open with no such word.
    marks: u128,
}

struct Index {
    slots: Slots,
    lengths: Lengths,
}

impl Words {
    pub(super) const fn new(sorted: &'static [&'static str]) -> Self {
        Self { sorted, index: OnceLock::new(), heads: ByLetters::new(), openers: OnceLock::new() }
    }

    pub(super) fn entries(&self) -> &'static [&'static str] {
        self.sorted
    }

    /// Does the table hold the word as it is written, case and accents included?
    pub(super) fn lists(&self, word: &str) -> bool {
        self.sorted.binary_search(&word).is_ok()
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index {
            slots: Slots::of(self.sorted.iter().map(|entry| hash(entry.bytes()))),
            lengths: Lengths::of(self.sorted.iter().copied()),
        })
    }

    /// May a text open with an entry?
    fn may_open(&self, text: &str) -> bool {
        let Openers { slots, lengths, words, marks } = self.openers.get_or_init(|| {
            let mut words: Vec<&str> = self.sorted.iter().map(|entry| &entry[..ascii_word(entry)]).collect();
            words.retain(|word| !word.is_empty());
            words.sort_unstable();
            words.dedup();
            let marks = self.sorted.iter().filter_map(|entry| entry.bytes().next());
            let marks =
                marks.filter(|b| b.is_ascii() && !b.is_ascii_alphanumeric()).fold(0, |m, b| m | 1 << b);
            let slots = Slots::of(words.iter().map(|word| hash(word.bytes())));
            Openers { slots, lengths: Lengths::of(words.iter().copied()), words, marks }
        });
        let length = ascii_word(text);
        if text.as_bytes().get(length).is_some_and(|next| !next.is_ascii()) {
            // The word goes on, or has an accent that does not count.
            return true;
        }
        let word = &text[..length];
        if word.is_empty() {
            return text.bytes().next().is_some_and(|byte| marks >> byte & 1 == 1);
        }
        let number = |word: &str| hash(word.bytes().map(|byte| byte.to_ascii_lowercase()));
        lengths.may_hold(word)
            && slots.find(number(word), |entry| words[entry].eq_ignore_ascii_case(word)).is_some()
    }
}

/// Length of the letters and figures of ASCII that a text opens with.
fn ascii_word(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_alphanumeric).count()
}

#[inline]
pub(super) fn hash(word: impl Iterator<Item = u8>) -> u64 {
    let mixed = word.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    mixed ^ (mixed >> 29)
}

/// Does a table hold the word?
pub(super) fn has(table: &Words, word: &str) -> bool {
    let index = table.index();
    if word.is_ascii() {
        // Most words are turned away by their first letter and length; the others are folded as they are read.
        if word.is_empty() || !index.lengths.may_hold(word) {
            return false;
        }
        let number = hash(word.bytes().map(|byte| byte.to_ascii_lowercase()));
        return index.slots.find(number, |entry| table.sorted[entry].eq_ignore_ascii_case(word)).is_some();
    }
    let Some(spelt) = Spelt::of(word).filter(|spelt| spelt.len > 0) else { return false };
    let word = &spelt.bytes[..spelt.len];
    index.slots.find(hash(word.iter().copied()), |entry| table.sorted[entry].as_bytes() == word).is_some()
}

/// Bytes of `text` that spell `phrase`, whatever comes after.
pub(super) fn prefix(text: &str, phrase: &str) -> Option<usize> {
    // Most texts are turned away by the first letter.
    if let (Some(first), Some(wanted)) = (text.as_bytes().first(), phrase.as_bytes().first())
        && first.is_ascii()
        && first.to_ascii_lowercase() != *wanted
    {
        return None;
    }
    let mut wanted = phrase.chars().peekable();
    for (at, c) in text.char_indices() {
        let Some(folded) = fold(c) else { continue };
        let folded = if c == '\u{a0}' { ' ' } else { folded };
        match wanted.peek() {
            None => return Some(at),
            Some(w) if *w == folded => wanted.next(),
            Some(_) => return None,
        };
    }
    wanted.peek().is_none().then_some(text.len())
}

/// Bytes of the longest phrase of a sorted table that opens the text and ends where a word ends.
pub(super) fn longest_phrase(table: &Words, text: &str) -> Option<(usize, &'static str)> {
    if !table.may_open(text) {
        return None;
    }
    let letters = text.chars().filter_map(fold).map(|c| if c == '\u{a0}' { ' ' } else { c });
    let mut best: Option<(usize, &str)> = None;
    for number in table.heads.among(letters, table.sorted.iter().map(|entry| entry.chars())) {
        let entry = table.sorted[number];
        let Some(end) = prefix(text, entry) else { continue };
        if best.is_none_or(|(longest, _)| end > longest) && ends_word(text, end) {
            best = Some((end, entry));
        }
    }
    best
}

/// Is there no letter that goes on with the word which ends at `end`?
pub(super) fn ends_word(text: &str, end: usize) -> bool {
    let Some(next) = text[end..].chars().next() else { return true };
    let last = text[..end].chars().next_back();
    is_wide(next) || last.is_none_or(is_wide) || !(is_letter_or_number(next) || is_mark(next) || next == '\'')
}

/// Letters of Chinese, Japanese and Korean, which are not set apart by spaces.
pub(super) fn is_wide(c: char) -> bool {
    is_han(c) || is_hangul(c)
}

/// Ideographs and kana.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

/// Korean syllables.
pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Signs that belong to the letter before: accents, vowel signs, joiners.
#[inline]
pub(super) fn is_mark(c: char) -> bool {
    // Most letters are before all marks but one.
    c >= '\u{ad}' && is_any_mark(c)
}

fn is_any_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{981}'..='\u{983}' | '\u{9bc}'..='\u{9cd}'
        | '\u{a00}'..='\u{a03}' | '\u{a3c}'..='\u{a4d}' | '\u{abc}'..='\u{acd}' | '\u{b3c}'..='\u{b4d}'
        | '\u{bbe}'..='\u{bcd}' | '\u{c3e}'..='\u{c4d}' | '\u{cbc}'..='\u{ccd}' | '\u{d3e}'..='\u{d4d}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::{Spelt, has, longest_phrase, prefix};
    use crate::fields::{
        words_cjk, words_common, words_given, words_label, words_lead, words_outlet, words_role,
    };

    #[test]
    fn tables_are_sorted_and_folded() {
        for table in [
            words_cjk::HAN_FAMILY,
            words_cjk::HANGUL_FAMILY,
            words_common::COMMON.sorted,
            words_given::GIVEN.sorted,
            words_given::GIVEN_OTHER.sorted,
            words_label::SOURCE_LABELS.sorted,
            words_label::OTHER_LABELS.sorted,
            words_label::NOISE.sorted,
            words_label::CONJUNCTIONS.sorted,
            words_label::PARTICLES.sorted,
            words_label::HONORIFICS.sorted,
            words_lead::LEADS.sorted,
            words_lead::LEADS_COLON.sorted,
            words_lead::LEADS_WEAK.sorted,
            words_lead::LEADS_INNER.sorted,
            words_outlet::OUTLETS.sorted,
            words_role::ROLES.sorted,
            words_role::MODIFIERS.sorted,
            words_role::DESKS.sorted,
        ] {
            assert!(table.is_sorted(), "{:?}", table.windows(2).find(|pair| pair[0] >= pair[1]));
            for entry in table {
                let spelt = Spelt::of(entry).expect("no entry is longer than a look");
                assert_eq!(entry.as_bytes(), &spelt.bytes[..spelt.len], "{entry} is not folded");
            }
        }
    }

    #[test]
    fn case_and_accents_are_forgiven() {
        assert!(has(&words_given::GIVEN, "JOSÉ"));
        assert!(has(&words_given::GIVEN, "Jo\u{301}se"));
        assert!(has(&words_given::GIVEN_OTHER, "Ярослав"));
        assert!(!has(&words_given::GIVEN, "Bridge"));
    }

    #[test]
    fn phrases_end_where_words_end() {
        assert_eq!(longest_phrase(&words_lead::LEADS, "Written by Ana").map(|l| l.0), Some(10));
        assert_eq!(longest_phrase(&words_lead::LEADS, "Bypass"), None);
        assert_eq!(longest_phrase(&words_lead::LEADS, "^ав x").map(|l| l.0), Some(5));
        assert_eq!(longest_phrase(&words_lead::LEADS, "E\u{301}crit par Ana").map(|l| l.0), Some(11));
        assert_eq!(prefix("Écrit par X", "ecrit par"), Some("Écrit par".len()));
    }
}
