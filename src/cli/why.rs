//! `vietgraph why`: the evidence of facts.

use std::io::Write;

use anyhow::Context;

use super::graph::{LanguageArg, meant, setting};
use super::terminal::{stdout, unwritable};
use super::{Outcome, StoreArg};
use crate::export::terminal;
use crate::view::reasons::Asked;

/// Show why the graph says what it says: facts with all their evidence, and the cue or rule that found it
///
/// NAME is given as for `show`. Each TEXT must stand in a fact: in what it states (`"spoke at"`, `rank`, `vg:chaired`) or in the name,
/// date or kind of the other end (`"Thứ trưởng"`, `2022-06`, `conference`); diacritics may be left out.
/// Where a sentence first stands, the other facts that rest on it follow behind `+`.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// Only evidence from articles whose id contains this
    #[arg(long, value_name = "ID")]
    article: Option<String>,
    /// Write facts, evidence and what found it as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageArg,
    /// Whose facts
    #[arg(value_name = "NAME")]
    name: String,
    /// Only facts that contain this; of several, all
    #[arg(value_name = "TEXT")]
    texts: Vec<String>,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let (store, view) = self.store.view(&self.language.language)?;
        let at = meant(&store, view, &self.name)?;
        let asked = Asked { texts: self.texts, article: self.article };
        let reasons = view.reasons(&store, at, &asked).map_err(|e| e.placed(store.dir()))?;
        let mut out = stdout();
        let written = if self.json {
            let json = serde_json::to_string_pretty(&reasons).context("reasons are plain data")?;
            writeln!(out, "{json}")
        } else {
            out.write_all(terminal::reasons(&reasons, setting(usize::MAX)).as_bytes())
        };
        written.and_then(|()| out.flush()).map_err(unwritable)?;
        Ok(Outcome::Done)
    }
}
