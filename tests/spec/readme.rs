//! README's tour prints what it shows: every `console` block is run, in order, and its output compared.
//!
//! `…` in a shown output stands for anything. `VIETGRAPH_REFRESH=1 cargo test --release readme` writes what the program
//! prints now into the README, for reading in the diff.

use std::path::Path;
use std::process::{Command, Stdio};

/// A command of the tour and what the README says it prints.
struct Shown {
    line: usize,
    command: String,
    output: String,
}

/// The commands of all `console` blocks, each with the lines below it; a command goes on while a quotation is open.
fn tour(readme: &str) -> Vec<Shown> {
    let mut shown: Vec<Shown> = Vec::new();
    let mut inside = false;
    for (line, text) in readme.lines().enumerate() {
        if text.starts_with("```") {
            inside = text == "```console";
            continue;
        }
        let open = shown.last_mut().filter(|last| last.command.matches('\'').count() % 2 == 1);
        if let Some(last) = open {
            last.command.push('\n');
            last.command.push_str(text);
        } else if inside && let Some(command) = text.strip_prefix("$ ") {
            shown.push(Shown { line: line + 1, command: command.to_owned(), output: String::new() });
        } else if inside && let Some(last) = shown.last_mut() {
            last.output.push_str(text);
            last.output.push('\n');
        }
    }
    shown
}

/// Whether a text is what is shown, `…` standing for anything.
fn agrees(shown: &str, text: &str) -> bool {
    let mut parts = shown.split('…');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let mut last = None;
    for part in parts {
        if let Some(part) = last.replace(part) {
            let Some(at) = rest.find(part) else {
                return false;
            };
            rest = &rest[at + part.len()..];
        }
    }
    last.map_or(rest.is_empty(), |part| rest.ends_with(part))
}

/// Runs a command of the tour as a reader would, with the program on the path.
fn run(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_vietgraph"));
    let path = format!("{}:{}", program.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let out = Command::new("sh")
        .args(["-c", &format!("exec 2>&1\n{command}")])
        .env("PATH", path)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

#[test]
#[cfg(unix)]
fn the_tour_prints_what_the_readme_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    for name in ["examples", "ontology", "tests"] {
        std::os::unix::fs::symlink(root.join(name), folder.path().join(name)).unwrap();
    }
    let mut readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let mut wrong = Vec::new();
    for shown in tour(&readme.clone()) {
        let printed = run(&shown.command, folder.path());
        if !agrees(&shown.output, &printed) {
            readme = readme.replacen(
                &format!("$ {}\n{}", shown.command, shown.output),
                &format!("$ {}\n{printed}", shown.command),
                1,
            );
            wrong.push(format!("README.md:{}: $ {}\n{printed}", shown.line, shown.command));
        }
    }
    if std::env::var_os("VIETGRAPH_REFRESH").is_some() {
        std::fs::write(root.join("README.md"), readme).unwrap();
    } else {
        assert!(wrong.is_empty(), "not what the README shows:\n\n{}", wrong.join("\n"));
    }
}

#[test]
fn an_ellipsis_stands_for_anything_and_nothing_else_does() {
    assert!(agrees("a …\nb\n", "a 12 ms\nb\n"));
    assert!(agrees("a\n…\n", "a\nb\nc\n"));
    assert!(agrees("same\n", "same\n"));
    assert!(!agrees("a …\nb\n", "a 12 ms\nc\n"));
    assert!(!agrees("a\n", "a\nb\n"));
}
