//! What the graph looks like outside: pictures and files for other programs.

pub mod picture;
pub mod png;
pub mod svg;
