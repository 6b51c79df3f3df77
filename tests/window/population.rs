//! The Contacts panel: who enters in a rehearsal, when, and where playing stops.

use std::path::Path;

use dripline::calendar::Date;
use dripline::calendar::words::long_date;
use dripline::campaign::directory::FieldKind;
use dripline::campaign::rehearsal::{Breakpoint, Enter, Hours, People, Person, Rehearsal};
use dripline::storage::campaign_file::to_ron;
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use crate::harness::{Opening, Role, Window};

/// The first sample in Rehearse mode, in a window tall enough for the whole panel.
fn sample() -> Window {
    let mut window = rehearse(Opening::of(Editor::of(samples::first())).sized(1280.0, 1400.0).open());
    window.click("Show contacts to rehearse");
    window
}

fn rehearse(mut window: Window) -> Window {
    window.keys(Modifiers::COMMAND, Key::Num2);
    window
}

fn rehearsal(window: &Window) -> &Rehearsal {
    window.campaign().rehearsals.last().expect("a rehearsal")
}

fn people(window: &Window) -> &[Person] {
    match &rehearsal(window).people {
        People::People(people) => people,
        others => panic!("{others:?} are not typed in"),
    }
}

fn cell<'a>(window: &'a Window, person: usize, key: &str) -> &'a str {
    people(window)[person].0.get(key).map_or("", String::as_str)
}

/// Chooses an option of the list that this button opens.
fn choose(window: &mut Window, list: &str, option: &str) {
    window.click(list);
    if window.sees("Search") || window.sees("Search or create") {
        window.type_text(option);
    }
    window.click_role(Role::ListBoxOption, option);
}

#[test]
fn the_usual_rehearsal_is_kept_when_that_is_wanted_or_something_is_changed() {
    let mut window = rehearse(Opening::of(Editor::new("Europe/Berlin")).sized(1280.0, 1400.0).open());
    window.click("Show contacts to rehearse");
    assert!(window.campaign().rehearsals.is_empty());
    window.click("Add to the campaign");
    assert_eq!(window.campaign().name_of(&rehearsal(&window).of), "Sequence 1");
    assert!(!window.sees("Add to the campaign"));
    window.ctrl(Key::Z);
    assert!(window.campaign().rehearsals.is_empty());
    window.fill("Variation", "5");
    window.key(Key::Enter);
    assert!(matches!(rehearsal(&window).people, People::Generated { seed: 5, .. }));
    window.fill("Variation", "6");
    window.key(Key::Enter);
    assert_eq!(window.campaign().rehearsals.len(), 1, "the same one");
}

#[test]
fn rehearsals_are_added_copied_named_chosen_and_deleted() {
    let mut window = sample();
    let first = rehearsal(&window).name.clone();
    let names = |window: &Window| -> Vec<String> {
        window.campaign().rehearsals.iter().map(|rehearsal| rehearsal.name.clone()).collect()
    };
    window.click("Duplicate rehearsal");
    window.fill("Rehearsal name", "Only a few");
    window.key(Key::Enter);
    assert_eq!(names(&window), [first.clone(), "Only a few".to_owned()]);
    window.fill("Number of contacts", "12");
    window.key(Key::Enter);
    assert!(matches!(window.campaign().rehearsals[1].people, People::Generated { count: 12, .. }));
    assert!(matches!(window.campaign().rehearsals[0].people, People::Generated { count: 10_000, .. }));
    window.fill("Rehearsal name", &first);
    window.key(Key::Enter);
    assert!(window.reads("exists already"), "{}", window.names());
    window.key(Key::Escape);
    choose(&mut window, "Rehearsal", &first);
    window.click("Delete rehearsal");
    assert_eq!(names(&window), ["Only a few"]);
    assert!(window.reads("Deleted rehearsal"));
    window.ctrl(Key::Z);
    assert_eq!(names(&window).len(), 2);
    window.click("New rehearsal");
    assert_eq!(names(&window).len(), 3);
}

#[test]
fn a_new_rehearsal_begins_where_its_contacts_enter() {
    let mut window = sample();
    window.rehearsed();
    let begins = |window: &Window| window.app().rehearsing().span().map(|span| span.0);
    let clock = |window: &Window| window.app().rehearsing().clock().map(|clock| clock.at);
    window.click("New rehearsal");
    window.rehearsed();
    window.settle();
    assert_eq!(clock(&window), begins(&window));
    assert!(clock(&window).is_some());
}

#[test]
fn a_cell_that_was_typed_is_one_step() {
    let mut window = sample();
    window.click("By hand");
    assert_eq!(people(&window), [Person::default()]);
    let empty = window.ron();
    window.fill("Contact 1 first name", "Ann");
    window.fill("Contact 1 email", "ann@example.com");
    assert_eq!((cell(&window, 0, "first_name"), cell(&window, 0, "email")), ("Ann", "ann@example.com"));
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert_eq!(window.ron(), empty);
    window.ctrl(Key::Y);
    assert_eq!(cell(&window, 0, "first_name"), "Ann");
}

#[test]
fn enter_leads_to_the_next_person() {
    let mut window = sample();
    window.click("By hand");
    window.fill("Contact 1 first name", "Ann");
    window.key(Key::Enter);
    window.type_text("Bo");
    window.key(Key::Enter);
    window.type_text("Cy");
    let names: Vec<&str> = (0..people(&window).len()).map(|person| cell(&window, person, "first_name")).collect();
    assert_eq!(names, ["Ann", "Bo", "Cy"]);
    window.click("Remove contact 2");
    assert_eq!(people(&window).len(), 2);
    assert_eq!(cell(&window, 1, "first_name"), "Cy");
}

#[test]
fn made_up_people_can_be_edited_one_by_one() {
    let mut window = sample();
    window.click("Edit the first 500 by hand");
    assert_eq!(people(&window).len(), 500);
    let others = people(&window)[1..].to_vec();
    window.fill("Contact 1 first name", "Zora");
    window.click("Columns shown");
    for column in ["Phone", "Fax", "Street", "City", "State", "Postal code", "Country", "Id"] {
        let chip = format!("Remove {column} from columns");
        if window.sees(&chip) {
            window.click(&chip);
        }
    }
    assert!(!window.sees("Contact 1 city"));
    assert_eq!(cell(&window, 0, "first_name"), "Zora");
    assert!(people(&window)[0].0.contains_key("city"), "what is not shown stays");
    assert_eq!(people(&window)[1..], others);
}

#[test]
fn a_bad_cell_says_so_in_place_and_the_rest_takes_part() {
    let text = to_ron(&samples::first());
    let (head, tail) = text.split_once("people: Generated(").expect("a rehearsal");
    let (_, tail) = tail.split_once("), ").expect("its end");
    let typed = r#"people: People([(email: "a@x.com", birthday: "soon"), (email: "b@x.com")]), "#;
    let campaign = dripline::storage::campaign_file::parse(&format!("{head}{typed}{tail}"), Path::new("x.ron"));
    let editor = Editor::of(campaign.expect("a campaign").campaign);
    let mut window = rehearse(Opening::of(editor).sized(1280.0, 1400.0).open());
    window.click("Show contacts to rehearse");
    assert!(window.reads("Birthday: `soon` isn't a date. Try 2026-02-28"), "{}", window.names());
    window.click("Contact 1 email");
    window.key(Key::Tab);
    window.type_text("12 May 1990");
    window.key(Key::Enter);
    assert_eq!(cell(&window, 0, "birthday"), "1990-05-12");
    assert!(!window.reads("isn't a date"));
    window.click("Columns shown");
    choose(&mut window, "Show column…", "Email status");
    window.click("Contact 2 email");
    window.key(Key::Tab);
    window.key(Key::Space);
    window.click_role(Role::ListBoxOption, "Hard bounce");
    assert_eq!(cell(&window, 1, "email_status"), "hard_bounce");
}

#[test]
fn a_file_shows_its_columns_and_rejected_rows_and_keeps_a_changed_mapping() {
    let folder = tempfile::tempdir().expect("a folder");
    let campaign = folder.path().join("spring.ron");
    std::fs::write(&campaign, to_ron(&samples::first())).expect("a campaign");
    let rows = "Email,Nick,Birthday\na@x.com,Ann,03/30/1990\nb@x.com,Bo,soon\nc@x.com,Cy,04/30/1990\n";
    std::fs::write(folder.path().join("contacts.csv"), rows).expect("a file");
    let editor = Editor::open(&campaign).expect("a campaign");
    let mut window = rehearse(Opening::of(editor).sized(1280.0, 1400.0).open());
    window.click("Show contacts to rehearse");
    window.click_role(Role::RadioButton, "File");
    window.fill("Contacts file", &folder.path().join("contacts.csv").display().to_string());
    window.key(Key::Enter);
    assert_eq!(rehearsal(&window).people, People::File("contacts.csv".to_owned()));
    window.until("the file is read", |window| window.sees("3 contacts read."));
    window.settle();
    window.click("1 cell can't be read and counts as empty");
    window.settle();
    assert!(window.reads("Line 3, column “Birthday”: “soon” isn't a date"), "{}", window.names());
    assert!(window.reads("Ann · Bo · Cy"), "{}", window.names());
    choose(&mut window, "Field of Nick", "First name");
    window.until("the mapping is kept", |window| {
        // The panel stays while the file is read again, so the user can choose one field after another.
        assert!(window.sees("3 contacts read."), "{}", window.names());
        window.reads("How the file is read is saved in contacts.mapping.ron")
    });
    window.until("it is read again", |window| {
        assert!(window.sees("3 contacts read."), "{}", window.names());
        !window.role(Role::Button, "Edit by hand").accesskit_node().is_disabled()
    });
    window.settle();
    window.click("Edit by hand");
    assert_eq!((cell(&window, 0, "first_name"), cell(&window, 2, "first_name")), ("Ann", "Cy"));
    assert_eq!(cell(&window, 2, "birthday"), "1990-04-30");
}

#[test]
fn an_unknown_column_creates_a_field_of_the_kind_that_its_cells_say() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("people.csv");
    let rows = "Email,Renewal date,Seats,Call\na@x.com,31/12/2026,12,03/04/2026\nb@x.com,03/04/2027,7,05/06/2026\n";
    std::fs::write(&path, rows).expect("a file");
    let mut window = rehearse(Opening::of(Editor::of(samples::first())).sized(1280.0, 1400.0).open());
    window.click("Show contacts to rehearse");
    window.click_role(Role::RadioButton, "File");
    window.fill("Contacts file", &path.display().to_string());
    window.key(Key::Enter);
    window.until("the file is read", |window| window.sees("2 contacts read."));
    window.settle();
    let field = |window: &Window, column: &str| {
        let name = format!("Field of {column}");
        window.role(Role::ComboBox, &name).accesskit_node().value().unwrap_or_default()
    };
    for (column, creates) in [
        ("Renewal date", "Create date field “Renewal date”"),
        ("Seats", "Create number field “Seats”"),
        ("Call", "Create date field “Call”"),
    ] {
        choose(&mut window, &format!("Field of {column}"), creates);
        if column == "Call" {
            assert!(window.reads("03/04/2026 could be day or month first"), "{}", window.names());
            let april = long_date(Date::from_civil(2026, 4, 3));
            window.click(&format!("Day first: {april}"));
        }
        window.until("the column is used", |window| field(window, column) == column);
        window.until("it is read again", |window| {
            !window.role(Role::Button, "Edit by hand").accesskit_node().is_disabled()
        });
        window.settle();
    }
    let kinds: Vec<FieldKind> = window.campaign().directory.custom_fields.iter().map(|field| field.kind).collect();
    assert_eq!(kinds[kinds.len() - 3..], [FieldKind::Date, FieldKind::Number, FieldKind::Date]);
    // Without its field, the mapping can't be used, and is guessed again.
    window.ctrl(Key::Z);
    window.until("the mapping can't be used", |window| window.reads("there is no contact field `call`"));
    window.click("Guess again");
    window.until("the file is read", |window| window.sees("2 contacts read."));
    window.settle();
    window.ctrl(Key::Y);
    choose(&mut window, "Field of Call", "Call");
}

#[test]
fn an_ambiguous_order_of_day_and_month_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("contacts.csv");
    std::fs::write(&path, "Email,Birthday\na@x.com,03/04/1990\n").expect("a file");
    let mut window = sample();
    window.click_role(Role::RadioButton, "File");
    window.fill("Contacts file", &path.display().to_string());
    window.key(Key::Enter);
    window.until("it is asked", |window| window.reads("03/04/1990 could be day or month first"));
    window.until("the rehearsal asks too", |window| window.reads("choose the order in Contacts"));
    window.settle();
    assert!(!window.reads("--date-format"), "{}", window.names());
    let april = long_date(Date::from_civil(1990, 4, 3));
    window.click(&format!("Day first: {april}"));
    window.until("the file is read", |window| window.sees("1 contact read."));
    window.settle();
    window.click("Edit by hand");
    assert_eq!(cell(&window, 0, "birthday"), "1990-04-03");
}

#[test]
fn each_way_of_entering_comes_back_as_it_was() {
    let mut window = sample();
    let enter = |window: &Window| rehearsal(window).enter;
    for kind in ["Spread", "Same time"] {
        window.click_role(Role::RadioButton, kind);
    }
    let at = enter(&window);
    assert!(matches!(at, Enter::At(_)), "{at:?}");
    window.click_role(Role::RadioButton, "Spread");
    window.click_role(Role::RadioButton, "Working hours");
    let spread = enter(&window);
    assert!(matches!(spread, Enter::Spread(_, _, Hours::WorkingHours)), "{spread:?}");
    window.click_role(Role::RadioButton, "By column");
    assert_eq!(enter(&window), Enter::ByColumn);
    window.click_role(Role::RadioButton, "Same time");
    assert_eq!(enter(&window), at);
    window.click_role(Role::RadioButton, "By column");
    window.click_role(Role::RadioButton, "Spread");
    assert_eq!(enter(&window), spread);
}

#[test]
fn more_people_than_can_be_made_up_are_told_how_many_can() {
    let mut window = sample();
    window.fill("Number of contacts", "99999999999999999999");
    window.key(Key::Enter);
    assert!(window.reads("Use 1,000,000,000 or less"), "{}", window.names());
}

#[test]
fn breakpoints_are_added_changed_followed_to_the_canvas_and_removed() {
    let mut window = sample();
    let item = |window: &Window, place: usize| window.campaign().sequences[0].items[place].clone();
    let (first, third) = (item(&window, 1), item(&window, 3));
    choose(&mut window, "Add breakpoint…", "When a contact reaches an item");
    assert_eq!(rehearsal(&window).breakpoints, [Breakpoint::AtItem(first.id)]);
    choose(&mut window, "Breakpoint 1 item", &format!("{}  {}", third.name, third.id));
    assert_eq!(rehearsal(&window).breakpoints, [Breakpoint::AtItem(third.id)]);
    window.click(&format!("The first contact reaches {}", third.name));
    assert_eq!(window.app().view.selection.single(), Some(third.id));
    choose(&mut window, "Add breakpoint…", "When a count passes a number");
    window.fill("Breakpoint 2 count", "250");
    window.key(Key::Enter);
    assert_eq!(rehearsal(&window).breakpoints[1], Breakpoint::AtCount(third.id, 250), "at the selected item");
    choose(&mut window, "Add breakpoint…", "At a date");
    window.fill("Breakpoint 3 at date", "2026-04-01");
    window.key(Key::Enter);
    assert!(
        matches!(rehearsal(&window).breakpoints[2], Breakpoint::AtTime(at) if at.to_string().starts_with("2026-04-01"))
    );
    let (bin, above) = (window.place("Remove breakpoint 3"), window.place("Remove breakpoint 2"));
    let date = window.place("Breakpoint 3 at date");
    assert!((bin.center().y - date.center().y).abs() < 3.0, "its bin stands in its line: {bin:?}, {date:?}");
    assert!((bin.left() - above.left()).abs() < 3.0, "below the others: {bin:?}, {above:?}");
    window.click("Remove breakpoint 1");
    assert_eq!(rehearsal(&window).breakpoints.len(), 2);
}

#[test]
fn in_a_small_window_it_folds_in_and_nothing_is_cut() {
    let editor = Editor::of(samples::first());
    let mut window = rehearse(Opening::of(editor).sized(800.0, 600.0).open());
    assert!(!window.sees("Rehearsal name"), "folded at first");
    window.click("Show contacts to rehearse");
    let right = window.place("Rehearsal name").right();
    assert!(right < 400.0);
    for label in [
        "Delete rehearsal",
        "By hand",
        "By column",
        "Other contacts: another variation",
        "Collapse contacts to rehearse",
    ] {
        assert!(window.place(label).right() <= right + 1.0, "{label}: {:?}, {right}", window.place(label));
    }
    window.click("Collapse contacts to rehearse");
    assert!(!window.sees("Rehearsal name"));
}

#[test]
fn many_notes_stay_closed_so_that_the_columns_are_in_view() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("zones.csv");
    let rows = "Email,Time Zone\na@x.com,EST\nb@x.com,PST\nc@x.com,CET\nd@x.com,BST\ne@x.com,UTC+2\n";
    std::fs::write(&path, rows).expect("a file");
    let mut window = sample();
    window.click_role(Role::RadioButton, "File");
    window.fill("Contacts file", &path.display().to_string());
    window.key(Key::Enter);
    window.until("the file is read", |window| window.sees("5 contacts read."));
    window.settle();
    assert!(!window.reads("is read as America/New_York"), "{}", window.names());
    window.click("5 notes on how cells were read");
    window.settle();
    assert!(window.reads("“EST” is read as America/New_York, with daylight saving time"), "{}", window.names());
}
