//! The knowledge, read from Turtle: ranks, offices, bodies, places, events and cues.

pub mod load;
pub mod vocab;

use std::path::PathBuf;

use oxigraph::model::{GraphName, NamedNode, Quad};

use crate::error::Result;
use load::TurtleFile;

/// The knowledge that reading, resolving and the graph share.
#[derive(Clone, Debug)]
pub struct Ontology {
    files: Vec<TurtleFile>,
}

impl Ontology {
    /// The ontology embedded in the binary, with the `.ttl` files of `extra_dirs` added.
    ///
    /// # Errors
    /// [`crate::error::Error::Ontology`] with file and line for what is not Turtle, and for a folder that cannot be read.
    pub fn load(extra_dirs: &[PathBuf]) -> Result<Ontology> {
        Ok(Ontology {
            files: load::load(extra_dirs)?,
        })
    }

    /// Its Turtle files with their text and triples, in order of loading.
    pub fn files(&self) -> &[TurtleFile] {
        &self.files
    }

    /// Everything it says, in the named graph [`vocab::ONTOLOGY_GRAPH`], sorted, without duplicates or blank nodes.
    pub fn quads(&self) -> Vec<Quad> {
        let graph = GraphName::from(NamedNode::new_unchecked(vocab::ONTOLOGY_GRAPH));
        let triples = self.files.iter().flat_map(|f| &f.triples);
        let mut quads: Vec<Quad> = triples.map(|t| t.clone().in_graph(graph.clone())).collect();
        quads.sort_by_cached_key(ToString::to_string);
        quads.dedup();
        quads
    }
}
