//! What all requests share: the store as it was last built, and whether the server is to stop.

use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, UNIX_EPOCH};

use tokio::sync::{Semaphore, watch};

use super::Options;
use super::known::Known;
use crate::error::Result;
use crate::store::snapshot::{Stamp, stamp};
use crate::store::{Store, read};
use crate::view::View;
use crate::view::search::ShortForms;

/// How often the server looks whether the store has been built.
const LOOK: Duration = Duration::from_secs(1);

/// How many answers of the API of each [`super::api::ask::Effort`] are worked at for each core.
const READINGS: usize = 2;

/// The languages of the interface, the first where nothing is asked for.
pub const LANGUAGES: [&str; 2] = ["vi", "en"];

/// A store as it was at one time, with a view of it in each language.
pub struct Reading {
    /// The store.
    pub store: Store,
    /// What is worked out of it once.
    pub(super) known: Known,
    views: Vec<View>,
    stamp: Stamp,
}

impl Reading {
    fn new(options: &Options) -> Result<Reading> {
        let stamp = stamp(&options.dir);
        let store = Store::snapshot(&options.dir)?;
        let view = |language: &&str| {
            let tables = read::tables(&store, language).map_err(|e| e.placed(store.dir()))?;
            let view = View::new(tables, store.base());
            // The names in the store are in the first of them.
            Ok(if *language == LANGUAGES[0] { view } else { view.naming_changes() })
        };
        let views = LANGUAGES.iter().map(view).collect::<Result<Vec<View>>>()?;
        let shorts = read::short_forms(&store).map_err(|e| e.placed(store.dir()))?;
        let known = Known::new(&views[0], ShortForms::new(shorts));
        Ok(Reading { store, known, views, stamp })
    }

    /// The view in a language, or in Vietnamese.
    pub fn view(&self, language: &str) -> &View {
        let at = LANGUAGES.iter().position(|l| *l == language).unwrap_or(0);
        &self.views[at]
    }

    /// Tells one build of the store from another.
    pub fn stamp(&self) -> String {
        self.stamp.map_or_else(String::new, |(built, length)| {
            let since = built.duration_since(UNIX_EPOCH).unwrap_or_default();
            format!("{:x}-{length:x}", since.as_nanos())
        })
    }
}

/// What all requests share.
pub struct State {
    options: Options,
    now: RwLock<Arc<Reading>>,
    /// Lets so many queries run at a time.
    pub turns: Arc<Semaphore>,
    /// Lets so much be read for the API at a time that is read quickly.
    pub(super) quick: Arc<Semaphore>,
    /// The same for what may take long: it leaves the others their turns.
    pub(super) long: Arc<Semaphore>,
    /// Lets one change be made at a time.
    pub changes: tokio::sync::Mutex<()>,
    refreshing: Mutex<()>,
    stopping: watch::Sender<bool>,
}

impl State {
    /// Reads the store.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when it cannot be read.
    pub fn new(options: Options) -> Result<State> {
        let now = RwLock::new(Arc::new(Reading::new(&options)?));
        let turns = Arc::new(Semaphore::new(options.queries.max(1)));
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let readings = || Arc::new(Semaphore::new(READINGS * cores));
        let (quick, long) = (readings(), readings());
        let (changes, refreshing) = (tokio::sync::Mutex::new(()), Mutex::new(()));
        let stopping = watch::Sender::new(false);
        Ok(State { options, now, turns, quick, long, changes, refreshing, stopping })
    }

    /// What the server may do.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The store as it was last built; it stays so while it is held.
    pub fn reading(&self) -> Arc<Reading> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether the server is to stop.
    pub fn stopping(&self) -> bool {
        *self.stopping.borrow()
    }

    /// Waits until the server is to stop.
    pub async fn stopped(&self) {
        // The sender lives as long as the state.
        let _ = self.stopping.subscribe().wait_for(|stopping| *stopping).await;
    }

    /// Ends what runs.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Reads the store again where it has been built; one that is just being built is left for later.
    pub(super) fn refresh(&self) {
        // One at a time, so that no older reading takes the place of a newer one.
        let _only = self.refreshing.lock().unwrap_or_else(PoisonError::into_inner);
        let now = stamp(&self.options.dir);
        // A build that goes on, or was broken off, has set the table of graphs aside: what was served stays.
        if now.is_none() || now == self.reading().stamp {
            return;
        }
        if let Ok(reading) = Reading::new(&self.options) {
            *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(reading);
        }
    }
}

/// Follows the builds of the store.
pub(super) async fn follow(state: Arc<State>) {
    while !state.stopping() {
        tokio::time::sleep(LOOK).await;
        let state = state.clone();
        // What goes wrong is tried again.
        let _ = tokio::task::spawn_blocking(move || state.refresh()).await;
    }
}
