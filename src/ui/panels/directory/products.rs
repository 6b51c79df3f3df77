//! The card of a product.

use eframe::egui::Ui;

use super::card::{self, EntryCard};
use crate::campaign::directory::Product;
use crate::campaign::kinds::set_field_value::is_unsigned_decimal;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::look;

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, card: &EntryCard, product: &mut Product) {
    let price = card.label("price");
    ui.horizontal_wrapped(|ui| {
        card::text(ui, form, card, "name", &mut product.name, 170.0);
        card::id(ui, form, card, "id", &mut product.id, 100.0);
        ui.vertical(|ui| {
            look::caption(ui, "Price");
            let narrow = FieldLook { width: Some(80.0), bare: true, ..FieldLook::default() };
            let read = |text: &str| match text.trim() {
                text if text.is_empty() || is_unsigned_decimal(text) => Ok(text.to_owned()),
                text => Err(format!("“{text}” isn't a price. Try 49.00")),
            };
            field::typed(ui, form, &price, &mut product.price, narrow, String::clone, read);
        });
        ui.vertical(|ui| {
            look::caption(ui, "Currency");
            let narrow = FieldLook { width: Some(60.0), bare: true, ..FieldLook::default() };
            let read = |text: &str| {
                let text = text.trim().to_uppercase();
                let fits = text.is_empty() || (text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()));
                if fits { Ok(text) } else { Err("A currency has three letters, such as USD".to_owned()) }
            };
            field::typed(ui, form, &card.label("currency"), &mut product.currency, narrow, String::clone, read);
        });
    });
    card.note(ui, form, &["id", "price", "currency"], None);
}
