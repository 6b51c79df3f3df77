//! The contacts panel: who takes part in a rehearsal, when they enter, and when it ends.
//!
//! It shows the current rehearsal of the open sequence; if the campaign has none, the default one, which the first
//! change saves. Contacts files are read in the background.

mod breakpoints;
mod cell;
mod chooser;
pub mod chosen;
mod column_field;
mod date_order;
mod entered;
mod entry_column;
mod file;
mod hand;
mod mailable;
mod mapping;
mod new_field;
mod people;
mod shown;
pub mod state;
mod status_words;
mod tag_sign;
mod times;
mod to_hand;
mod words;

use self::chosen::{change, looked_at};
use self::state::PopulationState;
use std::sync::Arc;

use eframe::egui::{self, Id, RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::campaign::edit::{Edit, RehearsalsEdit};
use crate::campaign::rehearsal::{Enter, People, Rehearsal};
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::Panel;
use crate::ui::context::settings::Settings;
use crate::ui::controls::form::Form;
use crate::ui::controls::look;
use crate::ui::controls::theme;
use crate::workbench::rehearse::Rehearsing;
use crate::workbench::rehearse::finished::FinishedRehearsal;

/// Smallest window width at which the panel doesn't cover the canvas. Below it, the panel starts closed.
const NARROW_WINDOW: f32 = 1_100.0;
/// The initial width.
const WIDTH: f32 = 316.0;

/// Draws the contacts panel at the left side.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut PopulationState) {
    let is_narrow = ui.ctx().content_rect().width() < NARROW_WINDOW;
    let is_open = panel.view.shows_population;
    if is_narrow || !is_open {
        strip(ui, panel, is_open);
    }
    if !is_open {
        // While the panel is closed, the file isn't shown.
        state.reading = None;
    } else if is_narrow {
        over_canvas(ui, panel, state);
    } else {
        let fill = ui.visuals().panel_fill;
        let margin = egui::Margin { left: 14, right: 4, top: 10, bottom: 0 };
        let frame = egui::Frame::new().fill(fill).inner_margin(margin);
        let side = egui::Panel::left("contacts to rehearse").default_size(WIDTH).size_range(272.0..=760.0).frame(frame);
        side.show(ui, |ui| contents(ui, panel, state));
    }
}

/// The button that remains when the panel is closed.
fn strip(ui: &mut Ui, panel: &mut Panel<'_>, is_open: bool) {
    let frame = egui::Frame::new().fill(ui.visuals().panel_fill).inner_margin(egui::Margin::symmetric(6, 8));
    egui::Panel::left("closed contacts").resizable(false).exact_size(48.0).frame(frame).show(ui, |ui| {
        let (icon, name) = match is_open {
            true => (Icon::PanelLeftClose, "Hide contacts to rehearse"),
            false => (Icon::Users, "Show contacts to rehearse"),
        };
        if look::icon_button(ui, icon, name).clicked() {
            panel.wants(Action::ShowPopulation(!is_open));
        }
    });
}

fn over_canvas(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut PopulationState) {
    let rest = ui.available_rect_before_wrap();
    let width = WIDTH.min(rest.width() - 16.0);
    let height = (rest.height() - 16.0).max(120.0);
    let frame = egui::Frame::popup(ui.style()).inner_margin(egui::Margin { left: 12, right: 4, top: 8, bottom: 4 });
    let area = egui::Area::new(Id::unique("contacts over the canvas")).order(egui::Order::Middle);
    area.fixed_pos(rest.min + egui::vec2(8.0, 8.0)).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(width - 18.0);
            ui.set_max_height(height - 14.0);
            contents(ui, panel, state);
        });
    });
}

fn contents(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut PopulationState) {
    ui.horizontal(|ui| {
        ui.label(RichText::new("Contacts to rehearse").size(15.0).family(theme::semibold()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(14.0);
            if look::icon_button(ui, Icon::PanelLeftClose, "Collapse contacts to rehearse").clicked() {
                panel.wants(Action::ShowPopulation(false));
            }
        });
    });
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        // The scroll bar has its own space, so that it covers no control.
        ui.set_width(ui.available_width() - 12.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        body(ui, panel, state);
        ui.add_space(16.0);
    });
}

fn body(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut PopulationState) {
    let campaign = panel.campaign;
    let sequence = panel.view.selection.sequence;
    let looked_at = looked_at(campaign, sequence, panel.rehearsing);
    let rehearsal = looked_at.rehearsal.as_ref();
    let (facts, known) = (panel.facts, panel.facts.known(campaign));
    let settings: &Settings = panel.settings;
    // A rehearsal that is added or renamed keeps the state of its fields.
    let place = looked_at.place.unwrap_or(campaign.rehearsals.len());
    let scope = Id::unique("rehearsal").with((sequence, place));
    let mut form = Form::new(campaign, (&known, facts), settings, scope);
    let mut now = Rehearsal { people: People::People(Vec::new()), ..outline(rehearsal) };
    let (mut edit, copied) = chooser::show(ui, &mut form, &looked_at, sequence, &mut now.name);
    // Also those of an earlier run of the same contacts, so that nothing moves while a change is rehearsed.
    let is_of_these = |run: &&Arc<FinishedRehearsal>| {
        let people = run.scene.rehearsal().map(|run| &run.people);
        run.contacts() > 0 && people.is_some_and(|people| people.is_from_same_source(&rehearsal.people))
    };
    let run = panel.rehearsing.shown().filter(is_of_these);
    let shown = shown::ShownRehearsal {
        rehearsal,
        revision: panel.editor.revision(),
        file: panel.editor.path(),
        mailable: run.map(|run| *run.mailable()),
    };
    let people = people::show(ui, &mut form, &shown, state);
    times::enter(ui, &form, &mut now.enter, rehearsal, &mut state.entered);
    if now.enter == Enter::ByColumn && !state.asks_file {
        entry_column::show(ui, &mut form, &rehearsal.people, state);
    }
    times::campaign_time(ui, &form);
    times::until(ui, &form, &mut now.until, &now.enter, nobody_came(panel.rehearsing));
    let selected = panel.view.selection.single();
    breakpoints::show(ui, &mut form, sequence, selected, &mut now);
    if edit.is_none() {
        // Copies only what changed, since there may be many contacts.
        let is_same = people.is_none() && Rehearsal { people: People::People(Vec::new()), ..outline(rehearsal) } == now;
        now.people = match people {
            _ if is_same => People::People(Vec::new()),
            Some(people) => people,
            None => rehearsal.people.clone(),
        };
        edit = if is_same { None } else { change(looked_at.place, rehearsal, now) };
    }
    let renamed = match &edit {
        Some(Edit::Rehearsals(edit)) => new_name(edit).filter(|name| *name != rehearsal.name).map(str::to_owned),
        _ => None,
    };
    let is_added = matches!(edit, Some(Edit::Rehearsals(RehearsalsEdit::Add(_))));
    // A change adds one that isn't in the campaign yet, but it was shown before.
    let is_new = copied.is_some() || is_added && looked_at.place.is_some();
    let actions = form.finish(&format!("Change rehearsal “{}”", rehearsal.name), edit);
    panel.actions.extend(actions);
    // These actions must come after the edit, which adds or renames the rehearsal.
    let choice = if is_new { Rehearse::ChooseNew } else { Rehearse::Renamed };
    panel.actions.extend(renamed.or(copied).map(|name| Action::Rehearse(choice(name))));
}

/// Whether the current run has contacts and a reachable item, but no contact entered.
fn nobody_came(rehearsing: &Rehearsing) -> bool {
    let could_come = |run: &Arc<FinishedRehearsal>| run.contacts() > 0 && !run.scene.plan.items().is_empty();
    rehearsing.is_current() && rehearsing.is_empty() && rehearsing.shown().is_some_and(could_come)
}

/// The new name of the current rehearsal after an edit, if it changes.
fn new_name(edit: &RehearsalsEdit) -> Option<&str> {
    match edit {
        RehearsalsEdit::Add(rehearsal) | RehearsalsEdit::Change(_, rehearsal) => Some(&rehearsal.name),
        RehearsalsEdit::Rename(_, name) => Some(name),
        _ => None,
    }
}

/// A rehearsal without its contacts.
fn outline(rehearsal: &Rehearsal) -> Rehearsal {
    Rehearsal {
        name: rehearsal.name.clone(),
        of: rehearsal.of.clone(),
        people: People::People(Vec::new()),
        enter: rehearsal.enter,
        until: rehearsal.until,
        breakpoints: rehearsal.breakpoints.clone(),
    }
}
