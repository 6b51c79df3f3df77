//! Where an entry is used: the number of uses, and links to them.

use eframe::egui::{Popup, PopupCloseBehavior, ScrollArea, Ui};

use super::card::EntryCard;
use crate::campaign::directory::List;
use crate::campaign::document::Campaign;
use crate::campaign::selection::Selection;
use crate::campaign::uses::{Use, UsePlace, uses};
use crate::ui::context::action::Action;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::form::Form;
use crate::ui::controls::{at_button, focus, look};

/// The number of uses; a press lists them.
pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, card: &EntryCard, name: &str, count: usize) {
    let words = match count {
        0 => {
            look::hint(ui, "Not used");
            return;
        }
        1 => "Used once".to_owned(),
        count => format!("Used {count} times"),
    };
    let button = focus::keyed(ui, "uses", |ui| look::link(ui, &words));
    let button = button.accessible_name(card.label(&format!("is {}", words.to_lowercase())));
    let popup = Popup::from_toggle_button_response(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (id, was_open) = (popup.get_id(), popup.is_open());
    popup.width(280.0).show(|ui| {
        at_button::keep(&button, id);
        let places = uses(form.campaign, card.list, name);
        ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
            for place in &places {
                one(ui, form, place);
            }
        });
        look::hint(ui, deleting(card.list));
    });
    focus::back_to_button(&button, id, was_open);
}

/// What happens to the uses if the entry is deleted.
fn deleting(list: List) -> &'static str {
    match list {
        List::Fields => {
            "If you change the key, these places use the new one. If you delete the field, they keep its key and stop \
             working."
        }
        _ => {
            "If you change the name, these places use the new one. If you delete the entry, they keep its name and \
              stop working."
        }
    }
}

fn one(ui: &mut Ui, form: &mut Form<'_>, place: &Use) {
    let words = format!("{}: {}", spot_name(form.campaign, place.spot), place.what.to_lowercase());
    match place.spot {
        UsePlace::Item(item) => {
            if ui.button(words).clicked() {
                form.actions.push(Action::Show(Overlay::None));
                form.actions.push(Action::Reveal(Selection::of(item.sequence, [item.item])));
            }
        }
        UsePlace::RoundRobin(_) | UsePlace::Rehearsal(_) => {
            ui.label(words);
        }
    }
}

fn spot_name(campaign: &Campaign, spot: UsePlace) -> String {
    match spot {
        UsePlace::Item(item) => {
            let sequence = campaign.sequence(item.sequence);
            let name = campaign.item(item).map_or("", |item| item.name.as_str());
            match campaign.sequences.len() {
                0 | 1 => name.to_owned(),
                _ => format!("{name} ({})", sequence.map_or("", |sequence| sequence.name.as_str())),
            }
        }
        UsePlace::RoundRobin(place) => campaign
            .directory
            .round_robins
            .get(place)
            .map_or_else(String::new, |robin| format!("Round robin {}", robin.name)),
        UsePlace::Rehearsal(place) => {
            campaign.rehearsals.get(place).map_or_else(String::new, |rehearsal| format!("Rehearsal {}", rehearsal.name))
        }
    }
}
