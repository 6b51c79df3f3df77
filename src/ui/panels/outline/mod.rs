//! The outline: the open sequence as a tree, for the keyboard, for screen readers, and for very large sequences.
//!
//! The row that has the keyboard is `Outline::current`; it and the selection follow each other. Only this row is
//! reached with Tab, the others with the arrow keys.

mod ask;
mod draw;
mod keys;
mod rows;
mod siblings;

use eframe::egui::{self, Id, RichText};
use rustc_hash::{FxHashMap, FxHashSet};

use self::ask::Asking;
use self::rows::{Key, Row};
use crate::campaign::ids::SequenceId;
use crate::campaign::selection::Selection;
use crate::picture::theme::Ink;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::view_state::Left;
use crate::ui::controls::theme::color;
use crate::ui::shell::app::Panel;

/// For how many frames a row asks for the keyboard.
const TAKES: u8 = 3;

/// What the outline keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    rows: Vec<Row>,
    places: FxHashMap<Key, usize>,
    /// What the rows were made of: the document's revision and the place of the sequence.
    of: Option<(u64, SequenceId)>,
    folded: FxHashSet<Key>,
    /// The row that has the keyboard, or will have it.
    current: Option<Key>,
    /// Its place, in case it goes away.
    at: usize,
    /// The selection as it was last followed.
    seen: Selection,
    /// The current row is to be brought into view.
    reveal: bool,
    /// For so many more frames the current row takes the keyboard: what lay over the window lets go of it only a frame
    /// after it is gone, and an edit may put another row in the place of this one.
    take_focus: u8,
    /// What stands in the place of a removed row is to be selected.
    select_current: bool,
    renaming: Option<Renaming>,
    asking: Option<Asking>,
    typed: TypeAhead,
}

/// A name that is being typed.
#[derive(Clone, Debug)]
struct Renaming {
    key: Key,
    text: String,
    /// Whether the field has had the keyboard.
    has_opened: bool,
}

/// Letters typed to go to a name.
#[derive(Clone, Debug, Default)]
struct TypeAhead {
    text: String,
    /// When the last one was typed, in egui's seconds.
    at: f64,
}

/// The switch between the two sides of the left panel; stands on top of both.
pub fn switch(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    ui.horizontal(|ui| {
        let sides =
            [(Left::Palette, "Palette", Command::ShowPalette), (Left::Outline, "Outline", Command::ShowOutline)];
        for (side, name, command) in sides {
            let is_shown = panel.view.left == side;
            if ui.selectable_label(is_shown, name).clicked() && !is_shown {
                panel.wants(Action::Run(command));
            }
        }
    });
}

/// Draws it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let mut outline = std::mem::take(&mut panel.view.outline);
    let frame = egui::Frame::new().fill(color(Ink::Panel, panel.theme)).inner_margin(egui::Margin::symmetric(8, 8));
    let side = egui::Panel::left("outline").resizable(true).default_size(260.0).size_range(200.0..=480.0);
    side.frame(frame).show(ui, |ui| {
        switch(ui, panel);
        ui.add_space(4.0);
        let had_keyboard = outline.current.filter(|key| ui.memory(|memory| memory.has_focus(row_id(*key))));
        outline.follow(panel);
        if had_keyboard.is_some() && outline.current != had_keyboard {
            outline.take_focus = TAKES;
        }
        keys::read(ui, &mut outline, panel);
        if outline.rows.is_empty() {
            ui.label(RichText::new("Nothing is on this canvas yet").color(color(Ink::Muted, panel.theme)));
            if ui.button("Add a Start").clicked() {
                panel.wants(Action::Run(Command::Insert(0)));
                outline.take_focus = TAKES;
            }
        }
        draw::rows(ui, &mut outline, panel);
    });
    ask::show(ui, &mut outline, panel);
    panel.view.outline = outline;
}

/// The widget of a row.
fn row_id(key: Key) -> Id {
    Id::unique(("outline row", key))
}

impl Outline {
    /// Whether a name is being typed in it.
    pub fn is_renaming(&self) -> bool {
        self.renaming.is_some()
    }

    /// Whether one of its rows has the keyboard.
    pub fn has_keyboard(&self, ctx: &egui::Context) -> bool {
        self.current.is_some_and(|key| ctx.memory(|memory| memory.has_focus(row_id(key))))
    }

    /// The current row takes the keyboard when it is next drawn.
    pub fn take_keyboard(&mut self) {
        (self.take_focus, self.reveal) = (TAKES, true);
    }

    /// Makes the rows anew after an edit, and goes where the selection went.
    fn follow(&mut self, panel: &mut Panel<'_>) {
        let of = (panel.editor.revision(), panel.place());
        if self.of.is_some_and(|(_, place)| place != of.1) {
            *self = Self { take_focus: self.take_focus, ..Self::default() };
        }
        if self.of != Some(of) {
            self.make(panel);
            self.of = Some(of);
        }
        if panel.view.selection != self.seen {
            self.seen = panel.view.selection.clone();
            if let Some(id) = self.seen.single() {
                self.unfold_to(Key::Thing(id), panel);
                self.go_to(Key::Thing(id));
            }
        }
        if !self.current.is_some_and(|key| self.places.contains_key(&key)) {
            self.current = self.rows.get(self.at.min(self.rows.len().saturating_sub(1))).map(|row| row.key);
            if std::mem::take(&mut self.select_current)
                && let Some(id) = self.current.and_then(Key::id)
            {
                panel.wants(Action::Select(Selection::of(of.1, [id])));
            }
        }
        if let Some(place) = self.current.and_then(|key| self.places.get(&key)) {
            self.at = *place;
        }
    }

    fn make(&mut self, panel: &Panel<'_>) {
        self.rows = rows::rows(panel.sequence(), &self.folded);
        self.places = self.rows.iter().enumerate().map(|(place, row)| (row.key, place)).collect();
    }

    /// Unfolds all that hides a row.
    fn unfold_to(&mut self, key: Key, panel: &Panel<'_>) {
        if self.places.contains_key(&key) || self.folded.is_empty() {
            return;
        }
        let hidden = std::mem::take(&mut self.folded);
        self.make(panel);
        let mut owner = self.places.get(&key).and_then(|place| self.rows[*place].owner);
        self.folded = hidden;
        while let Some(place) = owner {
            self.folded.remove(&self.rows[place].key);
            owner = self.rows[place].owner;
        }
        self.make(panel);
    }

    fn fold(&mut self, key: Key, folded: bool, panel: &Panel<'_>) {
        match folded {
            true => self.folded.insert(key),
            false => self.folded.remove(&key),
        };
        self.make(panel);
    }

    /// Makes a row the current one and brings it into view.
    fn go_to(&mut self, key: Key) {
        if let Some(place) = self.places.get(&key) {
            (self.current, self.at, self.reveal) = (Some(key), *place, true);
        }
    }

    /// The current row.
    fn row(&self) -> Option<Row> {
        self.current.and_then(|key| self.places.get(&key)).map(|place| self.rows[*place])
    }

    /// The name of what a row stands for.
    fn name<'a>(&self, row: &Row, panel: &Panel<'a>) -> &'a str {
        let sequence = panel.campaign.sequence_or_first(panel.view.selection.sequence);
        match row.what {
            rows::What::Item(place) => match sequence.items[place].name.as_str() {
                "" => sequence.items[place].kind.label(),
                name => name,
            },
            rows::What::Note(place) => {
                // The first line with words in it, without the marks of Markdown around it.
                let mut lines = sequence.notes[place].text.lines().map(|line| line.trim_matches(['*', '#', '_', ' ']));
                lines.find(|line| !line.is_empty()).unwrap_or("Empty note")
            }
            rows::What::Frame(place) => match sequence.frames[place].title.as_str() {
                "" => "Frame without a title",
                title => title,
            },
            rows::What::Heading(section) => section.label(),
        }
    }
}
