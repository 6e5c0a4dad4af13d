//! The command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    vietgraph::cli::main()
}
