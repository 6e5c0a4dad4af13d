//! What the ontology says of classes: where the officers of a kind of body make their way, which kinds of event papers mix up.

use std::collections::HashMap;

use super::facts::Facts;
use super::vocab::local_name;

/// Classes of bodies and events, by their local names (`PoliceBody`, `Ceremony`).
#[derive(Clone, Debug, Default)]
pub struct Classes {
    by_name: HashMap<String, Class>,
}

/// One class.
#[derive(Clone, Debug, Default)]
struct Class {
    line: Option<String>,
    beside: bool,
    alone: bool,
    powerless: bool,
    over_days: bool,
    several_a_day: bool,
    once_a_day: bool,
    of_one_body: bool,
    seldom: bool,
    mixed_up: Vec<String>,
    sits_as: Option<String>,
}

impl Classes {
    /// Reads the classes among `facts`.
    pub(crate) fn read(facts: &Facts) -> Classes {
        let class = facts.of_class(&["Class"]).map(|s| {
            let class = Class {
                line: s.text("vg:careerLine").map(str::to_owned),
                beside: s.flag("vg:besideOffices"),
                alone: s.flag("vg:standsAlone"),
                powerless: s.flag("vg:withoutAuthority"),
                over_days: s.flag("vg:overDays"),
                several_a_day: s.flag("vg:severalADay"),
                once_a_day: s.flag("vg:onceADay"),
                of_one_body: s.flag("vg:ofOneBody"),
                seldom: s.flag("vg:seldom"),
                mixed_up: s.iris("vg:mixedUpWith").into_iter().map(|i| local_name(i).to_owned()).collect(),
                sits_as: s.iris("vg:sitsAs").first().map(|i| local_name(i).to_owned()),
            };
            (local_name(s.iri).to_owned(), class)
        });
        Classes { by_name: class.collect() }
    }

    /// The line of service in which the officers of a class of bodies make their way; the common line has none.
    pub fn line(&self, class: &str) -> Option<&str> {
        self.by_name.get(class)?.line.as_deref()
    }

    /// Whether seats in bodies of a class are held beside an office elsewhere.
    pub fn beside_offices(&self, class: &str) -> bool {
        self.by_name.get(class).is_some_and(|c| c.beside)
    }

    /// Whether each body of a class is a world of its own.
    pub fn stands_alone(&self, class: &str) -> bool {
        self.by_name.get(class).is_some_and(|c| c.alone)
    }

    /// Whether bodies of a class govern.
    pub fn governs(&self, class: &str) -> bool {
        self.by_name.get(class).is_some_and(|c| !c.powerless)
    }

    /// Whether events of a class commonly go on for several days.
    pub fn over_days(&self, class: &str) -> bool {
        self.by_name.get(class).is_some_and(|c| c.over_days)
    }

    /// Whether nobody is at two of a class on one day.
    pub fn once_a_day(&self, class: &str) -> bool {
        self.by_name.get(class).is_some_and(|c| c.once_a_day)
    }

    /// Whether the name of an event of a class tells whose it is.
    pub fn of_one_body(&self, class: &str) -> bool {
        self.by_name.get(class).is_some_and(|c| c.of_one_body)
    }

    /// Whether few events of a class are held in one province on one day.
    pub fn seldom(&self, class: &str) -> bool {
        self.by_name.get(class).is_some_and(|c| c.seldom)
    }

    /// Whether the same people commonly go from one event of a class to the next on one day.
    pub fn several_a_day(&self, class: &str) -> bool {
        self.by_name.get(class).is_some_and(|c| c.several_a_day)
    }

    /// The class of the events at which a body of a class decides, where one of a place holds no two on one day.
    pub fn sits_as(&self, class: &str) -> Option<&str> {
        self.by_name.get(class)?.sits_as.as_deref()
    }

    /// Whether two classes of events are one, or such as papers give to one event.
    pub fn mixed_up(&self, a: &str, b: &str) -> bool {
        let with = |a: &str, b: &str| self.by_name.get(a).is_some_and(|c| c.mixed_up.iter().any(|m| m == b));
        a == b || with(a, b) || with(b, a)
    }
}
