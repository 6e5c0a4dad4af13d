//! Which posts are held and which are left, from what the changes say.

use std::collections::HashSet;

use super::bodies::Body;
use super::careers;
use super::changes::Change;
use super::complete::Told;
use super::people::Mention;
use super::places::{PlaceRef, province_of, valid};
use super::posts::Post;
use super::record::Value;
use super::state::State;
use crate::ontology::items::{Function, Sense};

impl State<'_, '_, '_> {
    /// Whether a change in the same mention's clause makes a post a former one.
    pub(super) fn left_by(&self, p: usize, post: &Post, mention: usize, changes: &[Change]) -> bool {
        let member = self.member(post);
        changes.iter().filter(|c| c.person == p).any(|c| {
            let new = || c.post.as_ref().filter(|new| new.title != post.title || !self.same_body(new, post));
            let takes = matches!(c.class.as_str(), "Appointment" | "Election") && c.by(mention) && self.says_enough(c);
            let takes = takes
                && new()
                    .filter(|new| !self.held_besides(new))
                    .is_some_and(|new| !self.kept_beside(post, new, &c.class) && !self.named_together(p, post, new));
            // `ông A, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, nghỉ hưu`: both offices are left.
            let at = &self.reading.mentions[mention];
            let retires = self.context.scan.kb.cues[usize::from(c.cue)].ends_office;
            let all = |old: &Post| old.title == post.title || retires && (at.core..at.end).contains(&old.start);
            let leaves = c.class == "Departure" && c.by(mention) && c.post.as_ref().is_none_or(all);
            let named = !c.own
                && c.post.as_ref().is_some_and(|old| {
                    let ends = c.class == "Departure" || self.dismisses(c);
                    ends && old.title == post.title && (old.body.is_none() || self.same_body(old, post))
                });
            takes || !member && leaves || named || self.ends_party_offices(c, post)
        })
    }

    /// Whether a change ends all offices in the party (`cách các chức vụ trong Đảng`) and a post is one of them.
    fn ends_party_offices(&self, change: &Change, post: &Post) -> bool {
        const REACH: usize = 14;
        let ends = matches!(change.class.as_str(), "Departure" | "Discipline");
        let party = || post.body.as_ref().is_some_and(|b| b.class == "PartyBody");
        let scan = self.context.scan;
        // The words may be the last of the cue itself.
        let sentence = &scan.sentences[change.sentence];
        let from = change.start.saturating_sub(REACH / 2).max(sentence.start);
        let to = (change.start + REACH).min(sentence.end);
        // `khiển trách ông A, Bí thư Huyện ủy; cách các chức vụ trong Đảng của ông B`
        let apart = |i: &usize| scan.mark(*i, ";");
        let from = (from..change.start).rev().find(apart).map_or(from, |i| i + 1);
        let to = (change.start..to).find(apart).unwrap_or(to);
        ends && party() && (from..to).any(|i| scan.function(i, Function::PartyOffices).is_some())
    }

    pub(super) fn member(&self, post: &Post) -> bool {
        self.context.scan.kb.offices[usize::from(post.office)].membership
    }

    /// Whether a change is a measure that ends the office it names.
    fn dismisses(&self, change: &Change) -> bool {
        change.class == "Discipline" && self.context.scan.kb.cues[usize::from(change.cue)].ends_office
    }

    /// Whether a post is kept when a new one is taken up beside it: a seat among several, the party's office beside the
    /// state's of the same place.
    fn kept_beside(&self, post: &Post, new: &Post, class: &str) -> bool {
        let class_of = |p: &Post| p.body.as_ref().map_or("", |b| b.class.as_str()).to_owned();
        let party = |p: &Post| matches!(class_of(p).as_str(), "PartyBody" | "PartyCommission");
        let (old_at, new_at) = (self.seat(post), self.seat(new));
        if self.member(post) {
            let elsewhere = old_at.is_some()
                && new_at.is_some()
                && old_at.map(|p| self.province(p)) != new_at.map(|p| self.province(p));
            let upward = old_at.is_some() && class_of(new) == "Ministry";
            return !(elsewhere || upward);
        }
        let state = |p: &Post| matches!(class_of(p).as_str(), "PeoplesCouncil" | "PeoplesCommittee");
        let both = class_of(post) == "PartyBody" && !party(new) && state(new) && old_at.is_some() && old_at == new_at;
        // `bầu Tổng Bí thư A làm Chủ tịch nước`: an office of no one body is nobody's to end.
        let whole = post.body.is_none() && !self.context.scan.kb.offices[usize::from(post.office)].weak;
        // `Bí thư Đảng đoàn Hội X được bầu làm Chủ tịch Hội X`: the party's group in the body itself.
        let group = post.body.as_ref().and_then(|b| b.parent.as_ref()).filter(|_| class_of(post) == "PartyBody");
        let inside = group.is_some_and(|(of, _)| {
            let label = |b: &Body| self.context.label(&self.context.alone(b.clone()));
            new.body.as_ref().is_some_and(|b| label(b) == label(of))
        });
        // `Phó Chủ tịch UBND tỉnh làm Trưởng ban Chỉ đạo`: a working party is led beside one's office.
        let leads = class_of(new) == "Commission" && self.leads_team(new);
        new.plural
            || inside
            || leads
            || whole && class == "Election"
            || self.member(new) && (class == "Election" || new_at == old_at)
            || both
            || class == "Election" && party(new) && !party(post)
    }

    /// Whether an office is one of those that lead working parties.
    fn leads_team(&self, post: &Post) -> bool {
        self.context.scan.kb.offices[usize::from(post.office)].team_head.is_some()
    }

    /// Whether a word right before an office says that it is held beside another (`kiêm nhiệm chức danh Giám đốc`).
    fn held_besides(&self, new: &Post) -> bool {
        let scan = self.context.scan;
        let joins = |s: Sense| matches!(s, Sense::Modifier(m) if scan.kb.modifiers[usize::from(m)].joins);
        (new.start.saturating_sub(4)..new.start)
            .any(|i| scan.hits(i).iter().any(|h| joins(h.sense) && h.end <= new.start))
    }

    /// Whether a change tells an office that says enough, or none: `được phân công phụ trách lĩnh vực đô thị` is no office.
    pub(super) fn says_enough(&self, change: &Change) -> bool {
        let gained = matches!(change.class.as_str(), "Appointment" | "Election");
        !gained || self.completed(change).is_none_or(|post| self.of_body(&post))
    }

    /// The place whose office a post is.
    fn seat(&self, post: &Post) -> Option<u16> {
        let body = self.context.alone(post.body.clone()?);
        match body.place {
            Some(PlaceRef::Known(p)) => Some(p),
            _ => None,
        }
    }

    fn province(&self, place: u16) -> u16 {
        province_of(self.context.scan.kb, place)
    }

    /// The post of a change with its body completed from the person's other posts; what is taken up on a day is that of the place
    /// as it is on that day (`bổ nhiệm … kể từ ngày 1/7/2025`).
    pub(super) fn completed(&self, change: &Change) -> Option<Post> {
        let mut post = self.completed_by_posts(change)?;
        let day = change.date.map(|d| self.dates[d].value.as_str()).filter(|day| day.len() == 10);
        if matches!(change.class.as_str(), "Appointment" | "Election")
            && let (Some(day), Some(body)) = (day, &mut post.body)
            && let Some(PlaceRef::Known(p)) = innermost(body)
        {
            *p = valid(self.context.scan.kb, *p, Some(day));
        }
        Some(post)
    }

    fn completed_by_posts(&self, change: &Change) -> Option<Post> {
        let mut post = change.post.clone()?;
        let m = &self.reading.mentions[change.mention];
        // The office the person is named by: completed as such.
        let own = |(p, _, n): &&Told| *n == change.mention && p.start == post.start;
        if let Some((own, _, _)) = self.context.held(change.person).iter().find(own) {
            return Some(own.clone());
        }
        // `làm Bí thư Đảng ủy, Chủ tịch Tập đoàn X`: the office listed behind, then those the person is named by.
        let behind = |m: &&Mention| (post.end..=post.end + 1).contains(&m.start);
        let next = self.reading.mentions.iter().find(behind).filter(|next| next.start > m.start);
        let told = next.into_iter().chain([m]).flat_map(|m| &m.posts);
        let beside = told.filter_map(|(p, _)| p.body.clone()).next().map(|b| self.context.whole(b));
        post.body = match post.body.take() {
            Some(body) => Some(self.context.beside_body(body, beside)),
            None => {
                let mut as_person = self.reading.people[change.person].clone();
                // `giữ chức Phó Bí thư, Chủ tịch UBND xã X`: as one mention's, each tells the other's place.
                let listed = next.into_iter().flat_map(|next| &next.posts);
                as_person.posts = vec![(post.clone(), "", change.mention)];
                as_person.posts.extend(listed.map(|(p, rule)| (p.clone(), *rule, change.mention)));
                let team = self.leads_team(&post);
                let same =
                    |(p, rule, _): &&Told| team && *rule == "leads-team" && p.office == post.office && p.body.is_some();
                let held = self.context.held(change.person).iter().find(same).and_then(|(p, _, _)| p.body.clone());
                let own = || self.context.posts(&as_person, self.reading).into_iter().next()?.0.body;
                self.body_of_successor(change, &post).or(held).or_else(own)
            }
        };
        Some(post)
    }

    /// The body of an office that somebody leaves to who takes it up in the same words (`anh được bổ nhiệm Giám đốc, kế nhiệm
    /// đồng chí B`).
    fn body_of_successor(&self, change: &Change, post: &Post) -> Option<Body> {
        let leaves = matches!(change.class.as_str(), "Succeeded" | "Departure");
        let same = |c: &&Change| {
            let gained = matches!(c.class.as_str(), "Appointment" | "Election" | "Holding");
            gained && c.person != change.person && c.post.as_ref().is_some_and(|p| p.start == post.start)
        };
        self.changes.iter().filter(|_| leaves).find(same).and_then(|c| self.completed_by_posts(c)?.body)
    }

    /// A post's title and body as they are shown.
    pub(super) fn post_label(&self, post: &Post) -> String {
        let body = post.body.as_ref().map(|b| self.context.label(b)).unwrap_or_default();
        format!("{} {body}", post.title)
    }

    fn same_body(&self, a: &Post, b: &Post) -> bool {
        let label = |p: &Post| p.body.as_ref().map(|x| self.context.label(&self.context.alone(x.clone())));
        label(a) == label(b)
    }

    /// The post that a change makes held or left; `over` if it is left elsewhere, and what else the person holds.
    pub(super) fn post_of_change(
        &mut self,
        person: &String,
        change: &Change,
        changes: &[Change],
        (over, holds): (bool, &[Post]),
    ) {
        let Some(post) = self.completed(change).filter(|post| !change.own && self.of_body(post)) else {
            return;
        };
        let over = over || self.outgrown(&post, holds);
        let in_short = holds.iter().any(|full| self.shortens(&post, full));
        let label = self.post_label(&post);
        let object = Value::Entity(self.out.post(&post));
        let source = self.rule("change-implies-post", change.start, change.end);
        let gained = matches!(change.class.as_str(), "Appointment" | "Election" | "Holding");
        let left = changes.iter().filter(|c| c.person == change.person).any(|c| {
            let after = c.start > change.start || change.class == "Holding" || self.long_ago(change, c);
            let ends = c.class == "Departure" || self.dismisses(c);
            after && ends && !c.own && self.completed(c).is_some_and(|old| self.post_label(&old) == label)
        });
        let dead = self.reading.people[change.person].dead;
        let followed = || self.followed(change, &post, changes);
        let holds = gained && !dead && !post.former && !over && !left && !self.told_as_past(change) && !followed();
        if holds && in_short {
            return;
        }
        let predicate = if holds { "vg:holdsPost" } else { "vg:formerlyHeldPost" };
        self.out.fact(person, predicate, object, &source);
    }

    /// Whether somebody is named by two offices at once, neither a former one (`Tổng Bí thư, Chủ tịch nước X`).
    fn named_together(&self, p: usize, one: &Post, other: &Post) -> bool {
        one.title != other.title
            && self.reading.of_person(p).any(|m| {
                let has = |o: &Post| {
                    let before = m.posts.iter().filter(|(q, rule)| !q.former && *rule == "post-before-name");
                    before.into_iter().any(|(q, _)| q.office == o.office && q.title == o.title)
                };
                has(one) && has(other)
            })
    }

    /// Whether an office was followed by another: one taken up at a later date, or the news itself where the article
    /// tells the date of this one further down.
    fn followed(&self, change: &Change, post: &Post, changes: &[Change]) -> bool {
        let year = |c: &Change| c.date.map(|n| self.dates[n].value.as_str()).filter(|d| !d.starts_with('-'));
        // A party's office of the whole country is held beside others.
        let party = post.body.as_ref().is_some_and(|b| b.class == "PartyBody") && self.seat(post).is_none();
        let Some(since) = year(change).filter(|_| !self.member(post) && !party) else {
            return false;
        };
        changes
            .iter()
            .filter(|c| c.person == change.person && matches!(c.class.as_str(), "Appointment" | "Election"))
            .any(|c| {
                let later = match year(c) {
                    Some(day) => day.get(..4) > since.get(..4),
                    None => c.sentence < change.sentence && c.date.is_none_or(|n| self.dates[n].value.starts_with('-')),
                };
                let other = |new: &Post| new.title != post.title || !self.same_body(new, post);
                later
                    && !c.past
                    && self.completed(c).is_some_and(|new| {
                        !new.plural
                            && other(&new)
                            && !self.member(&new)
                            && !self.kept_beside(post, &new, &c.class)
                            && !self.named_together(change.person, post, &new)
                            && !self.party_beside(post, &new)
                    })
            })
    }

    /// Whether both are offices of the party in one place, which may be held together.
    fn party_beside(&self, one: &Post, other: &Post) -> bool {
        let party =
            |p: &Post| p.body.as_ref().is_some_and(|b| matches!(b.class.as_str(), "PartyBody" | "PartyCommission"));
        let at = |p: &Post| {
            let body = self.context.alone(p.body.clone()?);
            body.innermost_place().cloned()
        };
        party(one) && party(other) && one.title != other.title && at(one).is_none_or(|s| Some(s) == at(other))
    }

    /// Whether an office was taken up in a year that is told further down than that it was left.
    fn long_ago(&self, taken: &Change, left: &Change) -> bool {
        let day = |c: &Change| c.date.map(|n| &self.dates[n].value).filter(|d| !d.starts_with('-'));
        let earlier = day(taken).is_some_and(|t| day(left).is_none_or(|l| t <= l));
        earlier && left.sentence + 1 < taken.sentence
    }

    /// Whether what a change leads to is called a former office elsewhere, or one left since: it was taken up long ago.
    pub(super) fn over(&self, change: &Change, told: &[Told], left: &HashSet<&String>) -> bool {
        let Some(label) = self.completed(change).map(|p| self.post_label(&p)) else {
            return false;
        };
        let former =
            |(p, rule, m): &Told| p.former && *rule != "copula-post" && !change.by(*m) && self.post_label(p) == label;
        change.class == "Holding" && left.contains(&label) || told.iter().any(former)
    }

    /// Whether the sentence of a change tells of an earlier time.
    fn told_as_past(&self, change: &Change) -> bool {
        let scan = self.context.scan;
        let sentence = &scan.sentences[change.sentence];
        let end = change.post.as_ref().map_or(change.end, |p| p.end);
        let once = || {
            (sentence.start..change.end)
                .any(|i| scan.function(i, Function::Background).is_some() || scan.function(i, Function::Was).is_some())
        };
        change.past || careers::closed_behind(scan, end) || change.class == "Holding" && once()
    }
}

/// The place in the name of a body or of what it is part of, to be changed.
fn innermost(body: &mut Body) -> Option<&mut PlaceRef> {
    body.place.as_mut().or_else(|| innermost(&mut body.parent.as_mut()?.0))
}
