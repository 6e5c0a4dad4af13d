//! Tenures → the quads of their graph, each bound with its reason and the evidence it rests on.

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, NamedNode, Term, Triple};

use super::quads::{article_iri, date, evidence_iri};
use crate::ontology::vocab;
use crate::resolve::Resolution;
use crate::resolve::tenures::{Bound, Proof, Side, Source, Tenure};

/// What there is to say of all tenures of a resolution, made one after the other.
pub(super) fn triples(resolution: &Resolution) -> impl Iterator<Item = Triple> {
    resolution.tenures().iter().flat_map(|tenure| {
        let mut writer = Writer { resolution, triples: Vec::new() };
        writer.tenure(tenure);
        writer.triples
    })
}

struct Writer<'r> {
    resolution: &'r Resolution,
    triples: Vec<Triple>,
}

impl Writer<'_> {
    fn say(&mut self, subject: &NamedNode, predicate: &str, object: impl Into<Term>) {
        self.triples.push(Triple::new(subject.clone(), node(predicate), object));
    }

    fn iri(&self, path: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}{path}", self.resolution.base()))
    }

    fn tenure(&mut self, tenure: &Tenure) {
        let iri = self.iri(&tenure.path);
        let entity = |index| self.resolution.entity(index).iri.clone();
        let (person, held, body) = (entity(tenure.person), entity(tenure.held), tenure.body.map(entity));
        let interval = self.iri(&format!("{}/interval", tenure.path));
        let post = matches!(self.resolution.entity(tenure.held).kind, crate::resolve::Kind::Post { .. });
        if post {
            self.say(&iri, vocab::RDF_TYPE, node(vocab::MEMBERSHIP));
            self.say(&iri, vocab::MEMBER, person);
            self.say(&iri, vocab::IN_POST, held);
            self.say(&iri, vocab::MEMBER_DURING, interval.clone());
            if let Some(body) = body {
                self.say(&iri, vocab::ORGANIZATION, body);
            }
        } else {
            self.say(&iri, vocab::RDF_TYPE, node(vocab::RANK_PERIOD));
            self.say(&iri, vocab::BEARER, person);
            self.say(&iri, vocab::IN_RANK, held);
            self.say(&iri, vocab::HAS_TIME, interval.clone());
        }
        self.interval(&interval, tenure);
        for article in &tenure.articles {
            self.say(&iri, vocab::WAS_DERIVED_FROM, article_iri(self.resolution.base(), article));
        }
        for (side, bound) in &tenure.bounds {
            self.bound(&iri, &tenure.path, *side, bound);
        }
        let all = self.resolution.tenures();
        for next in &tenure.successors {
            let next = self.iri(&all[*next].path);
            self.say(&iri, vocab::NEXT_TENURE, next.clone());
            self.say(&next, vocab::PREVIOUS_TENURE, iri.clone());
        }
        for other in &tenure.beside {
            let other = self.iri(&all[*other].path);
            self.say(&iri, vocab::HELD_BESIDE, other);
        }
    }

    /// The interval, with the instants that articles tell.
    fn interval(&mut self, interval: &NamedNode, tenure: &Tenure) {
        self.say(interval, vocab::RDF_TYPE, node(vocab::INTERVAL));
        let ends = [(Side::Began, "beginning", vocab::HAS_BEGINNING), (Side::Ended, "end", vocab::HAS_END)];
        for (side, name, property) in ends {
            let Some(bound) = tenure.bounds.get(&side) else {
                continue;
            };
            let instant = self.iri(&format!("{}/{name}", tenure.path));
            let day = told(bound);
            let at = match day.datatype() {
                xsd::DATE => vocab::IN_DATE,
                xsd::G_YEAR_MONTH => vocab::IN_MONTH,
                _ => vocab::IN_YEAR,
            };
            self.say(interval, property, instant.clone());
            self.say(&instant, vocab::RDF_TYPE, node(vocab::INSTANT));
            self.say(&instant, at, day);
        }
    }

    fn bound(&mut self, iri: &NamedNode, path: &str, side: Side, bound: &Bound) {
        let (name, property) = match side {
            Side::NotBefore => ("not-before", vocab::NOT_BEFORE),
            Side::Began => ("began", vocab::BEGAN),
            Side::FirstAttested => ("first", vocab::FIRST_ATTESTED),
            Side::LastAttested => ("last", vocab::LAST_ATTESTED),
            Side::Ended => ("ended", vocab::ENDED),
            Side::NotAfter => ("not-after", vocab::NOT_AFTER),
        };
        let day = told(bound);
        self.say(iri, property, day.clone());
        let own = self.iri(&format!("{path}/{name}"));
        self.say(iri, vocab::HAS_BOUND, own.clone());
        self.say(&own, vocab::RDF_TYPE, node(vocab::BOUND));
        self.say(&own, vocab::BOUNDS, node(property));
        self.say(&own, vocab::DATE, day);
        self.say(&own, vocab::REASON, node(&format!("{}{}", vocab::VG, bound.reason)));
        match &bound.source {
            Source::Ontology(of) => self.say(&own, vocab::WAS_DERIVED_FROM, of.clone()),
            Source::Article { id, proof } => {
                let article = article_iri(self.resolution.base(), id);
                if let Some(evidence) = self.evidence(&article, proof) {
                    self.say(&own, vocab::RESTS_ON, evidence);
                }
                self.say(&own, vocab::WAS_DERIVED_FROM, article);
            }
        }
    }

    fn evidence(&self, article: &NamedNode, proof: &Proof) -> Option<NamedNode> {
        let entity = |index| self.resolution.entity(index).iri.clone();
        let property = NamedNode::new_unchecked(vocab::expand(&proof.property)?);
        let triple = Triple::new(entity(proof.subject), property, entity(proof.object));
        Some(evidence_iri(self.resolution.base(), article, &triple, (proof.start, proof.end), &proof.rule))
    }
}

/// The date of a bound, as precise as it is.
fn told(bound: &Bound) -> Literal {
    let (first, last) = bound.days;
    let text = first.to_string();
    if first == last {
        return date(&text);
    }
    let year = first.month() != last.month();
    date(&text[..if year { "2022".len() } else { "2022-06".len() }])
}

fn node(iri: &str) -> NamedNode {
    NamedNode::new_unchecked(iri)
}
