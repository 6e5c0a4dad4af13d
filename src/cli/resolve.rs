//! `vietgraph resolve`: records into N-Quads.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use super::terminal::{say, stdout, unwritable};
use super::{OntologyArg, Outcome};
use crate::error::Error;
use crate::extract::record::Record;
use crate::ontology::vocab;
use crate::pipeline;
use crate::store::check_base;

/// Join the records of `vietgraph extract` and write the graph as N-Quads
///
/// Of two records of one article the first counts. The output is sorted by article and the same for any order of the records.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    ontology: OntologyArg,
    /// A file of decisions to apply; can be given several times
    #[arg(long, value_name = "FILE")]
    decisions: Vec<PathBuf>,
    /// Where IRIs are minted; must end in / or #
    #[arg(long, value_name = "IRI", default_value = vocab::ID)]
    base: String,
    /// Files of records, or - for standard input
    #[arg(value_name = "RECORDS", default_value = "-")]
    inputs: Vec<PathBuf>,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        check_base(&self.base)?;
        let mut gathered = Gathered::default();
        for input in &self.inputs {
            gathered.read(input);
        }
        let records: Vec<Record> = gathered.records.into_values().collect();
        let mut out = stdout();
        pipeline::resolve(&records, &self.ontology.dirs, &self.decisions, &self.base, |graph| {
            for line in graph.lines() {
                writeln!(out, "{line}").map_err(unwritable)?;
            }
            Ok(())
        })?;
        out.flush().map_err(unwritable)?;
        Ok(Outcome::of(gathered.problems))
    }
}

#[derive(Default)]
struct Gathered {
    records: BTreeMap<String, Record>,
    problems: usize,
}

impl Gathered {
    fn read(&mut self, input: &Path) {
        let reader: Box<dyn BufRead> = if input.as_os_str() == "-" {
            Box::new(io::stdin().lock())
        } else {
            match File::open(input) {
                Ok(file) => Box::new(BufReader::new(file)),
                Err(e) => return self.problem(input, None, format!("cannot be read: {e}")),
            }
        };
        for (i, line) in reader.split(b'\n').enumerate() {
            let at = Some(i as u64 + 1);
            match line {
                Err(e) => return self.problem(input, at, format!("cannot be read: {e}")),
                Ok(line) if line.trim_ascii().is_empty() => {}
                Ok(line) => {
                    if let Err(reason) = self.take(&line) {
                        self.problem(input, at, reason);
                    }
                }
            }
        }
    }

    fn take(&mut self, line: &[u8]) -> Result<(), String> {
        let record: Record = serde_json::from_slice(line)
            .map_err(|e| format!("not a record ({e}); give the lines that `vietgraph extract` writes"))?;
        record.check()?;
        let id = record.article.id.clone();
        if self.records.contains_key(&id) {
            return Err(format!("a second record of the article {id:?}; the first is kept"));
        }
        self.records.insert(id, record);
        Ok(())
    }

    fn problem(&mut self, input: &Path, line: Option<u64>, reason: String) {
        self.problems += 1;
        let source_name = input.display().to_string();
        say(&format!("vietgraph: {}", Error::Article { source_name, line, reason }));
    }
}
