//! Captions, sentences, small buttons: what forms look like.

use eframe::egui::{self, Button, Color32, CornerRadius, Margin, Response, RichText, Ui};
use lucide_icons::Icon;

use crate::picture::theme::{ColorRole, Theme};
use crate::ui::controls::{focus, theme};

/// A colour in the current theme.
pub fn ink(ui: &Ui, ink: ColorRole) -> Color32 {
    theme::color(ink, theme::of(ui.ctx()))
}

/// The small heading over a control.
pub fn caption(ui: &mut Ui, words: &str) -> Response {
    if ui.layout().is_vertical() {
        // A caption is closer to its own control than to the control above.
        ui.add_space(5.0);
    }
    let text = RichText::new(words).size(12.0).family(theme::semibold()).color(ink(ui, ColorRole::Muted));
    let response = ui.label(text);
    focus::note_caption(ui, words);
    response
}

/// The heading of a part of a form.
pub fn section(ui: &mut Ui, text: &str) {
    if ui.min_rect().height() > 1.0 {
        ui.add_space(10.0);
    }
    ui.label(RichText::new(text).size(13.0).family(theme::semibold()));
}

/// A hint below a control.
pub fn hint(ui: &mut Ui, text: &str) -> Response {
    let text = RichText::new(text).size(12.0).color(ink(ui, ColorRole::Muted));
    ui.add(egui::Label::new(text).wrap())
}

/// An error below the control it is about.
pub fn fault(ui: &mut Ui, text: &str) -> Response {
    let text = RichText::new(text).size(12.0).color(ink(ui, ColorRole::Held));
    ui.add(egui::Label::new(text).wrap())
}

/// A note below a control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldNote {
    /// Something to mend.
    Fault(String),
    /// Something to know.
    Hint(String),
}

/// The height of a line that is kept free for a note.
const NOTE: f32 = 15.0;

/// A line below a control that is kept free while there is no note, so that nothing moves when one appears. A long
/// note is cut; hovering shows all of it.
pub fn note(ui: &mut Ui, note: Option<&FieldNote>) {
    let room = note_room(ui);
    if let Some(note) = note {
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        line(&mut ui.new_child(egui::UiBuilder::new().max_rect(room).layout(layout)), note);
    }
}

/// The room for a note.
fn note_room(ui: &mut Ui) -> egui::Rect {
    let gap = ui.spacing().item_spacing.y;
    // The line is closer to its own control than to the one below.
    ui.add_space(3.0 - gap);
    let (room, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), NOTE), egui::Sense::hover());
    ui.add_space(-gap.min(4.0));
    room
}

/// As [`note`], with buttons at its right that may mend it, each with its words and its full name. Returns the index of
/// the one that was pressed.
pub fn note_with_links(ui: &mut Ui, note: &FieldNote, links: &[(&str, &str)]) -> Option<usize> {
    let room = note_room(ui);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(room).layout(layout));
    let mut pressed = None;
    // From the right edge, so the first one stands first.
    for (place, (words, name)) in links.iter().enumerate().rev() {
        let text = RichText::new(*words).size(12.0).color(ink(&ui, ColorRole::Accent));
        let link = focus::keyed(&mut ui, name, |ui| ui.add(Button::new(text).frame(false).small()));
        if link.on_hover_text(*name).accessible_name(*name).clicked() {
            pressed = Some(place);
        }
    }
    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| line(ui, note));
    pressed
}

/// A note on one line. If it is cut, hovering shows all of it.
pub fn line(ui: &mut Ui, note: &FieldNote) -> Response {
    let (words, role) = match note {
        FieldNote::Fault(words) => (words, ColorRole::Held),
        FieldNote::Hint(words) => (words, ColorRole::Muted),
    };
    ui.add(egui::Label::new(RichText::new(words).size(12.0).color(ink(ui, role))).truncate())
}

/// A sign, and next to it words that may take several lines.
pub fn line_with_sign(ui: &mut Ui, sign: Icon, role: ColorRole, words: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let ink = ink(ui, role);
        ui.label(glyph(sign, 14.0).color(ink));
        ui.add(egui::Label::new(RichText::new(words).size(12.5).color(ink)).wrap());
    });
}

/// The value from before, while a pointer button is down. What is below must not move away from under a click that
/// also leaves a field.
pub fn steady<T: Clone + Send + Sync + 'static>(ui: &Ui, id: egui::Id, value: T) -> T {
    let pass = ui.ctx().cumulative_pass_nr();
    let last = ui.data(|data| data.get_temp::<(u64, T)>(id)).filter(|last| last.0 + 1 >= pass);
    let shown = match last {
        Some((_, last)) if ui.input(|input| input.pointer.any_down()) => last,
        _ => value,
    };
    ui.data_mut(|data| data.insert_temp(id, (pass, shown.clone())));
    shown
}

/// A sentence on a tinted background.
pub fn sentence(ui: &mut Ui, text: &str) {
    tinted(ui, 1, |ui| drop(ui.add(egui::Label::new(text).wrap())));
}

/// A tinted background with room for this number of lines.
pub fn tinted(ui: &mut Ui, lines: usize, content: impl FnOnce(&mut Ui)) {
    let frame = egui::Frame::new()
        .fill(ink(ui, ColorRole::AccentField))
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(lines as f32 * ui.text_style_height(&egui::TextStyle::Body));
        content(ui);
    });
}

/// A card around the controls of one entry.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = egui::Frame::new()
        .stroke(egui::Stroke::new(1.0, ink(ui, ColorRole::Line)))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::same(10));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui)
    });
    shown.inner
}

/// A shaded background for controls that belong together, in a row with others. Fields on it are light.
pub fn group<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = egui::Margin::symmetric(6, 5);
    let frame = egui::Frame::new().fill(ink(ui, ColorRole::Field)).corner_radius(6).inner_margin(margin);
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.visuals_mut().extreme_bg_color = ink(ui, ColorRole::Panel);
        content(ui)
    });
    shown.inner
}

/// An area of fixed size, so that what is next to it doesn't move.
pub fn slot<R>(ui: &mut Ui, size: egui::Vec2, layout: egui::Layout, content: impl FnOnce(&mut Ui) -> R) -> R {
    let (room, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    content(&mut ui.new_child(egui::UiBuilder::new().max_rect(room).layout(layout)))
}

/// A line of text, shortened with “…” to a width, to be painted.
pub fn cut(
    ui: &Ui,
    text: impl Into<String>,
    font: egui::FontId,
    ink: Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.into(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// A glyph of the icon font.
pub fn glyph(icon: Icon, size: f32) -> RichText {
    RichText::new(char::from(icon).to_string()).family(theme::icon()).size(size)
}

/// A small button with a glyph and a name for screen readers.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let button = Button::new(glyph(icon, 14.0)).min_size(egui::vec2(26.0, 26.0)).frame_when_inactive(false);
    ui.add(button).on_hover_text(name).accessible_name(name)
}

/// As [`icon_button`], which may be disabled.
pub fn icon_button_if(ui: &mut Ui, can: bool, icon: Icon, name: &str) -> bool {
    ui.add_enabled_ui(can, |ui| icon_button(ui, icon, name).clicked()).inner
}

/// A button whose text is also its name in the form.
pub fn button(ui: &mut Ui, text: &str) -> Response {
    focus::keyed(ui, text, |ui| ui.button(text))
}

/// A text that can be pressed.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    let text = RichText::new(text).size(12.0).color(ink(ui, ColorRole::Accent));
    ui.add(Button::new(text).frame(false).min_size(egui::vec2(0.0, 20.0)))
}

/// The filled main button of a form.
pub fn filled(ui: &mut Ui, text: &str) -> Response {
    let label = RichText::new(text).color(ink(ui, ColorRole::OnAccent)).family(theme::semibold());
    ui.add(Button::new(label).fill(ink(ui, ColorRole::Accent)))
}

/// As [`filled`], with a glyph before its text. Its name may be longer than its text.
pub fn filled_with(ui: &mut Ui, icon: Icon, text: &str, name: &str) -> Response {
    let color = ink(ui, ColorRole::OnAccent);
    let label = RichText::new(text).color(color).family(theme::semibold());
    let button = Button::new((glyph(icon, 14.0).color(color), label)).fill(ink(ui, ColorRole::Accent));
    ui.add(button.min_size(egui::vec2(0.0, 28.0))).accessible_name(name)
}

/// The edge and fill colours of an item's family.
pub fn family(family: crate::campaign::kinds::Family, theme: Theme) -> (Color32, Color32) {
    use crate::campaign::kinds::Family;
    let (edge, fill) = match family {
        Family::Start => (ColorRole::StartEdge, ColorRole::StartFill),
        Family::Timer => (ColorRole::TimerEdge, ColorRole::TimerFill),
        Family::Communication => (ColorRole::CommunicationEdge, ColorRole::CommunicationFill),
        Family::Process => (ColorRole::ProcessEdge, ColorRole::ProcessFill),
    };
    (theme::color(edge, theme), theme::color(fill, theme))
}

/// A checkbox with its label.
pub fn check(ui: &mut Ui, is_on: &mut bool, words: &str) -> Response {
    let line = egui::Stroke::new(1.0, ink(ui, ColorRole::Muted));
    focus::keyed(ui, words, |ui| {
        // The box has the colour of a field, which is hard to see without an edge.
        ui.visuals_mut().widgets.inactive.bg_stroke = line;
        ui.visuals_mut().widgets.hovered.bg_stroke = line;
        ui.visuals_mut().widgets.active.bg_stroke = line;
        ui.checkbox(is_on, words)
    })
}
