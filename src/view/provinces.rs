//! What the provinces hosted, year by year.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::Direction;
use serde::Serialize;

use super::View;
use crate::error::Result;
use crate::store::read::{self, Province, Quads};

/// The provinces of now and those that were merged.
#[derive(Clone, Debug, Serialize)]
pub struct Provinces {
    /// The years of which events are told, in order.
    pub years: Vec<i16>,
    /// The provinces, by IRI.
    pub provinces: Vec<Hosting>,
}

/// A province with the events it hosted.
#[derive(Clone, Debug, Serialize)]
pub struct Hosting {
    /// The short id that means exactly it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its IRI.
    pub iri: String,
    /// Its official code; one that was merged may have that of another of now.
    pub code: Option<String>,
    /// Whether it is one of those of now.
    pub today: bool,
    /// Its last day, where it is none of those of now.
    pub until: Option<String>,
    /// The short id of the province of now that all of it went into.
    pub merged_into: Option<String>,
    /// How many events it hosted, by year.
    pub events: BTreeMap<i16, usize>,
    /// How many it hosted of which not even the year is known; they are in none of `events`.
    pub undated: usize,
}

impl View {
    /// All provinces with the events they hosted, in one year where one is given.
    ///
    /// An event without a date counts for the year of the first article that tells of it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn provinces(&self, store: &Quads, year: Option<i16>) -> Result<Provinces> {
        let all = read::provinces(store)?;
        let heirs: Vec<Option<String>> = all.iter().map(|province| heir(&all, province)).collect();
        let mut years = BTreeSet::new();
        let mut provinces = Vec::new();
        for (province, heir) in all.into_iter().zip(heirs) {
            let mut events: BTreeMap<i16, usize> = BTreeMap::new();
            let mut undated = 0;
            let links = self.find(&province.iri).map(|at| self.links(at, Direction::Outgoing)).unwrap_or_default();
            for (_, event) in links.into_iter().filter(|(edge, _)| self.is_kind(&self.graph[*edge], "vg:hosts")) {
                let day = self.days(event).or_else(|| self.told_between(&self.node(event).articles));
                match day {
                    Some((first, _)) => *events.entry(first.year()).or_default() += 1,
                    None => undated += 1,
                }
            }
            years.extend(events.keys().copied());
            events.retain(|own, _| year.is_none_or(|year| year == *own));
            provinces.push(Hosting {
                id: self.short(&province.iri).to_owned(),
                today: is_of_now(&province),
                name: province.name,
                code: province.code,
                merged_into: heir.map(|iri| self.short(&iri).to_owned()),
                until: province.until,
                iri: province.iri,
                events,
                undated,
            });
        }
        Ok(Provinces { years: years.into_iter().collect(), provinces })
    }
}

fn is_of_now(province: &Province) -> bool {
    province.until.is_none() && province.into.is_empty()
}

/// The IRI of the one province of now that a former one went into, maybe by way of others.
fn heir(all: &[Province], former: &Province) -> Option<String> {
    let (mut seen, mut next) = (BTreeSet::new(), former.into.clone());
    let mut heirs = BTreeSet::new();
    while let Some(iri) = next.pop() {
        let province = all.iter().find(|province| province.iri == iri)?;
        if is_of_now(province) {
            heirs.insert(iri);
        } else if seen.insert(iri) {
            next.extend(province.into.iter().cloned());
        }
    }
    heirs.pop_first().filter(|_| heirs.is_empty())
}
