//! Searching by a name and what stands beside it in the graph: a name that many bear, with the post, body, place or year that
//! tells whom is meant.

use std::collections::{BTreeSet, HashMap};

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::{Index, Name, begins, given_name};
use crate::error::Result;
use crate::store::patience;
use crate::text::key::{bare_key, key};
use crate::view::View;

/// A text of more words is none that somebody tells somebody apart by; each of them is a bit of a [`Bits`].
const MOST_WORDS: usize = 12;

/// Which words of a text begin a word of a name, the first as the lowest bit.
type Bits = u16;

/// What stands beside each node.
pub(super) struct Beside {
    /// Its neighbours.
    adjacent: Vec<Vec<NodeIndex>>,
    /// Of a person the bodies and places of the posts they held and of the events they took part in, and of those the people.
    through: Vec<Vec<NodeIndex>>,
    /// The years of what happens, and of all else those in which articles tell of it, sorted.
    years: Vec<Vec<i16>>,
    /// The names of a node are those from its place here up to the next.
    first: Vec<usize>,
}

/// How well a node fits with what stands beside it: lower is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// Whether a single word had to do somewhere that is no year and nobody's given name: it fits many.
    pub loose: bool,
    /// It is nobody: what is typed with a place is mostly a person.
    thing: bool,
    /// Into how many pieces the words fall that are not of its name.
    pieces: usize,
    /// The text does not begin with its name.
    late: bool,
    /// The words are a part of its name only.
    part: bool,
}

impl Beside {
    pub(super) fn new(view: &View, names: &[Name], kinds: &[&str]) -> Beside {
        let adjacent = view.adjacent();
        let first = view.nodes().map(|at| names.partition_point(|name| name.of < at)).chain([names.len()]).collect();
        Beside { through: through(&adjacent, kinds), adjacent, years: years(view), first }
    }

    /// What stands beside a node.
    fn near(&self, at: usize, kinds: &[&str]) -> impl Iterator<Item = NodeIndex> {
        let through: &[NodeIndex] = if kinds[at] == "person" { &self.through[at] } else { &[] };
        self.adjacent[at].iter().chain(through).copied()
    }

    /// Beside what a node stands.
    fn far(&self, at: usize, kinds: &[&str]) -> impl Iterator<Item = NodeIndex> {
        let through: &[NodeIndex] = if kinds[at] == "person" { &[] } else { &self.through[at] };
        self.adjacent[at].iter().chain(through).copied()
    }
}

/// Joins people to the bodies and places of posts and events.
///
/// Only these lead on: whoever bears a rank or lives in a place has nothing else in common with all others who do.
fn through(adjacent: &[Vec<NodeIndex>], kinds: &[&str]) -> Vec<Vec<NodeIndex>> {
    let mut through = vec![Vec::new(); adjacent.len()];
    let joining = (0..adjacent.len()).filter(|at| matches!(kinds[*at], "post" | "event"));
    for around in joining.map(|at| &adjacent[at]) {
        let of = |wanted: &[&str]| around.iter().copied().filter(|at| wanted.contains(&kinds[at.index()])).collect();
        let (people, seats): (Vec<NodeIndex>, Vec<NodeIndex>) = (of(&["person"]), of(&["body", "place"]));
        people.iter().for_each(|at| through[at.index()].extend(&seats));
        seats.iter().for_each(|at| through[at.index()].extend(&people));
    }
    for list in &mut through {
        list.sort_unstable();
        list.dedup();
        list.shrink_to_fit();
    }
    through
}

/// The years that something of each node is told of.
fn years(view: &View) -> Vec<Vec<i16>> {
    let year = |day: jiff::civil::Date| day.year();
    let own: Vec<Option<(i16, i16)>> =
        view.nodes().map(|at| view.days(at).map(|(first, last)| (year(first), year(last)))).collect();
    let told = view.article_days();
    let mut years = vec![BTreeSet::new(); own.len()];
    for edge in view.graph().edge_references() {
        for (end, other) in [(edge.source(), edge.target()), (edge.target(), edge.source())] {
            let articles = edge.weight().articles.iter().filter_map(|a| told[*a].map(|(first, _)| year(first)));
            years[end.index()].extend(articles);
            years[end.index()].extend(own[other.index()].into_iter().flat_map(|(first, last)| first..=last));
        }
    }
    for (years, own) in years.iter_mut().zip(own) {
        if let Some((first, last)) = own {
            *years = (first..=last).collect();
        }
    }
    years.into_iter().map(|years| years.into_iter().collect()).collect()
}

/// A word as typed, and without tones and marks.
struct Word {
    marked: String,
    bare: String,
}

impl Word {
    /// Whether it begins a word of a name, which is given as it is and without tones and marks; tones and marks count where they
    /// were typed.
    fn begins(&self, marked: &str, bare: &str) -> bool {
        if self.marked == self.bare { bare.starts_with(&self.bare) } else { marked.starts_with(&self.marked) }
    }

    /// The year of our time that it is.
    fn year(&self) -> Option<i16> {
        let year: i16 = self.bare.parse().ok().filter(|_| self.bare.len() == 4)?;
        (1900..2100).contains(&year).then_some(year)
    }
}

impl Index {
    /// The nodes that have a part of a text in one name, word after word, and the rest of it, piece by piece, so in names of what
    /// stands beside them or as a year that something of them is told of. Tones and marks that were typed count where they fit anything.
    ///
    /// # Errors
    /// When nobody waits for it any more.
    pub(super) fn beside(&self, text: &str) -> Result<Vec<(NodeIndex, Fit)>> {
        let (marked, bare) = (key(text), bare_key(text));
        let words = |text: &str| text.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let (marked, bare) = (words(&marked), words(&bare));
        if !(2..=MOST_WORDS).contains(&bare.len()) || marked.len() != bare.len() {
            return Ok(Vec::new());
        }
        let plain = bare.iter().map(|bare| Word { marked: bare.clone(), bare: bare.clone() }).collect::<Vec<_>>();
        let typed = marked.into_iter().zip(bare).map(|(marked, bare)| Word { marked, bare }).collect::<Vec<_>>();
        let found = self.beside_by(&typed)?;
        match found.is_empty() && typed.iter().any(|w| w.marked != w.bare) {
            true => self.beside_by(&plain),
            false => Ok(found),
        }
    }

    fn beside_by(&self, typed: &[Word]) -> Result<Vec<(NodeIndex, Fit)>> {
        let (by_name, by_word) = self.bits(typed);
        let names = |at: usize| self.beside.first[at]..self.beside.first[at + 1];
        let mut by_node: Vec<Bits> = vec![0; self.kinds.len()];
        for (n, nodes) in by_word.iter().enumerate() {
            nodes.iter().for_each(|at| by_node[at.index()] |= 1 << n);
        }
        let years: Vec<Option<i16>> = typed.iter().map(Word::year).collect();
        let all: Bits = Bits::MAX >> (Bits::BITS as usize - typed.len());
        let mut runs: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut found = Vec::new();
        for at in self.candidates(typed, &by_word) {
            let (at, own) = (at.index(), by_node[at.index()]);
            if own == 0 {
                continue;
            }
            patience::go_on()?;
            let told = |year: &Option<i16>| year.is_some_and(|y| self.beside.years[at].binary_search(&y).is_ok());
            let in_years = (0..typed.len()).filter(|n| told(&years[*n])).fold(0, |bits, n| bits | 1 << n);
            let near = || self.beside.near(at, &self.kinds);
            if near().fold(own | in_years, |bits, other| bits | by_node[other.index()]) != all {
                continue;
            }
            let mut reach = Reach::new(in_years, typed.len());
            let around = near().flat_map(|other| names(other.index())).filter(|n| by_name[*n] != 0);
            around.for_each(|n| reach.add(runs.entry(n).or_insert_with(|| self.names[n].runs(typed))));
            let thing = self.kinds[at] != "person";
            let own = names(at).filter(|n| by_name[*n] != 0).map(|n| &self.names[n]);
            // Somebody's given name is enough of it, where all of it is typed.
            let given = |name: &Name, n: usize| !thing && given_name(&name.bare) == typed[n].bare;
            let fits = own.filter_map(|name| reach.fit(name, &name.runs(typed), |n| given(name, n))).min();
            found.extend(fits.map(|fit| (NodeIndex::new(at), Fit { thing, ..fit })));
        }
        Ok(found)
    }

    /// The nodes that may have all words: those with the rarest one in a name, and what those stand beside; no year is the rarest, for
    /// something of most nodes is told in it.
    fn candidates(&self, typed: &[Word], by_word: &[Vec<NodeIndex>]) -> Vec<NodeIndex> {
        let reach = |at: &NodeIndex| self.beside.far(at.index(), &self.kinds).chain([*at]);
        let rarest = typed.iter().zip(by_word).filter(|(word, _)| word.year().is_none()).map(|(_, nodes)| nodes);
        let rarest = rarest.min_by_key(|nodes| nodes.iter().map(|at| reach(at).count()).sum::<usize>());
        let mut nodes: Vec<NodeIndex> = match rarest {
            Some(nodes) => nodes.iter().flat_map(reach).collect(),
            None => by_word.concat(),
        };
        nodes.sort_unstable();
        nodes.dedup();
        nodes
    }

    /// For each name, which words begin a word of it, and for each word the nodes with such a name.
    fn bits(&self, typed: &[Word]) -> (Vec<Bits>, Vec<Vec<NodeIndex>>) {
        let mut bits = vec![0; self.names.len()];
        let mut nodes = vec![Vec::new(); typed.len()];
        for (n, word) in typed.iter().enumerate() {
            for name in self.beginning_with(&word.bare).iter().flat_map(|(_, list)| list) {
                if word.marked == word.bare || begins(&self.names[*name as usize].key, &word.marked) {
                    bits[*name as usize] |= 1 << n;
                    nodes[n].push(self.names[*name as usize].of);
                }
            }
            nodes[n].sort_unstable();
            nodes[n].dedup();
        }
        (bits, nodes)
    }
}

impl Name {
    /// How many words, from each one typed on, stand in it one after the other.
    fn runs(&self, typed: &[Word]) -> Vec<usize> {
        let own: Vec<(&str, &str)> = self.key.split(' ').zip(self.bare.split(' ')).collect();
        let run = |from: usize, at: usize| {
            let pairs = typed[from..].iter().zip(&own[at..]);
            pairs.take_while(|(word, (marked, bare))| word.begins(marked, bare)).count()
        };
        (0..typed.len()).map(|from| (0..own.len()).map(|at| run(from, at)).max().unwrap_or(0)).collect()
    }
}

/// How many words, from each one typed on, stand beside a node in one name, or are a year.
struct Reach {
    words: Vec<usize>,
    in_years: Bits,
}

impl Reach {
    fn new(in_years: Bits, count: usize) -> Reach {
        Reach { words: (0..count).map(|n| usize::from(in_years & 1 << n != 0)).collect(), in_years }
    }

    fn add(&mut self, runs: &[usize]) {
        self.words.iter_mut().zip(runs).for_each(|(words, run)| *words = (*words).max(*run));
    }

    /// The best way to take some of the words for a name, and the others for what stands beside it; `given`: whether one word is the
    /// name that somebody is called by.
    fn fit(&self, name: &Name, runs: &[usize], given: impl Fn(usize) -> bool) -> Option<Fit> {
        let count = self.words.len();
        let mut best = None;
        for (from, run) in runs.iter().enumerate() {
            for to in (from + 1..=from + run).filter(|to| to - from < count) {
                let (Some(before), Some(after)) = (self.pieces(0, from), self.pieces(to, count)) else {
                    continue;
                };
                let part = name.bare.split(' ').count() > to - from;
                let loose = (to - from < 2 && !given(from)) || before.1 || after.1;
                let fit = Fit { loose, thing: false, pieces: before.0 + after.0, late: from > 0, part };
                best = best.into_iter().chain([fit]).min();
            }
        }
        best
    }

    /// Into how few pieces some words fall, and whether one of them is a single word and no year.
    fn pieces(&self, mut from: usize, to: usize) -> Option<(usize, bool)> {
        let (mut pieces, mut loose) = (0, false);
        while from < to {
            let taken = self.words[from].min(to - from);
            if taken == 0 {
                return None;
            }
            loose |= taken == 1 && self.in_years & 1 << from == 0;
            (pieces, from) = (pieces + 1, from + taken);
        }
        Some((pieces, loose))
    }
}
