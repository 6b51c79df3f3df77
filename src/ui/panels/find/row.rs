//! One match: the item, the setting, and the text with the match highlighted.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{self, Align2, FontId, Rect, pos2, vec2};
use lucide_icons::Icon;

use crate::campaign::kinds::Family;
use crate::picture::icons;
use crate::picture::theme::ColorRole;
use crate::ui::context::panel::DocumentView;
use crate::ui::controls::theme::{color, icon, semibold};
use crate::workbench::find::{SearchHit, Spot};

/// The height of a match's row.
pub const HEIGHT: f32 = 46.0;

/// What a screen reader says for a match.
pub fn spoken(panel: &DocumentView<'_>, hit: &SearchHit) -> String {
    let (name, place) = names(panel, hit);
    format!("{name}, {place}, {}: {}", hit.what, hit.text)
}

/// The name of what contains the text, and where that is.
fn names(panel: &DocumentView<'_>, hit: &SearchHit) -> (String, String) {
    let campaign = panel.campaign;
    match hit.spot {
        Spot::Thing(sequence, id) => {
            let sequence = campaign.sequence_or_first(sequence);
            let name = match (sequence.item(id), sequence.note(id)) {
                (Some(item), _) => item.called().to_owned(),
                (None, Some(_)) => "Note".to_owned(),
                (None, None) => "Frame".to_owned(),
            };
            (name, sequence.name.clone())
        }
        Spot::Sequence(id) => (campaign.sequence_or_first(id).name.clone(), "Sequence".to_owned()),
        Spot::Entry(list, place) => {
            (list.name_at(&campaign.directory, place).unwrap_or_default().to_owned(), "Directory".to_owned())
        }
        Spot::Rehearsal(place) => {
            let name = campaign.rehearsals.get(place).map(|rehearsal| rehearsal.name.clone());
            (name.unwrap_or_default(), "Rehearsal".to_owned())
        }
        Spot::Campaign => (campaign.name.clone(), "Campaign".to_owned()),
    }
}

fn sign(panel: &DocumentView<'_>, hit: &SearchHit) -> (char, ColorRole) {
    match hit.spot {
        Spot::Thing(sequence, id) => {
            let sequence = panel.campaign.sequence_or_first(sequence);
            match sequence.item(id) {
                Some(item) => {
                    let ink = match item.kind.family() {
                        Family::Start => ColorRole::StartEdge,
                        Family::Timer => ColorRole::TimerEdge,
                        Family::Communication => ColorRole::CommunicationEdge,
                        Family::Process => ColorRole::ProcessEdge,
                    };
                    (icons::of(&item.kind), ink)
                }
                None if sequence.note(id).is_some() => (char::from(Icon::StickyNote), ColorRole::YellowEdge),
                None => (char::from(Icon::Frame), ColorRole::GreyEdge),
            }
        }
        Spot::Sequence(_) => (char::from(Icon::Workflow), ColorRole::Muted),
        Spot::Entry(..) => (char::from(Icon::BookUser), ColorRole::Muted),
        Spot::Rehearsal(_) => (char::from(Icon::Play), ColorRole::Muted),
        Spot::Campaign => (char::from(Icon::FileText), ColorRole::Muted),
    }
}

/// Paints the row of a match.
pub fn paint(ui: &egui::Ui, rect: Rect, panel: &DocumentView<'_>, hit: &SearchHit) {
    let ink = |ink| color(ink, panel.theme);
    let painter = ui.painter();
    let (glyph, tint) = sign(panel, hit);
    let at = pos2(rect.left() + 18.0, rect.center().y);
    painter.text(at, Align2::CENTER_CENTER, glyph, FontId::new(18.0, icon()), ink(tint));
    let (name, place) = names(panel, hit);
    let left = rect.left() + 40.0;
    let width = rect.right() - left - 10.0;
    let text = ink(ColorRole::Text);
    let format = |font: FontId, color| TextFormat { font_id: font, color, ..TextFormat::default() };
    let mut head = LayoutJob::default();
    head.append(&name, 0.0, format(FontId::new(13.0, semibold()), text));
    let from = format!("{place} · {}", hit.what);
    head.append(&from, 8.0, format(FontId::proportional(11.5), ink(ColorRole::Muted)));
    head.wrap = TextWrapping::truncate_at_width(width);
    painter.galley(pos2(left, rect.top() + 6.0), painter.layout_job(head), text);
    let body = FontId::proportional(12.0);
    let plain = format(body.clone(), ink(ColorRole::Muted));
    let mark = TextFormat { background: ink(ColorRole::YellowPaper), ..format(body, text) };
    let mut line = LayoutJob::default();
    let (start, end) = (hit.range.start, hit.range.end);
    for (part, format) in
        [(hit.text.get(..start), &plain), (hit.text.get(start..end), &mark), (hit.text.get(end..), &plain)]
    {
        line.append(part.unwrap_or_default(), 0.0, format.clone());
    }
    line.wrap = TextWrapping::truncate_at_width(width);
    painter.galley(pos2(left, rect.top() + 6.0) + vec2(0.0, 18.0), painter.layout_job(line), text);
}
