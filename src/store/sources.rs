//! What the graph of an article is made from, as a digest: the same digest, the same graph, without making it.
//!
//! A graph is made from the record of its article and from what its entities turned out to be. To hash these costs a small
//! part of writing the quads, and a build has to look at all articles however few are new.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::quads::hex;
use crate::extract::record::Record;
use crate::resolve::{Canonical, EntityIndex, Kind, Resolution};

/// The code that makes quads of records: what another code has made is made anew.
const CODE: [&str; 4] = [
    include_str!("quads.rs"),
    include_str!("../extract/record.rs"),
    include_str!("../ontology/vocab.rs"),
    include_str!("../resolve/statements.rs"),
];

/// The digest of something; sixteen bytes leave no two things alike.
type Short = [u8; 16];

/// What the graphs of a resolution's articles are made from.
pub struct Sources<'r> {
    resolution: &'r Resolution,
    /// For each entity what its own description is made from.
    entities: Vec<Short>,
}

impl<'r> Sources<'r> {
    /// The sources of the graphs that a resolution gives.
    pub fn new(resolution: &'r Resolution) -> Sources<'r> {
        let entities = resolution.entities().par_iter().map(|entity| own(resolution, entity)).collect();
        Sources { resolution, entities }
    }

    /// The digest of what the graph of a record's article is made from, in hexadecimal; `said` is a digest of the whole record, as it
    /// was before anything was rejected.
    pub fn digest(&self, record: &Record, said: &[u8]) -> String {
        let id = &record.article.id;
        let mut hash = Sha256::new();
        hash.update(code());
        part(&mut hash, self.resolution.base().as_bytes());
        part(&mut hash, said);
        part(&mut hash, &self.resolution.rejected(id).flat_map(usize::to_le_bytes).collect::<Vec<u8>>());
        part(&mut hash, self.resolution.copies().get(id).map_or("", String::as_str).as_bytes());
        let mut waiting: Vec<EntityIndex> = Vec::new();
        for entity in &record.entities {
            let index = self.resolution.find(id, &entity.id);
            hash.update(index.map_or(Short::default(), |i| self.entities[i]));
            waiting.extend(index);
        }
        let mut done = BTreeSet::new();
        while let Some(index) = waiting.pop() {
            if done.insert(index) {
                hash.update(self.entities[index]);
                waiting.extend(self.resolution.entity(index).kind.links());
            }
        }
        hex(&short(hash))
    }
}

/// What an entity's description is made from, but for those of the entities it points to.
fn own(resolution: &Resolution, entity: &Canonical) -> Short {
    let iri = |index: &Option<EntityIndex>| index.map_or("", |i| resolution.entity(i).iri.as_str());
    let parts = match &entity.kind {
        Kind::Person => ["person", "", "", ""],
        Kind::Post { title, body } => ["post", title, iri(body), ""],
        Kind::Body { class, place, parent } => ["body", class, iri(place), iri(parent)],
        Kind::Known => ["known", "", "", ""],
        Kind::Place { within } => ["place", within.as_deref().unwrap_or_default(), "", ""],
        Kind::Event { class } => ["event", class, "", ""],
        Kind::Change { class } => ["change", class, "", ""],
        Kind::Award => ["award", "", "", ""],
    };
    let mut hash = Sha256::new();
    let names = [entity.iri.as_str(), &entity.label].into_iter().chain(entity.variants.iter().map(String::as_str));
    parts.into_iter().chain(names).for_each(|text| part(&mut hash, text.as_bytes()));
    short(hash)
}

/// Takes in bytes with their number, so that no two rows of parts are the same row of bytes.
fn part(hash: &mut Sha256, bytes: &[u8]) {
    hash.update(bytes.len().to_le_bytes());
    hash.update(bytes);
}

fn short(hash: Sha256) -> Short {
    hash.finalize()[..size_of::<Short>()].try_into().expect("a digest is longer")
}

fn code() -> Short {
    static DIGEST: OnceLock<Short> = OnceLock::new();
    *DIGEST.get_or_init(|| {
        let mut hash = Sha256::new();
        CODE.iter().for_each(|file| part(&mut hash, file.as_bytes()));
        short(hash)
    })
}
