//! The contents of the report's page.

use crate::report::load::{CrowdedContacts, UserLoad};
use crate::report::table::Report;

/// A picture in the page, as SVG that we made.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The text of the SVG element.
    pub svg: String,
    /// Width and height, in points.
    pub size: (f32, f32),
    /// Whether it is much wider than high.
    pub is_wide: bool,
}

/// A finding, in words for the page.
#[derive(Clone, Debug)]
pub struct PageFinding {
    /// `error`, `warning` or `hint`.
    pub severity: &'static str,
    /// The sentence of the finding.
    pub message: String,
    /// One sentence that says how to fix the problem.
    pub help: String,
}

/// A day on which contacts get more than one email.
#[derive(Clone, Debug)]
pub struct CrowdedDay {
    /// The day, in words.
    pub day: String,
    /// The number of these contacts, and those with the most emails.
    pub crowded: CrowdedContacts,
    /// The names of the listed contacts, with the number of emails.
    pub people: Vec<(String, u32)>,
}

/// A row of the table of runs over time.
#[derive(Clone, Debug)]
pub struct PeriodRow {
    /// The day, week or month, in words.
    pub when: String,
    /// The number of visits that ran.
    pub ran: u64,
    /// The number of visits that were skipped.
    pub skipped: u64,
    /// The items that ran most: names and counts.
    pub most: Vec<(String, u64)>,
}

/// The table of runs over time.
#[derive(Clone, Debug)]
pub struct Stretches {
    /// The length of a row's interval: `day`, `week` or `month`.
    pub period: &'static str,
    /// The rows; intervals without any visits are left out.
    pub rows: Vec<PeriodRow>,
}

/// The contents of a page.
#[derive(Clone, Debug)]
pub struct PageContents<'a> {
    /// The title of the page.
    pub title: &'a str,
    /// The name of the reported sequence.
    pub sequence: &'a str,
    /// The line that says for which instant the report is.
    pub lead: String,
    /// What was run, and how: labels and values.
    pub facts: Vec<(&'static str, String)>,
    /// The report of all items.
    pub report: &'a Report,
    /// For each row of the table, why the item can't run: `draft`, `not set up`, or empty.
    pub standing: Vec<&'static str>,
    /// The items that no contact has reached, and why.
    pub unreached: Vec<(String, String)>,
    /// The picture of the sequence with its counts.
    pub canvas: Figure,
    /// Runs over time as a plot.
    pub plots: Vec<Figure>,
    /// Plots of the load by day and hour.
    pub load_plots: Vec<Figure>,
    /// Runs over time as a table, if anything ran.
    pub stretches: Option<Stretches>,
    /// The assignments of each user, by name.
    pub users: Vec<(String, UserLoad)>,
    /// The days on which contacts get more than one email.
    pub crowded: Vec<CrowdedDay>,
    /// The findings of the sequence.
    pub findings: Vec<PageFinding>,
    /// The footer: the program's version, and when the page was made.
    pub foot: String,
}
