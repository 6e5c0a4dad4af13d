//! The graph of decisions: what people decided, by whom and why, and what became of it.

use std::collections::HashMap;

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term, Triple};

use super::Store;
use super::quads::evidence;
use crate::error::Result;
use crate::extract::record::Record;
use crate::ontology::vocab;
use crate::resolve::Resolution;
use crate::resolve::decisions::{Decisions, Outcome};

/// What there is to say of every decision that can be read with what became of it, whom it is about and which evidence it accepts.
///
/// `records` are in order of their articles' ids.
pub(super) fn triples(records: &[Record], decisions: &Decisions, resolution: &Resolution) -> Vec<Triple> {
    let mut triples = Vec::new();
    for (n, entry) in decisions.entries.iter().enumerate() {
        let Ok(decision) = &entry.decision else {
            continue;
        };
        let iri = NamedNode::new_unchecked(format!("{}decision/{}", resolution.base(), entry.id));
        let mut say = |predicate: &str, object: Term| {
            triples.push(Triple::new(iri.clone(), NamedNode::new_unchecked(predicate), object));
        };
        say(vocab::RDF_TYPE, NamedNodeRef::new_unchecked(vocab::DECISION).into_owned().into());
        let (outcome, remark) = told(resolution.outcomes().get(n));
        let texts = [
            (vocab::VERDICT, decision.verdict.verb()),
            (vocab::OUTCOME, outcome),
            (vocab::REMARK, remark),
            (vocab::CREATOR, &decision.author),
            (vocab::COMMENT, &decision.reason),
        ];
        for (predicate, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
            say(predicate, Literal::new_simple_literal(text).into());
        }
        if decision.date.parse::<jiff::civil::Date>().is_ok() {
            say(vocab::DCT_DATE, Literal::new_typed_literal(&decision.date, xsd::DATE).into());
        }
        if *outcome == *USED {
            let about = resolution.about(n).iter().map(|index| resolution.entity(*index).iri.clone());
            about.for_each(|iri| say(vocab::ABOUT, iri.into()));
            let accepted = resolution.accepted().iter().filter(|a| a.decision == n);
            for a in accepted {
                let record = records.binary_search_by(|r| r.article.id.cmp(&a.article)).map(|r| &records[r]);
                let all = record.map(|record| evidence(record, resolution)).unwrap_or_default();
                let own = all.into_iter().filter(|(fact, _)| *fact == a.fact);
                own.for_each(|(_, iri)| say(vocab::ACCEPTS, iri.into()));
            }
        }
    }
    triples
}

const USED: &str = "used";

/// The name of an outcome and what is to be said of it.
pub fn told(outcome: Option<&Outcome>) -> (&str, &str) {
    match outcome {
        Some(Outcome::Used) => (USED, ""),
        Some(Outcome::Undone) => ("undone", ""),
        Some(Outcome::Unused(reason)) => ("unused", reason),
        None => ("new", ""),
    }
}

/// What became of the decisions at the last build, by id: the outcome and what is to be said of it.
///
/// # Errors
/// [`crate::error::Error::Store`] when the store cannot be read.
pub fn outcomes(store: &Store) -> Result<HashMap<String, (String, String)>> {
    let mut found: HashMap<String, (String, String)> = HashMap::new();
    for predicate in [vocab::OUTCOME, vocab::REMARK] {
        let quads = store.quads_for_pattern(None, Some(NamedNodeRef::new_unchecked(predicate)), None, None);
        for quad in quads {
            let quad = quad.map_err(|e| store.failed(&e))?;
            let id = quad.subject.to_string().trim_end_matches('>').rsplit('/').next().unwrap_or_default().to_owned();
            if let Term::Literal(text) = &quad.object {
                let entry = found.entry(id).or_default();
                let part = if predicate == vocab::OUTCOME { &mut entry.0 } else { &mut entry.1 };
                *part = text.value().to_owned();
            }
        }
    }
    Ok(found)
}
