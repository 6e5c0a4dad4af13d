//! The command line.

use std::process::ExitCode;

/// Extraction makes many small things that live as long as one article: this allocator gives and takes them back faster than
/// the C library's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    vietgraph::cli::main()
}
