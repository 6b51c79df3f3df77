//! The report: the results of a rehearsal at the clock's time, in tables and plots below the canvas.

pub mod figures;
pub mod items;
pub mod load;
pub mod over_time;
pub mod people;
pub mod state;
mod tabs;

use eframe::egui::{self, RichText};

use self::state::{ReportState, ReportTab};
use crate::picture::theme::ColorRole;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::theme::color;
use crate::ui::panels::{runs, transport};

/// The space that is left for the canvas and the transport.
const ABOVE: f32 = 170.0;
/// Smallest height of the report.
const LOWEST: f32 = 150.0;

/// Draws the report below the canvas.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut ReportState) {
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
        // The report keeps the height that the user set, however little it shows.
        ui.expand_to_include_rect(ui.max_rect());
        // No spacing between the parts, since a panel grows with its content.
        ui.spacing_mut().item_spacing.y = 0.0;
        transport::reopened::reopened(ui, panel);
        tabs::show(ui, panel, state);
        match state.figures.at_the_clock(panel.rehearsing) {
            None => nothing(ui, panel),
            Some(figures) => match state.tab {
                ReportTab::Items => items::show(ui, panel, &mut state.items, &figures, state.as_keap),
                ReportTab::People => people::show(ui, panel, &mut state.people, &figures),
                ReportTab::OverTime => over_time::show(ui, panel, &mut state.over_time, &figures),
                ReportTab::Load => load::show(ui, panel, &mut state.load, &figures),
                ReportTab::Compare => {
                    ui.reset_style();
                    runs::compare::show(ui, panel);
                }
            },
        }
    });
}

/// Shown while there is no run. The transport says why.
fn nothing(ui: &mut egui::Ui, panel: &DocumentView<'_>) {
    ui.add_space(12.0);
    let text = RichText::new("Run the rehearsal to see its report.");
    ui.label(text.color(color(ColorRole::Muted, panel.theme)));
}
