//! The command line. Data goes to stdout, talk to stderr; exit status 0 when all is well, 1 when it failed, 2 when some
//! inputs were bad and the rest was done.
//!
//! To add a subcommand: a file beside this one with a struct `Args` (its doc comment is the help) and its
//! `run(self) -> anyhow::Result<Outcome>`; then its `mod`, its line in `Command` and its line in `Command::run`.

mod answer;
mod build;
mod conflicts;
mod decide;
mod decisions;
mod diff;
mod draw;
mod evaluate;
mod explain;
mod export;
mod extract;
mod graph;
mod holders;
mod log;
mod namesakes;
mod path;
mod progress;
mod push;
mod quads;
mod query;
mod resolve;
mod retract;
mod serve;
mod show;
mod summary;
mod terminal;
mod validate;
mod why;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::export::rdf::RdfVersion;
use crate::source::{Encoding, Inputs};

/// A knowledge graph of Vietnamese public officials from the news, each fact with the words that prove it.
#[derive(Parser)]
#[command(name = "vietgraph", version, propagate_version = true, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Build(build::Args),
    Retract(retract::Args),
    Extract(extract::Args),
    Explain(explain::Args),
    Resolve(resolve::Args),
    Quads(quads::Args),
    Query(query::Args),
    Export(export::Args),
    Push(push::Args),
    Validate(validate::Args),
    Show(show::Args),
    Why(why::Args),
    Holders(holders::Args),
    Namesakes(namesakes::Args),
    Conflicts(conflicts::Args),
    ExplainMerge(decisions::ExplainMerge),
    Merge(decide::Merge),
    NotSame(decide::NotSame),
    Split(decide::Split),
    Reject(decide::Reject),
    Accept(decide::Accept),
    Rename(decide::Rename),
    Undo(decide::Undo),
    Decisions(decisions::List),
    Diff(diff::Args),
    Path(path::Args),
    Draw(draw::Args),
    Serve(serve::Args),
    #[command(hide = true)]
    Answer(answer::Args),
    Evaluate(evaluate::Args),
}

impl Command {
    fn run(self) -> anyhow::Result<Outcome> {
        match self {
            Command::Build(args) => args.run(),
            Command::Retract(args) => args.run(),
            Command::Extract(args) => args.run(),
            Command::Explain(args) => args.run(),
            Command::Resolve(args) => args.run(),
            Command::Quads(args) => args.run(),
            Command::Query(args) => args.run(),
            Command::Export(args) => args.run(),
            Command::Push(args) => args.run(),
            Command::Validate(args) => args.run(),
            Command::Show(args) => args.run(),
            Command::Why(args) => args.run(),
            Command::Holders(args) => args.run(),
            Command::Namesakes(args) => args.run(),
            Command::Conflicts(args) => args.run(),
            Command::ExplainMerge(args) => args.run(),
            Command::Merge(args) => args.run(),
            Command::NotSame(args) => args.run(),
            Command::Split(args) => args.run(),
            Command::Reject(args) => args.run(),
            Command::Accept(args) => args.run(),
            Command::Rename(args) => args.run(),
            Command::Undo(args) => args.run(),
            Command::Decisions(args) => args.run(),
            Command::Diff(args) => args.run(),
            Command::Path(args) => args.run(),
            Command::Draw(args) => args.run(),
            Command::Serve(args) => args.run(),
            Command::Answer(args) => args.run(),
            Command::Evaluate(args) => args.run(),
        }
    }
}

/// How a command ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All was done.
    Done,
    /// Some inputs were bad; the rest was done.
    SomeBad,
}

impl Outcome {
    /// The outcome of a run with so many bad inputs.
    fn of(problems: usize) -> Outcome {
        if problems == 0 { Outcome::Done } else { Outcome::SomeBad }
    }
}

/// Which store.
#[derive(Args)]
struct StoreArg {
    /// The store's folder
    #[arg(long = "store", value_name = "DIR", default_value = "./vietgraph-store")]
    dir: PathBuf,
}

impl StoreArg {
    /// Opens it for reading.
    fn open(&self) -> anyhow::Result<crate::store::Store> {
        Ok(crate::store::Store::open(&self.dir)?)
    }
}

/// Which version of RDF.
#[derive(Args)]
struct RdfArg {
    /// Write the evidence as RDF 1.2 reifiers, or as rdf:Statement for tools that know only RDF 1.1
    #[arg(long = "rdf", value_enum, value_name = "VERSION")]
    version: Option<Version>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Version {
    #[value(name = "1.1")]
    V11,
    #[value(name = "1.2")]
    V12,
}

impl From<Version> for RdfVersion {
    fn from(version: Version) -> RdfVersion {
        match version {
            Version::V11 => RdfVersion::V11,
            Version::V12 => RdfVersion::V12,
        }
    }
}

/// Which knowledge beside the embedded.
#[derive(Args)]
struct OntologyArg {
    /// A folder of Turtle files to add to the ontology; can be given several times
    #[arg(long = "ontology", value_name = "DIR")]
    dirs: Vec<PathBuf>,
}

/// How articles are written.
#[derive(Args)]
struct EncodingArg {
    /// The encoding of texts and pages, where it is not told right: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni or
    /// another of the web's
    #[arg(long, value_name = "NAME")]
    encoding: Option<Encoding>,
}

impl EncodingArg {
    /// These inputs in this encoding.
    fn of(&self, paths: Vec<PathBuf>) -> Inputs {
        Inputs { paths, encoding: self.encoding }
    }
}

/// Runs the command that the arguments of this process ask for.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(e) => {
            // Nothing better can be done when the terminal is gone.
            let _ = e.print();
            return ExitCode::from(u8::from(e.use_stderr()));
        }
    };
    match cli.command.run() {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeBad) => ExitCode::from(2),
        Err(error) => {
            terminal::complain(&error);
            ExitCode::FAILURE
        }
    }
}
