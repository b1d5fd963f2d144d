use super::order::Place;
use crate::error::Error;
use crate::request::{SearchRequest, Sort};

/// Where a page ended, and of which state of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cursor {
    /// Which process made it.
    pub(super) process: u64,
    /// Which state of the index, counted by that process.
    pub(super) state: u64,
    /// Newest entry of that state: what came later is no part of the walk.
    pub(super) newest: u64,
    pub(super) place: Place,
    /// What was asked.
    question: u64,
}

/// Before the rest, so that a later form is told from this one.
const FORM: &str = "a";
const FIELDS: usize = 6;

impl Cursor {
    pub(super) fn new(process: u64, state: u64, newest: u64, place: Place, question: u64) -> Self {
        Self { process, state, newest, place, question }
    }

    pub(super) fn write(&self) -> String {
        let fields: [u64; FIELDS] =
            [self.process, self.state, self.newest, self.place.key, self.place.tie, self.question];
        let fields: Vec<String> = fields.iter().map(|field| format!("{field:x}")).collect();
        format!("{FORM}.{}", fields.join("."))
    }

    /// Reads a cursor that belongs to this question.
    pub(super) fn read(text: &str, question: u64) -> Result<Self, Error> {
        let strange = Error::Cursor("it was not given by this archive");
        let fields = text.strip_prefix(FORM).and_then(|rest| rest.strip_prefix('.'));
        let fields = fields.filter(|_| text.len() < 20 * FIELDS).ok_or(strange)?;
        let read: Vec<u64> =
            fields.split('.').filter_map(|field| u64::from_str_radix(field, 16).ok()).collect();
        let &[process, state, newest, key, tie, asked] = read.as_slice() else {
            return Err(Error::Cursor("it was not given by this archive"));
        };
        if asked != question {
            return Err(Error::Cursor("it belongs to another query, filter or order"));
        }
        Ok(Self { process, state, newest, place: Place { key, tie }, question })
    }
}

/// What a cursor must belong to: the query, the filters and the order.
pub(super) fn question(request: &SearchRequest, sort: Sort) -> u64 {
    let mut hasher = blake3::Hasher::new();
    let mut part = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    part(request.query.as_bytes());
    part(format!("{sort:?}").as_bytes());
    for filter in &request.filters {
        part(format!("{:?}", filter.field).as_bytes());
        part(filter.value.as_bytes());
    }
    let mut first = [0; 8];
    first.iter_mut().zip(hasher.finalize().as_bytes()).for_each(|(to, from)| *to = *from);
    u64::from_le_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_as_it_was() {
        let cursor = Cursor::new(u64::MAX, 3, 9, Place { key: 1 << 63, tie: 7 }, 42);
        let text = cursor.write();
        assert_eq!(Cursor::read(&text, 42).unwrap(), cursor);
        assert!(Cursor::read(&text, 43).is_err());
        for wrong in ["", "a", "a.", "b.1.2.3.4.5.2a", "a.1.2.3.4.2a", "a.1.2.3.4.5.6.2a", "a.1.2.x.4.5.2a"] {
            assert!(Cursor::read(wrong, 42).is_err(), "{wrong}");
        }
    }

    #[test]
    fn another_question_is_told_from_this() {
        let one = SearchRequest::new("bridge");
        let mut other = one.clone();
        assert_eq!(question(&one, Sort::Newest), question(&other, Sort::Newest));
        assert_ne!(question(&one, Sort::Newest), question(&one, Sort::Oldest));
        other.query.push('s');
        assert_ne!(question(&one, Sort::Newest), question(&other, Sort::Newest));
    }
}
