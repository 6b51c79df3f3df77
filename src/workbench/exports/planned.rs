//! Writes what is planned after the clock's time as a calendar.

use crate::calendar::Instant;
use crate::campaign::item::Item;
use crate::campaign::text::thousands;
use crate::report::planned::{PlannedForAll, PlannedItem, of_all, of_contact};
use crate::simulate::effects::Effect;
use crate::simulate::kinds::Detail;
use crate::simulate::plan::Rank;
use crate::simulate::record::Contact;
use crate::simulate::run::Control;
use crate::storage::endings;
use crate::storage::exports::icalendar::{Calendar, Event, When, write_calendar};
use crate::storage::output::Output;

use crate::workbench::failure::Failure;

use super::export::{Export, ExportFormat, ExportNotes, ExportWriter, InCommand, InWindow};
use super::planned_appointments::{self, PlannedAppointment, begins};
use super::planned_words::{self, ContactEffects};
use super::rehearsed::RunAtInstant;
use super::whole::whole;

/// Most events of a calendar: few programs can show more.
pub const MOST_EVENTS: usize = 2_000;

/// The planned items, as events.
pub struct Ahead {
    /// The events, by the instant at which their item runs.
    pub events: Vec<Event>,
    /// What the calendar contains, and what it leaves out.
    pub description: String,
    /// A sentence about what the calendar leaves out; `None` if it leaves out nothing.
    pub left_out: Option<String>,
}

/// What is planned for all contacts.
pub const PLANNED: Export = Export {
    name: "calendar",
    label: "Calendar of what is to come",
    forms: &[ExportFormat {
        endings: &[endings::CALENDAR],
        write: ExportWriter::Run(|out, run, _, control, notes| write(out, run, None, control, notes)),
    }],
    is_picture: false,
    has_times: false,
    window: Some(InWindow { hint: Some(HINT), of_contact: false }),
    command: Some(InCommand {
        place: 8,
        value: "ICS",
        help: "Write a calendar of the whole run: communications, tasks, and appointments at the time at which they \
               take place (.ics)",
        otherwise: endings::CALENDAR,
    }),
};

/// What is planned for one contact.
pub const PLANNED_FOR_ONE: Export = Export {
    name: "calendar",
    label: "Calendar of the contact that is followed",
    forms: &[ExportFormat {
        endings: &[endings::CALENDAR],
        write: ExportWriter::Run(|out, run, choices, control, notes| write(out, run, choices.contact, control, notes)),
    }],
    is_picture: false,
    has_times: false,
    window: Some(InWindow { hint: Some(HINT), of_contact: true }),
    command: None,
};

const HINT: &str = "What comes after the clock, as events of a calendar.";

/// Writes a calendar, and notes what it leaves out. An empty calendar is an error.
fn write(
    out: Output,
    rehearsed: &RunAtInstant<'_>,
    contact: Option<u64>,
    control: &Control,
    notes: &mut ExportNotes,
) -> Result<(), Failure> {
    let ahead = match contact {
        Some(place) => ahead_of_one(rehearsed, place)?,
        None => ahead_of_all(rehearsed),
    };
    if ahead.events.is_empty() {
        // RFC 5545 has no empty calendar, and programs refuse one.
        return Err(Failure::Usage(nothing(rehearsed, contact)));
    }
    let name = format!("{}: {}", rehearsed.scene.campaign.name, rehearsed.scene.sequence().name);
    let calendar =
        Calendar { name: &name, description: &ahead.description, stamp: rehearsed.now, events: &ahead.events };
    whole(out, control, |out| write_calendar(out, &calendar))?;
    notes.extend(ahead.left_out);
    Ok(())
}

/// The sentence that nothing is planned, for whom, and after when.
fn nothing(rehearsed: &RunAtInstant<'_>, contact: Option<u64>) -> String {
    let place = contact.and_then(|place| rehearsed.kept.population.places().locate(place));
    let who = place.map_or_else(|| "any contact".to_owned(), |(block, row)| Contact { block, row }.called());
    format!("Nothing is planned for {who}{}: no calendar was written.", after(rehearsed))
}

/// What is planned for all contacts.
pub fn ahead_of_all(rehearsed: &RunAtInstant<'_>) -> Ahead {
    let scene = rehearsed.scene;
    let planned = of_all(&scene.plan, scene.sequence(), &rehearsed.kept.run, rehearsed.clock, scene.until, MOST_EVENTS);
    let is_by_hour = planned.is_by_hour;
    let effects = ContactEffects::new(rehearsed);
    let mut made = planned_appointments::of_all(rehearsed, &effects);
    made.sort_by_key(|made| (begins(rehearsed, made.when), made.rank));
    let found = planned.coming.len() + made.len();
    made.truncate(MOST_EVENTS);
    let mut events: Vec<Event> =
        planned.coming.iter().map(|coming| event_of_all(rehearsed, coming, is_by_hour, &effects)).collect();
    events.extend(made.iter().map(|made| appointment_of_all(rehearsed, made, &effects)));
    events.sort_by_key(|event| begins(rehearsed, event.when));
    events.truncate(MOST_EVENTS);
    let left_out = planned.left_out + found - events.len();
    let mut description = said_of(rehearsed, "all contacts");
    if is_by_hour {
        description.push_str(" Contacts of the same hour are in one event.");
    }
    let left_out = (left_out > 0).then(|| {
        format!(
            "{} later events are not in the calendar: it has the first {}.",
            thousands(left_out as u64),
            thousands(MOST_EVENTS as u64)
        )
    });
    if let Some(left_out) = &left_out {
        description.push(' ');
        description.push_str(left_out);
    }
    Ahead { events, description, left_out }
}

fn event_of_all(
    rehearsed: &RunAtInstant<'_>,
    coming: &PlannedForAll,
    is_by_hour: bool,
    effects: &ContactEffects<'_>,
) -> Event {
    let item = item(rehearsed, coming.rank);
    let who = planned_words::names(rehearsed, &coming.named, coming.people);
    let summary = match (coming.is_simulated, coming.people, coming.named.first()) {
        (true, 1, Some(place)) => {
            let effects = effects.of(*place);
            let effect = effects.iter().find(|effect| (effect.rank, effect.at) == (coming.rank, coming.first));
            planned_words::for_one(item, effect.map(|effect| &effect.detail), &who)
        }
        (true, ..) => planned_words::for_several(item, &who),
        (false, ..) => format!("“{}” releases {who}; what follows was not rehearsed", item.called()),
    };
    let mut description = match coming.first == coming.last {
        true => format!("{}: {who}.", rehearsed.date_time(coming.first)),
        false => format!("From {} to {}: {who}.", rehearsed.date_time(coming.first), rehearsed.date_time(coming.last)),
    };
    if !coming.is_simulated {
        description.push_str(&beyond(rehearsed));
    }
    // The event of an hour keeps its identity, whichever contacts are in that hour.
    let date_time = if is_by_hour { coming.first.utc_secs().div_euclid(3600) * 3600 } else { coming.first.utc_secs() };
    Event {
        identity: identity(rehearsed, item, "all", Some(date_time)),
        when: When::At(coming.first, coming.last),
        summary,
        description: signed(rehearsed, description),
        is_busy: false,
        is_certain: coming.is_simulated,
    }
}

/// An appointment, of one or several contacts, where it takes place.
fn appointment_of_all(
    rehearsed: &RunAtInstant<'_>,
    planned: &PlannedAppointment,
    effects: &ContactEffects<'_>,
) -> Event {
    let (first, last) = planned.made;
    if let ([place], 1) = (&planned.named[..], planned.people)
        && let Some((block, row)) = rehearsed.kept.population.places().locate(*place)
        && let Some(effect) = effects.of(*place).iter().find(|effect| (effect.rank, effect.at) == (planned.rank, first))
    {
        let contact = Contact { block, row };
        return appointment_of_one(rehearsed, contact, &contact.called(), (effect, planned.when));
    }
    let item = item(rehearsed, planned.rank);
    let (first, last) = (rehearsed.date_time(first), rehearsed.date_time(last));
    let made = if first == last { first } else { format!("from {first} to {last}") };
    Event {
        identity: identity(rehearsed, item, "all", Some(begins(rehearsed, planned.when).utc_secs())),
        when: planned.when,
        summary: planned_words::for_several(item, &planned_words::names(rehearsed, &planned.named, planned.people)),
        description: signed(rehearsed, format!("Made {made} by “{}”.", item.called())),
        is_busy: true,
        is_certain: true,
    }
}

/// What is planned for the contact at a position in the list.
///
/// # Errors
/// If there is no such contact.
pub fn ahead_of_one(rehearsed: &RunAtInstant<'_>, place: u64) -> Result<Ahead, Failure> {
    let (scene, kept) = (rehearsed.scene, rehearsed.kept);
    let nobody = || Failure::Usage(format!("there is no contact number {} in the list", place + 1));
    let (block, row) = kept.population.places().locate(place).ok_or_else(nobody)?;
    let contact = Contact { block, row };
    let (segment, row) = kept.run.locate(place).ok_or_else(nobody)?;
    let visits = segment.span(row).map(|at| segment.visit(at));
    let effects = planned_words::effects_of_one(rehearsed, place);
    let coming = of_contact(&scene.plan, scene.sequence(), visits, rehearsed.clock, scene.until);
    let who = contact.called();
    let effect_of = |coming: &PlannedItem| {
        effects.iter().find(|effect| (effect.rank, effect.pass) == (coming.rank, Some(coming.pass)))
    };
    let mut events: Vec<Event> =
        coming.iter().map(|coming| event_of_one(rehearsed, contact, &who, coming, effect_of(coming))).collect();
    events.extend(effects.iter().filter_map(|effect| {
        let when = planned_appointments::of_effect(rehearsed, effect)?;
        Some(appointment_of_one(rehearsed, contact, &who, (effect, when)))
    }));
    events.sort_by_key(|event| begins(rehearsed, event.when));
    Ok(Ahead { events, description: said_of(rehearsed, &who), left_out: None })
}

fn event_of_one(
    rehearsed: &RunAtInstant<'_>,
    contact: Contact<'_>,
    who: &str,
    coming: &PlannedItem,
    effect: Option<&Effect>,
) -> Event {
    let item = item(rehearsed, coming.rank);
    let detail = effect.map(|effect| &effect.detail).filter(|_| coming.is_simulated);
    let summary = match coming.is_simulated {
        true => planned_words::for_one(item, detail, who),
        false => format!("“{}” releases {who}; what follows was not rehearsed", item.called()),
    };
    let mut lines = Vec::new();
    if !coming.is_simulated {
        lines.push(beyond(rehearsed).trim_start().to_owned());
    }
    lines.extend(detail.into_iter().flat_map(|detail| about(rehearsed, detail)));
    Event {
        identity: identity(rehearsed, item, contact.block.id(contact.row), None),
        when: When::At(coming.at, coming.at),
        summary,
        description: signed(rehearsed, lines.join("\n")),
        is_busy: false,
        is_certain: coming.is_simulated,
    }
}

/// The appointment of an effect, where it takes place.
fn appointment_of_one(
    rehearsed: &RunAtInstant<'_>,
    contact: Contact<'_>,
    who: &str,
    (effect, when): (&Effect, When),
) -> Event {
    let item = item(rehearsed, effect.rank);
    let made = format!("Made {} by “{}”.", rehearsed.date_time(effect.at), item.called());
    let lines: Vec<String> = std::iter::once(made).chain(about(rehearsed, &effect.detail)).collect();
    Event {
        identity: identity(rehearsed, item, contact.block.id(contact.row), None),
        when,
        summary: planned_words::for_one(item, Some(&effect.detail), who),
        description: signed(rehearsed, lines.join("\n")),
        is_busy: true,
        is_certain: true,
    }
}

/// The lines about an effect: its notes, and the user that it is for.
fn about(rehearsed: &RunAtInstant<'_>, detail: &Detail) -> Vec<String> {
    let mut lines: Vec<String> =
        detail.notes().into_iter().map(|(caption, text)| format!("{caption}: {text}")).collect();
    if let Some(user) = detail.user().filter(|user| !user.is_empty()) {
        lines.push(format!("For: {}", rehearsed.scene.campaign.directory.user_called(user)));
    }
    lines
}

fn item<'a>(rehearsed: &RunAtInstant<'a>, rank: Rank) -> &'a Item {
    let scene = rehearsed.scene;
    &scene.sequence().items[scene.plan.items()[rank as usize].place]
}

/// The parts of an event's identity. Edits elsewhere in the campaign don't change it.
fn identity(rehearsed: &RunAtInstant<'_>, item: &Item, who: &str, date_time: Option<i64>) -> Vec<String> {
    let scene = rehearsed.scene;
    let of = [scene.campaign.name.clone(), scene.sequence().name.clone(), item.id.to_string(), who.to_owned()];
    of.into_iter().chain(date_time.map(|date_time| date_time.to_string())).collect()
}

fn beyond(rehearsed: &RunAtInstant<'_>) -> String {
    format!(" The rehearsal ends {}: what follows this timer is not known.", rehearsed.date_time(rehearsed.scene.until))
}

fn signed(rehearsed: &RunAtInstant<'_>, mut description: String) -> String {
    if !description.is_empty() {
        description.push('\n');
    }
    description.push_str(&format!(
        "Rehearsed with Dripline, sequence “{}”; nothing is sent.",
        rehearsed.scene.sequence().name
    ));
    description
}

fn said_of(rehearsed: &RunAtInstant<'_>, who: &str) -> String {
    let until = match rehearsed.scene.until {
        Instant::LAST => String::new(),
        until => format!(", as far as it was rehearsed: until {}", rehearsed.date_time(until)),
    };
    format!("Communications, tasks and appointments for {who}{}{until}.", after(rehearsed))
}

/// After which time, the end of a phrase; nothing for the beginning of time.
fn after(rehearsed: &RunAtInstant<'_>) -> String {
    match rehearsed.clock {
        Instant::FIRST => String::new(),
        clock => format!(" after {}", rehearsed.date_time(clock)),
    }
}
