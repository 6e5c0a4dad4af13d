//! `vietgraph conflicts`: what contradicts each other in the articles.

use std::io::Write;

use anyhow::Context;
use clap::builder::PossibleValuesParser;

use super::graph::{LanguageArg, meant, setting};
use super::terminal::{stdout, unwritable};
use super::{Outcome, StoreArg};
use crate::export::terminal;
use crate::view::conflicts::KINDS;

/// List what contradicts each other in the articles, with the words of both sides
///
/// The gravest and best attested come first: two holders of a post for one person, a rank that goes down, an article that contradicts
/// several others, two provinces on one day. Of a conflict that somebody settled (see accept and reject) a side is marked ✓.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// Only of one kind
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::new(KINDS.map(|(kind, _)| kind)))]
    kind: Option<String>,
    /// Only about this person, post or event
    #[arg(long, value_name = "NAME")]
    about: Option<String>,
    /// Also those of which somebody accepted a side
    #[arg(long)]
    all: bool,
    /// How many pieces of evidence to show for each side
    #[arg(long, value_name = "N", default_value_t = 2)]
    evidence: usize,
    /// Write everything as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageArg,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let (store, view) = self.store.view(&self.language.language)?;
        let about = self.about.as_deref().map(|name| meant(&store, view, name)).transpose()?;
        let mut found = view.conflicts(&store, about).map_err(|e| e.placed(store.dir()))?;
        found.retain(|c| (self.all || !c.settled) && self.kind.as_ref().is_none_or(|kind| *kind == c.kind));
        let text = match self.json {
            true => serde_json::to_string_pretty(&found).context("a list is plain data")? + "\n",
            false => terminal::conflicts(&found, setting(self.evidence)),
        };
        let mut out = stdout();
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(unwritable)?;
        Ok(Outcome::Done)
    }
}
