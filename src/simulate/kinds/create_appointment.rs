//! Appointments: put into a user's calendar.

use serde::Serialize;

use crate::calendar::{Date, DateTime};
use crate::campaign::fields::Field;
use crate::campaign::kinds::{Basis, CreateAppointment};
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// An appointment that was made.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct AppointmentMade {
    pub title: String,
    pub user: Option<String>,
    pub starts: Starts,
    pub minutes: u64,
}

impl EffectDetail for AppointmentMade {
    const NAME: &'static str = "appointment";
    const KEYS: &'static [(&'static str, &'static str)] = &[
        ("minutes", "its length"),
        ("starts", "YYYY-MM-DDTHH:MM if the item has a time of day, else YYYY-MM-DD"),
        ("title", "the title, merged"),
        ("user", "the id of the user whose calendar it is in"),
    ];
    const CAPTIONS: &'static [&'static str] = &["Title", "Assigned to", "Starts", "Minutes"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![
            self.title.as_str().into(),
            DetailCell::user(self.user.as_deref()),
            match self.starts {
                Starts::On(day) => DetailCell::Date(day),
                Starts::At(local) => DetailCell::Local(local),
            },
            DetailCell::Count(self.minutes),
        ]
    }

    fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }
}

impl Simulated for CreateAppointment {
    type Effect = AppointmentMade;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(match self.basis.as_ref()? {
            Basis::EntryDate => Perform::Plain,
            Basis::Field(key) => {
                let field = Field::named(key, compiler.directory)?;
                Perform::Appointment(compiler.source(field)?)
            }
        }))
    }

    fn effect(&self, RanItem { record, .. }: RanItem<'_>) -> Option<Self::Effect> {
        let day = match self.basis.as_ref()? {
            Basis::EntryDate => record.local(record.entered).date(),
            Basis::Field(key) => record.date(Field::named(key, record.directory())?)?.local.date(),
        };
        let day = day.plus_days(i64::try_from(self.after_days).unwrap_or(i64::MAX));
        Some(AppointmentMade {
            title: record.merged(&self.title),
            user: self.user.clone(),
            starts: self.time.map_or(Starts::On(day), |time| Starts::At(day.at_second(time.secs()))),
            minutes: self.minutes,
        })
    }
}

/// When an appointment starts, in local time of the campaign's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Starts {
    /// On a day, without a time.
    On(Date),
    /// On a day at a time.
    At(DateTime),
}
