//! What the ontology calls offices, bodies, provinces: words in capitals that tell no place or work of their own.

use std::collections::HashSet;

use crate::ontology::facts::Facts;
use crate::text::key::key;

/// The classes, beside bodies, whose names tell no event from another.
const CLASSES: [&str; 13] = [
    "Office",
    "BodyPattern",
    "Sector",
    "Rank",
    "EventHead",
    "Award",
    "Province",
    "Country",
    "ForeignCity",
    "LightWord",
    "FunctionWord",
    "HistoricFigure",
    "TitleModifier",
];

/// Words that stand side by side in names that the ontology knows, or that its parts make.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    pairs: HashSet<(String, String)>,
    /// Last words of kinds of bodies and offices, and first words of what stands behind them (`Sở` and `Y tế`).
    last: HashSet<String>,
    first: HashSet<String>,
}

impl Vocabulary {
    /// Reads the names among `facts`.
    pub fn read(facts: &Facts) -> Vocabulary {
        let labels = |classes: &[&str]| -> Vec<Vec<String>> {
            let labels = facts.of_class(classes).flat_map(|s| s.labels()).map(key);
            labels.map(|label| label.split(' ').map(str::to_owned).collect()).collect()
        };
        let bodies = facts.classes_below("Body").into_keys().collect::<Vec<String>>();
        let classes: Vec<&str> = CLASSES.into_iter().chain(bodies.iter().map(String::as_str)).collect();
        let pairs = |words: Vec<String>| {
            let pairs = words.windows(2).map(|pair| (pair[0].clone(), pair[1].clone()));
            pairs.collect::<Vec<_>>()
        };
        let ends = labels(&["BodyPattern", "Office"]).into_iter().filter_map(|words| words.last().cloned());
        let begins = labels(&["Sector", "BodyPattern"]).into_iter().filter_map(|words| words.first().cloned());
        Vocabulary {
            pairs: labels(&classes).into_iter().flat_map(pairs).collect(),
            last: ends.collect(),
            first: begins.collect(),
        }
    }

    /// Whether two words (keys) stand side by side in what an office, a body or a province is called.
    pub fn knows(&self, first: &str, second: &str) -> bool {
        self.pairs.contains(&(first.to_owned(), second.to_owned()))
            || self.last.contains(first) && self.first.contains(second)
    }
}
