//! The words that prove an edge, with what is known of their articles.

use std::collections::BTreeSet;

use oxigraph::model::{NamedNode, Term};
use petgraph::graph::EdgeIndex;
use serde::Serialize;

use super::View;
use crate::error::Result;
use crate::store::read::{Proof, Quads, some_proofs};

/// Among how many times as many pieces of evidence as are wanted the best are looked for.
const LOOKED_AT: usize = 4;

/// A piece of evidence with what is known of its article.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    /// The words, the sentence, where they stand, who found them.
    #[serde(flatten)]
    pub proof: Proof,
    /// The article's id.
    pub id: String,
    /// Its headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Where it stands on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The paper it is from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Where the words stand in the sentence: first code point and one past the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<(usize, usize)>,
}

impl View {
    /// The evidence of an edge, from the articles that state it in this view, the most confident first, then the
    /// earliest published.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn evidence(&self, store: &Quads, edge: EdgeIndex) -> Result<Vec<Shown>> {
        Ok(self.some_evidence(store, edge, usize::MAX)?.0)
    }

    /// Some pieces of the evidence of an edge, the most confident first, and how many there are at least beside.
    ///
    /// Where there are many, the best are looked for among no more than a few times as many as are wanted, and each article of which
    /// none was looked at is taken to have one.
    pub(super) fn some_evidence(&self, store: &Quads, edge: EdgeIndex, most: usize) -> Result<(Vec<Shown>, usize)> {
        let Some((from, to)) = self.graph.edge_endpoints(edge) else {
            return Ok((Vec::new(), 0));
        };
        let looked_at = most.saturating_mul(LOOKED_AT);
        let (link, from, to) = (&self.graph[edge], &self.node(from).iri, &self.node(to).iri);
        let kind = self.kind(link);
        let term = |iri: &str| Term::from(NamedNode::new_unchecked(iri));
        if !kind.proven {
            return Ok((Vec::new(), 0));
        }
        let (mut found, mut more) = some_proofs(store, from, &kind.iri, &term(to), looked_at)?;
        for inverse in &kind.inverse {
            let (others, beside) = some_proofs(store, to, inverse, &term(from), looked_at)?;
            found.extend(others);
            more |= beside;
        }
        let articles: BTreeSet<&String> = found.iter().map(|proof| &proof.article).collect();
        let unread = if more { link.articles.len().saturating_sub(articles.len()).max(1) } else { 0 };
        let mut shown: Vec<Shown> =
            found.into_iter().filter_map(|proof| self.shown(link.articles.as_slice(), proof)).collect();
        let best_first = |a: &Shown, b: &Shown| b.proof.confidence.total_cmp(&a.proof.confidence);
        let place = |s: &Shown| (s.published.clone(), s.id.clone(), s.proof.start, s.proof.end);
        shown.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| best_first(a, b)));
        shown.dedup_by(|a, b| place(a) == place(b));
        shown.sort_by(best_first);
        let left = unread + shown.len().saturating_sub(most);
        shown.truncate(most);
        Ok((shown, left))
    }

    pub(super) fn shown(&self, among: &[usize], proof: Proof) -> Option<Shown> {
        let article = among.iter().map(|a| &self.articles()[*a]).find(|a| a.iri == proof.article)?;
        Some(Shown {
            id: article.id.clone(),
            title: article.title.clone(),
            published: article.published.clone(),
            url: article.url.clone(),
            source: article.source.clone(),
            within: within(&proof.sentence, &proof.quote),
            proof,
        })
    }
}

/// Where words stand in a sentence, in code points.
fn within(sentence: &str, words: &str) -> Option<(usize, usize)> {
    let at = sentence.find(words).filter(|_| !words.is_empty())?;
    let start = sentence[..at].chars().count();
    Some((start, start + words.chars().count()))
}
