//! Messages: the preview of one as a contact will get it, and the large editor for its texts.

mod chosen;
pub mod editor;
mod ink;
mod paper;
pub mod preview;
pub mod state;
