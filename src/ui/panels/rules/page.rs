//! The page at the right: a question with its answer, or a topic with its questions.

use eframe::egui::{self, Key, Label, Modifiers, Response, RichText, ScrollArea, vec2};

use super::heading::heading;
use super::shown::{ShownExhibit, ShownQuestion};
use super::state::RulesState;
use super::{example, pictures, precise, table};
use crate::picture::theme::ColorRole;
use crate::ui::context::panel::Panel;
use crate::ui::controls::focus;
use crate::ui::controls::look;
use crate::ui::controls::theme::color;
use crate::workbench::rules::TOPICS;

/// The widest page, in points: longer lines are hard to read.
pub(super) const COLUMN: f32 = 640.0;

/// Draws the page.
pub(super) fn show(ui: &mut egui::Ui, panel: &Panel<'_>, reference: &mut RulesState) {
    let mut area = ScrollArea::vertical().id_salt("page of the rules").auto_shrink([false, false]);
    if std::mem::take(&mut reference.goes_to_top) {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        ui.set_max_width((ui.available_width() - 14.0).min(COLUMN));
        ui.spacing_mut().item_spacing.y = 8.0;
        let mut link = None;
        if let Some(shown) = &mut reference.shown {
            let precisely = question(ui, panel, shown);
            enter(&mut reference.enters_page, precisely);
        } else if let Some(place) = reference.topic() {
            let (pressed, first) = topic(ui, panel, place);
            enter(&mut reference.enters_page, first);
            link = pressed;
        }
        keys(ui);
        focus::reveal(ui);
        if let Some(link) = link {
            reference.go_to(link);
        }
    });
}

/// Gives focus to a control of the page, if Enter was pressed in the search field.
fn enter(enters_page: &mut bool, control: Option<Response>) {
    if std::mem::take(enters_page)
        && let Some(control) = control
    {
        control.request_focus();
    }
}

/// While focus is on the page, Page Up and Page Down scroll it.
fn keys(ui: &egui::Ui) {
    if ui.memory(|memory| memory.has_focus(RulesState::field())) {
        return;
    }
    let step = ui.clip_rect().height() * 0.8;
    for (key, by) in [(Key::PageDown, -step), (Key::PageUp, step)] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(vec2(0.0, by));
        }
    }
}

/// Returns the button that unfolds the precise rules.
fn question(ui: &mut egui::Ui, panel: &Panel<'_>, shown: &mut ShownQuestion) -> Option<Response> {
    heading(ui, shown.question.ask, 2, 16.0);
    for paragraph in shown.question.answer.lines() {
        ui.add(Label::new(RichText::new(paragraph).size(13.5)).wrap());
    }
    for (place, exhibit) in shown.exhibits.iter_mut().enumerate() {
        ui.add_space(2.0);
        match exhibit {
            ShownExhibit::Picture(picture) => pictures::show(ui, panel.settings, panel.theme, picture),
            ShownExhibit::Example(example) => example::show(ui, panel, example, place),
            ShownExhibit::Compare(timers) => table::compare(ui, panel, timers),
            ShownExhibit::Table(rows) => table::written(ui, panel.theme, rows),
        }
    }
    let has_rules = !shown.question.rules.is_empty();
    let precisely = has_rules.then(|| {
        ui.add_space(4.0);
        precise::show(ui, panel.theme, shown)
    });
    ui.add_space(10.0);
    precisely
}

/// Returns the id of the question that was pressed, and the link to the first question.
fn topic(ui: &mut egui::Ui, panel: &Panel<'_>, place: usize) -> (Option<&'static str>, Option<Response>) {
    let topic = &TOPICS[place];
    heading(ui, topic.title, 2, 16.0);
    ui.add(Label::new(RichText::new(topic.about).color(color(ColorRole::Muted, panel.theme))).wrap());
    let (mut pressed, mut first) = (None, None);
    for question in topic.questions {
        let link = focus::keyed(ui, question.id, |ui| look::link(ui, question.ask));
        if link.clicked() {
            pressed = Some(question.id);
        }
        first.get_or_insert(link);
    }
    (pressed, first)
}
