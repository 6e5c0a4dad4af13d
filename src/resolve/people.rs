//! People: across articles the same only with a context that fits.
//!
//! A name is not an identity: many men are called Nguyễn Văn Sơn. Sightings of one name are one person when they share a
//! post, a body or an area of work (see [`super::ties`]), directly or over others, and nothing speaks against it (see
//! [`super::persona`]). How common the name is decides how much that takes: of a name that hardly two officials bear,
//! careers are joined from province to province. Those of whom no body is known join the only person of their name, and
//! stay apart when there are several.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::candidates::{self, Candidate};
use super::constraints::united;
use super::decisions::Outcome;
use super::persona::Persona;
use super::sightings::{self, Sighting};
use super::slug::{short_hash, slug};
use super::ties::{self, Tie};
use super::{Draft, EntityIndex, Kind, Slot};
use crate::text::key::key;

/// Up to so many expected bearers of a name, all high offices that nothing keeps apart are one person's; up to [`ties::FEW`], all
/// of one career line.
const UNIQUE: f64 = 0.02;

/// The same where the line is a service of its own, army or police: few officials belong to it, and of a name so rare one.
const UNIQUE_IN_SERVICE: f64 = 1.0;

/// The same where both lead bodies of the whole state, or deputise in them: some thousands of the officials do.
const UNIQUE_AT_THE_CENTRE: f64 = 0.3;

/// Pairs in doubt are listed of names with so many people at most.
const MOST_LISTED: usize = 12;

/// Gives every person their entity.
pub(super) fn resolve(draft: &mut Draft, outcomes: &mut [Outcome]) {
    let former = super::bodies::former_names(draft, "body/");
    let mut all = Vec::new();
    for (block, personas) in clustered(draft, together(draft, sightings::all(draft))) {
        let personas = decided(draft, &block, personas, outcomes);
        let minted = mint(draft, &block, &personas, &former);
        all.extend(minted.iter().zip(&personas).map(|(index, p)| Candidate::new(draft, &block, p, *index)));
    }
    candidates::note(draft, &all);
}

/// The sightings of some names each, with the people of each name apart.
fn clustered(draft: &Draft, blocks: Vec<Vec<(String, Vec<Sighting>)>>) -> Vec<(Vec<Sighting>, Vec<Persona>)> {
    let apart = |names: Vec<(String, Vec<Sighting>)>| {
        let (mut block, mut personas) = (Vec::new(), Vec::new());
        for (name, own) in names {
            let clustered = cluster(draft, &name, &own).into_iter();
            personas.extend(clustered.map(|p| p.shifted(block.len())));
            block.extend(own);
        }
        (block, personas)
    };
    blocks.into_par_iter().map(apart).collect()
}

/// The sightings of each name; names of which a decision makes one person come together.
fn together(draft: &Draft, blocks: BTreeMap<String, Vec<Sighting>>) -> Vec<Vec<(String, Vec<Sighting>)>> {
    let name = |(r, e): &Slot| key(&draft.records[*r].entities[*e].label);
    let names: Vec<String> = blocks.keys().cloned().collect();
    let number = |slot: &Slot| names.binary_search(&name(slot)).ok();
    let sets = match draft.constraints.together.is_empty() {
        true => (0..names.len()).map(|n| vec![n]).collect(),
        false => {
            let asked = draft.constraints.together.iter();
            united(names.len(), asked.map(|(_, set)| set.iter().filter_map(number).collect()))
        }
    };
    let mut blocks: Vec<Option<(String, Vec<Sighting>)>> = blocks.into_iter().map(Some).collect();
    sets.into_iter().map(|set| set.into_iter().filter_map(|n| blocks[n].take()).collect()).collect()
}

/// The personas with those made one of whom a decision says that they are.
fn decided(draft: &Draft, block: &[Sighting], personas: Vec<Persona>, outcomes: &mut [Outcome]) -> Vec<Persona> {
    if !block.iter().any(|s| draft.constraints.joins(&s.slot)) {
        return personas;
    }
    let member = |(n, p): (usize, &Persona)| p.members.iter().map(|i| (block[*i].slot, n)).collect::<Vec<_>>();
    let number: HashMap<Slot, usize> = personas.iter().enumerate().flat_map(member).collect();
    let sides = personas.iter().map(|p| p.sides.clone()).collect();
    let sets = draft.constraints.unite(sides, |slot| number.get(slot).copied(), outcomes);
    let mut personas: Vec<Option<Persona>> = personas.into_iter().map(Some).collect();
    let one = |set: Vec<usize>| {
        let mut members = set.into_iter().filter_map(|n| personas[n].take());
        let mut first = members.next()?;
        members.for_each(|other| first.absorb(other));
        Some(first)
    };
    sets.into_iter().filter_map(one).collect()
}

/// The people of one name, apart, in order of their first article.
fn cluster(draft: &Draft, name: &str, block: &[Sighting]) -> Vec<Persona> {
    let bearers = draft.gazetteer.known.bearers(name);
    let mut own: Vec<BTreeSet<Tie>> = block.iter().map(|s| ties::of(draft, s, bearers)).collect();
    ties::share_short_names(&mut own);
    let mut tied: BTreeMap<&Tie, Vec<usize>> = BTreeMap::new();
    for (i, ties) in own.iter().enumerate() {
        ties.iter().for_each(|tie| tied.entry(tie).or_default().push(i));
    }
    let mut groups = Groups::new(draft, block);
    for (tie, sharing) in &tied {
        groups.join(tie, sharing);
    }
    let (mut known, unknown): (Vec<Persona>, Vec<Persona>) =
        groups.finish().into_iter().partition(|p| p.members.iter().any(|i| !own[*i].is_empty()));
    let careers = draft.gazetteer.known.most_bearers(name);
    link_careers(&mut known, careers);
    let told = known.len();
    for persona in unknown {
        // Of a common name a rank or an honorific says nothing: an office must be the known one's.
        let beside: BTreeSet<EntityIndex> =
            persona.members.iter().flat_map(|i| block[*i].beside.iter().copied()).collect();
        // Or the article that tells no office names a body they serve in.
        let serves = |k: &Persona| {
            let bodies = k.members.iter().flat_map(|i| &block[*i].posts).filter_map(|held| held.body);
            persona.titles.is_empty() && bodies.map(|b| draft.lineage(b)).any(|b| beside.contains(&b))
        };
        let provinces: BTreeSet<&str> = beside.iter().filter_map(|b| draft.province_of_body(*b)).collect();
        let general = |k: &Persona| careers <= UNIQUE_IN_SERVICE && k.generals_with(&persona);
        let ranked = |k: &Persona| persona.titles.is_empty() && (k.ranked_near(&persona, &provinces) || general(k));
        let titled = |k: &Persona| !persona.titles.is_empty() && persona.titles.is_subset(&k.titles);
        let same = |k: &Persona| titled(k) || serves(k) || ranked(k);
        let rare = |k: &Persona| bearers <= ties::FEW && !k.out_of_service(&persona);
        let fits = |k: &Persona| (rare(k) || same(k)) && !k.conflicts(&persona);
        // Where nobody's office is told, who comes first stands for the name.
        let among = told.max(1).min(known.len());
        let fitting: Vec<usize> = (0..among).filter(|k| fits(&known[*k])).collect();
        // Of several whose name would do, the one whose office or body does.
        let sure: Vec<usize> = fitting.iter().copied().filter(|k| same(&known[*k])).collect();
        match (&fitting[..], &sure[..]) {
            ([only], _) | (_, [only]) => known[*only].absorb(persona),
            _ => known.push(persona),
        }
    }
    known.sort_by_key(|p| p.members[0]);
    known
}

/// Joins what no tie joins where the name is as good as unique, in order of the first articles, until nothing more fits: who has
/// risen in between may be a third one's link to the first.
fn link_careers(personas: &mut Vec<Persona>, bearers: f64) {
    let mut before = usize::MAX;
    while bearers <= UNIQUE_IN_SERVICE && personas.len() < before {
        before = personas.len();
        let mut linked: Vec<Persona> = Vec::new();
        for persona in personas.drain(..) {
            match linked.iter_mut().find(|p| one_career(p, &persona, bearers)) {
                Some(first) => first.absorb(persona),
                None => linked.push(persona),
            }
        }
        *personas = linked;
        link_generals(personas);
    }
}

/// Whether two of a name that so many officials are expected to bear are one for what offices they hold.
fn one_career(a: &Persona, b: &Persona, bearers: f64) -> bool {
    let common = |line: &&Option<String>| bearers <= ties::FEW || line.is_some();
    let one_line = a.lines.intersection(&b.lines).any(|line| common(&line));
    let high = |p: &Persona| p.senior || p.seated && bearers <= UNIQUE;
    // Few lead what is the whole state's: of a name so rare one, but for officers, whose careers stay in their service.
    let central = a.central && b.central && !a.ranked && !b.ranked && bearers <= UNIQUE_AT_THE_CENTRE;
    let fits = high(a) && high(b) && (bearers <= UNIQUE || central || one_line);
    fits && !a.hurries(b) && !a.conflicts(b)
}

/// Joins generals of a name who can be one and nobody else: so few are generals that a name among them is nearly an identity. Who
/// fits two is neither's.
fn link_generals(personas: &mut Vec<Persona>) {
    // Of a name with so many nothing is near an identity.
    const MOST: usize = 12;
    if personas.iter().filter(|p| p.is_general()).count() > MOST {
        return;
    }
    let one = |a: &Persona, b: &Persona| a.generals_with(b) && !a.hurries(b) && !a.conflicts(b);
    let only = |n: usize, all: &[Persona]| {
        let mut others = (0..all.len()).filter(|m| *m != n && one(&all[n], &all[*m]));
        others.next().filter(|_| others.next().is_none())
    };
    while let Some((n, m)) = (0..personas.len()).find_map(|n| {
        let m = only(n, personas).filter(|m| n < *m)?;
        (only(m, personas) == Some(n)).then_some((n, m))
    }) {
        let other = personas.remove(m);
        personas[n].absorb(other);
    }
}

/// Sightings on their way into personas.
struct Groups {
    /// For each sighting the persona it belongs to.
    of: Vec<usize>,
    personas: Vec<Option<Persona>>,
}

impl Groups {
    fn new(draft: &Draft, block: &[Sighting]) -> Groups {
        let personas = block.iter().enumerate().map(|(i, s)| Some(Persona::new(draft, i, s)));
        Groups { of: (0..block.len()).collect(), personas: personas.collect() }
    }

    /// Joins the personas of `sharing` (places in the block, in order), whom `tie` binds, that nothing keeps apart; of those who share
    /// no more than an area not those who would have moved too fast.
    ///
    /// Who fits two that are kept apart is neither's; of those who share a post, all who do are one.
    fn join(&mut self, tie: &Tie, sharing: &[usize]) {
        let (loosely, closely) = (matches!(tie, Tie::Area(..) | Tie::Merged(..)), matches!(tie, Tie::Post(..)));
        let mut either: Vec<usize> = Vec::new();
        let mut heads: Vec<usize> = Vec::new();
        for &i in sharing {
            let own = self.of[i];
            if heads.contains(&own) {
                continue;
            }
            let persona = self.personas[own].as_ref().expect("a sighting's persona is there");
            let apart = |p: &Persona| p.conflicts(persona) || loosely && p.hurries(persona);
            let fits = |h: &usize| self.personas[*h].as_ref().is_some_and(|p| !apart(p));
            // Between two who both fit nobody chooses.
            match heads.iter().copied().filter(fits).collect::<Vec<_>>()[..] {
                [head] => self.merge(head, own),
                [_, ..] if closely => either.push(i),
                _ => heads.push(own),
            }
        }
        if !either.is_empty() {
            self.join(tie, &either);
        }
    }

    fn merge(&mut self, into: usize, from: usize) {
        let Some(persona) = self.personas[from].take() else {
            return;
        };
        persona.members.iter().for_each(|i| self.of[*i] = into);
        if let Some(head) = &mut self.personas[into] {
            head.absorb(persona);
        }
    }

    fn finish(self) -> Vec<Persona> {
        self.personas.into_iter().flatten().collect()
    }
}

/// Gives the personas of one name their entities.
///
/// The only person of a name has the plain name for an IRI; of several each has the name and a body, the one told first.
/// Whatever IRI an earlier set of articles may have given leads to the one of now.
fn mint(
    draft: &mut Draft,
    block: &[Sighting],
    personas: &[Persona],
    former_names: &HashMap<EntityIndex, Vec<String>>,
) -> Vec<EntityIndex> {
    let bodies: Vec<Vec<EntityIndex>> = personas.iter().map(|p| bodies_in_order(block, p)).collect();
    let names: Vec<Vec<String>> = personas.iter().map(|p| names_of(draft, block, p)).collect();
    let alone = |n: usize| names.iter().filter(|other| other[0] == names[n][0]).count() == 1;
    let path = |n: usize| match alone(n) {
        true => format!("person/{}", slug(&names[n][0])),
        false => format!("person/{}--{}", slug(&names[n][0]), distinction(draft, block, personas, &bodies, n)),
    };
    let paths: Vec<String> = (0..personas.len()).map(path).collect();
    let mut minted: Vec<(&Persona, EntityIndex)> = Vec::new();
    for (((persona, path), bodies), own) in personas.iter().zip(&paths).zip(&bodies).zip(&names) {
        let slots: Vec<Slot> = persona.members.iter().map(|i| block[*i].slot).collect();
        let forms = draft.forms(&slots);
        let index = draft.mint(path, Kind::Person, &forms, &slots);
        let names = |b: &EntityIndex| former_names.get(b).into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
        let told = bodies.iter().flat_map(|b| names(b).into_iter().chain([draft.name(*b)]));
        // With fewer articles any of them may be all that tells them apart.
        let hashes = persona.members.iter().map(|i| own_hash(draft, &block[*i]));
        let told: Vec<String> = told.map(str::to_owned).chain(hashes).map(|told| format!("--{told}")).collect();
        let plain = |name: &String| format!("person/{}", slug(name));
        let ends = || told.iter().map(String::as_str).chain([""]);
        let former = own.iter().flat_map(|name| ends().map(move |end| plain(name) + end));
        let former: Vec<String> = former.filter(|p| !paths.contains(p)).collect();
        former.into_iter().for_each(|path| draft.replaced.push((path, index)));
        minted.push((persona, index));
    }
    undecided(draft, &minted);
    minted.into_iter().map(|(_, index)| index).collect()
}

/// Notes who of one name may be one: nothing keeps them apart, and they serve in one career line or one of them in none told.
///
/// Of a name with very many bearers nobody is listed: all of them are in doubt.
fn undecided(draft: &mut Draft, minted: &[(&Persona, EntityIndex)]) {
    if minted.len() > MOST_LISTED {
        return;
    }
    for (n, (one, a)) in minted.iter().enumerate() {
        for (other, b) in &minted[n + 1..] {
            let near = one.lines.is_empty() || other.lines.is_empty() || !one.lines.is_disjoint(&other.lines);
            if near && !one.conflicts(other) {
                let (a, b) = if draft.entities[*a].iri < draft.entities[*b].iri { (*a, *b) } else { (*b, *a) };
                draft.undecided.push((a, b));
            }
        }
    }
}

/// The names (as keys) by which somebody is told of, the most frequent first.
fn names_of(draft: &Draft, block: &[Sighting], persona: &Persona) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for i in &persona.members {
        let (r, e) = block[*i].slot;
        *counts.entry(key(&draft.records[r].entities[e].label)).or_default() += 1;
    }
    let mut names: Vec<(usize, String)> = counts.into_iter().map(|(name, n)| (n, name)).collect();
    names.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    names.into_iter().map(|(_, name)| name).collect()
}

/// The bodies of somebody's posts, first told first.
fn bodies_in_order(block: &[Sighting], persona: &Persona) -> Vec<EntityIndex> {
    let mut bodies = Vec::new();
    for body in in_order(block, persona).iter().flat_map(|s| &s.posts).filter_map(|h| h.body) {
        if !bodies.contains(&body) {
            bodies.push(body);
        }
    }
    bodies
}

/// What tells the `n`th persona from the others of the name: the first of their bodies that is no other's, else the articles.
fn distinction(draft: &Draft, block: &[Sighting], all: &[Persona], bodies: &[Vec<EntityIndex>], n: usize) -> String {
    let alone = |b: &&EntityIndex| bodies.iter().enumerate().all(|(m, others)| m == n || !others.contains(b));
    match bodies[n].iter().find(alone) {
        Some(body) => draft.name(*body).to_owned(),
        None => in_order(block, &all[n]).first().map_or(String::new(), |s| own_hash(draft, s)),
    }
}

/// What tells a sighting from all others: its article and its entity there.
fn own_hash(draft: &Draft, sighting: &Sighting) -> String {
    let (r, e) = sighting.slot;
    let record = draft.records[r];
    short_hash([record.article.id.as_str(), record.entities[e].id.as_str()])
}

/// The sightings of somebody, first told first.
fn in_order<'b>(block: &'b [Sighting], persona: &Persona) -> Vec<&'b Sighting> {
    let mut members: Vec<&Sighting> = persona.members.iter().map(|i| &block[*i]).collect();
    members.sort_by_key(|s| (s.day.unwrap_or(i32::MAX), s.slot));
    members
}
