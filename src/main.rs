//! The command line.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Records are many small texts; the system's allocator takes a good tenth of the time of reading articles.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    vietgraph::cli::main()
}
