//! The card of a round robin and its members.

use eframe::egui::Ui;
use lucide_icons::Icon;

use super::card::{self, EntryCard};
use crate::campaign::directory::{List, Logic, RoundRobin};
use crate::ui::controls::choice;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::{focus, look, names, unsent};

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, card: &EntryCard, robin: &mut RoundRobin) {
    ui.horizontal_wrapped(|ui| {
        card::text(ui, form, card, "name", &mut robin.name, 170.0);
        card::id(ui, form, card, "id", &mut robin.id, 100.0);
        ui.vertical(|ui| {
            look::caption(ui, "Next member");
            let logics = [(Logic::OnePerRound, "Each member in turn"), (Logic::ByRatio, "By share of the maximum")];
            choice::one_of(ui, &card.label("logic"), &mut robin.logic, &logics, Some(190.0));
        });
    });
    card.note(ui, form, &["id"], None);
    look::caption(ui, "Members, and the most each gets in a cycle");
    members(ui, form, card, &mut robin.members);
    let nobody = "No member can be given anything: add one with a maximum above 0";
    card.note(ui, form, &[], (!robin.has_eligible_user()).then_some(nobody));
}

fn members(ui: &mut Ui, form: &mut Form<'_>, card: &EntryCard, members: &mut Vec<(String, u64)>) {
    let users = names::users(&form.campaign.directory);
    let count = members.len();
    let (mut gone, mut swap) = (None, None);
    for (place, (id, maximum)) in members.iter_mut().enumerate() {
        let words = names::called(&users, id);
        let label = card.label(&format!("maximum of {words}"));
        ui.horizontal(|ui| {
            let look = FieldLook { width: Some(48.0), most: 180.0, bare: true, ..FieldLook::default() };
            field::number(ui, form, &label, maximum, look);
            ui.label(&words);
            let name = card.label(&format!("move {words} up"));
            if focus::keyed(ui, &name, |ui| look::icon_button_if(ui, place > 0, Icon::ArrowUp, &name)) {
                swap = Some((place - 1, place));
            }
            let (name, can) = (card.label(&format!("move {words} down")), place + 1 < count);
            if focus::keyed(ui, &name, |ui| look::icon_button_if(ui, can, Icon::ArrowDown, &name)) {
                swap = Some((place, place + 1));
            }
            let name = card.label(&format!("remove {words}"));
            if focus::keyed(ui, &name, |ui| look::icon_button(ui, Icon::Minus, &name)).clicked() {
                gone = Some(place);
            }
        });
        unsent::note(ui, &[form.id(&label)], None);
    }
    if let Some((a, b)) = swap {
        members.swap(a, b);
    }
    if let Some(place) = gone {
        members.remove(place);
    }
    let free: Vec<&(String, String)> =
        users.iter().filter(|user| members.iter().all(|(id, _)| *id != user.0)).collect();
    let words: Vec<String> = free.iter().map(|user| user.1.clone()).collect();
    let name = card.label("add member");
    let button = look::button(ui, "Add member…").accessible_name(name);
    match choice::picker(ui, &button, &words, &[List::Users.word()]) {
        Some(PickedOption::Option(place)) => members.push((free[place].0.clone(), 1)),
        Some(PickedOption::New(_, name)) => members.push((form.create(List::Users, &name), 1)),
        None => {}
    }
}
