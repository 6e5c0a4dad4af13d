//! vietgraph reads Vietnamese news and builds a knowledge graph of public officials, each fact with the words that prove it.
//!
//! The modules stand in the order the data flows: articles come in through [`source`], are cut up by [`text`], read by
//! [`extract`] with the knowledge of [`ontology`], joined across articles by [`resolve`], kept by [`store`], looked at
//! through [`view`], written out by [`export`], sent on by [`push`] and served by [`serve`]; [`pipeline`] runs them all. [`evaluate`] measures how well they are read.

pub mod cli;
pub mod error;
pub mod evaluate;
pub mod export;
pub mod extract;
pub mod ontology;
pub mod pipeline;
pub mod push;
pub mod resolve;
pub mod serve;
pub mod source;
pub mod store;
pub mod text;
pub mod view;
