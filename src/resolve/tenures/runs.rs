//! What is told of one person and one post or rank, cut into the times they held it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::{Draft, EntityIndex};
use super::told::{Told, What};
use super::{Bound, HANDOVER, Side, days};

/// What others tell counts against the same holder before and after only where nothing attests them for so long, in days.
const YEAR: i32 = 365;

/// One time that a post or rank was held: the days that attest it, and what bounds it.
#[derive(Default)]
pub(super) struct Run<'t> {
    /// The days that attest it, sorted.
    points: Vec<(Date, &'t Told)>,
    /// The told beginning.
    began: Option<(Date, Date, &'t Told)>,
    /// The told end.
    ended: Option<(Date, Date, &'t Told)>,
    /// The first day on which it is told as past.
    past: Option<(Date, &'t Told)>,
    /// What else tells of it, such as articles without a date.
    beside: Vec<&'t Told>,
}

/// The times that `person` held something, in order, from all that is told of it.
///
/// Two times are told apart by an end between them, by being told as past in a year without an attestation, or by others
/// who are attested in between: `rivals` are all attested days of a single seat. Nothing is attested after `until`, when the
/// body is gone.
pub(super) fn of<'t>(
    told: &'t [Told],
    person: EntityIndex,
    rivals: &[(Date, EntityIndex)],
    until: Option<Date>,
) -> Vec<Run<'t>> {
    let ends = ends(told);
    let mut points = points(told, &ends);
    points.retain(|(day, _)| until.is_none_or(|until| *day <= until));
    let mut past: Vec<Date> = told.iter().filter(|t| t.what == What::Former).filter_map(|t| t.published).collect();
    past.sort_unstable();
    let mut runs: Vec<Run> = Vec::new();
    for (day, point) in points {
        let last = runs.last().and_then(|run| run.last());
        let begun = since(&(day, point));
        let apart = |last: Date| {
            let past = || past.get(past.partition_point(|d| *d <= last)).is_some_and(|d| *d < day);
            let gap = days(last, day);
            let long = gap > YEAR;
            let ended = ends.iter().any(|(_, end, _)| days(*end, last) <= HANDOVER && *end < begun);
            ended || long && past() || gap > 2 * HANDOVER && between(rivals, person, last, day) > usize::from(!long)
        };
        if last.is_none_or(apart) {
            runs.push(Run::default());
        }
        if let Some(run) = runs.last_mut() {
            run.points.push((day, point));
        }
    }
    // One article that tells as held what several before it tell as past is mistaken.
    let stray = |run: &Run, first: Date| {
        run.points.len() == 1 && run.points[0].1.what == What::Holds && past.iter().filter(|d| **d < first).count() > 1
    };
    runs.retain(|run| run.first().is_none_or(|first| !stray(run, first)));
    place(&mut runs, told, &ends);
    runs
}

/// Whether only the month or year is told in which it began (`từ năm 2011`), which attests no day of its own.
fn rough(t: &Told) -> bool {
    matches!(t.what, What::Begins(Some((from, to)), _) if from != to)
}

/// The first day that a point may be of: what began in a month or year, by the first day of that.
fn since((day, t): &(Date, &Told)) -> Date {
    match t.what {
        What::Begins(Some((from, _)), _) => from,
        _ => *day,
    }
}

/// How many days attest others than `person` between two, counted to two; those of a handover at either end do not count.
fn between(rivals: &[(Date, EntityIndex)], person: EntityIndex, from: Date, to: Date) -> usize {
    let start = rivals.partition_point(|(day, _)| days(from, *day) <= HANDOVER);
    let within = rivals[start..].iter().take_while(|(day, _)| days(*day, to) > HANDOVER);
    within.filter(|(_, who)| *who != person).take(2).count()
}

/// The told ends that have a date, or whose article has one.
fn ends(told: &[Told]) -> Vec<(Date, Date, &Told)> {
    let ends = told.iter().filter_map(|t| match t.what {
        What::Ends(Some((first, last)), _) => Some((first, last, t)),
        What::Ends(None, _) => t.published.map(|day| (day, day, t)),
        _ => None,
    });
    ends.collect()
}

/// The days that attest, sorted: without those of an article that tells of the end, and of the weeks after a told end.
fn points<'t>(told: &'t [Told], ends: &[(Date, Date, &Told)]) -> Vec<(Date, &'t Told)> {
    let lags = |day: Date, t: &Told| {
        t.what == What::Holds
            && ends.iter().any(|(_, end, by)| {
                let after = days(*end, day);
                by.record == t.record && after >= 0 && !matches!(by.what, What::Ends(None, _))
                    || (1..=HANDOVER).contains(&after)
            })
    };
    // Who moves is told by the post left as well, which was held until then.
    // What the same article tells as past, or as taken up another day, long ago or still to come, it does not attest.
    let another = |first: Date, day: Date| first > day || days(first, day) > HANDOVER;
    let settled = |t: &Told, same: &[Told]| {
        let other = |o: &Told| match o.what {
            What::Former => !o.moving,
            What::Begins(Some((first, _)), _) => t.published.is_some_and(|day| another(first, day)),
            _ => false,
        };
        t.what == What::Holds && same.iter().any(other)
    };
    // What one article tells stands side by side.
    let articles = told.chunk_by(|a, b| a.record == b.record);
    let each = articles.flat_map(|same| same.iter().filter(|t| !settled(t, same)));
    let each = each.filter_map(|t| Some((t.attests()?, t)));
    let mut points: Vec<_> = each.filter(|(day, t)| !lags(*day, t)).collect();
    points.sort_by_key(|(day, t)| (*day, t.what == What::Holds, t.record));
    points
}

/// Gives each beginning, end and telling of the past to the run it belongs to, or to one of its own.
fn place<'t>(runs: &mut Vec<Run<'t>>, told: &'t [Told], ends: &[(Date, Date, &'t Told)]) {
    for run in runs.iter_mut() {
        run.find_beginning();
    }
    for (first, last, t) in ends {
        // A month or year may have begun before the last attestation in it.
        match runs.iter_mut().rev().find(|run| run.begun().is_none_or(|day| day <= *last)) {
            Some(run) => run.end(*first, *last, t),
            None => {
                let mut run = Run::default();
                run.end(*first, *last, t);
                runs.insert(0, run);
            }
        }
    }
    for t in told.iter().filter(|t| t.attests().is_none() && !matches!(t.what, What::Ends(Some(_), _))) {
        let day = t.published.filter(|_| t.what == What::Former);
        let before = |run: &&mut Run| day.is_none_or(|day| run.begun().is_none_or(|first| first <= day));
        let soon = runs.first().and_then(Run::first).zip(day).is_some_and(|(first, day)| days(day, first) <= YEAR);
        match runs.iter_mut().rev().find(before) {
            Some(run) => run.tell(day, t),
            // Told as past right before it is first told as held: not a time of its own.
            None if soon => {}
            None => {
                let mut run = Run::default();
                run.tell(day, t);
                runs.insert(0, run);
            }
        }
    }
}

impl<'t> Run<'t> {
    /// Whether nothing at all tells of it.
    pub fn is_empty(&self) -> bool {
        self.points.is_empty() && self.ended.is_none() && self.beside.is_empty()
    }

    fn first(&self) -> Option<Date> {
        self.points.first().map(|(day, _)| *day)
    }

    fn last(&self) -> Option<Date> {
        self.points.last().map(|(day, _)| *day)
    }

    /// The days on which it was held as told, those apart that are only the last of a month or year in which it began.
    fn exact(&self) -> impl DoubleEndedIterator<Item = &(Date, &'t Told)> {
        self.points.iter().filter(|(_, t)| !rough(t))
    }

    /// The first day on which it may have been held as told.
    fn begun(&self) -> Option<Date> {
        self.points.iter().map(since).min()
    }

    /// Whether it is attested behind `day`.
    fn attested_after(&self, day: Date) -> bool {
        self.points.iter().any(|point| since(point) > day)
    }

    /// A told beginning counts where nothing is attested long before it, as when somebody is elected again.
    fn find_beginning(&mut self) {
        let Some(first) = self.first() else {
            return;
        };
        let begins = |(_, t): &(Date, &'t Told)| match t.what {
            What::Begins(Some((from, to)), _) if days(first, from) <= HANDOVER => Some((from, to, *t)),
            _ => None,
        };
        // The most precise, then the earliest.
        self.began = self.points.iter().filter_map(begins).min_by_key(|(from, to, _)| (days(*from, *to), *from));
        if let Some((from, ..)) = self.began {
            let (early, points) = std::mem::take(&mut self.points).into_iter().partition(|(day, _)| *day < from);
            self.points = points;
            self.beside.extend(early.into_iter().map(|(_, t): (Date, &Told)| t));
        }
    }

    fn end(&mut self, first: Date, last: Date, t: &'t Told) {
        self.beside.push(t);
        if self.attested_after(last) {
            return;
        }
        // What an article tells without a day was true by its publication.
        match t.what {
            What::Ends(None, _) => self.pass(last, t),
            _ if self.ended.is_none_or(|(a, b, _)| (days(first, last), first) < (days(a, b), a)) => {
                self.ended = Some((first, last, t));
            }
            _ => {}
        }
    }

    fn tell(&mut self, day: Option<Date>, t: &'t Told) {
        self.beside.push(t);
        if let Some(day) = day {
            self.pass(day, t);
        }
    }

    fn pass(&mut self, day: Date, t: &'t Told) {
        if !self.attested_after(day) && self.past.is_none_or(|(past, _)| day < past) {
            self.past = Some((day, t));
        }
    }

    /// The ids of the articles that tell of it.
    pub fn articles(&self, draft: &Draft) -> BTreeSet<String> {
        let told = self.points.iter().map(|(_, t)| *t).chain(self.beside.iter().copied());
        told.map(|t| draft.records[t.record].article.id.clone()).collect()
    }

    /// How many articles tell of it, copies of one counted once.
    pub fn texts(&self, draft: &Draft) -> usize {
        let told = self.points.iter().map(|(_, t)| *t).chain(self.beside.iter().copied());
        told.map(|t| draft.original[t.record]).collect::<BTreeSet<_>>().len()
    }

    /// What it tells of its own time.
    pub fn bounds(&self, draft: &Draft) -> BTreeMap<Side, Bound> {
        let mut bounds = BTreeMap::new();
        let mut say = |side, days, t: &Told| {
            if let Some(source) = t.source(draft) {
                bounds.insert(side, Bound { days, reason: t.reason(), source });
            }
        };
        let latest = self.exact().next_back();
        // By the last day of the year in which it began it was held if it was so later.
        if let Some((first, by)) = self.points.first().filter(|_| latest.is_some()) {
            say(Side::FirstAttested, (*first, *first), by);
        }
        if let Some((last, also)) = latest {
            say(Side::LastAttested, (*last, *last), also);
        }
        if let Some((day, t)) = self.past {
            say(Side::NotAfter, (day, day), t);
        }
        if let Some((first, last, t)) = self.began {
            say(Side::Began, (first, last), t);
            say(Side::NotBefore, (first, first), t);
        }
        if let Some((first, last, t)) = self.ended {
            say(Side::Ended, (first, last), t);
            say(Side::NotAfter, (last, last), t);
            // Until the day before the end told, it was held: in what year it began is not known where only the year is.
            let year = first.month() != last.month();
            let held = first.yesterday().ok().filter(|_| self.last().is_some() || !year);
            let held = held.filter(|held| self.began.is_none_or(|(from, ..)| from <= *held));
            if let Some(held) = held.filter(|held| latest.is_none_or(|(attested, _)| attested < held)) {
                say(Side::LastAttested, (held, held), t);
                if latest.is_none() {
                    let begun = self.points.first().filter(|(day, _)| *day <= held);
                    let (day, by) = begun.copied().unwrap_or((held, t));
                    say(Side::FirstAttested, (day, day), by);
                }
            }
        }
        bounds
    }
}
