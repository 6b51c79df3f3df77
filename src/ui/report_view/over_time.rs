//! What ran when: a bar for each day, stacked by item, up to the clock; what lies ahead is faint.

use std::sync::Arc;

use eframe::egui::{self, EventFilter, Key, Modifiers, RichText, Role, Sense, Stroke, WidgetInfo, vec2};
use egui_plot::{Bar, BarChart, GridMark, Plot, VLine};
use rustc_hash::FxHashSet;

use crate::calendar::Instant;
use crate::campaign::item::{Family, Item};
use crate::picture::draw::badge::exact;
use crate::picture::plot::bars::{MOST_SERIES, ink};
use crate::picture::theme::Ink;
use crate::report::over_time::OverTime;
use crate::ui::action::{Action, Rehearse};
use crate::ui::app::Panel;
use crate::ui::dates;
use crate::ui::theme::{color, semibold};
use crate::workbench::rehearse::beside::Beside;

use super::figures::Figures;
use super::items::draw::go_there;

/// What lies behind the clock is this much fainter.
const AHEAD: f32 = 0.28;
/// So wide is the room that a day's name takes below the plot.
const NAME: f32 = 74.0;

/// What the plot keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct State {
    runs: Beside<u64, Option<OverTime>>,
}

/// Draws it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, figures: &Figures) {
    let state = &mut panel.view.report.over_time;
    let (run, wake) = (Arc::clone(&figures.run), ui.ctx().clone());
    let work = move || {
        let last = run.span().map_or(run.scene.until, |(_, last)| last);
        // Starts and timers, which everyone passes, would drown what does something.
        let does = |item: &&Item| matches!(item.kind.family(), Family::Communication | Family::Process);
        let plotted: FxHashSet<u64> = run.scene.sequence().items.iter().filter(does).map(|item| item.id).collect();
        OverTime::new(&run.report(last, true), MOST_SERIES, |row| plotted.contains(&row.id))
    };
    state.runs.ask(figures.of.0, work, move || wake.request_repaint());
    let quiet = |ui: &mut egui::Ui, words: &str| {
        ui.add_space(12.0);
        ui.label(RichText::new(words).color(color(Ink::Muted, panel.theme)));
    };
    let Some(runs) = state.runs.answer() else { return quiet(ui, "Counting the days…") };
    let Some(runs) = runs.as_ref() else {
        return quiet(ui, "No communication or process runs in this rehearsal, so there is nothing to plot.");
    };
    legend(ui, panel, figures, runs);
    plot(ui, panel, figures, runs);
}

/// The items with their colours; a click goes to the item on the canvas.
fn legend(ui: &mut egui::Ui, panel: &mut Panel<'_>, figures: &Figures, runs: &OverTime) {
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
        let from = runs.axis.starts.first().map(|first| dates::date(panel.settings, *first)).unwrap_or_default();
        let caption = format!("Runs per {} from {from}", runs.axis.period.word());
        ui.label(RichText::new(caption).family(semibold()));
        for (place, series) in runs.series.iter().enumerate() {
            let mark = RichText::new("■").color(color(ink(series, place), panel.theme));
            let words = RichText::new(format!("{}  {}", series.name, exact(series.total()))).size(12.0);
            let button = egui::Button::new((mark, words)).frame_when_inactive(false);
            let response = ui.add(button);
            response.widget_info(|| {
                let said = format!("{}, {} runs in all", series.name, exact(series.total()));
                WidgetInfo::labeled(Role::Button, true, said)
            });
            if let Some(id) = series.item
                && response.on_hover_text("Show on the canvas").clicked()
            {
                go_there(panel, figures, id);
            }
        }
    });
}

/// Where the clock stands on the axis, in stretches; the first begins at -0.5.
fn clock_on(runs: &OverTime, figures: &Figures) -> f64 {
    let zone = figures.run.scene.plan.zone();
    let wall = zone.wall_at(figures.of.1);
    let (day, axis) = (wall.day(), &runs.axis);
    let first = axis.starts.first().map_or(0, |first| first.number());
    if day.number() < first {
        return -0.5;
    }
    if day >= axis.end() {
        return axis.starts.len() as f64 - 0.5;
    }
    let place = axis.place(day);
    let start = axis.starts[place];
    let end = axis.starts.get(place + 1).copied().unwrap_or(axis.end());
    let days = f64::from(day.number() - start.number()) + f64::from(wall.second_of_day()) / 86_400.0;
    place as f64 - 0.5 + days / f64::from((end.number() - start.number()).max(1))
}

/// The last second of a stretch.
fn end_of(runs: &OverTime, figures: &Figures, place: usize) -> Instant {
    let next = runs.axis.starts.get(place + 1).copied().unwrap_or(runs.axis.end());
    figures.run.scene.plan.zone().start_of(next).plus_secs(-1)
}

fn charts(runs: &OverTime, panel: &Panel<'_>, now: f64) -> Vec<BarChart> {
    let width = if runs.axis.starts.len() > 120 { 1.0 } else { 0.8 };
    let mut below = vec![0_u64; runs.axis.starts.len()];
    let chart = |(number, series): (usize, &crate::report::over_time::Series)| {
        let full = color(ink(series, number), panel.theme);
        let bars = series.ran.iter().enumerate().filter(|(_, count)| **count > 0).map(|(place, &count)| {
            let under = below[place];
            below[place] += count;
            let fill = if place as f64 - 0.5 >= now { full.gamma_multiply(AHEAD) } else { full };
            let bar = Bar::new(place as f64, count as f64).base_offset(under as f64);
            bar.width(width).fill(fill).stroke(Stroke::NONE)
        });
        BarChart::new(series.name.clone(), bars.collect()).allow_hover(false)
    };
    runs.series.iter().enumerate().map(chart).collect()
}

fn plot(ui: &mut egui::Ui, panel: &mut Panel<'_>, figures: &Figures, runs: &OverTime) {
    let now = clock_on(runs, figures);
    let charts = charts(runs, panel, now);
    let most = ((ui.available_width() / NAME) as usize).max(1);
    let ticks = runs.axis.ticks(most);
    let labels: Vec<(usize, String)> = ticks
        .iter()
        .enumerate()
        .map(|(at, tick)| {
            // The first year stands above.
            let year = tick.year.filter(|_| at > 0).map(|year| format!(" {year}")).unwrap_or_default();
            (tick.place, format!("{}{year}", tick.label))
        })
        .collect();
    let marks: Vec<GridMark> =
        ticks.iter().map(|tick| GridMark { value: tick.place as f64, step_size: NAME.into() }).collect();
    let line = Stroke::new(1.5, color(Ink::Accent, panel.theme));
    let highest = runs.totals().into_iter().max().unwrap_or(1).max(1) as f64;
    let step = round_step(highest);
    let top = highest * 1.05;
    let lines = (0..=6).map(|line| GridMark { value: f64::from(line) * step, step_size: step * 50.0 });
    // One above the top would be named above the plot.
    let lines: Vec<GridMark> = lines.take_while(|line| line.value <= top).collect();
    let plot = Plot::new("runs over time")
        .height(ui.available_height().max(60.0))
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .show_background(false)
        .show_grid([false, true])
        .set_margin_fraction(vec2(0.0, 0.0))
        .sense(Sense::click())
        .x_grid_spacer(move |_| marks.clone())
        .y_grid_spacer(move |_| lines.clone())
        .grid_color(color(Ink::Line, panel.theme))
        .x_axis_formatter(move |mark, _| {
            let place = mark.value.round() as usize;
            labels.iter().find(|(at, _)| *at == place).map(|(_, label)| label.clone()).unwrap_or_default()
        })
        .y_axis_formatter(|mark, _| match mark.value {
            whole if whole >= 0.0 && whole.fract() == 0.0 => exact(whole as u64),
            _ => String::new(),
        })
        .include_y(0.0)
        .include_y(top)
        .include_x(-0.5)
        .include_x(runs.axis.starts.len() as f64 - 0.5);
    let shown = plot.show(ui, |plot| {
        charts.into_iter().for_each(|chart| plot.bar_chart(chart));
        plot.vline(VLine::new("clock", now).stroke(line).allow_hover(false));
    });
    let response = shown.response;
    let said = format!("Runs per {}, {}", runs.axis.period.word(), runs.words());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    walk(ui, panel, figures, runs, &response, now);
    let Some(at) = response.hover_pos() else { return };
    let value = shown.transform.value_from_position(at);
    let Some(place) = place_at(runs, value.x) else { return };
    if response.clicked() {
        response.request_focus();
        panel.wants(Action::Rehearse(Rehearse::Jump(end_of(runs, figures, place))));
    }
    let pointed = series_at(runs, place, value.y);
    response.on_hover_ui_at_pointer(|ui| tip(ui, panel, runs, place, pointed));
}

/// How far apart the lines of a plot lie: a round number, four to six of them.
fn round_step(highest: f64) -> f64 {
    let rough = (highest / 5.0).max(1.0);
    let ten = 10.0_f64.powf(rough.log10().floor());
    let round = [1.0, 2.0, 2.5, 5.0, 10.0].map(|times| times * ten);
    // Half a run is none.
    round.into_iter().find(|step| *step >= rough && step.fract() == 0.0).unwrap_or(rough.ceil())
}

fn place_at(runs: &OverTime, x: f64) -> Option<usize> {
    let place = (x + 0.5).floor();
    (place >= 0.0 && place < runs.axis.starts.len() as f64).then_some(place as usize)
}

/// The series whose part of a bar lies at a height.
fn series_at(runs: &OverTime, place: usize, y: f64) -> Option<usize> {
    let mut above = 0;
    (y >= 0.0).then_some(())?;
    runs.series.iter().position(|series| {
        above += series.ran[place];
        series.ran[place] > 0 && y < above as f64
    })
}

/// The day, and what ran on it: what is pointed at first in weight.
fn tip(ui: &mut egui::Ui, panel: &Panel<'_>, runs: &OverTime, place: usize, pointed: Option<usize>) {
    ui.label(RichText::new(runs.axis.words(place)).family(semibold()));
    let all: Vec<_> = runs.series.iter().enumerate().filter(|(_, series)| series.ran[place] > 0).collect();
    if all.is_empty() {
        ui.label("Nothing runs");
    }
    for (number, series) in all.into_iter().rev() {
        ui.horizontal(|ui| {
            ui.label(RichText::new("■").color(color(ink(series, number), panel.theme)));
            let words = RichText::new(format!("{}: {}", series.name, exact(series.ran[place])));
            ui.label(if pointed == Some(number) { words.family(semibold()) } else { words });
        });
    }
    let hint = format!("Click: the clock goes to the end of this {}", runs.axis.period.word());
    ui.label(RichText::new(hint).size(11.5).color(color(Ink::Muted, panel.theme)));
}

/// Left and right move the clock by a stretch while the plot has the keyboard.
fn walk(ui: &egui::Ui, panel: &mut Panel<'_>, figures: &Figures, runs: &OverTime, response: &egui::Response, now: f64) {
    if !response.has_focus() {
        return;
    }
    let ring = Stroke::new(1.5, color(Ink::Accent, panel.theme));
    ui.painter().rect_stroke(response.rect, 4.0, ring, egui::StrokeKind::Inside);
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let place = (now + 0.5).floor().clamp(0.0, runs.axis.starts.len() as f64 - 1.0) as usize;
    let to = match () {
        () if pressed(Key::ArrowRight) => {
            // Within a stretch, its own end comes first.
            if end_of(runs, figures, place) > figures.of.1 { place } else { place + 1 }
        }
        () if pressed(Key::ArrowLeft) => place.saturating_sub(1),
        () => return,
    };
    panel.wants(Action::Rehearse(Rehearse::Jump(end_of(runs, figures, to.min(runs.axis.starts.len() - 1)))));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;
    use crate::report::axis::Axis;
    use crate::report::over_time::Series;

    #[test]
    fn lines_lie_at_round_numbers() {
        assert_eq!([1.0, 4.0, 9.0, 49.0, 13_500.0].map(round_step), [1.0, 1.0, 2.0, 10.0, 5_000.0]);
    }

    #[test]
    fn a_point_of_the_plot_is_a_day_and_an_item() {
        let first = Day::from_civil(2026, 3, 2);
        let series = |name: &str, ran: [u64; 3]| Series { item: Some(1), name: name.to_owned(), ran: ran.to_vec() };
        let axis = Axis::between(first, first.plus_days(2), 400);
        let runs = OverTime { axis, series: vec![series("a", [5, 0, 1]), series("b", [2, 3, 0])] };
        assert_eq!(
            [-0.6, -0.5, 0.49, 0.5, 2.49, 2.5].map(|x| place_at(&runs, x)),
            [None, Some(0), Some(0), Some(1), Some(2), None]
        );
        assert_eq!(
            [-1.0, 0.0, 4.9, 5.0, 6.9, 7.0].map(|y| series_at(&runs, 0, y)),
            [None, Some(0), Some(0), Some(1), Some(1), None]
        );
        assert_eq!(series_at(&runs, 1, 1.0), Some(1), "what did not run is not pointed at");
    }
}
