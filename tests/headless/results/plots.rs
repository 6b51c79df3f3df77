//! Plots match the counts that they show, and their labels are readable for any length of time.

use dripline::calendar::{Date, Instant};
use dripline::picture::geometry::Rect;
use dripline::picture::measure::width;
use dripline::picture::options::Background;
use dripline::picture::options::Options;
use dripline::picture::plot::{Plot, bars};
use dripline::picture::shape::{Anchor, Shape, Text};
use dripline::picture::svg;
use dripline::picture::theme::{ColorRole, Theme};
use dripline::report::over_time::OverTime;
use dripline::report::table::{DayCell, ItemRow, Report};
use dripline::workbench::exports::plots::{PlotOf, over_time, plot};
use dripline::workbench::exports::rehearsed::RunAtInstant;
use resvg::usvg::roxmltree::Document;

use crate::common::ids::item;
use crate::common::samples::{middle, sample};
use crate::results::hostile::{self, NAMES};

/// The rectangle in which a text is drawn.
fn extent(text: &Text<'_>) -> Rect {
    let wide: f32 = text.spans.iter().map(|span| width(&span.text, span.weight, text.size)).sum();
    let left = match text.anchor {
        Anchor::Left => text.at.x,
        Anchor::Middle => text.at.x - wide / 2.0,
        Anchor::Right => text.at.x - wide,
    };
    Rect::at(dripline::picture::geometry::point(left, text.at.y - text.size * 0.75), wide, text.size)
}

fn check_texts(plot: &Plot) {
    let texts: Vec<(Rect, &Text<'_>)> = plot
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text(text) => Some((extent(text), text)),
            _ => None,
        })
        .collect();
    for (place, (area, text)) in texts.iter().enumerate() {
        assert!(plot.bounds.contains(area.min) && plot.bounds.contains(area.max), "outside: {text:?}");
        for (other, beside) in &texts[place + 1..] {
            assert!(!area.meets(other), "{text:?} lies over {beside:?}");
        }
    }
}

/// A report with runs of this number of items on these days.
fn report(items: u64, days: impl Iterator<Item = i32>) -> Report {
    let row = |id: u64| ItemRow {
        item: item(id),
        name: NAMES[id as usize % NAMES.len()].to_owned(),
        label: NAMES[id as usize % NAMES.len()].to_owned(),
        kind: "Email",
        reached: 0,
        ran: 0,
        waiting: 0,
        held: 0,
        skipped: Vec::new(),
    };
    let mut report = Report { contacts: Vec::new(), items: (1..=items).map(row).collect(), days: Default::default() };
    for (number, day) in days.enumerate() {
        let ran = |item: u64| (number as u64 * 7 + item * 13) % 50;
        let cells: Vec<DayCell> = (1..=items).map(|id| DayCell { item: item(id), ran: ran(id), skipped: 1 }).collect();
        cells.iter().for_each(|cell| report.items[cell.item.item as usize - 1].ran += cell.ran);
        report.days.insert(Date::from_number(day), cells);
    }
    report
}

#[test]
fn every_run_is_in_the_bars_and_every_label_can_be_read() {
    let first = Date::parse("2026-03-06").expect("a day").number();
    for (items, step, days) in [(1, 1, 1), (3, 1, 9), (8, 1, 31), (12, 1, 365), (40, 3, 700), (40, 30, 900)] {
        let report = report(items, (0..days).map(|day| first + day * step));
        let runs = OverTime::new(&report, bars::MOST_SERIES, |_| true).expect("runs");
        let all: u64 = report.items.iter().map(|row| row.ran).sum();
        assert_eq!(runs.totals().iter().sum::<u64>(), all);
        assert_eq!(runs.series.iter().map(|series| series.total()).sum::<u64>(), all);
        assert!(runs.series.len() <= bars::MOST_SERIES && runs.axis.starts.len() <= 1_000);
        let plot = bars::draw(&runs, "Below");
        check_texts(&plot);
        // The heights of the bars must be in proportion to the runs.
        let area = |inks: &[ColorRole]| -> f32 {
            let height = |shape: &Shape<'_>| match shape {
                // Boxes of the legend are outlined, and the bars of a sum, whose outline is a part of their height.
                Shape::Box { area, fill: Some(paint), stroke, radius }
                    if inks.contains(&paint.ink) && *radius == 0.0 =>
                {
                    area.height() + stroke.as_ref().map_or(0.0, |stroke| stroke.width)
                }
                _ => 0.0,
            };
            plot.shapes.iter().map(height).sum()
        };
        let (one, every) =
            (area(&[bars::ink(&runs.series[0], 0)]), area(&[&ColorRole::SERIES[..], &[ColorRole::Wire]].concat()));
        let share = runs.series[0].total() as f32 / all as f32;
        assert!((one / every - share).abs() < 0.02, "{items} items on {days} days: {} is not {share}", one / every);
    }
    assert_eq!(OverTime::new(&report(3, 0..9), 8, |_| false), None);
}

#[test]
fn plots_of_the_samples_are_pictures() {
    for file in ["welcome.ron", "birthday.ron", "renewal.ron"] {
        let (scene, kept) = sample(file);
        for clock in [middle(&kept), scene.until] {
            let rehearsed = RunAtInstant::new(&scene, &kept, clock, Instant::FIRST);
            let runs = over_time(&rehearsed, &rehearsed.report()).expect("something ran");
            assert!(runs.totals().iter().sum::<u64>() > 0);
            for of in [PlotOf::Runs, PlotOf::Emails, PlotOf::Tasks] {
                let Some(plot) = plot(&rehearsed, of) else { continue };
                check_texts(&plot);
                for theme in [Theme::Light, Theme::Dark] {
                    let svg = svg::write(&plot.picture(Background::Plain), &Options { theme, ..Options::default() });
                    let document = Document::parse(&svg.text).expect("XML");
                    let words = document.root_element().attribute("aria-label").expect("words");
                    assert!(words.contains("in all, most on"), "{words}");
                }
            }
        }
    }
}

#[test]
fn hostile_names_stay_text() {
    let (scene, kept) = hostile::rehearsed();
    let rehearsed = RunAtInstant::new(&scene, &kept, scene.until, Instant::FIRST);
    let plot = plot(&rehearsed, PlotOf::Runs).expect("something ran");
    let svg = svg::write(&plot.picture(Background::None), &Options::default());
    let document = Document::parse(&svg.text).expect("XML");
    assert_eq!(document.root_element().tag_name().name(), "svg");
    assert!(document.descendants().any(|node| node.text().is_some_and(|text| text.starts_with(NAMES[5]))));
}
