//! What vietgraph promises, one module per promise.

mod validate;
