//! The state of the bars at the top: the menu that a key opens, and the name that is being typed.

use crate::ui::context::command::Menu;
use crate::ui::context::view_state::RenameTarget;

/// What the bars at the top keep between frames.
#[derive(Debug, Default)]
pub struct TopBars {
    /// The menu to open in the next frame.
    pub opens: Option<Menu>,
    /// The width of the right side of the top bar, as it was drawn last.
    pub right_width: f32,
    /// The thing that is being renamed, and the text of its field.
    pub typed: Option<(RenameTarget, String)>,
}
