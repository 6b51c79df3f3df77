//! What the pictures of the rules show, computed by the engine from their examples. The window paints them.

pub mod months;
pub mod strip;
pub mod track;
