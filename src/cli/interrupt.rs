//! Ctrl+C stops the command; half-written files are removed.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::simulate::run::Control;

/// Listens for an interrupt, which cancels the work. A second one ends the program immediately.
pub fn listen(control: &Arc<Control>) {
    let control = Arc::clone(control);
    let heard = ctrlc::set_handler(move || {
        if control.cancel.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
    // Without a handler, an interrupt still ends the program, but may leave half-written files.
    drop(heard);
}
