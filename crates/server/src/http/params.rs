//! The parameters of a request: everything behind the question mark.

use std::convert::Infallible;
use std::ops::RangeInclusive;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::problem::Problem;

/// Names and values in the order given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    /// Reads a query string. Bytes that are not UTF-8 become U+FFFD.
    pub(crate) fn parse(query: &str) -> Self {
        Self(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    /// Every name with its value.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of a name; an empty one is none, as forms send every field.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// The values of a name that may stand several times; empty ones left out.
    pub(crate) fn all<'p, 'n>(&'p self, name: &'n str) -> impl Iterator<Item = &'p str> + use<'p, 'n> {
        self.iter().filter(move |(known, value)| *known == name && !value.is_empty()).map(|(_, value)| value)
    }

    /// Words of a list: `a,b` and a name that stands twice mean the same.
    pub(crate) fn list<'p, 'n>(&'p self, name: &'n str) -> impl Iterator<Item = &'p str> + use<'p, 'n> {
        self.all(name).flat_map(|value| value.split(',')).map(str::trim).filter(|word| !word.is_empty())
    }

    /// A number within bounds.
    pub(crate) fn number<N>(&self, name: &str, bounds: RangeInclusive<N>) -> Result<Option<N>, Problem>
    where
        N: std::str::FromStr + PartialOrd + std::fmt::Display,
    {
        let Some(text) = self.get(name) else { return Ok(None) };
        match text.parse::<N>() {
            Ok(number) if bounds.contains(&number) => Ok(Some(number)),
            _ => {
                let expected = format!("a number from {} to {}", bounds.start(), bounds.end());
                Err(wrong(name, text, &expected))
            }
        }
    }

    /// Yes or no; the name alone means yes.
    pub(crate) fn flag(&self, name: &str) -> Result<bool, Problem> {
        match self.iter().find(|(known, _)| *known == name) {
            None | Some((_, "false" | "0" | "no")) => Ok(false),
            Some((_, "" | "true" | "1" | "yes" | "on")) => Ok(true),
            Some((_, text)) => Err(wrong(name, text, "`true` or `false`")),
        }
    }

    /// One of some words.
    pub(crate) fn choice<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Result<Option<T>, Problem> {
        self.get(name).map(|text| choose(name, text, words)).transpose()
    }
}

/// The meaning of a word of a parameter.
pub(crate) fn choose<T: Copy>(name: &str, text: &str, words: &[(&str, T)]) -> Result<T, Problem> {
    words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value).ok_or_else(|| {
        let known: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
        wrong(name, text, &format!("one of {}", known.join(", ")))
    })
}

/// A parameter that cannot be used.
pub(crate) fn wrong(name: &str, seen: &str, expected: &str) -> Problem {
    let seen: String = seen.chars().take(80).collect();
    Problem::new("invalid-parameter").detail(format!("`{name}` is {seen:?}")).help(format!("give {expected}"))
}

impl<S: Sync> FromRequestParts<S> for Params {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::parse(parts.uri.query().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::Params;

    #[test]
    fn values_are_decoded_and_empty_ones_are_none() {
        let params = Params::parse("q=new+bridge%21&source=&source=China%20Daily&facet=a,b&facet=c&explain");
        assert_eq!(params.get("q"), Some("new bridge!"));
        assert_eq!(params.get("source"), Some("China Daily"));
        assert_eq!(params.list("facet").collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!((params.flag("explain").unwrap(), params.flag("snippets").unwrap()), (true, false));
    }

    #[test]
    fn a_number_out_of_bounds_is_told_with_its_bounds() {
        let params = Params::parse("limit=5000");
        let problem = params.number("limit", 0..=1000).unwrap_err();
        assert_eq!(problem.seen(), Some("`limit` is \"5000\""));
        assert_eq!(problem.advice(), Some("give a number from 0 to 1000"));
    }

    #[test]
    fn bytes_that_are_no_text_do_no_harm() {
        assert_eq!(Params::parse("q=%ff%zz&%00=1").get("q"), Some("\u{fffd}%zz"));
    }
}
