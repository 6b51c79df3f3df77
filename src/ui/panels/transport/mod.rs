//! The transport: steps, play and pause, speed, the clock, the contacts by status, and the time bar.
//!
//! **Owns** what is below the canvas while a rehearsal is watched, in Rehearse mode ([`show`]) and in Report mode
//! ([`slim`]).
//! **Must not know** how the clock is moved: it requests that.
//! **Start reading** at [`show`].
//! **Invariants**: its height is the same with and without a clock.

mod bar;
mod buttons;
pub mod clock_state;
mod held;
mod now;
pub mod reopened;
mod run_to;
mod scale;
mod scrub;
pub mod state;
mod ticks;
pub mod zone_choice;

use eframe::egui::{self, Align, Layout, RichText, Ui, vec2};

use self::clock_state::{View, view, why_none};
use self::state::TransportState;
use crate::calendar::Instant;
use crate::picture::theme::ColorRole;
use crate::ui::context::panel::Panel;
use crate::ui::controls::dates;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};

/// The height of the strip in Report mode.
const SLIM_ROW: f32 = 28.0;

/// The transport of Rehearse mode, below the canvas.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut TransportState) {
    let frame =
        egui::Frame::new().fill(color(ColorRole::Panel, panel.theme)).inner_margin(egui::Margin::symmetric(16, 8));
    egui::Panel::bottom("transport").resizable(false).frame(frame).show(ui, |ui| {
        reopened::reopened(ui, panel);
        // The same height with and without a clock, so that the canvas above doesn't jump.
        let height = now::ROW + ui.spacing().item_spacing.y + scrub::HEIGHT;
        ui.scope(|ui| {
            ui.set_min_size(vec2(ui.available_width(), height));
            match view(panel) {
                View::Ready(zone, at) => ready(ui, panel, state, &zone, at),
                without => no_clock(ui, panel, &without, height),
            }
        });
    });
}

/// Everything that moves the clock, the clock, and the time bar.
fn ready(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut TransportState, zone: &ShownZone, at: Instant) {
    ui.horizontal(|ui| {
        ui.set_min_height(now::ROW);
        buttons::buttons(ui, panel);
        buttons::speed(ui, panel);
        run_to::show(ui, panel, &mut state.run_to, zone, at);
        ui.add_space(10.0);
        now::clock(ui, panel, zone, at);
        if now::is_roomy(ui) {
            ui.add_space(18.0);
            now::people(ui, panel);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| now::statuses(ui, panel, at));
    });
    scrub::show(ui, panel, &mut state.scrub, zone, false);
}

/// The same buttons, disabled, and why there is no clock in its place.
fn no_clock(ui: &mut Ui, panel: &mut Panel<'_>, view: &View, height: f32) {
    ui.horizontal_top(|ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(now::ROW);
            buttons::buttons(ui, panel);
        });
        ui.add_space(10.0);
        // Long text uses the time bar's space too, and scrolls if it is longer still.
        egui::ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                // A single line is centred next to the buttons.
                ui.add_space((now::ROW - ui.spacing().interact_size.y) / 2.0);
                why_none(ui, panel, view);
            });
        });
    });
}

/// A strip with the most important parts, for Report mode.
pub fn slim(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut TransportState) {
    let frame =
        egui::Frame::new().fill(color(ColorRole::Panel, panel.theme)).inner_margin(egui::Margin::symmetric(16, 4));
    egui::Panel::bottom("slim transport").resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(SLIM_ROW);
            buttons::few(ui, panel);
            match view(panel) {
                View::Ready(zone, at) => {
                    let local = zone.local_at(at);
                    let day = RichText::new(dates::date(panel.settings, local.date())).family(semibold());
                    ui.label(day).on_hover_text(zone.in_every(panel.settings, at));
                    let time = format!("{} {}", dates::clock(panel.settings, local), zone.zone().place());
                    zone_choice::link(ui, panel, &zone, &time);
                    scrub::show(ui, panel, &mut state.scrub, &zone, true);
                }
                without => why_none(ui, panel, &without),
            }
        });
    });
}
