//! Turns, and what becomes of work that nobody waits for.

use std::time::Duration;

use super::*;
use crate::serve::{Options, Readers};
use crate::store::{Store, patience};

struct Served {
    dir: tempfile::TempDir,
    state: Arc<State>,
}

fn served() -> Served {
    let dir = tempfile::tempdir().expect("a temporary folder");
    drop(Store::create(dir.path(), None).expect("a new store"));
    let options = Options {
        dir: dir.path().to_owned(),
        program: "vietgraph".into(),
        bind: ([127, 0, 0, 1], 0).into(),
        query_time: Duration::from_secs(1),
        memory: 0,
        result_size: 0,
        body_size: 0,
        queries: 1,
        readers: Readers::Nobody,
        hosts: Vec::new(),
        token: None,
    };
    let state = Arc::new(State::new(options).expect("a store"));
    Served { dir, state }
}

fn ask(state: &Arc<State>, effort: Effort) -> Ask<()> {
    Ask { of: (), language: 0, query: String::new(), effort, state: Arc::clone(state) }
}

/// Asks for what takes for as long as somebody waits for it.
async fn endless(state: Arc<State>) -> Response {
    answer(ask(&state, Effort::Long), "", |_, ()| {
        while !patience::is_spent() {
            std::thread::sleep(Duration::from_millis(5));
        }
        Err::<(), _>(Error::GivenUp.into())
    })
    .await
}

async fn status(state: &Arc<State>, effort: Effort) -> u16 {
    answer(ask(state, effort), "", |_, ()| Ok("told")).await.status().as_u16()
}

/// Takes all the turns of what may take long.
async fn all_taken(state: &Arc<State>) -> Vec<tokio::task::JoinHandle<Response>> {
    let all = state.long.available_permits();
    let asked = (0..all).map(|_| tokio::spawn(endless(Arc::clone(state)))).collect();
    while state.long.available_permits() > 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    asked
}

#[tokio::test]
async fn what_may_take_long_waits_for_its_turn_and_what_is_quick_does_not() {
    let Served { dir: _dir, state } = served();
    let asked = all_taken(&state).await;
    let wanting = {
        let state = Arc::clone(&state);
        tokio::spawn(async move { answer(ask(&state, Effort::Long), "", |_, ()| Ok("told")).await })
    };
    assert_eq!(status(&state, Effort::Quick).await, 200);
    for asked in asked {
        let answer = asked.await.expect("an answer");
        assert_eq!((answer.status().as_u16(), answer.headers()[header::RETRY_AFTER].as_bytes()), (503, &b"1"[..]));
    }
    // Its time was over before theirs ended, or it came just after.
    let _ = wanting.await.expect("an answer");
    assert_eq!(status(&state, Effort::Long).await, 200, "their turns are free again");
}

#[tokio::test]
async fn who_finds_no_turn_in_time_is_told_so() {
    let Served { dir: _dir, state } = served();
    let _held = state.long.clone().acquire_many_owned(state.long.available_permits() as u32).await;
    let answer = answer(ask(&state, Effort::Long), "", |_, ()| Ok("told")).await;
    assert_eq!(answer.status().as_u16(), 503);
    let body = axum::body::to_bytes(answer.into_body(), 1000).await.expect("a body");
    assert!(String::from_utf8_lossy(&body).contains("\"busy\""), "{body:?}");
}

#[tokio::test]
async fn a_client_that_goes_gives_its_turn_back() {
    let Served { dir: _dir, state } = served();
    for asked in all_taken(&state).await {
        asked.abort();
    }
    let begun = std::time::Instant::now();
    assert_eq!(status(&state, Effort::Long).await, 200);
    assert!(begun.elapsed() < Duration::from_millis(900), "{:?}", begun.elapsed());
}

#[test]
fn a_server_that_stops_ends_its_work_and_leaves_no_snapshot() {
    let Served { dir, state } = served();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let asked = all_taken(&state).await;
        state.stop();
        for asked in asked {
            assert_eq!(asked.await.expect("an answer").status().as_u16(), 503);
        }
    });
    runtime.shutdown_timeout(Duration::from_millis(500));
    drop(state);
    let left = std::fs::read_dir(dir.path()).expect("a folder").flatten();
    assert!(left.into_iter().all(|e| !e.file_name().to_string_lossy().starts_with(".snapshot")));
}

#[test]
fn no_id_leads_out_of_its_address() {
    assert_eq!(encoded("article/a b/c"), "article/a%20b/c");
    assert_eq!(encoded("article/../x"), "article%2F..%2Fx");
    assert_eq!(encoded("article/.."), "article%2F..");
}
