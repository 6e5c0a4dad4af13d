//! Taking connections, and letting them end.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio_io_timeout::TimeoutStream;

use super::State;

/// How long the head of a request may take, and a connection may be kept without one.
const HEAD: Duration = Duration::from_secs(30);
/// How long connections may take to end when the server is to stop.
const GRACE: Duration = Duration::from_secs(2);
/// How long to wait when no connection can be taken, as when there are too many.
const PAUSE: Duration = Duration::from_millis(100);

/// Serves until the server is to stop.
pub(super) async fn serve(listener: TcpListener, router: Router, state: &Arc<State>) {
    // Where the system does not allow more, there are fewer connections at a time.
    let _ = rlimit::increase_nofile_limit(u64::MAX);
    let open = GracefulShutdown::new();
    loop {
        let taken = tokio::select! {
            biased;
            () = state.stopped() => break,
            taken = listener.accept() => taken,
        };
        let Ok((stream, _)) = taken else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        // Answers are written in large pieces; the last one shall not wait.
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(router.clone());
        let mut connection = http1::Builder::new();
        connection.timer(TokioTimer::new()).header_read_timeout(HEAD);
        let mut stream = TimeoutStream::new(stream);
        // An answer of which nobody takes anything for so long is read by nobody.
        stream.set_write_timeout(Some(state.options().query_time));
        let connection = open.watch(connection.serve_connection(TokioIo::new(Box::pin(stream)), service));
        // A connection that fails concerns its client alone.
        tokio::spawn(async move { drop(connection.await) });
    }
    let _ = tokio::time::timeout(GRACE, open.shutdown()).await;
}
