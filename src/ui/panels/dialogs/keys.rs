//! The list of keys: every key of the command table, and what the pointer does on the canvas.

use eframe::egui::{self, RichText};

use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::command::{Command, Menu, shown};
use crate::ui::context::panel::Panel;
use crate::ui::controls::modal::{main_button, modal};
use crate::ui::controls::theme;

/// Actions of the pointer and keys that aren't commands.
const HANDS: [(&str, &str); 15] = [
    ("Drag from the palette", "add an item; on a link, insert it there"),
    ("Drag from an item's right edge", "connect; into empty space, choose what comes next"),
    ("Drag an item", "move it, and what is selected with it"),
    ("Drag over empty space", "select what is inside; Shift adds"),
    ("Space and drag, middle or right drag", "pan"),
    ("Wheel", "scroll; with Ctrl, zoom at the pointer"),
    ("Double click", "edit the item"),
    ("Arrows", "go to the item in that direction"),
    ("Shift + arrows", "nudge what is selected"),
    ("Tab", "go to the next panel or control"),
    ("Esc", "cancel the current action, then clear the selection"),
    ("Alt + first letter, F10", "open a menu"),
    ("Drag a tab", "reorder the sequences"),
    ("Double click on a tab", "rename the sequence"),
    ("Drag a file onto the window", "open it"),
];

/// Draws the dialog with the keys.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>) {
    let room = ctx.content_rect();
    let columns = if room.width() > 1000.0 { 3 } else { 1 };
    let tall = (room.height() - 190.0).max(120.0);
    let mut done = false;
    let closed = modal(ctx, "keys", "Keys", if columns == 3 { 960.0 } else { 420.0 }, |ui| {
        egui::ScrollArea::vertical().max_height(tall).min_scrolled_height(tall).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.spacing_mut().interact_size.y = 18.0;
            // The scroll bar is next to the last column.
            ui.set_width(ui.available_width() - 14.0);
            ui.spacing_mut().item_spacing.x = 28.0;
            ui.columns(columns, |columns| {
                let last = columns.len() - 1;
                for menu in Menu::ALL {
                    // File and Edit, then View, then the others with the pointer's actions.
                    let column = match menu {
                        Menu::File | Menu::Edit => 0,
                        Menu::View => 1,
                        Menu::Insert | Menu::Arrange | Menu::Run | Menu::Help => 2,
                    };
                    group(&mut columns[column.min(last)], panel, menu);
                }
                hands(&mut columns[last.min(1)], panel);
            });
        });
        done = ui.horizontal(|ui| main_button(ui, panel.theme, "Close").clicked()).inner;
    });
    if done || closed {
        panel.wants(Action::Close);
    }
}

fn group(ui: &mut egui::Ui, panel: &Panel<'_>, menu: Menu) {
    let with_keys: Vec<Command> =
        Command::PLAIN.iter().copied().filter(|command| command.menu() == menu && !command.keys().is_empty()).collect();
    if with_keys.is_empty() && menu != Menu::Insert {
        return;
    }
    heading(ui, menu.label());
    for command in with_keys {
        let keys: Vec<String> = command.keys().iter().map(|keys| shown(ui.ctx(), keys)).collect();
        command_row(ui, panel, &keys.join(" or "), command.label().trim_end_matches('…'));
    }
    if menu == Menu::Insert
        && let Some(keys) = Command::Commands.keys().first()
    {
        command_row(ui, panel, &format!("{}, then its name", shown(ui.ctx(), keys)), "Insert an item");
    }
}

fn hands(ui: &mut egui::Ui, panel: &Panel<'_>) {
    heading(ui, "On the canvas and around it");
    for (what, does) in HANDS {
        row(ui, panel, what, does);
    }
}

fn heading(ui: &mut egui::Ui, text: &str) {
    ui.add_space(6.0);
    ui.label(RichText::new(text).family(theme::semibold()));
}

/// One row: the description on the left, the keys at the right edge of the column.
fn command_row(ui: &mut egui::Ui, panel: &Panel<'_>, keys: &str, does: &str) {
    ui.with_layout(egui::Layout::right_to_left(egui::Align::TOP).with_main_wrap(false), |ui| {
        let keys = RichText::new(keys).color(theme::color(ColorRole::Accent, panel.theme));
        ui.add(egui::Label::new(keys).extend());
        // What is long goes on in a second line, so that the keys are whole.
        ui.with_layout(egui::Layout::left_to_right(egui::Align::TOP), |ui| ui.add(egui::Label::new(does).wrap()));
    });
}

fn row(ui: &mut egui::Ui, panel: &Panel<'_>, keys: &str, does: &str) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.label(RichText::new(keys).color(theme::color(ColorRole::Accent, panel.theme)));
        ui.label(does);
    });
}
