//! The message itself: who gets it, its subject with the length, its body, and what is not filled.

use std::sync::Arc;

use eframe::egui::{self, Label, RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use super::blocks::{self, BlockPlaces};
use super::ink;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::{Family, Kind};
use crate::picture::theme::ColorRole;
use crate::ui::controls::{focus, look, segments, theme};
use crate::workbench::preview::MessagePreview;
use crate::workbench::preview::html::breaks::KEEP_LINE_BREAKS;
use crate::workbench::preview::length;
use crate::workbench::preview::marked::{PreviewText, in_words};

/// How the body is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BodyView {
    /// As styled text, if it is HTML.
    #[default]
    Html,
    /// As a program without HTML shows it.
    Plain,
    /// As typed, with merge fields filled.
    Source,
}

/// How the body is shown, and where its blocks are.
#[derive(Debug, Default)]
pub struct ShownBody {
    view: BodyView,
    places: BlockPlaces,
}

/// Draws the whole message. Returns whether to keep the line breaks of its HTML, which is offered if it can be edited.
pub fn show(
    ui: &mut Ui,
    message: &Arc<MessagePreview>,
    (kind, can_edit): (&Kind, bool),
    shown: &mut ShownBody,
) -> bool {
    unfilled(ui, message);
    ui.add_space(2.0);
    head(ui, message, kind);
    ui.add_space(4.0);
    let is_html = message.page.is_some();
    if is_html {
        ui.allocate_ui(egui::vec2(ui.available_width().min(360.0), 28.0), |ui| {
            let views = [(BodyView::Html, "HTML"), (BodyView::Plain, "Plain text"), (BodyView::Source, "Source")];
            segments::bare(ui, &mut shown.view, &views);
        });
    }
    notes(ui, message, kind, shown.view);
    let keeps_breaks = message.loses_line_breaks && shown.view != BodyView::Source && line_breaks(ui, can_edit);
    let frame = egui::Frame::new()
        .fill(ui.visuals().extreme_bg_color)
        .stroke(egui::Stroke::new(1.0, look::ink(ui, ColorRole::Line)))
        .corner_radius(8)
        .inner_margin(egui::Margin::same(12));
    frame.show(ui, |ui| {
        let area = ScrollArea::vertical().id_salt(("message", shown.view as u8)).auto_shrink([false, false]);
        area.show(ui, |ui| {
            ui.set_width(ui.available_width() - 10.0);
            body(ui, message, shown);
        });
    });
    keeps_breaks
}

/// Says that line breaks are lost, and offers to keep them. Returns whether the offer was taken.
fn line_breaks(ui: &mut Ui, can_edit: bool) -> bool {
    let row = ui.horizontal_wrapped(|ui| {
        look::line_with_sign(ui, Icon::TriangleAlert, ColorRole::Held, "This text is HTML: its line breaks don’t show");
        can_edit && focus::keyed(ui, KEEP_LINE_BREAKS, |ui| look::link(ui, KEEP_LINE_BREAKS)).clicked()
    });
    row.inner
}

fn body(ui: &mut Ui, message: &Arc<MessagePreview>, shown: &mut ShownBody) {
    let view = shown.view;
    if message.body.pieces.is_empty() {
        look::hint(ui, "There is no text yet.");
        return;
    }
    match (&message.page, view) {
        (Some(page), BodyView::Html) => blocks::show(ui, message, page, &mut shown.places),
        (Some(page), BodyView::Plain) => drop(text(ui, page.plain())),
        (Some(_), BodyView::Source) | (None, _) => {
            let job = ink::marked(ui, &message.body.pieces, ink::SIZE);
            ui.add(Label::new(job).wrap().selectable(true));
        }
    }
    let cut = match (&message.page, view) {
        (Some(page), BodyView::Html | BodyView::Plain) => length::of_cut_page(page, &message.body),
        (Some(_), BodyView::Source) | (None, _) => length::of_cut(&message.body),
    };
    if let Some(words) = cut {
        ui.add_space(8.0);
        look::fault(ui, &words);
    }
}

fn text(ui: &mut Ui, words: String) -> egui::Response {
    ui.add(Label::new(RichText::new(words).size(ink::SIZE)).wrap().selectable(true))
}

/// What is not filled for this contact, by sign and word.
fn unfilled(ui: &mut Ui, message: &MessagePreview) {
    let sentences = in_words(&message.unfilled);
    for words in &sentences {
        look::line_with_sign(ui, Icon::TriangleAlert, ColorRole::Held, words);
    }
    if sentences.is_empty() {
        match message.has_fields {
            true => look::line_with_sign(ui, Icon::Check, ColorRole::Ran, "All merge fields are filled"),
            false => look::line_with_sign(
                ui,
                Icon::Info,
                ColorRole::Muted,
                "No merge fields: every contact gets the same text",
            ),
        }
    }
}

/// The rows above the body: from, to, subject.
fn head(ui: &mut Ui, message: &MessagePreview, kind: &Kind) {
    ui.spacing_mut().item_spacing.y = 4.0;
    if matches!(kind, Kind::Email(_)) {
        row(ui, "From", |ui| {
            look::hint(ui, "Your email program adds the sender and Reply-To: campaigns don’t have them");
        });
    }
    if kind.family() == Family::Communication {
        row(ui, "To", |ui| {
            if !message.to.is_empty() {
                ui.add(Label::new(&message.to).wrap().selectable(true));
            }
            if let Some(lacks) = &message.no_address {
                look::fault(ui, &format!("Can’t be sent: {lacks}"));
            }
        });
    }
    if let Some((setting, line)) = &message.line {
        row(ui, setting.label(), |ui| one_line(ui, *setting, line));
    }
}

/// A row above the body: a caption, and what it is about.
fn row(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let layout = egui::Layout::left_to_right(egui::Align::Min);
        look::slot(ui, egui::vec2(58.0, 18.0), layout, |ui| {
            let name = RichText::new(name).size(12.0).family(theme::semibold()).color(look::ink(ui, ColorRole::Muted));
            ui.label(name);
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            content(ui);
        });
    });
}

fn one_line(ui: &mut Ui, setting: Setting, line: &PreviewText) {
    let job = ink::marked(ui, &line.pieces, 14.5);
    ui.add(Label::new(job).wrap().selectable(true));
    if setting == Setting::Subject {
        let words = length::of_subject(line.length);
        if line.length > length::PHONE_SUBJECT {
            look::fault(ui, &words);
        } else {
            look::hint(ui, &words);
        }
    }
}

/// What to know about the body.
fn notes(ui: &mut Ui, message: &MessagePreview, kind: &Kind, view: BodyView) {
    if let Kind::TextMessage(_) = kind
        && !message.body.is_cut
    {
        look::hint(ui, &length::of_text_message(&message.body.received()));
    }
    let Some(page) = message.page.as_ref().filter(|_| view != BodyView::Source) else { return };
    if !page.as_source.is_empty() {
        let words = format!("Shown as source, never run or loaded: {}", page.as_source.join(", "));
        look::hint(ui, &words);
    }
    if page.hides {
        look::hint(ui, "A part is hidden from readers. Source shows it.");
    }
}
