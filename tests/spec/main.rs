//! What vietgraph promises, one module per promise.

mod bad_input;
mod binary;
mod draw;
mod examples;
mod order;
mod query;
mod readme;
mod rebuild;
mod sample;
mod validate;
