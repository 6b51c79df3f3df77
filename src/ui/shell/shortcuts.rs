//! Converts keys to commands.

use eframe::egui::{self, Key, Modifiers};

use crate::ui::canvas::ids;
use crate::ui::context::action::Action;
use crate::ui::context::command::{Command, KeyScope, Menu};
use crate::ui::context::view_state::{Overlay, ViewState, WindowMode};

/// Consumes the keys of commands. Commands about the whole document are returned, to be done after drawing: a text
/// that is being edited is sent first.
pub fn read(ctx: &egui::Context, view: &ViewState, actions: &mut Vec<Action>) -> Vec<Action> {
    let mut late = Vec::new();
    let on_canvas = ctx.memory(|memory| memory.has_focus(ids::focus_id()));
    let typing = ids::is_typing(ctx);
    // Keys with more modifiers come first: Ctrl+Shift+S isn't Ctrl+S.
    let with_keys = Command::PLAIN.iter().flat_map(|command| command.keys().into_iter().map(|keys| (*command, keys)));
    let (with_shift, others): (Vec<_>, Vec<_>) = with_keys.partition(|(_, keys)| keys.modifiers.shift);
    for (command, keys) in with_shift.into_iter().chain(others) {
        let acts = match command.scope() {
            // Text that has not been sent is undone by its field, not by the document.
            KeyScope::Window if typing && matches!(command, Command::Undo | Command::Redo) => false,
            KeyScope::Window => acts_under(command, &view.overlay),
            KeyScope::Canvas if keys.modifiers.command => ids::takes_chords(ctx, view),
            // Space pans while it is held, and plays when it is released: the canvas handles it.
            KeyScope::Canvas if command == Command::Play => false,
            // In Build mode, keys don't move the clock by mistake.
            KeyScope::Canvas if command.menu() == Menu::Run && view.mode == WindowMode::Build => false,
            KeyScope::Canvas => on_canvas && view.overlay == Overlay::None,
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
    keep_text(ctx);
    if !view.overlay.is_modal() && !view.presenting {
        open_menus(ctx, actions);
    }
    late
}

/// In a terminal, Ctrl with these keys deletes text, and egui's fields follow that. Users press them for commands, so
/// what no command takes does nothing.
fn keep_text(ctx: &egui::Context) {
    for key in [Key::H, Key::K, Key::U, Key::W] {
        ctx.input_mut(|input| while input.consume_key(Modifiers::COMMAND, key) {});
    }
}

/// Removes focus from a text that is being edited, before it is drawn, so that its text becomes an edit.
pub fn leave_text(ctx: &egui::Context) {
    if ctx.text_edit_focused()
        && let Some(field) = ctx.memory(|memory| memory.focused())
    {
        ctx.memory_mut(|memory| memory.surrender_focus(field));
    }
}

/// While a dialog is open, only commands that change nothing work; in a search field, Ctrl+Z acts on its text.
fn acts_under(command: Command, overlay: &Overlay) -> bool {
    use Command as C;
    match overlay {
        Overlay::None | Overlay::Directory => true,
        Overlay::Find | Overlay::Commands | Overlay::Rules(_) => !matches!(command, C::Undo | C::Redo),
        // The editor has its own way to find, and its texts are edits already.
        Overlay::TextEditor => matches!(
            command,
            C::Undo
                | C::Redo
                | C::Larger
                | C::Smaller
                | C::UsualSize
                | C::Light
                | C::Dark
                | C::System
                | C::Save
                | C::Quit
        ),
        Overlay::Keys
        | Overlay::Gallery
        | Overlay::SaveTemplate
        | Overlay::OpenPath
        | Overlay::SavePath
        | Overlay::ContactsPath
        | Overlay::ReplaceContacts(_)
        | Overlay::Export
        | Overlay::ExportReport
        | Overlay::Unsaved
        | Overlay::Comments
        | Overlay::ChangedOutside
        | Overlay::Recovery
        | Overlay::Runs
        | Overlay::TestPost
        | Overlay::Preview
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
    // With Shift, it opens the context menu.
    if ctx.input_mut(|input| !input.modifiers.shift && input.consume_key(Modifiers::NONE, Key::F10)) {
        actions.push(Action::OpenMenu(Menu::File));
    }
}
