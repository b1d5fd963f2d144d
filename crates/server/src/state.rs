use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};
use wirecopy_archive::Archive;
use wirecopy_parse::Parser;

use crate::access::{Known, Scope, Tokens};
use crate::cache::{Cache, Key, Rendered};
use crate::http::guard::Caller;
use crate::http::rate::Buckets;
use crate::imports::Imports;
use crate::metrics::Metrics;
use crate::options::Options;
use crate::problem::Problem;
use crate::shelf::Shelf;

/// What every request works with. Cheap to clone.
#[derive(Debug, Clone)]
pub struct AppState {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    parser: Parser,
    explainer: Parser,
    archive: Option<Archive>,
    shelf: Option<Shelf>,
    options: Options,
    workers: Semaphore,
    requests: Semaphore,
    exports: Arc<Semaphore>,
    metrics: Metrics,
    cache: Arc<Cache>,
    imports: Imports,
    tokens: Tokens,
    callers: Buckets<Caller>,
    guesses: Buckets<u128>,
}

/// Wrong tokens that one address may try at once, and then in a minute.
const GUESSES: f64 = 10.0;

impl AppState {
    /// A state over an archive; without one, only what needs none is answered.
    #[must_use]
    pub fn new(archive: Option<Archive>, options: Options) -> Self {
        let parser = Parser::builder().max_input(options.max_body);
        let workers = Semaphore::new(options.workers);
        let requests = Semaphore::new(options.max_requests);
        let rate = f64::from(options.rate.max(1));
        let inner = Inner {
            explainer: parser.clone().explain(true).build(),
            parser: parser.build(),
            shelf: archive.clone().map(Shelf::new),
            archive,
            workers,
            requests,
            exports: Arc::new(Semaphore::new(options.max_exports)),
            metrics: Metrics::default(),
            cache: Arc::new(Cache::new(options.cache_bytes)),
            imports: Imports::default(),
            tokens: Tokens::default(),
            // Two seconds' worth at once: a page with its parts is one breath.
            callers: Buckets::new(rate, rate * 2.0),
            guesses: Buckets::new(GUESSES / 60.0, GUESSES),
            options,
        };
        Self { inner: Arc::new(inner) }
    }

    /// The parser of documents that come in.
    #[must_use]
    pub fn parser(&self) -> &Parser {
        &self.inner.parser
    }

    /// The same, keeping its reasons: for the source view.
    #[must_use]
    pub fn explainer(&self) -> &Parser {
        &self.inner.explainer
    }

    /// The archive, to show things of.
    ///
    /// # Errors
    ///
    /// The problem to answer with when there is none.
    pub(crate) fn archive(&self) -> Result<&Shelf, Problem> {
        self.inner.shelf.as_ref().ok_or_else(no_archive)
    }

    /// The archive, to write to.
    ///
    /// # Errors
    ///
    /// The problem to answer with when there is none.
    pub(crate) fn writable(&self) -> Result<&Archive, Problem> {
        self.inner.archive.as_ref().ok_or_else(no_archive)
    }

    /// Limits and rules.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.inner.options
    }

    /// Room for one more request; `None` when there is none.
    pub(crate) fn room(&self) -> Option<SemaphorePermit<'_>> {
        self.inner.requests.try_acquire().ok()
    }

    /// A place for an export, held as long as it runs; `None` when all are taken.
    pub(crate) fn export_place(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.inner.exports).try_acquire_owned().ok()
    }

    /// Articles as they were last rendered.
    pub(crate) fn cache(&self) -> &Cache {
        &self.inner.cache
    }

    /// The same, for the thread that writes.
    pub(crate) fn cache_handle(&self) -> Arc<Cache> {
        Arc::clone(&self.inner.cache)
    }

    /// The way to the one who writes.
    pub(crate) fn imports(&self) -> &Imports {
        &self.inner.imports
    }

    /// Who asked how much.
    pub(crate) fn callers(&self) -> &Buckets<Caller> {
        &self.inner.callers
    }

    /// Who tried wrong tokens.
    pub(crate) fn guesses(&self) -> &Buckets<u128> {
        &self.inner.guesses
    }

    /// The tokens that are known.
    pub(crate) async fn tokens(&self) -> Result<Arc<Vec<Known>>, Problem> {
        if let Some(known) = self.inner.tokens.fresh() {
            return Ok(known);
        }
        self.work(|state| {
            let known = match &state.inner.archive {
                Some(archive) => known_tokens(archive)?,
                None => Vec::new(),
            };
            Ok(state.inner.tokens.set(known))
        })
        .await
    }

    /// The counters.
    pub(crate) fn metrics(&self) -> &Metrics {
        &self.inner.metrics
    }

    /// Finishes what was begun: called once, when no request is left.
    pub(crate) async fn finish(&self) {
        // Each worker gives its place back when it is done.
        let all = u32::try_from(self.inner.options.workers).unwrap_or(u32::MAX);
        let _ = tokio::time::timeout(self.inner.options.grace, self.inner.workers.acquire_many(all)).await;
        let state = self.clone();
        let _ = tokio::task::spawn_blocking(move || state.imports().finish()).await;
    }

    /// The answer to what was asked for: as it is kept, or else made as [`work`](Self::work) and kept.
    pub(crate) async fn rendered<F>(&self, key: Key, make: F) -> Result<Arc<Rendered>, Problem>
    where
        F: FnOnce(&Self) -> Result<Rendered, Problem> + Send + 'static,
    {
        if let Some(rendered) = self.cache().get(&key) {
            return Ok(rendered);
        }
        self.work(move |state| {
            let epoch = state.cache().epoch();
            let rendered = Arc::new(make(state)?);
            state.cache().put(key, Arc::clone(&rendered), epoch);
            Ok(rendered)
        })
        .await
    }

    /// Runs work that takes a while, parsing or a search, beside the threads that serve connections.
    ///
    /// No more than [`Options::workers`] run at one time; the others wait here, within the time of their request. Work
    /// that has begun goes on when its client is gone.
    ///
    /// # Errors
    ///
    /// What the work says, or `internal` when it panicked.
    pub async fn work<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&Self) -> Result<T, Problem> + Send + 'static,
    {
        let state = self.clone();
        let inner = Arc::clone(&self.inner);
        // The semaphore is never closed.
        let permit = inner.workers.acquire().await.map_err(|e| Problem::internal("no worker", &e))?;
        permit.forget();
        let done = tokio::task::spawn_blocking(move || {
            let _returned = Returned(&state);
            work(&state)
        });
        done.await.map_err(|e| Problem::internal("the work broke off", &e))?
    }
}

fn no_archive() -> Problem {
    Problem::new("unavailable")
        .detail("this server has no archive")
        .help("start it with --archive DIR, or with a folder of articles")
}

/// Gives a worker's place back, also when the work panics.
struct Returned<'a>(&'a AppState);

impl Drop for Returned<'_> {
    fn drop(&mut self) {
        self.0.inner.workers.add_permits(1);
    }
}

/// The tokens of an archive. A scope that this version does not know gives nothing.
fn known_tokens(archive: &Archive) -> Result<Vec<Known>, Problem> {
    let known = archive.tokens()?.into_iter().map(|token| Known {
        hash: token.hash,
        scopes: token.scopes.split(' ').filter_map(Scope::from_word).collect(),
        expires: token.expires,
    });
    Ok(known.collect())
}
