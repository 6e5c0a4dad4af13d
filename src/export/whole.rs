//! The whole graph view for programs that lay out and measure graphs.

use super::dot::dot;
use super::formats::{Export, Options};
use super::gexf::gexf;
use super::graphml::graphml;
use crate::error::Result;
use crate::store::{Store, read};
use crate::view::View;

/// The graph view, all of it, in one format.
pub struct Whole {
    extension: &'static str,
    what: &'static str,
    write: fn(&View) -> String,
}

/// GraphML.
pub const GRAPHML: Whole = Whole { extension: "graphml", what: "GraphML, the graph view", write: graphml };
/// GEXF.
pub const GEXF: Whole = Whole { extension: "gexf", what: "GEXF, the graph view", write: gexf };
/// DOT.
pub const DOT: Whole = Whole { extension: "dot", what: "DOT, the graph view", write: |view| dot(view, "") };

impl Export for Whole {
    fn extension(&self) -> &'static str {
        self.extension
    }

    fn what(&self) -> &'static str {
        self.what
    }

    fn bytes(&self, store: &Store, options: &Options<'_>) -> Result<Vec<u8>> {
        let tables = read::tables(store, options.language).map_err(|e| e.placed(store.dir()))?;
        let view = View::new(tables, store.base());
        Ok((self.write)(&view).into_bytes())
    }
}
