//! `vietgraph validate`: whether a store's graph is what it promises to be.

use std::io::Write;
use std::path::PathBuf;

use super::terminal::{count, say, stdout, unwritable};
use super::{Outcome, StoreArg};
use crate::store::validate::{ShapesFile, validate};

/// Check a store against its shapes, evidence included
///
/// Prints "conforms", or every violation on a line of its own: the node, the path, what is wrong, the value found and
/// the shape. The shapes are those of the ontology the store was built with, and those of --shapes. Exit status 1 when
/// anything is wrong.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// A Turtle file with SHACL shapes of your own to check as well; can be given several times
    #[arg(long = "shapes", value_name = "FILE")]
    shapes: Vec<PathBuf>,
    /// Write the violations as JSON lines
    #[arg(long)]
    json: bool,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let more = self.shapes.iter().map(|path| ShapesFile::read(path));
        let more = more.collect::<Result<Vec<_>, _>>()?;
        let store = self.store.open()?;
        let validation = validate(&store, store.dir(), &more)?;
        let mut out = stdout();
        for violation in &validation.violations {
            let line = match self.json {
                true => serde_json::to_string(violation)?,
                false => violation.to_string(),
            };
            writeln!(out, "{line}").map_err(unwritable)?;
        }
        let checked = format!("{} against {}", count(validation.graphs, "graph"), count(validation.shapes, "shape"));
        if validation.conforms() {
            if !self.json {
                writeln!(out, "conforms").map_err(unwritable)?;
            }
            out.flush().map_err(unwritable)?;
            say(&format!("checked {checked}"));
            return Ok(Outcome::Done);
        }
        out.flush().map_err(unwritable)?;
        let count = validation.violations.len();
        let violations = if count == 1 { "violation" } else { "violations" };
        anyhow::bail!("the graph does not conform: {count} {violations} in {checked}")
    }
}
