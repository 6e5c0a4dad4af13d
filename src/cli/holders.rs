//! `vietgraph holders`: who held a post, and when.

use std::io::Write;

use anyhow::Context;

use super::graph::{LanguageArg, meant, setting};
use super::terminal::{stdout, unwritable};
use super::{Outcome, StoreArg};
use crate::export::terminal;
use crate::view::period::Period;

/// Show who held a post, from when to when, and on what evidence
///
/// POST is a name, with or without diacritics, or an id such as post/giám-đốc--công-an-tỉnh-hà-tĩnh; of several posts of one name, as before
/// and after a merger of provinces, all are shown. A day stands by itself where an article tells it; ≤ means by then at the latest, ≥ until
/// then at least. ← who came before, → who came after, ∥ who held it at the same time.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// Only who held it then, certainly or possibly: YYYY-MM-DD, YYYY-MM or YYYY (the last day of it)
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// How many pieces of evidence to show for each holder
    #[arg(long, value_name = "N", default_value_t = 0)]
    evidence: usize,
    /// Write everything as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageArg,
    /// Whose holders to show
    #[arg(value_name = "POST")]
    post: String,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let day = Period::parse(None, self.as_of.as_deref())?.to;
        let (store, view) = self.store.view(&self.language.language)?;
        // Several posts may have the name; one that nothing has is looked for.
        let post = match view.candidates(&self.post).is_empty() {
            true => view.id(meant(&store, view, &self.post)?),
            false => &self.post,
        };
        let posts = view.holders(&store, post, day).map_err(|e| e.placed(store.dir()))?;
        if let (Some(day), true) = (day, posts.iter().all(|post| post.holders.is_empty())) {
            anyhow::bail!("nothing tells who held {} on {day}", posts.first().map_or(&self.post, |post| &post.post));
        }
        let text = match self.json {
            true => serde_json::to_string_pretty(&posts).context("a list is plain data")? + "\n",
            false => terminal::holders(&posts, setting(self.evidence)),
        };
        let mut out = stdout();
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(unwritable)?;
        Ok(Outcome::Done)
    }
}
