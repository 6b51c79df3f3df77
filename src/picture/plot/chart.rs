//! The common parts of plots: title, axes and legend.

use crate::campaign::text::thousands;
use crate::picture::draw::Shapes;
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::measure::{Weight, fit, width};
use crate::picture::shape::{Paint, Shape, Stroke, Text};
use crate::picture::theme::ColorRole;
use crate::report::axis::Axis;

/// The width of every plot, in points.
pub(super) const WIDTH: f32 = 960.0;
/// The margin around a plot.
pub(super) const MARGIN: f32 = 20.0;
/// The size of labels.
pub(super) const SMALL: f32 = 11.5;
/// The side of a colour box in a legend.
const BOX: f32 = 11.0;
/// The distance between rows of a legend.
const LEGEND_ROW: f32 = 21.0;
/// Smallest distance between labels on the time axis.
const TICK_ROOM: f32 = 58.0;

/// The shapes of a plot while it is drawn, from top to bottom.
pub(super) struct Chart {
    pub(super) out: Shapes<'static>,
    /// The height drawn so far.
    pub(super) down: f32,
}

impl Chart {
    /// Starts a plot with a title and a line below it.
    pub(super) fn new(title: &str, below: &str) -> Self {
        let mut chart = Self { out: Shapes::new(), down: MARGIN };
        let room = WIDTH - 2.0 * MARGIN;
        let title = fit(title, Weight::SemiBold, 16.0, room);
        chart.text(Text::from_left(title, point(MARGIN, chart.down + 8.0), 16.0, Weight::SemiBold, ColorRole::Text));
        let below = fit(below, Weight::Regular, 12.5, room);
        chart.text(Text::from_left(below, point(MARGIN, chart.down + 30.0), 12.5, Weight::Regular, ColorRole::Muted));
        chart.down += 56.0;
        chart
    }

    pub(super) fn text(&mut self, text: Text<'static>) {
        self.out.push(Shape::Text(text));
    }

    pub(super) fn line(&mut self, a: Point, b: Point, ink: ColorRole) {
        self.out.push(Shape::Line { ends: [a, b], stroke: Stroke::solid(1.0, ink) });
    }

    pub(super) fn fill(&mut self, area: Rect, paint: Paint) {
        self.out.push(Shape::Box { area, radius: 0.0, fill: Some(paint), stroke: None });
    }

    /// An outlined rectangle, filled with this opacity.
    pub(super) fn outlined(&mut self, area: Rect, ink: ColorRole, alpha: f32) {
        // A narrow bar has no room for an outline of full width.
        let stroke = Stroke::solid(if area.width() >= 6.0 { 1.0 } else { 0.5 }, ink);
        let area = area.grown(-stroke.width / 2.0);
        self.out.push(Shape::Box { area, radius: 0.0, fill: Some(Paint { ink, alpha }), stroke: Some(stroke) });
    }

    /// Labels the intervals of a time axis below the plot area. Each interval is `step` wide.
    pub(super) fn time_axis(&mut self, axis: &Axis, area: Rect, step: f32) {
        let most = (area.width() / TICK_ROOM) as usize;
        for tick in axis.ticks(most.max(1)) {
            let x = area.min.x + (tick.place as f32 + 0.5) * step;
            let bottom = area.max.y;
            self.line(point(x, bottom), point(x, bottom + 5.0), ColorRole::Wire);
            self.text(Text::centred(tick.label(), point(x, bottom + 15.0), SMALL, Weight::Regular, ColorRole::Text));
            if let Some(year) = tick.year {
                let at = point(x, bottom + 31.0);
                self.text(Text::centred(year.to_string(), at, SMALL, Weight::Regular, ColorRole::Muted));
            }
        }
        self.down = area.max.y + 44.0;
    }

    /// Draws a legend: colour boxes with labels, in rows.
    pub(super) fn legend(&mut self, entries: impl IntoIterator<Item = (Paint, String)>) {
        let mut x = MARGIN;
        for (paint, name) in entries {
            let name = fit(&name, Weight::Regular, 12.0, 260.0);
            let wide = BOX + 7.0 + width(&name, Weight::Regular, 12.0) + 20.0;
            if x > MARGIN && x + wide > WIDTH - MARGIN {
                (x, self.down) = (MARGIN, self.down + LEGEND_ROW);
            }
            let middle = self.down + LEGEND_ROW / 2.0;
            let area = Rect::at(point(x, middle - BOX / 2.0), BOX, BOX);
            let stroke = Some(Stroke::solid(1.0, Paint { alpha: paint.alpha.max(0.35), ..paint }));
            self.out.push(Shape::Box { area, radius: 2.0, fill: Some(paint), stroke });
            let at = point(x + BOX + 7.0, middle);
            self.text(Text::from_left(name, at, 12.0, Weight::Regular, ColorRole::Text));
            x += wide;
        }
        self.down += LEGEND_ROW;
    }

    pub(super) fn bounds(&self) -> Rect {
        Rect::at(point(0.0, 0.0), WIDTH, (self.down + MARGIN).ceil())
    }
}

/// At most six round whole numbers, from 0 to at least `most`.
pub(super) fn round_numbers(most: u64) -> Vec<u64> {
    let mut unit = 1_u64;
    let step = loop {
        let fits = [1, 2, 5].into_iter().map(|times| unit.saturating_mul(times)).find(|step| most.div_ceil(*step) <= 5);
        match fits {
            Some(step) => break step,
            None => unit = unit.saturating_mul(10),
        }
    };
    (0..=most.div_ceil(step).max(1)).map(|times| step.saturating_mul(times)).collect()
}

/// The width of the widest of these numbers.
pub(super) fn widest(counts: &[u64]) -> f32 {
    counts.iter().map(|count| width(&thousands(*count), Weight::Regular, SMALL)).fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_named_in_round_numbers() {
        assert_eq!(round_numbers(1), [0, 1]);
        assert_eq!(round_numbers(0), [0, 1]);
        assert_eq!(round_numbers(7), [0, 2, 4, 6, 8]);
        assert_eq!(round_numbers(1_234), [0, 500, 1_000, 1_500]);
        assert_eq!(round_numbers(10_000), [0, 2_000, 4_000, 6_000, 8_000, 10_000]);
        assert!(round_numbers(u64::MAX).len() <= 6);
    }
}
