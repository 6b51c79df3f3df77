//! Why visits were skipped, each reason with a link to its contacts; or why no contact reached an item.

use eframe::egui::{self, Color32, FontId, Id, Rect, pos2, vec2};

use super::columns::ItemColumns;
use super::links::{self, Link};
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::report::people::{Filter, OutcomeFilter};
use crate::report::table::ItemRow;
use crate::report::tracks::TrackEntry;
use crate::simulate::outcome::Reason;
use crate::ui::context::panel::Panel;
use crate::ui::controls::look;
use crate::ui::controls::theme::color;
use crate::ui::panels::report::figures::Figures;

/// The separator between two reasons.
const BETWEEN: &str = " · ";
/// Padding of a link on either side.
const AROUND: f32 = 3.0;
/// Smallest width for a reason; with less, only "more" is shown.
const LEAST: f32 = 40.0;

/// The numbers of skipped visits by reason, most frequent first.
fn parts(item: &ItemRow) -> Vec<(Reason, String)> {
    let mut skipped = item.skipped.clone();
    skipped.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    skipped.into_iter().map(|(reason, count)| (reason, format!("{} {}", thousands(count), reason.brief()))).collect()
}

/// All reasons in one line.
pub fn words(figures: &Figures, entry: &TrackEntry, item: &ItemRow) -> String {
    match entry.unreached(item) {
        Some(unreached) => unreached.sentence(&figures.report.items),
        None => parts(item).into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(BETWEEN),
    }
}

/// Draws the reasons into their column.
#[allow(clippy::too_many_arguments)]
pub fn show(
    ui: &egui::Ui,
    panel: &mut Panel<'_>,
    figures: &Figures,
    columns: &ItemColumns,
    rect: Rect,
    entry: &TrackEntry,
    item: &ItemRow,
    is_current: bool,
) {
    let Some(column) = columns.why else { return };
    let mut pen = TextPen::new(ui, rect, column.min);
    pen.end = rect.left() + column.max;
    let ink = color(ColorRole::Muted, panel.theme);
    if let Some(unreached) = entry.unreached(item) {
        // If no contact reached the item, there is no bar, and room to say why.
        pen.end = rect.left() + columns.bar.filter(|_| item.reached == 0).map_or(column.max, |bar| bar.max);
        pen.write(unreached.sentence(&figures.report.items), ink);
        return;
    }
    for (place, (reason, words)) in parts(item).into_iter().enumerate() {
        if pen.is_full {
            break;
        }
        let room = pen.end - pen.at;
        if place > 0 {
            pen.write(if room < LEAST { " …" } else { BETWEEN }.to_owned(), ink);
        }
        if room < LEAST {
            break;
        }
        let name = format!("{words} at {}", item.label);
        let width = pen.write(words, ink);
        let right = pen.at + AROUND;
        let link = Link {
            id: Id::unique(("report reason", item.item, reason.word())),
            rect: Rect::from_x_y_ranges(right - width - 2.0 * AROUND..=right, rect.y_range()),
            name: &name,
            takes_tab: is_current,
        };
        let outcome = Some(OutcomeFilter::Skipped(Some(reason)));
        links::show(ui, panel, &link, Filter { item: Some(item.item), outcome, ..Filter::default() });
    }
}

/// Writes the parts of a line, one after another.
pub struct TextPen<'a> {
    /// The ui to paint in.
    pub ui: &'a egui::Ui,
    /// The left edge of the next part.
    pub at: f32,
    /// The right end of the line; longer text is cut.
    pub end: f32,
    /// Whether something has been cut.
    is_full: bool,
    middle: f32,
}

impl<'a> TextPen<'a> {
    /// Starts at a distance from the left edge of a line.
    pub fn new(ui: &'a egui::Ui, line: Rect, left: f32) -> Self {
        Self { ui, at: line.left() + left, end: line.right(), is_full: false, middle: line.center().y }
    }

    /// Writes a part, and returns its width.
    pub fn write(&mut self, words: String, ink: Color32) -> f32 {
        let text = look::cut(self.ui, words, FontId::proportional(12.5), ink, self.end - self.at);
        self.is_full = text.elided;
        let size = text.rect.size();
        let at = pos2(self.at, self.middle) - vec2(0.0, size.y / 2.0);
        self.ui.painter().galley(at, text, Color32::PLACEHOLDER);
        self.at += size.x;
        size.x
    }
}
