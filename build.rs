//! Rebuilds the package when a file is added to or removed from `ontology/` or to the saved questions, which are embedded in the binary.

fn main() {
    println!("cargo::rerun-if-changed=ontology");
    println!("cargo::rerun-if-changed=src/serve/questions");
}
