//! The head of an item's form: its kind, its name, and what is missing.

use eframe::egui::{self, FontId, RichText, Sense, Stroke, StrokeKind, Ui};

use super::unknown;
use crate::campaign::catalog::OFFERS;
use crate::campaign::configured::faults;
use crate::campaign::item::Item;
use crate::campaign::kinds::faults::{InvalidSetting, SettingFault};
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::{Family, Kind};
use crate::campaign::sentence;
use crate::picture::icons;
use crate::picture::theme::ColorRole;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::theme;
use crate::ui::controls::words::lower_first;
use crate::ui::controls::{field, focus, look};

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
    if item.kind.family() == Family::Timer {
        look::tinted(ui, TIMER_LINES, |ui| timer(ui, form, &item.kind, &missing));
        unknown::offers(ui, form, &item.kind, &missing);
    }
    if item.kind.has_ready_mark() {
        ready(ui, item, missing.is_empty());
    }
    if item.kind.family() != Family::Timer {
        lacks(ui, form, &item.kind, &missing);
        unknown::offers(ui, form, &item.kind, &missing);
    }
}

/// Lines that are kept free for the sentence of a timer, so that the settings stay in place while it grows.
const TIMER_LINES: usize = 3;

/// What a timer does, or why it does nothing yet.
fn timer(ui: &mut Ui, form: &Form<'_>, kind: &Kind, missing: &[SettingFault]) {
    match missing {
        [] => {
            let sentence = sentence::full(kind, form.known, form.known.place().as_deref());
            ui.add(egui::Label::new(sentence.unwrap_or_default()).wrap());
        }
        [SettingFault::Missing(Setting::Schedule)] => {
            look::fault(ui, "Not set up: it holds every contact who arrives");
        }
        missing => drop(look::fault(ui, &in_lines(missing))),
    }
}

/// What an item lacks, in a room that stays as high as for a new item, so that the settings stay in place while they
/// are filled in.
fn lacks(ui: &mut Ui, form: &Form<'_>, kind: &Kind, missing: &[SettingFault]) {
    let offer = OFFERS.iter().find(|offer| offer.label == kind.label());
    let at_first = offer.map(|offer| in_lines(&faults(&(offer.new)(), form.known))).unwrap_or_default();
    let (words, width) = (in_short(missing), ui.available_width());
    let height = |words: &str| match words {
        "" => 0.0,
        words => {
            let font = FontId::proportional(12.0);
            ui.painter().layout(words.to_owned(), font, egui::Color32::PLACEHOLDER, width).rect.height()
        }
    };
    let room = height(&at_first).max(height(&words)).ceil();
    if room == 0.0 {
        return;
    }
    look::slot(ui, egui::vec2(width, room), egui::Layout::top_down(egui::Align::LEFT), |ui| match words.as_str() {
        "" => look::hint(ui, "Nothing is missing"),
        words => look::fault(ui, words),
    });
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

/// The Ready mark: a checkbox, or a button if completing the item marks it. It has one row, whatever it says.
fn ready(ui: &mut Ui, item: &mut Item, is_configured: bool) {
    let marks_itself = item.kind.description().is_ready_when_complete;
    ui.horizontal(|ui| {
        ui.set_min_height(28.0);
        match (marks_itself, is_configured, item.ready) {
            (false, ..) => {
                look::check(ui, &mut item.ready, "Ready");
                if item.ready && !is_configured {
                    look::hint(ui, "It is skipped until it is set up.");
                }
            }
            (true, false, _) => drop(look::hint(ui, "It becomes ready when nothing is missing.")),
            (true, true, false) => {
                item.ready = focus::keyed(ui, "mark", |ui| look::filled(ui, "Mark ready")).clicked();
            }
            (true, true, true) => {
                item.ready = !focus::keyed(ui, "mark", |ui| look::link(ui, "Mark as draft")).clicked();
            }
        }
    });
}

/// All faults: what is missing in one sentence, then the others, each on a line.
fn in_lines(faults: &[SettingFault]) -> String {
    let words: Vec<String> = faults.iter().map(in_words).collect();
    let missing: Vec<&str> = words.iter().filter_map(|words| words.strip_prefix(MISSING)).collect();
    let missing = (!missing.is_empty()).then(|| format!("{MISSING}{}", missing.join(", ")));
    let mut lines: Vec<String> = missing.into_iter().collect();
    for line in words.iter().filter(|words| !words.starts_with(MISSING)) {
        // Two lists of an item may name the same thing.
        if !lines.contains(line) {
            lines.push(line.clone());
        }
    }
    lines.join("\n")
}

/// As [`in_lines`], for an item whose fields say themselves what is wrong with their text: the sentence about what is
/// missing only names them, so that it keeps its height while a text is typed.
fn in_short(faults: &[SettingFault]) -> String {
    let is_said_below = |fault: &SettingFault| match fault {
        SettingFault::Wrong(setting, InvalidSetting::MergeField | InvalidSetting::Url(_) | InvalidSetting::Port) => {
            Some(format!("{} can't be used", setting.control()))
        }
        SettingFault::Wrong(..) | SettingFault::Missing(_) | SettingFault::Unknown(..) => None,
    };
    let named: Vec<String> = faults.iter().filter_map(is_said_below).collect();
    let others: Vec<SettingFault> = faults.iter().filter(|fault| is_said_below(fault).is_none()).cloned().collect();
    match (in_lines(&others), named.join("; ")) {
        (others, named) if named.is_empty() => others,
        (others, named) if others.is_empty() => named,
        (others, named) => format!("{named}; {}", lower_first(&others)),
    }
}

/// The beginning of what is said about a missing setting.
const MISSING: &str = "Missing: ";

/// The words for what is missing, which problems use too.
fn in_words(fault: &SettingFault) -> String {
    match fault {
        SettingFault::Missing(setting) => format!("{MISSING}{}", setting.missing()),
        SettingFault::Wrong(Setting::Schedule, _) => "A part of the schedule is missing or out of range".to_owned(),
        SettingFault::Wrong(setting, wrong) => format!("{}: {}", setting.control(), wrong.why()),
        SettingFault::Unknown(setting, list, name) if name.is_empty() => {
            format!("{MISSING}{}", setting.missing_name(*list))
        }
        SettingFault::Unknown(setting, list, name) => {
            format!("The {} “{name}” is not in the directory", setting.names(*list))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
