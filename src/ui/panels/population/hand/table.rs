//! The table: which rows are drawn, and what was done in them.

use eframe::egui::{Align, Label, Layout, Pos2, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::grid::{Grid, HEADER, NUMBER, REMOVE};
use super::row::{TableEdit, remove, row, tell};
use crate::campaign::rehearsal::Person;
use crate::picture::theme::ColorRole;
use crate::ui::controls::form::Form;
use crate::ui::controls::{look, theme};
use crate::ui::panels::population::state::ContactFacts;
use crate::ui::panels::population::words;
use crate::workbench::population::by_hand::MOST;

/// Largest height of the table.
const HIGHEST: f32 = 420.0;

/// Draws the table. Returns the change, and whether to add a contact.
pub(super) fn table(
    ui: &mut Ui,
    form: &mut Form<'_>,
    people: &[Person],
    keys: &[String],
    known: &mut ContactFacts,
) -> (Option<TableEdit>, bool) {
    let grid = Grid::new(form, keys, people.len(), &known.faults);
    let (mut wish, mut adds) = (None, false);
    let height = (grid.height() + HEADER + 12.0).min(HIGHEST);
    let area = ScrollArea::both().id_salt("contacts by hand").max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show_viewport(ui, |ui, viewport| {
        let size = vec2(grid.width().max(ui.available_width()), grid.height() + HEADER);
        let (all, _) = ui.allocate_exact_size(size, Sense::hover());
        let enter = known.enter.take().filter(|(place, _)| *place < people.len());
        if let Some((place, _)) = &enter {
            ui.scroll_to_rect(grid.row(all, *place), None);
        }
        let mut drawn: Vec<usize> = grid.between(viewport.top(), viewport.bottom() - HEADER).collect();
        drawn.extend(enter.as_ref().map(|(place, _)| *place).filter(|place| !drawn.contains(place)));
        let head = all.top() + viewport.top().max(0.0);
        let below = Rect::from_min_max(pos2(all.left(), head + HEADER), all.max + vec2(40.0, 0.0));
        // The button at the end of a row stays visible, however far the cells are scrolled.
        let seen = ui.clip_rect().intersect(below);
        let edge = (seen.right() - REMOVE).min(all.right() - REMOVE);
        let mut body = ui.new_child(UiBuilder::new().max_rect(all).id_salt("rows"));
        body.set_clip_rect(seen.with_max_x(edge));
        let mut ends = ui.new_child(UiBuilder::new().max_rect(all).id_salt("ends of rows"));
        ends.set_clip_rect(seen);
        for place in drawn {
            let rect = grid.row(all, place);
            let fault = known.faults.iter().find(|fault| fault.place == place);
            let to = enter.as_ref().filter(|(row, _)| *row == place).map(|(_, key)| key.as_str());
            let mut done = row(&mut body, form, &grid, rect, (place, &people[place]), fault, to);
            if let Some(fault) = fault {
                tell(&mut ends, fault, Rect::from_x_y_ranges(seen.left() + NUMBER..=seen.right(), rect.y_range()));
            }
            if remove(&mut ends, pos2(edge, rect.top()), place) {
                done.wish = Some(TableEdit::Remove(place));
            }
            if done.entered.is_some() {
                known.enter = done.entered.map(|key| (place + 1, key));
                adds |= place + 1 == people.len() && people.len() < MOST;
            }
            wish = done.wish.or(wish.take());
        }
        ui.set_clip_rect(ui.clip_rect().with_max_x(edge));
        header(ui, form, &grid, pos2(all.left(), head));
    });
    (wish, adds)
}

fn header(ui: &mut Ui, form: &Form<'_>, grid: &Grid<'_>, at: Pos2) {
    for ((key, left), width) in grid.keys.iter().zip(grid.lefts()).zip(&grid.widths) {
        let rect = Rect::from_min_size(at + vec2(left, 0.0), vec2(*width, HEADER));
        let words = words::field(key, &form.campaign.directory);
        let words = RichText::new(words).size(12.0).family(theme::semibold()).color(look::ink(ui, ColorRole::Muted));
        let mut place = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
        place.add(Label::new(words).truncate());
    }
}
