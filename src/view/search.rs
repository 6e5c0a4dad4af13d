//! Searching by what somebody types: the beginnings of words of a name, with or without tones and marks.

mod beside;
mod short;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use petgraph::Direction;
use petgraph::graph::NodeIndex;

use self::beside::Beside;
pub use self::short::ShortForms;
use super::View;
use crate::error::Result;
use crate::ontology::vocab::{POST, expand};
use crate::text::key::{bare_key, key};

/// Where so many have all words in a name, none is looked for that has some of them beside it: it would come behind them all.
const ENOUGH: usize = 200;

/// So many words for each one typed make a name long: where it has them all, yet not in order, it may be by chance.
const LONG: usize = 2;

/// So many words at most are left out of a text that nothing fits.
const MOST_LEFT_OUT: usize = 6;

/// A word of fewer letters is too short to be mistyped.
const SHORT: usize = 3;

/// One name of a node, ready to be compared.
struct Name {
    of: NodeIndex,
    /// Whether the node is shown by it.
    own: bool,
    key: String,
    bare: String,
}

/// The names of a view by their words; made once, then asked often.
pub struct Index {
    names: Vec<Name>,
    /// The words without tones and marks, sorted, each with the names it stands in.
    words: Vec<(String, Vec<u32>)>,
    /// What is named after something else comes after that, and the better connected first.
    order: Vec<(bool, Reverse<usize>)>,
    kinds: Vec<&'static str>,
    /// Who holds or held a post, by post.
    holders: HashMap<NodeIndex, Vec<NodeIndex>>,
    beside: Beside,
    shorts: ShortForms,
}

/// How a text leads to a node; what comes first is meant before what comes after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// By a name that has all its words.
    Named(Fit),
    /// By a name that has some of them, and the others stand beside it.
    Beside(beside::Fit),
    /// By a name that has its words here and there, and is long or an event's: those tell whom they are about by office and name.
    Scattered,
    /// By a name, with a letter that is wrong.
    Mistyped(Fit),
    /// By what stands beside it, where a single word may be by chance.
    Loosely(beside::Fit),
}

/// How well a name fits: lower is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    /// What somebody is called by: the last word of a name.
    Given,
    Beginning,
    InOrder,
    Anywhere,
    /// Anywhere in a long name or an event's.
    Scattered,
}

impl Way {
    /// The way by a name that has all words.
    fn named(fit: Fit) -> Way {
        if fit == Fit::Scattered { Way::Scattered } else { Way::Named(fit) }
    }

    /// Whether what was typed fits, and not only something like it.
    fn is_sure(self) -> bool {
        matches!(self, Way::Named(_) | Way::Beside(_) | Way::Scattered)
    }
}

/// What a search found.
pub struct Found {
    /// The nodes, the best first.
    pub nodes: Vec<NodeIndex>,
    /// Whether nothing fits what was typed, so that these are only like it.
    pub similar: bool,
}

/// What a node is ordered by among those found.
type Place = (Way, bool, bool, (bool, Reverse<usize>), NodeIndex);

impl Index {
    /// Reads the names of a view, which may be looked for by short forms.
    pub fn new(view: &View, shorts: ShortForms) -> Index {
        let mut names = Vec::new();
        for at in view.nodes() {
            let by_body: Vec<String> = view.names_by_body(at).collect();
            let mut told = BTreeSet::new();
            for (n, name) in view.names(at).chain(by_body.iter().map(String::as_str)).enumerate() {
                let key = key(name);
                if !key.is_empty() && told.insert(key.clone()) {
                    names.push(Name { of: at, own: n == 0, bare: bare_key(name), key });
                }
            }
        }
        let mut words: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (n, name) in names.iter().enumerate() {
            for word in name.bare.split(' ') {
                let list = words.entry(word).or_default();
                if list.last() != Some(&(n as u32)) {
                    list.push(n as u32);
                }
            }
        }
        let words = words.into_iter().map(|(word, list)| (word.to_owned(), list)).collect();
        let after = |at| view.is_borrowed(at) && !matches!(view.kind_of(at), "person" | "body" | "place");
        let kinds: Vec<&'static str> = view.nodes().map(|at| view.kind_of(at)).collect();
        Index {
            words,
            order: view.nodes().map(|at| (after(at), Reverse(view.degree(at)))).collect(),
            holders: holders(view),
            beside: Beside::new(view, &names, &kinds),
            kinds,
            names,
            shorts,
        }
    }

    /// The nodes that fit a text, the best first, of one kind where one is given (see [`super::brief::KINDS`]).
    ///
    /// Each word of the text must begin a word of one name. Exact names come first, then people called by it, then names that begin with the text,
    /// then those with its words in order from their first, then those with its words anywhere (behind those told by what stands
    /// beside them, where the name is long or an event's); equals by how well they are
    /// connected. Who holds or held a post that fits comes below it. Tones and marks that were typed count where they
    /// fit anything. Behind them, unless they are many, come those whose name has a part of the text and whose neighbours, or a year,
    /// have the rest of it. Where nothing fits so, words of the names that differ by a letter are taken for those typed, and behind
    /// them come those beside which a single word of the text stands, maybe by chance.
    ///
    /// Short forms of offices and bodies are looked for as they stand and written out (see [`ShortForms`]).
    ///
    /// # Errors
    /// When nobody waits for it any more.
    pub fn search(&self, text: &str, kind: Option<&str>) -> Result<Found> {
        let mut told = HashSet::new();
        let places = self.places(text, kind)?;
        let similar = places.first().is_some_and(|place| !place.0.is_sure());
        let nodes = places.into_iter().map(|place| place.4).filter(|at| told.insert(*at)).collect();
        Ok(Found { nodes, similar })
    }

    /// What is left of a text that nothing fits when as few words as need be are taken from its end, and from its beginning, for something
    /// to fit it.
    ///
    /// # Errors
    /// When nobody waits for it any more.
    pub fn shorter(&self, text: &str, kind: Option<&str>) -> Result<Vec<String>> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let heads = (1..words.len()).rev().map(|n| words[..n].join(" "));
        let tails = (1..words.len()).map(|n| words[n..].join(" "));
        let mut shorter = Vec::new();
        for mut texts in [Box::new(heads) as Box<dyn Iterator<Item = String>>, Box::new(tails)] {
            for text in texts.by_ref().take(MOST_LEFT_OUT) {
                if self.places(&text, kind)?.first().is_some_and(|place| place.0.is_sure()) {
                    shorter.push(text);
                    break;
                }
            }
        }
        shorter.dedup();
        Ok(shorter)
    }

    /// Whom or what a text may mean: those that it leads to best, where others fit it less, the best connected first; nobody by a letter
    /// that is wrong, or by chance.
    ///
    /// # Errors
    /// When nobody waits for it any more.
    pub fn meant(&self, text: &str) -> Result<Vec<NodeIndex>> {
        let places = self.places(text, None)?;
        let how = |(way, holder, other, ..): &Place| (*way, *holder, *other);
        let best = places.first().filter(|place| place.0.is_sure()).map(how);
        let mut told = HashSet::new();
        let as_good = places.iter().take_while(|place| best == Some(how(place)));
        Ok(as_good.map(|place| place.4).filter(|at| told.insert(*at)).collect())
    }

    /// The places of all that fits, the best first; the same node may stand at several.
    fn places(&self, text: &str, kind: Option<&str>) -> Result<Vec<Place>> {
        let of_kind = |place: &Place| kind.is_none_or(|kind| self.kinds[place.4.index()] == kind);
        let bare = bare_key(text);
        let (mut places, mut loose) = (Vec::new(), Vec::new());
        for text in std::iter::once(text.to_owned()).chain(self.shorts.written_out(text)) {
            let (fitting, loosely) = self.fitting_places(&text, of_kind)?;
            places.extend(fitting);
            loose.extend(loosely);
        }
        if places.is_empty() && !bare.is_empty() {
            let near: Vec<Vec<&str>> = bare.split(' ').map(|word| self.near(word)).collect();
            places.extend(self.with_holders(self.fitting(&near, &bare), Way::Mistyped));
            places.extend(loose);
        }
        places.retain(of_kind);
        places.sort_unstable();
        Ok(places)
    }

    /// The places of what a text fits as it is written, and of what it fits loosely.
    fn fitting_places(&self, text: &str, of_kind: impl Fn(&Place) -> bool) -> Result<(Vec<Place>, Vec<Place>)> {
        let (marked, bare) = (key(text), bare_key(text));
        let typed: Vec<&str> = bare.split(' ').filter(|w| !w.is_empty()).collect();
        if typed.is_empty() {
            return Ok((Vec::new(), Vec::new()));
        }
        let mut places = self.with_holders(self.named(&typed, &bare, &marked), Way::named);
        let enough = places.iter().filter(|place| of_kind(place)).count() >= ENOUGH;
        let beside = if enough { Vec::new() } else { self.beside(text)? };
        let (loose, beside): (Vec<_>, Vec<_>) = beside.into_iter().partition(|(_, fit)| fit.loose);
        places.extend(beside.into_iter().map(|(at, fit)| self.place(Way::Beside(fit), false, at)));
        Ok((places, loose.into_iter().map(|(at, fit)| self.place(Way::Loosely(fit), false, at)).collect()))
    }

    /// The names that have all words of a text, with their marks where they have any and those fit.
    fn named(&self, typed: &[&str], bare: &str, marked: &str) -> Vec<(u32, Fit)> {
        let exact: Vec<Vec<&str>> = typed.iter().map(|word| vec![*word]).collect();
        let found = self.fitting(&exact, bare);
        if marked == bare {
            return found;
        }
        let fits = |name: &str| marked.split(' ').all(|word| begins(name, word));
        let with_marks: Vec<(u32, Fit)> =
            found.iter().copied().filter(|(name, _)| fits(&self.names[*name as usize].key)).collect();
        if with_marks.is_empty() { found } else { with_marks }
    }

    /// The other people of a person's name, the best connected first; none for what is no person.
    pub fn namesakes(&self, of: NodeIndex) -> Vec<NodeIndex> {
        let own = self.names.iter().find(|name| name.of == of && name.own);
        let Some(own) = own.filter(|_| self.kinds[of.index()] == "person") else {
            return Vec::new();
        };
        let alike = self.fitting(&own.bare.split(' ').map(|word| vec![word]).collect::<Vec<_>>(), &own.bare);
        let people = alike
            .into_iter()
            .map(|(name, _)| &self.names[name as usize])
            .filter(|name| name.own && name.of != of && name.key == own.key && self.kinds[name.of.index()] == "person");
        let mut people: Vec<NodeIndex> = people.map(|name| name.of).collect();
        people.sort_by_key(|at| (self.order[at.index()], *at));
        people
    }

    /// The names in which a word of each list begins a word.
    fn fitting(&self, wanted: &[Vec<&str>], bare: &str) -> Vec<(u32, Fit)> {
        let lists = wanted.iter().map(|words| {
            let ranges = words.iter().map(|word| self.beginning_with(word));
            let ranges: Vec<&[(String, Vec<u32>)]> = ranges.collect();
            let size: usize = ranges.iter().copied().flatten().map(|(_, list)| list.len()).sum();
            (size, ranges)
        });
        // The rarest word first, the others are looked for in the names that have it.
        let Some((_, rarest)) = lists.min_by_key(|(size, _)| *size) else {
            return Vec::new();
        };
        let mut names: Vec<u32> = rarest.into_iter().flatten().flat_map(|(_, list)| list).copied().collect();
        names.sort_unstable();
        names.dedup();
        let has = |own: &str, words: &[&str]| own.split(' ').any(|own| words.iter().any(|word| own.starts_with(word)));
        names.retain(|name| wanted.iter().all(|words| has(&self.names[*name as usize].bare, words)));
        let fit = |name: u32| {
            let Name { of, bare: own, .. } = &self.names[name as usize];
            let given = self.kinds[of.index()] == "person" && wanted.len() == 1 && given_name(own) == bare;
            match fit(own, bare, wanted) {
                _ if given && own != bare => Fit::Given,
                Fit::Anywhere if self.kinds[of.index()] == "event" => Fit::Scattered,
                fit => fit,
            }
        };
        names.into_iter().map(|name| (name, fit(name))).collect()
    }

    fn beginning_with(&self, word: &str) -> &[(String, Vec<u32>)] {
        let from = self.words.partition_point(|(own, _)| own.as_str() < word);
        let count = self.words[from..].partition_point(|(own, _)| own.starts_with(word));
        &self.words[from..from + count]
    }

    /// A word, and those that differ from it by one letter.
    fn near<'a>(&'a self, word: &'a str) -> Vec<&'a str> {
        let length = word.chars().count();
        let alike = |own: &str| {
            length >= SHORT && own.chars().count().abs_diff(length) <= 1 && strsim::damerau_levenshtein(own, word) == 1
        };
        let others = self.words.iter().map(|(own, _)| own.as_str()).filter(|own| alike(own));
        std::iter::once(word).chain(others).collect()
    }

    fn place(&self, way: Way, other: bool, at: NodeIndex) -> Place {
        (way, false, other, self.order[at.index()], at)
    }

    /// The places of what names lead to, and behind each post those of who holds it.
    fn with_holders(&self, found: Vec<(u32, Fit)>, way: fn(Fit) -> Way) -> Vec<Place> {
        let mut best: HashMap<NodeIndex, Place> = HashMap::new();
        for (name, fit) in found {
            let Name { of, own, .. } = self.names[name as usize];
            let place = self.place(way(fit), !own, of);
            let held = best.entry(of).or_insert(place);
            *held = place.min(*held);
        }
        let mut places: Vec<Place> = best.into_values().collect();
        for (way, _, other, _, post) in places.clone() {
            let holders = self.holders.get(&post).into_iter().flatten();
            places.extend(holders.map(|holder| (way, true, other, self.order[holder.index()], *holder)));
        }
        places
    }
}

/// Whether a word begins a word of a name.
fn begins(name: &str, word: &str) -> bool {
    name.split(' ').any(|own| own.starts_with(word))
}

/// What somebody of a name is called by: its last word.
fn given_name(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

fn fit(name: &str, text: &str, wanted: &[Vec<&str>]) -> Fit {
    if name == text {
        return Fit::Exact;
    }
    if name.starts_with(text) {
        return Fit::Beginning;
    }
    let mut own = name.split(' ');
    let begins = |own: &str, words: &[&str]| words.iter().any(|word| own.starts_with(word));
    let first = own.next().is_some_and(|own| begins(own, &wanted[0]));
    match first && wanted[1..].iter().all(|words| own.any(|own| begins(own, words))) {
        true => Fit::InOrder,
        false if name.split(' ').count() > LONG * wanted.len() => Fit::Scattered,
        false => Fit::Anywhere,
    }
}

/// Who holds or held each post, by IRI.
fn holders(view: &View) -> HashMap<NodeIndex, Vec<NodeIndex>> {
    let held = ["vg:holdsPost", "vg:formerlyHeldPost"].map(expand);
    let mut found: HashMap<NodeIndex, Vec<NodeIndex>> = HashMap::new();
    for post in view.nodes().filter(|at| view.is_a(*at, POST)) {
        let links = view.links(post, Direction::Incoming).into_iter();
        let by = |edge| held.iter().flatten().any(|iri| *iri == view.kind(&view.graph()[edge]).iri);
        let people: BTreeSet<NodeIndex> = links.filter(|(edge, _)| by(*edge)).map(|(_, who)| who).collect();
        if !people.is_empty() {
            found.insert(post, people.into_iter().collect());
        }
    }
    found
}
