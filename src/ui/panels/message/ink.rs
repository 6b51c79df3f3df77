//! The look of a message's text: what was filled in, and what wasn't.

use eframe::egui::text::LayoutJob;
use eframe::egui::{FontFamily, FontId, Stroke, TextFormat, Ui};

use crate::campaign::kinds::Family;
use crate::picture::theme::ColorRole;
use crate::ui::controls::{look, theme};
use crate::workbench::preview::html::page::{BlockKind, HtmlBlock, RunLook, StyledRun};
use crate::workbench::preview::marked::{MarkedText, TextMark};

/// The size of a message's text.
pub const SIZE: f32 = 13.5;

/// A text with its marks.
pub fn marked(ui: &Ui, pieces: &[MarkedText], size: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for piece in pieces {
        let look = RunLook { mark: piece.mark, ..RunLook::default() };
        job.append(&piece.shown(), 0.0, format(ui, look, size, FontFamily::Proportional));
    }
    job
}

/// A block of HTML.
pub fn block(ui: &Ui, block: &HtmlBlock) -> LayoutJob {
    let (size, is_bold) = match block.kind {
        BlockKind::Heading(1) => (20.0, true),
        BlockKind::Heading(2) => (17.0, true),
        BlockKind::Heading(_) => (15.0, true),
        BlockKind::Paragraph | BlockKind::Entry(..) | BlockKind::Preformatted | BlockKind::Rule => (SIZE, false),
    };
    let is_code = block.kind == BlockKind::Preformatted;
    let mut job = LayoutJob::default();
    for StyledRun { look, .. } in block.runs.iter().take(1) {
        if !block.marker().is_empty() {
            let marker = RunLook { mark: TextMark::Plain, ..*look };
            job.append(&format!("{}  ", block.marker()), 0.0, format(ui, marker, size, FontFamily::Proportional));
        }
    }
    for run in &block.runs {
        let family = match (run.look.source || is_code, run.look.bold || is_bold) {
            (true, _) => FontFamily::Monospace,
            (false, true) => theme::semibold(),
            (false, false) => FontFamily::Proportional,
        };
        job.append(&run.shown(), 0.0, format(ui, run.look, size, family));
    }
    job
}

fn format(ui: &Ui, look: RunLook, size: f32, family: FontFamily) -> TextFormat {
    let text = look::ink(ui, ColorRole::Text);
    let size = if look.source { size - 1.5 } else { size };
    let mut format = TextFormat::simple(FontId::new(size, family), text);
    format.italics = look.italic;
    if look.source {
        format.color = look::ink(ui, ColorRole::Muted);
    }
    if look.link {
        format.color = look::ink(ui, ColorRole::NoteLink);
    }
    match look.mark {
        TextMark::Plain => {}
        TextMark::Value => format.color = look::family(Family::Communication, theme::of(ui.ctx())).0,
        TextMark::Empty | TextMark::Unknown => {
            let held = look::ink(ui, ColorRole::Held);
            format.color = held;
            format.background = look::ink(ui, ColorRole::Field);
            format.underline = Stroke::new(1.5, held);
        }
    }
    if look.underlined || look.link {
        format.underline = Stroke::new(1.0, format.color);
    }
    if look.struck {
        format.strikethrough = Stroke::new(1.0, format.color);
    }
    format
}
