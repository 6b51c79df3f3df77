//! What is on top of the canvas for a while: a text field, a list to choose from, a menu.

use eframe::egui::{self, Pos2};

use super::choosing::{self, Choosing};
use super::count_links;
use super::inline::{self, Inline};
use super::menu::{self, ContextMenu, MenuChoice};
use super::viewport::Viewport;
use crate::campaign::sequence::Sequence;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::chooser::ChooserPurpose;

/// What is open on top of the canvas.
#[derive(Default)]
pub struct OnTop {
    /// The text that is edited in place.
    pub inline: Option<Inline>,
    /// The list that is open.
    pub choosing: Option<Choosing>,
    /// The menu that is open.
    pub menu: Option<ContextMenu>,
}

impl OnTop {
    /// Whether nothing is open.
    pub fn is_empty(&self) -> bool {
        self.inline.is_none() && self.choosing.is_none() && self.menu.is_none()
    }

    /// Opens the list of what can be chosen for a purpose, at a point of the screen.
    pub fn choose(&mut self, sequence: &Sequence, purpose: ChooserPurpose, at: Pos2) {
        self.choosing = Some(Choosing::new(sequence, purpose, at));
    }

    /// Starts editing: an item in the settings, a note or a frame's title in place.
    pub fn edit(&mut self, panel: &mut Panel<'_>, id: u64) {
        if panel.scene.face(id).is_some() {
            panel.wants(Action::EditSettings);
        } else {
            self.inline = Inline::of(panel.sequence(), id);
        }
    }

    /// Draws what is open, and requests what is chosen.
    pub fn show(&mut self, ui: &mut egui::Ui, panel: &mut Panel<'_>, viewport: &Viewport) {
        inline::show(&mut self.inline, ui, panel, viewport);
        choosing::show(&mut self.choosing, ui, panel);
        if let Some((wish, at)) = menu::show(&mut self.menu, ui, panel, viewport) {
            self.grant(panel, wish, at);
        }
    }

    fn grant(&mut self, panel: &mut Panel<'_>, wish: MenuChoice, at: Pos2) {
        match wish {
            MenuChoice::Run(command) => {
                panel.wants(Action::FocusCanvas);
                panel.wants(Action::Run(command));
            }
            MenuChoice::Choose(purpose) => self.choose(panel.sequence(), purpose, at),
            MenuChoice::Do(edit) => {
                panel.wants(Action::FocusCanvas);
                panel.wants(Action::edit(edit));
            }
            MenuChoice::Edit(id) => self.edit(panel, id),
            MenuChoice::ShowPeople(filter) => panel.wants(count_links::people(panel, filter)),
        }
    }
}
