//! Articles and pages of searches as they were last rendered, kept for a moment: what everybody reads is written once a
//! second, not once a request.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::http::HeaderValue;
use bytes::Bytes;

use crate::api::article::Form;

/// How long an answer may be older than the archive, when another process writes to it. What this server writes is seen
/// at once.
const FRESH: Duration = Duration::from_secs(1);

/// What each entry takes beside its body, in bytes.
const OVERHEAD: usize = 512;

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    /// The article with an id, in a form.
    Article(String, Form),
    /// What the parameters of a search find.
    Search(String),
}

impl Key {
    fn len(&self) -> usize {
        match self {
            Self::Article(text, _) | Self::Search(text) => text.len(),
        }
    }
}

/// One answer.
#[derive(Debug)]
pub(crate) struct Rendered {
    pub(crate) body: Bytes,
    /// Tag of an article; a search has none.
    pub(crate) tag: Option<HeaderValue>,
    /// Other forms of an article; the next page of a search, when there is one.
    pub(crate) link: Option<HeaderValue>,
    pub(crate) at: Instant,
}

/// Two generations of entries: what is not asked for while one fills up is dropped with it.
#[derive(Debug)]
pub(crate) struct Cache {
    most_bytes: usize,
    inner: Mutex<Generations>,
}

#[derive(Debug, Default)]
struct Generations {
    young: HashMap<Key, Arc<Rendered>>,
    old: HashMap<Key, Arc<Rendered>>,
    young_bytes: usize,
    /// Counts up with every import: what was read before it must not be kept after it.
    epoch: u64,
}

impl Cache {
    pub(crate) fn new(most_bytes: usize) -> Self {
        Self { most_bytes, inner: Mutex::default() }
    }

    /// The entry, while it is fresh.
    pub(crate) fn get(&self, key: &Key) -> Option<Arc<Rendered>> {
        let mut inner = self.lock();
        let found = inner.young.get(key).cloned();
        let found = found.or_else(|| {
            let old = inner.old.remove(key)?;
            inner.young_bytes += size(key, &old);
            inner.young.insert(key.clone(), Arc::clone(&old));
            Some(old)
        })?;
        (found.at.elapsed() < FRESH).then_some(found)
    }

    /// The present epoch, to be asked before the archive is read.
    pub(crate) fn epoch(&self) -> u64 {
        self.lock().epoch
    }

    /// Keeps an entry, unless something was imported since the epoch.
    pub(crate) fn put(&self, key: Key, entry: Arc<Rendered>, epoch: u64) {
        let mut inner = self.lock();
        let size = size(&key, &entry);
        if inner.epoch != epoch || size > self.most_bytes / 2 {
            return;
        }
        if inner.young_bytes + size > self.most_bytes / 2 {
            inner.old = std::mem::take(&mut inner.young);
            inner.young_bytes = 0;
        }
        inner.young_bytes += size;
        let n_key = key.len();
        if let Some(before) = inner.young.insert(key, entry) {
            inner.young_bytes = inner.young_bytes.saturating_sub(n_key + before.body.len() + OVERHEAD);
        }
    }

    /// Forgets everything: something was imported.
    pub(crate) fn clear(&self) {
        let mut inner = self.lock();
        *inner = Generations { epoch: inner.epoch + 1, ..Generations::default() };
    }

    fn lock(&self) -> MutexGuard<'_, Generations> {
        // An entry is whole or not there: nothing is half done when a holder panics.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an entry takes, in bytes.
fn size(key: &Key, entry: &Rendered) -> usize {
    key.len() + entry.body.len() + OVERHEAD
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(size: usize) -> Arc<Rendered> {
        Arc::new(Rendered { body: vec![0; size].into(), tag: None, link: None, at: Instant::now() })
    }

    fn key(id: usize) -> Key {
        Key::Article(id.to_string(), Form::Json)
    }

    #[test]
    fn what_is_asked_for_stays_and_memory_is_bounded() {
        let cache = Cache::new(100_000);
        for id in 0..1000 {
            cache.put(key(id), entry(1000), 0);
            assert!(cache.get(&key(0)).is_some(), "{id}");
        }
        assert!(cache.get(&key(500)).is_none());
        let inner = cache.lock();
        assert!((inner.young.len() + inner.old.len()) * 1512 <= 110_000);
    }

    #[test]
    fn a_search_is_told_from_an_article_and_its_words_count() {
        let cache = Cache::new(100_000);
        cache.put(Key::Search("1".to_owned()), entry(10), 0);
        assert!(cache.get(&key(1)).is_none() && cache.get(&Key::Search("1".to_owned())).is_some());
        cache.put(Key::Search("x".repeat(60_000)), entry(10), 0);
        assert!(cache.get(&Key::Search("x".repeat(60_000))).is_none());
    }

    #[test]
    fn what_was_read_before_an_import_is_not_kept_after_it() {
        let cache = Cache::new(100_000);
        let epoch = cache.epoch();
        cache.clear();
        cache.put(key(1), entry(10), epoch);
        assert!(cache.get(&key(1)).is_none());
    }
}
