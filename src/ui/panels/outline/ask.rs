//! The search list that opens over the outline: what to add here, or which item to connect.

use eframe::egui::{self, Id, Key as Pressed, Modifiers, RichText};

use super::{Outline, TAKES};
use crate::campaign::item::Kind;
use crate::campaign::sequence::Sequence;
use crate::ui::context::action::Action;
use crate::ui::controls::chooser::{Chooser, Chosen, Purpose};
use crate::ui::controls::theme::semibold;
use crate::ui::shell::app::Panel;

/// A question about an item, and its answers.
#[derive(Clone, Debug)]
pub struct Asking {
    /// What the head of the list says.
    title: String,
    chooser: Chooser,
}

impl Asking {
    /// Asks about an item.
    ///
    /// # Errors
    /// If there is nothing to choose; the text says why.
    pub fn new(sequence: &Sequence, id: u64, purpose: Purpose) -> Result<Self, &'static str> {
        let item = sequence.item(id).ok_or("It is not there any more")?;
        let name = item.called();
        let title = match purpose {
            Purpose::InsertBefore(_) if item.kind == Kind::Start => return Err("A Start has nothing before it"),
            Purpose::InsertBefore(_) => format!("Add before “{name}”"),
            Purpose::ConnectTo(_) => format!("Connect “{name}” to…"),
            _ => format!("Add after “{name}”"),
        };
        Ok(Self { title, chooser: Chooser::new(sequence, purpose, Id::unique("outline search")) })
    }
}

/// Draws the list while something is asked.
pub fn show(ui: &egui::Ui, outline: &mut Outline, panel: &mut Panel<'_>) {
    let Some(asking) = &mut outline.asking else { return };
    let modal = egui::Modal::new(Id::unique("outline question"))
        .frame(egui::Frame::popup(ui.style()).inner_margin(12.0))
        .show(ui.ctx(), |ui| {
            ui.set_width((ui.ctx().content_rect().width() - 64.0).min(440.0));
            ui.label(RichText::new(&asking.title).family(semibold()));
            asking.chooser.show(ui, panel.theme, panel.place(), panel.sequence())
        });
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Pressed::Escape));
    if let Some(Chosen(Some(edit))) = &modal.inner {
        panel.actions.push(Action::edit(edit.clone()));
    }
    if modal.inner.is_some() || escape || modal.should_close() {
        (outline.asking, outline.take_focus) = (None, TAKES);
    }
}
