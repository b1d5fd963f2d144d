//! The little that reading a learnt table takes. Tables are text, and read whenever a program starts.

/// A number for the name that stands before the next `=`, and what stands behind that sign.
///
/// Tables of tens of thousands of cells are read by these numbers instead of by names.
#[inline]
pub(crate) fn key(cells: &[u8]) -> (u64, &[u8]) {
    let (mut key, mut at) = (0_u64, 0);
    while let Some(byte) = cells.get(at).filter(|byte| **byte != b'=') {
        key = (key ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        at += 1;
    }
    (key, cells.get(at + 1..).unwrap_or_default())
}

/// The whole number that goes to the next blank, if it is one, and what stands behind that blank.
#[inline]
pub(crate) fn number(digits: &[u8]) -> (Option<i16>, &[u8]) {
    let negative = digits.first() == Some(&b'-');
    let mut at = usize::from(negative);
    let (mut value, mut valid) = (0_i32, digits.get(at).is_some_and(|byte| *byte != b' '));
    while let Some(byte) = digits.get(at).filter(|byte| **byte != b' ') {
        let digit = byte.wrapping_sub(b'0');
        value = value * 10 + i32::from(digit);
        valid &= digit <= 9 && value <= i32::from(i16::MAX);
        value = value.min(1 << 20);
        at += 1;
    }
    let value = i16::try_from(if negative { -value } else { value }).ok().filter(|_| valid);
    (value, digits.get(at + 1..).unwrap_or_default())
}

/// Reads cells `name=number` with blanks between them: calls with the place of each name in `keys`, as [`key`] numbers
/// them, and its number. Cells stand in the order of the names, mostly; others, and what is no number, are passed over.
pub(crate) fn cells<const N: usize>(cells: &[u8], keys: &[u64; N], mut call: impl FnMut(usize, i16)) {
    let (mut rest, mut next) = (cells, 0);
    while !rest.is_empty() {
        let (name, digits) = key(rest);
        let (value, behind) = number(digits);
        let found = (next..N).chain(0..next).find(|at| keys[*at] == name);
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
