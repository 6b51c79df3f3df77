//! The settings of orders.

use eframe::egui::Ui;
use lucide_icons::Icon;

use crate::campaign::directory::List;
use crate::campaign::kinds::Payment;
use crate::ui::controls::choice;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::look::FieldNote;
use crate::ui::controls::{focus, look, names, unsent};

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, products: &mut Vec<(String, u64)>, payment: &mut Option<Payment>) {
    look::caption(ui, "Products");
    let known = names::products(&form.campaign.directory);
    let mut gone = None;
    for (place, (id, quantity)) in products.iter_mut().enumerate() {
        let words = names::called(&known, id);
        ui.horizontal(|ui| {
            let label = format!("Quantity of {words}");
            // Leave room for the product.
            let most = ui.available_width() - 130.0;
            let narrow = FieldLook { width: Some(48.0), most, bare: true, ..FieldLook::default() };
            field::number(ui, form, &label, quantity, narrow);
            ui.label(format!("× {words}"));
            let name = format!("Remove {words}");
            if focus::keyed(ui, &name, |ui| look::icon_button(ui, Icon::X, &name)).clicked() {
                gone = Some(place);
            }
        });
        let none = (*quantity == 0).then(|| FieldNote::Hint("None of it is ordered.".to_owned()));
        unsent::note(ui, &[form.id(&format!("Quantity of {words}"))], none);
    }
    if let Some(place) = gone {
        products.remove(place);
    }
    add(ui, form, products, &known);
    let payments = [
        (Some(Payment::AutoCharge), "Charge the card on file"),
        (Some(Payment::PayableInvoice), "Invoice with a link to pay"),
        (Some(Payment::InvoiceOnly), "Invoice only"),
    ];
    choice::one_of(ui, "Payment", payment, &payments, None);
}

fn add(ui: &mut Ui, form: &mut Form<'_>, products: &mut Vec<(String, u64)>, known: &[(String, String)]) {
    let free: Vec<&(String, String)> = known.iter().filter(|one| products.iter().all(|(id, _)| *id != one.0)).collect();
    let words: Vec<String> = free.iter().map(|one| one.1.clone()).collect();
    let button = look::button(ui, "Add product…");
    match choice::picker(ui, &button, &words, &[List::Products.word()]) {
        Some(PickedOption::Option(place)) => products.push((free[place].0.clone(), 1)),
        Some(PickedOption::New(_, name)) => products.push((form.create(List::Products, &name), 1)),
        None => {}
    }
}
