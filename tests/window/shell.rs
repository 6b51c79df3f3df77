//! The whole window: it opens, becomes idle, and follows its settings.

use dripline::campaign::selection::Selection;
use dripline::ui::context::action::Action;
use dripline::ui::context::command::Command;
use dripline::ui::context::settings::ThemeChoice;
use dripline::ui::context::view_state::Overlay;
use dripline::ui::controls::theme::semibold;
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::{FontId, Key, Modifiers, ViewportCommand, ViewportId};
use egui_kittest::kittest::NodeT;

use crate::common::ids::FIRST;
use crate::harness::{Opening, Role, Window};

#[test]
fn every_sample_opens_in_both_themes_and_comes_to_rest() {
    for sample in samples::SAMPLES {
        let campaign = sample.campaign().expect("a campaign");
        Window::of(campaign.clone());
        Opening::of(Editor::of(campaign)).dark().sized(800.0, 600.0).open();
    }
}

#[test]
fn menus_run_commands_and_grey_out_what_can_not_act() {
    let mut window = Window::new();
    window.keys(Modifiers::ALT, Key::E);
    assert!(window.role(Role::MenuItem, "Undo").accesskit_node().is_disabled());
    assert!(window.role(Role::MenuItem, "Copy").accesskit_node().is_disabled());
    window.key(Key::Escape);
    window.click("Insert");
    window.click_role(Role::MenuItem, "Sequence");
    assert_eq!(window.campaign().sequences.len(), 2);
    window.keys(Modifiers::ALT, Key::E);
    assert!(!window.role(Role::MenuItem, "Undo Add sequence").accesskit_node().is_disabled());
    window.click("Undo Add sequence");
    assert_eq!(window.campaign().sequences.len(), 1);
    window.keys(Modifiers::ALT, Key::E);
    window.click("Redo Add sequence");
    assert_eq!(window.campaign().sequences.len(), 2);
}

#[test]
fn every_menu_opens_by_key_and_its_entries_are_reached_with_arrows() {
    let mut window = Window::new();
    for (key, entry) in [
        (Key::F, "Save as…"),
        (Key::E, "Select all"),
        (Key::V, "Snap to grid"),
        (Key::I, "Canvas note"),
        (Key::A, "Tidy"),
        (Key::H, "Keys"),
    ] {
        window.keys(Modifiers::ALT, key);
        assert!(window.offers(entry), "Alt+{} shows {entry}", key.name());
        window.key(Key::Escape);
        assert!(!window.offers(entry), "Esc closes {entry}");
    }
    window.key(Key::F10);
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert_eq!(window.app().view.overlay, Overlay::Gallery);
}

#[test]
fn the_campaign_is_renamed_in_the_top_bar() {
    let mut window = Window::new();
    window.click_role(Role::Button, "New campaign");
    window.ctrl(Key::A);
    window.type_text("Spring");
    window.key(Key::Enter);
    assert_eq!(window.campaign().name, "Spring");
    window.click("Undo");
    assert_eq!(window.campaign().name, "New campaign");
    window.click("Redo");
    assert_eq!(window.campaign().name, "Spring");
    window.ctrl(Key::Z);
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.campaign().name, "Spring", "Ctrl+Shift+Z is not Ctrl+Z");
}

#[test]
fn in_a_narrow_window_the_field_of_the_name_has_room() {
    let mut window = Opening::of(Editor::of(samples::first())).sized(800.0, 600.0).open();
    assert!(window.painted().iter().all(|text| text != "…"), "a name of dots: {:?}", window.painted());
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Run(Command::RenameCampaign));
    window.settle();
    let field = window.role(Role::TextInput, "Campaign name").rect();
    assert!(field.width() >= 80.0 && field.right() <= 800.0, "{field:?}");
    window.type_text("Spring");
    window.key(Key::Enter);
    assert_eq!(window.campaign().name, "Spring");
    assert!(window.sees("Undo"), "the buttons are back");
}

#[test]
fn the_modes_and_what_follows_stand_at_one_place_in_every_mode() {
    for width in [1_440.0, 1_000.0] {
        let mut window = Opening::of(Editor::of(samples::first())).sized(width, 900.0).open();
        let places = |window: &Window| {
            let modes = ["Build", "Rehearse", "Report"].map(|name| window.role(Role::RadioButton, name).rect());
            (modes, window.place("Find or run"), window.place("Undo"))
        };
        let at_first = places(&window);
        for key in [Key::Num2, Key::Num3, Key::Num1] {
            window.ctrl(key);
            assert_eq!(places(&window), at_first, "{width} {key:?}");
        }
    }
}

#[test]
fn the_theme_follows_the_button_and_the_menu() {
    let mut window = Window::new();
    window.click("Dark theme");
    assert_eq!(window.harness.ctx.theme(), eframe::egui::Theme::Dark);
    window.click("Light theme");
    assert_eq!(window.harness.ctx.theme(), eframe::egui::Theme::Light);
    window.click("View");
    window.click("Same as the system");
    assert_eq!(window.app().settings.theme, ThemeChoice::System);
}

#[test]
fn texts_grow_and_shrink_within_bounds() {
    let mut window = Window::new();
    for _ in 0..20 {
        window.ctrl(Key::Plus);
    }
    assert_eq!(window.app().settings.scale, 2.0);
    for _ in 0..20 {
        window.ctrl(Key::Minus);
    }
    assert_eq!(window.app().settings.scale, 0.75);
    window.ctrl(Key::Num0);
    assert_eq!(window.harness.ctx.zoom_factor(), 1.0);
}

#[test]
fn a_damaged_scale_does_not_lock_anybody_out() {
    for scale in [f32::NAN, 0.0, 1e9, -1.0] {
        let window = Opening::of(Editor::new("UTC")).with(|settings| settings.scale = scale).open();
        assert!((0.75..=2.0).contains(&window.app().settings.scale));
    }
}

#[test]
fn presenting_hides_the_panels_enlarges_and_comes_back_as_it_was() {
    let mut window = Window::new();
    window.key(Key::F11);
    assert!(!window.sees("File") && window.app().view.presenting);
    assert!(window.asked().contains(&ViewportCommand::Fullscreen(true)));
    assert_eq!(window.harness.ctx.zoom_factor(), 1.5);
    assert!(window.sees("Esc or F11 ends the presentation"));
    window.wait(5.0);
    assert!(!window.sees("Esc or F11 ends the presentation"), "for a short time only");
    window.keys(Modifiers::COMMAND, Key::Y);
    assert!(window.sees("Ctrl + Y"));
    window.wait(3.0);
    assert!(!window.sees("Ctrl + Y"));
    window.key(Key::Escape);
    assert!(window.sees("File") && !window.app().view.presenting);
    assert_eq!(window.asked().last(), Some(&ViewportCommand::Fullscreen(false)));
    assert_eq!(window.harness.ctx.zoom_factor(), 1.0);
    window.key(Key::F11);
    window.key(Key::F11);
    assert!(!window.app().view.presenting);
}

#[test]
fn messages_go_by_themselves_without_being_drawn_all_the_time() {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    for text in ["one", "two", "three", "four"] {
        window.app_mut().act(&ctx, Action::Say(text.to_owned()));
    }
    window.settle();
    assert!(!window.sees("one") && window.sees("two") && window.sees("four"), "three at most");
    let root = &window.harness.output().viewport_output[&ViewportId::ROOT];
    assert!(root.repaint_delay.as_secs_f64() > 4.0, "it sleeps until they go: {:?}", root.repaint_delay);
    window.wait(5.1);
    assert!(!window.sees("four"));
}

#[test]
fn undo_in_a_message_is_offered_only_for_the_last_step() {
    let mut window = Window::new();
    window.click("Add sequence");
    window.click("Arrange");
    window.click("Delete sequence");
    assert!(window.sees("Deleted sequence"));
    window.click("Add sequence");
    assert!(!window.sees("Deleted sequence"), "Undo would take back something else");
}

#[test]
fn undo_brings_back_the_selection_and_the_sequence() {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Select(Selection::of(FIRST, [1])));
    window.app_mut().act(&ctx, Action::Run(Command::Delete));
    window.settle();
    assert!(window.campaign().sequences[0].items.is_empty() && window.sees("Deleted 1 item"));
    window.click("Add sequence");
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert_eq!(window.app().view.selection, Selection::of(FIRST, [1]));
    assert_eq!(window.campaign().sequences[0].items.len(), 1);
}

#[test]
fn the_sheet_of_keys_lists_every_key() {
    let mut window = Window::new();
    window.click("Help");
    window.click("Keys");
    for &command in Command::PLAIN.iter().filter(|command| !command.keys().is_empty()) {
        assert!(window.reads(command.label().trim_end_matches('…')), "{command:?}");
    }
    window.key(Key::Escape);
    window.click("Help");
    window.click("About Dripline");
    assert!(window.reads("Version 0."));
    window.click("Close");
    assert_eq!(window.app().view.overlay, Overlay::None);
}

#[test]
fn while_a_question_waits_no_key_changes_the_document() {
    let mut window = Window::new();
    window.click("Add sequence");
    window.ctrl(Key::N);
    assert_eq!(window.app().view.overlay, Overlay::Unsaved);
    window.ctrl(Key::Z);
    window.ctrl(Key::N);
    assert_eq!(window.campaign().sequences.len(), 2);
}

#[test]
fn the_window_is_whole_in_a_small_window_too() {
    for (width, height) in [(800.0, 600.0), (640.0, 480.0), (1920.0, 1080.0)] {
        let mut window = Opening::of(Editor::new("UTC")).sized(width, height).open();
        let room = eframe::egui::Rect::from_min_size(eframe::egui::Pos2::ZERO, eframe::egui::vec2(width, height));
        for name in ["File", "Help", "Find or run", "Undo", "Redo", "Dark theme", "Add sequence"] {
            assert!(room.contains_rect(window.place(name)), "{name} at {width} × {height}");
        }
        window.click("View");
        assert!(window.offers("Present"));
    }
}

#[test]
fn left_and_right_go_from_menu_to_menu_except_where_a_submenu_is() {
    let mut window = Window::new();
    window.keys(Modifiers::ALT, Key::F);
    window.key(Key::ArrowRight);
    assert!(window.offers("Select all") && !window.offers("Save as…"), "right of File is Edit");
    window.key(Key::ArrowLeft);
    window.key(Key::ArrowLeft);
    assert!(window.offers("About Dripline"), "left of File is Help");
    window.key(Key::Escape);
    window.keys(Modifiers::ALT, Key::I);
    window.key(Key::ArrowDown);
    window.key(Key::ArrowRight);
    assert!(window.offers("Canvas note"), "a submenu keeps the arrows");
}

#[test]
fn a_sequence_whose_tab_is_out_of_sight_is_chosen_from_the_list() {
    let mut window = Window::new();
    assert!(!window.sees("List of sequences"), "all tabs fit");
    for _ in 0..16 {
        window.click("Add sequence");
    }
    let last = window.campaign().sequences[16].name.clone();
    assert!(window.place("Add sequence").right() < 1280.0);
    let place = window.role(Role::Tab, &last).rect();
    assert!(place.right() < 1280.0, "the open one is in view: {place:?}");
    window.click("List of sequences");
    let first = window.campaign().sequences[0].name.clone();
    window.click_role(Role::Button, &first);
    assert_eq!(window.app().view.selection.sequence, FIRST);
}

#[test]
fn emoji_have_glyphs_in_texts_and_names() {
    let window = Window::new();
    for font in [FontId::proportional(13.0), FontId::new(13.0, semibold())] {
        for emoji in "😀🎉📧❤⭐✅🎂🔥👍🚀".chars() {
            assert!(window.harness.ctx.fonts_mut(|fonts| fonts.has_glyph(&font, emoji)), "{emoji} in {font:?}");
        }
    }
}

#[test]
fn in_the_smallest_window_too_everything_of_the_bars_can_be_reached() {
    for (width, height) in [(1440.0, 900.0), (1280.0, 800.0), (800.0, 600.0)] {
        let mut window = Opening::of(Editor::of(samples::first())).sized(width, height).open();
        window.until("there are numbers", |window| window.reads(" entered at “"));
        let name = window.campaign().name.clone();
        let bar = ["File", "Help", &name, "Rehearse from the start", "Build", "Find or run", "Undo", "Dark theme"];
        let places = bar.map(|label| window.place(label));
        for (label, place) in bar.iter().zip(&places) {
            assert!(place.width() >= 20.0 && place.right() <= width, "“{label}” at {place:?} of {width}");
        }
        let overlap = |two: &[eframe::egui::Rect]| two[0].right() > two[1].left() + 0.5;
        assert!(!places.windows(2).any(overlap), "at {width}: {places:?}");
        // What the signs mean is there, or behind a button.
        if !window.sees("skipped") {
            window.click("What the signs mean");
            assert!(window.reads("Skipped: "), "at {width}: {}", window.names());
        }
    }
}
