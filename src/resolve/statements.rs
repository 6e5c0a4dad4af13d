//! Decisions about facts: those rejected leave their record, those accepted must be there.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::decisions::{Decisions, Outcome, Statement, Verdict};
use crate::extract::record::{EntityKind, Fact, Record, Value};
use crate::text::key::key;

/// A fact that somebody has read and found right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The decision's place in [`Decisions::entries`].
    pub decision: usize,
    /// The article's id.
    pub article: String,
    /// The fact's place in the record.
    pub fact: usize,
}

/// Takes the rejected facts out of `records` and finds the accepted ones.
///
/// A fact that two decisions are about follows the later. What only a rejected fact told of goes with it. Gives the accepted facts, and
/// where the rejected ones were, by article.
pub(super) fn apply(
    records: &mut [Record],
    decisions: &Decisions,
    outcomes: &mut [Outcome],
) -> (Vec<Accepted>, BTreeMap<String, BTreeSet<usize>>) {
    let mut asked: BTreeMap<&str, Vec<(usize, &Statement, bool)>> = BTreeMap::new();
    for (n, verdict) in decisions.effective() {
        if let Verdict::Reject(statement) | Verdict::Accept(statement) = verdict {
            let accept = matches!(verdict, Verdict::Accept(_));
            asked.entry(&statement.article).or_default().push((n, statement, accept));
        }
    }
    let at: HashMap<String, usize> = match asked.is_empty() {
        true => HashMap::new(),
        false => records.iter().enumerate().map(|(n, r)| (r.article.id.clone(), n)).collect(),
    };
    let (mut accepted, mut struck) = (Vec::new(), BTreeMap::new());
    for (article, asked) in asked {
        let Some(record) = at.get(article).map(|n| &mut records[*n]) else {
            let gone = || Outcome::Unused(format!("there is no article {article} any more"));
            asked.iter().for_each(|(n, ..)| outcomes[*n] = gone());
            continue;
        };
        let mut verdicts: BTreeMap<usize, (usize, bool)> = BTreeMap::new();
        for (n, statement, accept) in asked {
            let mut meant: Vec<usize> =
                (0..record.facts.len()).filter(|f| says(record, &record.facts[*f], statement)).collect();
            // Of namesakes the one whose ids are told; ids alone may move when an article is read anew.
            let exact = |f: &usize| self::statement(record, &record.facts[*f]).entities == statement.entities;
            if meant.len() > 1 && meant.iter().any(exact) {
                meant.retain(exact);
            }
            if meant.is_empty() {
                outcomes[n] = Outcome::Unused(format!("article {article} does not say so any more"));
            }
            verdicts.extend(meant.into_iter().map(|f| (f, (n, accept))));
        }
        let rejected: BTreeSet<usize> = verdicts.iter().filter(|(_, v)| !v.1).map(|(f, _)| *f).collect();
        let moved = |f: &usize| f - rejected.range(..f).count();
        let found = verdicts.iter().filter(|(_, v)| v.1);
        accepted.extend(found.map(|(f, v)| Accepted { decision: v.0, article: article.to_owned(), fact: moved(f) }));
        if !rejected.is_empty() {
            strike(record, &rejected);
            struck.insert(article.to_owned(), rejected);
        }
    }
    (accepted, struck)
}

/// What a record calls the subject and the object of a fact.
pub fn statement(record: &Record, fact: &Fact) -> Statement {
    Statement {
        subject: label(record, &fact.subject),
        predicate: fact.predicate.clone(),
        object: match &fact.object {
            Value::Entity(id) => label(record, id),
            Value::Text(text) | Value::Date(text) => text.replace('→', "-"),
            Value::Flag(flag) => flag.to_string(),
        },
        article: record.article.id.clone(),
        entities: (
            fact.subject.clone(),
            match &fact.object {
                Value::Entity(id) => id.clone(),
                _ => String::new(),
            },
        ),
    }
}

fn label(record: &Record, local: &str) -> String {
    let entity = record.entities.iter().find(|e| e.id == local);
    let Some(entity) = entity else {
        return local.to_owned();
    };
    // What has no name of its own is told by whom it concerns.
    let class = match &entity.kind {
        EntityKind::Change { class } | EntityKind::Event { class } => class.as_str(),
        _ => "",
    };
    let label = if entity.label.is_empty() { format!("{class} {local}") } else { entity.label.clone() };
    // It divides the parts of a statement.
    label.replace('→', "-")
}

fn says(record: &Record, fact: &Fact, asked: &Statement) -> bool {
    let own = statement(record, fact);
    let same = |a: &str, b: &str| a == b || key(a) == key(b);
    own.predicate == asked.predicate && same(&own.subject, &asked.subject) && same(&own.object, &asked.object)
}

/// Takes facts out of a record, and the entities that nothing else mentions.
pub(super) fn strike(record: &mut Record, rejected: &BTreeSet<usize>) {
    let mut number = 0;
    let mut gone = BTreeSet::new();
    record.facts.retain(|fact| {
        number += 1;
        let kept = !rejected.contains(&(number - 1));
        if !kept {
            gone.insert(fact.subject.clone());
            gone.extend(match &fact.object {
                Value::Entity(id) => Some(id.clone()),
                _ => None,
            });
        }
        kept
    });
    while !gone.is_empty() {
        let mut told: BTreeSet<&str> = record.facts.iter().map(|f| f.subject.as_str()).collect();
        told.extend(record.facts.iter().filter_map(|f| match &f.object {
            Value::Entity(id) => Some(id.as_str()),
            _ => None,
        }));
        told.extend(record.entities.iter().flat_map(|e| parts(&e.kind)));
        let lost: BTreeSet<String> = gone.iter().filter(|id| !told.contains(id.as_str())).cloned().collect();
        let (left, struck) = std::mem::take(&mut record.entities).into_iter().partition(|e| !lost.contains(&e.id));
        record.entities = left;
        let struck: Vec<crate::extract::record::Entity> = struck;
        gone = struck.iter().flat_map(|e| parts(&e.kind)).map(str::to_owned).collect();
    }
}

/// The entities that the description of another mentions.
fn parts(kind: &EntityKind) -> Vec<&str> {
    let parts = match kind {
        EntityKind::Post { body, .. } => [body, &None],
        EntityKind::Body { place, parent, .. } => [place, parent],
        _ => return Vec::new(),
    };
    parts.into_iter().flatten().map(String::as_str).collect()
}
