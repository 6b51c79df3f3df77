//! Report: what came of a rehearsal at the clock's instant, in tables and plots below the canvas.

pub mod figures;
pub mod items;
pub mod load;
pub mod over_time;
pub mod people;
pub mod state;
mod tabs;

use eframe::egui::{self, RichText};

use self::state::{State, Tab};
use crate::picture::theme::ColorRole;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::theme::color;
use crate::ui::panels::{runs, transport};

/// The room that stays for the canvas and the transport.
const ABOVE: f32 = 170.0;
/// The lowest that the report can be made.
const LOWEST: f32 = 150.0;

/// Draws it, below the canvas.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut State) {
    let room = ui.available_height();
    let most = (room - ABOVE).max(LOWEST);
    let frame = egui::Frame::new().fill(color(ColorRole::Panel, panel.theme)).inner_margin(egui::Margin {
        left: 16,
        right: 16,
        top: 4,
        bottom: 6,
    });
    let strip = egui::Panel::bottom("report").resizable(true).default_size((room * 0.5).min(most));
    strip.size_range(LOWEST.min(most)..=most).frame(frame).show(ui, |ui| {
        // It is as high as it was made, however little it holds.
        ui.expand_to_include_rect(ui.max_rect());
        // What lies below one another is as high as it says: a panel grows with what is too high for it.
        ui.spacing_mut().item_spacing.y = 0.0;
        transport::reopened(ui, panel);
        tabs::show(ui, panel, state);
        match state.figures.at_the_clock(panel.rehearsing) {
            None => nothing(ui, panel),
            Some(figures) => match state.tab {
                Tab::Items => items::show(ui, panel, &mut state.items, &figures, state.as_keap),
                Tab::People => people::show(ui, panel, &mut state.people, &figures),
                Tab::OverTime => over_time::show(ui, panel, &mut state.over_time, &figures),
                Tab::Load => load::show(ui, panel, &mut state.load, &figures),
                Tab::Compare => {
                    ui.reset_style();
                    runs::compare::show(ui, panel);
                }
            },
        }
    });
}

/// While there is no run; why, the transport says.
fn nothing(ui: &mut egui::Ui, panel: &DocumentView<'_>) {
    ui.add_space(12.0);
    let text = RichText::new("Once the rehearsal has been run, its report is here.");
    ui.label(text.color(color(ColorRole::Muted, panel.theme)));
}
