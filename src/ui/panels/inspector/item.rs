//! The form of one item: its head, its settings, its position.

use eframe::egui::{Response, Ui};

use super::{examples, head, kinds, place};
use crate::campaign::edit::{CanvasEdit, Edit};
use crate::campaign::ids::{ItemRef, SequenceId};
use crate::campaign::item::Item;
use crate::campaign::kinds::Family;
use crate::ui::context::action::{Action, MessageRequest};
use crate::ui::controls::form::Form;
use crate::ui::controls::{focus, look};

pub(super) fn show(ui: &mut Ui, mut form: Form<'_>, sequence: SequenceId, was: &Item) -> Vec<Action> {
    let mut item = was.clone();
    form.family = Some(was.kind.family());
    head::show(ui, &mut form, &mut item);
    kinds::show(ui, &mut form, &mut item.kind);
    if was.kind.body().is_some() {
        texts(ui, &mut form, sequence.item(was.id));
    }
    if item.kind.family() == Family::Timer {
        examples::show(ui, &mut form, &was.kind);
    }
    place::position(ui, &form, &mut item.position);
    let edit = (item != *was).then_some(Edit::Canvas(sequence, CanvasEdit::SetItem(item)));
    form.finish(&format!("Change “{}”", was.name), edit)
}

/// The buttons for the texts of an item: its preview, and the large editor.
fn texts(ui: &mut Ui, form: &mut Form<'_>, item: ItemRef) {
    ui.horizontal_wrapped(|ui| {
        // The button that was clicked gets focus back when the dialog is closed.
        let pressed = |button: Response| {
            let is_pressed = button.clicked();
            if is_pressed {
                button.request_focus();
            }
            is_pressed
        };
        if pressed(focus::keyed(ui, "preview", |ui| look::button(ui, "Preview…"))) {
            form.actions.push(Action::Preview(MessageRequest { item, contact: None }));
        }
        if pressed(focus::keyed(ui, "large editor", |ui| look::button(ui, "Edit in large editor…"))) {
            form.actions.push(Action::EditText(item));
        }
    });
}
