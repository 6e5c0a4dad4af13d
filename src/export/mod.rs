//! What the graph looks like outside: pictures and files for other programs.

pub mod dot;
pub mod facts;
pub mod formats;
pub mod gexf;
pub mod graphml;
pub mod html;
pub mod json_ld;
pub mod picture;
pub mod png;
pub mod rdf;
pub mod svg;
pub mod terminal;
pub mod whole;
