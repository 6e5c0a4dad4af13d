//! Who and what the store knows, by name without tones and marks: `names.tsv`, beside the quads, so that a name is found without
//! reading them.
//!
//! Its first line tells the state of the store that it is of (see [`mod@super::write`]); those that follow are sorted. What is of another
//! state is not read: whoever looks for a name then looks at everything.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};

use oxigraph::model::{NamedOrBlankNode, Term, Triple};
use rayon::prelude::*;

use super::quads::hex;
use super::read::NAMES;
use super::{Store, kept, replace_file_with, write};
use crate::extract::record::{Record, Value};
use crate::ontology::Ontology;
use crate::ontology::vocab::expand;
use crate::resolve::Resolution;
use crate::text::key::bare_key;

/// The name of the file in the store's folder.
pub(super) const NAME: &str = "names.tsv";

/// The code that makes names alike: another one may make others alike.
const CODE: [&str; 4] = [
    include_str!("names.rs"),
    include_str!("read/mod.rs"),
    include_str!("../text/key.rs"),
    include_str!("../text/letters.rs"),
];

/// Names without tones and marks, each with the IRI of what bears it; sorted, each pair once.
pub type Names<'n> = Vec<(String, &'n str)>;

/// The names of all that a resolution of `records` gives.
pub fn of<'n>(ontology: &'n Ontology, records: &'n [Record], resolution: &'n Resolution) -> Names<'n> {
    let mut names = called(resolution);
    names.par_extend(told(records, resolution));
    names.par_extend(known(ontology));
    sorted(names)
}

fn sorted(mut names: Names<'_>) -> Names<'_> {
    names.retain(|(name, _)| !name.is_empty());
    names.par_sort_unstable();
    names.dedup();
    names
}

/// By what the entities of a resolution are called, with their IRIs.
fn called(resolution: &Resolution) -> Names<'_> {
    let entities = resolution.entities().par_iter();
    let names = entities.flat_map_iter(|e| std::iter::once(&e.label).chain(&e.variants).map(|n| (n, e.iri.as_str())));
    names.map(|(name, iri)| (bare_key(name), iri)).collect()
}

/// What articles call that which happens.
fn told<'r>(records: &'r [Record], resolution: &'r Resolution) -> impl ParallelIterator<Item = (String, &'r str)> {
    records.par_iter().flat_map_iter(|record| {
        record.facts.iter().filter(|fact| NAMES.contains(&fact.predicate.as_str())).filter_map(|fact| {
            let Value::Text(name) = &fact.object else {
                return None;
            };
            let of = resolution.find(&record.article.id, &fact.subject)?;
            Some((bare_key(name), resolution.entity(of).iri.as_str()))
        })
    })
}

/// What the ontology calls ranks, places, bodies and all else that it names.
fn known(ontology: &Ontology) -> impl ParallelIterator<Item = (String, &str)> {
    let properties: Vec<String> = NAMES.iter().filter_map(|name| expand(name)).collect();
    let triples = ontology.files.par_iter().flat_map_iter(|file| &file.triples);
    triples.filter_map(move |Triple { subject, predicate, object }| match (subject, object) {
        (NamedOrBlankNode::NamedNode(of), Term::Literal(name))
            if properties.iter().any(|property| property == predicate.as_str()) =>
        {
            Some((bare_key(name.value()), of.as_str()))
        }
        _ => None,
    })
}

/// Keeps the names of a store as it is now; one that cannot be written goes without.
pub fn keep(store: &Store, names: &Names<'_>) {
    let Some(state) = state(store) else {
        return;
    };
    let written = replace_file_with(store.dir(), NAME, |file| {
        let mut file = BufWriter::new(file);
        writeln!(file, "{state}")?;
        names.iter().try_for_each(|(name, iri)| writeln!(file, "{name}\t{iri}"))?;
        file.flush()
    });
    if written.is_err() {
        // Whoever looks for a name does without.
        kept::forget(store.dir());
    }
}

/// Whether the names of a store as it is now are kept.
pub fn are_kept(store: &Store) -> bool {
    open(store).is_some()
}

fn state(store: &Store) -> Option<String> {
    write::state_for(store, &CODE).map(|state| hex(&state))
}

/// The IRIs of what bears a name, but for tones and marks; none where that cannot be told from what is kept.
pub fn find(store: &Store, wanted: &str) -> Option<Vec<String>> {
    let mut file = open(store)?;
    let wanted = format!("{}\t", bare_key(wanted));
    // The last place before which every line is less; a place in a line stands for the line behind it.
    let (mut low, mut high) = (file.stream_position().ok()?, file.get_ref().metadata().ok()?.len());
    let first = low;
    while low < high {
        let middle = low + (high - low) / 2;
        match line_behind(&mut file, first, middle)? {
            Some(line) if line.as_str() < wanted.as_str() => low = middle + 1,
            _ => high = middle,
        }
    }
    let mut line = line_behind(&mut file, first, low)?;
    let mut found = Vec::new();
    while let Some(iri) = line.as_deref().and_then(|line| line.strip_prefix(&wanted)) {
        found.push(iri.to_owned());
        line = next(&mut file)?;
    }
    Some(found)
}

/// The file behind its first line, when that is of the store as it is now.
fn open(store: &Store) -> Option<BufReader<File>> {
    let mut file = BufReader::new(File::open(store.dir().join(NAME)).ok()?);
    let told = next(&mut file)??;
    (told == state(store)?).then_some(file)
}

/// The first line that begins at a place or behind it.
fn line_behind(file: &mut BufReader<File>, first: u64, at: u64) -> Option<Option<String>> {
    if at == first {
        file.seek(SeekFrom::Start(first)).ok()?;
    } else {
        file.seek(SeekFrom::Start(at - 1)).ok()?;
        file.skip_until(b'\n').ok()?;
    }
    next(file)
}

/// The next line without its end; none at the end of the file.
fn next(file: &mut BufReader<File>) -> Option<Option<String>> {
    let mut line = String::new();
    let length = file.read_line(&mut line).ok()?;
    Some((length > 0).then(|| line.trim_end_matches('\n').to_owned()))
}

#[cfg(test)]
mod tests {
    use oxigraph::model::NamedNode;

    use super::super::quads::Graph;
    use super::*;

    #[test]
    fn names_are_found_whatever_their_place_and_none_that_is_not_there() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let store = Store::create(dir.path(), None).expect("a new store");
        let mut sync = write::Sync::begin(&store).expect("a store");
        let name = NamedNode::new_unchecked("https://example.org/graph");
        sync.want(Graph::new(name.clone(), [Triple::new(name.clone(), name.clone(), name)])).expect("room");
        sync.finish().expect("room");
        assert!(!are_kept(&store));
        let names = ["lê an", "nguyễn thị bình", "nguyễn thị bình", "phạm hòa", "đỗ ý"];
        let iris = ["x:1", "x:22", "x:3", "x:4", "x:5"];
        keep(&store, &sorted(names.iter().map(|n| bare_key(n)).zip(iris).collect()));
        for (name, iri) in names.iter().zip(iris) {
            let found = find(&store, name).expect("kept");
            assert!(found.iter().any(|f| f == iri), "{name}: {found:?}");
        }
        assert_eq!(find(&store, "Nguyen Thi BINH").expect("kept"), ["x:22", "x:3"]);
        for none in ["", "a", "nguyễn thị", "nguyễn thị bìn", "phạm hòa h", "zz"] {
            assert_eq!(find(&store, none).expect("kept"), [""; 0], "{none}");
        }
    }
}
