//! Worked examples of a timer: when a contact that arrives at a given time continues, and why.
//!
//! The engine computes the answers: a sequence with a Start and the timer is compiled, and the story of one contact is
//! explained.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::calendar::date::SECS_A_DAY;
use crate::calendar::derivation::{DerivationStep, UnusualTime};
use crate::calendar::words::{clock, short_date};
use crate::calendar::{DateTime, Instant, Zone};
use crate::campaign::directory::Directory;
use crate::campaign::document::Campaign;
use crate::campaign::fields::Column;
use crate::campaign::kinds::{Family, Kind};
use crate::campaign::rehearsal::Person;
use crate::campaign::scope::Scope;
use crate::campaign::sentence::goes_by_contact;
use crate::campaign::sequence::Sequence;
use crate::contacts::block::{Block, Layout};
use crate::contacts::people::population;
use crate::simulate::outcome::{Outcome, Reason};
use crate::simulate::plan::Plan;
use crate::simulate::record::Contact;
use crate::simulate::story::{Explained, explain};
use crate::workbench::today::today;

use super::explain::sentences;

/// What happens to an arriving contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExampleOutcome {
    /// The contact continues at an instant.
    GoesOn {
        /// When the contact continues.
        at: Instant,
        /// When, in the local time of the timer's zone.
        local: DateTime,
    },
    /// The contact waits until after 2099.
    BeyondTime,
    /// The contact jumps, for this reason.
    Jumps(Reason),
    /// The timer is not set up, and holds the contact.
    Held,
}

/// One row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleRow {
    /// The arrival, in the local time of the timer's zone.
    pub arrival: DateTime,
    /// The zone that the timer works in, of the arrival and of the answer.
    pub clock: Zone,
    /// The IANA name of the contact's time zone.
    pub zone: String,
    /// What happens to the contact.
    pub answer: ExampleOutcome,
    /// How long the contact waits: `2 d 23 h`; empty if it doesn't continue.
    pub waited: String,
    /// Why this happened, in sentences.
    pub sentences: Vec<String>,
    /// The steps of the derivation. Each has a rule (see [`rules`](super::rules)).
    pub steps: Vec<DerivationStep>,
    /// A remark: another time zone, a clock change, a weekend or a night.
    pub note: String,
}

/// The table of a timer: each arrival for a contact in each zone. `field` is the cell that a field timer reads,
/// `1990-05-12` or `2026-05-12T09:00`; without one, the contact's field is empty.
///
/// Empty if `kind` isn't a timer or the campaign's time zone is unknown. Unknown zones are left out. If `zones` is
/// empty, the contact has the campaign's zone.
pub fn table(
    campaign: &Campaign,
    kind: &Kind,
    arrivals: &[DateTime],
    zones: &[String],
    field: Option<&str>,
) -> Vec<ExampleRow> {
    let Some(bench) = Bench::new(campaign, kind) else { return Vec::new() };
    let own = [campaign.time_zone.clone()];
    let zones = if zones.is_empty() { &own } else { zones };
    let people = zones.iter().filter_map(|name| Some((Zone::named(name)?, name)));
    let rows = |(zone, name): (Zone, &String)| -> Vec<ExampleRow> {
        let Some(block) = bench.contact(name, field) else { return Vec::new() };
        let clock = bench.clock(&zone);
        let row = |local: &DateTime| bench.row(&block, (*local, clock.resolve(*local)), clock, &zone, name);
        arrivals.iter().filter_map(row).collect()
    };
    people.flat_map(rows).collect()
}

/// Contacts in several zones that arrive at the same moments: for each arrival, in the local time of the campaign, a
/// row for a contact in the campaign's zone, then one for each of `zones`. Otherwise as [`table`].
pub fn same_moments(
    campaign: &Campaign,
    kind: &Kind,
    arrivals: &[DateTime],
    zones: &[String],
    field: Option<&str>,
) -> Vec<ExampleRow> {
    let Some(bench) = Bench::new(campaign, kind) else { return Vec::new() };
    let bench = &bench;
    let own = bench.plan.zone();
    let others = zones.iter().filter(|name| **name != campaign.time_zone);
    let people = std::iter::once(&campaign.time_zone).chain(others);
    let people = people.filter_map(|name| Some((Zone::named(name)?, name, bench.contact(name, field)?)));
    let people: Vec<_> = people.collect();
    let rows = arrivals.iter().flat_map(|&arrival| {
        let entry = own.resolve(arrival);
        let row = move |(zone, name, block): &(Zone, &String, Block)| {
            let clock = bench.clock(zone);
            let local = if clock.is_same(own) { arrival } else { clock.local_at(entry) };
            bench.row(block, (local, entry), clock, zone, name)
        };
        people.iter().filter_map(row)
    });
    rows.collect()
}

/// A sequence with only a Start and a timer.
struct Bench {
    campaign: Campaign,
    layout: std::sync::Arc<Layout>,
    plan: Plan,
    goes_by_contact: bool,
    key: Option<String>,
}

impl Bench {
    fn new(campaign: &Campaign, kind: &Kind) -> Option<Self> {
        if kind.family() != Family::Timer {
            return None;
        }
        let goes_by_contact = goes_by_contact(kind);
        let key = kind.settings().read_field().map(str::to_owned);
        // Only what a timer needs is copied, since a campaign may be large.
        let directory = Directory { custom_fields: campaign.directory.custom_fields.clone(), ..Directory::default() };
        let campaign = Campaign {
            sequences: vec![Sequence::of_one(kind.clone(), false)],
            ..Campaign::unnamed(&campaign.time_zone, campaign.rules, directory)
        };
        let layout = Layout::new(&campaign.directory);
        let plan = Plan::new(&campaign, Scope::Sequence(campaign.sequences[0].id), &layout).ok()?;
        Some(Self { layout, plan, goes_by_contact, key, campaign })
    }

    /// The zone in which the timer works for a contact in `zone`.
    fn clock<'a>(&'a self, zone: &'a Zone) -> &'a Zone {
        if self.goes_by_contact { zone } else { self.plan.zone() }
    }

    /// A contact in this zone, with this cell in the field that the timer reads.
    fn contact(&self, zone: &str, field: Option<&str>) -> Option<Block> {
        let mut cells = BTreeMap::from([
            (Column::Id.key().to_owned(), "1".to_owned()),
            (Column::TimeZone.key().to_owned(), zone.to_owned()),
        ]);
        if let (Some(key), Some(cell)) = (&self.key, field) {
            // A timer may name a column that isn't a date. It is then not set up, whatever the cell is.
            if !cells.contains_key(key) {
                cells.insert(key.clone(), cell.to_owned());
            }
        }
        let zone = self.plan.zone();
        let people = |cells| population(&[Person(cells)], &self.layout, &self.campaign.directory, zone, today(zone));
        people(cells).ok()?.population.blocks().first().cloned()
    }

    fn row(
        &self,
        block: &Block,
        (local, entry): (DateTime, Instant),
        clock: &Zone,
        zone: &Zone,
        name: &str,
    ) -> Option<ExampleRow> {
        if !entry.is_simulated() {
            return None;
        }
        let contact = Contact { block, row: 0 };
        let (visits, _) = explain(&self.plan, contact, entry, Instant::LAST);
        let explained = visits.into_iter().nth(1)?;
        let item = &self.campaign.sequences[0].items[1];
        let answer = match (explained.visit.outcome, explained.visit.due) {
            (Outcome::Ran, Some(at)) => ExampleOutcome::GoesOn { at, local: clock.local_at(at) },
            (Outcome::Held, _) => ExampleOutcome::Held,
            (Outcome::Skipped(reason), _) => ExampleOutcome::Jumps(reason),
            (Outcome::Waiting | Outcome::Ran, _) => ExampleOutcome::BeyondTime,
        };
        Some(ExampleRow {
            arrival: local,
            clock: clock.clone(),
            zone: name.to_owned(),
            answer,
            waited: match answer {
                ExampleOutcome::GoesOn { at, .. } => length(at.utc_secs() - entry.utc_secs()),
                _ => String::new(),
            },
            sentences: sentences(item, &explained, contact.email_status(), (clock, Instant::LAST)),
            note: note(&explained, answer, clock, zone),
            steps: explained.steps,
        })
    }
}

/// A length of time in its two largest units, such as `5 min` or `2 d 23 h`; `no wait` for 0 seconds. Below two days it
/// is in hours, since a timer's day isn't always 24 hours.
fn length(seconds: i64) -> String {
    let days = if seconds < 2 * SECS_A_DAY { 0 } else { seconds / SECS_A_DAY };
    let (hours, minutes) = ((seconds - days * SECS_A_DAY) / 3_600, seconds / 60 % 60);
    let parts = [(days, "d"), (hours, "h"), (minutes, "min"), (seconds % 60, "s")];
    let shown = parts.iter().skip_while(|(count, _)| *count == 0).take(2).filter(|(count, _)| *count > 0);
    let shown: Vec<String> = shown.map(|(count, unit)| format!("{count} {unit}")).collect();
    if shown.is_empty() { "no wait".to_owned() } else { shown.join(" ") }
}

fn note(explained: &Explained, answer: ExampleOutcome, clock_zone: &Zone, contact_zone: &Zone) -> String {
    let mut notes: Vec<String> = Vec::new();
    if explained.steps.iter().any(|step| matches!(step, DerivationStep::Gap { .. } | DerivationStep::Twice { .. })) {
        notes.push("Clock change".to_owned());
    }
    if let ExampleOutcome::GoesOn { at, .. } = answer {
        if !clock_zone.is_same(contact_zone) {
            let local = contact_zone.local_at(at);
            notes.push(format!("{} {} for the contact", short_date(local.date()), clock(local)));
        }
        let unusual = UnusualTime::of(at, contact_zone).map(|unusual| match unusual {
            UnusualTime::Weekend => "Weekend",
            UnusualTime::Night => "Night",
        });
        notes.extend(unusual.map(str::to_owned));
    }
    notes.join("; ")
}

impl ExampleOutcome {
    /// `Mon 4 Mar 2024 08:00`, or why the contact doesn't continue.
    pub fn words(&self) -> String {
        match self {
            ExampleOutcome::GoesOn { local, .. } => {
                format!("{} {} {}", short_date(local.date()), local.date().civil().0, clock(*local))
            }
            ExampleOutcome::BeyondTime => "After 2099".to_owned(),
            ExampleOutcome::Jumps(reason) if *reason == Reason::FieldEmpty => "Skipped: the field is empty".to_owned(),
            ExampleOutcome::Jumps(_) => "Skipped: its date has passed".to_owned(),
            ExampleOutcome::Held => "Held: the timer is not set up".to_owned(),
        }
    }
}

/// The table as text, for the clipboard: columns separated by tabs, with a header.
pub fn as_text(rows: &[ExampleRow]) -> String {
    let mut text = "Times in\tArrives\tContact's zone\tContinues\tWaits\tNote\tWhy\n".to_owned();
    for row in rows {
        let day = row.arrival.date();
        let arrival = format!("{} {} {}", short_date(day), day.civil().0, clock(row.arrival));
        let why = row.sentences.join(" ");
        let (zone_of_times, answer) = (row.clock.name(), row.answer.words());
        // Writing to a string can't fail.
        let _ =
            writeln!(text, "{zone_of_times}\t{arrival}\t{}\t{answer}\t{}\t{}\t{why}", row.zone, row.waited, row.note);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_of_24_hours_is_not_called_a_day() {
        let waits = [0, 300, 86_400, 86_400 + 3_600, 2 * 86_400, 3 * 86_400 - 3_600].map(length);
        assert_eq!(waits, ["no wait", "5 min", "24 h", "25 h", "2 d", "2 d 23 h"]);
    }
}
