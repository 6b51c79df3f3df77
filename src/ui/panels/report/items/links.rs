//! Numbers that lead to the people whom they count.

use eframe::egui::{self, CursorIcon, Id, Rect, Role, Sense, Stroke, StrokeKind, WidgetInfo, vec2};

use crate::picture::theme::Ink;
use crate::report::people::Filter;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme::color;

/// A place that leads to people.
pub struct Link<'a> {
    /// Its widget.
    pub id: Id,
    /// Where it is.
    pub rect: Rect,
    /// What it is called.
    pub name: &'a str,
    /// Whether Tab goes to it: in a table it does in the current row only.
    pub takes_tab: bool,
}

/// Makes a place lead to the people who fit a filter, by a click or by Enter.
pub fn show(ui: &egui::Ui, panel: &mut Panel<'_>, link: &Link<'_>, filter: Filter) {
    let sense = if link.takes_tab { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(link.rect, link.id, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, link.name));
    if response.hovered() || response.has_focus() {
        let line = Stroke::new(1.0, color(Ink::Accent, panel.theme));
        ui.painter().rect_stroke(link.rect.shrink2(vec2(0.0, 2.0)), 5.0, line, StrokeKind::Inside);
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.on_hover_text(format!("{} – show these people", link.name)).clicked() {
        panel.wants(Action::ShowPeople(filter));
    }
}
