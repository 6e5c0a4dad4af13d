//! The text as given and its normal forms.

pub mod key;
pub mod span;
