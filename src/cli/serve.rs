//! `vietgraph serve`: the SPARQL endpoint, the API and the explorer.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use clap::builder::RangedU64ValueParser;

use super::terminal::say;
use super::{Outcome, StoreArg};
use crate::serve::{self, Options, Readers};

/// What is said where the files of a store cannot be linked.
const UNLINKED: &str = "its files cannot be linked, so it is read where it stands and no build can begin until this server ends; to build meanwhile, keep it in a folder that can be written, on one file system that has hard links";

/// Serve the graph: an explorer for the browser, a SPARQL endpoint at /sparql and a JSON API at /api
///
/// Only this machine can reach it unless --bind says otherwise. It follows builds: what a build changes is served when that is done. Stop
/// it with Ctrl-C.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// The address to listen at; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7878")]
    bind: SocketAddr,
    /// The port to listen at on this machine: --bind 127.0.0.1:N in short
    #[arg(long, value_name = "N", conflicts_with = "bind")]
    port: Option<u16>,
    /// How many seconds a query may run, or an answer of the API may take
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    query_time: u64,
    /// How many MB of memory a query may take
    #[arg(long, value_name = "MB", default_value_t = 1000, value_parser = megabytes())]
    query_memory: u64,
    /// How many MB the answer to a query may have; a larger one is refused. As many as this times --queries may stand in the temporary
    /// folder of the system at a time
    #[arg(long, value_name = "MB", default_value_t = 100, value_parser = megabytes())]
    result_size: u64,
    /// How many MB a request may have
    #[arg(long, value_name = "MB", default_value_t = 10, value_parser = RangedU64ValueParser::<usize>::new().range(1..=4_000))]
    body_size: usize,
    /// How many queries may run at a time; by default twice as many as there are cores
    #[arg(long, value_name = "N", value_parser = RangedU64ValueParser::<usize>::new().range(1..=10_000))]
    queries: Option<usize>,
    /// Pages of which other sites may read the answers: an origin such as https://example.org (may be given again), `*` for all or
    /// `none`
    #[arg(long, value_name = "ORIGIN", default_value = "*")]
    cors: Vec<String>,
    /// A name that the server is called by beside localhost, as behind a proxy or a tunnel; may be given again
    #[arg(long, value_name = "NAME", value_parser = serve::host_name)]
    allow_host: Vec<String>,
    /// Allow updates from whoever sends the token of --token-file, or that of VIETGRAPH_TOKEN, as a bearer token
    #[arg(long)]
    allow_update: bool,
    /// A file whose first line is the token for updates
    #[arg(long, value_name = "FILE", requires = "allow_update")]
    token_file: Option<PathBuf>,
}

/// So many that they can be counted in bytes.
fn megabytes() -> RangedU64ValueParser {
    clap::value_parser!(u64).range(1..=1_000_000_000)
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let token = self.token()?;
        let readers = Readers::parse(&self.cors).map_err(anyhow::Error::msg)?;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let options = Options {
            dir: self.store.dir,
            program: std::env::current_exe().context("this program cannot be found")?,
            bind: self.port.map_or(self.bind, |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port))),
            query_time: Duration::from_secs(self.query_time),
            memory: self.query_memory * 1_000_000,
            result_size: self.result_size * 1_000_000,
            body_size: self.body_size * 1_000_000,
            readers,
            hosts: self.allow_host,
            queries: self.queries.unwrap_or(2 * cores),
            token,
        };
        let store = options.dir.display().to_string();
        serve::run(options, |address, alone| {
            say(&format!("http://{address} · SPARQL at /sparql · stop with Ctrl-C"));
            if alone {
                say(&format!("{store}: {UNLINKED}"));
            }
        })?;
        Ok(Outcome::Done)
    }

    /// The token for updates, where they are allowed.
    fn token(&self) -> anyhow::Result<Option<String>> {
        if !self.allow_update {
            return Ok(None);
        }
        let token = match &self.token_file {
            Some(file) => std::fs::read_to_string(file)
                .with_context(|| format!("{}: the token cannot be read", file.display()))?
                .lines()
                .next()
                .unwrap_or_default()
                .trim()
                .to_owned(),
            None => std::env::var("VIETGRAPH_TOKEN").unwrap_or_default(),
        };
        anyhow::ensure!(
            !token.is_empty(),
            "--allow-update needs a token; give it with --token-file FILE or in VIETGRAPH_TOKEN"
        );
        Ok(Some(token))
    }
}
