//! Finds where entries of the directory are used. Renaming an entry renames all its uses.

use std::collections::BTreeMap;

use dripline::calendar::DateTime;
use dripline::calendar::timer::{Offset, TimeWindow, YearRule, ZoneChoice};
use dripline::campaign::directory::{CustomField, Directory, FieldKind, List, Logic, Product, RoundRobin, User};
use dripline::campaign::document::Campaign;
use dripline::campaign::edit::{DirectoryEdit, DirectoryEntry, Edit};
use dripline::campaign::history::Grouping;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::{
    ActionSet, ApplyNote, ApplyRemoveTag, Assign, AssignOwner, Basis, CreateAppointment, CreateOpportunity,
    CreateOrder, CreateTask, Deliver, Email, Fax, FieldTimerSettings, FulfillmentList, Kind, Letter, OverwriteMode,
    Recipient, Response, SendHttpPost, SetFieldValue, TextMessage, Value,
};
use dripline::campaign::rehearsal::{Enter, People, Person, Rehearsal};
use dripline::campaign::schedule::FieldSchedule;
use dripline::campaign::selection::Selection;
use dripline::campaign::sequence::{Color, Frame, Note};
use dripline::campaign::uses::{UsePlace, count_all, uses};
use dripline::workbench::editor::Editor;

use crate::common::ids::FIRST;
use crate::common::ids::item;
use crate::edits::starts::with_items;

fn text(text: &str) -> String {
    text.to_owned()
}

fn directory() -> Directory {
    Directory {
        users: vec![User { id: text("anna"), name: text("Anna"), email: text("anna@example.com"), sales_rep: true }],
        round_robins: vec![RoundRobin {
            id: text("team"),
            name: text("Team"),
            logic: Logic::OnePerRound,
            members: vec![(text("anna"), 1)],
        }],
        sales_stages: vec![text("Won")],
        tags: vec![text("Gold"), text("Silver")],
        products: vec![Product { id: text("shoe"), name: text("Shoe"), price: text("1"), currency: text("EUR") }],
        action_sets: vec![text("Start course")],
        custom_fields: vec![
            CustomField { key: text("renewal"), label: text("Renewal"), kind: FieldKind::Date },
            CustomField { key: text("pack"), label: text("Pack"), kind: FieldKind::Text },
        ],
        customer_hub: false,
    }
}

/// A campaign in which every setting that can refer to the directory does so.
pub fn everything() -> Campaign {
    let schedule = FieldSchedule {
        field: Some(text("renewal")),
        offset: Some(Offset::On),
        year: Some(YearRule::NextOccurrence),
        time: Some(TimeWindow::AnyTime),
        zone: Some(ZoneChoice::Campaign),
    };
    let merged = || text("Subject ~Contact.pack~, ~Contact.FirstName~ ~Contact.pack~ ~other");
    let kinds = vec![
        Kind::Start,
        crate::edits::examples::delay(),
        Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }),
        Kind::Email(Email { to: Some(Recipient::User(text("anna"))), subject: merged(), body: merged() }),
        Kind::Email(Email {
            to: Some(Recipient::Address(text("~Contact.pack~@example.com"))),
            subject: text("a"),
            body: text("b"),
        }),
        Kind::Fax(Fax { body: merged() }),
        Kind::Letter(Letter { body: merged() }),
        Kind::ApplyRemoveTag(ApplyRemoveTag { apply: vec![text("Gold")], remove: vec![text("Silver")] }),
        Kind::ApplyNote(ApplyNote { title: merged(), body: merged() }),
        Kind::CreateTask(CreateTask {
            title: merged(),
            body: merged(),
            assign: Some(Assign::RoundRobin(text("team"))),
            due_after_days: 0,
        }),
        Kind::CreateAppointment(CreateAppointment {
            title: merged(),
            user: Some(text("anna")),
            basis: Some(Basis::Field(text("renewal"))),
            after_days: 0,
            time: None,
            minutes: 30,
        }),
        Kind::SetFieldValue(SetFieldValue {
            field: Some(text("pack")),
            value: Some(Value::Text(text("large"))),
            mode: Some(OverwriteMode::Overwrite),
        }),
        Kind::AssignOwner(AssignOwner { assign: Some(Assign::User(text("anna"))) }),
        Kind::CreateOpportunity(CreateOpportunity {
            title: merged(),
            assign: Some(Assign::User(text("anna"))),
            stage: Some(text("Won")),
        }),
        Kind::FulfillmentList(FulfillmentList {
            name: text("Boxes"),
            deliver: Some(Deliver::Dashboard(text("anna"))),
            queue: None,
            columns: vec![text("pack"), text("email")],
            attachment: None,
        }),
        Kind::CreateOrder(CreateOrder { products: vec![(text("shoe"), 2)], payment: None }),
        Kind::SendHttpPost(SendHttpPost {
            url: text("https://hooks.example.com/~Contact.pack~"),
            pairs: vec![(text("pack"), text("~Contact.pack~"))],
            simulated_response: Response::received(),
        }),
        Kind::ActionSet(ActionSet { name: text("Start course") }),
        Kind::TextMessage(TextMessage { body: merged() }),
    ];
    let item = |(kind, id): (Kind, u64)| Item {
        id,
        name: format!("Item {id}"),
        position: Position(id as f64 * 200.0, 0.0),
        ready: false,
        kind,
    };
    let mut campaign = with_items(kinds.into_iter().zip(1..).map(item).collect(), Vec::new());
    let sequence = &mut campaign.sequences[0];
    let (position, size) = (Position(0.0, 200.0), Position(160.0, 80.0));
    sequence.notes.push(Note { id: 101, position, size, text: text("Remember"), color: Color::Yellow });
    sequence.frames.push(Frame { id: 102, position, size, title: text("First week"), color: Color::Yellow });
    campaign.directory = directory();
    let cells = [("id", "1"), ("owner", "anna"), ("tags", "Gold; Silver"), ("renewal", "2026-01-01"), ("pack", "s")];
    let person = Person(cells.map(|(key, cell)| (text(key), text(cell))).into_iter().collect::<BTreeMap<_, _>>());
    let local = DateTime::parse_minutes("2026-01-01T09:00").expect("a moment");
    campaign.rehearsals.push(Rehearsal {
        name: text("Two"),
        of: campaign.rehearsed("Sequence 1"),
        people: People::People(vec![person]),
        enter: Enter::At(local),
        until: local,
        breakpoints: Vec::new(),
    });
    campaign
}

fn renamed(entry: &DirectoryEntry) -> DirectoryEntry {
    match entry.clone() {
        DirectoryEntry::User(user) => DirectoryEntry::User(User { id: text("bert"), ..user }),
        DirectoryEntry::RoundRobin(robin) => DirectoryEntry::RoundRobin(RoundRobin { id: text("all"), ..robin }),
        DirectoryEntry::Stage(_) => DirectoryEntry::Stage(text("Lost")),
        DirectoryEntry::Tag(_) => DirectoryEntry::Tag(text("Bronze")),
        DirectoryEntry::Product(product) => DirectoryEntry::Product(Product { id: text("boot"), ..product }),
        DirectoryEntry::ActionSet(_) => DirectoryEntry::ActionSet(text("End course")),
        DirectoryEntry::Field(field) => DirectoryEntry::Field(CustomField { key: text("parcel"), ..field }),
    }
}

fn entry(campaign: &Campaign, list: List, place: usize) -> DirectoryEntry {
    let directory = &campaign.directory;
    match list {
        List::Users => DirectoryEntry::User(directory.users[place].clone()),
        List::RoundRobins => DirectoryEntry::RoundRobin(directory.round_robins[place].clone()),
        List::Stages => DirectoryEntry::Stage(directory.sales_stages[place].clone()),
        List::Tags => DirectoryEntry::Tag(directory.tags[place].clone()),
        List::Products => DirectoryEntry::Product(directory.products[place].clone()),
        List::ActionSets => DirectoryEntry::ActionSet(directory.action_sets[place].clone()),
        List::Fields => DirectoryEntry::Field(directory.custom_fields[place].clone()),
    }
}

#[test]
fn renaming_an_entry_of_any_list_leads_all_its_uses_along() {
    for list in List::ALL {
        let campaign = everything();
        for place in 0..list.len(&campaign.directory) {
            let (old, new) = (entry(&campaign, list, place), renamed(&entry(&campaign, list, place)));
            let before = uses(&campaign, list, old.name());
            assert!(!before.is_empty(), "{} is used nowhere", old.name());
            let mut editor = Editor::of(campaign.clone());
            let edit = Edit::Directory(DirectoryEdit::Change(place, new.clone()));
            editor.apply(&edit, &Selection::none(FIRST), Grouping::Alone).expect("a free name");
            assert_eq!(uses(editor.campaign(), list, old.name()), [], "{}", old.name());
            assert_eq!(uses(editor.campaign(), list, new.name()), before, "{}", old.name());
            let other_lists = |campaign: &Campaign| {
                let others = List::ALL.into_iter().filter(|other| *other != list);
                others.map(|other| count_all(campaign).of(other).to_vec()).collect::<Vec<_>>()
            };
            assert_eq!(other_lists(editor.campaign()), other_lists(&campaign));
        }
    }
}

#[test]
fn uses_are_told_with_their_place_and_setting() {
    let campaign = everything();
    let told = |list, name: &str| -> Vec<(UsePlace, &'static str)> {
        uses(&campaign, list, name).iter().map(|found| (found.spot, found.what)).collect()
    };
    assert_eq!(told(List::Tags, "Gold"), [(UsePlace::Item(item(8)), "Tag to apply"), (UsePlace::Rehearsal(0), "Tag")]);
    assert_eq!(told(List::RoundRobins, "team"), [(UsePlace::Item(item(10)), "Assigned to")]);
    assert_eq!(
        told(List::Users, "anna"),
        [
            (UsePlace::Item(item(4)), "To"),
            (UsePlace::Item(item(11)), "User"),
            (UsePlace::Item(item(13)), "Assigned to"),
            (UsePlace::Item(item(14)), "Assigned to"),
            (UsePlace::Item(item(15)), "Deliver to"),
            (UsePlace::RoundRobin(0), "Member"),
            (UsePlace::Rehearsal(0), "Owner"),
        ]
    );
    assert_eq!(told(List::Fields, "renewal").len(), 3);
    assert_eq!(told(List::Tags, "Nothing"), []);
}

#[test]
fn counts_of_all_entries_agree_with_the_uses_of_each() {
    let campaign = everything();
    let counts = count_all(&campaign);
    assert_eq!(counts.of(List::Users), [7]);
    assert_eq!(counts.of(List::Tags), [2, 2]);
    for list in List::ALL {
        for (place, count) in counts.of(list).iter().enumerate() {
            let name = list.name_at(&campaign.directory, place).expect("an entry");
            // `counts` counts a text that names a field twice as two; `uses` lists it once.
            assert!(*count >= uses(&campaign, list, name).len(), "{name}");
        }
    }
}

#[test]
fn a_field_that_a_file_calls_like_a_column_takes_no_merge_fields_along() {
    let mut campaign = everything();
    campaign.directory.custom_fields[1].key = text("FirstName");
    let merged = |campaign: &Campaign| format!("{:?}", campaign.sequences).matches("~Contact.FirstName~").count();
    let before = merged(&campaign);
    assert!(before > 0);
    let mut editor = Editor::of(campaign);
    let mut rename = |place: usize, key: &str| {
        let mut field = editor.campaign().directory.custom_fields[place].clone();
        field.key = text(key);
        let edit = Edit::Directory(DirectoryEdit::Change(place, DirectoryEntry::Field(field)));
        editor.apply(&edit, &Selection::default(), Grouping::Alone).map_err(|refused| refused.to_string())
    };
    assert!(rename(0, "Email").is_err() && rename(0, "email").is_err() && rename(0, "a~b").is_err());
    rename(1, "given").expect("a free key");
    assert_eq!(merged(editor.campaign()), before);
}
