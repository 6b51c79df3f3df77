//! Collects the contents of the report's page from the rehearsal.

use std::collections::BTreeMap;
use std::io::Write;

use crate::calendar::timer::{DayCount, FieldTimersRead, LeapDay};
use crate::calendar::words::{clock, long_date};
use crate::calendar::zone::data_version;
use crate::calendar::{DateTime, Instant};
use crate::campaign::document::Rules;
use crate::campaign::ids::ItemRef;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::rehearsal::{Enter, Hours};
use crate::picture::counts::ItemCounts;
use crate::picture::draw;
use crate::picture::options::Background;
use crate::picture::options::Options;
use crate::picture::plot::Plot;
use crate::picture::scene::Scene;
use crate::picture::svg::{self, Picture, Svg};
use crate::report::axis::Axis;
use crate::report::load::{self, of_list, of_users};
use crate::report::mailable::MailableCounts;
use crate::report::over_time::OverTime;
use crate::report::table::Report;
use crate::report::tally::Tally;
use crate::report::tracks::{Readiness, Track, tracks};
use crate::simulate::record::Contact;
use crate::simulate::run::Control;
use crate::storage::exports::page::contents::{CrowdedDay, Figure, PageContents, PageFinding, PeriodRow, Stretches};
use crate::storage::exports::page::to_html;
use crate::storage::output::Output;

use crate::campaign::choices::RehearsalChoices;
use crate::findings::AssumedEntry;
use crate::findings::words::plain;
use crate::workbench::check::{RunFacts, findings_with};
use crate::workbench::failure::Failure;

use super::plots::{emails_plot, is_plotted, over_time, runs_plot, tasks_plot};
use super::rehearsed::RunAtInstant;
use super::whole::whole;

/// Wider pictures, as a ratio of width to height, get a landscape page.
const WIDE: f32 = 1.5;
/// Most rows of the table of runs: with more days, it has a row for each week or month.
const MOST_ROWS: usize = 31;
/// Most days with several emails that are listed.
const MOST_CROWDED: usize = 31;
/// Most items that are named for a day.
const MOST_OF_A_DAY: usize = 3;

/// Writes the report as a page.
pub(super) fn write(out: Output, rehearsed: &RunAtInstant<'_>, control: &Control) -> Result<(), Failure> {
    let html = page(rehearsed);
    whole(out, control, |out| out.write_all(html.as_bytes()))
}

/// The report as HTML.
pub fn page(rehearsed: &RunAtInstant<'_>) -> String {
    with_contents(rehearsed, to_html)
}

/// What `write` makes of the contents of the report.
pub(super) fn with_contents<T>(rehearsed: &RunAtInstant<'_>, write: impl FnOnce(&PageContents<'_>) -> T) -> T {
    let (scene, kept) = (rehearsed.scene, rehearsed.kept);
    let report = rehearsed.report();
    let runs = over_time(rehearsed, &report);
    let sent = of_list(&scene.plan, scene.sequence(), &kept.run, rehearsed.clock);
    let users = of_users(&scene.plan, kept.assignments(scene), rehearsed.clock);
    let mut tasks = load::HourCounts::default();
    users.iter().for_each(|load| tasks.add(&load.tasks));
    let load_plots = [emails_plot(rehearsed, sent.emails()), tasks_plot(rehearsed, &tasks)];
    let name_of = |id: &str| scene.campaign.directory.user_called(id).to_owned();
    let whole = Tally::at(&scene.plan, &kept.run, Instant::LAST, false);
    let tracks = tracks(&scene.plan, &scene.campaign, scene.sequence(), |rank| whole.reached(rank) > 0);
    let page = PageContents {
        title: &scene.campaign.name,
        sequence: &scene.sequence().name,
        lead: lead(rehearsed),
        facts: facts(rehearsed),
        report: &report,
        standing: standing(&tracks, &report),
        unreached: unreached(&tracks, &report),
        canvas: canvas(rehearsed, &report),
        plots: runs.iter().map(|runs| figure(&runs_plot(rehearsed, runs))).collect(),
        load_plots: load_plots.iter().flatten().map(figure).collect(),
        stretches: runs.as_ref().map(|runs| stretches(rehearsed, runs, &report)),
        users: users.into_iter().map(|load| (name_of(&load.user), load)).collect(),
        crowded: crowded(rehearsed, sent),
        findings: findings(rehearsed),
        foot: format!(
            "Dripline {}, zone data {}. Written {}. A rehearsal with simulated time: nothing was sent.",
            env!("CARGO_PKG_VERSION"),
            data_version(),
            rehearsed.date_time(rehearsed.now)
        ),
    };
    write(&page)
}

/// The problems of the sequence and of the campaign as a whole, as the window shows them for this run.
fn findings(rehearsed: &RunAtInstant<'_>) -> Vec<PageFinding> {
    let scene = rehearsed.scene;
    let facts = RunFacts::of_run(scene, rehearsed.kept);
    // With facts of this run, its own sequence needs no assumption.
    let entry = AssumedEntry::ByRehearsal { choices: &RehearsalChoices::default(), now: rehearsed.now };
    let mut findings = findings_with(&scene.campaign, Some(&facts), entry);
    findings.retain(|finding| finding.sequence.is_none_or(|sequence| sequence == scene.sequence().id));
    let words = findings.into_iter().map(|finding| PageFinding {
        severity: finding.severity.word(),
        message: finding.sentence(),
        help: plain(&finding.help),
    });
    words.collect()
}

/// Why each item of the report can't run.
fn standing(tracks: &[Track], report: &Report) -> Vec<&'static str> {
    let mut standing = vec![""; report.items.len()];
    for entry in tracks.iter().flat_map(|track| &track.entries) {
        standing[entry.row] = match entry.readiness {
            Readiness::Works => "",
            Readiness::Draft => "draft",
            Readiness::NotSetUp => "not set up",
        };
    }
    standing
}

/// The items that no contact has reached, and why.
fn unreached(tracks: &[Track], report: &Report) -> Vec<(String, String)> {
    let entries = tracks.iter().flat_map(|track| &track.entries);
    let rows = entries.filter_map(|entry| {
        let row = &report.items[entry.row];
        Some((row.label.clone(), entry.unreached(row)?.sentence(&report.items)))
    });
    rows.collect()
}

/// As of when.
fn lead(rehearsed: &RunAtInstant<'_>) -> String {
    match rehearsed.clock {
        Instant::LAST => "when nothing waits any more".to_owned(),
        clock => format!("as of {}", rehearsed.date_time(clock)),
    }
}

/// What was run, and how: labels and values.
pub(super) fn facts(rehearsed: &RunAtInstant<'_>) -> Vec<(&'static str, String)> {
    let scene = rehearsed.scene;
    let mut facts = vec![("Campaign", scene.campaign.name.clone()), ("Sequence", scene.sequence().name.clone())];
    if let Some(rehearsal) = scene.rehearsal() {
        facts.push(("Rehearsal", rehearsal.name.clone()));
    }
    let enter = match scene.rehearsal().map(|rehearsal| rehearsal.enter) {
        Some(Enter::At(local)) => format!("all {}", on_local(local)),
        Some(Enter::Spread(from, to, hours)) => {
            let hours = match hours {
                Hours::AllHours => "day and night",
                Hours::WorkingHours => "Monday to Friday, 09:00 to 17:00",
            };
            format!("evenly from {} to {}, {hours}", on_local(from), on_local(to))
        }
        Some(Enter::ByColumn) => {
            format!("as their column “entered” says, others {}", rehearsed.date_time(scene.enter))
        }
        None => format!("{}, unless the list says otherwise", rehearsed.date_time(scene.enter)),
    };
    let until = |at: Instant| match at {
        Instant::LAST => "the end of simulated time, or when nothing waits any more".to_owned(),
        at => rehearsed.date_time(at),
    };
    facts.extend([
        ("Contacts", rehearsed.people.clone()),
        ("Who can be mailed", mailable(rehearsed)),
        ("They enter", enter),
        ("Rehearsed until", until(scene.until)),
        ("Clock of this report", until(rehearsed.clock)),
        ("Time zone", format!("{} (days and hours in this report are its own)", scene.campaign.time_zone)),
        ("Rules", rules(&scene.campaign.rules)),
        ("Made with", format!("Dripline {}, zone data {}", env!("CARGO_PKG_VERSION"), data_version())),
    ]);
    facts
}

/// How many contacts can be mailed, by the status of their addresses.
fn mailable(rehearsed: &RunAtInstant<'_>) -> String {
    MailableCounts::of(&rehearsed.kept.population).words().join("; ")
}

/// `Mon 2 Mar 2026 09:00`, in the campaign's zone.
fn on_local(local: DateTime) -> String {
    format!("{} {}", long_date(local.date()), clock(local))
}

fn rules(rules: &Rules) -> String {
    let days = match rules.day_count {
        DayCount::CalendarDays => "days are counted as dates",
        DayCount::ElapsedDays => "days are counted from the arrival's time of day",
    };
    let fields = match rules.field_timers_read {
        FieldTimersRead::AtEntry => "field timers read their field on entry",
        FieldTimersRead::OnArrival => "field timers read their field on arrival",
    };
    let leap = match rules.leap_day {
        LeapDay::Feb28 => "29 February is 28 February in common years",
        LeapDay::Mar1 => "29 February is 1 March in common years",
    };
    format!("{days}; {fields}; {leap}")
}

fn canvas(rehearsed: &RunAtInstant<'_>, report: &Report) -> Figure {
    let scene = rehearsed.scene;
    let drawing = Scene::new(scene.sequence(), &IndexedDirectory::new(&scene.campaign.directory));
    let counts = ItemCounts::of(report);
    let (shapes, bounds) = draw::whole::draw(&drawing, Some(&counts));
    let words = format!("The sequence “{}” with the counts of the table below", scene.sequence().name);
    let picture = Picture { shapes: &shapes, bounds, ground: Background::Plain, words: Some(&words) };
    let is_wide = bounds.width() > WIDE * bounds.height();
    drawn(&picture, is_wide)
}

fn figure(plot: &Plot) -> Figure {
    drawn(&plot.picture(Background::Plain), false)
}

fn drawn(picture: &Picture<'_>, is_wide: bool) -> Figure {
    let Svg { text, width, height } = svg::write(picture, &Options::default());
    Figure { svg: text, size: (width, height), is_wide }
}

/// A row for each interval with runs of plotted items, with the items that ran most.
fn stretches(rehearsed: &RunAtInstant<'_>, runs: &OverTime, report: &Report) -> Stretches {
    let (first, last) = (runs.axis.starts[0], runs.axis.end().plus_days(-1));
    let axis = Axis::between(first, last, MOST_ROWS);
    let mut rows: Vec<(BTreeMap<ItemRef, u64>, u64)> = vec![Default::default(); axis.starts.len()];
    for (day, cells) in report.days.range(axis.starts[0]..axis.end()) {
        let (ran, skipped) = &mut rows[axis.place(*day)];
        for cell in cells.iter().filter(|cell| is_plotted(rehearsed, cell.item)) {
            *skipped += cell.skipped;
            if cell.ran > 0 {
                *ran.entry(cell.item).or_default() += cell.ran;
            }
        }
    }
    let name_of: BTreeMap<ItemRef, &str> = report.items.iter().map(|row| (row.item, row.label.as_str())).collect();
    let rows = rows.into_iter().enumerate().map(|(place, (ran, skipped))| {
        let mut most: Vec<(ItemRef, u64)> = ran.iter().map(|(item, count)| (*item, *count)).collect();
        most.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        most.truncate(MOST_OF_A_DAY);
        PeriodRow {
            when: axis.words(place),
            ran: ran.values().sum(),
            skipped,
            most: most
                .into_iter()
                .map(|(item, count)| (name_of.get(&item).copied().unwrap_or("").to_owned(), count))
                .collect(),
        }
    });
    Stretches { period: axis.period.word(), rows: rows.filter(|row| row.ran > 0 || row.skipped > 0).collect() }
}

/// The days on which most contacts get more than one email, by day.
fn crowded(rehearsed: &RunAtInstant<'_>, sent: load::SentLoad) -> Vec<CrowdedDay> {
    let mut days: Vec<_> = sent.crowded.into_iter().collect();
    days.sort_by_key(|(day, crowded)| (std::cmp::Reverse(crowded.persons), *day));
    days.truncate(MOST_CROWDED);
    days.sort_by_key(|(day, _)| *day);
    let places = rehearsed.kept.population.places();
    let rows = days.into_iter().map(|(day, crowded)| {
        let people = crowded.most.iter().take(5).filter_map(|&(place, emails)| {
            let (block, row) = places.locate(place)?;
            Some((Contact { block, row }.called(), emails))
        });
        CrowdedDay { day: long_date(day), people: people.collect(), crowded }
    });
    rows.collect()
}
