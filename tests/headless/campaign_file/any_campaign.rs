//! Random campaigns that a file can have. Only ids and names are made unique, and references made valid.

use std::collections::BTreeSet;

use dripline::calendar::timer::{DayCount, FieldTimersRead, LeapDay};
use dripline::campaign::directory::{CustomField, Directory, FieldKind, Logic, Product, RoundRobin, User};
use dripline::campaign::document::{Campaign, Rules};
use dripline::campaign::fields::Column;
use dripline::campaign::ids::SequenceId;
use dripline::campaign::item::Item;
use dripline::campaign::rehearsal::{Breakpoint, Enter, Hours, People, Person, Rehearsal, RehearsedScope};
use dripline::campaign::sequence::{Color, Frame, IdInFile, Note, Sequence};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::any_item::{kind, local, number, position, text, texts};

fn color() -> BoxedStrategy<Color> {
    select(vec![Color::Yellow, Color::Blue, Color::Green, Color::Pink, Color::Grey]).boxed()
}

/// Ids are set last, so that they are unique.
fn sequence() -> BoxedStrategy<Sequence> {
    let item = (text(), position(), any::<bool>(), kind()).prop_map(|(name, position, ready, kind)| {
        let ready = ready && kind.has_ready_mark();
        Item { id: 0, name, position, ready, kind }
    });
    let note = (position(), position(), text(), color()).prop_map(|(position, size, text, color)| Note {
        id: 0,
        position,
        size,
        text,
        color,
    });
    let frame = (position(), position(), text(), color()).prop_map(|(position, size, title, color)| Frame {
        id: 0,
        position,
        size,
        title,
        color,
    });
    let step = prop_oneof![4 => 1..5_u64, 1 => 1..u64::MAX / 64];
    let ids = vec(step, 24);
    (text(), of(number()), vec(item, 0..12), vec((number(), number()), 0..6), vec(note, 0..4), vec(frame, 0..4), ids)
        .prop_map(|(name, next_id, mut items, links, mut notes, mut frames, steps)| {
            let mut ids = steps.into_iter().scan(0_u64, |id, step| {
                *id = id.saturating_add(step);
                Some(*id)
            });
            items.iter_mut().for_each(|item| item.id = ids.next().expect("enough"));
            notes.iter_mut().for_each(|note| note.id = ids.next().expect("enough"));
            frames.iter_mut().for_each(|frame| frame.id = ids.next().expect("enough"));
            Sequence { name, next_id, items, links, notes, frames, ..Sequence::with_start("") }
        })
        .boxed()
}

fn person() -> BoxedStrategy<Person> {
    let known = select(Column::ALL.to_vec()).prop_map(|column| column.key().to_owned());
    let plain = "[a-zA-Z_][a-zA-Z0-9_]{0,6}".prop_map(|key: String| key);
    let words = select(vec!["r", "b", "br", "None", "Some", "true", "inf", "NaN", "_", "x1"]).prop_map(str::to_owned);
    let names = prop_oneof![3 => known, 2 => plain, 1 => words];
    let named = btree_map(names, text(), 0..5).prop_map(Person);
    prop_oneof![3 => named, 1 => btree_map(text(), text(), 0..4).prop_map(Person)].boxed()
}

fn rehearsal() -> BoxedStrategy<Rehearsal> {
    let people = prop_oneof![
        (number(), number()).prop_map(|(count, seed)| People::Generated { count, seed }),
        text().prop_map(People::File),
        vec(person(), 0..4).prop_map(People::People),
    ];
    let hours = select(vec![Hours::AllHours, Hours::WorkingHours]);
    let enter = prop_oneof![
        local().prop_map(Enter::At),
        (local(), local(), hours).prop_map(|(from, to, hours)| Enter::Spread(from, to, hours)),
        Just(Enter::ByColumn),
    ];
    let breakpoint = prop_oneof![
        number().prop_map(Breakpoint::AtItem),
        (number(), number()).prop_map(|(item, count)| Breakpoint::AtCount(item, count)),
        local().prop_map(Breakpoint::AtTime),
    ];
    (text(), text(), people, enter, local(), vec(breakpoint, 0..3))
        .prop_map(|(name, sequence, people, enter, until, breakpoints)| Rehearsal {
            name,
            of: RehearsedScope::UnknownSequence(sequence),
            people,
            enter,
            until,
            breakpoints,
        })
        .boxed()
}

fn directory() -> BoxedStrategy<Directory> {
    let user = (text(), text(), any::<bool>()).prop_map(|(name, email, sales_rep)| (name, email, sales_rep));
    let users = btree_map(text(), user, 0..3).prop_map(|users| {
        let user = |(id, (name, email, sales_rep))| User { id, name, email, sales_rep };
        users.into_iter().map(user).collect::<Vec<_>>()
    });
    let robin = (text(), select(vec![Logic::OnePerRound, Logic::ByRatio]), vec((text(), number()), 0..3));
    let robins = btree_map(text(), robin, 0..3).prop_map(|robins| {
        let robin = |(id, (name, logic, members))| RoundRobin { id, name, logic, members };
        robins.into_iter().map(robin).collect::<Vec<_>>()
    });
    let products = btree_map(text(), (text(), text(), text()), 0..3).prop_map(|products| {
        let product = |(id, (name, price, currency))| Product { id, name, price, currency };
        products.into_iter().map(product).collect::<Vec<_>>()
    });
    let kind = select(vec![FieldKind::Text, FieldKind::Number, FieldKind::Date, FieldKind::DateTime]);
    let key = text().prop_filter("a key", |key| !key.is_empty() && Column::named(key).is_none());
    let fields = btree_map(key, (text(), kind), 0..3).prop_map(|fields| {
        let field = |(key, (label, kind))| CustomField { key, label, kind };
        fields.into_iter().map(field).collect::<Vec<_>>()
    });
    (users, robins, texts(), texts(), products, texts(), fields, any::<bool>())
        .prop_map(|(users, round_robins, sales_stages, tags, products, action_sets, custom_fields, customer_hub)| {
            Directory { users, round_robins, sales_stages, tags, products, action_sets, custom_fields, customer_hub }
        })
        .boxed()
}

/// The id of a sequence in a file: left out, its index, or any other number.
fn any_id() -> BoxedStrategy<Option<u64>> {
    prop_oneof![2 => Just(None), 1 => Just(Some(0)), 1 => (10..u64::MAX).prop_map(Some)].boxed()
}

/// Makes names and ids unique. A given id of 0 stands for the id by index, written to the file.
fn numbered(sequences: Vec<(Sequence, Option<u64>)>) -> Vec<Sequence> {
    let number = |(index, (sequence, given)): (usize, (Sequence, Option<u64>))| Sequence {
        name: format!("{index}{}", sequence.name),
        id: match given {
            None | Some(0) => SequenceId::of_place(index),
            Some(id) => SequenceId::new(id - index as u64),
        },
        id_in_file: if given.is_some() { IdInFile::Written } else { IdInFile::LeftOut },
        ..sequence
    };
    let mut sequences: Vec<Sequence> = sequences.into_iter().enumerate().map(number).collect();
    let mut seen = BTreeSet::new();
    sequences.retain(|sequence| seen.insert(sequence.id));
    for (index, sequence) in sequences.iter_mut().enumerate() {
        if sequence.id_in_file == IdInFile::LeftOut {
            sequence.id = SequenceId::of_place(index);
        }
    }
    sequences
}

pub fn campaign() -> BoxedStrategy<Campaign> {
    let rules = (
        select(vec![DayCount::CalendarDays, DayCount::ElapsedDays]),
        select(vec![FieldTimersRead::AtEntry, FieldTimersRead::OnArrival]),
        select(vec![LeapDay::Feb28, LeapDay::Mar1]),
    );
    let rules =
        rules.prop_map(|(day_count, field_timers_read, leap_day)| Rules { day_count, field_timers_read, leap_day });
    let zone = select(vec!["UTC", "America/New_York", "Asia/Kolkata"]);
    // Some rehearsals are of an existing sequence.
    let rehearsals = vec((rehearsal(), of(0..4_usize)), 0..3);
    (text(), text(), zone, rules, directory(), vec((sequence(), any_id()), 1..4), rehearsals)
        .prop_map(|(name, description, time_zone, rules, directory, sequences, rehearsals)| {
            let mut campaign = Campaign {
                name,
                description,
                time_zone: time_zone.to_owned(),
                rules,
                directory,
                sequences: numbered(sequences),
                rehearsals: Vec::new(),
            };
            let rehearsals = rehearsals.into_iter().map(|(rehearsal, index)| {
                let known = index.and_then(|index| campaign.sequences.get(index));
                let known = known.map(|sequence| RehearsedScope::sequence(sequence.id));
                let of = known.unwrap_or_else(|| campaign.rehearsed(campaign.name_of(&rehearsal.of)));
                Rehearsal { of, ..rehearsal }
            });
            campaign.rehearsals = rehearsals.collect();
            campaign
        })
        .boxed()
}
