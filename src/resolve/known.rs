//! What the ontology knows that tells people of one name apart: offices, ranks, career lines, how common a name is.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::ontology::vocab;
use crate::text::key::key;

/// How many officials a newspaper may come to name: communes, districts, provinces, ministries and forces of some years.
const OFFICIALS: f64 = 100_000.0;

/// The share of a syllable nobody counted.
const RARE: f64 = 0.0005;

/// The part of officials whose name has two syllables.
const SHORT: f64 = 0.04;

/// How much more often the two middle syllables of a long name stand together than each alone tells (`Thị Thu`).
const LONG: f64 = 5.0;

/// So many bearers at least has a name with a syllable nobody counted.
const UNCOUNTED: f64 = 0.25;

/// Knowledge about offices and names, by what the ontology's triples say.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    flags: HashMap<&'static str, HashSet<String>>,
    seniority: HashMap<String, u32>,
    lines: HashMap<String, String>,
    alone: HashSet<String>,
    mixed_up: HashSet<(String, String)>,
    /// Keys of the heads of events' names, and of words that say little in them.
    heads: HashSet<String>,
    light: HashSet<String>,
    /// Keys of the words for levels of administration.
    levels: HashSet<String>,
    shares: [HashMap<String, f64>; 3],
}

/// What is said of offices here, each true where it is said at all and not denied.
const FLAGS: [&str; 3] = [vocab::SINGLE_SEAT, vocab::MEMBERSHIP, vocab::DEPUTY_OF];

/// The places of a syllable in a name.
const SHARES: [&str; 3] = [vocab::FAMILY_SHARE, vocab::MIDDLE_SHARE, vocab::GIVEN_SHARE];

impl Known {
    /// Takes in a `value` (a literal's or an IRI) that `predicate` gives `subject`; `label` finds the labels of subjects.
    pub fn add(&mut self, subject: &str, predicate: &str, value: &str, label: impl Fn(&str) -> Vec<String>) {
        if let Some(place) = SHARES.iter().position(|p| *p == predicate) {
            let share = value.parse().unwrap_or(RARE);
            self.shares[place].extend(label(subject).iter().map(|l| (key(l), share)));
            return;
        }
        match predicate {
            vocab::SENIORITY => {
                self.seniority.extend(value.parse().ok().map(|n| (subject.to_owned(), n)));
            }
            vocab::CAREER_LINE => {
                self.lines.insert(local_name(subject).to_owned(), value.to_owned());
            }
            vocab::MIXED_UP_WITH => {
                let (a, b) = (local_name(subject).to_owned(), local_name(value).to_owned());
                self.mixed_up.extend([(a.clone(), b.clone()), (b, a)]);
            }
            vocab::STANDS_ALONE => {
                self.alone.insert(local_name(subject).to_owned());
            }
            _ => {
                let flag = FLAGS.into_iter().find(|f| *f == predicate && value != "false");
                if let Some(flag) = flag {
                    self.flags.entry(flag).or_default().extend(label(subject).iter().map(|l| key(l)));
                }
            }
        }
    }

    /// Whether a title (as its key) is of an office with one holder at a time in one body.
    pub fn single_seat(&self, title: &str) -> bool {
        self.flags.get(vocab::SINGLE_SEAT).is_some_and(|titles| titles.contains(title))
    }

    /// Whether a title (as its key) is of a seat among many that is held beside other offices.
    pub fn membership(&self, title: &str) -> bool {
        self.flags.get(vocab::MEMBERSHIP).is_some_and(|titles| titles.contains(title))
    }

    /// Whether a title (as its key) is of who leads a body or deputises for them.
    pub fn leads(&self, title: &str) -> bool {
        self.single_seat(title) || self.flags.get(vocab::DEPUTY_OF).is_some_and(|titles| titles.contains(title))
    }

    /// The place of a rank, by its IRI, in its ladder.
    pub fn seniority(&self, rank: &str) -> Option<u32> {
        self.seniority.get(rank).copied()
    }

    /// The career line of a class of bodies, by its local name; the common line has none.
    pub fn line(&self, class: &str) -> Option<&str> {
        self.lines.get(class).map(String::as_str)
    }

    /// Whether each body of a class, by its local name, is a world of its own.
    pub fn stands_alone(&self, class: &str) -> bool {
        self.alone.contains(class)
    }

    /// Whether two classes of events, by their local names, are one or such as papers give to one event.
    pub fn mixed_up(&self, a: &str, b: &str) -> bool {
        a == b || self.mixed_up.contains(&(a.to_owned(), b.to_owned()))
    }

    /// Takes in a label (its key) of an individual of `class`: heads of events' names, light words, levels.
    pub fn add_word(&mut self, class: &str, label: String) {
        let words = match class {
            "EventHead" => &mut self.heads,
            "LightWord" | "FunctionWord" => &mut self.light,
            "Level" => &mut self.levels,
            _ => return,
        };
        words.insert(label);
    }

    /// The name of a body (its key) without the place (its key) and level that end it.
    pub fn without_place<'n>(&self, body: &'n str, place: &str) -> &'n str {
        let bare = body.strip_suffix(place).unwrap_or(body).trim_end();
        let level = self.levels.iter().filter_map(|level| bare.strip_suffix(level.as_str()));
        level.min_by_key(|rest| rest.len()).map_or(bare, str::trim_end)
    }

    /// The words of an event's name (its key) that tell what it is about: without its head and light words.
    pub fn telling_words(&self, name: &str) -> BTreeSet<String> {
        let words: Vec<&str> = name.split(' ').collect();
        let head = (1..=words.len()).rev().find(|n| self.heads.contains(&words[..*n].join(" "))).unwrap_or(0);
        let telling = words[head..].iter().filter(|w| !self.light.contains(**w));
        telling.map(|w| (*w).to_owned()).collect()
    }

    /// How many officials are expected to bear a name (as its key): far below 1 for a name that is as good as unique.
    ///
    /// The shares of its syllables in their places, as if they were independent, times the number of officials.
    pub fn bearers(&self, name: &str) -> f64 {
        let syllables: Vec<&str> = name.split(' ').collect();
        let share = |place: usize, syllable: &str| self.shares[place].get(syllable).copied().unwrap_or(RARE);
        let [family, middle @ .., given] = &syllables[..] else {
            return OFFICIALS;
        };
        let rest: f64 = middle.iter().map(|m| share(1, m)).product();
        // Of a middle name that nobody counted it is not known how often it goes with the rest (`A`, `Seo`).
        let counted = middle.iter().all(|m| self.shares[1].contains_key(*m));
        let length = match middle.len() {
            0 => SHORT,
            1 => 1.0,
            _ => LONG,
        };
        let bearers = OFFICIALS * share(0, family) * rest * share(2, given) * length;
        if counted { bearers } else { bearers.max(UNCOUNTED) }
    }
}

fn local_name(class: &str) -> &str {
    class.strip_prefix(vocab::VG).unwrap_or(class)
}
