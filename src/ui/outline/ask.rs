//! The search list that opens over the outline: what to add here, or which item to connect.

use eframe::egui::{self, Align2, FontId, Id, Key as Pressed, Modifiers, RichText, pos2, vec2};
use rustc_hash::FxHashSet;

use crate::campaign::catalog::OFFERS;
use crate::campaign::edit::{CanvasEdit, Edit, Joint};
use crate::campaign::item::{Item, Kind, Position};
use crate::campaign::sequence::Sequence;
use crate::picture::icons;
use crate::picture::theme::Ink;
use crate::ui::action::Action;
use crate::ui::app::Panel;
use crate::ui::commands::fuzzy::score;
use crate::ui::search_list::{Rows, SearchList};
use crate::ui::theme::{color, icon, semibold};

use super::{Outline, TAKES};

/// How far items stand apart, to the right and down.
const APART: Position = Position(200.0, 160.0);

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// What to add behind an item.
    After,
    /// What to add before an item.
    Before,
    /// Which item to link to.
    Connect,
}

/// A question about an item, and its answers.
#[derive(Clone, Debug)]
pub struct Asking {
    question: Question,
    item: u64,
    /// What the head of the list says.
    title: String,
    list: SearchList,
    /// What could be chosen: places among the offers, or ids of items; each with its name and glyph.
    answers: Vec<Answer>,
    /// Which of them fit what is typed, best first.
    fitting: Vec<usize>,
}

#[derive(Clone, Debug)]
struct Answer {
    what: Choice,
    name: String,
    help: String,
    glyph: char,
}

#[derive(Clone, Copy, Debug)]
enum Choice {
    Offer(usize),
    Item(u64),
}

impl Asking {
    /// Asks about an item.
    ///
    /// # Errors
    /// If there is nothing to choose; the text says why.
    pub fn new(sequence: &Sequence, id: u64, question: Question) -> Result<Self, &'static str> {
        let item = sequence.item(id).ok_or("It is not there any more")?;
        if question == Question::Before && item.kind == Kind::Start {
            return Err("A Start has nothing before it");
        }
        let answers = match question {
            // A Start has nothing before it, so it follows nothing.
            Question::After => offers(|kind| *kind != Kind::Start),
            Question::Before => {
                let has_way_in = sequence.links.iter().any(|link| link.1 == id);
                offers(|kind| !has_way_in || *kind != Kind::Start)
            }
            Question::Connect => targets(sequence, id),
        };
        if answers.is_empty() {
            return Err("Every other item has an incoming link already");
        }
        let name = item.called();
        let title = match question {
            Question::After => format!("Add after “{name}”"),
            Question::Before => format!("Add before “{name}”"),
            Question::Connect => format!("Connect “{name}” to…"),
        };
        let fitting = (0..answers.len()).collect();
        Ok(Self { question, item: id, title, list: SearchList::default(), answers, fitting })
    }

    fn search(&mut self) {
        let fits = |place: usize| {
            let answer = &self.answers[place];
            let by_help = || score(&self.list.text, &answer.help).map(|score| score - 100_000);
            score(&self.list.text, &answer.name).or_else(by_help).map(|score| (score, place))
        };
        let mut fitting: Vec<(i32, usize)> = (0..self.answers.len()).filter_map(fits).collect();
        if !self.list.text.trim().is_empty() {
            fitting.sort_by_key(|(score, place)| (-score, *place));
        }
        self.fitting = fitting.into_iter().map(|(_, place)| place).collect();
    }

    /// The edit that an answer stands for.
    fn edit(&self, answer: &Answer, sequence: &Sequence) -> Option<CanvasEdit> {
        let item = sequence.item(self.item)?;
        Some(match (self.question, answer.what) {
            (_, Choice::Item(to)) => CanvasEdit::Connect(self.item, to),
            (Question::Before, Choice::Offer(offer)) => {
                CanvasEdit::Place(new(offer, before(sequence, item)), Joint::Before(self.item))
            }
            (_, Choice::Offer(offer)) => CanvasEdit::Place(new(offer, after(sequence, item)), Joint::After(self.item)),
        })
    }
}

fn offers(may_stand: impl Fn(&Kind) -> bool) -> Vec<Answer> {
    let offers = OFFERS.iter().enumerate().map(|(place, offer)| (place, offer, (offer.new)()));
    let fitting = offers.filter(|(_, _, kind)| may_stand(kind));
    let answer = |(place, offer, kind): (usize, &crate::campaign::catalog::Offer, Kind)| Answer {
        what: Choice::Offer(place),
        name: kind.label().to_owned(),
        help: offer.help.to_owned(),
        glyph: icons::of(&kind),
    };
    fitting.map(answer).collect()
}

/// Items that a link from this one may enter.
fn targets(sequence: &Sequence, from: u64) -> Vec<Answer> {
    let answer = |item: &Item| Answer {
        what: Choice::Item(item.id),
        name: item.called().to_owned(),
        help: item.kind.label().to_owned(),
        glyph: icons::of(&item.kind),
    };
    sequence.may_follow(from).map(answer).collect()
}

fn new(offer: usize, position: Position) -> Item {
    let kind = (OFFERS[offer].new)();
    Item { id: 0, name: kind.label().to_owned(), position, ready: false, kind }
}

/// To the right of an item, below all that follows it already.
fn after(sequence: &Sequence, item: &Item) -> Position {
    let next: FxHashSet<u64> = sequence.links.iter().filter(|link| link.0 == item.id).map(|link| link.1).collect();
    let lowest = sequence.items.iter().filter(|item| next.contains(&item.id)).map(|item| item.position.1);
    let y = lowest.reduce(f64::max).map_or(item.position.1, |lowest| lowest + APART.1);
    Position(item.position.0 + APART.0, y)
}

/// Between an item and what leads to it, or to its left.
fn before(sequence: &Sequence, item: &Item) -> Position {
    let previous = sequence.links.iter().find(|link| link.1 == item.id).and_then(|link| sequence.item(link.0));
    match previous.map(|previous| previous.position) {
        Some(Position(x, y)) => Position((x + item.position.0) / 2.0, (y + item.position.1) / 2.0),
        None => Position(item.position.0 - APART.0, item.position.1),
    }
}

/// Draws the list while something is asked.
pub fn show(ui: &egui::Ui, outline: &mut Outline, panel: &mut Panel<'_>) {
    let Some(mut asking) = outline.asking.take() else { return };
    let mut chosen = None;
    let modal = egui::Modal::new(Id::unique("outline question"))
        .frame(egui::Frame::popup(ui.style()).inner_margin(12.0))
        .show(ui.ctx(), |ui| {
            ui.set_width((ui.ctx().content_rect().width() - 64.0).min(440.0));
            ui.label(RichText::new(&asking.title).family(semibold()));
            let typed = asking.list.field(ui, "Search", "Type to search", asking.fitting.len());
            if typed.changed {
                asking.search();
            }
            chosen = rows(ui, &mut asking, panel);
            if typed.enter {
                chosen = Some(asking.list.at);
            }
        });
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Pressed::Escape));
    if let Some(answer) = chosen.and_then(|row| asking.fitting.get(row)).map(|place| &asking.answers[*place]) {
        if let Some(edit) = asking.edit(answer, panel.sequence()) {
            panel.actions.push(Action::edit(Edit::Canvas(panel.place(), edit)));
        }
        outline.take_focus = TAKES;
    } else if escape || modal.should_close() {
        outline.take_focus = TAKES;
    } else {
        outline.asking = Some(asking);
    }
}

fn rows(ui: &mut egui::Ui, asking: &mut Asking, panel: &Panel<'_>) -> Option<usize> {
    let Asking { list, answers, fitting, .. } = asking;
    if fitting.is_empty() {
        ui.label(RichText::new("Nothing fits").color(color(Ink::Muted, panel.theme)));
        return None;
    }
    let (text, muted) = (color(Ink::Text, panel.theme), color(Ink::Muted, panel.theme));
    let shape = Rows { name: "Answers", count: fitting.len(), height: 32.0, room: 320.0, theme: panel.theme };
    let spoken = |row: usize| format!("{}, {}", answers[fitting[row]].name, answers[fitting[row]].help);
    list.rows(ui, shape, spoken, |ui, rect, row| {
        let answer = &answers[fitting[row]];
        let (middle, painter) = (rect.center().y, ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())));
        let font = FontId::new(16.0, icon());
        painter.text(pos2(rect.left() + 16.0, middle), Align2::CENTER_CENTER, answer.glyph, font, muted);
        let body = FontId::proportional(13.0);
        let name = painter.text(pos2(rect.left() + 34.0, middle), Align2::LEFT_CENTER, &answer.name, body, text);
        let small = FontId::proportional(11.5);
        painter.text(name.right_center() + vec2(10.0, 0.0), Align2::LEFT_CENTER, &answer.help, small, muted);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain() -> Sequence {
        let mut sequence = Sequence::with_start("A");
        let item = |id| Item {
            id,
            name: String::new(),
            position: Position(240.0, 80.0),
            ready: false,
            kind: Kind::AddToCustomerHub,
        };
        sequence.items.extend([item(2), item(3), item(4)]);
        sequence.links = vec![(1, 2)];
        sequence
    }

    #[test]
    fn only_items_without_a_way_in_can_be_connected() {
        let ids = |from| {
            let answers = targets(&chain(), from).into_iter();
            answers
                .filter_map(|answer| if let Choice::Item(id) = answer.what { Some(id) } else { None })
                .collect::<Vec<_>>()
        };
        assert_eq!(ids(2), [3, 4]);
        assert_eq!(ids(3), [4]);
        assert!(Asking::new(&Sequence::with_start("A"), 1, Question::Connect).is_err());
    }

    #[test]
    fn what_is_added_stands_right_of_its_item_and_below_the_other_branches() {
        let sequence = chain();
        assert_eq!(after(&sequence, &sequence.items[1]), Position(440.0, 80.0));
        assert_eq!(after(&sequence, &sequence.items[0]), Position(240.0, 240.0));
        assert_eq!(before(&sequence, &sequence.items[1]), Position(140.0, 80.0));
    }

    #[test]
    fn typing_narrows_what_can_be_added() {
        let mut asking = Asking::new(&chain(), 2, Question::After).expect("there is much to add");
        asking.list.text = "delay".to_owned();
        asking.search();
        assert_eq!(asking.answers[asking.fitting[0]].name, "Delay timer");
        assert!(asking.answers.iter().all(|answer| answer.name != "Start"));
    }
}
