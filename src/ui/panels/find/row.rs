//! One hit: the item it is in, the setting, and the text with what was found marked.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{self, Align2, FontId, Rect, pos2, vec2};
use lucide_icons::Icon;

use crate::campaign::item::Family;
use crate::picture::icons;
use crate::picture::theme::Ink;
use crate::ui::context::panel::DocumentView;
use crate::ui::controls::theme::{color, icon, semibold};
use crate::workbench::find::{Hit, Spot};

/// How high a hit is.
pub const HEIGHT: f32 = 46.0;

/// What a screen reader says of a hit.
pub fn spoken(panel: &DocumentView<'_>, hit: &Hit) -> String {
    let (name, place) = names(panel, hit);
    format!("{name}, {place}, {}: {}", hit.what, hit.text)
}

/// The name of what holds the text, and where that is.
fn names(panel: &DocumentView<'_>, hit: &Hit) -> (String, String) {
    let campaign = panel.campaign;
    match hit.spot {
        Spot::Thing(sequence, id) => {
            let sequence = campaign.sequence_or_first(sequence);
            let name = match (sequence.item(id), sequence.note(id)) {
                (Some(item), _) if item.name.is_empty() => item.kind.label().to_owned(),
                (Some(item), _) => item.name.clone(),
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

fn sign(panel: &DocumentView<'_>, hit: &Hit) -> (char, Ink) {
    match hit.spot {
        Spot::Thing(sequence, id) => {
            let sequence = panel.campaign.sequence_or_first(sequence);
            match sequence.item(id) {
                Some(item) => {
                    let ink = match item.kind.family() {
                        Family::Start => Ink::StartEdge,
                        Family::Timer => Ink::TimerEdge,
                        Family::Communication => Ink::CommunicationEdge,
                        Family::Process => Ink::ProcessEdge,
                    };
                    (icons::of(&item.kind), ink)
                }
                None if sequence.note(id).is_some() => (char::from(Icon::StickyNote), Ink::YellowEdge),
                None => (char::from(Icon::Frame), Ink::GreyEdge),
            }
        }
        Spot::Sequence(_) => (char::from(Icon::Workflow), Ink::Muted),
        Spot::Entry(..) => (char::from(Icon::BookUser), Ink::Muted),
        Spot::Rehearsal(_) => (char::from(Icon::Play), Ink::Muted),
        Spot::Campaign => (char::from(Icon::FileText), Ink::Muted),
    }
}

/// Paints a hit.
pub fn paint(ui: &egui::Ui, rect: Rect, panel: &DocumentView<'_>, hit: &Hit) {
    let ink = |ink| color(ink, panel.theme);
    let painter = ui.painter();
    let (glyph, tint) = sign(panel, hit);
    let at = pos2(rect.left() + 18.0, rect.center().y);
    painter.text(at, Align2::CENTER_CENTER, glyph, FontId::new(18.0, icon()), ink(tint));
    let (name, place) = names(panel, hit);
    let left = rect.left() + 40.0;
    let width = rect.right() - left - 10.0;
    let text = ink(Ink::Text);
    let format = |font: FontId, color| TextFormat { font_id: font, color, ..TextFormat::default() };
    let mut head = LayoutJob::default();
    head.append(&name, 0.0, format(FontId::new(13.0, semibold()), text));
    let from = format!("{place} · {}", hit.what);
    head.append(&from, 8.0, format(FontId::proportional(11.5), ink(Ink::Muted)));
    head.wrap = TextWrapping::truncate_at_width(width);
    painter.galley(pos2(left, rect.top() + 6.0), painter.layout_job(head), text);
    let body = FontId::proportional(12.0);
    let plain = format(body.clone(), ink(Ink::Muted));
    let mark = TextFormat { background: ink(Ink::YellowPaper), ..format(body, text) };
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
