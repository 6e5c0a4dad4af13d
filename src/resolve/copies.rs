//! Which articles are copies of others: the same text under several addresses, or one that a paper took over from another
//! but for its dateline, its byline or a cut. What copies say is one testimony, not several.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::extract::record::{EntityKind, Record};
use crate::text::key::key;

/// How many of the smallest hashes of a text lead to those that are compared with it.
const LED_BY: usize = 12;

/// How many of those that a hash leads to are compared with each, in order of ids: what more share is no text but a formula.
const COMPARED: usize = 32;

/// Of a hundred runs of words in two texts, so many are in both where one is a copy.
const SHARED: usize = 60;

/// For each record the place of the one it is a copy of: the one published first, of several the one with the smallest id; its
/// own where it is none. `records` are in order of ids.
pub(super) fn originals(records: &[&Record]) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..records.len()).collect();
    let mut firsts: HashMap<&str, usize> = HashMap::new();
    let mut texts: Vec<(usize, Vec<u32>)> = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let meta = &record.article;
        let same = if meta.signature.is_empty() { &meta.digest } else { &meta.signature };
        if same.is_empty() {
            continue;
        }
        match firsts.get(same.as_str()) {
            Some(first) if told_of(record) == told_of(records[*first]) => join(&mut groups, *first, at),
            Some(_) => {}
            None => {
                firsts.insert(same, at);
                texts.push((at, hashes(&meta.signature)));
            }
        }
    }
    let mut led: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (text, (_, hashes)) in texts.iter().enumerate() {
        hashes.iter().take(LED_BY).for_each(|hash| led.entry(*hash).or_default().push(text));
    }
    for some in led.values() {
        for (i, a) in some.iter().enumerate() {
            for b in some.iter().skip(i + 1).take(COMPARED) {
                let ((x, ours), (y, theirs)) = (&texts[*a], &texts[*b]);
                if root(&groups, *x) != root(&groups, *y) && alike(ours, theirs) && fit(records[*x], records[*y]) {
                    join(&mut groups, *x, *y);
                }
            }
        }
    }
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    let when = |at: usize| (records[at].article.published.is_none(), &records[at].article.published, at);
    for at in 0..records.len() {
        let best = first.entry(root(&groups, at)).or_insert(at);
        if when(at) < when(*best) {
            *best = at;
        }
    }
    (0..records.len()).map(|at| first[&root(&groups, at)]).collect()
}

fn root(groups: &[usize], mut at: usize) -> usize {
    while groups[at] != at {
        at = groups[at];
    }
    at
}

fn join(groups: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(groups, a), root(groups, b));
    groups[a.max(b)] = a.min(b);
}

/// The hashes of a signature; none where it is not one.
fn hashes(signature: &str) -> Vec<u32> {
    let parts = signature.as_bytes().chunks(8).map(|part| std::str::from_utf8(part).unwrap_or_default());
    parts.map(|part| u32::from_str_radix(part, 16)).collect::<Result<_, _>>().unwrap_or_default()
}

/// Whether two texts share so many of their runs of words, by the smallest of both together.
fn alike(a: &[u32], b: &[u32]) -> bool {
    let (mut i, mut j, mut shared, mut all) = (0, 0, 0, 0);
    let most = a.len().min(b.len());
    while all < most && i < a.len() && j < b.len() {
        all += 1;
        shared += usize::from(a[i] == b[j]);
        let (x, y) = (a[i], b[j]);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    all > 0 && shared * 100 >= SHARED * all
}

/// Whether one of two names nobody whom the other does not name: two notices after one pattern, of two people, are no copies.
fn fit(a: &Record, b: &Record) -> bool {
    let (a, b) = (told_of(a), told_of(b));
    a.is_subset(&b) || b.is_subset(&a)
}

/// Whom a record names.
fn told_of(record: &Record) -> BTreeSet<String> {
    let people = record.entities.iter().filter(|e| matches!(e.kind, EntityKind::Person { .. }));
    people.map(|e| key(&e.label)).collect()
}
