//! The people of one article: every mention, tied to the person it speaks of.

use std::collections::{HashMap, HashSet};

use super::bodies::body_at;
use super::careers;
use super::lists;
use super::names::Names;
use super::namesakes::{self, Bearing};
use super::people::{Mention, Naming, mention_at};
use super::posts::Post;
use super::scan::Scan;
use super::teams;
use crate::ontology::items::{Function, Sense, kind};
use crate::text::key::key;

/// Somebody the article names in full.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name as first printed.
    pub name: String,
    /// Its key.
    pub key: String,
    /// How many of the same name the article told before.
    pub twin: usize,
    /// What tells them from a namesake.
    pub(super) bearing: Bearing,
    /// Ranks, each with the rank's first token and the mention's number.
    pub ranks: Vec<(u16, usize, usize)>,
    /// Posts with the rule that found each and the mention's number.
    pub posts: Vec<(Post, &'static str, usize)>,
    /// The kinds of those posts, each once.
    pub(super) kinds: HashSet<Kind>,
    /// Known to have no public role.
    pub private: bool,
    /// Known to serve another country.
    pub foreign: bool,
    /// Whether the article tells of their death.
    pub dead: bool,
    /// Woman, man, or not told.
    pub female: Option<bool>,
}

/// The mentions of a text and the people behind them.
pub struct Reading {
    /// In order of their first token.
    pub mentions: Vec<Mention>,
    /// For each mention, whom it speaks of.
    pub who: Vec<Option<usize>>,
    /// The people, in order of their first full name.
    pub people: Vec<Person>,
    /// The mentions that speak of each person.
    of_person: Vec<Vec<usize>>,
    /// For each token, whether it stands inside a body's name, behind its first word.
    inside_bodies: Vec<bool>,
}

/// What tells a person's posts apart when an office alone refers back to its holder.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Kind {
    pub(super) office: u16,
    pub(super) title: String,
    pub(super) body: Option<String>,
    pub(super) former: bool,
}

impl Kind {
    fn of(post: &Post) -> Self {
        let body = post.body.as_ref().map(|b| b.head.clone());
        Kind { office: post.office, title: key(&post.title), body, former: post.former }
    }
}

impl Reading {
    /// Reads all mentions, shares titles over lists, and resolves short forms.
    pub fn new(scan: &Scan, names: &Names) -> Reading {
        let mut inside_bodies = vec![false; scan.len()];
        let mut mentions = collect(scan, names, &mut inside_bodies);
        lists::share_titles(scan, &mut mentions);
        lists::share_in_item(scan, &mut mentions);
        lists::share_with_next(scan, &mut mentions);
        lists::share_told(scan, &mut mentions);
        lists::name_holders(scan, &mut mentions);
        lists::name_members(scan, names, &mut mentions);
        careers::read(scan, names, &mut mentions);
        teams::read(scan, names, &mut mentions);
        let (who, people, of_person) = (vec![None; mentions.len()], Vec::new(), Vec::new());
        let mut reading = Reading { who, mentions, people, of_person, inside_bodies };
        reading.name_people(scan, names);
        reading.resolve_short_forms(scan);
        reading.end_offices_of_the_dead(scan);
        reading.of_person = vec![Vec::new(); reading.people.len()];
        for (n, who) in reading.who.iter().enumerate() {
            who.iter().for_each(|&person| reading.of_person[person].push(n));
        }
        reading
    }

    /// The mentions that speak of a person, in their order.
    pub fn of_person(&self, person: usize) -> impl Iterator<Item = &Mention> + Clone {
        self.of_person[person].iter().map(|&n| &self.mentions[n])
    }

    /// Somebody whose death the article tells holds no office any more, wherever it names one.
    fn end_offices_of_the_dead(&mut self, scan: &Scan) {
        for (m, who) in self.mentions.iter().zip(&self.who) {
            let late = m.posts.iter().any(|(p, _)| p.late);
            if let Some(person) = who.filter(|_| late || careers::died(scan, m.end) || careers::died(scan, m.core)) {
                self.people[person].dead = true;
                self.people[person].posts.iter_mut().for_each(|(post, _, _)| post.former = true);
            }
        }
    }

    /// Whether token `i` stands inside a body's name, behind its first word.
    pub fn inside_body(&self, i: usize) -> bool {
        self.inside_bodies.get(i).copied().unwrap_or(false)
    }

    /// Whether token `i` stands inside the words of an office, behind its first (`Tổng Lãnh sự Nhật Bản tại Đà Nẵng`).
    pub fn inside_office(&self, i: usize) -> bool {
        let before = self.mentions.partition_point(|m| m.start < i);
        let around = self.mentions[..before].last().filter(|m| i < m.end);
        around.is_some_and(|m| m.posts.iter().any(|(post, _)| post.start < i && i < post.end))
    }

    /// Whether a person acts in a public role.
    /// `posts` are the person's, completed from the article.
    pub fn official(&self, scan: &Scan, person: usize, posts: &[(Post, &'static str, usize)]) -> bool {
        let p = &self.people[person];
        if p.foreign {
            return false;
        }
        let mut public = posts.iter().filter(|(post, _, _)| post.public(scan));
        if p.private {
            return public.any(|(post, _, _)| !post.former || post.of_authority(scan));
        }
        public.next().is_some() || !p.ranks.is_empty()
    }

    /// The last syllables of every full name of the article, as keys.
    fn name_ends(&self, scan: &Scan) -> HashSet<String> {
        let mut ends = HashSet::new();
        for m in &self.mentions {
            if let Naming::Full(from, to) = m.naming {
                let name = key(scan.words(from, to));
                ends.extend(name.match_indices(' ').map(|(i, _)| name[i + 1..].to_owned()));
            }
        }
        ends
    }

    /// Every full name of the article, as keys.
    fn full_names(&self, scan: &Scan) -> HashSet<String> {
        let full =
            |m: &Mention| if let Naming::Full(from, to) = m.naming { Some(key(scan.words(from, to))) } else { None };
        self.mentions.iter().filter_map(full).collect()
    }

    fn name_people(&mut self, scan: &Scan, names: &Names) {
        let ends = self.name_ends(scan);
        let full = self.full_names(scan);
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for n in 0..self.mentions.len() {
            let m = &self.mentions[n];
            let Naming::Full(from, to) = m.naming else {
                continue;
            };
            let to = spelled_on(scan, &full, from, to);
            let name = scan.tidy(from, to);
            let key = key(&name);
            if (names.at(from).is_none() || to - from == 2) && ends.contains(&key) {
                self.mentions[n].naming = Naming::Short(from, to);
                continue;
            }
            let bearing = Bearing::of(scan, m);
            let listed = n.checked_sub(1).filter(|&p| namesakes::listed(scan, &self.mentions[p], m));
            let other = listed.and_then(|p| self.who[p]);
            let person = self.namesake(by_key.entry(key.clone()).or_default(), other, name, key, bearing);
            self.who[n] = Some(person);
            self.tell(scan, person, n);
        }
    }

    /// Who of the `namesakes` told so far, the last told last, a mention with `bearing` names, which is not `other`; somebody
    /// new if it is none of them.
    fn namesake(
        &mut self,
        namesakes: &mut Vec<usize>,
        other: Option<usize>,
        name: String,
        key: String,
        bearing: Bearing,
    ) -> usize {
        let same = |p: &&usize| other != Some(**p) && !self.people[**p].bearing.clashes(&bearing);
        let best = namesakes.iter().filter(same).max_by_key(|p| self.people[**p].bearing.fit(&bearing)).copied();
        let person = best.unwrap_or(self.people.len());
        namesakes.retain(|other| *other != person);
        if best.is_none() {
            self.people.push(Person {
                name,
                key,
                twin: namesakes.len(),
                bearing: Bearing::default(),
                ranks: Vec::new(),
                posts: Vec::new(),
                kinds: HashSet::new(),
                private: false,
                foreign: false,
                dead: false,
                female: None,
            });
        }
        namesakes.push(person);
        self.people[person].bearing.add(bearing);
        person
    }

    /// Adds what mention `n` says of a person.
    fn tell(&mut self, scan: &Scan, person: usize, n: usize) {
        let m = self.mentions[n].clone();
        let p = &mut self.people[person];
        p.private |= m.private;
        p.foreign |= m.foreign;
        p.female = p.female.or(m.honorific.and_then(|h| scan.kb.honorifics[usize::from(h)].female));
        if let Some((rank, at)) = m.rank {
            p.ranks.push((rank, at, n));
        }
        let bare = matches!(m.naming, Naming::Bare);
        let first = scan.sentences.get(scan.sentence_of(m.start)).map_or(m.start, |s| s.start);
        // `khi còn làm Bí thư Tỉnh ủy, đồng chí X`
        let then = scan.ends_before(m.start, |s| s == Sense::Function(Function::Formerly)).is_some()
            || careers::opens_time(scan, m.start);
        let past = (first..m.start).any(|i| scan.function(i, Function::Background).is_some());
        for (mut post, rule) in m.posts {
            let over = || careers::closed_time(scan, first, m.start) || careers::closed_behind(scan, post.end);
            post.former |= rule == "copula-post" && (past || over()) || careers::told_over(scan, post.end);
            post.former |= then && rule == "post-before-name";
            if !bare || told_behind(rule) {
                p.kinds.insert(Kind::of(&post));
                p.posts.push((post, rule, n));
            }
        }
    }

    fn resolve_short_forms(&mut self, scan: &Scan) {
        for n in 0..self.mentions.len() {
            if self.who[n].is_some() {
                continue;
            }
            let who = match self.mentions[n].naming {
                Naming::Short(from, to) => self.by_last_syllables(scan, n, from, to),
                Naming::Bare => self.by_office(scan, n).or_else(|| self.by_pronoun(scan, n)),
                Naming::Full(..) => None,
            };
            if who.is_none() {
                self.miss_short_form(scan, n);
            }
            self.who[n] = who;
            let tells = match self.mentions[n].naming {
                Naming::Short(..) => true,
                Naming::Bare => self.mentions[n].posts.iter().any(|(_, rule)| told_behind(rule)),
                Naming::Full(..) => false,
            };
            if let Some(person) = who.filter(|_| tells) {
                self.tell(scan, person, n);
            }
        }
    }
}

/// Whether a rule reads what is said of somebody behind their name or pronoun.
pub(super) fn told_behind(rule: &str) -> bool {
    matches!(rule, "copula-post" | "leads-team")
}

/// One past the name from `from` to `to` with a last syllable in small letters that another mention has (`Lê Văn tám`).
fn spelled_on(scan: &Scan, full: &HashSet<String>, from: usize, to: usize) -> usize {
    let longer = scan.word(to) && !scan.capital(to) && full.contains(&key(scan.words(from, to + 1)));
    if longer { to + 1 } else { to }
}

fn collect(scan: &Scan, names: &Names, inside_bodies: &mut [bool]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut i = 0;
    while i < scan.len() {
        if let Some(end) = credit_end(scan, i) {
            i = end;
            continue;
        }
        // `quận Hai Bà Trưng, Trưởng đoàn …`, `Ba Đình`: a place, nobody counted.
        if let Some(end) = scan.function(i, Function::Plural).and_then(|_| place_end(scan, i)) {
            i = end;
            continue;
        }
        let counted = scan.number(i) && scan.title(i + 1);
        let may_start = counted
            || names.at(i).is_some()
            || scan.starts(i, OPENERS)
            || scan.any_function(i, &[Function::Plural, Function::Pronoun, Function::Filler]);
        match may_start.then(|| mention_at(scan, names, i)).flatten() {
            Some(m) if tells(&m) || scan.function(i, Function::Pronoun).is_some() => {
                i = m.end;
                mentions.push(m);
            }
            _ => match body_at(scan, names, i) {
                Some(body) if body.end > i + 1 => {
                    inside_bodies[i + 1..body.end].fill(true);
                    i = body.end;
                }
                _ => i += 1,
            },
        }
    }
    mentions
}

/// What a mention may begin with, beside a name.
const OPENERS: u32 = kind::HONORIFIC | kind::RANK | kind::OFFICE | kind::MODIFIER | kind::ACADEMIC;

/// The token behind the name of a place of two syllables or more that starts at token `i` with a capital.
fn place_end(scan: &Scan, i: usize) -> Option<usize> {
    let (end, ()) = scan.longest(i, |s| matches!(s, Sense::Place(_)).then_some(()))?;
    (scan.capital(i) && end > i + 1).then_some(end)
}

/// Whether a mention names somebody, or an office or rank.
fn tells(m: &Mention) -> bool {
    !matches!(m.naming, Naming::Bare) || !m.posts.is_empty() || m.rank.is_some() || m.plural
}

/// A photo credit or byline: its names are nobody's; the token after it, where its line or bracket ends.
fn credit_end(scan: &Scan, i: usize) -> Option<usize> {
    let end = scan.function(i, Function::Credit)?;
    let stop =
        (end..scan.len()).find(|&t| scan.breaks(t) || scan.mark(t, ")") || scan.mark(t, ".") && scan.breaks(t + 1));
    let own_words = stop.unwrap_or(scan.len()) - end;
    (own_words <= 8).then_some(stop.unwrap_or(scan.len()))
}
