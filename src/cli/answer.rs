//! `vietgraph answer`: one query of a server, in a process of its own.

use super::Outcome;
use crate::serve::worker;

/// Answer one query of `vietgraph serve`, which runs this
#[derive(clap::Args)]
pub(super) struct Args {}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let whole = worker::run(std::io::stdin(), std::io::stdout())?;
        anyhow::ensure!(whole, "the answer could not be finished");
        Ok(Outcome::Done)
    }
}
