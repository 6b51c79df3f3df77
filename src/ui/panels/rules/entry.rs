//! One rule: its heading, origin, text and example.

use eframe::egui::{self, Color32, Frame, Margin, Rect, RichText, Stroke};

use super::heading::heading;
use crate::calendar::DateTime;
use crate::calendar::words::{clock, short_date};
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::controls::theme::{color, semibold};
use crate::workbench::examples::{ExampleOutcome, ExampleRow};
use crate::workbench::rules::{Rule, RuleOrigin};

/// A rule with its computed example.
#[derive(Clone, Debug)]
pub struct Worked {
    /// The rule that is shown.
    pub rule: &'static Rule,
    sentence: String,
    rows: Vec<ExampleRow>,
    /// Whether the steps of the example are shown.
    unfolded: bool,
}

impl Worked {
    /// Computes the example of a rule.
    pub fn new(rule: &'static Rule) -> Self {
        let example = rule.example;
        Self {
            rule,
            sentence: example.map(|example| example.sentence()).unwrap_or_default(),
            rows: example.map(|example| example.rows()).unwrap_or_default(),
            unfolded: false,
        }
    }
}

/// Draws a rule. Returns its rectangle.
pub fn show(ui: &mut egui::Ui, worked: &mut Worked, theme: Theme) -> Rect {
    let rule = worked.rule;
    let at = ui.horizontal_wrapped(|ui| {
        // Otherwise the chip would be as high as a button.
        ui.spacing_mut().interact_size.y = 0.0;
        heading(ui, rule.title, 3, 13.5);
        origin(ui, rule.origin, theme);
    });
    for line in rule.text.lines() {
        let cells: Vec<&str> = line.split(" | ").collect();
        match cells.as_slice() {
            [line] => _ = ui.label(*line),
            cells => table_line(ui, cells, theme),
        }
    }
    if !worked.rows.is_empty() {
        example(ui, worked, theme);
    }
    at.response.rect
}

/// The word next to a heading, with its colour.
fn origin(ui: &mut egui::Ui, origin: RuleOrigin, theme: Theme) {
    let tint = match origin {
        RuleOrigin::Documented => ColorRole::Ran,
        RuleOrigin::Chosen => ColorRole::Held,
        RuleOrigin::Both => ColorRole::Skipped,
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
                ui.add(egui::Label::new(RichText::new(*cell).color(color(tint, theme))).wrap());
            });
        }
    });
}

/// The timer, its arrivals, and what happens to them.
fn example(ui: &mut egui::Ui, worked: &mut Worked, theme: Theme) {
    let muted = color(ColorRole::Muted, theme);
    let field =
        Frame::new().fill(color(ColorRole::Field, theme)).corner_radius(8.0).inner_margin(Margin::symmetric(12, 8));
    field.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(format!("Example: {}", worked.sentence)).color(muted));
        for row in &worked.rows {
            ui.horizontal_wrapped(|ui| line(ui, row, muted));
        }
        let name = if worked.unfolded { "Hide the steps" } else { "Why?" };
        let why = ui.link(RichText::new(name)).accessible_name(format!("{name} {}", worked.rule.title));
        if why.clicked() {
            worked.unfolded = !worked.unfolded;
        }
        if worked.unfolded {
            for sentence in worked.rows.iter().flat_map(|row| &row.sentences) {
                ui.label(RichText::new(format!("• {sentence}")));
            }
        }
    });
}

fn line(ui: &mut egui::Ui, row: &ExampleRow, muted: Color32) {
    let text = format!("{} → {}", date_time(row.arrival), outcome(row.answer));
    ui.label(RichText::new(text).family(semibold()));
    for more in [&row.waited, &row.note] {
        if !more.is_empty() {
            ui.label(RichText::new(more).color(muted));
        }
    }
}

fn date_time(local: DateTime) -> String {
    let (year, ..) = local.date().civil();
    format!("{} {year} {}", short_date(local.date()), clock(local))
}

fn outcome(answer: ExampleOutcome) -> String {
    match answer {
        ExampleOutcome::GoesOn { local, .. } => date_time(local),
        ExampleOutcome::BeyondTime => "waits until after 2099".to_owned(),
        ExampleOutcome::Jumps(reason) => format!("skips ahead: {}", reason.brief()),
        ExampleOutcome::Held => "held".to_owned(),
    }
}
