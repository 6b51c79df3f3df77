//! The buttons that move the clock, and its speed.

use eframe::egui::{self, Button, Role, Ui, WidgetInfo, vec2};
use lucide_icons::Icon;

use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::command::Command;
use crate::ui::context::command_state;
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme::{color, glyph};
use crate::ui::controls::tool_button::tool_button;
use crate::workbench::rehearse::clock::Speed;

/// All of them.
pub(super) fn buttons(ui: &mut Ui, panel: &mut Panel<'_>) {
    ui.spacing_mut().item_spacing.x = 4.0;
    small(ui, panel, Icon::SkipBack, Command::ToStart);
    small(ui, panel, Icon::StepBack, Command::StepBack);
    play(ui, panel);
    small(ui, panel, Icon::StepForward, Command::StepForward);
    small(ui, panel, Icon::CalendarArrowDown, Command::NextDay);
    small(ui, panel, Icon::SkipForward, Command::ToEnd);
}

/// Those of the strip in Report mode.
pub(super) fn few(ui: &mut Ui, panel: &mut Panel<'_>) {
    small(ui, panel, Icon::StepBack, Command::StepBack);
    let plays = panel.rehearsing.clock().is_some_and(|clock| clock.plays);
    small(ui, panel, if plays { Icon::Pause } else { Icon::Play }, Command::Play);
    small(ui, panel, Icon::StepForward, Command::StepForward);
}

fn small(ui: &mut Ui, panel: &mut Panel<'_>, icon: Icon, command: Command) {
    let enabled = command_state::is_enabled(command, panel);
    let tip = match command.shown_keys(ui.ctx()) {
        keys if keys.is_empty() => command.label(),
        keys => format!("{} ({keys})", command.label()),
    };
    if tool_button(ui, panel.theme, icon, &command.label(), &tip, enabled).clicked() {
        give_keyboard_back(ui, panel);
        panel.wants(Action::Run(command));
    }
}

/// The large play button.
fn play(ui: &mut Ui, panel: &mut Panel<'_>) {
    let plays = panel.rehearsing.clock().is_some_and(|clock| clock.plays);
    let (icon, name) = if plays { (Icon::Pause, "Pause") } else { (Icon::Play, "Play") };
    let words = glyph(icon).size(18.0).color(color(ColorRole::OnAccent, panel.theme));
    let button = Button::new(words).fill(color(ColorRole::Accent, panel.theme)).corner_radius(19.0);
    let enabled = command_state::is_enabled(Command::Play, panel);
    let response = ui.add_enabled_ui(enabled, |ui| ui.add_sized(vec2(38.0, 38.0), button)).inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    let keys = Command::Play.shown_keys(ui.ctx());
    if response.on_hover_text(format!("{name} ({keys})")).clicked() {
        give_keyboard_back(ui, panel);
        panel.wants(Action::Run(Command::Play));
    }
}

/// After a press with the pointer, focus goes back to the canvas, for Space, comma and full stop.
fn give_keyboard_back(ui: &Ui, panel: &mut Panel<'_>) {
    if ui.input(|input| input.pointer.any_released()) {
        panel.wants(Action::FocusCanvas);
    }
}

/// How fast the clock goes.
pub(super) fn speed(ui: &mut Ui, panel: &mut Panel<'_>) {
    let Some(now) = panel.rehearsing.clock().map(|clock| clock.speed) else { return };
    ui.add_space(6.0);
    let mut speed = now;
    let list = egui::ComboBox::from_id_salt("speed").selected_text(now.label()).width(104.0).show_ui(ui, |ui| {
        for one in Speed::ALL {
            ui.selectable_value(&mut speed, one, one.label());
        }
    });
    list.response.accessible_name("Speed");
    if speed != now {
        panel.wants(Action::Rehearse(Rehearse::Speed(speed)));
    }
}
