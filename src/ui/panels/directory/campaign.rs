//! The campaign's name, its time zone, its licence and its rules.

use eframe::egui::Ui;

use crate::calendar::timer::{DayCount, FieldTimersRead, LeapDay};
use crate::calendar::words::clock;
use crate::calendar::zone;
use crate::calendar::{DateTime, Zone};
use crate::campaign::edit::{DirectoryEdit, Edit};
use crate::ui::context::action::Action;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::dates;
use crate::ui::controls::form::Form;
use crate::ui::controls::zones;
use crate::ui::controls::{field, look, segments};

pub(super) fn head(ui: &mut Ui, form: &mut Form<'_>, mine: &Zone) -> Option<Edit> {
    let campaign = form.campaign;
    ui.set_max_width(420.0);
    let (mut name, mut description) = (campaign.name.clone(), campaign.description.clone());
    field::text(ui, form, "Campaign name", &mut name);
    field::long_text(ui, form, "Description", &mut description);
    let chosen = zones::picker(ui, &campaign.time_zone, mine);
    if let Some(zone) = Zone::named(&campaign.time_zone) {
        let now = clock_minutes(zone.local_at(dates::now()));
        look::hint(ui, &format!("It is {now} there now. Zone data: {}", zone::data_version()));
    }
    look::hint(ui, "Timers use this zone, unless they use the contact's.");
    look::section(ui, "CustomerHub");
    let mut licensed = campaign.directory.customer_hub;
    let changed = look::check(ui, &mut licensed, "CustomerHub licence").changed();
    look::hint(ui, "Without it, “Add to CustomerHub” is skipped for all contacts.");
    if changed {
        Some(Edit::Directory(DirectoryEdit::CustomerHub(licensed)))
    } else if name != campaign.name {
        Some(Edit::RenameCampaign(name))
    } else if description != campaign.description {
        Some(Edit::Describe(description))
    } else {
        chosen.map(Edit::SetTimeZone)
    }
}

/// A local time without seconds, since the form isn't redrawn every second.
fn clock_minutes(local: DateTime) -> String {
    clock(DateTime::from_secs(local.secs().div_euclid(60) * 60))
}

pub(super) fn rules(ui: &mut Ui, form: &mut Form<'_>) -> Option<Edit> {
    let mut rules = form.campaign.rules;
    ui.set_max_width(460.0);
    look::hint(ui, "These rules apply to all sequences of the campaign.");
    ui.add_space(6.0);
    let counts = [(DayCount::CalendarDays, "Calendar dates"), (DayCount::ElapsedDays, "Same time of day")];
    segments::segments(ui, "How days are counted", &mut rules.day_count, &counts);
    look::hint(
        ui,
        match rules.day_count {
            DayCount::CalendarDays => {
                "1 day is the next calendar date, from 00:00 on: a contact arriving at 23:50 can continue at 00:00."
            }
            DayCount::ElapsedDays => "1 day is the next calendar date, from the time of day of the arrival on.",
        },
    );
    let reads = [(FieldTimersRead::AtEntry, "On entry"), (FieldTimersRead::OnArrival, "On arrival")];
    segments::segments(ui, "When field timers read their field", &mut rules.field_timers_read, &reads);
    look::hint(
        ui,
        match rules.field_timers_read {
            FieldTimersRead::AtEntry => {
                "The field is read when the contact enters the sequence; later changes don't count."
            }
            FieldTimersRead::OnArrival => {
                "The field is read when the contact arrives at the timer, with all changes until then."
            }
        },
    );
    let leaps = [(LeapDay::Feb28, "28 February"), (LeapDay::Mar1, "1 March")];
    segments::segments(ui, "29 February in other years", &mut rules.leap_day, &leaps);
    look::hint(
        ui,
        match rules.leap_day {
            LeapDay::Feb28 => "In other years, a 29 February birthday is on 28 February.",
            LeapDay::Mar1 => "In other years, a 29 February birthday is on 1 March.",
        },
    );
    ui.add_space(10.0);
    if ui.button("All rules…").clicked() {
        form.actions.push(Action::Show(Overlay::Rules(None)));
    }
    (rules != form.campaign.rules).then_some(Edit::SetRules(rules))
}
