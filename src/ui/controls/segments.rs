//! Choices that are all visible: segments, chips, switches.

use eframe::egui::{Button, Color32, Response, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

use crate::picture::theme::ColorRole;

use super::{focus, look, operated};

/// One of a few options, next to each other under a caption. Returns whether another one was chosen.
pub fn segments<T: Copy + PartialEq>(ui: &mut Ui, label: &str, value: &mut T, options: &[(T, &str)]) -> bool {
    look::caption(ui, label);
    focus::keyed(ui, label, |ui| bare(ui, value, options))
}

/// As [`segments`], with the options one below the other, for long words.
pub fn stacked<T: Copy + PartialEq>(ui: &mut Ui, label: &str, value: &mut T, options: &[(T, &str)]) -> bool {
    look::caption(ui, label);
    focus::keyed(ui, label, |ui| {
        let mut changed = false;
        for option in options {
            changed |= bare(ui, value, std::slice::from_ref(option));
        }
        changed
    })
}

/// As [`segments`], without a caption.
pub fn bare<T: Copy + PartialEq>(ui: &mut Ui, value: &mut T, options: &[(T, &str)]) -> bool {
    let mut chosen = None;
    let gap = 6.0;
    let width = (ui.available_width() - gap * (options.len() as f32 - 1.0)) / options.len() as f32;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (option, words) in options {
            let is_on = value == option;
            let button =
                Button::selectable(is_on, *words).min_size(vec2(width.floor(), 28.0)).frame_when_inactive(true);
            let edge = if is_on { look::ink(ui, ColorRole::Accent) } else { Color32::TRANSPARENT };
            let response = ui.add(button.stroke(Stroke::new(1.0, edge)));
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, words));
            if response.clicked() {
                operated::note(ui);
                chosen = (!is_on).then_some(*option);
            }
        }
    });
    if let Some(chosen) = chosen {
        *value = chosen;
    }
    chosen.is_some()
}

/// A small button that is on or off. Its name may be longer than its text.
pub fn chip(ui: &mut Ui, is_on: bool, words: &str, name: &str, width: f32) -> Response {
    let (ink, fill) =
        if is_on { (ColorRole::OnAccent, ColorRole::Accent) } else { (ColorRole::Muted, ColorRole::Field) };
    let words = RichText::new(words).color(look::ink(ui, ink));
    let button = Button::new(words).fill(look::ink(ui, fill)).min_size(vec2(width, 28.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name));
    response
}
