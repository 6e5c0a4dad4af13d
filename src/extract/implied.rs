//! Offices without a body in their phrase: which body of the article they belong to.

use std::collections::{BTreeMap, HashMap};

use super::around::{before_in_list, next_in_list};
use super::bodies::Body;
use super::changes::CLASSES;
use super::complete::{Context, Told};
use super::people::{Mention, Naming};
use super::places::PlaceRef;
use super::posts::Post;
use super::reading::Reading;
use super::titles::joiner_end;
use crate::ontology::items::{Function, Sense};
use crate::ontology::lexicon::Hit;
use crate::text::key::key;

/// For an office of one holder, by its number, and the label of a body: the key of whom the article names as the holder.
pub(super) type Seats = HashMap<(u16, String), String>;

impl Context<'_, '_> {
    /// The body an office belongs to where no phrase tells it: its neighbour's, or the one body of the right kind.
    pub(super) fn implied(&self, reading: &Reading, posts: &[Told], i: usize, person: &str) -> Option<Body> {
        let (post, _, mention) = &posts[i];
        let office = &self.scan.kb.offices[usize::from(post.office)];
        if let Some(body) = self.usual(office.usual_body).or_else(|| self.sending(reading, post)) {
            return Some(body);
        }
        // `Công ty X do ông A là giám đốc`
        let unsaid = office.weak && posts[i].1 == "copula-post" && !post.former;
        if office.without_body || office.classes.is_empty() || post.dangling || unsaid {
            return None;
        }
        let also =
            |p: &Post| self.scan.kb.offices[usize::from(p.office)].also_titled.as_deref() == Some(&*office.title);
        if posts.iter().any(|(p, _, _)| also(p)) {
            return None;
        }
        let joined = || self.joined_firm(posts, i).or_else(|| self.part_of_next(posts, i));
        if let Some(body) = self.joined_level(posts, i).or_else(joined) {
            return Some(body);
        }
        let kind = self.kind(post);
        let fits = |b: &Body| {
            // A party in small letters (`tổ công tác`) is nobody's but those who lead it.
            let team = match office.team_head.as_deref() {
                Some(head) => b.head.starts_with(head),
                None => b.class != "Commission" || self.scan.capital(b.start),
            };
            // `tổ chức các trường đại học`
            let several = self.scan.ends_before(b.start, |s| s == Sense::Function(Function::Plural)).is_some();
            let team = team && !several;
            let headed = |kind: &String| key(&b.head).starts_with(kind) || self.headed_inside(b, kind);
            let named = kind.as_ref().is_none_or(headed) && team && b.public && !b.open;
            // `đại biểu A`: of the assembly usage means, if the article named it, and of no committee of it.
            let beside = office.usual_body.is_some_and(|u| self.scan.kb.bodies[usize::from(u)].class == b.class);
            named && !beside && office.classes.contains(&b.class) && !self.taken(post, b, person)
        };
        let head = office.body_head.map(|p| format!("{} ", self.scan.kb.patterns[usize::from(p)].name.label));
        if posts[i].1 == "post-before-name"
            && kind.is_none()
            && let Some(Some(body)) = self.of_title.get(&key(&post.title))
            && !self.taken(post, body, person)
        {
            return Some(body.clone());
        }
        if let Some(body) = self.of_neighbour(posts, i, fits).or_else(|| self.of_taken_up(reading, *mention, fits)) {
            return Some(body);
        }
        let named = |b: &&Body| head.as_ref().is_some_and(|h| b.head.starts_with(h)) && b.start < post.start && fits(b);
        if let Some(body) = self.bodies.iter().rfind(named) {
            return Some(body.clone());
        }
        if let Some(body) = self.of_next(reading, post, *mention) {
            return Some(body).filter(fits);
        }
        let head = office.body_head.map(|p| key(&self.scan.kb.patterns[usize::from(p)].name.label));
        let headed = |b: &Body| head.as_ref().is_none_or(|head| key(&b.head).starts_with(head));
        let most = || self.most_named(self.bodies.iter().filter(|b| fits(b) && headed(b)));
        self.of_whom_it_follows(reading, post, *mention).or_else(most)
    }

    /// `ông A, Phó Giám đốc và ông B, Phó Giám đốc Sở X`: the same office of the next in a list.
    fn of_next(&self, reading: &Reading, post: &Post, mention: usize) -> Option<Body> {
        let same = |(p, _): &&(Post, &str)| p.office == post.office && p.body.is_some();
        let (next, _) = next_in_list(reading, mention)?.posts.iter().find(same)?;
        next.body.clone().map(|body| self.alone(body))
    }

    /// `ông A (Giám đốc Trung tâm X) và bà B (Phó giám đốc)`: a deputy listed behind the head is the same body's.
    fn of_whom_it_follows(&self, reading: &Reading, post: &Post, mention: usize) -> Option<Body> {
        let offices = &self.scan.kb.offices;
        let deputy_of = offices[usize::from(post.office)].deputy_of.as_deref()?;
        let head = |(p, _): &&(Post, &str)| offices[usize::from(p.office)].name.iri == deputy_of && p.body.is_some();
        let (head, _) = before_in_list(reading, mention)?.posts.iter().find(head)?;
        Some(self.alone(head.body.clone()?)).filter(|_| post.former == head.former)
    }

    /// The body of the office that followed one without a body (`Phó Giám đốc, rồi Giám đốc Sở X`).
    pub(super) fn of_later(&self, posts: &[Told], i: usize) -> Option<Body> {
        let (post, _, mention) = &posts[i];
        let at = post.end + usize::from(self.scan.mark(post.end, ","));
        let later = self.scan.function(at, Function::AndLater)?;
        let next = posts.get(i + 1).filter(|(p, _, m)| m == mention && p.start == later);
        let body = next.and_then(|(p, _, _)| p.body.clone())?;
        // `Tổng Giám đốc rồi Chủ tịch Hội đồng quản trị X`: of X.
        let whole = body.parent.as_ref().filter(|_| self.of_parent(&body)).map(|(whole, _)| (**whole).clone());
        let classes = &self.scan.kb.offices[usize::from(post.office)].classes;
        Some(whole.unwrap_or(body)).filter(|b| classes.contains(&b.class))
    }

    /// `ông A, Phó Giám đốc Sở giữ chức Giám đốc Sở X`: the body in which they take up another office.
    fn of_taken_up(&self, reading: &Reading, mention: usize, fits: impl Fn(&Body) -> bool) -> Option<Body> {
        let (end, next) = (reading.mentions[mention].end, reading.mentions.get(mention + 1)?);
        let states = |c: u16| self.scan.kb.cues[usize::from(c)].states.as_str();
        let change = |h: &Hit| matches!(h.sense, Sense::Cue(c) if CLASSES.contains(&states(c)));
        let taken_up = next.start <= end + 6 && (end..next.start).any(|i| self.scan.hits(i).iter().any(change));
        let bodies = next.posts.iter().filter_map(|(p, _)| p.body.as_ref());
        bodies.filter(|_| taken_up).map(|b| self.alone(b.clone())).find(|b| fits(b))
    }

    /// The body of another post of the same mention, or what that is part of.
    fn of_neighbour(&self, posts: &[Told], i: usize, fits: impl Fn(&Body) -> bool) -> Option<Body> {
        let others = posts.iter().enumerate().filter(|(j, (_, _, m))| *j != i && *m == posts[i].2);
        let bodies: Vec<&Body> = others.filter_map(|(_, (p, _, _))| p.body.as_ref()).collect();
        let whole =
            |b: &Body| b.parent.as_ref().filter(|(w, _)| self.of_parent(b) && fits(w)).map(|(w, _)| (**w).clone());
        // `Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh X`: of what that body is part of.
        let own = bodies.iter().find(|b| fits(b)).map(|b| whole(b).unwrap_or_else(|| (*b).clone()));
        // `Ủy viên Ban cán sự đảng Bộ X, Thứ trưởng`
        own.or_else(|| bodies.iter().find_map(|b| whole(b)))
    }

    /// The body an office usually belongs to, where the article tells of somebody in it whom a province sends.
    fn sending(&self, reading: &Reading, post: &Post) -> Option<Body> {
        if let Some(body) = self.delegated(post) {
            return Some(body);
        }
        let usual = self.scan.kb.offices[usize::from(post.office)].usual_body?;
        let same = |m: &Mention| m.posts.iter().any(|(p, _)| p.office == post.office);
        let sent = reading.mentions.iter().any(|m| same(m) && self.sent_by_province(m));
        sent.then(|| Body::known(self.scan, usual, post.start..post.end))
    }

    /// Whether the last words of a body's name are a body's name by themselves that begins with `kind` (`Trung ương Hội Liên hiệp
    /// Phụ nữ Việt Nam`).
    fn headed_inside(&self, body: &Body, kind: &str) -> bool {
        let scan = self.scan;
        let name = |h: &Hit| h.end == body.end && matches!(h.sense, Sense::Body(_));
        let begins =
            |t: usize| scan.words(t, body.end).split(' ').count() > 1 && key(scan.words(t, body.end)).starts_with(kind);
        (body.start + 1..body.end).any(|t| scan.hits(t).iter().any(name) && begins(t))
    }

    /// The key of how the bodies are called that an office is one of: told behind it in small letters (`phó giám đốc bệnh
    /// viện`, `giám đốc trung tâm bảo trợ`), or by the office itself (`bí thư chi bộ`).
    fn kind(&self, post: &Post) -> Option<String> {
        let scan = self.scan;
        let office = &scan.kb.offices[usize::from(post.office)];
        let label = |p: u16| key(&scan.kb.patterns[usize::from(p)].name.label);
        let behind = scan.hits(post.end).first().filter(|_| !post.dangling || !scan.capital(post.end));
        let behind = behind.and_then(|h| if let Sense::Pattern(p) = h.sense { Some((p, h.end)) } else { None });
        if let Some((p, end)) = behind {
            let small = scan.word(end) && !scan.capital(end) && !scan.hits(end).iter().any(|h| h.sense.goes_on());
            return Some(if small { format!("{} {}", label(p), scan.key(end)) } else { label(p) });
        }
        office.body_head.filter(|_| office.title != office.name.label).map(label)
    }

    /// Of several bodies the one named most, a province's before others, and the main province's before another's.
    fn most_named<'b>(&'b self, bodies: impl Iterator<Item = &'b Body>) -> Option<Body> {
        let mut kinds: BTreeMap<String, (usize, &Body)> = BTreeMap::new();
        for body in bodies {
            kinds.entry(self.label(body)).or_insert((0, body)).0 += 1;
        }
        if kinds.len() > 1 {
            let provincial =
                |b: &Body| matches!(b.place, Some(PlaceRef::Known(p)) if self.scan.kb.places[usize::from(p)].province);
            kinds.retain(|_, (_, b)| provincial(b));
        }
        if kinds.len() > 1 {
            let main =
                |b: &Body| matches!((&b.place, self.geography.main), (Some(PlaceRef::Known(p)), Some(m)) if *p == m);
            kinds.retain(|_, (_, b)| main(b));
        }
        kinds.into_values().max_by_key(|(n, b)| (*n, std::cmp::Reverse(b.start))).map(|(_, b)| b.clone())
    }

    /// The body an office usually belongs to, where the article names it.
    fn usual(&self, body: Option<u16>) -> Option<Body> {
        let name = &self.scan.kb.bodies[usize::from(body?)].name.label;
        self.bodies.iter().find(|b| b.head == *name && b.parent.is_none()).cloned()
    }

    /// The body a member's office usually belongs to, where the article tells of a delegation to it and of no other council.
    fn delegated(&self, post: &Post) -> Option<Body> {
        let office = &self.scan.kb.offices[usize::from(post.office)];
        let usual = office.usual_body.filter(|_| office.membership)?;
        let whole = &self.scan.kb.bodies[usize::from(usual)];
        let part = |b: &&Body| b.class == whole.class && b.head.ends_with(&whole.name.label);
        let other = self.bodies.iter().any(|b| b.class == "PeoplesCouncil");
        self.bodies.iter().find(part).filter(|_| !other)?;
        Some(Body::known(self.scan, usual, post.start..post.end))
    }

    /// `đại biểu A (Hà Nam)`, `đại biểu B (đoàn TP.HCM)`: whom a province sends.
    fn sent_by_province(&self, m: &Mention) -> bool {
        let Naming::Full(_, to) = m.naming else {
            return false;
        };
        let at = self.scan.function(to + 1, Function::Delegation).unwrap_or(to + 1);
        let province = |s| matches!(s, Sense::Place(p) if self.scan.kb.places[usize::from(p)].province);
        let closes = |at: usize| self.scan.hits(at).iter().any(|h| province(h.sense) && self.scan.mark(h.end, ")"));
        self.scan.mark(to, "(") && closes(at)
    }

    /// `Bí thư kiêm Chủ tịch HĐND huyện X`: the first office is that of its own body on the level of the second.
    fn joined_level(&self, posts: &[Told], i: usize) -> Option<Body> {
        let (post, _, mention) = &posts[i];
        let (next, _, other) = posts.get(i + 1)?;
        let place = next
            .body
            .as_ref()
            .filter(|_| other == mention && (post.end + 1..=post.end + 2).contains(&next.start))?
            .place
            .clone()?;
        let level = match &place {
            PlaceRef::Known(p) => &self.scan.kb.places[usize::from(*p)].level,
            PlaceRef::Named { level, .. } => level,
            _ => return None,
        };
        let office = &self.scan.kb.offices[usize::from(post.office)];
        let fits = |p: &&u16| self.scan.kb.patterns[usize::from(**p)].level.as_ref() == Some(level);
        // `Bí thư, Chủ tịch UBND xã X`: a commune's has the name that goes with any level.
        let council = next.body.as_ref().is_some_and(|b| matches!(&*b.class, "PeoplesCommittee" | "PeoplesCouncil"));
        let commune = council && matches!(place, PlaceRef::Named { .. });
        // `Chủ tịch rồi Bí thư huyện X`: of the committee that governs X, which has one name on any level.
        let party = next.body.as_ref().is_some_and(|b| b.class == "PartyBody");
        let later = party && self.scan.any_function(post.end, &[Function::AndLater, Function::Then]);
        let any = |p: &&u16| (commune || later) && self.scan.kb.patterns[usize::from(**p)].level.is_none();
        let p = *office.level_heads.iter().find(fits).or_else(|| office.level_heads.iter().find(any))?;
        let bare_place = self.scan.kb.patterns[usize::from(p)].level.is_some();
        let body = Body::of_pattern(self.scan, p, post.start..post.end);
        Some(Body { place: Some(place), bare_place, ..body })
    }

    /// `Chủ tịch kiêm Tổng Giám đốc Tổng công ty X`: both offices are the firm's.
    fn joined_firm(&self, posts: &[Told], i: usize) -> Option<Body> {
        let (post, _, mention) = &posts[i];
        let (next, _, other) = posts.get(i + 1)?;
        let joined = other == mention && joiner_end(self.scan, post.end) == next.start && next.start > post.end;
        let seat = self.scan.kb.offices[usize::from(post.office)].membership;
        let firm = |b: &&Body| joined && !seat && matches!(b.class.as_str(), "StateEnterprise" | "Body");
        next.body.as_ref().filter(firm).map(|b| self.alone(b.clone()))
    }

    /// `Chánh Văn phòng, Người phát ngôn Bộ X`: what is whole only as part of a body is part of that in which the next office is, seats of
    /// many (`Ủy viên`, `Đại biểu`) aside.
    fn part_of_next(&self, posts: &[Told], i: usize) -> Option<Body> {
        let (post, _, mention) = &posts[i];
        let (next, _, other) = posts.get(i + 1)?;
        let office = |post: &Post| &self.scan.kb.offices[usize::from(post.office)];
        let head = office(post).body_head.filter(|p| self.scan.kb.patterns[usize::from(*p)].needs_parent)?;
        let near = other == mention && post.former == next.former && (post.end..=post.end + 2).contains(&next.start);
        let whole =
            next.body.as_ref().filter(|_| near && !office(next).membership && office(next).body_head != Some(head))?;
        let whole = self.alone(whole.clone());
        let part = Body::of_pattern(self.scan, head, post.start..post.end);
        (!whole.open).then(|| Body { parent: Some((Box::new(whole), " ".to_owned())), ..part })
    }

    /// For each title, the body of its posts that the article tells in full, where it is one.
    pub(super) fn bodies_of_titles(&self, reading: &Reading) -> HashMap<String, Option<Body>> {
        let mut titles: HashMap<String, BTreeMap<String, Body>> = HashMap::new();
        for (post, _) in reading.mentions.iter().flat_map(|m| &m.posts) {
            if let Some(body) = post.body.as_ref().filter(|b| b.public) {
                let body = self.alone(body.clone());
                titles.entry(key(&post.title)).or_default().insert(self.label(&body), body);
            }
        }
        let single = |bodies: BTreeMap<String, Body>| bodies.into_values().next();
        titles
            .into_iter()
            .map(|(title, bodies)| (title, if bodies.len() == 1 { single(bodies) } else { None }))
            .collect()
    }

    /// The seats of one holder whose holder the article names with the body.
    pub(super) fn seats(&self, reading: &Reading) -> Seats {
        let mut seats = Seats::new();
        let naming = |m: &&Mention| !matches!(m.naming, Naming::Bare);
        for (m, who) in reading.mentions.iter().zip(&reading.who).filter(|(m, _)| naming(m)) {
            for (post, _) in m.posts.iter().filter(|(p, _)| !p.former && !p.foreign) {
                let single = self.scan.kb.offices[usize::from(post.office)].single_seat;
                if let (Some(person), Some(body), true) = (who, &post.body, single) {
                    seats
                        .entry((post.office, self.label(&self.alone(body.clone()))))
                        .or_insert_with(|| reading.people[*person].key.clone());
                }
            }
        }
        seats
    }

    /// Whether the article names somebody else than `person` (a key) as the one holder of an office in a body. Who shares
    /// the given name is not held to be somebody else: names are misspelt.
    fn taken(&self, post: &Post, body: &Body, person: &str) -> bool {
        let given = |key: &str| key.rsplit(' ').next().map(str::to_owned);
        let holder = if post.former { None } else { self.seats.get(&(post.office, self.label(body))) };
        holder.is_some_and(|holder| given(holder) != given(person))
    }
}
