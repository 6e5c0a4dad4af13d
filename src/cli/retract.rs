//! `vietgraph retract`: articles out of a store.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::build::written;
use super::log::LogArg;
use super::progress::{Progress, stages};
use super::summary::{SummaryArg, articles, decided};
use super::terminal::{say, warn};
use super::{OntologyArg, Outcome, StoreArg};
use crate::error::{Error, Result};
use crate::pipeline::{self, Unknown};

/// Take articles out of a store, as if it had never read them
///
/// Who is who is found out anew from the articles that are left. An id that the store does not have is named, the rest is done,
/// and the exit status is 2. A retracted article that is built again later is a new one.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    #[command(flatten)]
    ontology: OntologyArg,
    #[command(flatten)]
    summary: SummaryArg,
    #[command(flatten)]
    log: LogArg,
    /// A file with more ids, one a line, or - for standard input
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// The articles, by id (dct:identifier) or IRI; - reads them from standard input, one a line
    #[arg(value_name = "ID", required_unless_present = "from")]
    ids: Vec<String>,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        self.log.begin();
        let ids = self.ids()?;
        let mut progress = Progress::new();
        let retraction = pipeline::retract(&self.store.dir, &self.ontology.dirs, &ids, &mut progress);
        progress.finish();
        let retraction = retraction?;
        retraction.unknown.iter().for_each(|unknown| warn(&not_there(unknown)));
        let (gone, report) = (&retraction.gone, &retraction.report);
        say(&articles(gone.len(), "retracted"));
        if gone.is_empty() && report.graphs.quads > 0 {
            say("what a build or retraction left undone when it was broken off is done now");
        }
        if report.graphs.quads > 0 {
            say(&written(&report.graphs, &self.store.dir));
            self.summary.say(&report.difference);
            decided(&report.decisions).iter().for_each(|line| say(line));
            stages(report);
        }
        self.summary.write(report, gone)?;
        Ok(Outcome::of(retraction.unknown.len()))
    }

    /// The ids given, those of `--from` and of `-` among them; blank lines are none.
    fn ids(&self) -> Result<Vec<String>> {
        let mut ids: Vec<String> = self.ids.iter().filter(|id| *id != "-").cloned().collect();
        let mut read = |text: String| ids.extend(text.lines().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()));
        let from_dash = self.from.as_ref().is_some_and(|path| path.as_os_str() == "-");
        let unreadable = |name: String| {
            move |e: io::Error| Error::Article {
                source_name: name,
                line: None,
                id: None,
                reason: format!("cannot be read: {e}; give a file with an article's id on each line"),
            }
        };
        if from_dash || self.ids.iter().any(|id| id == "-") {
            read(io::read_to_string(io::stdin()).map_err(unreadable("-".to_owned()))?);
        }
        if let Some(path) = self.from.as_ref().filter(|_| !from_dash) {
            read(fs::read_to_string(path).map_err(unreadable(path.display().to_string()))?);
        }
        Ok(ids)
    }
}

fn not_there(unknown: &Unknown) -> Error {
    let hint = match unknown.near.as_slice() {
        [] => "; `vietgraph query -q 'SELECT ?id { ?a a schema:NewsArticle ; dct:identifier ?id }'` lists the ids"
            .to_owned(),
        near => format!("; did you mean {}?", near.join(" or ")),
    };
    let (source_name, id) = (unknown.id.clone(), Some(unknown.id.clone()));
    Error::Article { source_name, line: None, id, reason: format!("the store has no such article{hint}") }
}
