//! Keys become commands.

use eframe::egui::{self, Key, Modifiers};

use crate::ui::canvas::ids;
use crate::ui::context::action::Action;
use crate::ui::context::command::{Command, Menu, Scope};
use crate::ui::context::view_state::{Mode, Overlay, ViewState};

/// Takes the keys of commands out of the input. Those about the whole document are to be done once everything is drawn:
/// a text that is being edited is left first, and written.
pub fn read(ctx: &egui::Context, view: &ViewState, actions: &mut Vec<Action>) -> Vec<Action> {
    let mut late = Vec::new();
    let on_canvas = ctx.memory(|memory| memory.has_focus(ids::focus_id()));
    let typing = ids::is_typing(ctx);
    // What needs more keys comes first: Ctrl+Shift+S is not Ctrl+S.
    let with_keys = Command::PLAIN.iter().flat_map(|command| command.keys().into_iter().map(|keys| (*command, keys)));
    let (with_shift, others): (Vec<_>, Vec<_>) = with_keys.partition(|(_, keys)| keys.modifiers.shift);
    for (command, keys) in with_shift.into_iter().chain(others) {
        let acts = match command.scope() {
            // What is not written yet is nothing the document could undo: the field undoes it itself.
            Scope::Window if typing && matches!(command, Command::Undo | Command::Redo) => false,
            Scope::Window => acts_under(command, &view.overlay),
            Scope::Canvas if keys.modifiers.command => ids::takes_chords(ctx, view),
            // Space pans while it is held, and plays when it is let go: the canvas reads it.
            Scope::Canvas if command == Command::Play => false,
            // What moves the clock is not done by a slip of the key while a sequence is drawn.
            Scope::Canvas if command.menu() == Menu::Run && view.mode == Mode::Build => false,
            Scope::Canvas => on_canvas && view.overlay == Overlay::None,
        };
        if acts && ctx.input_mut(|input| input.consume_shortcut(&keys)) {
            if view.overlay == Overlay::None && matches!(command.menu(), Menu::File | Menu::Insert | Menu::Arrange) {
                leave_text(ctx);
                late.push(Action::Run(command));
            } else {
                actions.push(Action::Run(command));
            }
        }
    }
    if !view.overlay.is_modal() && !view.presenting {
        open_menus(ctx, actions);
    }
    late
}

/// Takes the keyboard from a text that is being edited, before it is drawn: what is only in its field becomes an edit.
pub fn leave_text(ctx: &egui::Context) {
    if ctx.text_edit_focused()
        && let Some(field) = ctx.memory(|memory| memory.focused())
    {
        ctx.memory_mut(|memory| memory.surrender_focus(field));
    }
}

/// While a question waits for an answer, only what changes nothing acts; in a search field, Ctrl+Z is
/// about the words in it.
fn acts_under(command: Command, overlay: &Overlay) -> bool {
    use Command as C;
    match overlay {
        Overlay::None | Overlay::Directory => true,
        Overlay::Find | Overlay::Commands | Overlay::Rules(_) => !matches!(command, C::Undo | C::Redo),
        Overlay::Keys
        | Overlay::Gallery
        | Overlay::OpenPath
        | Overlay::SavePath
        | Overlay::Export
        | Overlay::ExportReport
        | Overlay::Unsaved
        | Overlay::Comments
        | Overlay::ChangedOutside
        | Overlay::Recovery
        | Overlay::Runs
        | Overlay::TestPost
        | Overlay::About => {
            matches!(command, C::Larger | C::Smaller | C::UsualSize | C::Light | C::Dark | C::System | C::Quit)
        }
    }
}

/// Alt and a menu's first letter, or F10 for the first one.
fn open_menus(ctx: &egui::Context, actions: &mut Vec<Action>) {
    const KEYS: [(Key, Menu); 7] = [
        (Key::F, Menu::File),
        (Key::E, Menu::Edit),
        (Key::V, Menu::View),
        (Key::I, Menu::Insert),
        (Key::A, Menu::Arrange),
        (Key::R, Menu::Run),
        (Key::H, Menu::Help),
    ];
    for (key, menu) in KEYS {
        if ctx.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
            actions.push(Action::OpenMenu(menu));
        }
    }
    // With Shift it asks for the menu at the pointer.
    if ctx.input_mut(|input| !input.modifiers.shift && input.consume_key(Modifiers::NONE, Key::F10)) {
        actions.push(Action::OpenMenu(Menu::File));
    }
}
