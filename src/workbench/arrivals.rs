//! The initial arrivals for a timer's worked examples, until the user types others. The week and the field value are
//! chosen so that they show as much as possible about the timer. One more arrival is always there: when the people of
//! the rehearsal come.

use crate::calendar::span::FieldDate;
use crate::calendar::timer::{YearRule, ZoneChoice};
use crate::calendar::{Date, DateTime, Instant, Weekday, Zone};
use crate::campaign::choices::RehearsalChoices;
use crate::campaign::directory::FieldKind;
use crate::campaign::document::Campaign;
use crate::campaign::fields::Field;
use crate::campaign::ids::ItemRef;
use crate::campaign::kinds::{DateTimerSettings, FieldTimerSettings, Kind};
use crate::campaign::schedule::{DateSchedule, On};
use crate::campaign::text::thousands;

use super::rehearse::finished::FinishedRehearsal;

/// Contacts of a run that are looked at for the first one that reaches a timer.
const LOOKED_AT: u64 = 100;

/// When the people come to a timer: the first contact of the rehearsal, or whoever enters today.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleArrival {
    /// The arrival, in the local time that the timer works in.
    pub local: DateTime,
    /// The IANA name of the contact's time zone.
    pub zone: String,
    /// What the contact has in the field that a field timer reads, if the contact is known.
    pub own: Option<OwnDate>,
    /// Who arrives: `The first of 1,000 in “Rehearsal”`.
    pub who: String,
}

/// The date of a known contact in the field that a field timer reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDate {
    /// The key of the field.
    pub key: String,
    /// The contact's value; `None` if the contact has none.
    pub value: Option<FieldDate>,
}

impl OwnDate {
    /// The value as in a contacts file; empty if the contact has none.
    pub fn cell(&self) -> String {
        self.value.map_or_else(String::new, FieldDate::cell)
    }
}

/// When the people come to a timer: as in the run that is shown, else when the chosen rehearsal of the sequence begins,
/// else at `now`.
pub fn people_arrival(
    campaign: &Campaign,
    (at, kind): (ItemRef, &Kind),
    choices: &RehearsalChoices,
    shown: Option<&FinishedRehearsal>,
    now: Instant,
) -> Option<PeopleArrival> {
    let zone = Zone::named(&campaign.time_zone)?;
    let goes_by_contact = kind.settings().timer_zone() == Some(ZoneChoice::Contact);
    let arrival = |arrived: Instant, own: &Zone, date: Option<OwnDate>, who: String| PeopleArrival {
        local: if goes_by_contact { own } else { &zone }.local_at(arrived),
        zone: own.name().to_owned(),
        own: date,
        who,
    };
    if let Some(shown) = shown.filter(|shown| shown.scene.sequence().id == at.sequence)
        && let Some((place, arrived)) = first_to_reach(shown, at)
    {
        let contact = shown.contact(place)?;
        let name = shown.scene.rehearsal().map_or("the run", |rehearsal| rehearsal.name.as_str());
        let who = match shown.contacts() {
            1 => format!("The contact of “{name}”"),
            count => format!("The first of {} in “{name}”", thousands(count)),
        };
        let key = kind.settings().read_field();
        let field = key.and_then(|key| Field::named(key, &shown.scene.campaign.directory));
        let slot = field.and_then(|field| shown.scene.layout.date_slot(field));
        let value = slot.map(|slot| contact.block.date_at(slot, contact.row));
        let date = key.zip(value).map(|(key, value)| OwnDate { key: key.to_owned(), value });
        return Some(arrival(arrived, contact.zone().unwrap_or(&zone), date, who));
    }
    let rehearsal = choices.of(campaign, at.sequence);
    Some(match rehearsal.and_then(|rehearsal| Some((rehearsal.begins(&zone)?, &rehearsal.name))) {
        Some((begins, name)) => arrival(begins, &zone, None, format!("When “{name}” begins")),
        None => {
            let minute = Instant::from_utc_secs(now.utc_secs().div_euclid(60) * 60);
            arrival(minute, &zone, None, "A contact entering now".to_owned())
        }
    })
}

/// The contact that reaches an item first among the first ones of the list, and when.
fn first_to_reach(shown: &FinishedRehearsal, item: ItemRef) -> Option<(u64, Instant)> {
    let rank = shown.rank(item)?;
    let arrivals = (0..shown.contacts().min(LOOKED_AT)).filter_map(|place| {
        let visit = shown.visits(place).find(|visit| visit.rank == rank)?;
        Some((place, visit.arrived))
    });
    arrivals.min_by_key(|(place, at)| (*at, *place))
}

/// Monday 09:00, Friday 17:30 and Saturday 12:00 of the week that begins on `monday`.
pub fn usual_arrivals(monday: Date) -> Vec<DateTime> {
    let usual = [(Weekday::Mon, 9 * 60), (Weekday::Fri, 17 * 60 + 30), (Weekday::Sat, 12 * 60)];
    usual.map(|(weekday, minute)| monday.plus_days(weekday as i64).at_second(minute * 60)).to_vec()
}

/// The Monday of the week of a day.
fn monday_of(day: Date) -> Date {
    day.plus_days(-(day.weekday() as i64))
}

/// The Monday of the arrivals: for a date timer, of the week of its first date, so that some arrive in time and some
/// too late; for other timers, the first one from `earliest` on, when the first contact comes.
pub fn week_for(kind: &Kind, earliest: Date) -> Date {
    if let Kind::DateTimer(DateTimerSettings { schedule: Some(DateSchedule { on: Some(on), .. }) }) = kind {
        let (On::Date(day) | On::Range(day, _)) = on;
        return monday_of(*day);
    }
    let monday = monday_of(earliest);
    if monday == earliest { monday } else { monday.plus_days(7) }
}

/// Whether a field timer reads a field with a time of day.
pub fn reads_time(campaign: &Campaign, kind: &Kind) -> bool {
    let directory = &campaign.directory;
    let field = kind.settings().read_field().and_then(|key| Field::named(key, directory));
    field.is_some_and(|field| field.kind(directory) == FieldKind::DateTime)
}

/// The value of the contact's field: for a timer with the next occurrence, a birthday; for one with the field's own
/// year, a date that releases contacts in the middle of the week after `monday`.
pub fn usual_field(campaign: &Campaign, kind: &Kind, monday: Date) -> FieldDate {
    let has_time = reads_time(campaign, kind);
    let day = if let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = kind
        && schedule.year == Some(YearRule::FromField)
    {
        let next_week = monday.plus_days(9);
        schedule.offset.map_or(next_week, |offset| offset.reversed().shift(next_week))
    } else {
        Date::from_civil(1990, 5, 12)
    };
    let second = if has_time { 14 * 3600 + 30 * 60 } else { 0 };
    FieldDate { local: day.at_second(second), has_time }
}
