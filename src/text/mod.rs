//! The text as given and its normal forms.

pub mod key;
pub mod lapse;
mod letters;
pub mod sentence;
pub mod span;
pub mod syllable;
pub mod token;
