//! The precise rules below an answer, which can be unfolded.

use eframe::egui::{self, Button, Frame, Label, Margin, Response, RichText, Role, Stroke, WidgetInfo};
use lucide_icons::Icon;

use super::shown::ShownQuestion;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::{focus, look};
use crate::workbench::rules::{Precise, RuleOrigin};

/// Draws the button with the origins of the rules, and the rules if they are unfolded. Returns the button.
pub(super) fn show(ui: &mut egui::Ui, theme: Theme, shown: &mut ShownQuestion) -> Response {
    let origins = origins(shown.question.rules);
    let row = ui.horizontal_wrapped(|ui| {
        let button = button(ui, theme, shown);
        ui.spacing_mut().interact_size.y = 0.0;
        origins.iter().for_each(|of| origin(ui, *of, theme));
        button
    });
    if shown.is_precise {
        let frame = Frame::new().fill(color(ColorRole::Field, theme)).corner_radius(8.0);
        frame.inner_margin(Margin::symmetric(12, 10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            shown.question.rules.iter().for_each(|precise| rule(ui, precise, origins.len() > 1, theme));
        });
    }
    row.inner
}

fn button(ui: &mut egui::Ui, theme: Theme, shown: &mut ShownQuestion) -> Response {
    let icon = if shown.is_precise { Icon::ChevronDown } else { Icon::ChevronRight };
    let accent = color(ColorRole::Accent, theme);
    let words = RichText::new("Precisely").color(accent).family(semibold());
    let button = Button::new((look::glyph(icon, 14.0).color(accent), words)).frame(false);
    let response = focus::keyed(ui, "precisely", |ui| ui.add(button));
    let is_open = shown.is_precise;
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, "Precisely"));
    if response.clicked() {
        shown.is_precise = !shown.is_precise;
    }
    response
}

/// The origins of the rules, each once.
fn origins(rules: &[Precise]) -> Vec<RuleOrigin> {
    let mut origins: Vec<RuleOrigin> = Vec::new();
    for rule in rules.iter().filter_map(Precise::of) {
        if !origins.contains(&rule.origin) {
            origins.push(rule.origin);
        }
    }
    origins
}

/// Draws a rule, with its origin if the rules have several; else the origin is above, next to the button.
fn rule(ui: &mut egui::Ui, precise: &Precise, has_origin: bool, theme: Theme) {
    let Some(rule) = precise.of() else { return };
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(rule.title).family(semibold()).size(12.5));
        ui.spacing_mut().interact_size.y = 0.0;
        if has_origin {
            origin(ui, rule.origin, theme);
        }
    });
    for line in precise.lines() {
        let line = as_shown(rule.title, &line);
        let cells: Vec<&str> = line.split(" | ").collect();
        match cells.as_slice() {
            [line] => _ = ui.add(Label::new(*line).wrap()),
            cells => table_line(ui, cells, theme),
        }
    }
    ui.add_space(4.0);
}

/// Words of files in the rules, and what the window says.
const IN_WORDS: [(&str, &str); 3] = [
    ("any part of the schedule None,", "any part of the schedule left open,"),
    ("(not empty, not None)", "(not empty, not left open)"),
    ("mode: None is Overwrite.", "A mode that is left open is Overwrite."),
];

/// A line of a rule without its title, which is above it, and without words that only files have.
fn as_shown(title: &str, line: &str) -> String {
    let line = line.strip_prefix(title).and_then(|rest| rest.strip_prefix(": ")).unwrap_or(line);
    IN_WORDS.iter().fold(line.to_owned(), |line, (of_file, words)| line.replace(of_file, words))
}

/// The word next to a rule that says where it comes from.
fn origin(ui: &mut egui::Ui, origin: RuleOrigin, theme: Theme) {
    let tint = match origin {
        RuleOrigin::Documented => ColorRole::Ran,
        RuleOrigin::Chosen => ColorRole::Accent,
        RuleOrigin::Both => ColorRole::Ran,
        RuleOrigin::Defined => ColorRole::Muted,
    };
    let stroke = Stroke::new(1.0, color(tint, theme));
    let chip = Frame::new().stroke(stroke).corner_radius(8.0).inner_margin(Margin::symmetric(7, 1));
    let chip = chip.show(ui, |ui| ui.label(RichText::new(origin.label()).small().color(color(tint, theme))));
    chip.inner.on_hover_text(origin.help());
}

/// A line of a table: its subject, then the rule.
fn table_line(ui: &mut egui::Ui, cells: &[&str], theme: Theme) {
    let width = ui.available_width();
    let first = (width * 0.3).min(190.0);
    ui.horizontal_top(|ui| {
        let rest = (width - first) / (cells.len() - 1) as f32 - ui.spacing().item_spacing.x;
        for (place, cell) in cells.iter().enumerate() {
            let (width, tint) = if place == 0 { (first, ColorRole::Muted) } else { (rest, ColorRole::Text) };
            ui.vertical(|ui| {
                ui.set_width(width.max(40.0));
                ui.add(Label::new(RichText::new(*cell).color(color(tint, theme))).wrap());
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::rules::questions;

    #[test]
    fn no_rule_repeats_its_title_or_says_what_only_files_say() {
        let mut changed = 0;
        for precise in questions().flat_map(|question| question.rules) {
            let rule = precise.of().expect(precise.rule);
            for line in precise.lines() {
                let shown = as_shown(rule.title, &line);
                assert!(!shown.starts_with(&format!("{}:", rule.title)), "{shown}");
                assert!(!shown.split(|c: char| !c.is_alphanumeric()).any(|word| word == "None"), "{shown}");
                changed += usize::from(shown != line);
            }
        }
        assert!(changed > 2, "{changed}");
    }
}
