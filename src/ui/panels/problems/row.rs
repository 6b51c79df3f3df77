//! One finding: its severity, title, detail, and the button that fixes it.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    self, Align2, Button, Color32, FontId, Galley, Id, Rect, RichText, Role, Sense, Stroke, UiBuilder, WidgetInfo,
    pos2, vec2,
};
use lucide_icons::Icon;
use rustc_hash::FxHashMap;

use super::fix_edits::FixEdit;
use super::navigation::{go_to_place, open_settings};
use super::words::{Distinction, is_chosen_by_hand, is_in_contacts, opens, words};
use crate::calendar::words::capital;
use crate::findings::words::plain;
use crate::findings::{Finding, Severity};
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme::{color, icon, semibold};
use crate::ui::controls::{focus, look};

/// The shape and colour of a severity.
pub fn sign(severity: Severity, theme: Theme) -> (Icon, Color32) {
    match severity {
        Severity::Error => (Icon::OctagonAlert, color(ColorRole::Held, theme)),
        Severity::Warning => (Icon::TriangleAlert, color(ColorRole::Skipped, theme)),
        Severity::Hint => (Icon::Info, color(ColorRole::Waiting, theme)),
    }
}

/// A finding in the list.
pub struct ListedProblem<'a> {
    /// Its index among the findings.
    pub place: usize,
    /// What tells findings with the same sentence apart.
    pub alike: &'a FxHashMap<usize, Distinction>,
    /// Its fixes that apply, the likely one first.
    pub fixes: &'a [FixEdit],
}

/// Draws a finding of the list.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, rect: Rect, id: Id, listed: &ListedProblem<'_>) {
    let Some(finding) = panel.findings.get(listed.place) else { return };
    let said = words(finding, listed.alike.get(&listed.place));
    let elsewhere = elsewhere(panel, finding);
    let row = ui.interact(rect, id, Sense::click());
    row.widget_info(|| {
        let sequence = elsewhere.map(|name| format!(" In {name}.")).unwrap_or_default();
        let help = plain(&finding.help);
        let text = format!("{}: {}{sequence} {help}", capital(finding.severity.word()), finding.message);
        WidgetInfo::labeled(Role::Button, true, text)
    });
    if row.hovered() || row.has_focus() {
        let fill = if row.has_focus() { ColorRole::AccentField } else { ColorRole::Field };
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 6.0, color(fill, panel.theme));
    }
    if focus::shows_itself(&row) {
        let stroke = Stroke::new(1.5, color(ColorRole::Accent, panel.theme));
        ui.painter().rect_stroke(rect.expand2(vec2(6.0, 0.0)), 6.0, stroke, egui::StrokeKind::Inside);
    }
    let left_of_button = buttons(ui, panel, (rect, id), finding, listed.fixes);
    paint(
        ui,
        panel.theme,
        Rect::from_min_max(rect.min, pos2(left_of_button, rect.max.y)),
        finding.severity,
        &said,
        elsewhere,
    );
    let clicked = row.clicked();
    row.on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        ui.label(RichText::new(finding.sentence()).family(semibold()));
        ui.label(plain(&finding.help));
    });
    if clicked {
        panel.actions.extend(go_to_place(panel.campaign, finding));
    }
}

/// The name of the finding's sequence, if it is not the open one.
fn elsewhere<'a>(panel: &Panel<'a>, finding: &Finding) -> Option<&'a str> {
    let sequence = panel.campaign.sequence(finding.sequence.filter(|id| *id != panel.sequence_id())?)?;
    Some(&sequence.name)
}

/// Smallest width of a row in which a guessed fix has a button next to the one that opens the settings, and the sentence
/// still has enough space.
const WIDE: f32 = 960.0;

/// Smallest width of a row that has space for two fixes.
const WIDE_FOR_TWO: f32 = 720.0;

/// Draws the buttons at the right, and returns where they begin.
fn buttons(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    (rect, id): (Rect, Id),
    finding: &Finding,
    fixes: &[FixEdit],
) -> f32 {
    let is_wide = rect.width() >= WIDE_FOR_TWO;
    let by_hand = opens(panel.campaign, finding).filter(|_| fixes.is_empty() || is_chosen_by_hand(finding));
    // The rule of a field timer is mended in one press; each contact's date takes longer.
    let by_hand = by_hand.filter(|_| fixes.is_empty() || is_wide || !is_in_contacts(panel.campaign, finding));
    let room = match by_hand {
        Some(_) if is_in_contacts(panel.campaign, finding) => fixes.len(),
        Some(_) if rect.width() < WIDE => 0,
        None if !is_wide => 1,
        Some(_) | None => fixes.len(),
    };
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut at_right = ui.new_child(UiBuilder::new().id_salt(id).max_rect(rect).layout(layout));
    let theme = panel.theme;
    let mut begins = rect.right();
    let mut button = |label: &str| {
        let text = RichText::new(plain(label)).family(semibold()).color(color(ColorRole::Accent, theme));
        let button = at_right.add(Button::new(text).fill(Color32::TRANSPARENT).truncate());
        begins = button.rect.left() - 12.0;
        button.clicked()
    };
    if let Some(label) = by_hand
        && button(label)
    {
        panel.actions.extend(open_settings(panel.campaign, finding));
    }
    // From the right edge, so the likely one stands first.
    for fix in fixes.iter().take(room).rev() {
        if button(&fix.label) {
            panel.wants(Action::edit(fix.edit.clone()));
        }
    }
    begins
}

fn paint(
    ui: &egui::Ui,
    theme: Theme,
    rect: Rect,
    severity: Severity,
    said: &super::words::Words,
    elsewhere: Option<&str>,
) {
    let middle = rect.center().y;
    let (glyph, ink) = sign(severity, theme);
    let painter = ui.painter();
    let font = FontId::new(16.0, icon());
    painter.text(pos2(rect.left() + 10.0, middle), Align2::CENTER_CENTER, char::from(glyph), font, ink);
    let left = rect.left() + 30.0;
    let text = color(ColorRole::Text, theme);
    let said = sentence(ui, theme, said, elsewhere, (rect.right() - left).max(0.0));
    painter.galley(pos2(left, middle - said.rect.height() / 2.0), said, text);
}

/// The title, and below it the detail. If one of them is too long for a line, the detail follows the title, so that both
/// have three lines together.
fn sentence(
    ui: &egui::Ui,
    theme: Theme,
    said: &super::words::Words,
    elsewhere: Option<&str>,
    width: f32,
) -> Arc<Galley> {
    let detail = match elsewhere {
        Some(name) => format!("{} · {name}", said.detail),
        None => said.detail.clone(),
    };
    let strong = TextFormat::simple(FontId::new(13.0, semibold()), color(ColorRole::Text, theme));
    let quiet = TextFormat::simple(FontId::proportional(13.0), color(ColorRole::Muted, theme));
    let (title, detail) = (plain(&said.title), capital(&plain(&detail)));
    let fits = |text: &str, format: &TextFormat| {
        let line = look::cut(ui, text, format.font_id.clone(), format.color, width);
        !line.elided
    };
    let seam = if fits(&title, &strong) && fits(&detail, &quiet) { "\n" } else { ". " };
    let mut job = LayoutJob::default();
    job.append(&title, 0.0, strong);
    if !detail.is_empty() {
        job.append(&format!("{seam}{detail}"), 0.0, quiet);
    }
    job.wrap = TextWrapping { max_width: width, max_rows: 3, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}
