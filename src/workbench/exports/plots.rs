//! Plots of a rehearsal at the clock's time, as pictures.

use std::io::Write;

use crate::campaign::ids::ItemRef;
use crate::campaign::kinds::Family;
use crate::picture::options::Background;
use crate::picture::plot::{Plot, bars, heat};
use crate::picture::shape::Shape;
use crate::picture::svg;
use crate::report::load::{HourCounts, of_list, of_users};
use crate::report::over_time::OverTime;
use crate::report::table::Report;
use crate::simulate::run::Control;

use crate::storage::endings;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;
use crate::workbench::picture::{PictureFormat, encode};

use super::export::{Choices, Export, ExportFormat, ExportWriter, InWindow};
use super::rehearsed::RunAtInstant;
use super::whole::whole;

/// What a plot shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlotOf {
    /// Communications and processes that ran, per day and item.
    Runs,
    /// Emails, per day and hour.
    Emails,
    /// Tasks of all users, per day and hour.
    Tasks,
}

/// The forms of a plot.
macro_rules! forms {
    ($of:expr) => {
        &[
            ExportFormat {
                endings: &[endings::PNG],
                write: ExportWriter::Run(|out, run, choices, control, _| {
                    write(out, run, ($of, PictureFormat::Png), choices, control)
                }),
            },
            ExportFormat {
                endings: &[endings::SVG],
                write: ExportWriter::Run(|out, run, choices, control, _| {
                    write(out, run, ($of, PictureFormat::Svg), choices, control)
                }),
            },
        ]
    };
}

const fn export(name: &'static str, label: &'static str, forms: &'static [ExportFormat]) -> Export {
    let window = Some(InWindow { hint: None, of_contact: false });
    Export { name, label, forms, is_picture: true, has_times: false, window, command: None }
}

/// A plot of how many visits ran at each item over time.
pub const RUNS: Export = export("runs over time", "Plot of what ran when", forms!(PlotOf::Runs));
/// When emails go out.
pub const EMAILS: Export = export("emails by hour", "Plot of emails by day and hour", forms!(PlotOf::Emails));
/// When tasks are given.
pub const TASKS: Export = export("tasks by hour", "Plot of tasks by day and hour", forms!(PlotOf::Tasks));

/// The runs that are plotted.
pub fn over_time(rehearsed: &RunAtInstant<'_>, report: &Report) -> Option<OverTime> {
    OverTime::new(report, bars::MOST_SERIES, |row| is_plotted(rehearsed, row.item))
}

/// Whether the runs of an item are plotted: only communications and processes. Starts and timers, which every contact
/// passes, would hide them.
pub(super) fn is_plotted(rehearsed: &RunAtInstant<'_>, item: ItemRef) -> bool {
    let item = rehearsed.scene.campaign.item(item);
    item.is_some_and(|item| matches!(item.kind.family(), Family::Communication | Family::Process))
}

/// The plot, if there is anything to show.
pub fn plot(rehearsed: &RunAtInstant<'_>, of: PlotOf) -> Option<Plot> {
    match of {
        PlotOf::Runs => over_time(rehearsed, &rehearsed.report()).map(|runs| runs_plot(rehearsed, &runs)),
        PlotOf::Emails => {
            let scene = rehearsed.scene;
            let sent = of_list(&scene.plan, scene.sequence(), &rehearsed.kept.run, rehearsed.clock);
            emails_plot(rehearsed, sent.emails())
        }
        PlotOf::Tasks => tasks_plot(rehearsed, &all_tasks(rehearsed)),
    }
}

pub(super) fn runs_plot(rehearsed: &RunAtInstant<'_>, runs: &OverTime) -> Plot {
    bars::draw(runs, &below(rehearsed, "Communications and processes"))
}

pub(super) fn emails_plot(rehearsed: &RunAtInstant<'_>, emails: &HourCounts) -> Option<Plot> {
    heat::draw(emails, "Emails", &below(rehearsed, "All emails, to contacts, users and other addresses"))
}

pub(super) fn tasks_plot(rehearsed: &RunAtInstant<'_>, tasks: &HourCounts) -> Option<Plot> {
    heat::draw(tasks, "Tasks", &below(rehearsed, "Tasks of all users"))
}

/// Tasks assigned up to the clock's time, to all users.
fn all_tasks(rehearsed: &RunAtInstant<'_>) -> HourCounts {
    let mut tasks = HourCounts::default();
    for load in of_users(&rehearsed.scene.plan, rehearsed.kept.assignments(rehearsed.scene), rehearsed.clock) {
        tasks.add(&load.tasks);
    }
    tasks
}

/// The line below a plot's title: what, of which sequence, up to when, in which time zone.
fn below(rehearsed: &RunAtInstant<'_>, what: &str) -> String {
    let name = &rehearsed.scene.sequence().name;
    format!("{what} · {name} · up to {}", rehearsed.date_time(rehearsed.clock))
}

/// Writes a plot. An empty plot is an error.
fn write(
    out: Output,
    rehearsed: &RunAtInstant<'_>,
    (of, format): (PlotOf, PictureFormat),
    choices: &Choices,
    control: &Control,
) -> Result<(), Failure> {
    let plot = plot(rehearsed, of).ok_or_else(|| {
        let what = match of {
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
    let svg = svg::write(&plot.picture(Background::Plain), &choices.picture);
    let bytes = encode(&svg, format, choices.picture.scale(), letters, control)?;
    whole(out, control, |out| out.write_all(&bytes))
}
