//! What the graph of one article tells: its article, whom it describes, and its facts with the place of their words.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use oxigraph::model::{Literal, NamedNode, NamedOrBlankNode, Quad, Term};

use crate::ontology::vocab;

/// A fact as compared: its ends by id, so that stores with another base can be compared too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fact {
    /// The subject's id.
    pub subject: String,
    /// The property's IRI.
    pub property: String,
    /// The object.
    pub object: Object,
}

/// The object of a [`Fact`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Object {
    /// A resource, by its id.
    Thing(String),
    /// A text, date or flag.
    Value(Literal),
}

impl Object {
    /// Its id, for a resource.
    pub(super) fn thing(&self) -> Option<&str> {
        match self {
            Object::Thing(id) => Some(id),
            Object::Value(_) => None,
        }
    }
}

/// An article as far as two stores can differ in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Article {
    /// Its id.
    pub id: String,
    /// Its day of publication, as precise as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Its headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The digest of its text.
    #[serde(skip)]
    pub(super) digest: String,
}

/// Where the words of a fact stand and what found them; with the property this tells the same fact in two stores.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::store) struct Words {
    start: u64,
    end: u64,
    rule: String,
}

/// What the graph of one article tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Told {
    pub(super) article: Arc<Article>,
    /// Whom and what it describes, by id, with the label.
    pub(super) entities: BTreeMap<String, String>,
    pub(super) facts: Vec<(Words, Fact)>,
}

impl Told {
    /// Reads the quads of a graph in a store of this base; none if it is not that of an article.
    pub(in crate::store) fn read(quads: &[Quad], base: &str) -> Option<Told> {
        let (mut told, mut article) = (Told::default(), Article::default());
        let mut is_article = false;
        let mut evidence: HashMap<&str, (Words, Option<Fact>)> = HashMap::new();
        for quad in quads {
            let NamedOrBlankNode::NamedNode(subject) = &quad.subject else {
                continue;
            };
            let iri = subject.as_str();
            match quad.predicate.as_str() {
                vocab::REIFIES => evidence.entry(iri).or_default().1 = fact(&quad.object, base),
                vocab::START => evidence.entry(iri).or_default().0.start = number(&quad.object),
                vocab::END => evidence.entry(iri).or_default().0.end = number(&quad.object),
                vocab::FOUND_BY => evidence.entry(iri).or_default().0.rule = value(&quad.object).to_owned(),
                vocab::IDENTIFIER => article.id = value(&quad.object).to_owned(),
                vocab::DIGEST => article.digest = value(&quad.object).to_owned(),
                vocab::DCT_TITLE => article.title = Some(value(&quad.object).to_owned()),
                vocab::DATE_PUBLISHED => article.published = Some(value(&quad.object).to_owned()),
                vocab::RDF_TYPE if value(&quad.object) == vocab::NEWS_ARTICLE => is_article = true,
                vocab::RDF_TYPE if value(&quad.object) == vocab::EVIDENCE => {}
                vocab::RDF_TYPE => {
                    told.entities.entry(id(iri, base)).or_default();
                }
                vocab::PREF_LABEL => {
                    told.entities.insert(id(iri, base), value(&quad.object).to_owned());
                }
                _ => {}
            }
        }
        told.article = Arc::new(article);
        told.facts = evidence.into_values().filter_map(|(words, fact)| Some((words, fact?))).collect();
        told.facts.sort_by_cached_key(|(words, fact)| (words.clone(), format!("{fact:?}")));
        is_article.then_some(told)
    }

    /// What tells a fact again in another store, however its ends are called there.
    pub(super) fn spots(&self) -> impl Iterator<Item = ((&Words, &str), &Fact)> {
        self.facts.iter().map(|(words, fact)| ((words, fact.property.as_str()), fact))
    }
}

/// The id of an IRI: what stands behind the base, or `id:` for what the ontology describes.
fn id(iri: &str, base: &str) -> String {
    match (iri.strip_prefix(base), iri.strip_prefix(vocab::ID)) {
        (Some(own), _) => own.to_owned(),
        (None, Some(known)) => format!("id:{known}"),
        (None, None) => iri.to_owned(),
    }
}

/// The IRI of an id.
pub(super) fn iri(id: &str, base: &str) -> NamedNode {
    NamedNode::new_unchecked(match id.strip_prefix("id:") {
        Some(known) => format!("{}{known}", vocab::ID),
        None if id.contains("://") => id.to_owned(),
        None => format!("{base}{id}"),
    })
}

/// What kind of thing an id names: `person` for `person/bùi-văn-nam`.
pub(super) fn folder(id: &str) -> &str {
    let id = id.strip_prefix("id:").unwrap_or(id);
    id.split_once('/').map_or(id, |(folder, _)| folder)
}

fn fact(reified: &Term, base: &str) -> Option<Fact> {
    let Term::Triple(triple) = reified else {
        return None;
    };
    let NamedOrBlankNode::NamedNode(subject) = &triple.subject else {
        return None;
    };
    let object = match &triple.object {
        Term::NamedNode(node) => Object::Thing(id(node.as_str(), base)),
        Term::Literal(literal) => Object::Value(literal.clone()),
        _ => return None,
    };
    Some(Fact { subject: id(subject.as_str(), base), property: triple.predicate.as_str().to_owned(), object })
}

fn value(term: &Term) -> &str {
    match term {
        Term::NamedNode(node) => node.as_str(),
        Term::Literal(literal) => literal.value(),
        _ => "",
    }
}

fn number(term: &Term) -> u64 {
    value(term).parse().unwrap_or_default()
}
