//! Running workers (see [`super::worker`]) within the limits of the server, and sending on what they answer.

use std::io;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::sync::{OwnedSemaphorePermit, mpsc};
use tokio::time::{Instant, sleep_until, timeout};

use super::refusal::Refusal;
use super::worker::{Head, Task, Work};
use super::{Reading, State};

/// How many bytes of an answer are sent on at a time.
const PIECE: usize = 64 << 10;
/// The number of the signal with which a process ends itself.
#[cfg(unix)]
const SIGABRT: i32 = 6;

/// How many pieces may wait for a slow client.
const WAITING: usize = 4;

/// A worker at work; it is ended when this goes.
struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
    /// Held open while it is to go on: it ends when this does, also where this process is killed.
    input: Option<ChildStdin>,
    deadline: Instant,
    _turn: OwnedSemaphorePermit,
    /// Held for the files that the worker reads.
    _reading: Arc<Reading>,
}

/// Has a worker do something; answers with what it says, which comes once it is whole.
///
/// # Errors
/// 503 when there is no turn within the time of a query (with `Retry-After`), when the work takes too long or too much memory, or when
/// the server stops; 400 when a query is nested too deeply; and what the worker says is wrong.
pub(super) async fn run(state: &Arc<State>, reading: Arc<Reading>, work: Work) -> Result<Response, Refusal> {
    let options = state.options();
    let Ok(Ok(turn)) = timeout(options.query_time, state.turns.clone().acquire_owned()).await else {
        let text = format!("{} queries are running and none has ended in time; ask again later", options.queries);
        return Err(
            Refusal::unavailable(text).with(header::RETRY_AFTER, options.query_time.as_secs().max(1).to_string())
        );
    };
    let (memory, size, seconds) = (options.memory, options.result_size, options.query_time.as_secs() + 2);
    let task = Task { work, memory, size, seconds };
    let mut running = start(state, turn, reading).map_err(|e| {
        Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, format!("no process can be started for the query: {e}"))
    })?;
    let head = tokio::select! {
        biased;
        () = state.stopped() => return Err(Refusal::unavailable("the server is being stopped")),
        () = sleep_until(running.deadline) => return Err(too_long(state)),
        head = hand_over(&mut running, &task) => head,
    };
    let Some(head) = head else {
        return Err(death(&mut running, state).await);
    };
    // The answer is there: whoever asked has as long again to take it.
    running.deadline = Instant::now() + options.query_time;
    let media_type = match head.media_type.starts_with("text/") {
        true => format!("{}; charset=utf-8", head.media_type),
        false => head.media_type,
    };
    let (tx, rx) = mpsc::channel(WAITING);
    tokio::spawn(send_on(running, state.clone(), tx));
    // Compression asks again after the end.
    let pieces = stream::unfold(rx, async |mut rx| rx.recv().await.map(|piece| (piece, rx))).fuse();
    let body = Body::from_stream(pieces);
    let status = StatusCode::from_u16(head.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    if let Ok(media_type) = media_type.parse() {
        headers.insert(header::CONTENT_TYPE, media_type);
    }
    headers.insert(header::VARY, HeaderValue::from_static("accept"));
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    Ok(response)
}

fn start(state: &State, turn: OwnedSemaphorePermit, reading: Arc<Reading>) -> io::Result<Running> {
    let mut command = Command::new(&state.options().program);
    command.arg("answer").env_remove("VIETGRAPH_TOKEN").kill_on_drop(true);
    // What the allocator sets aside without need would count as memory that the query took; and of its arenas it uses what it could
    // not get.
    command.env("MIMALLOC_DISALLOW_ARENA_ALLOC", "1").env("MIMALLOC_EAGER_COMMIT", "0");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let out = child.stdout.take().ok_or_else(|| io::Error::other("it has no output"))?;
    let out = BufReader::with_capacity(PIECE, out);
    let deadline = Instant::now() + state.options().query_time;
    let input = child.stdin.take();
    Ok(Running { child, out, input, deadline, _turn: turn, _reading: reading })
}

/// Gives a worker its task and reads how its answer begins; none when it died before.
async fn hand_over(running: &mut Running, task: &Task) -> Option<Head> {
    let task = serde_json::to_vec(task).ok()?;
    let input = running.input.as_mut()?;
    input.write_all(&task).await.ok()?;
    input.write_all(b"\n").await.ok()?;
    let mut line = Vec::new();
    running.out.read_until(b'\n', &mut line).await.ok()?;
    serde_json::from_slice(&line).ok()
}

/// Sends on what a worker writes until it is done; a client whose answer is not whole finds it broken off.
async fn send_on(mut running: Running, state: Arc<State>, to: mpsc::Sender<io::Result<Bytes>>) {
    let done = tokio::select! {
        biased;
        () = state.stopped() => Err(io::Error::other("the server is being stopped")),
        () = sleep_until(running.deadline) => Err(io::Error::other("the answer was not taken in time")),
        () = to.closed() => return,
        done = copy(&mut running, &to) => done,
    };
    // The worker ends and its turn is free, also where the client still has not taken the last piece.
    drop(running);
    if let Err(reason) = done {
        let _ = to.send(Err(reason)).await;
    }
}

async fn copy(running: &mut Running, to: &mpsc::Sender<io::Result<Bytes>>) -> io::Result<()> {
    loop {
        let mut piece = vec![0; PIECE];
        let length = running.out.read(&mut piece).await?;
        if length == 0 {
            break;
        }
        piece.truncate(length);
        to.send(Ok(piece.into())).await.map_err(io::Error::other)?;
    }
    match running.child.wait().await?.success() {
        true => Ok(()),
        false => Err(io::Error::other("the query failed on its way")),
    }
}

fn too_long(state: &State) -> Refusal {
    let seconds = state.options().query_time.as_secs();
    let remedy = "ask for less, for example with LIMIT or a more specific pattern, or start the server with a longer --query-time";
    Refusal::unavailable(format!("the query was stopped after {seconds} seconds; {remedy}"))
}

/// Why a worker died before it said anything.
async fn death(running: &mut Running, state: &State) -> Refusal {
    let mut said = Vec::new();
    if let Some(errors) = running.child.stderr.take() {
        // It is dead: its last words are all there, and they are few.
        let _ = errors.take(4096).read_to_end(&mut said).await;
    }
    let said = String::from_utf8_lossy(&said);
    let ended = running.child.wait().await;
    if said.contains("overflowed its stack") {
        return Refusal::bad("the query is nested too deeply; write it with fewer brackets or branches");
    }
    if lacked_memory(&said, ended.as_ref().ok()) {
        let memory = state.options().memory / 1_000_000;
        let remedy = "ask for less, or start the server with more --query-memory";
        return Refusal::unavailable(format!("the query needed more than {memory} MB of memory; {remedy}"));
    }
    let ended = ended.map_or_else(|e| e.to_string(), |status| status.to_string());
    let last = said.lines().last().unwrap_or_default();
    Refusal::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        format!("the query's process ended without an answer: {ended} {last}"),
    )
}

/// Whether a worker died because it had no more memory: it says so, or it is the database, whose `new` aborts without a word.
fn lacked_memory(said: &str, ended: Option<&ExitStatus>) -> bool {
    #[cfg(unix)]
    let aborted = ended.and_then(std::os::unix::process::ExitStatusExt::signal) == Some(SIGABRT);
    #[cfg(not(unix))]
    let aborted = false;
    let told = ["memory allocation", "bad_alloc", "terminate called", "failed to spawn"];
    told.iter().any(|words| said.contains(words)) || aborted && said.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_worker_that_aborts_without_a_word_lacked_memory() {
        let [aborted, killed] = [SIGABRT, 9].map(std::os::unix::process::ExitStatusExt::from_raw);
        assert!(lacked_memory("", Some(&aborted)) && lacked_memory("\n", Some(&aborted)), "the database has no words");
        assert!(lacked_memory("memory allocation of 8 bytes failed", Some(&aborted)));
        assert!(!lacked_memory("thread 'main' panicked", Some(&aborted)), "it says what it died of");
        assert!(!lacked_memory("", Some(&killed)) && !lacked_memory("", None), "somebody else ended it");
    }
}
