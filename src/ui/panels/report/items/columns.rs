//! The columns of the table. In a narrow window the bar is dropped first, then the reasons.

use eframe::egui::Rangef;

/// The columns, measured from the left edge of the rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemColumns {
    /// The right edge of the names.
    pub names: f32,
    /// The right edges of the columns reached, ran, waiting, held, skipped.
    pub numbers: [f32; 5],
    /// The width of a column of numbers.
    pub number: f32,
    /// The column of reasons, if there is room.
    pub why: Option<Rangef>,
    /// The column of the bar, if there is room.
    pub bar: Option<Rangef>,
}

const WHY_AT_LEAST: f32 = 230.0;
const GAP: f32 = 36.0;
/// The distance between two numbers: a sign, with six points on either side.
const BETWEEN: f32 = 26.0;

impl ItemColumns {
    /// The columns of a table with this width and this longest number, in points.
    pub fn of(width: f32, longest: f32) -> Self {
        let number = (width * 0.07).clamp(70.0, 100.0).max(longest + BETWEEN);
        let least = (width * 0.22).clamp(170.0, 320.0);
        let rest = width - least - number * 5.0 - GAP;
        let bar = match rest {
            640.0.. => 210.0,
            440.0.. => 150.0,
            _ => 0.0,
        };
        let why = if bar > 0.0 { rest - bar - GAP } else { rest };
        let has_why = why >= WHY_AT_LEAST;
        // The names get what the reasons don't use.
        let names = if has_why { least } else { (width - number * 5.0 - 12.0).max(80.0) };
        let numbers = std::array::from_fn(|place| names + number * (place + 1) as f32);
        let from = numbers[4] + GAP;
        Self {
            names,
            numbers,
            number,
            why: has_why.then_some(Rangef::new(from, from + why)),
            bar: (has_why && bar > 0.0).then_some(Rangef::new(width - bar, width)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_overlaps_or_leaves_the_table_and_the_bar_goes_before_the_reasons() {
        // Numbers of a few people, and of millions of visits.
        for longest in [30.0, 50.0, 77.0] {
            let mut had_bar = false;
            for width in 500..2_600 {
                let width = width as f32;
                let columns = ItemColumns::of(width, longest);
                let least = 69.9_f32.max(longest + 25.9);
                assert!(columns.numbers.windows(2).all(|pair| pair[1] - pair[0] > least), "{width}: {columns:?}");
                assert!(columns.numbers[4] <= width || width < 620.0, "{width}: {columns:?}");
                if let Some(why) = columns.why {
                    assert!(why.min > columns.numbers[4] && why.max <= width + 0.1, "{width}: {columns:?}");
                    assert!(columns.bar.is_none_or(|bar| why.max < bar.min), "{width}: {columns:?}");
                }
                assert!(columns.bar.is_none() || columns.why.is_some(), "{width}: {columns:?}");
                assert!(!had_bar || columns.bar.is_some(), "{width}: wider, it has less");
                had_bar = columns.bar.is_some();
            }
        }
        assert!(ItemColumns::of(758.0, 45.0).bar.is_none() && ItemColumns::of(1_238.0, 45.0).bar.is_some());
    }
}
