//! The keys of the outline, while one of its rows has the keyboard.

use eframe::egui::{self, Event, EventFilter, FocusDirection, Key as Pressed, Modifiers};

use super::asking::Asking;
use super::rows::{Row, What};
use super::state::{Renaming, State, TAKES, row_id};
use crate::campaign::edit::CanvasEdit;
use crate::campaign::selection::Selection;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::controls::chooser::Purpose;
use crate::workbench::arrange::siblings::{Way, passing};

/// Letters typed within this many seconds go on with the same name.
const TOGETHER: f64 = 1.0;

/// A question about the item of an id.
pub type Question = fn(u64) -> Purpose;

/// What follows an item, beside what follows it already.
pub const AFTER: Question = |id| Purpose::After(id, None);

/// Takes the outline's keys out of the input and does what they ask for.
pub fn read(ui: &egui::Ui, outline: &mut State, panel: &mut Panel<'_>) {
    if outline.renaming.is_some() || outline.asking.is_some() {
        return;
    }
    let Some(row) = outline.row() else { return };
    let id = row_id(row.key);
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let arrows = [Pressed::ArrowUp, Pressed::ArrowDown, Pressed::ArrowLeft, Pressed::ArrowRight];
    if ui.input(|input| arrows.iter().any(|key| input.key_pressed(*key))) {
        // In the frame in which a row gets the keyboard, egui would still move it elsewhere.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    let _ = moves_row(ui, outline, panel, row)
        || walks(ui, outline, panel, row)
        || changes(ui, outline, panel, row)
        || runs(ui, outline, panel);
    letters(ui, outline, panel, row);
}

fn pressed(ui: &egui::Ui, modifiers: Modifiers, key: Pressed) -> bool {
    ui.input_mut(|input| input.consume_key(modifiers, key))
}

/// Alt with an arrow: among its siblings.
fn moves_row(ui: &egui::Ui, outline: &mut State, panel: &mut Panel<'_>, row: Row) -> bool {
    let way = match () {
        () if pressed(ui, Modifiers::ALT, Pressed::ArrowUp) => Way::Up,
        () if pressed(ui, Modifiers::ALT, Pressed::ArrowDown) => Way::Down,
        () => return false,
    };
    let moves = row.key.id().filter(|_| matches!(row.what, What::Item(_)));
    match moves.and_then(|id| passing(panel.sequence(), id, way)) {
        Some(moves) => {
            panel.wants(Action::canvas(panel.place(), CanvasEdit::Move(moves)));
            outline.take_keyboard();
        }
        None => panel.wants(Action::Say("There is no sibling to pass on that side".to_owned())),
    }
    true
}

/// From row to row, folding and unfolding.
fn walks(ui: &egui::Ui, outline: &mut State, panel: &mut Panel<'_>, row: Row) -> bool {
    let last = outline.rows.len() - 1;
    let extends = ui.input(|input| input.modifiers.shift);
    let none = Modifiers::NONE;
    let to = match () {
        () if pressed(ui, none, Pressed::ArrowDown) => (outline.at + 1).min(last),
        () if pressed(ui, none, Pressed::ArrowUp) => outline.at.saturating_sub(1),
        () if pressed(ui, none, Pressed::PageDown) => (outline.at + 20).min(last),
        () if pressed(ui, none, Pressed::PageUp) => outline.at.saturating_sub(20),
        () if pressed(ui, none, Pressed::Home) => 0,
        () if pressed(ui, none, Pressed::End) => last,
        () if pressed(ui, none, Pressed::ArrowRight) => match (row.folds, row.folded) {
            (true, true) => {
                outline.fold(row.key, false, panel);
                return true;
            }
            (true, false) => (outline.at + 1).min(last),
            (false, _) => return true,
        },
        () if pressed(ui, none, Pressed::ArrowLeft) => match (row.folds && !row.folded, row.owner) {
            (true, _) => {
                outline.fold(row.key, true, panel);
                return true;
            }
            (false, Some(owner)) => owner,
            (false, None) => return true,
        },
        () => return false,
    };
    go(outline, panel, to, extends);
    true
}

/// Makes the row at a place current and selects it, with those selected before if `extends`.
pub fn go(outline: &mut State, panel: &mut Panel<'_>, to: usize, extends: bool) {
    let Some(row) = outline.rows.get(to).copied() else { return };
    outline.go_to(row.key);
    outline.take_focus = TAKES;
    let place = panel.place();
    let mut selection = if extends { panel.view.selection.clone() } else { Selection::none(place) };
    selection.link = None;
    selection.ids.extend(row.key.id());
    panel.wants(Action::Reveal(selection));
}

/// Settings, name, mark, and what to add or connect.
fn changes(ui: &egui::Ui, outline: &mut State, panel: &mut Panel<'_>, row: Row) -> bool {
    let none = Modifiers::NONE;
    match () {
        () if pressed(ui, none, Pressed::Enter) => edit(outline, panel, row),
        () if pressed(ui, none, Pressed::F2) => rename(outline, panel, row),
        () if pressed(ui, Modifiers::SHIFT, Pressed::Insert) => ask(outline, panel, row, Purpose::InsertBefore),
        () if pressed(ui, none, Pressed::Insert) => ask(outline, panel, row, AFTER),
        // In the middle of a name that is being typed it is a letter.
        () if pressed(ui, none, Pressed::Space) && !is_typing(ui, outline) => toggle_ready(panel, row),
        () if pressed(ui, none, Pressed::Escape) => panel.wants(Action::FocusCanvas),
        () => return false,
    }
    true
}

/// Opens the settings, or folds a heading.
pub fn edit(outline: &mut State, panel: &mut Panel<'_>, row: Row) {
    match row.key.id() {
        Some(id) => {
            panel.wants(Action::Reveal(Selection::of(panel.place(), [id])));
            panel.wants(Action::Run(Command::EditItem));
        }
        None => outline.fold(row.key, !row.folded, panel),
    }
}

/// Opens a field in the place of the name; a note has a text instead of one.
pub fn rename(outline: &mut State, panel: &mut Panel<'_>, row: Row) {
    let sequence = panel.sequence();
    let text = match row.what {
        What::Item(place) => sequence.items[place].name.clone(),
        What::Frame(place) => sequence.frames[place].title.clone(),
        What::Note(_) => return edit(outline, panel, row),
        What::Heading(_) => return,
    };
    outline.renaming = Some(Renaming { key: row.key, text, has_opened: false });
}

/// Opens the list of what could stand there, if anything could.
pub fn ask(outline: &mut State, panel: &mut Panel<'_>, row: Row, question: Question) {
    let (What::Item(_), Some(id)) = (row.what, row.key.id()) else {
        return panel.wants(Action::Say("Choose an item of a track first".to_owned()));
    };
    match Asking::new(panel.sequence(), id, question(id)) {
        Ok(asking) => outline.asking = Some(asking),
        Err(why) => panel.wants(Action::Say(why.to_owned())),
    }
}

/// The Ready mark of the row, or of all that are selected with it.
pub fn toggle_ready(panel: &mut Panel<'_>, row: Row) {
    let What::Item(place) = row.what else { return };
    let item = &panel.sequence().items[place];
    if !item.kind.has_ready_mark() {
        let text = format!("{} needs no Ready mark", item.kind.label());
        return panel.wants(Action::Say(text));
    }
    let (id, ready) = (item.id, !item.ready);
    let selected = &panel.view.selection.ids;
    let ids = if selected.contains(&id) { selected.iter().copied().collect() } else { vec![id] };
    panel.wants(Action::canvas(panel.place(), CanvasEdit::MarkReady(ids, ready)));
}

/// What the canvas does with the same keys.
fn runs(ui: &egui::Ui, outline: &mut State, panel: &mut Panel<'_>) -> bool {
    let clipboard = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Copy => Some(Command::Copy),
            Event::Cut => Some(Command::Cut),
            _ => None,
        })
    });
    let command = match clipboard {
        Some(command) => command,
        None if pressed(ui, Modifiers::COMMAND, Pressed::D) => Command::Duplicate,
        None if pressed(ui, Modifiers::COMMAND, Pressed::A) => Command::SelectAll,
        None if pressed(ui, Modifiers::NONE, Pressed::Delete) => Command::Delete,
        None if pressed(ui, Modifiers::NONE, Pressed::Backspace) => Command::Delete,
        None => return false,
    };
    run(outline, panel, command);
    true
}

/// Runs a command on the selection, which is the current row if it has none.
pub fn run(outline: &mut State, panel: &mut Panel<'_>, command: Command) {
    let Some(id) = outline.row().and_then(|row| row.key.id()) else { return };
    if !panel.view.selection.ids.contains(&id) && command != Command::SelectAll {
        panel.wants(Action::Select(Selection::of(panel.place(), [id])));
    }
    panel.wants(Action::Run(command));
    outline.take_focus = TAKES;
    outline.select_current = matches!(command, Command::Delete | Command::Cut);
}

/// Whether letters go on with the name that was begun.
fn is_typing(ui: &egui::Ui, outline: &State) -> bool {
    ui.input(|input| input.time) - outline.typed.at < TOGETHER && !outline.typed.text.is_empty()
}

/// “a” adds, “l” connects; other letters go to the next name that begins with them.
fn letters(ui: &egui::Ui, outline: &mut State, panel: &mut Panel<'_>, row: Row) {
    let mut typed = String::new();
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Text(text) => {
                typed.push_str(text);
                false
            }
            _ => true,
        });
    });
    let goes_on = is_typing(ui, outline);
    match typed.as_str() {
        "" => return,
        " " if !goes_on => return,
        "a" if !goes_on => return ask(outline, panel, row, AFTER),
        "l" if !goes_on => return ask(outline, panel, row, Purpose::ConnectTo),
        _ => {}
    }
    if !goes_on {
        outline.typed.text.clear();
    }
    outline.typed.text.push_str(&typed.to_lowercase());
    outline.typed.at = ui.input(|input| input.time);
    // A new beginning looks from the next row on, a longer one stays where it fits.
    let first = if goes_on { outline.at } else { outline.at + 1 };
    let count = outline.rows.len();
    let begins = |place: &usize| {
        outline.name(&outline.rows[place % count], panel).to_lowercase().starts_with(&outline.typed.text)
    };
    if let Some(found) = (first..first + count).find(begins) {
        go(outline, panel, found % count, false);
    }
}
