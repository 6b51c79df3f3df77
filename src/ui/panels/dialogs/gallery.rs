//! The samples and the user's templates, each with a small picture of its canvas.

use std::sync::Arc;

use eframe::egui::{self, FontId, Pos2, Role, Sense, Stroke, WidgetInfo};
use lucide_icons::Icon;

use super::cards::{CardSource, GalleryCard, GalleryState};
use crate::campaign::document::Campaign;
use crate::campaign::kinds::Family;
use crate::campaign::known::IndexedDirectory;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::Scene;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::look;
use crate::ui::controls::modal::{modal, other_button};
use crate::ui::controls::{focus, theme};
use crate::workbench::samples::SAMPLES;
use crate::workbench::templates::{Template, TemplateId};

const CARD: egui::Vec2 = egui::vec2(248.0, 224.0);
const PICTURE: f32 = 112.0;
/// Most lines of a name: the longest one of a sample needs two.
const NAME_ROWS: usize = 2;
const GAP: f32 = 12.0;
/// The width of the button that deletes a template.
const BUTTON: f32 = 26.0;

/// Draws the dialog with the samples and the user's templates.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut GalleryState, is_new: bool) {
    if is_new {
        state.deleting = None;
    }
    let samples = Arc::clone(state.samples.get_or_insert_with(|| Arc::new(samples())));
    let number = panel.templates.number();
    let known = state.templates.take().filter(|(of, _)| *of == number);
    let (_, templates) = state.templates.insert(known.unwrap_or_else(|| {
        let cards = panel.templates.listed().iter().map(template).collect();
        (number, Arc::new(cards))
    }));
    let templates = Arc::clone(templates);
    let mut done = false;
    let room = ctx.content_rect();
    let columns = (((room.width() - 96.0 + GAP) / (CARD.x + GAP)).floor()).clamp(1.0, 4.0);
    let width = columns * (CARD.x + GAP) + 12.0;
    let title = if templates.is_empty() { "Samples" } else { "Templates and samples" };
    let closed = modal(ctx, "gallery", title, width, |ui| {
        ui.label("Each opens as a copy that you can change.");
        // The list is as high as its content, although a dialog starts small.
        let tall = (room.height() - 200.0).max(120.0);
        egui::ScrollArea::vertical().max_height(tall).min_scrolled_height(tall).show(ui, |ui| {
            if templates.is_empty() {
                look::hint(ui, "File › Save as template… adds your own campaigns here.");
            } else {
                look::section(ui, "Your templates");
                rows(ui, panel, state, &templates, columns as usize);
                look::section(ui, "Samples");
            }
            rows(ui, panel, state, &samples, columns as usize);
        });
        done = ui.horizontal(|ui| other_button(ui, "Cancel").clicked()).inner;
    });
    if done || closed {
        panel.wants(Action::Close);
    }
}

fn rows(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut GalleryState, cards: &[GalleryCard], columns: usize) {
    for row in cards.chunks(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for card in row {
                let response = draw(ui, card, panel.theme);
                match &card.opens {
                    CardSource::Sample(place) if response.clicked() => panel.wants(Action::OpenSample(*place)),
                    CardSource::Sample(_) => {}
                    CardSource::Template(id) => {
                        if response.clicked() {
                            panel.wants(Action::OpenTemplate(id.clone()));
                        }
                        if delete(ui, panel.theme, state, (id, &card.name), response.rect) {
                            panel.wants(Action::DeleteTemplate(id.clone()));
                        }
                    }
                }
            }
        });
    }
}

/// The buttons that delete a template, on its card. Returns whether the user agreed to it.
fn delete(
    ui: &mut egui::Ui,
    theme: Theme,
    state: &mut GalleryState,
    (id, name): (&TemplateId, &str),
    card: egui::Rect,
) -> bool {
    let top = card.top() + PICTURE + 1.0;
    let line = egui::Rect::from_min_max(egui::pos2(card.left() + 8.0, top), egui::pos2(card.right() - 6.0, top + 28.0));
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut ui = ui.new_child(egui::UiBuilder::new().id_salt(("delete", id)).max_rect(line).layout(layout));
    if state.deleting.as_ref() != Some(id) {
        if look::icon_button(&mut ui, Icon::Trash2, &format!("Delete template “{name}”")).clicked() {
            state.deleting = Some(id.clone());
        }
        return false;
    }
    ui.painter().rect_filled(line, 0.0, theme::color(ColorRole::Panel, theme));
    let words = egui::RichText::new("Delete permanently").color(theme::color(ColorRole::OnAccent, theme));
    let agreed = ui.add(egui::Button::new(words).fill(theme::color(ColorRole::Held, theme))).clicked();
    if ui.button("Keep it").clicked() || agreed {
        state.deleting = None;
    }
    agreed
}

fn samples() -> Vec<GalleryCard> {
    let cards = SAMPLES.iter().enumerate().filter_map(|(sample, text)| {
        let campaign = text.campaign()?;
        campaign.sequences.first()?;
        Some(GalleryCard::of(CardSource::Sample(sample), &campaign))
    });
    cards.collect()
}

fn template(template: &Template) -> GalleryCard {
    let opens = CardSource::Template(template.id.clone());
    match &template.campaign {
        Some(campaign) => GalleryCard { name: template.name.clone(), ..GalleryCard::of(opens, campaign) },
        None => GalleryCard {
            opens,
            name: template.name.clone(),
            description: "Its picture can't be shown. Open it to see more.".to_owned(),
            dots: Vec::new(),
            lines: Vec::new(),
            bounds: Rect::default(),
        },
    }
}

impl GalleryCard {
    fn of(opens: CardSource, campaign: &Campaign) -> Self {
        let directory = IndexedDirectory::new(&campaign.directory).in_zone(&campaign.time_zone);
        let scene = campaign.sequences.first().map(|sequence| Scene::new(sequence, &directory)).unwrap_or_default();
        let tiles = scene.faces.iter().map(|face| face.tile());
        Self {
            opens,
            bounds: tiles.reduce(|a, b| a.union(&b)).unwrap_or_default().grown(30.0),
            dots: scene.faces.iter().map(|face| (face.middle, face.family)).collect(),
            lines: scene.wires.iter().map(|wire| wire.path).collect(),
            name: campaign.name.clone(),
            description: campaign.description.clone(),
        }
    }
}

fn draw(ui: &mut egui::Ui, card: &GalleryCard, theme: Theme) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(CARD, Sense::click());
    let spoken = format!("{}. {}", card.name, card.description);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if response.has_focus() {
        response.scroll_to_me(None);
    }
    let color = |ink| theme::color(ink, theme);
    let lively = focus::shows_itself(&response) || response.hovered();
    let edge =
        Stroke::new(if lively { 2.0 } else { 1.0 }, color(if lively { ColorRole::Accent } else { ColorRole::Line }));
    let painter = ui.painter();
    painter.rect(rect, 10.0, color(ColorRole::Panel), edge, egui::StrokeKind::Inside);
    let picture = egui::Rect::from_min_size(rect.min, egui::vec2(CARD.x, PICTURE)).shrink(6.0);
    painter.rect_filled(picture, 6.0, color(ColorRole::Paper));
    paint_picture(painter, card, picture, theme);
    let left = rect.min + egui::vec2(12.0, PICTURE + 6.0);
    // The button that deletes a template is in the line of its name.
    let button = if matches!(card.opens, CardSource::Template(_)) { BUTTON } else { 0.0 };
    let text = |text: &str, font: FontId, ink: ColorRole, rows: usize| {
        let width = CARD.x - 24.0 - if rows == NAME_ROWS { button } else { 0.0 };
        let mut job = egui::text::LayoutJob::simple(text.to_owned(), font, color(ink), width);
        job.wrap = egui::text::TextWrapping { max_width: width, max_rows: rows, ..Default::default() };
        ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
    };
    let name = text(&card.name, FontId::new(13.5, theme::semibold()), ColorRole::Text, NAME_ROWS);
    let description = text(&card.description, FontId::proportional(11.5), ColorRole::Muted, 4);
    let below = name.rect.height() + 3.0;
    let is_cut = name.elided || description.elided;
    painter.galley(left, name, color(ColorRole::Text));
    painter.galley(left + egui::vec2(0.0, below), description, color(ColorRole::Muted));
    if is_cut { response.on_hover_text(spoken) } else { response }
}

/// Items as rounded dots, links as lines, fitted into a rectangle.
fn paint_picture(painter: &egui::Painter, card: &GalleryCard, room: egui::Rect, theme: Theme) {
    let across = room.width() / card.bounds.width().max(1.0);
    let scale = across.min(room.height() / card.bounds.height().max(1.0)).min(0.35);
    let middle = card.bounds.middle();
    let to_screen = |at: Point| {
        let shift = egui::vec2(at.x - middle.x, at.y - middle.y) * scale;
        room.center() + shift
    };
    let wire = Stroke::new(1.0, theme::color(ColorRole::Wire, theme));
    for path in &card.lines {
        let points: Vec<Pos2> = path.points(1.0).into_iter().map(to_screen).collect();
        painter.add(egui::Shape::line(points, wire));
    }
    let side = (64.0 * scale).clamp(4.0, 14.0);
    for (at, family) in &card.dots {
        let (edge, fill) = match family {
            Family::Start => (ColorRole::StartEdge, ColorRole::StartFill),
            Family::Timer => (ColorRole::TimerEdge, ColorRole::TimerFill),
            Family::Communication => (ColorRole::CommunicationEdge, ColorRole::CommunicationFill),
            Family::Process => (ColorRole::ProcessEdge, ColorRole::ProcessFill),
        };
        let tile = egui::Rect::from_center_size(to_screen(*at), egui::Vec2::splat(side));
        let stroke = Stroke::new(1.2, theme::color(edge, theme));
        painter.rect(tile, side * 0.28, theme::color(fill, theme), stroke, egui::StrokeKind::Inside);
    }
}
