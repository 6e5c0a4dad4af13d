//! The formats a store can be exported in, by file extension.
//!
//! To add one: a type that implements [`Export`], in a file of its own, and its line in [`FORMATS`].

use std::path::Path;

use super::facts::Facts;
use super::rdf::{NQUADS, NTRIPLES, RDF_XML, TRIG, TURTLE};
use super::whole::{DOT, GEXF, GRAPHML};
use super::{json_ld::JsonLd, rdf::RdfVersion};
use crate::error::{Error, Result};
use crate::store::Store;

/// A way to write a store. The same graph always gives the same bytes.
pub trait Export: Sync {
    /// The extension of its files, without the dot.
    fn extension(&self) -> &'static str;

    /// What it is, in a few words, for lists of formats.
    fn what(&self) -> &'static str;

    /// The store's content as the bytes of a file.
    ///
    /// # Errors
    /// [`Error::Store`] when the store cannot be read, [`Error::Output`] with an empty path, for the caller
    /// to fill, when the format cannot say what is asked of it.
    fn bytes(&self, store: &Store, options: &Options<'_>) -> Result<Vec<u8>>;
}

/// What to export, and how.
#[derive(Clone, Copy, Debug)]
pub struct Options<'l> {
    /// The version of RDF; the format's own choice where none is given.
    pub rdf: Option<RdfVersion>,
    /// Whether the ontology's graph is exported too.
    pub ontology: bool,
    /// The language of the ontology's words in the graph view.
    pub language: &'l str,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { rdf: None, ontology: false, language: "vi" }
    }
}

/// Every format, in the order they are listed to the user.
pub const FORMATS: &[&dyn Export] =
    &[&NQUADS, &TRIG, &TURTLE, &NTRIPLES, &JsonLd, &RDF_XML, &Facts, &GRAPHML, &GEXF, &DOT];

/// The format with an extension, which may be in capitals.
///
/// # Errors
/// [`Error::Output`] for an extension that is not one of [`FORMATS`], which it lists.
pub fn by_extension(extension: &str, path: &Path) -> Result<&'static dyn Export> {
    let wanted = extension.to_ascii_lowercase();
    let found = FORMATS.iter().find(|f| f.extension() == wanted);
    found.copied().ok_or_else(|| {
        let known: Vec<String> = FORMATS.iter().map(|f| format!(".{} ({})", f.extension(), f.what())).collect();
        let given = match extension {
            "" => "the name has no extension to tell the format by".to_owned(),
            given => format!("unknown format .{given}"),
        };
        Error::Output { path: path.to_owned(), reason: format!("{given}; known are {}", known.join(", ")) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_tells_the_format() {
        let format = |name: &str| by_extension(name, Path::new("out")).map(|f| f.what().to_owned());
        assert_eq!(format("nq").expect("a format"), "N-Quads");
        assert_eq!(format("TTL").expect("a format"), "Turtle, all graphs as one");
        let unknown = format("docx").expect_err("no format").to_string();
        assert!(unknown.contains("unknown format .docx") && unknown.contains(".nq (N-Quads)"), "{unknown}");
        assert!(format("").expect_err("no format").to_string().contains("has no extension"));
    }

    #[test]
    fn no_two_formats_share_an_extension() {
        let mut extensions: Vec<_> = FORMATS.iter().map(|f| f.extension()).collect();
        extensions.sort_unstable();
        extensions.dedup();
        assert_eq!(extensions.len(), FORMATS.len());
    }
}
