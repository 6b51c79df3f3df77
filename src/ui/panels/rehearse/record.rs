//! The record of the followed contact at the clock's time. The last change is marked.

use eframe::egui::{self, Label, RichText, Ui};

use super::times::Times;
use crate::calendar::words::capital;
use crate::calendar::{DateTime, Instant};
use crate::campaign::directory::Directory;
use crate::campaign::fields::{Column, Field, field_name};
use crate::picture::theme::ColorRole;
use crate::simulate::effects::record_at::{FieldAtInstant, RecordAtInstant};
use crate::ui::context::panel::Panel;
use crate::ui::context::settings::Settings;
use crate::ui::controls::dates;
use crate::ui::controls::look;
use crate::ui::controls::theme::{color, semibold};
use crate::workbench::rehearse::contact::Followed;

/// The width of field names.
const NAMES: f32 = 92.0;

/// What the record keeps between frames.
#[derive(Debug, Default)]
pub struct RecordView {
    then: RecordAtInstant,
    /// The run, the contact and the instant that it belongs to.
    of: Option<(u64, u64, Instant)>,
}

/// Draws the record of a contact of the run with this number.
pub fn show(
    ui: &mut Ui,
    panel: &Panel<'_>,
    state: &mut RecordView,
    (number, followed): (u64, &Followed),
    clock: Instant,
    times: &Times,
) {
    let of = (number, followed.place, clock);
    if state.of != Some(of) {
        (state.then, state.of) = (followed.record(clock), Some(of));
    }
    let line = color(ColorRole::Line, panel.theme);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top() - 4.0, (1.0, line));
    look::caption(ui, "Record at this time");
    let last = state.then.last_change();
    let directory = &followed.finished.scene.campaign.directory;
    for then in in_order(&state.then) {
        let is_last = last.is_some() && then.changed.as_ref().map(|changed| changed.at) == last;
        field(ui, panel, followed, directory, then, is_last, times);
    }
}

/// The fields in order: owner and tags, then fields changed by items, then custom fields, then other columns. Fields
/// shown at the head of the story are left out.
fn in_order(record: &RecordAtInstant) -> Vec<&FieldAtInstant> {
    let shown_above = [Column::FirstName, Column::LastName, Column::Email, Column::EmailStatus, Column::TimeZone];
    let is_above = |then: &&FieldAtInstant| shown_above.iter().any(|column| then.field == Field::Column(*column));
    let mut fields: Vec<_> = record.fields.iter().filter(|then| !is_above(then)).collect();
    fields.sort_by_key(|then| match then.field {
        Field::Column(Column::Owner) => 0,
        Field::Column(Column::Tags) => 1,
        _ if then.changed.is_some() => 2,
        Field::Custom(_) => 3,
        Field::Column(_) => 4,
    });
    fields
}

fn field(
    ui: &mut Ui,
    panel: &Panel<'_>,
    followed: &Followed,
    directory: &Directory,
    then: &FieldAtInstant,
    is_last: bool,
    times: &Times,
) {
    let fill = if is_last { color(ColorRole::AccentField, panel.theme) } else { egui::Color32::TRANSPARENT };
    let frame = egui::Frame::new().fill(fill).corner_radius(6).inner_margin(egui::Margin::symmetric(6, 2));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let muted = color(ColorRole::Muted, panel.theme);
            let name = capital(&field_name(then.field.key(directory), directory));
            ui.allocate_ui(egui::vec2(NAMES, 18.0), |ui| {
                ui.set_width(NAMES);
                ui.add(Label::new(RichText::new(name).size(12.0).color(muted)).truncate());
            });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                let campaign = followed.finished.scene.plan.zone();
                let words = |value: &str| match then.field {
                    Field::Column(Column::Entered) => times.cell(panel.settings, value, campaign),
                    field => Some(words(panel.settings, directory, field, value)),
                };
                let words = |value: &str| words(value).unwrap_or_else(|| value.to_owned());
                let value = words(&then.value);
                let value = RichText::new(value).size(12.0);
                ui.add(Label::new(if is_last { value.family(semibold()) } else { value }).wrap());
                let Some(changed) = &then.changed else { return };
                let scene = &followed.finished.scene;
                let item = &scene.sequence().items[scene.plan.items()[changed.rank as usize].place];
                let before = words(&changed.before);
                let at = times.say(panel.settings, changed.at);
                let told = format!("{} by “{}”, was {before}", at, item.called());
                let told = ui.add(Label::new(RichText::new(told).size(11.5).color(muted)).wrap());
                told.on_hover_text(times.shown.in_every(panel.settings, changed.at));
            });
        });
    });
}

/// A value for display; `–` if it is empty.
fn words(settings: &Settings, directory: &Directory, field: Field, value: &str) -> String {
    let is_entered = field == Field::Column(Column::Entered);
    match field {
        _ if value.is_empty() => "–".to_owned(),
        Field::Column(Column::Owner) => directory.user_called(value).to_owned(),
        Field::Column(Column::Tags) => value.split(';').collect::<Vec<_>>().join(", "),
        field if field.is_dated(directory) && !is_entered => date(settings, value).unwrap_or(value.to_owned()),
        _ => value.to_owned(),
    }
}

/// A date, or a date and time, in the user's format.
fn date(settings: &Settings, value: &str) -> Option<String> {
    match crate::calendar::Date::parse(value) {
        Some(day) => Some(dates::date(settings, day)),
        None => DateTime::parse(value).map(|local| dates::date_time(settings, local)),
    }
}
