//! `vietgraph namesakes`: names that several people bear.

use std::io::Write;

use anyhow::Context;

use super::graph::LanguageArg;
use super::terminal::{stdout, unwritable};
use super::{Outcome, StoreArg};
use crate::view::namesakes::{Bearer, Namesakes};

/// List names that several people bear, with what tells them apart, and who of them may be one
///
/// Names of the best connected people come first. Two names that are one but for missing tones and marks, or for one letter or
/// tone, stand together where two who bear them serve in one body. Of an undecided pair nothing says whether it is one person or two.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// Only names with an undecided pair
    #[arg(long)]
    undecided: bool,
    /// How many posts to show for each person
    #[arg(long, value_name = "N", default_value_t = 3)]
    posts: usize,
    /// Write everything as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageArg,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let (_, view) = self.store.view(&self.language.language)?;
        let mut names = view.namesakes();
        names.retain(|n| !self.undecided || !n.undecided.is_empty());
        let mut out = stdout();
        let text = match self.json {
            true => serde_json::to_string_pretty(&names).context("a list is plain data")? + "\n",
            false => names.iter().map(|n| paragraph(n, self.posts)).collect(),
        };
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(unwritable)?;
        Ok(Outcome::Done)
    }
}

fn paragraph(name: &Namesakes, posts: usize) -> String {
    let differ = name.differ.iter().map(|how| format!(" · {how}")).collect::<String>();
    let mut text = format!("{} · {} people{differ}\n", name.name, name.people.len());
    for person in &name.people {
        text.push_str(&line(person, posts));
    }
    for (a, b) in &name.undecided {
        text.push_str(&format!("  undecided: {a} and {b}\n"));
    }
    text + "\n"
}

fn line(person: &Bearer, posts: usize) -> String {
    let plural = if person.articles == 1 { "" } else { "s" };
    let mut parts = vec![format!("  {}", person.id), format!("{} article{plural}", person.articles)];
    match &person.told {
        Some((first, last)) if first == last => parts.push(first.clone()),
        Some((first, last)) => parts.push(format!("{first} – {last}")),
        None => {}
    }
    parts.extend(person.posts.iter().take(posts).cloned());
    if person.posts.len() > posts {
        parts.push(format!("… {} more", person.posts.len() - posts));
    }
    parts.join(" · ") + "\n"
}
