//! `vietgraph export`: the graph as a file for other programs.

use std::fs::{self, File};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use super::graph::LanguageArg;
use super::terminal::{say, stdout, unwritable};
use super::{Outcome, RdfArg, StoreArg};
use crate::error::{Error, Result};
use crate::export::formats::{Options, by_extension};

/// Write the graph to a file for other programs
///
/// The file's extension tells the format: .nq and .trig hold a named graph for each article; .ttl, .nt and .rdf hold
/// the union of all graphs; .jsonld holds named graphs; .csv is one table of facts with their evidence;
/// .graphml, .gexf and .dot hold the graph view. The same graph always gives the same bytes.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// The file to write, or - for standard output (with --format)
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    output: PathBuf,
    /// The format by its extension, instead of that of FILE
    #[arg(long, value_name = "EXTENSION")]
    format: Option<String>,
    #[command(flatten)]
    rdf: RdfArg,
    /// Export the ontology's graph too
    #[arg(long)]
    with_ontology: bool,
    #[command(flatten)]
    language: LanguageArg,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let extension = self.output.extension().map(|e| e.to_string_lossy().into_owned());
        let extension = self.format.as_deref().map(|f| f.trim_start_matches('.').to_owned()).or(extension);
        if extension.is_none() && is_stdout(&self.output) {
            let reason = "standard output has no extension to tell the format by; give --format nq or another";
            return Err(Error::Output { path: self.output, reason: reason.to_owned() }.into());
        }
        let format = by_extension(extension.as_deref().unwrap_or_default(), &self.output)?;
        let options = Options {
            rdf: self.rdf.version.map(Into::into),
            ontology: self.with_ontology,
            language: &self.language.language,
        };
        let store = self.store.open()?;
        let bytes = || format.bytes(&store, &options).map_err(|e| e.placed(&self.output));
        if is_stdout(&self.output) {
            let bytes = bytes()?;
            let mut out = stdout();
            out.write_all(&bytes).and_then(|()| out.flush()).map_err(unwritable)?;
            return Ok(Outcome::Done);
        }
        let file = Target::open(&self.output)?;
        let bytes = bytes()?;
        file.write(&bytes)?;
        say(&format!("{}: {}, {} bytes", self.output.display(), format.what(), bytes.len()));
        Ok(Outcome::Done)
    }
}

fn is_stdout(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A file opened before the work and filled after it; one that was there before keeps its content if the work fails.
struct Target<'p> {
    path: &'p Path,
    file: File,
    /// Whether it was made by opening and is to go again if nothing comes of it.
    fresh: bool,
}

impl Target<'_> {
    fn open(path: &Path) -> Result<Target<'_>> {
        let fresh = !path.exists();
        let opened = File::options().write(true).create(true).truncate(false).open(path);
        let file = opened.map_err(|e| Error::Output {
            path: path.to_owned(),
            reason: format!("cannot be written: {e}; name a file in a folder that exists and is yours"),
        })?;
        Ok(Target { path, file, fresh })
    }

    fn write(mut self, bytes: &[u8]) -> Result<()> {
        let written = self.replace(bytes);
        self.fresh &= written.is_err();
        written.map_err(|e| Error::Output { path: self.path.to_owned(), reason: format!("cannot be written: {e}") })
    }

    /// Writes over what the file held; pipes and devices hold nothing.
    fn replace(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.file.metadata()?.is_file() {
            self.file.rewind()?;
            self.file.set_len(0)?;
        }
        self.file.write_all(bytes)
    }
}

impl Drop for Target<'_> {
    fn drop(&mut self) {
        if self.fresh {
            // An empty file that stays is no harm.
            let _ = fs::remove_file(self.path);
        }
    }
}
