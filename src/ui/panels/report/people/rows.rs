//! The visible contacts: their name, status, and where they are until when.

use eframe::egui::{self, Align2, Color32, FontId, Rect, Role, Sense, Stroke, WidgetInfo, pos2, vec2};

use super::state::NAME;
use crate::calendar::Instant;
use crate::picture::theme::ColorRole;
use crate::report::people::Filter;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Status};
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::walk::{ListWalk, row_id};
use crate::ui::panels::report::figures::Figures;
use crate::workbench::rehearse::contact::{whereabouts, who};

const HEAD: f32 = 26.0;
/// The captions: where each contact is at the clock's time.
const CAPTIONS: [&str; 6] = ["Name", "Email", "Zone", "Status", "Where", "Until"];
/// The captions of a list that is filtered by item or outcome: what happened there.
const VISIT_CAPTIONS: [&str; 6] = ["Name", "Email", "Zone", "What", "Where", "When"];
/// The index of the column with an instant.
const INSTANT: usize = 5;

/// The columns. In a narrow window the zone is dropped first, then the email.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContactColumns {
    /// Left edge and width, in the order of the captions.
    at: [Option<(f32, f32)>; 6],
}

impl ContactColumns {
    /// The columns of a list with this width, in points.
    pub fn of(width: f32) -> Self {
        let shares = match width {
            1_050.0.. => [0.15, 0.21, 0.13, 0.17, 0.17, 0.17],
            740.0.. => [0.17, 0.22, 0.0, 0.20, 0.18, 0.23],
            _ => [0.24, 0.0, 0.0, 0.23, 0.24, 0.29],
        };
        let mut left = 0.0;
        let at = shares.map(|share| {
            let column = (share > 0.0).then_some((left, width * share - 12.0));
            left += width * share;
            column
        });
        Self { at }
    }
}

/// Draws the captions of the columns.
pub fn head(ui: &mut egui::Ui, panel: &Panel<'_>, columns: &ContactColumns, shows_visit: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let ink = color(ColorRole::Muted, panel.theme);
    let captions = if shows_visit { VISIT_CAPTIONS } else { CAPTIONS };
    let of_instants = ShownZone::of(panel).caption_of_rows(captions[INSTANT]);
    for (index, (caption, at)) in captions.iter().zip(columns.at).enumerate() {
        let caption = if index == INSTANT { &of_instants } else { *caption };
        if let Some((left, _)) = at {
            let at = pos2(rect.left() + left, rect.center().y);
            ui.painter().text(at, Align2::LEFT_CENTER, caption, FontId::new(12.0, semibold()), ink);
        }
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, color(ColorRole::Line, panel.theme)));
}

/// Draws the contact at a position in the list. A click follows it on the canvas.
#[allow(clippy::too_many_arguments)]
pub fn row(
    ui: &mut egui::Ui,
    walk: &mut ListWalk,
    panel: &mut Panel<'_>,
    figures: &Figures,
    filter: &Filter,
    columns: &ContactColumns,
    rect: Rect,
    row: usize,
    place: u64,
) {
    let cells = cells(panel, figures, filter, place);
    let is_followed = panel.rehearsing.follows() == Some(place);
    let response = walk.row(ui, panel.theme, (row_id(NAME, row), row), rect, is_followed);
    response.widget_info(|| {
        let said: Vec<&str> = cells.iter().map(|(words, _)| words.as_str()).filter(|words| !words.is_empty()).collect();
        WidgetInfo::selected(Role::ListItem, true, is_followed, said.join(", "))
    });
    for ((words, ink), at) in cells.into_iter().zip(columns.at) {
        let Some((left, width)) = at else { continue };
        let font = FontId::proportional(13.0);
        let mut job = egui::text::LayoutJob::simple_singleline(words, font, color(ink, panel.theme));
        job.wrap = egui::text::TextWrapping::truncate_at_width(width);
        let text = ui.painter().layout_job(job);
        let at = pos2(rect.left() + left, rect.center().y - text.rect.height() / 2.0);
        ui.painter().galley(at, text, Color32::PLACEHOLDER);
    }
    if response.clicked() {
        panel.wants(Action::Rehearse(Rehearse::Follow(Some(place))));
        panel.wants(Action::Run(Command::Rehearse));
    }
    let hint = "Follow on the canvas and see the whole story";
    match due(figures, place) {
        None => response.on_hover_text(hint),
        Some(due) => {
            let times = zone_of(panel, figures, place).in_every(panel.settings, due);
            response.on_hover_text(format!("{hint}\n\nWaits until\n{times}"))
        }
    };
}

/// The instant until which a contact waits.
fn due(figures: &Figures, place: u64) -> Option<Instant> {
    whereabouts(&figures.run, place, figures.of.1).filter(|visit| visit.outcome == Outcome::Waiting)?.due
}

/// The zone in which a contact's instants are shown.
fn zone_of(panel: &Panel<'_>, figures: &Figures, place: u64) -> ShownZone {
    ShownZone::of(panel).of_row(figures.run.contact(place).and_then(|contact| contact.zone()))
}

/// The texts of the columns, with their colours.
fn cells(panel: &Panel<'_>, figures: &Figures, filter: &Filter, place: u64) -> [(String, ColorRole); 6] {
    let (run, clock) = (&figures.run, figures.of.1);
    let (name, email) = who(run, place).map(|who| (who.name, who.email)).unwrap_or_default();
    let zone = run.contact(place).and_then(|contact| contact.zone().map(|zone| zone.place().to_owned()));
    let status = run.status(place, clock);
    let here = whereabouts(run, place, clock);
    let item = |rank: u32| {
        let row = &figures.report.items[rank as usize];
        if row.name.is_empty() { row.kind.to_owned() } else { row.name.clone() }
    };
    let shown_zone = zone_of(panel, figures, place);
    let date_time = |at| shown_zone.date_time(panel.settings, at);
    if let Some(visit) = filter.visit(&run.scene.plan, run.visits(place), clock) {
        let (what, ink, when) = told(visit, date_time);
        return [
            (name, ColorRole::Text),
            (email, ColorRole::Muted),
            (zone.unwrap_or_default(), ColorRole::Muted),
            (what, ink),
            (item(visit.rank), ColorRole::Text),
            (when, ColorRole::Text),
        ];
    }
    let until = here.map(|visit| match (visit.outcome, visit.due) {
        (Outcome::Held, _) => "set up".to_owned(),
        (_, Some(due)) => date_time(due),
        (_, None) => "after 2099".to_owned(),
    });
    let ink = match status {
        Status::Active => ColorRole::Waiting,
        Status::Held => ColorRole::Held,
        Status::FellOut => ColorRole::Skipped,
        Status::Queued => ColorRole::Ran,
        Status::NotEntered => ColorRole::Muted,
    };
    [
        (name, ColorRole::Text),
        (email, ColorRole::Muted),
        (zone.unwrap_or_default(), ColorRole::Muted),
        (status.label().to_owned(), ink),
        (here.map(|visit| item(visit.rank)).unwrap_or_default(), ColorRole::Text),
        (until.unwrap_or_default(), ColorRole::Text),
    ]
}

/// What happened at a visit, its colour, and when.
fn told(visit: Visit, date_time: impl Fn(Instant) -> String) -> (String, ColorRole, String) {
    match visit.outcome {
        Outcome::Ran => ("Ran".to_owned(), ColorRole::Ran, date_time(visit.through().unwrap_or(visit.arrived))),
        Outcome::Skipped(reason) => {
            (format!("Skipped: {}", reason.brief()), ColorRole::Skipped, date_time(visit.arrived))
        }
        Outcome::Waiting => {
            let until = visit.due.map_or_else(|| "after 2099".to_owned(), date_time);
            ("Waiting".to_owned(), ColorRole::Waiting, format!("until {until}"))
        }
        Outcome::Held => ("Held".to_owned(), ColorRole::Held, format!("since {}", date_time(visit.arrived))),
    }
}
