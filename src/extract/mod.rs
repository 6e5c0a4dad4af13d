//! From text to what it says: mentions, facts, record.

pub mod record;
