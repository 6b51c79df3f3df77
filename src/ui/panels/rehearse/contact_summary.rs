//! Where a contact of the list stands: at the clock's time, or at the item and outcome that the list is filtered by.

use lucide_icons::Icon;

use crate::calendar::Instant;
use crate::picture::theme::ColorRole;
use crate::report::people::Filter;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Status};
use crate::ui::context::settings::Settings;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::signs;
use crate::ui::controls::words::lower_first;
use crate::workbench::rehearse::contact::whereabouts;
use crate::workbench::rehearse::finished::FinishedRehearsal;
use crate::workbench::rehearse::visit_words::{VisitTime, what};

/// Where a contact stands, in the words of a list.
pub struct ContactSummary {
    /// The glyph of the outcome or the status.
    pub icon: Icon,
    /// Its colour.
    pub ink: ColorRole,
    /// The item or the reason; it may be cut.
    pub what: String,
    /// The time.
    pub when: String,
    /// All of it in one phrase: `waits until Tue 2 Jun 10:00 at “Week before birthday”`.
    pub words: String,
    /// The instant of the time, if there is one.
    pub at: Option<Instant>,
}

/// What a list of contacts shows: which run, when, for which filter, and with which dates.
#[derive(Clone, Copy)]
pub struct ShownContacts<'a> {
    /// The run.
    pub finished: &'a FinishedRehearsal,
    /// The clock's time.
    pub clock: Instant,
    /// The filter of the list.
    pub filter: &'a Filter,
    /// How dates are written.
    pub settings: &'a Settings,
    /// The zone of the dates, or that they are in each contact's own.
    pub zone: &'a ShownZone,
}

impl ShownContacts<'_> {
    /// The zone in which a contact's instants are shown.
    pub fn zone_of(&self, place: u64) -> ShownZone {
        self.zone.of_row(self.finished.contact(place).and_then(|contact| contact.zone()))
    }

    /// Where a contact stands. A list that is filtered by item or outcome shows the visit that it is filtered by, even
    /// if the contact is elsewhere by now.
    pub fn summary(&self, place: u64) -> ContactSummary {
        let Self { finished, clock, filter, .. } = *self;
        let zone = self.zone_of(place);
        let date_time = |at| zone.near(self.settings, at, clock);
        match filter.visit(&finished.scene.plan, finished.visits(place), clock) {
            Some(visit) => ContactSummary::at_visit(finished, (place, visit), filter.item.is_some(), date_time),
            None => ContactSummary::now(finished, place, clock, date_time),
        }
    }
}

impl ContactSummary {
    /// What happened at a visit, and when.
    fn at_visit(
        finished: &FinishedRehearsal,
        (place, visit): (u64, Visit),
        item_is_known: bool,
        date_time: impl Fn(Instant) -> String,
    ) -> Self {
        let item = item_of(finished, visit);
        let name = item.called();
        let (icon, ink) = signs::outcome(visit.outcome);
        let time = VisitTime::of(visit.outcome, visit.arrived, visit.due);
        let when = time.words(date_time);
        let did = match visit.outcome {
            Outcome::Skipped(reason) => match finished.contact(place) {
                Some(contact) => reason.brief_for(contact.email_status()),
                None => reason.brief().to_owned(),
            },
            outcome => what(outcome, item.kind.family(), None),
        };
        let words = match visit.outcome {
            Outcome::Skipped(_) => format!("skipped {when} at “{name}”: {did}"),
            Outcome::Ran | Outcome::Waiting | Outcome::Held => format!("{did} {when} at “{name}”"),
        };
        let what = if item_is_known { did } else { format!("{name}: {did}") };
        let at = time.instant();
        Self { icon, ink, what, when, words, at }
    }

    /// Where the contact is at the clock's time.
    fn now(finished: &FinishedRehearsal, place: u64, clock: Instant, date_time: impl Fn(Instant) -> String) -> Self {
        let status = finished.status(place, clock);
        let (icon, ink) = signs::status(status);
        let label = lower_first(status.label());
        let (what, when, words) = match (status, whereabouts(finished, place, clock)) {
            (Status::Active | Status::Held, Some(visit)) => {
                let item = item_of(finished, visit).called();
                let (when, words) = match (status, visit.due) {
                    (Status::Held, _) => ("held".to_owned(), format!("held at “{item}”")),
                    (_, Some(due)) => {
                        let until = format!("until {}", date_time(due));
                        let words = format!("waits {until} at “{item}”");
                        (until, words)
                    }
                    (_, None) => ("until after 2099".to_owned(), format!("waits until after 2099 at “{item}”")),
                };
                (item.to_owned(), when, words)
            }
            (Status::NotEntered, _) => match finished.visits(place).next() {
                Some(first) => {
                    let enters = format!("enters {}", date_time(first.arrived));
                    (status.label().to_owned(), enters.clone(), enters)
                }
                None => (status.label().to_owned(), String::new(), "does not enter".to_owned()),
            },
            (Status::Queued, _) => {
                (status.label().to_owned(), "reached the end".to_owned(), format!("{label}: reached the end"))
            }
            (Status::Active | Status::Held | Status::FellOut, _) => (status.label().to_owned(), String::new(), label),
        };
        let at = match status {
            Status::Active => whereabouts(finished, place, clock).and_then(|visit| visit.due),
            Status::NotEntered => finished.visits(place).next().map(|first| first.arrived),
            Status::Held | Status::FellOut | Status::Queued => None,
        };
        Self { icon, ink, what, when, words, at }
    }
}

/// The item of a visit.
fn item_of(finished: &FinishedRehearsal, visit: Visit) -> &crate::campaign::item::Item {
    let scene = &finished.scene;
    &scene.sequence().items[scene.plan.items()[visit.rank as usize].place]
}
