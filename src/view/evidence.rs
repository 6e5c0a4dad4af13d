//! The words that prove an edge, with what is known of their articles.

use oxigraph::model::{NamedNode, Term};
use petgraph::graph::EdgeIndex;
use serde::Serialize;

use super::View;
use crate::error::Result;
use crate::store::read::{Proof, Quads, proofs};

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
}

impl View {
    /// The evidence of an edge, from the articles that state it in this view, the earliest published first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn evidence(&self, store: &Quads, edge: EdgeIndex) -> Result<Vec<Shown>> {
        let Some((from, to)) = self.graph.edge_endpoints(edge) else {
            return Ok(Vec::new());
        };
        let (link, from, to) = (&self.graph[edge], &self.node(from).iri, &self.node(to).iri);
        let kind = self.kind(link);
        let term = |iri: &str| Term::from(NamedNode::new_unchecked(iri));
        let mut found = proofs(store, from, &kind.iri, &term(to))?;
        for inverse in &kind.inverse {
            found.extend(proofs(store, to, inverse, &term(from))?);
        }
        let mut shown: Vec<Shown> =
            found.into_iter().filter_map(|proof| self.shown(link.articles.as_slice(), proof)).collect();
        shown.sort_by(|a, b| {
            (&a.published, &a.id, a.proof.start, a.proof.end).cmp(&(&b.published, &b.id, b.proof.start, b.proof.end))
        });
        shown.dedup_by(|a, b| (&a.id, a.proof.start, a.proof.end) == (&b.id, b.proof.start, b.proof.end));
        Ok(shown)
    }

    fn shown(&self, among: &[usize], proof: Proof) -> Option<Shown> {
        let article = among.iter().map(|a| &self.articles()[*a]).find(|a| a.iri == proof.article)?;
        Some(Shown {
            id: article.id.clone(),
            title: article.title.clone(),
            published: article.published.clone(),
            proof,
        })
    }
}
