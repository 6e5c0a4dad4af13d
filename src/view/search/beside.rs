//! Searching by a name and what stands beside it in the graph: a name that many bear, with the post, body, place or year that
//! tells whom is meant.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::{Index, Name, begins};
use crate::text::key::{bare_key, key};
use crate::view::View;

/// A text of more words is none that somebody tells somebody apart by; each of them is a bit of a [`Bits`].
const MOST_WORDS: usize = 12;

/// Which words of a text begin a word of a name, the first as the lowest bit.
type Bits = u16;

/// What stands beside each node.
pub(super) struct Beside {
    near: Vec<Vec<NodeIndex>>,
    /// The years of what happens, and of all else those in which articles tell of it, sorted.
    years: Vec<Vec<i16>>,
    /// The names of a node are those from its place here up to the next.
    first: Vec<usize>,
}

/// How well a node fits with what stands beside it: lower is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// Whether a single word had to do somewhere that is no year: it fits many.
    pub loose: bool,
    /// Into how many pieces the words fall that are not of its name.
    pieces: usize,
    /// The words are a part of its name only.
    part: bool,
    /// It is nobody: what is typed with a place is mostly a person.
    thing: bool,
}

impl Beside {
    pub(super) fn new(view: &View, names: &[Name]) -> Beside {
        let year = |day: jiff::civil::Date| day.year();
        let own: Vec<Option<(i16, i16)>> =
            view.nodes().map(|at| view.days(at).map(|(first, last)| (year(first), year(last)))).collect();
        let told = view.article_days();
        let mut years = vec![BTreeSet::new(); own.len()];
        for edge in view.graph().edge_references() {
            for (end, other) in [(edge.source(), edge.target()), (edge.target(), edge.source())] {
                let articles = edge.weight().articles.iter().filter_map(|a| told[*a].map(year));
                years[end.index()].extend(articles);
                years[end.index()].extend(own[other.index()].into_iter().flat_map(|(first, last)| first..=last));
            }
        }
        for (years, own) in years.iter_mut().zip(own) {
            if let Some((first, last)) = own {
                *years = (first..=last).collect();
            }
        }
        let years = years.into_iter().map(|years| years.into_iter().collect()).collect();
        let first = view.nodes().map(|at| names.partition_point(|name| name.of < at)).chain([names.len()]).collect();
        Beside { near: view.adjacent(), years, first }
    }
}

impl Index {
    /// The nodes that have a part of a text in one name, and the rest of it, piece by piece, in names of their direct neighbours
    /// or as a year that something of them is told of. Tones and marks that were typed count where they fit anything.
    pub(super) fn beside(&self, text: &str) -> Vec<(NodeIndex, Fit)> {
        let (marked, bare) = (key(text), bare_key(text));
        let words = |text: &str| text.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let (marked, bare) = (words(&marked), words(&bare));
        if !(2..=MOST_WORDS).contains(&bare.len()) || marked.len() != bare.len() {
            return Vec::new();
        }
        let found = self.beside_by(&bare, &marked);
        if found.is_empty() && marked != bare { self.beside_by(&bare, &bare) } else { found }
    }

    fn beside_by(&self, bare: &[String], marked: &[String]) -> Vec<(NodeIndex, Fit)> {
        let by_name = self.bits(bare, marked);
        let names = |at: usize| self.beside.first[at]..self.beside.first[at + 1];
        let by_node: Vec<Bits> =
            (0..self.kinds.len()).map(|at| by_name[names(at)].iter().fold(0, |all, bits| all | bits)).collect();
        let years: Vec<Option<i16>> = bare.iter().map(|word| year(word)).collect();
        let all: Bits = Bits::MAX >> (Bits::BITS as usize - bare.len());
        let mut found = Vec::new();
        for (at, own) in by_node.iter().enumerate().filter(|(_, own)| **own != 0) {
            let told = |year: &Option<i16>| year.is_some_and(|y| self.beside.years[at].binary_search(&y).is_ok());
            let in_years = (0..bare.len()).filter(|n| told(&years[*n])).fold(0, |bits, n| bits | 1 << n);
            let near = &self.beside.near[at];
            if near.iter().fold(own | in_years, |bits, other| bits | by_node[other.index()]) != all {
                continue;
            }
            let around = near.iter().flat_map(|other| &by_name[names(other.index())]).copied();
            let reach = Reach::new(around, in_years, bare.len());
            let fits = names(at).filter_map(|n| reach.fit(&self.names[n].bare, by_name[n], bare)).min();
            let thing = self.kinds[at] != "person";
            found.extend(fits.map(|fit| (NodeIndex::new(at), Fit { thing, ..fit })));
        }
        found
    }

    /// For each name, which words begin a word of it: with their marks, where they have any.
    fn bits(&self, bare: &[String], marked: &[String]) -> Vec<Bits> {
        let mut bits = vec![0; self.names.len()];
        for (n, (bare, marked)) in bare.iter().zip(marked).enumerate() {
            for name in self.beginning_with(bare).iter().flat_map(|(_, list)| list) {
                if bare == marked || begins(&self.names[*name as usize].key, marked) {
                    bits[*name as usize] |= 1 << n;
                }
            }
        }
        bits
    }
}

/// How many words, from each on, one neighbour has in one name.
struct Reach {
    words: Vec<usize>,
    in_years: Bits,
}

impl Reach {
    fn new(around: impl Iterator<Item = Bits>, in_years: Bits, count: usize) -> Reach {
        let mut words = vec![0; count];
        let years = (0..count).map(|n| in_years & 1 << n);
        for bits in around.chain(years).filter(|bits| *bits != 0) {
            for (n, reach) in words.iter_mut().enumerate() {
                *reach = (*reach).max((bits >> n).trailing_ones() as usize);
            }
        }
        Reach { words, in_years }
    }

    /// The best way to take some of the words for a name, and the others for what stands beside it.
    fn fit(&self, name: &str, bits: Bits, typed: &[String]) -> Option<Fit> {
        let count = typed.len();
        let mut best = None;
        for from in 0..count {
            let run = (bits >> from).trailing_ones() as usize;
            for to in (from + 1..=(from + run).min(count)).filter(|to| to - from < count) {
                let (Some(before), Some(after)) = (self.pieces(0, from), self.pieces(to, count)) else {
                    continue;
                };
                if !each_has_one(name, &typed[from..to]) {
                    continue;
                }
                let part = name.split(' ').count() > to - from;
                let loose = to - from < 2 || before.1 || after.1;
                let fit = Fit { loose, pieces: before.0 + after.0, part, thing: false };
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

/// Whether each word begins a word of a name that is no other's.
fn each_has_one(name: &str, typed: &[String]) -> bool {
    let mut own: Vec<&str> = name.split(' ').collect();
    let mut typed: Vec<&String> = typed.iter().collect();
    // The longest fit the fewest.
    typed.sort_by_key(|word| Reverse(word.len()));
    typed.iter().all(|word| {
        let at = own.iter().position(|own| own.starts_with(word.as_str()));
        at.map(|at| own.swap_remove(at)).is_some()
    })
}

/// A word that is a year of our time.
fn year(word: &str) -> Option<i16> {
    let year: i16 = word.parse().ok().filter(|_| word.len() == 4)?;
    (1900..2100).contains(&year).then_some(year)
}
