//! Below the table: its sums, contacts by status, and what Keap hides.

use eframe::egui::{self, Align2, FontId, Id, Rect, Role, Sense, Stroke, WidgetInfo, pos2, vec2};

use super::columns::ItemColumns;
use super::draw;
use super::links::{self, Link};
use super::list::ItemTableState;
use super::why::TextPen;
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::report::people::Filter;
use crate::simulate::outcome::Status;
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::words;
use crate::ui::panels::report::figures::Figures;

/// How high one line is.
pub const LINE: f32 = 26.0;
/// The height of all lines, without the line for Keap.
pub const HEIGHT: f32 = LINE * 2.0;

/// Draws the sums below the table.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, figures: &Figures, list: &ItemTableState, columns: &ItemColumns) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let line = Stroke::new(1.0, color(ColorRole::Line, panel.theme));
    ui.painter().hline(rect.x_range(), rect.top(), line);
    let at = pos2(rect.left() + 18.0, rect.center().y);
    let text = color(ColorRole::Text, panel.theme);
    ui.painter().text(at, Align2::LEFT_CENTER, "All visits", FontId::new(13.0, semibold()), text);
    draw::figures_of(ui, panel.theme, columns, rect, list.totals.numbers, false);
    let said = format!("All visits, {}", draw::sum(list.totals.numbers));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    response.on_hover_text(format!(
        "{}. Each contact who reaches an item runs it, waits there, is held there or skips it: in each row, the four \
         add up to the contacts who reached it.",
        draw::sum(list.totals.numbers)
    ));
    several_waits(ui, panel, figures, list, columns, rect);
    people(ui, panel, figures);
    if list.leaves_out() {
        let hidden = list.hidden.sentence();
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
        let at = pos2(rect.left() + 18.0, rect.center().y);
        let ink = color(ColorRole::Skipped, panel.theme);
        ui.painter().text(at, Align2::LEFT_CENTER, &hidden, FontId::proportional(12.5), ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &hidden));
        response.on_hover_text("Keap’s report doesn’t list these. Turn the switch off to list them.");
    }
}

/// Why more visits than contacts wait or are held: one contact can be on several tracks.
fn several_waits(
    ui: &egui::Ui,
    panel: &Panel<'_>,
    figures: &Figures,
    list: &ItemTableState,
    columns: &ItemColumns,
    rect: Rect,
) {
    let of =
        |wanted| figures.report.contacts.iter().find(|(status, _)| *status == wanted).map_or(0, |(_, count)| *count);
    let ([.., waiting, held, _], people) = (list.totals.numbers, of(Status::Active));
    let Some(column) = columns.why else { return };
    let words = match (waiting > people, held > of(Status::Held)) {
        (true, _) => {
            format!("{} wait {} times: a contact can wait on several tracks", words::people(people), thousands(waiting))
        }
        (false, true) => {
            let more = held.saturating_sub(of(Status::Held));
            let times = if more == 1 { "once".to_owned() } else { format!("{} times", thousands(more)) };
            format!("Also held {times} on one track, while waiting or held on another")
        }
        (false, false) => return,
    };
    let mut pen = TextPen::new(ui, rect, column.min);
    pen.write(words, color(ColorRole::Muted, panel.theme));
}

/// The contacts by status, with their sum. Each status links to its contacts.
fn people(ui: &mut egui::Ui, panel: &mut Panel<'_>, figures: &Figures) {
    let all = figures.run.contacts();
    let sum: u64 = figures.report.contacts.iter().map(|(_, count)| count).sum();
    let shown = figures.report.contacts.iter().filter(|(_, count)| *count > 0);
    let parts =
        shown.map(|(status, count)| (*status, format!("{} {}", thousands(*count), status.label().to_lowercase())));
    let parts: Vec<(Status, String)> = parts.collect();
    let sign = if sum == all { "=" } else { "≠" };
    let noun = if all == 1 { "contact" } else { "contacts" };
    let (parts, end) = match parts.is_empty() {
        true => (Vec::new(), "No contact takes part".to_owned()),
        false => (parts, format!(" {sign} {} {noun}", thousands(all))),
    };
    let words: Vec<&str> = parts.iter().map(|(_, words)| words.as_str()).collect();
    let said = words.join(" + ") + &end;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    response.on_hover_text(
        "Waiting: at a timer. Held: at a timer that is not set up. Dropped out: missed a timer, and no later one \
         applied. Finished: reached the end. Not entered: will enter later. Together they are all contacts.",
    );
    let mut pen = TextPen::new(ui, rect, 18.0);
    let ink = color(ColorRole::Muted, panel.theme);
    for (place, (status, words)) in parts.into_iter().enumerate() {
        if place > 0 {
            pen.write(" + ".to_owned(), ink);
        }
        let width = pen.write(words.clone(), ink);
        let link = Link {
            id: Id::unique(("contacts of the report by status", status.label())),
            rect: Rect::from_x_y_ranges(pen.at - width - 3.0..=pen.at + 3.0, rect.y_range()),
            name: &words,
            takes_tab: true,
        };
        links::show(pen.ui, panel, &link, Filter { status: Some(status), ..Filter::default() });
    }
    pen.write(end, ink);
}
