//! Running to a date, or until a contact reaches an item.

use eframe::egui::{self, Popup, PopupCloseBehavior, Ui};
use lucide_icons::Icon;

use super::state::RunTo;
use crate::calendar::{DateTime, Instant, Zone};
use crate::campaign::item::Item;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::Panel;
use crate::ui::controls::date_time_entry::DateTimeEntry;
use crate::ui::controls::dates;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::color;
use crate::ui::controls::{focus, look};

/// The button, and what opens above it.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut RunTo, zone: &ShownZone, now: Instant) {
    let button = look::icon_button(ui, Icon::Goal, "Run to…");
    let button = button.on_hover_text("Run to a date, or until a contact reaches an item");
    let popup = Popup::from_toggle_button_response(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (id, was_open) = (popup.get_id(), popup.is_open());
    if !was_open {
        *state = RunTo::default();
    }
    let mut done = false;
    popup.show(|ui| {
        ui.set_width(230.0);
        look::caption(ui, &zone.caption("Date and time"));
        done |= date(ui, panel, state, zone.zone(), now);
        ui.add_space(6.0);
        look::caption(ui, "Until a contact reaches");
        done |= item(ui, panel);
    });
    if done {
        Popup::close_id(ui.ctx(), id);
        panel.wants(Action::FocusCanvas);
    } else {
        focus::back_to_button(&button, id, was_open);
    }
}

fn date(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut RunTo, zone: &Zone, now: Instant) -> bool {
    let next = zone.date_at(now).plus_days(1).at_second(9 * 3_600);
    let words = |local: DateTime| {
        format!("{} {}", dates::day(panel.settings, local.date()), dates::clock(panel.settings, local))
    };
    let RunTo { typed, takes_keyboard } = state;
    let entry = DateTimeEntry { name: "Date and time", button: "Run", width: 160.0, order: panel.settings.dates };
    let agreed = entry.show(ui, typed.get_or_insert_with(|| words(next)), takes_keyboard);
    if let Some(local) = agreed {
        panel.wants(Action::Rehearse(Rehearse::RunTo(zone.resolve(local))));
    }
    agreed.is_some()
}

fn item(ui: &mut Ui, panel: &mut Panel<'_>) -> bool {
    let theme = panel.theme;
    let mut wanted = None;
    let items = &panel.sequence().items;
    egui::ScrollArea::vertical().max_height(180.0).auto_shrink([false, true]).show_rows(
        ui,
        24.0,
        items.len(),
        |ui, rows| {
            for item in &items[rows] {
                let button = egui::Button::new(called(item)).frame_when_inactive(false).truncate();
                let row = egui::vec2(ui.available_width(), 24.0);
                let layout = egui::Layout::top_down_justified(egui::Align::Min);
                let response = ui.allocate_ui_with_layout(row, layout, |ui| ui.add(button.min_size(row))).inner;
                if focus::shows_itself(&response) {
                    ui.painter().rect_stroke(
                        response.rect,
                        4.0,
                        egui::Stroke::new(1.0, color(ColorRole::Accent, theme)),
                        egui::StrokeKind::Inside,
                    );
                }
                if response.clicked() {
                    wanted = Some(item.id);
                }
            }
        },
    );
    if let Some(id) = wanted {
        panel.wants(Action::Rehearse(Rehearse::RunToItem(panel.sequence_id().item(id))));
    }
    wanted.is_some()
}

/// The name of an item for display.
fn called(item: &Item) -> String {
    match item.name.trim() {
        "" => format!("{} {}", item.kind.label(), item.id),
        name => name.to_owned(),
    }
}
