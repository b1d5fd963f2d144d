//! Limits by rate: so many requests a second for each token or client, so many wrong tokens a minute.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Callers that are remembered; when there are more, those who have their whole allowance are forgotten.
const REMEMBERED: usize = 10_000;

/// A bucket for each caller: a request takes one token out, time puts them back.
#[derive(Debug)]
pub(crate) struct Buckets<K> {
    /// Tokens a second.
    rate: f64,
    /// Most tokens in a bucket.
    burst: f64,
    buckets: Mutex<HashMap<K, Bucket>>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    tokens: f64,
    at: Instant,
}

impl<K: Hash + Eq> Buckets<K> {
    pub(crate) fn new(rate: f64, burst: f64) -> Self {
        Self { rate, burst, buckets: Mutex::default() }
    }

    /// Takes one out.
    ///
    /// # Errors
    ///
    /// How long to wait until there is one.
    pub(crate) fn take(&self, key: K) -> Result<(), Duration> {
        self.change(key, Instant::now(), 1.0)
    }

    /// Whether there is one, without taking it.
    ///
    /// # Errors
    ///
    /// How long to wait until there is one.
    pub(crate) fn look(&self, key: K) -> Result<(), Duration> {
        self.change(key, Instant::now(), 0.0)
    }

    fn change(&self, key: K, now: Instant, cost: f64) -> Result<(), Duration> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= REMEMBERED && !buckets.contains_key(&key) {
            buckets.retain(|_, bucket| self.filled(*bucket, now) < self.burst);
            if buckets.len() >= REMEMBERED {
                // So many callers at once: better to refuse the next than to forget one that is at its limit.
                return Err(Duration::from_secs(1));
            }
        }
        let known = buckets.get(&key).copied();
        let tokens = known.map_or(self.burst, |bucket| self.filled(bucket, now));
        if tokens < 1.0 {
            return Err(Duration::from_secs_f64((1.0 - tokens) / self.rate));
        }
        if cost > 0.0 {
            buckets.insert(key, Bucket { tokens: tokens - cost, at: now });
        }
        Ok(())
    }

    fn filled(&self, bucket: Bucket, now: Instant) -> f64 {
        let since = now.saturating_duration_since(bucket.at).as_secs_f64();
        (bucket.tokens + since * self.rate).min(self.burst)
    }
}

/// Whole seconds to wait, at least one.
pub(crate) fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0 || wait.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let buckets = Buckets::new(2.0, 3.0);
        let now = Instant::now();
        for _ in 0..3 {
            assert!(buckets.change("a", now, 1.0).is_ok());
        }
        assert_eq!(buckets.change("a", now, 1.0), Err(Duration::from_millis(500)));
        assert!(buckets.change("b", now, 1.0).is_ok());
        assert!(buckets.change("a", now + Duration::from_millis(500), 1.0).is_ok());
        assert!(buckets.change("a", now + Duration::from_millis(500), 0.0).is_err());
    }

    #[test]
    fn the_number_of_callers_is_bounded() {
        let buckets = Buckets::new(1.0, 2.0);
        let now = Instant::now();
        for caller in 0..REMEMBERED {
            assert!(buckets.change(caller, now, 1.0).is_ok());
        }
        assert!(buckets.change(REMEMBERED, now, 1.0).is_err());
        assert!(buckets.change(REMEMBERED, now + Duration::from_secs(1), 1.0).is_ok());
        assert_eq!(buckets.buckets.lock().unwrap().len(), 1);
    }

    #[test]
    fn waits_are_told_in_whole_seconds() {
        let waits = [0, 1, 999, 1000, 1001].map(|millis| seconds(Duration::from_millis(millis)));
        assert_eq!(waits, [1, 1, 1, 1, 2]);
    }
}
