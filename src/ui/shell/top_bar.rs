//! The bar at the top: menus, the campaign's name, search, undo and redo, the theme.

use eframe::egui::{self, Align, Layout, Role, WidgetInfo};
use lucide_icons::Icon;

use super::bar::TopBars;
use super::menus;
use crate::campaign::edit::Edit;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::command_state;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::{RenameTarget, WindowMode};
use crate::ui::controls::theme;
use crate::ui::controls::tool_button::tool_button;

const HEIGHT: f32 = 46.0;
/// Smallest window width at which everything is shown. A narrower bar shows only what is nowhere else.
const ROOMY: f32 = 1_180.0;
/// Largest window width at which the search button has room for its glyph only.
const WITH_WORDS: f32 = 940.0;
/// In less room a name could not be read: a glyph has it in its tooltip.
const LEAST_NAME: f32 = 90.0;
/// The height of the controls.
const CONTROL: f32 = 30.0;

/// Draws the bar at the top.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, bar: &mut TopBars) {
    // A rename that has ended starts again the next time.
    bar.typed.take_if(|(naming, _)| panel.view.naming != Some(*naming));
    let frame = egui::Frame::new().fill(theme::color(ColorRole::Panel, panel.theme)).inner_margin(egui::Margin {
        left: 14,
        right: 14,
        top: 4,
        bottom: 4,
    });
    egui::Panel::top("top bar").frame(frame).exact_size(HEIGHT).show(ui, |ui| {
        // The menu bar is as high as a control, so that everything is centred.
        ui.spacing_mut().interact_size.y = HEIGHT - 8.0;
        egui::MenuBar::new().style(bar_style as fn(&mut egui::Style)).ui(ui, |ui| {
            // Hovered and open buttons don't touch the bar's edges.
            ui.spacing_mut().interact_size.y = CONTROL;
            let logo = theme::glyph(Icon::Droplets).size(20.0).color(theme::color(ColorRole::Accent, panel.theme));
            ui.add(egui::Label::new(logo).selectable(false));
            menus::buttons(ui, panel, &mut bar.opens);
            // In the order in which Tab goes: the name, then the right side from left to right.
            let rest = ui.available_rect_before_wrap();
            // In a very narrow window, the modes cover a part of the menus: what is at the right edge stays in view.
            let seam = rest.right() - bar.right_width;
            part(ui, rest.with_max_x(seam.max(rest.left())), |ui| {
                let free = ui.available_width() - name_width(ui, panel);
                ui.add_space((ui.available_width() * 0.12).min(free).clamp(4.0, 90.0));
                name(ui, panel, bar);
            });
            let used = part(ui, rest.with_min_x(seam), |ui| right_side(ui, panel)).width();
            if (bar.right_width - used).abs() > 0.5 {
                // Known once it has been drawn.
                bar.right_width = used;
                ui.ctx().request_repaint();
            }
        });
    });
}

fn bar_style(style: &mut egui::Style) {
    egui::containers::menu::menu_style(style);
    style.spacing.button_padding = egui::vec2(8.0, 5.0);
    style.spacing.item_spacing.x = 2.0;
}

/// Draws a part of the bar in its own room. Returns what it used.
fn part(ui: &mut egui::Ui, room: egui::Rect, content: impl FnOnce(&mut egui::Ui)) -> egui::Rect {
    let layout = Layout::left_to_right(Align::Center);
    let mut part = ui.new_child(egui::UiBuilder::new().max_rect(room).layout(layout));
    content(&mut part);
    part.min_rect()
}

/// The right part of the bar. The modes and what is after them are at the same place in every mode.
fn right_side(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let is_narrow = ui.ctx().content_rect().width() < ROOMY;
    // The name's field needs the room.
    let is_named = is_narrow && panel.view.naming == Some(RenameTarget::Campaign);
    ui.add_space(8.0);
    if panel.view.mode == WindowMode::Build && !is_named {
        rehearse(ui, panel, is_narrow);
        ui.add_space(8.0);
    }
    modes(ui, panel);
    ui.add_space(8.0);
    if !is_named {
        search(ui, panel);
        ui.add_space(8.0);
        for (icon, command) in [(Icon::Undo2, Command::Undo), (Icon::Redo2, Command::Redo)] {
            let keys = command.shown_keys(ui.ctx());
            let tip = format!("{} ({keys})", command_state::label(command, panel));
            let enabled = command_state::is_enabled(command, panel);
            if tool_button(ui, panel.theme, icon, &command.label(), &tip, enabled).clicked() {
                panel.wants(Action::Run(command));
            }
        }
    }
    let (icon, name, command) = match panel.theme {
        Theme::Light => (Icon::Moon, "Dark theme", Command::Dark),
        Theme::Dark => (Icon::Sun, "Light theme", Command::Light),
    };
    if tool_button(ui, panel.theme, icon, name, name, true).clicked() {
        panel.wants(Action::Run(command));
    }
}

/// The filled Rehearse button; in a narrow window it has no word.
fn rehearse(ui: &mut egui::Ui, panel: &mut Panel<'_>, is_narrow: bool) {
    let on_accent = theme::color(ColorRole::OnAccent, panel.theme);
    let words = egui::RichText::new("Rehearse").family(theme::semibold()).color(on_accent);
    let glyph = theme::glyph(Icon::Play).size(13.0).color(on_accent);
    let (button, width) = match is_narrow {
        true => (egui::Button::new(glyph), CONTROL),
        false => (egui::Button::new((words, glyph)), 104.0),
    };
    let button = button.fill(theme::color(ColorRole::Accent, panel.theme)).corner_radius(8.0);
    let response = ui.add(button.min_size(egui::vec2(width, CONTROL)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, Command::RehearseNow.label()));
    let keys = Command::RehearseNow.shown_keys(ui.ctx());
    if response.on_hover_text(format!("{} ({keys})", Command::RehearseNow.label())).clicked() {
        panel.wants(Action::Run(Command::RehearseNow));
    }
}

/// The three modes. Their buttons have the same width whichever is on, though the one that is on has strong letters.
fn modes(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let color = |ink| theme::color(ink, panel.theme);
    let mut wanted = None;
    let frame = egui::Frame::new().fill(color(ColorRole::Field)).corner_radius(CONTROL / 2.0);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for mode in WindowMode::ALL {
            let is_on = panel.view.mode == mode;
            let command = match mode {
                WindowMode::Build => Command::Build,
                WindowMode::Rehearse => Command::Rehearse,
                WindowMode::Report => Command::Report,
            };
            let words = egui::RichText::new(command.label()).color(color(if is_on {
                ColorRole::OnAccent
            } else {
                ColorRole::Text
            }));
            let words = if is_on { words.family(theme::semibold()) } else { words };
            let fill = if is_on { color(ColorRole::Accent) } else { egui::Color32::TRANSPARENT };
            let width = if ui.ctx().content_rect().width() < ROOMY { strong_width(ui, &command.label()) } else { 84.0 };
            let button = egui::Button::new(words).fill(fill).corner_radius(CONTROL / 2.0);
            let response = ui.add(button.min_size(egui::vec2(width, CONTROL)));
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, command.label()));
            let keys = command.shown_keys(ui.ctx());
            if response.on_hover_text(format!("{} ({keys})", command.label())).clicked() {
                wanted = Some(command);
            }
        }
    });
    if let Some(command) = wanted {
        panel.wants(Action::Run(command));
    }
}

/// The width of a button with these words in strong letters.
fn strong_width(ui: &egui::Ui, words: &str) -> f32 {
    let font = egui::FontId::new(egui::TextStyle::Button.resolve(ui.style()).size, theme::semibold());
    let words = ui.painter().layout_no_wrap(words.to_owned(), font, egui::Color32::PLACEHOLDER);
    words.size().x + ui.spacing().button_padding.x * 2.0
}

/// A button that looks like a field and opens the commands.
fn search(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let muted = theme::color(ColorRole::Muted, panel.theme);
    let keys = Command::Commands.shown_keys(ui.ctx());
    let glass = theme::glyph(Icon::Search).size(14.0).color(muted);
    let wide = ui.ctx().content_rect().width() > WITH_WORDS;
    let (button, width) = match wide {
        true => {
            let words = egui::RichText::new(format!("Find or run… {keys}")).color(muted);
            (egui::Button::new((glass, words)), 150.0)
        }
        false => (egui::Button::new(glass), CONTROL),
    };
    let button = button.fill(theme::color(ColorRole::Field, panel.theme)).min_size(egui::vec2(width, 28.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Find or run"));
    if response.on_hover_text(format!("Run a command, or go to anything by its name ({keys})")).clicked() {
        panel.wants(Action::Run(Command::Commands));
    }
}

/// The campaign's name as the bar shows it.
fn shown_name<'a>(panel: &Panel<'a>) -> &'a str {
    match panel.campaign.name.trim().is_empty() {
        true => "Campaign without a name",
        false => &panel.campaign.name,
    }
}

/// The room that the whole name needs, with the unsaved mark.
fn name_width(ui: &egui::Ui, panel: &Panel<'_>) -> f32 {
    let font = egui::FontId::new(14.0, theme::semibold());
    let name = ui.painter().layout_no_wrap(shown_name(panel).to_owned(), font, egui::Color32::PLACEHOLDER);
    name.size().x + ui.spacing().button_padding.x * 2.0 + 20.0
}

/// The unsaved mark and the campaign's name, which a click renames.
fn name(ui: &mut egui::Ui, panel: &mut Panel<'_>, bar: &mut TopBars) {
    let is_roomy = ui.available_width() >= LEAST_NAME + 12.0;
    if panel.editor.is_unsaved() {
        let (rect, dot) = ui.allocate_exact_size(egui::vec2(10.0, 28.0), egui::Sense::hover());
        ui.painter().circle_filled(rect.center(), 3.5, theme::color(ColorRole::Skipped, panel.theme));
        dot.widget_info(|| WidgetInfo::labeled(Role::Label, true, "Unsaved changes"));
        dot.on_hover_text("Unsaved changes");
    } else if is_roomy {
        ui.add_space(12.0);
    }
    let campaign = panel.campaign;
    if let Some(changed) = name_field(ui, panel, bar, RenameTarget::Campaign, "Campaign name", 220.0) {
        if changed != campaign.name {
            panel.wants(Action::edit(Edit::RenameCampaign(changed)));
        }
        return;
    }
    if panel.view.naming == Some(RenameTarget::Campaign) {
        return;
    }
    let shown = shown_name(panel);
    let button = match is_roomy {
        true => egui::Button::new(egui::RichText::new(shown).family(theme::semibold()).size(14.0)).truncate(),
        false => egui::Button::new(theme::glyph(Icon::FileText).size(17.0)),
    };
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, shown));
    let tip = match panel.editor.path() {
        Some(path) => format!("{} – click to rename", path.display()),
        None => "Not in a file yet – click to rename".to_owned(),
    };
    let tip = if is_roomy { tip } else { format!("{shown}\n{tip}") };
    if response.on_hover_text(tip).clicked() {
        panel.wants(Action::Run(Command::RenameCampaign));
    }
}

/// The field for renaming something, if it is being renamed. Returns the name once it is confirmed, with Enter or by
/// leaving the field. Esc cancels.
pub fn name_field(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    bar: &mut TopBars,
    what: RenameTarget,
    label: &str,
    width: f32,
) -> Option<String> {
    if panel.view.naming != Some(what) {
        return None;
    }
    let is_new = bar.typed.is_none();
    let (_, text) = bar.typed.get_or_insert_with(|| {
        let name = match what {
            RenameTarget::Campaign => Some(&panel.campaign.name),
            RenameTarget::Sequence(id) => panel.campaign.sequence(id).map(|sequence| &sequence.name),
        };
        (what, name.cloned().unwrap_or_default())
    });
    let mut output = egui::TextEdit::singleline(text).desired_width(width.min(ui.available_width() - 8.0)).show(ui);
    output.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, label);
        info.current_text_value = Some(text.clone());
        info
    });
    if is_new {
        output.response.request_focus();
        let all =
            egui::text::CCursorRange::two(egui::text::CCursor::new(0), egui::text::CCursor::new(text.chars().count()));
        output.state.cursor.set_char_range(Some(all));
        output.state.store(ui.ctx(), output.response.id);
        return None;
    }
    if !output.response.lost_focus() {
        return None;
    }
    let agreed = !ui.input(|input| input.key_pressed(egui::Key::Escape));
    let text = text.trim().to_owned();
    panel.wants(Action::Name(None));
    panel.wants(Action::FocusCanvas);
    (agreed && !text.is_empty()).then_some(text)
}
