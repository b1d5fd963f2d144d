//! Many at a time, answers in order.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use crate::budget::Budget;

/// Items that may be under way for each worker. More than one, so that a long document at the head of the queue does
/// not leave the other workers idle; few, so that memory is bounded by the documents in flight.
const WINDOW_PER_JOB: usize = 4;

/// How long the consumer waits before it is told that nothing came.
const IDLE: Duration = Duration::from_millis(100);

/// What the consumer of [`ordered`] is given.
#[derive(Debug)]
pub(crate) enum Event<R> {
    /// The answer to the next item.
    Done(R),
    /// Nothing came for a while: time to flush.
    Idle,
}

/// Does `work` on every item with `jobs` threads and hands the answers to `consume` in the order of the items.
///
/// A bounded number of items is in flight, and no more than `room` bytes of them as `weigh` tells, or one item that
/// alone is heavier. Room is taken in the order of the items and given back when an answer was consumed; so the item
/// that everything waits for never waits for room itself. `consume` says with `false` that it wants no more; then no new item is
/// begun and the answers that are still to come are dropped.
pub(crate) fn ordered<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    jobs: usize,
    (room, weigh): (u64, impl Fn(&T) -> u64 + Send),
    work: impl Fn(T) -> R + Sync,
    mut consume: impl FnMut(Event<R>) -> bool,
) {
    let window = jobs.saturating_mul(WINDOW_PER_JOB).max(1);
    let stopped = AtomicBool::new(false);
    // Each item travels with a channel for its one answer; the receiving ends queue up in the order of the items.
    let (answers_in, answers) = sync_channel::<(Receiver<R>, u64)>(window);
    let (items_in, queue) = sync_channel::<(T, SyncSender<R>)>(window);
    let queue = Mutex::new(queue);
    let budget = Budget::new(room);
    let (work, queue, stopped, budget) = (&work, &queue, &stopped, &budget);
    std::thread::scope(|scope| {
        let closing = budget.closing();
        scope.spawn(move || {
            for item in items {
                let (answer, receiver) = sync_channel(1);
                let weight = weigh(&item);
                let taken = !stopped.load(Ordering::Relaxed)
                    && budget.take(weight)
                    && answers_in.send((receiver, weight)).is_ok()
                    && items_in.send((item, answer)).is_ok();
                if !taken {
                    return;
                }
            }
        });
        for _ in 0..jobs {
            scope.spawn(move || {
                // The lock is held while waiting for an item, never while working on one.
                while let Some((item, answer)) = queue.lock().ok().and_then(|queue| queue.recv().ok()) {
                    if !stopped.load(Ordering::Relaxed) {
                        // The consumer may have gone; then nobody wants the answer.
                        let _ = answer.send(work(item));
                    }
                }
            });
        }
        while let Ok((answer, weight)) = answers.recv() {
            let answer = loop {
                match answer.recv_timeout(IDLE) {
                    Ok(answer) => break Some(answer),
                    Err(RecvTimeoutError::Disconnected) => break None,
                    Err(RecvTimeoutError::Timeout) => {
                        if !consume(Event::Idle) {
                            break None;
                        }
                    }
                }
            };
            if !answer.is_some_and(|answer| consume(Event::Done(answer))) {
                stopped.store(true, Ordering::Relaxed);
                break;
            }
            budget.give(weight);
        }
        drop((answers, closing));
    });
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

    use super::{Event, WINDOW_PER_JOB, ordered};

    /// Items that weigh nothing.
    const FEATHERS: (u64, fn(&usize) -> u64) = (0, |_| 0);

    #[test]
    fn heavy_items_wait_for_room_and_the_heaviest_go_alone() {
        // Every tenth item is heavier than all the room there is.
        let weight = |n: &u64| if n.is_multiple_of(10) { 500 } else { 30 };
        let (inside, heaviest) = (AtomicU64::new(0), AtomicU64::new(0));
        let mut got = Vec::new();
        let work = |n: u64| {
            heaviest.fetch_max(inside.fetch_add(weight(&n), Ordering::SeqCst) + weight(&n), Ordering::SeqCst);
            std::thread::sleep(std::time::Duration::from_micros((n * 7919) % 300));
            n
        };
        ordered(0..200, 8, (100, weight), work, |event| {
            if let Event::Done(n) = event {
                let before = inside.fetch_sub(weight(&n), Ordering::SeqCst);
                assert!(before <= 100 || before == 500, "{before} under way");
                got.push(n);
            }
            true
        });
        assert_eq!(got, (0..200).collect::<Vec<u64>>());
        assert_eq!(heaviest.into_inner(), 500);
    }

    #[test]
    fn a_run_that_ends_early_frees_who_waits_for_room() {
        let mut seen = 0;
        ordered(
            0..100_u64,
            2,
            (1, |_: &u64| 1),
            |n| n,
            |event| {
                seen += u32::from(matches!(event, Event::Done(_)));
                false
            },
        );
        assert!(seen <= 1);
    }

    #[test]
    fn answers_come_in_order_at_any_number_of_jobs() {
        for jobs in [1, 2, 8] {
            let mut got = Vec::new();
            let uneven = |n: usize| {
                std::thread::sleep(std::time::Duration::from_micros((n as u64 * 7919) % 300));
                n * 2
            };
            ordered(0..200, jobs, FEATHERS, uneven, |event| {
                if let Event::Done(answer) = event {
                    got.push(answer);
                }
                true
            });
            assert_eq!(got, (0..200).map(|n| n * 2).collect::<Vec<usize>>(), "{jobs} jobs");
        }
    }

    #[test]
    fn only_a_window_of_items_is_in_flight() {
        let begun = AtomicUsize::new(0);
        let mut done = 0;
        let items = (0..500).inspect(|_| {
            begun.fetch_add(1, Ordering::SeqCst);
        });
        ordered(
            items,
            2,
            FEATHERS,
            |n: usize| n,
            |event| {
                if let Event::Done(_) = event {
                    done += 1;
                    std::thread::sleep(std::time::Duration::from_micros(50));
                    // Beyond the two queues: one in the feeder's hand, one with each worker, one here.
                    let in_flight = begun.load(Ordering::SeqCst) - done;
                    assert!(in_flight <= 2 * WINDOW_PER_JOB + 4, "{in_flight} in flight");
                }
                true
            },
        );
        assert_eq!(done, 500);
    }

    #[test]
    fn a_consumer_that_stops_ends_the_run() {
        let mut seen = 0;
        ordered(
            0..1_000_000_u32,
            4,
            (1, |_: &u32| 1),
            |n| n,
            |event| {
                seen += u32::from(matches!(event, Event::Done(_)));
                seen < 10
            },
        );
        assert_eq!(seen, 10);
    }
}
