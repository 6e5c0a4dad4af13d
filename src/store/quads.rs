//! A record and what its entities turned out to be → the quads of its article's graph.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write;

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term, Triple};
use sha2::{Digest, Sha256};

use crate::extract::record::{ArticleMeta, Evidence, Fact, Record, Value};
use crate::ontology::vocab;
use crate::resolve::{EntityIndex, Kind, Resolution};

/// A named graph as it is to stand in the store.
#[derive(Clone, Debug)]
pub struct Graph {
    /// Its name.
    pub name: NamedNode,
    /// Its quads, each once.
    pub quads: Vec<Quad>,
}

impl Graph {
    /// A graph of some triples, in any order.
    pub fn new(name: NamedNode, triples: impl IntoIterator<Item = Triple>) -> Graph {
        let graph = GraphName::from(name.clone());
        let mut quads: Vec<Quad> = triples.into_iter().map(|t| t.in_graph(graph.clone())).collect();
        let mut known = HashSet::with_capacity(quads.len());
        let mut fresh = quads.iter().map(|quad| known.insert(quad)).collect::<Vec<bool>>().into_iter();
        quads.retain(|_| fresh.next().unwrap_or_default());
        Graph { name, quads }
    }

    /// Its quads as N-Quads lines without line ends, sorted.
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.quads.iter().map(|quad| format!("{quad} .")).collect();
        lines.sort();
        lines
    }

    /// A digest that is equal only for equal graphs, in hexadecimal; other where the order of the quads is another.
    pub fn digest(&self) -> String {
        let mut digest = QuadsDigest::default();
        for quad in &self.quads {
            digest.add(quad);
        }
        digest.hex()
    }
}

/// The digest of a graph in the making.
#[derive(Default)]
pub(super) struct QuadsDigest {
    hash: Sha256,
    line: String,
    /// How many quads it is of.
    pub quads: usize,
}

impl QuadsDigest {
    /// Takes in the next quad; gives how it is written.
    pub(super) fn add(&mut self, quad: &Quad) -> &str {
        self.quads += 1;
        self.line.clear();
        _ = writeln!(self.line, "{quad} .");
        self.hash.update(self.line.as_bytes());
        &self.line
    }

    /// In hexadecimal.
    pub(super) fn hex(self) -> String {
        hex(&self.hash.finalize()[..16])
    }
}

/// The graph of an article: what is known of it, its facts with their evidence, and the description of every entity it mentions.
pub fn article_graph(record: &Record, resolution: &Resolution) -> Graph {
    let article = article_iri(resolution.base(), &record.article.id);
    let mut writer = Writer { record, resolution, article, triples: Vec::new() };
    writer.article(&record.article);
    for fact in &record.facts {
        writer.fact(fact);
    }
    writer.descriptions();
    Graph::new(writer.article, writer.triples)
}

/// The IRI of the article `id`; characters that an IRI cannot hold are percent-encoded.
pub fn article_iri(base: &str, id: &str) -> NamedNode {
    let mut iri = format!("{base}article/");
    for c in id.chars() {
        if c.is_alphanumeric() || "-._~/".contains(c) {
            iri.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                iri.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    NamedNode::new_unchecked(iri)
}

/// The IRI of the reifier that an article gives a triple: a hash of both, of the place of the words and of what found them.
pub(super) fn evidence_iri(
    base: &str,
    article: &NamedNode,
    triple: &Triple,
    (start, end): (usize, usize),
    rule: &str,
) -> NamedNode {
    let mut hash = Sha256::new();
    hash.update(format!("{article} {triple} {start} {end} {rule}"));
    NamedNode::new_unchecked(format!("{base}evidence/{}", hex(&hash.finalize()[..12])))
}

struct Writer<'r> {
    record: &'r Record,
    resolution: &'r Resolution,
    article: NamedNode,
    triples: Vec<Triple>,
}

impl Writer<'_> {
    fn say(&mut self, subject: &NamedNode, predicate: &str, object: impl Into<Term>) {
        let predicate = NamedNode::new_unchecked(predicate);
        self.triples.push(Triple::new(subject.clone(), predicate, object));
    }

    fn article(&mut self, meta: &ArticleMeta) {
        let iri = self.article.clone();
        self.say(&iri, vocab::RDF_TYPE, node(vocab::NEWS_ARTICLE));
        self.say(&iri, vocab::IDENTIFIER, text(&meta.id));
        self.say(&iri, vocab::DIGEST, text(&meta.digest));
        let known = [(vocab::DCT_TITLE, &meta.title), (vocab::AUTHOR, &meta.author), (vocab::DCT_SOURCE, &meta.source)];
        for (predicate, value) in known {
            if let Some(value) = value {
                self.say(&iri, predicate, text(value));
            }
        }
        if let Some(day) = &meta.published {
            self.say(&iri, vocab::DATE_PUBLISHED, Literal::new_typed_literal(day, xsd::DATE));
        }
        match meta.url.as_deref().map(NamedNode::new) {
            Some(Ok(url)) => self.say(&iri, vocab::URL, url),
            Some(Err(_)) => self.say(&iri, vocab::URL, text(meta.url.as_deref().unwrap_or_default())),
            None => {}
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let Some(triple) = triple(self.record, self.resolution, fact) else {
            return;
        };
        for evidence in &fact.evidence {
            self.evidence(&triple, evidence);
        }
        if let (vocab::ORGANIZES, NamedOrBlankNode::NamedNode(subject), Term::NamedNode(event)) =
            (triple.predicate.as_str(), &triple.subject, &triple.object)
        {
            self.say(&event.clone(), vocab::ORGANIZER, subject.clone());
        }
        self.triples.push(triple);
    }

    /// A reifier of `triple`.
    fn evidence(&mut self, triple: &Triple, evidence: &Evidence) {
        let place = (evidence.start, evidence.end);
        let iri = evidence_iri(self.resolution.base(), &self.article, triple, place, &evidence.rule);
        self.say(&iri, vocab::RDF_TYPE, node(vocab::EVIDENCE));
        self.say(&iri, rdf::REIFIES.as_str(), Term::from(triple.clone()));
        self.say(&iri, vocab::QUOTE, text(&evidence.quote));
        self.say(&iri, vocab::START, count(evidence.start));
        self.say(&iri, vocab::END, count(evidence.end));
        self.say(&iri, vocab::SENTENCE, text(&evidence.sentence));
        self.say(&iri, vocab::FOUND_BY, node(&format!("{}{}", vocab::ID, evidence.rule)));
        let confidence = format!("{:.3}", evidence.confidence);
        let confidence = confidence.trim_end_matches('0').trim_end_matches('.');
        self.say(&iri, vocab::CONFIDENCE, Literal::new_typed_literal(confidence, xsd::DECIMAL));
        let article = self.article.clone();
        self.say(&iri, vocab::WAS_DERIVED_FROM, article);
    }

    /// Describes the entities that the record mentions and those their descriptions point to.
    fn descriptions(&mut self) {
        let id = &self.record.article.id;
        let found = self.record.entities.iter().filter_map(|e| self.resolution.find(id, &e.id));
        let mut waiting: Vec<EntityIndex> = found.collect();
        let mut done = BTreeSet::new();
        while let Some(index) = waiting.pop() {
            if done.insert(index) {
                self.describe(index);
                waiting.extend(self.resolution.entity(index).kind.links());
            }
        }
    }

    /// Describes one entity.
    fn describe(&mut self, index: EntityIndex) {
        let resolution = self.resolution;
        let entity = resolution.entity(index);
        let iri = &entity.iri;
        let other = |i: EntityIndex| resolution.entity(i).iri.clone();
        let class = match &entity.kind {
            Kind::Known => return,
            Kind::Person => vocab::PERSON.to_owned(),
            Kind::Place { within } => {
                if let Some(within) = within {
                    self.say(iri, vocab::CONTAINED_IN_PLACE, node(within));
                }
                vocab::PLACE.to_owned()
            }
            Kind::Award => vocab::AWARD_GIVING.to_owned(),
            Kind::Event { class } | Kind::Change { class } => {
                if matches!(entity.kind, Kind::Event { .. }) {
                    // A copy is no other report.
                    let report = resolution.copies().get(&self.record.article.id);
                    let report = report.map(|id| article_iri(resolution.base(), id));
                    self.say(iri, vocab::REPORTED_BY, report.unwrap_or_else(|| self.article.clone()));
                }
                format!("{}{class}", vocab::VG)
            }
            Kind::Post { title, body } => {
                self.say(iri, vocab::TITLE, text(title));
                if let Some(body) = body {
                    self.say(iri, vocab::POST_IN, other(*body));
                }
                vocab::POST.to_owned()
            }
            Kind::Body { class, place, parent } => {
                for (predicate, part) in [(vocab::JURISDICTION, place), (vocab::PART_OF, parent)] {
                    if let Some(part) = part {
                        self.say(iri, predicate, other(*part));
                    }
                }
                format!("{}{class}", vocab::VG)
            }
        };
        self.say(iri, vocab::RDF_TYPE, node(&class));
        if !entity.label.is_empty() {
            self.say(iri, vocab::PREF_LABEL, vietnamese(&entity.label));
        }
        for variant in &entity.variants {
            self.say(iri, vocab::ALT_LABEL, vietnamese(variant));
        }
    }
}

/// A fact of a record as a triple; none for what cannot be said.
fn triple(record: &Record, resolution: &Resolution, fact: &Fact) -> Option<Triple> {
    let iri = |local: &str| {
        let index = resolution.find(&record.article.id, local)?;
        Some(resolution.entity(index).iri.clone())
    };
    let object: Term = match &fact.object {
        Value::Entity(id) => iri(id)?.into(),
        Value::Text(value) => text(value).into(),
        Value::Date(value) => date(value).into(),
        Value::Flag(value) => Literal::from(*value).into(),
    };
    Some(Triple::new(iri(&fact.subject)?, NamedNode::new_unchecked(vocab::expand(&fact.predicate)?), object))
}

/// The evidence of a record's facts: the fact's place in the record and the IRI of the reifier.
pub fn evidence(record: &Record, resolution: &Resolution) -> Vec<(usize, NamedNode)> {
    let article = article_iri(resolution.base(), &record.article.id);
    let mut all = Vec::new();
    for (n, fact) in record.facts.iter().enumerate() {
        let Some(triple) = triple(record, resolution, fact) else {
            continue;
        };
        let iri = |e: &Evidence| evidence_iri(resolution.base(), &article, &triple, (e.start, e.end), &e.rule);
        all.extend(fact.evidence.iter().map(|e| (n, iri(e))));
    }
    all
}

fn node(iri: &str) -> NamedNode {
    NamedNode::new_unchecked(iri)
}

fn text(value: &str) -> Literal {
    Literal::new_simple_literal(value)
}

fn vietnamese(value: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(value, "vi")
}

fn count(value: usize) -> Literal {
    Literal::new_typed_literal(value.to_string(), xsd::INTEGER)
}

/// A date with the datatype that its precision asks for.
pub(super) fn date(value: &str) -> Literal {
    const YEARLESS: usize = "--08".len();
    let datatype: NamedNodeRef = match (value.starts_with("--"), value.len()) {
        (true, YEARLESS) => xsd::G_MONTH,
        (true, _) => xsd::G_MONTH_DAY,
        (false, 10) => xsd::DATE,
        (false, 7) => xsd::G_YEAR_MONTH,
        (false, _) => xsd::G_YEAR,
    };
    Literal::new_typed_literal(value, datatype)
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
