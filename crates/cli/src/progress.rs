//! The progress bar of a long run, on a terminal.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::inputs::{Found, Inputs};
use crate::output;
use crate::screen::Screen;
use crate::tally::{Tally, number, plural, size};

/// A run that is over sooner needs no bar.
const DELAY: Duration = Duration::from_millis(500);
/// How often the bar is drawn anew.
const EVERY: Duration = Duration::from_millis(100);

/// Says on standard error how far a run is, and lets messages pass without tearing the bar.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    total: Arc<Total>,
    begun: Instant,
    drawn: Instant,
}

/// How many inputs there are, once a walk ahead of the run has counted them.
#[derive(Default)]
struct Total {
    inputs: std::sync::OnceLock<u64>,
    over: AtomicBool,
}

impl Progress {
    /// A bar that shows itself when the run lasts; `visible` says whether anybody would see it.
    pub(crate) fn new(visible: bool, paths: &[PathBuf]) -> Self {
        let total = Arc::new(Total::default());
        if visible {
            let (total, paths) = (Arc::clone(&total), paths.to_vec());
            // Walking is far cheaper than reading, so the count is there early; the run does not wait for it.
            std::thread::spawn(move || {
                std::thread::sleep(DELAY);
                let inputs = Inputs::new(&paths, None).take_while(|_| !total.over.load(Ordering::Relaxed));
                let n = inputs.filter(|found| !matches!(found, Found::Skipped(_))).count();
                let _ = total.inputs.set(n as u64);
            });
        }
        let now = Instant::now();
        let bar = visible.then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
            bar.set_style(style(false));
            bar
        });
        Self { bar, total, begun: now, drawn: now }
    }

    /// Shows how far the run is.
    pub(crate) fn update(&mut self, tally: &Tally) {
        let Some(bar) = &self.bar else { return };
        let elapsed = self.begun.elapsed();
        if elapsed < DELAY || self.drawn.elapsed() < EVERY {
            return;
        }
        self.drawn = Instant::now();
        if bar.is_hidden() {
            bar.set_draw_target(ProgressDrawTarget::term_like(Box::new(Screen)));
        }
        let done = tally.read + tally.failed;
        let mut left = String::new();
        if let Some(&total) = self.total.inputs.get() {
            if bar.length().is_none() {
                bar.set_style(style(true));
                bar.set_length(total);
            }
            left = time_left(elapsed, done, total);
        }
        let speed =
            tally.bytes.saturating_mul(1000) / u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX).max(1);
        bar.set_message(format!(
            "{left}{}/s  {}  {} failed",
            size(speed),
            plural(tally.records.articles, "article", "articles"),
            number(tally.failed),
        ));
        bar.set_position(done);
        bar.tick();
    }

    /// Writes a message above the bar.
    pub(crate) fn note(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| output::note(text)),
            None => output::note(text),
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.total.over.store(true, Ordering::Relaxed);
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn style(total_known: bool) -> ProgressStyle {
    let plain = AutoStream::choice(&std::io::stderr()) == ColorChoice::Never;
    let template = match (total_known, plain) {
        (true, false) => "{bar:16.cyan/dim} {human_pos}/{human_len} files  {wide_msg}",
        (true, true) => "{bar:16} {human_pos}/{human_len} files  {wide_msg}",
        (false, _) => "{spinner} {human_pos} files  {wide_msg}",
    };
    // Without colour the rest of the way must differ by its shape.
    let shapes = if plain { "=> " } else { "━━─" };
    ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .progress_chars(shapes)
}

/// `1 min 20 s left`: by the files done so far, which is as good as it gets without reading ahead.
fn time_left(elapsed: Duration, done: u64, total: u64) -> String {
    let left = total.saturating_sub(done);
    if done == 0 || left == 0 {
        return String::new();
    }
    let seconds = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX).saturating_mul(left) / done / 1000;
    match seconds {
        0 => "<1 s left  ".to_owned(),
        1..60 => format!("{seconds} s left  "),
        60..3600 => format!("{} min {} s left  ", seconds / 60, seconds % 60),
        _ => format!("{} h {} min left  ", seconds / 3600, seconds % 3600 / 60),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::time_left;

    #[test]
    fn time_left_follows_the_files() {
        assert_eq!(time_left(Duration::from_secs(10), 0, 100), "");
        assert_eq!(time_left(Duration::from_secs(10), 10, 100), "1 min 30 s left  ");
        assert_eq!(time_left(Duration::from_secs(10), 100, 100), "");
        assert_eq!(time_left(Duration::from_secs(1), 90, 100), "<1 s left  ");
    }
}
