//! `vietgraph explain`: how articles are read, sentence by sentence.

use std::io::Write;
use std::path::PathBuf;

use super::progress::Progress;
use super::terminal::{stdout, unwritable};
use super::{EncodingArg, OntologyArg, Outcome};
use crate::pipeline;

/// Show how articles are read: what was matched as what, which rule made which fact, and which failed for want of what
///
/// This is the tool for adding knowledge: change the Turtle of a folder given with --ontology and look again.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    ontology: OntologyArg,
    #[command(flatten)]
    encoding: EncodingArg,
    /// Only articles whose id contains this
    #[arg(long, value_name = "TEXT")]
    id: Option<String>,
    /// Files (.txt, .html, .jsonl, .warc, also .gz or .zst), folders or .zip of them, or - for JSON lines on standard input
    #[arg(value_name = "INPUT", required = true)]
    inputs: Vec<PathBuf>,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let mut out = stdout();
        let mut progress = Progress::new();
        let wanted = |id: &str| self.id.as_deref().is_none_or(|part| id.contains(part));
        let mut gap = "";
        let problems = pipeline::explain(
            &self.encoding.of(self.inputs),
            &self.ontology.dirs,
            wanted,
            &mut progress,
            |id, text| {
                writeln!(out, "{}=== {id}\n\n{text}", std::mem::replace(&mut gap, "\n"))
                    .and_then(|()| out.flush())
                    .map_err(unwritable)
            },
        )?;
        Ok(Outcome::of(problems))
    }
}
