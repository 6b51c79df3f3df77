//! Whether there is a clock, and what is shown instead: a failure, that no contact enters, or the progress of the run.

use eframe::egui::{self, Ui};
use lucide_icons::Icon;

use crate::calendar::Instant;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, glyph};

/// The state of the clock.
pub enum View {
    /// The clock, with the zone it is shown in and its time.
    Ready(ShownZone, Instant),
    /// The run failed, for this reason.
    Trouble(String),
    /// The run has finished, and nothing happens in it.
    Empty,
    /// There is no run yet.
    UnderWay,
}

/// The current state of the clock.
pub fn view(panel: &RehearsalView<'_>) -> View {
    let rehearsing = panel.rehearsing;
    if let Some(trouble) = rehearsing.trouble() {
        return View::Trouble(trouble.to_owned());
    }
    // The clock of an earlier run is kept, but isn't useful if nothing happens.
    if rehearsing.is_empty() {
        return View::Empty;
    }
    let is_sorted = rehearsing.shown().is_some_and(|shown| shown.index().is_some());
    match rehearsing.clock().filter(|_| is_sorted) {
        Some(clock) => View::Ready(ShownZone::of(panel), clock.at),
        None => View::UnderWay,
    }
}

/// Shows why there is no clock, or the progress of the run.
pub fn why_none(ui: &mut Ui, panel: &mut Panel<'_>, view: &View) {
    match view {
        View::Trouble(trouble) => {
            ui.horizontal_wrapped(|ui| {
                ui.label(glyph(Icon::OctagonAlert).color(color(ColorRole::Held, panel.theme)));
                ui.label(trouble);
                if ui.button("Try again").clicked() {
                    panel.wants(Action::Rehearse(Rehearse::Again));
                }
            });
        }
        View::Empty => {
            let words = "No contact enters this sequence: see which contacts take part, and when they enter.";
            ui.horizontal_wrapped(|ui| ui.label(words));
        }
        View::UnderWay | View::Ready(..) => progress(ui, panel),
    }
}

/// The progress of the run, with a button to cancel it.
pub fn progress(ui: &mut Ui, panel: &mut Panel<'_>) {
    let begun = panel.rehearsing.progress().filter(|control| !control.doing().is_empty());
    let Some(control) = begun else {
        ui.label("Getting ready…");
        return;
    };
    ui.horizontal(|ui| {
        ui.label(format!("{}…", control.doing()));
        let width = (ui.available_width() - 84.0).clamp(60.0, 220.0);
        ui.add(egui::ProgressBar::new(control.share()).desired_width(width).show_percentage());
        if ui.button("Cancel").clicked() {
            panel.wants(Action::Rehearse(Rehearse::Cancel));
        }
    });
    ui.ctx().request_repaint_after_secs(0.1);
}
