//! An article: the sentences that prove something, in their order, with what each proves.
//!
//! The store keeps no texts, only the sentences that are evidence; where others stood between two of them, the first ends before
//! the second begins.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::View;
use super::reasons::Said;
use crate::error::Result;
use crate::ontology::vocab::ID;
use crate::store::read::{Article, Fact, Proof, Quads, proofs_in};

/// An article and what it proves.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// Its IRI.
    pub iri: String,
    /// Its id.
    pub id: String,
    /// Its headline.
    pub title: Option<String>,
    /// Its date, as precise as known.
    pub published: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// The paper it is from.
    pub source: Option<String>,
    /// The sentences that prove something, in their order.
    pub sentences: Vec<Sentence>,
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
    /// What it proves, in the order of the words.
    pub facts: Vec<Proven>,
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

impl View {
    /// The article with a short id (`article/…`) or an IRI.
    pub fn article_with_id(&self, id: &str) -> Option<&Article> {
        let at = self.article(id).or_else(|| self.article(&format!("{}{id}", self.base())))?;
        Some(&self.articles()[at])
    }

    /// What an article tells, by its id, its short id (`article/…`) or its IRI; none when there is no such.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn told_by(&self, store: &Quads, id: &str) -> Result<Option<Told>> {
        let found = self.article_with_id(id).or_else(|| self.articles().iter().find(|article| article.id == id));
        let Some(Article { iri, id, title, published, url, source }) = found.cloned() else {
            return Ok(None);
        };
        let mut found = proofs_in(store, &iri)?;
        self.keep_once(&mut found);
        // The longest words are the surest to stand in their sentence only once.
        found.sort_by_cached_key(|(_, proof)| {
            (Reverse(proof.quote.chars().count()), proof.start, proof.evidence.clone())
        });
        let mut sentences: BTreeMap<(u64, String), Vec<Proven>> = BTreeMap::new();
        let mut labels = BTreeMap::new();
        for (fact, proof) in found {
            let said = self.said(store, &fact, &mut labels)?;
            // That a thing is called by its name goes without saying.
            if said.object == said.subject {
                continue;
            }
            let starts = starts(&proof);
            let known = starts.iter().find(|start| sentences.contains_key(&(**start, proof.sentence.clone())));
            let start = *known.or(starts.first()).unwrap_or(&proof.start);
            let proven = self.proven(said, &fact.property, &proof, start);
            sentences.entry((start, proof.sentence)).or_default().push(proven);
        }
        let sentences = sentences.into_iter().map(|((start, text), mut facts)| {
            facts.sort_by(|a, b| (a.within, &a.said, &a.evidence).cmp(&(b.within, &b.said, &b.evidence)));
            Sentence { end: start + length(&text), start, text, facts }
        });
        Ok(Some(Told { sentences: sentences.collect(), iri, id, title, published, url, source }))
    }

    /// Drops what is also told the other way round, as an edge of the view.
    fn keep_once(&self, found: &mut Vec<(Fact, Proof)>) {
        let mut facts: Vec<Fact> = found.iter().map(|(fact, _)| fact.clone()).collect();
        self.tell_once(&mut facts);
        found.retain(|(fact, _)| facts.contains(fact));
    }

    fn proven(&self, said: Said, property: &String, proof: &Proof, start: u64) -> Proven {
        let object = said.object_iri.as_deref().and_then(|iri| self.find(iri));
        let ends = self.find(&said.subject_iri).zip(object);
        let mut edges = ends.into_iter().flat_map(|(from, to)| self.between(from, to));
        let edge = edges.find(|edge| {
            let kind = self.kind(&self.graph[*edge]);
            kind.iri == *property || kind.inverse.contains(property)
        });
        let within = proof.start.checked_sub(start).map(|from| (from, from + length(&proof.quote)));
        Proven {
            subject_id: self.short(&said.subject_iri).to_owned(),
            object_id: object.map(|at| self.id(at).to_owned()),
            edge: edge.map(|edge| self.edge_id(edge)),
            evidence: proof.evidence.clone(),
            accepted: proof.accepted,
            quote: proof.quote.clone(),
            within: within.filter(|(_, to)| *to <= length(&proof.sentence)),
            by: proof.found_by.strip_prefix(ID).unwrap_or(&proof.found_by).to_owned(),
            confidence: proof.confidence,
            said,
        }
    }
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
