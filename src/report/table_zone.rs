//! The time zone in which a table for people shows its times: one for all rows, or each contact's own.

use crate::calendar::{DateTime, Instant, Zone};
use crate::simulate::record::Contact;

/// Whose local time a table for people shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TableZone {
    /// The campaign's.
    #[default]
    Campaign,
    /// That of the contact in the row, or the campaign's if the contact has none.
    Contact,
    /// The same for all rows.
    Fixed(Zone),
}

/// The zone of a row.
#[derive(Clone, Copy, Debug)]
pub struct RowZone<'a>(&'a Zone);

impl<'a> RowZone<'a> {
    /// The zone of a row about a contact, if it is about one.
    pub fn of(choice: &'a TableZone, campaign: &'a Zone, contact: Option<Contact<'a>>) -> Self {
        Self(match choice {
            TableZone::Campaign => campaign,
            TableZone::Contact => contact.and_then(|contact| contact.zone()).unwrap_or(campaign),
            TableZone::Fixed(zone) => zone,
        })
    }

    /// The local time of an instant.
    pub fn local(self, at: Instant) -> DateTime {
        self.0.local_at(at)
    }

    /// The name of the zone, as a place: `New York`.
    pub fn place(self) -> String {
        self.0.place()
    }
}
