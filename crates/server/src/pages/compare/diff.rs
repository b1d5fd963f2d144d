//! What differs between two texts: paragraphs first, then the words of paragraphs that answer each other.

/// Paragraphs, or words of a paragraph, that are compared with each other: the work grows with the square.
const MOST: usize = 1500;

/// Two paragraphs that answer each other, or one alone.
pub(super) struct Pair {
    pub(super) same: bool,
    pub(super) left: Vec<Run>,
    pub(super) right: Vec<Run>,
}

/// A stretch of text that the other side has, or has not.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) changed: bool,
}

/// Lines up two lists of paragraphs.
pub(super) fn paragraphs(left: &[String], right: &[String]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (a, b) in common(left, right).into_iter().chain([(left.len(), right.len())]) {
        // What stands between two common paragraphs was rewritten, added or taken out.
        let (ours, theirs) = (&left[i..a], &right[j..b]);
        for k in 0..ours.len().max(theirs.len()) {
            let text = |side: &[String]| side.get(k).cloned().unwrap_or_default();
            let (left, right) = words(&text(ours), &text(theirs));
            pairs.push(Pair { same: false, left, right });
        }
        if let Some(same) = left.get(a).filter(|_| b < right.len()) {
            let run = || vec![Run { text: same.clone(), changed: false }];
            pairs.push(Pair { same: true, left: run(), right: run() });
        }
        (i, j) = (a + 1, b + 1);
    }
    pairs
}

/// The two texts with the words that the other has not.
pub(super) fn words(left: &str, right: &str) -> (Vec<Run>, Vec<Run>) {
    let (ours, theirs) = (tokens(left), tokens(right));
    let common = common(&ours, &theirs);
    // Two texts that share hardly a word are two texts: a patchwork of articles and commas tells nobody anything.
    let shared: usize =
        common.iter().map(|&(a, _)| ours[a].chars().filter(|c| c.is_alphanumeric()).count()).sum();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    if shared * 4 < letters(left).min(letters(right)) {
        return (whole(left), whole(right));
    }
    let (mut in_left, mut in_right) = (vec![false; ours.len()], vec![false; theirs.len()]);
    for (a, b) in common {
        in_left[a] = true;
        in_right[b] = true;
    }
    (runs(&ours, &in_left), runs(&theirs, &in_right))
}

fn whole(text: &str) -> Vec<Run> {
    if text.is_empty() { Vec::new() } else { vec![Run { text: text.to_owned(), changed: true }] }
}

fn runs(tokens: &[&str], common: &[bool]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (token, common) in tokens.iter().zip(common) {
        match runs.last_mut() {
            Some(run) if run.changed != *common => run.text.push_str(token),
            _ => runs.push(Run { text: (*token).to_owned(), changed: !common }),
        }
    }
    runs
}

/// Words, white space, and each other character alone; so is each character of a script without spaces.
fn tokens(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        c if c.is_whitespace() => 0,
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{20000}'..='\u{3ffff}' => 2,
        c if c.is_alphanumeric() || c == '\'' || c == '\u{2019}' => 1,
        _ => 2,
    };
    let mut tokens = Vec::new();
    let mut from = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let this = class(c);
        if last.is_some_and(|last| last != this || this == 2) {
            tokens.push(&text[from..at]);
            from = at;
        }
        last = Some(this);
    }
    if from < text.len() {
        tokens.push(&text[from..]);
    }
    tokens
}

/// The longest common subsequence of two lists, as pairs of places. Beyond [`MOST`] only what the two begin and end
/// with in common is found.
fn common<T: PartialEq>(left: &[T], right: &[T]) -> Vec<(usize, usize)> {
    let head = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (ours, theirs) = (&left[head..], &right[head..]);
    let tail = ours.iter().rev().zip(theirs.iter().rev()).take_while(|(a, b)| a == b).count();
    let (ours, theirs) = (&ours[..ours.len() - tail], &theirs[..theirs.len() - tail]);
    let mut pairs: Vec<(usize, usize)> = (0..head).map(|i| (i, i)).collect();
    if ours.len() <= MOST && theirs.len() <= MOST {
        pairs.extend(subsequence(ours, theirs).into_iter().map(|(a, b)| (a + head, b + head)));
    }
    pairs.extend((0..tail).map(|i| (left.len() - tail + i, right.len() - tail + i)));
    pairs
}

fn subsequence<T: PartialEq>(left: &[T], right: &[T]) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    // Longest common length of what is left from each pair of places on.
    let mut lengths = vec![0u16; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            let at = i * width + j;
            lengths[at] = if left[i] == right[j] {
                lengths[at + width + 1].saturating_add(1)
            } else {
                lengths[at + width].max(lengths[at + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        let at = i * width + j;
        if left[i] == right[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[at + width] >= lengths[at + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::{Run, paragraphs, words};

    fn drawn(runs: &[Run]) -> String {
        let draw = |run: &Run| if run.changed { format!("[{}]", run.text) } else { run.text.clone() };
        runs.iter().map(draw).collect()
    }

    fn check(left: &str, right: &str, expected: (&str, &str)) {
        let (a, b) = words(left, right);
        assert_eq!((drawn(&a).as_str(), drawn(&b).as_str()), expected);
    }

    #[test]
    fn words_that_the_other_has_not_are_marked() {
        check(
            "the old ferry crossed",
            "the ferry crossed twice",
            ("the [old ]ferry crossed", "the ferry crossed[ twice]"),
        );
        check("市议会关闭旧桥", "市议会重开旧桥", ("市议会[关闭]旧桥", "市议会[重开]旧桥"));
        check("", "new", ("", "[new]"));
        check("a boat in a barn", "no such thing, ever", ("[a boat in a barn]", "[no such thing, ever]"));
    }

    #[test]
    fn paragraphs_are_lined_up() {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let pairs = paragraphs(
            &list(&["one", "two two", "three"]),
            &list(&["zero", "one", "two 2", "three", "four"]),
        );
        let drawn: Vec<_> = pairs.iter().map(|p| (p.same, drawn(&p.left), drawn(&p.right))).collect();
        let row = |same, left: &str, right: &str| (same, left.to_owned(), right.to_owned());
        assert_eq!(
            drawn,
            [
                row(false, "", "[zero]"),
                row(true, "one", "one"),
                row(false, "two [two]", "two [2]"),
                row(true, "three", "three"),
                row(false, "", "[four]"),
            ]
        );
        assert!(paragraphs(&[], &[]).is_empty());
    }

    #[test]
    fn texts_of_any_length_are_compared_in_bounded_time() {
        let long = |word: &str| format!("same {} end", word.repeat(20_000));
        let (left, _) = words(&long("a b "), &long("c d "));
        assert!(left.iter().any(|run| run.changed));
    }
}
