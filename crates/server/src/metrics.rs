//! Figures of the running server, in the text form that Prometheus reads.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use axum::http::{Method, StatusCode};

use crate::routes::{ROUTES, find};

/// Upper bounds of the histogram of durations, in microseconds.
const BOUNDS: [u64; 12] =
    [100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000, 500_000, 2_500_000, 10_000_000];

/// Names of the classes of status, by their first digit.
const CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];

/// Counters. Their number depends on the routes alone, never on what clients ask for.
#[derive(Debug)]
pub(crate) struct Metrics {
    begun: Instant,
    /// One for each route of the table, and a last one for pages and everything else.
    routes: Vec<PerRoute>,
    in_flight: AtomicU64,
    /// Connections open now.
    pub(crate) connections: AtomicU64,
    /// Wrong tokens seen.
    pub(crate) refused_tokens: AtomicU64,
    /// Requests told to come again because of their rate.
    pub(crate) limited: AtomicU64,
}

#[derive(Debug, Default)]
struct PerRoute {
    classes: [AtomicU64; 5],
    buckets: [AtomicU64; BOUNDS.len()],
    micros: AtomicU64,
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            begun: Instant::now(),
            routes: ROUTES.iter().map(|_| PerRoute::default()).chain([PerRoute::default()]).collect(),
            in_flight: AtomicU64::new(0),
            connections: AtomicU64::new(0),
            refused_tokens: AtomicU64::new(0),
            limited: AtomicU64::new(0),
        }
    }
}

/// A request that is under way.
pub(crate) struct Counted<'m>(&'m Metrics);

impl Metrics {
    /// Counts a request in.
    pub(crate) fn begin(&self) -> Counted<'_> {
        self.in_flight.fetch_add(1, Relaxed);
        Counted(self)
    }

    /// The whole text.
    pub(crate) fn text(&self) -> String {
        let mut out = String::with_capacity(8 << 10);
        out.push_str("# HELP wirecopy_http_requests_total Requests answered.\n");
        out.push_str("# TYPE wirecopy_http_requests_total counter\n");
        for (labels, route) in self.labelled() {
            for (class, count) in CLASSES.iter().zip(&route.classes) {
                let count = count.load(Relaxed);
                if count > 0 {
                    line(
                        &mut out,
                        "wirecopy_http_requests_total",
                        &format!("{labels},status=\"{class}\""),
                        count,
                    );
                }
            }
        }
        out.push_str("# HELP wirecopy_http_request_duration_seconds Time until the answer began.\n");
        out.push_str("# TYPE wirecopy_http_request_duration_seconds histogram\n");
        for (labels, route) in self.labelled() {
            let total: u64 = route.classes.iter().map(|count| count.load(Relaxed)).sum();
            if total > 0 {
                histogram(&mut out, &labels, route, total);
            }
        }
        let gauges = [
            ("wirecopy_http_requests_in_flight", "Requests under way.", self.in_flight.load(Relaxed)),
            ("wirecopy_connections", "Connections open.", self.connections.load(Relaxed)),
            ("wirecopy_uptime_seconds", "Time since the start.", self.begun.elapsed().as_secs()),
            ("process_resident_memory_bytes", "Resident memory.", resident_bytes()),
        ];
        for (name, help, value) in gauges {
            let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}");
        }
        let counters = [
            ("wirecopy_refused_tokens_total", "Wrong tokens seen.", self.refused_tokens.load(Relaxed)),
            ("wirecopy_rate_limited_total", "Requests over their rate.", self.limited.load(Relaxed)),
        ];
        for (name, help, value) in counters {
            let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} counter\n{name} {value}");
        }
        out
    }

    fn labelled(&self) -> impl Iterator<Item = (String, &PerRoute)> {
        let names = ROUTES.iter().map(|route| (route.method.as_str(), route.path)).chain([("any", "other")]);
        let labels = names.map(|(method, path)| format!("method=\"{method}\",route=\"{path}\""));
        labels.zip(&self.routes)
    }
}

impl Counted<'_> {
    /// Counts the answer.
    pub(crate) fn end(self, method: &Method, path: Option<&str>, status: StatusCode, took: Duration) {
        let route = path.and_then(|path| find(method, path));
        let at = route.map_or(ROUTES.len(), |route| {
            ROUTES.iter().position(|other| std::ptr::eq(other, route)).unwrap_or(ROUTES.len())
        });
        let Some(route) = self.0.routes.get(at) else { return };
        let class = usize::from(status.as_u16() / 100).clamp(1, 5) - 1;
        route.classes[class].fetch_add(1, Relaxed);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        route.micros.fetch_add(micros, Relaxed);
        if let Some(bucket) = BOUNDS.iter().position(|bound| micros <= *bound) {
            route.buckets[bucket].fetch_add(1, Relaxed);
        }
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        // A client that goes away in the middle ends its request here too.
        self.0.in_flight.fetch_sub(1, Relaxed);
    }
}

fn histogram(out: &mut String, labels: &str, route: &PerRoute, total: u64) {
    const NAME: &str = "wirecopy_http_request_duration_seconds";
    let mut so_far = 0;
    for (bound, count) in BOUNDS.iter().zip(&route.buckets) {
        so_far += count.load(Relaxed);
        let seconds = Duration::from_micros(*bound).as_secs_f64();
        line(out, &format!("{NAME}_bucket"), &format!("{labels},le=\"{seconds}\""), so_far);
    }
    line(out, &format!("{NAME}_bucket"), &format!("{labels},le=\"+Inf\""), total.max(so_far));
    let seconds = Duration::from_micros(route.micros.load(Relaxed)).as_secs_f64();
    let _ = writeln!(out, "{NAME}_sum{{{labels}}} {seconds}");
    line(out, &format!("{NAME}_count"), labels, total.max(so_far));
}

fn line(out: &mut String, name: &str, labels: &str, value: u64) {
    let _ = writeln!(out, "{name}{{{labels}}} {value}");
}

/// Resident memory of this process, where the system tells it in `/proc`; else 0.
fn resident_bytes() -> u64 {
    let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return 0 };
    let kib = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    kib.and_then(|kib| kib.trim().trim_end_matches(" kB").parse::<u64>().ok()).map_or(0, |kib| kib * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_nobody_made_share_one_counter() {
        let metrics = Metrics::default();
        for path in ["/a", "/b", "/c\"\n"] {
            metrics.begin().end(&Method::GET, Some(path), StatusCode::NOT_FOUND, Duration::from_micros(200));
        }
        metrics.begin().end(&Method::HEAD, Some("/healthz"), StatusCode::OK, Duration::ZERO);
        let text = metrics.text();
        assert!(text.contains("requests_total{method=\"any\",route=\"other\",status=\"4xx\"} 3\n"), "{text}");
        assert!(
            text.contains("requests_total{method=\"GET\",route=\"/healthz\",status=\"2xx\"} 1\n"),
            "{text}"
        );
        assert!(text.contains("route=\"other\",le=\"0.0001\"} 0\n"), "{text}");
        assert!(text.contains("route=\"other\",le=\"0.00025\"} 3\n"), "{text}");
        assert!(text.contains("wirecopy_http_requests_in_flight 0\n"), "{text}");
    }
}
