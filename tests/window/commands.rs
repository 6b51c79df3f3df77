//! The list of commands.

use dripline::campaign::directory::List;
use dripline::ui::context::command::Command;
use dripline::ui::context::parts::WindowPart;
use dripline::ui::context::view_state::{Overlay, WindowMode};
use dripline::ui::panels::directory::state::DirectoryPart;
use dripline::ui::panels::rehearse::state::RehearseTab;
use dripline::ui::panels::report::state::ReportTab;
use dripline::workbench::samples;
use eframe::egui::Key;

use crate::harness::{Role, Window};

fn window() -> Window {
    Window::of(samples::first())
}

#[test]
fn a_command_is_run_by_a_few_letters() {
    let mut window = window();
    let minimap = window.app().settings.minimap;
    window.ctrl(Key::K);
    window.type_text("minim");
    window.key(Key::Enter);
    assert_eq!(window.app().settings.minimap, !minimap);
    assert!(!window.sees("Commands"), "the list is closed");
}

#[test]
fn an_item_is_gone_to() {
    let mut window = window();
    let (id, name) = {
        let item = window.campaign().sequences[0].items.last().expect("items");
        (item.id, item.name.clone())
    };
    window.ctrl(Key::K);
    window.type_text(&format!("go to {name}"));
    window.key(Key::Enter);
    assert_eq!(window.app().view.selection.single(), Some(id));
}

#[test]
fn what_was_used_last_comes_first() {
    let mut window = window();
    window.ctrl(Key::K);
    window.type_text("dark");
    window.key(Key::Enter);
    window.ctrl(Key::K);
    window.key(Key::Enter);
    assert_eq!(window.app().settings.theme, dripline::ui::context::settings::ThemeChoice::Dark);
    window.ctrl(Key::K);
    window.type_text("light");
    window.key(Key::Enter);
    window.ctrl(Key::K);
    let top = |name: &str| window.place(name).top();
    assert!(top("Light theme, View") < top("Dark theme, View"));
}

#[test]
fn what_is_typed_in_full_comes_before_what_was_used_last() {
    let mut window = window();
    window.ctrl(Key::K);
    window.type_text("users, tags, fields, counting");
    window.key(Key::Enter);
    window.key(Key::Escape);
    window.ctrl(Key::K);
    window.type_text("rules");
    window.key(Key::Enter);
    assert!(matches!(window.app().view.overlay, dripline::ui::context::view_state::Overlay::Rules(_)));
}

#[test]
fn what_cannot_be_done_now_is_listed_as_such_and_does_nothing() {
    let mut window = window();
    let before = window.ron();
    window.ctrl(Key::K);
    window.type_text("redo");
    assert!(window.reads("not available now"));
    window.key(Key::Enter);
    assert_eq!(window.ron(), before);
    window.key(Key::Escape);
    assert!(!window.reads("not available now"));
}

/// The rows of the list, as a screen reader says them.
fn rows(window: &Window) -> Vec<String> {
    window.labels(Role::ListBoxOption)
}

/// The first row after these words were typed.
fn first(window: &mut Window, words: &str) -> String {
    window.ctrl(Key::K);
    window.type_text(words);
    let first = rows(window).into_iter().next();
    window.key(Key::Escape);
    first.unwrap_or_else(|| panic!("nothing is listed for “{words}”"))
}

#[test]
fn everyday_words_find_what_a_marketer_means() {
    let mut window = window();
    for (words, begins) in [
        ("import", "Import contacts…"),
        ("csv", "Import contacts…, csv"),
        ("upload contacts", "Import contacts…, upload contacts"),
        ("calendar", "Calendar of sends"),
        ("template", "Open sample or template…, File"),
        ("save as template", "Save as template…"),
        ("custom field", "Custom fields"),
        ("where do I add a custom field", "Set field value, custom field"),
        ("tags", "Tags"),
        ("statistics", "Report, statistics"),
        ("simulate", "Rehearse"),
        ("pdf", "Export"),
        ("print", "Export"),
        ("handout", "Export"),
        ("webhook", "Insert send HTTP post, webhook"),
        ("wait", "Insert delay timer, wait"),
        ("birthday", "Insert field timer, birthday"),
        ("one day or 24 hours", "One day or 24 hours"),
        ("time zone", "Time zone and description"),
        ("people", "Contacts to rehearse, people"),
        ("full screen", "Present, full screen"),
        ("shortcuts", "Keys, shortcuts"),
    ] {
        let row = first(&mut window, words);
        let is_meant = row.starts_with(begins) || words.starts_with("where") && row.contains("custom field");
        assert!(is_meant, "“{words}” finds “{row}”, not “{begins}”");
    }
}

#[test]
fn what_can_be_done_now_comes_before_a_page_about_it() {
    let mut window = window();
    let items = &window.campaign().sequences[0].items;
    let item = items.iter().find(|item| item.kind.has_ready_mark()).map(|item| (item.id, item.ready));
    let (id, ready) = item.expect("an item with a Ready mark");
    window.app_mut().view.selection.ids = [id].into();
    window.settle();
    let (typed, row) = if ready { ("draft", "Mark as draft") } else { ("ready", "Mark ready") };
    assert!(first(&mut window, typed).starts_with(row));
    window.ctrl(Key::K);
    window.type_text(typed);
    window.key(Key::Enter);
    assert_ne!(window.campaign().sequences[0].item(id).expect("the item").ready, ready);
    let (typed, row) = if ready { ("ready", "Mark ready") } else { ("draft", "Mark as draft") };
    assert!(first(&mut window, typed).starts_with(row));
}

#[test]
fn every_entry_says_by_itself_what_it_sets() {
    let mut window = window();
    for (typed, row) in [
        ("military time", "Times as 17:30"),
        ("am pm", "Times as 5:30 pm"),
        ("dark", "Dark theme"),
        ("light", "Light theme"),
        ("automatic theme", "Theme of the system"),
    ] {
        assert!(first(&mut window, typed).starts_with(row), "{typed}: {}", first(&mut window, typed));
    }
}

#[test]
fn what_dripline_lacks_is_answered_with_what_comes_closest() {
    let mut window = window();
    for (words, says) in [
        ("goal", "No goals"),
        ("send test", "Nothing is ever sent"),
        ("how can I send a test email", "Nothing is ever sent"),
        ("undo send", "Nothing was sent"),
        ("decision", "No decisions"),
        ("landing page", "No forms"),
        ("log in", "No connection to Keap"),
        ("a/b test", "No decisions"),
    ] {
        let row = first(&mut window, words);
        assert!(row.starts_with(says) && row.contains("Closest"), "“{words}” finds “{row}”");
    }
    window.ctrl(Key::K);
    window.type_text("goal");
    window.key(Key::Enter);
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
    assert!(window.app().view.shows_population);
}

#[test]
fn a_misspelt_word_finds_what_is_spelt_almost_like_it() {
    let mut window = window();
    assert!(first(&mut window, "tempalte").contains("template"));
    assert!(first(&mut window, "calender").starts_with("Calendar"));
}

#[test]
fn what_is_nowhere_in_the_program_is_looked_for_in_the_campaign() {
    let mut window = window();
    window.ctrl(Key::K);
    window.type_text("xyzzy");
    assert_eq!(rows(&window), ["Find “xyzzy” in the campaign, Edit"]);
    window.key(Key::Enter);
    assert_eq!(window.app().view.overlay, Overlay::Find);
    assert!(window.reads("No matches"), "{}", window.names());
}

#[test]
fn parts_of_other_modes_are_found_and_gone_to() {
    let mut window = window();
    let go = |window: &mut Window, part: WindowPart| {
        window.ctrl(Key::K);
        window.type_text(part.label());
        window.key(Key::Enter);
    };
    for part in WindowPart::ALL {
        go(&mut window, part);
        let (app, mode) = (window.app(), window.app().view.mode);
        let is_there = match part {
            WindowPart::Contacts => mode == WindowMode::Rehearse && app.view.shows_population,
            WindowPart::ContactList => app.panels.rehearse.tab == RehearseTab::People && mode == WindowMode::Rehearse,
            WindowPart::Story => app.panels.rehearse.tab == RehearseTab::Story && mode == WindowMode::Rehearse,
            WindowPart::Agenda => app.panels.rehearse.tab == RehearseTab::Agenda && mode == WindowMode::Rehearse,
            WindowPart::Items => app.panels.report.tab == ReportTab::Items && mode == WindowMode::Report,
            WindowPart::Counted => app.panels.report.tab == ReportTab::People && mode == WindowMode::Report,
            WindowPart::OverTime => app.panels.report.tab == ReportTab::OverTime && mode == WindowMode::Report,
            WindowPart::Load | WindowPart::Month => {
                app.panels.report.tab == ReportTab::Load && mode == WindowMode::Report
            }
            WindowPart::Compare => app.panels.report.tab == ReportTab::Compare && mode == WindowMode::Report,
            WindowPart::CampaignSettings => app.panels.directory.part == DirectoryPart::Campaign,
            WindowPart::CampaignRules => app.panels.directory.part == DirectoryPart::Rules,
            WindowPart::Entries(list) => app.panels.directory.part == DirectoryPart::Entries(list),
        };
        assert!(is_there, "{part:?}");
        let is_dialog =
            matches!(part, WindowPart::CampaignSettings | WindowPart::CampaignRules | WindowPart::Entries(_));
        assert_eq!(window.app().view.overlay == Overlay::Directory, is_dialog, "{part:?}");
        if is_dialog {
            window.key(Key::Escape);
        }
        let ctx = window.harness.ctx.clone();
        window.app_mut().act(&ctx, dripline::ui::context::action::Action::Run(Command::Build));
        window.settle();
    }
    assert_eq!(WindowPart::ALL.iter().filter(|part| matches!(part, WindowPart::Entries(_))).count(), List::ALL.len());
}

#[test]
fn a_command_of_another_mode_goes_to_that_mode() {
    let mut window = window();
    let run = |window: &mut Window, words: &str| {
        window.ctrl(Key::K);
        window.type_text(words);
        window.key(Key::Enter);
    };
    run(&mut window, "to the end");
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
    let inspector = window.app().settings.inspector;
    run(&mut window, "Item settings");
    assert_eq!((window.app().view.mode, window.app().settings.inspector), (WindowMode::Build, true));
    assert!(inspector, "it was on, but not in sight: now it is in sight");
    run(&mut window, "Report over time");
    run(&mut window, "Palette");
    assert_eq!(window.app().view.mode, WindowMode::Build);
}

#[test]
fn without_a_run_the_clock_is_gone_to_where_it_can_be_moved() {
    let mut window = crate::harness::Opening::of(dripline::workbench::editor::Editor::of(samples::first()))
        .with(|settings| settings.live = false)
        .open();
    window.ctrl(Key::K);
    window.type_text("step forward");
    assert!(!window.reads("not available now"), "{:?}", rows(&window));
    window.key(Key::Enter);
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
}

#[test]
fn importing_from_the_list_of_commands_asks_for_the_file_and_changes_nothing_yet() {
    let mut window = window();
    window.ctrl(Key::K);
    window.type_text("upload contacts");
    window.key(Key::Enter);
    assert!(window.sees("Import contacts") && window.node("Path of the file").is_focused(), "{}", window.names());
    window.key(Key::Escape);
    assert_eq!(window.app().view.mode, WindowMode::Build);
}

#[test]
fn going_to_something_never_inserts() {
    let mut window = window();
    window.ctrl(Key::K);
    window.type_text("go to reminder");
    assert!(
        rows(&window).iter().all(|row| !row.contains("Insert") && !row.contains("Create task")),
        "{:?}",
        rows(&window)
    );
}

#[test]
fn scattered_letters_are_not_listed_below_words() {
    let mut window = window();
    window.ctrl(Key::K);
    window.type_text("goal");
    assert!(!rows(&window).iter().any(|row| row.starts_with("Go to")), "{:?}", rows(&window));
    window.key(Key::Escape);
    assert!(first(&mut window, "mr").starts_with("Mark ready"), "they count where nothing fits better");
}
