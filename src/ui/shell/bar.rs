//! What the bars at the top keep between frames: the menu that a key opens, and the name that is being typed.

use crate::ui::context::command::Menu;
use crate::ui::context::view_state::Naming;

/// What the bars at the top keep between frames.
#[derive(Debug, Default)]
pub struct Bar {
    /// The menu that opens in the next frame.
    pub opens: Option<Menu>,
    /// What is being renamed, and what stands in its field.
    pub typed: Option<(Naming, String)>,
}
