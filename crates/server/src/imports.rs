//! The one who writes for the whole server: a thread that takes what requests bring, commits it together, and only then
//! tells each what became of it.

use std::sync::{Mutex, PoisonError, mpsc};
use std::time::Duration;

use tokio::sync::oneshot;
use wirecopy_archive::{Archive, Entry, Prepared, Writer};

use crate::problem::Problem;
use crate::state::AppState;

/// How long the archive's lock is kept after the last import: programs that import one article after the other do not take
/// it anew each time, and `wirecopy import` gets its turn.
const LINGER: Duration = Duration::from_secs(1);

/// Imports that may wait; more are told to come again.
const WAITING: usize = 64;

/// Documents that are committed together at most.
const TOGETHER: usize = 1000;

type Answer = Result<Vec<Entry>, Problem>;

/// What one request brings.
struct Job {
    documents: Vec<Arriving>,
    answer: oneshot::Sender<Answer>,
}

/// A document, prepared, with the number of entries that it will give.
pub(crate) struct Arriving {
    pub(crate) prepared: Prepared,
    pub(crate) entries: usize,
}

/// The way to the thread that writes; it is started with the first import.
#[derive(Debug, Default)]
pub(crate) struct Imports {
    thread: Mutex<Option<Thread>>,
}

#[derive(Debug)]
struct Thread {
    jobs: mpsc::SyncSender<Job>,
    handle: std::thread::JoinHandle<()>,
}

impl Imports {
    /// Imports documents; the answer comes when they are on the disk. It is written also when the one who asked is gone.
    pub(crate) async fn add(&self, state: &AppState, documents: Vec<Arriving>) -> Answer {
        let (send, answer) = oneshot::channel();
        self.send(state, Job { documents, answer: send })?;
        answer.await.map_err(|e| Problem::internal("the import broke off", &e))?
    }

    fn send(&self, state: &AppState, job: Job) -> Result<(), Problem> {
        let mut thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        if thread.as_ref().is_none_or(|thread| thread.handle.is_finished()) {
            *thread = Some(start(state)?);
        }
        let Some(thread) = thread.as_ref() else { return Err(Problem::new("internal")) };
        thread
            .jobs
            .try_send(job)
            .map_err(|_| Problem::new("overloaded").detail("too many imports are waiting").retry_after(2))
    }

    /// Waits until everything that was sent is written. Called when no request is left.
    pub(crate) fn finish(&self) {
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(Thread { jobs, handle }) = thread {
            drop(jobs);
            if handle.join().is_err() {
                tracing::error!("the thread that writes broke off");
            }
        }
    }
}

fn start(state: &AppState) -> Result<Thread, Problem> {
    let (jobs, queue) = mpsc::sync_channel(WAITING);
    let archive = state.writable()?.clone();
    let cache = state.cache_handle();
    let handle = std::thread::Builder::new()
        .name("wirecopy-import".to_owned())
        .spawn(move || write(&archive, &queue, &|| cache.clear()))
        .map_err(|e| Problem::internal("the thread that writes could not be started", &e))?;
    Ok(Thread { jobs, handle })
}

/// Takes jobs until nobody can send any more.
fn write(archive: &Archive, queue: &mpsc::Receiver<Job>, changed: &dyn Fn()) {
    while let Ok(first) = queue.recv() {
        match archive.writer() {
            Ok(writer) => {
                hold(writer, first, queue, changed);
                find_copies(archive);
            }
            Err(error) => {
                let _ = first.answer.send(Err(error.into()));
            }
        }
    }
}

/// Looks for copies in the whole archive when so much came in that holding it against the others one by one is not enough.
fn find_copies(archive: &Archive) {
    let looked = archive.dedupe_due().and_then(|due| if due { archive.dedupe().map(|_| ()) } else { Ok(()) });
    if let Err(error) = looked {
        // Somebody else writes: whoever imports next looks again.
        tracing::warn!(%error, "copies could not be looked for");
    }
}

/// Keeps the lock as long as jobs come one soon after the other. After an error the writer is given up: what it had not
/// committed is not there.
fn hold(mut writer: Writer, first: Job, queue: &mpsc::Receiver<Job>, changed: &dyn Fn()) {
    let mut next = Some(first);
    while let Some(job) = next.take() {
        let mut jobs = vec![job];
        let mut documents = jobs[0].documents.len();
        while documents < TOGETHER
            && let Ok(job) = queue.try_recv()
        {
            documents += job.documents.len();
            jobs.push(job);
        }
        if !commit(&mut writer, jobs, changed) {
            return;
        }
        next = queue.recv_timeout(LINGER).ok();
    }
    if let Err(error) = writer.finish() {
        // Everything was answered before: what the index lacks, the next writer gives it.
        tracing::warn!(%error, "the index could not be put in order");
    }
}

/// Writes jobs in one commit and answers them; `false` when the writer cannot be used any more.
fn commit(writer: &mut Writer, jobs: Vec<Job>, changed: &dyn Fn()) -> bool {
    let mut answers = Vec::with_capacity(jobs.len());
    let mut failed = None;
    for Job { documents, answer } in jobs {
        let mut expected = 0;
        for Arriving { prepared, entries } in documents {
            expected += entries;
            if failed.is_none() {
                failed = writer.add_prepared(prepared).err();
            }
        }
        answers.push((expected, answer));
    }
    let committed = match failed {
        Some(error) => Err(error),
        None => writer.commit(),
    };
    // Before anyone is answered: who was told that an article is there must not be shown what was there before.
    changed();
    match committed {
        Ok(entries) => {
            let mut entries = entries.into_iter();
            for (expected, answer) in answers {
                // Nobody listens when the client is gone: what it sent is there all the same.
                let _ = answer.send(Ok(entries.by_ref().take(expected).collect()));
            }
            true
        }
        Err(error) => {
            let problem = Problem::from(error);
            for (_, answer) in answers {
                let _ = answer.send(Err(problem.clone()));
            }
            false
        }
    }
}
