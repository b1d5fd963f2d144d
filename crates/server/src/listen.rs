//! Connections: accepted, limited in number and patience, and finished when the server is asked to stop.

mod stall;

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::ServiceExt;

use crate::app::app;
use crate::http::peer::Peer;
use crate::state::AppState;
use stall::Stall;

/// Largest header of a request, all its lines together, in bytes.
const MAX_HEADER: usize = 32 << 10;

/// Wait after the system refused a connection, most often for want of file descriptors.
const AFTER_REFUSAL: Duration = Duration::from_millis(100);

/// Serves connections on a listener until `stop` is done, then finishes what was begun.
///
/// A client has [`Options::header_timeout`](crate::Options::header_timeout) to say what it wants, and may not let an answer
/// lie for longer than [`Options::write_timeout`](crate::Options::write_timeout): neither can hold a connection for ever.
///
/// # Errors
///
/// None at present: a connection that fails ends alone.
pub async fn serve(listener: TcpListener, state: AppState, stop: impl Future<Output = ()>) -> io::Result<()> {
    let options = state.options().clone();
    let room = Arc::new(Semaphore::new(options.max_connections));
    let (stopping, stopped) = watch::channel(());
    let router = app(state.clone());
    let mut stop = pin!(stop);
    loop {
        let permit = tokio::select! {
            () = &mut stop => break,
            permit = Arc::clone(&room).acquire_owned() => permit.map_err(io::Error::other)?,
        };
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => {
                let connection = Connection { router: router.clone(), state: state.clone(), peer, permit };
                tokio::spawn(connection.serve(stream, stopped.clone()));
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(AFTER_REFUSAL).await;
            }
        }
    }
    // New connections are refused by the system from here on.
    drop(listener);
    tracing::info!("stopping");
    drop(stopping);
    let all = u32::try_from(options.max_connections).unwrap_or(u32::MAX);
    if tokio::time::timeout(options.grace, room.acquire_many(all)).await.is_err() {
        tracing::warn!(grace = options.grace.as_secs(), "connections were cut that did not end in time");
    }
    state.finish().await;
    Ok(())
}

struct Connection {
    router: Router,
    state: AppState,
    peer: SocketAddr,
    /// Held as long as the connection is open.
    permit: OwnedSemaphorePermit,
}

impl Connection {
    async fn serve(self, stream: TcpStream, mut stopped: watch::Receiver<()>) {
        let Self { router, state, peer, permit } = self;
        let _permit = permit;
        let _open = Open::new(&state);
        // Answers are written whole: waiting for more only delays them.
        let _ = stream.set_nodelay(true);
        let options = state.options();
        let io = TokioIo::new(Stall::new(stream, options.write_timeout));
        let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(Peer(peer.ip()));
            router.clone().oneshot(request)
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(options.header_timeout)
            .max_buf_size(MAX_HEADER)
            .serve_connection(io, service);
        let mut connection = pin!(connection);
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            // The sender is dropped when the server is to stop: the request under way is still answered.
            _ = stopped.changed() => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection broke off");
        }
    }
}

/// Counts a connection as open.
struct Open<'s>(&'s AppState);

impl<'s> Open<'s> {
    fn new(state: &'s AppState) -> Self {
        state.metrics().connections.fetch_add(1, Relaxed);
        Self(state)
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.metrics().connections.fetch_sub(1, Relaxed);
    }
}

/// Binds an address and serves on it, in threads of its own, until Ctrl-C or a request to terminate. `bound` is told the
/// address, with the port that the system chose where 0 was asked for.
///
/// # Errors
///
/// When the address cannot be bound, or threads cannot be had.
pub fn run(address: SocketAddr, state: AppState, bound: impl FnOnce(SocketAddr)) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_name("wirecopy-http")
        // Each search or export holds one; what is over it waits before.
        .max_blocking_threads(state.options().workers + state.options().max_exports + 8)
        .build()?;
    let grace = state.options().grace;
    let done = runtime.block_on(async {
        let listener = TcpListener::bind(address).await?;
        bound(listener.local_addr()?);
        serve(listener, state, stop_signal()).await
    });
    runtime.shutdown_timeout(grace);
    done
}

/// Done when the user presses Ctrl-C or the system asks the process to end.
pub async fn stop_signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
