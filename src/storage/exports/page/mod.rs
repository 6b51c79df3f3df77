//! The report as one page that can be printed: HTML that needs nothing beside it and runs nothing.

mod html;
mod tables;

use crate::report::load::{CrowdedContacts, UserLoad};
use crate::report::table::Report;

use html::Html;

/// A picture in the page: SVG of our own making.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The SVG element.
    pub svg: String,
    /// Whether it is much wider than high.
    pub is_wide: bool,
}

/// A finding, in words.
#[derive(Clone, Debug)]
pub struct Note {
    /// `error`, `warning` or `hint`.
    pub severity: &'static str,
    /// What was found.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// A day on which people get more than one email.
#[derive(Clone, Debug)]
pub struct CrowdedDay {
    /// The day, in words.
    pub day: String,
    /// How many people.
    pub crowded: CrowdedContacts,
    /// Who they are, as far as they are named, with their counts.
    pub people: Vec<(String, u32)>,
}

/// A row of the table of runs over time.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// The day, week or month, in words.
    pub when: String,
    /// Visits that ran.
    pub ran: u64,
    /// Visits that were skipped.
    pub skipped: u64,
    /// What ran most: names and counts.
    pub most: Vec<(String, u64)>,
}

/// The table of runs over time.
#[derive(Clone, Debug)]
pub struct Stretches {
    /// What a row is: `day`, `week` or `month`.
    pub period: &'static str,
    /// The rows, those without anything left out.
    pub rows: Vec<Stretch>,
}

/// All that a page tells.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// What it is of.
    pub title: &'a str,
    /// The sequence's name.
    pub sequence: &'a str,
    /// As of when.
    pub lead: String,
    /// What was run, and how.
    pub facts: Vec<(&'static str, String)>,
    /// The table.
    pub report: &'a Report,
    /// For each row of the table, what keeps the item from working: `draft`, `not set up`, or nothing.
    pub standing: Vec<&'static str>,
    /// What nobody has reached, and why.
    pub unreached: Vec<(String, String)>,
    /// The sequence with its counts.
    pub canvas: Figure,
    /// Runs over time as a plot.
    pub plots: Vec<Figure>,
    /// Load as plots.
    pub load_plots: Vec<Figure>,
    /// Runs over time as a table, if anything ran.
    pub stretches: Option<Stretches>,
    /// What each user is given, by name.
    pub users: Vec<(String, UserLoad)>,
    /// Who gets more than one email on a day.
    pub crowded: Vec<CrowdedDay>,
    /// What is wrong or odd in the sequence as it is drawn.
    pub findings: Vec<Note>,
    /// What it was made with, and when.
    pub foot: String,
}

const STYLE: &str = include_str!("style.css");

/// The page as HTML that is well-formed XML.
pub fn to_html(page: &Page<'_>) -> String {
    let mut html = Html::default();
    html.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    // Should anything ever slip through, browsers neither fetch nor run it.
    html.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n",
    );
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    html.tagged("title", page.title).raw("\n");
    html.raw("<style>\n").raw(STYLE).raw("</style>\n</head>\n");
    html.element("body", |html| {
        html.raw("\n").element("main", |html| body(html, page));
    });
    html.raw("\n</html>\n");
    html.finish()
}

fn body(html: &mut Html, page: &Page<'_>) {
    html.raw("\n").named("h1", page.title);
    html.element("p class=\"lead\"", |html| {
        html.name(page.sequence).text(&format!(", {}", page.lead));
    });
    html.raw("\n");
    html.element("dl", |html| {
        for (what, fact) in &page.facts {
            html.tagged("dt", what);
            html.named("dd", fact).raw("\n");
        }
    });
    tables::statuses(html, page);
    let class = if page.canvas.is_wide { "wide" } else { "new" };
    html.section(class, "The sequence", |html| figure(html, &page.canvas));
    tables::items(html, page);
    tables::unreached(html, page);
    if let Some(stretches) = &page.stretches {
        html.section("new", "What ran when", |html| {
            page.plots.iter().for_each(|plot| figure(html, plot));
            tables::stretches(html, stretches);
        });
    }
    if !page.load_plots.is_empty() || !page.users.is_empty() {
        html.section("new", "Load", |html| {
            page.load_plots.iter().for_each(|plot| figure(html, plot));
            tables::users(html, page);
            tables::crowded(html, page);
        });
    }
    tables::findings(html, page);
    html.tagged("footer", &page.foot).raw("\n");
}

fn figure(html: &mut Html, figure: &Figure) {
    html.raw("<figure>").raw(&figure.svg).raw("</figure>\n");
}
