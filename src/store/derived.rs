//! What follows from all articles together → graphs of their own, which may be too large to be in memory as a whole.

use std::collections::HashSet;

use oxigraph::model::{NamedNode, Quad, Triple};

use super::quads::{Graph, article_iri};
use super::{conflicts, decided, fingerprint, tenures};
use crate::error::Result;
use crate::extract::record::Record;
use crate::ontology::vocab;
use crate::resolve::decisions::Decisions;
use crate::resolve::{EntityIndex, Resolution};

/// A named graph whose quads are made each time they are asked for.
pub struct Derived<'d> {
    name: NamedNode,
    triples: Make<'d>,
}

type Triples<'d> = Box<dyn Iterator<Item = Triple> + 'd>;

type Make<'d> = &'d dyn Fn() -> Triples<'d>;

impl Derived<'_> {
    /// Its name.
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// Its quads, each once, always in the same order.
    pub fn quads(&self) -> impl Iterator<Item = Quad> {
        let mut known = HashSet::new();
        let fresh = (self.triples)().filter(move |triple| known.insert(fingerprint(triple)));
        fresh.map(|triple| triple.in_graph(self.name.clone()))
    }

    /// All of it at once.
    pub fn whole(&self) -> Graph {
        Graph { name: self.name.clone(), quads: self.quads().collect() }
    }
}

/// Gives what follows from all articles together to `sink`, each kind in a graph of its own; those without a triple are left out.
///
/// `graph/replaced`: each IRI that fewer articles gave, or would give, with what it became; that of a tenure which turned
/// out to be several leads to each. `graph/undecided`: who may be one.
/// `graph/succeeded`: each body of a province that went into another, with the one of its kind there.
/// `graph/copies`: each article that is a copy of another, with that one.
/// `graph/tenures`: who held what from when to when. `graph/conflicts`: what contradicts each other. `graph/decisions`: what people decided and what became of it.
///
/// `records` are in order of their articles' ids.
///
/// # Errors
/// Those of `sink`.
pub fn derived_graphs(
    records: &[Record],
    decisions: &Decisions,
    resolution: &Resolution,
    mut sink: impl FnMut(&Derived<'_>) -> Result<()>,
) -> Result<()> {
    let base = resolution.base();
    let iri = |index: &EntityIndex| resolution.entity(*index).iri.clone();
    let path = |path: &String| NamedNode::new_unchecked(format!("{base}{path}"));
    let article = |id: &String| article_iri(base, id);
    let several = || resolution.tenures().iter().filter_map(|t| Some((path(t.alone.as_ref()?), path(&t.path))));
    let replaced = || resolution.replaced().iter().map(|(old, new)| (old.clone(), iri(new))).chain(several());
    let undecided = || resolution.undecided().iter().map(|(a, b)| (iri(a), iri(b)));
    let succeeded = || resolution.succeeded().iter().map(|(a, b)| (iri(a), iri(b)));
    let copies = || resolution.copies().iter().map(|(copy, original)| (article(copy), article(original)));
    let conflicts = conflicts::triples(records, resolution);
    let decisions = decided::triples(records, decisions, resolution);
    let graphs: [(&str, Make<'_>); 7] = [
        ("replaced", &|| linked(vocab::IS_REPLACED_BY, replaced())),
        ("undecided", &|| linked(vocab::UNDECIDED_WITH, undecided())),
        ("succeeded", &|| linked(vocab::SUCCEEDED_BY, succeeded())),
        ("copies", &|| linked(vocab::COPY_OF, copies())),
        ("tenures", &|| Box::new(tenures::triples(resolution))),
        ("conflicts", &|| Box::new(conflicts.iter().cloned())),
        ("decisions", &|| Box::new(decisions.iter().cloned())),
    ];
    for (name, triples) in graphs {
        let graph = Derived { name: NamedNode::new_unchecked(format!("{base}graph/{name}")), triples };
        if graph.quads().next().is_some() {
            sink(&graph)?;
        }
    }
    Ok(())
}

/// Pairs of which the first stands in one relation to the second.
fn linked<'d>(property: &str, pairs: impl Iterator<Item = (NamedNode, NamedNode)> + 'd) -> Triples<'d> {
    let property = NamedNode::new_unchecked(property);
    Box::new(pairs.map(move |(subject, object)| Triple::new(subject, property.clone(), object)))
}
