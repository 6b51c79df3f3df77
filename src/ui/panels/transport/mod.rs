//! The transport: steps, play and pause, speed, the clock, the contacts by status, and the time bar.
//!
//! **Owns** what is below the canvas while a rehearsal is watched, in Rehearse mode ([`show`]) and in Report mode
//! ([`slim`]).
//! **Must not know** how the clock is moved: it requests that.
//! **Start reading** at [`show`].
//! **Invariants**: its height is the same with and without a clock.

mod bar;
pub mod clock_state;
mod run_to;
mod scrub;
pub mod state;
mod ticks;

use eframe::egui::{self, Align, Button, Layout, RichText, Role, Ui, WidgetInfo, vec2};
use lucide_icons::Icon;

use self::clock_state::{View, view, why_none};
use self::state::TransportState;
use crate::calendar::{Instant, Zone};
use crate::campaign::rehearsal::{Enter, Hours, People, Rehearsal};
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::simulate::outcome::Status;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::command::Command;
use crate::ui::context::command_state;
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::controls::look;
use crate::ui::controls::theme;
use crate::ui::controls::theme::{color, glyph, semibold};
use crate::ui::controls::tool_button::tool_button;
use crate::ui::controls::{dates, words};
use crate::workbench::rehearse::clock::Speed;

/// Smallest window width at which everything is shown; below it, only the clock and what moves it.
const ROOMY: f32 = 1_100.0;
/// The width of a status with its count.
const STATUS: f32 = 92.0;
/// The height of the clock's row, and of the strip in Report mode.
const ROW: f32 = 42.0;
const SLIM_ROW: f32 = 28.0;

/// The transport of Rehearse mode, below the canvas.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut TransportState) {
    let frame =
        egui::Frame::new().fill(color(ColorRole::Panel, panel.theme)).inner_margin(egui::Margin::symmetric(16, 8));
    egui::Panel::bottom("transport").resizable(false).frame(frame).show(ui, |ui| {
        reopened(ui, panel);
        // The same height with and without a clock, so that the canvas above doesn't jump.
        let height = ROW + ui.spacing().item_spacing.y + scrub::HEIGHT;
        ui.scope(|ui| {
            ui.set_min_size(vec2(ui.available_width(), height));
            match view(panel, state.in_contact_zone) {
                View::Ready(zone, now) => ready(ui, panel, state, &zone, now),
                without => no_clock(ui, panel, &without, height),
            }
        });
    });
}

/// Everything that moves the clock, the clock, and the time bar.
fn ready(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut TransportState, zone: &Zone, now: Instant) {
    ui.horizontal(|ui| {
        ui.set_min_height(ROW);
        buttons(ui, panel);
        speed(ui, panel);
        run_to::show(ui, panel, &mut state.run_to, zone, now);
        ui.add_space(10.0);
        clock(ui, panel, state, zone, now);
        if ui.ctx().content_rect().width() >= ROOMY {
            ui.add_space(18.0);
            people(ui, panel);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| statuses(ui, panel, now));
    });
    scrub::show(ui, panel, &mut state.scrub, zone, false);
}

/// The same buttons, disabled, and why there is no clock in its place.
fn no_clock(ui: &mut Ui, panel: &mut Panel<'_>, view: &View, height: f32) {
    ui.horizontal_top(|ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(ROW);
            buttons(ui, panel);
        });
        ui.add_space(10.0);
        // Long text uses the time bar's space too, and scrolls if it is longer still.
        egui::ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                // A single line is centred next to the buttons.
                ui.add_space((ROW - ui.spacing().interact_size.y) / 2.0);
                why_none(ui, panel, view);
            });
        });
    });
}

/// Shows that a saved run is shown instead of the campaign's own.
pub fn reopened(ui: &mut Ui, panel: &mut Panel<'_>) {
    let Some(kept) = panel.rehearsing.reopened() else { return };
    let scene = &kept.scene;
    let differs = scene.sequence() != panel.sequence();
    let words = match () {
        () if !panel.rehearsing.is_drawn() => format!(
            "A kept run of “{}” in “{}” is shown. It is not what is drawn, which has no numbers meanwhile.",
            scene.sequence().name,
            scene.campaign.name
        ),
        () if differs => {
            format!("A kept run of “{}” is shown; the sequence that is drawn is another by now.", scene.sequence().name)
        }
        () => format!("A kept run of “{}” is shown.", scene.sequence().name),
    };
    ui.horizontal_wrapped(|ui| {
        ui.label(glyph(Icon::Archive).color(color(ColorRole::Skipped, panel.theme)));
        ui.label(words);
        if look::link(ui, "Back to the campaign’s own").clicked() {
            panel.wants(Action::Rehearse(Rehearse::CloseReopened));
        }
    });
}

/// A strip with the most important parts, for Report mode.
pub fn slim(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut TransportState) {
    let frame =
        egui::Frame::new().fill(color(ColorRole::Panel, panel.theme)).inner_margin(egui::Margin::symmetric(16, 4));
    egui::Panel::bottom("slim transport").resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(SLIM_ROW);
            small(ui, panel, Icon::StepBack, Command::StepBack);
            let plays = panel.rehearsing.clock().is_some_and(|clock| clock.plays);
            small(ui, panel, if plays { Icon::Pause } else { Icon::Play }, Command::Play);
            small(ui, panel, Icon::StepForward, Command::StepForward);
            match view(panel, state.in_contact_zone) {
                View::Ready(zone, now) => {
                    let words = dates::date_time(panel.settings, zone.local_at(now));
                    ui.label(RichText::new(words).family(semibold()));
                    scrub::show(ui, panel, &mut state.scrub, &zone, true);
                }
                without => why_none(ui, panel, &without),
            }
        });
    });
}

fn buttons(ui: &mut Ui, panel: &mut Panel<'_>) {
    ui.spacing_mut().item_spacing.x = 4.0;
    small(ui, panel, Icon::SkipBack, Command::ToStart);
    small(ui, panel, Icon::StepBack, Command::StepBack);
    play(ui, panel);
    small(ui, panel, Icon::StepForward, Command::StepForward);
    small(ui, panel, Icon::CalendarArrowDown, Command::NextDay);
    small(ui, panel, Icon::SkipForward, Command::ToEnd);
}

fn small(ui: &mut Ui, panel: &mut Panel<'_>, icon: Icon, command: Command) {
    let enabled = command_state::is_enabled(command, panel);
    let tip = match command.shown_keys(ui.ctx()) {
        keys if keys.is_empty() => command.label(),
        keys => format!("{} ({keys})", command.label()),
    };
    if tool_button(ui, panel.theme, icon, &command.label(), &tip, enabled).clicked() {
        give_keyboard_back(ui, panel);
        panel.wants(Action::Run(command));
    }
}

/// The large play button.
fn play(ui: &mut Ui, panel: &mut Panel<'_>) {
    let plays = panel.rehearsing.clock().is_some_and(|clock| clock.plays);
    let (icon, name) = if plays { (Icon::Pause, "Pause") } else { (Icon::Play, "Play") };
    let words = glyph(icon).size(18.0).color(color(ColorRole::OnAccent, panel.theme));
    let button = Button::new(words).fill(color(ColorRole::Accent, panel.theme)).corner_radius(19.0);
    let enabled = command_state::is_enabled(Command::Play, panel);
    let response = ui.add_enabled_ui(enabled, |ui| ui.add_sized(vec2(38.0, 38.0), button)).inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    let keys = Command::Play.shown_keys(ui.ctx());
    if response.on_hover_text(format!("{name} ({keys})")).clicked() {
        give_keyboard_back(ui, panel);
        panel.wants(Action::Run(Command::Play));
    }
}

/// After a press with the pointer, focus goes back to the canvas, for Space, comma and full stop.
fn give_keyboard_back(ui: &Ui, panel: &mut Panel<'_>) {
    if ui.input(|input| input.pointer.any_released()) {
        panel.wants(Action::FocusCanvas);
    }
}

fn speed(ui: &mut Ui, panel: &mut Panel<'_>) {
    let Some(now) = panel.rehearsing.clock().map(|clock| clock.speed) else { return };
    ui.add_space(6.0);
    let mut speed = now;
    let list = egui::ComboBox::from_id_salt("speed").selected_text(now.label()).width(104.0).show_ui(ui, |ui| {
        for one in Speed::ALL {
            ui.selectable_value(&mut speed, one, one.label());
        }
    });
    list.response.accessible_name("Speed");
    if speed != now {
        panel.wants(Action::Rehearse(Rehearse::Speed(speed)));
    }
}

/// The date, with time and zone below it. A click shows the other zone, if a contact is followed.
fn clock(ui: &mut Ui, panel: &RehearsalView<'_>, state: &mut TransportState, zone: &Zone, now: Instant) {
    let local = zone.local_at(now);
    let follows = panel.rehearsing.follows().is_some();
    let whose = match (follows, state.in_contact_zone) {
        (true, true) => "contact",
        _ => "campaign",
    };
    let time = format!("{} {} ({whose})", dates::clock(panel.settings, local), zone.place());
    // Wide enough for every date, so that nothing next to it moves while playing.
    ui.allocate_ui_with_layout(vec2(214.0, ROW), Layout::top_down(Align::Min), |ui| {
        ui.set_min_width(214.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        // Buttons are as high as labels, so that the row doesn't change when a contact is followed.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.label(RichText::new(dates::date(panel.settings, local.date())).size(17.0).family(semibold()));
        let muted = RichText::new(&time).size(12.5).color(color(ColorRole::Muted, panel.theme));
        if !follows {
            ui.label(muted);
        } else if look::link(ui, &time).on_hover_text("Show the clock in the other zone").clicked() {
            state.in_contact_zone = !state.in_contact_zone;
        }
    });
}

/// The contacts of the rehearsal, in two lines.
fn people(ui: &mut Ui, panel: &RehearsalView<'_>) {
    let Some((rehearsal, shown)) = panel.rehearsing.rehearsal().zip(panel.rehearsing.shown()) else { return };
    let room = ui.available_width() - 4.0 * STATUS - 24.0;
    if room < 80.0 {
        return;
    }
    ui.vertical(|ui| {
        ui.set_max_width(room);
        ui.spacing_mut().item_spacing.y = 1.0;
        let count = words::people(shown.contacts());
        ui.label(RichText::new(count).family(semibold()));
        let muted = color(ColorRole::Muted, panel.theme);
        let more = RichText::new(described(rehearsal)).size(12.5).color(muted);
        ui.add(egui::Label::new(more).truncate()).on_hover_text(&rehearsal.name);
    });
}

/// Where the contacts come from and when they enter, in brief.
pub fn described(rehearsal: &Rehearsal) -> String {
    let people = match &rehearsal.people {
        People::Generated { seed, .. } => format!("seed {seed}"),
        People::File(path) => path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned(),
        People::People(_) => "typed in".to_owned(),
    };
    let enter = match rehearsal.enter {
        Enter::At(_) => "all enter at once",
        Enter::Spread(.., Hours::AllHours) => "entering day and night",
        Enter::Spread(.., Hours::WorkingHours) => "entering in working hours",
        Enter::ByColumn => "each entering at a moment of their own",
    };
    format!("{people} · {enter}")
}

/// The contacts by status, from the right edge inwards.
fn statuses(ui: &mut Ui, panel: &RehearsalView<'_>, now: Instant) {
    let Some(timeline) = panel.rehearsing.shown().and_then(|shown| shown.index()).map(|index| &index.timeline) else {
        return;
    };
    let all = [
        (Status::FellOut, Icon::LogOut, ColorRole::Skipped, "fell out"),
        (Status::Queued, Icon::Check, ColorRole::Ran, "queued"),
        (Status::Held, Icon::Hand, ColorRole::Held, "held"),
        (Status::Active, Icon::Clock, ColorRole::Waiting, "active"),
    ];
    let roomy = ui.ctx().content_rect().width() >= ROOMY;
    let (width, fits) = if roomy { (STATUS, 4) } else { (74.0, (ui.available_width() / 74.0) as usize) };
    for (status, icon, ink, word) in all.into_iter().rev().take(fits).rev() {
        let count = timeline.contacts_at(status, now);
        let layout = Layout::left_to_right(Align::Center);
        let shown = ui.allocate_ui_with_layout(vec2(width, 40.0), layout, |ui| {
            ui.set_min_width(width);
            ui.label(theme::glyph(icon).size(15.0).color(color(ink, panel.theme)));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(RichText::new(thousands(count)).family(semibold()));
                ui.label(RichText::new(word).size(12.0).color(color(ColorRole::Muted, panel.theme)));
            });
        });
        shown.response.on_hover_text(meaning(status));
    }
}

/// What a status means (`rules.md` §3).
fn meaning(status: Status) -> &'static str {
    match status {
        Status::Active => "Waiting at a timer",
        Status::Held => "Held at a timer that is not set up",
        Status::FellOut => "Past the last timer: nothing is left to run for them",
        Status::Queued => "Came to the end of the sequence",
        Status::NotEntered => "Not entered yet",
    }
}
