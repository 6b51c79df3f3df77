//! Small sequences that show what happens to one contact. The engine runs them when they are shown.

use crate::calendar::Date;
use crate::calendar::timer::{Offset, OffsetUnit, RunOn, TimeWindow, Unit, YearRule, ZoneChoice};
use crate::campaign::kinds::email::Recipient;
use crate::campaign::kinds::set_field_value::{OverwriteMode, Value};
use crate::campaign::kinds::{ApplyRemoveTag, DateTimerSettings, DelayTimerSettings, Email, Kind, SetFieldValue};
use crate::campaign::schedule::{DateSchedule, On};

use super::examples::{delay, field};
use super::pictures::track::{TrackExample, TrackItem};

const EXAMPLE: TrackExample = TrackExample {
    about: "",
    items: Vec::new,
    links: &[],
    columns: &[("email", "ana@example.com")],
    enters: "2026-07-06T09:00",
    until: "2026-07-31T00:00",
};

fn start() -> TrackItem {
    TrackItem { name: "Start", ready: true, kind: Kind::Start }
}

fn email(name: &'static str) -> TrackItem {
    let settings = Email { to: Some(Recipient::Contact), subject: name.to_owned(), body: name.to_owned() };
    TrackItem { name, ready: true, kind: Kind::Email(settings) }
}

fn draft(name: &'static str) -> TrackItem {
    TrackItem { ready: false, ..email(name) }
}

fn timer(name: &'static str, kind: Kind) -> TrackItem {
    TrackItem { name, ready: true, kind }
}

fn days(name: &'static str, count: u64) -> TrackItem {
    timer(name, delay(count, Unit::Days, RunOn::AnyDay, TimeWindow::AnyTime))
}

/// A timer for 1 July 2026, which has passed when the contact enters.
fn on_1_july() -> TrackItem {
    let on = Some(On::Date(Date::from_civil(2026, 7, 1)));
    let schedule = DateSchedule { on, time: Some(TimeWindow::AnyTime), zone: Some(ZoneChoice::Campaign) };
    timer("On 1 July", Kind::DateTimer(DateTimerSettings { schedule: Some(schedule) }))
}

pub(super) const HELD: TrackExample = TrackExample {
    about: "A timer that isn't set up holds the contact",
    items: || vec![start(), timer("Wait", Kind::DelayTimer(DelayTimerSettings { schedule: None })), email("Email")],
    links: &[(1, 2), (2, 3)],
    ..EXAMPLE
};

pub(super) const WAITING: TrackExample = TrackExample {
    about: "On 7 July the contact waits for a timer of three days",
    items: || vec![start(), days("Wait 3 days", 3), email("Email")],
    links: &[(1, 2), (2, 3)],
    until: "2026-07-07T12:00",
    ..EXAMPLE
};

pub(super) const DRAFT: TrackExample = TrackExample {
    about: "An email that isn't ready is skipped",
    items: || vec![start(), draft("First email"), email("Second email")],
    links: &[(1, 2), (2, 3)],
    ..EXAMPLE
};

pub(super) const TWO_EMAILS: TrackExample = TrackExample {
    about: "Two emails without a timer between them",
    items: || vec![start(), email("First email"), email("Second email")],
    links: &[(1, 2), (2, 3)],
    ..EXAMPLE
};

pub(super) const IN_A_ROW: TrackExample = TrackExample {
    about: "Two timers in a row",
    items: || {
        let hours = delay(2, Unit::Hours, RunOn::AnyDay, TimeWindow::AnyTime);
        vec![start(), days("Wait 1 day", 1), timer("Wait 2 hours", hours), email("Email")]
    },
    links: &[(1, 2), (2, 3), (3, 4)],
    ..EXAMPLE
};

pub(super) const MISSED: TrackExample = TrackExample {
    about: "A contact who comes on 6 July misses a timer for 1 July",
    items: || vec![start(), on_1_july(), email("Invitation"), days("Wait 2 days", 2), email("Newsletter")],
    links: &[(1, 2), (2, 3), (3, 4), (4, 5)],
    ..EXAMPLE
};

pub(super) const DROPPED_OUT: TrackExample = TrackExample {
    about: "The same without a later timer: the contact drops out",
    items: || vec![start(), on_1_july(), email("Invitation"), email("Newsletter")],
    links: &[(1, 2), (2, 3), (3, 4)],
    ..EXAMPLE
};

pub(super) const EMPTY_FIELD: TrackExample = TrackExample {
    about: "A contact without a birthday",
    items: || {
        let birthday =
            field("birthday", Offset::Before(7, OffsetUnit::Days), YearRule::NextOccurrence, TimeWindow::AnyTime);
        vec![start(), timer("Before birthday", birthday), email("Greeting"), days("Wait 1 day", 1), email("Newsletter")]
    },
    links: &[(1, 2), (2, 3), (3, 4), (4, 5)],
    ..EXAMPLE
};

pub(super) const OPTED_OUT: TrackExample = TrackExample {
    about: "A contact who has unsubscribed",
    items: || vec![start(), email("Offer"), tag()],
    links: &[(1, 2), (2, 3)],
    columns: &[("email", "ana@example.com"), ("email_status", "unsubscribed")],
    ..EXAMPLE
};

pub(super) const ONLY_IF_BLANK: TrackExample = TrackExample {
    about: "A contact who has a birthday already",
    items: || {
        let value = Some(Value::Date(Date::from_civil(1990, 1, 1)));
        let set = SetFieldValue { field: Some("birthday".to_owned()), value, mode: Some(OverwriteMode::OnlyIfBlank) };
        vec![start(), TrackItem { name: "Set birthday", ready: true, kind: Kind::SetFieldValue(set) }, email("Email")]
    },
    links: &[(1, 2), (2, 3)],
    columns: &[("email", "ana@example.com"), ("birthday", "1985-06-30")],
    ..EXAMPLE
};

pub(super) const PARALLEL: TrackExample = TrackExample {
    about: "Two tracks",
    items: || vec![start(), email("Welcome"), days("Wait 5 days", 5), email("Offer"), days("Wait 1 day", 1), tag()],
    links: &[(1, 2), (2, 3), (3, 4), (2, 5), (5, 6)],
    until: "2026-07-09T12:00",
    ..EXAMPLE
};

fn tag() -> TrackItem {
    let tags = ApplyRemoveTag { apply: vec!["Customer".to_owned()], remove: Vec::new() };
    TrackItem { name: "Apply tag", ready: true, kind: Kind::ApplyRemoveTag(tags) }
}
