//! A search list that the outline opens for an item.

use eframe::egui::Id;

use crate::campaign::kinds::Kind;
use crate::campaign::sequence::Sequence;
use crate::ui::controls::chooser::{Chooser, Purpose};

/// The search list for an item.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The title of the list.
    pub(super) title: String,
    pub(super) chooser: Chooser,
}

impl Asking {
    /// Opens the list for an item.
    ///
    /// # Errors
    /// If there is nothing to choose. The text says why.
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
