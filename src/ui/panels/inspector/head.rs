//! The head of an item's form: its kind, its name, and what is missing.

use eframe::egui::{self, FontId, RichText, Sense, Stroke, StrokeKind, Ui};

use crate::campaign::configured::faults;
use crate::campaign::item::Item;
use crate::campaign::kinds::faults::SettingFault;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::{Family, Kind};
use crate::campaign::sentence;
use crate::picture::icons;
use crate::picture::theme::ColorRole;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::theme;
use crate::ui::controls::{field, look};

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, item: &mut Item) {
    let missing = faults(&item.kind, form.known);
    ui.horizontal(|ui| {
        tile(ui, &item.kind);
        ui.vertical(|ui| {
            field::live(
                ui,
                form,
                "Name",
                &mut item.name,
                FieldLook { bare: true, is_heading: true, ..FieldLook::default() },
            );
            let words = format!("{} · {}", item.kind.label(), state(item, missing.is_empty()));
            ui.label(RichText::new(words).size(12.0).color(look::ink(ui, ColorRole::Muted)));
        });
    });
    if let Some(sentence) = sentence::full(&item.kind, form.known) {
        look::sentence(ui, &sentence);
    }
    if item.kind.has_ready_mark() {
        ready(ui, item, missing.is_empty());
    }
    let is_new_timer = item.kind.family() == Family::Timer && missing == [SettingFault::Missing(Setting::Schedule)];
    match missing.as_slice() {
        [] => {}
        _ if is_new_timer => {
            look::fault(ui, "Not set up: it holds everybody who arrives");
        }
        missing => {
            let parts: Vec<String> = missing.iter().map(in_words).collect();
            look::fault(ui, &parts.join("\n"));
        }
    }
}

/// A small tile of the item.
fn tile(ui: &mut Ui, kind: &Kind) {
    let (edge, fill) = look::family(kind.family(), theme::of(ui.ctx()));
    let (rect, _) = ui.allocate_exact_size(egui::vec2(40.0, 40.0), Sense::hover());
    let painter = ui.painter();
    painter.rect(rect.shrink(1.0), 8.0, fill, Stroke::new(1.5, edge), StrokeKind::Inside);
    let icon = FontId::new(20.0, theme::icon());
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, icons::of(kind), icon, edge);
}

fn state(item: &Item, is_configured: bool) -> &'static str {
    match (is_configured, item.kind.has_ready_mark(), item.ready) {
        (false, ..) => "not set up",
        (true, false, _) => "set up",
        (true, true, true) => "ready",
        (true, true, false) => "draft",
    }
}

/// The Ready mark: a checkbox, or a button if completing the item marks it.
fn ready(ui: &mut Ui, item: &mut Item, is_configured: bool) {
    let marks_itself = item.kind.description().is_ready_when_complete;
    if !marks_itself {
        look::check(ui, &mut item.ready, "Ready");
        if item.ready && !is_configured {
            look::hint(ui, "It is skipped until it is set up.");
        }
    } else if is_configured && !item.ready && look::filled(ui, "Mark ready").clicked() {
        item.ready = true;
    } else if is_configured && item.ready && look::link(ui, "Mark as draft").clicked() {
        item.ready = false;
    }
}

/// The words for what is missing, which problems use too.
fn in_words(fault: &SettingFault) -> String {
    match fault {
        SettingFault::Missing(setting) => format!("Missing: {}", setting.missing()),
        SettingFault::Wrong(Setting::Schedule, _) => "A part of the schedule is missing or out of bounds".to_owned(),
        SettingFault::Wrong(setting, wrong) => format!("{}: {}", setting.control(), wrong.why()),
        SettingFault::Unknown(setting, list, name) if name.is_empty() => {
            format!("Missing: {}", setting.missing_name(*list))
        }
        SettingFault::Unknown(setting, list, name) => {
            format!("The {} “{name}” is not in the directory", setting.names(*list))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::catalog::OFFERS;
    use crate::campaign::item::Position;
    use crate::campaign::known::IndexedDirectory;
    use crate::findings::check;
    use crate::workbench::samples;

    #[test]
    fn what_a_new_item_lacks_has_the_same_words_in_its_settings_and_in_problems() {
        let mut said = 0;
        for offer in OFFERS {
            let kind = (offer.new)();
            if kind.family() == Family::Timer {
                continue;
            }
            let mut campaign = samples::first();
            let lacking: Vec<String> =
                faults(&kind, &IndexedDirectory::new(&campaign.directory)).iter().map(in_words).collect();
            let item = Item { id: 1, name: String::new(), position: Position(0.0, 0.0), ready: false, kind };
            campaign.sequences[0].items = vec![item];
            let findings = check(&campaign, None, None);
            for words in &lacking {
                let lacks = words.strip_prefix("Missing: ").expect("a new item has no wrong settings");
                let is_said = |message: &str| message.contains(" lacks ") && message.contains(lacks);
                assert!(findings.iter().any(|finding| is_said(&finding.message)), "{lacks}: {findings:?}");
                said += 1;
            }
        }
        assert!(said > 15, "{said} settings are missing");
    }
}
