//! What the phrases leave out and the article makes clear: the place of a body, the body of a post.

use std::collections::HashMap;

use super::around::{Around, place_around};
use super::bodies::{Body, body_at};
use super::geography::Geography;
use super::implied::Seats;
use super::names::Names;
use super::places::{PlaceRef, province_of};
use super::posts::Post;
use super::reading::{Person, Reading};
use super::scan::Scan;
use super::spelled::Spelled;
use crate::ontology::Ontology;
use crate::ontology::items::{Pattern, Slot};
use crate::text::key::key;

/// What completes phrases: the article's geography, its bodies and its day.
pub struct Context<'c, 'a> {
    /// The text.
    pub scan: &'c Scan<'a>,
    /// Where the article plays.
    pub geography: &'c Geography,
    /// Its day of publication.
    pub day: Option<String>,
    /// Every body the article names, in order of its first token.
    pub(super) bodies: Vec<Body>,
    /// What those that name what they are part of say, and by how they are called.
    spelled: Spelled,
    /// The one body of the posts that share a title's key; none where the article tells several.
    pub(super) of_title: HashMap<String, Option<Body>>,
    /// Who holds the seats of one holder.
    pub(super) seats: Seats,
    /// The completed posts of each person of the reading.
    held: Vec<Vec<Told>>,
}

/// A post, the rule that read it and the mention it stands in.
pub type Told = (Post, &'static str, usize);

impl<'c, 'a> Context<'c, 'a> {
    /// Collects the bodies of a text and completes them.
    pub fn new(
        scan: &'c Scan<'a>,
        names: &Names,
        reading: &Reading,
        geography: &'c Geography,
        day: Option<String>,
    ) -> Self {
        let (of_title, seats, held) = (HashMap::new(), Seats::new(), Vec::new());
        let spelled = Spelled::default();
        let mut context = Context { scan, geography, day, bodies: Vec::new(), spelled, of_title, seats, held };
        let mut found = Vec::new();
        let mut i = 0;
        while i < scan.len() {
            match body_at(scan, names, i) {
                Some(body) => {
                    i = body.end.max(i + 1);
                    found.push(body);
                }
                None => i += 1,
            }
        }
        let told = reading.mentions.iter().flat_map(|m| m.posts.iter().filter_map(|(p, _)| p.body.clone()));
        found.extend(told);
        let parents: Vec<Body> = found.iter().filter_map(|b| b.parent.as_ref().map(|(p, _)| (**p).clone())).collect();
        found.extend(parents);
        found.sort_by_key(|b| (b.start, b.end));
        found.dedup_by_key(|b| (b.start, b.end));
        context.bodies = found.into_iter().map(|b| context.alone(b)).collect();
        context.spelled = Spelled::new(&context.bodies, |body| context.label(body));
        context.of_title = context.bodies_of_titles(reading);
        context.seats = context.seats(reading);
        context.held = reading.people.iter().map(|p| context.posts(p, reading)).collect();
        context
    }

    /// The completed posts of a person of the reading.
    pub fn held(&self, person: usize) -> &[Told] {
        &self.held[person]
    }

    /// The body with the place or parent that its phrase leaves out and the article makes clear.
    pub fn alone(&self, body: Body) -> Body {
        self.completed(body, &Around::default())
    }

    /// The completed body, or what it is part of: `Ban Dân vận Tỉnh ủy` beside `Ban Thường vụ` tells the committee both
    /// belong to.
    pub fn whole(&self, body: Body) -> Body {
        let mut body = self.alone(body);
        body.parent.take().map_or(body, |(parent, _)| self.alone(*parent))
    }

    /// The completed body of an office that somebody takes up or leaves who has a post of the body `beside`.
    pub fn beside_body(&self, body: Body, beside: Option<Body>) -> Body {
        self.completed(body, &Around { body: beside, ..Around::default() })
    }

    /// The same for a body of a post, with what stands around it.
    fn completed(&self, mut body: Body, around: &Around) -> Body {
        let at = body.start;
        if let Some((parent, joint)) = body.parent.take() {
            let parent = self.completed(*parent, around);
            body.open |= parent.open && parent.class == "Ministry";
            body.parent = Some((Box::new(parent), joint)).filter(|_| !body.open);
            return body;
        }
        body.place = match body.place.take() {
            Some(PlaceRef::Known(p)) => Some(self.geography.meant(self.scan.kb, p, self.day.as_deref())),
            Some(PlaceRef::Level(l)) => {
                let level = &self.scan.kb.levels[usize::from(l)].label;
                let found = around
                    .of_level(self.scan, level, self.day.as_deref())
                    .or_else(|| self.geography.complete(self.scan.kb, level, at));
                body.open = found.is_none();
                found.or(Some(PlaceRef::Level(l)))
            }
            other => other,
        };
        if body.open && body.place.is_none() {
            self.fill_open(&mut body, around);
        }
        self.in_full(&mut body);
        self.adopt_parent(&mut body);
        body
    }

    /// What a body is part of where its own phrase leaves it out and another phrase of the article tells it.
    fn adopt_parent(&self, body: &mut Body) {
        if body.parent.is_some() || body.place.is_some() || !body.head.contains(' ') {
            return;
        }
        body.parent = self.spelled.parent(&body.head);
    }

    /// A short form of a body that the article names in full (`Vùng 3` of `Vùng 3 Hải quân`, `Bộ Giao thông`) takes the
    /// full name.
    fn in_full(&self, body: &mut Body) {
        let of_sector = matches!(body.class.as_str(), "Ministry" | "Department");
        // `Bộ Văn hóa` of `Bộ Văn hóa, Thể thao và Du lịch`
        let joint = |rest: &str| rest.starts_with(' ') || of_sector && rest.starts_with(',');
        let fits = |b: &Body| b.pattern.is_none() || of_sector && b.class == body.class && b.place == body.place;
        let longer = |&b: &usize| {
            let b = &self.bodies[b];
            fits(b) && b.head.strip_prefix(&body.head).is_some_and(joint)
        };
        if (body.place.is_none() || body.class == "Department")
            && body.parent.is_none()
            && body.head.contains(' ')
            && let Some(full) = self.spelled.beginning(&body.head).filter(longer).min()
        {
            let full = &self.bodies[full];
            body.head.clone_from(&full.head);
            body.class.clone_from(&full.class);
        }
    }

    /// A body without place: from its head's level, from the body beside it, from the article's main place.
    fn fill_open(&self, body: &mut Body, around: &Around) {
        let beside = around.body.as_ref();
        let Some(pattern) = body.pattern.map(|p| &self.scan.kb.patterns[usize::from(p)]) else {
            return;
        };
        if pattern.of_parent {
            return self.fill_parent(body, pattern, beside);
        }
        if matches!(body.class.as_str(), "Commission" | "Ministry") && self.fill_kind(body) || body.class == "Ministry"
        {
            return;
        }
        if let Some(level) = &pattern.level {
            let told = around.of_level(self.scan, level, self.day.as_deref());
            body.place = told.or_else(|| self.geography.complete(self.scan.kb, level, body.start));
            body.bare_place = true;
        } else {
            // The agency of a ministry is no province's because the article plays there.
            let central = pattern.class == "Agency" && beside.is_none_or(|b| b.place.is_none());
            if central {
                return;
            }
            let same = |b: &&Body| b.head == body.head && b.place.is_some();
            body.place = beside
                .and_then(|b| b.place.clone())
                .or_else(|| around.front.map(PlaceRef::Known))
                .or_else(|| self.nearest(body.start, same).and_then(|b| b.place.clone()))
                .or(self.geography.main.map(PlaceRef::Known));
        }
        // `Giám đốc Sở Tài chính, Bí thư Huyện ủy X`: the department is the province's.
        if let Some(PlaceRef::Known(p)) = body.place.as_ref().filter(|_| pattern.of_province) {
            body.place = Some(PlaceRef::Known(province_of(self.scan.kb, *p)));
        }
        body.open = body.place.is_none();
    }

    /// `Trưởng ban Chỉ đạo`, `Chánh Văn phòng Bộ`: the commission or ministry that the article names in full.
    fn fill_kind(&self, body: &mut Body) -> bool {
        let short = format!("{} ", body.head);
        let named = self.nearest(body.start, |b| b.class == body.class && b.head.starts_with(&short));
        if let Some(full) = named {
            let (head, place, parent) = (full.head.clone(), full.place.clone(), full.parent.clone());
            *body = Body { head, place, parent, open: false, ..body.clone() };
        }
        named.is_some()
    }

    /// What a body that is whole only with another is part of: the body beside it, or one the article names.
    fn fill_parent(&self, body: &mut Body, pattern: &Pattern, beside: Option<&Body>) {
        let whole = beside.filter(|b| pattern.parent_classes.contains(&b.class));
        let placed = pattern.templates.iter().any(|t| t.first() == Some(&Slot::Place));
        if let Some(place) = beside.and_then(|b| b.place.clone()).filter(|_| placed && whole.is_none()) {
            body.place = Some(place);
            body.open = false;
            return;
        }
        let own = key(&body.head);
        let committee = |b: &&Body| {
            b.class == body.class
                && b.pattern.is_some()
                && b.pattern != body.pattern
                && b.parent.is_none()
                && !(committee_class(b) && self.of_parent(b))
                && key(&b.head) != own
        };
        // A unit with a name of its own is written without what it is part of unless the phrase says so; a body of
        // bodies of another kind (`Đảng ủy Công an tỉnh X`) is part of no committee.
        let nameless = own == key(&pattern.name.label);
        let of_others = !pattern.parent_classes.is_empty() && !pattern.parent_classes.contains(&body.class);
        let team = body.class == "Commission";
        let near = || beside.filter(committee).or_else(|| self.nearest(body.start, committee)).filter(|_| !team);
        if let Some(parent) = whole.or_else(|| near().filter(|_| nameless && !of_others)) {
            body.parent = Some((Box::new(parent.clone()), " ".to_owned()));
            body.open = false;
        } else if of_others && body.class == "PartyBody" {
            // `nguyên Bí thư BCSĐ`: of the last one that the article named in full.
            let named = |b: &&Body| b.pattern == body.pattern && b.parent.is_some() && b.start < body.start;
            body.parent = self.bodies.iter().rfind(named).and_then(|b| b.parent.clone());
            body.open = body.parent.is_none();
        }
    }

    /// Whether the body's name is whole only with what it is part of.
    pub(super) fn of_parent(&self, body: &Body) -> bool {
        body.pattern.is_some_and(|p| self.scan.kb.patterns[usize::from(p)].of_parent)
    }

    fn nearest(&self, at: usize, fits: impl Fn(&&Body) -> bool) -> Option<&Body> {
        self.bodies.iter().filter(|b| fits(b)).min_by_key(|b| (b.start > at, b.start.abs_diff(at)))
    }

    /// The posts of a person with their bodies: repeated short forms are dropped, implied bodies filled in.
    pub fn posts(&self, person: &Person, reading: &Reading) -> Vec<Told> {
        let mut posts: Vec<Told> = person.posts.clone();
        // A body that is whole only with another comes after those beside it.
        let partial = |p: &Told| p.0.body.as_ref().is_some_and(|b| b.open && self.of_parent(b));
        let (last, first): (Vec<usize>, Vec<usize>) = (0..posts.len()).partition(|&i| partial(&posts[i]));
        for i in first.into_iter().chain(last) {
            let front = || self.geography.in_front(self.scan, posts[i].0.start);
            let place = place_around(reading, &posts, i);
            let around = Around { body: self.beside(&posts, i), place: place.or_else(front), front: front() };
            if let Some(body) = posts[i].0.body.take() {
                posts[i].0.body = Some(self.completed(body, &around));
            }
        }
        for i in 0..posts.len() {
            posts[i].0.body = posts[i].0.body.take().or_else(|| self.of_later(&posts, i));
        }
        let told: Vec<(String, bool)> =
            posts.iter().filter(|(p, _, _)| p.body.is_some()).map(|(p, _, _)| (key(&p.title), p.former)).collect();
        posts.retain(|(p, _, _)| p.body.is_some() || !told.contains(&(key(&p.title), p.former)));
        for i in 0..posts.len() {
            if posts[i].0.body.is_none() {
                posts[i].0.body = self.implied(reading, &posts, i, &person.key);
            }
        }
        // `Bộ trưởng A`, and `Bộ trưởng Tuấn A` further down: one of them tells nothing more.
        let told: Vec<(u16, bool)> =
            posts.iter().filter(|(p, _, _)| p.body.is_some()).map(|(p, _, _)| (p.office, p.former)).collect();
        posts.retain(|(p, _, _)| p.body.is_some() || !told.contains(&(p.office, p.former)));
        // `Ủy viên Ban cán sự đảng, nguyên Thứ trưởng`: what the office beside it implies tells what a body is part of.
        for i in 0..posts.len() {
            let around = Around { body: self.beside(&posts, i), ..Around::default() };
            if let Some(body) = posts[i].0.body.take_if(|b| b.open && self.of_parent(b) && b.parent.is_none()) {
                posts[i].0.body = Some(self.completed(body, &around));
            }
        }
        posts
    }

    /// The completed body of a neighbouring post of the same mention.
    fn beside(&self, posts: &[Told], i: usize) -> Option<Body> {
        let same_mention = |j: &usize| posts.get(*j).is_some_and(|(_, _, m)| *m == posts[i].2);
        let body = |j: usize| posts[j].0.body.clone();
        // `Phó Bí thư Đảng đoàn, Bí thư Đảng ủy, Phó Chủ tịch Hội X`: both party bodies are the association's.
        let party = |b: &Body| b.class == "PartyBody" && b.place.is_none() && b.parent.is_none();
        let of_party = posts[i].0.body.as_ref().is_some_and(party);
        let next = Some(i + 1).filter(same_mention).and_then(body);
        let further = || (i + 2..).take_while(same_mention).filter_map(body).find(|b| !party(b));
        let next = match next {
            Some(next) if of_party && party(&next) => further().unwrap_or(next),
            Some(next) => next,
            None => {
                // `Ủy viên Ban cán sự đảng, nguyên Thứ trưởng, Tổng cục trưởng X`: of the ministry, which is yet to be found.
                let next = posts.get(i + 1).map(|(p, _, _)| &self.scan.kb.offices[usize::from(p.office)]);
                let open = of_party && next.is_some_and(|office| office.weak);
                let behind = if open { further() } else { None };
                behind.or_else(|| i.checked_sub(1).filter(same_mention).and_then(body))?
            }
        };
        Some(self.whole(next))
    }

    /// A body's full name: its head, and its place with its level or the body it is part of.
    pub fn label(&self, body: &Body) -> String {
        let kb = self.scan.kb;
        let mut label = body.head.clone();
        match &body.place {
            Some(place) if body.bare_place && !wants_level(kb, place, &label) => {
                label = format!("{label} {}", place_name(kb, place));
            }
            Some(place) => label = format!("{label} {}", place_full(kb, place)),
            None => {}
        }
        if let Some((parent, joint)) = &body.parent {
            label = format!("{label}{joint}{}", self.label(parent));
        }
        label
    }

    /// All bodies of the article, completed.
    pub fn bodies(&self) -> &[Body] {
        &self.bodies
    }
}

/// Whether a body's class is one of committees and councils, whose parts are no wholes for one another.
fn committee_class(body: &Body) -> bool {
    matches!(body.class.as_str(), "PartyBody" | "PeoplesCouncil")
}

/// Whether a place's name tells nothing without its level behind the head of a body: a number (`quận 1`), somebody's name (`Thành ủy thành phố
/// Hồ Chí Minh`), unless the head ends with that.
fn wants_level(kb: &Ontology, place: &PlaceRef, head: &str) -> bool {
    let known = match place {
        PlaceRef::Known(p) => Some(&kb.places[usize::from(*p)]).filter(|p| p.with_level),
        _ => None,
    };
    let said = |level: &str| key(head).ends_with(&key(level));
    known.is_some_and(|p| !said(&p.level)) || place_name(kb, place).bytes().all(|b| b.is_ascii_digit())
}

/// A place's name alone.
pub fn place_name(kb: &Ontology, place: &PlaceRef) -> String {
    match place {
        PlaceRef::Known(p) => kb.places[usize::from(*p)].name.label.clone(),
        PlaceRef::Foreign(f) => kb.foreign[usize::from(*f)].0.label.clone(),
        PlaceRef::Named { name, .. } => name.clone(),
        PlaceRef::Level(l) => kb.levels[usize::from(*l)].label.clone(),
    }
}

/// A place's name with its level.
pub fn place_full(kb: &Ontology, place: &PlaceRef) -> String {
    match place {
        PlaceRef::Known(p) => {
            let place = &kb.places[usize::from(*p)];
            format!("{} {}", place.level, place.name.label)
        }
        PlaceRef::Named { level, name } => format!("{level} {name}"),
        _ => place_name(kb, place),
    }
}
