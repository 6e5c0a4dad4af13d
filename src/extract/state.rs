//! The facts of an article, stated one kind after the other.

use std::collections::{HashMap, HashSet};

use super::assemble::{Assembler, Source};
use super::awards::{self, Agent};
use super::changes::{CLASSES, Change};
use super::complete::Context;
use super::dates;
use super::event_days;
use super::event_places;
use super::event_sequence;
use super::events::Events;
use super::journeys;
use super::layers::Layers;
use super::occasions::{self, Occasion};
use super::places::PlaceRef;
use super::posts::Post;
use super::reading::Reading;
use super::record::{Record, Value};
use super::roles::Role;
use super::signature;
use super::told_again;
use super::told_events;
use super::untold::Untold;
use crate::ontology::items::{Sense, Voice};
use crate::ontology::vocab::ID;
use crate::source::{Article, ArticleMeta};

/// An event that the article tells of.
pub(super) struct ToldEvent<'l> {
    /// Its number.
    pub event: usize,
    /// When and where, and who holds it.
    pub occasion: Occasion,
    /// What officials do there.
    pub roles: Vec<&'l Role>,
}

/// The record of an article that has been read.
pub(super) fn record(layers: &Layers, article: &Article) -> Record {
    let meta = ArticleMeta { signature: signature::of(&layers.scan.tokens), ..article.meta.clone() };
    match layers.silent {
        true => Record { article: meta, entities: Vec::new(), facts: Vec::new() },
        false => stated(layers, meta),
    }
}

fn stated(layers: &Layers, meta: ArticleMeta) -> Record {
    let Layers { scan, names, reading, events, dates, .. } = layers;
    let context = Context::new(scan, names, reading, layers.geography, layers.day.clone());
    let mut assembler = Assembler::new(&context, layers.dates);
    let mut state = State { context: &context, reading, dates, changes: layers.changes, out: &mut assembler };
    let officials = officials(layers, &state);
    let untold = Untold { layers, context: &context, officials: &officials };
    untold.note();
    let changes = by_person(layers.changes);
    sorted(&officials).into_iter().for_each(|p| state.person(p, changes.get(&p).map_or(&[], Vec::as_slice)));
    let mut occasions: Vec<Occasion> = (0..events.list.len()).map(|e| occasions::of(&context, layers, e)).collect();
    event_sequence::inherit(scan, events, &mut occasions);
    let only_day = event_days::only(scan, dates).filter(|_| events.digest.is_empty());
    let same = told_again::find(layers, &officials, &occasions);
    let away = |e: usize| matches!(&occasions[e].place, Some((p, _)) if matches!(p.value, PlaceRef::Foreign(_)));
    let travel = layers.roles.iter().any(|r| officials.contains(&r.person) && away(r.event));
    let whom = told_events::Officials { any: !officials.is_empty(), travel };
    let mut told: Vec<ToldEvent> = Vec::new();
    for (event, mut occasion) in occasions.into_iter().enumerate() {
        if same[event] != event {
            continue;
        }
        // Who only speaks behind a caption is not where it was taken.
        let there = |r: &&Role| r.event == event || told_again::goes(layers.roles, r.event, r.person);
        let of_event = layers.roles.iter().filter(|r| same[r.event] == event && officials.contains(&r.person));
        let roles: Vec<&Role> = of_event.filter(there).collect();
        let there: Vec<usize> = roles.iter().map(|r| r.person).collect();
        // Where who takes part serves may tell that it is held, but a day tells better where.
        let mut guess = occasion.clone();
        event_places::place_of_people(&context, layers, event, &there, &mut guess);
        if told_events::told(layers, event, &guess, &roles, whom) {
            if !roles.is_empty() {
                event_days::of_the_article(scan, only_day, events, event, dates, &mut occasion);
            }
            occasions::place_of_day(&context, layers, &mut occasion);
            event_places::place_of_people(&context, layers, event, &there, &mut occasion);
            told.push(ToldEvent { event, occasion, roles });
        } else {
            untold.event(event, &occasion);
        }
    }
    journeys::place_of_company(layers, &mut told);
    for ToldEvent { event, occasion, roles } in told {
        state.event(events, event, &occasion);
        state.handed_over(layers, &officials, event);
        for role in roles {
            state.role(events, role, event);
        }
    }
    for (n, change) in layers.changes.iter().enumerate() {
        if officials.contains(&change.person) && change.told() && state.says_enough(change) {
            state.change(n, change, change.date.map(|d| &dates[d]));
        }
    }
    for award in layers.awards {
        state.award(award);
    }
    assembler.finish(meta)
}

/// The people who act in a public role, by their ranks and posts or by an office they took or left.
fn officials(layers: &Layers, state: &State) -> HashSet<usize> {
    let Layers { scan, reading, changes, .. } = layers;
    // `được bổ nhiệm Giám đốc, kế nhiệm ông B`: what the article tells of the office makes it one of authority.
    let causes = |s: Sense| {
        let cue = |c: u16| &scan.kb.cues[usize::from(c)];
        matches!(s, Sense::Cue(c) if cue(c).voice == Voice::Causative && CLASSES.contains(&cue(c).states.as_str()))
    };
    let leads = |c: &Change| c.post.as_ref().is_some_and(|o| scan.kb.offices[usize::from(o.office)].leads());
    // `chỉ định ông A làm Chủ tịch HĐND tỉnh và ông B làm Phó Chủ tịch`
    let named = |c: &Change| scan.sentences[c.sentence].clone().flat_map(|t| scan.hits(t)).any(|h| causes(h.sense));
    let decided = |c: &Change| c.class == "Succeeded" || leads(c) && named(c);
    let completed = |c: &Change| state.completed(c).is_some_and(|o| o.public(scan) && o.of_authority(scan));
    let office = |c: &Change| c.post.as_ref().is_some_and(|o| o.public(scan)) || decided(c) && completed(c);
    let by_change: HashSet<usize> = changes.iter().filter(|c| office(c)).map(|c| c.person).collect();
    let in_office = |p: &usize| reading.official(scan, *p, state.context.held(*p));
    (0..reading.people.len()).filter(|p| in_office(p) || by_change.contains(p) && !reading.people[*p].foreign).collect()
}

fn by_person(changes: &[Change]) -> HashMap<usize, Vec<Change>> {
    let mut of_person: HashMap<usize, Vec<Change>> = HashMap::new();
    for change in changes {
        of_person.entry(change.person).or_default().push(change.clone());
    }
    of_person
}

fn sorted(set: &HashSet<usize>) -> Vec<usize> {
    let mut list: Vec<usize> = set.iter().copied().collect();
    list.sort_unstable();
    list
}

pub(super) struct State<'s, 'c, 'a> {
    pub(super) context: &'s Context<'c, 'a>,
    pub(super) reading: &'s Reading,
    pub(super) dates: &'s [dates::DateMention],
    pub(super) changes: &'s [Change],
    pub(super) out: &'s mut Assembler<'c, 'a>,
}

impl State<'_, '_, '_> {
    pub(super) fn rule(&self, name: &str, start: usize, end: usize) -> Source {
        Source { start, end, rule: format!("rule/{name}"), confidence: self.context.scan.kb.confidence(name) }
    }

    fn cue(&self, cue: u16, start: usize, end: usize) -> Source {
        let known = &self.context.scan.kb.cues[usize::from(cue)];
        let name = known.name.iri.strip_prefix(ID).unwrap_or(&known.name.iri);
        Source { start, end, rule: name.to_owned(), confidence: known.confidence }
    }

    /// A person's ranks and posts; `changes` are the person's.
    fn person(&mut self, p: usize, changes: &[Change]) {
        let scan = self.context.scan;
        let person = &self.reading.people[p];
        let id = self.out.person(person);
        for m in self.reading.of_person(p) {
            if let super::people::Naming::Full(from, to) = m.naming {
                let form = scan.tidy(from, to);
                self.out.variant(&id, form);
            }
        }
        let promoted: Vec<u16> = changes.iter().filter_map(|c| c.rank).collect();
        for &(rank, at, mention) in &person.ranks {
            let m = &self.reading.mentions[mention];
            let object = Value::Entity(self.out.rank(rank));
            let source = self.rule("rank-before-name", at, m.core.max(at + 1));
            self.out.fact(&id, "vg:holdsRank", object, &source);
        }
        for rank in promoted {
            let change = changes.iter().find(|c| c.rank == Some(rank));
            if let Some(c) = change {
                let object = Value::Entity(self.out.rank(rank));
                let source = self.rule("change-implies-post", c.start, c.end);
                self.out.fact(&id, "vg:holdsRank", object, &source);
            }
        }
        let posts = self.context.held(p);
        let labels: Vec<String> = posts.iter().map(|(post, _, _)| self.post_label(post)).collect();
        // A post left in one sentence is left wherever the article names it.
        // So is one that is called a former one anywhere, unless it was just taken up.
        let taken = |label: &String, mention: usize| {
            let gained = |c: &&Change| matches!(c.class.as_str(), "Appointment" | "Election") && c.by(mention);
            let own = changes.iter().filter(gained);
            own.filter_map(|c| self.completed(c)).any(|c| self.post_label(&c) == *label)
        };
        let left: HashSet<&String> = posts
            .iter()
            .zip(&labels)
            .filter(|((post, rule, mention), label)| {
                self.left_by(p, post, *mention, changes)
                    || post.former && (*rule != "copula-post" || !self.member(post)) && !taken(label, *mention)
            })
            .map(|(_, label)| label)
            .collect();
        let holds = self.holds(p, posts, &left, changes);
        for ((post, rule, mention), label) in posts.iter().zip(&labels) {
            let left = left.contains(label);
            if self.of_body(post) && (left || !self.in_short(post, &holds)) {
                self.post(&id, post, rule, *mention, left || self.outgrown(post, &holds));
            }
        }
        for change in changes {
            let over = self.over(change, posts, &left);
            self.post_of_change(&id, change, changes, (over, &holds));
        }
    }

    /// Whether a post says enough to be told: an office of any kind of body (`Giám đốc`) tells nothing without its body.
    pub(super) fn of_body(&self, post: &Post) -> bool {
        let office = &self.context.scan.kb.offices[usize::from(post.office)];
        // `các đại biểu, Đô đốc A`: whoever attends.
        let attends = office.usual_body.is_some() && post.plural;
        let seat = office.membership && office.usual_body.is_none();
        post.body.is_some() || !office.weak && !attends && !seat || office.without_body
    }

    fn post(&mut self, person: &String, post: &Post, rule: &str, mention: usize, left: bool) {
        let m = &self.reading.mentions[mention];
        let object = Value::Entity(self.out.post(post));
        let (start, end) = if post.start < m.core { (post.start, m.core) } else { (m.start, post.end) };
        let source = self.rule(rule, start.min(end), end);
        let predicate = if post.former || left { "vg:formerlyHeldPost" } else { "vg:holdsPost" };
        self.out.fact(person, predicate, object, &source);
    }

    fn event(&mut self, events: &Events, n: usize, occasion: &Occasion) {
        let scan = self.context.scan;
        let event = &events.list[n];
        let naming = &events.mentions[event.name];
        let name = events.name(scan, n);
        let id = self.out.event(n, &event.class, &name);
        let source = self.rule("event-head", naming.start, naming.end);
        self.out.fact(&id, "schema:name", Value::Text(name), &source);
        if let Some((date, rule)) = &occasion.date {
            let source = self.rule(rule, date.start, date.end);
            self.out.fact(&id, "schema:startDate", Value::Date(date.value.value.clone()), &source);
            if let Some(until) = &date.value.until {
                self.out.fact(&id, "schema:endDate", Value::Date(until.clone()), &source);
            }
        }
        if let Some((place, rule)) = &occasion.place {
            let source = self.rule(rule, place.start, place.end);
            let place_id = self.out.place(&place.value);
            self.out.fact(&id, "vg:inProvince", Value::Entity(place_id.clone()), &source);
            if matches!(place.value, PlaceRef::Known(_)) {
                self.out.fact(&place_id, "vg:hosts", Value::Entity(id.clone()), &source);
            }
        }
        for host in &occasion.hosts {
            let body = self.out.body(&host.value);
            let source = self.rule("host-subject", host.start, host.end);
            self.out.fact(&body, "vg:organizes", Value::Entity(id.clone()), &source);
        }
        if event.planned || occasion.planned.is_some() {
            let (start, end) = occasion.planned.as_ref().map_or((naming.start, naming.end), |p| (p.start, p.end));
            let source = self.rule("event-planned", start, end);
            self.out.fact(&id, "vg:planned", Value::Flag(true), &source);
        }
    }

    fn role(&mut self, events: &Events, role: &Role, event: usize) {
        let scan = self.context.scan;
        let person = self.out.person(&self.reading.people[role.person]);
        let event = self.out.event(event, &events.list[event].class, &events.name(scan, event));
        let source = match role.cue {
            Some(cue) => self.cue(cue, role.start, role.end),
            None => self.rule("event-verb", role.start, role.end),
        };
        let predicate = match role.states.as_str() {
            "chaired" => "vg:chaired",
            "spokeAt" => "vg:spokeAt",
            "presentedAt" => "vg:presentedAt",
            "receivedAt" => "vg:receivedAt",
            _ => "vg:attended",
        };
        self.out.fact(&person, predicate, Value::Entity(event), &source);
    }

    fn change(&mut self, n: usize, change: &Change, date: Option<&dates::DateMention>) {
        let person = &self.reading.people[change.person];
        let cue = &self.context.scan.kb.cues[usize::from(change.cue)].name.label;
        let id = self.out.change(n, &change.class, &format!("{cue} {}", person.name));
        let source = self.cue(change.cue, change.start, change.end);
        let concerned = self.out.person(person);
        self.out.fact(&id, "vg:concerns", Value::Entity(concerned), &source);
        if let Some(post) = self.completed(change) {
            let object = Value::Entity(self.out.post(&post));
            let gained = matches!(change.class.as_str(), "Appointment" | "Election");
            self.out.fact(&id, if gained { "vg:toPost" } else { "vg:fromPost" }, object, &source);
        }
        if let Some(rank) = change.rank {
            let object = Value::Entity(self.out.rank(rank));
            self.out.fact(&id, "vg:toRank", object, &source);
        }
        if let Some(date) = date {
            let source = self.rule("event-date", date.start, date.end);
            self.out.fact(&id, "schema:startDate", Value::Date(date.value.clone()), &source);
        }
    }

    /// One giving for each giver and receiver: who gave what to whom stays readable.
    fn award(&mut self, award: &awards::AwardGiven) {
        let givers = self.agents(&award.by);
        let receivers = self.agents(&award.to);
        // What nobody in a public role gives or gets is no public award.
        if givers.iter().chain(&receivers).all(Option::is_none) {
            return;
        }
        for by in &givers {
            for to in &receivers {
                let key = format!("{} {by:?} {to:?}", crate::text::key::key(&award.award));
                let (id, name) = self.out.award(&key, &award.award);
                let source = self.cue(award.cue, award.start, award.end);
                self.out.fact(&id, "vg:award", Value::Text(name), &source);
                for (predicate, agent) in [("vg:givenBy", by), ("vg:givenTo", to)] {
                    if let Some(agent) = agent {
                        self.out.fact(&id, predicate, Value::Entity(agent.clone()), &source);
                    }
                }
            }
        }
    }

    /// The ids of agents; one empty place where nobody is named.
    fn agents(&mut self, agents: &[Agent]) -> Vec<Option<String>> {
        let ids: Vec<Option<String>> = agents.iter().filter_map(|a| self.agent(a)).map(Some).collect();
        if ids.is_empty() { vec![None] } else { ids }
    }

    fn agent(&mut self, agent: &Agent) -> Option<String> {
        match agent {
            Agent::Person(p) => self
                .reading
                .official(self.context.scan, *p, self.context.held(*p))
                .then(|| self.out.person(&self.reading.people[*p])),
            Agent::Body(b) if !b.public => None,
            Agent::Body(b) => {
                let body = self.context.alone(b.clone());
                Some(self.out.body(&body))
            }
            Agent::Office(post) => {
                let mut post = post.clone();
                post.body = post.body.map(|b| self.context.alone(b));
                Some(self.out.post(&post))
            }
        }
    }
}
