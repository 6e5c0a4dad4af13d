//! The union of all graphs as SPARQL sees it: a triple that many articles state is one triple.
//!
//! Every article's graph describes the people and bodies it mentions, so the same triples stand in many graphs.
//! The database gives one match per graph; counts would be of mentions and joins would multiply. This dataset gives one
//! match per triple: it scans a pattern with a known subject or object once for a whole query and remembers what it found.

use std::cell::RefCell;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use oxigraph::model::{GraphName, NamedNode, NamedOrBlankNode, Quad, Term};
use oxigraph::store::{StorageError, Store};
use spareval::{InternalQuad, QueryableDataset};

/// The number of a term in one query.
type Id = u32;

/// A triple pattern; nothing stands for any term.
type Pattern = [Option<Id>; 3];

/// A store's graphs with their union as the default graph. It serves one query.
pub(super) struct Union {
    store: Store,
    terms: Rc<RefCell<Terms>>,
    scanned: RefCell<HashMap<Pattern, Rc<[[Id; 3]]>>>,
    /// The graphs whose union it is, where it is not that of all.
    only: Option<Vec<GraphName>>,
}

type Found = Result<InternalQuad<Id>, StorageError>;

impl Union {
    pub(super) fn new(store: &Store) -> Union {
        Union { store: store.clone(), terms: Rc::default(), scanned: RefCell::default(), only: None }
    }

    /// The union of some graphs.
    pub(super) fn of(self, graphs: Vec<GraphName>) -> Union {
        Union { only: Some(graphs), ..self }
    }

    /// The quads of a pattern in all graphs of the union.
    fn scan_all(&self, pattern: Pattern) -> Box<dyn Iterator<Item = Result<Quad, StorageError>>> {
        match &self.only {
            None => self.scan(pattern, None),
            Some(graphs) => {
                let scans: Vec<_> = graphs.iter().map(|graph| self.scan(pattern, Some(graph.clone()))).collect();
                Box::new(scans.into_iter().flatten())
            }
        }
    }

    /// The quads of a pattern in `graph`, or in all graphs, as the database gives them.
    fn scan(&self, pattern: Pattern, graph: Option<GraphName>) -> Box<dyn Iterator<Item = Result<Quad, StorageError>>> {
        let terms = self.terms.borrow();
        let term = |id: Option<Id>| id.map(|id| terms.term(id));
        let (subject, predicate) = (term(pattern[0]).map(node), term(pattern[1]).map(iri));
        if matches!(subject, Some(None)) || matches!(predicate, Some(None)) {
            return Box::new(std::iter::empty());
        }
        let (subject, predicate) = (subject.flatten(), predicate.flatten());
        Box::new(self.store.quads_for_pattern(
            subject.as_ref().map(NamedOrBlankNode::as_ref),
            predicate.as_ref().map(NamedNode::as_ref),
            term(pattern[2]).map(Term::as_ref),
            graph.as_ref().map(GraphName::as_ref),
        ))
    }

    /// The triples of a pattern in any graph, each once, found at once and remembered.
    fn triples(&self, pattern: Pattern) -> Result<Rc<[[Id; 3]]>, StorageError> {
        if let Some(known) = self.scanned.borrow().get(&pattern) {
            return Ok(Rc::clone(known));
        }
        let quads = self.scan_all(pattern);
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        for quad in quads {
            let triple = self.terms.borrow_mut().triple(&quad?, pattern);
            if seen.insert(triple) {
                found.push(triple);
            }
            if pattern.iter().all(Option::is_some) {
                break;
            }
        }
        let found: Rc<[[Id; 3]]> = found.into();
        self.scanned.borrow_mut().insert(pattern, Rc::clone(&found));
        Ok(found)
    }

    /// The matches of a pattern in the union.
    fn in_union(&self, pattern: Pattern) -> Box<dyn Iterator<Item = Found>> {
        if pattern[0].is_some() || pattern[2].is_some() {
            return match self.triples(pattern) {
                Ok(found) => Box::new((0..found.len()).map(move |i| Ok(quad(found[i], None)))),
                Err(e) => Box::new(std::iter::once(Err(e))),
            };
        }
        let terms = Rc::clone(&self.terms);
        let mut seen = HashSet::new();
        Box::new(self.scan_all(pattern).filter_map(move |found| match found {
            Err(e) => Some(Err(e)),
            Ok(found) => {
                let triple = terms.borrow_mut().triple(&found, pattern);
                seen.insert(triple).then(|| Ok(quad(triple, None)))
            }
        }))
    }

    /// The matches of a pattern in one graph, or in every named graph.
    fn in_graphs(&self, pattern: Pattern, graph: Option<Id>) -> Box<dyn Iterator<Item = Found>> {
        let name = match graph.map(|g| node(self.terms.borrow().term(g))) {
            None => None,
            Some(Some(name)) => Some(GraphName::from(name)),
            Some(None) => return Box::new(std::iter::empty()),
        };
        let terms = Rc::clone(&self.terms);
        Box::new(self.scan(pattern, name).filter_map(move |found| {
            let found = match found {
                Ok(found) => found,
                Err(e) => return Some(Err(e)),
            };
            let mut terms = terms.borrow_mut();
            let graph = match (&found.graph_name, graph) {
                (GraphName::DefaultGraph, _) => return None,
                (_, Some(graph)) => graph,
                (GraphName::NamedNode(name), None) => terms.id(name.clone().into()),
                (GraphName::BlankNode(name), None) => terms.id(name.clone().into()),
            };
            Some(Ok(quad(terms.triple(&found, pattern), Some(graph))))
        }))
    }
}

impl QueryableDataset<'static> for Union {
    type InternalTerm = Id;
    type Error = StorageError;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&Id>,
        predicate: Option<&Id>,
        object: Option<&Id>,
        graph_name: Option<Option<&Id>>,
    ) -> impl Iterator<Item = Found> + use<> {
        let pattern = [subject.copied(), predicate.copied(), object.copied()];
        match graph_name {
            Some(None) => self.in_union(pattern),
            Some(Some(graph)) => self.in_graphs(pattern, Some(*graph)),
            None => self.in_graphs(pattern, None),
        }
    }

    fn internal_named_graphs(&self) -> impl Iterator<Item = Result<Id, StorageError>> + use<> {
        let terms = Rc::clone(&self.terms);
        self.store.named_graphs().map(move |name| Ok(terms.borrow_mut().id(name?.into())))
    }

    fn contains_internal_graph_name(&self, graph_name: &Id) -> Result<bool, StorageError> {
        match node(self.terms.borrow().term(*graph_name)) {
            Some(name) => self.store.contains_named_graph(name.as_ref()),
            None => Ok(false),
        }
    }

    fn internalize_term(&self, term: Term) -> Result<Id, StorageError> {
        Ok(self.terms.borrow_mut().id(term))
    }

    fn externalize_term(&self, term: Id) -> Result<Term, StorageError> {
        Ok(self.terms.borrow().term(term).clone())
    }
}

/// The terms met so far, numbered.
#[derive(Default)]
struct Terms {
    terms: Vec<Term>,
    ids: HashMap<Term, Id>,
}

impl Terms {
    fn id(&mut self, term: Term) -> Id {
        match self.ids.entry(term) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let id = Id::try_from(self.terms.len()).expect("no query meets four billion terms");
                self.terms.push(new.key().clone());
                *new.insert(id)
            }
        }
    }

    fn term(&self, id: Id) -> &Term {
        &self.terms[id as usize]
    }

    /// The terms of a quad that matched `pattern`.
    fn triple(&mut self, quad: &Quad, pattern: Pattern) -> [Id; 3] {
        [
            pattern[0].unwrap_or_else(|| self.id(quad.subject.clone().into())),
            pattern[1].unwrap_or_else(|| self.id(quad.predicate.clone().into())),
            pattern[2].unwrap_or_else(|| self.id(quad.object.clone())),
        ]
    }
}

fn quad(triple: [Id; 3], graph_name: Option<Id>) -> InternalQuad<Id> {
    let [subject, predicate, object] = triple;
    InternalQuad { subject, predicate, object, graph_name }
}

fn node(term: &Term) -> Option<NamedOrBlankNode> {
    match term {
        Term::NamedNode(n) => Some(n.clone().into()),
        Term::BlankNode(b) => Some(b.clone().into()),
        _ => None,
    }
}

fn iri(term: &Term) -> Option<NamedNode> {
    match term {
        Term::NamedNode(n) => Some(n.clone()),
        _ => None,
    }
}
