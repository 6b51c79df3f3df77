//! Messages: the preview of one as a contact will get it, and the large editor for its texts.

mod blocks;
mod chosen;
mod closing;
pub mod editor;
mod ink;
mod paper;
pub mod preview;
mod source;
pub mod state;
