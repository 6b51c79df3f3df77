//! The field in a popup into which a date with a time of day is typed, and the button that takes it.

use eframe::egui::{self, Key, Ui};

use super::{look, read_dates};
use crate::calendar::DateTime;
use crate::ui::context::settings::DateOrder;

/// What the field shows and how it is called.
pub struct DateTimeEntry<'a> {
    /// The name of the field for screen readers.
    pub name: &'a str,
    /// The label of the button.
    pub button: &'a str,
    /// The width of the field, in points.
    pub width: f32,
    /// The order of the parts of dates in numbers.
    pub order: DateOrder,
}

impl DateTimeEntry<'_> {
    /// Draws the field with its button, and the error of what is typed below them. Returns the local time once it is
    /// entered. While `takes_keyboard` is set, the field requests focus.
    pub fn show(&self, ui: &mut Ui, typed: &mut String, takes_keyboard: &mut bool) -> Option<DateTime> {
        let (mut entered, mut fault) = (None, None);
        ui.horizontal(|ui| {
            let field = egui::TextEdit::singleline(typed).desired_width(self.width);
            let field = ui.add(field.hint_text("Day, month, year, time")).accessible_name(self.name);
            // A popup is laid out once before it is shown, and can't have focus then.
            if *takes_keyboard {
                field.request_focus();
                *takes_keyboard = !field.has_focus();
            }
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let local = read_dates::date_time(typed, self.order);
            let pressed = ui.add_enabled_ui(local.is_ok(), |ui| look::filled(ui, self.button).clicked()).inner;
            match local {
                Ok(local) if pressed || enter => entered = Some(local),
                Ok(_) => {}
                Err(why) => {
                    fault = Some(why);
                    // Enter leaves the field. It gets focus back, so that keys typed next don't reach the canvas.
                    if enter {
                        field.request_focus();
                    }
                }
            }
        });
        if let Some(why) = fault {
            look::fault(ui, &why);
        }
        entered
    }
}
