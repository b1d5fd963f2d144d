//! Ctrl-C: the first asks the run to stop, the second ends the process.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::failure::Failure;

static ASKED: AtomicBool = AtomicBool::new(false);
/// A temporary file that must not outlive the process.
static LEFTOVER: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Watches for Ctrl-C (and a request to terminate) from here on.
///
/// `ctrlc` rather than a raw signal hook: it hands the signal to a thread of its own, so that the handler may take a
/// lock and remove a file, and it works the same on Windows.
pub(crate) fn watch() -> Result<(), Failure> {
    ctrlc::set_handler(|| {
        if ASKED.swap(true, Ordering::SeqCst) {
            if let Some(file) = LEFTOVER.lock().ok().and_then(|mut leftover| leftover.take()) {
                // Nothing is left to tell about it: the process ends here.
                let _ = std::fs::remove_file(file);
            }
            std::process::exit(130);
        }
    })
    .map_err(|e| Failure::caused("cannot watch for Ctrl-C", e))
}

/// Whether the user asked to stop.
pub(crate) fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}

/// Names the temporary file that a second Ctrl-C has to remove.
pub(crate) fn guard_file(file: Option<&Path>) {
    if let Ok(mut leftover) = LEFTOVER.lock() {
        *leftover = file.map(Path::to_path_buf);
    }
}
