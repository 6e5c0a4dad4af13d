//! Taking articles out of a store.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use super::{Report, Watch, settle};
use crate::error::Result;
use crate::store::quads::article_iri;
use crate::store::records::Records;
use crate::store::write::is_settled;
use crate::store::{Store, decisions};

/// How many ids near an unknown one are named.
const NEAR: usize = 3;

/// An id may have one error in so many letters, and still be meant.
const LETTERS_AN_ERROR: usize = 4;

/// What a retraction did.
#[derive(Clone, Debug, Default)]
pub struct Retraction {
    /// The ids of the articles that were taken out, sorted.
    pub gone: Vec<String>,
    /// Ids that are no article's of the store.
    pub unknown: Vec<Unknown>,
    /// What that did to the store.
    pub report: Report,
}

/// An id that no article of the store has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The id as it was given.
    pub id: String,
    /// Ids of the store that are written nearly so, the nearest first.
    pub near: Vec<String>,
}

/// Takes articles, by id or IRI, out of the store in `dir`, which is then what it would be if it had never had them.
///
/// Broken off, it has taken all of them out of the log of records or none; what is left to do in the graph then, the next
/// retraction or build does.
///
/// # Errors
/// When there is no store in `dir`, or the ontology or the store cannot be used.
pub fn retract(dir: &Path, ontology: &[PathBuf], wanted: &[String], watch: &mut dyn Watch) -> Result<Retraction> {
    // A folder without a store is told of, not made one.
    drop(Store::open(dir)?);
    let mut report = Report::default();
    watch.stage("ontology");
    let open = || {
        let store = Store::create(dir, None)?;
        let records = Records::load(&store)?;
        Ok((store, records))
    };
    let (ontology, (store, mut records)) = report.load(ontology, open)?;
    let (gone, unknown) = find(&store, &records, wanted)?;
    let mut retraction = Retraction { gone, unknown, report };
    if retraction.gone.is_empty() && is_settled(&store) {
        return Ok(retraction);
    }
    records.remove(&store, retraction.gone.iter().map(String::as_str))?;
    let decisions = decisions::load(&store)?;
    settle(&store, &ontology, records, &decisions, watch, &mut retraction.report)?;
    Ok(retraction)
}

/// The articles meant, and those that are not there. An article of the graph alone is one that a broken-off retraction left.
fn find(store: &Store, records: &Records, wanted: &[String]) -> Result<(Vec<String>, Vec<Unknown>)> {
    let ids: HashSet<&str> = records.ids().collect();
    let base = format!("{}article/", store.base());
    let (mut gone, mut unknown, mut seen) = (BTreeSet::new(), Vec::new(), HashSet::new());
    for given in wanted {
        let by_iri = || {
            let iri = given.strip_prefix('<').and_then(|i| i.strip_suffix('>')).unwrap_or(given);
            iri.starts_with(&base)
                .then(|| ids.iter().find(|id| article_iri(store.base(), id).as_str() == iri))
                .flatten()
        };
        if let Some(id) = ids.get(given.as_str()).or_else(by_iri) {
            gone.insert((*id).to_owned());
        } else if store.has_article(given)? {
            gone.insert(given.clone());
        } else if seen.insert(given) {
            unknown.push(Unknown { id: given.clone(), near: near(given, &ids) });
        }
    }
    Ok((gone.into_iter().collect(), unknown))
}

/// Ids written nearly like one: with few errors, or with it as a part.
fn near(given: &str, ids: &HashSet<&str>) -> Vec<String> {
    let wanted = given.to_lowercase();
    let letters = wanted.chars().count();
    let far = |id: &str| {
        let id = id.to_lowercase();
        let part = letters > LETTERS_AN_ERROR && id.contains(&wanted);
        // Comparing lengths first spares nearly all of the work.
        let close = id.chars().count().abs_diff(letters) <= letters.div_ceil(LETTERS_AN_ERROR);
        let errors = || strsim::damerau_levenshtein(&wanted, &id);
        match (part, close.then(errors)) {
            (true, _) => Some(0),
            (false, Some(errors)) if errors <= letters.div_ceil(LETTERS_AN_ERROR) => Some(errors),
            _ => None,
        }
    };
    let mut found: Vec<(usize, &str)> = ids.iter().filter_map(|id| Some((far(id)?, *id))).collect();
    found.sort_unstable();
    found.into_iter().take(NEAR).map(|(_, id)| id.to_owned()).collect()
}
