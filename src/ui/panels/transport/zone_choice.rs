//! The choice of the time zone in which everything is shown, at a time that is written in it.

use eframe::egui::Ui;

use crate::calendar::words::capital;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::context::settings::WhoseTime;
use crate::ui::controls::choice::{PickedOption, picker};
use crate::ui::controls::look;
use crate::ui::controls::shown_zone::ShownZone;

/// A link with these words, from which a list of the zones opens.
pub fn link(ui: &mut Ui, panel: &mut Panel<'_>, zone: &ShownZone, words: &str) {
    if let Some(whose) = choose(ui, zone, words, "Show all times in another time zone") {
        panel.wants(Action::Run(match whose {
            WhoseTime::Campaign => Command::CampaignTime,
            WhoseTime::Contact => Command::ContactTime,
            WhoseTime::Mine => Command::MyTime,
        }));
    }
}

/// A link with these words, from which a list of the zones opens. Returns the chosen one.
pub fn choose(ui: &mut Ui, zone: &ShownZone, words: &str, tip: &str) -> Option<WhoseTime> {
    let response = look::link(ui, words).on_hover_text(tip);
    let offered: Vec<String> = WhoseTime::ALL.iter().map(|whose| offer(zone, *whose)).collect();
    match picker(ui, &response, &offered, &[]) {
        Some(PickedOption::Option(place)) => WhoseTime::ALL.get(place).copied(),
        Some(PickedOption::New(..)) | None => None,
    }
}

/// `Campaign’s time: Berlin`.
fn offer(zone: &ShownZone, whose: WhoseTime) -> String {
    let place = zone.zone_of(whose).map_or_else(|| "each contact’s own".to_owned(), |zone| zone.place());
    format!("{}’s time: {place}", capital(whose.word()))
}
