//! Asks what separates the tags of a column.

use eframe::egui::Ui;

use crate::ui::controls::look;

/// Draws the question. Returns the separator once the user has chosen; an empty one if each cell is one tag.
pub(super) fn ask(ui: &mut Ui, column: &str, example: &str, signs: &[&'static str]) -> Option<String> {
    let mut chosen = None;
    look::card(ui, |ui| {
        ui.label(format!("In the column “{column}”, “{example}” could be one tag or several."));
        if ui.button(format!("One tag: {example}")).clicked() {
            chosen = Some(String::new());
        }
        for sign in signs {
            let tags: Vec<&str> = example.split(sign).map(str::trim).filter(|tag| !tag.is_empty()).collect();
            if ui.button(format!("{} tags: {}", tags.len(), tags.join(" · "))).clicked() {
                chosen = Some((*sign).to_owned());
            }
        }
    });
    chosen
}
