//! How like two reports of one day are: what they share of the event, and what their articles share around it.

use std::collections::BTreeSet;

use super::super::{Draft, EntityIndex, Kind};
use super::{Around, GOES_ON, Report};
use crate::ontology::classes::Classes;
use crate::text::key::key;

/// So many points make two reports of one event.
pub(super) const ENOUGH: usize = 4;

/// So many pairs of syllables make two headlines alike.
const HEADLINE: usize = 3;

/// What a pair of reports of one day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Of one event for what is told of it: the more the likelier.
    One(usize),
    /// Of one event, if nothing else is against it: the more the likelier.
    Likely(usize),
    /// Nothing tells.
    Open,
    /// Of two events.
    Two,
}

/// What two reports of one day have in common.
struct Common {
    /// Bodies that hold both, people at both, words of both names, people who are given something at both.
    bodies: usize,
    people: usize,
    words: usize,
    given: usize,
    /// What the sentences that tell of both name and count, see [`super::named`].
    names: usize,
    figures: usize,
    /// How many kinds the names of both tell.
    kinds: usize,
    /// What their articles tell around them, see [`around`].
    around: usize,
    /// Whether one host holds both, whether the hosts are other ones, and whether the names tell two things.
    hosted: bool,
    other_hosts: bool,
    told_apart: bool,
    same_class: bool,
    in_province: bool,
    /// Whether somebody at both serves in bodies of no province.
    afar: bool,
}

impl Common {
    fn of(draft: &Draft, (a, around_a): (&Report, &Around), (b, around_b): (&Report, &Around)) -> Common {
        let bodies = a.bodies.intersection(&b.bodies).count();
        let called = called_by_host(draft, a, b) || called_by_host(draft, b, a);
        let guests = || guests_host(draft, (a, around_a), b) || guests_host(draft, (b, around_b), a);
        let hosted = bodies > 0 || called || guests();
        let (hosts_a, hosts_b) = (hosts(draft, a, around_a), hosts(draft, b, around_b));
        let other_hosts = !hosted && !hosts_a.is_empty() && !hosts_b.is_empty() && hosts_a.is_disjoint(&hosts_b);
        let other_hosts = other_hosts && !of_one_place(draft, &hosts_a, &hosts_b);
        let far = |person| from_afar(draft, around_a, person) || from_afar(draft, around_b, person);
        // What a visit and a working session there name alike is the trip of both.
        let same_class = a.class == b.class;
        let (names, figures) = if same_class {
            let (told, again) = (a.names(draft), b.names(draft));
            (told.names.intersection(&again.names).count(), told.figures.intersection(&again.figures).count())
        } else {
            (0, 0)
        };
        Common {
            bodies,
            people: a.people.intersection(&b.people).count(),
            words: a.words.intersection(&b.words).count(),
            // Nobody is appointed or decorated twice in a day: who is given something at both says as much as two.
            given: a.given.intersection(&b.given).count(),
            names,
            figures,
            // At the end of a year each body holds the same.
            kinds: if other_hosts { 0 } else { a.kinds.intersection(&b.kinds).count() },
            around: around(a, around_a, b, around_b),
            hosted,
            other_hosts,
            told_apart: !called && apart(&a.words, &b.words),
            same_class,
            in_province: same_province(draft, (a, around_a), (b, around_b)),
            afar: a.people.intersection(&b.people).any(far),
        }
    }

    /// How many of the things that tell one event they share.
    fn telling(&self) -> usize {
        // Of what somebody does all day in a district of their own province one name tells nothing; who comes from afar makes
        // one trip.
        let there = self.names > usize::from(self.told_apart && !self.afar);
        let shared = [usize::from(self.hosted), self.people, self.words, self.given, usize::from(there)];
        shared.iter().filter(|n| **n > 0).count() + usize::from(self.people > 1)
    }

    /// How much speaks for one event.
    fn points(&self, classes: &Classes, a: &Report, b: &Report) -> usize {
        let once = self.people > 0 && self.same_class && classes.once_a_day(&a.class);
        // Nobody chairs two of a kind a day.
        let chairs = a.people.intersection(&b.people).any(|p| a.chairs.contains(p) || b.chairs.contains(p));
        let seldom = self.same_class && classes.seldom(&a.class);
        let trip = self.same_class && self.in_province && self.afar;
        2 * self.people.min(2)
            + usize::from(once || chairs)
            + 2 * usize::from(self.hosted)
            + alike(&a.words, &b.words)
            + self.names.min(2)
            // A hundred guests are at many meetings.
            + self.figures.saturating_sub(usize::from(self.told_apart)).min(1)
            + self.kinds.min(2)
            + usize::from(a.ordinal.is_some() && a.ordinal == b.ordinal)
            + usize::from(seldom && self.in_province && self.around > 0)
            + usize::from(self.same_class)
            + usize::from(self.in_province)
            + usize::from(trip)
            + self.around
    }
}

/// How like two reports of one day are.
///
/// Two of these make them one: a body that holds it, somebody who takes part, a word of its name, what
/// the sentences that tell of it name (see [`super::named`]), somebody who is given something; so do two people. Less than that
/// makes it likely, where neither names tell two things nor hosts differ, and kind, province, and what else the articles tell
/// speak for it.
pub(super) fn likeness(draft: &Draft, a: (&Report, &Around), b: (&Report, &Around)) -> Likeness {
    let classes = &draft.gazetteer.known.classes;
    let (one, other) = (a.0, b.0);
    if two_by_name(classes, one, other) {
        return Likeness::Two;
    }
    let common = Common::of(draft, a, b);
    let Common { people, told_apart, other_hosts, .. } = common;
    let points = common.points(classes, one, other);
    let several = [one, other].iter().any(|r| classes.several_a_day(&r.class));
    let wanted = ENOUGH + usize::from(several) + 2 * usize::from(told_apart) + 2 * usize::from(other_hosts);
    match common.telling() > 1 || sat_together(one, other) {
        true => Likeness::One(3 * common.bodies + 2 * people + common.words + points),
        false if points >= wanted => Likeness::Likely(points),
        false if people == 0 && (told_apart || other_hosts) => Likeness::Two,
        false => Likeness::Open,
    }
}

/// Whether kinds or names tell two events: other numbers, or of congresses other bodies.
fn two_by_name(classes: &Classes, a: &Report, b: &Report) -> bool {
    let other_number = a.ordinal.is_some() && b.ordinal.is_some() && a.ordinal != b.ordinal;
    let other_body = !a.words.is_disjoint(&b.words) && !a.words.is_subset(&b.words) && !b.words.is_subset(&a.words);
    let whose = classes.of_one_body(&a.class) && other_body;
    !classes.mixed_up(&a.class, &b.class) || a.class == b.class && (other_number || whose) || two_by_hour(classes, a, b)
}

/// Whether two reports tell other parts of the day, of other kinds or of a kind of which somebody has several a day, and nothing
/// in their names is alike: what goes on all day is told by its morning and by its end.
fn two_by_hour(classes: &Classes, a: &Report, b: &Report) -> bool {
    let alike = !a.words.is_disjoint(&b.words) || a.ordinal.is_some() && a.ordinal == b.ordinal;
    let short = !alike && (a.class != b.class || classes.several_a_day(&a.class));
    short && matches!((&a.part, &b.part), (Some(one), Some(other)) if one != other)
}

/// Whether somebody serves in bodies of no province.
fn from_afar(draft: &Draft, around: &Around, person: &EntityIndex) -> bool {
    let central = |body: &EntityIndex| match &draft.entities[*body].kind {
        Kind::Body { place, .. } => place.is_none(),
        _ => false,
    };
    around.seats.get(person).is_some_and(|seats| !seats.is_empty() && seats.iter().all(central))
}

/// Whether one assembly sat at both: one of a province sits for some days in a row, the country's for weeks.
fn sat_together(a: &Report, b: &Report) -> bool {
    let (Some(ours), Some(theirs), Some(one), Some(other)) = (&a.assembly, &b.assembly, a.day, b.day) else {
        return false;
    };
    ours == theirs && (one == other || !ours.is_empty() && (one - other).abs() <= GOES_ON)
}

/// Whether the name of `a` tells a body that holds `b` (`hội nghị sơ kết của Công an tỉnh`, `HĐND tỉnh họp kỳ thứ nhất`).
fn called_by_host(draft: &Draft, a: &Report, b: &Report) -> bool {
    let known = &draft.gazetteer.known;
    let told = |body: &EntityIndex| {
        let entity = &draft.entities[*body];
        let (place, ministry) = match &entity.kind {
            Kind::Body { place: Some(place), .. } => (key(&draft.entities[*place].label), false),
            Kind::Body { class, .. } => (String::new(), class == "Ministry"),
            _ => (String::new(), false),
        };
        let called = |form: &String| {
            let label = key(form);
            let name = known.without_place(&label, &place);
            let short = form.split(' ').next().is_some_and(|first| first.chars().all(char::is_uppercase));
            let in_label = |word: &String| label.split(' ').any(|own| own == word);
            let told = |word: &str| a.words.contains(word) || known.is_level(word);
            (name.contains(' ') || short) && (name.split(' ').all(told) || abbreviated(draft, name, &a.words))
                // `buổi họp báo của Bộ`
                || (a.words.len() > 1 || ministry) && !a.words.is_empty() && a.words.iter().all(in_label)
        };
        entity.variants.iter().chain([&entity.label]).any(called)
    };
    b.bodies.iter().any(told)
}

/// Whether words tell all of a name, some of it by initials (`Ban Chỉ huy PCTT&TKCN`).
fn abbreviated(draft: &Draft, name: &str, words: &BTreeSet<String>) -> bool {
    const SHORTEST: usize = 3;
    let known = &draft.gazetteer.known;
    let full: Vec<&str> = name.split(' ').collect();
    let initials: Vec<Option<char>> = full.iter().map(|word| word.chars().next()).collect();
    let mut told: Vec<bool> = full.iter().map(|word| words.contains(*word) || known.says_little(word)).collect();
    for word in words.iter().filter(|word| word.chars().count() >= SHORTEST) {
        let letters: Vec<Option<char>> = word.chars().map(Some).collect();
        if let Some(at) = initials.windows(letters.len()).position(|own| own == letters) {
            told[at..at + letters.len()].fill(true);
        }
    }
    told.into_iter().all(|told| told)
}

/// Whether somebody at the event of `a`, and not at that of `b`, has a seat in a body that holds `b`.
fn guests_host(draft: &Draft, (a, around_a): (&Report, &Around), b: &Report) -> bool {
    let held: BTreeSet<EntityIndex> = b.bodies.iter().map(|body| draft.lineage(*body)).collect();
    let others = a.people.difference(&b.people).filter_map(|person| around_a.seats.get(person));
    a.bodies.is_empty() && others.flatten().any(|seat| held.contains(seat))
}

/// The bodies that hold an event, or else those of who chairs it; with what they are part of.
fn hosts(draft: &Draft, report: &Report, around: &Around) -> BTreeSet<EntityIndex> {
    let seats = || report.chairs.iter().filter_map(|person| around.seats.get(person)).flatten();
    // That a province holds it names none of its bodies.
    let province = |body: &&EntityIndex| {
        let place = authority_of(draft, **body);
        place.is_some_and(|place| draft.gazetteer.is_province(draft.entities[place].iri.as_str()))
    };
    let mut open: Vec<EntityIndex> = report.bodies.iter().filter(|body| !province(body)).copied().collect();
    if open.is_empty() {
        open.extend(seats());
    }
    let mut hosts = BTreeSet::new();
    while let Some(body) = open.pop() {
        if let (true, Kind::Body { parent: Some(parent), .. }) =
            (hosts.insert(draft.lineage(body)), &draft.entities[body].kind)
        {
            open.push(*parent);
        }
    }
    hosts
}

/// The place that a body is the whole authority of (`huyện Lương Sơn tổ chức …`).
fn authority_of(draft: &Draft, body: EntityIndex) -> Option<EntityIndex> {
    let Kind::Body { place: Some(place), .. } = draft.entities[body].kind else {
        return None;
    };
    let names = [&draft.entities[body].label, &draft.entities[place].label].map(|label| key(label));
    draft.gazetteer.known.without_place(&names[0], &names[1]).is_empty().then_some(place)
}

/// Whether one holds an event as a place, and the other as a body of that place.
fn of_one_place(draft: &Draft, a: &BTreeSet<EntityIndex>, b: &BTreeSet<EntityIndex>) -> bool {
    let whole = |hosts: &BTreeSet<EntityIndex>, others: &BTreeSet<EntityIndex>| {
        let places = hosts.iter().filter_map(|body| authority_of(draft, *body));
        let of = |place: EntityIndex, body: &EntityIndex| match draft.entities[*body].kind {
            Kind::Body { place: Some(own), .. } => own == place,
            _ => false,
        };
        places.into_iter().any(|place| others.iter().any(|body| of(place, body)))
    };
    whole(a, b) || whole(b, a)
}

/// Whether two names tell two things: each has words of its own, and they share few.
fn apart(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    !a.is_subset(b) && !b.is_subset(a) && alike(a, b) < 2
}

/// How far the words of two names are the same: from none to three points.
fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> usize {
    let shared = a.intersection(b).count();
    let most = 5 * shared >= 3 * a.len().min(b.len());
    usize::from(shared > 0) + usize::from(shared > 1 && most) + usize::from(shared > 3 && most)
}

/// Whether both take place in one province, as they or all that their articles name tell.
fn same_province(draft: &Draft, (a, around_a): (&Report, &Around), (b, around_b): (&Report, &Around)) -> bool {
    match (&a.province, &b.province) {
        (Some(a), Some(b)) => a == b,
        (Some(a), None) => around_b.plays_in(draft, a),
        (None, Some(b)) => around_a.plays_in(draft, b),
        (None, None) => around_a.provinces.len() == 1 && around_a.provinces == around_b.provinces,
    }
}

/// What two articles share around their events: people (three at most), a district or commune, a headline.
fn around(a: &Report, around_a: &Around, b: &Report, around_b: &Around) -> usize {
    let there = |person: &&EntityIndex| a.people.contains(*person) && b.people.contains(*person);
    let people = around_a.people.intersection(&around_b.people).filter(|p| !there(p)).count();
    let places = around_a.places.intersection(&around_b.places).count();
    let phrases = around_a.phrases.intersection(&around_b.phrases).count();
    people.min(3) + places.min(1) + usize::from(phrases >= HEADLINE)
}
