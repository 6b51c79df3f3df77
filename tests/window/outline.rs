//! The outline: a sequence drawn, changed and read aloud without a canvas.

use dripline::campaign::kinds::Kind;
use dripline::campaign::selection::Selection;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::ids::FIRST;
use crate::harness::{Role, Window};

const CTRL_SHIFT: Modifiers = Modifiers { alt: false, ctrl: false, shift: true, mac_cmd: false, command: true };

/// Opens the outline. The keyboard focus is then on its first row.
fn opened(mut window: Window) -> Window {
    window.keys(CTRL_SHIFT, Key::O);
    window
}

/// A campaign with one sequence: a Start with two tracks, and one item without a link.
fn forked() -> Window {
    opened(Window::of_text(
        r#"Campaign(format: 1, name: "Forked", time_zone: "Europe/Berlin", sequences: [(
            name: "Fork",
            items: [
                (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
                (id: 2, name: "Upper", position: (240.0, 80.0), kind: AddToCustomerHub),
                (id: 3, name: "Lower", position: (240.0, 280.0), kind: AddToCustomerHub),
                (id: 4, name: "Last", position: (440.0, 280.0), kind: AddToCustomerHub),
                (id: 5, name: "Alone", position: (40.0, 480.0), kind: AddToCustomerHub),
            ],
            links: [(1, 2), (1, 3), (3, 4)],
            notes: [(id: 6, position: (40.0, 600.0), size: (200.0, 100.0), text: "Remember")],
        )])"#,
    ))
}

/// The name of each row for a screen reader, from top to bottom, without the problems at its end.
fn rows(window: &Window) -> Vec<String> {
    let rows = window.harness.root().query_all_by_role(Role::TreeItem);
    let mut rows: Vec<(f32, String)> =
        rows.map(|row| (row.rect().top(), row.accesskit_node().label().unwrap_or_default())).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let short = |label: String| match label.find(" problem").and_then(|at| label[..at].rfind(", ")) {
        Some(at) => label[..at].to_owned(),
        None => label,
    };
    rows.into_iter().map(|(_, label)| short(label)).collect()
}

/// The name of the selected item.
fn selected(window: &Window) -> Option<String> {
    let selection = &window.app().view.selection;
    let sequence = window.campaign().sequence_or_first(selection.sequence);
    selection.single().and_then(|id| sequence.item(id)).map(|item| item.name.clone())
}

#[test]
fn a_chain_of_three_items_is_built_by_keyboard_alone() {
    let mut window = opened(Window::new());
    for typed in ["email", "delay", "tag"] {
        window.key(Key::Insert);
        window.type_text(typed);
        window.key(Key::Enter);
    }
    let sequence = &window.campaign().sequences[0];
    let kinds: Vec<&str> = sequence.items.iter().map(|item| item.kind.label()).collect();
    assert_eq!(kinds, ["Start", "Email", "Delay timer", "Apply or remove tag"]);
    assert_eq!(sequence.links, [(1, 2), (2, 3), (3, 4)]);
    window.ctrl(Key::Z);
    assert_eq!(window.campaign().sequences[0].items.len(), 3, "each item is a step of its own");
}

#[test]
fn every_row_is_a_tree_item_that_tells_its_depth_and_branch() {
    let window = forked();
    assert_eq!(
        rows(&window),
        [
            "Start, In, set up, 2 outgoing, level 1",
            "Add to CustomerHub, Upper, draft, 0 outgoing, level 2, track 1 of 2",
            "Add to CustomerHub, Lower, draft, 1 outgoing, level 2, track 2 of 2",
            "Add to CustomerHub, Last, draft, 0 outgoing, level 2",
            "Not connected to a Start, level 1",
            "Add to CustomerHub, Alone, draft, 0 outgoing, level 2",
            "Notes, level 1",
            "Note, Remember, level 2",
        ]
    );
    let tree = window.harness.root().query_by_role_and_label(Role::Tree, "Outline of Fork");
    assert!(tree.is_some());
}

#[test]
fn arrows_walk_fold_and_unfold() {
    let mut window = forked();
    window.key(Key::ArrowDown);
    assert_eq!(selected(&window).as_deref(), Some("Upper"));
    window.key(Key::ArrowLeft);
    assert_eq!(selected(&window).as_deref(), Some("In"));
    window.key(Key::ArrowLeft);
    let folded = rows(&window);
    assert!(folded.iter().any(|row| row.contains("In")), "{folded:?}");
    assert!(folded.iter().all(|row| !row.contains("Upper")), "the Start is folded");
    window.key(Key::ArrowRight);
    window.key(Key::ArrowRight);
    assert_eq!(selected(&window).as_deref(), Some("Upper"));
    window.key(Key::End);
    assert_eq!(window.app().view.selection.single(), Some(6), "the note is last");
    window.type_text("l");
    assert_eq!(selected(&window), None, "“l” asks what to connect, and a note can't be");
    window.key(Key::Home);
    window.type_text("u");
    assert_eq!(selected(&window).as_deref(), Some("Upper"));
}

#[test]
fn fast_arrows_stay_in_the_outline() {
    let mut window = forked();
    for _ in 0..2 {
        let key = |pressed| eframe::egui::Event::Key {
            key: Key::ArrowDown,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        window.event(key(true));
    }
    window.settle();
    assert_eq!(selected(&window).as_deref(), Some("Lower"));
}

#[test]
fn f2_renames_in_place_and_escape_leaves_the_name() {
    let mut window = forked();
    window.key(Key::ArrowDown);
    window.key(Key::F2);
    window.type_text("Above");
    window.key(Key::Enter);
    assert_eq!(window.campaign().sequences[0].items[1].name, "Above");
    window.key(Key::F2);
    window.type_text("Nonsense");
    window.key(Key::Escape);
    assert_eq!(window.campaign().sequences[0].items[1].name, "Above");
    window.key(Key::ArrowDown);
    assert_eq!(selected(&window).as_deref(), Some("Lower"), "the keyboard is back on the row");
}

#[test]
fn alt_with_an_arrow_passes_the_sibling_and_changes_the_order() {
    let mut window = forked();
    window.key(Key::ArrowDown);
    window.keys(Modifiers::ALT, Key::ArrowDown);
    let sequence = &window.campaign().sequences[0];
    let order: Vec<&str> =
        sequence.forest().preorder().into_iter().map(|place| sequence.items[place].name.as_str()).collect();
    assert_eq!(order, ["In", "Lower", "Last", "Upper"]);
    window.keys(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(window.item("Upper").position.1, 80.0);
}

#[test]
fn space_marks_ready_and_delete_goes_on_to_the_next_row() {
    let mut window = forked();
    window.key(Key::ArrowDown);
    window.key(Key::Space);
    assert!(window.item("Upper").ready);
    window.key(Key::Space);
    assert!(!window.item("Upper").ready);
    window.key(Key::Delete);
    assert_eq!(selected(&window).as_deref(), Some("Lower"));
    window.key(Key::Delete);
    assert_eq!(window.campaign().sequences[0].links, [(1, 4)], "neighbours are joined");
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert_eq!(window.campaign().sequences[0].items.len(), 5);
}

#[test]
fn an_item_is_added_before_another_and_one_without_a_way_in_is_connected() {
    let mut window = forked();
    window.key(Key::ArrowDown);
    window.keys(Modifiers::SHIFT, Key::Insert);
    window.type_text("fax");
    window.key(Key::Enter);
    let sequence = &window.campaign().sequences[0];
    let fax = sequence.items.last().expect("the new one");
    assert!(matches!(fax.kind, Kind::Fax(_)));
    assert_eq!(sequence.links[..2], [(1, fax.id), (fax.id, 2)]);
    window.type_text("l");
    assert!(window.reads("Alone"), "the only one without a way in");
    window.key(Key::Enter);
    assert!(window.campaign().sequences[0].links.contains(&(7, 5)));
}

#[test]
fn the_selection_is_shared_both_ways() {
    let mut window = forked();
    window.app_mut().view.selection = Selection::of(FIRST, [4]);
    window.settle();
    window.key(Key::ArrowUp);
    assert_eq!(selected(&window).as_deref(), Some("Lower"), "it went on from what was selected elsewhere");
    let label = rows(&window).into_iter().find(|row| row.contains("Last")).expect("a row");
    let row = window
        .harness
        .root()
        .query_all_by_role(Role::TreeItem)
        .find(|row| row.accesskit_node().label().is_some_and(|name| name.starts_with(&label)));
    let at = row.expect("a node").rect().center();
    window.click_at(at);
    assert_eq!(selected(&window).as_deref(), Some("Last"));
}

#[test]
fn of_ten_thousand_items_only_the_rows_in_view_are_drawn() {
    let mut campaign = samples::first();
    let sequence = &mut campaign.sequences[0];
    let first = sequence.next_id();
    for step in 0..10_000 {
        let mut item = sequence.items[0].clone();
        (item.id, item.kind) = (first + step, Kind::AddToCustomerHub);
        sequence.links.push((if step == 0 { sequence.items[0].id } else { first + step - 1 }, item.id));
        sequence.items.push(item);
    }
    let mut window = opened(Window::of(campaign));
    assert!(rows(&window).len() < 60);
    window.key(Key::End);
    assert!(rows(&window).len() < 60);
    window.key(Key::Home);
    assert!(rows(&window)[0].starts_with("Start, "));
}
