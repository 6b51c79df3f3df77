//! The keyboard alone: focus stays in the form while it is filled in, it is seen, and nothing moves.

use std::collections::BTreeMap;

use dripline::campaign::catalog::OFFERS;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::Kind;
use dripline::picture::theme::{ColorRole, Theme};
use dripline::ui::controls::theme::color;
use dripline::workbench::editor::Editor;
use eframe::egui::{Color32, Key, Modifiers, Rect, Shape, pos2, vec2};
use egui_kittest::kittest::NodeT;

use super::{enter, example, fresh, select, tall, value};
use crate::harness::{Opening, Role, Window};

/// The example with a single new item of this kind, which is selected. Without live numbers, edits are quick.
fn with_new(kind: Kind, height: f32) -> Window {
    let mut campaign = example();
    let (name, position) = (kind.label().to_owned(), Position(0.0, 0.0));
    campaign.sequences[0].items = vec![Item { id: 1, name: name.clone(), position, ready: false, kind }];
    campaign.sequences[0].links.clear();
    let opening = Opening::of(Editor::of(campaign)).sized(1280.0, height).with(|settings| settings.live = false);
    let mut window = opening.open();
    select(&mut window, &name);
    window
}

/// What has focus: its role, its name and its place.
fn focused(window: &Window) -> Option<(Role, String, Rect)> {
    let root = window.harness.root();
    let node = root.children_recursive().find(|node| node.is_focused())?;
    let named = node.accesskit_node();
    Some((named.role(), named.label().unwrap_or_default(), node.rect()))
}

/// The left edge of the settings in a window of 1280 points.
const LEFT: f32 = 950.0;

fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::TextInput | Role::MultilineTextInput | Role::ComboBox | Role::CheckBox | Role::RadioButton | Role::Button
    )
}

/// All controls of the form by name, with their roles and places.
fn controls(window: &Window) -> BTreeMap<String, (Role, Rect)> {
    let root = window.harness.root();
    let all = root.children_recursive().filter(|node| is_control(node.accesskit_node().role()));
    let all = all.filter(|node| node.rect().left() > LEFT && node.rect().top() > 80.0);
    all.filter(|node| !node.accesskit_node().is_disabled())
        .map(|node| {
            let named = node.accesskit_node();
            (named.label().unwrap_or_default(), (named.role(), node.rect()))
        })
        .collect()
}

/// What is typed into fields, by name; nothing for `None`. A name that ends with `…` is the beginning of several.
/// Fields that are not listed get a text.
const TEXTS: [(&str, Option<&str>); 19] = [
    ("Name", None),
    ("Arrival…", None),
    ("The contact's field…", None),
    ("Date", Some("1 Jul 2026")),
    ("First date", Some("1 Jul 2026")),
    ("Last date", Some("3 Jul 2026")),
    ("From", Some("8")),
    ("Time", Some("8")),
    ("Until", Some("17:00")),
    ("X", Some("120")),
    ("Y", Some("120")),
    ("Web address", Some("https://example.com/")),
    ("Wait at least", Some("2")),
    ("By", Some("2")),
    ("Days after", Some("2")),
    ("Minutes", Some("2")),
    ("Due after days", Some("2")),
    ("When this many contacts are waiting", Some("2")),
    ("Or days after the first contact", Some("2")),
];

/// The entry of [`TEXTS`] for a field.
fn listed(label: &str) -> Option<&'static (&'static str, Option<&'static str>)> {
    TEXTS.iter().find(|(name, _)| match name.strip_suffix('…') {
        Some(beginning) => label.starts_with(beginning),
        None => label == *name,
    })
}

/// A text for a field, by its name.
fn text_for(label: &str) -> Option<&'static str> {
    listed(label).map_or(Some("Some text"), |(_, text)| *text)
}

/// Fills in the control that has focus. A button is pressed only the first time, since some lead back to a field.
fn fill(window: &mut Window, role: Role, label: &str, is_first: bool) {
    match role {
        Role::TextInput | Role::MultilineTextInput => {
            if let Some(text) = text_for(label) {
                window.ctrl(Key::A);
                window.type_text(text);
            }
        }
        Role::ComboBox => {
            window.key(Key::Enter);
            window.key(Key::ArrowDown);
            window.key(Key::Enter);
        }
        Role::CheckBox | Role::RadioButton => window.key(Key::Space),
        _ if !is_first => {}
        // These open a dialog, as they should.
        _ if ["Test…", "Preview…", "Edit in large editor…"].contains(&label) => {}
        // A removed row would give its name to the next one.
        _ if label.starts_with("Rule") || label.starts_with("Remove") => {}
        _ => {
            window.key(Key::Enter);
            if label.ends_with('…') {
                window.type_text(if label == "Add time zone…" { "Asia/Tokyo" } else { "Something new" });
                window.key(Key::Enter);
            } else if label.starts_with("Choose") {
                window.key(Key::ArrowRight);
                window.key(Key::Enter);
            } else if label.starts_with("Insert merge field") {
                window.type_text("first name");
                window.key(Key::Enter);
            }
        }
    }
}

/// Fills in a form from its name to its last field with Tab, and checks that focus never leaves it. Returns the names
/// of all controls that had focus.
fn walk(kind: Kind) -> Vec<String> {
    let label = kind.label();
    let mut window = with_new(kind, 800.0);
    window.node("Name").focus();
    window.settle();
    let (mut seen, mut last) = (Vec::new(), String::new());
    for _ in 0..150 {
        let kind = label;
        let at = focused(&window);
        let (role, name, place) = at.unwrap_or_else(|| panic!("{kind}: focus is lost after “{last}”"));
        assert!(place.left() > LEFT, "{kind}: after “{last}”, “{name}” has focus, which is not in the form");
        let screen = window.harness.ctx.content_rect();
        assert!(screen.contains_rect(place.shrink(1.0)), "{kind}: “{name}” has focus out of view, at {place:?}");
        fill(&mut window, role, &name, !seen.contains(&name));
        let after = focused(&window).map(|(_, label, place)| (label, place.left() > LEFT));
        let stays = after.as_ref().is_some_and(|after| after.1);
        assert!(stays, "{kind}: filling in “{name}” gave focus to {after:?}");
        seen.extend([Some(name.clone()), after.map(|after| after.0)].into_iter().flatten());
        if name == "Y" {
            let missed: Vec<String> = controls(&window).into_keys().filter(|label| !seen.contains(label)).collect();
            // What was added before its button is passed already.
            let late = |label: &&String| {
                ["Remove", "Mark", "Quantity", "Products and prices"].iter().any(|start| label.starts_with(start))
                    || ["Arrival 4", " in Asia/Tokyo"].iter().any(|end| label.ends_with(end))
            };
            let missed: Vec<&String> = missed.iter().filter(|label| !late(label)).collect();
            assert!(missed.is_empty(), "{kind}: Tab does not lead to {missed:?}, but to {seen:?}");
            return seen;
        }
        last = name;
        window.key(Key::Tab);
    }
    panic!("{label}: Tab never comes to the end: {seen:?}");
}

#[test]
fn focus_never_leaves_a_form_that_is_filled_in_by_tab() {
    let seen: Vec<String> = OFFERS.iter().flat_map(|offer| walk((offer.new)())).collect();
    let met: Vec<&str> = seen.iter().filter_map(|label| Some(listed(label)?.0)).collect();
    let unmet: Vec<&str> = TEXTS.iter().map(|(name, _)| *name).filter(|name| !met.contains(name)).collect();
    assert!(unmet.is_empty(), "no form has fields of these names: {unmet:?}");
}

#[test]
fn the_field_after_the_one_that_sets_up_a_timer_comes_next() {
    let mut window = fresh();
    select(&mut window, "Wait 3 days");
    window.fill("Wait at least", "3");
    window.key(Key::Tab);
    assert!(window.node("Unit").is_focused(), "{:?}", focused(&window));
    assert!(window.reads("Wait 3 days"), "it is set up");
}

#[test]
fn what_disappears_gives_focus_to_what_comes_next() {
    let mut window = fresh();
    select(&mut window, "Wait 3 days");
    let set_up = window.all("Set up").into_iter().max_by(|a, b| a.rect().left().total_cmp(&b.rect().left()));
    set_up.expect("the button in the settings").focus();
    window.settle();
    window.key(Key::Enter);
    assert!(window.node("Why? Arrival of the contacts").is_focused(), "{:?}", focused(&window));
    select(&mut window, "Tag");
    window.node("Add tag to apply…").focus();
    window.settle();
    for tag in ["Customer", "Prospect"] {
        window.key(Key::Enter);
        window.type_text(tag);
        window.key(Key::Enter);
        assert!(window.node("Add tag to apply…").is_focused());
    }
    window.node("Remove Prospect from tags to apply").focus();
    window.settle();
    window.key(Key::Enter);
    assert!(window.node("Add tag to apply…").is_focused(), "{:?}", focused(&window));
    let draft = window.all("Mark as draft").into_iter().max_by(|a, b| a.rect().left().total_cmp(&b.rect().left()));
    draft.expect("the button in the settings").focus();
    window.settle();
    window.key(Key::Enter);
    assert_eq!(focused(&window).map(|focused| focused.1).as_deref(), Some("Mark ready"));
}

#[test]
fn letters_lead_to_an_option_in_an_open_list_and_open_a_closed_one() {
    let mut window = fresh();
    select(&mut window, "Wait 3 days");
    window.click("Unit");
    window.type_text("w");
    window.type_text("eeks");
    window.key(Key::Enter);
    assert_eq!(value(&window, "Unit"), "week", "of one");
    assert!(window.node("Unit").is_focused());
    window.type_text("m");
    assert!(window.role(Role::ListBoxOption, "minutes").is_focused(), "{:?}", focused(&window));
    window.type_text("o");
    window.key(Key::Enter);
    assert_eq!(value(&window, "Unit"), "month");
    window.node("Then run on").focus();
    window.settle();
    window.type_text("weekday o");
    window.key(Key::Enter);
    assert_eq!(value(&window, "Then run on"), "Weekday of the month");
    select(&mut window, "Tag");
    window.node("Add tag to apply…").focus();
    window.settle();
    window.type_text("Cust");
    window.type_text("omer");
    window.key(Key::Enter);
    assert!(window.sees("Remove Customer from tags to apply"), "{}", window.names());
}

#[test]
fn tab_takes_what_was_typed_in_a_list_and_goes_on() {
    let mut window = fresh();
    select(&mut window, "Tag");
    window.node("Add tag to apply…").focus();
    window.settle();
    window.key(Key::Enter);
    window.type_text("Onboarded");
    window.key(Key::Tab);
    assert!(window.sees("Remove Onboarded from tags to apply"));
    assert!(window.node("Add tag to remove…").is_focused(), "{:?}", focused(&window));
    window.key(Key::Enter);
    window.keys(Modifiers::SHIFT, Key::Tab);
    assert!(window.node("Add tag to remove…").is_focused(), "nothing was typed: {:?}", focused(&window));
    assert!(!window.sees("Search or create"), "the list is closed");
}

#[test]
fn a_month_is_walked_with_arrows_and_left_with_escape_or_tab() {
    let mut window = tall(example());
    select(&mut window, "July sale");
    let open = |window: &mut Window| {
        window.node("Choose first date").focus();
        window.settle();
        window.key(Key::Enter);
        assert!(window.node("Wed 1 Jul 2026").is_focused(), "{:?}", focused(window));
    };
    for key in [Key::Escape, Key::Tab] {
        open(&mut window);
        window.key(key);
        assert!(window.node("Choose first date").is_focused(), "{key:?}: {:?}", focused(&window));
        assert!(!window.sees("Next month"), "the month is closed");
    }
    open(&mut window);
    window.key(Key::ArrowUp);
    assert!(window.node("Wed 24 Jun 2026").is_focused(), "{:?}", focused(&window));
    window.key(Key::PageDown);
    window.key(Key::ArrowLeft);
    window.key(Key::Enter);
    assert_eq!(value(&window, "First date"), "23 Jul 2026");
    assert!(window.node("Choose first date").is_focused());
}

/// Whether a ring in the colour of focus is around this place.
fn has_ring(window: &Window, place: Rect, ink: Color32) -> bool {
    let mut shapes: Vec<&Shape> = window.harness.output().shapes.iter().map(|clipped| &clipped.shape).collect();
    while let Some(shape) = shapes.pop() {
        match shape {
            Shape::Vec(inner) => shapes.extend(inner),
            Shape::Rect(ring)
                if ring.stroke.color == ink
                    && ring.stroke.width >= 1.5
                    && ring.rect.contains_rect(place)
                    && place.expand(4.0).contains_rect(ring.rect) =>
            {
                return true;
            }
            _ => {}
        }
    }
    false
}

#[test]
fn a_ring_shows_focus_on_every_control_in_both_themes() {
    for (theme, is_dark) in [(Theme::Light, false), (Theme::Dark, true)] {
        let opening = Opening::of(Editor::of(example())).sized(1280.0, 1800.0);
        let mut window = if is_dark { opening.dark() } else { opening }.open();
        select(&mut window, "Welcome");
        let ink = color(ColorRole::Accent, theme);
        for label in ["Ready", "To", "Insert merge field into subject"] {
            let place = window.place(label);
            assert!(!has_ring(&window, place, ink), "{label} has no focus yet");
            window.node(label).focus();
            window.settle();
            assert!(has_ring(&window, place, ink), "{label} in {theme:?}");
        }
        select(&mut window, "Wait 3 days");
        for label in ["Contact's time zone", "Monday", "Any time", "Why? Arrival 1", "Add arrival"] {
            window.node(label).focus();
            window.settle();
            let place = window.place(label);
            assert!(has_ring(&window, place, ink), "{label} in {theme:?}");
        }
    }
}

#[test]
fn nothing_moves_while_a_form_is_filled_in() {
    for offer in OFFERS {
        let mut window = with_new((offer.new)(), 1800.0);
        for (label, (role, _)) in controls(&window) {
            let Some(text) = text_for(&label).filter(|_| role == Role::TextInput) else { continue };
            for typed in ["~Contact.Frist~", text] {
                let before = controls(&window);
                window.fill(&label, typed);
                window.key(Key::Tab);
                let after = controls(&window);
                // The examples of a timer that is now set up are new, and take their place above the position.
                let stays = |name: &&String| !["X", "Y"].contains(&name.as_str()) || before.len() == after.len();
                for name in before.keys().filter(|name| after.contains_key(*name)).filter(stays) {
                    let moved = after[name].1.top() - before[name].1.top();
                    let words = format!("{}: “{typed}” in “{label}” moves “{name}” by {moved}", offer.label);
                    assert!(moved.abs() < 0.5, "{words}, {before:?} {after:?}");
                }
            }
        }
    }
}

#[test]
fn a_click_hits_what_was_under_it_though_leaving_the_field_changes_the_form() {
    let mut window = fresh();
    select(&mut window, "Wait 3 days");
    window.fill("Wait at least", "3");
    window.click("X");
    assert!(window.node("X").is_focused(), "{:?}", focused(&window));
    assert!(window.sees("Arrival 1"), "and the timer is set up");
    select(&mut window, "Welcome");
    window.fill("Subject", "H");
    window.click("Ready");
    assert!(window.item("Welcome").ready);
}

#[test]
fn an_error_leaves_the_controls_below_in_place() {
    let mut window = tall(example());
    select(&mut window, "Wait 3 days");
    let places =
        |window: &Window| ["Then run on", "At", "Time of day", "Arrival 2", "X"].map(|name| window.place(name));
    let before = places(&window);
    enter(&mut window, "Wait at least", "soon");
    enter(&mut window, "Time of day", "25:00");
    enter(&mut window, "Arrival 1", "31 Feb");
    assert!(window.reads("“soon” isn't a whole number") && window.reads("“25:00” isn't a time of day"));
    assert!(window.reads("“31 Feb” isn't an arrival"));
    assert_eq!(places(&window).map(|place| place.top()), before.map(|place| place.top()));
}

#[test]
fn a_list_closes_when_its_button_is_scrolled_out_of_view() {
    let mut window = Opening::of(Editor::of(example())).sized(1280.0, 420.0).open();
    select(&mut window, "Wait 3 days");
    let panel = window.place("Unit").center();
    window.click("Unit");
    assert_eq!(window.all("minutes").len(), 1, "{}", window.names());
    // The pointer is on the panel, beside the list.
    let at = pos2(1_270.0, panel.y - 60.0);
    for _ in 0..20 {
        window.wheel(at, vec2(0.0, -60.0), Modifiers::NONE);
    }
    assert!(window.all("minutes").is_empty(), "the list is closed:\n{}", window.names());
    assert!(window.node("Unit").is_focused(), "{:?}", focused(&window));
    let place = window.place("Unit");
    window.settle();
    assert_eq!(window.place("Unit"), place, "what was scrolled away stays away");
    assert!(place.bottom() < panel.y - 100.0, "{place:?}");
}
