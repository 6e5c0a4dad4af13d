//! Tenures of a person, or of a post or rank, as the derived graph tells them.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, Term};
use oxigraph::store::Store;

use super::pattern::{name, quads, resource, text_of};
use super::schema::label;
use crate::error::Result;
use crate::ontology::vocab::local_name;

/// Somebody's time in a post or rank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tenure {
    /// Its IRI.
    pub iri: String,
    /// The IRI of the person.
    pub person: String,
    /// The IRI of the post or rank.
    pub held: String,
    /// The dates known of it, by the local name of the property: `firstAttested`, `notAfter` …
    pub dates: BTreeMap<String, String>,
    /// Why each is what it is, by the same names.
    pub bounds: BTreeMap<String, Bound>,
    /// The IRIs of the articles that tell of it, sorted.
    pub articles: Vec<String>,
    /// The IRIs of the tenures before it.
    pub previous: Vec<String>,
    /// The IRIs of the tenures after it.
    pub next: Vec<String>,
    /// The IRIs of others' tenures of the post at the same time.
    pub beside: Vec<String>,
}

/// Why a date of a tenure is what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bound {
    /// What the ontology calls the reason.
    pub reason: String,
    /// The IRI of the article, or of the body or place, that gives the date.
    pub source: String,
    /// The IRI of the evidence that gives it.
    pub evidence: Option<String>,
}

/// The tenures of a person, or of a post or rank, by IRI; reasons in the given language where they have a label in it.
///
/// # Errors
/// When the store cannot be read.
pub fn tenures(store: &Store, of: &str, language: &str) -> Result<Vec<Tenure>> {
    of_all(store, of)?.into_iter().map(|iri| read(store, iri, Some(language))).collect()
}

/// The same with no names of reasons, which take most of the reading.
///
/// # Errors
/// When the store cannot be read.
pub fn tenures_briefly(store: &Store, of: &str) -> Result<Vec<Tenure>> {
    of_all(store, of)?.into_iter().map(|iri| read(store, iri, None)).collect()
}

/// One tenure, by its IRI.
///
/// # Errors
/// When the store cannot be read.
pub fn tenure(store: &Store, iri: String, language: &str) -> Result<Tenure> {
    read(store, iri, Some(language))
}

/// The IRIs of the tenures of a person, post or rank.
fn of_all(store: &Store, of: &str) -> Result<Vec<String>> {
    let of = Term::from(NamedNode::new_unchecked(of));
    let mut iris: Vec<String> = Vec::new();
    for property in ["org:member", "vg:bearer", "vg:inPost", "vg:inRank"] {
        iris.extend(quads(store, None, Some(&name(property)), Some(&of))?.iter().filter_map(|q| resource(&q.subject)));
    }
    iris.sort();
    iris.dedup();
    Ok(iris)
}

/// Whose tenure it is, by its IRI.
///
/// # Errors
/// When the store cannot be read.
pub fn holder(store: &Store, tenure: &str) -> Result<Option<String>> {
    let tenure = NamedNode::new_unchecked(tenure);
    let whose = quads(store, Some(tenure.as_ref()), Some(&name("org:member")), None)?;
    Ok(whose.first().map(|quad| text_of(&quad.object)))
}

fn read(store: &Store, iri: String, language: Option<&str>) -> Result<Tenure> {
    let subject = NamedNode::new_unchecked(&iri);
    let mut tenure = Tenure { iri, ..Tenure::default() };
    for quad in quads(store, Some(subject.as_ref()), None, None)? {
        let value = text_of(&quad.object);
        match local_name(quad.predicate.as_str()) {
            "member" | "bearer" => tenure.person = value,
            "inPost" | "inRank" => tenure.held = value,
            "wasDerivedFrom" => tenure.articles.push(value),
            "previousTenure" => tenure.previous.push(value),
            "nextTenure" => tenure.next.push(value),
            "heldBeside" => tenure.beside.push(value),
            "hasBound" => {
                let (side, bound) = bound(store, &value, language)?;
                tenure.bounds.insert(side, bound);
            }
            date => {
                if matches!(quad.object, Term::Literal(_)) {
                    tenure.dates.insert(date.to_owned(), value);
                }
            }
        }
    }
    for list in [&mut tenure.articles, &mut tenure.previous, &mut tenure.next, &mut tenure.beside] {
        list.sort();
    }
    Ok(tenure)
}

fn bound(store: &Store, iri: &str, language: Option<&str>) -> Result<(String, Bound)> {
    let (mut side, mut bound) = (String::new(), Bound::default());
    let subject = NamedNode::new_unchecked(iri);
    for quad in quads(store, Some(subject.as_ref()), None, None)? {
        let value = text_of(&quad.object);
        match local_name(quad.predicate.as_str()) {
            "bounds" => side = local_name(&value).to_owned(),
            "reason" => {
                let name = language.map(|language| label(store, &value, &["skos:prefLabel"], language)).transpose()?;
                bound.reason = name.flatten().unwrap_or(value);
            }
            "wasDerivedFrom" => bound.source = value,
            "restsOn" => bound.evidence = Some(value),
            _ => {}
        }
    }
    Ok((side, bound))
}
