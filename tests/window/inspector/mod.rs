//! The inspector: every setting of every kind, set as a user sets it.

mod creating;
mod keyboard;
mod kinds;
mod selected;
mod timers;
mod typing;

use dripline::campaign::catalog::OFFERS;
use dripline::campaign::document::Campaign;
use dripline::campaign::selection::Selection;
use dripline::storage::campaign_file::parse;
use dripline::workbench::editor::Editor;
use eframe::egui::{Color32, Key, TextStyle};
use egui_kittest::kittest::NodeT;
use std::path::Path;

use crate::common::ids::FIRST;
use crate::harness::{Opening, Role, Window};

const EXAMPLE: &str = include_str!("../../spec/example.ron");

fn example() -> Campaign {
    parse(EXAMPLE, Path::new("example.ron")).expect("the example").campaign
}

/// The example with each item as new from the palette, in a window tall enough to show every control.
fn fresh() -> Window {
    let mut campaign = example();
    for item in &mut campaign.sequences[0].items {
        let offer = OFFERS.iter().find(|offer| offer.label == item.kind.label()).expect("every kind is on offer");
        (item.kind, item.ready) = ((offer.new)(), false);
    }
    tall(campaign)
}

fn tall(campaign: Campaign) -> Window {
    Opening::of(Editor::of(campaign)).sized(1280.0, 1800.0).open()
}

fn select(window: &mut Window, name: &str) {
    let id = window.item(name).id;
    window.app_mut().view.selection = Selection::of(FIRST, [id]);
    window.settle();
}

/// Clicks on the rightmost thing with this name, which is in the inspector. Problems have buttons with the same names.
fn click_right(window: &mut Window, label: &str) {
    let right = window.all(label).into_iter().map(|node| node.rect().center()).max_by(|a, b| a.x.total_cmp(&b.x));
    window.click_at(right.unwrap_or_else(|| panic!("nothing is called “{label}”")));
}

fn choose(window: &mut Window, label: &str, option: &str) {
    window.click(label);
    window.click_role(Role::ListBoxOption, option);
}

/// Replaces the text of a field, and presses Enter.
fn enter(window: &mut Window, label: &str, text: &str) {
    window.fill(label, text);
    window.key(Key::Enter);
}

/// Types a name into the list that a button opens, and presses Enter.
fn create(window: &mut Window, button: &str, name: &str) {
    window.click(button);
    window.type_text(name);
    window.key(Key::Enter);
}

fn expect_item(window: &Window, name: &str) {
    let campaign = example();
    let expected = campaign.sequences[0].items.iter().find(|item| item.name == name).expect("an item of the example");
    assert_eq!(window.item(name), expected);
}

fn value(window: &Window, label: &str) -> String {
    window.node(label).accesskit_node().value().unwrap_or_default()
}

/// Checks that a field is wide enough for its text.
fn shows_all(window: &Window, label: &str) {
    let ctx = &window.harness.ctx;
    let font = TextStyle::Body.resolve(&ctx.global_style());
    let text = value(window, label);
    let needs = ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text.clone(), font, Color32::BLACK).rect.width());
    let room = window.place(label).width() - 16.0;
    assert!(room >= needs, "“{text}” needs {needs}, there is {room}");
}

fn undo_label(window: &Window) -> Option<&str> {
    window.app().editor.history().undo_label()
}
