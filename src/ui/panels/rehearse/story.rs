//! The story of the followed contact up to the clock's time. It shows every item with its instant, its outcome and the
//! reason, and what would release the contact if it waits or is held.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Align, Button, Label, Layout, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::times::Times;
use super::{record, sends};
use crate::calendar::Instant;
use crate::campaign::kinds::Family;
use crate::campaign::selection::Selection;
use crate::picture::theme::ColorRole;
use crate::simulate::outcome::Outcome;
use crate::ui::context::action::{Action, MessageRequest, Rehearse};
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::{look, signs};
use crate::ui::panels::transport::zone_choice;
use crate::workbench::rehearse::contact::{Followed, Release, StoryRow};
use crate::workbench::rehearse::finished::FinishedRehearsal;
use crate::workbench::rules::{Question, question, section_for_reason};

/// Number of a story's items that are drawn at first, the latest ones; and number added each time.
const ROWS: usize = 100;

/// What the story keeps between frames.
#[derive(Default)]
pub struct StoryView {
    /// The followed contact, and the number of its run.
    followed: Option<(u64, Followed)>,
    record: record::RecordView,
    /// Items whose derivation is shown.
    expanded: BTreeSet<usize>,
    /// How often the user has requested more items.
    more: usize,
    /// The number of items in the last frame.
    rows: usize,
}

impl std::fmt::Debug for StoryView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let followed = self.followed.as_ref().map(|(number, followed)| (number, followed.place));
        f.debug_struct("Story").field("followed", &followed).field("expanded", &self.expanded).finish_non_exhaustive()
    }
}

impl StoryView {
    /// Follows changes of the followed contact and the run. Returns whether a contact is followed.
    fn keep_up(&mut self, panel: &Panel<'_>, finished: &Arc<FinishedRehearsal>) -> bool {
        let number = panel.rehearsing.number();
        let Some(place) = panel.rehearsing.follows() else {
            self.followed = None;
            return false;
        };
        let before = self.followed.as_ref().map(|(of, followed)| (*of, followed.place));
        if before != Some((number, place)) {
            if before.map(|(_, place)| place) != Some(place) {
                (self.more, self.rows) = (0, 0);
                self.expanded.clear();
            }
            self.followed = Followed::of(finished, place).map(|followed| (number, followed));
        }
        self.followed.is_some()
    }
}

/// Draws the story. Returns whether to show the list of contacts.
pub fn show(
    ui: &mut Ui,
    panel: &mut Panel<'_>,
    state: &mut StoryView,
    finished: &Arc<FinishedRehearsal>,
    clock: Instant,
) -> bool {
    if !state.keep_up(panel, finished) {
        ui.add_space(12.0);
        look::hint(ui, "You aren't following a contact. Choose one in the list, or click a dot on the canvas.");
        return look::link(ui, "Choose a contact").clicked();
    }
    let Some((number, followed)) = state.followed.take() else { return false };
    head(ui, panel, &followed, clock);
    let times = Times { shown: ShownZone::of(panel).of_story(panel.settings, Some(followed.own_zone())), clock };
    let words = format!("Times in {} ({})", times.shown.zone().place(), times.shown.whose().word());
    let tip = "Show the times of this story in another time zone";
    if let Some(whose) = zone_choice::choose(ui, &times.shown, &words, tip) {
        panel.wants(Action::StoryTimes(whose));
    }
    sends::show(ui, panel, &followed, &times);
    ui.add_space(4.0);
    egui::ScrollArea::vertical().id_salt("story").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_width(ui.available_width() - 10.0);
        ui.spacing_mut().item_spacing.y = 3.0;
        rows(ui, panel, state, &followed, &times);
        ui.add_space(10.0);
        record::show(ui, panel, &mut state.record, (number, &followed), clock, &times);
        ui.add_space(16.0);
    });
    state.followed = Some((number, followed));
    false
}

/// The name and status of the contact.
fn head(ui: &mut Ui, panel: &mut Panel<'_>, followed: &Followed, clock: Instant) {
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if look::icon_button(ui, Icon::X, &format!("Stop following {}", followed.who.name)).clicked() {
                panel.wants(Action::Run(Command::FollowNobody));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(RichText::new(&followed.who.name).size(15.0).family(semibold())).truncate());
            });
        });
    });
    let mut parts = Vec::new();
    if !followed.who.email.is_empty() {
        parts.push(followed.who.email.clone());
    }
    parts.push(format!("time zone {}", followed.own_zone().place()));
    parts.push(followed.email_status.label().to_owned());
    look::hint(ui, &parts.join(" · "));
    let status = followed.status(clock);
    let (glyph, ink) = signs::status(status);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        let ink = color(ink, panel.theme);
        ui.label(look::glyph(glyph, 13.0).color(ink));
        ui.label(RichText::new(status.label()).size(12.5).family(semibold()).color(ink));
    });
}

fn rows(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut StoryView, followed: &Followed, times: &Times) {
    let rows = followed.rows(times.clock);
    if rows.is_empty() {
        not_entered(ui, panel, followed, times);
    }
    let left_out = rows.len().saturating_sub(ROWS * (state.more + 1));
    if left_out > 0 && look::link(ui, &format!("Show {} earlier items", left_out.min(ROWS))).clicked() {
        state.more += 1;
    }
    // Scrolls to new rows, with what belongs to them.
    let grew = rows.len() > state.rows;
    state.rows = rows.len();
    for (place, row) in rows.iter().enumerate().skip(left_out) {
        let is_last = place + 1 == rows.len();
        let top = ui.cursor().top();
        one(ui, panel, state, followed, row, times);
        let middle = ui.min_rect().left() + 12.0;
        if !is_last {
            let line = egui::Rangef::new(top + 26.0, ui.cursor().top() + 1.0);
            ui.painter().vline(middle, line, (1.5, color(ColorRole::Line, panel.theme)));
        } else if grew {
            let whole = egui::Rect::from_min_max(pos2(middle, top), pos2(middle, ui.cursor().top()));
            ui.scroll_to_rect(whole, None);
        }
    }
}

fn not_entered(ui: &mut Ui, panel: &mut Panel<'_>, followed: &Followed, times: &Times) {
    match followed.enters() {
        Some(at) => {
            let hint = look::hint(ui, &format!("Enters {}", times.say(panel.settings, at)));
            hint.on_hover_text(times.shown.in_every(panel.settings, at));
            if look::link(ui, "Go there").clicked() {
                panel.wants(Action::Rehearse(Rehearse::Jump(at)));
            }
        }
        None => {
            look::hint(ui, "Does not enter before the rehearsal ends.");
        }
    }
}

/// When the visit happened or will happen, and why, in one line.
fn told(panel: &Panel<'_>, followed: &Followed, row: &StoryRow, times: &Times) -> String {
    let is_timer = followed.item(row).kind.family() == Family::Timer;
    let say = |at| times.say(panel.settings, at);
    let visit = row.visit;
    match (visit.outcome, row.release) {
        (_, Some(Release::At(due))) => format!("until {}", say(due)),
        (_, Some(Release::AfterEnd(due))) => format!("until {}, after the rehearsal’s end", say(due)),
        (_, Some(Release::BeyondTime)) => "for the rest of the run: its time is after 2099".to_owned(),
        (_, Some(Release::SetUp)) => format!("held since {} · timer not set up", say(visit.arrived)),
        (Outcome::Skipped(reason), _) => {
            format!("skipped {} · {}", say(visit.arrived), reason.brief_for(followed.email_status))
        }
        _ => match visit.due {
            Some(due) if due > visit.arrived => format!("until {}", say(due)),
            Some(due) if is_timer => format!("{} · no wait", say(due)),
            _ => say(visit.arrived),
        },
    }
}

/// The question of Help about an outcome that people ask about.
fn question_of(outcome: Outcome) -> Option<&'static Question> {
    match outcome {
        Outcome::Skipped(reason) => question(section_for_reason(reason)),
        Outcome::Held => question("held"),
        Outcome::Ran | Outcome::Waiting => None,
    }
}

fn one(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut StoryView, followed: &Followed, row: &StoryRow, times: &Times) {
    let item = followed.item(row);
    let name = item.called();
    let words = told(panel, followed, row, times);
    let (glyph, ink) = signs::outcome(row.visit.outcome);
    let goes_on = match row.release {
        Some(Release::At(due)) => Some(due),
        _ => None,
    };
    let at = row.visit.through().or(goes_on).unwrap_or(row.visit.arrived);
    let can_open = item.kind.body().is_some() && row.release.is_none();
    let is_open = row.release.is_some() || state.expanded.contains(&row.at);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (rect, _) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
        signs::circle(ui.painter(), rect.center(), glyph, ink, panel.theme);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.horizontal(|ui| {
                let room = ui.available_width() - if can_open { 98.0 } else { 66.0 };
                ui.allocate_ui(vec2(room, 24.0), |ui| {
                    ui.set_width(room);
                    ui.spacing_mut().button_padding.x = 0.0;
                    let text = RichText::new(name).size(13.0).family(semibold());
                    let response = ui.add(Button::new(text).frame(false).truncate().min_size(vec2(0.0, 24.0)));
                    let spoken = format!("{name}, {}, {words}", row.visit.outcome.word());
                    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken.clone()));
                    if response.on_hover_text("Show it on the canvas").clicked() {
                        reveal(panel, item.id);
                    }
                });
                if can_open
                    && small(ui, Icon::MailOpen, &format!("Open {name}"), "Open: the message as this contact gets it")
                {
                    let item = followed.finished.item(row.visit.rank);
                    panel.wants(Action::Preview(MessageRequest { item, contact: Some(followed.place) }));
                }
                let is_derived = row.release.is_none() && followed.is_derived(row);
                if is_derived {
                    let (icon, verb) = if is_open { (Icon::ChevronUp, "Collapse") } else { (Icon::ChevronDown, "Why") };
                    if small(ui, icon, &format!("{verb}: {name}"), if is_open { "Collapse" } else { "Why" }) {
                        match is_open {
                            true => state.expanded.remove(&row.at),
                            false => state.expanded.insert(row.at),
                        };
                    }
                } else if let Some(question) = question_of(row.visit.outcome) {
                    if small(ui, Icon::CircleQuestionMark, &format!("Rule of {name}: {}", question.ask), question.ask) {
                        panel.wants(Action::Show(Overlay::Rules(Some(question.id.to_owned()))));
                    }
                } else {
                    ui.add_space(32.0);
                }
                let in_every = times.shown.in_every(panel.settings, at);
                let tip = format!("Move the clock to:\n{in_every}");
                if at != times.clock && small(ui, Icon::LocateFixed, &format!("Move the clock to {name}"), &tip) {
                    panel.wants(Action::Rehearse(Rehearse::Jump(at)));
                }
            });
            let line = RichText::new(&words).size(12.0).color(color(ColorRole::Muted, panel.theme));
            ui.add(Label::new(line).wrap()).on_hover_text(times.shown.in_every(panel.settings, at));
            if is_open {
                let sentences = followed.sentences(row);
                // The timer's own clock decides, and its sentences may differ from the times that are shown.
                let zone = followed.zone_of(row);
                if !sentences.is_empty() && zone != times.shown.zone() {
                    look::hint(ui, &format!("Calculated in the timer’s time zone, {}:", zone.place()));
                }
                derivation(ui, &sentences);
            }
            if row.release == Some(Release::SetUp) && look::link(ui, "Set it up").clicked() {
                panel.wants(Action::Run(Command::Build));
                reveal(panel, item.id);
            }
            ui.add_space(5.0);
        });
    });
}

/// Selects an item on the canvas, if it still exists.
fn reveal(panel: &mut Panel<'_>, id: u64) {
    let place = panel.sequence_id();
    if panel.sequence().item(id).is_some() {
        panel.wants(Action::Reveal(Selection::of(place, [id])));
    }
}

/// A small button in the line of a name.
fn small(ui: &mut Ui, icon: Icon, name: &str, tip: &str) -> bool {
    let glyph = look::glyph(icon, 13.0).color(look::ink(ui, ColorRole::Muted));
    let button = Button::new(glyph).min_size(vec2(24.0, 24.0)).frame_when_inactive(false);
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = 4.0;
        ui.add(button)
    });
    response.inner.on_hover_text(tip).accessible_name(name).clicked()
}

/// The derivation, on a tinted background.
fn derivation(ui: &mut Ui, sentences: &[String]) {
    let margin = egui::Margin::symmetric(9, 6);
    let frame = egui::Frame::new().fill(look::ink(ui, ColorRole::AccentField)).corner_radius(6).inner_margin(margin);
    ui.add_space(3.0);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        for sentence in sentences {
            ui.add(Label::new(RichText::new(sentence).size(12.0)).wrap());
        }
    });
}
