//! The Test button of an HTTP post: it shows everything and asks before it sends one request.

use std::path::Path;

use dripline::campaign::selection::Selection;
use dripline::storage::campaign_file::parse;
use dripline::workbench::editor::Editor;
use eframe::egui::{Key, Modifiers, pos2, vec2};
use egui_kittest::kittest::NodeT;

use crate::common::ids::FIRST;
use crate::harness::{Opening, Role, Window};

const SEND: &str = "Send one request";

/// A window whose inspector shows an HTTP post to this address.
fn showing(url: &str) -> Window {
    sized(url, r#"("mail", "~Contact.Email~"), ("called", "Dear ~Contact.FirstName~")"#, 1000.0)
}

fn sized(url: &str, pairs: &str, height: f32) -> Window {
    let text = format!(
        r#"#![enable(implicit_some)]
        Campaign(format: 1, name: "Shop", time_zone: "Europe/Berlin", sequences: [(name: "Main", items: [
            (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
            (id: 2, name: "Tell the shop", position: (240.0, 80.0), ready: true, kind: SendHttpPost(url: "{url}",
                pairs: [{pairs}],
                simulated_response: Status(200))),
        ], links: [(1, 2)])])"#
    );
    let campaign = parse(&text, Path::new("shop.ron")).expect("a campaign").campaign;
    let mut window = Opening::of(Editor::of(campaign)).sized(1280.0, height).open();
    window.app_mut().view.selection = Selection::of(FIRST, [2]);
    window.settle();
    window
}

/// Presses the Test button, and waits until it asks.
fn ask(window: &mut Window) {
    window.click("Test…");
    window.until("it asks", |window| window.reads("This is a real request") && window.node("Cancel").is_focused());
    window.settle();
}

fn is_open(window: &Window) -> bool {
    window.sees("Send this HTTP post once, for a test?") || window.sees("Test of the HTTP post")
}

fn can_send(window: &Window) -> bool {
    !window.node(SEND).accesskit_node().is_disabled()
}

const ALLOW: &str = "Allow this one request to go to this computer itself";

#[test]
fn everything_is_shown_before_anything_is_sent() {
    let mut window = showing("http://127.0.0.1/hook");
    let before = window.ron();
    ask(&mut window);
    for words in ["POST http://127.0.0.1/hook", "127.0.0.1:80, this computer itself", "mail", "called"] {
        assert!(window.sees(words), "{words}; there are:\n{}", window.names());
    }
    assert!(window.reads("@example."), "{}", window.names());
    assert!(window.reads("Dear ") && !window.reads("Dear ~"), "{}", window.names());
    assert!(window.reads("2 pairs, filled for the generated contact "), "{}", window.names());
    assert_eq!(window.ron(), before);
}

#[test]
fn the_buttons_stay_within_a_small_window() {
    let path = "a/very/long/way/".repeat(60);
    let mut window = sized(&format!("http://127.0.0.1/{path}"), &r#"("name", "value"), "#.repeat(20), 3600.0);
    ask(&mut window);
    window.harness.set_size(vec2(640.0, 480.0));
    window.settle();
    for button in ["Cancel", SEND] {
        let place = window.place(button);
        assert!(place.top() > 0.0 && place.bottom() < 480.0 && place.right() < 640.0, "{button}: {place:?}");
    }
}

#[test]
fn cancel_is_what_enter_esc_and_a_click_beside_it_do() {
    let mut window = showing("http://127.0.0.1/hook");
    for way in 0..4 {
        ask(&mut window);
        assert!(window.node("Cancel").is_focused());
        match way {
            0 => window.key(Key::Enter),
            1 => window.key(Key::Escape),
            2 => window.click("Cancel"),
            _ => window.click_at(pos2(20.0, 500.0)),
        }
        window.settle();
        assert!(!is_open(&window), "way {way}; there are:\n{}", window.names());
    }
}

#[test]
fn a_private_address_is_allowed_anew_each_time() {
    let mut window = showing("http://127.0.0.1/hook");
    for _ in 0..2 {
        ask(&mut window);
        assert!(!can_send(&window));
        window.click(ALLOW);
        assert!(can_send(&window));
        window.key(Key::Escape);
    }
    // An address on the open internet needs no permission. This test sends nothing to it.
    let mut window = showing("http://1.1.1.1/hook");
    ask(&mut window);
    assert!(can_send(&window) && !window.reads("Allow this one request"));
    window.key(Key::Enter);
    assert!(!is_open(&window));
}

#[test]
fn what_is_not_set_up_can_not_be_tested() {
    let mut window = showing("https://example.com:8080/hook");
    assert!(window.role(Role::Button, "Test…").accesskit_node().is_disabled());
    window.fill("Web address", "https://127.0.0.1/hook");
    assert!(!window.role(Role::Button, "Test…").accesskit_node().is_disabled());
}

#[cfg(target_os = "linux")]
mod with_a_server {
    use super::*;
    use crate::common::inside::{again, is_inside};
    use crate::common::server::Server;

    #[test]
    fn one_request_is_sent_when_it_is_agreed_to_and_its_answer_is_told() {
        if is_inside() {
            let server = Server::start();
            not_without_a_yes(&server);
            told(&server);
            by_keyboard(&server);
            stopped(&server);
        } else {
            again("post_test::with_a_server::one_request_is_sent_when_it_is_agreed_to_and_its_answer_is_told");
        }
    }

    fn not_without_a_yes(server: &Server) {
        let mut window = showing("http://127.0.0.12/200");
        for key in [Key::Enter, Key::Escape, Key::Space] {
            ask(&mut window);
            window.click(ALLOW);
            assert!(can_send(&window) && window.node("Cancel").is_focused(), "Cancel is the default all the same");
            window.key(key);
            assert!(!is_open(&window), "{key:?}; there are:\n{}", window.names());
        }
        ask(&mut window);
        // A click on a disabled button does nothing.
        window.click(SEND);
        assert!(is_open(&window));
        drop(window);
        std::thread::sleep(std::time::Duration::from_millis(100));
        assert_eq!(server.connections("127.0.0.12"), 0);
    }

    /// Allows the request, sends it, and waits until these words are shown.
    fn send(window: &mut Window, words: &str) {
        ask(window);
        window.click(ALLOW);
        window.click(SEND);
        window.until(words, |window| window.reads(words));
        window.settle();
    }

    fn told(server: &Server) {
        let mut window = showing("http://127.0.0.1/200");
        send(&mut window, "200 OK: received");
        assert!(window.sees("Thank you.") && window.sees("It was received."), "{}", window.names());
        assert!(window.node("Close").is_focused());
        window.key(Key::Enter);
        assert!(!is_open(&window));
        let received = server.received("/200");
        assert_eq!(received.len(), 1);
        assert!(received[0].body.starts_with("mail=") && received[0].body.contains("&called=Dear+"), "{received:?}");
        for (path, words) in [
            ("/409", "409 Conflict: the person may already have a CustomerHub member record"),
            ("/500", "500 Internal Server Error: needs a look"),
            ("/302", "It redirects to http://127.0.0.1/followed, which was not followed"),
            ("/huge", "Only the first 32 kB of the answer were read."),
            ("/hangs-up", "127.0.0.1 closed the connection before its response was complete."),
            ("/ssh", "The response of 127.0.0.1 isn't HTTP"),
        ] {
            let mut window = showing(&format!("http://127.0.0.1{path}"));
            send(&mut window, words);
            assert_eq!(server.received(path).len(), 1);
        }
        let mut window = showing("http://nowhere.invalid/");
        window.click("Test…");
        window.until("it has no address", |window| window.reads("No address was found for nowhere.invalid"));
        assert!(window.sees("Nothing was sent"));
    }

    fn by_keyboard(server: &Server) {
        let mut window = showing("http://127.0.0.13/200");
        ask(&mut window);
        window.keys(Modifiers::SHIFT, Key::Tab);
        window.key(Key::Space);
        window.key(Key::Tab);
        assert!(window.node("Cancel").is_focused());
        window.key(Key::Tab);
        assert!(window.node(SEND).is_focused());
        window.key(Key::Enter);
        window.until("it was received", |window| window.reads("200 OK: received"));
        assert_eq!(server.connections("127.0.0.13"), 1);
    }

    fn stopped(server: &Server) {
        let mut window = showing("http://127.0.0.1/silent");
        send(&mut window, "Waiting for the answer: 0 s of at most 10 s.");
        assert!(window.node("Stop waiting").is_focused());
        window.key(Key::Escape);
        assert!(window.sees("Stopped") && window.reads("may still have been received"), "{}", window.names());
        assert_eq!(server.received("/silent").len(), 1);
    }
}
