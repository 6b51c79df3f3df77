//! The form of one item: its head, its settings, its position.

use eframe::egui::Ui;

use super::{examples, head, kinds, place};
use crate::campaign::edit::{CanvasEdit, Edit};
use crate::campaign::ids::SequenceId;
use crate::campaign::item::Item;
use crate::campaign::kinds::Family;
use crate::ui::context::action::Action;
use crate::ui::controls::form::Form;

pub(super) fn show(ui: &mut Ui, mut form: Form<'_>, sequence: SequenceId, was: &Item) -> Vec<Action> {
    let mut item = was.clone();
    form.family = Some(was.kind.family());
    head::show(ui, &mut form, &mut item);
    kinds::show(ui, &mut form, &mut item.kind);
    if item.kind.family() == Family::Timer {
        examples::show(ui, &mut form, &was.kind);
    }
    place::position(ui, &form, &mut item.position);
    let edit = (item != *was).then_some(Edit::Canvas(sequence, CanvasEdit::SetItem(item)));
    form.finish(&format!("Change “{}”", was.name), edit)
}
