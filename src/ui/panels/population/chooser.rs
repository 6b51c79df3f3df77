//! The choice of the rehearsal: one of the open sequence, a new one, or renaming it.

use eframe::egui::Ui;
use lucide_icons::Icon;

use super::chosen::ChosenRehearsal;
use crate::campaign::edit::rehearsals::name_of_copy;
use crate::campaign::edit::{Edit, RehearsalsEdit};
use crate::campaign::ids::SequenceId;
use crate::campaign::rehearsal::Rehearsal;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::controls::choice;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::dates;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::look;
use crate::workbench::rehearse::usual::usual;

/// Draws the choice. Returns the edit of the list, and the name of a copy; a new name is written to `name`.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut Form<'_>,
    looked_at: &ChosenRehearsal<'_>,
    drawn: SequenceId,
    name: &mut String,
) -> (Option<Edit>, Option<String>) {
    let campaign = form.campaign;
    let names: Vec<String> = campaign.rehearsals_of(drawn).map(|rehearsal| rehearsal.name.clone()).collect();
    let (mut edit, mut copied) = (None, None);
    look::caption(ui, "Rehearsal");
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let width = ui.available_width() - 3.0 * 37.0;
        if let Some(PickedOption::Option(place)) =
            choice::bare(ui, "Rehearsal", &looked_at.rehearsal.name, &names, &[], width)
        {
            form.actions.push(Action::Rehearse(Rehearse::Choose(names[place].clone())));
        }
        if look::icon_button(ui, Icon::Plus, "New rehearsal").clicked() {
            edit = Some(RehearsalsEdit::Add(usual(campaign, drawn, dates::today(campaign))));
        }
        let place = looked_at.place;
        if look::icon_button_if(ui, place.is_some(), Icon::Copy, "Duplicate rehearsal") {
            edit = place.map(RehearsalsEdit::Duplicate);
            copied = Some(name_of_copy(campaign, &looked_at.rehearsal.name));
        }
        if look::icon_button_if(ui, place.is_some(), Icon::Trash2, "Delete rehearsal") {
            edit = place.map(RehearsalsEdit::Remove);
        }
    });
    let look = FieldLook { hint: "Name", ..FieldLook::default() };
    let free = |typed: &str| free(typed, looked_at, campaign.rehearsals.iter());
    field::typed(ui, form, "Rehearsal name", name, look, String::clone, free);
    if looked_at.place.is_none() {
        look::hint(ui, "This rehearsal isn’t in the campaign yet. It is added when you change something here.");
        if ui.button("Add to the campaign").clicked() {
            edit = Some(RehearsalsEdit::Add(looked_at.rehearsal.clone().into_owned()));
        }
    }
    (edit.map(Edit::Rehearsals), copied)
}

fn free<'a>(
    typed: &str,
    looked_at: &ChosenRehearsal<'_>,
    mut all: impl Iterator<Item = &'a Rehearsal>,
) -> Result<String, String> {
    let name = typed.trim();
    match name {
        "" => Err("This can't be empty".to_owned()),
        name if name == looked_at.rehearsal.name => Ok(name.to_owned()),
        name if all.any(|rehearsal| rehearsal.name == name) => Err(format!("“{name}” exists already: choose another")),
        name => Ok(name.to_owned()),
    }
}
