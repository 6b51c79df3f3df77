//! The contacts that numbers count: filtered by item, outcome and status, at the clock's time.

mod filter;
mod rows;
mod skips;
pub mod state;

use self::state::{NAME, ReportContactList};

use eframe::egui::{self, RichText};

use super::figures::Figures;
use crate::picture::theme::ColorRole;
use crate::report::people::ContactSelection;
use crate::ui::context::action::{Action, MessageRequest};
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::words;
use crate::workbench::rehearse::seek::SearchQuestion;

/// How high a row is.
const ROW: f32 = 26.0;

/// Draws the contacts that match the filter.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, people: &mut ReportContactList, figures: &Figures) {
    people.name_items(figures);
    let (number, clock) = figures.of;
    let wake = ui.ctx().clone();
    let plays = panel.rehearsing.clock().is_some_and(|clock| clock.plays);
    let sought = SearchQuestion { number, clock, filter: people.filter.clone() };
    people.seek.ask(&figures.run, sought, plays, move || wake.request_repaint());
    let listed = people.seek.listed().cloned();
    ui.horizontal_wrapped(|ui| {
        ui.set_min_height(36.0);
        filter::show(ui, panel, people, figures);
        let found = match &listed {
            None => "Searching…".to_owned(),
            Some(listed) => words::people(listed.len() as u64),
        };
        ui.label(RichText::new(found).family(semibold()));
        if let Some(listed) = &listed {
            preview(ui, panel, people, figures, listed);
        }
    });
    if let Some(listed) = listed {
        list(ui, people, panel, figures, &listed);
    }
}

/// The button that opens the message of the current row, if the filter asks for one.
fn preview(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    people: &ReportContactList,
    figures: &Figures,
    listed: &ContactSelection,
) {
    let current = listed.place(people.walk.at).or_else(|| listed.place(0));
    let Some(place) = current else { return };
    let Some(item) = rows::message_of(figures, &people.filter, place) else { return };
    let button = ui.button("Preview…").on_hover_text("The message as the current contact gets it");
    if button.clicked() {
        panel.wants(Action::Preview(MessageRequest { item, contact: Some(place) }));
    }
}

fn list(
    ui: &mut egui::Ui,
    people: &mut ReportContactList,
    panel: &mut Panel<'_>,
    figures: &Figures,
    listed: &ContactSelection,
) {
    let has_messages = listed.place(0).is_some_and(|place| rows::message_of(figures, &people.filter, place).is_some());
    let room = if has_messages { rows::OPEN } else { 0.0 };
    let shows_visit = people.filter.asks_for_visit();
    let columns =
        rows::ContactColumns::of(ui.available_width() - 10.0 - room, shows_visit, figures.run.has_other_zones());
    rows::head(ui, panel, &columns, shows_visit);
    if listed.is_empty() {
        ui.add_space(8.0);
        let words = "No contacts match at this time. Try another filter or a later time.";
        ui.label(RichText::new(words).color(color(ColorRole::Muted, panel.theme)));
        return;
    }
    let mut walk = std::mem::take(&mut people.walk);
    let shown = rows::ShownRows { figures, filter: &people.filter, columns: &columns };
    walk.rows(ui, (NAME, listed.len(), ROW), |walk, ui, rect, row| {
        if let Some(place) = listed.place(row) {
            rows::row(ui, walk, panel, &shown, (rect, row, place));
        }
    });
    people.walk = walk;
}
