//! What the graph looks like outside: pictures and files for other programs.

pub mod dot;
pub mod gexf;
pub mod graphml;
pub mod picture;
pub mod png;
pub mod svg;
pub mod terminal;
