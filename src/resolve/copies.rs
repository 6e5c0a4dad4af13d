//! Which articles are copies of others: the same text under several addresses, or one that a paper took over from another
//! but for its dateline, its byline or a cut. What copies say is one testimony, not several.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use jiff::civil::Date;

use crate::extract::record::{ArticleMeta, EntityKind, Record};
use crate::text::key::key;

/// How many of the smallest hashes of a text lead to those that are compared with it.
const LED_BY: usize = 12;

/// How many of those that a hash leads to are compared with each, in order of ids: what more share is no text but a formula.
const COMPARED: usize = 32;

/// Of a hundred runs of words in two texts, so many are in both where one is a copy.
const SHARED: usize = 60;

/// How long after one another copies are published.
const APART: SignedDuration = SignedDuration::from_hours(30 * 24);

/// For each record the place of the one it is a copy of: the one published first, of several the one with the smallest id; its
/// own where it is none. `records` are in order of ids.
pub(super) fn originals(records: &[&Record]) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..records.len()).collect();
    let texts = joined_where_same(records, &mut groups);
    let mut led: Vec<(u32, usize)> = Vec::with_capacity(texts.len() * LED_BY);
    for (text, (_, hashes)) in texts.iter().enumerate() {
        led.extend(hashes.iter().take(LED_BY).map(|hash| (*hash, text)));
    }
    led.sort_unstable();
    for some in led.chunk_by(|a, b| a.0 == b.0) {
        for (i, (_, a)) in some.iter().enumerate() {
            for (_, b) in some.iter().skip(i + 1).take(COMPARED) {
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

/// Joins the records of equal texts; gives one of each group with the hashes of its text.
fn joined_where_same(records: &[&Record], groups: &mut [usize]) -> Vec<(usize, Vec<u32>)> {
    let mut same: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        let ArticleMeta { signature, digest, .. } = &record.article;
        let text = if signature.is_empty() { digest } else { signature };
        if !text.is_empty() {
            same.entry(text).or_default().push(at);
        }
    }
    let mut firsts = Vec::new();
    for mut some in same.into_values() {
        some.sort_by_key(|at| (&records[*at].article.published, *at));
        for (i, at) in some.iter().enumerate() {
            match i.checked_sub(1).map(|before| some[before]).filter(|before| fit(records[*before], records[*at])) {
                Some(before) => join(groups, before, *at),
                None => firsts.push((*at, hashes(&records[*at].article.signature))),
            }
        }
    }
    firsts.sort_unstable();
    firsts
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
    let digit = |value: Option<u32>, byte: &u8| Some(value? << 4 | char::from(*byte).to_digit(16)?);
    let hash = |part: &[u8]| part.iter().fold(Some(0), digit);
    signature.as_bytes().chunks(8).map(hash).collect::<Option<_>>().unwrap_or_default()
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

/// Whether one of two names nobody whom the other does not name, and they were published about one time, as far as that is
/// known: two notices after one pattern, of two people or of two years, are no copies.
fn fit(a: &Record, b: &Record) -> bool {
    let day = |record: &Record| record.article.published.as_deref().and_then(|day| day.parse::<Date>().ok());
    let near = day(a).zip(day(b)).is_none_or(|(x, y)| x.duration_until(y).abs() <= APART);
    let (a, b) = (told_of(a), told_of(b));
    near && (a.is_subset(&b) || b.is_subset(&a))
}

/// Whom a record names.
fn told_of(record: &Record) -> BTreeSet<String> {
    let people = record.entities.iter().filter(|e| matches!(e.kind, EntityKind::Person { .. }));
    people.map(|e| key(&e.label)).collect()
}
