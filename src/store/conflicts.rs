//! Conflicts → the quads of their graph, each side with the evidence it rests on.

use std::collections::{HashMap, HashSet};

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, NamedNode, Term, Triple};

use super::quads::{article_iri, evidence};
use crate::extract::record::Record;
use crate::ontology::vocab;
use crate::resolve::Resolution;
use crate::resolve::conflicts::{Conflict, Side};

/// What there is to say of all conflicts of a resolution.
///
/// `records` are in order of their articles' ids.
pub(super) fn triples(records: &[Record], resolution: &Resolution) -> Vec<Triple> {
    let accepted = resolution.accepted().iter().map(|a| (a.article.as_str(), a.fact)).collect();
    let mut writer = Writer { resolution, accepted, evidence: proofs(records, resolution), triples: Vec::new() };
    for conflict in resolution.conflicts() {
        writer.conflict(conflict);
    }
    writer.triples
}

/// The IRIs of the evidence of facts, by article and place in its record.
type Proofs<'r> = HashMap<&'r str, HashMap<usize, Vec<NamedNode>>>;

/// The evidence in the articles that conflicts rest on.
fn proofs<'r>(records: &'r [Record], resolution: &Resolution) -> Proofs<'r> {
    let quoted = resolution.quoted();
    let mut proofs = Proofs::new();
    for record in records.iter().filter(|record| quoted.contains(record.article.id.as_str())) {
        let own = proofs.entry(&record.article.id).or_default();
        for (fact, iri) in evidence(record, resolution) {
            own.entry(fact).or_default().push(iri);
        }
    }
    proofs
}

struct Writer<'r> {
    resolution: &'r Resolution,
    accepted: HashSet<(&'r str, usize)>,
    evidence: Proofs<'r>,
    triples: Vec<Triple>,
}

impl Writer<'_> {
    fn say(&mut self, subject: &NamedNode, predicate: &str, object: impl Into<Term>) {
        self.triples.push(Triple::new(subject.clone(), node(predicate), object));
    }

    fn conflict(&mut self, conflict: &Conflict) {
        let resolution = self.resolution;
        let iri = NamedNode::new_unchecked(format!("{}{}", resolution.base(), conflict.path));
        self.say(&iri, vocab::RDF_TYPE, node(vocab::CONFLICT));
        self.say(&iri, vocab::NATURE, node(&format!("{}{}", vocab::VG, conflict.nature.name())));
        self.say(&iri, vocab::GRAVITY, node(&format!("{}{}", vocab::VG, conflict.gravity.name())));
        for subject in &conflict.subjects {
            self.say(&iri, vocab::CONFLICT_OF, resolution.entity(*subject).iri.clone());
        }
        let mut settled = false;
        for (number, side) in conflict.sides.iter().enumerate() {
            let own = NamedNode::new_unchecked(format!("{}/{}", iri.as_str(), number + 1));
            self.say(&iri, vocab::HAS_SIDE, own.clone());
            settled |= self.side(&own, side);
        }
        if settled {
            self.say(&iri, vocab::SETTLED, Literal::from(true));
        }
    }

    /// Tells a side, and whether it is accepted.
    fn side(&mut self, iri: &NamedNode, side: &Side) -> bool {
        self.say(iri, vocab::RDF_TYPE, node(vocab::CONFLICT_SIDE));
        for index in &side.says {
            self.say(iri, vocab::SAYS, self.resolution.entity(*index).iri.clone());
        }
        if let Some(relation) = side.relation.and_then(vocab::expand) {
            self.say(iri, vocab::RELATION, node(&relation));
        }
        if let Some((from, until)) = side.days {
            let day = |day: jiff::civil::Date| Literal::new_typed_literal(day.to_string(), xsd::DATE);
            self.say(iri, vocab::FROM_DAY, day(from));
            self.say(iri, vocab::UNTIL_DAY, day(until));
        }
        for article in side.articles() {
            self.say(iri, vocab::WAS_DERIVED_FROM, article_iri(self.resolution.base(), article));
        }
        for (article, fact) in &side.facts {
            let found = self.evidence.get(article.as_str()).and_then(|facts| facts.get(fact)).cloned();
            found.into_iter().flatten().for_each(|evidence| self.say(iri, vocab::SUPPORTED_BY, evidence));
        }
        let accepted = side.facts.iter().any(|(article, fact)| self.accepted.contains(&(article.as_str(), *fact)));
        if accepted {
            self.say(iri, vocab::ACCEPTED, Literal::from(true));
        }
        accepted
    }
}

fn node(iri: &str) -> NamedNode {
    NamedNode::new_unchecked(iri)
}
