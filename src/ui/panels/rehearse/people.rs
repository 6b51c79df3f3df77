//! The contacts of a rehearsal at the clock's time: a search, filters, and a list of which only visible rows are
//! drawn.

use std::sync::Arc;

use eframe::egui::{self, Button, FontId, Rect, RichText, Role, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::contact_summary::ShownContacts;
use crate::calendar::Instant;
use crate::calendar::words::capital;
use crate::campaign::text::thousands;
use crate::picture::theme::{ColorRole, Theme};
use crate::report::mailable::MailableFilter;
use crate::report::people::{Filter, OutcomeFilter};
use crate::simulate::outcome::{Reason, Status};
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::Panel;
use crate::ui::controls::choice::{PickedOption, picker};
use crate::ui::controls::look;
use crate::ui::controls::search_list::{ListLayout, SearchList};
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, icon, semibold};
use crate::ui::controls::words;
use crate::workbench::rehearse::contact::who;
use crate::workbench::rehearse::finished::FinishedRehearsal;
use crate::workbench::rehearse::seek::{ContactSearch, SearchQuestion};

/// How high a row is.
const ROW: f32 = 44.0;
/// Rows of a page: with more, screen coordinates far down would not be exact.
const PAGE: usize = 50_000;

/// What the list keeps between frames.
#[derive(Debug)]
pub struct RehearsalContactList {
    list: SearchList,
    filter: Filter,
    seek: ContactSearch,
    page: usize,
    /// Whether to scroll to the followed contact in the next frame.
    pub brings_followed: bool,
}

impl Default for RehearsalContactList {
    fn default() -> Self {
        let (filter, seek) = (Filter::default(), ContactSearch::default());
        Self { list: SearchList::at_rest(), filter, seek, page: 0, brings_followed: true }
    }
}

impl RehearsalContactList {
    /// Filters by the contacts that a number counts.
    pub fn look_for(&mut self, filter: Filter) {
        self.list.text.clone_from(&filter.text);
        self.filter = filter;
        self.page = 0;
        self.list.go_to(0);
        self.brings_followed = false;
    }
}

/// Draws the list of contacts with its filters.
pub fn show(
    ui: &mut Ui,
    panel: &mut Panel<'_>,
    state: &mut RehearsalContactList,
    finished: &Arc<FinishedRehearsal>,
    clock: Instant,
) {
    let wake = ui.ctx().clone();
    let on_page = |state: &RehearsalContactList| {
        let all = state.seek.listed().map_or(0, |listed| listed.len());
        all.saturating_sub(state.page * PAGE).min(PAGE)
    };
    let count = on_page(state);
    let typed = state.list.field(ui, "Search contacts", "Search name, email or id", count);
    state.filter.text.clone_from(&state.list.text);
    let is_narrowed = chips(ui, &mut state.filter, finished);
    if typed.changed || is_narrowed {
        state.page = 0;
        state.list.go_to(0);
    }
    let sought = SearchQuestion { number: panel.rehearsing.number(), clock, filter: state.filter.clone() };
    let plays = panel.rehearsing.clock().is_some_and(|clock| clock.plays);
    state.seek.ask(finished, sought, plays, move || wake.request_repaint());
    let followed = panel.rehearsing.follows();
    let Some(listed) = state.seek.listed() else {
        look::hint(ui, "Searching…");
        return;
    };
    let all = listed.len();
    state.page = state.page.min(all.saturating_sub(1) / PAGE);
    if std::mem::take(&mut state.brings_followed)
        && let Some(row) = followed.and_then(|place| listed.row(place))
    {
        state.page = row / PAGE;
        state.list.go_to(row % PAGE);
    }
    let looks = if state.seek.progress().is_some() { "searching… " } else { "" };
    let told = match (all as u64, finished.contacts()) {
        (count, of) if count == of => words::people(count),
        (count, of) => format!("{looks}{} of {}", thousands(count), words::people(of)),
    };
    let times = ShownZone::of(panel).times_of_rows();
    let muted = |words: &str| RichText::new(words).size(12.0).color(color(ColorRole::Muted, panel.theme));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(muted(&capital(&told)));
        if let Some(times) = times {
            ui.label(muted(&format!("· {times}")));
        }
    });
    let (first, count) = (state.page * PAGE, all.saturating_sub(state.page * PAGE).min(PAGE));
    let pages = if all > PAGE { 34.0 } else { 0.0 };
    let room = (ui.available_height() - pages - 6.0).max(ROW * 2.0);
    let shape = ListLayout { name: "Contacts", count, height: ROW, room, theme: panel.theme };
    let (filter, zone) = (state.filter.clone(), ShownZone::of(panel));
    let shown = ShownContacts { finished, clock, filter: &filter, settings: panel.settings, zone: &zone };
    let at = |row: usize| listed.place(first + row);
    let clicked = state.list.rows(
        ui,
        shape,
        |row| at(row).map(|place| spoken(&shown, place)).unwrap_or_default(),
        |ui, response, row| {
            if let Some(place) = at(row) {
                paint(ui, response, panel.theme, &shown, (place, followed == Some(place)));
            }
        },
    );
    let row = if typed.enter && count > 0 { Some(state.list.at) } else { clicked };
    if let Some(place) = row.and_then(at) {
        panel.wants(Action::Rehearse(Rehearse::Follow(Some(place))));
    }
    if pages > 0.0 {
        turn_pages(ui, state, all);
    }
}

fn turn_pages(ui: &mut Ui, state: &mut RehearsalContactList, all: usize) {
    ui.horizontal(|ui| {
        let first = state.page * PAGE;
        let last = (first + PAGE).min(all);
        let before = look::icon_button_if(ui, state.page > 0, Icon::ChevronLeft, "Earlier rows");
        look::hint(
            ui,
            &format!("{} to {} of {}", thousands(first as u64 + 1), thousands(last as u64), thousands(all as u64)),
        );
        let after = look::icon_button_if(ui, last < all, Icon::ChevronRight, "Later rows");
        if before || after {
            state.page = if after { state.page + 1 } else { state.page.saturating_sub(1) };
            state.list.go_to(0);
        }
    });
}

fn spoken(shown: &ShownContacts<'_>, place: u64) -> String {
    let Some(who) = who(shown.finished, place) else { return String::new() };
    format!("{}, {}, {}", who.name, who.email, shown.summary(place).words)
}

/// Paints the row of the contact at a position in the list.
fn paint(
    ui: &egui::Ui,
    response: &egui::Response,
    theme: Theme,
    shown: &ShownContacts<'_>,
    (place, is_followed): (u64, bool),
) {
    let Some(who) = who(shown.finished, place) else { return };
    let (rect, summary) = (response.rect, shown.summary(place));
    let (left, right) = (rect.left() + 8.0, rect.right() - 8.0);
    let (text, muted) = (color(ColorRole::Text, theme), color(ColorRole::Muted, theme));
    if is_followed {
        let bar = Rect::from_min_max(rect.left_top() + vec2(0.0, 8.0), pos2(rect.left() + 3.0, rect.bottom() - 8.0));
        ui.painter().rect_filled(bar, 1.5, color(ColorRole::Accent, theme));
    }
    let name = look::cut(ui, &who.name, FontId::new(13.0, semibold()), text, right - left);
    let at = left + name.rect.width() + 8.0;
    ui.painter().galley(pos2(left, rect.top() + 5.0), name, text);
    if right - at > 40.0 {
        let email = look::cut(ui, &who.email, FontId::proportional(11.5), muted, right - at);
        ui.painter().galley(pos2(right - email.rect.width(), rect.top() + 6.5), email, muted);
    }
    let (middle, ink) = (rect.top() + 31.5, color(summary.ink, theme));
    let font = FontId::new(12.0, icon());
    ui.painter().text(pos2(left, middle), egui::Align2::LEFT_CENTER, char::from(summary.icon), font, ink);
    // The time is never cut. The item or the reason gets the rest of the line.
    let when = look::cut(ui, &summary.when, FontId::proportional(12.0), muted, right - left - 40.0);
    let room = right - left - 18.0 - when.rect.width() - 8.0;
    ui.painter().galley(pos2(right - when.rect.width(), middle - when.rect.height() / 2.0), when, muted);
    let what = look::cut(ui, &summary.what, FontId::proportional(12.0), text, room);
    ui.painter().galley(pos2(left + 18.0, middle - what.rect.height() / 2.0), what, text);
    if response.hovered() {
        let mut whole = format!("{}\n{}\n{}", who.name, who.email, capital(&summary.words));
        if let Some(at) = summary.at {
            whole.push_str("\n\n");
            whole.push_str(&shown.zone_of(place).in_every(shown.settings, at));
        }
        response.clone().on_hover_text(whole);
    }
}

/// The filters, each a small button with a list. Returns whether one changed.
fn chips(ui: &mut Ui, filter: &mut Filter, finished: &FinishedRehearsal) -> bool {
    let before = (filter.item, filter.outcome, filter.status, filter.mail);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 4.0);
        let shown = filter.status.map(|status| status.label().to_owned());
        let statuses = || Status::ALL.iter().map(|&status| status.label().to_owned()).collect();
        if let Some(place) = chip(ui, "Status", "Any status", shown, statuses) {
            filter.status = place.and_then(|place| Status::ALL.get(place)).copied();
        }
        let items = &finished.scene.sequence().items;
        let chosen = filter.item.and_then(|item| finished.scene.campaign.item(item));
        let shown = chosen.map(|item| item.called().to_owned());
        let names = || items.iter().map(|item| item.called().to_owned()).collect();
        if let Some(place) = chip(ui, "Item", "Any item", shown, names) {
            filter.item =
                place.and_then(|place| items.get(place)).map(|item| finished.scene.sequence().id.item(item.id));
        }
        let all = outcomes();
        let shown = filter.outcome.map(outcome_words);
        let words = || all.iter().map(|wanted| outcome_words(*wanted)).collect();
        if let Some(place) = chip(ui, "Outcome", "Any outcome", shown, words) {
            filter.outcome = place.and_then(|place| all.get(place)).copied();
        }
        let shown = filter.mail.map(|mail| capital(mail.label()));
        let words = || MailableFilter::all().map(|mail| counted(finished, mail)).collect();
        if let Some(place) = chip(ui, "Email status", "Any email status", shown, words) {
            filter.mail = place.and_then(|place| MailableFilter::all().nth(place));
        }
        if before != (None, None, None, None) && look::link(ui, "Clear").clicked() {
            (filter.item, filter.outcome, filter.status, filter.mail) = (None, None, None, None);
        }
    });
    before != (filter.item, filter.outcome, filter.status, filter.mail)
}

/// `Unsubscribed  207`.
fn counted(finished: &FinishedRehearsal, mail: MailableFilter) -> String {
    format!("{}  {}", capital(mail.label()), thousands(finished.mailable().count(mail)))
}

/// All outcomes that can be filtered by.
fn outcomes() -> Vec<OutcomeFilter> {
    let reasons = Reason::ALL.map(|reason| OutcomeFilter::Skipped(Some(reason)));
    [OutcomeFilter::Ran, OutcomeFilter::Waiting, OutcomeFilter::Held, OutcomeFilter::Skipped(None)]
        .into_iter()
        .chain(reasons)
        .collect()
}

fn outcome_words(wanted: OutcomeFilter) -> String {
    match wanted {
        OutcomeFilter::Ran => "Ran".to_owned(),
        OutcomeFilter::Waiting => "Waiting".to_owned(),
        OutcomeFilter::Held => "Held".to_owned(),
        OutcomeFilter::Skipped(None) => "Skipped".to_owned(),
        OutcomeFilter::Skipped(Some(reason)) => format!("Skipped: {}", reason.brief()),
    }
}

/// Draws one filter. Returns what was picked: an option's index, or `Some(None)` for any; `None` if nothing was picked.
fn chip(
    ui: &mut Ui,
    name: &str,
    any: &str,
    shown: Option<String>,
    options: impl Fn() -> Vec<String>,
) -> Option<Option<usize>> {
    let is_on = shown.is_some();
    let words = shown.unwrap_or_else(|| name.to_owned());
    let words = match words.chars().count() {
        0..=22 => words,
        _ => words.chars().take(20).chain(['…']).collect(),
    };
    let (ink, fill) =
        if is_on { (ColorRole::Text, ColorRole::AccentField) } else { (ColorRole::Muted, ColorRole::Field) };
    let (ink, fill) = (look::ink(ui, ink), look::ink(ui, fill));
    let button = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding.x = 8.0;
            let arrow = look::glyph(Icon::ChevronDown, 12.0).color(ink);
            let text = RichText::new(&words).size(12.0).color(ink);
            // Where a line is full, the whole button goes to the next one.
            let button = Button::new((text, arrow)).wrap_mode(egui::TextWrapMode::Extend);
            ui.add(button.fill(fill).corner_radius(12.0).min_size(vec2(0.0, 24.0)))
        })
        .inner;
    button.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(words.clone());
        info
    });
    // A long list of items is only built while it may be visible.
    let may_open = button.clicked() || egui::Popup::is_any_open(ui.ctx());
    let offered = if may_open { std::iter::once(any.to_owned()).chain(options()).collect() } else { Vec::new() };
    match picker(ui, &button, &offered, &[])? {
        PickedOption::Option(place) => Some(place.checked_sub(1)),
        PickedOption::New(..) => None,
    }
}
