//! Which event found is which event annotated.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::annotation::Occasion;
use super::dates::same_date;
use super::found::{Event, Found};
use super::likeness::Likeness;
use crate::text::key::key;

/// So much must two events have in common to be one: their type, or two people, or one and the date with something else.
const ENOUGH: f64 = 2.0;

/// For each annotated event the place of the one found that is most like it, if any; each found one is taken once.
///
/// The likest pair is made first, then the likest of what is left. Of pairs alike in the same degree the first by the
/// order of the annotations counts, and of those the one without a date, which none contradicts.
pub fn pair(
    annotated: &[Occasion],
    found: &Found,
    ignored: &BTreeSet<String>,
    likeness: Likeness,
) -> Vec<Option<usize>> {
    let people = people_of(found, ignored);
    let mut candidates = Vec::new();
    for (i, occasion) in annotated.iter().enumerate() {
        for (k, event) in found.events.iter().enumerate() {
            let common = in_common(occasion, event, &people[k], likeness);
            if common >= ENOUGH {
                let undated = event.dates.is_empty();
                candidates.push((common, (Reverse(i), undated, Reverse(k))));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
    let mut pairs = vec![None; annotated.len()];
    for (_, (Reverse(i), _, Reverse(k))) in candidates {
        if pairs[i].is_none() && !pairs.contains(&Some(k)) {
            pairs[i] = Some(k);
        }
    }
    pairs
}

/// The keys of the people who take part in each found event.
fn people_of(found: &Found, ignored: &BTreeSet<String>) -> Vec<BTreeSet<String>> {
    let mut people = vec![BTreeSet::new(); found.events.len()];
    for told in &found.roles {
        let person = key(&told.what.role.person);
        if !ignored.contains(&person) {
            people[told.what.event].insert(person);
        }
    }
    people
}

/// How much two events have in common: their type counts for most, then those who take part, then date, place and name.
/// Without a common type or person they have nothing in common.
fn in_common(occasion: &Occasion, event: &Event, people: &BTreeSet<String>, likeness: Likeness) -> f64 {
    let wanted: BTreeSet<String> = occasion.roles.iter().map(|r| key(&r.person)).collect();
    let shared_people = wanted.intersection(people).count();
    let same_type = occasion.types.contains(&event.kind);
    if !same_type && shared_people == 0 {
        return 0.0;
    }
    let told = |a: &Option<String>| a.clone().unwrap_or_default();
    let date = event.dates.iter().any(|d| same_date(&told(&occasion.date), &d.what));
    let place = occasion.place.as_ref().is_some_and(|p| event.places.iter().any(|q| likeness.same_place(p, &q.what)));
    let (shared, words) = likeness.shared(&told(&occasion.name), &event.name);
    let points = [(2.0, same_type), (1.0, date), (0.5, place)];
    let points: f64 = points.iter().filter(|(_, holds)| *holds).map(|(points, _)| points).sum();
    points + 1.5 * shared_people.min(2) as f64 + shared as f64 / (1 + words) as f64
}

#[cfg(test)]
mod tests {
    use super::super::found::{RoleAt, Told};
    use super::super::statement::{Part, Role};
    use super::*;
    use crate::ontology::Ontology;

    fn role(person: &str) -> Role {
        Role { person: person.to_owned(), role: Part::Attended }
    }

    fn occasion(kind: &str, date: Option<&str>, people: &[&str]) -> Occasion {
        Occasion {
            types: vec![kind.to_owned()],
            name: None,
            date: date.map(str::to_owned),
            place: None,
            host: Vec::new(),
            roles: people.iter().map(|p| role(p)).collect(),
            optional: false,
        }
    }

    /// What was found: for each event its kind, its date and who attended.
    fn found(events: &[(&str, Option<&str>, &[&str])]) -> Found<'static> {
        let mut found = Found::default();
        for (event, (kind, date, people)) in events.iter().enumerate() {
            let dates = date.iter().map(|d| Told { what: (*d).to_owned(), evidence: Vec::new() }).collect();
            found.events.push(Event { kind: (*kind).to_owned(), dates, ..Event::default() });
            let roles = people.iter().map(|p| RoleAt { event, at: String::new(), role: role(p) });
            found.roles.extend(roles.map(|what| Told { what, evidence: Vec::new() }));
        }
        found
    }

    fn paired(annotated: &[Occasion], found: &Found, ignored: &[&str]) -> Vec<Option<usize>> {
        let knowledge = Ontology::load(&[]).expect("the embedded ontology");
        pair(annotated, found, &ignored.iter().map(|n| key(n)).collect(), Likeness::new(&knowledge))
    }

    #[test]
    fn the_likest_pair_is_made_first() {
        let annotated = [occasion("visit", None, &[]), occasion("visit", Some("2022-06-15"), &["Lê Văn Toản"])];
        let found = found(&[("visit", Some("2022-06-15"), &["Lê Văn Toản"]), ("visit", None, &[])]);
        assert_eq!(paired(&annotated, &found, &[]), [Some(1), Some(0)]);
    }

    #[test]
    fn two_people_make_an_event_of_another_type_the_same_and_one_does_not() {
        let annotated = [occasion("ceremony", None, &["Lê Văn Toản", "Hoàng Văn Chín"])];
        let both = found(&[("conference", None, &["Lê Văn Toản", "Hoàng Văn Chín"])]);
        assert_eq!(paired(&annotated, &both, &[]), [Some(0)]);
        assert_eq!(paired(&annotated, &both, &["Hoàng Văn Chín"]), [None], "one of them does not count");
        assert_eq!(paired(&annotated, &found(&[("conference", None, &["Lê Văn Toản"])]), &[]), [None]);
    }

    #[test]
    fn each_event_found_is_taken_once_and_the_undated_before_one_of_another_day() {
        let annotated = [occasion("visit", Some("2022-06-15"), &[]), occasion("visit", None, &[])];
        let one = found(&[("visit", None, &[])]);
        assert_eq!(paired(&annotated, &one, &[]), [Some(0), None]);
        let two = found(&[("visit", Some("2022-06-16"), &[]), ("visit", None, &[])]);
        assert_eq!(paired(&annotated, &two, &[]), [Some(1), Some(0)]);
    }
}
