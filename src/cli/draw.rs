//! `vietgraph draw`: a picture of the graph or of a part of it.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::graph::LanguageArg;
use super::terminal::{count, say};
use super::{Outcome, StoreArg};
use crate::error::{Error, Result};
use crate::export::picture::{Caption, MOST_LABELS, Picture};
use crate::export::{dot::dot, png::png, svg::svg};
use crate::view::period::Period;
use crate::view::{NodeIndex, View};

/// Draw the graph, or a part of it, as DOT, SVG or PNG
///
/// Pictures are laid out here: Graphviz is not needed. Past --max nodes the best connected are drawn, or with --about the nearest, and the
/// picture says so.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// Draw what is around this person, body, place or event; can be given several times
    #[arg(long, value_name = "NAME")]
    about: Vec<String>,
    /// How many steps around
    #[arg(long, value_name = "N", default_value_t = 2, requires = "about")]
    depth: usize,
    /// What happened on or after this date: YYYY-MM-DD, YYYY-MM or YYYY
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// What happened on or before this date
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Draw who met whom: people, joined by the number of events both took part in
    #[arg(long)]
    co_attendance: bool,
    /// How many nodes to draw at most
    #[arg(long, value_name = "N", default_value_t = 300)]
    max: usize,
    /// Draw this class alone, such as Person or Event; can be given several times
    #[arg(long, value_name = "CLASS")]
    include: Vec<String>,
    /// Leave this class out, such as Rank; can be given several times
    #[arg(long, value_name = "CLASS")]
    exclude: Vec<String>,
    /// The headline, instead of the names given with --about
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The line below the headline, instead of what is shown of how much and when
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[command(flatten)]
    language: LanguageArg,
    /// The file to write: .dot, .svg or .png
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    output: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Dot,
    Svg,
    Png,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let format = format_of(&self.output)?;
        let period = Period::parse(self.from.as_deref(), self.to.as_deref())?;
        let (_store, whole) = self.store.view(&self.language.language)?;
        let about = self.about.iter().map(|name| whole.named(name)).collect::<Result<Vec<NodeIndex>>>()?;
        let wanted = self.cut(&whole, &about, period)?;
        if wanted.graph().node_count() == 0 {
            let reason = "there is nothing to draw; build articles into the store, or ask for a longer period, more classes or a larger --depth";
            return Err(Error::Query { reason: reason.to_owned() }.into());
        }
        let around = wanted.same(&whole, &about);
        let drawn = wanted.best_connected(self.max.max(1), &around);
        let caption = self.caption(&whole, &wanted, &drawn, &about, period);
        let bytes = match format {
            Format::Dot => dot(&drawn, &caption.title).into_bytes(),
            _ => paint(&drawn, &caption, format, &self.output)?,
        };
        fs::write(&self.output, bytes).map_err(|e| unwritable(&self.output, e.to_string()))?;
        say(&format!("{}: {}", self.output.display(), counts(&drawn, &wanted, !about.is_empty())));
        Ok(Outcome::Done)
    }

    /// The part of the graph that was asked for.
    fn cut(&self, whole: &View, about: &[NodeIndex], period: Period) -> Result<View> {
        let mut view = if period.is_open() { whole.clone() } else { whole.during(period) };
        if self.co_attendance {
            view = view.co_attendance();
        }
        let always = view.same(whole, about);
        view = view.filtered(&self.include, &self.exclude, &always)?;
        if !about.is_empty() {
            let starts = view.same(whole, about);
            view = view.neighbourhood(&starts, self.depth);
        }
        Ok(view)
    }

    fn caption(&self, whole: &View, wanted: &View, drawn: &View, about: &[NodeIndex], period: Period) -> Caption {
        let names: Vec<&str> = about.iter().map(|at| whole.node(*at).label.as_str()).collect();
        let own = match names.is_empty() {
            true => whole.title().to_owned(),
            false => names.join(" · "),
        };
        let title = self.title.clone().unwrap_or(own);
        let mut notes = vec![counts(drawn, wanted, !about.is_empty())];
        if !about.is_empty() {
            notes.push(format!("{} around", count(self.depth, "step")));
        }
        let counted = |drawn: &View| drawn.graph().edge_weights().any(|link| link.count > 1);
        if self.co_attendance && drawn.graph().edge_count() <= MOST_LABELS && counted(drawn) {
            notes.push("n×: events both took part in".to_owned());
        }
        let days = if self.co_attendance { span_of_meetings(whole, drawn, period) } else { span(drawn) };
        if let Some((first, last)) = days {
            notes.push(format!("{first} – {last}"));
        } else if !period.is_open() {
            let day = |d: Option<Date>| d.map_or_else(|| "…".to_owned(), |d| d.to_string());
            notes.push(format!("{} – {}", day(period.from), day(period.to)));
        }
        let note = self.note.clone().unwrap_or_else(|| notes.join(" · "));
        Caption { title, notes: vec![note], about: drawn.same(whole, about) }
    }
}

fn paint(view: &View, caption: &Caption, format: Format, path: &Path) -> Result<Vec<u8>> {
    let picture = Picture::new(view, caption);
    if picture.wires.len() > MOST_LABELS {
        say(&format!("more than {MOST_LABELS} lines: nothing is written on them; --max or --depth draws fewer"));
    } else if picture.unlabelled > 0 {
        say(&format!(
            "{} lines had no room for what they are called; --max or --depth draws fewer",
            picture.unlabelled
        ));
    }
    match format {
        Format::Png => png(&picture).map_err(|reason| unwritable(path, reason)),
        _ => Ok(svg(&picture, true).into_bytes()),
    }
}

/// How much is drawn of how much, in words.
fn counts(drawn: &View, wanted: &View, around: bool) -> String {
    let (drawn, wanted) = (drawn.graph().node_count(), wanted.graph().node_count());
    match drawn == wanted {
        true => count(drawn, "node"),
        false if around => format!("the {drawn} nearest of {wanted} nodes"),
        false => format!("the {drawn} best connected of {wanted} nodes"),
    }
}

/// The first and last day of what is drawn.
fn span(view: &View) -> Option<(Date, Date)> {
    let days: Vec<_> = view.nodes().filter_map(|at| view.days(at)).collect();
    Some((days.iter().map(|d| d.0).min()?, days.iter().map(|d| d.1).max()?))
}

/// The first and last day of a period on which two of the people drawn met.
fn span_of_meetings(whole: &View, drawn: &View, period: Period) -> Option<(Date, Date)> {
    let is_drawn = |at: &NodeIndex| drawn.find(&whole.node(*at).iri).is_some();
    let met = |at: &NodeIndex| whole.participants(*at).iter().filter(|p| is_drawn(p)).count() > 1;
    let days = whole.nodes().filter(met).filter_map(|at| whole.days(at));
    let days: Vec<_> = days.filter(|(first, last)| period.meets(*first, *last)).collect();
    Some((days.iter().map(|d| d.0).min()?, days.iter().map(|d| d.1).max()?))
}

fn format_of(path: &Path) -> Result<Format> {
    match path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase).as_deref() {
        Some("dot" | "gv") => Ok(Format::Dot),
        Some("svg") => Ok(Format::Svg),
        Some("png") => Ok(Format::Png),
        _ => Err(unwritable(
            path,
            "the name must end in .dot, .svg or .png; for other programs see `vietgraph export`".into(),
        )),
    }
}

fn unwritable(path: &Path, reason: String) -> Error {
    Error::Output { path: path.to_owned(), reason }
}
