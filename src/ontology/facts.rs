//! The ontology's triples by subject: what the typed parts of the ontology are read from.

use std::collections::{BTreeMap, HashMap, VecDeque};

use oxigraph::model::{NamedOrBlankNode, Term, Triple};

use super::vocab::{SUBCLASS_OF, VG, expand, local_name};
use crate::text::key::key;

/// Triples by subject, subjects in order of IRI, so that everything read from them is deterministic.
#[derive(Default)]
pub struct Facts {
    by_subject: BTreeMap<String, Vec<(String, Term)>>,
}

impl Facts {
    /// Indexes `triples`; blank subjects are left out.
    pub fn new<'a>(triples: impl IntoIterator<Item = &'a Triple>) -> Facts {
        let mut facts = Facts::default();
        for triple in triples {
            if let NamedOrBlankNode::NamedNode(subject) = &triple.subject {
                facts
                    .by_subject
                    .entry(subject.as_str().to_owned())
                    .or_default()
                    .push((triple.predicate.as_str().to_owned(), triple.object.clone()));
            }
        }
        facts
    }

    /// The subjects that have one of `classes` (local names) as their type, with that class, in order of IRI.
    pub fn of_class<'a>(&'a self, classes: &'a [&str]) -> impl Iterator<Item = Subject<'a>> {
        let rdf_type = expand("rdf:type").unwrap_or_default();
        self.by_subject.iter().filter_map(move |(iri, pairs)| {
            pairs.iter().find_map(|(p, o)| match o {
                Term::NamedNode(class) if *p == rdf_type => {
                    let name = local_name(class.as_str());
                    classes.contains(&name).then(|| Subject { iri, class: name, pairs })
                }
                _ => None,
            })
        })
    }

    /// The keys of ordinals in words, with their numbers.
    pub fn ordinals(&self) -> HashMap<String, u32> {
        let number = |s: &Subject| s.number("vg:value").map(|n| n as u32);
        let keys =
            |s: Subject| number(&s).map(|n| s.labels().into_iter().map(move |l| (key(l), n)).collect::<Vec<_>>());
        self.of_class(&["Ordinal"]).filter_map(keys).flatten().collect()
    }
}

impl Facts {
    /// The class `root` of the ontology and all below it by `rdfs:subClassOf`, by local name; each with the name of the
    /// nearest class of the ontology's own namespace at or above it, which is what its individuals are said to be.
    pub fn classes_below(&self, root: &str) -> BTreeMap<String, String> {
        let mut below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (iri, pairs) in &self.by_subject {
            for (property, object) in pairs {
                if let (SUBCLASS_OF, Term::NamedNode(above)) = (property.as_str(), object) {
                    below.entry(above.as_str()).or_default().push(iri);
                }
            }
        }
        let mut found = BTreeMap::from([(root.to_owned(), root.to_owned())]);
        let mut waiting = VecDeque::from([(format!("{VG}{root}"), root.to_owned())]);
        while let Some((above, own)) = waiting.pop_front() {
            for class in below.remove(above.as_str()).unwrap_or_default() {
                let own = class.strip_prefix(VG).unwrap_or(&own).to_owned();
                found.entry(local_name(class).to_owned()).or_insert_with(|| own.clone());
                waiting.push_back((class.to_owned(), own));
            }
        }
        found
    }
}

/// One individual of the ontology and what is said of it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Its IRI.
    pub iri: &'a str,
    /// The local name of the class it was asked for by.
    pub class: &'a str,
    pairs: &'a [(String, Term)],
}

impl<'a> Subject<'a> {
    /// The texts of a property given as a prefixed name, in the order of the file.
    pub fn texts(&self, property: &str) -> Vec<&'a str> {
        self.values(property)
            .filter_map(|o| match o {
                Term::Literal(l) => Some(l.value()),
                _ => None,
            })
            .collect()
    }

    /// The first text of a property.
    pub fn text(&self, property: &str) -> Option<&'a str> {
        self.texts(property).first().copied()
    }

    /// The IRIs of a property, in the order of the file.
    pub fn iris(&self, property: &str) -> Vec<&'a str> {
        self.values(property)
            .filter_map(|o| match o {
                Term::NamedNode(n) => Some(n.as_str()),
                _ => None,
            })
            .collect()
    }

    /// The first IRI of a property.
    pub fn iri(&self, property: &str) -> Option<&'a str> {
        self.iris(property).first().copied()
    }

    /// Whether a property says `true`.
    pub fn flag(&self, property: &str) -> bool {
        self.text(property) == Some("true")
    }

    /// A number.
    pub fn number(&self, property: &str) -> Option<f64> {
        self.text(property)?.parse().ok()
    }

    /// The preferred label, or the local name where there is none.
    pub fn label(&self) -> &'a str {
        self.text("skos:prefLabel").unwrap_or_else(|| local_name(self.iri))
    }

    /// Every label that is matched in text: preferred, alternative, hidden.
    pub fn labels(&self) -> Vec<&'a str> {
        ["skos:prefLabel", "skos:altLabel", "skos:hiddenLabel"].iter().flat_map(|p| self.texts(p)).collect()
    }

    fn values(&self, property: &str) -> impl Iterator<Item = &'a Term> {
        let property = expand(property).unwrap_or_default();
        self.pairs.iter().filter(move |(p, _)| *p == property).map(|(_, o)| o)
    }
}
