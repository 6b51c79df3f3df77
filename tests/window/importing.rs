//! Importing contacts: which rehearsal takes them, how words of consent are read, and who can be mailed.

use std::path::{Path, PathBuf};

use dripline::campaign::rehearsal::{Enter, People};
use dripline::ui::context::action::{Action, Rehearse};
use dripline::ui::context::command::Command;
use dripline::ui::context::view_state::{Overlay, WindowMode};
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use crate::harness::{Opening, Role, Window};

const CUSTOMERS: &str = "Email,First Name,Email Status\na@x.com,Ann,ja\nb@x.com,Bo,pending?\nn/a,Cy,ja\n\
                         d@x.com,Di,unsubscribed\n";
const GUESTS: &str = "Email,First Name\nu@x.com,Uwe\nv@x.com,Vera\n";

fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a file");
    path
}

fn window() -> Window {
    Opening::of(Editor::of(samples::first())).sized(1280.0, 1400.0).open()
}

fn import(window: &mut Window, path: &Path) {
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    window.fill("Path of the file", &path.display().to_string());
    window.key(Key::Enter);
}

fn value(window: &Window, label: &str) -> String {
    window.node(label).accesskit_node().value().unwrap_or_default()
}

fn people(window: &Window) -> Vec<People> {
    window.campaign().rehearsals.iter().map(|rehearsal| rehearsal.people.clone()).collect()
}

fn of(path: &Path) -> People {
    People::File(path.display().to_string())
}

fn rehearsed(window: &mut Window, contacts: u64) {
    window.until("its contacts are rehearsed", |window| {
        let rehearsing = window.app().rehearsing();
        rehearsing.is_current() && rehearsing.shown().is_some_and(|shown| shown.contacts() == contacts)
    });
    window.rehearsed();
    window.settle();
}

#[test]
fn a_second_import_asks_which_rehearsal_takes_it_and_nobody_else_is_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (customers, guests) =
        (file(folder.path(), "customers.csv", CUSTOMERS), file(folder.path(), "guests.csv", GUESTS));
    let mut window = window();
    let before = people(&window);
    import(&mut window, &customers);
    assert_eq!(window.app().view.overlay, Overlay::None, "generated contacts are replaced without a question");
    rehearsed(&mut window, 4);
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Rehearse(Rehearse::Follow(Some(0))));
    import(&mut window, &guests);
    assert!(window.reads("It has the contacts of customers.csv"), "{}", window.names());
    window.click("Cancel");
    assert_eq!(people(&window)[0], of(&customers));
    import(&mut window, &guests);
    window.click("Make a new rehearsal");
    assert_eq!(people(&window).len(), before.len() + 1);
    let new = window.campaign().rehearsals.last().expect("a rehearsal").clone();
    assert_eq!((new.name.as_str(), &new.people), ("guests", &of(&guests)));
    assert_eq!(people(&window)[0], of(&customers));
    rehearsed(&mut window, 2);
    assert_eq!(window.app().rehearsing().follows(), None);
    import(&mut window, &customers);
    window.app_mut().act(&ctx, Action::Rehearse(Rehearse::Follow(Some(1))));
    window.click("Replace");
    assert_eq!(people(&window).last(), Some(&of(&customers)));
    rehearsed(&mut window, 4);
    assert_eq!(window.app().rehearsing().follows(), None, "the contact in the same row is another person");
}

#[test]
fn the_followed_contact_is_the_same_person_after_the_file_was_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "guests.csv", GUESTS);
    let mut window = window();
    import(&mut window, &path);
    rehearsed(&mut window, 2);
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Rehearse(Rehearse::Follow(Some(1))));
    file(folder.path(), "guests.csv", &GUESTS.replace("u@x.com,Uwe\n", "u@x.com,Uwe\nt@x.com,Tom\n"));
    import(&mut window, &path);
    rehearsed(&mut window, 3);
    assert_eq!(window.app().rehearsing().follows(), Some(2), "Vera is further down now");
    file(folder.path(), "guests.csv", "Email,First Name\nu@x.com,Uwe\n");
    import(&mut window, &path);
    rehearsed(&mut window, 1);
    assert_eq!(window.app().rehearsing().follows(), None, "Vera is gone");
}

#[test]
fn words_of_consent_are_shown_as_they_are_read_and_can_be_given_another_meaning() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "customers.csv", CUSTOMERS);
    let mut window = window();
    import(&mut window, &path);
    window.until("the file is read", |window| window.reads("4 contacts read"));
    rehearsed(&mut window, 4);
    assert!(window.reads("“ja”  2") && window.reads("“pending?”  1"), "{}", window.names());
    assert!(window.reads("1 cell with a word for no address"), "{}", window.names());
    assert!(window.sees("1 can be mailed") && window.sees("3 can't be mailed"), "{}", window.names());
    assert!(window.sees("1 non-marketable") && window.sees("1 unsubscribed") && window.sees("1 no email address"));
    window.click_role(Role::ComboBox, "Meaning of pending?");
    window.click_role(Role::ListBoxOption, "Confirmed");
    window.until("the meaning counts", |window| window.sees("2 can be mailed"));
    window.settle();
    assert!(window.sees("1 confirmed"), "{}", window.names());
    assert!(window.reads("How this file is read is saved next to it, in customers.mapping.ron"), "{}", window.names());
    window.click("1 unsubscribed");
    window.settle();
    assert!(window.reads("1 of 4 contacts") && window.reads("Di, d@x.com"), "{}", window.names());
}

#[test]
fn the_column_with_the_entry_time_is_chosen_where_the_kind_of_entry_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows = "Email,Signed\na@x.com,2026-03-02 09:00\nb@x.com,2026-03-04 10:00\n";
    let path = file(folder.path(), "signups.csv", rows);
    let mut window = window();
    import(&mut window, &path);
    window.until("the file is read", |window| window.reads("2 contacts read"));
    window.settle();
    window.click_role(Role::RadioButton, "By column");
    assert_eq!(window.campaign().rehearsals[0].enter, Enter::ByColumn);
    assert!(window.reads("Until you choose a column, all contacts enter at the present time"), "{}", window.names());
    window.click_role(Role::ComboBox, "Column with the entry time");
    window.click_role(Role::ListBoxOption, "Signed");
    window.until("the column is used", |window| window.reads("such as “2026-03-02 09:00”"));
    rehearsed(&mut window, 2);
    let (first, _) = window.app().rehearsing().span().expect("a run");
    assert_eq!(window.app().rehearsing().zone().expect("a zone").local_at(first).to_string(), "2026-03-02T09:00");
}

#[test]
fn a_file_that_is_not_chosen_yet_leaves_the_contacts_and_a_name_leaves_the_clock() {
    let mut window = window();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.click("Show contacts to rehearse");
    window.rehearsed();
    window.click("New rehearsal");
    window.rehearsed();
    window.settle();
    let clock = window.app().rehearsing().at();
    window.fill("Rehearsal name", "Customers");
    window.key(Key::Enter);
    window.rehearsed();
    window.settle();
    assert_eq!(window.campaign().rehearsals.last().map(|last| last.name.as_str()), Some("Customers"));
    assert_eq!(window.app().rehearsing().at(), clock);
    window.click_role(Role::RadioButton, "File");
    assert!(window.reads("Until you choose a file, the 1,000 generated contacts stay in this rehearsal"));
    assert!(!window.reads("can be mailed"), "these are not yet the contacts of a file");
}

#[test]
fn the_next_import_begins_in_the_folder_of_the_last_one_and_a_double_click_takes_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let customers = file(folder.path(), "customers.csv", CUSTOMERS);
    let guests = file(folder.path(), "guests.csv", GUESTS);
    let mut window = window();
    import(&mut window, &customers);
    window.settle();
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    assert!(window.reads("A name without a folder is looked for in"), "{}", window.names());
    let cancel = window.place("Cancel");
    window.click("guests.csv");
    assert_eq!(window.place("Cancel"), cancel, "nothing moves below the pointer");
    window.double_click("guests.csv");
    assert_eq!(window.app().view.overlay, Overlay::ReplaceContacts(guests));
}

#[test]
fn the_picture_and_the_list_that_are_seen_are_what_is_exported() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "customers.csv", CUSTOMERS);
    let mut window = window();
    import(&mut window, &path);
    rehearsed(&mut window, 4);
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Run(Command::Report));
    window.settle();
    window.ctrl(Key::E);
    assert_eq!(window.app().view.overlay, Overlay::ExportReport, "with the counts that are seen");
    assert_eq!(value(&window, "What to export"), "Picture of the canvas with its counts");
    window.key(Key::Escape);
    window.click("Contacts");
    window.click_role(Role::ComboBox, "Email status");
    let rows = window.labels(Role::ListBoxOption);
    let row = rows.into_iter().find(|row| row.starts_with("Can't be mailed")).expect("the filter");
    window.click_role(Role::ListBoxOption, &row);
    window.until("they are found", |window| window.sees("3 contacts"));
    window.settle();
    window.click("Export the report");
    assert!(value(&window, "What to export").starts_with("Contacts in the report’s list"));
    let to = folder.path().join("listed.csv");
    window.fill("Path of the file", &to.display().to_string());
    window.click("Export");
    let done = format!("Exported {}", to.display());
    window.until("it is written", |window| window.sees(&done));
    let written = std::fs::read_to_string(&to).expect("the list");
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!(lines.len(), 4, "{written}");
    assert!(lines[0].contains("Email status") && written.contains("unsubscribed") && !written.contains("a@x.com"));
}

/// A place for settings, as the system keeps them between two sessions.
#[derive(Default)]
struct Kept(std::collections::HashMap<String, String>);

impl eframe::Storage for Kept {
    fn get_string(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }

    fn set_string(&mut self, key: &str, value: String) {
        self.0.insert(key.to_owned(), value);
    }

    fn remove_string(&mut self, key: &str) {
        self.0.remove(key);
    }

    fn flush(&mut self) {}
}

#[test]
fn a_campaign_opens_where_it_was_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let campaign = folder.path().join("spring.ron");
    std::fs::write(&campaign, dripline::storage::campaign_file::to_ron(&samples::first())).expect("a campaign");
    let open = || Opening::of(Editor::open(&campaign).expect("a campaign")).sized(1280.0, 1400.0);
    let mut window = open().open();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.click("Show contacts to rehearse");
    window.click("Duplicate rehearsal");
    window.rehearsed();
    window.settle();
    window.ctrl(Key::S);
    let (first, _) = window.app().rehearsing().span().expect("a run");
    let at = first.plus_secs(20 * 86_400 + 4_321);
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Rehearse(Rehearse::Jump(at)));
    window.settle();
    let name = window.app().rehearsing().rehearsal().expect("a rehearsal").name.clone();
    assert!(name.ends_with("copy"), "{name}");
    let mut kept = Kept::default();
    eframe::App::save(window.app_mut(), &mut kept);
    let settings = eframe::get_value(&kept, "settings").expect("settings");
    let mut again = open().with(|kept| *kept = settings).open();
    again.rehearsed();
    again.settle();
    assert_eq!(again.app().rehearsing().rehearsal().map(|rehearsal| rehearsal.name.clone()), Some(name));
    assert_eq!(again.app().rehearsing().at(), Some(at));
    assert_eq!(again.app().view.mode, WindowMode::Build);
    assert_eq!(eframe::get_value(&kept, "contacts panel"), Some(true));
}

#[test]
fn the_report_says_of_which_rehearsal_it_is_and_another_can_be_chosen() {
    let mut window = window();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.click("Show contacts to rehearse");
    window.click("Duplicate rehearsal");
    window.rehearsed();
    window.settle();
    let names: Vec<String> = window.campaign().rehearsals.iter().map(|rehearsal| rehearsal.name.clone()).collect();
    window.keys(Modifiers::COMMAND, Key::Num3);
    window.settle();
    window.click_role(Role::ComboBox, "Rehearsal");
    window.click_role(Role::ListBoxOption, &names[0]);
    window.settle();
    assert_eq!(window.app().rehearsing().rehearsal().map(|rehearsal| rehearsal.name.clone()), Some(names[0].clone()));
}

#[test]
fn beside_the_path_of_one_contact_the_numbers_are_of_this_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "customers.csv", CUSTOMERS);
    let mut window = window();
    import(&mut window, &path);
    rehearsed(&mut window, 4);
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Run(Command::ToEnd));
    window.settle();
    let most = |window: &Window| {
        let counts = window.app().counts().expect("numbers");
        let sequence = &window.campaign().sequences[0];
        let all = sequence.items.iter().map(|item| counts.of_item(sequence.id.item(item.id)));
        all.map(|count| count.ran + count.waiting + count.held + count.skipped).max().unwrap_or_default()
    };
    assert_eq!(most(&window), 4);
    window.app_mut().act(&ctx, Action::Rehearse(Rehearse::Follow(Some(0))));
    window.settle();
    assert_eq!(most(&window), 1);
    window.app_mut().act(&ctx, Action::Run(Command::Report));
    window.settle();
    assert_eq!(most(&window), 4, "the report is about all");
}
