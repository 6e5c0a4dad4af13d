//! `vietgraph path`: how two entities are connected.

use std::io::Write;

use anyhow::{Context, bail};

use super::graph::{LanguageArg, meant, setting};
use super::terminal::{count, say, stdout, unwritable};
use super::{Outcome, StoreArg};
use crate::export::terminal;

/// Show how two people, bodies, places or events are connected, each step with its evidence
///
/// Without --all the best connection alone is shown: the shortest, where steps over strong relations count less than steps over weak
/// ones such as a common rank. NAMEs are given as for `show`.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// Show up to N connections, the best first
    #[arg(long, value_name = "N", default_value_t = 1)]
    all: usize,
    /// Connections of at most so many steps
    #[arg(long, value_name = "STEPS", default_value_t = 6)]
    max_length: usize,
    /// Connections that avoid this class, such as Rank or Place; can be given several times
    #[arg(long, value_name = "CLASS")]
    exclude: Vec<String>,
    /// How many pieces of evidence to show for each relation
    #[arg(long, value_name = "N", default_value_t = 1)]
    evidence: usize,
    /// Write the connections as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageArg,
    /// One end
    #[arg(value_name = "NAME")]
    from: String,
    /// The other end
    #[arg(value_name = "NAME")]
    to: String,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let (store, view) = self.store.view(&self.language.language)?;
        let ends = [meant(&store, view, &self.from)?, meant(&store, view, &self.to)?];
        if ends[0] == ends[1] {
            bail!("{} and {} are the same: {}", self.from, self.to, view.id(ends[0]));
        }
        let cut = view.filtered(&[], &self.exclude, &ends)?;
        let found = match cut.same(view, &ends)[..] {
            [from, to] => cut.ways(from, to, self.all.max(1), self.max_length),
            _ => bail!("an end of the connection is not in the graph"),
        };
        if found.ways.is_empty() {
            let names = ends.map(|at| view.node(at).label.as_str());
            bail!(
                "{} are not connected within {}; --max-length allows more",
                names.join(" and "),
                count(self.max_length, "step")
            );
        }
        let view = cut;
        let tell = |way: &Vec<_>| view.tell(&store, way).map_err(|e| e.placed(store.dir()));
        let ways = found.ways.iter().map(tell).collect::<crate::error::Result<Vec<_>>>()?;
        let mut out = stdout();
        let written = if self.json {
            writeln!(out, "{}", serde_json::to_string_pretty(&ways).context("connections are plain data")?)
        } else {
            let texts: Vec<String> = ways.iter().map(|way| terminal::connection(way, setting(self.evidence))).collect();
            out.write_all(texts.join("\n").as_bytes())
        };
        written.and_then(|()| out.flush()).map_err(unwritable)?;
        if found.more {
            say("there are more connections; --all N shows up to N");
        }
        Ok(Outcome::Done)
    }
}
