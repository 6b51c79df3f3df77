//! The menu at the pointer: the actions for the thing there.

use eframe::egui::{self, Align, Layout, Popup, PopupKind, Pos2};

use super::count_links;
use super::ids::focus_id;
use super::viewport::Viewport;
use crate::campaign::edit::Edit;
use crate::campaign::kinds::Kind;
use crate::campaign::sequence::Color;
use crate::picture::geometry::Point;
use crate::report::people::Filter;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::command_state::is_enabled;
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::controls::chooser::ChooserPurpose;
use crate::workbench::arrange::one::colored;

/// What the menu is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MenuTarget {
    /// An item, or several when more are selected.
    Item(u64),
    /// A note or frame.
    Paper(u64),
    /// A link, by its index in the sequence.
    Link(usize),
    /// Empty canvas, at this point.
    Empty(Point),
}

/// The context menu while it is open.
pub struct ContextMenu {
    target: MenuTarget,
    at: Pos2,
    /// Whether a key opened the menu; then its first entry takes focus.
    by_key: bool,
    fresh: bool,
}

/// What an entry of the menu does.
pub enum MenuChoice {
    /// Run a command of the window.
    Run(Command),
    /// Open the list of what can be chosen for a purpose.
    Choose(ChooserPurpose),
    /// Apply an edit to the document.
    Do(Edit),
    /// Edit the item, note or frame with this id.
    Edit(u64),
    /// Show the contacts that a number counts.
    ShowPeople(Filter),
}

impl ContextMenu {
    /// Opens the menu at a point of the screen.
    pub fn new(target: MenuTarget, at: Pos2, by_key: bool) -> Self {
        Self { target, at, by_key, fresh: true }
    }
}

/// Draws the menu while it is open. Returns what is chosen, and where the menu was.
pub fn show(
    open_menu: &mut Option<ContextMenu>,
    ui: &egui::Ui,
    panel: &mut Panel<'_>,
    viewport: &Viewport,
) -> Option<(MenuChoice, Pos2)> {
    let menu = open_menu.as_mut()?;
    let (target, at) = (menu.target, menu.at);
    let focus_first = std::mem::take(&mut menu.fresh) && menu.by_key;
    let (mut open, mut wish) = (true, None);
    let id = focus_id().with("menu");
    Popup::new(id, ui.ctx().clone(), at, ui.layer_id())
        .kind(PopupKind::Menu)
        .layout(Layout::top_down_justified(Align::Min))
        .style(egui::containers::menu::menu_style)
        .open_bool(&mut open)
        .show(|ui| {
            ui.set_min_width(190.0);
            let mut entries = MenuEntries { ui, wish: &mut wish, focus: focus_first, panel, viewport };
            entries.about(target);
        });
    if wish.is_none() {
        if open {
            return None;
        }
        panel.wants(Action::FocusCanvas);
    }
    *open_menu = None;
    wish.map(|wish| (wish, at))
}

/// The entries of the menu while they are drawn.
struct MenuEntries<'a, 'p> {
    ui: &'a mut egui::Ui,
    wish: &'a mut Option<MenuChoice>,
    focus: bool,
    panel: &'a RehearsalView<'p>,
    viewport: &'a Viewport,
}

impl MenuEntries<'_, '_> {
    fn about(&mut self, target: MenuTarget) {
        match target {
            MenuTarget::Item(id) => self.about_item(id),
            MenuTarget::Paper(id) => self.about_paper(id),
            MenuTarget::Link(link) => {
                self.entry("Insert…", || MenuChoice::Choose(ChooserPurpose::OnLink(link)));
                self.entry("Remove link", || MenuChoice::Run(Command::Delete));
            }
            MenuTarget::Empty(at) => {
                self.entry("Add…", || MenuChoice::Choose(ChooserPurpose::Add(at)));
                self.command(Command::Paste);
                self.ui.separator();
                for command in [Command::NewNote, Command::NewFrame, Command::SelectAll, Command::Tidy, Command::Fit] {
                    self.command(command);
                }
            }
        }
    }

    fn about_item(&mut self, id: u64) {
        let panel = self.panel;
        self.entry("Edit settings", || MenuChoice::Edit(id));
        self.command(Command::Rename);
        let sequence = panel.sequence();
        if sequence.item(id).is_some_and(|item| item.kind.body().is_some()) {
            self.command(Command::Preview);
            self.command(Command::EditText);
        }
        let marked = panel.view.selection.ids.iter().filter_map(|id| sequence.item(*id));
        let mut marked = marked.filter(|item| item.kind.has_ready_mark()).peekable();
        if marked.peek().is_some() {
            let all_ready = marked.all(|item| item.ready);
            self.command(if all_ready { Command::MarkDraft } else { Command::MarkReady });
        }
        self.ui.separator();
        self.command(Command::Cut);
        self.command(Command::Copy);
        self.command(Command::Duplicate);
        self.ui.separator();
        // Nothing leads to a Start.
        if sequence.item(id).is_some_and(|item| item.kind != Kind::Start) {
            self.entry("Insert before…", || MenuChoice::Choose(ChooserPurpose::InsertBefore(id)));
        }
        self.entry("Insert after…", || MenuChoice::Choose(ChooserPurpose::InsertAfter(id)));
        self.command(Command::ConnectTo);
        self.command(Command::Disconnect);
        self.ui.separator();
        self.command(Command::RunToHere);
        self.numbers(id);
        self.ui.separator();
        self.command(Command::NewFrame);
        self.command(Command::Delete);
    }

    /// An entry for each number on an item, which shows the contacts that it counts.
    fn numbers(&mut self, id: u64) {
        let panel = self.panel;
        let Some((face, counts)) = panel.scene.face(id).zip(panel.counts).filter(|_| !panel.view.presenting) else {
            return;
        };
        let mut outcomes = Vec::new();
        for link in count_links::of_item(self.viewport, panel.scene, face, counts) {
            if !outcomes.contains(&link.outcome) {
                outcomes.push(link.outcome);
                let item = panel.sequence_id().item(id);
                let label = format!("See the {}", count_links::brief(panel, &link));
                self.entry(&label, || MenuChoice::ShowPeople(count_links::filter(item, link.outcome)));
            }
        }
    }

    fn about_paper(&mut self, id: u64) {
        let panel = self.panel;
        let is_note = panel.scene.note(id).is_some();
        self.entry(if is_note { "Edit text" } else { "Edit title" }, || MenuChoice::Edit(id));
        self.ui.separator();
        let place = panel.sequence_id();
        for color in [Color::Yellow, Color::Blue, Color::Green, Color::Pink, Color::Grey] {
            if let Some(edit) = colored(panel.sequence(), id, color) {
                self.entry(color.label(), || MenuChoice::Do(Edit::Canvas(place, edit)));
            }
        }
        self.ui.separator();
        self.command(Command::Cut);
        self.command(Command::Copy);
        self.command(Command::Duplicate);
        self.command(Command::Delete);
    }

    fn command(&mut self, command: Command) {
        let keys = command.shown_keys(self.ui.ctx());
        let button = egui::Button::new(command.label()).shortcut_text(keys);
        let enabled = is_enabled(command, self.panel);
        self.button(button, enabled, || MenuChoice::Run(command));
    }

    fn entry(&mut self, label: &str, wish: impl FnOnce() -> MenuChoice) {
        self.button(egui::Button::new(label), true, wish);
    }

    fn button(&mut self, button: egui::Button<'_>, enabled: bool, wish: impl FnOnce() -> MenuChoice) {
        let response = self.ui.add_enabled(enabled, button);
        if std::mem::take(&mut self.focus) {
            response.request_focus();
        }
        if response.clicked() {
            *self.wish = Some(wish());
        }
    }
}
