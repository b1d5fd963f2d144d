use std::sync::Arc;

use tokio::sync::{Semaphore, SemaphorePermit};
use wirecopy_archive::Archive;
use wirecopy_parse::Parser;

use crate::metrics::Metrics;
use crate::options::Options;
use crate::problem::Problem;

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
    options: Options,
    workers: Semaphore,
    requests: Semaphore,
    metrics: Metrics,
}

impl AppState {
    /// A state over an archive; without one, only what needs none is answered.
    #[must_use]
    pub fn new(archive: Option<Archive>, options: Options) -> Self {
        let parser = Parser::builder().max_input(options.max_body);
        let workers = Semaphore::new(options.workers);
        let requests = Semaphore::new(options.max_requests);
        let inner = Inner {
            explainer: parser.clone().explain(true).build(),
            parser: parser.build(),
            archive,
            options,
            workers,
            requests,
            metrics: Metrics::default(),
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

    /// The archive.
    ///
    /// # Errors
    ///
    /// The problem to answer with when there is none.
    pub fn archive(&self) -> Result<&Archive, Problem> {
        self.inner.archive.as_ref().ok_or_else(|| {
            Problem::new("unavailable")
                .detail("this server has no archive")
                .help("start it with --archive DIR, or with a folder of articles")
        })
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

    /// The counters.
    pub(crate) fn metrics(&self) -> &Metrics {
        &self.inner.metrics
    }

    /// Finishes what was begun: called once, when no request is left.
    pub(crate) async fn finish(&self) {
        // Each worker gives its place back when it is done.
        let all = u32::try_from(self.inner.options.workers).unwrap_or(u32::MAX);
        let _ = tokio::time::timeout(self.inner.options.grace, self.inner.workers.acquire_many(all)).await;
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

/// Gives a worker's place back, also when the work panics.
struct Returned<'a>(&'a AppState);

impl Drop for Returned<'_> {
    fn drop(&mut self) {
        self.0.inner.workers.add_permits(1);
    }
}
