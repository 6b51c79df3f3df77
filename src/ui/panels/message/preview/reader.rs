//! The contact above the message: its name, when it gets the message or why not, and the ones before and after.

use eframe::egui::{Align, Label, Layout, RichText, Ui};
use lucide_icons::Icon;

use crate::campaign::ids::ItemRef;
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::ui::context::panel::Panel;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::{look, theme};
use crate::ui::panels::message::chosen::{ChosenReader, ReaderRun};
use crate::ui::panels::message::state::MessageState;
use crate::workbench::preview::contacts::NAMES_LOOKED_AT;
use crate::workbench::preview::{Delivery, MessagePreview};

/// Draws the line of the contact.
pub(super) fn show(
    ui: &mut Ui,
    panel: &Panel<'_>,
    state: &mut MessageState,
    run: &ReaderRun,
    item: ItemRef,
    message: &MessagePreview,
) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            state.brings_reader |= walk(ui, &mut state.reader, run, item);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = RichText::new(&message.contact).size(15.0).family(theme::semibold());
                ui.add(Label::new(name).truncate());
            });
        });
    });
    line_of_reader(ui, panel, &mut state.reader, run, item, message);
}

/// The buttons for the contact before and the one after. Returns whether one was chosen.
pub(in crate::ui::panels::message) fn walk(
    ui: &mut Ui,
    reader: &mut ChosenReader,
    run: &ReaderRun,
    item: ItemRef,
) -> bool {
    let now = reader.reader(&run.run, item).place;
    let last = run.run.contacts().saturating_sub(1);
    let next = look::icon_button_if(ui, now < last, Icon::ChevronRight, "Next contact");
    let previous = look::icon_button_if(ui, now > 0, Icon::ChevronLeft, "Previous contact");
    let place = match (previous, next) {
        (true, _) => now - 1,
        (_, true) => now + 1,
        (false, false) => return false,
    };
    reader.choose(place);
    true
}

/// When the contact gets the message, or why not, and what is special about the contact.
pub(in crate::ui::panels::message) fn line_of_reader(
    ui: &mut Ui,
    panel: &Panel<'_>,
    reader: &mut ChosenReader,
    run: &ReaderRun,
    item: ItemRef,
    message: &MessagePreview,
) {
    let shown = reader.reader(&run.run, item);
    let zone = run.run.contact(shown.place).and_then(|contact| contact.zone().cloned());
    let zone = ShownZone::of(panel).of_story(panel.settings, zone.as_ref());
    let (icon, role, words) = match message.delivery {
        _ if run.is_generated => {
            let words = "Generated contact: nothing has been rehearsed yet".to_owned();
            (Icon::Info, ColorRole::Muted, words)
        }
        Delivery::Sent(at) => {
            (Icon::Check, ColorRole::Ran, format!("Would be sent {}", zone.date_time(panel.settings, at)))
        }
        Delivery::NotSent(at, reason) => {
            let status = run.run.contact(shown.place).map(|contact| contact.email_status());
            let why = status.map_or(reason.brief().to_owned(), |status| reason.brief_for(status));
            let words = format!("Would not be sent {}: {why}", zone.date_time(panel.settings, at));
            (Icon::CornerUpRight, ColorRole::Skipped, words)
        }
        Delivery::NotReached => {
            let words = "Doesn’t get here before the rehearsal ends: filled from the record at its end".to_owned();
            (Icon::CircleDashed, ColorRole::Muted, words)
        }
        Delivery::NotRehearsed => {
            (Icon::CircleDashed, ColorRole::Muted, "Not rehearsed: filled from the contact’s record".to_owned())
        }
    };
    look::line_with_sign(ui, icon, role, &words);
    if shown.without_first_name {
        let all = match run.run.contacts() {
            many if many > NAMES_LOOKED_AT => format!("The first {} contacts", thousands(NAMES_LOOKED_AT)),
            _ => "All contacts".to_owned(),
        };
        let words = format!("{all} have a first name, so this one is shown without it");
        look::line_with_sign(ui, Icon::Info, ColorRole::Muted, &words);
    }
}
