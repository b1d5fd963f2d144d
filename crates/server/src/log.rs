use tracing_subscriber::EnvFilter;

/// Starts the log: JSON, one event a line, on standard error. Requests are told at level `info`, without their query and
/// headers, so that neither what people look for nor a token stands in it. Does nothing when a log was started before.
pub fn start(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt().json().flatten_event(true).with_writer(std::io::stderr);
    let _ = log.with_env_filter(filter).with_target(false).try_init();
}
