//! The part of an address behind `?`: read, changed, written again.

use std::fmt::Write as _;

/// Names and values in their order; a name may stand several times.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    /// Reads `a=1&b=two+words`. What is not well formed is taken as it stands: an address typed by hand is no error.
    pub(crate) fn read(query: &str) -> Self {
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        Self(
            pairs
                .map(|pair| {
                    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                    (decode(name), decode(value))
                })
                .collect(),
        )
    }

    /// The first value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Adds a value behind the others.
    pub(crate) fn push(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// Takes a name out.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|(known, _)| known != name);
        self
    }

    /// Gives a name one value, or none.
    pub(crate) fn with(self, name: &str, value: impl Into<String>) -> Self {
        let mut params = self.without(name);
        params.push(name, value);
        params
    }

    /// Adds a value when it is not there, takes it out when it is.
    pub(crate) fn toggled(mut self, name: &str, value: &str) -> Self {
        let before = self.0.len();
        self.0.retain(|(known, has)| known != name || has != value);
        if self.0.len() == before {
            self.push(name, value);
        }
        self
    }

    /// The pairs, for the hidden fields of a form.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// An address: the path alone when there is nothing to say behind it.
    pub(crate) fn at(&self, path: &str) -> String {
        let mut address = path.to_owned();
        for (i, (name, value)) in self.0.iter().enumerate() {
            address.push(if i == 0 { '?' } else { '&' });
            encode_into(&mut address, name);
            address.push('=');
            encode_into(&mut address, value);
        }
        address
    }
}

/// Writes a piece of an address so that it may stand in a path or behind `?`.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    encode_into(&mut encoded, text);
    encoded
}

fn encode_into(out: &mut String, text: &str) {
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte) {
            out.push(char::from(byte));
        } else if byte == b' ' {
            out.push_str("%20");
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = |i: usize| bytes.get(i).and_then(|&b| char::from(b).to_digit(16));
        let escaped = if byte == b'%' { hex(at + 1).zip(hex(at + 2)) } else { None };
        match (byte, escaped) {
            (_, Some((high, low))) => {
                decoded.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                at += 2;
            }
            (b'+', _) => decoded.push(b' '),
            _ => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Params, encode};

    #[test]
    fn what_is_written_is_read_again() {
        let mut params = Params::default();
        params.push("q", "\"old bridge\" & 桥+a=b%");
        params.push("source", "Ems Courier");
        let address = params.at("/");
        assert!(address.is_ascii() && !address.contains(['"', ' ', '<']), "{address}");
        assert_eq!(Params::read(address.strip_prefix("/?").unwrap()), params);
    }

    #[test]
    fn what_is_not_well_formed_is_taken_as_it_stands() {
        let params = Params::read("&q=100%&x&=y&q=%zz+%C3");
        assert_eq!(params.all("q").collect::<Vec<_>>(), ["100%", "%zz \u{fffd}"]);
        assert_eq!((params.get("x"), params.get("")), (Some(""), Some("y")));
    }

    #[test]
    fn a_filter_goes_on_and_off() {
        let params = Params::read("q=a&lang=en");
        let both = params.clone().toggled("lang", "de");
        assert_eq!(both.all("lang").collect::<Vec<_>>(), ["en", "de"]);
        assert_eq!(both.toggled("lang", "de"), params);
        assert_eq!(Params::default().at("/"), "/");
        assert_eq!(encode("a/b c"), "a%2Fb%20c");
    }
}
