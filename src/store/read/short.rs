//! Short forms of offices, ranks and kinds of bodies, and what they stand for, as the ontology in the store tells them.

use std::collections::BTreeSet;

use oxigraph::model::{NamedNodeRef, Term};
use oxigraph::store::Store;

use super::pattern::{name, quads, resource, text_of};
use crate::error::Result;

/// The classes whose labels are short forms, with the property that writes them out.
const SHORT: [(&str, &str); 2] = [("vg:Abbreviation", "vg:expandsTo"), ("vg:TypedForm", "vg:typedFor")];

/// The classes that have short forms among their other labels.
const NAMED: [&str; 3] = ["vg:Office", "vg:Rank", "vg:BodyPattern"];

/// Each short form with what it stands for, sorted; one of several meanings stands there as often.
///
/// # Errors
/// When the store cannot be read.
pub fn short_forms(store: &Store) -> Result<BTreeSet<(String, String)>> {
    let mut forms = BTreeSet::new();
    for (class, full) in SHORT {
        for own in each(store, class)? {
            let shorts = [texts(store, &own, "skos:prefLabel")?, texts(store, &own, "skos:altLabel")?].concat();
            for full in texts(store, &own, full)? {
                forms.extend(shorts.iter().map(|short| (short.clone(), full.clone())));
            }
        }
    }
    for class in NAMED {
        for own in each(store, class)? {
            let shorts = texts(store, &own, "skos:altLabel")?.into_iter().filter(|label| is_short(label));
            let full = texts(store, &own, "skos:prefLabel")?;
            forms.extend(shorts.flat_map(|short| full.iter().map(move |full| (short.clone(), full.clone()))));
        }
    }
    Ok(forms)
}

/// The individuals of a class.
fn each(store: &Store, class: &str) -> Result<Vec<String>> {
    let found = quads(store, None, Some(&name("rdf:type")), Some(&Term::from(name(class))))?;
    Ok(found.iter().filter_map(|quad| resource(&quad.subject)).collect())
}

fn texts(store: &Store, of: &str, property: &str) -> Result<Vec<String>> {
    Ok(quads(store, Some(NamedNodeRef::new_unchecked(of)), Some(&name(property)), None)?
        .iter()
        .map(|quad| text_of(&quad.object))
        .collect())
}

/// Whether a word of a label is short for others: it has two capitals at least.
fn is_short(label: &str) -> bool {
    label.split_whitespace().any(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1)
}
