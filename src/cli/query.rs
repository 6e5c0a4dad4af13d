//! `vietgraph query`: SPARQL over a store.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use comfy_table::{ContentArrangement, LineStyle, Table, presets};
use oxigraph::model::Term;

use super::terminal::{say, stdout, unwritable};
use super::{Outcome, StoreArg};
use crate::error::Error;
use crate::store::results::{RowFormat, TripleFormat, readable, write_rows, write_triples, write_truth};
use crate::store::sparql::{self, Answer, Rows};
use crate::store::syntax::{above_all, undeclared};

/// Ask a store in SPARQL
///
/// The default graph is the union of all graphs, the ontology's among them; each article has a named graph of its own. The usual prefixes
/// (vg:, id:, org:, skos:, schema:, dct:, prov: …) need not be declared.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// How to write the rows of a SELECT and the answer of an ASK
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    results: Results,
    /// How to write the triples of a CONSTRUCT or DESCRIBE
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "ttl")]
    format: Format,
    /// The query itself
    #[arg(short = 'q', long = "query", value_name = "TEXT", conflicts_with = "file")]
    text: Option<String>,
    /// A file with the query, or - for standard input
    #[arg(value_name = "FILE.rq")]
    file: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Results {
    Table,
    Csv,
    Tsv,
    Json,
    Xml,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    #[value(alias = "turtle")]
    Ttl,
    #[value(alias = "ntriples")]
    Nt,
    #[value(alias = "json-ld")]
    Jsonld,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let text = self.text()?;
        let store = self.store.open()?;
        let format = match self.results {
            Results::Table => None,
            Results::Csv => Some(RowFormat::Csv),
            Results::Tsv => Some(RowFormat::Tsv),
            Results::Json => Some(RowFormat::Json),
            Results::Xml => Some(RowFormat::Xml),
        };
        match (sparql::query(&store, &text)?, format) {
            (Answer::Rows(rows), None) => {
                if print_table(rows)? > 0 {
                    return Ok(Outcome::Done);
                }
            }
            (Answer::Rows(rows), Some(format)) => write_rows(rows, format, stdout())?,
            (Answer::Truth(truth), None) => {
                let mut out = stdout();
                writeln!(out, "{truth}").and_then(|()| out.flush()).map_err(unwritable)?;
            }
            (Answer::Truth(truth), Some(format)) => write_truth(truth, format, stdout())?,
            (Answer::Triples(triples), _) => {
                let format = match self.format {
                    Format::Ttl => TripleFormat::Turtle,
                    Format::Nt => TripleFormat::NTriples,
                    Format::Jsonld => TripleFormat::JsonLd,
                };
                write_triples(triples, format, stdout())?;
            }
        }
        for (term, near) in undeclared(&store, &text)? {
            let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
            say(&format!("vietgraph: the ontology has no {term}{hint}"));
        }
        for class in above_all(&store, &text)? {
            say(&format!(
                "vietgraph: {class} stands above classes, and nothing is typed with it alone: a/rdfs:subClassOf* {class}"
            ));
        }
        Ok(Outcome::Done)
    }

    fn text(&self) -> crate::error::Result<String> {
        let Some(file) = &self.file else {
            let reason = "no query was given: -q 'SELECT …' takes the query itself, FILE.rq a file, - standard input";
            return self.text.clone().ok_or_else(|| Error::Query { reason: reason.to_owned() });
        };
        let read = if file.as_os_str() == "-" { io::read_to_string(io::stdin()) } else { fs::read_to_string(file) };
        read.map_err(|e| Error::Query {
            reason: format!("{} cannot be read: {e}; to give the query itself use -q", file.display()),
        })
    }
}

/// Prints rows in columns; the count goes to stderr, and back.
fn print_table(rows: Rows) -> anyhow::Result<usize> {
    let mut table = Table::new();
    let rule = LineStyle::none().fill('─').junction('─');
    table.load_style(presets::NOTHING.header_separator(rule));
    if io::stdout().is_terminal() {
        table.set_content_arrangement(ContentArrangement::Dynamic);
    }
    table.set_header(rows.variables().iter().map(|v| v.as_str().to_owned()));
    let mut count = 0;
    for row in rows {
        let cells = row?.into_iter().map(|term| term.as_ref().map(cell).unwrap_or_default());
        table.add_row(cells.collect::<Vec<String>>());
        count += 1;
    }
    let mut out = stdout();
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end()).map_err(unwritable)?;
    }
    out.flush().map_err(unwritable)?;
    say(&format!("{count} {}", if count == 1 { "row" } else { "rows" }));
    Ok(count)
}

/// A term in a table: control characters, which could steer a terminal, become U+FFFD.
fn cell(term: &Term) -> String {
    readable(term).replace(|c: char| c.is_control() && c != '\n' && c != '\t', "\u{fffd}")
}
