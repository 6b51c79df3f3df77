//! Whether there is a clock, and what stands in its place where there is none: a failure, that nobody enters, how far the
//! run is.

use eframe::egui::{self, Ui};
use lucide_icons::Icon;

use crate::calendar::{Instant, Zone};
use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::controls::theme::{color, glyph};

/// How it stands with the clock.
pub enum View {
    /// The zone that it is shown in, and where it stands.
    Ready(Zone, Instant),
    /// The run failed.
    Trouble(String),
    /// The run is done, and nothing happens in it.
    Empty,
    /// There is no run yet.
    UnderWay,
}

/// How it stands with it now, in the zone of the contact that is followed if that is wanted.
pub fn view(panel: &RehearsalView<'_>, in_contact_zone: bool) -> View {
    let rehearsing = panel.rehearsing;
    if let Some(trouble) = rehearsing.trouble() {
        return View::Trouble(trouble.to_owned());
    }
    // A clock that was there before stays where it stood: it is of no use where nothing happens.
    if rehearsing.is_empty() {
        return View::Empty;
    }
    let Some((shown, clock)) = rehearsing.shown().zip(rehearsing.clock()).filter(|(shown, _)| shown.index().is_some())
    else {
        return View::UnderWay;
    };
    let campaign = shown.scene.plan.zone();
    let contact = rehearsing.follows().filter(|_| in_contact_zone);
    let contact = contact.and_then(|place| shown.contact(place)).and_then(|contact| contact.zone());
    View::Ready(contact.unwrap_or(campaign).clone(), clock.at)
}

/// Says why there is no clock, or how far the run is.
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
            let words = "Nobody enters this sequence: see who takes part, and when they enter.";
            ui.horizontal_wrapped(|ui| ui.label(words));
        }
        View::UnderWay | View::Ready(..) => progress(ui, panel),
    }
}

/// How far the run is, with a way to stop it.
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
