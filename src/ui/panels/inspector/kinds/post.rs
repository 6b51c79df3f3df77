//! The settings of HTTP posts.

use eframe::egui::{Button, Ui};
use lucide_icons::Icon;

use crate::campaign::kinds::Response;
use crate::campaign::kinds::send_http_post::url_fault;
use crate::ui::context::action::{Action, TestPost};
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::field::NARROW;
use crate::ui::controls::form::Form;
use crate::ui::controls::{choice, focus, look, merge, read};

pub(super) fn show(
    ui: &mut Ui,
    form: &mut Form<'_>,
    url: &mut String,
    pairs: &mut Vec<(String, String)>,
    answer: &mut Response,
) {
    let wrong = |url: &str| {
        let fault = url_fault(url).filter(|_| !url.is_empty());
        fault.map(|fault| format!("This can't work: {}", fault.why()))
    };
    let look = FieldLook { hint: "https://…", ..FieldLook::default() };
    merge::with_menu_and_fault(ui, form, "Web address", url, look, wrong);
    look::caption(ui, "Names and values");
    let mut gone = None;
    for (place, pair) in pairs.iter_mut().enumerate() {
        if one_pair(ui, form, place + 1, pair) {
            gone = Some(place);
        }
    }
    if let Some(place) = gone {
        pairs.remove(place);
    }
    if look::button(ui, "Add pair").clicked() {
        pairs.push((String::new(), String::new()));
        field::enter_at(ui, form.id(&format!("Name {}", pairs.len())), 0);
    }
    response(ui, form, answer);
    look::hint(ui, "A rehearsal never sends anything: it assumes this response.");
    test(ui, form, url);
}

/// Draws one pair. Returns whether to remove it. The value is below its name, since it is often a long merge field.
fn one_pair(ui: &mut Ui, form: &mut Form<'_>, number: usize, (name, value): &mut (String, String)) -> bool {
    let mut gone = false;
    let label = format!("Value {number}");
    look::group(ui, |ui| {
        // Leave room for a button at the right.
        let width = (ui.available_width() - 44.0).max(40.0);
        let look = FieldLook { bare: true, width: Some(width), ..FieldLook::default() };
        ui.horizontal(|ui| {
            field::live(ui, form, &format!("Name {number}"), name, FieldLook { hint: "Name", ..look });
            let name = format!("Remove pair {number}");
            gone = focus::keyed(ui, &name, |ui| look::icon_button(ui, Icon::Minus, &name)).clicked();
        });
        let merge = ui.horizontal(|ui| {
            field::live(ui, form, &label, value, FieldLook { hint: "Value", merges: true, ..look });
            let name = format!("Insert merge field into value {number}");
            focus::keyed(ui, &name, |ui| look::icon_button(ui, Icon::Braces, &name))
        });
        merge::menu(ui, form, &label, value, &merge.inner, None);
    });
    gone
}

/// The button for testing the post. The dialog shows everything and asks first.
fn test(ui: &mut Ui, form: &mut Form<'_>, url: &str) {
    look::section(ui, "Try it");
    let can = url_fault(url).is_none();
    let button = focus::keyed(ui, "test", |ui| ui.add_enabled(can, Button::new("Test…")));
    if button.on_disabled_hover_text("Add a web address first").clicked() {
        form.actions.push(Action::TestPost(TestPost::Begin));
    }
    look::hint(ui, "Sends one real request for a generated contact, after you have seen all of it and agreed.");
}

fn response(ui: &mut Ui, form: &Form<'_>, answer: &mut Response) {
    #[derive(Clone, Copy, PartialEq)]
    enum Case {
        Received,
        Conflict,
        Other,
        Timeout,
    }
    let mut case = match answer {
        Response::Status(200) => Case::Received,
        Response::Status(409) => Case::Conflict,
        Response::Status(_) => Case::Other,
        Response::Timeout => Case::Timeout,
    };
    let cases = [
        (Case::Received, "200, received"),
        (Case::Conflict, "409, may have a member record already"),
        (Case::Other, "Another status"),
        (Case::Timeout, "Timed out"),
    ];
    if choice::one_of(ui, "Simulated response", &mut case, &cases, None) {
        *answer = match case {
            Case::Received => Response::Status(200),
            Case::Conflict => Response::Status(409),
            Case::Other => Response::Status(500),
            Case::Timeout => Response::Timeout,
        };
    }
    if let (Case::Other, Response::Status(status)) = (case, answer) {
        let read = |text: &str| match read::whole_of_any_size(text)? {
            Some(number @ 100..=599) => Ok(number as u16),
            _ => Err(format!("“{text}” isn't a status. Use 100 to 599")),
        };
        field::typed(ui, form, "Status", status, NARROW, u16::to_string, read);
    }
}
