//! Cuts by class.

use petgraph::graph::NodeIndex;

use super::View;
use super::brief::KINDS;
use crate::error::{Error, Result};

impl View {
    /// The view of the nodes of some classes (all, when none is given) without those of others; `always` stay.
    ///
    /// Classes are given as to [`View::class_named`].
    ///
    /// # Errors
    /// When there is no such class, with those that there are.
    pub fn filtered(&self, include: &[String], exclude: &[String], always: &[NodeIndex]) -> Result<View> {
        let (include, exclude) = (self.class_iris(include)?, self.class_iris(exclude)?);
        let is_one = |at: NodeIndex, classes: &[String]| classes.iter().any(|c| self.is_a(at, c));
        Ok(self.keep(|at| {
            let wanted = include.is_empty() || is_one(at, &include);
            always.contains(&at) || wanted && !is_one(at, &exclude)
        }))
    }

    /// The nodes of this view that are in another cut of it.
    pub fn same(&self, of: &View, nodes: &[NodeIndex]) -> Vec<NodeIndex> {
        nodes.iter().filter_map(|at| self.find(&of.node(*at).iri)).collect()
    }

    /// The IRIs of classes given as to [`View::class_named`], or by their kind (see [`super::brief::KINDS`]).
    ///
    /// # Errors
    /// When there is no such class, with those that there are.
    pub fn class_iris(&self, names: &[String]) -> Result<Vec<String>> {
        let of_kind = |name: &str| KINDS.iter().find(|(kind, _)| *kind == name).map(|(_, class)| *class);
        names.iter().map(|name| self.known_class(of_kind(name).unwrap_or(name))).collect()
    }

    fn known_class(&self, name: &str) -> Result<String> {
        if let Some(class) = self.class_named(name) {
            return Ok(class.iri.clone());
        }
        let mut drawn: Vec<&str> =
            self.classes().iter().filter(|c| c.legend.as_ref() == Some(&c.iri)).map(|c| local(&c.iri)).collect();
        drawn.sort_unstable();
        let reason =
            format!("`{name}` is no class of the ontology; there are {} and those below them", drawn.join(", "));
        Err(Error::Name { reason })
    }
}

fn local(iri: &str) -> &str {
    crate::ontology::vocab::local_name(iri)
}
