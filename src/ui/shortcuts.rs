//! Keys become commands.

use eframe::egui;

use super::action::Action;
use super::command::{Command, Scope};
use super::view_state::{Overlay, ViewState};

/// Takes the keys of commands out of the input.
pub fn read(ctx: &egui::Context, view: &ViewState, actions: &mut Vec<Action>) {
    let on_canvas = ctx.memory(|memory| memory.has_focus(super::canvas::focus_id()));
    let mut commands: Vec<Command> = Command::PLAIN.to_vec();
    commands.sort_by_key(|command| command.keys().first().is_none_or(|keys| !keys.modifiers.shift));
    for command in commands {
        let acts = match command.scope() {
            Scope::Window => true,
            Scope::Canvas => on_canvas && view.overlay == Overlay::None,
        };
        if acts && command.keys().iter().any(|keys| ctx.input_mut(|input| input.consume_shortcut(keys))) {
            actions.push(Action::Run(command));
        }
    }
}
