//! Builds the example by hand from a new campaign, saves it, and compares the file byte by byte.

mod hands;
mod kinds;

use std::path::Path;

use dripline::campaign::document::Campaign;
use dripline::campaign::item::Position;
use dripline::campaign::rehearsal::{Enter, Hours, People, Rehearsal};
use dripline::campaign::sequence::{Frame, Note, Sequence};
use dripline::storage::campaign_file::parse;
use dripline::workbench::editor::Editor;
use eframe::egui::{Key, Modifiers, vec2};

use crate::harness::Opening;

use hands::{Hands, Means};

const EXAMPLE: &str = include_str!("../../spec/example.ron");

fn example() -> Campaign {
    parse(EXAMPLE, Path::new("example.ron")).expect("the example").campaign
}

#[test]
fn the_example_is_built_by_mouse_and_keyboard() {
    build(Means::MouseAndKeyboard);
}

#[test]
fn the_example_is_built_by_keyboard_alone() {
    build(Means::KeyboardAlone);
}

fn build(means: Means) {
    let wanted = example();
    // The window is tall enough to show every control of the longest settings.
    let window = Opening::of(Editor::new("Europe/Berlin")).sized(1600.0, 1800.0).open();
    let mut hands = Hands::new(window, means);
    head(&mut hands, &wanted);
    directory(&mut hands, &wanted);
    assert_eq!(hands.window.campaign().directory, wanted.directory);
    let sequence = &wanted.sequences[0];
    items(&mut hands, &wanted);
    links(&mut hands, sequence);
    sequence.notes.iter().for_each(|note| write_note(&mut hands, note));
    sequence.frames.iter().for_each(|frame| draw_frame(&mut hands, sequence, frame));
    wanted.rehearsals.iter().for_each(|wanted| rehearsal(&mut hands, wanted));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("example.ron");
    hands.window.ctrl(Key::S);
    hands.enter("Path of the file", &path.display().to_string());
    let saved = std::fs::read_to_string(&path).expect("the saved file");
    assert_eq!(saved, EXAMPLE);
    reopen(&mut hands, &path, &saved);
}

/// Opens another campaign, then this one again.
fn reopen(hands: &mut Hands, path: &Path, saved: &str) {
    hands.window.ctrl(Key::N);
    assert_ne!(hands.window.ron(), saved);
    hands.window.ctrl(Key::O);
    hands.enter("Path of the file", &path.display().to_string());
    assert_eq!(hands.window.ron(), saved);
}

fn head(hands: &mut Hands, wanted: &Campaign) {
    hands.window.key(Key::Escape);
    hands.enter("Campaign name", &wanted.name);
    hands.fill("Description", &wanted.description);
    hands.enter("Sequence name", &wanted.sequences[0].name);
    hands.choose("Time zone", &wanted.time_zone);
}

fn directory(hands: &mut Hands, wanted: &Campaign) {
    let directory = &wanted.directory;
    hands.window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D);
    for (number, user) in (1..).zip(&directory.users) {
        hands.enter("New user name", &user.name);
        hands.enter(&format!("User {number} id"), &user.id);
        hands.enter(&format!("User {number} email"), &user.email);
        if user.sales_rep {
            hands.press(&format!("User {number} sales rep"));
        }
    }
    hands.part("Round robins");
    for (number, robin) in (1..).zip(&directory.round_robins) {
        hands.enter("New round robin name", &robin.name);
        hands.enter(&format!("Round robin {number} id"), &robin.id);
        for (id, maximum) in &robin.members {
            let name = &directory.user(id).expect("a user").name;
            hands.choose(&format!("Round robin {number} add member"), name);
            hands.enter(&format!("Round robin {number} maximum of {name}"), &maximum.to_string());
        }
    }
    hands.part("Sales stages");
    directory.sales_stages.iter().for_each(|stage| hands.enter("New sales stage name", stage));
    hands.part("Tags");
    directory.tags.iter().for_each(|tag| hands.enter("New tag name", tag));
    hands.part("Products");
    for (number, product) in (1..).zip(&directory.products) {
        hands.enter("New product name", &product.name);
        hands.enter(&format!("Product {number} id"), &product.id);
        hands.enter(&format!("Product {number} price"), &product.price);
        hands.enter(&format!("Product {number} currency"), &product.currency);
    }
    hands.part("Action sets");
    directory.action_sets.iter().for_each(|set| hands.enter("New action set name", set));
    hands.part("Custom fields");
    for (number, field) in (1..).zip(&directory.custom_fields) {
        hands.enter("New custom field name", &field.label);
        hands.enter(&format!("Custom field {number} key"), &field.key);
        let kind = match format!("{:?}", field.kind).as_str() {
            "DateTime" => "Date and time".to_owned(),
            kind => kind.to_owned(),
        };
        hands.choose(&format!("Custom field {number} kind"), &kind);
    }
    hands.part("Campaign");
    hands.press("CustomerHub licence");
    hands.window.key(Key::Escape);
}

/// Adds every item except the Start of the new sequence. With the keyboard, each item comes after the one before.
fn items(hands: &mut Hands, wanted: &Campaign) {
    if !hands.has_mouse() {
        hands.command("Go to Start");
    }
    for item in &wanted.sequences[0].items[1..] {
        hands.new_object(item.kind.label(), item.position);
        hands.window.key(Key::Enter);
        kinds::set(hands, item, &wanted.directory);
        let campaign = hands.window.campaign();
        assert_eq!(campaign.sequences[0].items.last(), Some(item));
        leave(hands);
    }
}

/// Returns to the canvas from the settings.
fn leave(hands: &mut Hands) {
    if !hands.has_mouse() {
        hands.window.key(Key::Escape);
    }
}

/// Adds the links. With the keyboard, they already exist.
fn links(hands: &mut Hands, sequence: &Sequence) {
    if hands.has_mouse() {
        hands.pull(vec2(40.0, 60.0));
        let place = |id: u64| sequence.item(id).expect("an item").position;
        for (from, to) in &sequence.links {
            hands.link(place(*from), place(*to));
        }
    }
    assert_eq!(hands.window.campaign().sequences[0].links, sequence.links);
}

fn write_note(hands: &mut Hands, note: &Note) {
    hands.new_object("Canvas note", note.position);
    hands.fill("Note text", &note.text);
    place_area(hands, note.position, note.size);
}

fn draw_frame(hands: &mut Hands, sequence: &Sequence, frame: &Frame) {
    if hands.has_mouse() {
        hands.click_at(sequence.items[1].position);
    } else {
        hands.command(&format!("Go to {}", sequence.items[1].name));
    }
    hands.command("Insert frame around selection");
    hands.fill("Title", &frame.title);
    hands.choose("Colour", &format!("{:?}", frame.color));
    place_area(hands, frame.position, frame.size);
}

/// Sets who enters and when, in the Contacts panel.
fn rehearsal(hands: &mut Hands, wanted: &Rehearsal) {
    hands.window.keys(Modifiers::COMMAND, Key::Num2);
    if hands.window.sees("Show contacts to rehearse") {
        hands.window.click("Show contacts to rehearse");
    }
    hands.enter("Rehearsal name", &wanted.name);
    let People::Generated { count, seed } = wanted.people else { panic!("not in the example") };
    hands.enter("Number of contacts", &count.to_string());
    hands.enter("Variation", &seed.to_string());
    let Enter::Spread(from, to, hours) = wanted.enter else { panic!("not in the example") };
    hands.press("Spread");
    let times = [("From", from), ("To", to), ("The rehearsal ends", wanted.until)];
    for (label, at) in times {
        let text = at.to_string();
        let (day, time) = text.split_once('T').expect("a date and a time");
        hands.enter(&format!("{label} date"), day);
        hands.enter(&format!("{label} time"), time);
    }
    assert_eq!(hours, Hours::WorkingHours);
    hands.press("Working hours");
    assert_eq!(hands.window.campaign().rehearsals.last(), Some(wanted));
}

fn place_area(hands: &mut Hands, position: Position, size: Position) {
    for (label, number) in [("X", position.0), ("Y", position.1), ("Width", size.0), ("Height", size.1)] {
        hands.enter(label, &number.to_string());
    }
}
