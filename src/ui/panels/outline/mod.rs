//! The outline: the open sequence as a tree, for the keyboard, for screen readers, and for very large sequences.
//!
//! The focused row is `state::OutlineState::current`; it and the selection follow each other. Tab reaches only this
//! row, arrow keys the others.

mod ask;
mod asking;
mod draw;
mod keys;
mod rows;
pub mod state;

use eframe::egui::{self, RichText};

use self::state::{OutlineState, row_id};
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::controls::side_switch;
use crate::ui::controls::theme::color;

/// Draws the outline of the open sequence.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, outline: &mut OutlineState) {
    let frame =
        egui::Frame::new().fill(color(ColorRole::Panel, panel.theme)).inner_margin(egui::Margin::symmetric(8, 8));
    let side = egui::Panel::left("outline").resizable(true).default_size(260.0).size_range(200.0..=480.0);
    side.frame(frame).show(ui, |ui| {
        side_switch::show(ui, panel);
        ui.add_space(4.0);
        let had_keyboard = outline.current.filter(|key| ui.memory(|memory| memory.has_focus(row_id(*key))));
        outline.follow(panel);
        if had_keyboard.is_some() && outline.current != had_keyboard {
            outline.walk.take_keyboard();
        }
        keys::read(ui, outline, panel);
        if outline.rows.is_empty() {
            ui.label(RichText::new("This canvas is empty").color(color(ColorRole::Muted, panel.theme)));
            if ui.button("Add a Start").clicked() {
                panel.wants(Action::Run(Command::Insert(0)));
                outline.walk.take_keyboard();
            }
        }
        draw::rows(ui, outline, panel);
    });
    ask::show(ui, outline, panel);
}
