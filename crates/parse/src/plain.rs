//! The little that reading a learnt table takes. Tables are text, and read whenever a program starts.

/// The names that cells of a table may have, each with the `=` behind it, as the numbers that their bytes make: tables of tens of
/// thousands of cells are read by these instead of by names.
pub(crate) struct Names<const N: usize>([(u128, u128, usize); N]);

/// Bytes of a name and the sign behind it, at most.
const LONGEST: usize = 16;

impl<const N: usize> Names<N> {
    pub(crate) fn of(names: [&str; N]) -> Self {
        Self(names.map(|name| {
            let len = name.len() + 1;
            debug_assert!(len <= LONGEST, "{name}");
            let bytes = name.bytes().chain([b'=']).rev();
            let letters = bytes.fold(0, |letters, byte| letters << 8 | u128::from(byte));
            (letters, u128::MAX >> (128 - 8 * len.min(LONGEST)), len)
        }))
    }

    /// Which of the names cells begin with, looked for from the place of one of them on, and what stands behind its sign.
    #[inline]
    fn first<'t>(&self, cells: &'t [u8], next: usize) -> Option<(usize, &'t [u8])> {
        let head = match cells.first_chunk() {
            Some(head) => u128::from_le_bytes(*head),
            None => cells.iter().rev().fold(0, |letters, byte| letters << 8 | u128::from(*byte)),
        };
        let fits = |(letters, mask, _): &(u128, u128, usize)| head & mask == *letters;
        let behind = self.0.get(next..).and_then(|names| names.iter().position(fits)).map(|at| next + at);
        let at = behind.or_else(|| self.0.iter().position(fits))?;
        Some((at, cells.get(self.0[at].2..)?))
    }
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
    // One digit to three and a blank: most of most tables.
    let digit = |byte: &u8| Some(i16::from(byte.wrapping_sub(b'0'))).filter(|digit| *digit <= 9);
    let short = || {
        Some(match &digits[from..] {
            [a, b' ', behind @ ..] => (digit(a)?, behind),
            [a, b, b' ', behind @ ..] => (digit(a)? * 10 + digit(b)?, behind),
            [a, b, c, b' ', behind @ ..] => (digit(a)? * 100 + digit(b)? * 10 + digit(c)?, behind),
            _ => return None,
        })
    };
    if let Some((value, behind)) = short() {
        return (Some(if negative { -value } else { value }), behind);
    }
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

/// Reads cells `name=number` with blanks between them: calls with the place of each name and its number. Cells stand in the order of
/// the names, mostly; names that are not known, and what is no number, are passed over.
pub(crate) fn cells<const N: usize>(cells: &[u8], names: &Names<N>, mut call: impl FnMut(usize, i16)) {
    let (mut rest, mut next) = (cells, 0);
    while !rest.is_empty() {
        let Some((at, digits)) = names.first(rest, next) else {
            let end = rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
            rest = rest.get(end + 1..).unwrap_or_default();
            continue;
        };
        let (value, behind) = number(digits);
        if let Some(value) = value {
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
    use super::{Names, cells, joined, number, parts, rows};

    #[test]
    fn cells_are_read_one_by_one() {
        let names = Names::of(["by", "byline", "standfirst.head", "date"]);
        let read = |text: &str| {
            let mut read = Vec::new();
            cells(text.as_bytes(), &names, |at, value| read.push((at, value)));
            read
        };
        assert_eq!(read("by=1 byline=-12 standfirst.head=3 date=7"), [(0, 1), (1, -12), (2, 3), (3, 7)]);
        assert_eq!(read("date=7 by=1 bylines=2 x= byline=two date"), [(3, 7), (0, 1)]);
        assert_eq!(read(""), []);
        assert_eq!(number(b"-12 date=7"), (Some(-12), &b"date=7"[..]));
        assert_eq!(number(b"7"), (Some(7), &b""[..]));
    }

    #[test]
    fn lists_and_rows_are_parted() {
        assert_eq!(parts("a|bc||d", b'|').collect::<Vec<_>>(), ["a", "bc", "", "d"]);
        assert_eq!(rows("a\tb=1\r\nno tab\n\nc\t").collect::<Vec<_>>(), [("a", "b=1"), ("c", "")]);
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
