//! The command line.

use std::process::ExitCode;

/// Extraction allocates many small, short-lived values; this allocator serves them faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    vietgraph::cli::main()
}
