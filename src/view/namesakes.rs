//! Names that several people bear, or that differ by a lapse of print, and who of them may be one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use serde::Serialize;

use super::View;
use crate::ontology::vocab::{POST, expand};
use crate::text::key::key;
use crate::text::lapse::Lapse;

/// People of one name.
#[derive(Clone, Debug, Serialize)]
pub struct Namesakes {
    /// The name; two, with a stroke between, where they differ by a lapse of print.
    pub name: String,
    /// How the two names differ, where it is two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differ: Option<String>,
    /// Those who bear it, the best connected first.
    pub people: Vec<Bearer>,
    /// Pairs of ids of whom nothing says whether they are one.
    pub undecided: Vec<(String, String)>,
}

/// One of several people of a name.
#[derive(Clone, Debug, Serialize)]
pub struct Bearer {
    /// The short id that means exactly them.
    pub id: String,
    /// Their posts, in order of their names.
    pub posts: Vec<String>,
    /// The first and the last day of publication of the articles that tell of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<(String, String)>,
    /// In how many articles they are told of.
    pub articles: usize,
    /// How many edges lead to others.
    pub connections: usize,
}

impl View {
    /// The names that several people bear, and pairs of undecided people whose names differ by a lapse of print; those of the best connected people first, equals by name.
    pub fn namesakes(&self) -> Vec<Namesakes> {
        let person = expand("vg:Person").unwrap_or_default();
        let mut by_name: BTreeMap<String, Vec<NodeIndex>> = BTreeMap::new();
        for at in self.nodes().filter(|at| self.is_a(*at, &person)) {
            by_name.entry(key(&self.node(at).label)).or_default().push(at);
        }
        let shared = by_name.into_values().filter(|people| people.len() > 1);
        let mut all: Vec<Namesakes> = shared.map(|people| self.bearers_of(&people)).collect();
        all.extend(self.frame.undecided.iter().filter_map(|(a, b)| self.nearly_one(a, b)));
        all.sort_by_key(|n| Reverse(n.people.iter().map(|p| p.connections).sum::<usize>()));
        all
    }

    fn bearers_of(&self, people: &[NodeIndex]) -> Namesakes {
        let iris: BTreeSet<&str> = people.iter().map(|at| self.node(*at).iri.as_str()).collect();
        let pairs = self.frame.undecided.iter().filter(|(a, b)| iris.contains(a.as_str()) && iris.contains(b.as_str()));
        let id = |iri: &str| self.find(iri).map(|at| self.id(at).to_owned());
        let undecided = pairs.filter_map(|(a, b)| Some((id(a)?, id(b)?))).collect();
        let mut bearers: Vec<Bearer> = people.iter().map(|at| self.bearer(*at)).collect();
        bearers.sort_by_key(|b| Reverse(b.connections));
        let name = people.first().map_or(String::new(), |at| self.node(*at).label.clone());
        Namesakes { name, differ: None, people: bearers, undecided }
    }

    /// Two undecided people whose names are nearly one.
    fn nearly_one(&self, a: &str, b: &str) -> Option<Namesakes> {
        let people = [self.find(a)?, self.find(b)?];
        let [one, other] = people.map(|at| self.node(at).label.as_str());
        let lapse = Lapse::between(one, other)?;
        let name = format!("{one} / {other}");
        Some(Namesakes { name, differ: Some(lapse.to_string()), ..self.bearers_of(&people) })
    }

    fn bearer(&self, at: NodeIndex) -> Bearer {
        let ways = [Direction::Outgoing, Direction::Incoming].into_iter();
        let others: Vec<NodeIndex> = ways.flat_map(|way| self.links(at, way)).map(|(_, other)| other).collect();
        let posts: BTreeSet<&str> =
            others.iter().filter(|o| self.is_a(**o, POST)).map(|o| self.node(*o).label.as_str()).collect();
        let node = self.node(at);
        let days = || node.articles.iter().filter_map(|a| self.articles()[*a].published.clone());
        Bearer {
            id: self.id(at).to_owned(),
            posts: posts.into_iter().map(str::to_owned).collect(),
            told: days().min().zip(days().max()),
            articles: node.articles.len(),
            connections: others.len(),
        }
    }
}
