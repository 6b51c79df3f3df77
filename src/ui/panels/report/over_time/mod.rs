//! What ran when: a bar for each day, stacked by item. What is after the clock's time is fainter.

mod labels;
mod shown;

use std::sync::Arc;

use eframe::egui::{self, EventFilter, Key, Modifiers, RichText, Role, Sense, Stroke, WidgetInfo, vec2};
use egui_plot::{Bar, BarChart, GridMark, Plot, VLine};
use rustc_hash::FxHashSet;

use super::figures::Figures;
use super::items::draw::go_there;
use crate::calendar::{Instant, Zone};
use crate::campaign::ids::ItemRef;
use crate::campaign::item::Item;
use crate::campaign::kinds::Family;
use crate::campaign::text::thousands;
use crate::picture::plot::bars::{MOST_SERIES, SUM, ink};
use crate::picture::theme::ColorRole;
use crate::report::axis::Tick;
use crate::report::over_time::{OverTime, Series};
use crate::report::table::Report;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::Panel;
use crate::ui::controls::dates;
use crate::ui::controls::focus;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};
use crate::workbench::rehearse::beside::BackgroundAnswer;
use crate::workbench::rehearse::finished::FinishedRehearsal;
use shown::{PlotData, place_at, ran_words, series_at};

/// Opacity of what is after the clock's time.
const AHEAD: f32 = 0.28;
/// Width of a day's label below the plot.
const NAME: f32 = 74.0;
/// Distance of the zero line above the labels of days, so that its number doesn't overlap the first label.
const UNDER: f32 = 9.0;

/// What the plot keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct OverTimeState {
    runs: BackgroundAnswer<(u64, Zone), Option<OverTime>>,
}

/// Draws the plot of runs over time.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut OverTimeState, figures: &Figures) {
    let (run, wake, zone) = (Arc::clone(&figures.run), ui.ctx().clone(), ShownZone::of(panel));
    let of = (figures.of.0, zone.zone().clone());
    let days_of = zone.zone().clone();
    let work = move || {
        let last = run.span().map_or(run.scene.until, |(_, last)| last);
        let plotted = plotted(&run);
        let report = Report { days: run.days(last, &days_of), ..run.report(last, false) };
        OverTime::new(&report, MOST_SERIES, |row| plotted.contains(&row.item))
    };
    state.runs.ask(of, work, move || wake.request_repaint());
    let quiet = |ui: &mut egui::Ui, words: &str| {
        ui.add_space(12.0);
        ui.label(RichText::new(words).color(color(ColorRole::Muted, panel.theme)));
    };
    let Some(runs) = state.runs.answer() else { return quiet(ui, "Counting the days…") };
    let Some(runs) = runs.as_ref() else {
        return quiet(ui, "No communication or process runs in this rehearsal, so there is nothing to plot.");
    };
    let plotted = plotted(&figures.run);
    let shown = PlotData::of(runs, figures, zone.zone(), |row| plotted.contains(&row.item));
    legend(ui, panel, figures, &zone, &shown);
    plot(ui, panel, figures, &zone, &shown);
}

/// The items whose runs are plotted: only communications and processes.
fn plotted(run: &FinishedRehearsal) -> FxHashSet<ItemRef> {
    let does = |item: &&Item| matches!(item.kind.family(), Family::Communication | Family::Process);
    let sequence = run.scene.sequence();
    sequence.items.iter().filter(does).map(|item| sequence.id.item(item.id)).collect()
}

/// The items with their colours and runs so far; a click goes to the item on the canvas.
fn legend(ui: &mut egui::Ui, panel: &mut Panel<'_>, figures: &Figures, zone: &ShownZone, shown: &PlotData<'_>) {
    ui.add_space(6.0);
    let until = zone.date_time(panel.settings, figures.of.1);
    let axis = &shown.runs.axis;
    ui.horizontal_wrapped(|ui| {
        // Without a padding, a second line begins where the first one does.
        ui.spacing_mut().button_padding.x = 0.0;
        ui.spacing_mut().item_spacing = vec2(18.0, 2.0);
        let from = axis.starts.first().map(|first| dates::date(panel.settings, *first)).unwrap_or_default();
        let caption = format!("Runs per {} from {from}", axis.period.word());
        ui.label(RichText::new(caption).family(semibold()));
        let quiet = RichText::new(format!("counted until {until}; paler: still to come")).size(12.0);
        let quiet = ui.label(quiet.color(color(ColorRole::Muted, panel.theme)));
        quiet.on_hover_text(zone.in_every(panel.settings, figures.of.1));
        for (place, series) in shown.happened.series.iter().enumerate() {
            let mark = RichText::new(sign(series)).color(color(ink(series, place), panel.theme));
            let words = RichText::new(format!("{}  {}", series.name, thousands(series.total()))).size(12.0);
            let button = egui::Button::new((mark, words)).frame_when_inactive(false);
            let response = ui.add(button);
            response.widget_info(|| {
                let said = format!("{}, {} runs until {until}", series.name, thousands(series.total()));
                WidgetInfo::labeled(Role::Button, true, said)
            });
            let whole = format!("{} in the whole rehearsal", thousands(shown.runs.series[place].total()));
            match series.item {
                None => drop(response.on_hover_text(whole)),
                Some(item) => {
                    if response.on_hover_text(format!("{whole}. A click shows it on the canvas")).clicked() {
                        go_there(panel, item);
                    }
                }
            }
        }
    });
}

/// The sign of a series in lists: a sum is outlined.
fn sign(series: &Series) -> &'static str {
    if series.item.is_some() { "■" } else { "□" }
}

/// The last second of an interval.
fn end_of(runs: &OverTime, zone: &Zone, place: usize) -> Instant {
    let next = runs.axis.starts.get(place + 1).copied().unwrap_or(runs.axis.end());
    zone.start_of(next).plus_secs(-1)
}

/// The bars: what has happened below, and what is still planned above it, paler.
fn charts(shown: &PlotData<'_>, panel: &Panel<'_>) -> Vec<BarChart> {
    let width = if shown.runs.axis.starts.len() > 120 { 1.0 } else { 0.8 };
    let mut below = vec![0_u64; shown.runs.axis.starts.len()];
    let mut chart = |number: usize, is_ahead: bool| {
        let (series, past) = (&shown.runs.series[number], &shown.happened.series[number]);
        let full = color(ink(series, number), panel.theme);
        let edge = if is_ahead { full.gamma_multiply(AHEAD * 2.0) } else { full };
        let (fill, stroke) = match (series.item, is_ahead) {
            (Some(_), false) => (full, Stroke::NONE),
            (Some(_), true) => (full.gamma_multiply(AHEAD), Stroke::NONE),
            (None, _) => (edge.gamma_multiply(SUM), Stroke::new(1.0, edge)),
        };
        let counts = series.ran.iter().zip(&past.ran).map(|(all, past)| if is_ahead { all - past } else { *past });
        let bars = counts.enumerate().filter(|(_, count)| *count > 0).map(|(place, count)| {
            let under = below[place];
            below[place] += count;
            let bar = Bar::new(place as f64, count as f64).base_offset(under as f64);
            bar.width(width).fill(fill).stroke(stroke)
        });
        BarChart::new(series.name.clone(), bars.collect()).allow_hover(false)
    };
    let all = 0..shown.runs.series.len();
    let mut charts: Vec<BarChart> = all.clone().map(|number| chart(number, false)).collect();
    charts.extend(all.map(|number| chart(number, true)));
    charts
}

fn plot(ui: &mut egui::Ui, panel: &mut Panel<'_>, figures: &Figures, zone: &ShownZone, shown: &PlotData<'_>) {
    let (runs, now) = (shown.runs, shown.now);
    let charts = charts(shown, panel);
    let most = ((ui.available_width() / NAME) as usize).max(1);
    let ticks = runs.axis.ticks(most);
    // The first year is shown above.
    let words = |(at, tick): (usize, &Tick)| (tick.place, labels::of(panel.settings, tick, at > 0));
    let labels: Vec<(usize, String)> = ticks.iter().enumerate().map(words).collect();
    let marks: Vec<GridMark> =
        ticks.iter().map(|tick| GridMark { value: tick.place as f64, step_size: NAME.into() }).collect();
    let line = Stroke::new(1.5, color(ColorRole::Accent, panel.theme));
    let highest = runs.totals().into_iter().max().unwrap_or(1).max(1) as f64;
    let step = round_step(highest);
    let top = highest * 1.05;
    let lines = (0..=6).map(|line| GridMark { value: f64::from(line) * step, step_size: step * 50.0 });
    // A line above the top would have its label outside the plot.
    let lines: Vec<GridMark> = lines.take_while(|line| line.value <= top).collect();
    let height = ui.available_height().max(60.0);
    let under = (highest * 1.05) * f64::from(UNDER / (height - 30.0).max(30.0));
    let plot = Plot::new("runs over time")
        .height(height)
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
        .grid_color(color(ColorRole::Line, panel.theme))
        .x_axis_formatter(move |mark, _| {
            let place = mark.value.round() as usize;
            labels.iter().find(|(at, _)| *at == place).map(|(_, label)| label.clone()).unwrap_or_default()
        })
        .y_axis_formatter(|mark, _| match mark.value {
            whole if whole >= 0.0 && whole.fract() == 0.0 => thousands(whole as u64),
            _ => String::new(),
        })
        .include_y(-under)
        .include_y(top)
        .include_x(-0.5)
        .include_x(runs.axis.starts.len() as f64 - 0.5);
    let drawn = plot.show(ui, |plot| {
        charts.into_iter().for_each(|chart| plot.bar_chart(chart));
        plot.vline(VLine::new("clock", now).stroke(line).allow_hover(false));
    });
    let response = drawn.response;
    let so_far: u64 = shown.happened.totals().iter().sum();
    let until = zone.date_time(panel.settings, figures.of.1);
    let words = runs.words_with(|day| dates::date(panel.settings, day));
    let said = format!("Runs per {}, {} until {until}; {}", runs.axis.period.word(), thousands(so_far), words);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    walk(ui, panel, (figures, zone.zone()), runs, &response, now);
    let Some(at) = response.hover_pos() else { return };
    let value = drawn.transform.value_from_position(at);
    let Some(place) = place_at(runs, value.x) else { return };
    if response.clicked() {
        response.request_focus();
        panel.wants(Action::Rehearse(Rehearse::Jump(end_of(runs, zone.zone(), place))));
    }
    let pointed = series_at(shown, place, value.y);
    response.on_hover_ui_at_pointer(|ui| tip(ui, panel, shown, place, pointed));
}

/// The distance between the grid lines of a plot: a round number that gives four to six lines.
fn round_step(highest: f64) -> f64 {
    let rough = (highest / 5.0).max(1.0);
    let ten = 10.0_f64.powf(rough.log10().floor());
    let round = [1.0, 2.0, 2.5, 5.0, 10.0].map(|times| times * ten);
    // Steps are whole numbers of runs.
    round.into_iter().find(|step| *step >= rough && step.fract() == 0.0).unwrap_or(rough.ceil())
}

/// The tooltip: the day, and what ran on it; the hovered item is bold.
fn tip(ui: &mut egui::Ui, panel: &Panel<'_>, shown: &PlotData<'_>, place: usize, pointed: Option<usize>) {
    let runs = shown.runs;
    ui.label(RichText::new(runs.axis.words_with(place, |day| dates::date(panel.settings, day))).family(semibold()));
    let all: Vec<_> = runs.series.iter().enumerate().filter(|(_, series)| series.ran[place] > 0).collect();
    if all.is_empty() {
        ui.label("Nothing runs");
    }
    for (number, series) in all.into_iter().rev() {
        ui.horizontal(|ui| {
            ui.label(RichText::new(sign(series)).color(color(ink(series, number), panel.theme)));
            let ran = ran_words(shown.happened.series[number].ran[place], series.ran[place]);
            let words = RichText::new(format!("{}: {ran}", series.name));
            ui.label(if pointed == Some(number) { words.family(semibold()) } else { words });
        });
    }
    let hint = format!("Click: the clock goes to the end of this {}", runs.axis.period.word());
    ui.label(RichText::new(hint).size(11.5).color(color(ColorRole::Muted, panel.theme)));
}

/// Left and Right move the clock by an interval while the plot has focus.
fn walk(
    ui: &egui::Ui,
    panel: &mut Panel<'_>,
    (figures, zone): (&Figures, &Zone),
    runs: &OverTime,
    response: &egui::Response,
    now: f64,
) {
    if !focus::shows_itself(response) {
        return;
    }
    let ring = Stroke::new(1.5, color(ColorRole::Accent, panel.theme));
    ui.painter().rect_stroke(response.rect, 4.0, ring, egui::StrokeKind::Inside);
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let place = (now + 0.5).floor().clamp(0.0, runs.axis.starts.len() as f64 - 1.0) as usize;
    let to = match () {
        () if pressed(Key::ArrowRight) => {
            // Within an interval, the clock goes to that interval's end first.
            if end_of(runs, zone, place) > figures.of.1 { place } else { place + 1 }
        }
        () if pressed(Key::ArrowLeft) => place.saturating_sub(1),
        () => return,
    };
    panel.wants(Action::Rehearse(Rehearse::Jump(end_of(runs, zone, to.min(runs.axis.starts.len() - 1)))));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_lie_at_round_numbers() {
        assert_eq!([1.0, 4.0, 9.0, 49.0, 13_500.0].map(round_step), [1.0, 1.0, 2.0, 10.0, 5_000.0]);
    }
}
