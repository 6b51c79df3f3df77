//! The campaign's time zone, its licence and its rules.

use eframe::egui::Ui;

use crate::calendar::Zone;
use crate::calendar::derivation::clock;
use crate::calendar::timer::{DayCount, FieldTimersRead, LeapDay};
use crate::calendar::zone;
use crate::campaign::edit::{DirectoryEdit, Edit};

use super::super::action::Action;
use super::super::controls::form::Form;
use super::super::controls::{look, segments};
use super::super::inspector;
use super::super::view_state::Overlay;

pub(super) fn zone_and_licence(ui: &mut Ui, form: &mut Form<'_>) -> Option<Edit> {
    let campaign = form.campaign;
    look::hint(ui, "Timers go by this zone, unless they go by the contact's.");
    ui.set_max_width(360.0);
    let chosen = inspector::campaign::time_zone(ui, &campaign.time_zone);
    if let Some(zone) = Zone::named(&campaign.time_zone) {
        let now = zone.wall_at(inspector::now());
        look::hint(ui, &format!("It is {} there now. Zone data: {}", clock(now), zone::data_version()));
    }
    look::section(ui, "CustomerHub");
    let mut licensed = campaign.directory.customer_hub;
    if ui.checkbox(&mut licensed, "CustomerHub licence").changed() {
        return Some(Edit::Directory(DirectoryEdit::CustomerHub(licensed)));
    }
    look::hint(ui, "Without it, everybody is skipped at “Add to CustomerHub”.");
    chosen.map(Edit::SetTimeZone)
}

pub(super) fn rules(ui: &mut Ui, form: &mut Form<'_>) -> Option<Edit> {
    let mut rules = form.campaign.rules;
    ui.set_max_width(460.0);
    look::hint(ui, "They hold for all sequences of the campaign.");
    ui.add_space(6.0);
    let counts = [(DayCount::CalendarDays, "Calendar dates"), (DayCount::ElapsedDays, "Same time of day")];
    segments::segments(ui, "How days are counted", &mut rules.day_count, &counts);
    look::hint(
        ui,
        match rules.day_count {
            DayCount::CalendarDays => {
                "1 day is the next calendar date, from 00:00 on: who arrives at 23:50 may go on at 00:00."
            }
            DayCount::ElapsedDays => "1 day is the next calendar date, from the arrival's time of day on.",
        },
    );
    let reads = [(FieldTimersRead::AtEntry, "On entry"), (FieldTimersRead::OnArrival, "On arrival")];
    segments::segments(ui, "When field timers read their field", &mut rules.field_timers_read, &reads);
    look::hint(
        ui,
        match rules.field_timers_read {
            FieldTimersRead::AtEntry => {
                "The field is read when the contact enters the sequence; later changes do not count."
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
            LeapDay::Feb28 => {
                "Who was born on 29 February has a birthday on 28 February in years that are no leap years."
            }
            LeapDay::Mar1 => "Who was born on 29 February has a birthday on 1 March in years that are no leap years.",
        },
    );
    ui.add_space(10.0);
    if ui.button("All rules…").clicked() {
        form.actions.push(Action::Show(Overlay::Rules(None)));
    }
    (rules != form.campaign.rules).then_some(Edit::SetRules(rules))
}
