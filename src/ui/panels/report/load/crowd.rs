//! The mark of a day on which contacts get more than one email, and the list of these contacts.

use eframe::egui::{
    self, Button, Popup, PopupCloseBehavior, Rect, RichText, Role, ScrollArea, UiBuilder, WidgetInfo, vec2,
};
use lucide_icons::Icon;

use crate::calendar::{Date, Zone};
use crate::campaign::text::thousands;
use crate::picture::draw::count_form::short;
use crate::picture::theme::ColorRole;
use crate::report::load::{CrowdedContacts, crowded_group};
use crate::report::people::Filter;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::{at_button, focus, look};
use crate::ui::panels::report::figures::Figures;
use crate::workbench::rehearse::contact::who;

/// The height of a contact's line.
const LINE: f32 = 28.0;
/// Largest height of the list, and the space of the window that it leaves free.
const HIGHEST: f32 = 420.0;
const AROUND: f32 = 150.0;

/// Draws the mark; a click lists the contacts.
pub fn mark(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    figures: &Figures,
    room: Rect,
    (date, day, zone): (&str, Date, &Zone),
    crowd: &CrowdedContacts,
) {
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().id_salt(("crowded", day.number())).max_rect(room).layout(layout));
    let ink = color(ColorRole::Skipped, panel.theme);
    let noun = if crowd.persons == 1 { "contact" } else { "contacts" };
    let is_wide = room.width() > 170.0;
    let words = match is_wide {
        true => format!("{} {noun} get more than one", thousands(crowd.persons)),
        false => short(crowd.persons),
    };
    if !is_wide {
        ui.spacing_mut().button_padding.x = 2.0;
        ui.spacing_mut().icon_spacing = 4.0;
    }
    let sign = look::glyph(Icon::TriangleAlert, 12.0).color(ink);
    let button = Button::new((sign, RichText::new(words).size(12.0).color(ink))).frame_when_inactive(false);
    let response = ui.add(button);
    let name = format!("{date}: {} {noun} get more than one email", thousands(crowd.persons));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let popup = Popup::from_toggle_button_response(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (id, was_open) = (popup.get_id(), popup.is_open());
    popup.width(300.0).show(|ui| {
        at_button::keep(&response, id);
        ui.label(RichText::new(&name).family(semibold()));
        people(ui, panel, figures, crowd);
        let unnamed = crowd.persons.saturating_sub(crowd.most.len() as u64);
        if unnamed > 0 {
            ui.horizontal(|ui| {
                look::hint(ui, &format!("and {} more", thousands(unnamed)));
                if look::link(ui, &format!("Show all {}", thousands(crowd.persons))).clicked() {
                    let scene = &figures.run.scene;
                    let group = Some(crowded_group(zone, &scene.plan, scene.sequence(), day));
                    panel.wants(Action::ShowPeople(Filter { group, ..Filter::default() }));
                    ui.close();
                }
            });
        }
    });
    focus::back_to_button(&response, id, was_open);
}

/// The listed contacts, which scroll; a click follows one.
fn people(ui: &mut egui::Ui, panel: &mut Panel<'_>, figures: &Figures, crowd: &CrowdedContacts) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let most = (ui.ctx().content_rect().height() - AROUND).clamp(LINE * 3.0, HIGHEST);
    let list = ScrollArea::vertical().max_height(most).auto_shrink([false, true]);
    list.show_rows(ui, LINE, crowd.most.len(), |ui, rows| {
        for &(place, emails) in &crowd.most[rows] {
            // All lines have the same height, or the scroll position would be wrong.
            let name = who(&figures.run, place);
            let words = name.as_ref().map_or_else(String::new, |who| format!("{} – {emails} emails", who.name));
            let button = Button::new(words).frame_when_inactive(false).min_size(vec2(0.0, LINE)).truncate();
            let response = ui.add(button).on_hover_text(name.map(|who| who.email).unwrap_or_default());
            if response.clicked() {
                panel.wants(Action::Rehearse(Rehearse::Follow(Some(place))));
                panel.wants(Action::Run(Command::Rehearse));
            }
        }
    });
}
