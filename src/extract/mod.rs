//! From text to what it says: mentions, facts, record.

pub mod bodies;
pub mod dates;
pub mod events;
pub mod names;
pub mod people;
pub mod places;
pub mod posts;
pub mod reading;
pub mod record;
pub mod roles;
pub mod scan;
