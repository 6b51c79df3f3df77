//! The palette: all objects, to drag onto the canvas or to add with Enter.

use eframe::egui::{self, Align2, DragAndDrop, EventFilter, FontId, Id, Key, Modifiers, Role, Sense, WidgetInfo};

use crate::campaign::catalog::{Group, OFFERS};
use crate::campaign::kinds::Family;
use crate::picture::icons;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::controls::focus;
use crate::ui::controls::side_switch;
use crate::ui::controls::theme::{color, icon};
use crate::ui::controls::walk::{self, AfterLastRow, RowMove};
use crate::workbench::arrange::placing::NewThing;

/// Smallest window width at which the palette has names next to its icons.
const NARROW: f32 = 1100.0;
const ROW: f32 = 25.0;

/// Draws the palette of objects.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let narrow = ui.ctx().content_rect().width() < NARROW;
    let width = if narrow { 52.0 } else { 196.0 };
    // The same margins as the outline, so that nothing moves when switching.
    let frame =
        egui::Frame::new().fill(color(ColorRole::Panel, panel.theme)).inner_margin(egui::Margin::symmetric(8, 8));
    egui::Panel::left("palette").resizable(false).exact_size(width).frame(frame).show(ui, |ui| {
        if !narrow {
            side_switch::show(ui, panel);
        }
        let mut seen = DrawnList::default();
        // The note and the help are below the list, always visible.
        let below = if narrow { ROW + 14.0 } else { ROW + 52.0 };
        let typed = if narrow { PaletteInput::default() } else { search(ui) };
        let list = egui::ScrollArea::vertical().max_height((ui.available_height() - below).max(ROW));
        list.auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            rows(ui, panel, &typed, narrow, &mut seen);
        });
        note(ui, panel, narrow, &mut seen);
        walk(ui, typed.down, &seen.rows, !narrow);
        if let (false, Some(help)) = (narrow, seen.help) {
            ui.add(egui::Label::new(egui::RichText::new(help).small()).wrap());
        }
    });
}

/// The state of the list when it was drawn.
#[derive(Default)]
struct DrawnList {
    /// The help of the hovered or focused row.
    help: Option<&'static str>,
    rows: Vec<Id>,
}

/// The text of the search field, and the keys pressed in it.
#[derive(Default)]
struct PaletteInput {
    text: String,
    enter: bool,
    down: bool,
}

fn search_id() -> Id {
    Id::unique("palette search")
}

/// The search field, whose text is kept while the window is open.
fn search(ui: &mut egui::Ui) -> PaletteInput {
    let (kept, id) = (search_id().with("text"), search_id());
    let mut text: String = ui.data(|data| data.get_temp(kept)).unwrap_or_default();
    ui.add_space(6.0);
    let (mut enter, mut down) = (false, false);
    if ui.memory(|memory| memory.has_focus(id)) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        (enter, down) = (pressed(Key::Enter) && !text.trim().is_empty(), pressed(Key::ArrowDown));
        if !text.is_empty() && pressed(Key::Escape) {
            text.clear();
        }
    }
    // Esc clears the field, then leaves it.
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: !text.is_empty() };
    let field = egui::TextEdit::singleline(&mut text).id(id).hint_text("Search items").event_filter(filter);
    ui.add(field.desired_width(f32::INFINITY)).accessible_name("Search items");
    ui.data_mut(|data| data.insert_temp(kept, text.clone()));
    PaletteInput { text: text.trim().to_lowercase(), enter, down }
}

/// Down moves from the search field to the first row. Arrow keys move through the rows, and from the first one back.
fn walk(ui: &egui::Ui, down: bool, rows: &[Id], has_field: bool) {
    let focused = ui.memory(|memory| memory.focused());
    let to = match rows.iter().position(|id| Some(*id) == focused) {
        None if down => rows.first().copied(),
        None => None,
        Some(at) => {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(rows[at], filter));
            match walk::pressed(ui, false) {
                Some(RowMove::Previous) if at == 0 => has_field.then(search_id),
                Some(way) => Some(rows[way.from(at, rows.len(), walk::PAGE, AfterLastRow::Stop)]),
                None => None,
            }
        }
    };
    if let Some(to) = to {
        walk::stay(ui);
        ui.memory_mut(|memory| memory.request_focus(to));
    }
}

fn rows(ui: &mut egui::Ui, panel: &mut Panel<'_>, typed: &PaletteInput, narrow: bool, seen: &mut DrawnList) {
    let holds = |words: &str| words.to_lowercase().contains(&typed.text);
    let fits = |label: &str, help: &str| holds(label) || holds(help);
    let mut group = None;
    let mut found = false;
    for (place, offer) in OFFERS.iter().enumerate().filter(|(_, offer)| fits(offer.label, offer.help)) {
        let is_first = !std::mem::replace(&mut found, true);
        let heading = Group::of(offer.family);
        if group != Some(heading) {
            if narrow && group.is_some() {
                ui.separator();
            }
            group = Some(heading);
            if !narrow {
                ui.add_space(6.0);
                ui.label(egui::RichText::new(heading.label()).color(color(ColorRole::Muted, panel.theme)).small());
                ui.add_space(2.0);
            }
        }
        let kind = (offer.new)();
        let glyph = Glyph { letter: icons::of(&kind), family: Some(kind.family()) };
        let row = PaletteRow { glyph, label: offer.label, help: offer.help, thing: NewThing::Object(place) };
        if row.show(ui, panel.theme, narrow, seen) || is_first && typed.enter {
            panel.wants(Action::Run(Command::Insert(place)));
        }
    }
    if !found {
        ui.label("No matches");
    }
}

fn note(ui: &mut egui::Ui, panel: &mut Panel<'_>, narrow: bool, seen: &mut DrawnList) {
    let note = PaletteRow {
        glyph: Glyph { letter: char::from(lucide_icons::Icon::StickyNote), family: None },
        label: "Canvas note",
        help: "A text on the canvas; nothing runs there",
        thing: NewThing::Note,
    };
    if note.show(ui, panel.theme, narrow, seen) {
        panel.wants(Action::Run(Command::NewNote));
    }
}

/// An icon in the colours of its family, or of a note's paper.
#[derive(Clone, Copy)]
struct Glyph {
    letter: char,
    family: Option<Family>,
}

impl Glyph {
    fn paint(self, painter: &egui::Painter, rect: egui::Rect, theme: Theme) {
        let (edge, fill) = match self.family {
            Some(Family::Start) => (ColorRole::StartEdge, ColorRole::StartFill),
            Some(Family::Timer) => (ColorRole::TimerEdge, ColorRole::TimerFill),
            Some(Family::Communication) => (ColorRole::CommunicationEdge, ColorRole::CommunicationFill),
            Some(Family::Process) => (ColorRole::ProcessEdge, ColorRole::ProcessFill),
            None => (ColorRole::YellowEdge, ColorRole::YellowPaper),
        };
        let rounding = rect.width() * 0.22;
        let stroke = egui::Stroke::new(1.0, color(edge, theme));
        painter.rect(rect, rounding, color(fill, theme), stroke, egui::StrokeKind::Inside);
        let font = FontId::new((rect.width() * 0.58).round(), icon());
        let ink = if self.family.is_none() { ColorRole::Text } else { edge };
        painter.text(rect.center(), Align2::CENTER_CENTER, self.letter, font, color(ink, theme));
    }
}

struct PaletteRow {
    glyph: Glyph,
    label: &'static str,
    help: &'static str,
    thing: NewThing,
}

impl PaletteRow {
    /// Draws the row. Returns whether to add the object.
    fn show(&self, ui: &mut egui::Ui, theme: Theme, narrow: bool, seen: &mut DrawnList) -> bool {
        let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.label));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 6.0, color(ColorRole::Field, theme));
        }
        if focus::shows_itself(&response) {
            let stroke = egui::Stroke::new(1.5, color(ColorRole::Accent, theme));
            ui.painter().rect_stroke(rect, 6.0, stroke, egui::StrokeKind::Inside);
        }
        if response.has_focus() || response.hovered() && seen.help.is_none() {
            seen.help = Some(self.help);
        }
        seen.rows.push(response.id);
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let left = if narrow { rect.center().x } else { rect.min.x + 16.0 };
        let tile = egui::Rect::from_center_size(egui::pos2(left, rect.center().y), egui::Vec2::splat(22.0));
        self.glyph.paint(ui.painter(), tile, theme);
        if !narrow {
            let at = egui::pos2(rect.min.x + 36.0, rect.center().y);
            let font = FontId::proportional(13.0);
            ui.painter().text(at, Align2::LEFT_CENTER, self.label, font, color(ColorRole::Text, theme));
        }
        response.dnd_set_drag_payload(self.thing);
        // With enough room, the help is below the list.
        let response = if narrow { response.on_hover_text(format!("{}: {}", self.label, self.help)) } else { response };
        response.clicked()
    }
}

/// Draws what is dragged from the palette at the pointer, unless the canvas shows its preview.
pub fn ghost(ctx: &egui::Context, theme: Theme) {
    let Some(thing) = DragAndDrop::payload::<NewThing>(ctx) else { return };
    let Some(at) = ctx.pointer_interact_pos() else { return };
    let glyph = match *thing {
        NewThing::Object(place) => {
            let kind = (OFFERS[place].new)();
            Glyph { letter: icons::of(&kind), family: Some(kind.family()) }
        }
        NewThing::Note => Glyph { letter: char::from(lucide_icons::Icon::StickyNote), family: None },
    };
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("palette ghost"));
    let rect = egui::Rect::from_center_size(at + egui::vec2(18.0, 18.0), egui::Vec2::splat(28.0));
    glyph.paint(&ctx.layer_painter(layer), rect, theme);
    ctx.set_cursor_icon(egui::CursorIcon::Grabbing);
}
