//! The part of an address behind `?`: read, changed, written again.

/// Names and values in their order; a name may stand several times.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    /// Reads `a=1&b=two+words`. What is not well formed is taken as it stands: an address typed by hand is no error.
    pub(crate) fn read(query: &str) -> Self {
        Self(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
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
        if self.0.is_empty() {
            return path.to_owned();
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.pairs());
        format!("{path}?{}", query.finish())
    }
}

/// Writes a text so that it may stand in a path.
pub(crate) fn encode(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
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
