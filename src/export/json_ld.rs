//! The graph as JSON-LD, which knows RDF 1.1 alone.

use std::path::PathBuf;

use oxigraph::io::{JsonLdProfileSet, RdfFormat};

use super::formats::{Export, Options};
use super::rdf::{RdfVersion, content, serialize};
use crate::error::{Error, Result};
use crate::store::Store;

/// JSON-LD: a named graph for each article.
pub struct JsonLd;

impl Export for JsonLd {
    fn extension(&self) -> &'static str {
        "jsonld"
    }

    fn what(&self) -> &'static str {
        "JSON-LD, RDF 1.1"
    }

    fn bytes(&self, store: &Store, options: &Options<'_>) -> Result<Vec<u8>> {
        if options.rdf == Some(RdfVersion::V12) {
            return Err(Error::Output {
                path: PathBuf::new(),
                reason: "JSON-LD cannot say RDF 1.2; leave --rdf 1.2 out, or export .trig or .nq".to_owned(),
            });
        }
        let quads = content(store, options, RdfVersion::V11)?;
        let profile = JsonLdProfileSet::empty();
        serialize(RdfFormat::JsonLd { profile }, &quads)
    }
}
