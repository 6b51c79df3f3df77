//! Contacts typed by hand: a table in which each cell can be edited.
//!
//! Only visible rows are drawn. Tab moves from cell to cell, Enter to the same cell of the next contact.

use eframe::egui::{
    Align, CollapsingHeader, Key, Label, Layout, Pos2, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2,
};
use lucide_icons::Icon;

use super::shown::ShownRehearsal;
use super::state::{ContactFacts, PopulationState};
use super::{cell, words};
use crate::calendar::Zone;
use crate::campaign::fields::Field;
use crate::campaign::rehearsal::Person;
use crate::picture::theme::ColorRole;
use crate::ui::controls::form::Form;
use crate::ui::controls::theme;
use crate::ui::controls::words::people as many_people;
use crate::ui::controls::{field, list, look};
use crate::workbench::population::by_hand::{self, CellFault, MOST};

/// The height of a contact's row, and of the two lines below it that show an error.
const ROW: f32 = 32.0;
const FAULT: f32 = 34.0;
const HEADER: f32 = 22.0;
/// The width of the number before each contact, and of the button at the right edge.
const NUMBER: f32 = 28.0;
const REMOVE: f32 = 38.0;
const GAP: f32 = 4.0;
/// Largest height of the table.
const HIGHEST: f32 = 420.0;
/// Extra rows that are drawn outside the view, so that Tab can reach them.
const BEYOND: usize = 2;

/// A change to the list.
enum TableEdit {
    Set(usize, String, String),
    Remove(usize),
}

/// Draws the table. Returns the changed contacts.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut Form<'_>,
    people: &[Person],
    shown: &ShownRehearsal<'_>,
    kept: &mut PopulationState,
) -> Option<Vec<Person>> {
    keep_known(form, people, shown, &mut kept.hand);
    let keys = columns(ui, form, kept);
    let (wish, mut adds) = table(ui, form, people, &keys, &mut kept.hand);
    let is_full = people.len() >= MOST;
    ui.horizontal(|ui| {
        if ui.add_enabled_ui(!is_full, |ui| ui.button("Add person").clicked()).inner {
            adds = true;
        }
        look::hint(ui, &many_people(people.len() as u64));
    });
    if is_full {
        look::hint(ui, &format!("More than {MOST} are better kept in a file."));
    }
    if !kept.hand.faults.is_empty() {
        let many = kept.hand.faults.len() as u64;
        look::fault(ui, &format!("{} left out, until what is wrong is mended", many_people(many)));
    }
    if wish.is_none() && !adds {
        return None;
    }
    let mut now = people.to_vec();
    match wish {
        Some(TableEdit::Set(place, key, cell)) if cell.is_empty() => {
            now[place].0.remove(&key);
        }
        Some(TableEdit::Set(place, key, cell)) => {
            now[place].0.insert(key, cell);
        }
        Some(TableEdit::Remove(place)) => {
            now.remove(place);
        }
        None => {}
    }
    if adds {
        let first = keys.first().cloned().unwrap_or_default();
        let key = kept.hand.enter.take().map_or(first, |(_, key)| key);
        kept.hand.enter = Some((now.len(), key));
        now.push(Person::default());
    }
    Some(now)
}

fn keep_known(form: &Form<'_>, people: &[Person], shown: &ShownRehearsal<'_>, known: &mut ContactFacts) {
    let of = Some((shown.revision, shown.rehearsal.name.clone()));
    if known.of != of {
        let directory = &form.campaign.directory;
        let zone = Zone::named(&form.campaign.time_zone).unwrap_or_else(Zone::utc);
        known.faults = by_hand::faults(people, directory, &zone);
        known.used = by_hand::used(people, directory);
        known.of = of;
    }
}

/// The keys of the shown columns: chosen ones, and those with a cell for any contact.
fn columns(ui: &mut Ui, form: &Form<'_>, kept: &mut PopulationState) -> Vec<String> {
    let directory = &form.campaign.directory;
    let all: Vec<String> = by_hand::fields(directory).map(|field| field.key(directory).to_owned()).collect();
    let mut shown = if kept.columns.is_empty() {
        let usual = |key: &String| matches!(key.as_str(), "first_name" | "email") || kept.hand.used.contains(key);
        let strangers = kept.hand.used.iter().filter(|key| !all.contains(key));
        all.iter().filter(|key| usual(key)).chain(strangers).cloned().collect()
    } else {
        kept.columns.clone()
    };
    let options: Vec<(String, String)> = all.iter().map(|key| (key.clone(), words::field(key, directory))).collect();
    let was = shown.clone();
    CollapsingHeader::new("Columns shown").id_salt("columns of people").show(ui, |ui| {
        list::names(ui, "Columns", "Show column", &mut shown, &options, &[]);
    });
    if shown != was {
        let place = |key: &String| all.iter().position(|known| known == key).unwrap_or(all.len());
        shown.sort_by_key(place);
        kept.columns.clone_from(&shown);
    }
    shown
}

/// The layout of rows and cells.
struct Grid<'a> {
    keys: &'a [String],
    fields: Vec<Option<Field>>,
    widths: Vec<f32>,
    /// The top of each row below the header, and the end of the last.
    tops: Vec<f32>,
}

impl<'a> Grid<'a> {
    fn new(form: &Form<'_>, keys: &'a [String], people: usize, faults: &[CellFault]) -> Self {
        let fields: Vec<Option<Field>> = keys.iter().map(|key| Field::named(key, &form.campaign.directory)).collect();
        let widths = fields.iter().map(|field| cell::width(*field, form)).collect();
        let mut faults = faults.iter().peekable();
        let mut top = 0.0;
        let mut tops = Vec::with_capacity(people + 1);
        for place in 0..people {
            tops.push(top);
            top += ROW + if faults.next_if(|fault| fault.place == place).is_some() { FAULT } else { 0.0 };
        }
        tops.push(top);
        Self { keys, fields, widths, tops }
    }

    fn width(&self) -> f32 {
        NUMBER + self.widths.iter().map(|width| width + GAP).sum::<f32>() + REMOVE
    }

    fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The rows between two heights, and some more.
    fn between(&self, top: f32, bottom: f32) -> std::ops::Range<usize> {
        let rows = self.tops.len() - 1;
        let first = self.tops.partition_point(|row| *row <= top).saturating_sub(1 + BEYOND);
        let end = (self.tops.partition_point(|row| *row < bottom) + BEYOND).min(rows);
        first.min(end)..end
    }

    /// The left edge of each cell.
    fn lefts(&self) -> impl Iterator<Item = f32> + '_ {
        self.widths.iter().scan(NUMBER, |left, width| {
            let at = *left;
            *left += width + GAP;
            Some(at)
        })
    }
}

/// Draws the table. Returns the change, and whether to add a contact.
fn table(
    ui: &mut Ui,
    form: &mut Form<'_>,
    people: &[Person],
    keys: &[String],
    known: &mut ContactFacts,
) -> (Option<TableEdit>, bool) {
    let grid = Grid::new(form, keys, people.len(), &known.faults);
    let (mut wish, mut adds) = (None, false);
    let height = (grid.height() + HEADER + 12.0).min(HIGHEST);
    let area = ScrollArea::both().id_salt("people by hand").max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show_viewport(ui, |ui, viewport| {
        let size = vec2(grid.width().max(ui.available_width()), grid.height() + HEADER);
        let (all, _) = ui.allocate_exact_size(size, Sense::hover());
        let enter = known.enter.take().filter(|(place, _)| *place < people.len());
        if let Some((place, _)) = &enter {
            ui.scroll_to_rect(row_rect(&grid, all, *place), None);
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
            let rect = row_rect(&grid, all, place);
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

fn row_rect(grid: &Grid<'_>, all: Rect, place: usize) -> Rect {
    let top = all.top() + HEADER + grid.tops[place];
    Rect::from_min_size(pos2(all.left(), top), vec2(all.width(), grid.tops[place + 1] - grid.tops[place]))
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

/// Shows the error of a contact, below its cells.
fn tell(ui: &mut Ui, fault: &CellFault, row: Rect) {
    let below = row.with_min_y(row.top() + ROW - 1.0);
    let mut below = ui.new_child(UiBuilder::new().max_rect(below).id_salt((fault.place, "fault")));
    look::fault(&mut below, &crate::ui::controls::words::capital(&fault.words));
}

/// The button at the end of a row.
fn remove(ui: &mut Ui, at: Pos2, place: usize) -> bool {
    let rect = Rect::from_min_size(at + vec2(2.0, 0.0), vec2(REMOVE - 2.0, ROW));
    let layout = Layout::left_to_right(Align::Center);
    let mut end = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt(place));
    look::icon_button(&mut end, Icon::Trash2, &format!("Remove person {}", place + 1)).clicked()
}

/// What was done in a row.
struct RowActions {
    wish: Option<TableEdit>,
    /// The key of the cell in which Enter was pressed.
    entered: Option<String>,
}

fn row(
    ui: &mut Ui,
    form: &mut Form<'_>,
    grid: &Grid<'_>,
    rect: Rect,
    (place, person): (usize, &Person),
    fault: Option<&CellFault>,
    to: Option<&str>,
) -> RowActions {
    let mut done = RowActions { wish: None, entered: None };
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
        let label = format!("Person {number} {}", words::field(key, &form.campaign.directory).to_lowercase());
        let was = person.0.get(key).map_or("", String::as_str);
        let mut now = was.to_owned();
        if fault.is_some_and(|fault| fault.key == *key) {
            let line = eframe::egui::Stroke::new(1.0, look::ink(&at, ColorRole::Held));
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
