//! What vietgraph promises, one module per promise.

mod bad_input;
mod binary;
mod cases;
mod conflicts;
mod cues;
mod decisions;
mod diff;
mod draw;
mod evaluate;
mod examples;
mod explain;
mod export;
mod identity;
mod ontology;
mod order;
mod query;
mod readme;
mod rebuild;
mod retract;
mod sample;
mod shelf;
mod show;
mod tenures;
mod validate;
mod view;
mod why;
