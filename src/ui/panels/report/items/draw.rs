//! The rows of the table, each a node for screen readers.

use eframe::egui::{
    self, Align2, Color32, FontFamily, FontId, Id, Rect, Role, Sense, Stroke, StrokeKind, WidgetInfo, pos2, vec2,
};
use lucide_icons::Icon;

use super::columns::ItemColumns;
use super::links::{self, Link};
use super::list::{ItemTableState, row_id};
use super::rows::TableRow;
use super::{totals, why};
use crate::campaign::ids::ItemRef;
use crate::campaign::selection::Selection;
use crate::campaign::text::thousands;
use crate::picture::icons;
use crate::picture::theme::{ColorRole, Theme};
use crate::report::people::{Filter, OutcomeFilter};
use crate::report::table::ItemRow;
use crate::report::tracks::{Readiness, TrackEntry};
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::look;
use crate::ui::controls::theme::{color, icon, semibold};
use crate::ui::panels::report::figures::Figures;

/// How high the head of the table is.
const HEAD: f32 = 28.0;
/// The left edge of item icons; the names come after them.
const INDENT: f32 = 18.0;
const TILE: f32 = 19.0;
/// The distance from a number's right edge to the centre of the sign after it.
const SIGN: f32 = 12.0;

/// The signs between the captions: what is reached is the sum of the others.
const SIGNS: [&str; 4] = ["=", "+", "+", "+"];

/// The captions and colours of the number columns.
pub const NUMBERS: [(&str, ColorRole); 5] = [
    ("Reached", ColorRole::Text),
    ("Ran", ColorRole::Ran),
    ("Waiting", ColorRole::Waiting),
    ("Held", ColorRole::Held),
    ("Skipped", ColorRole::Skipped),
];

/// Whether reached equals the sum of the outcomes.
pub fn reconciles([reached, ran, waiting, held, skipped]: [u64; 5]) -> bool {
    reached == ran + waiting + held + skipped
}

/// Draws the captions of the columns.
pub fn head(ui: &mut egui::Ui, panel: &Panel<'_>, columns: &ItemColumns, most: u64) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let (ink, middle) = (color(ColorRole::Muted, panel.theme), rect.center().y);
    let font = FontId::new(12.0, semibold());
    let write = |at: f32, align, text: &str| ui.painter().text(pos2(at, middle), align, text, font.clone(), ink);
    // Without a column of reasons, the tooltip of a row has them.
    let caption = if columns.why.is_some() { "Item" } else { "Item (point at one to see why it skipped)" };
    write(rect.left(), Align2::LEFT_CENTER, caption);
    for ((caption, _), right) in NUMBERS.iter().zip(columns.numbers) {
        write(rect.left() + right, Align2::RIGHT_CENTER, caption);
    }
    for (sign, right) in SIGNS.iter().zip(columns.numbers) {
        write(rect.left() + right + SIGN, Align2::CENTER_CENTER, sign);
    }
    if let Some(why) = columns.why {
        write(rect.left() + why.min, Align2::LEFT_CENTER, "Why skipped, or why no contact came");
    }
    if let Some(bar) = columns.bar.filter(|_| most > 0) {
        // The scale of the bars: its ends, and what they count.
        write(rect.left() + bar.min, Align2::LEFT_CENTER, "0");
        let longest = format!("{} reached", thousands(most));
        write(rect.left() + bar.max, Align2::RIGHT_CENTER, &longest);
    }
    let line = Stroke::new(1.0, color(ColorRole::Line, panel.theme));
    ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, line);
}

/// Draws a row, and handles its clicks and keys.
#[allow(clippy::too_many_arguments)]
pub fn row(
    ui: &mut egui::Ui,
    list: &mut ItemTableState,
    panel: &mut Panel<'_>,
    figures: &Figures,
    columns: &ItemColumns,
    rect: Rect,
    place: usize,
    row: &TableRow,
) {
    let id = row_id(row);
    let item = row.entry.map(|entry| &figures.report.items[entry.row]);
    let is_selected = item.is_some_and(|item| panel.view.selection.has(item.item));
    let response = list.walk.row(ui, panel.theme, (id, place), rect, is_selected);
    response.widget_info(|| WidgetInfo::labeled(Role::TreeItem, true, spoken(figures, row)));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_level(if row.is_heading { 1 } else { 2 });
        node.set_selected(is_selected);
        if row.is_heading {
            node.set_expanded(!row.is_folded);
        }
    });
    name(ui, panel.theme, figures, columns, rect, row);
    if let Some(item) = item {
        figures_of(ui, panel.theme, columns, rect, totals::numbers(item), row.is_heading);
        if !row.is_heading {
            bar(ui, panel.theme, columns, rect, item, list.most);
        }
    }
    if response.clicked() {
        let on_chevron = response.interact_pointer_pos().is_some_and(|at| at.x < rect.left() + INDENT);
        if row.is_heading && (on_chevron || item.is_none()) {
            list.fold(row, !row.is_folded, figures);
        } else if let Some(item) = item {
            go_there(panel, item.item);
            list.selected = Some(item.item);
        }
    }
    if let (Some(entry), Some(item)) = (row.entry, item) {
        let is_current = place == list.walk.at;
        people_behind(ui, panel, columns, rect, item, is_current);
        why::show(ui, panel, figures, columns, rect, &entry, item, is_current);
        response.on_hover_ui(|ui| explain(ui, figures, &entry, item));
    }
}

/// A click on a number shows the contacts that it counts.
fn people_behind(
    ui: &egui::Ui,
    panel: &mut Panel<'_>,
    columns: &ItemColumns,
    rect: Rect,
    item: &ItemRow,
    is_current: bool,
) {
    let wanted = [
        None,
        Some(OutcomeFilter::Ran),
        Some(OutcomeFilter::Waiting),
        Some(OutcomeFilter::Held),
        Some(OutcomeFilter::Skipped(None)),
    ];
    let words = ["reached", "ran", "waiting", "held", "skipped"];
    for (((number, wanted), word), right) in
        totals::numbers(item).into_iter().zip(wanted).zip(words).zip(columns.numbers)
    {
        if number == 0 {
            continue;
        }
        let width = 18.0 + 8.0 * thousands(number).len() as f32;
        let right = rect.left() + right;
        let cell = Rect::from_x_y_ranges(right - width.min(columns.number)..=right + 6.0, rect.y_range());
        let link = Link {
            id: Id::unique(("report number", item.item, word)),
            rect: cell,
            name: &format!("{}: {} {word}", item.label, thousands(number)),
            takes_tab: is_current,
        };
        links::show(ui, panel, &link, Filter { item: Some(item.item), outcome: wanted, ..Filter::default() });
    }
}

/// Selects an item and scrolls to it. If it is not on this canvas, says so.
pub fn go_there(panel: &mut Panel<'_>, item: ItemRef) {
    let is_here = panel.rehearsing.is_drawn()
        && item.sequence == panel.sequence_id()
        && panel.sequence().item(item.item).is_some();
    panel.wants(match is_here {
        true => Action::Reveal(Selection::of(item.sequence, [item.item])),
        false => Action::Refuse("This item is no longer on the canvas".to_owned()),
    });
}

const fn word(standing: Readiness) -> Option<&'static str> {
    match standing {
        Readiness::Works => None,
        Readiness::Draft => Some("draft"),
        Readiness::NotSetUp => Some("not set up"),
    }
}

fn name(ui: &egui::Ui, theme: Theme, figures: &Figures, columns: &ItemColumns, rect: Rect, row: &TableRow) {
    let (painter, middle, left) = (ui.painter(), rect.center().y, rect.left());
    let glyph = |at: f32, glyph: char, size: f32, ink: Color32| {
        painter.text(pos2(at, middle), Align2::CENTER_CENTER, glyph, FontId::new(size, icon()), ink);
    };
    if row.is_heading {
        let chevron = if row.is_folded { Icon::ChevronRight } else { Icon::ChevronDown };
        glyph(left + 7.0, char::from(chevron), 14.0, color(ColorRole::Muted, theme));
    }
    let mut at = left + INDENT;
    let (text, font) = match row.entry {
        None => {
            let count = figures.tracks[row.track].entries.len();
            let noun = if count == 1 { "item" } else { "items" };
            (format!("No Start leads to {count} {noun}"), FontId::new(13.0, semibold()))
        }
        Some(entry) => {
            let kind = &figures.run.scene.sequence().items[entry.place].kind;
            let (edge, fill) = look::family(entry.family, theme);
            if row.is_heading {
                glyph(at + 9.0, icons::of(kind), 14.0, edge);
            } else {
                at += 4.0;
                let tile = Rect::from_center_size(pos2(at + TILE / 2.0, middle), vec2(TILE, TILE));
                let held = entry.readiness == Readiness::NotSetUp;
                let (edge, fill) =
                    if held { (color(ColorRole::Held, theme), color(ColorRole::Panel, theme)) } else { (edge, fill) };
                painter.rect(tile, 5.0, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
                glyph(tile.center().x, icons::of(kind), 12.0, edge);
            }
            at += TILE + 8.0;
            let family = if row.is_heading { semibold() } else { FontFamily::Proportional };
            (figures.report.items[entry.row].label.clone(), FontId::new(13.0, family))
        }
    };
    let word = row.entry.and_then(|entry| word(entry.readiness));
    let word = word.map(|word| {
        painter.layout_no_wrap(word.to_owned(), FontId::proportional(12.0), color(ColorRole::Muted, theme))
    });
    let taken = word.as_ref().map_or(0.0, |word| word.rect.width() + 8.0);
    let room = left + columns.names + 12.0 - at - taken;
    let name = look::cut(ui, text, font, color(ColorRole::Text, theme), room);
    let (wide, half) = (name.rect.width(), name.rect.height() / 2.0);
    painter.galley(pos2(at, middle - half), name, Color32::PLACEHOLDER);
    if let Some(word) = word {
        painter.galley(pos2(at + wide + 8.0, middle - word.rect.height() / 2.0), word, Color32::PLACEHOLDER);
    }
}

/// Paints numbers in their columns; zeros are grey, or left out.
pub fn figures_of(ui: &egui::Ui, theme: Theme, columns: &ItemColumns, rect: Rect, numbers: [u64; 5], leaves_out: bool) {
    let (painter, middle) = (ui.painter(), rect.center().y);
    for ((number, (_, ink)), right) in numbers.into_iter().zip(NUMBERS).zip(columns.numbers) {
        let at = pos2(rect.left() + right, middle);
        match number {
            0 if leaves_out => {}
            0 => {
                painter.text(at, Align2::RIGHT_CENTER, "–", FontId::proportional(13.0), color(ColorRole::Muted, theme));
            }
            number => {
                let font = FontId::new(13.0, semibold());
                painter.text(at, Align2::RIGHT_CENTER, thousands(number), font, color(ink, theme));
            }
        }
    }
    // The head has the sum's signs.
    if !reconciles(numbers) {
        let at = pos2(rect.left() + columns.numbers[0] + SIGN, middle);
        painter.text(at, Align2::CENTER_CENTER, "≠", FontId::proportional(12.0), color(ColorRole::Held, theme));
    }
}

/// A bar with the shares of the outcomes; its length shows the number of visits.
fn bar(ui: &egui::Ui, theme: Theme, columns: &ItemColumns, rect: Rect, item: &ItemRow, most: u64) {
    let Some(column) = columns.bar.filter(|_| item.reached > 0 && most > 0) else { return };
    let [_, shares @ ..] = totals::numbers(item);
    let mut left = rect.left() + column.min;
    let whole = column.span();
    let gap = 1.5;
    let parts: Vec<(u64, ColorRole)> = shares.into_iter().zip(NUMBERS[1..].iter().map(|(_, ink)| *ink)).collect();
    for (count, ink) in parts.into_iter().filter(|(count, _)| *count > 0) {
        // Even small shares are visible.
        let width = (whole * (count as f64 / most as f64) as f32).max(2.5);
        let right = (left + width).min(rect.left() + column.max);
        let part = Rect::from_x_y_ranges(left..=right, rect.center().y - 5.0..=rect.center().y + 5.0);
        ui.painter().rect_filled(part.with_max_x((right - gap).max(left + 1.0)), 2.0, color(ink, theme));
        left = right;
    }
}

/// The numbers of an item in words.
pub fn sum(numbers: [u64; 5]) -> String {
    let [reached, shares @ ..] = numbers;
    let words = ["ran", "waiting", "held", "skipped"];
    let parts = shares.into_iter().zip(words).filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, word)| format!("{} {word}", thousands(count))).collect();
    let sign = if reconciles(numbers) { "=" } else { "≠" };
    if parts.is_empty() {
        "0 reached".to_owned()
    } else {
        format!("{} reached {sign} {}", thousands(reached), parts.join(" + "))
    }
}

fn spoken(figures: &Figures, row: &TableRow) -> String {
    let Some(entry) = row.entry else {
        return format!("{} items that no Start leads to", figures.tracks[row.track].entries.len());
    };
    let item = &figures.report.items[entry.row];
    let word = word(entry.readiness).map(|word| format!(", {word}")).unwrap_or_default();
    let why = match why::words(figures, &entry, item) {
        why if why.is_empty() => why,
        why => format!(": {why}"),
    };
    format!("{}, {}{word}, {}{why}", item.label, item.kind, sum(totals::numbers(item)))
}

fn explain(ui: &mut egui::Ui, figures: &Figures, entry: &TrackEntry, item: &ItemRow) {
    ui.set_max_width(420.0);
    let word = word(entry.readiness).map(|word| format!(", {word}")).unwrap_or_default();
    ui.label(egui::RichText::new(format!("{}{word}", item.label)).family(semibold()));
    match entry.unreached(item) {
        Some(unreached) => ui.label(crate::calendar::words::capital(&unreached.sentence(&figures.report.items))),
        None => ui.label(sum(totals::numbers(item))),
    };
    for (reason, count) in &item.skipped {
        look::hint(ui, &format!("{} skipped: {}", thousands(*count), reason.sentence()));
    }
}
