//! The house: what lies at its door, floors, file and function length, who may use which crate, no knowledge in the
//! program text.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;

/// Modules by floor: a file uses only modules of lower floors, and its own.
const FLOORS: &[(&str, u8)] = &[
    ("error", 0),
    ("text::span", 0),
    ("text::letters", 0),
    ("text::key", 0),
    ("text::lapse", 0),
    ("text::token", 0),
    ("text::syllable", 0),
    ("ontology::vocab", 0),
    ("ontology", 1),
    ("text", 2),
    ("source", 2),
    ("extract", 3),
    ("resolve", 4),
    ("evaluate", 4),
    ("store", 5),
    ("view", 6),
    ("export", 7),
    ("push", 7),
    ("serve", 7),
    ("pipeline", 8),
    ("cli", 9),
    ("main", 9),
];

/// Modules that a module may not use although they are below it.
const BARRED: &[(&str, &str)] = &[("view", "text"), ("view", "extract"), ("view", "resolve")];

/// All that lies at the top of the repository: no notes, no scores, no outputs.
const DOOR: &[&str] = &[
    ".ci",
    ".github",
    ".gitignore",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "NOTICE",
    "README.md",
    "benches",
    "build.rs",
    "examples",
    "ontology",
    "rustfmt.toml",
    "setup",
    "src",
    "tests",
    "web",
];

const MAX_FILE: usize = 400;
const MAX_FUNCTION: usize = 60;

struct Source {
    /// Below `src/`, such as `store/mod.rs`.
    path: String,
    /// Its module, such as `store::quads`.
    module: String,
    text: String,
}

impl Source {
    fn top(&self) -> &str {
        self.module.split("::").next().unwrap_or(&self.module)
    }

    fn is_test(&self) -> bool {
        self.module.split("::").any(|part| part == "tests")
    }

    /// The file without comments and without its test module.
    fn code(&self) -> String {
        if self.is_test() {
            return String::new();
        }
        let code = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = code.lines().filter(|l| !l.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut waiting = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a readable folder");
            waiting.extend(entries.map(|e| e.expect("a readable entry").path()));
        } else if path.extension().is_some_and(|e| e == "rs") {
            let below: PathBuf = path.strip_prefix(&root).expect("below src").to_owned();
            let names = below.with_extension("");
            let names: Vec<_> = names.iter().map(|n| n.to_string_lossy()).collect();
            let module = names.join("::");
            sources.push(Source {
                module: module.trim_end_matches("::mod").to_owned(),
                path: below.display().to_string(),
                text: fs::read_to_string(&path).expect("a readable file"),
            });
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn floor(module: &str) -> Option<u8> {
    let parts: Vec<&str> = module.split("::").collect();
    let lookup = |name: &str| FLOORS.iter().find(|(m, _)| *m == name).map(|(_, f)| *f);
    let two = parts.get(..2).and_then(|p| lookup(&p.join("::")));
    two.or_else(|| lookup(parts[0]))
}

/// The modules that the code of `module` names, one or two parts deep: `text`, `text::key`.
fn used(module: &str, code: &str) -> Vec<String> {
    let path = Regex::new(r"\b(?:crate|vietgraph)::(\w+)(?:::(\w+|\{[^}]*\}))?").expect("a regex");
    let code = from_the_root(module, code);
    let mut used = Vec::new();
    for found in path.captures_iter(&code) {
        let top = &found[1];
        let rest = found.get(2).map_or("", |m| m.as_str()).trim_matches(['{', '}']);
        let parts = rest.split(',').map(str::trim).filter(|p| !p.is_empty());
        let below: Vec<&str> = parts.map(|p| p.split("::").next().unwrap_or(p)).collect();
        if below.is_empty() {
            used.push(top.to_owned());
        }
        used.extend(below.into_iter().map(|b| format!("{top}::{b}")));
    }
    used
}

/// The code with its `super::` paths written from the root.
fn from_the_root(module: &str, code: &str) -> String {
    let supers = Regex::new(r"\b(?:self::)?((?:super::)+)").expect("a regex");
    let whole = supers.replace_all(code, |found: &regex::Captures| {
        let up = found[1].matches("super::").count();
        let mut parts: Vec<&str> = module.split("::").collect();
        parts.truncate(parts.len().saturating_sub(up));
        parts.insert(0, "crate");
        format!("{}::", parts.join("::"))
    });
    // `crate::{store::Store, view}` and what the above made of `use super::{…}` in a module of the first level.
    let group = Regex::new(r"\b(?:crate|vietgraph)::\{((?:[^{}]|\{[^{}]*\})*)\}").expect("a regex");
    let split = Regex::new(r"(?:^|,)\s*(\w+(?:::(?:\w+|\{[^{}]*\}))*)").expect("a regex");
    let spell = |found: &regex::Captures| {
        let paths = split.captures_iter(&found[1]).map(|path| format!("crate::{}", &path[1]));
        paths.collect::<Vec<_>>().join("; ")
    };
    group.replace_all(&whole, spell).into_owned()
}

#[test]
fn every_way_to_name_a_module_is_seen() {
    let seen = |code| used("view::page", code);
    assert_eq!(seen("use crate::text::key::key;"), ["text::key"]);
    assert_eq!(seen("use super::super::extract::record;"), ["extract::record"]);
    assert_eq!(seen("let x = super::super::resolve::Kind::Known;"), ["resolve::Kind"]);
    assert_eq!(seen("use super::walk::Walk;"), ["view::walk"]);
    assert_eq!(
        seen("use super::super::{extract::{Extractor, record}, cli};"),
        ["extract::Extractor", "extract::record", "cli"]
    );
    assert_eq!(used("pipeline", "use super::{store::Store, cli};"), ["store::Store", "cli"]);
    assert_eq!(used("pipeline", "use std::fs;"), [""; 0]);
}

/// Fails with all complaints, each `file: what is wrong`.
fn none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// The names at the top as git knows them; without git those of the folder, less what building and packing leave there.
fn at_the_door() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let git = Command::new("git").args(["ls-files", "-z"]).current_dir(root).output();
    let tracked = git.ok().filter(|g| g.status.success()).map(|g| String::from_utf8_lossy(&g.stdout).into_owned());
    let top = |path: &str| path.split('/').next().unwrap_or(path).to_owned();
    let mut names: Vec<String> = match tracked.filter(|paths| !paths.is_empty()) {
        Some(paths) => paths.split('\0').filter(|p| !p.is_empty()).map(top).collect(),
        None => {
            let left = |name: &String| name.starts_with('.') || ["target", "Cargo.toml.orig"].contains(&name.as_str());
            let entries = fs::read_dir(root).expect("a readable folder").map(|e| e.expect("a readable entry"));
            entries.map(|e| e.file_name().to_string_lossy().into_owned()).filter(|n| !left(n)).collect()
        }
    };
    names.sort();
    names.dedup();
    names
}

#[test]
fn nothing_else_lies_at_the_door() {
    let names = at_the_door();
    assert!(names.iter().any(|n| n == "Cargo.toml"), "no Cargo.toml among {names:?}");
    let stray = names.iter().filter(|n| !DOOR.contains(&n.as_str()));
    none(stray.map(|n| format!("{n}: has no place at the top of the repository")).collect());
}

#[test]
fn every_module_has_a_floor() {
    let all = sources().into_iter().filter(|s| s.module != "lib");
    none(all.filter(|s| floor(&s.module).is_none()).map(|s| format!("{}: no floor", s.path)).collect());
}

#[test]
fn files_use_only_lower_floors() {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|s| s.module != "lib") {
        let Some(own) = floor(&source.module) else {
            continue;
        };
        for used in used(&source.module, &source.code()) {
            let top = used.split("::").next().unwrap_or(&used);
            let same = top == source.top() && (own > 0 || floor(&used) == Some(0)) || source.module == "main";
            let above = floor(&used).is_some_and(|f| f >= own);
            let barred = BARRED.contains(&(source.top(), top)) && floor(&used) != Some(0);
            if (above && !same) || barred {
                complaints.push(format!("{}: floor {own} may not use {used}", source.path));
            }
        }
    }
    none(complaints);
}

#[test]
fn crates_stay_in_their_rooms() {
    let rooms: &[(&str, &[&str])] = &[
        (r"\boxigraph::(store|sparql)\b", &["store"]),
        (r"\bpetgraph\b", &["view", "export"]),
        (r"\bclap\b", &["cli", "main"]),
        (r"\b(axum|tokio)\b", &["serve", "cli"]),
        (r"\bureq\b", &["push"]),
    ];
    let mut complaints = Vec::new();
    for (pattern, rooms) in rooms {
        let pattern = Regex::new(pattern).expect("a regex");
        for source in sources() {
            if let Some(found) = pattern.find(&source.code())
                && !rooms.contains(&source.top())
            {
                let (path, found) = (&source.path, found.as_str());
                complaints.push(format!("{path}: {found} belongs in {}", rooms.join(", ")));
            }
        }
    }
    none(complaints);
}

#[test]
fn files_and_functions_stay_short() {
    let mut complaints = Vec::new();
    let head = Regex::new(r"^\s*(pub(\([^)]*\))? )?(const )?(async )?fn (\w+)").expect("a regex");
    for source in sources() {
        let lines: Vec<&str> = source.text.lines().collect();
        if lines.len() > MAX_FILE {
            complaints.push(format!("{}: {} lines, {MAX_FILE} at most", source.path, lines.len()));
        }
        for (i, line) in lines.iter().enumerate() {
            let Some(name) = head.captures(line).map(|c| c[5].to_owned()) else {
                continue;
            };
            let indent = line.len() - line.trim_start().len();
            let end = format!("{}}}", " ".repeat(indent));
            let length = lines[i..].iter().position(|l| *l == end).map_or(1, |n| n + 1);
            if length > MAX_FUNCTION {
                let place = format!("{}:{}", source.path, i + 1);
                complaints.push(format!("{place}: {name} has {length} lines, {MAX_FUNCTION} at most"));
            }
        }
    }
    none(complaints);
}

#[test]
fn no_module_is_a_drawer() {
    let drawers = ["util", "utils", "misc", "helper", "helpers", "common"];
    let named = |s: &Source| s.module.split("::").any(|part| drawers.contains(&part));
    none(sources().iter().filter(|s| named(s)).map(|s| format!("{}: name it for what it makes", s.path)).collect());
}

/// Knowledge is data: a Vietnamese word in a string of the program belongs in `ontology/`.
#[test]
fn no_vietnamese_words_in_strings() {
    let string = Regex::new(r#""((?:[^"\\]|\\.)*)""#).expect("a regex");
    let word = Regex::new(r"[\p{L}\p{M}]+").expect("a regex");
    let vietnamese = |w: &str| {
        let marked = w.chars().any(|c| ('à'..='ỹ').contains(&c.to_lowercase().next().unwrap_or(c)));
        let consonant = w.chars().any(|c| "bcdđghklmnpqrstvx".contains(c.to_lowercase().next().unwrap_or(c)));
        marked && consonant && w.chars().count() > 1
    };
    let mut complaints = Vec::new();
    for source in sources() {
        let code = source.code();
        for found in string.captures_iter(&code) {
            if let Some(found) = word.find_iter(&found[1]).find(|w| vietnamese(w.as_str())) {
                complaints.push(format!("{}: {:?} belongs in ontology/", source.path, found.as_str()));
            }
        }
    }
    none(complaints);
}
