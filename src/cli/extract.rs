//! `vietgraph extract`: articles into records, for pipes and clusters.

use std::io::Write;
use std::path::PathBuf;

use super::log::LogArg;
use super::progress::{Progress, stages};
use super::terminal::{stdout, unwritable};
use super::{EncodingArg, OntologyArg, Outcome};
use crate::extract::record::Record;
use crate::pipeline;

/// Read articles and write what each says as a line of JSON, without a store
///
/// Each line depends on its article alone, so inputs can be split among processes and machines; `vietgraph resolve` joins the lines.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    ontology: OntologyArg,
    #[command(flatten)]
    encoding: EncodingArg,
    #[command(flatten)]
    log: LogArg,
    /// Files (.txt, .html, .jsonl, .warc, also .gz or .zst), folders or .zip of them, or - for JSON lines on standard input
    #[arg(value_name = "INPUT", default_value = "-")]
    inputs: Vec<PathBuf>,
    /// Print what a line is, as JSON Schema, and read nothing
    #[arg(long)]
    schema: bool,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let mut out = stdout();
        if self.schema {
            writeln!(out, "{:#}", Record::schema()).and_then(|()| out.flush()).map_err(unwritable)?;
            return Ok(Outcome::Done);
        }
        self.log.begin();
        let inputs = self.encoding.of(self.inputs);
        let mut progress = Progress::over(&inputs);
        let report = pipeline::extract(&inputs, &self.ontology.dirs, &mut progress, |records| {
            for record in records {
                serde_json::to_writer(&mut out, &record).map_err(|e| unwritable(e.into()))?;
                out.write_all(b"\n").map_err(unwritable)?;
            }
            out.flush().map_err(unwritable)
        });
        progress.finish();
        let report = report?;
        stages(&report);
        Ok(Outcome::of(report.problems))
    }
}
