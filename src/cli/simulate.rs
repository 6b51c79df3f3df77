//! `dripline simulate`

use std::path::Path;
use std::sync::Arc;

use crate::calendar::Instant;
use crate::calendar::words::long_instant;
use crate::contacts::dates::date_format::DateFormat;
use crate::contacts::mapping::Overrides;
use crate::simulate::run::Control;
use crate::storage::contacts_file::blocks::ReadCounts;
use crate::storage::exports::report::to_text;
use crate::workbench::exports::export::{self, Choices, ExportNotes, Opened};
use crate::workbench::exports::rehearsed::RunAtInstant;
use crate::workbench::failure::Failure;
use crate::workbench::people::{ContactsSource, RunContacts};
use crate::workbench::scene::RunScene;
use crate::workbench::simulate::{keep, report_only};

use super::args::{MappingOptions, SimulateOptions};
use super::exports::WantedExport;
use super::messages;
use super::progress::TerminalProgress;
use super::result::CommandResult;

/// Runs `dripline simulate`.
pub(super) fn simulate(
    options: &SimulateOptions,
    now: Instant,
    control: &Arc<Control>,
) -> Result<CommandResult, Failure> {
    let read: Vec<&Path> = std::iter::once(options.campaign.as_path()).chain(options.contacts.as_deref()).collect();
    options.exports.check(&read)?;
    let forms = options.exports.forms()?;
    let source = source(options)?;
    let request = options.scene.request(&options.campaign, now);
    let opening = TerminalProgress::of(control);
    let scene = RunScene::open_with(&request, Some(&source), control)?;
    let people = scene.people_with(&source, control).map_err(|failure| with_advice(failure, &source))?;
    drop(opening);
    say_mapping(&people, &options.mapping);
    let threads = threads(options.threads);
    let pool = pool(threads)?;
    let shown = TerminalProgress::of(control);
    let needs_visits = forms.iter().any(|wanted| wanted.form.needs_visits());
    // Files are opened before the run, so that a path that can't be written is reported immediately.
    let choices = options.exports.choices();
    let open = |wanted: &WantedExport<'_>| Ok((wanted.form.open(wanted.path, choices)?, wanted.is_ahead));
    let opened: Vec<(Opened, bool)> = forms.iter().map(open).collect::<Result<_, Failure>>()?;
    let counts = if needs_visits {
        let kept = pool.install(|| keep(&scene, &people, threads, control))?;
        let rehearsed = RunAtInstant::at_end(&scene, &kept, &people, now);
        let (beginning, choices) = (rehearsed.at_beginning(), options.exports.choices_for(&kept.population)?);
        let source = |is_ahead| export::ExportSource::Run(if is_ahead { &beginning } else { &rehearsed });
        control.begin("Writing", 0);
        pool.install(|| write_all(opened, &source, &choices, control))?;
        drop(shown);
        kept.counts
    } else {
        let (report, counts) = pool.install(|| report_only(&scene, &people, threads, control))?;
        drop(shown);
        if opened.is_empty() {
            messages::print(&to_text(&title(&scene), &report))?;
        }
        write_all(opened, &|_| export::ExportSource::Counts(&report), choices, control)?;
        counts
    };
    say_counts(&people, &counts);
    let has_refused = options.mapping.strict && counts.rejected > 0;
    Ok(if has_refused { CommandResult::HasRejects } else { CommandResult::Clean })
}

/// Writes all results to their files, and prints the notes on each to standard error. `source` is asked whether it is
/// about what comes after the clock.
fn write_all<'a>(
    all: Vec<(Opened, bool)>,
    source: &(dyn Fn(bool) -> export::ExportSource<'a> + Sync),
    choices: &Choices,
    control: &Control,
) -> Result<(), Failure> {
    for (opened, is_ahead) in all {
        let mut notes = ExportNotes::new();
        let written = opened.write(source(is_ahead), choices, control, &mut notes);
        notes.iter().for_each(|note| messages::say(note));
        written?;
    }
    Ok(())
}

/// The source of the contacts. The arguments make sure that there is exactly one.
fn source(options: &SimulateOptions) -> Result<ContactsSource, Failure> {
    if let Some(path) = &options.contacts {
        return Ok(ContactsSource::File { path: path.clone(), overrides: overrides(&options.mapping)? });
    }
    let MappingOptions { map, date_format, sheet, .. } = &options.mapping;
    if !map.is_empty() || date_format.is_some() || sheet.is_some() {
        return Err(Failure::Usage("--map, --date-format and --sheet only work with --contacts".to_owned()));
    }
    match (options.generate, &options.rehearsal) {
        (Some(count), _) => Ok(ContactsSource::Generated { count, seed: options.seed }),
        (None, Some(name)) => Ok(ContactsSource::Rehearsal(name.clone())),
        (None, None) => Err(Failure::Usage("add --contacts, --generate or --rehearsal".to_owned())),
    }
}

/// The failure, with what to do about dates of a rehearsal's file. The options for a file don't apply to it: it is read
/// as its mapping says.
fn with_advice(failure: Failure, source: &ContactsSource) -> Failure {
    match (failure, source) {
        (Failure::DateOrder(words), ContactsSource::Rehearsal(name)) => Failure::Usage(format!(
            "{words}. Run once with --contacts FILE and --date-format, for example --date-format MM/DD/YYYY or \
             --date-format DD/MM/YYYY, or choose the order in the window, at the contacts of “{name}”. It is saved next \
             to the file, for all rehearsals"
        )),
        (failure, _) => failure,
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
    Ok(Overrides {
        columns: options.map.clone(),
        date_format,
        tag_separator: options.tag_separator.clone(),
        sheet: options.sheet.clone(),
        strict: options.strict,
    })
}

/// The number of threads to use: `asked`, but at most 256, or one for each core if `asked` is 0.
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
        .map_err(|error| Failure::Usage(format!("{threads} threads can't be started ({error}). Try --threads 1")))
}

/// Prints how the columns of a file that isn't native are read, and saves the mapping next to it.
pub(super) fn say_mapping(people: &RunContacts, options: &MappingOptions) {
    if let RunContacts::File(file) = people {
        messages::say_mapping(file);
    }
    match people.keep_mapping(!options.map.is_empty() || options.date_format.is_some() || options.sheet.is_some()) {
        Ok(None) => {}
        Ok(Some(path)) => messages::say(&format!("{}: saved for next time", path.display())),
        // The run doesn't need the mapping.
        Err(failure) => messages::say(&format!("the mapping was not saved: {failure}")),
    }
}

/// Prints how many rows were rejected.
pub(super) fn say_counts(people: &RunContacts, counts: &ReadCounts) {
    match people {
        RunContacts::File(file) => messages::say_counts_of_file(file, counts),
        RunContacts::Typed(..) => messages::say_counts_of_typed(counts),
        RunContacts::Generated(..) => {}
    }
}

/// The report's title: campaign, sequence, and when the run ended.
fn title(scene: &RunScene) -> String {
    let zone = scene.plan.zone();
    let stops = match scene.until {
        Instant::LAST => "until no contact waits any more".to_owned(),
        until => format!("until {} {}", long_instant(until, zone), zone.place()),
    };
    format!("{}, sequence “{}”, {stops}", scene.campaign.name, scene.sequence().name)
}
