//! A row of the worked examples: the arrival, when the contact continues, and why.

use eframe::egui::{self, RichText, Ui};
use lucide_icons::Icon;

use super::typed::{self, ArrivalDefaults};
use crate::calendar::span::FieldDate;
use crate::calendar::{DateTime, Zone};
use crate::campaign::fields::field_name;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::settings::Settings;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::look::FieldNote;
use crate::ui::controls::{dates, focus, look, theme, unsent};
use crate::workbench::arrivals::OwnDate;
use crate::workbench::examples::{ExampleOutcome, ExampleRow};
use crate::workbench::rules::{Question, question, section_for};

/// The size of the button that removes a row.
const CROSS: f32 = 26.0;

/// What a row requests.
pub(super) enum Asks {
    Why,
    Gone,
}

/// What the rows have in common.
pub(super) struct ExampleContext {
    /// Whether there are contacts in several time zones.
    pub many_zones: bool,
    /// The zone of the times in most rows; `None` if it differs from row to row.
    pub zone: Option<Zone>,
    /// What typed arrivals mean.
    pub defaults: ArrivalDefaults,
}

/// Draws a row. `number` counts arrivals from 1; 0 is the row of the rehearsal's people. Only the first row of an
/// arrival has its field.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut Form<'_>,
    row: &ExampleRow,
    (number, arrival): (usize, Option<&mut DateTime>),
    is_open: bool,
    shown: &ExampleContext,
) -> Option<Asks> {
    // A refused arrival has no answer, and the one shown would be wrong.
    let (mut asks, mut is_refused) = (None, false);
    let people = if number == 0 { whose(form) } else { None };
    let label = if number == 0 { "Arrival of the contacts".to_owned() } else { format!("Arrival {number}") };
    // A row without the field of its arrival is that of a contact in another zone.
    let name = match (number, &arrival) {
        (1.., None) => format!("{label} in {}", row.zone),
        (0, None) | (_, Some(_)) => label.clone(),
    };
    look::group(ui, |ui| {
        if let Some(who) = &people {
            look::hint(ui, who);
        }
        let can_go = arrival.is_some();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            match arrival {
                Some(local) => {
                    let (defaults, settings) = (shown.defaults, form.settings);
                    let width = 118.0 + if settings.twelve_hours { 16.0 } else { 0.0 };
                    let narrow = FieldLook { width: Some(width), most: 172.0, bare: true, ..FieldLook::default() };
                    let write = move |local: &DateTime| typed::write(settings, *local, defaults);
                    field::typed(ui, form, &label, local, narrow, write, move |text| typed::arrival(text, defaults));
                }
                None => {
                    ui.label(typed::write(form.settings, row.arrival, shown.defaults));
                }
            }
            ui.label(look::glyph(Icon::ArrowRight, 13.0).color(look::ink(ui, ColorRole::Muted)));
            is_refused = unsent::is_refused(ui, form.id(&label));
            let answer = if is_refused { "–".to_owned() } else { goes_on(form.settings, row) };
            ui.add(egui::Label::new(RichText::new(answer).family(theme::semibold())).wrap());
        });
        let refused = unsent::refusal(ui, form.id(&label)).filter(|_| can_go).map(FieldNote::Fault);
        ui.horizontal(|ui| {
            ui.set_min_height(CROSS);
            let words = [zone_of(row, shown), Some(row.waited.clone()), Some(row.note.clone())];
            let words = words.into_iter().flatten().filter(|words| !words.is_empty() && !is_refused);
            let words = words.collect::<Vec<String>>().join(" · ");
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let row = ui.max_rect();
                let cross = egui::Rect::from_min_max(egui::pos2(row.right() - CROSS, row.top()), row.max);
                if can_go {
                    ui.add_space(CROSS + ui.spacing().item_spacing.x);
                }
                let why_name = format!("Why? {name}");
                let why = if is_open { "Hide" } else { "Why?" };
                if !is_refused
                    && focus::keyed(ui, &why_name, |ui| look::link(ui, why))
                        .accessible_name(why_name.as_str())
                        .clicked()
                {
                    asks = Some(Asks::Why);
                }
                // Drawn after “Why?”, so that Tab goes from left to right.
                let name = format!("Remove arrival {number}");
                let mut at_right =
                    ui.new_child(egui::UiBuilder::new().id_salt("cross").max_rect(cross).layout(*ui.layout()));
                if can_go && focus::keyed(&mut at_right, &name, |ui| look::icon_button(ui, Icon::X, &name)).clicked() {
                    asks = Some(Asks::Gone);
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| match &refused {
                    Some(refused) => look::line(ui, refused),
                    None => look::hint(ui, &words),
                });
            });
        });
        if is_open && !is_refused {
            why(ui, form, &name, row);
        }
    });
    asks
}

/// Whose arrival the row of the rehearsal's people is, with what the contact has in the field that the timer reads.
fn whose(form: &Form<'_>) -> Option<String> {
    let people = form.people.as_ref()?;
    let Some(OwnDate { key, value }) = &people.own else { return Some(people.who.clone()) };
    let field = field_name(key, &form.campaign.directory);
    Some(match value {
        Some(value) => format!("{}: {field} {}", people.who, field_words(form.settings, *value)),
        None => format!("{}: no {field}", people.who),
    })
}

/// The value of a field: `12 May 1990`, or with its time of day.
pub(super) fn field_words(settings: &Settings, value: FieldDate) -> String {
    let day = dates::day(settings, value.local.date());
    if value.has_time { format!("{day} {}", dates::clock(settings, value.local)) } else { day }
}

/// Names the zone of a row, if rows differ: that of its times, or of its contact.
fn zone_of(row: &ExampleRow, shown: &ExampleContext) -> Option<String> {
    let contact = Zone::named(&row.zone).filter(|_| shown.many_zones);
    match (&contact, &shown.zone) {
        (Some(contact), _) if contact.is_same(&row.clock) => Some(format!("{} time", contact.place())),
        (Some(contact), _) => Some(format!("contact in {}", contact.place())),
        (None, Some(zone)) if row.clock.is_same(zone) => None,
        (None, Some(_) | None) => Some(format!("times in {}", row.clock.place())),
    }
}

/// The zone of the times in all rows; `None` if it differs from row to row.
pub(super) fn one_clock(rows: &[ExampleRow]) -> Option<&Zone> {
    let first = &rows.first()?.clock;
    rows.iter().all(|row| row.clock.is_same(first)).then_some(first)
}

/// A timer's examples are in the zone that it works in. These words name it if the window shows another one.
pub(super) fn zone_words(form: &Form<'_>, rows: &[ExampleRow]) -> Option<String> {
    let shown = form.shown_zone.as_ref()?.zone();
    match one_clock(rows) {
        Some(clock) if clock.is_same(shown) => None,
        Some(clock) => Some(format!("Times in {}, where this timer works", clock.place())),
        None => rows.first().map(|_| "Times in each contact’s zone, where this timer works".to_owned()),
    }
}

/// `Thu 19 Nov 08:00`, with the year if it is another year.
fn goes_on(settings: &Settings, row: &ExampleRow) -> String {
    match row.answer {
        ExampleOutcome::GoesOn { local, .. } if local.date().civil().0 == row.arrival.date().civil().0 => {
            format!("{} {}", dates::near(settings, local.date()), dates::clock(settings, local))
        }
        ExampleOutcome::GoesOn { local, .. } => dates::date_time(settings, local),
        answer => answer.words(),
    }
}

/// The derivation, one sentence for each step, and links to its rules.
fn why(ui: &mut Ui, form: &mut Form<'_>, name: &str, row: &ExampleRow) {
    for sentence in &row.sentences {
        ui.add(egui::Label::new(RichText::new(format!("• {sentence}")).size(12.0)).wrap());
    }
    let mut questions: Vec<&Question> = row.steps.iter().filter_map(|step| question(section_for(step))).collect();
    let mut shown: Vec<&str> = Vec::new();
    questions.retain(|question| {
        let is_new = !shown.contains(&question.id);
        shown.push(question.id);
        is_new
    });
    let links = |ui: &mut Ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        ui.spacing_mut().item_spacing.y = 2.0;
        for question in questions {
            if look::link(ui, &format!("Rule: {}", question.ask)).clicked() {
                form.actions.push(Action::Show(Overlay::Rules(Some(question.id.to_owned()))));
            }
        }
    };
    focus::keyed(ui, &format!("rules of {name}"), |ui| ui.horizontal_wrapped(links));
}
