//! Numbers that link to the contacts that they count.

use eframe::egui::{self, CursorIcon, Id, Rect, Role, Sense, Stroke, StrokeKind, WidgetInfo, vec2};

use crate::picture::theme::ColorRole;
use crate::report::people::Filter;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::focus;
use crate::ui::controls::theme::color;

/// An area that links to contacts.
pub struct Link<'a> {
    /// The widget id of the link.
    pub id: Id,
    /// The area of the link.
    pub rect: Rect,
    /// The name of the link.
    pub name: &'a str,
    /// Whether Tab reaches it: in a table, only in the current row.
    pub takes_tab: bool,
}

/// Makes an area link to the contacts that match a filter, by a click or Enter.
pub fn show(ui: &egui::Ui, panel: &mut Panel<'_>, link: &Link<'_>, filter: Filter) {
    let sense = if link.takes_tab { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(link.rect, link.id, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, link.name));
    if focus::shows_itself(&response) || response.hovered() {
        let line = Stroke::new(1.0, color(ColorRole::Accent, panel.theme));
        ui.painter().rect_stroke(link.rect.shrink2(vec2(0.0, 2.0)), 5.0, line, StrokeKind::Inside);
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.on_hover_text(format!("{} – show these contacts", link.name)).clicked() {
        panel.wants(Action::ShowPeople(filter));
    }
}
