//! The choice of the moment at which the live numbers stand: the clock's, a date, or the end.

use eframe::egui::{self, Button, Popup, PopupCloseBehavior, Response, Role, Ui, WidgetInfo, vec2};

use crate::calendar::{DateTime, Instant, Zone};
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::command_state;
use crate::ui::context::panel::Panel;
use crate::ui::controls::date_time_entry::DateTimeEntry;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::{dates, look};
use crate::workbench::rehearse::live::LiveMoment;

/// What the choice keeps between frames.
#[derive(Debug, Default)]
pub struct LiveMomentChoice {
    /// Whether to open the choice in the next frame, with the focus on its date.
    pub opens: bool,
    /// Whether it was opened in this frame, so that the canvas, which is drawn later, leaves it the focus.
    pub(super) has_opened: bool,
    /// The text of the date's field while it is typed.
    typed: Option<String>,
    /// Whether the field takes focus once it is shown.
    takes_keyboard: bool,
}

/// Draws the choice below its button while it is open.
pub(super) fn show(
    ui: &mut Ui,
    panel: &mut Panel<'_>,
    button: &Response,
    zone: &ShownZone,
    choice: &mut LiveMomentChoice,
) {
    let popup = Popup::from_toggle_button_response(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let id = popup.get_id();
    if std::mem::take(&mut choice.opens) {
        Popup::open_id(ui.ctx(), id);
        (choice.takes_keyboard, choice.has_opened) = (true, true);
        ui.ctx().request_repaint();
    }
    if !Popup::is_id_open(ui.ctx(), id) {
        *choice = LiveMomentChoice::default();
    }
    let mut chosen = None;
    popup.width(400.0).show(|ui| {
        let now = command_state::live_moment(panel);
        let clock = panel.rehearsing.clock().map(|clock| clock.at);
        let end = panel.rehearsing.shown().map(|shown| shown.scene.until);
        let rows = [
            (LiveMoment::Clock, "At the rehearsal’s clock", clock),
            (LiveMoment::End, "At the end of the rehearsal", end),
        ];
        for (moment, words, at) in rows {
            if row(ui, panel, zone, now == moment, words, at) {
                chosen = Some(moment);
            }
        }
        ui.add_space(6.0);
        look::caption(ui, &zone.caption("At a date and time"));
        if let Some(local) = date(ui, panel, zone, choice) {
            chosen = Some(in_campaign(panel, zone.zone().resolve(local)));
        }
    });
    if let Some(moment) = chosen {
        panel.wants(Action::Rehearse(Rehearse::LiveAt(moment)));
        panel.wants(Action::FocusCanvas);
        Popup::close_id(ui.ctx(), id);
    }
}

/// The moment of an instant, to the minute, in the campaign's local time.
fn in_campaign(panel: &Panel<'_>, at: Instant) -> LiveMoment {
    let zone = panel.rehearsing.zone().cloned().unwrap_or_else(Zone::utc);
    LiveMoment::At(DateTime::from_secs(zone.local_at(at).secs().div_euclid(60) * 60))
}

/// A moment with its time; returns whether it was chosen.
fn row(ui: &mut Ui, panel: &Panel<'_>, zone: &ShownZone, is_on: bool, words: &str, at: Option<Instant>) -> bool {
    let time = at.map(|at| zone.date_time(panel.settings, at)).unwrap_or_default();
    let text = (egui::RichText::new(words), egui::RichText::new(&time).color(ui.visuals().weak_text_color()));
    let width = ui.available_width();
    let response = ui.add(Button::selectable(is_on, text).min_size(vec2(width, 30.0)));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, format!("{words}, {time}")));
    response.clicked()
}

/// The field for a date. Returns the local time once it is entered.
fn date(ui: &mut Ui, panel: &Panel<'_>, zone: &ShownZone, choice: &mut LiveMomentChoice) -> Option<DateTime> {
    let write = |at: Instant| {
        let local = zone.local_at(at);
        format!("{} {}", dates::day(panel.settings, local.date()), dates::clock(panel.settings, local))
    };
    let typed = choice.typed.get_or_insert_with(|| panel.rehearsing.at().map(write).unwrap_or_default());
    let (name, order) = ("Date of the live numbers", panel.settings.dates);
    let entry = DateTimeEntry { name, button: "Show", width: 180.0, order };
    entry.show(ui, typed, &mut choice.takes_keyboard)
}
