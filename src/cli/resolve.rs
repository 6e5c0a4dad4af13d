//! `vietgraph resolve`: records into N-Quads.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::log::LogArg;
use super::terminal::{stdout, unwritable, warn};
use super::{OntologyArg, Outcome, RdfArg, Version};
use crate::error::Error;
use crate::extract::record::Record;
use crate::ontology::vocab;
use crate::pipeline;
use crate::resolve::Link;
use crate::store::check_base;
use crate::store::quads::Graph;
use crate::store::rdf11::to_rdf11;

/// Join the records of `vietgraph extract` and write the graph as N-Quads
///
/// Of two records of one article the first counts. The output is sorted by article and the same for any order of the records. On a cluster
/// --links leaves the graphs of articles to `vietgraph quads`, which any number of machines can run.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    ontology: OntologyArg,
    #[command(flatten)]
    log: LogArg,
    /// A file of decisions to apply; can be given several times
    #[arg(long, value_name = "FILE")]
    decisions: Vec<PathBuf>,
    /// Where IRIs are minted; must end in / or #
    #[arg(long, value_name = "IRI", default_value = vocab::ID)]
    base: String,
    #[command(flatten)]
    rdf: RdfArg,
    /// Write to FILE what the entities of each article are, a line of JSON an article, and only what follows from all articles as
    /// N-Quads
    #[arg(long, value_name = "FILE")]
    links: Option<PathBuf>,
    /// Files of records, or - for standard input
    #[arg(value_name = "RECORDS", default_value = "-")]
    inputs: Vec<PathBuf>,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        self.log.begin();
        check_base(&self.base)?;
        let mut links = self.links.as_deref().map(Lines::create).transpose()?;
        let mut gathered = Gathered { slim: links.is_some(), ..Gathered::default() };
        for input in &self.inputs {
            gathered.read(input);
        }
        let records: Vec<Record> = gathered.records.into_values().collect();
        let mut out = stdout();
        let mut link = links.as_mut().map(|lines| |link: Link| lines.write(&link));
        let link = link.as_mut().map(|link| link as &mut dyn FnMut(Link) -> Result<(), Error>);
        pipeline::resolve(records, &self.ontology.dirs, &self.decisions, &self.base, link, |graph| {
            self.rdf.write(&graph, &mut out)
        })?;
        out.flush().map_err(unwritable)?;
        links.map_or(Ok(()), Lines::finish)?;
        Ok(Outcome::of(gathered.problems))
    }
}

impl RdfArg {
    /// Writes a graph as N-Quads, a line for each quad.
    pub(super) fn write(&self, graph: &Graph, out: &mut impl Write) -> Result<(), Error> {
        if !matches!(self.version, Some(Version::V11)) {
            return graph.lines().iter().try_for_each(|line| writeln!(out, "{line}")).map_err(unwritable);
        }
        for quad in graph.quads.iter().cloned() {
            let said = to_rdf11(quad).map_err(|quad| Error::Output {
                path: "-".into(),
                reason: format!("RDF 1.1 cannot say {quad}; write it as RDF 1.2"),
            })?;
            said.iter().try_for_each(|quad| writeln!(out, "{quad} .")).map_err(unwritable)?;
        }
        Ok(())
    }
}

/// A file of JSON lines.
struct Lines<'p> {
    path: &'p Path,
    out: BufWriter<File>,
}

impl Lines<'_> {
    fn create(path: &Path) -> Result<Lines<'_>, Error> {
        let out = File::create(path).map_err(|e| unusable(path, &e))?;
        Ok(Lines { path, out: BufWriter::new(out) })
    }

    fn write(&mut self, line: &impl serde::Serialize) -> Result<(), Error> {
        let written = serde_json::to_writer(&mut self.out, line).map_err(io::Error::from);
        written.and_then(|()| self.out.write_all(b"\n")).map_err(|e| unusable(self.path, &e))
    }

    fn finish(mut self) -> Result<(), Error> {
        self.out.flush().map_err(|e| unusable(self.path, &e))
    }
}

fn unusable(path: &Path, error: &io::Error) -> Error {
    Error::Output { path: path.to_owned(), reason: format!("cannot be written: {error}") }
}

#[derive(Default)]
struct Gathered {
    records: BTreeMap<String, Record>,
    problems: usize,
    /// Whether quotes and the like are not needed.
    slim: bool,
}

impl Gathered {
    fn read(&mut self, input: &Path) {
        let read = each_line(input, |number, line| {
            if let Err(reason) = self.take(line) {
                self.problem(input, Some(number), reason);
            }
        });
        if let Err((line, e)) = read {
            self.problem(input, line, format!("cannot be read: {e}"));
        }
    }

    fn take(&mut self, line: &[u8]) -> Result<(), String> {
        let mut record: Record = serde_json::from_slice(line).map_err(|e| misfit(line, &e))?;
        let id = record.article.id.clone();
        record.check().map_err(|reason| format!("the article {id:?}: {reason}"))?;
        if self.records.contains_key(&id) {
            return Err(format!("a second record of the article {id:?}; the first is kept"));
        }
        if self.slim {
            record.slim();
        }
        self.records.insert(id, record);
        Ok(())
    }

    fn problem(&mut self, input: &Path, line: Option<u64>, reason: String) {
        self.problems += 1;
        complain(input, line, reason);
    }
}

/// Gives the lines of a file, or of `-`, that are not empty to `take`, each with its number.
pub(super) fn each_line(
    input: &Path,
    mut take: impl FnMut(u64, &[u8]),
) -> std::result::Result<(), (Option<u64>, io::Error)> {
    let reader: Box<dyn BufRead> = match input.as_os_str() == "-" {
        true => Box::new(io::stdin().lock()),
        false => Box::new(BufReader::new(File::open(input).map_err(|e| (None, e))?)),
    };
    for (number, line) in (1..).zip(reader.split(b'\n')) {
        let line = line.map_err(|e| (Some(number), e))?;
        if !line.trim_ascii().is_empty() {
            take(number, &line);
        }
    }
    Ok(())
}

/// Says what is wrong with a line of a file.
pub(super) fn complain(input: &Path, line: Option<u64>, reason: String) {
    let source_name = input.display().to_string();
    warn(&Error::Article { source_name, line, id: None, reason });
}

/// Why a line is no record: of which article, and where in it; read again, as the way to a place is kept for nothing in a line that fits.
fn misfit(line: &[u8], error: &serde_json::Error) -> String {
    let (mut of, mut told) = (String::new(), error.to_string());
    if let Ok(value) = serde_json::from_slice::<Value>(line) {
        of = value["article"]["id"].as_str().map(|id| format!(" of the article {id:?}")).unwrap_or_default();
        told = serde_path_to_error::deserialize::<_, Record>(&value).map_or_else(|e| e.to_string(), |_| told);
    }
    let remedy = "give the lines that `vietgraph extract` writes; `vietgraph extract --schema` tells what they are";
    format!("not a record{of} ({told}); {remedy}")
}
