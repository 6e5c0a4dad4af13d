//! `vietgraph show`: a page in the terminal.

use std::io::Write;

use anyhow::Context;
use jiff::civil::Date;

use super::graph::{LanguageArg, meant, setting};
use super::terminal::{stdout, unwritable};
use super::{Outcome, StoreArg};
use crate::error::Error;
use crate::export::terminal;
use crate::view::as_of::dayless;
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
        let placed = |e: Error| e.placed(store.dir());
        let page = match day {
            None => view.page(&store, at).map_err(placed)?,
            Some(day) => {
                let terms = view.terms(&store, at).map_err(placed)?;
                let page = view.page_as_of(&store, at, &terms, day, Parts::ALL).map_err(placed)?;
                page.with_context(|| missing(&view.node(at).label, day, dayless(&terms)))?
            }
        };
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

fn missing(name: &str, day: Date, dayless: usize) -> String {
    let left = match dayless {
        0 => String::new(),
        1 => "; 1 post or rank is told without any date: leave --as-of out to see it".to_owned(),
        n => format!("; {n} posts and ranks are told without any date: leave --as-of out to see them"),
    };
    format!("nothing was known of {name} on {day}{left}")
}
