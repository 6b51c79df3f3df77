//! Random edits: those that a user could make, and many that are impossible.

use std::collections::BTreeSet;

use dripline::calendar::DateTime;
use dripline::calendar::timer::{DayCount, FieldTimersRead, LeapDay};
use dripline::campaign::catalog::OFFERS;
use dripline::campaign::directory::{CustomField, FieldKind, List, Logic, Product, RoundRobin, User};
use dripline::campaign::document::{Campaign, Rules};
use dripline::campaign::edit::{
    CanvasEdit, DirectoryEdit, DirectoryEntry, Edit, Insertion, RehearsalsEdit, SequencesEdit,
};
use dripline::campaign::fragment::Fragment;
use dripline::campaign::ids::SequenceId;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::{ActionSet, ApplyNote, ApplyRemoveTag, DelayTimerSettings, Email, Fax, Kind};
use dripline::campaign::rehearsal::RehearsedScope;
use dripline::campaign::rehearsal::{Breakpoint, Enter, Hours, People, Person, Rehearsal};
use dripline::campaign::sequence::{Color, Frame, Note, Sequence};
use dripline::campaign::tidy::{Extent, Page, tidy};

use crate::edits::starts::Dice;

/// The id of a sequence that doesn't exist.
const GONE: SequenceId = SequenceId::new(999_999);

const NAMES: &[&str] =
    &["", " ", "vip", "New customer", "Ärger", "a\nb", "birthday", "plan", "Sequence 1", "x~y", "\"", "u1"];

pub fn edit(dice: &mut Dice, campaign: &Campaign) -> Edit {
    match dice.below(22) {
        0 => match dice.below(5) {
            0 => Edit::RenameCampaign(name(dice)),
            1 => Edit::Describe(name(dice)),
            2 => Edit::SetTimeZone(["UTC", "Europe/Berlin", "America/New_York"][dice.below(3)].to_owned()),
            _ => Edit::SetRules(Rules {
                day_count: [DayCount::CalendarDays, DayCount::ElapsedDays][dice.below(2)],
                field_timers_read: [FieldTimersRead::AtEntry, FieldTimersRead::OnArrival][dice.below(2)],
                leap_day: [LeapDay::Feb28, LeapDay::Mar1][dice.below(2)],
            }),
        },
        1 => Edit::Sequences(sequences(dice, campaign)),
        2 | 3 => Edit::Directory(directory(dice, campaign)),
        5 | 6 => Edit::Rehearsals(rehearsals(dice, campaign)),
        4 => Edit::Together("Two things".to_owned(), (0..dice.below(4)).map(|_| edit(dice, campaign)).collect()),
        _ => match campaign.sequences.get(beyond(dice, campaign.sequences.len(), 30)) {
            Some(sequence) => Edit::Canvas(sequence.id, canvas(dice, sequence)),
            None => Edit::Canvas(GONE, CanvasEdit::Disconnect(0)),
        },
    }
}

/// A random index in a list; once in `seldom` times, the one after its end may come up.
fn beyond(dice: &mut Dice, count: usize, seldom: usize) -> usize {
    let end = count + usize::from(dice.one_in(seldom));
    dice.below(end)
}

fn name(dice: &mut Dice) -> String {
    NAMES[dice.below(NAMES.len())].to_owned()
}

fn sequences(dice: &mut Dice, campaign: &Campaign) -> SequencesEdit {
    let count = campaign.sequences.len();
    let id = campaign.sequences.get(beyond(dice, count, 10)).map_or(GONE, |sequence| sequence.id);
    match dice.below(if count > 4 { 7 } else { 5 }) {
        0 => SequencesEdit::Add(name(dice)),
        1 => SequencesEdit::Duplicate(id),
        2 => SequencesEdit::Rename(id, name(dice)),
        3 => SequencesEdit::Move(id, dice.below(count + 2)),
        _ => SequencesEdit::Remove(id),
    }
}

fn rehearsals(dice: &mut Dice, campaign: &Campaign) -> RehearsalsEdit {
    let count = campaign.rehearsals.len();
    let place = beyond(dice, count, 10);
    match dice.below(if count > 6 { 9 } else { 6 }) {
        0 => RehearsalsEdit::Add(rehearsal(dice, campaign)),
        1 => RehearsalsEdit::Duplicate(place),
        2 => RehearsalsEdit::Rename(place, name(dice)),
        3 => RehearsalsEdit::Move(place, dice.below(count + 2)),
        4 | 5 => RehearsalsEdit::Change(place, changed_rehearsal(dice, campaign, place)),
        _ => RehearsalsEdit::Remove(place),
    }
}

fn rehearsal(dice: &mut Dice, campaign: &Campaign) -> Rehearsal {
    let sequence = campaign.sequences.get(beyond(dice, campaign.sequences.len(), 10));
    let breakpoints = (0..dice.below(3)).map(|_| breakpoint(dice, sequence)).collect();
    Rehearsal {
        name: name(dice),
        of: sequence.map_or(nowhere(), |sequence| RehearsedScope::sequence(sequence.id)),
        people: people(dice),
        enter: [Enter::At(local(dice)), Enter::Spread(local(dice), local(dice), Hours::WorkingHours), Enter::ByColumn]
            [dice.below(3)],
        until: local(dice),
        breakpoints,
    }
}

fn nowhere() -> RehearsedScope {
    RehearsedScope::UnknownSequence("nowhere".to_owned())
}

/// Usually the rehearsal at this index with one part changed; sometimes a new one.
fn changed_rehearsal(dice: &mut Dice, campaign: &Campaign, place: usize) -> Rehearsal {
    let new = rehearsal(dice, campaign);
    let Some(was) = campaign.rehearsals.get(place).filter(|_| !dice.one_in(4)) else { return new };
    let sequence = was.sequence().and_then(|id| campaign.sequence(id));
    match dice.below(4) {
        0 => Rehearsal { people: new.people, ..was.clone() },
        1 => Rehearsal { enter: new.enter, ..was.clone() },
        2 => Rehearsal { until: new.until, ..was.clone() },
        _ => Rehearsal { breakpoints: vec![breakpoint(dice, sequence)], ..was.clone() },
    }
}

fn people(dice: &mut Dice) -> People {
    match dice.below(3) {
        0 => People::Generated { count: dice.number(), seed: dice.number() },
        1 => People::File(name(dice)),
        _ => {
            let person = |dice: &mut Dice| {
                let keys = ["email", "tags", "owner", "vip", "birthday"].into_iter();
                Person(keys.filter(|_| dice.one_in(2)).map(|key| (key.to_owned(), "vip;u1".to_owned())).collect())
            };
            People::People((0..dice.below(4)).map(|_| person(dice)).collect())
        }
    }
}

fn breakpoint(dice: &mut Dice, sequence: Option<&Sequence>) -> Breakpoint {
    let id = sequence.map_or(999_999, |sequence| id(dice, sequence));
    [Breakpoint::AtItem(id), Breakpoint::AtCount(id, 100), Breakpoint::AtTime(local(dice))][dice.below(3)]
}

fn local(dice: &mut Dice) -> DateTime {
    DateTime::from_secs(60 * (20_000_000 + dice.below(3_000_000) as i64))
}

fn directory(dice: &mut Dice, campaign: &Campaign) -> DirectoryEdit {
    let list = List::ALL[dice.below(7)];
    let count = list.len(&campaign.directory);
    let place = beyond(dice, count, 10);
    match dice.below(if count > 8 { 7 } else { 5 }) {
        0 => DirectoryEdit::Add(entry(dice, list)),
        1 => DirectoryEdit::Change(place, entry(dice, list)),
        2 => DirectoryEdit::Move(list, place, dice.below(count + 2)),
        3 => DirectoryEdit::CustomerHub(dice.one_in(2)),
        _ => DirectoryEdit::Remove(list, place),
    }
}

fn entry(dice: &mut Dice, list: List) -> DirectoryEntry {
    let (id, name) = (name(dice), name(dice));
    match list {
        List::Users => DirectoryEntry::User(User { id, email: name.clone(), name, sales_rep: dice.one_in(2) }),
        List::RoundRobins => DirectoryEntry::RoundRobin(RoundRobin {
            id,
            name,
            logic: Logic::ByRatio,
            members: vec![("u1".to_owned(), 2)],
        }),
        List::Stages => DirectoryEntry::Stage(id),
        List::Tags => DirectoryEntry::Tag(id),
        List::Products => {
            DirectoryEntry::Product(Product { id, name, price: "1.00".to_owned(), currency: "EUR".to_owned() })
        }
        List::ActionSets => DirectoryEntry::ActionSet(id),
        List::Fields => {
            let kind = [FieldKind::Text, FieldKind::Date, FieldKind::DateTime, FieldKind::Number][dice.below(4)];
            DirectoryEntry::Field(CustomField { key: id, label: name, kind })
        }
    }
}

fn position(dice: &mut Dice) -> Position {
    let number = |dice: &mut Dice| match dice.below(30) {
        0 => f64::NAN,
        1 => f64::INFINITY,
        2 => -0.0,
        3 => -2e6,
        _ => dice.below(4000) as f64 - 1000.0,
    };
    Position(number(dice), number(dice))
}

/// The id of something in the sequence; sometimes one that doesn't exist.
fn id(dice: &mut Dice, sequence: &Sequence) -> u64 {
    let things = ids(sequence);
    if dice.one_in(25) { 999_999 } else { dice.pick(&things).copied().unwrap_or(7) }
}

fn ids(sequence: &Sequence) -> Vec<u64> {
    let notes = sequence.notes.iter().map(|note| note.id);
    let things = sequence.items.iter().map(|item| item.id).chain(notes);
    things.chain(sequence.frames.iter().map(|frame| frame.id)).collect()
}

fn some_ids(dice: &mut Dice, sequence: &Sequence) -> Vec<u64> {
    (0..dice.below(5)).map(|_| id(dice, sequence)).collect()
}

fn canvas(dice: &mut Dice, sequence: &Sequence) -> CanvasEdit {
    let is_full = sequence.items.len() + sequence.notes.len() + sequence.frames.len() > 30;
    let link = beyond(dice, sequence.links.len(), 10);
    match dice.below(if is_full { 26 } else { 18 }) {
        0 => {
            let joint = match dice.below(4) {
                0 => Insertion::Loose,
                1 => Insertion::After(id(dice, sequence)),
                2 => Insertion::Before(id(dice, sequence)),
                _ => Insertion::OnLink(link),
            };
            let kind = (OFFERS[dice.below(OFFERS.len())].new)();
            CanvasEdit::Place(
                Item { id: 3, name: name(dice), position: position(dice), ready: dice.one_in(2), kind },
                joint,
            )
        }
        1 => CanvasEdit::Paste(fragment(dice, sequence)),
        2 => CanvasEdit::PlaceNote(note(dice, 0)),
        3 => CanvasEdit::PlaceFrame(frame(dice, 0)),
        4..=6 => changed_item(dice, sequence),
        7 => CanvasEdit::SetNote(note(dice, sequence.notes.first().map_or(1, |note| note.id))),
        8 => CanvasEdit::SetFrame(frame(dice, sequence.frames.first().map_or(1, |frame| frame.id))),
        9 => CanvasEdit::Move(some_ids(dice, sequence).into_iter().map(|id| (id, position(dice))).collect()),
        10 => CanvasEdit::Tidy(tidy(
            sequence,
            &|_| Extent { left: 60.0, right: 60.0, up: 40.0, down: 80.0 },
            Page::default(),
        )),
        11 | 12 => CanvasEdit::Connect(id(dice, sequence), id(dice, sequence)),
        13 => CanvasEdit::Disconnect(link),
        14 => CanvasEdit::Reconnect(link, id(dice, sequence), id(dice, sequence)),
        15 => CanvasEdit::MarkReady(some_ids(dice, sequence), dice.one_in(2)),
        16 => CanvasEdit::Cut(some_ids(dice, sequence)),
        _ => CanvasEdit::Remove(some_ids(dice, sequence)),
    }
}

fn fragment(dice: &mut Dice, sequence: &Sequence) -> Fragment {
    let ids: BTreeSet<u64> = some_ids(dice, sequence).into_iter().collect();
    let mut fragment = Fragment::of(sequence, &ids);
    if dice.one_in(4) {
        let any = |dice: &mut Dice| ids.iter().nth(dice.below(ids.len())).copied().unwrap_or(1);
        fragment.links.extend((0..3).map(|_| (any(dice), any(dice))));
    }
    fragment.shifted(40.0, 40.0)
}

/// An edit that changes one part of an item, not its kind.
fn changed_item(dice: &mut Dice, sequence: &Sequence) -> CanvasEdit {
    let Some(item) = dice.pick(&sequence.items) else { return CanvasEdit::Disconnect(0) };
    let mut item = item.clone();
    match dice.below(4) {
        0 => item.name = name(dice),
        1 => item.position = position(dice),
        2 => item.ready = !item.ready,
        _ => match &mut item.kind {
            Kind::Email(Email { body, .. }) | Kind::Fax(Fax { body }) | Kind::ApplyNote(ApplyNote { body, .. }) => {
                *body = name(dice)
            }
            Kind::ApplyRemoveTag(ApplyRemoveTag { apply, .. }) => *apply = vec![name(dice)],
            Kind::DelayTimer(DelayTimerSettings { schedule }) => *schedule = None,
            Kind::ActionSet(ActionSet { name: set }) => *set = name(dice),
            _ => item.id = if dice.one_in(3) { 999_999 } else { item.id },
        },
    }
    CanvasEdit::SetItem(item)
}

fn note(dice: &mut Dice, id: u64) -> Note {
    Note { id, position: position(dice), size: position(dice), text: name(dice), color: Color::Blue }
}

fn frame(dice: &mut Dice, id: u64) -> Frame {
    Frame { id, position: position(dice), size: position(dice), title: name(dice), color: Color::Pink }
}
