//! Lists of names as chips: each can be removed, others are added from a list.

use eframe::egui::{Button, Ui};
use lucide_icons::Icon;

use super::choice::{self, PickedOption};
use super::{focus, look};

/// The height of a chip.
const CHIP: f32 = 26.0;

/// Names as chips, or `none` without any. `options` are `(name, words)`. Returns what was picked if it must be created.
pub fn names(
    ui: &mut Ui,
    label: &str,
    (add, none): (&str, &str),
    chosen: &mut Vec<String>,
    options: &[(String, String)],
    creates: &[&str],
) -> Option<PickedOption> {
    look::caption(ui, label);
    let mut gone = None;
    let chips = |ui: &mut Ui, gone: &mut Option<usize>| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (place, name) in chosen.iter().enumerate() {
            let known = options.iter().find(|option| option.0 == *name);
            if chip(ui, known.map_or(name, |option| &option.1), label, known.is_some()) {
                *gone = Some(place);
            }
        }
    };
    focus::keyed(ui, label, |ui| {
        ui.horizontal_wrapped(|ui| {
            // As high as a chip, so that the first one doesn't move the button.
            ui.set_min_height(CHIP);
            if chosen.is_empty() { drop(look::hint(ui, none)) } else { chips(ui, &mut gone) }
        })
    });
    if let Some(place) = gone {
        chosen.remove(place);
    }
    let free: Vec<&(String, String)> = options.iter().filter(|option| !chosen.contains(&option.0)).collect();
    let words: Vec<String> = free.iter().map(|option| option.1.clone()).collect();
    let button = look::button(ui, &format!("{add}…"));
    match choice::picker(ui, &button, &words, creates)? {
        PickedOption::Option(place) => {
            chosen.push(free[place].0.clone());
            None
        }
        new => Some(new),
    }
}

/// A name with a cross. Returns whether to remove it.
fn chip(ui: &mut Ui, words: &str, label: &str, is_known: bool) -> bool {
    let shown = if is_known { words.to_owned() } else { format!("{words} (not in the directory)") };
    let cross = look::glyph(Icon::X, 12.0);
    let button = Button::new(shown).right_text(cross).min_size(eframe::egui::vec2(0.0, CHIP));
    let name = format!("Remove {words} from {}", label.to_lowercase());
    ui.add(button).on_hover_text(&name).accessible_name(&name).clicked()
}
