//! Colours merge fields while typing: known ones in the colour of the item's family, unknown ones underlined.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Galley, Stroke, TextBuffer, TextFormat, TextStyle, Ui};

use super::form::Form;
use super::look;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::merge::{TextPiece, spans};
use crate::picture::theme::ColorRole;
use crate::ui::controls::theme;

/// How merge fields in a text are coloured.
pub struct MergeInk<'a> {
    plain: TextFormat,
    known_field: TextFormat,
    unknown: TextFormat,
    known: &'a IndexedDirectory<'a>,
    has_lines: bool,
}

impl<'a> MergeInk<'a> {
    /// The colours in a form's field; `has_lines` if the text may have several lines.
    pub fn new(ui: &Ui, form: &Form<'a>, has_lines: bool) -> Self {
        let font_id = TextStyle::Body.resolve(ui.style());
        let line_height = ui.fonts_mut(|fonts| fonts.row_height(&font_id)) + ui.spacing().extra_text_line_spacing;
        let plain =
            TextFormat { line_height: Some(line_height), ..TextFormat::simple(font_id, ui.visuals().text_color()) };
        let shown = theme::of(ui.ctx());
        let ink = form.family.map_or_else(|| look::ink(ui, ColorRole::Accent), |family| look::family(family, shown).0);
        let known_field = TextFormat { color: ink, ..plain.clone() };
        let held = look::ink(ui, ColorRole::Held);
        let unknown = TextFormat { color: held, underline: Stroke::new(1.5, held), ..plain.clone() };
        Self { plain, known_field, unknown, known: form.known, has_lines }
    }

    /// The text with its colours.
    pub fn job(&self, text: &str, width: f32) -> LayoutJob {
        let has_lines = self.has_lines;
        let mut job = LayoutJob { break_on_newline: has_lines, keep_trailing_whitespace: true, ..LayoutJob::default() };
        job.wrap.max_width = if has_lines { width } else { f32::INFINITY };
        for (typed, piece) in spans(text, self.known) {
            let format = match piece {
                TextPiece::Text(_) => &self.plain,
                TextPiece::Field(_) => &self.known_field,
                TextPiece::Unknown(_) => &self.unknown,
            };
            job.append(typed, 0.0, format.clone());
        }
        if job.sections.is_empty() {
            // An empty text has the height of a line too.
            job.append("", 0.0, self.plain.clone());
        }
        job
    }
}

/// The layout of a text field in which merge fields work.
pub fn layouter<'a>(
    ui: &Ui,
    form: &Form<'a>,
    has_lines: bool,
) -> impl FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> + use<'a> {
    let ink = MergeInk::new(ui, form, has_lines);
    move |ui, text, width| {
        let job = ink.job(text.as_str(), width);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }
}
