//! A search list that the outline opens for an item.

use eframe::egui::Id;

use crate::campaign::kinds::Kind;
use crate::campaign::sequence::Sequence;
use crate::ui::controls::chooser::{Chooser, ChooserPurpose};

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
    pub fn new(sequence: &Sequence, id: u64, purpose: ChooserPurpose) -> Result<Self, &'static str> {
        let item = sequence.item(id).ok_or("This item no longer exists")?;
        let name = item.called();
        let title = match purpose {
            ChooserPurpose::InsertBefore(_) if item.kind == Kind::Start => return Err("A Start has nothing before it"),
            ChooserPurpose::InsertBefore(_) => format!("Add before “{name}”"),
            ChooserPurpose::ConnectTo(_) => format!("Connect “{name}” to…"),
            ChooserPurpose::Add(_)
            | ChooserPurpose::After(..)
            | ChooserPurpose::InsertAfter(_)
            | ChooserPurpose::OnLink(_) => {
                format!("Add after “{name}”")
            }
        };
        Ok(Self { title, chooser: Chooser::new(sequence, purpose, Id::unique("outline search")) })
    }
}
