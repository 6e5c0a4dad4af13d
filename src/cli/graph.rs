//! What `show`, `path` and `draw` share: the view of a store, and how text is set for where it goes.

use std::env;
use std::io::{self, IsTerminal};

use super::StoreArg;
use super::terminal::say;
use crate::error::Result;
use crate::export::terminal::Setting;
use crate::store::{Store, kept, names, read};
use crate::text::key::bare_key;
use crate::view::search::{Index, ShortForms};
use crate::view::{NodeIndex, View};

/// The columns of text that goes to a file or a pipe.
const PLAIN_WIDTH: usize = 100;

/// What so many things bear is no name of one: all are looked at.
const MOST: usize = 100;

impl StoreArg {
    /// Opens the store for reading and makes the view of it, with the ontology's words in the given language.
    pub(super) fn view(&self, language: &str) -> anyhow::Result<(Store, &'static View)> {
        let store = self.open()?;
        let view = whole(&store, language)?;
        Ok((store, view))
    }

    /// The same with the view of as much as the pages of whom a name may mean are made from; of all where it means nobody.
    pub(super) fn view_of(&self, name: &str, language: &str) -> anyhow::Result<(Store, &'static View)> {
        let store = self.open()?;
        let view = match part(&store, name, language).map_err(|e| e.placed(store.dir()))? {
            Some(view) => Box::leak(Box::new(view)),
            None => whole(&store, language)?,
        };
        Ok((store, view))
    }
}

/// The one node that a name means (see [`View::named`]); where nothing is called so, that to which a search for it leads best, as in
/// the box of the explorer, and which one that is is said.
pub(super) fn meant(store: &Store, view: &View, name: &str) -> Result<NodeIndex> {
    if !view.candidates(name).is_empty() {
        return view.named(name);
    }
    let shorts = read::short_forms(store).map_err(|e| e.placed(store.dir()))?;
    match Index::new(view, ShortForms::new(shorts)).meant(name)?.as_slice() {
        [] => view.named(name),
        [one] => {
            say(&format!("\"{name}\" is taken for {} · {}", view.node(*one).label, view.id(*one)));
            Ok(*one)
        }
        many => Err(view.ambiguous(name, many)),
    }
}

fn whole(store: &Store, language: &str) -> anyhow::Result<&'static View> {
    let tables = kept::tables(store, language).map_err(|e| e.placed(store.dir()))?;
    // It is there until the process ends: to free it piece by piece takes as long as to find a page.
    Ok(Box::leak(Box::new(View::new(tables, store.base()))))
}

fn part(store: &Store, name: &str, language: &str) -> Result<Option<View>> {
    let Some(called) = names::find(store, name).filter(|called| called.len() <= MOST) else {
        return Ok(None);
    };
    let mut seeds = read::with_id(store, store.base(), name.trim())?;
    seeds.extend(called);
    let schema = kept::schema(store, language)?;
    let Some(part) = read::part_with(store, &schema, &seeds)? else {
        return Ok(None);
    };
    let view = View::new(read::tables_with(&part, schema)?, store.base());
    // What nobody named is called by its class, which is no name that is kept.
    let class = view.classes().iter().any(|class| bare_key(&class.label) == bare_key(name));
    Ok(Some(view).filter(|view| !class && !view.candidates(name).is_empty()))
}

/// The language in which the ontology's words are shown.
#[derive(clap::Args)]
pub(super) struct LanguageArg {
    /// Language for headings, relations and classes
    #[arg(long = "lang", value_name = "LANG", default_value = "en", value_parser = ["en", "vi"])]
    pub(super) language: String,
}

/// How text is set for standard output: styled and as wide as the terminal, or plain in a file or pipe.
///
/// `NO_COLOR` (set to anything) and `TERM=dumb` switch styles off.
pub(super) fn setting(evidence: usize) -> Setting {
    let terminal = io::stdout().is_terminal();
    let bare =
        env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()) || env::var_os("TERM").is_some_and(|t| t == "dumb");
    let width = terminal_size::terminal_size().filter(|_| terminal).map(|(w, _)| usize::from(w.0));
    Setting { width: width.unwrap_or(PLAIN_WIDTH).clamp(40, 120), styled: terminal && !bare, evidence }
}
