//! How many bytes may be under way: what is heavy waits for room.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Room for a number of bytes, shared by who takes it and who gives it back.
#[derive(Debug)]
pub(crate) struct Budget {
    room: u64,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    taken: u64,
    closed: bool,
}

impl Budget {
    /// Room for so many bytes.
    pub(crate) fn new(room: u64) -> Self {
        Self { room, state: Mutex::default(), changed: Condvar::new() }
    }

    /// Waits until there is room for `bytes`, and takes it. What is larger than all the room goes alone. `false` when
    /// the budget was closed.
    pub(crate) fn take(&self, bytes: u64) -> bool {
        let mut state = self.state();
        while !state.closed && state.taken > 0 && state.taken.saturating_add(bytes) > self.room {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.taken = state.taken.saturating_add(bytes);
        !state.closed
    }

    /// Gives back what was taken.
    pub(crate) fn give(&self, bytes: u64) {
        let mut state = self.state();
        state.taken = state.taken.saturating_sub(bytes);
        self.changed.notify_all();
    }

    /// Lets nobody wait any longer; what this gives back closes the budget when it is dropped.
    pub(crate) fn closing(&self) -> Closing<'_> {
        Closing(self)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A count is whole whoever broke off while holding it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Closes a budget when it goes, so that no thread waits for room that nobody will give back.
#[derive(Debug)]
pub(crate) struct Closing<'a>(&'a Budget);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.state().closed = true;
        self.0.changed.notify_all();
    }
}
