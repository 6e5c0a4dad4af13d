//! Slices of time: what happened in a period, and what hangs on it.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Link, View};
use crate::error::{Error, Result};
use crate::store::read::{Article, Node};
use petgraph::graph::NodeIndex;

/// The length of a date of which only the year is told.
const YEAR: usize = "2016".len();

/// A period; an open end is unlimited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub from: Option<Date>,
    /// Its last day.
    pub to: Option<Date>,
}

impl Period {
    /// The period between two dates a user gave as `2022`, `2022-06` or `2022-06-15`, each taken whole.
    ///
    /// # Errors
    /// When a date is none of these, or the end lies before the start.
    pub fn parse(from: Option<&str>, to: Option<&str>) -> Result<Period> {
        let day = |given: Option<&str>| given.map(|g| days(g, None).ok_or_else(|| unreadable(g))).transpose();
        let (from, to) = (day(from)?.map(|d| d.0), day(to)?.map(|d| d.1));
        if let (Some(first), Some(last)) = (from, to)
            && last < first
        {
            let reason = format!("the period ends on {last}, before it starts on {first}; swap --from and --to");
            return Err(Error::Query { reason });
        }
        Ok(Period { from, to })
    }

    /// Whether it has neither start nor end.
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether any of the days from `first` to `last` lies in it.
    pub fn meets(&self, first: Date, last: Date) -> bool {
        self.from.is_none_or(|from| from <= last) && self.to.is_none_or(|to| first <= to)
    }
}

impl View {
    /// The days a node stands for, from its start and end dates; none when it has no date.
    ///
    /// A date without a year is taken to be the one nearest to the publication of the articles that tell of it.
    pub fn days(&self, at: NodeIndex) -> Option<(Date, Date)> {
        let node = self.node(at);
        let published = || node.articles.iter().filter_map(|a| self.articles()[*a].published.as_deref()).min();
        let near = published().and_then(|p| days(p, None)).map(|(first, _)| first);
        let start = node.start.as_deref().and_then(|d| days(d, near));
        let end = node.end.as_deref().and_then(|d| days(d, near));
        match (start, end) {
            (Some((first, _)), Some((_, last))) if first <= last => Some((first, last)),
            (Some(start), _) => Some(start),
            (None, end) => end,
        }
    }

    /// When each article was published; of one that does not say so, when the latest event it tells of was: the first and last day
    /// of what is told of that. A change tells nothing of the day of an article, as lives are told years later, nor does an event
    /// of which only the year is told.
    pub fn article_days(&self) -> &[Option<(Date, Date)>] {
        self.told.get_or_init(|| self.find_article_days())
    }

    fn find_article_days(&self) -> Vec<Option<(Date, Date)>> {
        let published = |a: &Article| a.published.as_deref().and_then(|p| days(p, None));
        let mut told: Vec<Option<(Date, Date)>> = self.articles().iter().map(published).collect();
        let unpublished: Vec<bool> = told.iter().map(Option::is_none).collect();
        for at in self.nodes().filter(|at| self.is_below(*at, "vg:Event")) {
            let precise = self.node(at).start.as_deref().is_some_and(|start| start.len() > YEAR);
            let days = self.days(at).filter(|_| precise);
            for article in self.node(at).articles.iter().filter(|a| unpublished[**a]) {
                told[*article] = told[*article].max(days);
            }
        }
        told
    }

    /// The view as it was known on a day: without what only later articles say, and without what started later.
    ///
    /// What an article without a date of publication says is dated by the event or change it hangs on, else by the latest
    /// event the article tells of; where it tells of none, it is left out, as it may be of any day.
    pub fn as_of(&self, day: Date) -> View {
        let told = self.article_days();
        let known: Vec<bool> = told.iter().map(|told| told.is_some_and(|(first, _)| first <= day)).collect();
        let undated: Vec<bool> = self.articles().iter().map(|a| a.published.is_none()).collect();
        let started: Vec<Option<bool>> = self.nodes().map(|at| self.days(at).map(|(first, _)| first <= day)).collect();
        // Whether an article said by that day what hangs on a thing that had begun, or not, or has no date.
        let said = |article: usize, begun: Option<bool>| known[article] || undated[article] && begun == Some(true);
        let held = |articles: &[usize], begun| articles.is_empty() || articles.iter().any(|a| said(*a, begun));
        let begun = |a: NodeIndex, b: NodeIndex| started[a.index()].or(started[b.index()]);
        let mut kept: Vec<bool> = self.nodes().map(|at| held(&self.node(at).articles, started[at.index()])).collect();
        for edge in self.graph.raw_edges() {
            let (a, b) = (edge.source(), edge.target());
            if !edge.weight.articles.is_empty() && held(&edge.weight.articles, begun(a, b)) {
                (kept[a.index()], kept[b.index()]) = (true, true);
            }
        }
        let kept = |at: NodeIndex| kept[at.index()] && started[at.index()] != Some(false);
        let left = |articles: &[usize], begun| articles.iter().copied().filter(|a| said(*a, begun)).collect();
        let graph = self.graph.filter_map(
            |at, node| {
                let articles = || left(&node.articles, started[at.index()]);
                kept(at).then(|| Node { articles: articles(), ..node.clone() })
            },
            |edge, link| {
                let (a, b) = self.graph.edge_endpoints(edge)?;
                let articles: Vec<usize> = left(&link.articles, begun(a, b));
                let unsaid = articles.is_empty() && !link.articles.is_empty();
                (!unsaid).then_some(Link { articles, ..*link })
            },
        );
        View { graph, frame: Arc::clone(&self.frame), directed: self.directed, ..View::default() }
    }

    /// The date of a node as it is shown: as precise as told; a year that was not told has a question mark
    /// where the articles let it be guessed, and is said to be missing where not.
    pub fn date(&self, at: NodeIndex) -> Option<String> {
        let node = self.node(at);
        let mut dates: Vec<String> = Vec::new();
        for told in node.start.iter().chain(&node.end) {
            let shown = match (told.strip_prefix("--"), self.days(at)) {
                (Some(rest), Some((first, _))) => format!("{}?-{rest}", first.year()),
                (Some(rest), None) => {
                    let parts: Vec<&str> = rest.split('-').rev().collect();
                    format!("{} (year not told)", parts.join("-"))
                }
                (None, _) => told.clone(),
            };
            if !dates.contains(&shown) {
                dates.push(shown);
            }
        }
        (!dates.is_empty()).then(|| dates.join(" – "))
    }

    /// The view of what happened in a period: the dated nodes in it, what hangs on them, and what that belongs to.
    ///
    /// Dated nodes outside the period are left out, and of the others those no dated node in the period touches.
    pub fn during(&self, period: Period) -> View {
        let dated: Vec<Option<bool>> =
            self.nodes().map(|at| self.days(at).map(|(first, last)| period.meets(first, last))).collect();
        let mut kept: Vec<bool> = dated.iter().map(|d| *d == Some(true)).collect();
        for (at, others) in self.adjacent().iter().enumerate() {
            if dated[at] == Some(true) {
                others.iter().filter(|o| dated[o.index()].is_none()).for_each(|o| kept[o.index()] = true);
            }
        }
        self.keep(|at| kept[at.index()])
    }
}

/// The first and last day of a date as precise as it is: `2022-06-15`, `2022-06`, `2022`; `--06-15` and `--06` with the
/// year nearest to `near`.
pub fn days(date: &str, near: Option<Date>) -> Option<(Date, Date)> {
    if let Some(rest) = date.strip_prefix("--") {
        let near = near?;
        let around = (near.year() - 1..=near.year() + 1).filter_map(|year| days(&format!("{year:04}-{rest}"), None));
        return around.min_by_key(|(first, _)| (*first - near).get_days().abs());
    }
    let mut parts = date.get(..date.len().min(10))?.split('-');
    let year: i16 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let number = |part: Option<&str>| part.map(|p| p.parse::<i8>().ok()).unwrap_or(Some(0));
    let (month, day) = (number(parts.next())?, number(parts.next())?);
    match (month, day) {
        (0, _) => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
        (month, 0) => {
            let first = Date::new(year, month, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        (month, day) => Date::new(year, month, day).ok().map(|d| (d, d)),
    }
}

fn unreadable(given: &str) -> Error {
    Error::Query { reason: format!("`{given}` is not a date; give YYYY, YYYY-MM or YYYY-MM-DD") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_as_long_as_they_are_vague() {
        assert_eq!(days("2022-06-15", None), Some((date(2022, 6, 15), date(2022, 6, 15))));
        assert_eq!(days("2024-02", None), Some((date(2024, 2, 1), date(2024, 2, 29))));
        assert_eq!(days("2022", None), Some((date(2022, 1, 1), date(2022, 12, 31))));
        for wrong in ["", "tháng 6", "2022-13", "2022-02-30", "22-06-15", "--06-15", "2022-xx", "202à-06-01"] {
            assert_eq!(days(wrong, None), None, "{wrong}");
        }
    }

    #[test]
    fn a_date_without_year_is_the_nearest_to_publication() {
        let near = Some(date(2022, 1, 3));
        assert_eq!(days("--12-28", near), Some((date(2021, 12, 28), date(2021, 12, 28))));
        assert_eq!(days("--01-05", near), Some((date(2022, 1, 5), date(2022, 1, 5))));
        assert_eq!(days("--02-29", near), None);
    }

    #[test]
    fn a_period_says_what_is_wrong_with_it() {
        assert!(Period::parse(Some("2022-06"), Some("2022-06")).is_ok());
        let error = Period::parse(Some("2023"), Some("2022")).unwrap_err().to_string();
        assert!(error.contains("swap"), "{error}");
        let error = Period::parse(Some("15/6/2022"), None).unwrap_err().to_string();
        assert!(error.contains("YYYY-MM-DD"), "{error}");
    }
}
