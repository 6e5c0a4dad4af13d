//! What vietgraph promises, one module per promise.

mod bad_input;
mod binary;
mod order;
mod query;
mod rebuild;
mod validate;
