//! Plots of a rehearsal at the clock's instant, as pictures.

use crate::campaign::ids::ItemRef;
use crate::campaign::item::Family;
use crate::picture::options::Options;
use crate::picture::plot::{Plot, bars, heat};
use crate::picture::shape::Shape;
use crate::picture::svg::{self, Ground};
use crate::report::load::{Hours, of_list, of_users};
use crate::report::over_time::OverTime;
use crate::report::table::Report;
use crate::simulate::run::Control;

use super::Rehearsed;
use crate::workbench::failure::Failure;
use crate::workbench::picture::{Format, encode};

/// What a plot shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlotOf {
    /// Communications and processes that ran, per day and item.
    Runs,
    /// Emails, per day and hour.
    Emails,
    /// Tasks, whoever's, per day and hour.
    Tasks,
}

/// A plot as a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlotWanted {
    /// What it shows.
    pub of: PlotOf,
    /// What kind of file.
    pub format: Format,
    /// Light or dark, how large, with paper or without.
    pub options: Options,
}

/// The runs that are plotted.
pub fn over_time(rehearsed: &Rehearsed<'_>, report: &Report) -> Option<OverTime> {
    OverTime::new(report, bars::MOST_SERIES, |row| is_plotted(rehearsed, row.item))
}

/// Whether the runs of an item are plotted: of all that does something. Starts and timers, which everyone passes,
/// would drown it.
pub(super) fn is_plotted(rehearsed: &Rehearsed<'_>, item: ItemRef) -> bool {
    let item = rehearsed.scene.campaign.item(item);
    item.is_some_and(|item| matches!(item.kind.family(), Family::Communication | Family::Process))
}

/// A plot, if there is anything to show.
pub fn plot(rehearsed: &Rehearsed<'_>, of: PlotOf) -> Option<Plot> {
    match of {
        PlotOf::Runs => over_time(rehearsed, &rehearsed.report()).map(|runs| runs_plot(rehearsed, &runs)),
        PlotOf::Emails => {
            let scene = rehearsed.scene;
            let sent = of_list(&scene.plan, scene.sequence(), &rehearsed.kept.run, rehearsed.clock);
            emails_plot(rehearsed, &sent.emails)
        }
        PlotOf::Tasks => tasks_plot(rehearsed, &all_tasks(rehearsed)),
    }
}

pub(super) fn runs_plot(rehearsed: &Rehearsed<'_>, runs: &OverTime) -> Plot {
    bars::draw(runs, &below(rehearsed, "Communications and processes"))
}

pub(super) fn emails_plot(rehearsed: &Rehearsed<'_>, emails: &Hours) -> Option<Plot> {
    heat::draw(emails, "Emails", &below(rehearsed, "All emails, whoever they go to"))
}

pub(super) fn tasks_plot(rehearsed: &Rehearsed<'_>, tasks: &Hours) -> Option<Plot> {
    heat::draw(tasks, "Tasks", &below(rehearsed, "Tasks of all users"))
}

/// Tasks that were given up to the clock's instant, to whomever.
fn all_tasks(rehearsed: &Rehearsed<'_>) -> Hours {
    let mut tasks = Hours::default();
    for load in of_users(&rehearsed.scene.plan, rehearsed.kept.assignments(rehearsed.scene), rehearsed.clock) {
        tasks.add(&load.tasks);
    }
    tasks
}

/// The line below a plot's title: what, of which sequence, up to when, in whose hours.
fn below(rehearsed: &Rehearsed<'_>, what: &str) -> String {
    let name = &rehearsed.scene.sequence().name;
    format!("{what} · {name} · up to {}", rehearsed.moment(rehearsed.clock))
}

/// Draws a plot as its file's bytes.
///
/// # Errors
/// If there is nothing to show, it would be too large, or it was stopped.
pub(super) fn draw(rehearsed: &Rehearsed<'_>, wanted: &PlotWanted, control: &Control) -> Result<Vec<u8>, Failure> {
    let plot = plot(rehearsed, wanted.of).ok_or_else(|| {
        let what = match wanted.of {
            PlotOf::Runs => "no communication or process has run",
            PlotOf::Emails => "no email has gone out",
            PlotOf::Tasks => "no task has been given",
        };
        Failure::Usage(format!("there is nothing to plot: {what} yet"))
    })?;
    let texts = plot.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text),
        _ => None,
    });
    let letters = texts.flat_map(|text| &text.spans).flat_map(|span| span.text.chars());
    let svg = svg::write(&plot.picture(Ground::Plain), &wanted.options);
    encode(&svg, wanted.format, wanted.options.scale(), letters, control)
}
