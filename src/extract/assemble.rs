//! From what was read to the record: entities with local ids, facts over them, evidence for each.

use std::collections::{BTreeSet, HashMap};

use super::bodies::Body;
use super::complete::{Context, place_name};
use super::dates::{self, DateMention};
use super::places::{PlaceRef, valid};
use super::posts::Post;
use super::reading::Person;
use super::record::{ArticleMeta, Entity, EntityKind, Evidence, Fact, LocalId, Record, Value};
use crate::text::span::{CharIndex, Span};

/// Where and by whom a fact was found: tokens, and the rule or cue with its confidence.
#[derive(Clone, Debug)]
pub struct Source {
    /// First token of the quote.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// `cue/…` or `rule/…`.
    pub rule: String,
    /// How often it is right at least.
    pub confidence: f64,
}

/// Collects entities and facts of one article.
pub struct Assembler<'s, 'a> {
    context: &'s Context<'s, 'a>,
    dates: &'s [DateMention],
    chars: CharIndex<'a>,
    entities: Vec<Entity>,
    /// Ids by what identifies an entity in the article.
    ids: HashMap<String, LocalId>,
    counts: HashMap<char, usize>,
    facts: Vec<Fact>,
    /// Places of facts by triple.
    known: HashMap<(LocalId, &'static str, Value), usize>,
    variants: HashMap<LocalId, BTreeSet<String>>,
}

impl<'s, 'a> Assembler<'s, 'a> {
    /// An empty record of the text of `context`, in which `dates` stand.
    pub fn new(context: &'s Context<'s, 'a>, dates: &'s [DateMention]) -> Self {
        Assembler {
            context,
            dates,
            chars: CharIndex::new(context.scan.text),
            entities: Vec::new(),
            ids: HashMap::new(),
            counts: HashMap::new(),
            facts: Vec::new(),
            known: HashMap::new(),
            variants: HashMap::new(),
        }
    }

    /// The finished record.
    pub fn finish(mut self, article: ArticleMeta) -> Record {
        for entity in &mut self.entities {
            if let Some(forms) = self.variants.remove(&entity.id) {
                entity.variants = forms.into_iter().filter(|f| *f != entity.label).collect();
            }
        }
        Record { article, entities: self.entities, facts: self.facts }
    }

    /// The id of an entity; `key` tells it from others of its letter.
    fn entity(&mut self, letter: char, key: &str, label: &str, kind: impl FnOnce(&mut Self) -> EntityKind) -> LocalId {
        let key = format!("{letter} {key}");
        if let Some(id) = self.ids.get(&key) {
            return id.clone();
        }
        let kind = kind(self);
        let count = self.counts.entry(letter).or_default();
        *count += 1;
        let id = format!("{letter}{count}");
        self.ids.insert(key, id.clone());
        self.entities.push(Entity { id: id.clone(), kind, label: label.to_owned(), variants: Vec::new() });
        id
    }

    /// A person the article names.
    pub fn person(&mut self, person: &Person) -> LocalId {
        let key = format!("{} {}", person.twin, person.key);
        self.entity('p', &key, &person.name, |_| EntityKind::Person { female: person.female })
    }

    /// Notes another form of an entity.
    pub fn variant(&mut self, id: &LocalId, form: String) {
        self.variants.entry(id.clone()).or_default().insert(form);
    }

    /// A rank of the ontology.
    pub fn rank(&mut self, rank: u16) -> LocalId {
        let known = &self.context.scan.kb.ranks[usize::from(rank)];
        self.entity('r', &known.iri, &known.label, |_| EntityKind::Rank { iri: known.iri.clone() })
    }

    /// A body, with its place and parent.
    pub fn body(&mut self, body: &Body) -> LocalId {
        let label = self.context.label(body);
        let key = crate::text::key::key(&label);
        let id = self.entity('b', &key, &label, |a| EntityKind::Body {
            class: body.class.clone(),
            place: body.place.as_ref().filter(|p| !matches!(p, PlaceRef::Level(_))).map(|p| a.place(p)),
            parent: body.parent.as_ref().map(|(p, _)| a.body(p)),
        });
        let printed = self.context.scan.tidy(body.start, body.end);
        if body.end > body.start {
            self.variant(&id, printed);
        }
        id
    }

    /// A place; a commune has no IRI of the ontology.
    pub fn place(&mut self, place: &PlaceRef) -> LocalId {
        let kb = self.context.scan.kb;
        let iri = match place {
            PlaceRef::Known(p) => Some(kb.places[usize::from(*p)].name.iri.clone()),
            PlaceRef::Foreign(f) => Some(kb.foreign[usize::from(*f)].0.iri.clone()),
            _ => None,
        };
        let name = place_name(kb, place);
        let within = match place {
            PlaceRef::Named { level, name } => self.context.geography.around(level, name),
            _ => None,
        };
        let within = within.map(|p| valid(kb, p, self.context.day.as_deref()));
        let within = within.map(|p| kb.places[usize::from(p)].name.iri.clone());
        let full = match place {
            PlaceRef::Named { level, name } => format!("{level} {name}"),
            _ => name.clone(),
        };
        let key = iri.clone().unwrap_or_else(|| full.clone());
        self.entity('l', &key, &full, |_| EntityKind::Place { iri, within })
    }

    /// A post.
    pub fn post(&mut self, post: &Post) -> LocalId {
        let body = post.body.as_ref().map(|b| self.body(b));
        let label = match &post.body {
            // An office that itself tells its body is called by its own name (`Chủ tịch nước`).
            Some(_) if self.names_itself(post) => {
                self.context.scan.kb.offices[usize::from(post.office)].name.label.clone()
            }
            Some(b) => format!("{} {}", post.title, self.context.label(b)),
            None => post.title.clone(),
        };
        let key = crate::text::key::key(&label);
        self.entity('o', &format!("{key} {body:?}"), &label, |_| EntityKind::Post {
            title: post.title.clone(),
            body: body.clone(),
        })
    }

    fn names_itself(&self, post: &Post) -> bool {
        let office = &self.context.scan.kb.offices[usize::from(post.office)];
        office.fixed_body.is_some() && office.title != office.name.label && post.title == office.title
    }

    /// An event; `number` is its number in the article.
    pub fn event(&mut self, number: usize, class: &str, name: &str) -> LocalId {
        self.entity('e', &number.to_string(), name, |_| EntityKind::Event { class: class.to_owned() })
    }

    /// A change; `number` is its number in the article.
    pub fn change(&mut self, number: usize, class: &str, label: &str) -> LocalId {
        self.entity('c', &number.to_string(), label, |_| EntityKind::Change { class: class.to_owned() })
    }

    /// The giving of an award, told from others by `key`, and the award's name as the article first writes it.
    pub fn award(&mut self, key: &str, label: &str) -> (LocalId, String) {
        let id = self.entity('a', key, label, |_| EntityKind::Award);
        let first = self.entities.iter().find(|e| e.id == id).map_or(label, |e| &e.label).to_owned();
        (id, first)
    }

    /// States a fact; a second source of the same fact is more evidence.
    pub fn fact(&mut self, subject: &LocalId, predicate: &'static str, object: Value, source: &Source) {
        let mut evidence = self.evidence(source);
        if matches!(predicate, "vg:holdsPost" | "vg:holdsRank") {
            let (words, day) = ((source.start, source.end), self.context.day.as_deref());
            evidence.past = dates::spoken_of(self.context.scan, self.dates, day, words).map(str::to_owned);
        }
        let key = (subject.clone(), predicate, object);
        match self.known.get(&key) {
            Some(&n) => {
                let old = &mut self.facts[n].evidence;
                if !old.iter().any(|e| e.start == evidence.start && e.end == evidence.end && e.rule == evidence.rule) {
                    old.push(evidence);
                }
            }
            None => {
                self.facts.push(Fact {
                    subject: key.0.clone(),
                    predicate: predicate.to_owned(),
                    object: key.2.clone(),
                    evidence: vec![evidence],
                });
                self.known.insert(key, self.facts.len() - 1);
            }
        }
    }

    fn evidence(&self, source: &Source) -> Evidence {
        let scan = self.context.scan;
        let quote = scan.span(source.start, source.end);
        let first = scan.sentences.get(scan.sentence_of(source.start));
        let sentence = first.map_or(quote, |s| scan.span(s.start, s.end)).cover(quote);
        Evidence {
            start: self.chars.at(quote.start),
            end: self.chars.at(quote.end),
            quote: quote.of(scan.text).to_owned(),
            sentence: tidy(sentence, scan.text).into(),
            rule: source.rule.clone(),
            confidence: source.confidence,
            past: None,
        }
    }
}

fn tidy(span: Span, text: &str) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
