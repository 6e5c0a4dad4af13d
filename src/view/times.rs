//! From when to when something was held, as far as that is known, and how certain it is of a day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::View;
use super::period::days;
use super::tenures::{Certainty, SIDES};
use crate::store::read::Tenure;

/// A tenure on whose one side nothing bounds it may have gone on for so many years.
pub(super) const TERM: i16 = 5;

/// The dates of a tenure.
#[derive(Clone, Debug, Default)]
pub(super) struct Times {
    /// By the names of their properties.
    pub dates: BTreeMap<String, String>,
    /// Which of them follow from when its body, or the place of that, began or ended.
    pub by_body: BTreeSet<String>,
}

impl View {
    pub(super) fn times(&self, tenure: &Tenure) -> Times {
        let by_body = tenure.bounds.iter().filter(|(_, bound)| self.article(&bound.source).is_none());
        Times { dates: tenure.dates.clone(), by_body: by_body.map(|(side, _)| side.clone()).collect() }
    }
}

impl Times {
    /// The first and the last day that a date may mean.
    fn days(&self, side: &str) -> Option<(Date, Date)> {
        days(self.dates.get(side)?, None)
    }

    /// How certain it is that it was held on a day; none when it was not.
    pub fn on(&self, day: Date) -> Option<Certainty> {
        let first = self.days("firstAttested").map(|d| d.0);
        let last = self.days("lastAttested").map(|d| d.1);
        if first.is_some_and(|first| first <= day) && last.is_some_and(|last| day <= last) {
            return Some(Certainty::Certain);
        }
        let (from, until) = (self.days("notBefore").map(|d| d.0), self.days("notAfter").map(|d| d.1));
        // That its body existed says little of a tenure: it counts for a term of office, as if nothing bounded.
        let told = |side: &str, bound: Option<Date>| bound.filter(|_| !self.by_body.contains(side));
        // What is told only as past may have been long ago.
        let ended = || self.days("ended").map(|d| d.0);
        let since = first.or(from).or_else(ended)?;
        let earliest = told("notBefore", from)
            .unwrap_or_else(|| since.saturating_sub(TERM.years()).max(from.unwrap_or(Date::MIN)));
        let till = last.or(from).or(until)?;
        let latest = told("notAfter", until)
            .unwrap_or_else(|| till.saturating_add(TERM.years()).min(until.unwrap_or(Date::MAX)));
        (earliest <= day && day <= latest).then_some(Certainty::Possible)
    }

    /// From when to when, briefly (see [`super::tenures::Held::span`]); when its body, or the place of that, ended says nothing of it.
    pub fn span(&self) -> String {
        let date = |side: &str| self.dates.get(side).filter(|_| !self.by_body.contains(side));
        let one = |told: &str, attested: &str, sign: &str| {
            date(told).cloned().or_else(|| date(attested).map(|day| format!("{sign}{day}")))
        };
        let from = one("began", "firstAttested", "≤");
        let until = one("ended", "lastAttested", "≥").or_else(|| date("notAfter").map(|day| format!("≤{day}")));
        match (from, until) {
            (None, None) => "?".to_owned(),
            (from, until) => format!("{} – {}", from.as_deref().unwrap_or("?"), until.as_deref().unwrap_or("?")),
        }
    }

    /// Whether nothing is told of when it was.
    pub fn is_dayless(&self) -> bool {
        SIDES.iter().all(|side| !self.dates.contains_key(*side) || self.by_body.contains(*side))
    }

    /// Whether it had ended for certain before a day.
    pub fn over_by(&self, day: Date) -> bool {
        self.days("notAfter").is_some_and(|(_, last)| last < day)
    }

    /// Whether somebody else, or nobody, had come in its place by the end of a day; that its body ended then says nothing.
    pub fn left_by(&self, day: Date) -> bool {
        self.days("notAfter").is_some_and(|(_, last)| last <= day) && !self.by_body.contains("notAfter")
    }

    /// Whether it has ended, and nobody tells it as held after that; that its body ended says nothing.
    pub fn is_over(&self) -> bool {
        let told = |side: &str| self.days(side).filter(|_| !self.by_body.contains(side)).map(|d| d.1);
        let ended = told("ended").or_else(|| told("notAfter"));
        ended.is_some_and(|end| self.last_attested().is_none_or(|last| last <= end))
    }

    /// What it is ordered by: its earliest known day; those without come first.
    pub fn order(&self) -> (Option<Date>, Option<Date>) {
        let day = |side: &str| self.days(side).map(|d| d.0);
        (day("began").or(day("firstAttested")), day("lastAttested").or(day("notAfter")))
    }

    /// The last day on which it is attested.
    pub fn last_attested(&self) -> Option<Date> {
        self.days("lastAttested").map(|d| d.1)
    }
}
