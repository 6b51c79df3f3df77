//! The search list for adding and connecting items, for the canvas and the outline.

use eframe::egui::{self, Align2, FontId, Id, RichText, pos2};
use lucide_icons::Icon;

use super::fuzzy::score;
use super::search_list::{self, ListLayout, SearchList};
use super::theme::{color, icon};
use super::words::lower_first;
use crate::campaign::catalog::OFFERS;
use crate::campaign::edit::{CanvasEdit, Edit, Insertion};
use crate::campaign::ids::SequenceId;
use crate::campaign::item::Position;
use crate::campaign::kinds::Kind;
use crate::campaign::sequence::Sequence;
use crate::picture::geometry::Point;
use crate::picture::icons;
use crate::picture::theme::{ColorRole, Theme};
use crate::workbench::arrange::grid::to_grid;
use crate::workbench::arrange::pitch::TakenPlaces;
use crate::workbench::arrange::placing;

/// What the list is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ChooserPurpose {
    /// Add something without links, here.
    Add(Point),
    /// Add something after an item: here, or to its right.
    After(u64, Option<Point>),
    /// Insert something between an item and its next item.
    InsertAfter(u64),
    /// Insert something before an item.
    InsertBefore(u64),
    /// Insert something into a link.
    OnLink(usize),
    /// Connect an item to another one, existing or new.
    ConnectTo(u64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    New(usize),
    Note,
    Existing(u64),
}

/// An entry of the list.
#[derive(Clone, Debug)]
struct ChooserEntry {
    choice: Choice,
    label: String,
    /// The name of the new item, if it differs from its kind: “Wait” for a delay timer.
    named: Option<String>,
    help: &'static str,
    glyph: char,
}

/// The search list while it is open.
#[derive(Clone, Debug)]
pub struct Chooser {
    /// What the list is for.
    pub purpose: ChooserPurpose,
    entries: Vec<ChooserEntry>,
    list: SearchList,
    /// The indices of the entries that match, best first.
    found: Vec<usize>,
}

impl Chooser {
    /// The list for a purpose; `id` is the id of its field.
    pub fn new(sequence: &Sequence, purpose: ChooserPurpose, id: Id) -> Self {
        let mut entries = Vec::new();
        if let ChooserPurpose::ConnectTo(from) = purpose {
            entries.extend(sequence.may_follow(from).map(|item| ChooserEntry {
                choice: Choice::Existing(item.id),
                label: format!("Connect to {}", item.called()),
                named: None,
                help: item.kind.label(),
                glyph: icons::of(&item.kind),
            }));
        }
        let may_be_start = match purpose {
            ChooserPurpose::Add(_) => true,
            // Nothing leads to a Start.
            ChooserPurpose::InsertBefore(id) => sequence.links.iter().all(|link| link.1 != id),
            ChooserPurpose::After(..)
            | ChooserPurpose::InsertAfter(_)
            | ChooserPurpose::OnLink(_)
            | ChooserPurpose::ConnectTo(_) => false,
        };
        let kinds = OFFERS.iter().map(|offer| (offer, (offer.new)()));
        for (place, (offer, kind)) in kinds.enumerate().filter(|(_, (_, kind))| may_be_start || *kind != Kind::Start) {
            let (label, glyph) = (adding(kind.label()), icons::of(&kind));
            let named = Some(placing::new_item(place, Position(0.0, 0.0)).name).filter(|name| name != kind.label());
            entries.push(ChooserEntry { choice: Choice::New(place), label, named, help: offer.help, glyph });
        }
        if matches!(purpose, ChooserPurpose::Add(_)) {
            let (label, help) = ("Add canvas note".to_owned(), "A text on the canvas");
            let glyph = char::from(Icon::StickyNote);
            entries.push(ChooserEntry { choice: Choice::Note, label, named: None, help, glyph });
        }
        let found = (0..entries.len()).collect();
        Self { purpose, entries, list: SearchList::of(id), found }
    }

    /// The question that the list asks.
    pub fn label(&self) -> &'static str {
        match self.purpose {
            ChooserPurpose::Add(_) => "What to add",
            ChooserPurpose::ConnectTo(_) => "Connect to",
            ChooserPurpose::InsertBefore(_) => "What comes before",
            ChooserPurpose::OnLink(_) => "What comes between",
            ChooserPurpose::After(..) | ChooserPurpose::InsertAfter(_) => "What comes next",
        }
    }

    /// Matches labels first, then names, then help texts.
    fn search(&mut self) {
        let typed = self.list.text.as_str();
        let fits = |place: usize| {
            let entry = &self.entries[place];
            let by_help = || score(typed, entry.help).map(|score| score - 100_000);
            let by_name = || score(typed, entry.named.as_deref()?).map(|score| score - 50_000);
            score(typed, &entry.label).or_else(by_name).or_else(by_help).map(|score| (score, place))
        };
        let mut found: Vec<(i32, usize)> = (0..self.entries.len()).filter_map(fits).collect();
        if !typed.trim().is_empty() {
            found.sort_by_key(|(score, place)| (-score, *place));
        }
        self.found = found.into_iter().map(|(_, place)| place).collect();
    }

    /// Draws field and list. Returns what was chosen, as an edit of the sequence at `place`.
    pub fn show(
        &mut self,
        ui: &mut egui::Ui,
        theme: Theme,
        place: SequenceId,
        sequence: &Sequence,
    ) -> Option<ChosenEdit> {
        let label = self.label();
        let typed = self.list.field(ui, label, label, self.found.len());
        if typed.changed {
            self.search();
        }
        if self.found.is_empty() {
            ui.label(RichText::new("No matches").color(color(ColorRole::Muted, theme)));
            return None;
        }
        let clicked = self.rows(ui, theme);
        let row = if typed.enter { Some(self.list.at) } else { clicked };
        let entry = &self.entries[*self.found.get(row?)?];
        Some(ChosenEdit(self.edit_for(sequence, place, entry.choice)))
    }

    fn rows(&mut self, ui: &mut egui::Ui, theme: Theme) -> Option<usize> {
        let Self { entries, list, found, .. } = self;
        let entry = |row: usize| &entries[found[row]];
        let shape = ListLayout { name: "Choices", count: found.len(), height: 30.0, room: 300.0, theme };
        let spoken = |row: usize| entry(row).label.clone();
        list.rows(ui, shape, spoken, |ui, response, row| {
            let (ChooserEntry { label, help, glyph, .. }, rect) = (entry(row), response.rect);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(*help));
            let (at, font) = (pos2(rect.left() + 18.0, rect.center().y), FontId::new(16.0, icon()));
            ui.painter().text(at, Align2::CENTER_CENTER, glyph, font, color(ColorRole::Muted, theme));
            let is_wide = rect.width() > 360.0;
            search_list::words(ui, rect, rect.left() + 36.0, label, if is_wide { help } else { "" }, theme);
            if !is_wide {
                response.clone().on_hover_text(*help);
            }
        })
    }

    /// The edit for a choice.
    fn edit_for(&self, sequence: &Sequence, place: SequenceId, choice: Choice) -> Option<Edit> {
        let on_canvas = |edit| Edit::Canvas(place, edit);
        let at = |point: Point| to_grid(Position(f64::from(point.x), f64::from(point.y))).within_canvas();
        let offer = match choice {
            Choice::New(offer) => offer,
            Choice::Note => {
                let ChooserPurpose::Add(point) = self.purpose else { return None };
                return Some(on_canvas(CanvasEdit::PlaceNote(placing::new_note(at(point)))));
            }
            Choice::Existing(to) => {
                let ChooserPurpose::ConnectTo(from) = self.purpose else { return None };
                return Some(on_canvas(CanvasEdit::Connect(from, to)));
            }
        };
        let here = |point, insertion| {
            let taken = TakenPlaces::new(sequence.items.iter().map(|item| item.position));
            on_canvas(CanvasEdit::Place(placing::new_item(offer, taken.roomy(at(point))), insertion))
        };
        let new = || placing::new_item(offer, Position(0.0, 0.0));
        match self.purpose {
            ChooserPurpose::Add(point) => Some(here(point, Insertion::Loose)),
            ChooserPurpose::After(id, Some(point)) => Some(here(point, Insertion::After(id))),
            ChooserPurpose::After(id, None) | ChooserPurpose::ConnectTo(id) => {
                placing::after(sequence, offer, id).map(on_canvas)
            }
            ChooserPurpose::InsertAfter(id) => {
                let mut links = sequence.links.iter().enumerate().filter(|(_, link)| link.0 == id);
                match (links.next(), links.next()) {
                    (Some((link, _)), None) => placing::on_link(place, sequence, new(), link),
                    _ => placing::after(sequence, offer, id).map(on_canvas),
                }
            }
            ChooserPurpose::InsertBefore(id) => placing::before(place, sequence, new(), id),
            ChooserPurpose::OnLink(link) => placing::on_link(place, sequence, new(), link),
        }
    }
}

/// What was chosen: the edit, if it is still possible.
pub struct ChosenEdit(pub Option<Edit>);

/// “Add email”; labels that begin with a verb stay: “Create task”.
fn adding(label: &str) -> String {
    const VERBS: [&str; 6] = ["Add", "Apply", "Assign", "Create", "Send", "Set"];
    match label.split_once(' ') {
        Some((verb, _)) if VERBS.contains(&verb) => label.to_owned(),
        _ => format!("Add {}", lower_first(label)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Sequence {
        let mut sequence = Sequence::with_start("A");
        for id in [2, 3] {
            let mut item = placing::new_item(4, Position(240.0, 80.0));
            (item.id, item.name) = (id, format!("Mail {id}"));
            sequence.items.push(item);
        }
        sequence.links = vec![(1, 2)];
        sequence
    }

    fn labels(purpose: ChooserPurpose, typed: &str) -> Vec<String> {
        let mut chooser = Chooser::new(&row(), purpose, Id::unique("test"));
        chooser.list.text = typed.to_owned();
        chooser.search();
        chooser.found.iter().map(|&place| chooser.entries[place].label.clone()).collect()
    }

    #[test]
    fn typing_narrows_what_can_be_added() {
        assert_eq!(labels(ChooserPurpose::InsertAfter(2), "delay")[0], "Add delay timer");
        assert_eq!(labels(ChooserPurpose::InsertAfter(2), "wait")[0], "Add delay timer", "by the name it gets");
        assert_eq!(labels(ChooserPurpose::InsertAfter(2), "letter contact")[0], "Add letter", "by its help");
    }

    #[test]
    fn a_start_stands_only_where_nothing_leads_to_it() {
        let offers_start = |purpose| labels(purpose, "").contains(&"Add start".to_owned());
        assert!(offers_start(ChooserPurpose::InsertBefore(3)) && !offers_start(ChooserPurpose::InsertBefore(2)));
        assert!(!offers_start(ChooserPurpose::InsertAfter(2)) && !offers_start(ChooserPurpose::ConnectTo(2)));
    }

    #[test]
    fn items_without_a_way_in_stand_before_new_ones() {
        assert_eq!(labels(ChooserPurpose::ConnectTo(2), "")[..2], ["Connect to Mail 3", "Add delay timer"]);
        assert_eq!(
            labels(ChooserPurpose::ConnectTo(3), "")[0],
            "Add delay timer",
            "itself and what has a way in are not there"
        );
    }
}
