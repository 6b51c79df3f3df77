//! What the bars of the time bar count: their unit, their period, and the number of the tallest.

use eframe::egui::{FontId, Painter, Rect, pos2, vec2};

use super::bar::TimeBar;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::controls::theme::color;
use crate::ui::controls::words;

/// The bars of the histogram.
#[derive(Debug, Default)]
pub(super) struct HistogramBars {
    /// The number of events in each bar.
    pub counts: Vec<u64>,
    /// The seconds that a bar stands for.
    pub secs: f64,
}

impl HistogramBars {
    /// The number of the tallest bar.
    pub fn most(&self) -> u64 {
        self.counts.iter().copied().max().unwrap_or_default()
    }

    /// The height of a bar, as a fraction of the tallest. It follows a power of the count, so that rare events are
    /// visible.
    pub fn height(&self, count: u64) -> f32 {
        (count as f32 / self.most().max(1) as f32).powf(0.4)
    }

    /// The period of a bar, in words: `about 5 hours`.
    fn period(&self) -> String {
        let units = [(86_400.0, "day", "days"), (3_600.0, "hour", "hours"), (60.0, "minute", "minutes")];
        let unit = units.into_iter().find(|(secs, ..)| self.secs >= secs * 0.95);
        let (secs, one, many) = unit.unwrap_or((1.0, "second", "seconds"));
        match (self.secs / secs).round().max(1.0) as u64 {
            // A timer's day isn't always 24 hours.
            1 if one == "day" => "about 24 hours".to_owned(),
            count => format!("about {}", words::count(count, one, many)),
        }
    }

    /// The scale, as what the tallest bar stands for: `Tallest bar: 1,204 steps in about 5 hours`.
    pub fn caption(&self) -> String {
        format!("Tallest bar: {} in {}", words::count(self.most(), "step", "steps"), self.period())
    }

    /// What happens in a bar: `1,204 steps in about 5 hours`.
    pub fn told(&self, place: usize) -> Option<String> {
        let count = *self.counts.get(place)?;
        Some(format!(
            "{} in {}: items that ran, were skipped or began to hold.\nLow bars are drawn higher, so that they can be seen",
            words::count(count, "step", "steps"),
            self.period()
        ))
    }
}

/// The seconds that each of `count` bars stands for.
pub(super) fn secs_of_bar(bar: &TimeBar<'_>, count: usize) -> f64 {
    let open = bar.axis.pieces().iter().find(|piece| !piece.folded && piece.right > piece.left);
    let share = (bar.seen.1 - bar.seen.0) / count.max(1) as f64;
    open.map_or(0.0, |piece| (piece.to - piece.from) as f64 / (piece.right - piece.left) * share)
}

/// Paints the caption above the bars, at the right or else at the left, clear of other words (`taken`).
pub(super) fn paint(painter: &Painter, bar: &TimeBar<'_>, bars: &HistogramBars, taken: &[Rect], theme: Theme) {
    let font = FontId::proportional(11.0);
    let words = painter.layout_no_wrap(bars.caption(), font, color(ColorRole::Muted, theme));
    let size = words.size();
    let at_right = pos2(bar.rect.right() - size.x, bar.rect.top());
    let free = [at_right, bar.rect.left_top()].into_iter().find(|at| {
        let area = Rect::from_min_size(*at, size).expand2(vec2(8.0, 0.0));
        taken.iter().all(|taken| !taken.intersects(area))
    });
    if let Some(at) = free.filter(|_| size.x < bar.rect.width()) {
        painter.galley(at, words, color(ColorRole::Muted, theme));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caption_has_unit_period_and_scale() {
        let caption = |secs: f64| HistogramBars { counts: vec![0, 7, 1_204], secs }.caption();
        assert_eq!(caption(18_600.0), "Tallest bar: 1,204 steps in about 5 hours");
        assert!(caption(86_000.0).ends_with("about 24 hours"), "{}", caption(86_000.0));
        assert!(caption(5.0).ends_with("about 5 seconds") && caption(0.0).ends_with("about 1 second"));
    }
}
