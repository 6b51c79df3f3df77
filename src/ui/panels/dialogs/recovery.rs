//! Offers recovery copies, each with its time and the time of the campaign's file.

use std::path::Path;
use std::time::SystemTime;

use eframe::egui::{self, Button, Color32, RichText, ScrollArea};

use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, Recover};
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::controls::dates;
use crate::ui::controls::look;
use crate::ui::controls::modal::{main_button, modal, other_button};
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};
use crate::workbench::files;
use crate::workbench::recovery::Offer;

/// Draws the dialog for the copies in `left`.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, left: &[Offer], is_new: bool) {
    let mut wish = None;
    let closed = modal(ctx, "recovery", "Unsaved work can be recovered", 620.0, |ui| {
        ui.label(
            "Dripline ended before these changes were saved. Open a copy to see it in the window, unsaved. The \
             campaign's own file hasn't changed.",
        );
        let most = (ctx.content_rect().height() - 240.0).max(120.0);
        ScrollArea::vertical().max_height(most).show(ui, |ui| {
            for (place, left) in left.iter().enumerate() {
                ui.push_id(left.file(), |ui| {
                    look::card(ui, |ui| {
                        ui.set_width(ui.available_width());
                        wish = row(ui, panel, place, left, is_new && place == 0).or(wish);
                    });
                });
            }
        });
        ui.horizontal(|ui| {
            if other_button(ui, "Decide later")
                .on_hover_text("The copies are offered again at the next start")
                .clicked()
            {
                wish = Some(Recover::Later);
            }
        });
    });
    if let Some(wish) = wish.or(closed.then_some(Recover::Later)) {
        panel.wants(Action::Recover(wish));
    }
}

fn row(
    ui: &mut egui::Ui,
    panel: &RehearsalView<'_>,
    place: usize,
    left: &Offer,
    takes_keyboard: bool,
) -> Option<Recover> {
    let mut wish = None;
    let theme = panel.theme;
    let (name, times) = match left.campaign() {
        Ok(campaign) => (campaign.name.clone(), times(panel, files::changed_at(left.file()), left.path())),
        Err(why) => ("A copy that can't be read".to_owned(), vec![why.to_owned()]),
    };
    ui.label(RichText::new(name).family(semibold()));
    for line in times {
        ui.label(RichText::new(line).size(12.5).color(color(ColorRole::Muted, theme)));
    }
    let asks = egui::Id::unique("delete recovery copy").with(left.file());
    let is_asked = ui.data(|data| data.get_temp(asks).unwrap_or(false));
    ui.horizontal(|ui| {
        if is_asked {
            let words = RichText::new("Delete permanently").color(Color32::WHITE);
            if ui.add(Button::new(words).fill(color(ColorRole::Held, theme)).min_size(egui::vec2(84.0, 30.0))).clicked()
            {
                wish = Some(Recover::Delete(place));
            }
            if other_button(ui, "Keep it").clicked() {
                ui.data_mut(|data| data.insert_temp(asks, false));
            }
            return;
        }
        if left.campaign().is_ok() {
            let open = main_button(ui, panel.theme, "Open");
            if takes_keyboard {
                open.request_focus();
            }
            if open.clicked() {
                wish = Some(Recover::Open(place));
            }
        }
        if other_button(ui, "Delete").clicked() {
            ui.data_mut(|data| data.insert_temp(asks, true));
        }
    });
    wish
}

/// The times of the copy and of the file, and which is newer.
fn times(panel: &RehearsalView<'_>, copy: Option<SystemTime>, path: Option<&Path>) -> Vec<String> {
    let zone = ShownZone::of(panel);
    let date_time = |at: SystemTime| zone.date_time(panel.settings, dates::instant(at));
    let copied = copy.map_or_else(|| "at an unknown time".to_owned(), date_time);
    let kept = format!("Copied {copied}");
    let Some(path) = path else { return vec![kept, "It was never saved to a file".to_owned()] };
    let file = match files::changed_at(path) {
        None => format!("{} no longer exists", path.display()),
        Some(at) if copy.is_some_and(|copy| at > copy) => {
            format!("{} is newer: {}. Saving asks before replacing it", path.display(), date_time(at))
        }
        Some(at) => format!("{} was saved {}", path.display(), date_time(at)),
    };
    vec![kept, file]
}
