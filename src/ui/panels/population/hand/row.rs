//! A row of the table: the cells of a contact, its error, and the button that removes it.

use eframe::egui::{Align, Key, Layout, Pos2, Rect, Stroke, Ui, UiBuilder, vec2};
use lucide_icons::Icon;

use super::grid::{Grid, NUMBER, REMOVE, ROW};
use crate::campaign::rehearsal::Person;
use crate::picture::theme::ColorRole;
use crate::ui::controls::form::Form;
use crate::ui::controls::{field, look};
use crate::ui::panels::population::{cell, words};
use crate::workbench::population::by_hand::CellFault;

/// A change to the list.
pub(super) enum TableEdit {
    Set(usize, String, String),
    Remove(usize),
}

/// What the user did in a row.
pub(super) struct Done {
    pub(super) wish: Option<TableEdit>,
    /// The key of the cell in which Enter was pressed.
    pub(super) entered: Option<String>,
}

/// Draws the cells of a contact. `to` is the key of the one that gets the keyboard.
pub(super) fn row(
    ui: &mut Ui,
    form: &mut Form<'_>,
    grid: &Grid<'_>,
    rect: Rect,
    (place, person): (usize, &Person),
    fault: Option<&CellFault>,
    to: Option<&str>,
) -> Done {
    let mut done = Done { wish: None, entered: None };
    let number = place + 1;
    let child = |ui: &mut Ui, left: f32, width: f32, salt: &str| {
        let rect = Rect::from_min_size(rect.min + vec2(left, 0.0), vec2(width, ROW));
        let layout = Layout::left_to_right(Align::Center);
        ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt((place, salt)))
    };
    look::hint(&mut child(ui, 2.0, NUMBER, "number"), &number.to_string());
    let lefts: Vec<f32> = grid.lefts().collect();
    for (column, key) in grid.keys.iter().enumerate() {
        let mut at = child(ui, lefts[column], grid.widths[column], key);
        let label = format!("Contact {number} {}", words::field(key, &form.campaign.directory).to_lowercase());
        let was = person.0.get(key).map_or("", String::as_str);
        let mut now = was.to_owned();
        if fault.is_some_and(|fault| fault.key == *key) {
            let line = Stroke::new(1.0, look::ink(&at, ColorRole::Held));
            at.visuals_mut().widgets.inactive.bg_stroke = line;
        }
        let response = cell::show(&mut at, form, &label, grid.fields[column], &mut now, grid.widths[column]);
        if now != was {
            done.wish = Some(TableEdit::Set(place, key.clone(), now));
        }
        if let Some(response) = response {
            if to == Some(key) {
                field::enter_at(&at, form.id(&label), was.chars().count());
            }
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.lost_focus() && at.input(|input| input.key_pressed(Key::Enter)) {
                done.entered = Some(key.clone());
            }
        }
    }
    done
}

/// Shows the error of a contact, below its cells.
pub(super) fn tell(ui: &mut Ui, fault: &CellFault, row: Rect) {
    let below = row.with_min_y(row.top() + ROW - 1.0);
    let mut below = ui.new_child(UiBuilder::new().max_rect(below).id_salt((fault.place, "fault")));
    look::fault(&mut below, &crate::calendar::words::capital(&fault.words));
}

/// The button at the end of a row.
pub(super) fn remove(ui: &mut Ui, at: Pos2, place: usize) -> bool {
    let rect = Rect::from_min_size(at + vec2(2.0, 0.0), vec2(REMOVE - 2.0, ROW));
    let layout = Layout::left_to_right(Align::Center);
    let mut end = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt(place));
    look::icon_button(&mut end, Icon::Trash2, &format!("Remove contact {}", place + 1)).clicked()
}
