//! The filter for contacts: by text, item, outcome, and status.

use eframe::egui::{self, TextEdit};

use lucide_icons::Icon;

use super::state::ReportContactList;
use crate::calendar::words::capital;
use crate::campaign::text::thousands;
use crate::report::mailable::MailableFilter;
use crate::report::people::{ContactGroup, Filter, OutcomeFilter};
use crate::simulate::outcome::{Reason, Status};
use crate::ui::context::panel::DocumentView;
use crate::ui::controls::choice::{PickedOption, bare};
use crate::ui::controls::{dates, look};
use crate::ui::panels::report::figures::Figures;

/// Draws the controls of the filter.
pub fn show(ui: &mut egui::Ui, panel: &DocumentView<'_>, people: &mut ReportContactList, figures: &Figures) {
    let width = ((ui.available_width() - 150.0) / 5.0).clamp(120.0, 200.0);
    let field =
        TextEdit::singleline(&mut people.filter.text).hint_text("Name, email or id").desired_width(width - 16.0);
    ui.add(field).accessible_name("Search contacts");
    item(ui, people, figures, width);
    outcome(ui, people, width);
    status(ui, people, width);
    mail(ui, people, figures, width);
    group(ui, panel, people, figures.of.0);
    if !people.filter.is_empty() && ui.button("Clear").on_hover_text("Show all contacts").clicked() {
        people.look_for(Filter::default());
    }
}

fn item(ui: &mut egui::Ui, people: &mut ReportContactList, figures: &Figures, width: f32) {
    let Some((_, names)) = people.names.clone() else { return };
    let rows = &figures.report.items;
    let place =
        people.filter.item.and_then(|item| rows.iter().position(|row| row.item == item)).map_or(0, |row| row + 1);
    let picked = bare(ui, "Item", &names[place], &names, &[], width);
    if let Some(PickedOption::Option(place)) = picked {
        people.filter.item = place.checked_sub(1).and_then(|row| rows.get(row)).map(|row| row.item);
    }
}

/// The outcomes, in words.
fn outcomes() -> Vec<(Option<OutcomeFilter>, String)> {
    let few = [
        (None, "Any outcome"),
        (Some(OutcomeFilter::Ran), "Ran"),
        (Some(OutcomeFilter::Waiting), "Waiting"),
        (Some(OutcomeFilter::Held), "Held"),
        (Some(OutcomeFilter::Skipped(None)), "Skipped"),
    ];
    let few = few.into_iter().map(|(wanted, words)| (wanted, words.to_owned()));
    let reasons = Reason::ALL.iter().map(|&reason| {
        let wanted = Some(OutcomeFilter::Skipped(Some(reason)));
        (wanted, format!("Skipped: {}", reason.brief()))
    });
    few.chain(reasons).collect()
}

fn outcome(ui: &mut egui::Ui, people: &mut ReportContactList, width: f32) {
    let all = outcomes();
    let words: Vec<String> = all.iter().map(|(_, words)| words.clone()).collect();
    let now = all.iter().position(|(wanted, _)| *wanted == people.filter.outcome).unwrap_or_default();
    if let Some(PickedOption::Option(place)) = bare(ui, "Outcome", &words[now], &words, &[], width) {
        people.filter.outcome = all[place].0;
    }
}

/// The group that the list is limited to, with a button that lifts it. A group of an earlier run is lifted.
fn group(ui: &mut egui::Ui, panel: &DocumentView<'_>, people: &mut ReportContactList, number: u64) {
    let words = match &people.filter.group {
        None => return,
        Some(ContactGroup::Different { run, .. }) if *run != number => {
            people.filter.group = None;
            return;
        }
        Some(ContactGroup::Different { .. }) => "Another story in the other run".to_owned(),
        Some(ContactGroup::SeveralEmails { day, .. }) => {
            format!("More than one email on {}", dates::date(panel.settings, *day))
        }
    };
    let button = egui::Button::new(&words).right_text(look::glyph(Icon::X, 12.0)).min_size(egui::vec2(0.0, 28.0));
    let name = format!("Remove filter: {words}");
    if ui.add(button).on_hover_text(&name).accessible_name(&name).clicked() {
        people.filter.group = None;
        people.walk.begin();
    }
}

/// The choice by who can be mailed, each with the number of contacts.
fn mail(ui: &mut egui::Ui, people: &mut ReportContactList, figures: &Figures, width: f32) {
    let counts = figures.run.mailable();
    let all: Vec<MailableFilter> = MailableFilter::all().collect();
    let any = std::iter::once("Any email status".to_owned());
    let word = |filter: &MailableFilter| format!("{}  {}", capital(filter.label()), thousands(counts.count(*filter)));
    let words: Vec<String> = any.chain(all.iter().map(word)).collect();
    let now = people.filter.mail.and_then(|mail| all.iter().position(|filter| *filter == mail));
    let shown = &words[now.map_or(0, |place| place + 1)];
    if let Some(PickedOption::Option(place)) = bare(ui, "Email status", shown, &words, &[], width) {
        people.filter.mail = place.checked_sub(1).and_then(|place| all.get(place)).copied();
        people.walk.begin();
    }
}

fn status(ui: &mut egui::Ui, people: &mut ReportContactList, width: f32) {
    let any = std::iter::once("Any status".to_owned());
    let words: Vec<String> = any.chain(Status::ALL.iter().map(|status| status.label().to_owned())).collect();
    let now = people.filter.status.map_or(0, |status| status as usize + 1);
    if let Some(PickedOption::Option(place)) = bare(ui, "Status", &words[now], &words, &[], width) {
        people.filter.status = place.checked_sub(1).and_then(|place| Status::ALL.get(place)).copied();
    }
}
