//! The preview next to the text.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use crate::campaign::ids::ItemRef;
use crate::campaign::item::Item;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::{look, theme};
use crate::ui::panels::message::paper;
use crate::ui::panels::message::preview::{line_of_reader, walk};
use crate::ui::panels::message::source::MessageSource;
use crate::ui::panels::message::state::MessageState;
use crate::workbench::preview::html::breaks::keep_line_breaks;

/// Draws the message as the chosen contact gets it.
pub(super) fn show(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut MessageState, at: ItemRef, item: &Item) {
    let source = MessageSource::edited(panel, at);
    let run = match state.reader.run(panel, source) {
        Ok(run) => run,
        Err(why) => return drop(look::fault(ui, &why)),
    };
    let Some(message) = state.reader.filled(panel, &run, source) else { return };
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            walk(ui, &mut state.reader, &run, at);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = format!("For {}", message.contact);
                ui.add(Label::new(RichText::new(name).size(14.0).family(theme::semibold())).truncate());
            });
        });
    });
    let mut without_name = state.reader.without_name;
    look::check(ui, &mut without_name, "Without a first name");
    state.reader.without_name = without_name;
    line_of_reader(ui, panel, &mut state.reader, &run, at, &message);
    if paper::show(ui, &message, (&item.kind, true), &mut state.body) {
        panel.actions.extend(keep_line_breaks(panel.campaign, at).map(Action::edit));
    }
}
