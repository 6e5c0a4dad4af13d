//! `vietgraph draw`: a picture of the graph or of a part of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use jiff::civil::Date;

use super::graph::{LanguageArg, meant};
use super::terminal::{count, say};
use super::{Outcome, StoreArg};
use crate::error::{Error, Result};
use crate::export::html::{Document, Looks, html};
use crate::export::picture::{Caption, MOST_LABELS, Picture};
use crate::export::{dot::dot, png::png, svg::svg};
use crate::serve;
use crate::store::Store;
use crate::view::period::Period;
use crate::view::{NodeIndex, View};

/// Draw the graph, or a part of it, as DOT, SVG or PNG, or as a page to look around in
///
/// Pictures are laid out here: Graphviz is not needed. A page (--html) is one file to send by mail: in any browser, without a network, it
/// shows the part drawn and the words that prove each line. Past --max nodes the best connected are drawn, or with --about the nearest, and the
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
    /// The file to write: .dot, .svg, .png or .html
    #[arg(short = 'o', long = "output", value_name = "FILE", required_unless_present = "html")]
    output: Option<PathBuf>,
    /// Write a page to look around in to this file
    #[arg(long, value_name = "FILE", conflicts_with = "output")]
    html: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Dot,
    Svg,
    Png,
    Html,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let (format, output) = match (&self.html, &self.output) {
            (Some(file), _) => (Format::Html, file.clone()),
            (None, Some(file)) => (format_of(file)?, file.clone()),
            (None, None) => unreachable!("one of the two is required"),
        };
        let period = Period::parse(self.from.as_deref(), self.to.as_deref())?;
        let (store, whole) = self.store.view(&self.language.language)?;
        let about = self.about.iter().map(|name| meant(&store, whole, name)).collect::<Result<Vec<NodeIndex>>>()?;
        let wanted = self.cut(whole, &about, period)?;
        if wanted.graph().node_count() == 0 {
            let reason = "there is nothing to draw; build articles into the store, or ask for a longer period, more classes or a larger --depth";
            return Err(Error::Query { reason: reason.to_owned() }.into());
        }
        let around = wanted.same(whole, &about);
        let drawn = wanted.best_connected(self.max.max(1), &around);
        let caption = self.caption(whole, &wanted, &drawn, &about, period);
        let bytes = match format {
            Format::Dot => dot(&drawn, &caption.title).into_bytes(),
            Format::Html => self.page(&store, whole, &drawn, &caption.title, period, &about)?.into_bytes(),
            _ => paint(&drawn, &caption, format, &output)?,
        };
        fs::write(&output, bytes).map_err(|e| unwritable(&output, e.to_string()))?;
        say(&format!("{}: {}", output.display(), counts(&drawn, &wanted, !about.is_empty())));
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

    /// The part that is drawn as a page with all its evidence.
    fn page(
        &self,
        store: &Store,
        whole: &View,
        drawn: &View,
        title: &str,
        period: Period,
        about: &[NodeIndex],
    ) -> anyhow::Result<String> {
        let (script, style) = serve::single().context("this program was built without its page")?;
        let spoken = (self.language.language != serve::LANGUAGES[0]).then(|| whole.clone().naming_changes());
        let whole = spoken.as_ref().unwrap_or(whole);
        let nodes: Vec<NodeIndex> = drawn.nodes().filter_map(|at| whole.find(&drawn.node(at).iri)).collect();
        let graph = match self.co_attendance {
            true => whole.who_met(&nodes),
            false => whole.slice(&nodes, |edge| {
                period.is_open() || whole.days_of_edge(edge).is_none_or(|(from, to)| period.meets(from, to))
            }),
        };
        let mut evidence = BTreeMap::new();
        for edge in &graph.edges {
            let found = whole.evidence_of(store, &edge.id).map_err(|e| e.placed(store.dir()))?;
            evidence.insert(edge.id.clone(), found.unwrap_or_default());
        }
        let about = about.iter().map(|at| whole.id(*at).to_owned()).collect();
        let document = Document { title: title.to_owned(), about, graph, evidence };
        html(&document, &Looks { script, style }, &self.language.language).context("the graph is plain data")
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
        Some("html" | "htm") => Ok(Format::Html),
        _ => Err(unwritable(
            path,
            "the name must end in .dot, .svg, .png or .html; for other programs see `vietgraph export`".into(),
        )),
    }
}

fn unwritable(path: &Path, reason: String) -> Error {
    Error::Output { path: path.to_owned(), reason }
}
