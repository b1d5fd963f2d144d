//! Ctrl-C: the first asks the run to stop, the second ends the process. A request to terminate is taken the same way.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::failure::Failure;

static ASKED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);
static SIGNAL: LazyLock<Arc<AtomicUsize>> = LazyLock::new(Arc::default);

/// Watches for Ctrl-C and a request to terminate from here on.
///
/// `signal-hook` rather than `ctrlc`: with the latter a request to terminate is heard only together with a hang-up, and a
/// run under `nohup` would end with its terminal after all.
pub(crate) fn watch() -> Result<(), Failure> {
    for signal in [SIGINT, SIGTERM] {
        // The order matters: the first signal finds the flag down and raises it, the second finds it up.
        flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&ASKED))
            .and_then(|_| flag::register(signal, Arc::clone(&ASKED)))
            .and_then(|_| {
                flag::register_usize(signal, Arc::clone(&SIGNAL), usize::try_from(signal).unwrap_or_default())
            })
            .map_err(|e| Failure::caused("cannot watch for Ctrl-C", e))?;
    }
    Ok(())
}

/// Whether the user asked to stop.
pub(crate) fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}

/// What a shell expects of a program that a signal stopped: 128 and the number of the signal, 130 for Ctrl-C.
pub(crate) fn exit_code() -> u8 {
    u8::try_from(SIGNAL.load(Ordering::Relaxed)).unwrap_or(2) + 128
}
