//! The little that reading a learnt table takes. Tables are text, and read whenever a program starts.

/// A number for the name that stands before the next `=`, and what stands behind that sign.
///
/// Tables of tens of thousands of cells are read by these numbers instead of by names.
#[inline]
pub(crate) fn key(cells: &[u8]) -> (u64, &[u8]) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let (mut key, mut rest) = (0_u64, cells);
    // Eight letters at a time.
    while let Some(eight) = rest.first_chunk::<8>() {
        let letters = u64::from_le_bytes(*eight);
        let differ = letters ^ ONES * u64::from(b'=');
        // The lowest byte that is marked is the first sign that was looked for.
        let found = differ.wrapping_sub(ONES) & !differ & ONES << 7;
        if found != 0 {
            let at = found.trailing_zeros() as usize / 8;
            let before = letters & !(u64::MAX << (8 * at));
            return (mixed(key, before), rest.get(at + 1..).unwrap_or_default());
        }
        key = mixed(key, letters);
        rest = &rest[8..];
    }
    let at = rest.iter().position(|byte| *byte == b'=').unwrap_or(rest.len());
    let before = rest[..at].iter().rev().fold(0, |letters, byte| letters << 8 | u64::from(*byte));
    (mixed(key, before), rest.get(at + 1..).unwrap_or_default())
}

#[inline]
fn mixed(key: u64, letters: u64) -> u64 {
    (key ^ letters).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The parts of a list, which a sign of ASCII parts. Parts of tables are short: to set up a search for the sign would take
/// longer than to look at each byte.
pub(crate) fn parts(list: &'static str, sign: u8) -> impl Iterator<Item = &'static str> + Clone {
    debug_assert!(sign.is_ascii());
    let mut rest = Some(list);
    std::iter::from_fn(move || {
        let text = rest?;
        let at = text.bytes().position(|byte| byte == sign);
        rest = at.map(|at| &text[at + 1..]);
        Some(at.map_or(text, |at| &text[..at]))
    })
}

/// The whole number that goes to the next blank, if it is one, and what stands behind that blank.
#[inline]
pub(crate) fn number(digits: &[u8]) -> (Option<i16>, &[u8]) {
    /// Digits of the largest number.
    const MOST: usize = 5;
    let negative = digits.first() == Some(&b'-');
    let from = usize::from(negative);
    let (mut value, mut at) = (0_i32, from);
    while let Some(digit) = digits.get(at).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit <= 9) {
        value = (value * 10 + i32::from(digit)).min(1 << 20);
        at += 1;
    }
    let whole = at > from && at <= from + MOST && digits.get(at).is_none_or(|byte| *byte == b' ');
    if whole && value <= i32::from(i16::MAX) {
        let value = i16::try_from(if negative { -value } else { value }).ok();
        return (value, digits.get(at + 1..).unwrap_or_default());
    }
    let end = digits.iter().position(|byte| *byte == b' ').unwrap_or(digits.len());
    (None, digits.get(end + 1..).unwrap_or_default())
}

/// The rows of a table: a name, a tab, and what stands behind it, a line each.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = table;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
            let line = &rest[..end];
            rest = rest.get(end + 1..).unwrap_or_default();
            let line = line.strip_suffix('\r').unwrap_or(line);
            if let Some(tab) = line.bytes().position(|byte| byte == b'\t') {
                return Some((&line[..tab], &line[tab + 1..]));
            }
        }
        None
    })
}

/// Reads cells `name=number` with blanks between them: calls with the place of each name in `keys`, as [`key`] numbers
/// them, and its number. Cells stand in the order of the names, mostly; others, and what is no number, are passed over.
pub(crate) fn cells<const N: usize>(cells: &[u8], keys: &[u64; N], mut call: impl FnMut(usize, i16)) {
    let (mut rest, mut next) = (cells, 0);
    while !rest.is_empty() {
        let (name, digits) = key(rest);
        let (value, behind) = number(digits);
        let found = if keys.get(next) == Some(&name) {
            Some(next)
        } else {
            (next..N).chain(0..next).find(|at| keys[*at] == name)
        };
        if let (Some(at), Some(value)) = (found, value) {
            call(at, value);
            next = at + 1;
        }
        rest = behind;
    }
}

/// Whether a name is made of these parts.
#[inline]
pub(crate) fn joined<const N: usize>(name: &[u8], parts: [&str; N]) -> bool {
    let rest = parts.into_iter().try_fold(name, |rest, part| rest.strip_prefix(part.as_bytes()));
    rest.is_some_and(<[u8]>::is_empty)
}

#[cfg(test)]
mod tests {
    use super::{joined, key, number};

    #[test]
    fn cells_are_read_one_by_one() {
        let (byline, rest) = key(b"byline=-12 date=7");
        assert_eq!((byline, rest), (key(b"byline").0, &b"-12 date=7"[..]));
        assert_ne!(byline, key(b"by").0);
        assert_eq!(number(b"-12 date=7"), (Some(-12), &b"date=7"[..]));
        assert_eq!(number(b"7"), (Some(7), &b""[..]));
    }

    #[test]
    fn numbers_are_whole_and_in_range() {
        for text in ["0", "-0", "7", "-32", "32767", "-32767"] {
            assert_eq!(number(text.as_bytes()).0, text.parse().ok(), "{text}");
        }
        for text in ["", "-", "+1", "1.5", "32768", "99999999999", "x", " 1"] {
            assert_eq!(number(text.as_bytes()).0, None, "{text}");
        }
    }

    #[test]
    fn names_are_told_by_their_parts() {
        assert!(joined(b"a>b", ["a", ">", "b"]));
        assert!(!joined(b"a>b", ["a", ">"]) && !joined(b"a", ["a", ">"]));
    }
}
