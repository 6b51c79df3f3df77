//! What a click on the canvas does: open the contacts behind a number, follow one, select, edit, or open the menu.

use eframe::egui;

use super::count_links;
use super::hit::{self, Hit};
use super::ids::focus_id;
use super::menu::{ContextMenu, MenuTarget};
use super::nodes::{Clicked, How};
use super::on_top::OnTop;
use super::rehearsed::RehearsalCache;
use super::viewport::Viewport;
use crate::campaign::selection::Selection;
use crate::ui::context::action::Action;
use crate::ui::context::panel::{DocumentView, Panel};

/// Handles a click on the canvas.
pub fn click(
    ui: &egui::Ui,
    panel: &mut Panel<'_>,
    viewport: &Viewport,
    clicked: Clicked,
    rehearsed: &RehearsalCache,
    on_top: &mut OnTop,
) {
    if let (Some(at), How::Once) = (clicked.at, clicked.how)
        && rehearsed.click(panel, at)
    {
        return;
    }
    let under = || clicked.at.and_then(|at| count_links::at(panel, viewport, rehearsed, at));
    if let (How::Once, Some(number)) = (clicked.how, clicked.number.or_else(under))
        && count_links::open(panel, &number)
    {
        return;
    }
    let hit = match (clicked.at, clicked.id) {
        (Some(at), _) => hit::at(panel, viewport.on_canvas(at), viewport.points(1.0)),
        (None, Some(id)) => Hit::Item(id),
        (None, None) => return,
    };
    ui.memory_mut(|memory| memory.request_focus(focus_id()));
    let adds = ui.input(|input| input.modifiers.shift || input.modifiers.command);
    match clicked.how {
        How::Once => select(panel, hit, adds),
        How::Twice => edit_hit(panel, hit, on_top),
        How::Second => {
            if !is_selected(panel, hit) {
                select(panel, hit, false);
            }
            let at = clicked.at.unwrap_or(viewport.rect.center());
            on_top.menu = Some(ContextMenu::new(target(hit, viewport, at), at, false));
        }
    }
}

fn edit_hit(panel: &mut Panel<'_>, hit: Hit, on_top: &mut OnTop) {
    select(panel, hit, false);
    match hit {
        Hit::Item(id) | Hit::Note(id) | Hit::Frame(id) | Hit::Handle(id) | Hit::Corner(id, _) => on_top.edit(panel, id),
        Hit::Link(_) | Hit::End(..) | Hit::Paper => {}
    }
}

fn target(hit: Hit, viewport: &Viewport, at: egui::Pos2) -> MenuTarget {
    match hit {
        Hit::Item(id) | Hit::Handle(id) => MenuTarget::Item(id),
        Hit::Note(id) | Hit::Frame(id) | Hit::Corner(id, _) => MenuTarget::Paper(id),
        Hit::Link(link) | Hit::End(link, _) => MenuTarget::Link(link),
        Hit::Paper => MenuTarget::Empty(viewport.on_canvas(at)),
    }
}

fn is_selected(panel: &DocumentView<'_>, hit: Hit) -> bool {
    let selection = &panel.view.selection;
    match hit {
        Hit::Item(id) | Hit::Note(id) | Hit::Frame(id) | Hit::Handle(id) | Hit::Corner(id, _) => {
            selection.ids.contains(&id)
        }
        Hit::Link(link) | Hit::End(link, _) => selection.link == Some(link),
        Hit::Paper => true,
    }
}

fn select(panel: &mut Panel<'_>, hit: Hit, adds: bool) {
    let place = panel.sequence_id();
    let selection = match hit {
        Hit::Item(id) | Hit::Note(id) | Hit::Frame(id) | Hit::Handle(id) | Hit::Corner(id, _) => {
            let mut selection = if adds { panel.view.selection.clone() } else { Selection::none(place) };
            if !selection.ids.remove(&id) {
                selection.ids.insert(id);
                selection.link = None;
            }
            selection
        }
        Hit::Link(link) | Hit::End(link, _) => Selection::of_link(place, link),
        Hit::Paper if adds => return,
        Hit::Paper => Selection::none(place),
    };
    panel.wants(Action::Select(selection));
}
