//! The knowledge, read from Turtle: ranks, offices, bodies, places, events and cues.

pub mod classes;
mod cues;
pub(crate) mod facts;
mod functions;
pub mod items;
pub mod lexicon;
pub mod load;
pub mod measure;
mod read;
mod spellings;
pub mod vocab;

use std::collections::HashMap;
use std::path::PathBuf;

use crate::error::Result;
use classes::Classes;
use items::*;
pub use lexicon::Lexicon;
pub use load::TurtleFile;

/// Everything vietgraph knows before it reads: typed tables, and the labels that lead to them.
pub struct Ontology {
    /// The Turtle it was read from, the embedded files first.
    pub files: Vec<TurtleFile>,
    /// Military and police ranks.
    pub ranks: Vec<Named>,
    /// The seniority of each of them, in the same order: grows with the rank.
    pub seniority: Vec<u32>,
    /// Offices.
    pub offices: Vec<Office>,
    /// Words before offices.
    pub modifiers: Vec<Modifier>,
    /// Forms of address.
    pub honorifics: Vec<Honorific>,
    /// Bodies known by name.
    pub bodies: Vec<FixedBody>,
    /// Heads of bodies' names.
    pub patterns: Vec<Pattern>,
    /// Fields of government.
    pub sectors: Vec<Sector>,
    /// Provinces and districts.
    pub places: Vec<Place>,
    /// Words for levels of administration.
    pub levels: Vec<Level>,
    /// The keys of ordinals in words, with their numbers.
    pub ordinals: HashMap<String, u32>,
    /// Countries and foreign cities, with whether it is a city.
    pub foreign: Vec<(Named, bool)>,
    /// Heads of events' names.
    pub events: Vec<EventHead>,
    /// Cues.
    pub cues: Vec<Cue>,
    /// Things awarded.
    pub awards: Vec<Award>,
    /// Short forms and what they stand for.
    pub abbreviations: Vec<(Named, String)>,
    /// Family names, with their weight between 0 and 1.
    pub families: Vec<f64>,
    /// Rules of the grammar by local name, with how often each is right at least (see [`measure`]).
    pub rules: HashMap<String, f64>,
    /// Keys of the words that newspapers leave out of titles and bodies' names, longest first.
    pub light: Vec<String>,
    /// What is said of classes of bodies and events.
    pub classes: Classes,
    /// Labels to senses.
    pub lexicon: Lexicon,
}

impl Ontology {
    /// Reads the embedded ontology and the Turtle files of `extra_dirs`, and builds the matcher from their labels.
    ///
    /// # Errors
    /// [`crate::error::Error::Ontology`] names the file and line of the first thing that cannot be used.
    pub fn load(extra_dirs: &[PathBuf]) -> Result<Ontology> {
        read::ontology(load::load(extra_dirs)?)
    }

    /// How often a rule is right at least, by its name below `id/rule/`; 0 for a rule the ontology does not describe.
    pub fn confidence(&self, rule: &str) -> f64 {
        self.rules.get(rule).copied().unwrap_or_default()
    }

    /// Whether the places of a level are listed by name.
    pub fn listed_level(&self, level: u16) -> bool {
        self.levels[usize::from(level)].listed
    }

    /// Whether a level is one of provinces only, whose names are all known.
    pub fn province_level(&self, level: u16) -> bool {
        let level = &self.levels[usize::from(level)];
        level.listed && level.only_provinces
    }

    /// Whether no province is of a level.
    pub fn below_province(&self, level: u16) -> bool {
        self.levels[usize::from(level)].no_province
    }
}
