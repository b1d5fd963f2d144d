//! Counts of tests, read from what the test runners say.

use std::ops::AddAssign;

/// Tests that passed and tests that did not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Counts {
    /// Reads the closing line of cargo-nextest, else sums those of cargo's own harness; `None` when there is none.
    ///
    /// A test that timed out or could not be started has failed, and so has one that was never reached.
    pub(crate) fn read(said: &str) -> Option<Self> {
        // Nextest shows what a failed test printed, and that may hold closing lines of any kind: only its last one counts.
        if let Some(counts) = said.lines().rev().find_map(|line| nextest(line.trim_start())) {
            return Some(counts);
        }
        let mut sum = None;
        for counts in said.lines().filter_map(harness) {
            *sum.get_or_insert_with(Self::default) += counts;
        }
        sum
    }
}

/// `Summary [   0.087s] 3 tests run: 2 passed (1 slow), 1 failed, 0 skipped`; `2/3 tests run` when it gave up early.
fn nextest(line: &str) -> Option<Counts> {
    let (_, rest) = line.strip_prefix("Summary [")?.split_once(']')?;
    let (run, outcome) = rest.split_once(" run: ")?;
    let run = run.trim_start().split(' ').next()?;
    let wanted: u32 = run.rsplit('/').next()?.parse().ok()?;
    let passed: u32 = outcome
        .split(", ")
        .find_map(|part| part.split(" (").next()?.strip_suffix(" passed")?.parse().ok())
        .unwrap_or(0);
    Some(Counts { passed, failed: wanted.saturating_sub(passed) })
}

/// `test result: FAILED. 2 passed; 1 failed; 0 ignored; …`.
fn harness(line: &str) -> Option<Counts> {
    let (_, rest) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let number = |word: &str| rest.split("; ").find_map(|part| part.strip_suffix(word)?.parse().ok());
    Some(Counts { passed: number(" passed")?, failed: number(" failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: &str, passed: u32, failed: u32) {
        assert_eq!(Counts::read(said), Some(Counts { passed, failed }), "{said}");
    }

    #[test]
    fn nextest_closing_lines() {
        check("     Summary [   0.044s] 2 tests run: 2 passed, 0 skipped", 2, 0);
        check("Summary [ 1.0s] 1 test run: 1 passed, 0 skipped", 1, 0);
        check(
            "Summary [ 9.1s] 7 tests run: 4 passed (1 slow, 1 flaky), 2 failed, 1 timed out, 3 skipped",
            4,
            3,
        );
        check("Summary [ 9.1s] 3/7 tests run: 2 passed, 1 failed, 0 skipped", 2, 5);
        check("Summary [ 0.1s] 1 test run: 1 failed, 0 skipped", 0, 1);
        check("Summary [ 0.0s] 0 tests run: 0 passed, 0 skipped", 0, 0);
    }

    #[test]
    fn closing_lines_of_several_crates_are_added() {
        check(
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
             test a ... FAILED\n\
             test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s\n",
            4,
            2,
        );
    }

    #[test]
    fn what_a_failed_test_printed_is_not_counted() {
        check(
            "    test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n\
             Summary [ 0.1s] 2 tests run: 1 passed, 1 failed, 0 skipped\n\
             test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n",
            1,
            1,
        );
    }

    #[test]
    fn no_closing_line_is_not_zero_tests() {
        assert_eq!(Counts::read("error: could not compile `shop`\n"), None);
    }
}
