//! Below the table: its sums, and everybody by status; and what Keap leaves out.

use eframe::egui::{self, Align2, FontId, Role, Sense, Stroke, WidgetInfo, pos2, vec2};

use crate::picture::draw::badge::exact;
use crate::picture::theme::Ink;
use crate::report::keap::as_keap;
use crate::ui::app::Panel;
use crate::ui::theme::{color, semibold};

use super::super::figures::Figures;
use super::columns::Columns;
use super::{List, draw};

/// How high one line is.
pub const LINE: f32 = 26.0;
/// How high it all is, without what Keap leaves out.
pub const HEIGHT: f32 = LINE * 2.0;

/// The sums of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Reached, ran, waiting, held, skipped.
    pub numbers: [u64; 5],
}

impl Totals {
    /// Those of what is shown; what is folded counts too.
    pub fn of(figures: &Figures, keap: bool) -> Self {
        let shown = keap.then(|| as_keap(&figures.report, &figures.tracks).0);
        let report = shown.as_ref().unwrap_or(&figures.report);
        let mut numbers = [0; 5];
        for row in &report.items {
            numbers.iter_mut().zip(draw::numbers(row)).for_each(|(sum, number)| *sum += number);
        }
        Self { numbers }
    }
}

/// Draws them.
pub fn show(ui: &mut egui::Ui, panel: &Panel<'_>, figures: &Figures, list: &List, columns: &Columns) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let line = Stroke::new(1.0, color(Ink::Line, panel.theme));
    ui.painter().hline(rect.x_range(), rect.top(), line);
    let at = pos2(rect.left() + 18.0, rect.center().y);
    let text = color(Ink::Text, panel.theme);
    ui.painter().text(at, Align2::LEFT_CENTER, "All visits", FontId::new(13.0, semibold()), text);
    draw::figures_of(ui, panel.theme, columns, rect, list.totals.numbers, false);
    let said = format!("All visits, {}", draw::sum(list.totals.numbers));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    response.on_hover_text(format!(
        "{}. Whoever comes to an item runs it, waits there, is held there, or skips it: in each row the four add up \
         to those who reached it.",
        draw::sum(list.totals.numbers)
    ));
    people(ui, panel, figures);
    if panel.view.report.as_keap {
        let hidden = list.hidden.sentence();
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
        let at = pos2(rect.left() + 18.0, rect.center().y);
        let ink = color(Ink::Skipped, panel.theme);
        ui.painter().text(at, Align2::LEFT_CENTER, &hidden, FontId::proportional(12.5), ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &hidden));
        response.on_hover_text("Keap’s report leaves these out. They are here when the switch is off.");
    }
}

/// Everybody by status, and that it is everybody.
fn people(ui: &mut egui::Ui, panel: &Panel<'_>, figures: &Figures) {
    let all = figures.run.contacts();
    let sum: u64 = figures.report.contacts.iter().map(|(_, count)| count).sum();
    let shown = figures.report.contacts.iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> =
        shown.map(|(status, count)| format!("{} {}", exact(*count), status.label().to_lowercase())).collect();
    let sign = if sum == all { "=" } else { "≠" };
    let noun = if all == 1 { "person" } else { "people" };
    let text = match parts.is_empty() {
        true => "Nobody takes part".to_owned(),
        false => format!("{} {sign} {} {noun}", parts.join(" + "), exact(all)),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let at = pos2(rect.left() + 18.0, rect.center().y);
    let ink = color(Ink::Muted, panel.theme);
    ui.painter().text(at, Align2::LEFT_CENTER, &text, FontId::proportional(12.5), ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    response.on_hover_text(
        "Active: waits at a timer. Held: at a timer that is not set up. Fell out: jumped, and no live timer came. \
         Queued: has gone through all there is. Together they are everybody.",
    );
}
