//! Who may do what: bearer tokens with scopes, kept as hashes, compared in constant time, and hard to guess.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use sha2::{Digest, Sha256};

use crate::document::hex;
use crate::problem::Problem;
use crate::routes::Access;

/// How long a token that was revoked elsewhere may still be taken.
const RELOAD: Duration = Duration::from_secs(1);

/// What every token begins with, so that one that was published by mistake is found by those who look for such.
pub const TOKEN_PREFIX: &str = "wirecopy_";

/// Longest token that is looked at.
const LONGEST: usize = 128;

/// What a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Scope {
    /// Search and read.
    Read,
    /// Import articles.
    Write,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 2] = [Self::Read, Self::Write];

    /// The word on the command line and in the archive.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    /// The scope of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == word)
    }
}

/// A token as it is kept: never itself.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) hash: [u8; 32],
    pub(crate) scopes: Vec<Scope>,
    /// Seconds since 1970.
    pub(crate) expires: Option<i64>,
}

/// The hash under which a token is kept. The token holds 256 random bits: a slow hash would protect nothing more.
#[must_use]
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// A new token: 256 random bits of the system.
///
/// # Errors
///
/// When the system gives none.
pub fn new_token() -> std::io::Result<String> {
    let mut bits = [0; 32];
    getrandom::fill(&mut bits).map_err(|e| std::io::Error::other(e.to_string()))?;
    Ok(format!("{TOKEN_PREFIX}{}", hex(&bits)))
}

/// The tokens of the archive, read anew every now and then.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    loaded: RwLock<Option<(Instant, Arc<Vec<Known>>)>>,
}

impl Tokens {
    /// The tokens, when they were read not long ago.
    pub(crate) fn fresh(&self) -> Option<Arc<Vec<Known>>> {
        let loaded = self.loaded.read().unwrap_or_else(PoisonError::into_inner);
        loaded.as_ref().filter(|(at, _)| at.elapsed() < RELOAD).map(|(_, known)| Arc::clone(known))
    }

    /// Takes note of what was read.
    pub(crate) fn set(&self, known: Vec<Known>) -> Arc<Vec<Known>> {
        let known = Arc::new(known);
        *self.loaded.write().unwrap_or_else(PoisonError::into_inner) =
            Some((Instant::now(), Arc::clone(&known)));
        known
    }
}

/// The token that a request brings.
///
/// # Errors
///
/// When there is an `Authorization` of another kind, or one that is no token.
pub(crate) fn bearer(headers: &HeaderMap) -> Result<Option<&str>, Problem> {
    let Some(given) = headers.get(AUTHORIZATION) else { return Ok(None) };
    let token = given.to_str().ok().and_then(|text| {
        let (scheme, token) = text.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim()).filter(|token| token.len() <= LONGEST)
    });
    token.map(Some).ok_or_else(|| unauthorized("the Authorization header holds no bearer token"))
}

/// The token that is known, in a time that does not depend on how much of it is right: every hash is compared to its end.
pub(crate) fn find<'k>(known: &'k [Known], token: &str, now: i64) -> Option<&'k Known> {
    let hash = token_hash(token);
    let mut found = None;
    for candidate in known {
        let difference = candidate.hash.iter().zip(hash).fold(0, |sum, (a, b)| sum | (a ^ b));
        if std::hint::black_box(difference) == 0 {
            found = Some(candidate);
        }
    }
    found.filter(|known| known.expires.is_none_or(|expires| now < expires))
}

/// Whether a token is enough.
pub(crate) fn allow(known: &Known, access: Access) -> Result<(), Problem> {
    let needed = match access {
        Access::Open => return Ok(()),
        Access::Read => Scope::Read,
        Access::Write => Scope::Write,
    };
    if known.scopes.contains(&needed) {
        return Ok(());
    }
    Err(Problem::new("forbidden")
        .detail(format!("the token does not have the scope `{}`", needed.as_str()))
        .help(format!("make one with `wirecopy token add --scope {}`", needed.as_str()))
        .authenticate("Bearer error=\"insufficient_scope\""))
}

/// The answer to who has no token or a wrong one.
pub(crate) fn unauthorized(detail: &str) -> Problem {
    Problem::new("unauthorized")
        .detail(detail.to_owned())
        .help("send `Authorization: Bearer TOKEN`; tokens are made with `wirecopy token add`")
        .authenticate("Bearer realm=\"wirecopy\"")
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn known(token: &str, scopes: &[Scope], expires: Option<i64>) -> Known {
        Known { hash: token_hash(token), scopes: scopes.to_vec(), expires }
    }

    #[test]
    fn a_token_is_found_by_its_hash_until_it_expires() {
        let tokens = [known("a", &[Scope::Read], None), known("b", &[Scope::Write], Some(100))];
        assert!(find(&tokens, "a", 1000).is_some() && find(&tokens, "c", 0).is_none());
        assert!(find(&tokens, "b", 99).is_some() && find(&tokens, "b", 100).is_none());
        assert!(find(&[], "", 0).is_none());
    }

    #[test]
    fn a_scope_is_needed() {
        let reader = known("a", &[Scope::Read], None);
        assert!(allow(&reader, Access::Read).is_ok() && allow(&reader, Access::Open).is_ok());
        assert_eq!(allow(&reader, Access::Write).unwrap_err().code(), "forbidden");
    }

    #[test]
    fn other_kinds_of_authorization_are_refused() {
        let mut headers = HeaderMap::new();
        assert_eq!(bearer(&headers), Ok(None));
        headers.insert(AUTHORIZATION, HeaderValue::from_static("bearer  x "));
        assert_eq!(bearer(&headers), Ok(Some("x")));
        for wrong in ["Basic YTpi", "Bearer", ""] {
            headers.insert(AUTHORIZATION, HeaderValue::from_static(wrong));
            assert_eq!(bearer(&headers).unwrap_err().code(), "unauthorized", "{wrong}");
        }
    }
}
