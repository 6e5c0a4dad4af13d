//! `vietgraph quads`: the graph of each article from its record and its link, for clusters.

use std::io::Write;
use std::path::PathBuf;

use serde::Deserialize;

use super::resolve::{complain, each_line};
use super::terminal::{stdout, unwritable};
use super::{Outcome, RdfArg};
use crate::error::Result;
use crate::extract::record::Record;
use crate::resolve::Link;
use crate::store::quads::{Graph, article_graph};

/// Write the graphs of articles as N-Quads from their records and what `vietgraph resolve --links` says of them
///
/// A line is `{"record": …, "link": …}`, both of one article. Each line is written by itself, in its turn: inputs can be split among
/// processes and machines.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    rdf: RdfArg,
    /// Files of pairs, or - for standard input
    #[arg(value_name = "PAIRS", default_value = "-")]
    inputs: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Pair {
    record: Record,
    link: Link,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let (mut out, mut problems, mut written) = (stdout(), 0, Ok(()));
        for input in &self.inputs {
            let read = each_line(input, |number, line| match graph(line) {
                Ok(graph) => {
                    let own = self.rdf.write(&graph, &mut out);
                    written = std::mem::replace(&mut written, Ok(())).and(own);
                }
                Err(reason) => {
                    problems += 1;
                    complain(input, Some(number), reason);
                }
            });
            if let Err((line, e)) = read {
                problems += 1;
                complain(input, line, format!("cannot be read: {e}"));
            }
        }
        let written: Result<()> = written;
        written?;
        out.flush().map_err(unwritable)?;
        Ok(Outcome::of(problems))
    }
}

/// The graph that a pair makes.
fn graph(line: &[u8]) -> std::result::Result<Graph, String> {
    let Pair { mut record, link } = serde_json::from_slice(line)
        .map_err(|e| format!("not a record and its link ({e}); give {{\"record\": …, \"link\": …}}"))?;
    record.check().map_err(|reason| format!("the article {:?}: {reason}", record.article.id))?;
    let resolution = link.resolve(&mut record)?;
    Ok(article_graph(&record, &resolution))
}
