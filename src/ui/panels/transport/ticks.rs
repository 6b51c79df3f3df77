//! The labels below the time bar: which dates and times, and where.

use super::bar::TimeBar;
use crate::calendar::{Date, DateTime, Instant, Zone};
use crate::ui::context::settings::Settings;
use crate::ui::controls::dates;

/// Smallest distance between dates, in points.
const DATE_GAP: f32 = 74.0;
/// Smallest gap between two labels, in points.
const GAP: f32 = 10.0;
/// Visible seconds below which labels show seconds.
const TOLD_EXACTLY: i64 = 10 * 60;

/// A date or time below the bar.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TickLabel {
    /// The position of its instant.
    pub at: f32,
    /// The left edge of its text: at its instant, but within the bar.
    pub left: f32,
    /// A date, a time, or both.
    pub words: String,
}

/// The labels below a bar, from left to right; `width` measures texts.
pub(super) fn labels(
    bar: &TimeBar<'_>,
    zone: &Zone,
    settings: &Settings,
    width: impl Fn(&str) -> f32,
) -> Vec<TickLabel> {
    let mut row = LabelRow { bar, settings, width, labels: Vec::new(), free_from: f32::NEG_INFINITY };
    let (first, last) = (bar.instant(bar.rect.left()).utc_secs(), bar.instant(bar.rect.right()).utc_secs());
    let pieces = bar.axis.pieces();
    for (place, piece) in pieces.iter().enumerate().filter(|(_, piece)| !piece.folded) {
        let (from, to) = (piece.from.max(first), piece.to.min(last));
        if from < to {
            // After a folded gap, the next piece has its own labels.
            let end = pieces.get(place + 1).map_or(bar.rect.right(), |fold| bar.x(fold.to as f64));
            row.piece(zone, (from, to), end.min(bar.rect.right()));
        }
    }
    if row.labels.is_empty() {
        row.edge(zone, last - first);
    }
    row.labels
}

/// Labels while they are placed.
struct LabelRow<'a, W> {
    bar: &'a TimeBar<'a>,
    settings: &'a Settings,
    width: W,
    labels: Vec<TickLabel>,
    /// The left end of the free space.
    free_from: f32,
}

impl<W: Fn(&str) -> f32> LabelRow<'_, W> {
    /// Places the labels of a piece that isn't folded. The first one, and the first of every day, shows the date.
    fn piece(&mut self, zone: &Zone, (from, to): (i64, i64), end: f32) {
        let points = self.bar.x(to as f64) - self.bar.x(from as f64);
        let step = step((to - from) as f64 / f64::from(points.max(1.0) / DATE_GAP));
        let (mut day, mut minute) = (zone.date_at(Instant::from_utc_secs(from)), 0);
        let mut said = None;
        loop {
            let local = DateTime::from_secs(day.at_second(0).secs() + minute * 60);
            let at = zone.resolve(local).utc_secs();
            if at > to {
                return;
            }
            if at >= from {
                let words = self.words(local, minute, said == Some(day));
                if self.set(self.bar.x(at as f64), end, &words) {
                    said = Some(day);
                }
            }
            match step {
                TickDistance::Minutes(minutes) if minute + minutes < 24 * 60 => minute += minutes,
                TickDistance::Minutes(_) => (day, minute) = (day.plus_days(1), 0),
                TickDistance::Days(days) => day = next_day(day, days),
            }
        }
    }

    /// The possible texts of a tick, longest first.
    fn words(&self, local: DateTime, minute: i64, is_said: bool) -> Vec<String> {
        let (date, time) = (date(self.settings, local.date()), dates::clock(self.settings, local));
        match (minute > 0, is_said) {
            (true, true) => vec![time],
            (true, false) => vec![format!("{date} {time}"), date],
            (false, _) => vec![date],
        }
    }

    /// Places the first of these texts that fits before `end`, else the last one if it fits into the bar. Returns
    /// whether there was room.
    fn set(&mut self, at: f32, end: f32, words: &[String]) -> bool {
        let fits = |words: &&String| at + (self.width)(words) <= end;
        let Some(words) = words.iter().find(fits).or(words.last()) else { return false };
        if at < self.free_from || !self.bar.shows(at) {
            return false;
        }
        let width = (self.width)(words);
        let left = at.min(self.bar.rect.right() - width);
        let has_room = left >= self.free_from && left >= self.bar.rect.left() - 0.5;
        if has_room {
            self.free_from = left + width + GAP;
            self.labels.push(TickLabel { at, left, words: words.clone() });
        }
        has_room
    }

    /// The label at the left edge, if so little time is visible that it contains no tick.
    fn edge(&mut self, zone: &Zone, seen: i64) {
        let left = self.bar.rect.left();
        let local = zone.local_at(self.bar.instant(left));
        let is_exact = seen < TOLD_EXACTLY && !local.second_of_day().is_multiple_of(60);
        let time = if is_exact { dates::exact_clock(self.settings, local) } else { dates::clock(self.settings, local) };
        self.labels.push(TickLabel { at: left, left, words: format!("{} {time}", date(self.settings, local.date())) });
    }
}

/// The distance between ticks.
#[derive(Clone, Copy)]
enum TickDistance {
    Minutes(i64),
    Days(i64),
}

/// The first standard step that is at least this number of seconds.
fn step(secs: f64) -> TickDistance {
    const MINUTES: [i64; 7] = [5, 15, 30, 60, 180, 360, 720];
    const DAYS: [i64; 6] = [1, 2, 7, 14, 28, 91];
    let minutes = MINUTES.into_iter().find(|minutes| (minutes * 60) as f64 >= secs).map(TickDistance::Minutes);
    let days = || DAYS.into_iter().find(|days| (days * 86_400) as f64 >= secs).map(TickDistance::Days);
    minutes.or_else(days).unwrap_or(TickDistance::Days(364))
}

/// The next day with a label: weeks begin on a Monday.
fn next_day(day: Date, step: i64) -> Date {
    let to_monday = (7 - i64::from(day.weekday() as u8)) % 7;
    match step {
        7.. if to_monday > 0 => day.plus_days(to_monday),
        step => day.plus_days(step),
    }
}

/// A date without its weekday.
fn date(settings: &Settings, day: Date) -> String {
    let words = dates::near(settings, day);
    words.split_once(' ').map_or(words.clone(), |(_, date)| date.to_owned())
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Rect, pos2};

    use crate::workbench::rehearse::axis::TimeBarAxis;

    use super::*;

    const DAY: i64 = 86_400;
    const HOUR: i64 = 3_600;

    /// Monday, 5 January 2026, in UTC.
    fn start() -> i64 {
        Date::from_civil(2026, 1, 5).at_second(0).secs()
    }

    fn rect() -> Rect {
        Rect::from_min_max(pos2(100.0, 0.0), pos2(1_100.0, 74.0))
    }

    /// For tests: letters are six points wide. Checks that labels stay in the bar and don't overlap.
    fn labels_of(axis: &TimeBarAxis, seen: (f64, f64)) -> Vec<TickLabel> {
        let width = |words: &str| words.chars().count() as f32 * 6.0;
        let bar = TimeBar { rect: rect(), seen, axis };
        let labels = labels(&bar, &Zone::utc(), &Settings::default(), width);
        let ends = |label: &TickLabel| label.left + width(&label.words);
        assert!(labels.iter().all(|one| one.left >= 100.0 && ends(one) <= 1_100.0), "{labels:?}");
        assert!(labels.windows(2).all(|two| ends(&two[0]) < two[1].left), "{labels:?}");
        labels
    }

    fn words(labels: &[TickLabel]) -> Vec<&str> {
        labels.iter().map(|label| label.words.as_str()).collect()
    }

    #[test]
    fn the_first_label_after_a_fold_says_its_date() {
        let start = start();
        // Events for half a day around noon, about every second month.
        let busy: Vec<i64> = (0..6).map(|number| start + number * 60 * DAY + 6 * HOUR).collect();
        let folds: Vec<(i64, i64)> = busy.windows(2).map(|two| (two[0] + 13 * HOUR, two[1])).collect();
        let axis = TimeBarAxis::of_folds(busy[0], busy[5] + 13 * HOUR, &folds);
        let labels = labels_of(&axis, (0.0, 1.0));
        for (number, at) in busy.iter().enumerate() {
            let bar = TimeBar { rect: rect(), seen: (0.0, 1.0), axis: &axis };
            let (left, right) = (bar.x(*at as f64), bar.x((at + 13 * HOUR) as f64));
            let first = labels.iter().find(|label| label.at >= left && label.at <= right).expect("a label");
            let date = date(&Settings::default(), Date::from_civil(2026, 1, 5).plus_days(number as i64 * 60));
            assert!(first.words.starts_with(&date), "{date}: {labels:?}");
        }
    }

    #[test]
    fn a_day_says_its_date_once_and_then_times() {
        let axis = TimeBarAxis::of_folds(start() + 10 * HOUR, start() + 34 * HOUR, &[]);
        let labels = labels_of(&axis, (0.0, 1.0));
        assert_eq!(words(&labels)[..3], ["5 Jan 12:00", "15:00", "18:00"]);
        assert!(words(&labels).contains(&"6 Jan"));
    }

    #[test]
    fn where_no_tick_is_seen_the_left_edge_says_its_moment() {
        let axis = TimeBarAxis::of_folds(start(), start() + DAY, &[]);
        let from = (7 * HOUR + 61) as f64 / DAY as f64;
        let labels = labels_of(&axis, (from, from + 30.0 / DAY as f64));
        assert_eq!(words(&labels), ["5 Jan 07:01:01"]);
        assert_eq!(labels[0].left, 100.0);
        let from = (7 * HOUR + 60) as f64 / DAY as f64;
        assert_eq!(words(&labels_of(&axis, (from, from + 180.0 / DAY as f64))), ["5 Jan 07:01"]);
    }

    #[test]
    fn the_last_label_is_whole_or_left_out() {
        // As the bar grows hour by hour, its last dates reach the right edge.
        for hours in 1..500 {
            let labels = labels_of(&TimeBarAxis::of_folds(start(), start() + hours * HOUR, &[]), (0.0, 1.0));
            assert!(!labels.is_empty(), "{hours}");
        }
    }
}
