//! The menus: every command of the table, with its keys, in groups.

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::{self, Role, WidgetInfo};

use crate::campaign::catalog::{Group, OFFERS};
use crate::ui::context::action::Action;
use crate::ui::context::command::{Command, Menu};
use crate::ui::context::command_state;
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme;

/// Smallest width of a menu, so that keys have their own column.
const WIDTH: f32 = 240.0;

/// Draws the buttons of the menus, and opens a menu that a key requested.
pub fn buttons(ui: &mut egui::Ui, panel: &mut Panel<'_>, opens: &mut Option<Menu>) {
    let (mut open, mut is_pointed) = (None, false);
    let submenu = egui::Id::unique("in a submenu");
    ui.data_mut(|data| data.insert_temp(submenu, false));
    for menu in Menu::ALL {
        let button = egui::Button::new(menu.label());
        let config = MenuConfig::new().style(entry_style as fn(&mut egui::Style));
        let (response, shown) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
            ui.set_min_width(WIDTH);
            let room = ui.ctx().content_rect().height() - 80.0;
            // The menu is as high as its content, although a popup starts small.
            egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
                entries(ui, panel, menu);
            });
        });
        is_pointed |= response.hovered();
        if shown.is_some() {
            open = Some(menu);
        }
        if *opens == Some(menu) {
            *opens = None;
            response.request_focus();
            egui::Popup::open_id(ui.ctx(), egui::Popup::default_response_id(&response));
            ui.ctx().request_repaint();
        }
    }
    // Arrow keys move from menu to menu, unless a submenu takes them, or the pointer is on a menu and would open it
    // again immediately.
    if let Some(menu) = open.filter(|_| !is_pointed && !ui.data(|data| data.get_temp(submenu).unwrap_or(false))) {
        *opens = beside(ui, menu).or(*opens);
    }
}

/// The menu that an arrow key leads to; wraps around at the ends.
fn beside(ui: &egui::Ui, menu: Menu) -> Option<Menu> {
    let pressed = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    let count = Menu::ALL.len();
    let place = Menu::ALL.iter().position(|one| *one == menu)?;
    if pressed(egui::Key::ArrowRight) {
        Some(Menu::ALL[(place + 1) % count])
    } else if pressed(egui::Key::ArrowLeft) {
        Some(Menu::ALL[(place + count - 1) % count])
    } else {
        None
    }
}

/// A submenu. While it has focus or is open, it takes the arrow keys.
fn submenu(ui: &mut egui::Ui, label: &str, content: impl FnOnce(&mut egui::Ui)) {
    let shown = ui.menu_button(label, content);
    if shown.inner.is_some() || shown.response.has_focus() {
        ui.data_mut(|data| data.insert_temp(egui::Id::unique("in a submenu"), true));
    }
}

fn entry_style(style: &mut egui::Style) {
    egui::containers::menu::menu_style(style);
    style.spacing.button_padding = egui::vec2(8.0, 4.0);
    style.spacing.item_spacing.y = 1.0;
}

fn entries(ui: &mut egui::Ui, panel: &mut Panel<'_>, menu: Menu) {
    if menu == Menu::Insert {
        insert(ui, panel);
    }
    for &command in Command::PLAIN.iter().filter(|command| command.menu() == menu) {
        if starts_group(command) {
            ui.separator();
        }
        if command == Command::ClearRecent {
            recent(ui, panel);
        } else if let Some((label, commands)) = SUBMENUS.iter().find(|(_, commands)| commands[0] == command) {
            submenu(ui, label, |ui| choices(ui, panel, commands));
        } else if !is_in_submenu(command) && command != Command::OpenLast {
            entry(ui, panel, command);
        }
    }
}

/// Whether a line is drawn above a command.
fn starts_group(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::Save
            | C::ImportContacts
            | C::ClearRecent
            | C::Quit
            | C::Cut
            | C::SelectAll
            | C::RenameCampaign
            | C::Find
            | C::Build
            | C::ShowLeft
            | C::Light
    ) || matches!(
        command,
        C::DayFirst
            | C::Larger
            | C::Present
            | C::NewNote
            | C::MarkReady
            | C::NextSequence
            | C::RenameSequence
            | C::Play
            | C::RunToHere
            | C::FollowNobody
            | C::Population
            | C::KeptRuns
            | C::Live
            | C::About
    )
}

/// The commands that are in a submenu, at the place of the first of them.
const SUBMENUS: [(&str, &[Command]); 3] = [
    (
        "Dates and times",
        &[
            Command::DayFirst,
            Command::MonthFirst,
            Command::YearFirst,
            Command::Hours24,
            Command::Hours12,
            Command::WeekMonday,
            Command::WeekSunday,
            Command::WeekSaturday,
        ],
    ),
    ("Time zone", &[Command::CampaignTime, Command::ContactTime, Command::MyTime]),
    ("Live numbers at", &[Command::LiveAtClock, Command::LiveAtDate, Command::LiveAtEnd]),
];

fn is_in_submenu(command: Command) -> bool {
    SUBMENUS.iter().any(|(_, commands)| commands.contains(&command))
}

/// One command as an entry: a tick if it is on, its label, its keys.
fn entry(ui: &mut egui::Ui, panel: &mut Panel<'_>, command: Command) {
    let label = command_state::label(command, panel);
    let on = command_state::is_on(command, panel);
    let keys = command.shown_keys(ui.ctx());
    let enabled = command_state::is_enabled(command, panel);
    // Entries that are off keep the space of the tick.
    let tick = theme::glyph(lucide_icons::Icon::Check);
    let tick = if on == Some(true) { tick } else { tick.color(egui::Color32::TRANSPARENT) };
    let words = egui::RichText::new(&label);
    let button = match on {
        Some(_) => egui::Button::new((tick, words)),
        None => egui::Button::new(words),
    };
    let response = ui.add_enabled(enabled, button.shortcut_text(keys));
    response.widget_info(|| match on {
        Some(on) => WidgetInfo::selected(Role::MenuItem, enabled, on, &label),
        None => WidgetInfo::labeled(Role::MenuItem, enabled, &label),
    });
    if response.clicked() {
        panel.wants(Action::Run(command));
        ui.close();
    }
}

/// The recently opened files, and whether the last one is opened at the start.
fn recent(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    submenu(ui, "Open recent", |ui| {
        for place in 0..panel.settings.recent.len() {
            let path = panel.settings.recent[place].display().to_string();
            ui.push_id(place, |ui| entry(ui, panel, Command::OpenRecent(place))).response.on_hover_text(path);
        }
        if !panel.settings.recent.is_empty() {
            ui.separator();
        }
        entry(ui, panel, Command::OpenLast);
        entry(ui, panel, Command::ClearRecent);
    });
}

/// The entries of a submenu.
fn choices(ui: &mut egui::Ui, panel: &mut Panel<'_>, commands: &[Command]) {
    for &command in commands {
        if matches!(command, Command::Hours24 | Command::WeekMonday) {
            ui.separator();
        }
        entry(ui, panel, command);
    }
}

/// The objects of the palette, by group.
fn insert(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    for group in [Group::Timers, Group::Communications, Group::Processes] {
        submenu(ui, group.label(), |ui| {
            for (place, _) in OFFERS.iter().enumerate().filter(|(_, offer)| Group::of(offer.family) == group) {
                entry(ui, panel, Command::Insert(place));
            }
        });
    }
}
