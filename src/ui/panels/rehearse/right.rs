//! The right side of a rehearsal: its contacts, the story of one of them, and what happens next.

use eframe::egui::{self, FontId, Id, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::state::{RehearseState, RehearseTab};
use super::{agenda, people, story};
use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::look;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::panels::transport::clock_state;

/// Smallest window width at which the right side doesn't cover the canvas. In a narrower window, it can be closed.
const NARROW_WINDOW: f32 = 1_100.0;
/// The width of the right side over the canvas.
const OVER_CANVAS: f32 = 300.0;
/// Seconds after which a running rehearsal shows its progress.
const SOON: f64 = 0.4;

/// Draws the right side of Rehearse mode.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut RehearseState) {
    let follows = panel.rehearsing.follows();
    if std::mem::replace(&mut state.followed, follows) != follows {
        state.people.brings_followed = true;
        if follows.is_some() {
            (state.tab, state.is_open) = (RehearseTab::Story, true);
        }
    }
    if ui.ctx().content_rect().width() >= NARROW_WINDOW {
        let margin = egui::Margin { left: 16, right: 8, top: 4, bottom: 0 };
        let frame = egui::Frame::new().fill(ui.visuals().panel_fill).inner_margin(margin);
        let side = egui::Panel::right("contacts, story, agenda").default_size(344.0).size_range(270.0..=480.0);
        side.frame(frame).show(ui, |ui| {
            // As wide as the user has made it, whatever it shows.
            ui.set_width(ui.available_width());
            tabs(ui, state, panel);
            content(ui, state, panel);
        });
    } else {
        strip(ui, state, panel);
        if state.is_open {
            over_canvas(ui, state, panel);
        }
    }
}

/// A row of glyphs at the edge of a narrow window.
fn strip(ui: &mut Ui, state: &mut RehearseState, panel: &DocumentView<'_>) {
    let frame = egui::Frame::new().fill(ui.visuals().panel_fill).inner_margin(egui::Margin::symmetric(5, 8));
    egui::Panel::right("contacts, story, agenda closed").exact_size(40.0).resizable(false).frame(frame).show(
        ui,
        |ui| {
            for (tab, icon, name) in RehearseTab::ALL {
                let is_on = state.is_open && state.tab == tab;
                let ink = color(if is_on { ColorRole::Accent } else { ColorRole::Text }, panel.theme);
                let button = egui::Button::new(look::glyph(icon, 17.0).color(ink)).min_size(vec2(30.0, 30.0));
                let response = ui.add(button.frame_when_inactive(is_on));
                response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, name));
                if response.on_hover_text(name).clicked() {
                    (state.tab, state.is_open) = (tab, !is_on);
                }
            }
        },
    );
}

fn over_canvas(ui: &mut Ui, state: &mut RehearseState, panel: &mut Panel<'_>) {
    let rest = ui.available_rect_before_wrap();
    let width = OVER_CANVAS.min(rest.width() - 16.0);
    let height = (rest.height() - 16.0).max(120.0);
    let place = pos2(rest.right() - width - 8.0, rest.top() + 8.0);
    let margin = egui::Margin { left: 12, right: 6, top: 4, bottom: 4 };
    let frame = egui::Frame::popup(ui.style()).inner_margin(margin);
    let area = egui::Area::new(Id::unique("contact list over the canvas")).order(egui::Order::Middle).fixed_pos(place);
    area.show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(width - 20.0);
            ui.set_height(height - 12.0);
            ui.horizontal(|ui| {
                let (.., name) =
                    RehearseTab::ALL.into_iter().find(|(tab, ..)| *tab == state.tab).unwrap_or(RehearseTab::ALL[0]);
                ui.label(egui::RichText::new(name).family(semibold()));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if look::icon_button(ui, Icon::PanelRightClose, "Collapse contacts, story and agenda").clicked() {
                        state.is_open = false;
                    }
                });
            });
            content(ui, state, panel);
        });
    });
}

/// The row of tabs, the current one underlined.
fn tabs(ui: &mut Ui, state: &mut RehearseState, panel: &DocumentView<'_>) {
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 22.0;
        for (tab, _, name) in RehearseTab::ALL {
            let is_on = state.tab == tab;
            let font = FontId::new(13.0, if is_on { semibold() } else { egui::FontFamily::Proportional });
            let ink = color(if is_on { ColorRole::Accent } else { ColorRole::Muted }, panel.theme);
            let words = ui.painter().layout_no_wrap(name.to_owned(), font, ink);
            let (rect, response) = ui.allocate_exact_size(vec2(words.size().x + 4.0, 32.0), Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, name));
            if response.hovered() || response.has_focus() {
                let fill = color(ColorRole::AccentField, panel.theme);
                ui.painter().rect_filled(rect.expand2(vec2(6.0, -4.0)), 6.0, fill);
            }
            ui.painter().galley(rect.center() - words.size() / 2.0, words, ink);
            if is_on {
                let line = (2.0, color(ColorRole::Accent, panel.theme));
                ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, line);
            }
            if response.clicked() {
                state.tab = tab;
            }
        }
    });
    let line = (1.0, color(ColorRole::Line, panel.theme));
    ui.painter().hline(ui.max_rect().x_range().expand(16.0), row.response.rect.bottom(), line);
    ui.add_space(4.0);
}

fn content(ui: &mut Ui, state: &mut RehearseState, panel: &mut Panel<'_>) {
    trouble(ui, panel);
    behind(ui, state, panel);
    let (Some(finished), Some(clock)) = (panel.rehearsing.shown().cloned(), panel.rehearsing.at()) else { return };
    match state.tab {
        RehearseTab::People => people::show(ui, panel, &mut state.people, &finished, clock),
        RehearseTab::Story => {
            if story::show(ui, panel, &mut state.story, &finished, clock) {
                state.tab = RehearseTab::People;
            }
        }
        RehearseTab::Agenda => agenda::show(ui, panel, &mut state.agenda, &finished, clock),
    }
}

/// Shows why there is no run, and what to do about it.
fn trouble(ui: &mut Ui, panel: &mut Panel<'_>) {
    let Some(trouble) = panel.rehearsing.trouble() else { return };
    ui.add_space(6.0);
    look::section(ui, "No contact can be rehearsed");
    look::fault(ui, trouble);
    look::hint(ui, "Choose other contacts or another time on the left, or fix the problem, then run again.");
    if look::filled(ui, "Run again").clicked() {
        panel.wants(Action::Rehearse(Rehearse::Again));
    }
}

/// The progress of the run of the newest edit, once it takes noticeable time.
fn behind(ui: &mut Ui, state: &mut RehearseState, panel: &mut Panel<'_>) {
    let rehearsing = panel.rehearsing;
    // Without an earlier run, the transport shows the progress.
    if rehearsing.is_current() || rehearsing.reopened().is_some() || rehearsing.shown().is_none() {
        state.behind_since = None;
        return;
    }
    let now = ui.input(|input| input.time);
    let since = *state.behind_since.get_or_insert(now);
    let control = rehearsing.progress();
    if control.is_some() || now - since < SOON {
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
    }
    if now - since < SOON {
        return;
    }
    ui.add_space(4.0);
    if control.is_some() {
        clock_state::progress(ui, panel);
    } else {
        look::hint(ui, "The run was stopped: these numbers are from an earlier version.");
        if look::link(ui, "Run again").clicked() {
            panel.wants(Action::Rehearse(Rehearse::Again));
        }
    }
}
