//! Why the graph says what it says of a node: its facts, each with every piece of evidence and who found it.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::Term;
use petgraph::graph::NodeIndex;
use serde::Serialize;

use super::View;
use super::evidence::Shown;
use super::page::{capitalised, heading_of};
use crate::error::{Error, Result};
use crate::ontology::vocab::{FOUND_BY, ID, expand, shorten};
use crate::store::read::{Fact, Finder, Quads, facts, facts_of_sentence, finder, proofs, property_label, text_of};
use crate::text::key::{bare_key, key};

/// The facts of a node with their evidence.
#[derive(Clone, Debug, Serialize)]
pub struct Reasons {
    /// The node's IRI.
    pub iri: String,
    /// The short id that means exactly it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is, in the words of the ontology.
    pub class: String,
    /// Its facts: ranks, posts, events, then what it was given or became.
    pub facts: Vec<Reason>,
    /// The heading of the next.
    #[serde(skip)]
    pub finders_title: String,
    /// The cues and rules that found them, by their names.
    pub finders: Vec<Finder>,
}

/// A fact with its evidence.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    /// What it says.
    #[serde(flatten)]
    pub said: Said,
    /// Every piece of evidence, the earliest published first.
    pub evidence: Vec<Ground>,
}

/// A fact in words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Said {
    /// What the subject is called.
    pub subject: String,
    /// The property in the words of the ontology.
    pub relation: String,
    /// What the object is called, or its text.
    pub object: String,
    /// The property as a prefixed name.
    pub property: String,
    /// The subject's IRI.
    pub subject_iri: String,
    /// The object's IRI, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object_iri: Option<String>,
}

/// A piece of evidence, and what else rests on its sentence.
#[derive(Clone, Debug, Serialize)]
pub struct Ground {
    /// The words, the sentence, the article.
    #[serde(flatten)]
    pub shown: Shown,
    /// The cue or rule that found them, by its name: `cue/dự`, `rule/event-head`.
    pub by: String,
    /// The other facts that rest on the same sentence.
    pub beside: Vec<Said>,
}

/// Which facts are asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Texts that must all stand in the fact: in its relation, or in the name or class of its other end; diacritics
    /// may be left out where no fact has them as written.
    pub texts: Vec<String>,
    /// A part of the ids of the articles that count.
    pub article: Option<String>,
}

/// A fact with the texts that it may be found by.
struct Candidate {
    fact: Fact,
    said: Said,
    texts: Vec<String>,
}

impl View {
    /// The facts of a node that are asked for, with their evidence from the store the view was read from.
    ///
    /// What happened to the node, such as an appointment or an award, is told with all its own facts.
    ///
    /// # Errors
    /// [`Error::Name`] when no fact is asked for, and when the store cannot be read.
    pub fn reasons(&self, store: &Quads, at: NodeIndex, asked: &Asked) -> Result<Reasons> {
        let node = self.node(at);
        let all = self.candidates_of(store, at)?;
        let count = all.len();
        let mut reasons = Vec::new();
        for candidate in chosen(all, &asked.texts) {
            let evidence = self.grounds(store, &candidate, asked.article.as_deref())?;
            if !evidence.is_empty() {
                reasons.push((self.order(at, &candidate.fact), candidate.said, evidence));
            }
        }
        if reasons.is_empty() {
            return Err(Error::Name { reason: self.nothing(at, count, asked) });
        }
        reasons.sort_by(|a, b| (a.0, first_day(&a.2), &a.1).cmp(&(b.0, first_day(&b.2), &b.1)));
        let facts: Vec<Reason> = reasons.into_iter().map(|(_, said, evidence)| Reason { said, evidence }).collect();
        let found_by: BTreeSet<&str> =
            facts.iter().flat_map(|r| &r.evidence).map(|g| g.shown.proof.found_by.as_str()).collect();
        let finders = found_by.into_iter().map(|iri| finder(store, iri, self.language()));
        Ok(Reasons {
            iri: node.iri.clone(),
            id: self.id(at).to_owned(),
            name: self.full_caption(at),
            class: self.captions(at).join(", "),
            finders_title: capitalised(&property_label(store, FOUND_BY, self.language())?),
            finders: finders.collect::<Result<_>>()?,
            facts,
        })
    }

    /// The facts of a node and of what happened to it, each said once.
    fn candidates_of(&self, store: &Quads, at: NodeIndex) -> Result<Vec<Candidate>> {
        let iri = &self.node(at).iri;
        let mut found = facts(store, iri)?;
        let happened: BTreeSet<String> =
            found.iter().filter(|f| f.subject != *iri && self.happens(&f.subject)).map(|f| f.subject.clone()).collect();
        for subject in happened {
            let own = facts(store, &subject)?.into_iter().filter(|f| f.subject == subject);
            found.extend(own.filter(|f| !found.contains(f)).collect::<Vec<_>>());
        }
        self.tell_once(&mut found);
        let mut labels = BTreeMap::new();
        found.into_iter().map(|fact| self.candidate(store, iri, fact, &mut labels)).collect()
    }

    /// Drops what is also told the other way round, as an edge of the view.
    pub(super) fn tell_once(&self, facts: &mut Vec<Fact>) {
        let turned: BTreeSet<&String> = self.kinds().iter().flat_map(|k| &k.inverse).collect();
        let ends: BTreeSet<(String, String)> = facts.iter().map(|f| (f.subject.clone(), text_of(&f.object))).collect();
        facts.retain(|f| !(turned.contains(&f.property) && ends.contains(&(text_of(&f.object), f.subject.clone()))));
    }

    fn candidate(
        &self,
        store: &Quads,
        about: &str,
        fact: Fact,
        labels: &mut BTreeMap<String, String>,
    ) -> Result<Candidate> {
        let said = self.said(store, &fact, labels)?;
        let mut texts = vec![said.relation.clone(), said.property.clone()];
        let ends = [(&said.subject, Some(&said.subject_iri)), (&said.object, said.object_iri.as_ref())];
        for (name, iri) in ends.into_iter().filter(|(_, iri)| *iri != Some(&about.to_owned())) {
            texts.push(name.clone());
            let classes = iri.and_then(|iri| self.find(iri)).map(|at| self.captions(at)).unwrap_or_default();
            texts.extend(classes.into_iter().map(str::to_owned));
        }
        Ok(Candidate { fact, said, texts })
    }

    /// Whether a resource is something that happens to others: a change of office, the giving of an award.
    fn happens(&self, iri: &str) -> bool {
        let classes = ["vg:Change", "vg:AwardGiving"];
        self.find(iri).is_some_and(|at| classes.iter().filter_map(|c| expand(c)).any(|class| self.is_a(at, &class)))
    }

    pub(super) fn said(&self, store: &Quads, fact: &Fact, labels: &mut BTreeMap<String, String>) -> Result<Said> {
        let relation = match labels.get(&fact.property) {
            Some(label) => label.clone(),
            None => property_label(store, &fact.property, self.language())?,
        };
        labels.insert(fact.property.clone(), relation.clone());
        let called = |iri: &str| self.find(iri).map_or_else(|| self.short(iri).to_owned(), |at| self.caption(at));
        let (object, object_iri) = match &fact.object {
            Term::NamedNode(node) => (called(node.as_str()), Some(node.as_str().to_owned())),
            literal => (text_of(literal), None),
        };
        Ok(Said {
            subject: called(&fact.subject),
            relation,
            object,
            property: shorten(&fact.property),
            subject_iri: fact.subject.clone(),
            object_iri,
        })
    }

    /// The evidence of a fact from the articles asked for, the earliest published first.
    fn grounds(&self, store: &Quads, candidate: &Candidate, article: Option<&str>) -> Result<Vec<Ground>> {
        let Fact { subject, property, object } = &candidate.fact;
        let all: Vec<usize> = (0..self.articles().len()).collect();
        let mut found: Vec<Shown> =
            proofs(store, subject, property, object)?.into_iter().filter_map(|p| self.shown(&all, p)).collect();
        found.retain(|shown| article.is_none_or(|part| shown.id.contains(part)));
        found.sort_by(|a, b| {
            let place = |s: &Shown| (s.published.is_none(), s.published.clone(), s.id.clone(), s.proof.start);
            place(a).cmp(&place(b))
        });
        let mut grounds = Vec::new();
        let mut labels = BTreeMap::new();
        for shown in found {
            let mut others = facts_of_sentence(store, &shown.proof.article, &shown.proof.sentence)?;
            self.tell_once(&mut others);
            let mut beside: BTreeSet<Said> = BTreeSet::new();
            for fact in others.iter().filter(|f| **f != candidate.fact) {
                beside.insert(self.said(store, fact, &mut labels)?);
            }
            // That a thing is called by its name goes without saying.
            beside.retain(|said| said.object != said.subject);
            let by = shown.proof.found_by.strip_prefix(ID);
            let by = by.unwrap_or(&shown.proof.found_by).to_owned();
            grounds.push(Ground { shown, by, beside: beside.into_iter().collect() });
        }
        Ok(grounds)
    }

    /// Where a fact stands: what is said of the node itself in the order of its page, then what is said of others.
    fn order(&self, at: NodeIndex, fact: &Fact) -> (bool, usize) {
        if fact.subject != self.node(at).iri {
            return (true, 0);
        }
        (false, self.kinds().iter().find(|k| k.iri == fact.property).map_or(0, heading_of))
    }

    fn nothing(&self, at: NodeIndex, count: usize, asked: &Asked) -> String {
        let name = &self.node(at).label;
        if count == 0 {
            return format!("no article states anything of {name} itself; `show` tells what is connected with it");
        }
        let texts: Vec<String> = asked.texts.iter().map(|t| format!("\"{t}\"")).collect();
        let texts = if texts.is_empty() { String::new() } else { format!(" with {}", texts.join(" and ")) };
        let article = asked.article.as_ref().map(|id| format!(" in an article \"{id}\"")).unwrap_or_default();
        format!("none of the {count} facts about {name} is one{texts}{article}; ask for less, or for all of them")
    }
}

/// The candidates in which each text stands, as written where one has it so, else without tones and marks.
fn chosen(all: Vec<Candidate>, texts: &[String]) -> Vec<Candidate> {
    texts.iter().fold(all, |left, text| {
        let has = |c: &Candidate, key: fn(&str) -> String| c.texts.iter().any(|t| key(t).contains(&key(text)));
        let fold = if left.iter().any(|c| has(c, key)) { key } else { bare_key };
        left.into_iter().filter(|c| has(c, fold)).collect()
    })
}

/// The first day on which a fact was told; what no day is known of comes last.
fn first_day(evidence: &[Ground]) -> (bool, Option<&str>) {
    let day = evidence.iter().filter_map(|g| g.shown.published.as_deref()).min();
    (day.is_none(), day)
}
