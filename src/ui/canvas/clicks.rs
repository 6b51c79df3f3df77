//! What a click on the canvas does: select, edit, or open the menu.

use eframe::egui;

use super::Canvas;
use super::hit::{self, Hit};
use super::inline::Inline;
use super::menu::{ContextMenu, Target};
use super::nodes::{Clicked, How};
use super::sight::Sight;
use crate::campaign::selection::Selection;
use crate::ui::context::view_state::Mode;
use crate::ui::shell::app::Panel;

impl Canvas {
    /// Does what a click asks for.
    pub(super) fn click(&mut self, ui: &egui::Ui, panel: &mut Panel<'_>, sight: &Sight, clicked: Clicked) {
        if let (Some(at), How::Once) = (clicked.at, clicked.how)
            && self.rehearsed.click(panel, sight, at)
        {
            return;
        }
        let hit = match (clicked.at, clicked.id) {
            (Some(at), _) => hit::at(panel.scene, &panel.view.selection, sight.on_canvas(at), sight.points(1.0)),
            (None, Some(id)) => Hit::Item(id),
            (None, None) => return,
        };
        ui.memory_mut(|memory| memory.request_focus(super::focus_id()));
        let adds = ui.input(|input| input.modifiers.shift || input.modifiers.command);
        match clicked.how {
            How::Once => select(panel, hit, adds),
            How::Twice => self.edit_hit(panel, hit),
            How::Second => {
                if !is_selected(panel, hit) {
                    select(panel, hit, false);
                }
                let at = clicked.at.unwrap_or(sight.rect.center());
                self.menu = Some(ContextMenu::new(target(hit, sight, at), at, false));
            }
        }
    }

    fn edit_hit(&mut self, panel: &mut Panel<'_>, hit: Hit) {
        select(panel, hit, false);
        match hit {
            Hit::Item(id) | Hit::Note(id) | Hit::Frame(id) | Hit::Handle(id) | Hit::Corner(id, _) => {
                self.edit(panel, id);
            }
            Hit::Link(_) | Hit::End(..) | Hit::Paper => {}
        }
    }

    /// Edits an item in the inspector, a note or a frame's title in place.
    pub(super) fn edit(&mut self, panel: &mut Panel<'_>, id: u64) {
        if panel.scene.face(id).is_some() {
            // Settings stand beside the canvas only where it is drawn on.
            panel.view.mode = Mode::Build;
            panel.settings.inspector = true;
            panel.view.focus_inspector = true;
        } else {
            self.inline = Inline::of(panel.sequence(), id);
        }
    }
}

fn target(hit: Hit, sight: &Sight, at: egui::Pos2) -> Target {
    match hit {
        Hit::Item(id) | Hit::Handle(id) => Target::Item(id),
        Hit::Note(id) | Hit::Frame(id) | Hit::Corner(id, _) => Target::Paper(id),
        Hit::Link(link) | Hit::End(link, _) => Target::Link(link),
        Hit::Paper => Target::Empty(sight.on_canvas(at)),
    }
}

fn is_selected(panel: &Panel<'_>, hit: Hit) -> bool {
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
    let place = panel.place();
    let selection = &mut panel.view.selection;
    match hit {
        Hit::Item(id) | Hit::Note(id) | Hit::Frame(id) | Hit::Handle(id) | Hit::Corner(id, _) => {
            if !adds {
                *selection = Selection::of(place, [id]);
            } else if !selection.ids.remove(&id) {
                selection.ids.insert(id);
                selection.link = None;
            }
        }
        Hit::Link(link) | Hit::End(link, _) => *selection = Selection::of_link(place, link),
        Hit::Paper if adds => {}
        Hit::Paper => *selection = Selection::none(place),
    }
}
