//! An article: the sentences that prove something, in their order, with what each proves.
//!
//! The store keeps no texts, only the sentences that are evidence; where others stood between two of them, the first ends before
//! the second begins.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;

use super::View;
use super::page::Extent;
use super::reasons::Said;
use crate::error::Result;
use crate::ontology::vocab::ID;
use crate::store::read::{Article, Fact, Proof, Quads, proofs_in};

/// An article and what it proves.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// What is known of the article itself.
    #[serde(flatten)]
    pub article: Article,
    /// How many facts these sentences prove, each counted once.
    pub facts: usize,
    /// The sentences that prove something, in their order.
    pub sentences: Vec<Sentence>,
    /// How many sentences were left out.
    #[serde(skip_serializing_if = "is_none_of")]
    pub more: usize,
}

/// A sentence that proves something.
#[derive(Clone, Debug, Serialize)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// Its first code point in the article's text.
    pub start: u64,
    /// One past its last code point.
    pub end: u64,
    /// What it proves, each fact once, in the order of the words.
    pub facts: Vec<Proven>,
    /// How many facts were left out.
    #[serde(skip_serializing_if = "is_none_of")]
    pub more: usize,
}

/// A fact and the words of a sentence that prove it.
#[derive(Clone, Debug, Serialize)]
pub struct Proven {
    /// What it says.
    #[serde(flatten)]
    pub said: Said,
    /// The short id of the subject.
    pub subject_id: String,
    /// The short id of the object, where it is a node.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object_id: Option<String>,
    /// The id of its edge, by which [`View::evidence_of`] gives what others tell of it; none where it is no edge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edge: Option<String>,
    /// The words that prove it best: those that somebody has found right, then those found most surely.
    #[serde(flatten)]
    pub found: Found,
    /// The other words of the sentence that prove it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Found>,
}

/// Words that prove a fact, and what found them.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    /// The IRI of the piece of evidence.
    pub evidence: String,
    /// Whether somebody has read it and found it right.
    pub accepted: bool,
    /// The words.
    pub quote: String,
    /// Where they stand in the sentence: first code point and one past the last; none where they go beyond it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<(u64, u64)>,
    /// The cue or rule that found them, by its name: `cue/dự`, `rule/event-head`.
    pub by: String,
    /// Between 0 and 1.
    pub confidence: f64,
}

fn is_none_of(count: &usize) -> bool {
    *count == 0
}

/// What proves each fact of a sentence.
type Proofs = HashMap<Fact, Vec<Proof>>;

impl View {
    /// The article with a short id (`article/…`) or an IRI.
    pub fn article_with_id(&self, id: &str) -> Option<&Article> {
        let at = self.article(id).or_else(|| self.article(&format!("{}{id}", self.base())))?;
        Some(&self.articles()[at])
    }

    /// What an article tells, by its id, its short id (`article/…`) or its IRI; none when there is no such. No more sentences than
    /// `extent` has lines, and no more facts of each than it has pieces of evidence.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn told_by(&self, store: &Quads, id: &str, extent: Extent) -> Result<Option<Told>> {
        let named = self.articles().iter().find(|article| article.id == id);
        let Some(article) = named.or_else(|| self.article_with_id(id)).cloned() else { return Ok(None) };
        let (mut sentences, mut labels, mut more, mut facts) = (Vec::new(), BTreeMap::new(), 0, HashSet::new());
        for ((start, text), proofs) in self.by_sentence(store, &article.iri)? {
            if sentences.len() == extent.lines {
                more += 1;
                continue;
            }
            let told = self.tell_sentence(store, start, &text, proofs, extent.evidence, &mut labels)?;
            facts.extend(told.facts.iter().map(|fact| fact.said.clone()));
            sentences.extend(Some(told).filter(|told| !told.facts.is_empty()));
        }
        Ok(Some(Told { article, facts: facts.len(), sentences, more }))
    }

    /// The evidence that an article gives, by where its sentence begins and the words of that.
    fn by_sentence(&self, store: &Quads, article: &str) -> Result<BTreeMap<(u64, String), Proofs>> {
        let mut found = proofs_in(store, article)?;
        self.keep_once(&mut found);
        // The longest words are the surest to stand in their sentence only once.
        found.sort_by_cached_key(|(_, proof)| {
            (Reverse(proof.quote.chars().count()), proof.start, proof.evidence.clone())
        });
        let mut sentences: BTreeMap<(u64, String), Proofs> = BTreeMap::new();
        for (fact, proof) in found {
            let starts = starts(&proof);
            let known = starts.iter().find(|start| sentences.contains_key(&(**start, proof.sentence.clone())));
            let start = *known.or(starts.first()).unwrap_or(&proof.start);
            let sentence = sentences.entry((start, proof.sentence.clone())).or_default();
            sentence.entry(fact).or_default().push(proof);
        }
        Ok(sentences)
    }

    /// Drops what is also told the other way round, as an edge of the view.
    fn keep_once(&self, found: &mut Vec<(Fact, Proof)>) {
        let mut facts: Vec<Fact> = found.iter().map(|(fact, _)| fact.clone()).collect();
        self.tell_once(&mut facts);
        let facts: HashSet<Fact> = facts.into_iter().collect();
        found.retain(|(fact, _)| facts.contains(fact));
    }

    fn tell_sentence(
        &self,
        store: &Quads,
        start: u64,
        text: &str,
        proofs: Proofs,
        most: usize,
        labels: &mut BTreeMap<String, String>,
    ) -> Result<Sentence> {
        let mut proofs: Vec<(Fact, Vec<Found>)> =
            proofs.into_iter().map(|(fact, proofs)| (fact, words(proofs, start))).collect();
        let order = |(fact, found): &(Fact, Vec<Found>)| {
            (found[0].within, found[0].evidence.clone(), fact.subject.clone(), fact.property.clone())
        };
        proofs.sort_by_cached_key(order);
        let (mut facts, mut more): (Vec<Proven>, usize) = (Vec::new(), 0);
        for (fact, found) in proofs {
            if facts.len() == most {
                more += 1;
                continue;
            }
            let said = self.said(store, &fact, labels)?;
            // That a thing is called by its name goes without saying.
            if said.object != said.subject {
                facts.push(self.proven(said, &fact.property, found));
            }
        }
        facts.sort_by(|a, b| {
            (a.found.within, &a.said, &a.found.evidence).cmp(&(b.found.within, &b.said, &b.found.evidence))
        });
        Ok(Sentence { end: start + length(text), start, text: text.to_owned(), facts, more })
    }

    fn proven(&self, said: Said, property: &str, mut found: Vec<Found>) -> Proven {
        let object = said.object_iri.as_deref().and_then(|iri| self.find(iri));
        let ends = self.find(&said.subject_iri).zip(object);
        let mut edges = ends.into_iter().flat_map(|(from, to)| self.between(from, to));
        let edge = edges.find(|edge| {
            let kind = self.kind(&self.graph[*edge]);
            kind.iri == property || kind.inverse.iter().any(|inverse| inverse == property)
        });
        Proven {
            subject_id: self.short(&said.subject_iri).to_owned(),
            object_id: object.map(|at| self.id(at).to_owned()),
            edge: edge.map(|edge| self.edge_id(edge)),
            found: found.remove(0),
            also: found,
            said,
        }
    }
}

/// The words of a sentence that prove a fact, the best first.
fn words(mut proofs: Vec<Proof>, start: u64) -> Vec<Found> {
    proofs.sort_by(|a, b| {
        let best = b.accepted.cmp(&a.accepted).then(b.confidence.total_cmp(&a.confidence));
        best.then_with(|| (a.start, &a.evidence).cmp(&(b.start, &b.evidence)))
    });
    let found = proofs.into_iter().map(|proof| {
        let within = proof.start.checked_sub(start).map(|from| (from, from + length(&proof.quote)));
        Found {
            within: within.filter(|(_, to)| *to <= length(&proof.sentence)),
            evidence: proof.evidence,
            accepted: proof.accepted,
            quote: proof.quote,
            by: proof.found_by.strip_prefix(ID).unwrap_or(&proof.found_by).to_owned(),
            confidence: proof.confidence,
        }
    });
    found.collect()
}

/// Where a sentence may begin in its article: as often as the words stand in it.
fn starts(proof: &Proof) -> Vec<u64> {
    if proof.quote.is_empty() {
        return Vec::new();
    }
    let before = proof.sentence.match_indices(&proof.quote).map(|(at, _)| length(&proof.sentence[..at]));
    before.filter_map(|before| proof.start.checked_sub(before)).collect()
}

fn length(text: &str) -> u64 {
    u64::try_from(text.chars().count()).unwrap_or(u64::MAX)
}
