//! Short messages in a corner: what happened, and what was refused.

use std::time::Duration;

use eframe::egui::{self, Align2, RichText};

/// How long a message stays, in seconds.
const STAYS: f64 = 5.0;

/// The messages that are shown.
#[derive(Default)]
pub struct Toasts {
    shown: Vec<Toast>,
}

struct Toast {
    text: String,
    /// When it goes, in egui's seconds; set when first drawn.
    goes: Option<f64>,
}

impl Toasts {
    /// Says what happened.
    pub fn tell(&mut self, text: String) {
        self.shown.push(Toast { text, goes: None });
    }

    /// Says what could not be done.
    pub fn warn(&mut self, text: String) {
        self.tell(text);
    }

    /// The same, from a panel.
    pub fn say(&mut self, _: &egui::Context, text: String) {
        self.tell(text);
    }

    /// Draws them.
    pub fn show(&mut self, ctx: &egui::Context) {
        let now = ctx.input(|input| input.time);
        self.shown.retain(|toast| toast.goes.is_none_or(|goes| now < goes));
        if self.shown.is_empty() {
            return;
        }
        egui::Area::new(egui::Id::unique("toasts")).anchor(Align2::CENTER_BOTTOM, egui::vec2(0.0, -24.0)).show(
            ctx,
            |ui| {
                for toast in &mut self.shown {
                    toast.goes.get_or_insert(now + STAYS);
                    egui::Frame::popup(ui.style()).show(ui, |ui| ui.label(RichText::new(&toast.text)));
                }
            },
        );
        ctx.request_repaint_after(Duration::from_millis(250));
    }
}
