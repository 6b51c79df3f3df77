//! Presenting: no panels, large text, the pressed keys in a corner.

use std::time::Duration;

use eframe::egui::{self, Align2, Event, Key, Modifiers, RichText};

use crate::picture::theme::ColorRole;
use crate::ui::controls::theme;

/// The factor by which everything is larger.
pub const ENLARGED: f32 = 1.5;
/// Seconds that a pressed key is shown.
const SHOWN: f64 = 2.0;

/// The recently pressed keys.
#[derive(Default)]
pub struct PressedKeys {
    last: Option<(String, f64)>,
}

/// What stands between keys and what they have done.
const DOES: &str = "   ";

/// How a presentation ends, which is shown when it begins, and for how many seconds.
const ENDS: (&str, f64) = ("Esc or F11 ends the presentation", 4.0);

impl PressedKeys {
    /// No pressed keys yet, at the beginning of a presentation: shows how it ends.
    pub fn beginning(ctx: &egui::Context) -> Self {
        Self { last: Some((ENDS.0.to_owned(), ctx.input(|input| input.time) + ENDS.1 - SHOWN)) }
    }

    /// Records the keys of this frame, before they are consumed.
    pub fn note(&mut self, ctx: &egui::Context) {
        let types = ctx.text_edit_focused();
        let (pressed, now) = ctx.input(|input| {
            let shown = input.events.iter().filter(|event| !types || !writes(event));
            (shown.filter_map(words).next_back(), input.time)
        });
        if let Some(words) = pressed {
            self.last = Some((words, now));
        }
    }

    /// Adds what the keys have done, which nothing else on the screen says.
    pub fn did(&mut self, done: &str) {
        if let Some((words, _)) = &mut self.last {
            words.push_str(DOES);
            words.push_str(done);
        }
    }

    /// Draws the recently pressed keys.
    pub fn show(&mut self, ctx: &egui::Context) {
        let now = ctx.input(|input| input.time);
        let Some((words, _)) = self.last.as_ref().filter(|(_, pressed)| now < pressed + SHOWN) else {
            self.last = None;
            return;
        };
        let theme = theme::of(ctx);
        let area =
            egui::Area::new(egui::Id::unique("pressed keys")).anchor(Align2::LEFT_BOTTOM, egui::vec2(20.0, -76.0));
        area.order(egui::Order::Foreground).interactable(false).show(ctx, |ui| {
            let frame = egui::Frame::new()
                .fill(theme::color(ColorRole::Text, theme))
                .corner_radius(8)
                .inner_margin(egui::Margin::symmetric(14, 8));
            frame.show(ui, |ui| {
                let text = RichText::new(words).family(theme::semibold()).size(18.0);
                // A popup has no fixed width, so the keys stay on one line.
                ui.add(egui::Label::new(text.color(theme::color(ColorRole::Panel, theme))).extend());
            });
        });
        let left = self.last.as_ref().map_or(0.0, |(_, pressed)| pressed + SHOWN - now);
        ctx.request_repaint_after(Duration::from_secs_f64(left.max(0.0) + 0.01));
    }
}

/// Whether an event is typing in a text field, where commands need Ctrl or Alt.
fn writes(event: &Event) -> bool {
    matches!(event, Event::Key { modifiers, .. } if !modifiers.ctrl && !modifiers.command && !modifiers.alt)
}

/// `Ctrl + Z`; `None` for text events, which come in addition to key events.
fn words(event: &Event) -> Option<String> {
    let (key, modifiers) = match event {
        Event::Key { key, pressed: true, modifiers, .. } => (*key, *modifiers),
        Event::Copy => (Key::C, Modifiers::COMMAND),
        Event::Cut => (Key::X, Modifiers::COMMAND),
        Event::Paste(_) => (Key::V, Modifiers::COMMAND),
        _ => return None,
    };
    let mut parts = Vec::new();
    if modifiers.ctrl || modifiers.command {
        parts.push("Ctrl");
    }
    if modifiers.alt {
        parts.push("Alt");
    }
    if modifiers.shift {
        parts.push("Shift");
    }
    parts.push(crate::ui::context::command::key_name(key));
    Some(parts.join(" + "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pressed_keys_are_named_as_on_a_keyboard() {
        let modifiers = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };
        let event = Event::Key { key: Key::Z, physical_key: None, pressed: true, repeat: false, modifiers };
        assert_eq!(words(&event).as_deref(), Some("Ctrl + Shift + Z"));
        assert_eq!(words(&Event::Copy).as_deref(), Some("Ctrl + C"));
        assert_eq!(words(&Event::Text("z".to_owned())), None);
        let modifiers = Modifiers::NONE;
        let event = Event::Key { key: Key::OpenBracket, physical_key: None, pressed: true, repeat: false, modifiers };
        assert_eq!(words(&event).as_deref(), Some("["));
    }
}
