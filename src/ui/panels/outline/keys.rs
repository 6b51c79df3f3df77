//! The keys of the outline, while one of its rows has focus.

use eframe::egui::{self, Event, EventFilter, Key as Pressed, Modifiers};

use super::asking::Asking;
use super::rows::{OutlineRow, OutlineThing};
use super::state::{OutlineState, Renaming, row_id};
use crate::campaign::edit::CanvasEdit;
use crate::campaign::selection::Selection;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::controls::chooser::ChooserPurpose;
use crate::ui::controls::walk::{self, AfterLastRow, RowMove};
use crate::workbench::arrange::siblings::{SiblingDirection, passing};

/// Rows that Page Up and Page Down move: many, since the outline is as high as the window.
const PAGE: usize = 20;
/// Seconds within which typed letters continue the same name.
const TOGETHER: f64 = 1.0;

/// Makes the purpose of a search list, for the item with this id.
pub type SearchPurpose = fn(u64) -> ChooserPurpose;

/// Adds something after an item, in addition to its next items.
pub const AFTER: SearchPurpose = |id| ChooserPurpose::After(id, None);

/// Consumes the outline's keys, and does what they mean.
pub fn read(ui: &egui::Ui, outline: &mut OutlineState, panel: &mut Panel<'_>) {
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
        walk::stay(ui);
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

/// Alt with an arrow key: moves the row among its siblings.
fn moves_row(ui: &egui::Ui, outline: &mut OutlineState, panel: &mut Panel<'_>, row: OutlineRow) -> bool {
    let way = match () {
        () if pressed(ui, Modifiers::ALT, Pressed::ArrowUp) => SiblingDirection::Up,
        () if pressed(ui, Modifiers::ALT, Pressed::ArrowDown) => SiblingDirection::Down,
        () => return false,
    };
    let moves = row.key.id().filter(|_| matches!(row.what, OutlineThing::Item(_)));
    match moves.and_then(|id| passing(panel.sequence(), id, way)) {
        Some(moves) => {
            panel.wants(Action::canvas(panel.sequence_id(), CanvasEdit::Move(moves)));
            outline.take_keyboard();
        }
        None => panel.wants(Action::Refuse("There is no item on that side to swap with".to_owned())),
    }
    true
}

/// Moves from row to row, and folds and unfolds.
fn walks(ui: &egui::Ui, outline: &mut OutlineState, panel: &mut Panel<'_>, row: OutlineRow) -> bool {
    let extends = ui.input(|input| input.modifiers.shift);
    let (at, count, none) = (outline.walk.at, outline.rows.len(), Modifiers::NONE);
    if let Some(way) = walk::pressed(ui, false) {
        go(outline, panel, way.from(at, count, PAGE, AfterLastRow::Stop), extends);
        return true;
    }
    let to = match () {
        () if pressed(ui, none, Pressed::ArrowRight) => match (row.folds, row.folded) {
            (true, true) => {
                outline.fold(row.key, false, panel);
                return true;
            }
            (true, false) => RowMove::Next.from(at, count, PAGE, AfterLastRow::Stop),
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

/// Makes the row at an index current and selects it, in addition to the selection if `extends`.
pub fn go(outline: &mut OutlineState, panel: &mut Panel<'_>, to: usize, extends: bool) {
    let Some(row) = outline.rows.get(to).copied() else { return };
    outline.go_to(row.key);
    outline.walk.take_keyboard();
    let place = panel.sequence_id();
    let mut selection = if extends { panel.view.selection.clone() } else { Selection::none(place) };
    selection.link = None;
    selection.ids.extend(row.key.id());
    panel.wants(Action::Reveal(selection));
}

/// Keys for settings, renaming, the Ready mark, adding and connecting.
fn changes(ui: &egui::Ui, outline: &mut OutlineState, panel: &mut Panel<'_>, row: OutlineRow) -> bool {
    let none = Modifiers::NONE;
    match () {
        () if pressed(ui, none, Pressed::Enter) => edit(outline, panel, row),
        () if pressed(ui, none, Pressed::F2) => rename(outline, panel, row),
        () if pressed(ui, Modifiers::SHIFT, Pressed::Insert) => ask(outline, panel, row, ChooserPurpose::InsertBefore),
        () if pressed(ui, none, Pressed::Insert) => ask(outline, panel, row, AFTER),
        // While a name is being typed, Space is a letter.
        () if pressed(ui, none, Pressed::Space) && !is_typing(ui, outline) => toggle_ready(panel, row),
        () if pressed(ui, none, Pressed::Escape) => panel.wants(Action::FocusCanvas),
        () => return false,
    }
    true
}

/// Opens the settings, or folds a heading.
pub fn edit(outline: &mut OutlineState, panel: &mut Panel<'_>, row: OutlineRow) {
    match row.key.id() {
        Some(id) => {
            panel.wants(Action::Reveal(Selection::of(panel.sequence_id(), [id])));
            panel.wants(Action::Run(Command::EditItem));
        }
        None => outline.fold(row.key, !row.folded, panel),
    }
}

/// Opens a field in place of the name. A note has a text instead.
pub fn rename(outline: &mut OutlineState, panel: &mut Panel<'_>, row: OutlineRow) {
    let sequence = panel.sequence();
    let text = match row.what {
        OutlineThing::Item(place) => sequence.items[place].name.clone(),
        OutlineThing::Frame(place) => sequence.frames[place].title.clone(),
        OutlineThing::Note(_) => return edit(outline, panel, row),
        OutlineThing::Heading(_) => return,
    };
    outline.renaming = Some(Renaming { key: row.key, text, has_opened: false });
}

/// Opens the list of what can be added there, if there is anything.
pub fn ask(outline: &mut OutlineState, panel: &mut Panel<'_>, row: OutlineRow, question: SearchPurpose) {
    let (OutlineThing::Item(_), Some(id)) = (row.what, row.key.id()) else {
        return panel.wants(Action::Refuse("Choose an item of a track first".to_owned()));
    };
    match Asking::new(panel.sequence(), id, question(id)) {
        Ok(asking) => outline.asking = Some(asking),
        Err(why) => panel.wants(Action::Refuse(why.to_owned())),
    }
}

/// Toggles the Ready mark of the row, or of the whole selection.
pub fn toggle_ready(panel: &mut Panel<'_>, row: OutlineRow) {
    let OutlineThing::Item(place) = row.what else { return };
    let item = &panel.sequence().items[place];
    if !item.kind.has_ready_mark() {
        let text = format!("{} doesn't have a Ready mark", item.kind.label());
        return panel.wants(Action::Refuse(text));
    }
    let (id, ready) = (item.id, !item.ready);
    let selected = &panel.view.selection.ids;
    let ids = if selected.contains(&id) { selected.iter().copied().collect() } else { vec![id] };
    panel.wants(Action::canvas(panel.sequence_id(), CanvasEdit::MarkReady(ids, ready)));
}

/// Keys that do the same as on the canvas.
fn runs(ui: &egui::Ui, outline: &mut OutlineState, panel: &mut Panel<'_>) -> bool {
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

/// Runs a command on the selection, or on the current row if nothing is selected.
pub fn run(outline: &mut OutlineState, panel: &mut Panel<'_>, command: Command) {
    let Some(id) = outline.row().and_then(|row| row.key.id()) else { return };
    if !panel.view.selection.ids.contains(&id) && command != Command::SelectAll {
        panel.wants(Action::Select(Selection::of(panel.sequence_id(), [id])));
    }
    panel.wants(Action::Run(command));
    outline.walk.take_keyboard();
    outline.select_current = matches!(command, Command::Delete | Command::Cut);
}

/// Whether letters continue a name that was started.
fn is_typing(ui: &egui::Ui, outline: &OutlineState) -> bool {
    ui.input(|input| input.time) - outline.typed.at < TOGETHER && !outline.typed.text.is_empty()
}

/// `a` adds, `l` connects; other letters go to the next name that begins with them.
fn letters(ui: &egui::Ui, outline: &mut OutlineState, panel: &mut Panel<'_>, row: OutlineRow) {
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
        "l" if !goes_on => return ask(outline, panel, row, ChooserPurpose::ConnectTo),
        _ => {}
    }
    if !goes_on {
        outline.typed.text.clear();
    }
    outline.typed.text.push_str(&typed.to_lowercase());
    outline.typed.at = ui.input(|input| input.time);
    // A new name is searched from the next row on; a longer one stays if it still matches.
    let first = if goes_on { outline.walk.at } else { outline.walk.at + 1 };
    let count = outline.rows.len();
    let begins = |place: &usize| {
        outline.name(&outline.rows[place % count], panel).to_lowercase().starts_with(&outline.typed.text)
    };
    if let Some(found) = (first..first + count).find(begins) {
        go(outline, panel, found % count, false);
    }
}
