//! Processor time: what does not depend on what else the machine does.

use cpu_time::{ProcessTime, ThreadTime};

/// Processor time of this thread, in seconds.
pub(crate) fn thread() -> f64 {
    ThreadTime::now().as_duration().as_secs_f64()
}

/// Processor time of all threads of this process, in seconds.
pub(crate) fn process() -> f64 {
    ProcessTime::now().as_duration().as_secs_f64()
}
