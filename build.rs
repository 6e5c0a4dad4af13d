//! Rebuilds the package when a file is added to or removed from `ontology/`, which is embedded in the binary.

fn main() {
    println!("cargo::rerun-if-changed=ontology");
}
