//! The mark of a day on which people get more than one email, and who they are.

use eframe::egui::{self, Button, Popup, PopupCloseBehavior, Rect, RichText, Role, UiBuilder, WidgetInfo};
use lucide_icons::Icon;

use crate::calendar::Day;
use crate::picture::draw::badge::exact;
use crate::picture::theme::Ink;
use crate::report::load::Crowded;
use crate::ui::action::{Action, Rehearse};
use crate::ui::app::Panel;
use crate::ui::command::Command;
use crate::ui::controls::look;
use crate::ui::theme::{color, semibold};
use crate::workbench::rehearse::contact::who;

use super::super::figures::Figures;

/// Draws the mark; a click names the people.
pub fn mark(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    figures: &Figures,
    room: Rect,
    date: &str,
    day: Day,
    crowd: &Crowded,
) {
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().id_salt(("crowded", day.number())).max_rect(room).layout(layout));
    let ink = color(Ink::Skipped, panel.theme);
    let noun = if crowd.persons == 1 { "person" } else { "people" };
    let words = match room.width() > 170.0 {
        true => format!("{} {noun} get more than one", exact(crowd.persons)),
        false => exact(crowd.persons),
    };
    let sign = look::glyph(Icon::TriangleAlert, 12.0).color(ink);
    let button = Button::new((sign, RichText::new(words).size(12.0).color(ink))).frame_when_inactive(false);
    let response = ui.add(button);
    let name = format!("{date}: {} {noun} get more than one email", exact(crowd.persons));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let popup = Popup::from_toggle_button_response(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.width(300.0).show(|ui| {
        ui.label(RichText::new(&name).family(semibold()));
        for &(place, emails) in &crowd.most {
            let Some(who) = who(&figures.run, place) else { continue };
            let words = format!("{} – {emails} emails", who.name);
            if ui.add(Button::new(words).frame_when_inactive(false)).on_hover_text(&who.email).clicked() {
                panel.wants(Action::Rehearse(Rehearse::Follow(Some(place))));
                panel.wants(Action::Run(Command::Rehearse));
            }
        }
        let unnamed = crowd.persons.saturating_sub(crowd.most.len() as u64);
        if unnamed > 0 {
            look::hint(ui, &format!("and {} more", exact(unnamed)));
        }
    });
}
