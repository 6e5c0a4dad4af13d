//! `vietgraph push`: the graph to a Graph Store.

use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::builder::RangedU64ValueParser;
use indicatif::{HumanBytes, HumanCount};
use serde_json::json;

use super::log::LogArg;
use super::progress::{Bar, style};
use super::terminal::{count, say, stdout, unwritable};
use super::{Outcome, StoreArg};
use crate::error::Error;
use crate::push::{Graphs, Job, Login, Options, Plan, Push, Report, Watch};

/// Send the graph to a SPARQL 1.1 Graph Store: Virtuoso, Fuseki, GraphDB, a `vietgraph serve` …
///
/// Each article's graph and each derived graph is put there by a request of its own. What arrived is noted in the store's folder: the next
/// push to the same address sends what changed since, deletes what is gone, and goes on where one was broken off. A token is taken from
/// VIETGRAPH_TOKEN, or user:password from VIETGRAPH_LOGIN (basic or digest, as the server asks).
#[derive(clap::Args)]
pub(super) struct Args {
    /// The address of the Graph Store, such as http://localhost:8890/sparql-graph-crud-auth
    #[arg(value_name = "URL")]
    url: String,
    #[command(flatten)]
    store: StoreArg,
    /// Send evidence as RDF 1.2 reifiers, not as rdf:Statement
    #[arg(long)]
    rdf12: bool,
    /// Send the graphs of articles alone, not what follows from them
    #[arg(long, conflicts_with = "with_ontology")]
    articles_only: bool,
    /// Send the ontology's graph too
    #[arg(long)]
    with_ontology: bool,
    /// Say what would be sent (PUT) and deleted, and send nothing
    #[arg(long)]
    dry_run: bool,
    /// Where to note what was sent, instead of in the store's folder
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
    /// How many requests run at a time
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = RangedU64ValueParser::<usize>::new().range(1..=256))]
    jobs: usize,
    /// How many MB one request carries at most; larger graphs take several
    #[arg(long, value_name = "MB", default_value_t = 4, value_parser = RangedU64ValueParser::<usize>::new().range(1..=1_000))]
    request_size: usize,
    /// How often a request is sent again after the server is busy, fails or cannot be reached
    #[arg(long, value_name = "N", default_value_t = 8)]
    retries: u32,
    /// How many seconds a request may take
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    timeout: u64,
    #[command(flatten)]
    log: LogArg,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        self.log.begin();
        let options =
            Options { login: self.login()?, retries: self.retries, timeout: Duration::from_secs(self.timeout) };
        let graphs = match (self.articles_only, self.with_ontology) {
            (true, _) => Graphs::Articles,
            (false, false) => Graphs::Derived,
            (false, true) => Graphs::Ontology,
        };
        let job = Job {
            store: self.store.dir,
            url: self.url,
            journal: self.journal,
            graphs,
            rdf12: self.rdf12,
            jobs: self.jobs,
            part: self.request_size * 1_000_000,
            options,
        };
        let push = Push::prepare(&job)?;
        if self.dry_run {
            return list(push.plan()).map(|()| Outcome::Done);
        }
        let mut progress = Progress::new(push.plan());
        let begun = Instant::now();
        let report = push.run(&mut progress)?;
        progress.0.finish_and_clear();
        tell(&job.url, push.plan(), &report, begun.elapsed());
        match report.failed {
            Some(error) => Err(error.into()),
            None => Ok(Outcome::of(report.refused)),
        }
    }

    /// Who asks, by the environment; an address may end in logs and lists of processes.
    fn login(&self) -> anyhow::Result<Login> {
        let host = self.url.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or_default());
        let http = self.url.starts_with("http://") || self.url.starts_with("https://");
        if !http || host.is_none_or(|host| host.is_empty() || host.contains('@')) {
            let reason = "is no address; give one such as https://host/path, and user:password in VIETGRAPH_LOGIN";
            return Err(Error::Push { url: self.url.clone(), reason: reason.to_owned() }.into());
        }
        let given = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        Ok(match (given("VIETGRAPH_TOKEN"), given("VIETGRAPH_LOGIN")) {
            (Some(_), Some(_)) => anyhow::bail!("VIETGRAPH_TOKEN and VIETGRAPH_LOGIN are both set; unset one"),
            (Some(token), None) => Login::Token(token.trim().to_owned()),
            (None, Some(login)) => match login.split_once(':') {
                Some((user, password)) => Login::User(user.to_owned(), password.to_owned()),
                None => anyhow::bail!("VIETGRAPH_LOGIN holds no user:password"),
            },
            (None, None) => Login::None,
        })
    }
}

/// What would be done, a line for each graph.
fn list(plan: &Plan) -> anyhow::Result<()> {
    let mut out = stdout();
    let sends = plan.send.iter().map(|(graph, _)| ("PUT", graph));
    for (verb, graph) in sends.chain(plan.delete.iter().map(|graph| ("DELETE", graph))) {
        writeln!(out, "{verb}\t{graph}").map_err(unwritable)?;
    }
    out.flush().map_err(unwritable)?;
    let (sends, deletes) = (count(plan.send.len(), "graph"), plan.delete.len());
    say(&format!("{sends} to send, {deletes} to delete, {} as before; nothing was sent", plan.same));
    Ok(())
}

fn tell(url: &str, plan: &Plan, report: &Report, took: Duration) {
    let (sent, again) = (count(report.sent, "graph"), count(report.again, "request"));
    let mut line = format!("{url}: {sent} sent, {} deleted, {} as before", report.deleted, plan.same);
    if report.refused > 0 {
        line.push_str(&format!(", {} refused", report.refused));
    }
    let (triples, bytes) = (HumanCount(report.triples as u64), HumanBytes(report.bytes as u64));
    line.push_str(&format!("; {triples} triples, {bytes} in {:.1} s", took.as_secs_f64()));
    if report.again > 0 {
        line.push_str(&format!("; {again} sent again"));
    }
    say(&line);
}

/// How many graphs are done with.
struct Progress(Bar);

impl Progress {
    fn new(plan: &Plan) -> Progress {
        let bar = Bar::new();
        bar.set_length((plan.send.len() + plan.delete.len()) as u64);
        bar.set_style(style("{bar:30} {pos} of {len} graphs, {per_sec}, {eta} left"));
        Progress(bar)
    }
}

impl Watch for Progress {
    fn done(&mut self) {
        let bar = &self.0;
        bar.inc(1);
        let (done, all) = (bar.position(), bar.length().unwrap_or_default());
        let line = format!("{done} of {all} graphs, {:.0} a second", bar.per_sec());
        self.0.tell(&line, [("counts".to_owned(), json!({ "graphs": done, "of": all }))].into_iter().collect());
    }

    fn problem(&mut self, error: &Error) {
        self.0.warn(error);
    }
}
