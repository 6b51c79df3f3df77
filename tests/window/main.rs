//! The window as a person meets it: real events in, accessible nodes out, without a display.

mod canvas_drags;
mod canvas_hands;
mod canvas_keys;
mod canvas_links;
mod palette;
