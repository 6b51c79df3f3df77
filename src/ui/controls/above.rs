//! Keeps lists that open from a dialog above it.

use eframe::egui::{Id, LayerId, Order, Response};

/// Keeps an open popup above the layer of its button. Call it in every frame while the popup is open.
///
/// A press brings a dialog to the top, and so does the click a popup that opens. If both fall into one frame, egui
/// leaves the two as they were when they were last seen, and the popup may have been the lower one then.
pub fn keep(button: &Response, popup: Id) {
    let (below, above) = (button.layer_id, LayerId::new(Order::Foreground, popup));
    // Popups are above everything that is not in the foreground anyway.
    if below.order == above.order && below != above {
        button.ctx.memory_mut(|memory| memory.areas_mut().set_sublayer(below, above));
    }
}
