//! The visible contacts: their name, status, and where they are until when.

use eframe::egui::{self, Align2, Color32, FontId, Rect, Role, Sense, Stroke, WidgetInfo, pos2, vec2};

use lucide_icons::Icon;

use super::skips;
use super::state::NAME;
use crate::calendar::Instant;
use crate::calendar::words::capital;
use crate::campaign::ids::ItemRef;
use crate::picture::theme::ColorRole;
use crate::report::people::Filter;
use crate::simulate::outcome::{Outcome, Status};
use crate::ui::context::action::{Action, MessageRequest, Rehearse};
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::signs;
use crate::ui::controls::theme::{color, icon, semibold};
use crate::ui::controls::walk::{ListWalk, row_id};
use crate::ui::panels::report::figures::Figures;
use crate::workbench::rehearse::contact::{left_at, whereabouts, who};
use crate::workbench::rehearse::visit_words::{VisitTime, what};

const HEAD: f32 = 26.0;
/// The captions: where each contact is at the clock's time, and what was skipped for it.
const CAPTIONS: [&str; 7] = ["Name", "Email", "Zone", "Status", "Where", "Until", "Skipped, why"];
/// The captions of a list that is filtered by item or outcome: what happened there.
const VISIT_CAPTIONS: [&str; 7] = ["Name", "Email", "Zone", "What", "Where", "When", ""];
/// The indices of the columns with the time zone and with the item.
const ZONE: usize = 2;
const ITEM: usize = 4;
/// The index of the column with an instant.
const INSTANT: usize = 5;
/// The index of the column with what was skipped.
const SKIPPED: usize = 6;

/// The columns. In a narrow window the zone is dropped first, then the email.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContactColumns {
    /// Left edge and width, in the order of the captions.
    at: [Option<(f32, f32)>; 7],
}

impl ContactColumns {
    /// The columns of a list with this width, in points. A list of visits says in them why one was skipped. If all
    /// contacts are in one zone, its column is left to the item.
    pub fn of(width: f32, shows_visit: bool, has_zones: bool) -> Self {
        let mut shares = match (shows_visit, width) {
            (true, 1_050.0..) => [0.15, 0.21, 0.13, 0.17, 0.17, 0.17, 0.0],
            (true, 740.0..) => [0.17, 0.22, 0.0, 0.20, 0.18, 0.23, 0.0],
            (true, _) => [0.24, 0.0, 0.0, 0.23, 0.24, 0.29, 0.0],
            (false, 1_050.0..) => [0.12, 0.17, 0.10, 0.11, 0.14, 0.17, 0.19],
            (false, 900.0..) => [0.14, 0.17, 0.0, 0.12, 0.16, 0.19, 0.22],
            (false, 740.0..) => [0.17, 0.0, 0.0, 0.14, 0.19, 0.22, 0.28],
            (false, _) => [0.18, 0.0, 0.0, 0.16, 0.17, 0.28, 0.21],
        };
        if !has_zones {
            shares[ITEM] += std::mem::take(&mut shares[ZONE]);
        }
        let mut left = 0.0;
        let at = shares.map(|share| {
            let column = (share > 0.0).then_some((left, width * share - 12.0));
            left += width * share;
            column
        });
        Self { at }
    }
}

/// The list that is shown: of which run and instant, for which filter, in which columns.
#[derive(Clone, Copy)]
pub struct ShownRows<'a> {
    /// The run's figures at the clock's time.
    pub figures: &'a Figures,
    /// The filter of the list.
    pub filter: &'a Filter,
    /// The columns.
    pub columns: &'a ContactColumns,
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

/// Draws the contact at a position of the run, in a row of the list. A click follows it on the canvas.
pub fn row(
    ui: &mut egui::Ui,
    walk: &mut ListWalk,
    panel: &mut Panel<'_>,
    shown: &ShownRows<'_>,
    (rect, row, place): (Rect, usize, u64),
) {
    let ShownRows { figures, filter, columns } = *shown;
    let opened = message_of(figures, filter, place);
    let (rect, at_end) = match opened {
        None => (rect, None),
        Some(_) => {
            let (row, end) = rect.split_left_right_at_x(rect.right() - OPEN);
            (row, Some(end))
        }
    };
    let cells = cells(panel, figures, filter, place);
    // What has no column is in the tooltip.
    let without_column = cells.iter().zip(columns.at).filter(|((words, _), at)| at.is_none() && !words.is_empty());
    let without_column: Vec<String> = without_column.map(|((words, _), _)| words.clone()).collect();
    let is_followed = panel.rehearsing.follows() == Some(place);
    let response = walk.row(ui, panel.theme, (row_id(NAME, row), row), rect, is_followed);
    response.widget_info(|| {
        let said = cells.iter().enumerate().filter(|(_, (words, _))| !words.is_empty());
        let said = said.map(|(index, (words, _))| match index {
            SKIPPED => format!("skipped {words}"),
            _ => words.clone(),
        });
        WidgetInfo::selected(Role::ListItem, true, is_followed, said.collect::<Vec<_>>().join(", "))
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
    if let Some((item, at_end)) = opened.zip(at_end) {
        open(ui, panel, figures, (item, place), at_end, row);
    }
    if response.clicked() {
        panel.wants(Action::Rehearse(Rehearse::Follow(Some(place))));
        panel.wants(Action::Run(Command::Rehearse));
    }
    if !response.hovered() {
        return;
    }
    let hint = "Follow on the canvas and see the whole story".to_owned();
    let hint = match without_column.is_empty() {
        true => hint,
        false => format!("{}\n\n{hint}", without_column.join("\n")),
    };
    let hint = match skips::listed(figures, place, figures.of.1) {
        Some(skipped) => format!("{hint}\n\n{skipped}"),
        None => hint,
    };
    match due(figures, place) {
        None => response.on_hover_text(hint),
        Some(due) => {
            let times = zone_of(panel, figures, place).in_every(panel.settings, due);
            response.on_hover_text(format!("{hint}\n\nWaits until\n{times}"))
        }
    };
}

/// The width of the button that opens a message.
pub(super) const OPEN: f32 = 30.0;

/// The message that a row is about: the item of the visit that the filter asks for, if it has a text.
pub(super) fn message_of(figures: &Figures, filter: &Filter, place: u64) -> Option<ItemRef> {
    let run = &figures.run;
    let visit = filter.visit(&run.scene.plan, run.visits(place), figures.of.1)?;
    let item = run.item(visit.rank);
    run.scene.campaign.item(item)?.kind.body().map(|_| item)
}

/// The button that opens the message of a row. Tab passes it over, since there may be thousands: the button in the
/// filter opens the message of the current row.
fn open(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    figures: &Figures,
    (item, place): (ItemRef, u64),
    rect: Rect,
    row: usize,
) {
    let response = ui.interact(rect, row_id(NAME, row).with("open"), Sense::CLICK);
    let name = who(&figures.run, place).map(|who| who.name).unwrap_or_default();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Open message to {name}")));
    let ink = if response.hovered() { ColorRole::Accent } else { ColorRole::Muted };
    let font = FontId::new(14.0, icon());
    let ink = color(ink, panel.theme);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, char::from(Icon::MailOpen), font, ink);
    if response.on_hover_text("Open: the message as this contact gets it").clicked() {
        panel.wants(Action::Preview(MessageRequest { item, contact: Some(place) }));
    }
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
fn cells(panel: &Panel<'_>, figures: &Figures, filter: &Filter, place: u64) -> [(String, ColorRole); 7] {
    let (run, clock) = (&figures.run, figures.of.1);
    let (name, email) = who(run, place).map(|who| (who.name, who.email)).unwrap_or_default();
    let zone = run.contact(place).and_then(|contact| contact.zone().map(|zone| zone.place().to_owned()));
    let status = run.status(place, clock);
    let here = whereabouts(run, place, clock);
    let item = |rank: u32| figures.report.items[rank as usize].label.clone();
    let shown_zone = zone_of(panel, figures, place);
    let date_time = |at| shown_zone.date_time(panel.settings, at);
    if let Some(visit) = filter.visit(&run.scene.plan, run.visits(place), clock) {
        let planned = &run.scene.plan.items()[visit.rank as usize];
        let family = run.scene.sequence().items[planned.place].kind.family();
        let email_status = run.contact(place).map(|contact| contact.email_status());
        let when = VisitTime::of(visit.outcome, visit.arrived, visit.due).words(date_time);
        return [
            (name, ColorRole::Text),
            (email, ColorRole::Muted),
            (zone.unwrap_or_default(), ColorRole::Muted),
            (capital(&what(visit.outcome, family, email_status)), signs::outcome(visit.outcome).1),
            (item(visit.rank), ColorRole::Text),
            (when, ColorRole::Text),
            (String::new(), ColorRole::Muted),
        ];
    }
    let left = left_at(run, place, clock).filter(|_| status == Status::FellOut);
    let until = here.map(|visit| match (visit.outcome, visit.due) {
        (Outcome::Held, _) => "the timer is set up".to_owned(),
        (_, Some(due)) => date_time(due),
        (_, None) => "after 2099".to_owned(),
    });
    [
        (name, ColorRole::Text),
        (email, ColorRole::Muted),
        (zone.unwrap_or_default(), ColorRole::Muted),
        (status.label().to_owned(), signs::status(status).1),
        (here.or(left).map(|visit| item(visit.rank)).unwrap_or_default(), ColorRole::Text),
        (until.unwrap_or_default(), ColorRole::Text),
        (skips::in_words(figures, place, clock).unwrap_or_default(), ColorRole::Skipped),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_all_are_in_one_zone_its_column_is_left_away() {
        for shows_visit in [false, true] {
            let [with, without] = [true, false].map(|zones| ContactColumns::of(1_200.0, shows_visit, zones).at);
            assert!(with[ZONE].is_some() && without[ZONE].is_none());
            let wide = |at: Option<(f32, f32)>| at.map_or(0.0, |(_, width)| width);
            assert!(wide(without[ITEM]) > wide(with[ITEM]));
            assert_eq!(without[INSTANT], with[INSTANT], "what comes after it stays where it was");
        }
    }
}
