//! The search list on the canvas: what comes next, and what is put where.

use eframe::egui::{self, Key, Modifiers, Pos2};

use crate::campaign::catalog::OFFERS;
use crate::campaign::edit::{CanvasEdit, Edit, Joint};
use crate::campaign::item::Position;
use crate::campaign::sequence::Sequence;
use crate::picture::geometry::{Point, point};
use crate::picture::scene::{Scene, curve_between};

use super::super::action::Action;
use super::super::app::Panel;
use super::super::words::lower_first;
use super::Canvas;
use super::paint::look::GhostLink;
use super::placing;
use super::snap::to_grid;

/// How many rows are listed at most; the rest is found by typing.
const ROWS: usize = 60;

/// What the choice is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Purpose {
    /// Something loose, here.
    Add(Point),
    /// What follows an item: here, or at its right.
    After(u64, Option<Point>),
    /// The same, between an item and what follows it now.
    InsertAfter(u64),
    /// What comes before an item.
    InsertBefore(u64),
    /// What comes between the ends of a link.
    OnLink(usize),
    /// An item that is there, or a new one, behind an item.
    ConnectTo(u64),
}

/// An entry of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    New(usize),
    Note,
    Existing(u64),
}

/// The open list.
pub struct Chooser {
    purpose: Purpose,
    at: Pos2,
    entries: Vec<(Choice, String, &'static str)>,
    typed: String,
    /// The places of the entries that fit what was typed.
    found: Vec<usize>,
    row: usize,
    fresh: bool,
}

impl Chooser {
    /// Opens at a point of the screen.
    pub fn new(sequence: &Sequence, purpose: Purpose, at: Pos2) -> Self {
        let mut entries = Vec::new();
        if let Purpose::ConnectTo(id) = purpose {
            let free = sequence.may_follow(id);
            entries.extend(free.map(|item| (Choice::Existing(item.id), format!("Connect to {}", item.name), "")));
        }
        let follows = !matches!(purpose, Purpose::Add(_) | Purpose::InsertBefore(_));
        for (place, offer) in OFFERS.iter().enumerate() {
            if !follows || placing::may_follow(place) {
                let label = adding(offer.label());
                entries.push((Choice::New(place), label, offer.help));
            }
        }
        if matches!(purpose, Purpose::Add(_)) {
            entries.push((Choice::Note, "Add canvas note".to_owned(), "A text on the canvas"));
        }
        let mut chooser = Self { purpose, at, entries, typed: String::new(), found: Vec::new(), row: 0, fresh: true };
        chooser.found = chooser.find();
        chooser
    }

    /// The link whose end is being chosen.
    pub(super) fn ghost(&self, scene: &Scene) -> Option<GhostLink> {
        let Purpose::After(from, Some(at)) = self.purpose else { return None };
        let tile = scene.face(from)?.tile();
        let edge = point(tile.max.x, tile.middle().y);
        Some(GhostLink { curve: curve_between(edge, at), refused: false })
    }

    fn label(&self) -> &'static str {
        match self.purpose {
            Purpose::Add(_) => "What to add",
            Purpose::ConnectTo(_) => "Connect to",
            Purpose::InsertBefore(_) => "What comes before",
            Purpose::OnLink(_) => "What comes between",
            Purpose::After(..) | Purpose::InsertAfter(_) => "What comes next",
        }
    }

    /// Those whose name fits what was typed, then those whose help does.
    fn find(&self) -> Vec<usize> {
        let typed = self.typed.trim().to_lowercase();
        let fits = |text: &str| text.to_lowercase().contains(&typed);
        let all = 0..self.entries.len();
        let (mut named, rest): (Vec<usize>, Vec<usize>) = all.partition(|&place| fits(&self.entries[place].1));
        named.extend(rest.into_iter().filter(|&place| fits(self.entries[place].2)));
        named.truncate(ROWS);
        named
    }
}

/// “Add email”; what says what it does already stays: “Create task”.
fn adding(label: &str) -> String {
    const VERBS: [&str; 6] = ["Add", "Apply", "Assign", "Create", "Send", "Set"];
    match label.split_once(' ') {
        Some((verb, _)) if VERBS.contains(&verb) => label.to_owned(),
        _ => format!("Add {}", lower_first(label)),
    }
}

/// What came of the list in a frame.
enum Chosen {
    Nothing,
    Left,
    This(Choice),
}

impl Canvas {
    /// Opens the list.
    pub(in crate::ui) fn choose(&mut self, sequence: &Sequence, purpose: Purpose, at: Pos2) {
        self.chooser = Some(Chooser::new(sequence, purpose, at));
    }

    /// Draws the list while it is open, and does what is chosen.
    pub(super) fn show_chooser(&mut self, ui: &egui::Ui, panel: &mut Panel<'_>) {
        let Some(chooser) = &mut self.chooser else { return };
        let purpose = chooser.purpose;
        match chooser.show(ui) {
            Chosen::Nothing => return,
            Chosen::Left => {}
            Chosen::This(choice) => {
                if let Some(edit) = edit_for(panel.sequence(), panel.place(), purpose, choice) {
                    panel.wants(Action::edit(edit));
                    panel.view.reveal = true;
                }
            }
        }
        self.chooser = None;
        panel.view.focus_canvas = true;
    }
}

impl Chooser {
    fn show(&mut self, ui: &egui::Ui) -> Chosen {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            return Chosen::Left;
        }
        let found = self.found.clone();
        let down = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        let up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp));
        self.row = (self.row + usize::from(down)).min(found.len().saturating_sub(1)) - usize::from(up && self.row > 0);
        let entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if let (true, Some(place)) = (entered, found.get(self.row)) {
            return Chosen::This(self.entries[*place].0);
        }
        let mut chosen = Chosen::Nothing;
        let area = egui::Area::new(super::focus_id().with("chooser")).order(egui::Order::Foreground);
        let shown = area.fixed_pos(self.at).constrain(true).show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_width(260.0);
                self.field(ui);
                egui::ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
                    for (row, &place) in found.iter().enumerate() {
                        if self.row(ui, row, place, up || down) {
                            chosen = Chosen::This(self.entries[place].0);
                        }
                    }
                    if found.is_empty() {
                        ui.weak("Nothing is called that");
                    }
                });
            });
        });
        let outside = shown.response.clicked_elsewhere();
        if !std::mem::take(&mut self.fresh) && outside && matches!(chosen, Chosen::Nothing) {
            return Chosen::Left;
        }
        chosen
    }

    fn field(&mut self, ui: &mut egui::Ui) {
        let label = self.label();
        let field = egui::TextEdit::singleline(&mut self.typed)
            .id(super::chooser_id())
            .hint_text(label)
            .desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name(label);
        if self.fresh {
            response.request_focus();
        }
        if response.changed() {
            self.found = self.find();
            self.row = 0;
        }
    }

    fn row(&self, ui: &mut egui::Ui, row: usize, place: usize, moved: bool) -> bool {
        let (_, label, help) = &self.entries[place];
        let button = egui::Button::selectable(row == self.row, label).min_size(egui::vec2(ui.available_width(), 0.0));
        let mut response = ui.add(button);
        if !help.is_empty() {
            response = response.on_hover_text(*help);
        }
        if row == self.row && moved {
            response.scroll_to_me(None);
        }
        response.clicked()
    }
}

/// The edit that a choice stands for.
fn edit_for(sequence: &Sequence, place: usize, purpose: Purpose, choice: Choice) -> Option<Edit> {
    let on_canvas = |edit| Edit::Canvas(place, edit);
    let at = |point: Point| to_grid(Position(f64::from(point.x), f64::from(point.y))).within_canvas();
    let offer = match choice {
        Choice::New(offer) => offer,
        Choice::Note => {
            let Purpose::Add(point) = purpose else { return None };
            return Some(on_canvas(CanvasEdit::PlaceNote(placing::new_note(at(point)))));
        }
        Choice::Existing(to) => {
            let Purpose::ConnectTo(from) = purpose else { return None };
            return Some(on_canvas(CanvasEdit::Connect(from, to)));
        }
    };
    match purpose {
        Purpose::Add(point) => Some(on_canvas(CanvasEdit::Place(placing::new_item(offer, at(point)), Joint::Loose))),
        Purpose::After(id, Some(point)) => {
            Some(on_canvas(CanvasEdit::Place(placing::new_item(offer, at(point)), Joint::After(id))))
        }
        Purpose::After(id, None) | Purpose::ConnectTo(id) => placing::after(sequence, offer, id).map(on_canvas),
        Purpose::InsertAfter(id) => {
            let mut links = sequence.links.iter().enumerate().filter(|(_, link)| link.0 == id);
            match (links.next(), links.next()) {
                (Some((link, _)), None) => placing::on_link(place, sequence, offer, link),
                _ => placing::after(sequence, offer, id).map(on_canvas),
            }
        }
        Purpose::InsertBefore(id) => placing::before(place, sequence, offer, id),
        Purpose::OnLink(link) => placing::on_link(place, sequence, offer, link),
    }
}
