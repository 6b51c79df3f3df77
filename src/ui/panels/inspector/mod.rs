//! The inspector: the settings of the selection.

pub(in crate::ui) mod campaign;
mod examples;
mod head;
mod item;
mod kinds;
mod paper;
mod place;
mod several;
pub mod state;
mod unknown;

use self::state::InspectorState;
use std::sync::Arc;

use eframe::egui::{self, Id, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::campaign::ids::SequenceId;
use crate::campaign::kinds::Family;
use crate::campaign::selection::Selection;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::narrow;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::context::settings::Settings;
use crate::ui::controls::form::Form;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::{dates, focus, look};
use crate::workbench::arrivals::people_arrival;

/// Draws the settings of the selection.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut InspectorState) {
    let window = ui.ctx().content_rect();
    if !narrow::is_narrow(window.width()) {
        let frame = egui::Frame::new().fill(ui.visuals().panel_fill).inner_margin(egui::Margin {
            left: 16,
            right: 4,
            top: 12,
            bottom: 0,
        });
        let side = egui::Panel::right("item settings").default_size(312.0).size_range(260.0..=480.0).frame(frame);
        side.show(ui, |ui| scrolled(ui, panel, state));
    } else if !panel.view.selection.is_empty() {
        over_canvas(ui, panel, state, window);
    }
}

/// Draws the settings at the right edge, over the canvas. They are only shown while something is selected, since they
/// hide a part of the canvas.
fn over_canvas(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut InspectorState, window: egui::Rect) {
    let rest = ui.available_rect_before_wrap();
    let width = narrow::settings_width(window.width());
    let height = (rest.height() - 16.0).max(120.0);
    let place = egui::pos2(rest.right() - width - narrow::SETTINGS.1, rest.top() + 8.0);
    let frame = egui::Frame::popup(ui.style()).inner_margin(egui::Margin { left: 12, right: 4, top: 8, bottom: 4 });
    let area = egui::Area::new(Id::unique("item settings over the canvas")).order(egui::Order::Middle).fixed_pos(place);
    area.show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(width - 18.0);
            ui.set_max_height(height - 14.0);
            ui.horizontal(|ui| {
                look::caption(ui, "Settings");
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.add_space(8.0);
                    if look::icon_button(ui, Icon::X, "Close settings").clicked() {
                        panel.wants(Action::Run(Command::ShowInspector));
                    }
                });
            });
            scrolled(ui, panel, state);
        });
    });
}

/// Draws the settings in a scroll area. Esc leads back to the canvas.
fn scrolled(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut InspectorState) {
    if focus::left_with_escape(ui, |ui| form_of_selection(ui, panel, state)) {
        panel.wants(Action::FocusCanvas);
        // A selected item shows itself that it has focus.
        if panel.view.selection.is_empty() {
            focus::show_on_surface(ui.ctx());
        }
    }
}

fn form_of_selection(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut InspectorState) {
    let selection = finish_last(ui, panel, state);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        // The scroll bar has its own space, so that it covers no control.
        ui.set_width(ui.available_width() - 12.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        if let Some(label) = state.enters.filter(|_| state.takes_keyboard) {
            focus::look_for_caption(ui.ctx(), label);
        }
        focus::form(ui, |ui| selected(ui, panel, &selection));
        if std::mem::take(&mut state.takes_keyboard) {
            enter(ui, panel, &selection, state.enters.take());
        }
        ui.add_space(16.0);
        focus::reveal(ui);
    });
}

/// Focuses the control with this label, else the name of the shown item, which typing then replaces, and from which Tab
/// leads to its settings.
fn enter(ui: &Ui, panel: &DocumentView<'_>, selection: &Selection, label: Option<&str>) {
    let Some(item) = selection.single().and_then(|id| panel.sequence().item(id)) else { return };
    let form = scope("item", selection.sequence, item.id);
    let entered = label.is_some_and(|label| {
        let is_below = focus::enter_below_caption(ui);
        crate::ui::controls::field::enter_all(ui, form.with(label)) || is_below
    });
    if !entered {
        crate::ui::controls::field::enter_all(ui, form.with("Name"));
    }
}

/// A scope that makes ids of a form's fields unique.
fn scope(what: &str, place: SequenceId, id: u64) -> Id {
    Id::unique("form").with((what, place, id))
}

/// Sends what was being typed when the selection changed, by drawing the last form once more, invisibly. Returns the
/// current selection, shared with the last frame if it is the same.
fn finish_last(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut InspectorState) -> Arc<Selection> {
    if let Some(last) = state.shown.as_ref().filter(|last| ***last == panel.view.selection) {
        return last.clone();
    }
    let now = Arc::new(panel.view.selection.clone());
    let last = state.shown.replace(now.clone());
    if let Some(last) = last.filter(|last| panel.campaign.sequence(last.sequence).is_some()) {
        let unseen = egui::UiBuilder::new().invisible().id_salt("unseen").max_rect(ui.max_rect());
        let mut unseen = ui.new_child(unseen);
        selected(&mut unseen, panel, &last);
    }
    now
}

fn selected(ui: &mut Ui, panel: &mut Panel<'_>, selection: &Arc<Selection>) {
    let campaign = panel.campaign;
    let (facts, known) = (panel.facts, panel.facts.known(campaign));
    let settings: &Settings = panel.settings;
    let place = selection.sequence;
    let sequence = campaign.sequence_or_first(place);
    let form = |what: &str, id: u64| Form::new(campaign, (&known, facts), settings, scope(what, place, id));
    let actions = match (selection.link, selection.single()) {
        (Some(link), _) => several::link(ui, place, sequence, link),
        (None, Some(id)) => {
            if let Some(one) = sequence.item(id) {
                let mut form = form("item", id);
                if one.kind.family() == Family::Timer {
                    let shown = panel.rehearsing.shown().filter(|_| panel.rehearsing.reopened().is_none());
                    let at = (place.item(id), &one.kind);
                    form.shown_zone = Some(ShownZone::of(panel));
                    let choices = panel.rehearsing.choices();
                    form.people = people_arrival(campaign, at, choices, shown.map(Arc::as_ref), dates::now());
                }
                item::show(ui, form, place, one)
            } else if let Some(note) = sequence.note(id) {
                paper::note(ui, form("note", id), place, note)
            } else if let Some(frame) = sequence.frame(id) {
                paper::frame(ui, form("frame", id), place, frame)
            } else {
                Vec::new()
            }
        }
        (None, None) if selection.ids.is_empty() => campaign::show(ui, form("campaign", 0), place, panel.my_zone),
        (None, None) => several::show(ui, place, sequence, selection, &facts.several(sequence, selection)),
    };
    panel.actions.extend(actions);
}
