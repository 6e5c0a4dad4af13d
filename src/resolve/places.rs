//! Places and ranks: what the ontology knows by IRI, what it does not know by name.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use oxigraph::model::{NamedNode, NamedOrBlankNode, Term, Triple};

use super::forms::most_frequent;
use super::known::Known;
use super::sightings::day_number;
use super::slug::slug;
use super::{Draft, Kind, Slot};
use crate::extract::record::EntityKind;
use crate::ontology::Ontology;
use crate::ontology::facts::{Facts, Subject};
use crate::ontology::vocab;
use crate::text::key::key;

/// What resolving needs to know of the ontology: what lies within what, which unit took whose place, what is called how.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    within: HashMap<String, String>,
    successor: HashMap<String, String>,
    label: HashMap<String, String>,
    class: HashMap<String, String>,
    provinces: HashSet<String>,
    /// The provinces and the bodies of the state into which others went, each with the day (see [`day_number`]).
    mergers: HashMap<String, i32>,
    /// Keys of the titles of offices that belong to no body.
    bodiless: HashSet<String>,
    /// What tells people apart.
    pub(super) known: Known,
}

impl Gazetteer {
    /// Reads the places of an ontology.
    pub fn new(ontology: &Ontology) -> Gazetteer {
        let triples = ontology.files.iter().flat_map(|f| &f.triples);
        Gazetteer::from_triples(triples)
    }

    /// Reads what is needed from the triples of an ontology.
    pub fn from_triples<'t>(triples: impl IntoIterator<Item = &'t Triple>) -> Gazetteer {
        let triples: Vec<&Triple> = triples.into_iter().collect();
        let facts = Facts::new(triples.iter().copied());
        let mut gazetteer = Gazetteer { known: Known::new(&facts), ..Gazetteer::default() };
        let mut bodiless = Vec::new();
        for triple in triples {
            let NamedOrBlankNode::NamedNode(subject) = &triple.subject else {
                continue;
            };
            let subject = subject.as_str().to_owned();
            match (triple.predicate.as_str(), &triple.object) {
                (vocab::RDF_TYPE, Term::NamedNode(o)) if o.as_str() == vocab::PROVINCE => {
                    gazetteer.provinces.insert(subject);
                }
                (vocab::RDF_TYPE, Term::NamedNode(o)) => {
                    if let Some(class) = o.as_str().strip_prefix(vocab::VG) {
                        gazetteer.class.insert(subject, class.to_owned());
                    }
                }
                (vocab::WITHOUT_BODY, _) => bodiless.push(subject),
                (vocab::CONTAINED_IN_PLACE, Term::NamedNode(o)) => {
                    gazetteer.within.insert(subject, o.as_str().to_owned());
                }
                (vocab::SUCCEEDED_BY, Term::NamedNode(o)) => {
                    gazetteer.successor.insert(subject, o.as_str().to_owned());
                }
                (vocab::PREF_LABEL, Term::Literal(l)) if l.language().is_none_or(|l| l == "vi") => {
                    gazetteer.label.insert(subject, l.value().to_owned());
                }
                _ => {}
            }
        }
        gazetteer.bodiless = bodiless.iter().filter_map(|iri| gazetteer.label.get(iri)).map(|l| key(l)).collect();
        gazetteer.mergers = mergers(&facts).into_iter().chain(reforms(&facts)).collect();
        gazetteer
    }

    /// The unit of today that bears the same name as `iri`, as the Bắc Ninh of 2025 does for the one before it.
    pub(super) fn unit<'g>(&'g self, iri: &'g str) -> &'g str {
        let mut unit = iri;
        // A loop in the data ends after as many steps as there are successors.
        for _ in 0..self.successor.len() {
            match self.successor.get(unit) {
                Some(next) if self.same_name(unit, next) => unit = next,
                _ => break,
            }
        }
        unit
    }

    fn same_name(&self, a: &str, b: &str) -> bool {
        let name = |iri| self.label.get(iri).map(|l| key(l));
        name(a) == name(b)
    }

    /// Whether a title (as its key) is of an office that belongs to no body.
    pub(super) fn bodiless(&self, title: &str) -> bool {
        self.bodiless.contains(title)
    }

    /// What the ontology calls `iri`, where it describes it.
    pub(super) fn label(&self, iri: &str) -> Option<&str> {
        self.label.get(iri).map(String::as_str)
    }

    /// The local name of the class that the ontology gives `iri`, where it describes it.
    pub(super) fn class(&self, iri: &str) -> Option<&str> {
        self.class.get(iri).map(String::as_str)
    }

    /// The province or body of today that took in `iri`, or that `iri` is, if others went into it, and the day on which they did.
    pub(super) fn merged<'g>(&'g self, iri: &'g str) -> Option<(&'g str, i32)> {
        let into = self.successor.get(iri).map_or(iri, String::as_str);
        Some((into, *self.mergers.get(into)?))
    }

    /// The provinces or bodies that went into `iri`, in order.
    pub(super) fn taken_in<'g>(&'g self, iri: &str) -> Vec<&'g str> {
        let mut gone: Vec<&str> =
            self.successor.iter().filter(|(_, into)| *into == iri).map(|(old, _)| &**old).collect();
        gone.sort_unstable();
        gone
    }

    /// The unit that took the place of `iri`.
    pub(super) fn successor(&self, iri: &str) -> Option<&str> {
        self.successor.get(iri).map(String::as_str)
    }

    /// What a place is called, as a key.
    pub(super) fn name(&self, iri: &str) -> Option<String> {
        self.label.get(iri).map(|l| key(l))
    }

    /// Whether `iri` is a province.
    pub(super) fn is_province(&self, iri: &str) -> bool {
        self.provinces.contains(iri)
    }

    /// The province that `iri` is or lies in, as a unit of today; none for a place in no province.
    pub(super) fn province<'g>(&'g self, iri: &'g str) -> Option<&'g str> {
        let mut place = iri;
        for _ in 0..=self.within.len() {
            if self.provinces.contains(place) {
                return Some(self.unit(place));
            }
            place = self.within.get(place)?;
        }
        None
    }
}

/// Gives every place and rank its entity.
pub(super) fn resolve(draft: &mut Draft) {
    let mut known: BTreeMap<&str, Vec<Slot>> = BTreeMap::new();
    let mut unknown: BTreeMap<String, Around> = BTreeMap::new();
    for (slot, entity) in draft.each() {
        match &entity.kind {
            EntityKind::Rank { iri } | EntityKind::Place { iri: Some(iri), .. } => {
                known.entry(iri).or_default().push(slot);
            }
            EntityKind::Place { iri: None, within } => {
                let unit = within.as_deref().map(|iri| draft.gazetteer.unit(iri).to_owned());
                let (names, slots) = unknown.entry(key(&entity.label)).or_default().entry(unit).or_default();
                names.extend(within.clone());
                slots.push(slot);
            }
            _ => {}
        }
    }
    for (iri, slots) in known {
        let forms = draft.forms(&slots);
        draft.add(NamedNode::new_unchecked(iri), Kind::Known, &forms, &slots);
    }
    for (key, around) in unknown {
        mint_unlisted(draft, &key, around);
    }
}

/// Places of one name that the ontology does not know, by the unit of today of the district or province they lie in: what
/// articles call that, and where they are told of.
type Around = BTreeMap<Option<String>, (Vec<String>, Vec<Slot>)>;

/// A place to be: the unit around it, all that articles tell around it, and where it is told of.
type Commune = (Option<String>, BTreeSet<String>, Vec<String>, Vec<Slot>);

/// Gives the places of one name their entities: communes of one name are several by their district.
///
/// One of which only the province is told is the only one of its name in that province; of one of which nothing is told
/// nobody knows whether it is any of them. The only one has the plain name for an IRI, of several each its name with the
/// unit around it; the plain one leads to them.
fn mint_unlisted(draft: &mut Draft, key: &str, around: Around) {
    let communes = communes(draft, around);
    let plain = format!("place/{}", slug(key));
    let alone = communes.len() == 1;
    for (unit, told, names, mut slots) in communes {
        slots.sort_unstable();
        let placed = |iri: &String| format!("{plain}--{}", iri.rsplit('/').next().unwrap_or(iri));
        let path = match &unit {
            _ if alone => plain.clone(),
            Some(unit) => placed(unit),
            None => format!("{plain}--any"),
        };
        let forms = draft.forms(&slots);
        let within = most_frequent(names);
        let index = draft.mint(&path, Kind::Place { within }, &forms, &slots);
        let former = told.iter().map(placed).chain([plain.clone()]).filter(|p| *p != path);
        draft.replaced.extend(former.map(|p| (p, index)));
    }
}

fn communes(draft: &Draft, around: Around) -> Vec<Commune> {
    let province = |iri: &Option<String>| draft.gazetteer.province(iri.as_deref()?).map(str::to_owned);
    let district = |iri: &Option<String>| iri.as_deref().is_some_and(|i| !draft.gazetteer.is_province(i));
    let mut communes: Vec<Commune> = Vec::new();
    // Those of districts first, then those of provinces.
    let (near, far): (Vec<_>, Vec<_>) = around.into_iter().partition(|(unit, _)| district(unit));
    for (unit, (names, slots)) in near.into_iter().chain(far) {
        let same = |at: &Option<String>| unit.is_some() && !district(&unit) && province(at) == province(&unit);
        let fitting: Vec<usize> = (0..communes.len()).filter(|n| same(&communes[*n].0)).collect();
        match fitting[..] {
            [only] => {
                communes[only].1.extend(unit);
                communes[only].3.extend(slots);
            }
            _ => communes.push((unit.clone(), unit.into_iter().collect(), names, slots)),
        }
    }
    communes
}

/// The provinces into which several went, each with its first day.
fn mergers(facts: &Facts) -> HashMap<String, i32> {
    let provinces = || facts.of_class(&["Province"]);
    let several = |iri: &str| provinces().filter(|s| s.iri("vg:succeededBy") == Some(iri)).count() > 1;
    let first = |s: Subject| Some((s.iri.to_owned(), day_number(s.text("vg:validFrom")?)?));
    provinces().filter(|s| s.text("vg:validFrom").is_some() && several(s.iri)).filter_map(first).collect()
}

/// The bodies of the state that took over the work of others, each with the day after the last of those.
fn reforms(facts: &Facts) -> HashMap<String, i32> {
    let classes = facts.classes_below("Body").into_keys().collect::<Vec<String>>();
    let classes: Vec<&str> = classes.iter().map(String::as_str).collect();
    let ended = |s: Subject| Some((s.iri("vg:succeededBy")?.to_owned(), day_number(s.text("vg:validUntil")?)? + 1));
    let mut last = HashMap::new();
    for (into, day) in facts.of_class(&classes).filter_map(ended) {
        let latest = last.entry(into).or_insert(day);
        *latest = day.max(*latest);
    }
    last
}
