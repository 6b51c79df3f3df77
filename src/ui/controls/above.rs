//! Keeps a list that was opened from a dialog above that dialog.

use eframe::egui::{Id, LayerId, Order, Response};

/// Keep an open popup above the layer of its button. Call this in every frame while the popup is open.
///
/// A press brings a dialog to the top; the click that opens a popup brings the popup to the top. If both happen in one
/// frame, egui keeps their last order, and the popup may have been below the dialog.
pub fn keep(button: &Response, popup: Id) {
    let (below, above) = (button.layer_id, LayerId::new(Order::Foreground, popup));
    // Popups are always above layers that aren't in the foreground.
    if below.order == above.order && below != above {
        button.ctx.memory_mut(|memory| memory.areas_mut().set_sublayer(below, above));
    }
}
