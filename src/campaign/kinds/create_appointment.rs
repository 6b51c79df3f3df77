//! Appointments in a user's calendar.

use serde::{Deserialize, Serialize};

use crate::calendar::timer::TimeOfDay;
use crate::campaign::directory::List;
use crate::campaign::left_out::or_none;

use super::create_task::MOST_DAYS;
use super::description::{Description, Family, KindSettings};
use super::faults::Faults;
use super::setting::Setting;
use super::walk::{FieldFilter, Need, TextKind, Walk, walk};

/// The settings of Create Appointment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateAppointment {
    /// The title, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub title: String,
    /// The id of the user.
    #[serde(default)]
    pub user: Option<String>,
    /// The date that `after_days` counts from.
    #[serde(default)]
    pub basis: Option<Basis>,
    /// The number of days after the basis.
    #[serde(default, deserialize_with = "or_none")]
    pub after_days: u64,
    /// The time of day, in the campaign's zone.
    #[serde(default)]
    pub time: Option<TimeOfDay>,
    /// The length, in minutes.
    #[serde(default, deserialize_with = "or_none")]
    pub minutes: u64,
}

/// The date that an appointment is relative to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// The date on which the contact entered the sequence.
    EntryDate,
    /// The date in a field, read when the item runs.
    Field(String),
}

pub(super) const DESCRIPTION: Description<CreateAppointment> = Description {
    planned: Some("with"),
    ..Description::of(
        "Create appointment",
        Family::Process,
        "calendar-plus",
        "Puts an appointment into a user's calendar",
        || {
            let (title, user, basis, time) = (String::new(), None, None, None);
            CreateAppointment { title, user, basis, after_days: 0, time, minutes: 30 }
        },
    )
};

walk!(CreateAppointment { title, user, basis, after_days, time: _, minutes } => |visitor| {
    visitor.text(Setting::Title, title, TextKind::Line, Need::Required);
    visitor.chosen(Setting::User, List::Users, user);
    visitor.choice(Setting::Basis, basis.is_some());
    if let Some(Basis::Field(key)) = basis {
        visitor.field(Setting::Basis, key, FieldFilter::Dated);
    }
    visitor.amount(Setting::DaysAfter, after_days);
    visitor.amount(Setting::Minutes, minutes);
});

/// Most minutes that an appointment can last: a day.
pub const MOST_MINUTES: u64 = 1_440;

impl KindSettings for CreateAppointment {
    fn faults(&self, faults: &mut Faults<'_>) {
        self.walk(faults);
        faults.range(Setting::DaysAfter, self.after_days, (0, MOST_DAYS));
        faults.range(Setting::Minutes, self.minutes, (1, MOST_MINUTES));
    }
}
