//! A card of the directory, and the fields that all kinds of entries have.

use eframe::egui::{Id, Ui};

use crate::calendar::words::capital;
use crate::campaign::directory::List;
use crate::campaign::edit::directory::check_key;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::look::{self, FieldNote};
use crate::ui::controls::unsent;

/// The card that is being drawn, with its entry.
pub(super) struct EntryCard {
    pub(super) list: List,
    pub(super) place: usize,
}

impl EntryCard {
    /// The label of a setting: `User 1 name`.
    pub(super) fn label(&self, setting: &str) -> String {
        format!("{} {} {setting}", capital(self.list.word()), self.place + 1)
    }

    /// The line below the card's fields: why the text of one of these was refused, or another fault.
    pub(super) fn note(&self, ui: &mut Ui, form: &Form<'_>, settings: &[&str], fault: Option<&str>) {
        let ids: Vec<Id> = settings.iter().map(|setting| form.id(&self.label(setting))).collect();
        unsent::note(ui, &ids, fault.map(|fault| FieldNote::Fault(fault.to_owned())));
    }
}

/// The id of an entry. It is sent when the field is left, so that all uses change together. [`EntryCard::note`] says
/// below why it was refused.
pub(super) fn id(ui: &mut Ui, form: &Form<'_>, card: &EntryCard, setting: &str, id: &mut String, width: f32) {
    let (list, directory) = (card.list, &form.campaign.directory);
    let free = |typed: &str| {
        let typed = typed.trim();
        let taken = (0..list.len(directory)).any(|at| at != card.place && list.name_at(directory, at) == Some(typed));
        match typed {
            "" => Err("This can't be empty".to_owned()),
            _ if taken => Err(format!("“{typed}” exists already: choose another")),
            _ if list == List::Fields => match check_key(typed) {
                Ok(()) => Ok(typed.to_owned()),
                Err(refused) => Err(refused.to_string().trim_end_matches('.').to_owned()),
            },
            _ => Ok(typed.to_owned()),
        }
    };
    let look = FieldLook { width: Some(width), bare: true, ..FieldLook::default() };
    ui.vertical(|ui| {
        look::caption(ui, &capital(setting));
        let label = card.label(setting);
        field::typed(ui, form, &label, id, look, String::clone, free);
    });
}

/// A text of an entry, sent while typing.
pub(super) fn text(ui: &mut Ui, form: &mut Form<'_>, card: &EntryCard, setting: &str, text: &mut String, width: f32) {
    ui.vertical(|ui| {
        look::caption(ui, &capital(setting));
        let look = FieldLook { width: Some(width), bare: true, ..FieldLook::default() };
        field::live(ui, form, &card.label(setting), text, look);
    });
}
