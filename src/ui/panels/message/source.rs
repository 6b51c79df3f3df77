//! Where a message comes from: the document, or the campaign of the run that is shown.

use crate::campaign::document::Campaign;
use crate::campaign::ids::ItemRef;
use crate::campaign::item::Item;
use crate::ui::context::panel::Panel;

/// The campaign that has a message, and the message's item.
#[derive(Clone, Copy, Debug)]
pub struct MessageSource<'p> {
    /// The campaign that has the item and the other messages to choose from.
    pub campaign: &'p Campaign,
    /// Whether that is the campaign of the run, not the document.
    pub is_of_run: bool,
    /// The item with the message.
    pub at: ItemRef,
}

impl<'p> MessageSource<'p> {
    /// The source to show a message from. A saved run has its own state of the campaign, and an item that was deleted
    /// since is only in its run.
    pub fn shown(panel: &Panel<'p>, at: ItemRef) -> Self {
        let is_gone = panel.campaign.item(at).is_none();
        let of_run = panel.rehearsing.shown().filter(|_| is_gone || panel.rehearsing.reopened().is_some());
        match of_run {
            Some(run) => Self { campaign: &run.scene.campaign, is_of_run: true, at },
            None => Self::edited(panel, at),
        }
    }

    /// The document, for a message that is being edited.
    pub fn edited(panel: &Panel<'p>, at: ItemRef) -> Self {
        Self { campaign: panel.campaign, is_of_run: false, at }
    }

    /// The item with the message, if there is one.
    pub fn item(&self) -> Option<&'p Item> {
        self.campaign.item(self.at)
    }
}
