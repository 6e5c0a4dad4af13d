//! Who held what from when to when, as the derived graph of the store tells it, with the words it rests on.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use petgraph::graph::NodeIndex;
use serde::Serialize;

use super::View;
use super::evidence::Shown;
use super::incumbents::Term;
use super::page::Extent;
use super::times::{TERM, Times};
use crate::error::{Error, Result};
use crate::ontology::vocab::POST;
use crate::store::read::{self, Quads, label_of, proof};

/// The dates of a tenure, in order of time, with the words that say them by themselves.
pub(super) const SIDES: [&str; 6] = ["notBefore", "began", "firstAttested", "lastAttested", "ended", "notAfter"];

/// Who held a post, one after the other.
#[derive(Clone, Debug, Serialize)]
pub struct Holders {
    /// The name of the post.
    pub post: String,
    /// Its IRI.
    pub iri: String,
    /// The short id that means exactly it.
    pub id: String,
    /// What it is, in the words of the ontology.
    pub class: String,
    /// Those who held it, in order of time; somebody who held it twice twice.
    pub holders: Vec<Held>,
}

/// A tenure, or the time in a rank, as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct Held {
    /// The IRI of the tenure.
    pub tenure: String,
    /// The name of the person.
    pub person: String,
    /// The IRI of the person.
    pub person_iri: String,
    /// The short id that means exactly this person.
    pub person_id: String,
    /// The name of the post or rank.
    pub held: String,
    /// Its IRI.
    pub held_iri: String,
    /// The short id that means exactly it.
    pub held_id: String,
    /// From when to when, briefly: `≤` by then at the latest, `≥` until then at least, neither for what articles tell.
    pub span: String,
    /// When it began, as told, else the first day it is attested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The last day it is attested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_attested: Option<String>,
    /// How certain it is on the day asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// The same in the words of the ontology.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_that_day: Option<String>,
    /// What is known of its time, in order of time.
    pub bounds: Vec<Why>,
    /// How many articles tell of it.
    pub articles: usize,
    /// How many of them have no date, so that they bound nothing.
    pub undated: usize,
    /// The names of those who held it before.
    pub before: Vec<String>,
    /// The names of those who held it after.
    pub after: Vec<String>,
    /// The names of others who held it at the same time.
    pub beside: Vec<String>,
    /// The sentences it rests on, those that bound it first.
    pub evidence: Vec<Shown>,
    /// Its dates, for reckoning.
    #[serde(skip)]
    pub(super) times: Times,
}

/// A date of a tenure and why it is what it is.
#[derive(Clone, Debug, Serialize)]
pub struct Why {
    /// Which date, as the local name of its property.
    pub property: String,
    /// The same in the words of the ontology.
    pub label: String,
    /// The date, as precise as told.
    pub date: String,
    /// The reason, in the words of the ontology.
    pub reason: String,
    /// The id of the article, or the short id of the body or place, that gives it.
    pub source: String,
}

/// How certain it is that something was held on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The day lies in the attested time.
    Certain,
    /// The day lies within the outer bounds, or on an unbounded side within a term of office.
    Possible,
}

impl Held {
    /// How certain it is that it was held on a day; none when it was not.
    pub fn on(&self, day: Date) -> Option<Certainty> {
        self.times.on(day)
    }

    /// Whether it had ended for certain before a day.
    pub fn over_by(&self, day: Date) -> bool {
        self.times.over_by(day)
    }

    /// What it is ordered by: its earliest known day; those without come first.
    pub(super) fn order(&self) -> (Option<Date>, Option<Date>) {
        self.times.order()
    }

    /// The bounds that say more than the others: a told beginning or end says all of its side, and that a body ended
    /// long after the last attestation says nothing.
    pub fn telling(&self) -> Vec<&Why> {
        let has = |side: &str| self.times.dates.contains_key(side);
        let year = |date: Option<&String>| date?.get(..4)?.parse::<i16>().ok();
        let far = |why: &Why| {
            let near = if why.property == "notAfter" { "lastAttested" } else { "firstAttested" };
            let years = year(Some(&why.date)).zip(year(self.times.dates.get(near))).map(|(a, b)| (a - b).abs());
            self.times.by_body.contains(&why.property) && years.is_some_and(|years| years > TERM)
        };
        let once = self.times.dates.get("firstAttested") == self.times.dates.get("lastAttested");
        let tells = |why: &&Why| match why.property.as_str() {
            "notBefore" => !has("began") && !far(why),
            "firstAttested" => !has("began"),
            "lastAttested" => !has("ended") && (!once || has("began")),
            "notAfter" => !has("ended") && !far(why),
            _ => true,
        };
        self.bounds.iter().filter(tells).collect()
    }
}

impl View {
    /// Who held the posts that a name means (see [`View::named`]), the posts in order of their first holders; on a day only
    /// those who held it then, or may have.
    ///
    /// # Errors
    /// When no post has that name, and when the store cannot be read.
    pub fn holders(&self, store: &Quads, name: &str, on: Option<Date>) -> Result<Vec<Holders>> {
        let mut posts = self.candidates(name);
        posts.retain(|at| self.is_a(*at, POST));
        if posts.is_empty() {
            let at = self.named(name)?;
            let reason = format!("\"{name}\" is no post: {} · {}", self.id(at), self.tell_apart(at));
            return Err(Error::Name { reason });
        }
        let mut all = Vec::new();
        for at in posts {
            let mut holders = self.tenures(store, at)?;
            if let Some(day) = on {
                holders.retain(|held| held.on(day).is_some());
                self.note_certainty(store, &mut holders, day)?;
            }
            let node = self.node(at);
            let class = self.captions(at).join(", ");
            let (iri, id) = (node.iri.clone(), self.id(at).to_owned());
            all.push(Holders { post: node.label.clone(), iri, id, class, holders });
        }
        all.sort_by_cached_key(|h| (h.holders.first().map_or((None, None), Held::order), h.iri.clone()));
        Ok(all)
    }

    /// Notes how certain it is of each that it was held on a day.
    pub(super) fn note_certainty(&self, store: &Quads, held: &mut [Held], day: Date) -> Result<()> {
        let label = |word| label_of(store, word, self.language());
        let (certain, possible) = (label("vg:Certain")?, label("vg:Possible")?);
        for held in held {
            held.certainty = held.on(day);
            held.on_that_day = held.certainty.and_then(|certainty| match certainty {
                Certainty::Certain => certain.clone(),
                Certainty::Possible => possible.clone(),
            });
        }
        Ok(())
    }

    /// The tenures and ranks of a person, or the tenures of a post or rank, in order of time.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn tenures(&self, store: &Quads, at: NodeIndex) -> Result<Vec<Held>> {
        Ok(self.tenures_within(store, &self.terms(store, at)?, None, Extent::ALL)?.0)
    }

    /// The same of [`View::terms`], on a day only those that were held then or may have been, or had ended; no more of them than is
    /// asked for, and how many come after these.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn tenures_within(
        &self,
        store: &Quads,
        terms: &[Term],
        on: Option<Date>,
        extent: Extent,
    ) -> Result<(Vec<Held>, usize)> {
        let known = |times: &Times| on.is_none_or(|day| times.on(day).is_some() || times.over_by(day));
        let known = self.in_order(terms.iter().filter(|term| known(&term.times)));
        let (mut held, after) = self.read_part(store, known, extent)?;
        if let Some(day) = on {
            self.note_certainty(store, &mut held, day)?;
        }
        Ok((held, after))
    }

    /// Terms in order of time, then by the name of what is held.
    pub(super) fn in_order<'t>(&self, terms: impl IntoIterator<Item = &'t Term>) -> Vec<&'t Term> {
        let mut terms: Vec<&Term> = terms.into_iter().collect();
        terms.sort_by_cached_key(|term| (term.times.order(), self.node(term.held).label.as_str(), &term.iri));
        terms
    }

    /// A part of some tenures as they are shown, and how many come after it.
    pub(super) fn read_part(&self, store: &Quads, terms: Vec<&Term>, extent: Extent) -> Result<(Vec<Held>, usize)> {
        let (some, after) = extent.of(terms);
        Ok((self.read_terms(store, some, extent)?, after))
    }

    /// Some tenures as they are shown.
    fn read_terms<'t>(
        &self,
        store: &Quads,
        terms: impl IntoIterator<Item = &'t Term>,
        extent: Extent,
    ) -> Result<Vec<Held>> {
        let terms = terms.into_iter().map(|term| read::tenure(store, term.iri.clone(), self.language()));
        self.with_evidence(store, self.without_evidence(store, terms.collect::<Result<_>>()?)?, extent.evidence)
    }

    /// Tenures as they are shown, yet without their sentences.
    fn without_evidence(&self, store: &Quads, tenures: Vec<read::Tenure>) -> Result<Vec<(Held, read::Tenure)>> {
        let mut labels = BTreeMap::new();
        for side in SIDES {
            labels.insert(side, label_of(store, &format!("vg:{side}"), self.language())?.unwrap_or_default());
        }
        let mut all = Vec::new();
        for tenure in tenures {
            if let (Some(person), Some(held)) = (self.find(&tenure.person), self.find(&tenure.held)) {
                all.push((self.held(store, &tenure, (person, held), &labels)?, tenure));
            }
        }
        Ok(all)
    }

    /// The same with their sentences, no more than so many each.
    fn with_evidence(
        &self,
        store: &Quads,
        all: impl IntoIterator<Item = (Held, read::Tenure)>,
        most: usize,
    ) -> Result<Vec<Held>> {
        let all =
            all.into_iter().map(|(held, tenure)| Ok(Held { evidence: self.words_of(store, &tenure, most)?, ..held }));
        all.collect()
    }

    fn held(
        &self,
        store: &Quads,
        tenure: &read::Tenure,
        (person, held): (NodeIndex, NodeIndex),
        labels: &BTreeMap<&str, String>,
    ) -> Result<Held> {
        let why = SIDES.iter().filter_map(|side| {
            let (date, bound) = (tenure.dates.get(*side)?, tenure.bounds.get(*side)?);
            let article = self.article(&bound.source).map(|at| self.articles()[at].id.as_str());
            Some(Why {
                property: (*side).to_owned(),
                label: labels.get(side).cloned().unwrap_or_default(),
                date: date.clone(),
                reason: bound.reason.clone(),
                source: article.unwrap_or_else(|| self.short(&bound.source)).to_owned(),
            })
        });
        let names = |iris: &[String]| -> Result<Vec<String>> {
            let mut names = BTreeSet::new();
            for iri in iris {
                let whose = read::holder(store, iri)?;
                names.extend(whose.and_then(|p| self.find(&p)).map(|at| self.node(at).label.clone()));
            }
            Ok(names.into_iter().collect())
        };
        let article = |iri: &String| self.article(iri).map(|at| &self.articles()[at]);
        let undated = tenure.articles.iter().filter(|iri| article(iri).is_some_and(|a| a.published.is_none())).count();
        Ok(Held {
            tenure: tenure.iri.clone(),
            person: self.node(person).label.clone(),
            person_iri: tenure.person.clone(),
            person_id: self.id(person).to_owned(),
            held: self.node(held).label.clone(),
            held_iri: tenure.held.clone(),
            held_id: self.id(held).to_owned(),
            span: self.times(tenure).span(),
            since: tenure.dates.get("began").or(tenure.dates.get("firstAttested")).cloned(),
            last_attested: tenure.dates.get("lastAttested").cloned(),
            certainty: None,
            on_that_day: None,
            bounds: why.collect(),
            articles: tenure.articles.len(),
            undated,
            before: names(&tenure.previous)?,
            after: names(&tenure.next)?,
            beside: names(&tenure.beside)?,
            evidence: Vec::new(),
            times: self.times(tenure),
        })
    }

    /// The sentences a tenure rests on, each once: those that give its dates, then those that tell it as held.
    fn words_of(&self, store: &Quads, tenure: &read::Tenure, most: usize) -> Result<Vec<Shown>> {
        let among: Vec<usize> = tenure.articles.iter().filter_map(|iri| self.article(iri)).collect();
        let (mut found, mut told): (Vec<Shown>, BTreeSet<(String, String)>) = (Vec::new(), BTreeSet::new());
        let mut tell = |found: &mut Vec<Shown>, shown: Shown| {
            if found.len() < most && told.insert((shown.id.clone(), shown.proof.sentence.clone())) {
                found.push(shown);
            }
        };
        for side in ["began", "ended", "firstAttested", "lastAttested", "notBefore", "notAfter"] {
            if found.len() < most
                && let Some(evidence) = tenure.bounds.get(side).and_then(|b| b.evidence.as_ref())
                && let Some(proof) = proof(store, evidence)?
            {
                self.shown(&among, proof).into_iter().for_each(|shown| tell(&mut found, shown));
            }
        }
        // Those of its edges are many, and are read only where these do not do.
        let ends = self.find(&tenure.person).zip(self.find(&tenure.held)).filter(|_| found.len() < most);
        let mut others: Vec<Shown> = Vec::new();
        for edge in ends.into_iter().flat_map(|(person, held)| self.between(person, held)) {
            let told_there = |shown: &Shown| tenure.articles.binary_search(&shown.proof.article).is_ok();
            others.extend(self.some_evidence(store, edge, most)?.0.into_iter().filter(told_there));
        }
        others.sort_by(|a, b| (&a.published, &a.id, a.proof.start).cmp(&(&b.published, &b.id, b.proof.start)));
        others.into_iter().for_each(|shown| tell(&mut found, shown));
        Ok(found)
    }

    /// The same of a tenure of which little has been read.
    pub(super) fn words_of_term(&self, store: &Quads, term: &Term, most: usize) -> Result<Vec<Shown>> {
        self.words_of(store, &read::tenure(store, term.iri.clone(), self.language())?, most)
    }
}
