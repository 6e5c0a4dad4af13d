//! Reading ends where nobody waits for it any more.
//!
//! What is read for an answer may be much, and whoever asked may have gone. Every reading of the store asks here on its way, so
//! that each loop that reads ends soon after, without a word of it in what is called between.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{Error, Result};

thread_local! {
    /// Set when nobody waits for what this thread works at.
    static GONE: RefCell<Option<Arc<AtomicBool>>> = const { RefCell::new(None) };
}

/// Somebody who waits; nobody does any more once this goes.
#[derive(Debug, Default)]
pub struct Waiting(Arc<AtomicBool>);

/// What tells a worker whether somebody waits.
#[derive(Clone, Debug)]
pub struct Patience(Arc<AtomicBool>);

impl Waiting {
    /// For whoever works at it.
    pub fn patience(&self) -> Patience {
        Patience(Arc::clone(&self.0))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Patience {
    /// Does something in this thread that ends where nobody waits for it.
    pub fn during<T>(self, work: impl FnOnce() -> T) -> T {
        /// What was before comes back also where the work panics.
        struct Before(Option<Arc<AtomicBool>>);
        impl Drop for Before {
            fn drop(&mut self) {
                GONE.set(self.0.take());
            }
        }
        let _before = Before(GONE.replace(Some(self.0)));
        work()
    }
}

/// Whether nobody waits for what this thread does.
pub fn is_spent() -> bool {
    GONE.with_borrow(|gone| gone.as_ref().is_some_and(|gone| gone.load(Ordering::Relaxed)))
}

/// Goes on where somebody waits.
///
/// # Errors
/// [`Error::GivenUp`] where nobody does.
pub fn go_on() -> Result<()> {
    if is_spent() { Err(Error::GivenUp) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_goes_on_for_as_long_as_somebody_waits() {
        let waiting = Waiting::default();
        let patience = waiting.patience();
        patience.clone().during(|| assert!(go_on().is_ok()));
        drop(waiting);
        patience.during(|| assert!(matches!(go_on(), Err(Error::GivenUp))));
        assert!(go_on().is_ok(), "what nobody set an end to has none");
    }
}
