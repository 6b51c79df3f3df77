//! `dripline simulate`

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::calendar::Instant;
use crate::calendar::derivation::long_moment;
use crate::contacts::date_format::DateFormat;
use crate::contacts::mapping::Overrides;
use crate::simulate::run::Control;
use crate::storage::contacts_file::blocks::ReadCounts;
use crate::storage::exports::report::to_text;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;
use crate::workbench::people::{People, Source};
use crate::workbench::report_files::page::write_page;
use crate::workbench::report_files::tables::{ReportFormat, Table, table_format, write_report, write_table};
use crate::workbench::report_files::{Rehearsed, whole};
use crate::workbench::runs;
use crate::workbench::runs::repair::{Look, Owner, repair};
use crate::workbench::scene::Scene;
use crate::workbench::simulate::{Kept, keep, report_only};

use super::args::{MappingOptions, SimulateOptions};
use super::progress::Shown;
use super::{Done, messages};

/// Runs `dripline simulate`.
pub(super) fn simulate(options: &SimulateOptions, now: Instant, control: &Arc<Control>) -> Result<Done, Failure> {
    one_standard_output(options)?;
    let source = source(options)?;
    let request = options.scene.request(&options.campaign, now);
    let opening = Shown::of(control);
    let scene = Scene::open_with(&request, Some(&source), control)?;
    let people = scene.people_with(&source, control)?;
    drop(opening);
    say_mapping(&people, &options.mapping);
    let threads = threads(options.threads);
    let pool = pool(threads)?;
    let shown = Shown::of(control);
    let report_format = options.report.as_deref().map(ReportFormat::of).unwrap_or_default();
    let wants_visits = options.events.is_some()
        || options.assignments.is_some()
        || options.effects.is_some()
        || options.store.is_some()
        || report_format == ReportFormat::Html;
    let outputs = Outputs::open(options)?;
    let to_report = options.report.as_deref().map(Output::create).transpose()?;
    let counts = match wants_visits {
        false => {
            let (report, counts) = pool.install(|| report_only(&scene, &people, threads, control))?;
            drop(shown);
            match to_report {
                Some(out) => whole(out, control, |out| write_report(out, report_format, &report))?,
                None => messages::print(&to_text(&title(&scene), &report))?,
            }
            counts
        }
        true => {
            let kept = pool.install(|| keep(&scene, &people, threads, control))?;
            pool.install(|| outputs.write_visits(options, &scene, &kept, now, control))?;
            if let Some(out) = to_report {
                let rehearsed = Rehearsed::at_end(&scene, &kept, &people, now);
                pool.install(|| match report_format {
                    ReportFormat::Html => write_page(out, &rehearsed, control),
                    format => whole(out, control, |out| write_report(out, format, &kept.report(&scene))),
                })?;
            }
            drop(shown);
            kept.counts
        }
    };
    say_counts(&people, &counts);
    Ok(Done::Well)
}

/// The source of the contacts. The arguments make sure that there is exactly one.
fn source(options: &SimulateOptions) -> Result<Source, Failure> {
    if let Some(path) = &options.contacts {
        return Ok(Source::File { path: path.clone(), overrides: overrides(&options.mapping)? });
    }
    if !options.mapping.map.is_empty() || options.mapping.date_format.is_some() {
        return Err(Failure::Usage("--map and --date-format go with --contacts only".to_owned()));
    }
    match (options.generate, &options.rehearsal) {
        (Some(count), _) => Ok(Source::Generated { count, seed: options.seed }),
        (None, Some(name)) => Ok(Source::Rehearsal(name.clone())),
        (None, None) => Err(Failure::Usage("give --contacts, --generate or --rehearsal".to_owned())),
    }
}

/// The overrides that the options give for the columns of a contacts file.
pub(super) fn overrides(options: &MappingOptions) -> Result<Overrides, Failure> {
    let date_format = match &options.date_format {
        None => None,
        Some(pattern) => Some(DateFormat::parse(pattern).ok_or_else(|| {
            Failure::Usage(format!(
                "--date-format {pattern}: expected a pattern such as YYYY-MM-DD, MM/DD/YYYY or D.M.YYYY"
            ))
        })?),
    };
    Ok(Overrides { columns: options.map.clone(), date_format })
}

/// The number of threads that was asked for, or of cores.
pub(super) fn threads(asked: usize) -> usize {
    const MOST: usize = 256;
    match asked {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        asked => asked.min(MOST),
    }
}

/// A pool of `threads` threads.
pub(super) fn pool(threads: usize) -> Result<rayon::ThreadPool, Failure> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| Failure::Usage(format!("{threads} threads can't be started ({error}): try --threads 1")))
}

/// Two results on standard output would be unreadable.
fn one_standard_output(options: &SimulateOptions) -> Result<(), Failure> {
    let files = [&options.events, &options.assignments, &options.effects, &options.report];
    let on_stdout = files.iter().filter(|file| file.as_deref() == Some(Path::new("-"))).count();
    if options.store.as_deref() == Some(Path::new("-")) {
        return Err(Failure::Usage("--store needs the name of a file".to_owned()));
    }
    match on_stdout {
        0 | 1 => Ok(()),
        _ => Err(Failure::Usage("only one result can go to standard output: name a file for the others".to_owned())),
    }
}

/// Prints how the columns of a file that isn't native are read, and saves the mapping next to it.
pub(super) fn say_mapping(people: &People, options: &MappingOptions) {
    if let People::File(file) = people {
        messages::say_mapping(file);
    }
    match people.keep_mapping(!options.map.is_empty() || options.date_format.is_some()) {
        Ok(None) => {}
        Ok(Some(path)) => messages::say(&format!("{}: kept for the next time", path.display())),
        // The run doesn't need the mapping.
        Err(failure) => messages::say(&format!("the mapping was not kept: {failure}")),
    }
}

/// Prints how many rows were rejected.
pub(super) fn say_counts(people: &People, counts: &ReadCounts) {
    match people {
        People::File(file) => messages::say_rejected(&file.path().display().to_string(), "line", counts),
        People::Typed(..) => messages::say_rejected("people typed in", "person", counts),
        People::Generated(..) => {}
    }
}

/// The result files that need visits. They are opened before the run, so that an error shows immediately.
struct Outputs {
    events: Option<Output>,
    assignments: Option<Output>,
    effects: Option<Output>,
}

impl Outputs {
    fn open(options: &SimulateOptions) -> Result<Self, Failure> {
        let open = |path: &Option<PathBuf>| path.as_deref().map(Output::create).transpose();
        Ok(Self {
            events: open(&options.events)?,
            assignments: open(&options.assignments)?,
            effects: open(&options.effects)?,
        })
    }

    fn write_visits(
        self,
        options: &SimulateOptions,
        scene: &Scene,
        kept: &Kept,
        now: Instant,
        control: &Control,
    ) -> Result<(), Failure> {
        control.begin("Writing", 0);
        let finished = kept.finished(scene);
        let tables = [
            (self.events, &options.events, Table::Events),
            (self.assignments, &options.assignments, Table::Assignments),
            (self.effects, &options.effects, Table::Effects),
        ];
        for (out, path, table) in tables {
            if let (Some(out), Some(path)) = (out, path) {
                whole(out, control, |out| write_table(out, table, table_format(path), &finished))?;
            }
        }
        if let Some(path) = &options.store {
            if let Some(repaired) = repair(path, Owner::Person, Look::Thorough, now, control)? {
                messages::say(&repaired.to_string());
            }
            let number = runs::keep(path, &runs::proposed_name(scene), scene, kept, now, control)?;
            messages::say(&format!("{}: stored as run {number}", path.display()));
        }
        Ok(())
    }
}

/// What was run, and when the run ended.
fn title(scene: &Scene) -> String {
    let zone = scene.plan.zone();
    let stops = match scene.until {
        Instant::LAST => "until nothing waits any more".to_owned(),
        until => format!("until {} {}", long_moment(until, zone), zone.place()),
    };
    format!("{}, sequence “{}”, {stops}", scene.campaign.name, scene.sequence().name)
}
