//! How far a run has come: a bar on a terminal, otherwise a line or an object now and then.

use std::io::{self, IsTerminal};
use std::ops::Deref;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::{Map, Value, json};

use super::log::{self, Level, Manner};
use super::terminal::{count, warn};
use crate::error::Error;
use crate::pipeline::{Report, Watch};
use crate::source::Inputs;

/// How long a run is silent where there is no terminal.
const SILENCE: Duration = Duration::from_secs(10);

/// A bar on a terminal; elsewhere it speaks now and then.
pub(super) struct Bar {
    bar: ProgressBar,
    /// When it last said something.
    told: Instant,
}

impl Bar {
    /// With nothing in it yet.
    pub(super) fn new() -> Bar {
        let seen = log::manner() == Manner::Lines && io::stderr().is_terminal();
        let target = if seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        if seen {
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        Bar { bar, told: Instant::now() }
    }

    /// Says a line where nothing is drawn, if it said nothing for long.
    pub(super) fn tell(&mut self, message: &str, about: Map<String, Value>) {
        if self.told.elapsed() >= SILENCE && self.bar.is_hidden() {
            self.told = Instant::now();
            log::tell(Level::Info, message, about);
        }
    }

    /// Says what cannot be used, above what is drawn.
    pub(super) fn warn(&self, error: &Error) {
        self.bar.suspend(|| warn(error));
    }
}

impl Deref for Bar {
    type Target = ProgressBar;

    fn deref(&self) -> &ProgressBar {
        &self.bar
    }
}

/// Tells how far a run has come, and its problems as they come.
pub(super) struct Progress {
    bar: Bar,
    stage: &'static str,
    began: Instant,
    /// How many bytes there are to read, where that is known.
    size: Option<u64>,
}

impl Progress {
    /// Of a run over what is to be read.
    pub(super) fn over(inputs: &Inputs) -> Progress {
        let mut progress = Progress::new();
        let asked = log::manner() != Manner::Quiet;
        progress.size = if asked { inputs.size().filter(|size| *size > 0) } else { None };
        progress
    }

    pub(super) fn new() -> Progress {
        let bar = Bar::new();
        bar.set_style(style("{spinner} {msg} {elapsed}"));
        Progress { bar, stage: "", began: Instant::now(), size: None }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// So many articles, how many a second, and how long it may still take.
    fn pace(&self, report: &Report) -> String {
        let took = self.began.elapsed().as_secs_f64();
        let rate = report.articles as f64 / took.max(0.001);
        let left = self.size.filter(|_| report.taken > 0).map(|size| {
            let left = took * (size as f64 / report.taken as f64 - 1.0).max(0.0);
            format!(", about {} left", duration(Duration::from_secs_f64(left)))
        });
        format!("{} read, {rate:.0} a second{}", count(report.articles, "article"), left.unwrap_or_default())
    }

    fn about(&self, counts: Value) -> Map<String, Value> {
        [("stage".to_owned(), json!(self.stage)), ("counts".to_owned(), counts)].into_iter().collect()
    }
}

impl Watch for Progress {
    fn problem(&mut self, error: &Error) {
        self.bar.warn(error);
    }

    fn read(&mut self, report: &Report) {
        let pace = self.pace(report);
        self.bar.set_position(report.taken);
        self.bar.set_message(pace.clone());
        let Report { articles, facts, problems, .. } = report;
        let about = self.about(json!({ "articles": articles, "facts": facts, "problems": problems }));
        self.bar.tell(&pace, about);
    }

    fn stage(&mut self, name: &'static str) {
        (self.stage, self.began) = (name, Instant::now());
        match self.size.filter(|_| name == "extract") {
            Some(size) => {
                self.bar.set_length(size);
                self.bar.set_style(style("{bar:30} {percent} % {msg}"));
            }
            None => self.bar.set_style(style("{spinner} {msg} {elapsed}")),
        }
        self.bar.set_message(name);
        if log::manner() == Manner::Json {
            log::tell(Level::Info, &format!("{name} begins"), self.about(json!({})));
        }
    }
}

pub(super) fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the template is well formed")
}

/// A time to the second, up to an hour to the minute.
fn duration(time: Duration) -> String {
    match time.as_secs() {
        s if s < 60 => format!("{s} s"),
        s if s < 3600 => format!("{} min {} s", s / 60, s % 60),
        s => format!("{} h {} min", s / 3600, s / 60 % 60),
    }
}

/// What each stage took, and what it made: a line for people; for programs an object a stage.
pub(super) fn stages(report: &Report) {
    let mut line = Vec::new();
    for (stage, time) in &report.times {
        let made = made(report, stage);
        let made_text = made.iter().map(|(n, what)| format!("{n} {what}")).collect::<Vec<_>>().join(", ");
        let ms = time.as_secs_f64() * 1000.0;
        line.push(format!(
            "{stage} {ms:.0} ms{}",
            if made.is_empty() { String::new() } else { format!(" ({made_text})") }
        ));
        if log::manner() == Manner::Json {
            let counts: Map<String, Value> = made.iter().map(|(n, what)| ((*what).to_owned(), json!(n))).collect();
            let about = json!({ "stage": stage, "seconds": time.as_secs_f64(), "counts": counts });
            let Value::Object(about) = about else { unreachable!("an object was written") };
            log::tell(Level::Info, &format!("{stage} took {ms:.0} ms"), about);
        }
    }
    if log::manner() == Manner::Lines {
        log::tell(Level::Info, &line.join(", "), Map::new());
    }
}

/// How many of what a stage read or made.
fn made(report: &Report, stage: &str) -> Vec<(usize, &'static str)> {
    let all = match stage {
        "read" => vec![(report.articles, "articles"), (report.problems, "problems")],
        "extract" => vec![(report.facts, "facts")],
        "resolve" => vec![(report.copies, "copies"), (report.decisions.len(), "decisions")],
        "store" => vec![(report.graphs.quads, "quads")],
        _ => Vec::new(),
    };
    all.into_iter().filter(|(n, _)| *n > 0).collect()
}
