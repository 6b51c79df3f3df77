//! What the followed contact gets and when, in a list that can be copied as text.

use eframe::egui::{self, CollapsingHeader, RichText, Ui};
use lucide_icons::Icon;

use super::times::Times;
use crate::calendar::Instant;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::Panel;
use crate::ui::context::settings::Settings;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::color;
use crate::ui::controls::{look, words};
use crate::workbench::rehearse::contact::Followed;
use crate::workbench::rehearse::sends::{MessageToContact, messages, summary};

/// Most messages that are listed. All of them are copied.
const LISTED: usize = 60;
/// Largest height of the list, so that the story stays in view.
const HIGHEST: f32 = 150.0;

/// Draws the number of messages, the list below it, and the button that copies it.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>, followed: &Followed, times: &Times) {
    let messages = messages(followed);
    let sent = messages.iter().filter(|message| message.skipped.is_none()).count() as u64;
    let title = match sent {
        0 => "Gets no message".to_owned(),
        sent => format!("Gets {}", words::count(sent, "message", "messages")),
    };
    // The button is in the line of the heading, at the right.
    let line = ui.cursor().min;
    let right = ui.max_rect().right();
    CollapsingHeader::new(RichText::new(title).size(12.5)).id_salt("messages to the contact").show(ui, |ui| {
        egui::ScrollArea::vertical().id_salt("messages").max_height(HIGHEST).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for message in messages.iter().take(LISTED) {
                row(ui, panel, message, times);
            }
            if messages.len() > LISTED {
                look::hint(ui, &format!("and {} more", messages.len() - LISTED));
            }
            if messages.is_empty() {
                look::hint(ui, "This contact gets no email, text message, letter or fax.");
            }
        });
    });
    let place =
        egui::Rect::from_min_max(egui::pos2(right - 36.0, line.y - 3.0), egui::pos2(right - 6.0, line.y + 23.0));
    let mut ui = ui.new_child(egui::UiBuilder::new().id_salt("copy messages").max_rect(place));
    if look::icon_button(&mut ui, Icon::Copy, "Copy what the contact gets").clicked() {
        ui.ctx().copy_text(text(panel.settings, followed, &times.shown, times.clock));
        panel.wants(Action::SayDone("Copied: paste it where you like".to_owned()));
    }
}

/// A message with its instant, or the reason why the contact doesn't get it. A click goes there.
fn row(ui: &mut Ui, panel: &mut Panel<'_>, message: &MessageToContact, times: &Times) {
    let at = times.say(panel.settings, message.at);
    let words = match &message.skipped {
        None => format!("{}, {at}", message.name),
        Some(reason) => format!("{}: not sent, {reason}", message.name),
    };
    let is_ahead = message.at > times.clock;
    let ink = match (&message.skipped, is_ahead) {
        (Some(_), _) => ColorRole::Skipped,
        (None, true) => ColorRole::Muted,
        (None, false) => ColorRole::Text,
    };
    let text = RichText::new(&words).size(12.0).color(color(ink, panel.theme));
    let button = egui::Button::new(text).frame_when_inactive(false).wrap().min_size(egui::vec2(0.0, 22.0));
    let tip = format!("{words}\nMove the clock to:\n{}", times.shown.in_every(panel.settings, message.at));
    if ui.add(button).on_hover_text(tip).clicked() {
        panel.wants(Action::Rehearse(Rehearse::Jump(message.at)));
    }
}

/// The summary of a contact as text, in a zone's local time.
pub fn text(settings: &Settings, followed: &Followed, shown: &ShownZone, clock: Instant) -> String {
    let unnamed = shown.unnamed();
    summary(followed, |at| unnamed.near(settings, at, clock), &shown.zone().place())
}
