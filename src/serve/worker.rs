//! Answering one query or making one change, in a process of its own: what it takes ends with it, however it ends.
//!
//! The evaluator can be asked to stop only where it reads the store, and what it piles up between is not counted; a query that is
//! nested deep enough takes the whole stack. Each of them ends its process here, and the server goes on.
//!
//! A worker reads a [`Task`] as a line of JSON from its standard input and writes its answer: a [`Head`] as a line of JSON, then the
//! body. The answer is held back until it is whole, the most of it in a file without a name: what fails on its way, or grows too large,
//! has a status and a reason, and is no part that somebody may take for the whole. A worker ends at once where its input ends: whoever
//! gave it the task is gone then, however it went, and nobody waits for the answer.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Seek, Write};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use tempfile::SpooledTempFile;

use crate::error::{Error, Result};
use crate::store::results::{RowFormat, TripleFormat, stream_triples, write_rows, write_truth};
use crate::store::snapshot::quads_at;
use crate::store::sparql::{Answer, Dataset, query_in};
use crate::store::update::{self, Fate};

/// What a worker is given to do, and how much it may take.
#[derive(Debug, Serialize, Deserialize)]
pub struct Task {
    /// What to do.
    pub work: Work,
    /// How many bytes of memory it may take.
    pub memory: u64,
    /// How many bytes its answer may have.
    pub size: u64,
    /// How many seconds of a core it may take, where nobody ends it before.
    pub seconds: u64,
}

/// What a worker does.
#[derive(Debug, Serialize, Deserialize)]
pub enum Work {
    /// Answers a query.
    Query {
        /// The folder whose quads are read.
        place: PathBuf,
        /// The query.
        text: String,
        /// The graphs it sees.
        dataset: Dataset,
        /// The format for rows and truth; none where the client takes none of them.
        rows: Option<RowFormat>,
        /// The format for triples; none where the client takes none of them.
        triples: Option<TripleFormat>,
    },
    /// Runs an update on a store.
    Update {
        /// The folder of the store.
        dir: PathBuf,
        /// The update.
        text: String,
        /// The graphs it sees.
        dataset: Dataset,
    },
    /// Puts triples into the graph of an article.
    Put {
        /// The folder of the store.
        dir: PathBuf,
        /// The graph.
        graph: String,
        /// The triples.
        triples: String,
        /// Their format.
        format: TripleFormat,
        /// Whether they come in place of what is there.
        replace: bool,
    },
    /// Drops the graph of an article.
    Remove {
        /// The folder of the store.
        dir: PathBuf,
        /// The graph.
        graph: String,
    },
}

/// How an answer begins.
#[derive(Debug, Serialize, Deserialize)]
pub struct Head {
    /// The status of HTTP.
    pub status: u16,
    /// The media type of the body.
    pub media_type: String,
}

/// What is said after a change by hand.
pub(super) const UNTIL_THE_NEXT_BUILD: &str = "the next build makes every graph anew from its articles, and what was changed by hand is gone then; to correct the graph for good use the decisions of `vietgraph merge`, `split`, `reject` and `rename`, to take an article out `vietgraph retract`";

/// What to do about an answer that is too large.
const LESS: &str = "ask for less, for example with LIMIT or fewer variables, or for one part after the other with ORDER BY, LIMIT and OFFSET; start the server with more --result-size, or take the whole graph with `vietgraph export`";

/// The stack for parsing and evaluating.
const STACK: usize = 256 << 20;

/// What the program and the database take before a query begins: most of it the stacks of threads, which are hardly used.
const OWN: u64 = 200 << 20;

/// So many bytes of an answer are held back in memory, the others on a disk.
const HELD: usize = 1 << 20;

/// How many bytes are handed over at a time.
const PIECE: usize = 64 << 10;

/// Does the task of `input`; gives whether the answer is whole.
///
/// # Errors
/// [`Error::Output`] when the task cannot be read or the answer cannot be written.
pub fn run(input: impl Read + Send + 'static, output: impl Write + Send + 'static) -> Result<bool> {
    let (mut input, mut line) = (BufReader::new(input), String::new());
    input.read_line(&mut line).map_err(|e| unusable(&e))?;
    let task: Task = serde_json::from_str(&line).map_err(|e| unusable(&e))?;
    let memory = task.memory.saturating_add(u64::try_from(STACK).unwrap_or(u64::MAX)).saturating_add(OWN);
    // Where a system has no such limits, that of the time remains.
    let _ = rlimit::Resource::DATA.set(memory, memory);
    let _ = rlimit::Resource::CPU.set(task.seconds, task.seconds);
    // What it holds in memory is not to be written to a disk when it dies.
    let _ = rlimit::Resource::CORE.set(0, 0);
    std::thread::spawn(move || {
        let _ = io::copy(&mut input, &mut io::sink());
        std::process::abort();
    });
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        let mut out = Out::new(task.size);
        let done = perform(task.work, &mut out);
        out.hand_over(done, output)
    });
    match worker.map_err(|e| unusable(&e))?.join() {
        Ok(whole) => whole.map_err(|e| unusable(&e)),
        Err(_) => Ok(false),
    }
}

/// Why there is no answer: a status and what is wrong.
type Failure = (u16, String);

fn perform(work: Work, out: &mut Out) -> std::result::Result<(), Failure> {
    let (told, fate) = match work {
        Work::Query { place, text, dataset, rows, triples } => {
            let store = quads_at(&place).map_err(|e| (500, e.to_string()))?;
            let answer = query_in(&store, &text, &dataset).map_err(failed)?;
            return write(answer, rows, triples, out);
        }
        Work::Update { dir, text, dataset } => {
            (update::update(&dir, &text, &dataset).map(|()| Fate::Changed), "updated")
        }
        Work::Put { dir, graph, triples, format, replace } => {
            (update::put(&dir, &graph, triples.as_bytes(), format, replace), "written")
        }
        Work::Remove { dir, graph } => (update::remove(&dir, &graph), "dropped"),
    };
    let status = match told.map_err(failed)? {
        Fate::New => 201,
        Fate::Changed => 200,
        Fate::Unknown => return Err((404, "there is no such graph".to_owned())),
    };
    out.begin_with(status, "text/plain");
    writeln!(out, "{fate}; {UNTIL_THE_NEXT_BUILD}").map_err(|e| (500, e.to_string()))
}

fn write(
    answer: Answer,
    rows: Option<RowFormat>,
    triples: Option<TripleFormat>,
    out: &mut Out,
) -> std::result::Result<(), Failure> {
    let none = |types: Vec<&str>| {
        (406, format!("this query can be answered as {}; ask for one of them in Accept", types.join(", ")))
    };
    if let Answer::Triples(found) = answer {
        let format = triples.ok_or_else(|| none(TripleFormat::ALL.iter().map(|f| f.media_types()[0]).collect()))?;
        out.begin_with(200, format.media_types()[0]);
        return stream_triples(found, format, out).map_err(failed);
    }
    let format = rows.ok_or_else(|| none(RowFormat::ALL.iter().map(|f| f.media_types()[0]).collect()))?;
    out.begin_with(200, format.media_types()[0]);
    match answer {
        Answer::Rows(rows) => write_rows(rows, format, out).map_err(failed),
        Answer::Truth(truth) => write_truth(truth, format, out).map_err(failed),
        Answer::Triples(_) => unreachable!("triples are written above"),
    }
}

fn failed(error: Error) -> Failure {
    let status = match &error {
        Error::Query { .. } => 400,
        Error::Forbidden { .. } => return (403, format!("{error}; and {UNTIL_THE_NEXT_BUILD}")),
        // The format has no words for it.
        Error::Output { .. } => {
            return (406, format!("{error}; ask for another format in Accept, such as text/turtle"));
        }
        // Another process builds it.
        Error::Store { .. } => 503,
        _ => 500,
    };
    (status, error.to_string())
}

/// An answer, held back until it is whole.
struct Out {
    head: Head,
    held: BufWriter<SpooledTempFile>,
    /// How many bytes it has and may have.
    size: u64,
    most: u64,
    /// Why it cannot be held, where that is so.
    failure: Option<Failure>,
}

impl Out {
    fn new(most: u64) -> Out {
        let held = BufWriter::with_capacity(PIECE, SpooledTempFile::new(HELD));
        Out { head: Head { status: 500, media_type: "text/plain".to_owned() }, held, size: 0, most, failure: None }
    }

    fn begin_with(&mut self, status: u16, media_type: &str) {
        self.head = Head { status, media_type: media_type.to_owned() };
    }

    /// Hands the answer over, or why there is none; gives whether all of it went.
    fn hand_over(mut self, mut done: std::result::Result<(), Failure>, to: impl Write) -> io::Result<bool> {
        // Nothing is said of an answer before the last of it has found room.
        done = done.and_then(|()| self.held.flush().map_err(|e| no_room(&e)));
        let mut to = BufWriter::with_capacity(PIECE, to);
        let mut begin = |head: &Head| serde_json::to_writer(&mut to, head).map(|()| to.write_all(b"\n"));
        if let Some((status, reason)) = self.failure.take().or(done.err()) {
            begin(&Head { status, media_type: "text/plain".to_owned() })??;
            writeln!(to, "{reason}")?;
        } else {
            let mut held = self.held.into_inner().map_err(io::IntoInnerError::into_error)?;
            held.rewind()?;
            begin(&self.head)??;
            io::copy(&mut held, &mut to)?;
        }
        to.flush()?;
        Ok(true)
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.size += bytes.len() as u64;
        if self.size > self.most {
            let most = self.most / 1_000_000;
            let reason = format!("the answer has more than {most} MB; {LESS}");
            self.failure = Some((500, reason));
            return Err(io::Error::other("the answer is too large"));
        }
        self.held.write_all(bytes).inspect_err(|e| {
            self.failure = Some(no_room(e));
        })?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An answer that finds no room where it is held.
fn no_room(error: &io::Error) -> Failure {
    let place = std::env::temp_dir();
    let remedy = "make room there, or start the server with TMPDIR set to a folder that has more";
    (500, format!("the answer cannot be held in {}: {error}; {remedy}", place.display()))
}

fn unusable(error: &dyn std::fmt::Display) -> Error {
    Error::Output { path: "-".into(), reason: error.to_string() }
}
