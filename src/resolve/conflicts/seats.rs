//! Two holders of a post that one person holds at a time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::tenures::told::{Told, What};
use super::super::tenures::{self, HANDOVER, Tenure, days};
use super::super::{Draft, EntityIndex, Kind};
use super::{AllTold, Conflict, Gravity, Nature, Side, Stated, path};
use crate::text::key::{bare_key, key};

/// Where one in so many articles tells several holders, several hold the post at a time.
const SHARED: usize = 10;

/// A tenure with its first and last attested day.
type Spanned<'t> = (Date, Date, &'t Tenure);

/// Each two tenures of one seat that overlap by more than a handover, or of which one lies within the other.
pub(super) fn all(draft: &Draft, tenures: &[Tenure], told: &AllTold) -> Vec<Conflict> {
    let mut seats: BTreeMap<EntityIndex, Vec<Spanned>> = BTreeMap::new();
    for tenure in tenures {
        let post = matches!(draft.entities[tenure.held].kind, Kind::Post { .. });
        if let Some((first, last)) = tenure.span().filter(|_| post) {
            seats.entry(tenure.held).or_default().push((first, last, tenure));
        }
    }
    seats.retain(|post, holders| holders.len() > 1 && tenures::single_seat(draft, *post));
    let mut found = Vec::new();
    for (post, mut holders) in seats {
        holders.sort_by(|a, b| (a.0, a.1, &a.2.path).cmp(&(b.0, b.1, &b.2.path)));
        let together = Together::of(post, &holders, told);
        let mut pairs: BTreeMap<[EntityIndex; 2], Vec<[Spanned; 2]>> = BTreeMap::new();
        for (i, one) in holders.iter().enumerate() {
            for other in holders[i + 1..].iter().take_while(|other| other.0 < one.1).filter(|other| clash(one, other)) {
                let mut both = [*one, *other];
                both.sort_by_key(|(.., tenure)| tenure.person);
                pairs.entry(both.map(|(.., tenure)| tenure.person)).or_default().push(both);
            }
        }
        pairs.retain(|people, _| !together.tells(*people));
        found.extend(pairs.into_iter().filter_map(|(people, spans)| of(draft, post, people, &spans, told)));
    }
    found
}

/// Who is told as holder in one article with whom.
struct Together {
    pairs: BTreeSet<[EntityIndex; 2]>,
    /// Whether so many articles tell several holders that the post is none of a single holder.
    shared: bool,
}

impl Together {
    fn of(post: EntityIndex, holders: &[Spanned], told: &AllTold) -> Together {
        let mut articles: BTreeMap<usize, BTreeSet<EntityIndex>> = BTreeMap::new();
        let people: BTreeSet<EntityIndex> = holders.iter().map(|(.., tenure)| tenure.person).collect();
        for person in people {
            let own = told.get(&(post, person)).into_iter().flatten().filter(|t| t.what == What::Holds);
            for t in own {
                articles.entry(t.record).or_default().insert(person);
            }
        }
        let mut pairs = BTreeSet::new();
        let many = articles.values().filter(|people| people.len() > 1);
        for people in many.clone() {
            for one in people {
                pairs.extend(people.range(one + 1..).map(|other| [*one, *other]));
            }
        }
        Together { pairs, shared: many.count() * SHARED > articles.len() }
    }

    fn tells(&self, people: [EntityIndex; 2]) -> bool {
        self.shared || people[0] == people[1] || self.pairs.contains(&people)
    }
}

/// Whether two, the second of which begins no earlier, overlap by more than a handover, or the second lies within the first.
fn clash(one: &Spanned, other: &Spanned) -> bool {
    days(other.0, one.1.min(other.1)) > HANDOVER || other.1 < one.1 && one.0 < other.0
}

/// The conflict of two people about a post, in all the times they clash.
fn of(
    draft: &Draft,
    post: EntityIndex,
    people: [EntityIndex; 2],
    spans: &[[Spanned; 2]],
    told: &AllTold,
) -> Option<Conflict> {
    let labels = people.map(|person| draft.entities[person].label.as_str());
    // People of one name are for whoever decides on namesakes.
    if key(labels[0]) == key(labels[1]) {
        return None;
    }
    let mut sides = [0, 1].map(|at| {
        let own = spans.iter().map(|pair| pair[at]);
        let days = own.clone().map(|span| span.0).min().zip(own.map(|span| span.1).max());
        let facts = spans.iter().flat_map(|[a, b]| {
            let common = (a.0.max(b.0), a.1.min(b.1));
            facts(draft, [a, b][at].2, common, told)
        });
        Side::new(draft, vec![people[at]], days, facts)
    });
    sides.sort_by_key(|side| side.days);
    // Who is told by part of the name, or by its letters with other tones, is hardly another.
    let [a, b] = labels.map(bare_key);
    let slip = part_of(&a, &b) || part_of(&b, &a);
    let gravity = if slip { Gravity::Slight } else { Gravity::of(&sides) };
    let subjects = vec![post, people[0], people[1]];
    let nature = Nature::TwoHolders;
    Some(Conflict { path: path(draft, nature, &subjects, &[]), nature, gravity, subjects, sides })
}

/// Whether all syllables of one name stand in another.
fn part_of(part: &str, name: &str) -> bool {
    part.split(' ').all(|syllable| name.split(' ').any(|own| own == syllable))
}

/// The facts that attest a tenure in the time it has in common with another, and the nearest before and after it.
fn facts(draft: &Draft, tenure: &Tenure, (from, to): (Date, Date), told: &AllTold) -> Vec<Stated> {
    let all = told.get(&(tenure.held, tenure.person)).map_or(&[][..], Vec::as_slice);
    let own = |t: &&Told| tenure.articles.contains(&draft.records[t.record].article.id);
    let dated = all.iter().filter(own).filter_map(|t| Some((t.attests()?, t)));
    let mut dated: Vec<(Date, &Told)> = dated.collect();
    dated.sort_by_key(|(day, t)| (*day, t.record, t.fact));
    let known: BTreeSet<Date> = dated.iter().map(|(day, _)| *day).collect();
    let before = known.range(..from).next_back().copied().unwrap_or(from);
    let after = known.range(to..).find(|day| **day > to).copied().unwrap_or(to);
    dated.into_iter().filter(|(day, _)| before <= *day && *day <= after).map(|(_, t)| (t.record, t.fact)).collect()
}
