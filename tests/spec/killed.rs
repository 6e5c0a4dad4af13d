//! A build that is killed at any moment leaves a store of whole graphs, and the same command again finishes it.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use vietgraph::store::Store;

use super::binary::Place;

/// How many quads each graph of a store has, and what they sum up to.
type Graphs = BTreeMap<String, (usize, u64)>;

/// Numbers that look like chance and are the same each time (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

/// So many articles: those of the corpus of identities, again and again under other ids.
fn articles(n: usize) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/identity/articles.jsonl");
    let text = fs::read_to_string(path).expect("the corpus of identities");
    let lines: Vec<&str> = text.lines().collect();
    let article = |i: usize| {
        let mut article: Value = serde_json::from_str(lines[i % lines.len()]).expect("an article");
        let (id, text) = (article["id"].as_str().expect("an id"), article["text"].as_str().expect("a text"));
        let (id, text) = (format!("{id}-{}", i / lines.len()), format!("{text} Bản tin số {i}."));
        (article["id"], article["text"]) = (json!(id), json!(text));
        article
    };
    (0..n).map(article).collect()
}

/// The first half of the articles, then the second with some of the first as they were written again, then the first once more.
fn batches(place: &Place, n: usize) -> Vec<&'static str> {
    let all = articles(n);
    let (first, second) = all.split_at(n / 2);
    let again = first.iter().step_by(3).map(|article| {
        let text = article["text"].as_str().expect("a text");
        let mut article = article.clone();
        article["text"] = json!(text.rsplit_once(". ").map_or(text, |(all_but_last, _)| all_but_last));
        article
    });
    let again: Vec<Value> = second.iter().cloned().chain(again).collect();
    let names = ["first.jsonl", "second.jsonl", "third.jsonl"];
    for (name, articles) in names.iter().zip([first, &again, first]) {
        let lines: Vec<String> = articles.iter().map(|article| format!("{article}\n")).collect();
        place.write(name, lines.concat());
    }
    names.to_vec()
}

fn build(place: &Place, store: &str, batch: &str) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vietgraph"));
    command.current_dir(place.path("")).args(["build", "--store", store, batch]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
}

/// Builds without being disturbed; how long it took.
fn whole(place: &Place, store: &str, batch: &str) -> Duration {
    let start = Instant::now();
    assert!(build(place, store, batch).wait().expect("it ends").success(), "{store} {batch}");
    start.elapsed()
}

/// What a store holds; nothing where the first build had not made its database yet.
fn graphs(place: &Place, store: &str) -> Graphs {
    let dir = place.path(store);
    let mut graphs = Graphs::new();
    if dir.join("rdf/CURRENT").is_file() {
        for quad in Store::open(&dir).expect("a store that opens").iter() {
            let quad = quad.expect("a quad that can be read");
            let (count, sum) = graphs.entry(quad.graph_name.to_string()).or_default();
            let mut hasher = DefaultHasher::new();
            quad.hash(&mut hasher);
            (*count, *sum) = (*count + 1, sum.wrapping_add(hasher.finish()));
        }
    }
    graphs
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder that can be read").flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => fs::copy(entry.path(), target).map(drop).expect("room for a copy"),
        }
    }
}

/// When a build's folder last changed, to see it begin to write.
fn touched(place: &Place, store: &str) -> Vec<Option<(std::time::SystemTime, u64)>> {
    let files = ["records.jsonl", "graphs.tsv", "store.json"];
    let stamp =
        |name: &&str| fs::metadata(place.path(store).join(name)).and_then(|m| Ok((m.modified()?, m.len()))).ok();
    files.iter().map(stamp).collect()
}

/// Starts a build and kills it: anywhere in the time it takes, or, as its writing is the shorter part, at some time after it began
/// to write. Whether it was killed before its end.
fn kill(place: &Place, store: &str, batch: &str, takes: Duration, chance: &mut Chance) -> bool {
    let before = touched(place, store);
    let mut building = build(place, store, batch);
    let start = Instant::now();
    let mut rest = takes;
    if chance.below(4) > 0 {
        while touched(place, store) == before && building.try_wait().expect("a process").is_none() {
            sleep(Duration::from_micros(200));
        }
        rest = takes.saturating_sub(start.elapsed());
    }
    let rest = u64::try_from(rest.as_micros()).expect("less than an age").max(2000);
    sleep(Duration::from_micros(chance.below(rest)));
    let ended = building.try_wait().expect("a process").is_some();
    building.kill().expect("a process that may be killed");
    building.wait().expect("it is gone");
    !ended
}

/// Every graph is as it was before the batch, or as it is behind it.
fn assert_whole(found: &Graphs, before: &Graphs, after: &Graphs, at: &str) {
    for (name, quads) in found {
        let known = [before, after].into_iter().any(|graphs| graphs.get(name) == Some(quads));
        assert!(known, "{at}: {name} is neither as it was nor as it is to be: {quads:?}");
    }
    let lost: Vec<&String> =
        before.keys().filter(|name| after.contains_key(*name) && !found.contains_key(*name)).collect();
    assert!(lost.is_empty(), "{at}: lost {lost:?}");
}

/// Kills builds of so many articles until so many were killed before their end, each followed by another that is killed, or ends.
fn kill_often(articles: usize, kills: usize) {
    let place = Place::new();
    let batches = batches(&place, articles);
    let (mut states, mut times) = (vec![Graphs::new()], Vec::new());
    for batch in &batches {
        times.push(whole(&place, "sound", batch));
        states.push(graphs(&place, "sound"));
        copy(&place.path("sound"), &place.path(&format!("sound-{}", times.len())));
    }
    let (mut chance, mut killed, mut unfinished) = (Chance(0x9e37_79b9_7f4a_7c15), 0, [0; 3]);
    let mut told = 0;
    while killed < kills {
        if killed >= told + 50 {
            told = killed;
            println!("{killed} kills, {unfinished:?} of them in the middle of the writing of graphs");
        }
        let n = killed % batches.len();
        let (batch, before, after) = (batches[n], &states[n], &states[n + 1]);
        let _ = fs::remove_dir_all(place.path("hurt"));
        if n > 0 {
            copy(&place.path(&format!("sound-{n}")), &place.path("hurt"));
        }
        for _ in 0..=chance.below(3) {
            killed += usize::from(kill(&place, "hurt", batch, times[n], &mut chance));
            let found = graphs(&place, "hurt");
            assert_whole(&found, before, after, &format!("{batch}, kill {killed}"));
            unfinished[n] += usize::from(found != *before && found != *after);
        }
        whole(&place, "hurt", batch);
        assert!(
            graphs(&place, "hurt") == *after,
            "{batch}, kill {killed}: the build that finishes it makes another graph"
        );
    }
    println!(
        "{killed} kills, of which {unfinished:?} in the middle of the three batches' writing of graphs; {times:?} each"
    );
}

#[test]
fn fifty_kills_leave_whole_articles_and_the_next_build_finishes() {
    kill_often(60, 50);
}

/// `cargo test --release --test spec -- --ignored --nocapture soak_of_five` prints its figures.
#[test]
#[ignore = "takes an hour"]
fn soak_of_five_hundred_kills() {
    kill_often(2000, 500);
}
