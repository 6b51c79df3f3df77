//! Report: what came of a rehearsal at the clock's instant, in tables and plots below the canvas.

pub mod figures;
pub mod items;
pub mod load;
pub mod over_time;
pub mod people;
mod tabs;
mod walk;

use eframe::egui::{self, RichText};

use super::rehearse::transport;
use crate::picture::theme::Ink;
use crate::ui::controls::theme::color;
use crate::ui::shell::app::Panel;
pub use tabs::Tab;

/// What the report keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What is shown.
    pub tab: Tab,
    /// Whether it leaves out what Keap leaves out.
    pub as_keap: bool,
    figures: figures::Kept,
    items: items::List,
    people: people::People,
    over_time: over_time::State,
    load: load::State,
}

/// The room that stays for the canvas and the transport.
const ABOVE: f32 = 170.0;
/// The lowest that the report can be made.
const LOWEST: f32 = 150.0;

/// Draws what lies around the canvas.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let room = ui.available_height();
    let most = (room - ABOVE).max(LOWEST);
    let frame = egui::Frame::new().fill(color(Ink::Panel, panel.theme)).inner_margin(egui::Margin {
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
        tabs::show(ui, panel);
        let mut kept = std::mem::take(&mut panel.view.report.figures);
        let figures = kept.at_the_clock(panel.rehearsing);
        panel.view.report.figures = kept;
        match figures {
            None => nothing(ui, panel),
            Some(figures) => match panel.view.report.tab {
                Tab::Items => items::show(ui, panel, &figures),
                Tab::People => people::show(ui, panel, &figures),
                Tab::OverTime => over_time::show(ui, panel, &figures),
                Tab::Load => load::show(ui, panel, &figures),
                Tab::Compare => {
                    ui.reset_style();
                    super::runs::compare::show(ui, panel);
                }
            },
        }
    });
    transport::slim(ui, panel);
}

/// While there is no run; why, the transport says.
fn nothing(ui: &mut egui::Ui, panel: &Panel<'_>) {
    ui.add_space(12.0);
    let text = RichText::new("Once the rehearsal has been run, its report is here.");
    ui.label(text.color(color(Ink::Muted, panel.theme)));
}
