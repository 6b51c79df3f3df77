//! Find, in all texts and settings of all sequences: a field, and a list that follows while typing.
//!
//! It covers the upper part of the canvas only, and what it goes to is shown below it.

mod row;
pub mod state;

use self::state::FindState;
use eframe::egui::{self, Align2, Area, Button, Key, Modifiers, Order, RichText, vec2};
use lucide_icons::Icon;

use crate::campaign::selection::Selection;
use crate::picture::theme::ColorRole;
use crate::ui::canvas::ids;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::search_list::ListLayout;
use crate::ui::controls::theme::{color, icon};
use crate::workbench::find::{SearchHit, Spot};

/// Draws find while it is open.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut FindState) {
    if panel.view.overlay != Overlay::Find {
        state.is_open = false;
        return;
    }
    let opens = !std::mem::replace(&mut state.is_open, true);
    if opens {
        state.list.open();
        // The search field gets focus in a later frame; until then, the canvas must not have it.
        ui.memory_mut(|memory| memory.surrender_focus(ids::focus_id()));
    }
    state.search(panel);
    let mut closes = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    // Find closes when the user works on the canvas.
    closes |= !opens && ui.memory(|memory| memory.has_focus(ids::focus_id()));
    let area = Area::new(ids::find_id()).order(Order::Foreground).anchor(Align2::CENTER_TOP, vec2(0.0, 84.0));
    area.show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).inner_margin(10.0).show(ui, |ui| {
            let screen = ui.ctx().content_rect();
            ui.set_width((screen.width() - 64.0).min(480.0));
            closes |= content(ui, state, panel, screen.height());
        });
    });
    if closes && panel.view.overlay == Overlay::Find {
        panel.wants(Action::Close);
        state.is_open = false;
    }
}

/// Draws the search field and the matches. Returns whether to close.
fn content(ui: &mut egui::Ui, state: &mut FindState, panel: &mut Panel<'_>, height: f32) -> bool {
    let mut closes = false;
    let typed = ui
        .horizontal(|ui| {
            let glyph = |glyph: Icon| RichText::new(char::from(glyph)).family(icon()).size(16.0);
            let width = ui.available_width() - 40.0;
            let size = vec2(width, ui.spacing().interact_size.y);
            let typed = ui.allocate_ui(size, |ui| {
                state.list.field(ui, "Find", "Find in all texts and settings", state.hits.len())
            });
            let close = ui.add(Button::new(glyph(Icon::X)).frame(false)).accessible_name("Close find");
            closes = close.on_hover_text("Close find").clicked();
            typed.inner
        })
        .inner;
    if typed.changed {
        state.search(panel);
    }
    ui.label(RichText::new(state.count()).small().color(color(ColorRole::Muted, panel.theme)));
    let room = (height - 260.0).clamp(row::HEIGHT * 2.0, row::HEIGHT * 6.0);
    let count = state.hits.len();
    let shape = ListLayout { name: "Matches", count, height: row::HEIGHT, room, theme: panel.theme };
    let FindState { list, hits, .. } = state;
    let was = list.at;
    let clicked = match count {
        0 => None,
        _ => list.rows(
            ui,
            shape,
            |place| row::spoken(panel, &hits[place]),
            |ui, response, place| row::paint(ui, response.rect, panel, &hits[place]),
        ),
    };
    let step = |at: usize, back: bool| match (back, count) {
        (_, 0) => 0,
        (false, _) => (at + 1) % count,
        (true, _) => (at + count - 1) % count,
    };
    if typed.enter || typed.shift_enter {
        if state.has_gone && !typed.walked {
            list.go_to(step(was, typed.shift_enter));
        }
        state.has_gone = true;
    } else if typed.walked {
        state.has_gone = false;
    }
    if clicked.is_some() {
        state.has_gone = true;
    }
    if (typed.enter || typed.shift_enter || clicked.is_some())
        && let Some(hit) = state.hits.get(state.list.at)
    {
        go(panel, hit);
    }
    closes
}

/// Goes to a match.
fn go(panel: &mut Panel<'_>, hit: &SearchHit) {
    match hit.spot {
        Spot::Thing(sequence, id) => panel.wants(Action::Reveal(Selection::of(sequence, [id]))),
        Spot::Sequence(sequence) => panel.wants(Action::Reveal(Selection::none(sequence))),
        Spot::Entry(list, _) => panel.wants(Action::OpenDirectory(Some(list))),
        Spot::Campaign => panel.wants(Action::OpenDirectory(None)),
        Spot::Rehearsal(place) => {
            let rehearsal = panel.campaign.rehearsals.get(place);
            if let Some(sequence) = rehearsal.and_then(|rehearsal| rehearsal.sequence()) {
                panel.wants(Action::Reveal(Selection::none(sequence)));
            }
        }
    }
}
