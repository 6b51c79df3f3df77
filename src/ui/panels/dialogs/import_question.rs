//! The question which rehearsal takes imported contacts, if the current one already has contacts of the user's.

use std::path::Path;

use eframe::egui;

use crate::campaign::rehearsal::People;
use crate::campaign::text::thousands;
use crate::ui::context::action::{Action, ImportInto, UnsavedChoice};
use crate::ui::context::panel::Panel;
use crate::ui::controls::modal::{main_button, modal, other_button};
use crate::ui::panels::population::chosen;

/// Draws the question. Without an answer, nothing is imported.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, path: &Path, is_new: bool) {
    let current = chosen::looked_at(panel.campaign, panel.sequence_id(), panel.rehearsing);
    let (name, people) = (current.rehearsal.name.clone(), words(&current.rehearsal.people));
    let file = name_of(path);
    let mut answer = None;
    let title = format!("“{name}” already has contacts");
    let closed = modal(ctx, "import of contacts", &title, 480.0, |ui| {
        ui.label(format!("It has {people}. Import {file} into a new rehearsal to keep both, or replace them."));
        ui.horizontal_wrapped(|ui| {
            let new = main_button(ui, panel.theme, "Make a new rehearsal");
            if is_new {
                new.request_focus();
            }
            if new.clicked() {
                answer = Some(Action::ImportInto(path.to_owned(), ImportInto::New));
            }
            if other_button(ui, "Replace").clicked() {
                answer = Some(Action::ImportInto(path.to_owned(), ImportInto::Current));
            }
            if other_button(ui, "Cancel").clicked() {
                answer = Some(Action::Answer(UnsavedChoice::Cancel));
            }
        });
    });
    if let Some(answer) = answer.or(closed.then_some(Action::Answer(UnsavedChoice::Cancel))) {
        panel.wants(answer);
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The contacts, in words: `the contacts of customers.csv`.
fn words(people: &People) -> String {
    match people {
        People::Generated { count, .. } => format!("{} generated contacts", thousands(*count)),
        People::File(path) => format!("the contacts of {}", name_of(Path::new(path))),
        People::People(people) if people.len() == 1 => "a contact typed by hand".to_owned(),
        People::People(people) => format!("{} contacts typed by hand", thousands(people.len() as u64)),
    }
}
