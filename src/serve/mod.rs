//! The server: the SPARQL endpoint, the JSON API and the explorer's page, from one store, by one process.
//!
//! A server reads a snapshot of its store (see [`crate::store::snapshot`]) and takes a new one when a build is done, so that
//! neither waits for the other. Everything that evaluates runs outside the threads that talk to clients.

mod api;
mod assets;
mod entity;
mod known;
mod state;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;

pub use self::state::{Reading, State};
use crate::error::{Error, Result};

/// What a server may do, and how much of it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the store.
    pub dir: PathBuf,
    /// Where it listens.
    pub bind: SocketAddr,
    /// How long a query may run.
    pub query_time: Duration,
    /// How many bytes an answer of the endpoint may have.
    pub result_size: u64,
    /// How many bytes a request may have.
    pub body_size: usize,
    /// How many queries may run at a time; others wait for their turn.
    pub queries: usize,
    /// The token that allows updates; without one they are refused.
    pub token: Option<String>,
}

/// Serves a store until the process is told to stop; `ready` is called with the address once it listens.
///
/// # Errors
/// [`Error::Store`] when the store cannot be read, [`Error::Output`] when the address cannot be listened at.
pub fn run(options: Options, ready: impl FnOnce(SocketAddr) + Send) -> Result<()> {
    let state = Arc::new(State::new(options)?);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|e| unusable(&state, &e))?;
    let done = runtime.block_on(serve(state.clone(), ready));
    // Queries that still run are told to end; nobody waits for them.
    state.stop();
    runtime.shutdown_timeout(Duration::from_secs(2));
    done
}

async fn serve(state: Arc<State>, ready: impl FnOnce(SocketAddr)) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(state.options().bind).await.map_err(|e| unusable(&state, &e))?;
    let address = listener.local_addr().map_err(|e| unusable(&state, &e))?;
    tokio::spawn(state::watch(state.clone()));
    ready(address);
    let router = router(state.clone());
    axum::serve(listener, router)
        .with_graceful_shutdown(told_to_stop(state.clone()))
        .await
        .map_err(|e| unusable(&state, &e))
}

/// All that the server answers.
pub fn router(state: Arc<State>) -> Router {
    Router::new().merge(api::routes()).merge(entity::routes()).merge(assets::routes()).with_state(state)
}

/// Waits for SIGTERM or Ctrl-C, then ends the queries that run.
async fn told_to_stop(state: Arc<State>) {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminated = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
        match terminated {
            Ok(mut terminated) => tokio::select! { _ = terminated.recv() => {}, _ = interrupted => {} },
            Err(_) => _ = interrupted.await,
        }
    }
    #[cfg(not(unix))]
    let _ = interrupted.await;
    state.stop();
}

fn unusable(state: &State, error: &std::io::Error) -> Error {
    let reason = format!("{error}; choose another address with --bind");
    Error::Output { path: state.options().bind.to_string().into(), reason }
}
