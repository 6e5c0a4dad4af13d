//! `vietgraph show`: a page in the terminal.

use std::io::Write;

use anyhow::Context;

use super::graph::{LanguageArg, meant, setting};
use super::terminal::{stdout, unwritable};
use super::{Outcome, StoreArg};
use crate::export::terminal;
use crate::view::page::Parts;
use crate::view::period::Period;

/// Show what is known of a person, a body, a place or an event, with the sentences that prove it
///
/// NAME is a name, with or without diacritics, or an id such as person/bùi-văn-nam; where nothing is called so, what a search finds: a
/// part of a name, a rank and a given name, a post or body in short. When it fits several entries they are listed with what tells them apart.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// What was held then, certainly or possibly, and otherwise only what was published and had begun by then: YYYY-MM-DD, YYYY-MM or YYYY
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// How many pieces of evidence to show for each fact
    #[arg(long, value_name = "N", default_value_t = 2)]
    evidence: usize,
    /// Write the whole page as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageArg,
    /// Whom or what to show
    #[arg(value_name = "NAME")]
    name: String,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let day = Period::parse(None, self.as_of.as_deref())?.to;
        let language = &self.language.language;
        // What was known of a day rests on all that its articles tell.
        let (store, view) = match day {
            None => self.store.view_of(&self.name, language)?,
            Some(_) => self.store.view(language)?,
        };
        let at = meant(&store, view, &self.name)?;
        let page = match day {
            None => view.page(&store, at).map(Some),
            Some(day) => view.terms(&store, at).and_then(|terms| view.page_as_of(&store, at, &terms, day, Parts::ALL)),
        };
        let missing = || {
            let day = day.map(|day| format!(" on {day}")).unwrap_or_default();
            format!("nothing was known of {}{day}", view.node(at).label)
        };
        let page = page.map_err(|e| e.placed(store.dir()))?.with_context(missing)?;
        let mut out = stdout();
        let written = if self.json {
            let json = serde_json::to_string_pretty(&page).context("a page is plain data")?;
            writeln!(out, "{json}")
        } else {
            out.write_all(terminal::page(&page, setting(self.evidence)).as_bytes())
        };
        written.and_then(|()| out.flush()).map_err(unwritable)?;
        Ok(Outcome::Done)
    }
}
