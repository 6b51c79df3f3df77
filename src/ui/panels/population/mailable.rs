//! Who of the rehearsal's contacts can be mailed. Each number opens the contacts that it counts.

use eframe::egui::Ui;

use super::shown::ShownRehearsal;
use crate::campaign::text::thousands;
use crate::report::mailable::MailableFilter;
use crate::report::people::Filter;
use crate::ui::context::action::Action;
use crate::ui::controls::form::Form;
use crate::ui::controls::look;

/// Draws the numbers; nothing while they are not known.
pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, shown: &ShownRehearsal<'_>) {
    let Some(counts) = shown.mailable else { return };
    look::caption(ui, "Who can be mailed");
    for (can, whole) in [(true, MailableFilter::CanBeMailed), (false, MailableFilter::CannotBeMailed)] {
        let all = counts.count(whole);
        if all == 0 && !can {
            continue;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = eframe::egui::vec2(8.0, 0.0);
            door(ui, form, whole, all);
            counts.parts(can).for_each(|(part, count)| door(ui, form, part, count));
        });
    }
}

/// A number that opens its contacts.
fn door(ui: &mut Ui, form: &mut Form<'_>, filter: MailableFilter, count: u64) {
    let words = format!("{} {}", thousands(count), filter.label());
    if look::link(ui, &words).on_hover_text("Show these contacts").clicked() {
        form.actions.push(Action::ShowPeople(Filter { mail: Some(filter), ..Filter::default() }));
    }
}
