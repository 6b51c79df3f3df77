//! Load: a cell for each hour of each day, the darker the higher its count. Either all cells with a count have it as a
//! number, or none has.

use crate::campaign::text::thousands;
use crate::picture::draw::count_form::short;
use crate::picture::geometry::{Rect, point};
use crate::picture::measure::{Weight, width};
use crate::picture::shape::{Paint, Text};
use crate::picture::theme::ColorRole;
use crate::report::axis::Axis;
use crate::report::load::HourCounts;
use crate::report::over_time::MOST_STRETCHES;

use super::Plot;
use super::chart::{Chart, MARGIN, SMALL, WIDTH};

/// The height of an hour, in points.
const ROW: f32 = 15.0;
/// Largest width of a column.
const WIDEST: f32 = 110.0;
/// Hours between two labels.
const NAMED: usize = 3;
/// The opacities of the steps, from light to full.
const DEPTHS: [f32; 5] = [0.16, 0.34, 0.54, 0.76, 1.0];

/// Draws the load. `below` is the line under the title. `None` if there is no load.
pub fn draw(hours: &HourCounts, title: &str, below: &str) -> Option<Plot> {
    let mut days = hours.days().map(|(day, _)| day);
    let first = days.next()?;
    let axis = Axis::between(first, days.next_back().unwrap_or(first), MOST_STRETCHES);
    let mut cells = vec![[0_u64; 24]; axis.starts.len()];
    for (day, counts) in hours.days() {
        cells[axis.place(day)].iter_mut().zip(counts).for_each(|(cell, count)| *cell += count);
    }
    let steps = Steps::new(cells.iter().flatten().max().copied().unwrap_or_default());
    let title = format!("{title}, by {} and hour", axis.period.word());
    let mut chart = Chart::new(&title, below);
    let left = MARGIN + width("00:00", Weight::Regular, SMALL) + 10.0;
    let step = ((WIDTH - MARGIN - left) / axis.starts.len() as f32).min(WIDEST);
    let area = Rect::at(point(left, chart.down), step * axis.starts.len() as f32, ROW * 24.0);
    chart.fill(area, ColorRole::Field.into());
    let is_numbered = is_numbered(cells.iter().flatten().copied(), step);
    for (column, counts) in cells.iter().enumerate() {
        for (hour, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let at = point(area.min.x + column as f32 * step, area.min.y + hour as f32 * ROW);
            let gap = if step >= 8.0 { 1.0 } else { 0.0 };
            let cell = Rect::at(at, step - gap, ROW - 1.0);
            let depth = steps.depth(count);
            chart.fill(cell, Paint { ink: ColorRole::Accent, alpha: depth });
            if is_numbered {
                let ink = if depth > 0.6 { ColorRole::OnAccent } else { ColorRole::Text };
                chart.text(Text::centred(short(count), cell.middle(), 10.0, Weight::Regular, ink));
            }
        }
    }
    for hour in (0..24).step_by(NAMED) {
        let y = area.min.y + hour as f32 * ROW;
        chart.line(point(area.min.x - 4.0, y), point(area.min.x, y), ColorRole::Wire);
        let at = point(area.min.x - 8.0, y + ROW / 2.0);
        chart.text(Text::to_right(format!("{hour:02}:00"), at, SMALL, Weight::Regular, ColorRole::Muted));
    }
    chart.line(point(area.min.x, area.max.y), point(area.max.x, area.max.y), ColorRole::Wire);
    chart.time_axis(&axis, area, step);
    chart.legend(
        steps
            .words()
            .into_iter()
            .zip(steps.depths().iter().copied())
            .map(|(words, alpha)| (Paint { ink: ColorRole::Accent, alpha }, words)),
    );
    let words = match hours.busiest() {
        Some((day, hour, count)) => format!(
            "{title}: {} in all, most on {} from {hour:02}:00: {}",
            thousands(hours.total()),
            Axis::between(day, day, 1).words(0),
            thousands(count)
        ),
        None => title,
    };
    Some(Plot { bounds: chart.bounds(), words, shapes: chart.out })
}

/// Whether every count above 0 has room in a cell of this width: a number in some cells only would make the others look
/// empty.
fn is_numbered(mut counts: impl Iterator<Item = u64>, step: f32) -> bool {
    counts.all(|count| count == 0 || width(&short(count), Weight::Regular, 10.0) + 6.0 <= step)
}

/// At most five steps of counts, from 1 to the highest count.
struct Steps {
    /// The largest count of each step.
    ends: Vec<u64>,
}

impl Steps {
    fn new(most: u64) -> Self {
        let parts = DEPTHS.len() as u64;
        let mut ends: Vec<u64> = (1..=parts)
            .map(|part| u64::try_from(u128::from(most) * u128::from(part) / u128::from(parts)).unwrap_or(most))
            .collect();
        ends.retain(|end| *end > 0);
        ends.dedup();
        Self { ends }
    }

    /// The opacities for the number of steps. The highest count always has the full colour.
    fn depths(&self) -> &'static [f32] {
        &DEPTHS[DEPTHS.len() - self.ends.len().min(DEPTHS.len())..]
    }

    fn depth(&self, count: u64) -> f32 {
        self.depths().get(self.of(count)).copied().unwrap_or(1.0)
    }

    fn of(&self, count: u64) -> usize {
        self.ends.partition_point(|end| *end < count).min(DEPTHS.len() - 1)
    }

    fn words(&self) -> Vec<String> {
        let begins = std::iter::once(1).chain(self.ends.iter().map(|end| end + 1));
        let each = begins.zip(&self.ends).map(|(from, to)| match from == *to {
            true => thousands(*to),
            false => format!("{} to {}", thousands(from), thousands(*to)),
        });
        each.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_cells_are_numbered_or_none() {
        assert!(is_numbered([0, 3, 0, 12].into_iter(), 20.0));
        assert!(!is_numbered([0, 3, 0, 1_234].into_iter(), 20.0), "one is too wide");
        assert!(is_numbered([0, 3, 0, 1_234].into_iter(), 110.0));
        assert!(!is_numbered([3].into_iter(), 8.0));
    }

    #[test]
    fn steps_hold_every_count_once() {
        assert_eq!(Steps::new(1).words(), ["1"]);
        assert_eq!(Steps::new(3).words(), ["1", "2", "3"]);
        assert_eq!(Steps::new(100).words(), ["1 to 20", "21 to 40", "41 to 60", "61 to 80", "81 to 100"]);
        for most in [1, 2, 3, 7, 99, 12_345, u64::MAX] {
            let steps = Steps::new(most);
            assert!(steps.of(1) == 0 && steps.of(most) + 1 == steps.ends.len(), "{most}");
        }
    }
}
