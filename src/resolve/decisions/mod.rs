//! Decisions of people: who is one and who is not, which facts hold, what something is called.
//!
//! They stand in a text file, one a line, six columns with a tab between: what is decided, what it is about (two columns), by
//! whom, on which day, why. Lines are only ever added; a line that begins with `#` is a remark. At every build all are replayed
//! upon what the articles say. People and events are named by an id and the articles in which they are told of
//! (`person/lê-văn-sơn @ bao-ha-giang/2015-03-02#p1`), so that a decision holds when ids change.

mod line;

use std::collections::HashMap;

/// What a line decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Two are one.
    Merge(Reference, Reference),
    /// Two are two, whatever they share.
    NotSame(Reference, Reference),
    /// One is two: what is left, and what is told of somebody, or something, else.
    Split(Reference, Vec<Anchor>),
    /// An article does not say this, or is wrong.
    Reject(Statement),
    /// An article says this, and rightly.
    Accept(Statement),
    /// It is called so.
    Rename(Reference, String),
    /// The decision with this id does not count.
    Undo(String),
}

/// Somebody or something by its id and where it is told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The IRI below the base: `person/lê-văn-sơn`.
    pub id: String,
    /// Where articles tell of it; may be empty.
    pub anchors: Vec<Anchor>,
}

/// An entity of an article's record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Anchor {
    /// The article's id.
    pub article: String,
    /// The entity's id in the record; empty for the only one of the name.
    pub entity: String,
    /// Its name there, as in IRIs, where the id that it stands beside does not tell it.
    pub name: String,
}

/// A fact as one article states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The label of its subject.
    pub subject: String,
    /// The property, as a prefixed name.
    pub predicate: String,
    /// The label of its object, or the value.
    pub object: String,
    /// The article's id.
    pub article: String,
    /// The ids of subject and object in the article's record, which tell it from another of the same words; may be empty.
    pub entities: (String, String),
}

/// One line of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The number of the line, from 1.
    pub line: usize,
    /// What other lines and commands call it: eight hexadecimal digits made from its text, and from how often it stood before.
    pub id: String,
    /// The line.
    pub text: String,
    /// Its columns, or what is wrong with it.
    pub decision: Result<Decision, String>,
}

/// A decision, by whom and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What is decided.
    pub verdict: Verdict,
    /// Who decided.
    pub author: String,
    /// The day, as it was written.
    pub date: String,
    /// Why.
    pub reason: String,
}

/// All lines of a file of decisions, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// The lines that are not empty and no remark.
    pub entries: Vec<Entry>,
}

/// What became of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was applied.
    Used,
    /// A later line takes it back.
    Undone,
    /// It does not apply, and why.
    Unused(String),
}

impl Decisions {
    /// Reads the text of a file; a line that cannot be read is kept with what is wrong with it.
    pub fn parse(text: &str) -> Decisions {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let lines = text.lines().enumerate().map(|(n, line)| (n + 1, line.trim_end_matches('\r')));
        let lines = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let mut entries = Vec::new();
        for (line, text) in lines {
            let times = seen.entry(text.trim()).or_default();
            *times += 1;
            let id = line::id_of(text, *times);
            entries.push(Entry { line, id, text: text.to_owned(), decision: Decision::parse(text) });
        }
        Decisions { entries }
    }

    /// For each line whether it counts: a later one may take it back, and one later still that one.
    ///
    pub fn counting(&self) -> Vec<bool> {
        let mut counting = vec![true; self.entries.len()];
        let mut target: Vec<Option<usize>> = vec![None; self.entries.len()];
        for n in 0..self.entries.len() {
            let Ok(Decision { verdict: Verdict::Undo(id), .. }) = &self.entries[n].decision else {
                continue;
            };
            target[n] = (0..n).find(|m| self.entries[*m].id == *id);
            let (mut at, mut counts) = (target[n], false);
            // Taking back what took back brings the first to count again.
            while let Some(m) = at {
                counting[m] = counts;
                (at, counts) = (target[m], !counts);
            }
        }
        counting
    }

    /// Those that count, each with its place in `entries`.
    pub(super) fn effective(&self) -> impl Iterator<Item = (usize, &Verdict)> {
        let counting = self.counting();
        let all = self.entries.iter().enumerate();
        all.filter_map(move |(n, entry)| match &entry.decision {
            Ok(decision) if counting[n] => Some((n, &decision.verdict)),
            _ => None,
        })
    }

    /// Gives every reference without anchors those that `of` knows for its id.
    pub(super) fn anchored(&self, of: impl Fn(&str) -> Vec<Anchor>) -> Decisions {
        let mut decisions = self.clone();
        for entry in &mut decisions.entries {
            let Ok(decision) = &mut entry.decision else {
                continue;
            };
            for reference in decision.verdict.references_mut() {
                if reference.anchors.is_empty() {
                    reference.anchors = of(&reference.id);
                }
            }
        }
        decisions
    }

    /// Whether some reference to a person or event has no anchors.
    pub(super) fn loose(&self) -> bool {
        let loose = |r: &Reference| r.anchors.is_empty() && r.is_anchored();
        self.effective().any(|(_, verdict)| verdict.references().into_iter().any(loose))
    }

    /// What is certain before any article is looked at, by place in `entries`.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let counting = self.counting();
        let outcome = |(n, entry): (usize, &Entry)| match &entry.decision {
            Err(reason) => Outcome::Unused(reason.clone()),
            _ if !counting[n] => Outcome::Undone,
            Ok(Decision { verdict: Verdict::Undo(id), .. }) if !self.entries[..n].iter().any(|e| e.id == *id) => {
                Outcome::Unused(format!("there is no decision {id} before it"))
            }
            Ok(_) => Outcome::Used,
        };
        self.entries.iter().enumerate().map(outcome).collect()
    }
}

impl Reference {
    /// Whether it is of a kind that anchors name: a person or an event.
    pub fn is_anchored(&self) -> bool {
        self.id.starts_with("person/") || self.id.starts_with("event/")
    }
}

impl Verdict {
    /// The word that begins the line.
    pub fn verb(&self) -> &'static str {
        match self {
            Verdict::Merge(..) => "merge",
            Verdict::NotSame(..) => "not-same",
            Verdict::Split(..) => "split",
            Verdict::Reject(_) => "reject",
            Verdict::Accept(_) => "accept",
            Verdict::Rename(..) => "rename",
            Verdict::Undo(_) => "undo",
        }
    }

    /// Who or what it is about, in the words of the line without the articles that make it sure.
    pub fn about(&self) -> (String, String) {
        match self {
            Verdict::Merge(a, b) | Verdict::NotSame(a, b) => (a.id.clone(), b.id.clone()),
            Verdict::Rename(a, name) => (a.id.clone(), name.clone()),
            Verdict::Split(a, moved) => {
                (a.id.clone(), moved.iter().map(|m| m.article.as_str()).collect::<Vec<_>>().join(", "))
            }
            _ => self.columns(),
        }
    }

    /// Who or what it is about, facts aside.
    pub fn references(&self) -> Vec<&Reference> {
        match self {
            Verdict::Merge(a, b) | Verdict::NotSame(a, b) => vec![a, b],
            Verdict::Split(a, _) | Verdict::Rename(a, _) => vec![a],
            _ => Vec::new(),
        }
    }

    fn references_mut(&mut self) -> Vec<&mut Reference> {
        match self {
            Verdict::Merge(a, b) | Verdict::NotSame(a, b) => vec![a, b],
            Verdict::Split(a, _) | Verdict::Rename(a, _) => vec![a],
            _ => Vec::new(),
        }
    }
}
