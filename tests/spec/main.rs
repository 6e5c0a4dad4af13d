//! What vietgraph promises, one module per promise.

mod draw;
mod sample;
mod validate;
