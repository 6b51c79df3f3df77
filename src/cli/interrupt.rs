//! Ctrl+C: stops what runs; whoever holds a half-written file lets go of it.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::simulate::run::Control;

/// Listens for an interrupt. A second one leaves at once.
pub fn listen(control: &Arc<Control>) {
    let control = Arc::clone(control);
    let heard = ctrlc::set_handler(move || {
        if control.cancel.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
    // Without a handler an interrupt still ends the program, only less tidily.
    drop(heard);
}
