//! A day of the calendar month: its count and its items, how it is painted and said, and the list that it opens.

use std::sync::Arc;

use eframe::egui::{self, Align2, FontId, Rect, RichText, Stroke, StrokeKind, pos2, vec2};

use super::fitting;
use crate::calendar::{Date, Zone};
use crate::campaign::text::thousands;
use crate::picture::theme::{ColorRole, Theme};
use crate::report::load::DayShare;
use crate::report::people::{Filter, OutcomeFilter};
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::Panel;
use crate::ui::controls::look;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::panels::report::figures::Figures;

/// The size of a day from which its items are listed in it.
const ROOMY: egui::Vec2 = vec2(104.0, 52.0);
/// The height of an item's line in a day.
const LINE: f32 = 14.0;
/// Opacity of what is after the clock's time.
const AHEAD: f32 = 0.45;

/// A day with its counts.
pub(super) struct DayInMonth<'a> {
    pub(super) day: Date,
    /// The zone of the day.
    pub(super) zone: &'a Zone,
    /// The day in words.
    pub(super) date: String,
    /// What is counted, in the middle of a sentence: `emails`.
    pub(super) noun: &'a str,
    /// The count to the end of the rehearsal.
    pub(super) count: u64,
    /// The count up to the clock's time.
    pub(super) so_far: u64,
    /// The highest count of a day.
    pub(super) most: u64,
    /// The day of the clock.
    pub(super) clock: Date,
    /// The items that the count is made of.
    pub(super) items: Arc<[DayShare]>,
}

impl DayInMonth<'_> {
    pub(super) fn paint(&self, ui: &egui::Ui, theme: Theme, rect: Rect) {
        let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(rect));
        let text = color(ColorRole::Text, theme);
        painter.rect_filled(rect, 5.0, color(ColorRole::Field, theme));
        if self.count > 0 {
            let is_ahead = self.so_far < self.count && self.day > self.clock;
            // The square root, so that small counts look different from zero. Texts stay readable on every fill.
            let share = (self.count as f32 / self.most as f32).sqrt();
            let depth = (0.14 + 0.36 * share) * if is_ahead { AHEAD } else { 1.0 };
            painter.rect_filled(rect, 5.0, color(ColorRole::Panel, theme));
            painter.rect_filled(rect, 5.0, color(ColorRole::Accent, theme).gamma_multiply(depth));
        }
        if self.day == self.clock {
            painter.rect_stroke(rect, 5.0, Stroke::new(1.0, text), StrokeKind::Inside);
        }
        let top = if rect.height() < 40.0 { rect.center().y } else { rect.top() + 11.0 };
        let ink = if self.count > 0 { text } else { color(ColorRole::Muted, theme) };
        let (left, number) = (pos2(rect.left() + 6.0, top), self.day.civil().2.to_string());
        let number = painter.text(left, Align2::LEFT_CENTER, number, FontId::proportional(11.0), ink);
        if self.count == 0 {
            return;
        }
        let font = |size: f32| FontId::new(size + 2.0, semibold());
        let wide = |words: &str, size: f32| painter.layout_no_wrap(words.to_owned(), font(size), text).rect.width();
        let (words, size) = fitting::in_room(self.count, rect.right() - number.right() - 12.0, wide);
        painter.text(pos2(rect.right() - 6.0, top), Align2::RIGHT_CENTER, words, font(size), text);
        if rect.width() < ROOMY.x || rect.height() < ROOMY.y {
            return;
        }
        let lines = ((rect.height() - 24.0) / LINE).floor() as usize;
        for (place, item) in self.items.iter().take(lines).enumerate() {
            let is_cut = place + 1 == lines && self.items.len() > lines;
            let words = if is_cut { format!("and {} more", self.items.len() - place) } else { item.name.clone() };
            let mut job = egui::text::LayoutJob::simple_singleline(words, FontId::proportional(11.0), text);
            job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 12.0);
            let at = pos2(rect.left() + 6.0, rect.top() + 20.0 + LINE * place as f32);
            painter.galley(at, painter.layout_job(job), text);
        }
    }

    /// `Mon 9 Mar 2026: 500 emails: Welcome 480, Offer 20; still to come`.
    pub(super) fn spoken(&self) -> String {
        if self.count == 0 {
            return format!("{}: none", self.date);
        }
        let share = |item: &DayShare| format!("{} {}", item.name, thousands(item.count));
        let shares: Vec<String> = self.items.iter().map(share).collect();
        let made_of = if shares.is_empty() { String::new() } else { format!(": {}", shares.join(", ")) };
        let to_come = match self.count - self.so_far.min(self.count) {
            0 => String::new(),
            rest if rest == self.count => "; still to come".to_owned(),
            rest => format!("; {} still to come", thousands(rest)),
        };
        format!("{}: {} {}{made_of}{to_come}", self.date, thousands(self.count), self.noun)
    }

    /// The items of the day, each with the way to its contacts, and the way to the day.
    pub(super) fn details(&self, ui: &mut egui::Ui, panel: &mut Panel<'_>, figures: &Figures) {
        let end = self.zone.start_of(self.day.plus_days(1)).plus_secs(-1);
        let end = figures.run.span().map_or(end, |(first, last)| end.clamp(first, last));
        ui.label(RichText::new(format!("{}: {} {}", self.date, thousands(self.count), self.noun)).family(semibold()));
        for item in self.items.iter() {
            let words = format!("{} – {}", item.name, thousands(item.count));
            let button = egui::Button::new(words).frame_when_inactive(false).min_size(vec2(0.0, 26.0)).truncate();
            if ui.add(button).on_hover_text("Show the contacts who have it by the end of this day").clicked() {
                panel.wants(Action::Rehearse(Rehearse::Jump(end)));
                let item = Some(figures.run.item(item.rank));
                let filter = Filter { item, outcome: Some(OutcomeFilter::Ran), ..Filter::default() };
                panel.wants(Action::ShowPeople(filter));
                ui.close();
            }
        }
        if look::link(ui, "Move the clock to the end of this day").clicked() {
            panel.wants(Action::Rehearse(Rehearse::Jump(end)));
            ui.close();
        }
    }
}
