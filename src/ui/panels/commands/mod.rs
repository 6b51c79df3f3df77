//! The list of commands: everything that can be run or opened, by typing a few letters.

mod entries;
mod missing;
pub mod state;
mod target;

use eframe::egui::{self, Align2, FontId, Id, Key, Modifiers, RichText, pos2, vec2};

use self::entries::{CommandEntry, entries};
use self::state::CommandsState;
use self::target::CommandTarget;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::search_list::ListLayout;
use crate::ui::controls::theme::color;

/// Draws the overlay while it is open.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut CommandsState) {
    if panel.view.overlay != Overlay::Commands {
        state.is_open = false;
        return;
    }
    if !state.is_open {
        state.open(ui.memory(|memory| memory.focused()), entries(ui.ctx(), panel));
    }
    let mut chosen = None;
    let area = egui::Modal::default_area(Id::unique("commands")).anchor(Align2::CENTER_TOP, vec2(0.0, 64.0));
    let modal = egui::Modal::new(Id::unique("commands"))
        .frame(egui::Frame::popup(ui.style()).inner_margin(12.0))
        .area(area)
        .show(ui.ctx(), |ui| {
            let screen = ui.ctx().content_rect();
            ui.set_width((screen.width() - 64.0).min(580.0));
            // Nothing else in the list could have focus.
            state.list.closes_with_tab();
            let typed = state.list.field(ui, "Commands", "What do you want to do?", state.fitting.len());
            if typed.changed {
                state.search();
            }
            ui.add_space(4.0);
            chosen = rows(ui, state, panel.theme, screen.height() - 190.0);
            if typed.enter {
                chosen = Some(state.list.at);
            }
        });
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let entry = chosen.and_then(|row| state.fitting.get(row)).map(|(place, _)| state.entries[*place].clone());
    match entry {
        Some(entry) if entry.enabled => {
            if !matches!(entry.target, CommandTarget::Find(_)) {
                state.remember(entry.target.clone());
            }
            state.is_open = false;
            panel.wants(Action::Show(Overlay::None));
            if !matches!(entry.target, CommandTarget::Rules(_) | CommandTarget::Find(_)) {
                panel.wants(Action::FocusCanvas);
            }
            let action = entries::asked(entry.target, panel);
            panel.wants(action);
        }
        _ if escape || modal.should_close() => {
            panel.wants(Action::Show(Overlay::None));
            state.is_open = false;
            match state.before.take() {
                Some(id) => ui.memory_mut(|memory| memory.request_focus(id)),
                None => panel.wants(Action::FocusCanvas),
            }
        }
        _ => {}
    }
}

fn rows(ui: &mut egui::Ui, state: &mut CommandsState, theme: Theme, room: f32) -> Option<usize> {
    let CommandsState { list, entries, fitting, .. } = state;
    if fitting.is_empty() {
        ui.label(RichText::new("No matches").color(color(ColorRole::Muted, theme)));
        return None;
    }
    let entry = |row: usize| &entries[fitting[row].0];
    // The word that was typed says why a row is there that has another label.
    let word = |row: usize| {
        let CommandEntry { label, only_by_words, .. } = entry(row);
        let is_said = |word: &&str| *only_by_words || label.to_lowercase().contains(&word.to_lowercase());
        fitting[row].1.filter(|word| !is_said(word)).unwrap_or_default()
    };
    let spoken = |row: usize| {
        let CommandEntry { label, from, keys, enabled, .. } = entry(row);
        let parts = [label.as_str(), word(row), from, keys, if *enabled { "" } else { "not available now" }];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let (text, muted) = (color(ColorRole::Text, theme), color(ColorRole::Muted, theme));
    let shape =
        ListLayout { name: "Commands", count: fitting.len(), height: 30.0, room: room.clamp(90.0, 420.0), theme };
    list.rows(ui, shape, spoken, |ui, response, row| {
        let rect = response.rect;
        let CommandEntry { label, from, keys, enabled, .. } = entry(row);
        let (middle, painter) = (rect.center().y, ui.painter());
        let small = FontId::proportional(11.5);
        let keys = painter.text(pos2(rect.right() - 10.0, middle), Align2::RIGHT_CENTER, keys, small.clone(), muted);
        // Without keys, the menu is at the right edge, where keys would be.
        let gap = if keys.width() > 0.0 { 12.0 } else { 0.0 };
        let from = painter.text(keys.left_center() - vec2(gap, 0.0), Align2::RIGHT_CENTER, from, small.clone(), muted);
        let tint = if *enabled { text } else { muted };
        let mut job = egui::text::LayoutJob::simple_singleline(label.clone(), FontId::proportional(13.0), tint);
        if !word(row).is_empty() {
            job.append(word(row), 10.0, egui::TextFormat::simple(small, muted));
        }
        let left = rect.left() + 12.0;
        job.wrap = egui::text::TextWrapping::truncate_at_width((from.left() - left - 12.0).max(40.0));
        let label = painter.layout_job(job);
        painter.galley(pos2(left, middle - label.rect.height() / 2.0), label, tint);
    })
}
