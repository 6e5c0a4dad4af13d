//! The server: the SPARQL endpoint, the JSON API and the explorer's page, from one store, by one process.
//!
//! A server reads a snapshot of its store (see [`crate::store::snapshot`]) and takes a new one when a build is done, so that
//! neither waits for the other. Each query runs in a process of its own (see [`worker`]): one that takes too long, or too much, is
//! ended with its process.

mod api;
mod assets;
mod description;
mod entity;
mod form;
mod graph_store;
mod guard;
mod known;
mod limits;
mod listen;
mod negotiate;
mod refusal;
mod runner;
mod sites;
mod sparql;
mod state;
pub mod worker;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

pub use self::assets::single;
use self::refusal::Refusal;
pub use self::sites::{Readers, host_name};
pub use self::state::{LANGUAGES, Reading, State};
use crate::error::{Error, Result};

/// What a server may do, and how much of it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the store.
    pub dir: PathBuf,
    /// The program that is run to answer a query: `vietgraph` itself.
    pub program: PathBuf,
    /// Where it listens.
    pub bind: SocketAddr,
    /// How long a query may run.
    pub query_time: Duration,
    /// How many bytes of memory a query may take.
    pub memory: u64,
    /// How many bytes an answer of the endpoint may have; it is kept on a disk until it is whole.
    pub result_size: u64,
    /// How many bytes a request may have.
    pub body_size: usize,
    /// How many queries may run at a time; others wait for their turn.
    pub queries: usize,
    /// Which pages of other sites may read its answers.
    pub readers: Readers,
    /// The names it is called by beside those of this machine; with none, and where other machines reach it, it is called anything.
    pub hosts: Vec<String>,
    /// The token that allows updates; without one they are refused.
    pub token: Option<String>,
}

/// Serves a store until the process is told to stop; `ready` is called once it listens, with the address and whether no build can
/// begin meanwhile.
///
/// # Errors
/// [`Error::Store`] when the store cannot be read, [`Error::Output`] when the address cannot be listened at.
pub fn run(options: Options, ready: impl FnOnce(SocketAddr, bool) + Send) -> Result<()> {
    let state = Arc::new(State::new(options)?);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|e| unusable(&state, &e))?;
    let done = runtime.block_on(serve(state.clone(), ready));
    // Queries that still run are told to end; nobody waits for them.
    state.stop();
    runtime.shutdown_timeout(Duration::from_secs(2));
    done
}

async fn serve(state: Arc<State>, ready: impl FnOnce(SocketAddr, bool)) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(state.options().bind).await.map_err(|e| unusable(&state, &e))?;
    let address = listener.local_addr().map_err(|e| unusable(&state, &e))?;
    tokio::spawn(state::follow(state.clone()));
    let (stop, stopping) = (told_to_stop().map_err(|e| unusable(&state, &e))?, state.clone());
    tokio::spawn(async move {
        stop.await;
        stopping.stop();
    });
    ready(address, state.reading().store.keeps_builds_out());
    listen::serve(listener, router(state.clone()), &state).await;
    Ok(())
}

/// All that the server answers.
pub fn router(state: Arc<State>) -> Router {
    let routes = Router::new()
        .merge(assets::routes())
        .merge(api::routes())
        .merge(entity::routes())
        .merge(sparql::routes())
        .merge(graph_store::routes())
        .merge(description::routes())
        .fallback(nothing)
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::new());
    sites::guarded(routes, &state).with_state(state)
}

async fn nothing() -> Refusal {
    Refusal::new(
        StatusCode::NOT_FOUND,
        "there is nothing at this address; / is the explorer, /sparql the endpoint, /api/openapi.json tells of the API",
    )
}

/// Comes to its end with SIGTERM or Ctrl-C, which are heard from now on.
#[cfg(unix)]
fn told_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminated, mut interrupted) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! { _ = terminated.recv() => {}, _ = interrupted.recv() => {} }
    })
}

/// Comes to its end with Ctrl-C.
#[cfg(not(unix))]
fn told_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async { drop(tokio::signal::ctrl_c().await) })
}

fn unusable(state: &State, error: &std::io::Error) -> Error {
    let reason = format!("{error}; choose another address with --bind");
    Error::Output { path: state.options().bind.to_string().into(), reason }
}
