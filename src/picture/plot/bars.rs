//! Runs over time: a bar for each day, week or month, stacked by item.

use crate::campaign::text::thousands;
use crate::picture::geometry::{Rect, point};
use crate::picture::measure::Weight;
use crate::picture::shape::{Paint, Text};
use crate::picture::theme::ColorRole;
use crate::report::over_time::{OverTime, Series};

use super::Plot;
use super::chart::{Chart, MARGIN, SMALL, WIDTH, round_numbers, widest};

/// The height of the plot area, in points.
const HEIGHT: f32 = 260.0;
/// Largest distance between two bars.
const FARTHEST: f32 = 110.0;
/// Largest width of a bar.
const WIDEST: f32 = 56.0;
/// Smallest width of bars that have a gap between them.
const GAPS_FROM: f32 = 5.0;

/// Most series: the items that have their own colour, and the sum of all others.
pub const MOST_SERIES: usize = ColorRole::SERIES.len() + 1;
/// The opacity of the sum of all other items, which is outlined.
pub const SUM: f32 = 0.22;

/// The colour of a series, by its index. The sum of all other items is grey.
pub fn ink(series: &Series, place: usize) -> ColorRole {
    match series.item {
        Some(_) => ColorRole::SERIES[place % ColorRole::SERIES.len()],
        None => ColorRole::Wire,
    }
}

/// Draws runs over time. `below` is the line under the title.
pub fn draw(runs: &OverTime, below: &str) -> Plot {
    let title = format!("Runs per {}, by item", runs.axis.period.word());
    let mut chart = Chart::new(&title, below);
    let totals = runs.totals();
    let numbers = round_numbers(totals.iter().max().copied().unwrap_or_default());
    let highest = numbers.last().copied().unwrap_or(1) as f32;
    let left = MARGIN + widest(&numbers) + 10.0;
    let area = Rect::between(point(left, chart.down), point(WIDTH - MARGIN, chart.down + HEIGHT));
    for number in &numbers {
        let y = area.max.y - *number as f32 / highest * HEIGHT;
        let ink = if *number == 0 { ColorRole::Wire } else { ColorRole::Line };
        chart.line(point(area.min.x, y), point(area.max.x, y), ink);
        let at = point(area.min.x - 8.0, y);
        chart.text(Text::to_right(thousands(*number), at, SMALL, Weight::Regular, ColorRole::Muted));
    }
    let step = (area.width() / totals.len() as f32).min(FARTHEST);
    let bar = if step >= GAPS_FROM { (step * 0.82).min(WIDEST) } else { step };
    for place in 0..totals.len() {
        let x = area.min.x + place as f32 * step + (step - bar) / 2.0;
        let mut below = 0;
        for (number, series) in runs.series.iter().enumerate().filter(|(_, series)| series.ran[place] > 0) {
            let above = below + series.ran[place];
            let [top, bottom] = [above, below].map(|count| area.max.y - count as f32 / highest * HEIGHT);
            // A thin gap separates neighbours, if there is room for one.
            let seam = if below > 0 && bar >= GAPS_FROM && bottom - top > 3.0 { 1.0 } else { 0.0 };
            let part = Rect::between(point(x, top), point(x + bar, bottom - seam));
            match series.item {
                Some(_) => chart.fill(part, Paint::from(ink(series, number))),
                None => chart.outlined(part, ink(series, number), SUM),
            }
            below = above;
        }
    }
    chart.time_axis(&runs.axis, area, step);
    chart.legend(runs.series.iter().enumerate().map(|(place, series)| {
        let alpha = if series.item.is_some() { 1.0 } else { SUM };
        (Paint { ink: ink(series, place), alpha }, format!("{} ({})", series.name, thousands(series.total())))
    }));
    Plot { bounds: chart.bounds(), words: format!("{title}: {}", runs.words()), shapes: chart.out }
}
