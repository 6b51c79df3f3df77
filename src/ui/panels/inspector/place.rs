//! The position and size of a thing, in numbers.

use eframe::egui::Ui;

use crate::campaign::item::Position;
use crate::ui::controls::form::Form;
use crate::ui::controls::{field, look, read, unsent};

/// Fields for X and Y.
pub(super) fn position(ui: &mut Ui, form: &Form<'_>, position: &mut Position) {
    look::section(ui, "Place");
    pair(ui, form, ["X", "Y"], position, read::points);
}

/// Fields for width and height.
pub(super) fn size(ui: &mut Ui, form: &Form<'_>, size: &mut Position) {
    let read = |text: &str| match read::points(text)? {
        points if points >= 20.0 => Ok(points),
        _ => Err("Use at least 20 points".to_owned()),
    };
    pair(ui, form, ["Width", "Height"], size, read);
}

fn pair(
    ui: &mut Ui,
    form: &Form<'_>,
    labels: [&str; 2],
    at: &mut Position,
    read: impl Fn(&str) -> Result<f64, String> + Copy,
) {
    ui.horizontal(|ui| {
        for (label, number) in labels.into_iter().zip([&mut at.0, &mut at.1]) {
            ui.vertical(|ui| {
                look::caption(ui, label);
                let bare = field::FieldLook { bare: true, most: 120.0, ..field::NARROW };
                field::typed(ui, form, label, number, bare, f64::to_string, read);
            });
        }
    });
    unsent::note(ui, &labels.map(|label| form.id(label)), None);
}
