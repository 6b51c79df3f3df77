//! A question that the outline asks about an item.

use eframe::egui::Id;

use crate::campaign::item::Kind;
use crate::campaign::sequence::Sequence;
use crate::ui::controls::chooser::{Chooser, Purpose};

/// A question about an item, and its answers.
#[derive(Clone, Debug)]
pub struct Asking {
    /// What the head of the list says.
    pub(super) title: String,
    pub(super) chooser: Chooser,
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
            Purpose::Add(_) | Purpose::After(..) | Purpose::InsertAfter(_) | Purpose::OnLink(_) => {
                format!("Add after “{name}”")
            }
        };
        Ok(Self { title, chooser: Chooser::new(sequence, purpose, Id::unique("outline search")) })
    }
}
